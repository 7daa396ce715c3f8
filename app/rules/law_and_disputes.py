"""Governing law and disputes: which law, which courts, which steps before them, and who may ask for interim relief.

`jurisdiction`, `venue`, `seat` and `provider` are as the text words them, without articles.
"""

from __future__ import annotations

import re

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.exit_words import PERMITS, days, proof, subject_of
from app.rules.home_ground import favours, read_any_dispute, read_any_law
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss

_PLACE = r"(?P<place>[a-z][a-z'-]*(?: (?:of|and|the|de|del|la|[a-z][a-z'-]*)){0,7}?)"
_STOP = (
    r"(?:[,;.()\n:]|$| (?:appl(?:y|ies)|governs?|shall|will|without|excluding|exclusive|with|to the exclusion|and (?:the )?(?:federal|"
    r"courts|any|is|are|shall|each|EITHER|construed|interpreted)|as|applicable|in (?:all|every)|is|are|has|have|that|whatever|"
    r"irrespective|regardless|for|save|except|including|but|therein|there|control|sitting|located|which|on|at|under|over|decides?|alone|"
    r"only|or any|whose|having|except|notwithstanding|exclusively|competent|in commercial|in force|substantive|from time))"
)
LAW_OF = expression(
    rf"\b(?:substantive |internal |domestic |material |general |federal )*(?:laws?|legislation)(?: and jurisdiction)? (?:of|in force in|"
    rf"applicable in|as applied in) (?:the )?(?:(?:state|commonwealth|province|republic|kingdom|canton|federal republic|country|district|"
    rf"united states|territory) of (?:the )?)?{_PLACE}{_STOP}"
)
STATE_LAW = expression(
    r"\b(?P<place>[a-z]+(?: [a-z]+)?) law (?:applies|governs|shall apply|shall govern|is applicable|is to be applied|will apply|only|"
    r"alone)\b|\bgoverned by (?:the )?(?P<place2>[a-z]+(?: [a-z]+)?)(?: substantive)? law\b|\b(?:applies|apply|under|subject to|"
    r"pursuant to) (?P<place3>[a-z]+) law\b"
)
GOVERNED = phrase(
    r"govern(?:ed|s|ing)?(?: by)?|appl(?:y|ies)|construed|interpreted|subject to (?:the (?:laws?|jurisdiction)|[a-z]+ law)|law (?:of|"
    r"that)|is the law|under the laws?|made under"
)
ABOUT_PAPER = phrase(
    r"(?:this|the|our|these) (?:[a-z]+ ){0,3}?(?:agreement|contract|licen[cs]e|terms|deed|paper)|it|disputes?|governing law|parties|"
    r"hereof|applies|apply|govern|applicable"
)
NOT_LAW = phrase(
    r"incorporated|organi[sz]ed|existing|registered|compan(?:y|ies) (?:under|incorporated)|compl(?:y|ies|iance)|obser(?:ve|ves) the|"
    r"export|sanctions|anti-?corruption|privacy laws|data protection|tax laws|within the meaning|required by|bankruptcy|labou?r laws?|"
    r"protected by|corporation|under (?:english|german|dutch|swiss|norwegian|french) law (?:with|whose|having)|follow(?:s)? the"
)
COURTS_OF = expression(
    rf"\b(?:(?:state|federal|competent|district|commercial|superior|high|ordinary|civil|local|regional|provincial|appropriate)(?: and|"
    rf" or|,)? )*(?:courts?|tribunals?|judges)(?: having jurisdiction| of competent jurisdiction| with jurisdiction)?,? (?:(?:sitting|"
    rf"located|seated|situated|located and sitting) )?(?:of|in|at|sitting in|located in|sit in) (?:and (?:for|of) )?(?:the )?(?:(?:city|"
    rf"county|state|commonwealth|province|canton|district|republic) (?:and county )?of (?:the )?)?{_PLACE}{_STOP}"
)
VENUE_IS = expression(
    rf"\b(?:place of jurisdiction|exclusive venue|venue|forum|place of litigation|legal venue)[a-z ]{{0,40}}? (?:is|shall be|lies in|in|"
    rf"will be) (?:in )?(?:the )?(?:(?:city|county|state) of )?{_PLACE}{_STOP}"
)
SITS_IN = expression(rf"\bcourts? (?:of [a-z ]{{1,40}},? )?(?:sitting|seated|located|situated) in (?:the )?(?:city of )?{_PLACE}{_STOP}")
EXCLUSIVE = phrase(r"exclusive(?:ly)?|sole(?:ly)?|only|alone|no other courts?")
NON_EXCLUSIVE = phrase(r"non-?exclusive|not exclusive")

