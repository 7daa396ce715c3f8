"""What the families about data and models speak of: the customer's data, personal data, models, outputs, authorities, helpers.

Contracts name these things in words of their own ("Application Record", "Derived Materials", "Offspring"), so a subject is a lexicon
of usual words and a test of meanings: a defined term whose meaning passes the test counts as the subject wherever it is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.domain.span import Span
from app.rules.reading.numbers import Duration
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import Pattern, expression, phrase
from app.rules.reading.view import View

# A meaning says what kind of thing the term is in its first words.
_OPENING = 110
_RELATIVE = phrase(r"that|which|who|when|whenever|where|by which|for which")


class Subject:
    """A thing that clauses are about.

    `words` are its usual names. A defined term is one of its names if its meaning opens with one of `kinds` and holds every one
    of `traits`. Defined terms count only as they are defined: "Content" isn't found in "content of a notice".
    """

    def __init__(self, words: Pattern, kinds: Pattern, *traits: Pattern, never: Pattern | None = None) -> None:
        self.words, self._kinds, self._traits, self._never = words, kinds, traits, never

    def hits(self, stretch: Stretch) -> list[Hit]:
        """All mentions in a stretch, in order."""
        named = self.names(stretch.view)
        found = stretch.hits(self.words)
        if named is not None:
            found += [hit for hit in stretch.hits(named) if _as_defined(hit)]
        return sorted(found, key=lambda hit: (hit.at.start, -hit.at.end))

    def find(self, stretch: Stretch) -> Hit | None:
        return next(iter(self.hits(stretch)), None)

    def within(self, stretch: Stretch) -> bool:
        return self.find(stretch) is not None

    def names(self, view: View) -> Pattern | None:
        """The contract's own terms for it, as a phrase; None where it defines none."""
        return view.remembered(self, self._names)

    def _names(self, view: View) -> Pattern | None:
        names = {Stretch(view, view.at(d.name)).words for d in view.contract.definitions if self._is_meant(Stretch(view, view.at(d.body)))}
        kept = sorted(
            (name.strip(' "') for name in names if name.strip(' "') and "\n" not in name and not name.strip(' "').isupper()),
            key=len,
            reverse=True,
        )
        return phrase("|".join(rf"{re.escape(name)}(?:e?s)?" for name in kept)) if kept else None

    def _is_meant(self, body: Stretch) -> bool:
        relative = body.find(_RELATIVE)
        end = min(body.at.end, body.at.start + _OPENING, relative.at.start if relative is not None else body.at.end)
        opening = Stretch(body.view, Span(body.at.start, end))
        return opening.has(self._kinds) and body.has(*self._traits) and not (self._never is not None and body.has(self._never))


def _as_defined(hit: Hit) -> bool:
    first = hit.span.of(hit.view.contract.text)[:1]
    return first.isupper() or not first.isalpha()


def meanings(passage: Passage, stretch: Stretch) -> tuple[Passage, ...]:
    """The definitions of the terms that a sentence uses (and of those that they use)."""
    part = Passage(stretch.view, stretch.at, passage.clause, passage.paper)
    return tuple(meaning for meaning in passage.paper.definitions_of(part) if not _names_a_party(meaning))


_DEFINES_WORDS = re.compile(
    r"^(?:\(?[0-9a-z]{1,4}[.)]*[0-9.]* )?\"[^\"\n]{2,60}\"(?: or \"[^\"\n]{2,60}\")? ?(?:means?|shall mean|:|is|are|has the meaning|"
    r"refers? to|includes?)|^[a-z' -]{2,40} means "
)


