"""Termination for cause: who may end the agreement for the other's breach or insolvency, after what time to cure; and claims about
intellectual property that end a licence.

Time to cure is in calendar days. A right of one side alone names that side only where no other passage gives the other one the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.reading import Proof, Reading
from app.rules.exit_rights import BROKEN, exit_rights, holders
from app.rules.exit_words import (
    BREACH,
    CURE,
    DEAL,
    ENDS,
    INSOLVENT,
    PERMITS,
    SERVICE_LEVEL,
    around,
    days,
    endings,
    near,
    proof,
    side_of,
    subject_of,
)
from app.rules.reading.deontic import UNTOLD
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss

BREACHES = expression(
    r"\b(?P<role>CUSTOMER|VENDOR|EITHER|OTHER|the other|it)(?: party| one| side)? (?:materially |seriously |persistently |repeatedly |"
    r"substantially |is |are |has |have |should |commits? |be )*(?:in )?(?:a |any |an )?(?:material |serious |substantial |fundamental |"
    r"essential |grave |major |important |irremediable |persistent |repeated )*"
    r"(?:breach|default|violat|infring|fail|break|broke|neglect|contraven|does not|do not|disregard|miss|misuse|persist|become|goes|let|"
    r"ignor)"
)
RESPONDENT = expression(
    r"\b(?:breach|default|failure|violation|non-?performance|misconduct|insolvency)s? (?:by|of|on the part of) (?P<role>CUSTOMER|VENDOR|"
    r"EITHER|OTHER|the other)\b"
)
NO_SUCH_RIGHT = phrase(
    r"no (?:corresponding|such|similar|like|equivalent|reciprocal|comparable|matching|parallel) (?:right|power|option|remedy)|"
    r"not (?:have |enjoy )?(?:the same|a corresponding|a like|that|this|such a) right|"
    r"(?:does|do|shall|will|may|can)(?:n't| not) (?:[a-z]+ ){0,3}(?:entitle|allow|permit|authorise|give)[a-z]* (?:it|CUSTOMER|"
    r"them) (?:a right |the right )?to (?:terminate|end|cancel|withdraw|leave|rescind)|"
    r"waives? (?:any|its|the|every) right (?:of|to) (?:terminat|cancel|rescind|rescission|withdraw)[a-z]*|"
    r"do(?:es)? not let CUSTOMER (?:leave|end|terminate|cancel)"
)
LITIGATION = phrase(
    r"lawsuits?|suits?|litigat(?:ion|e|es)|legal (?:action|proceedings|claims?)|actions?|proceedings?|complaints?|counterclaims?|"
    r"cross-?claims?|claims?|sues?|petitions?|oppositions?|alleg(?:es?|ing|ation|ations)|asserts?|assertion|contends?|contention|"
    r"challenges?|"
    r"goes to court|going to court|before an office|demand letter|in court|accuses?|countersu(?:e|es|ing)|asserting|(?:takes?|taking|brings?|bringing|drags?) [a-zA-Z' ]{1,40} (?:to|before|into) (?:a |the |any )?(?:court|law|judge)|"
    r"(?:goes|going|go) to law|(?:rais|press|pursu|enforc|invok)(?:es?|ing) (?:a |an |any |its |the )?(?:[a-z]+ ){0,3}?(?:rights?|patents?|claims?|copyrights?)|cases?|disputes? the validity|attacks? (?:a|any|the|VENDOR's)|papers are filed"
)
IP_WRONG = phrase(
    r"infring(?:es?|ed|ement|ing)|misappropriat(?:es?|ed|ion|ing)|violat(?:es?|ion|ing) (?:any |its |a |an )?(?:patents?|copyrights?|"
    r"intellectual property|ip)|(?:patent|copyright|intellectual property|ip|trade secret) (?:claims?|litigation|actions?|suits?|rights?|"
    r"infringement|proceedings?)|over (?:any |a |its |the )?(?:patents?|copyrights?|designs?|trade ?marks?|intellectual|inventions?)|(?:patents?|copyrights?|designs?|inventions?|ip|industrial property|intellectual property) (?:of|held by|owned by|whatsoever|rights?)|invalid(?:ity)?|unenforceab(?:le|ility)|uses? its (?:patents?|inventions?)"
)
ANY_SUBJECT = phrase(
    r"anything|any (?:other )?(?:products?|services?|technology|model|offering|work|party|person|entity|user|licensee|customer)|"
    r"other (?:users|licensees|customers|products|models)|its (?:suppliers|other licensees|affiliates|contributors|partners)|whatsoever|"
    r"any (?:intellectual property|ip|patent|copyright) (?:claim|action|suit|right|litigation|proceeding)s?|"
    r"against (?:VENDOR|anyone|anybody|any)(?: or| and|,| in|$)|everything|others? who|any of (?:its|VENDOR's) (?:products|services|"
    r"models|licensors|suppliers)|VENDOR's (?:products|services|business|technology|affiliates)|products or services of VENDOR"
)
THE_MODEL = phrase(
    r"(?:weights|models?|materials?|releases?|software|works?|parameters)(?: [a-z]+)? (?:themselves|itself|alone|as such|as delivered|"
    r"as released|as supplied)|that the (?:licensed |[a-z]+ )?(?:weights|models?|materials?|releases?|software|work)|about the (?:model|"
    r"weights|materials?|release|software)"
)
COUNTERCLAIMS = phrase(
    r"counterclaims?|cross-?claims?|in reply|in response|in answer|in defen[cs]e|(?:affirmative )?defen[cs]es?|as (?:a )?respondent|"
    r"reply to"
)
MORE_THAN_PATENTS = phrase(
    r"copyrights?|trade ?marks?|trade secrets?|designs?|marks?|intellectual property|ip|other rights?|database rights?"
)
NO_NOTICE = phrase(
    r"no (?:letter|notice|warning|demand|further step|formality|word|reminder) (?:is|being|shall be|needs?|need)(?: [a-z]+)?|"
    r"without (?:any )?(?:prior |further )?(?:notice|warning|letter|formality|demand)|automatically|of itself|by itself|ipso facto|"
    r"from that (?:moment|instant|day|hour)|"
    r"as of the date|at that moment|at once|immediately|forthwith|instantly|that very moment|on the spot|with immediate effect"
)


_GRANTED = r"(?:(?:all |any |every |the |this |its |CUSTOMER's |of |such )*(?:[a-z]+ )?(?:rights?|licen[cs]es?|permissions?|grants?|authori[sz]ations?|leave|use|weights|entitlements?|privileges?|access|everything|freedoms?)(?: [a-zA-Z']+){0,8}?)"
# The licence is gone, whatever the verb.
LOSES = phrase(
    r"(?:loses?|lost|forfeits?|forfeited|extinguish(?:es|ed)?|destroys?|cancels?|kills?|annuls?|strips?|deprives?|costs?|revokes?|undoes|voids?|takes? away|puts? an end to|brings? [a-zA-Z' ]{1,40} to an end|brings? to an end)"
    rf"(?: CUSTOMER)?(?: of)? {_GRANTED}|"
    rf"{_GRANTED},? (?:shall |will |then |thereby |thereupon |automatically |at once |immediately |is |are |be |hereby )*(?:ends?|ended|ceases?|stops?|laps(?:e|es|ed)|expires?|falls? away|fall(?:s|en)? (?:in|to the ground)|dies|die|terminates?|terminated|gone|over|lost|forfeit|forfeited|"
    r"extinguished|revoked|withdrawn|void|null|at an end|comes? to an end|vanish(?:es)?|disappears?|run(?:s)? out|extinct|determines?|cancelled|taken back|finished)"
)


def read_cause(passage: Passage) -> Reading | None:
    """Read who may end the agreement for the other's breach or insolvency, with what time to cure; and IP claims that end a licence.

    A right of one side alone names that side only where no other passage gives the other one the same.
    """
    claim = _ip_claim(passage)
    if claim is not None:
        return claim
    for sentence in passage.sentences:
        ends = _cause_end(passage, sentence)
        if ends is None:
            continue
        window = around(passage, sentence, back=2, ahead=1)
        refused = None if {"customer", "either"} & _all_cause(passage) else _refused(around(passage, sentence, back=1, ahead=2))
        return passage.reading(
            "termination_for_cause",
            sentence,
            by=_by_for_cause(passage, sentence, ends),
            cure_days=_cure(passage, window),
            refused=proof(refused),
        )
    for sentence in passage.sentences:
        refused = _refused(sentence) if sentence.has(BREACH) and not {"customer", "either"} & _all_cause(passage) else None
        if refused is not None:
            return passage.reading("termination_for_cause", sentence, refused=refused.proves(True))
    return _by_rights(passage) or _forfeits(passage)


def _forfeits(passage: Passage) -> Reading | None:
    """A breach by the licensee that takes its rights away by itself: nobody has to end anything."""
    for sentence in passage.sentences:
        lost = sentence.find(LOSES)
        if lost is None or not (sentence.has(BROKEN) or sentence.has(BREACH)) or sentence.has(SERVICE_LEVEL) or lost.negated:
            continue
        theirs = sentence.has(phrase("CUSTOMER(?:'s)?")) and _breacher(sentence) in (None, "customer", "it")
        if not theirs or sentence.has(phrase("VENDOR(?:'s)? (?:breach|default|fail)|indemnit|warrant(?:y|ies)|refunds?|credits?")):
            continue
        window = around(passage, sentence, ahead=1)
        if {"customer", "either"} & (holders(passage, "breach") | _all_cause(passage)):
            return None
        silent = (
            sentence.find(NO_NOTICE)
            or sentence.find(UNTOLD)
            or sentence.find(phrase(r"by (?:this|that) (?:alone|fact)|there and then|on the instant"))
        )
        return passage.reading(
            "termination_for_cause",
            sentence,
            by=sentence.proves("vendor"),
            cure_days=_cure(passage, window) or _mending(window),
            without_notice=proof(silent) if silent is not None and not window.durations else None,
        )
    return None


# To end the use of what infringes is a step of the indemnity, not a right to leave for a breach.
_INFRINGES = phrase(r"infring(?:es|ed|ing|ement)")


def _by_rights(passage: Passage) -> Reading | None:
    """What the rights to leave for a breach say, however they are worded."""
    if _all_cause(passage):
        return None
    rights = [right for right in exit_rights(passage) if right.ground == "breach" and not passage.has(_INFRINGES)]
    granted = holders(passage, "breach")
    given = next((right for right in rights if right.granted and right.holder), None)
    if given is not None:
        both = "either" in granted or {"customer", "vendor"} <= granted
        window = around(passage, given.said, back=2, ahead=1)
        cure = _cure(passage, window) or _mending(given.window) or _mending(window)
        return passage.reading(
            "termination_for_cause", given.said, by=given.said.proves("either" if both else given.holder), cure_days=cure
        )
    denied = next((right for right in rights if not right.granted and right.holder in ("customer", "either", "")), None)
    if denied is None or {"customer", "either"} & granted:
        return None
    return passage.reading("termination_for_cause", denied.said, refused=denied.hit.proves(True))


def _mending(window: Stretch) -> Proof | None:
    """The only period of a statement on a breach, where something is to be mended in it."""
    counted = [each for each in window.durations if each.unit in ("day", "week", "month")]
    mends = window.has(CURE) or window.has(
        phrase(
            "mend(?:s|ed|ing)?|unrepaired|unremedied|uncured|put(?:s|ting)? [a-z ]{1,30} right|make (?:it )?good|no fix|repent|respite|grace"
        )
    )
    return days(window, counted[0]) if counted and mends else None


def _cause_end(passage: Passage, sentence: Sentence) -> Hit | None:
    """The word by which a sentence lets somebody end because of a breach or insolvency, said here or in the sentences before."""
    if sentence.has(SERVICE_LEVEL) or sentence.has(phrase("surviv(?:e|es|al)")):
        return None
    reasons = around(passage, sentence, back=2, ahead=1)
    if not (sentence.has(BREACH) or sentence.has(INSOLVENT) or (reasons.has(BREACH) and (sentence.has(CURE) or reasons.has(CURE)))):
        return None
    permits = sentence.find(PERMITS) or sentence.find(phrase(r"(?:automatically|at once|immediately|forthwith|when the|of itself)"))
    if permits is None:
        return None
    for hit in endings(sentence):
        if hit.words in ("ceases", "over", "leave") and not sentence.has(DEAL):
            continue
        if (
            hit.negated
            or hit.words.startswith("terminating")
            or not (
                sentence.has(DEAL) or hit.words.startswith("terminat") or passage.titled("terminat", "default", "breach", "end", "cause")
            )
        ):
            continue
        reach = sentence.before(hit)
        if reach.has(PERMITS) or sentence.after(hit).has(phrase("automatically|at once|when the|immediately|of itself")):
            return hit
    return None


def _breacher(stretch: Stretch) -> str | None:
    hit = stretch.find(BREACHES) or stretch.find(RESPONDENT)
    role = hit.groups["role"].lower() if hit else None
    return "other" if role == "the other" else role


def _cause_side(passage: Passage, sentence: Sentence, ends: Hit) -> str | None:
    side = side_of(ends) if sentence.before(ends).has(PERMITS) else None
    breacher = _breacher(sentence) or _breacher(around(passage, sentence, back=2, ahead=1))
    if side in ("customer", "vendor") and breacher in ("either",) and not ends.sentence.before(ends).has(PERMITS):
        return "either"
    if side in ("customer", "vendor", "either"):
        return side
    return {"customer": "vendor", "vendor": "customer", "either": "either", "other": "either"}.get(breacher or "")


def _by_for_cause(passage: Passage, sentence: Sentence, ends: Hit) -> Proof | None:
    side = _cause_side(passage, sentence, ends)
    if side is None or side == "either":
        return None if side is None else sentence.proves("either")
    granted = _all_cause(passage) | holders(passage, "breach")
    if "either" in granted:
        return None
    return sentence.proves("either" if {"customer", "vendor"} <= granted else side)


def _all_cause(passage: Passage) -> set[str]:
    """The sides that may end for breach, over all passages."""

    def granted() -> Iterable[str]:
        for each in passage.paper.all:
            for sentence in each.sentences:
                ends = _cause_end(each, sentence)
                side = _cause_side(each, sentence, ends) if ends else None
                if side:
                    yield side

    return passage.view.remembered(_cause_end, lambda _: set(granted()))


def _cure(passage: Passage, window: Stretch) -> Proof | None:
    duration = near(window, CURE, within=70)
    if duration is None and window.has(BREACH, CURE):
        duration = near(window, BREACH, within=110)
    if duration is not None and not _insolvency_delay(window, duration.at.start):
        return days(window, duration)
    for meaning in passage.definitions:
        duration = near(meaning, CURE, within=120)
        if duration is not None and len(meaning.words) < 500:
            return days(meaning, duration)
    return None


def _insolvency_delay(window: Stretch, offset: int) -> bool:
    """Whether a period is that in which a petition must be dismissed."""
    return any(-60 < hit.at.start - offset < 80 for hit in window.hits(phrase("dismissed|vacated|discharged|stayed|set aside")))


def _refused(stretch: Stretch) -> Hit | None:
    """Where the customer is told that a breach doesn't let it leave."""
    for hit in stretch.hits(NO_SUCH_RIGHT):
        if hit.sentence.has(phrase("CUSTOMER(?:'s)?")) and not hit.sentence.has(SERVICE_LEVEL):
            return hit
    for sentence in stretch.sentences:
        denied = sentence.denies(phrase("terminat(?:e|ed|ion)|cancel|rescind|end this (?:agreement|contract)"))
        if denied is not None and subject_of(denied) == "customer" and sentence.has(BREACH) and not sentence.has(CURE):
            return denied
    return None