DISPUTE = phrase(
    r"disputes?|controvers(?:y|ies)|disagree(?:ment|ments)?|differences?|matters?|claims? arising|conflict between EITHER|quarrels?|"
    r"something goes wrong|in breach|amicabl[ey]"
)
NEGOTIATES = phrase(
    r"negotiat(?:e|es|ion|ions)|talk(?:s)? (?:first|it over|to)?|(?:senior |managing |chief |responsible )?(?:executives?|directors?|"
    r"officers?|managers?|management|representatives|principals|board|people who look after)|escalat(?:e|es|ed|ion)|amicabl[ey]|"
    r"good[- ]faith (?:discussions?|talks?|efforts?)|consult(?:s|ation|ations)?|confer(?:s|ence)?|write to (?:VENDOR|CUSTOMER|"
    r"OTHER) first|meet(?:s)?(?: and confer)?|settle (?:it|the matter|a matter|any dispute|a dispute|them)|informal(?:ly)?|sorted out|"
    r"steering committee|conversation"
)
MEDIATES = phrase(r"mediat(?:e|es|ed|ion|or|ors)|conciliat(?:ion|e|or)|good offices")
ARBITRATES = phrase(r"arbitrat(?:e|es|ed|ion|or|ors|al)|arbitral (?:tribunal|institution)")
COURT = phrase(
    r"courts?|lawsuits?|sue[sd]?|litigat(?:e|es|ion)|proceedings|jurisdiction|before a judge|bring an action|an action|tribunals?"
)
EXPERT = phrase(
    r"(?:by|to) an? (?:independent |neutral |technical )?expert|expert (?:determination|determines|decides|named|appointed)|"
    r"an expert (?:named|appointed|chosen|agreed)|expert determination|independent accountant decides|adjudicat(?:or|ion)"
)
INTERIM = phrase(
    r"interim (?:relief|measures?|injunctions?|orders?|remed(?:y|ies)|protection)|injuncti(?:on|ons|ve)(?: relief)?|"
    r"provisional (?:relief|measures|remedies)|preliminary (?:injunction|relief)|equitable relief|urgent (?:order|relief|measures|"
    r"application)s?|conservatory|temporary (?:restraining order|relief)|keeps? things as they are|specific performance|emergency relief|"
    r"interlocutory"
)
NO_RELIEF = phrase(
    r"(?:gives? up|waives?|forgoes?|forego|renounces?|surrenders?|no right(?: to)?|excludes?|without) [a-zA-Z ]{0,60}(?:interim|"
    r"injunctive|provisional|equitable|preliminary|interlocutory) (?:relief|measures?|remed(?:y|ies))|(?:may|shall|will|can) not (?:seek|"
    r"apply for|ask for|request)[a-zA-Z ]{0,40}(?:interim|injuncti|provisional|equitable)[a-z]*(?: relief| measures?)?"
)
PROVIDER = expression(
    r"\b(?P<provider>arbitration institute of the stockholm chamber of commerce|"
    r"(?:international court of arbitration of the )?international chamber of commerce|(?:[a-z]+ )?(?:arbitration|arbitral) (?:institute|"
    r"institution|court|centre|center|tribunal) of (?:the )?(?:[a-z]+ ){1,4}(?:chamber of (?:commerce|industry)(?: and (?:commerce|"
    r"industry))?|association)|american arbitration association|aaa|jams|(?:the )?(?:international chamber of commerce|icc)|(?:lcia|"
    r"london court of international arbitration)|centre for effective dispute resolution|cedr|"
    r"(?:singapore international arbitration centre|siac)|(?:hong kong international arbitration centre|hkiac)|scc arbitration institute|"
    r"stockholm chamber of commerce|"
    r"german arbitration institute|dis|deutsche institution fur schiedsgerichtsbarkeit|swiss (?:arbitration centre|"
    r"chambers? (?:of commerce|arbitration institution))|vienna international arbitral centre|viac|netherlands arbitration institute|nai|"
    r"wipo(?: arbitration and mediation cent(?:er|re))?|uncitral|cpr(?: institute)?|chartered institute of arbitrators|"
    r"(?:international )?(?:chamber of (?:commerce|industry and commerce)|(?:[a-z]+ ){0,4}arbitration (?:centre|center|institute|court|"
    r"association|institution|board)(?: of (?:the )?(?:[a-z]+ ){0,4}(?:commerce|industry|association))?|"
    r"(?:[a-z]+ ){0,3}mediation (?:centre|center|institute|service)|chamber of commerce (?:in|of) [a-z]+|"
    r"judicial arbitration and mediation services))\b"
)
SEAT = expression(
    rf"\b(?:(?:seat|place|venue|seated|hearings?|held|arbitrat(?:ors?|ion)|sits?)[a-z ,]{{0,40}}? (?:is|are|shall be|will be|be|in|at|"
    rf"held in|takes? place in|sits? in)|in) (?:in )?(?:the )?(?:city of )?(?P<place>[a-z][a-z'-]+(?:,? (?:new|san|los|den|st|"
    rf"[a-z]+))?){_STOP}"
)
PANEL = expression(
    r"\b(?P<count>one|a single|a sole|sole|single|three|two|five|1|3)(?: \((?:one|three|1|3)\))?(?: (?:neutral|independent|"
    r"impartial))? arbitrators?\b|\bpanel of (?P<count2>three|five|3)\b"
)
_COUNTS = {"one": 1, "a single": 1, "a sole": 1, "sole": 1, "single": 1, "1": 1, "two": 2, "three": 3, "3": 3, "five": 5}