def operative(passage: Passage) -> tuple[Sentence, ...]:
    """Its sentences that aren't definitions: what a definition describes nobody has promised or allowed yet."""
    if passage.clause.kind in ("definition", "recital", "title", "parties", "signature"):
        return ()
    if passage.clause.kind == "table_row" and any(
        passage.span.covers(d.name) and d.name.start - passage.span.start < 3 for d in passage.view.contract.definitions
    ):
        return ()
    heading = _letters(passage.clause.heading or "")
    return tuple(
        sentence
        for sentence in passage.sentences
        if not _is_definition(sentence) and _letters(sentence.span.of(passage.view.contract.text)) != heading
    )


def statements(passage: Passage) -> tuple[Sentence, ...]:
    """What a passage states: a table's row as one statement, for its cells say nothing alone; else its sentences but for definitions."""
    if passage.clause.kind == "table_row":
        return (Sentence(passage.view, passage.at),)
    return operative(passage)


_MOST_ROWS = 40  # a longer table's head is too far away to be worth the walk


def table_head(passage: Passage) -> Passage | None:
    """The first row of the table that a row stands in: what its columns are called. None for the first row and for other passages."""
    head = passage
    for _ in range(_MOST_ROWS):
        before = passage.paper.holding(Span(head.at.start - 2, head.at.start)) if head.at.start >= 2 else None
        if before is None or before == head or before.clause.kind != "table_row":
            break
        head = before
    return head if head is not passage and passage.clause.kind == "table_row" else None


_NO = re.compile(r"\n ?(?:no|none|not|nil|never|n/a|nowhere|withheld|excluded|refused|denied|forbidden|prohibited|barred|-)(?![a-z])")


def row_says_no(stretch: Stretch) -> bool:
    """Whether a row answers its first cell with a no: "Manual reassessment | no"."""
    return _NO.search(stretch.words.strip()) is not None


def _letters(text: str) -> str:
    """A heading's letters, whatever number or stop stands beside it."""
    return re.sub(
        r"^\W*(?:(?:section|article|clause|annex|schedule|exhibit|part)?\W*[0-9ivx]+[.)]*(?:[0-9]+[.)]*)*\W+)?|\W+", "", text.lower()
    )


def rows(passage: Passage) -> tuple[Passage, ...]:
    """The table rows in it, each a passage of its own; itself if it is one."""
    return tuple(
        Passage(passage.view, passage.view.at(clause.span), clause, passage.paper)
        for clause in passage.view.contract.clauses
        if clause.kind == "table_row" and passage.span.covers(clause.span)
    )


def _is_definition(sentence: Sentence) -> bool:
    return _DEFINES_WORDS.match(sentence.words) is not None


_TURN = expression(r"; |, (?:and|but|while|whereas|however) (?:CUSTOMER|VENDOR) ")


def said_after(hit: Hit) -> Stretch:
    """The words behind it that belong to the same statement: up to a semicolon, or to "and" with a new subject."""
    after = hit.sentence.after(hit)
    turn = after.find(_TURN)
    return after.before(turn) if turn is not None else after


def said_before(hit: Hit) -> Stretch:
    """The words before it that belong to the same statement."""
    before = hit.sentence.before(hit)
    turns = before.hits(_TURN)
    return Stretch(hit.view, Span(turns[-1].at.start, before.at.end)) if turns else before


def said_around(hit: Hit) -> Stretch:
    """The whole statement that it belongs to."""
    return Stretch(hit.view, Span(said_before(hit).at.start, said_after(hit).at.end))


_BARRED = phrase(r"(?:may|shall|must|can|will) not|cannot|is not (?:entitled|free|allowed|permitted)|no right")


def withheld(hit: Hit) -> bool:
    """Whether a power is denied before it: "may not ... at its discretion", "has no right to"."""
    return said_before(hit).has(_BARRED) or hit.words.endswith(("no right", "no right to"))


def times_near(passage: Passage, sentence: Stretch) -> list[tuple[Stretch, Duration]]:
    """The durations that a sentence may mean, nearest first: its own, those of what its terms mean, of the sentences behind and before it."""
    others = [each for each in operative(passage) if each.at != sentence.at]
    behind = [each for each in others if each.at.start >= sentence.at.end]
    places: list[Stretch] = [sentence, *meanings(passage, sentence), *behind[:2], *[each for each in others if each not in behind][-1:]]
    return [(place, duration) for place in places for duration in place.durations if duration.unit != "minute"]


