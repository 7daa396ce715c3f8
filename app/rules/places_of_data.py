"""Where data is, and what happens when a state asks for it, in words that no such clause usually has.

Four things in any order: the customer's data (or the work done with it), a place or the lack of one, an act, and who has a say. What
`data_residency` reads by its usual words isn't read again here.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.reading.deontic import AS_IT_PLEASES, MAY, TELLS, UNTOLD, WAITS_FOR, YES, refuses
from app.rules.reading.passage import Hit, Passage, Sentence
from app.rules.reading.pattern import Pattern, phrase, stems
from app.rules.reading.subjects import held, meanings, statements

# Places without a name, and words for having none.
LOCUS = stems(
    "countr region territor jurisdiction continent location place. places. soil border. borders. frontier abroad overseas offshore elsewhere anywhere wherever world global globe "
    "worldwide data_cent server machine cloud facilit site. sites. destination state. states. zone. zones. planet nation. nations. international locality"
)
NO_PLACE = phrase(
    r"(?:every|any|all|each|whichever|whatever|several|various|many|different|other)(?: [a-z]+){0,3} (?:continents?|countr(?:y|ies)|regions?|states?|jurisdictions?|places?|locations?|"
    r"destinations?|data cent(?:er|re)s?|sites?|facilit(?:y|ies)|servers?|territor(?:y|ies)|nations?|soil)|anywhere|wherever|world-?wide|global(?:ly)?|around the (?:globe|world|clock and globe)|"
    r"(?:throughout|across|in|all over) the (?:world|globe|planet)|without (?:regard to|limit(?:s|ation)? (?:of|as to|on)|restriction (?:of|as to|on)) (?:place|location|borders?|territory|geography)|"
    r"(?:no|not any|without) (?:[a-z]+ )?(?:place|location|country|region|territor[a-z]+|geographic[a-z]*|geography)(?: [a-z]+){0,3} (?:is|are|has been|have been|limits?|restrictions?|commitments?|promised|agreed|fixed|applies)|"
    r"(?:no|gives? no|makes? no) [a-z]+ (?:as to|on|about|of) (?:where|the place|location|the countr[a-z]+)|(?:irrespective|regardless) of (?:borders?|location|country|place|where [a-z ]+)|borderless|"
    r"(?:not|n't) (?:tied|limited|restricted|confined|bound) to (?:any|a|one|particular|specific)(?: [a-z]+){0,2} (?:countr[a-z]+|place|location|region|jurisdiction|territory)"
)
DONE_TO_IT = stems(
    "stor kept keep. keeps. keeping host held hold. holds. rest. rests. resid locat process work. works. worked comput handl treat access view log reach open. opens. opened "
    "look see. sees. seen. connect transfer mov remov send. sends. sent. export relocat transmit leave leav shift carr. carry carried migrat replicat mirror copy copie travel hop. "
    "hops. pass. passes. passed situat liv. live. lives. sit. sits. stay remain back-up backup backed_up run. runs. flow route. routed cross. crosses administ maint support operat distribut spread go. goes"
)
REACHES = stems(
    "access view log_in log_into logs_in log-in login reach look see. sees. seen. open. opens. opened connect sign_in remot maint administ support inspect consult read. query screen dial"
)
MOVES = stems(
    "transfer mov remov send. sends. sent. export relocat transmit leave leav shift carried carry migrat replicat travel taken take. takes. cross elsewhere outside beyond abroad exception otherwise other_countr third_countr "
    "other_place change_of pass. passed border"
)
BOUND_TO = stems(
    "only. solely exclusiv alone. nowhere_else no_other none_of not_leave never_leave not_cross within. confin limit restrict always stay remain nothing_else no_place_else not_outside"
)
NOT_DATA_AT_ALL = phrase(
    r"CUSTOMER(?:'s [a-z ]{1,20})? (?:may|can|shall be able to) (?:[a-z]+ )?(?:access|use|reach)|(?:sell|sells|distribut[a-z]+|market[a-z]*|resell[a-z]*) |governed by|courts? of|licen[cs]e (?:is )?(?:granted|territory)|grants? (?:to )?[a-z ]*licen[cs]e|invoices?|tax(?:es)?|insurance|"
    r"registered office|export (?:control|laws?)|sanctions|notices? (?:shall|must|to)|holiday|indemnif[a-z]+|immunity|personnel shall travel|trademarks?"
)
GIVEN_UP_FRONT = phrase(
    r"CUSTOMER (?:hereby |expressly |also |already |herewith )*(?:consents?|agrees?|approves?|authori[sz]es?|permits?|allows?|accepts?|acknowledges?)(?: up ?front| in advance| now| beforehand| already)*"
)
LOGS = stems("log. logs. logged logging record recorded protocol trail trace journal register")
UNLOGGED = phrase(
    r"no (?:log|record|trail|trace|protocol)[a-z]*|(?:not|nor|never|n't) (?:be )?(?:logged|recorded|traced)|without (?:a |any )?(?:log|record|trail)[a-z]*"
)
OUTSIDE = ("outside", "other than", "out of", "beyond", "law of", "laws of", "leave", "not from", "except", "save")


def read_places(passage: Passage, named: Pattern) -> Reading | None:
    """Read where data may be; None if no statement of the passage puts data and a place together. `named` finds countries by name."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature", "definition"):
        return None
    said = [each for each in statements(passage) if not each.has(NOT_DATA_AT_ALL)]
    about = next((each for each in said if _placed(passage, each, said, named)), None)
    if about is None:
        return None
    free = _anywhere(passage, said, named)
    regions = _regions(passage, said, named)
    terms = _reach(said, named, regions)
    if free is None and regions is None and not terms:
        return None
    only_kept = _storage_only(said, regions, terms)
    return passage.reading(
        "data_residency", free or about, anywhere=free.proves(True) if free else None, regions=regions, storage_only=only_kept, **terms
    )