def read_law(passage: Passage) -> Reading | None:
    """Read which law governs and which courts decide. None where laws are only to be observed, or a party is formed under one."""
    if passage.clause.kind in ("parties", "recital", "title", "definition"):
        return None
    displaced = next((s for s in passage.sentences if s.has(GOVERNED, LAW_OF) and _yields(passage, s)), None)
    if displaced is not None:
        return passage.reading("governing_law", displaced)
    law = next((hit for s in passage.sentences if (hit := _law(passage, s))), None)
    courts = next((hit for s in passage.sentences if (hit := _courts(passage, s))), None)
    jurisdiction, venue, exclusive = _place(law), _place(courts), _exclusive(courts, law)
    hit = law or courts
    if hit is None or (jurisdiction is None and venue is None):
        return None if _usual_law(passage) else read_any_law(passage)
    side = favours(passage)
    return passage.reading("governing_law", hit.sentence, jurisdiction=jurisdiction, venue=venue, exclusive=exclusive, favours=side)


def _usual_law(passage: Passage) -> bool:
    """Whether some clause of the paper names the law in the usual words."""
    return passage.view.remembered(_usual_law, lambda _: any(_place(_law(each, s)) for each in passage.paper.all for s in each.sentences))


# "German law applies" names Germany.
COUNTRIES = {
    "english": "England", "scottish": "Scotland", "scots": "Scotland", "irish": "Ireland", "german": "Germany", "austrian": "Austria",
    "swiss": "Switzerland", "french": "France", "dutch": "the Netherlands", "belgian": "Belgium", "danish": "Denmark",
    "swedish": "Sweden", "norwegian": "Norway", "finnish": "Finland", "icelandic": "Iceland", "spanish": "Spain", "italian": "Italy",
    "portuguese": "Portugal", "greek": "Greece", "polish": "Poland", "czech": "the Czech Republic", "slovak": "Slovakia",
    "hungarian": "Hungary", "romanian": "Romania", "estonian": "Estonia", "latvian": "Latvia", "lithuanian": "Lithuania",
    "luxembourg": "Luxembourg", "canadian": "Canada", "australian": "Australia", "japanese": "Japan", "indian": "India",
    "israeli": "Israel", "singaporean": "Singapore", "singapore": "Singapore", "chinese": "China", "korean": "Korea",
    "turkish": "Turkey", "brazilian": "Brazil", "mexican": "Mexico",
}  # fmt: skip


