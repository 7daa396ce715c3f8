"""Whose law, whose courts, and who decides: governing law and disputes in whatever words, and which side they favour.

The usual words are `law_and_disputes`'. `favours` names the side at whose home, or at whose choice, the law, the courts or the
arbitrators are: "where the Supplier has its seat", "an arbitrator whom the Vendor designates".
"""

from __future__ import annotations

import re

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.exit_words import days, proof, table_rows, topic
from app.rules.reading.deontic import WAIVED
from app.rules.reading.passage import Hit, Passage, Stretch
from app.rules.reading.pattern import expression, phrase

_HOME = r"(?:(?:registered |head |main |principal |home |own )*(?:offices?|seat|headquarters|hq|domicile|home|place of business|place of incorporation|place of establishment|establishment|residence|city|town|country|state|court|courts|forum|jurisdiction|law|laws|base|premises|locality|turf|soil|doorstep|hometown|place|siege))"
_AT = (
    r"(?:is|are|was|has|have|keeps?|sits?|resides?|dwells?|lives?|maintains?|runs)(?: its| an?| the)? ?(?:then |currently |at that time |for the time being |mainly |principally )*(?:established|seated|based|domiciled|incorporated|located|situated|registered|organi[sz]ed|headquartered|resident|at home|formed|set up|residing|"
    + _HOME
    + r")"
)
# "Where the Supplier has its seat", "Vendor's headquarters", "the seat of the Vendor".
AT_HOME = expression(
    rf"\b(?:where|in which|wherever|whose)[a-z ,]{{0,30}} (?P<a>CUSTOMER|VENDOR)(?: itself)? {_AT}\b"
    rf"|\b(?P<b>CUSTOMER|VENDOR)(?:'s| corporate)(?: own| then)? {_HOME}\b|\b{_HOME}(?: \w+)? (?:of|at|in the place of) (?P<c>CUSTOMER|VENDOR)\b"
    rf"|\b(?:home|seat|place|town|city|country|state)(?: court| law)? of (?P<d>CUSTOMER|VENDOR)\b|\b(?P<e>CUSTOMER|VENDOR)'s (?:home|local|national|own|domestic) (?:law|laws|courts?|judges?|forum|ground|tribunals?)\b"
    r"|\b(?:law|laws|courts?|judges?|tribunals?) (?:at|of) (?:the )?(?:place|seat|home|domicile|location|country|town|city|state) (?:of|where|in which|that) (?:the )?(?P<f>CUSTOMER|VENDOR)\b"
)
_OFFICER = r"(?:(?: own)? (?:[a-z]+ ){0,3}(?:director|board|officer|ceo|counsel|management|manager|team|department|committee|president|panel|ombudsman|chair|executive|desk|general counsel|head of [a-z]+|founder|owner|secretary)s?)"
_RULES = r"(?:alone |itself |then |finally |solely |shall |will |may )*(?:rules?|decides?|judges?|determines?|settles?|adjudicates?|rule|has the (?:last|final) (?:word|say)|pronounces?|gives? (?:a |the |its )?(?:ruling|decision|verdict)|resolves?|arbitrates?|hears?|is (?:the )?(?:sole |only |final )*(?:judge|arbiter|arbitrator))"
_PICKS = r"(?:alone |itself |freely |shall |will |may |has |have )*(?:designat|appoint|nam|pick|choos|chose|select|nominat|propos|provid|suppl|determin|elect|decid|fix|prefer|favou?r|lik|pleas|specif|indicat|keep|maintain|approv)[a-z]*"
_JUDGE = r"(?:arbitrators?|tribunals?|experts?|mediators?|judges?|panel(?: members?)?|persons?|chair(?:man|person)?|umpires?|referees?|adjudicators?|members|law|laws|court|courts|forum|venue|seat|place|country|legal system|jurisdiction|lawyer|list|roster|institution|centre|body|whom|who|which|two|one|rules)"
# One side is the judge, names the judge, or picks the law.
BY_CHOICE = expression(
    rf"\b(?P<a>CUSTOMER|VENDOR)(?:'s{_OFFICER})? {_RULES}\b|\b(?:decided|ruled(?: on)?|settled|determined|judged|resolved|heard|adjudicated)(?: finally| solely| exclusively| alone)* by (?P<b>CUSTOMER|VENDOR)\b"
    rf"|\b{_JUDGE}(?: [a-z]+){{0,3}}?,? (?:whom |which |that |who |as |it )?(?P<c>CUSTOMER|VENDOR)(?: alone| itself| may| shall| then| has)* {_PICKS}\b"
    rf"|\b{_JUDGE}[a-z ,]{{0,60}} (?:{_PICKS[_PICKS.index('(?:designat') :]}|drawn|taken|kept|held|drawn up|compiled|employed|paid|retained)(?: alone| only| solely)? (?:from [a-z ]{{1,20}} )?(?:by|of|from|at the choice of) (?P<d>CUSTOMER|VENDOR)\b"
    rf"|\b(?P<e>CUSTOMER|VENDOR)(?: may| can| shall| will| has the right to| is free to| at its (?:sole |own |free )?(?:choice|option|discretion)|, [a-zA-Z' ,]{{1,80}},)*(?: [a-z]+){{0,2}}? {_PICKS} (?:the |a |an |which |what |one |each |any |both |two |of |all |whose |[a-z]+ ){{0,4}}{_JUDGE}\b"
    rf"|\b(?P<f>CUSTOMER|VENDOR)'s (?:own |sole |free )*(?:choice|option|election|arbitrator|tribunal|panel|list|appointee|nominee|expert)\b"
)
_ANYWHERE = phrase(
    r"any (?:country|court|place|forum|competent court|jurisdiction|state|court of law)(?: in the world| whatsoever| it (?:likes|chooses|pleases))?|anywhere|wherever (?:it|VENDOR)|worldwide|all over the world|where(?:ver)? it (?:likes|pleases|chooses)|any court"
)
_GIVES_UP = phrase(
    r"CUSTOMER[a-zA-Z' ,]{0,60} (?:shall|will|may|must|can)(?:n't| not| never) (?:take (?:it|them|the matter)|appeal|challenge|contest|go to|sue|bring|question|litigate|apply|turn to|seek)[a-z ]*|(?:CUSTOMER )?(?:waives?|renounces?|gives? up|forgoes?|abandons?)[a-z ,]{0,40} (?:courts?|appeal|recourse|jury|right to (?:sue|be heard)|legal action|litigation|proceedings|action)|"
    r"(?:no|without) (?:appeal|recourse)(?: [a-z]+)? for CUSTOMER|conclusive for CUSTOMER|CUSTOMER (?:is bound by|accepts) (?:it|the (?:ruling|decision|verdict))"
)