def _placed(passage: Passage, sentence: Sentence, said: list[Sentence], named: Pattern) -> bool:
    data = held(sentence) is not None or sentence.has(WORK)
    leaning = any(held(each) is not None or each.has(WORK) for each in said)
    return (
        (data or (leaning and sentence.has(MOVES | BOUND_TO)))
        and sentence.has(DONE_TO_IT | WORK)
        and (sentence.has(LOCUS) or sentence.has(named))
    )


WORK = phrase(
    r"workloads?|storage|stored|processing|hosting|replicas?|data cent(?:er|re)s?|servers|inference|back-?ups?|the data|log-?ins?|maintenance|(?:remote )?access|backup|estate"
)


def _anywhere(passage: Passage, said: list[Sentence], named: Pattern) -> Sentence | None:
    """The statement that leaves the place open: none is promised, any will do, or the vendor picks it."""
    for sentence in said:
        asked = sentence.has(YES, WAITS_FOR) and not sentence.has(GIVEN_UP_FRONT) and not sentence.has(UNTOLD)
        if asked or not sentence.has(DONE_TO_IT | WORK):
            continue
        wide = next(
            (hit for hit in sentence.hits(NO_PLACE) if not hit.negated or hit.words.startswith(("no", "gives no", "makes no", "without"))),
            None,
        )
        chosen = sentence.find(AS_IT_PLEASES) if sentence.has(LOCUS) else None
        bound = sentence.has(
            phrase(r"only|solely|exclusively|alone|may not|shall not|must not|never|cannot|nor|none of|no CUSTOMER")
        ) and not sentence.has(AS_IT_PLEASES)
        if wide is not None and not bound and (held(sentence) is not None or sentence.has(WORK) or sentence.has(phrase("VENDOR|it"))):
            return sentence
        if chosen is not None and not chosen.negated and chosen.actor != "customer" and (held(sentence) is not None or sentence.has(WORK)):
            return sentence
    return None


def _regions(passage: Passage, said: list[Sentence], named: Pattern) -> Proof | None:
    """The places in which data is to be, as worded."""
    for stretch in (*said, *(m for s in said for m in meanings(passage, s))):
        hits = [hit for hit in stretch.hits(named) if not any(word in stretch.before(hit).words[-26:] for word in OUTSIDE)]
        if hits and (stretch.has(DONE_TO_IT | WORK | LOCUS)) and not any(hit.words in stretch.before(hits[0]).words for hit in hits[:1]):
            names = [" ".join(hit.span.of(hit.view.contract.text).split()).removeprefix("the ").removeprefix("The ") for hit in hits]
            return Proof(tuple(dict.fromkeys(names)), hits[0].span.union(hits[-1].span))
    return None