def _law(passage: Passage, sentence: Sentence) -> Hit | None:
    if not sentence.has(GOVERNED, ABOUT_PAPER) or (
        sentence.has(NOT_LAW) and not sentence.has(phrase("governed by|governing law|governs? this|govern this|law applies"))
    ):
        return None
    if _yields(passage, sentence):
        return None
    for pattern in (LAW_OF, STATE_LAW):
        for hit in sentence.hits(pattern):
            if not sentence.has(phrase("not (?:be )?governed by")) and _named(hit) not in (
                "applicable",
                "mandatory",
                "the",
                "any",
                "that",
                "this",
                "its",
                "such",
                "choice",
                "other",
                "protection",
                "data protection",
                "criminal",
                "un",
                "competition",
                "conflict",
                "local",
                "statutory",
                "by",
            ):
                return hit
    return None


def _yields(passage: Passage, sentence: Sentence) -> bool:
    """Whether it is a default that another part displaces: that part names a law itself."""
    if not sentence.has(
        phrase(
            r"(?:save|except|unless) (?:where|as|to the extent)?[a-z0-9 -]{0,40}(?:designates?|states?|names?|provides?|says?|agreed|"
            r"specif(?:y|ies))"
        )
    ):
        return False
    return any(
        sentence_.has(LAW_OF, GOVERNED)
        for p in (*passage.referred, *(p for p in passage.paper.all if p.clause.kind == ("table_row") and p is not passage))
        for sentence_ in p.sentences
    )


def _named(hit: Hit) -> str:
    return hit.groups.get("place") or hit.groups.get("place2") or hit.groups.get("place3") or ""


def _place(hit: Hit | None) -> Proof | None:
    """The place as the document writes it."""
    if hit is None:
        return None
    name = _named(hit)
    start = hit.at.start + hit.words.find(name)
    stretch = Stretch(hit.view, Span(start, start + len(name)))
    worded = " ".join(stretch.span.of(hit.view.contract.text).split())
    country = COUNTRIES.get(name)
    if country is not None:
        return hit.proves(country)
    return hit.proves(worded) if worded[:1].isupper() else None


def _courts(passage: Passage, sentence: Sentence) -> Hit | None:
    if sentence.has(
        phrase("ordered by|order of a court|disclos|compelled|required by|register|finds?|finally awarded|court awards")
    ) or _yields(passage, sentence):
        return None
    for hit in (*sentence.hits(SITS_IN), *sentence.hits(COURTS_OF, VENUE_IS)):
        named = _named(hit)
        if (
            named
            and not named.startswith("any ")
            and named not in ("competent jurisdiction", "law", "the", "any", "that", "competent")
            and sentence.has(
                phrase(
                    r"jurisdiction|competent|decide|exclusive(?:ly)?|sue|venue|forum|disputes?|submit(?:s)?|proceedings|actions?|brought|"
                    r"bring|"
                    r"hear(?:d)?|courts? alone|go to"
                )
            )
        ):
            return hit
    return None


def _exclusive(courts: Hit | None, law: Hit | None) -> Proof | None:
    if courts is None:
        owned = (
            None
            if law is None
            else law.sentence.find(phrase(r"(?:whose|its|that (?:country|state)'s) courts[a-z ]{0,30} exclusive(?:ly)?"))
        )
        return proof(owned)
    if (loose := courts.sentence.find(NON_EXCLUSIVE)) is not None:
        return loose.proves(False)
    return proof(courts.sentence.find(EXCLUSIVE))