def first(*found: Hit | None) -> Hit | None:
    return next((hit for hit in found if hit is not None), None)


def find_in(stretches: Iterable[Stretch], *patterns: Pattern) -> Hit | None:
    """The first match of any pattern in any of the stretches."""
    return first(*(stretch.find(*patterns) for stretch in stretches))


def _names_a_party(meaning: Passage) -> bool:
    return meaning.clause.kind in ("parties", "title")


_PUT_IN = (
    r"submit(?:s|ted)?|upload(?:s|ed)?|enter(?:s|ed)?|load(?:s|ed)?|provid(?:es|ed|e)|suppl(?:y|ies|ied)|input(?:s|ted)?|"
    r"puts? into|put into|types?|"
    r"stor(?:es|ed|e)|sen(?:ds?|t)|transmit(?:s|ted)?|import(?:s|ed)?|hand(?:s|ed)? over|collected (?:from|by)|derived from|"
    r"make(?:s)? available|made available|"
    r"disclos(?:es|ed)|fetches|process(?:es|ed)|creat(?:es|ed)|contribut(?:es|ed)|feed(?:s)?|fed|record(?:s|ed)|relat(?:es|ing) to|"
    r"about CUSTOMER|deliver(?:s|ed)?|post(?:s|ed)?"
)
_USERS = (
    r"CUSTOMER|users?|CUSTOMER's|customers?|institutions?|participants?|subscribers?|clients?|members?|tenants?|people|personnel|"
    r"workers?|applicants?|policyholders?|bench|platform|suite|service"
)
_DATA = (
    r"data|information|records?|files?|content|materials?|documents?|texts?|images?|inputs?|prompts?|features|embeddings|drawings|"
    r"boards|comments|attributes|transactions|"
    r"submissions|uploads|conversations|messages|queries|entries|interactions|chats"
)
# "its data" of a named customer, and what people call data that isn't the vendor's own.
CUSTOMER_DATA = Subject(
    phrase(
        rf"CUSTOMER(?:'s)? (?:(?:own|confidential|personal|end users'|users'|people's|group's|business|raw|proprietary|applicants'|"
        rf"employees'|training|support|uploaded|stored) )*(?:{_DATA}|details)|"
        r"(?:client|customer|subscriber|user|tenant|policyholder|member|company|borrower|applicant|participant|buyer|institution|"
        r"bank|insurer|guest|patient|employee|end[- ]user)s?'?s? (?:data|content|information|records|inputs?|submissions)|"
        rf"(?:{_DATA}) (?:of|from|about|belonging to|(?:that |which )?(?:are |is )?(?:submitted|supplied|provided|uploaded|entered|"
        rf"loaded|input|furnished|generated|made available|stored|created|sent) by|(?:that|which)) CUSTOMER|"
        rf"(?:{_DATA}) (?:that |which )?(?:VENDOR|it) (?:receives?|obtains?|gets?|collects?|takes?) from CUSTOMER|(?:claim to|"
        rf"cop(?:y|ies) of|access to|with|return|back) its data|its data back|"
        r"what CUSTOMER(?:'s (?:people|staff|users))? (?:puts?|loads?|enters?|uploads?|types?|submits?|makes?|draws?|writes?|"
        r"creates?|sends?|stores?)|everything (?:that )?CUSTOMER (?:puts?|loads?|enters?|uploads?|types?|submits?|stores?)|"
        rf"(?:{_DATA}|boards|files) (?:of|from|in|across) (?:all|every|each|any) (?:of )?(?:its |VENDOR's |"
        rf"the )?(?:other )?(?:workspaces?|accounts?|tenants?|customers?|users?|environments?)|"
        r"(?:boards|comments|files|documents|conversations|workspaces?|records)[a-z, ]{0,40} in (?:every|each|all|"
        r"CUSTOMER's) (?:customer's |tenant's |user's )?(?:workspaces?|accounts?|tenants?|environments?)|"
        r"anything that was in CUSTOMER's workspace|"
        r"prompts?(?:,| and| or) (?:the )?(?:outputs?|responses?|completions?)|(?:inputs|prompts) (?:that|which|of|from)|"
        r"CUSTOMER's (?:prompts?|inputs?)"
    ),
    phrase(rf"(?:{_DATA})"),
    phrase(rf"(?:{_PUT_IN}|put|load into|arise)"),
    phrase(rf"(?:{_USERS})"),
    never=phrase(
        r"user guides?|manuals?|functional descriptions?|release notes|model cards?|weights|counts|timings|non-?public|"
        r"confidential(?:ity)?|deliverables?|fees|invoices|inference code|source code|statistics|licensed model"
    ),
)
_HELD = (
    r"(?:data(?:sets?|bases?| sets?| stocks?| holdings?)?|information|records?|files?|filing|content|contents|materials?|documents?|entr(?:y|ies)|details|"
    r"particulars|ledgers?|registers?|books|boards|drawings|messages|uploads|inputs?|prompts?|submissions|papers|workspaces?|archives?|"
    r"transcripts?|correspondence|items?|images|texts|transactions|histor(?:y|ies)|portfolios?|property|tickets|cases?|folders?|notes|lists?|"
    r"names|addresses|figures|conversations|queries|stuff|photos?|recordings?|"
    r"works?|mail(?:box(?:es)?|s)?|projects?|designs?|creations?|catalogues?|catalogs?|logs?|log-?books?|bookings?|orders|accounts|calendars?|campaigns?|tasks?|comments|"
    r"scans|measurements|readings|repositor(?:y|ies)|back-?ups?|cop(?:y|ies)|tables?|spreadsheets?|collections?|inventor(?:y|ies)|footage|media|assets|belongings|bytes?|estate)"
)
_PEOPLE = (
    r"(?:patients?|residents?|employees?|staff|members?|clients?|customers?|donors?|supporters?|pupils?|students?|tenants?|guests?|users?|"
    r"applicants?|borrowers?|policy-?holders?|citizens?|subscribers?|people|persons?|individuals?|workers?|consumers?|card-?holders?|visitors?|"
    r"passengers?|account-?holders?|insureds?|claimants?|fans?|buyers?|shoppers?|households?|workforce|personnel|taxpayers?|parents?|children)"
)
# The customer's data however a drafter calls it: wider than CUSTOMER_DATA, for rules that ask for more beside it.
HELD_DATA = phrase(
    rf"CUSTOMER's (?:[a-z][a-z'-]* ){{0,3}}?{_HELD}|CUSTOMER (?:[a-z][a-z-]* )?{_HELD}|"
    rf"{_PEOPLE}(?:'s|s'|')? (?:personal |bank |contact |health |own |private |medical )*{_HELD}|"
    rf"{_HELD} (?:of|from|about|belonging to|concerning|on|regarding|entrusted by|held for|processed for|kept for|stored for|coming from|originating (?:from|with)) "
    rf"(?:all |any |the |its |VENDOR's |CUSTOMER's |every |each )*(?:CUSTOMER|{_PEOPLE})|"
    rf"{_HELD}[a-zA-Z, ]{{0,50}} (?:(?:that |which )?CUSTOMER(?:'s [a-z]+)? (?:has |have |had |may |may have )?|by CUSTOMER)(?:put|puts|load|loads|loaded|enter|enters|entered|upload|"
    r"uploads|uploaded|type|types|typed|submit|submits|submitted|store|stores|stored|send|sends|sent|give|gives|gave|given|supply|supplies|supplied|hand|hands|"
    r"handed|feed|feeds|fed|contribute|contributes|contributed|keep|keeps|provide|provides|provided|place|places|placed|entrust|entrusts|entrusted|make|makes|made|create|creates|created)|"
    rf"{_HELD}[a-zA-Z, ]{{0,40}} (?:put|loaded|entered|uploaded|typed|submitted|stored|sent|given|supplied|handed|fed|contributed|provided|placed|entrusted|"
    r"made|created)[a-zA-Z ,]{0,30} by CUSTOMER|"
    r"(?:what|whatever|everything|anything|all|that which|the things?|things)(?: that| which)? CUSTOMER(?:'s [a-z]+)? (?:has |have |had |may )?(?:put|puts|load|loads|loaded|enter|enters|entered|"
    r"upload|uploads|uploaded|type|types|typed|submit|submits|submitted|store|stores|stored|send|sends|sent|give|gives|gave|given|supply|supplies|supplied|"
    r"feed|feeds|fed|keep|keeps|kept|save|saves|saved|write|writes|wrote|draw|draws|make|makes|made|create|creates|created|share|shares|shared|post|posts|posted)|"
    r"(?:what|whatever|everything|anything|all)(?: that)? (?:was |is |lies |has been |is stored |is kept |put |stored )?(?:in|on|there|inside)(?: it| there| the [a-z]+)?|CUSTOMER's (?:side|property)|"
    r"personal (?:data|information|details|particulars|records|stuff|files)|(?:names|addresses|dates of birth),? [a-z ,]{0,40}(?:addresses|details|births?)"
)
_ITS_OWN = phrase(rf"(?:its|their|his|her) (?:[a-z-]+ ){{0,2}}?{_HELD}")