def _reach(said: list[Sentence], named: Pattern, regions: Proof | None) -> dict[str, Proof | None]:
    """Who may look from elsewhere or move the data away, and whether the customer is asked first."""
    terms: dict[str, Proof | None] = {}
    for sentence in said:
        asked = sentence.has(YES, WAITS_FOR) and not sentence.has(GIVEN_UP_FRONT) and not sentence.has(UNTOLD)
        reaches = sentence.find(REACHES)
        if sentence.has(MOVES) and "transfer_requires_consent" not in terms:
            if asked:
                terms["transfer_requires_consent"] = sentence.proves(True)
            elif sentence.has(UNTOLD) and sentence.has(MAY):
                terms["transfer_requires_consent"] = sentence.proves(False)
        if reaches is None or "remote_access" in terms:
            continue
        away = sentence.has(phrase(r"outside|elsewhere|abroad|remote(?:ly)?|other (?:countries|places)|from")) and not sentence.has(
            phrase("from (?:within|inside)")
        )
        if asked and (away or sentence.has(MOVES)):
            terms |= {"access_covered": sentence.proves(True), "remote_access": sentence.proves("consent")}
        elif sentence.has(LOGS) and not sentence.has(UNLOGGED) and away:
            terms |= {"access_covered": sentence.proves(True), "remote_access": sentence.proves("logged")}
        elif (
            away
            and sentence.has(MAY)
            and not sentence.has(phrase("may not|cannot|no one|nobody|not be|never|only|solely|exclusively|alone"))
        ):
            terms |= {"remote_access": sentence.proves("free")}
        elif sentence.has(BOUND_TO) and (sentence.has(named) or sentence.has(LOCUS)):
            terms |= {"access_covered": sentence.proves(True), "remote_access": sentence.proves("barred")}
    return terms


def _storage_only(said: list[Sentence], regions: Proof | None, terms: dict[str, Proof | None]) -> Proof | None:
    """Whether only the place of rest is fixed."""
    worked = next(
        (
            s
            for s in said
            if s.has(stems("process work comput handl treat inference operat access view look login log-in"), BOUND_TO | LOCUS | DONE_TO_IT)
        ),
        None,
    )
    if regions is None:
        return None
    if worked is not None and "free" not in [proof.value for proof in terms.values() if proof is not None]:
        return worked.proves(False)
    free = terms.get("remote_access")
    return Proof(True, free.span) if free is not None and free.value == "free" and worked is None else None


STATE = stems(
    "authorit government agenc court. courts. police ministr state. states. administration regulator public_bod official prosecut subpoena warrant writ tribunal "
    "intelligence law_enforcement law-enforcement sovereign judicia investigat customs sheriff summons"
)
FOREIGN = stems(
    "foreign abroad overseas outside another_countr other_countr another_state third_countr third_state any_countr non-eu non-eea non-uk extraterritorial any_state any_other anywhere whatever_countr any_jurisdiction "
    "other_jurisdiction another_jurisdiction alien of_any. of_another. beyond"
)
ASKS = stems(
    "demand request order. orders. ordered subpoena warrant compel require requir ask. asks. asked seek sought seeks want. wants. writ summons direction process inquir enquir claim call. calls. "
    "approach notice. production injunction disclosure seiz obtain hand_over handed_over comply complies furnish surrender produce produc"
)
CONTESTS = stems(
    "contest challeng oppos resist object. objects. objected fight fought appeal refus remed legality disput defend protest rebut protective quash exhaust attack push_back push_backs "
    "set_aside suspens stay_of"
)
FORWARDS = stems("forward refer. refers. redirect pass_on passes_on direct. directs. send. sends. transmit point. points. route")
IN_BULK = phrase(
    r"(?:annual|yearly|quarterly|half-?yearly) (?:[a-z]+ )?(?:report|summary|overview|statement)|total numbers?|number only|statistics?|aggregate|in total|transparency report"
)
EXCUSED = phrase(
    r"unless (?:that|this|it|he|such [a-z]+|doing so|the law|mandatory|forbidden|prohibited|barred|a law|legally)|(?:so|as) far as|to the extent|where (?:lawful|permitted|allowed|legally)|if (?:lawful|permitted|allowed)|"
    r"(?:save|except) (?:where|if|when|as)|wherever|not (?:barred|forbidden|prohibited|prevented|precluded)|insofar|provided"
)