def read_disputes(passage: Passage) -> Reading | None:
    """Read the steps by which a dispute is settled, and interim relief. Defence of claims and disputed invoices are other matters."""
    if (
        passage.clause.kind in ("definition", "recital", "title", "parties", "heading")
        or len(passage.words) < 45
        or passage.has(phrase("rejection|rejected"))
        or (passage.titled("indemn", "invoice", "disputed", "payment") and not passage.titled("dispute resolution"))
    ):
        return None
    steps = _steps(passage)
    relief = _relief(passage)
    given_up = passage.find(NO_RELIEF)
    if not steps and relief is None:
        return read_any_dispute(passage)
    told = [hit.sentence for _, hit in steps if len(hit.sentence.words) > 60]
    anchor = told[0] if told else steps[0][1].sentence if steps else relief[0].sentence if relief else passage.sentences[0]
    named = tuple(dict.fromkeys(name for name, _ in steps))
    return passage.reading(
        "dispute_resolution",
        anchor,
        steps=anchor.proves(named) if named else None,
        provider=_provider(passage, named),
        seat=_seat(passage, named),
        panel_size=_panel(passage),
        favours=favours(passage) if {"arbitration", "court", "expert"} & set(named) else None,
        timetable_days=_timetable(passage, steps),
        interim_relief=given_up.proves(False) if given_up else relief[0].proves(True) if relief else None,
        interim_relief_for=relief[0].proves(relief[1]) if relief and relief[1] and not given_up else None,
    )


def _steps(passage: Passage) -> list[tuple[str, Hit]]:
    """The steps in the order in which they are named; none unless a sentence speaks of a dispute."""
    titled = passage.titled(
        "dispute", "disagree", "arbitration", "mediation", "settlement of", "conference", "escalation", "law and courts", "remedies"
    )
    found: list[tuple[str, Hit]] = []
    if not (passage.has(DISPUTE) or titled) or (
        passage.has(phrase("disputed (?:invoices?|sums?|amounts?|portion)|disputes? (?:an|any|the) (?:invoice|charge|sum|amount)"))
        and not titled
    ):
        return []
    if not (
        titled
        or passage.has(EXCLUSIVE, phrase("jurisdiction|competent"))
        or passage.has(
            phrase(
                "settle[sd]?|resolve[sd]?|resolution|refer(?:red)?|submitted|mediat(?:ion|ed)|arbitrat(?:ion|ed|or|ors)|sorted out|go to "
                "court|first|determined"
            )
        )
    ):
        return []
    for name, pattern in (
        ("negotiation", NEGOTIATES),
        ("mediation", MEDIATES),
        ("expert", EXPERT),
        ("arbitration", ARBITRATES),
        ("court", COURT),
    ):
        hit = next(
            (
                h
                for h in passage.hits(pattern)
                if not _ruled_out(h)
                and not (name == "court" and _only_relief(h))
                and not (name == ("negotiation") and h.sentence.has(phrase("signed by|notices? (?:go|are)|employ")))
            ),
            None,
        )
        if hit is not None:
            found.append((name, hit))
    names = [name for name, _ in found]
    if (
        "arbitration" in names
        and "court" in names
        and not any(
            h.sentence.has(DISPUTE) and not h.sentence.has(ARBITRATES) and not h.sentence.has(INTERIM) for n, h in found if n == ("court")
        )
    ):
        found = [each for each in found if each[0] != "court"]
    if len(found) == 1 and found[0][0] == "court" and passage.has(LAW_OF | STATE_LAW) and not passage.has(DISPUTE, EXCLUSIVE):
        return []
    if len(found) == 1 and found[0][0] == "court" and passage.has(DISPUTE, EXCLUSIVE, COURTS_OF):
        return found
    if len(found) == 1 and found[0][0] in ("court", "negotiation", "expert") and not titled:
        return (
            []
            if found[0][0] != "negotiation" or not passage.has(DISPUTE) or not passage.has(phrase("settle|resolve|refer|dispute"))
            else found
        )
    return sorted(found, key=lambda each: each[1].at.start)


def _ruled_out(hit: Hit) -> bool:
    return hit.sentence.before(hit).words.endswith(("no ", "not ", "without ", "nor ", "no prior ", "instead of "))


def _only_relief(hit: Hit) -> bool:
    return hit.sentence.has(INTERIM) or hit.sentence.has(phrase("orders? (?:of|by) (?:a|the) court|compelled|keeps things"))