def favours(passage: Passage, stretch: Stretch | None = None) -> Proof | None:
    """The side at whose home or choice it is; None where the text doesn't say, or where both have it so."""
    places = [stretch or passage, *([] if stretch is not None else passage.definitions)]
    sides: dict[str, Hit] = {}
    for place in places:
        for hit in place.hits(AT_HOME, BY_CHOICE):
            if hit.negated and "VENDOR" in hit.words:
                continue
            side = next(iter(hit.groups.values()), "").lower()
            if side:
                sides.setdefault(side, hit)
        if (up := place.find(_GIVES_UP)) is not None:
            sides.setdefault("vendor", up)
        home = _named_home(place)
        if home is not None:
            sides.setdefault(*home)
    if not sides or ("customer" in sides and "vendor" in sides and not passage.has(_ANYWHERE)):
        return None
    side = "vendor" if "vendor" in sides else "customer"
    return sides[side].proves(side)


_LIVES = expression(
    r"\b(?P<role>CUSTOMER|VENDOR)(?:,| is| has| sits| keeps| being| a| an| of| company| corporation| established| based| seated| domiciled| one| in| its| (?:registered |head )?office| at| headquarters| seat| from| located| home| under| the| laws?){1,8} (?P<place>[a-z][a-z-]+(?: [a-z]+)?)\b"
)
_FROM = phrase(r"(?:courts?|laws?|tribunals?|seat|venue|judges?|arbitrat[a-z]*|sits?|sitting|seated|held|jurisdiction|place|hearings?)")