def held(stretch: Stretch) -> Hit | None:
    """The customer's data in a stretch, by any name: "CUSTOMER's case files", "what CUSTOMER put in", "its records" of a customer named before."""
    found = CUSTOMER_DATA.find(stretch) or stretch.find(HELD_DATA)
    return found or next(
        (hit for hit in stretch.hits(_ITS_OWN) if hit.actor == "customer" or stretch.before(hit).words.rstrip().endswith("CUSTOMER that")),
        None,
    )


# "The records", "the said files": data where the passage speaks of the customer's.
SAID_DATA = phrase(
    rf"(?:the|these|those|said|such|same|all|any|every|each|entire|whole|its)(?: (?:said|same|entire|whole|complete|remaining|stored|hosted|processed|"
    rf"relevant|aforesaid|original|personal|raw))* {_HELD}|them|they|it"
)
PERSONAL_DATA = phrase(
    r"personal (?:data|information|details)|personally identifi(?:able|ed) (?:data|information)|data subjects?|(?:uk )?gdpr|"
    r"(?:data protection|privacy) (?:laws?|legislation|act|rules|regulations?)|"
    r"protected health information|(?:names|name),? [a-z ,-]{0,40}(?:addresses|details)|special categor(?:y|ies)"
)
MODEL = Subject(
    phrase(
        r"(?:[a-z-]+ )?models?|algorithms?|machine[- ]learning|artificial intelligence|ai (?:systems?|features?|tools?|services?|"
        r"capabilities|technolog(?:y|ies)|products?)|weights|neural networks?|classifiers?|llms?|"
        r"(?:predictive|generative|suggesting|drawing|intelligent|smart|learning)[a-z, ]{0,40} (?:features?|functions?|"
        r"functionality|capabilities|tools)|(?:planning |virtual |digital )?assistants?|embeddings|training (?:sets?|corpus|"
        r"corpora|data ?sets?)|engines?"
    ),
    phrase(
        r"models?|weights|parameters|algorithms?|systems?|predictive|baseline|machine[- ]learning|artificial intelligence|engines?|"
        r"network"
    ),
    phrase(
        r"models?|weights|learnt|learned|learning|train(?:ed|ing)|predict(?:ive|ions?)|tun(?:ed|ing)|parameters|"
        r"artificial intelligence|algorithms?"
    ),
    never=phrase(r"means any body of data|business day|fees"),
)
OUTPUT = Subject(
    phrase(
        r"outputs?|(?:model(?:'s)?|ai|ai[- ]generated|model-generated) (?:results|content|responses?)|scores?|predictions?|"
        r"results? (?:that|which) (?:the )?(?:model|service|platform|suite|system)s? (?:returns?|produces?|generates?)|"
        r"what(?:ever)? (?:the |a |any )?(?:[a-z]+ )?(?:models?|service|system|material|tool) (?:generates?|produces?|returns?|gives?|"
        r"writes?)|completions|what comes out|assessments|forecasts|inferences"
    ),
    phrase(
        r"scores?|results?|outputs?|text|content|predictions?|recommendations?|reports?|assessments?|findings?|classifications?|"
        r"alerts?|whatever|things|grades|ratings?|completions?|responses?|images?|code|matter"
    ),
    phrase(
        r"returns?|issues?|produc(?:es|ed)|generat(?:es|ed)|come(?:s)? (?:out|into being)|gives? back|returned|responds?|emits?|"
        r"yields?|in response to|operation"
    ),
    phrase(r"models?|platform|suite|service|bench|system|when|software|product|tool|weights|material|prompted|offspring|release|ai"),
    never=phrase(r"fees|invoice|business day|audit|certified public accountants|person who|user guides|service organi[sz]ation"),
)
AUTHORITY = Subject(
    phrase(
        r"regulators?|regulatory (?:authorit(?:y|ies)|bod(?:y|ies)|agenc(?:y|ies))|supervisory (?:authorit(?:y|ies)|bod(?:y|ies))|"
        r"supervisors?|(?:competent|resolution|public|financial|prudential|supervising|banking) authorit(?:y|ies)|"
        r"authorit(?:y|ies)(?: that)? supervis(?:es?|ing) [a-zA-Z ]{1,20}|that authority|(?:an|any|each|every|the) authority|"
        r"authorities|central bank|examiners?|financial conduct authority|"
        r"(?:supervisory|prudential|conduct|resolution|public)(?:,? (?:or )?(?:other )?(?:supervisory|prudential|conduct|"
        r"resolution|public))* authority|anyone who supervises|(?:body|bodies|agency|agencies) (?:that|which) (?:supervises?|"
        r"regulates?)"
    ),
    phrase(r"authorit(?:y|ies)|bod(?:y|ies)|agenc(?:y|ies)|regulators?|person|supervisors?|institution"),
    phrase(r"supervis(?:es?|ion|ory|ing)|regulat(?:es?|ion|ory)|resolution|resolve|oversight"),
    never=phrase(r"does not extend to"),
)
HELPER = Subject(
    phrase(
        r"sub-?processors?|(?:further|other|additional|third-?party) processors?|sub-?contractors?|sub-?contracts?|"
        r"delivery partners?|(?:hosting|cloud|third-?party|infrastructure|service|data cent(?:er|re)) (?:providers?|suppliers?|"
        r"partners?|vendors?)|"
        r"contractors?(?:,)? (?:and|or) (?:[a-z]+ )?suppliers?|(?:affiliates|contractors|agents|suppliers|vendors|"
        r"third parties),? (?:[a-z]+,? ){0,3}(?:and|or) (?:[a-z]+ )?(?:contractors|suppliers|sub-?contractors|agents|vendors|"
        r"partners)|"
        r"(?:other|another|any other) (?:firms?|compan(?:y|ies)|business(?:es)?|people|vendors|suppliers)|(?:no|a|"
        r"any) third part(?:y|ies) (?:shall|may|will|is|are|to)|helpers|farm(?:s|ed|ing)? out|(?:firms|companies|businesses|those|"
        r"suppliers|partners|"
        r"vendors) (?:that|which|who) (?:help|assist|work for|process|support|host)[a-z]*|outsourc(?:e|es|ed|ing)|third part(?:y|"
        r"ies) (?:engaged|appointed|used|retained|to (?:process|host|perform|handle|provide)|for the)"
    ),
    phrase(r"third part(?:y|ies)|affiliates?|contractors?|suppliers?|persons?|compan(?:y|ies)|firms?|processors?|entit(?:y|ies)"),
    phrase(
        r"VENDOR's behalf|behalf of VENDOR|to perform|processes|contact with|handles?|performs|hosts?|engage[sd]?|for VENDOR|"
        r"chooses|appoint(?:s|ed)?"
    ),
    never=phrase(r"accountants|auditors?|internal audit|allowed to use|competes|voting|control"),
)
INCIDENT = Subject(
    phrase(
        r"(?:security|data|privacy|cyber(?:security)?|information security) (?:incidents?|breach(?:es)?|events?|compromises?)|"
        r"personal data breach(?:es)?|(?:breach|violation)(?:es|s)? of (?:the )?(?:protection|security|secrecy|integrity|"
        r"confidentiality) of (?:the )?(?:personal|CUSTOMER(?:'s)?|data|processed)|(?:breach|violation|compromise|infringement|"
        r"failure)(?:es)? of (?:the )?(?:its |VENDOR's |CUSTOMER's )?(?:security|data security|confidentiality, integrity)|"
        r"unauthori[sz]ed (?:or (?:unlawful|accidental) )?(?:access|disclosure|acquisition|use|processing|destruction|loss|"
        r"alteration|party|parties|persons?|people|hands)|(?:accessed|disclosed|acquired|obtained|used|taken|seen|opened|"
        r"copied) (?:by [a-z ]{1,30} )?without (?:authori[sz]ation|authority|permission|being entitled)|"
        r"(?:loss|theft|leak(?:age)?|corruption|destruction|compromise|exposure|disclosure)(?:,? (?:or |and )?(?:loss|theft|leak|"
        r"alteration|corruption|destruction|disclosure|misuse|unauthori[sz]ed access))* of,? (?:any |the |such )?(?:CUSTOMER|"
        r"personal|confidential|data)|"
        r"(?:outsider|intruder|stranger|somebody|someone|third party|person not entitled)[a-z ]{0,30} (?:opened|taken|got (?:at|"
        r"into|hold)|obtained|accessed|seen|copied|broken into)|"
        r"(?:opened|taken|got at|got into|stolen|leaked|hacked|lost|intercepted|"
        r"exfiltrated)[a-z ]{0,20} (?:CUSTOMER(?:'s)?) (?:people's )?(?:data|content|files|records|details|information)|"
        r"break-?ins?|intrusions?|comes? into unauthori[sz]ed hands|(?:(?:has|have|had) been|was|were) (?:lost|stolen|compromised|"
        r"accessed|hacked)|"
        r"has got at|(?:disclosed|made available|known|exposed|accessible|passed) to (?:[a-z]+ )?(?:unauthori[sz]ed|"
        r"strangers)[a-z ]*|exfiltrat(?:ed|es|ion)|(?:breaks?|broke|broken) into|breach(?:es)? of (?:CUSTOMER(?:'s)? |personal |"
        r"the )?(?:data|content|files)|gains? (?:unauthori[sz]ed )?access"
    ),
    phrase(r"event|occurrence|incident|breach|disclosure|access|loss|anything|compromise|acquisition|any|destruction"),
    phrase(
        r"unauthori[sz]ed|unlawful|confidentiality, integrity|not entitled|security|endangers?|impairs?|accidental|"
        r"breach of security|personal data breach"
    ),
    never=phrase(r"fees|outage|indemnif|competit|non-?public"),
)