def _relief(passage: Passage) -> tuple[Hit, str | None] | None:
    """Interim relief that stays open, and to whom."""
    for sentence in passage.sentences:
        hit = sentence.find(INTERIM)
        open_ = sentence.has(PERMITS) or sentence.has(
            phrase(r"remains? open|stay(?:s)? open|available|nothing|does not (?:prevent|delay)|delays|entitled|seek|sought|apply|applied")
        )
        if (
            hit is None
            or not open_
            or sentence.has(phrase("procure|indemnif|replace the|award of damages"))
            or (hit.negated and not sentence.has(phrase("nothing|not (?:prevent|delay|limit|preclude)|NEITHER|without")))
        ):
            continue
        side = subject_of(hit)
        who = {
            "customer": "customer",
            "vendor": "vendor",
            "either": "either",
            "other": "either",
            "discloser": "either",
            "recipient": "either",
        }.get(side or "")
        if sentence.has(phrase("EITHER|OTHER|both|each of|a party|parties")):
            who = "either"
        return hit, who
    return None


def _provider(passage: Passage, steps: tuple[str, ...]) -> Proof | None:
    hit = passage.find(PROVIDER) if {"arbitration", "mediation", "expert"} & set(steps) else None
    if hit is None:
        return None
    name = hit.groups["provider"]
    start = hit.at.start + hit.words.find(name)
    worded = Stretch(hit.view, Span(start, start + len(name))).span.of(hit.view.contract.text)
    return hit.proves(" ".join(re.split(r"(?i)\brules of (?:the )?", worded)[-1].split()))


def _seat(passage: Passage, steps: tuple[str, ...]) -> Proof | None:
    if "arbitration" not in steps and "mediation" not in steps:
        return None
    for sentence in passage.sentences:
        if not sentence.has(phrase("arbitrat(?:ion|ors?|ed|al)|hearings?|seat|mediated|mediation|award")):
            continue
        for hit in sentence.hits(SEAT):
            proven = _place(hit)
            if proven is not None and isinstance(proven.value, str) and proven.value[:1].isupper():
                return proven
    return None


def _panel(passage: Passage) -> Proof | None:
    hit = passage.find(PANEL)
    return None if hit is None else hit.proves(_COUNTS.get(hit.groups.get("count") or hit.groups.get("count2") or "", 1))


def _timetable(passage: Passage, steps: list[tuple[str, Hit]]) -> Proof | None:
    for _, hit in steps[:1]:
        duration = hit.nearest([d for d in hit.sentence.durations if d.unit in ("day", "week", "month")], within=160)
        return days(hit.sentence, duration)
    return None


LAW = Rule(
    "governing_law",
    read_law,
    examples=(
        fires(
            "This Agreement is governed by the laws of the State of Oregon, and the courts of Portland have exclusive jurisdiction.",
            jurisdiction=("Oregon"),
            venue=("Portland"),
            exclusive=True,
        ),
        fires(
            "Austrian law applies, without its conflict rules. The courts of Vienna are exclusively competent.",
            jurisdiction=("Austria"),
            venue=("Vienna"),
            exclusive=True,
        ),
        fires("The law of British Columbia governs this contract.", jurisdiction="British Columbia"),
        near_miss("Vendor is a corporation organized under the laws of Delaware."),
        near_miss("Each party shall comply with the export laws of the United States."),
        near_miss("Customer may disclose what a court of law orders."),
    ),
)
DISPUTES = Rule(
    "dispute_resolution",
    read_disputes,
    examples=(
        fires(
            "The managing directors shall try to settle a dispute within thirty days. Failing that, it is referred to mediation, and "
            "then to the courts. Either party may seek interim relief at any time.",
            steps=("negotiation", "mediation", "court"),
            timetable_days=30,
            interim_relief=True,
            interim_relief_for="either",
        ),
        fires(
            "All disputes are finally settled by three arbitrators in Stockholm under the rules of the SCC Arbitration Institute.",
            steps=("arbitration",),
            panel_size=3,
            seat="Stockholm",
            provider="SCC Arbitration Institute",
        ),
        fires("Vendor may at any time apply to a court for an injunction without proof of damage.", interim_relief_for="vendor"),
        near_miss("Customer may withhold a disputed amount until the matter is settled."),
        near_miss("Vendor shall control the defence and settlement of the claim."),
        near_miss("The project managers meet each week."),
    ),
)