def _named_home(place: Stretch) -> tuple[str, Hit] | None:
    """A side that is said to live at the very place whose law or courts are named."""
    text = place.view.contract.text
    for hit in place.hits(_LIVES):
        name = hit.groups["place"].split()[0]
        worded = Stretch(hit.view, Span(hit.at.start + hit.words.rfind(hit.groups["place"]), hit.at.end)).span.of(text)
        if not worded[:1].isupper() or len(name) < 3:
            continue
        named = [other for other in place.hits(phrase(re.escape(name))) if not other.at.overlaps(hit.at)]
        if any(each.sentence.has(_FROM) for each in named):
            return hit.groups["role"].lower(), hit
    return None


# Governing law

_LAW = r"(?:laws?|legislation|statutes|legal (?:system|order|rules)|jurisprudence|code)"
_RULED = phrase(
    r"govern(?:s|ed|ing)?|appl(?:y|ies|ied|ication|icable)|judged|decided|answered|construed|construction|interpret(?:ed|ation)|read|understood|validity|determines?|determined|subject to|follows?|rules?|ruled|measured?|controls?|prevails?|regulates?|according to|in accordance with|under|by|is that of|settled|law of|chosen|choice|obeys?|"
    r"answers? to|submits?|belongs?|lives?|stands?"
)
_OF_PLACE = expression(
    rf"\b(?:{_LAW})(?: and [a-z]+)?(?: in force)? (?:of|in|is that of|is|:|being) (?:the )?(?:(?:state|commonwealth|province|republic|kingdom|canton|country|territory|place|city) of (?:the )?)?(?P<place>[a-z][a-z'-]+(?: (?:and )?[a-z'-]+)?)"
)
_ADJECTIVE = expression(
    r"\b(?P<place>[a-z]+(?: and [a-z]+)?)(?: substantive| domestic| internal| national| civil| contract| material| private| commercial)* (?:law|laws|legislation|legal system|code)\b"
)
_WHICH_IS = expression(r"\b(?:which|that)(?: [a-z]+){0,3} is (?:the )?(?P<place>[a-z]+(?: [a-z]+)?)")
_COURTS_ADJ = expression(
    r"\b(?P<place>[a-z]+) (?:courts?|judges|tribunals)\b|\b(?:courts?|judges|tribunals|venue|forum|seat|place of jurisdiction)(?: [a-z]+){0,4}? (?:of|in|at|is|:|those of) (?:the )?(?P<place2>[a-z]+(?: [a-z]+)?)"
)
_NOT_CHOICE = phrase(
    r"compl(?:y|ies|iance|ying)|observ(?:e|es|ing)|abid(?:e|es)|obey(?:s)? all|export|sanctions|anti-?(?:corruption|bribery)|privacy|data protection|tax|employment|labou?r|bankruptcy|required by|permitted by|extent|mandatory|change (?:of|in) law|under applicable law|by operation of law|incorporated under|organi[sz]ed under|existing under|"
    r"breach of law|court order|by law|at law|in law|law enforcement|infring|consumer protection|lawful"
)
_UNSETTLED = phrase(
    r"(?:no|not|never|neither|without|nothing)(?: [a-z]+){0,5}? (?:choice|chosen|choose|agreed|agree|settled?|fixed|named?|picked?|determined?|selected?|stipulated?)(?: [a-z]+){0,5}? (?:laws?|jurisdiction|legal system)|(?:laws?|jurisdiction|legal system)(?: [a-z]+){0,12}? (?:left (?:open|unsettled|undecided|aside|blank)|unsettled|undecided|to be (?:agreed|decided|fixed|determined)|open)|"
    r"leave(?:s)? (?:the |this |that |it |open )*(?:matter|question|point|law|issue|choice|open)(?: [a-z]+){0,6}? ?(?:unsettled|open|undecided|unanswered|aside|blank)?|silent on the (?:governing )?law|conflict[- ](?:of[- ]laws?|rules) (?:rules )?(?:decide|determine|settle)"
)


# "A company under Dutch law with its seat in Utrecht" says who a party is.
_SAYS_WHO_SOMEBODY_IS = phrase(
    r"(?:company|corporation|partnership|entity|body) (?:under|formed|organi[sz]ed|incorporated|registered|established)"
)