# Who decides, and whether something is owed at all.
AT_WILL = phrase(
    r"(?:is|are|remains?) left to VENDOR(?:'s [a-z]+)?|(?:at|in) (?:its|VENDOR's|their|the) (?:sole|own|absolute|entire|free|unfettered|"
    r"exclusive|sole and absolute|"
    r"reasonable)?(?: and (?:absolute|exclusive|unfettered))? ?(?:discretion|option|choice|election|judge?ment)(?: of VENDOR)?|"
    r"discretionary|"
    r"(?:as|when|whenever|where|wherever|if|whatever|how|what|which)(?: and (?:how|when|if|where|whenever|however|"
    r"as))?(?:ever)?(?: often as| much as| far as| long as)? (?:it|VENDOR|they|in VENDOR's (?:view|opinion))(?: may| shall|"
    r" in its sole discretion)? (?:sees?|thinks?|deems?|considers?|feels?|judges?|finds?|believes?|regards?|chooses?|pleases?|"
    r"likes?|wish(?:es)?|selects?|elects?|decides?|determines?|prefers?)(?: (?:it|this|that))?(?: (?:to be )?(?:fit|right|"
    r"appropriate|useful|necessary|advisable|best|proper|prudent|expedient|convenient|desirable|helpful|good|suitable))?|"
    r"(?:such|any) [a-z, ]{1,60} as (?:it|VENDOR) (?:may )?(?:from time to time )?(?:sees?|thinks?|deems?|considers?|select|choose|"
    r"determine|decide|prefer)s?(?: fit)?|at such times, if any|(?:whenever|whichever|whomever|whatever|however) (?:it|"
    r"VENDOR) (?:likes?|chooses?|pleases?|wants?|selects?|sees? fit|considers?|thinks?)|"
    r"(?:is|are|remains?) (?:up to|for) VENDOR(?: alone)?(?: to (?:decide|say|determine|choose))?|(?:for|"
    r"up to) VENDOR(?: alone)? to (?:decide|say|determine|choose)|(?:VENDOR|it)(?: alone| freely| solely)? (?:decides?|determines?|"
    r"chooses?) (?:if|when|whether|how|which|what|on)|alone (?:decides|determines|chooses|selects)|"
    r"(?:follows?|according to|as|per) (?:its|VENDOR's) own (?:[a-z]+ )?(?:policy|policies|practices?|schedule|housekeeping|"
    r"priorities|judge?ment|business|retention schedule|rules|timetable)|(?:own|other) business priorities"
)
REFUSES = phrase(
    r"(?:owes?|gives?) no (?:account|explanation|reasons?)|(?:is|are|be|being|shall be|will be|was) (?:not|under no|in no way|neither|"
    r"never)(?: (?:in any way|hereby|otherwise|"
    r"thereby))? (?:obliged|required|obligated|bound|called upon|asked|expected|duty|obligation|a duty|responsible for|liable to|"
    r"to be required)|"
    r"under no (?:duty|obligation|commitment)|(?:shall|will|can|may|does|do) not (?:in any way )?be (?:obliged|required|obligated|"
    r"bound|called upon|under an obligation)|need not|needs? neither|need neither|(?:has|have|assumes?|undertakes?|accepts?|owes?|"
    r"bears?|gives?|makes?|incurs?) no (?:[a-z]+ )?(?:duty|duties|obligation|obligations|commitment|promise|undertaking|"
    r"responsibility)|"
    r"without any (?:duty|obligation)|no (?:duty|obligation) (?:to|on|of)|(?:do|does|shall|will|can)(?:n't| not) (?:undertake|"
    r"commit|promise|owe|have to|engage itself)|don't owe|not (?:be )?called upon|nobody (?:can|may) ask|not entitled to (?:ask|"
    r"demand|require|receive)|"
    r"has no right|have no right|no right (?:to|of)|nothing (?:in [a-z ]{1,40} )?(?:obliges|requires|shall oblige|shall require|"
    r"entitles)|not a commitment|not obliged|declines"
)
