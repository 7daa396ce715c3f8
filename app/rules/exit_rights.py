"""Rights to leave: who may end the agreement, or is told that it may not, and on what ground.

One reader for all the ways in which drafters say it, from "terminate" to "call it a day"; the rules on convenience, cause, regulators
and new owners each take the rights with their ground. A table whose rows belong together ("Who may end it | the Bank") is read as one
statement. A right that only keeps the next term from starting is renewal's.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.domain.span import Span
from app.rules.exit_words import BREACH, DEAL, INSOLVENT, NO_REASON, SERVICE_LEVEL, around, subject_of, table_rows
from app.rules.reading.deontic import AS_IT_PLEASES, MAY
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.reading.subjects import AUTHORITY

Ground = Literal["none", "breach", "authority", "owner", "other"]

_PAPER = r"(?:this|the|its|their|an?|our|CUSTOMER's|VENDOR's|any|such|that|all)?(?: [a-z]+){0,3}? ?(?:agreement|contract|subscription|deal|arrangement|engagement|order|licen[cs]e|plan|relationship|mandate|cooperation|bargain|undertaking|service|services|account|workspace|commitment|outsourcing|document|these presents)"
LEAVING = phrase(
    r"terminat(?:e|es|ed|ing|ion)|terminable|cancel(?:s|led|ed|ling|lation)?|end(?:s|ed|ing)?|"
    r"(?:bring|brings|brought|bringing|put|puts|putting) [a-zA-Z',  ]{0,50}?(?:to (?:an?|its) (?:early |premature |prompt )?(?:end|close|conclusion|halt|finish|stop|term)|an end to|a stop to|out of force)|"
    r"(?:call|calls|calling) (?:it (?:a day|quits|off)|[a-z ]{1,30} off|off [a-z ]{1,30}|time on)|(?:walk|walks|walking|step|steps|stepping|pull|pulls|pulling|back|backs|backing|bow|bows|"
    r"drop|drops|pack|get|gets|getting|bail|opt|opts|break|breaks|breaking|move|moves|go|pulled|stand|stands) (?:away|out|off|down|aside|free|loose|clear)|pulls? the plug|"
    r"(?:a |an |early |easy |the |no |other )*way (?:out|off)|leav(?:e|es|ing)|left|quit(?:s|ting)?|exit(?:s|ing)?|depart(?:s|ing)?|part(?:s|ing)? (?:ways|company)|parting|"
    r"break (?:right|clause|option|notice|date|off|point)s?|withdraw(?:s|n|ing|al)?|resil(?:e|es|ed|iation)|rescind(?:s|ed)?|rescission|revo(?:ke|kes|ked|cation)|revocable|denounc(?:e|es|ed)|"
    rf"denunciation|determin(?:e|es|ed|ing|ation)(?: of)? {_PAPER}|dissol(?:ve|ves|ved|ution)|discontinu(?:e|es|ed|ance|ing)|unwind(?:s|ing)?|wind(?:s|ing)? (?:up|down)|"
    rf"(?:clos|shut)(?:e|es|ing|s|ting)?(?: down)? {_PAPER}|(?:stop|stops|stopping|cease|ceases|ceasing|drop|drops|dropping|give up|gives up|abandon|abandons|retire|retires|sever|severs|shed|ditch|scrap|scraps|annul|annuls|"
    rf"abrogate|avoid|vacate|undo|dismiss|conclude|concludes|finish|finishes|loose|loosen|cut short|curtail|shorten|shortens|relinquish|surrender|renounce|renounces) {_PAPER}|"
    r"(?:free(?:s|d)?|releas(?:e|es|ed)|discharg(?:e|es|ed)|loos(?:e|es|ed|en)|deliver|relieved?|rid|ridding|untie|unbind|disengage[sd]?|extricate)(?: itself| themselves| CUSTOMER| VENDOR| EITHER)? (?:from|of) (?:it|"
    rf"{_PAPER}|its (?:obligations|bond|commitment|promise))|(?:cut|cuts) (?:ties|loose|short)|(?:treat|treats|regard|regards|consider|considers|declare|declares|hold) [a-z ]{{1,40}} (?:as )?(?:at an end|ended|over|discharged|terminated|finished|closed|dissolved|void)|"
    r"(?:give|gives|giving|given|serve|serves|served|hand|hands|send|sends|lodge|tender|tenders)(?: in| up)? (?:its |their |ordinary |due |the |a )*(?:notice to quit|termination|notice of (?:termination|departure|exit|cancellation|ending|withdrawal)|notice to (?:terminate|end|leave|cancel))|"
    r"(?:ordinary|regular|statutory|free|early) (?:notice|termination|cancellation|exit|denunciation)|notice of (?:termination|departure|exit|cancellation)|(?:no longer|not) (?:be )?bound|"
    r"(?:go|goes) (?:their|its) (?:separate|own) ways?|let(?:s|ting)? (?:the|this) (?:agreement|contract|subscription) (?:lapse|drop|go)|(?:take|takes) (?:its|their) leave|say(?:s)? (?:goodbye|farewell)|"
    r"at an end|off the hook|out of (?:it|this|the) ?(?:contract|agreement|deal|subscription|bargain)?|serve it|escape"
)
_NOT_LEAVING = phrase(
    r"(?:the|an|its|at|that|each|any|very|until|till|before|after|from) (?:the )?(?:very )?(?:end|ending)(?: of)?|(?:by|to) the (?:very )?end(?: of)?|left (?:to|over|un[a-z]+|in)|without (?:the )?(?:first |prior |written )*leave|leave (?:of|to|it to)|"
    r"leaves? (?:it |this |the matter |[a-z ]{1,20} )?(?:to|unaffected|untouched|open|alone|un[a-z]+)|annual leave|sick leave|ends? up|week-?ends?|end[- ]users?|dead ?end|front end|back end|determines? (?:whether|if|how|what|the validity)|"
    r"(?:exit|termination|transition) (?:plan|assistance|services|period|support|interview)s?|surviv(?:e|es|al)[a-z ,]{0,40}(?:termination|end)|terminated (?:employee|user)s?|end to end|withdrawn by|commercial ends|end dates?|(?:for|of|by) (?:leaving|ending|terminating|cancelling)|leave balances?"
)
# Something else ends: a user's account, a session, a policy.
_OTHER_OBJECT = phrase(
    r"seats?|sessions?|personnel|staff|workers?|employees?|sub-?processors?|subcontractors?|beta|trial|insurance|insured|newsletters?|consent(?:s)? (?:to|given)|"
    r"appointment|representatives?|end users?|authori[sz]ed users?|publicity|meetings?|visits?|training dates?|objections?|claims? is|employment|policy|permits?|certificat(?:e|ion)s?|audit|approvals?|features?|milestones?|(?:part|element) concerned|encourage|hire|them"
)
_NEXT_TERM = phrase(
    r"(?:further|next|new|successive|renewal|following|additional|coming) (?:[a-z]+ )?(?:term|period|year|extension|access year)s?|non-?renew(?:al)?|not (?:to )?(?:be )?(?:renew(?:ed)?|extend(?:ed)?|prolong(?:ed)?)|renews?|rolls?|"
    r"before (?:the|its|your|each|CUSTOMER's) (?:[a-z]+ )?(?:year|term|period|plan|anniversary|end date|renewal date|renewal)(?: [a-z]+)? (?:is up|ends?|runs out|expires?|is over|closes|date)|"
    r"before (?:the|its|each) (?:renewal|anniversary|end of (?:the|its|each|a))"
)
HELD = phrase(
    r"(?:no|neither|nothing|none|not (?:any|the|a))(?: [a-zA-Z'-]+){0,6}? (?:right|option|privilege|power|exit|way (?:out|off)|escape|faculty|freedom|possibility|ground|reason|cause|break|cancellation|termination|withdrawal|entitlement|remedy|recourse|release|"
    r"liberty|equivalent|door|early out|licence)|(?:is|are|shall be|be) (?:excluded|ruled out|barred|precluded|prohibited|shut out|closed|denied|forbidden|refused|debarred|estopped|not open|unavailable|withheld)|"
    r"waives?|gives? up|renounces?|forgoes?|relinquishes|surrenders? (?:its|any|all|every)|(?:shall|does|do|will|would|can|could)(?:n't| not) (?:operate|open|allow|entitle|permit|give|let|enable|release|free|justify|suffice|authori[sz]e|amount|count|matter|affect|loosen?|end|help|excuse)|"
    r"(?:bound|committed|tied|locked in|signed up|in it|stays?|stay put|remains?|on board)(?: [a-zA-Z]+)? (?:for|until|till|to|through|throughout) (?:the )?(?:whole|full|entire|end|rest|last|duration|complete|remainder)|"
    r"(?:see|sit|serve|ride) (?:it |the [a-z]+ )?out|full course|non-?cancell?able|irrevocabl[ey]|(?:simply |just )?(?:goes|go|runs|carries|continues) on(?: as (?:before|it was)| regardless| unaffected| unchanged| all the same)|unaffected|notwithstanding|no less bound|regardless|all the same|"
    r"(?:nothing|no such|none)[a-zA-Z ]{0,30} (?:given|open|available|accorded|granted|allowed|enjoyed|extended|conferred)|there is no|there are no"
)
_LIKE_RIGHT = phrase(
    r"(?:no|nothing|any|every|not the|not any|without any|none) (?:such |like |the )?(?:right|option|privilege|power|possibility|faculty|equivalent|corresponding|reciprocal|counterpart|similar|comparable|same|like)|nothing (?:equivalent|similar|comparable|of the kind|of the sort)|"
    r"(?:does|do|has|have|is) not (?:[a-z]+ )?(?:the same|mutual|reciprocal|have it|share)|not the other way (?:round|around)|the reverse does not|one way only|no such (?:right|option|thing|exit|door)|(?:every|any|all) like (?:privilege|right)|cannot|may not|has none|have none|not so"
)
NEW_OWNER = phrase(
    r"(?:acquir(?:e|es|ed|ing)|b(?:uy|uys|ought)(?: (?:up|out))?|tak(?:e|es|en|ing)[- ]?over|took over|takeover|swallow(?:s|ed)?(?: up)?|absor(?:b|bs|bed|ption))(?: [a-zA-Z' ]{1,40})?|acquisition|buy-?out|chang(?:e|es|ed|ing) hands|(?:new|fresh|different|other) (?:controlling )?(?:owners?|parent|shareholders?|majority|masters?|proprietors?|holding)|"
    r"merg(?:e|es|ed|er|ers|ing)|amalgamat(?:e|es|ed|ion)|fus(?:ed|ion)|demerg(?:ed|er)|(?:chang|alter|shift|transf|pass|mov)(?:e|es|ed|s|er|ers|erred|ation|ing)?(?: [a-z']+){0,4}? (?:control|ownership|shareholding|shares|majority|dominion|hands|owner|owners)|change[- ]of[- ]control|"
    r"(?:control|ownership|majority|shares|shareholding|shareholders|votes|voting|dominion|stake|stock|capital|owners?)(?: [a-zA-Z']+){0,8}? (?:chang|alter|shift|pass|transf|mov|sold|acquir|swap|go(?:es)? to|end up)[a-z]*|"
    r"(?:under|into) the (?:control|dominion|influence|sway|hands|ownership|umbrella|roof) of|(?:ceases?|stops?) to be (?:majority-?owned|owned|controlled|held|independent)|majority-owned|sold(?: to| off| by)?|(?:sale|disposal|transfer) of (?:the |its |all |more than [a-z]+ (?:of )?|a majority of )*(?:shares|stock|business|company|VENDOR)|"
    r"share transfer|controlling (?:interest|stake|shareholder)|(?:half|majority) (?:of|in) (?:the|its|VENDOR's) (?:shares|votes|voting|capital|stock|equity)|(?:comes?|came|falls?|pass(?:es)?) (?:to be )?(?:under|into)|joins? (?:another|a) group|new group|exit by its founders|owned by|ownership"
)
_IN_GROUP = phrase(
    r"affiliates?|(?:within|inside|member of|compan(?:y|ies) (?:of|in)) (?:its|the|the same|VENDOR's|CUSTOMER's) (?:own )?group|common control|intra-?group|assign(?:s|ed|ment)?"
)
BROKEN = phrase(
    r"let(?:s|ting)? (?:OTHER|EITHER|CUSTOMER|VENDOR|the other|one) down|let down|(?:party|side|one|CUSTOMER|VENDOR) (?:at|in) (?:fault|default|the wrong)|at fault|(?:goes|going|go|went) to the root|repudiat(?:e|es|ed|ion|ory)|falls? short|wrong(?:s|ed|doing|doer)|departures? from|"
    r"do(?:es)? not do|fail(?:s|ed|ing|ure|ures)?(?: [a-z]+)? (?:to|of|in)|seriously fails?|live up to|(?:goes|acts?|offends?|sins?|runs) (?:against|contrary|counter)|transgress(?:es|ed|ion|ions)?|infractions?|delinquen(?:t|cy)|shortcomings?|non-?observance|disregards?|flouts?|neglects?|mess(?:es)? up|"
    r"(?:play|plays) by the rules|step(?:s)? out of line|contrary to|defaults?|defaulting|breach(?:es|ed|ing)?|violat(?:e|es|ed|ing|ion|ions)|infring(?:e|es|ed|ing) (?:this|these|the|any|a) |contraven(?:e|es|ed|tion)|break(?:s|ing)? (?:its|the|this|these|any|a|one) (?:[a-z]+ )?(?:word|promise|contract|agreement|rules?|terms?|bargain|dut(?:y|ies)|obligations?)|broken|"
    r"serious problems?|(?:does|do|did|has|have) not (?:perform|pay|paid|comply|kept|keep|honou?r|deliver|observe|observed|met|meet|performed)|non-?(?:performance|compliance|payment|fulfil?lment|adherence)|misconduct|misbehav(?:e|es|iour|ior)|unpaid|arrears|overdue|remiss|dishonou?r(?:s|ed)?|"
    r"(?:good|important|just|grave|serious|compelling|wichtiger|weighty) (?:cause|reasons?|grounds?)|extraordinary (?:notice|termination)|for cause|fix|cure|remedy|put (?:it |things |matters )?right|unremedied|uncured|unrepaired|not (?:in order|cured|remedied)"
)
_SOME_OTHER = phrase(
    r"force majeure|beyond (?:its|their) control|(?:new|changed|altered|revised|amended|higher) (?:terms|price|prices|fees|conditions|text|version)|(?:price|fee)s? (?:rise|increase)s?|objects?|acceptance|infringe[sd]?|infringement|unlawful|illegal|sanctions|export|change (?:of|in) law|court orders?|sub-?processors?|milestones?|key person|trial|"
    r"recover(?:y|ed)|outages?|patents?|lawsuits?|sues?|revisions?|amendments?|alterations?|adaptations?|those|whereupon"
)
_CONDITIONAL = phrase(
    r"if|in the event|in case|where|because|due to|should|as a result|unless|when|pursuant to|under (?:section|clause|article|paragraph)|in (?:that|which|such a) case|for that reason|accordingly|therefore|upon (?:a|an|any|the occurrence|such)|on account of|by reason of|failing|whereupon|thereupon|the moment|as soon as"
)
_LEANS = phrase(
    r"then|in (?:that|this|which|such a) (?:case|event)|otherwise|if not|if so|that|this|it|thereupon|thereafter|no fix|not cured|still|he who|the one who|so|because of it|for this|such|thereby|the sale"
)
_FREE = phrase(
    r"at any (?:time|moment|point|stage)|any time|any (?:day|moment)|whenever|no reason|reason or none|none (?:needed|required)|(?:without|no) (?:[a-z]+ )?(?:reasons?|cause|grounds?|explanation|questions asked|fault)|for convenience|(?:its|CUSTOMER's|VENDOR's|own) convenience|any reason|at will|ad nutum|earlier|early|part-?way|half-?way|midway|mid-?term|sooner|prematurely|"
    r"plans, budgets|moved on|change of (?:mind|heart|plans?)|changed? (?:its|their) mind|no longer (?:needs?|wants?)|simply|just|ordinary|regular(?:ly)?|unilaterally|no longer suits?|suits|not to give|of its own"
)
_BOTH = phrase(r"alike|(?:to|for|on) both|both|mutual(?:ly)?|reciprocal(?:ly)?|vice versa|equally|EITHER|OTHER")
_ROLES = expression(r"(?P<role>CUSTOMER|VENDOR|EITHER|NEITHER|OTHER)\b")
_OPEN_TO = expression(
    r"\b(?:open|available|given|granted|accorded|reserved|belongs?|allowed|left|lies with|entitles?|lets?|frees?|releases?|permits?|allows?|enables?|for|free|looses?|bind|binds|hold|holds|to loose|loose|serve it\n|right(?:s)? of|the right of|because of it\n)(?: (?:to|for|on|by|with))? ?(?P<role>CUSTOMER|VENDOR|EITHER|OTHER)\b"
)


@dataclass(frozen=True)
class ExitRight:
    """A right to leave: whose ("customer", "vendor", "either", "" where nobody is named), given or denied, and on what ground.

    `said` is the statement that holds it, `hit` the words for leaving, `window` the statement with the sentences that it leans on.
    """

    holder: str
    granted: bool
    ground: Ground
    said: Stretch
    hit: Hit
    window: Stretch


def exit_rights(passage: Passage) -> tuple[ExitRight, ...]:
    """The rights to leave that a passage gives or denies; those of a table are read with its first row."""
    every = passage.view.remembered(_every, lambda _: _every(passage.paper.all))
    return every.get(passage.at.start, ())


def _every(passages: tuple[Passage, ...]) -> dict[int, tuple[ExitRight, ...]]:
    return {each.at.start: found for each in passages if (found := tuple(_of(each)))}


def holders(passage: Passage, ground: Ground) -> set[str]:
    """Whom the whole paper gives a right to leave on a ground."""
    every = passage.view.remembered(_every, lambda _: _every(passage.paper.all))
    return {right.holder for rights in every.values() for right in rights if right.granted and right.ground == ground}


def _of(passage: Passage) -> Iterator[ExitRight]:
    if passage.clause.kind in ("definition", "recital", "title", "heading", "parties", "signature"):
        return
    if passage.clause.kind == "table_row":
        rows = table_rows(passage)
        yield from _of_table(rows) if rows else ()
        return
    for sentence in passage.sentences:
        for part in parts(sentence):
            right = _right(passage, sentence, part)
            if right is not None:
                yield right


_TURNS = expression(r"; |: | but | while | whereas | although | though |, (?:and|yet|so|nor) |\? |(?:,|and) (?:CUSTOMER|VENDOR) ")


def parts(sentence: Sentence) -> tuple[Stretch, ...]:
    """A sentence cut where it turns to something else: at a semicolon, "but", "and the Customer"."""
    cuts = [hit.at.start for hit in sentence.hits(_TURNS)]
    bounds = [sentence.at.start, *cuts, sentence.at.end]
    return tuple(Stretch(sentence.view, Span(a, b)) for a, b in itertools.pairwise(bounds) if b - a > 8)


def _right(passage: Passage, sentence: Sentence, part: Stretch) -> ExitRight | None:
    hit = _leaving(part)
    window = around(passage, sentence, back=2, ahead=0)
    if hit is None:
        return _like_right(passage, sentence, part, window)
    if sentence.has(SERVICE_LEVEL) or (part.has(_OTHER_OBJECT) and not part.has(DEAL)):
        return None
    denied = hit.negated or _held(part, hit)
    allowed = part.has(MAY) or sentence.has(MAY) or _acts(hit)
    if not (denied or allowed):
        return None
    ground = _ground(sentence, part, window)
    if ground is None or (ground == "none" and sentence.has(_NEXT_TERM)):
        return None
    holder = _holder(hit, part, sentence, denied=bool(denied)) or ("either" if window.has(_BOTH) else "")
    return ExitRight(holder, not denied, ground, part, hit, window)


def _leaving(part: Stretch) -> Hit | None:
    noise = part.hits(_NOT_LEAVING)
    return next((hit for hit in part.hits(LEAVING) if not any(_same(each, hit) for each in noise)), None)


def _same(noise: Hit, hit: Hit) -> bool:
    """Whether a word for leaving is only a part of something else; "bring it to an end" is more than its "an end"."""
    return noise.at.overlaps(hit.at) and not (hit.at.covers(noise.at) and len(hit.words) > len(noise.words) + 3)


def _held(part: Stretch, hit: Hit) -> Hit | None:
    """Where it says that there is no way out."""
    held = part.find(HELD)
    return held if held is not None and not part.before(held).has(phrase("or|whether or")) else None


_ENDS_IT = expression(
    r"(?:CUSTOMER|VENDOR|EITHER|OTHER)(?: then| thereupon| itself| alone)? (?:ends|leaves|terminates|cancels|withdraws|is freed|is released|is discharged|walks|exits|quits)\b"
)


def _acts(hit: Hit) -> bool:
    """Whether it is told as a fact: "then the Institution ends the contract"."""
    near = Stretch(hit.view, Span(max(hit.sentence.at.start, hit.at.start - 60), hit.at.end))
    return near.has(_ENDS_IT) or hit.words.startswith(("free", "releas", "discharg", "loos"))


def _ground(sentence: Sentence, part: Stretch, window: Stretch) -> Ground | None:
    named = _named_ground(sentence)
    if named is not None:
        return named
    free = sentence.has(NO_REASON) or sentence.has(_FREE) or sentence.has(AS_IT_PLEASES)
    if window.at != sentence.at and not sentence.has(NO_REASON) and (sentence.has(_LEANS) or not free):
        before = _named_ground(window)
        if before is not None and before != "other":
            return before
    if sentence.has(_SOME_OTHER):
        return "other"
    noticed = any(d.unit in ("day", "week", "month", "hour", "year", "quarter") for d in sentence.durations)
    if sentence.has(_CONDITIONAL) and not (sentence.has(NO_REASON) or part.has(HELD)):
        return "other"
    return "none" if free or noticed or part.has(HELD) else None


def _named_ground(stretch: Stretch) -> Ground | None:
    if AUTHORITY.within(stretch):
        return "authority"
    if stretch.has(NEW_OWNER) and not stretch.has(_IN_GROUP):
        return "owner"
    excused = stretch.find(NO_REASON)
    if excused is None and (stretch.has(BROKEN) or stretch.has(BREACH) or stretch.has(INSOLVENT)):
        return "breach"
    return None


def _holder(hit: Hit, part: Stretch, sentence: Sentence, *, denied: bool) -> str:
    """Whose right it is: the side that leaves, or to which the way out is open or closed."""
    to = next((each for each in part.hits(_OPEN_TO) if not part.after(each).words.startswith(" know")), None)  # "let us know" opens nothing
    side = to.groups["role"] if to else None
    if side is None and any(role.at.start < hit.at.start for role in part.hits(_ROLES)):
        side = subject_of(hit)
    side = side or subject_of(hit)
    if side is None and part.has(_ROLES):
        named = part.find(_ROLES)
        side = named.groups["role"] if named else None
    named_before = {role.groups["role"] for role in part.before(hit).hits(_ROLES)}
    if to is None and len(named_before) == 1:
        side = next(iter(named_before))
    side = (side or "").lower()
    if denied and side == "vendor" and part.has(phrase("CUSTOMER")):
        side = "customer"
    return {"other": "either", "neither": "either", "discloser": "either", "recipient": "either"}.get(side, side)


def _like_right(passage: Passage, sentence: Sentence, part: Stretch, window: Stretch) -> ExitRight | None:
    """ "No such option is open to the Client": denied by pointing at the right before it, or given to both alike."""
    index = next((i for i, each in enumerate(passage.sentences) if each.at == sentence.at), 0)
    before = Stretch(passage.view, Span(window.at.start, part.at.start))
    leaving = _leaving(before) if index or part.at.start > sentence.at.start else None
    denies = part.find(_LIKE_RIGHT)
    if denies is not None and part.has(phrase("CUSTOMER")) and (leaving is not None or AUTHORITY.within(part)):
        ground = _named_ground(part) or _named_ground(window) or "none"
        return ExitRight("customer", False, ground, part, denies, window)
    return None


_ROW_LEAVING = phrase(r"(?:terminat|cancel|exit|end|leav|withdraw|break|denunciat|rescission|way out|serve)[a-z]*")
_NO_CELL = re.compile(r"(?:no|none|not|nil|never|excluded|n/a|nobody|ruled out|barred|-)(?:\b|$)")
_YES_CELL = re.compile(r"yes|always|any time|whenever|on |at |after |with |[0-9]|may|can|allowed|free")
_NEEDS_NO_REASON = phrase(r"(?:grounds?|reasons?|causes?)\s+(?:none|not|no|nil|any)[a-z ]*|none (?:needed|required|necessary)")


def _of_table(rows: tuple[Passage, ...]) -> Iterator[ExitRight]:
    """The rights that the rows of a small table give: each in a row of its own, or all rows together."""
    heads = rows[0].sentences
    table = Passage(rows[0].view, Span(rows[0].at.start, rows[-1].at.end), rows[0].clause, rows[0].paper)
    if table.has(SERVICE_LEVEL):
        return
    found = False
    for row in rows:
        for right in _of_row(row, heads if row is not rows[0] else ()):
            found = True
            yield right
    hit = next((hit for row in rows if (hit := row.sentences[0].find(_ROW_LEAVING) or row.sentences[0].find(LEAVING))), None)
    if found or hit is None or not table.has(_ROLES):
        return
    ground: Ground = "none" if table.has(_NEEDS_NO_REASON) else _named_ground(table) or "none"
    if ground == "none" and not (table.has(NO_REASON) or table.has(_FREE) or table.has(_NEEDS_NO_REASON)):
        return
    only = table.find(_ROLE_CELL)
    who = only.groups["role"].lower() if only else _holder(hit, table, table.sentences[0], denied=False)
    yield ExitRight(who, True, ground, table, hit, table)


_ROLE_CELL = expression(r"\n(?P<role>CUSTOMER|VENDOR|EITHER)(?: only| alone|\n|,)")


def _of_row(row: Passage, heads: tuple[Sentence, ...]) -> Iterator[ExitRight]:
    """A row whose label or column says that it is about leaving, and whose cells say for whom."""
    cells = row.sentences
    if len(cells) < 2:
        return
    label = cells[0]
    for index, cell in enumerate(cells[1:], start=1):
        head = heads[index] if index < len(heads) else label
        leaving = label.find(_ROW_LEAVING) or head.find(_ROW_LEAVING) or cell.find(LEAVING)
        ground = _named_ground(label) or _named_ground(cell) or ("none" if row.has(NO_REASON) or row.has(_FREE) else None)
        role = (head.find(_ROLES) if head is not label or label.has(_ROW_LEAVING) else None) or cell.find(_ROLES)
        if leaving is None or ground is None:
            continue
        if _NO_CELL.match(cell.words):
            yield ExitRight("customer" if role is None else role.groups["role"].lower(), False, ground, row, leaving, row)
        elif role is not None and _YES_CELL.match(cell.words):
            yield ExitRight(role.groups["role"].lower(), True, ground, row, leaving, row)