def read_any_law(passage: Passage) -> Reading | None:
    """Read which law governs, where the usual words are missing; the choice of one side and a choice left open count too."""
    if passage.clause.kind in ("parties", "recital", "title", "heading", "signature") or passage.has(_SAYS_WHO_SOMEBODY_IS):
        return None
    titled = any(
        word in topic(passage)
        for word in (
            "law",
            "jurisdiction",
            "construction",
            "interpretation",
            "forum",
            "courts",
            "venue",
            "miscellaneous",
            "final provisions",
            "general",
        )
    )
    statements: tuple[Stretch, ...] = tuple(table_rows(passage)) or (
        (passage,) if passage.clause.kind == "table_row" else passage.sentences
    )
    for statement in statements:
        law = statement.find(phrase(_LAW))
        if law is None or statement.has(_NOT_CHOICE):
            continue
        if (open_ := statement.find(_UNSETTLED)) is not None:
            return passage.reading("governing_law", statement, refused=open_.proves(True))
        if not statement.has(_RULED) and passage.clause.kind != "table_row":
            continue
        side = favours(passage)
        place = _law_place(statement) or (None if side is None else _own_home(statement))
        if place is None and side is None:
            continue
        if place is not None or titled or statement.has(phrase("this|agreement|contract|licen[cs]e|document|everything|it")):
            courts = next((found for s in passage.sentences if (found := _court_place(s))), None)
            return passage.reading(
                "governing_law",
                statement,
                jurisdiction=place,
                venue=courts,
                favours=side,
                exclusive=proof(passage.find(phrase("exclusive(?:ly)?|sole(?:ly)?|alone|only"))) if courts else None,
            )
    return None


def _law_place(statement: Stretch) -> Proof | None:
    for pattern in (_WHICH_IS, _OF_PLACE, _ADJECTIVE):
        for hit in statement.hits(pattern):
            worded = _worded(hit, "place")
            if worded is not None:
                return hit.proves(worded if pattern is not _ADJECTIVE else f"{worded} law")
    return None


def _court_place(statement: Stretch) -> Proof | None:
    for hit in statement.hits(_COURTS_ADJ):
        worded = _worded(hit, "place") or _worded(hit, "place2")
        if worded is not None:
            return hit.proves(worded)
    return _own_home(statement) if statement.has(phrase("courts?|venue|forum|judges?|tribunals?|jurisdiction")) else None


def _own_home(statement: Stretch) -> Proof | None:
    """ "The country where the Supplier has its head office": a place named by its owner, as it is worded."""
    hit = statement.find(AT_HOME)
    return None if hit is None else hit.proves(" ".join(hit.span.of(hit.view.contract.text).split()))


_NO_PLACE = frozenset(
    "The This That Any Its Each Such Our Your All A An No Which Whose Under By If Where These Those Parties Agreement Contract Every Applicable Governing Mandatory Choice Both".split()
)


def _worded(hit: Hit, group: str) -> str | None:
    """The place as the document writes it, if it is written like a name."""
    name = hit.groups.get(group)
    if not name:
        return None
    start = hit.at.start + hit.words.rfind(name)
    worded = " ".join(Stretch(hit.view, Span(start, start + len(name))).span.of(hit.view.contract.text).split())
    words = worded.split()
    if not words or not words[0][:1].isupper() or words[0] in _NO_PLACE:
        return None
    kept = [words[0], *([words[1]] if len(words) > 1 and words[1][:1].isupper() else [])]
    return " ".join(kept)


# Disputes