def read_state_demands(passage: Passage) -> Reading | None:
    """Read what the vendor does when a state asks for the customer's data; None if the passage isn't about that."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature", "definition"):
        return None
    said = statements(passage)
    for index, sentence in enumerate(said):
        if not sentence.has(STATE, ASKS) or (held(sentence) is None and not passage_speaks(said)) or not _of_a_state(passage, sentence):
            continue
        rest = said[index : index + 4]
        told = next((hit for each in rest for hit in each.hits(TELLS, FORWARDS) if _customer_hears(each, hit)), None)
        no = _kept_quiet(rest, told)
        contested = next((hit for each in rest for hit in each.hits(CONTESTS) if hit.actor != "customer"), None)
        if (
            told is None
            and no is None
            and contested is None
            and not sentence.has(MAY | phrase("compl(?:y|ies)|hands?|furnish(?:es)?|satisf(?:y|ies)|gives?"))
        ):
            continue
        fights = None
        if contested is not None:
            denied = contested.negated or contested.sentence.has(
                phrase("need not|needs? neither|no (?:duty|obligation)|not (?:bound|obliged|required)")
            )
            fights = contested.proves(not denied)
        return passage.reading(
            "data_residency",
            no.sentence if no is not None else sentence,
            government_requests=no.sentence.proves(False)
            if no is not None
            else (told.sentence.proves(True) if told is not None else sentence.proves(False)),
            requests_contested=fights,
        )
    return None


def passage_speaks(said: tuple[Sentence, ...]) -> bool:
    return any(held(each) is not None for each in said)


def _of_a_state(passage: Passage, sentence: Sentence) -> bool:
    """Whether a state asks from outside, and not an auditor, a court of the contract or the customer's own supervisor."""
    ours = sentence.has(
        phrase(
            r"supervis[a-z]+|CUSTOMER's (?:[a-z]+ )?(?:regulators?|authorit(?:y|ies))|audit[a-z]*|inspect[a-z]*|tax|exclusive jurisdiction|confidential information|data subjects?"
        )
    )
    return not ours and (
        sentence.has(FOREIGN)
        or passage.titled(
            "foreign",
            "state",
            "government",
            "authorit",
            "public bod",
            "sovereign",
            "legal process",
            "law enforcement",
            "official",
            "disclosure",
            "demands",
            "order",
        )
        or sentence.has(
            phrase("government(?:al)?|law[- ]enforcement|subpoena|warrant|police|ministr(?:y|ies)|public (?:authority|body)|prosecutors?")
        )
    )


def _customer_hears(sentence: Sentence, hit: Hit) -> bool:
    if hit.words in (
        "notice",
        "word",
        "address",
        "call",
        "calls",
        "state",
        "states",
        "publish",
        "disclosure",
        "writ",
    ) or hit.words.startswith("writ"):
        return sentence.has(
            phrase("(?:gives?|giving|given|sends?) [a-zA-Z ,]{0,30}(?:notice|word)|CUSTOMER [a-z ]{0,12}notice|notice to CUSTOMER")
        )
    return (sentence.has(phrase("CUSTOMER")) and hit.actor != "customer") or (
        hit.actor == "customer" and hit.words.startswith(("hear", "learn", "know"))
    )


def _kept_quiet(rest: tuple[Sentence, ...], told: Hit | None) -> Hit | None:
    """Where the customer isn't told, or only in bulk."""
    for sentence in rest:
        bulk = sentence.find(IN_BULK)
        if bulk is not None:
            return bulk
        silence = sentence.find(
            phrase(
                r"keeps? (?:silence|silent|quiet|it|the [a-z]+|this)(?: [a-z]+)?|in silence|behind CUSTOMER's back|not (?:a )?CUSTOMER's (?:business|concern)"
            )
        )
        no = silence or refuses(sentence) or sentence.find(UNTOLD) or (sentence.find(AS_IT_PLEASES) if sentence.has(TELLS) else None)
        if (
            no is not None
            and (sentence.has(TELLS) or silence is not None)
            and not (sentence.has(EXCUSED) and not sentence.has(phrase("need not|not bound|no duty|no obligation")))
        ):
            return no
    if told is not None and told.negated and not told.sentence.has(EXCUSED):
        return told
    return None