def _ip_claim(passage: Passage) -> Reading | None:
    """A claim about intellectual property that ends the licence, or the promise that none does."""
    for sentence in passage.sentences:
        ends = sentence.find(ENDS) or sentence.find(LOSES)
        if ends is None:
            continue
        window = around(passage, sentence, back=1, ahead=1)
        meanings = [m for m in passage.definitions if m.has(LITIGATION, IP_WRONG)]
        where: Stretch = next((w for w in (sentence, window, *meanings) if w.has(LITIGATION, IP_WRONG)), sentence)
        if where.has(LITIGATION, IP_WRONG) and not _breaks_terms(sentence) and _is_customers_claim(where, sentence):
            denied = None if any(not hit.negated for hit in (*endings(sentence), *sentence.hits(LOSES))) else ends
            scope = denied.proves("none") if denied else _scope(where)
            silent = None if denied else around(passage, sentence, ahead=1).find(NO_NOTICE)
            return passage.reading(
                "termination_for_cause",
                sentence,
                by=None if denied else sentence.proves("vendor"),
                ip_claim=scope,
                without_notice=proof(silent) if not _noticed(sentence) else None,
            )
        denied = next((hit for hit in endings(sentence) if hit.negated), None)
        if (
            denied is not None
            and window.has(phrase(r"(?:going to court|claims?|suits?|litigation)"))
            and window.has(phrase("patents?|intellectual property|copyrights?"))
            and subject_of(denied) == ("vendor")
            and not window.has(phrase(r"third part(?:y|ies)|indemnif(?:y|ies)|defends?|settlement|procure|replace"))
        ):
            return passage.reading("termination_for_cause", sentence, ip_claim=denied.proves("none"))
    return None