_QUARREL = phrase(
    r"disput(?:e|es|ed)|quarrels?|differences?(?: of opinion)?|disagree(?:s|ments?)?|controvers(?:y|ies)|contentious|contention|conflicts?|fall(?:ing)?s?[- ]out|claims? (?:under|arising|connected|relating|of)|complaints?|cannot (?:solve|settle|agree|resolve)|litigation|legal (?:proceedings|action)|take (?:legal )?proceedings|takes? proceedings|"
    r"sue[sd]?|lawsuits?|grievances?|friction|squabbles?|at odds|matters? (?:arising|in)|hears? claims|issues? between|actions? (?:under|arising)|going to (?:court|law)"
)
_NOT_DISPUTE = phrase(
    r"invoices?|bills?|tickets?|severity|support|indemnif|defen[cd]e of|third[- ]party claims?|line of an|withhold|infring|credits?|conflicts? of interest"
)
_STEPS = (
    ("negotiation", phrase(r"talks?|negotiat(?:e|es|ion|ions)|discuss(?:ion|ions)?|amicabl[ey]|meet(?:s|ing)?|sit(?:s)? down|escalat(?:e|es|ion)|between themselves|good[- ]faith|in person|conversation|executives?|senior (?:managers?|officers?)|directors? (?:meet|talk)|consultations?|friendly")),
    ("mediation", phrase(r"mediat(?:e|es|ed|ion|or|ors)|conciliat(?:ion|e|or|ors)|good offices|ombuds[a-z]+")),
    ("expert", phrase(r"(?:independent |neutral |technical )?experts?|adjudicat(?:or|ion)|expert determination")),
    ("arbitration", phrase(r"arbitrat(?:e|es|ed|ion|or|ors|al)|arbiters?|arbitral|arbitration institute")),
    ("court", phrase(r"courts?|judges?|tribunal of [a-z]+|jurisdiction|take (?:legal )?proceedings|takes? proceedings|sue[sd]?|litigat(?:e|ion)|cognisance|magistrates?")),
)  # fmt: skip
_PANEL = expression(
    r"\b(?P<count>one|a single|a sole|sole|single|three|two|five|1|3)(?: [a-z]+)?(?: \([0-9]\))? (?:arbitrators?|arbiters?|persons|members|judges|umpires?)\b"
)
_COUNTS = {"one": 1, "a single": 1, "a sole": 1, "sole": 1, "single": 1, "1": 1, "two": 2, "three": 3, "3": 3, "five": 5}
_DECIDED = phrase(
    r"settle[sd]?|resolve[sd]?|decide[sd]?|decision|rul(?:e|es|ed|ing)|go(?:es)? (?:to|before|first)|refer(?:s|red)?|submit(?:s|ted)?|hear(?:s|d)?|competent|jurisdiction|cognisance|brought|bring|taken?|take|final(?:ly)?|put (?:to|before)|determined?|judged|arbitrat[a-z]*|mediat[a-z]*|courts?|handled|dealt with|land|end up|belongs?"
)


def read_any_dispute(passage: Passage) -> Reading | None:
    """Read how a dispute is settled, where the usual words are missing, with whom it favours."""
    if passage.clause.kind in ("definition", "recital", "title", "parties", "heading", "signature"):
        return None
    titled = any(
        word in topic(passage)
        for word in (
            "dispute",
            "disagree",
            "arbitrat",
            "mediat",
            "forum",
            "differences",
            "quarrel",
            "complaint",
            "contentious",
            "panel",
            "court",
            "litigation",
            "conflict",
            "settling",
        )
    )
    whole: Stretch = passage
    if passage.clause.kind == "table_row":
        rows = table_rows(passage)
        if not rows:
            return None
        whole = Stretch(passage.view, Span(rows[0].at.start, rows[-1].at.end))
    if whole.has(_NOT_DISPUTE) or not (whole.has(_QUARREL) or titled) or not whole.has(_DECIDED):
        return None
    found = [(name, hit) for name, pattern in _STEPS if (hit := next((h for h in whole.hits(pattern) if not _denied(h)), None))]
    side = favours(passage, None if passage.clause.kind != "table_row" else whole)
    waived = whole.find(WAIVED)
    if not found and side is None and waived is None:
        return None
    found.sort(key=lambda each: each[1].at.start)
    names = tuple(name for name, _ in found)
    if "negotiation" in names and names[0] != "negotiation":
        names = ("negotiation", *(name for name in names if name != "negotiation"))  # "the courts take what they can't solve in talks"
    if names == ("negotiation",) and not whole.has(phrase("dispute|disagree[a-z]*|difference|quarrels?")):
        return None
    panel = whole.find(_PANEL) or next((hit for meaning in passage.definitions if (hit := meaning.find(_PANEL))), None)
    time = next((d for d in whole.durations if d.unit in ("day", "week", "month")), None)
    anchor = found[0][1].sentence if found else whole.sentences[0]
    return passage.reading(
        "dispute_resolution",
        anchor,
        steps=anchor.proves(names) if names else None,
        panel_size=None if panel is None else panel.proves(_COUNTS.get(panel.groups["count"], 1)),
        timetable_days=days(whole, time),
        favours=side,
    )


def _denied(hit: Hit) -> bool:
    return hit.negated or hit.sentence.before(hit).words.endswith(("no ", "not ", "without ", "nor ", "instead of "))