def _breaks_terms(sentence: Sentence) -> bool:
    """Whether it speaks of a breach of the terms: "violates its patents" is none."""
    wrongs = sentence.hits(IP_WRONG)
    return any(not any(wrong.at.overlaps(hit.at) for wrong in wrongs) for hit in sentence.hits(BREACH))


def _noticed(sentence: Sentence) -> bool:
    return near(sentence, phrase("notice|warning")) is not None


def _is_customers_claim(where: Stretch, sentence: Sentence) -> bool:
    """Claims of the licensee end the licence; a third party's claim against it is another matter (indemnity)."""
    if where.has(phrase(r"third part(?:y|ies)|indemnif(?:y|ies)|defends?|settlement|procure|replace")):
        return False
    return sentence.has(phrase(r"licen[cs]es?|permissions?|rights?|agreement|terminate|everything|allows?"))


def _scope(where: Stretch) -> Proof | None:
    model, alleged = (
        where.find(THE_MODEL),
        where.find(phrase(r"alleg(?:es?|ing)|contend(?:s|ing)?|assert(?:s|ing)?|claim(?:s|ing)? that|says?")),
    )
    everything = (where.after(alleged) if alleged else where).find(ANY_SUBJECT)
    counter = where.affirms(COUNTERCLAIMS)
    answered = counter is not None and not counter.sentence.has(phrase("does not|do not|not entitle|excluded|left out|no ground"))
    if model is not None and everything is None and not (answered and where.has(MORE_THAN_PATENTS)):
        return model.proves("model_only")
    proven = everything or counter or where.find(IP_WRONG)
    return proof(proven, "any")


RULE = Rule(
    "termination_for_cause",
    read_cause,
    examples=(
        fires(
            "Either party may terminate this Agreement if the other commits a material breach and does not cure it within thirty (30) "
            "days of notice.",
            by="either",
            cure_days=30,
        ),
        fires(
            "If you break a term of this contract, we may end it unless you put things right within ten days of our letter.",
            by="vendor",
            cure_days=10,
        ),
        fires(
            "If Customer asserts in a complaint or counterclaim that anything made by Vendor infringes a patent or copyright, the "
            "licence ends automatically.",
            ip_claim="any",
            without_notice=True,
        ),
        near_miss(
            "Vendor may terminate if Customer defaults. Customer has no corresponding right.",
            heading="Termination",
            by="vendor",
            refused=True,
        ),
        near_miss("The duties of a breaching party survive termination of this Agreement."),
        near_miss(
            "Vendor shall defend Customer against claims that the Service infringes a patent; if it can't procure a licence, it may end "
            "the subscription and refund prepaid fees."
        ),
        near_miss(
            "Going to court is not a breach: you may bring a claim against us over patents, and we may not end this agreement because of "
            "it.",
            ip_claim="none",
        ),
    ),
)
