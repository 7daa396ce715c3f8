"""Model governance: can results be explained, are models tested for bias and documented, do regulators get help, who gets reasons.

The part "decisions" is about people turned down: principal reasons and a second look by a human being.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.reading import Proof, Reading
from app.rules.model_account import read_account
from app.rules.reading.passage import Hit, Passage, Sentence
from app.rules.reading.pattern import Pattern, phrase
from app.rules.reading.subjects import AUTHORITY, MODEL, OUTPUT, REFUSES, operative
from app.rules.rule import Rule, fires, near_miss
from app.rules.settled import laid_together, settled, usual

EXPLAINS = phrase(
    r"account of how|comes? about|explain(?:s|ed|able|ing|ability)?|explanations?|interpretab(?:le|ility)|traceab(?:le|ility)|"
    r"transparen(?:t|cy)|"
    r"factors (?:that|which)|account for the workings|describe, document|how (?:a |the |each |any )?(?:score|result|output|model|"
    r"decision|it)s? (?:was|were|is|are|has been|came)[a-z ]{0,20}|how (?:[a-zA-Z']+ ){0,4}(?:came|comes|arrives?|arrived|reached|"
    r"reaches) (?:to|at|its|a|the)|how (?:[a-zA-Z']+ ){0,3}works?|how (?:they|it) works?|(?:the )?(?:workings|logic|reasoning|"
    r"functioning) (?:of|behind|involved)|intelligib(?:le|ility)|feature (?:attributions?|importance)|shapley|"
    r"statement of the factors"
)
EACH = phrase(
    r"(?:each|every|any|single|an individual)(?: single| individual)? (?:[a-z-]+ )?(?:decision|score|output|result|assessment|"
    r"finding|prediction|recommendation|classification|score about an individual|case)s?|decision by decision|per decision|"
    r"individual (?:decisions|results)|for each"
)
BIAS = phrase(
    r"bias(?:es|ed)?|fairness|unfair(?:ly)?|discriminat(?:e|es|ion|ory)|disparit(?:y|ies)|disparate (?:impact|treatment)|"
    r"disadvantage to|protected (?:groups?|classes|characteristics?)|unjustified (?:disadvantage|difference)|equal treatment|"
    r"adverse impact"
)
TESTS = phrase(
    r"test(?:s|ed|ing)?|assess(?:es|ed|ment)?|check(?:s|ed)?|examin(?:e|es|ed)|audit(?:s|ed)?|monitor(?:s|ed|ing)?|measur(?:e|es|"
    r"ed)|evaluat(?:e|es|ed|ion)|analys(?:e|es|is)|screen(?:s|ed)?|review(?:s|ed)?|results of"
)
DOCUMENTS = phrase(
    r"(?:technical |model |full |complete |up-to-date )+documentation|model cards?|documentation (?:of|for|on|about) (?:the |each |"
    r"every |its )?(?:[a-z]+ )?(?:models?|versions?)|document(?:s|ed)? (?:the |each |every |its |their )?(?:[a-z]+ )?(?:models?|"
    r"workings|design|method)|describe, document|records? of (?:each |the )?(?:model|training)|keeps? technical documentation|"
    r"methodology (?:papers?|documents?)|data ?sheets? for"
)
COOPERATES = phrase(
    r"co-?operat(?:e|es|ed|ion)|assist(?:s|ance)?|help(?:s)?|support(?:s)?|works? with|answer(?:s)?|mak(?:e|es|ing) available|"
    r"provid(?:e|es)|supply|supplies|access|submit it to examination|examination by|suppl(?:y|ies)|explains? (?:the model )?to|"
    r"give(?:s)?"
)
REASONS = phrase(
    r"(?:principal |main |key |specific |material |adverse action )*reasons?(?: codes?)?|(?:principal|main|key|specific) grounds|"
    r"reason codes?|grounds (?:up)?on which|grounds for|adverse action notices?|factors that weighed|"
    r"statement of the (?:principal |main )?(?:factors|reasons)"
)
ADVERSE = phrase(
    r"adverse|declin(?:e|es|ed|ing)|reject(?:s|ed|ion)?|refus(?:e|es|ed|al)|turned down|denied|denies|unfavou?rable|"
    r"below (?:the )?[a-zA-Z' ]{0,30}threshold|negative|applicants?|lending decisions?|application|decision(?:s)?|finding(?:s)?|"
    r"about an individual|score|to a person"
)
HUMAN = phrase(
    r"human (?:being|review|intervention|oversight|reviewer|in the loop|decision)s?|by a (?:person|human|natural person|"
    r"human being)|natural person|(?:staff|handler|officer|underwriter|employee|person|people|adviser|case worker|"
    r"analyst)[a-zA-Z ,]{0,60}(?:set(?:s)? [a-zA-Z ]{1,30} aside|overrul(?:e|es)|overrid(?:e|es|den)|review(?:s|ed)?|"
    r"decide(?:s)?(?: themselves)?|look(?:s)?|check(?:s)?|confirm(?:s)?)|second look|reconsideration|re-?examination|"
    r"set [a-zA-Z ]{1,30} aside|manual review|overrul(?:e|es|ed)|taken on a score alone|decided solely by automated|"
    r"solely automated|no person involved"
)
ON_REQUEST = phrase(
    r"(?:on|upon|at|of|within [a-z ]+ of) (?:a |an |the |its |CUSTOMER's |written )*(?:request|demand)|"
    r"if (?:CUSTOMER )?(?:so )?(?:asks?|requests?|demands?)|when(?:ever)? (?:it is )?(?:asked|requested)|asks? for"
)
NONE_GIVEN = phrase(
    r"(?:does|do|shall|will) not (?:be called upon to |be required to |be obliged to )?(?:supply|provide|disclose|explain|furnish|"
    r"give|describe|document|test|make available)|supplies neither|provides neither|gives neither|nothing else|no (?:explanations?|"
    r"reasons?|documentation)|neither reason|concern of CUSTOMER alone|matter for CUSTOMER(?: alone)?|CUSTOMER alone|"
    r"for CUSTOMER alone|trade secrets?|business secrets?|not (?:a )?part of|not offer|not (?:be )?(?:explained|disclosed|tested)|"
    r"black box"
)
NOT_ABOUT = phrase(
    r"prices?|substitute for human|impact assessments?|indemnif[a-z]+|harmless|defend(?:s)?|damages|liab(?:le|ility)|late payment|invoice[sd]?|"
    r"terminat(?:e|es|ion)|"
    r"withhold(?:s)? (?:the |any )?(?:sum|amount|part)|dispute[sd]?|suspen(?:d|ds|sion)|confidential information|employment law|"
    r"equal opportunit|customer support|weapons|not be used|outage|consent may be refused|source code|solicit[a-z]*|any reason|"
    r"good reason|for a reason|reasons of (?:VENDOR's|its) own|stating (?:its|the) (?:reasons|grounds)|gives? reasons for|"
    r"states? its reasons|contests with reasons"
)
WITHOUT = phrase("without|unjustified|no later than")
VENDOR = phrase("VENDOR")
SYSTEM = phrase("system|suite|platform|software|tool")
TO_USERS = phrase(r"attribution|end[- ]users? (?:that|in)|start of a session|refunds?|how (?:customers|users) can")
KEEPS = phrase(
    r"keeps?|maintains?|provid(?:e|es)|suppl(?:y|ies)|furnish(?:es)?|documents?|deliver(?:s)?|makes? (?:them |it )?available|"
    r"hands? over|produc(?:e|es)|prepar(?:e|es)|publish(?:es)?|gives?|describes?|hands?|shall be (?:kept|documented|provided)|"
    r"updates?"
)
HEADINGS = ("model", "explain", "fairness", "governance", "traceab", "decision", "oversight", "lending", "responsible ai", "records")


def read_model_governance(passage: Passage) -> Reading | None:
    """Read which duties of governance are taken on or refused; None if the passage speaks of none.

    A refusal covers each duty that its sentence names.
    """
    found, other = usual(passage, _read_usual), read_account(passage)
    if other is not None and not any(reading.terms for reading in found):
        other = other.without(*(name for names in PARTS if settled(passage, _read_usual, *names) for name in names))
        if not set(other.terms) - {"refused", "per_decision", "reasons_on_request"} or (
            settled(passage, _read_usual, *PARTS[0]) and set(other.terms) <= {"refused"}
        ):
            other = None
    together = laid_together(found, other)
    denied = {} if other is None else {name: proof for name, proof in other.terms.items() if proof.value is False}
    return together.with_terms(**denied) if together is not None else None


# Two matters that one passage may settle and another not.
PARTS = (
    ("explainability", "bias_testing", "documentation", "regulator_access", "per_decision", "refused"),
    ("reasons", "human_review", "reasons_on_request"),
)


def _read_usual(passage: Passage) -> Reading | None:
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature", "definition", "table_row"):
        return None
    terms: dict[str, Proof] = {}
    for sentence in operative(passage):
        if sentence.has(NOT_ABOUT) or not _about_models(passage, sentence):
            continue
        for name, hit in _named(passage, sentence):
            refused = _refused(sentence, hit)
            if name not in terms or refused:
                terms[name] = Proof(not refused, sentence.span)
    if not terms:
        return None
    manner = _manner(passage, terms)
    return passage.reading("model_governance", _anchor(passage, terms), **terms, **manner, refused=_all_refused(terms))


def _about_models(passage: Passage, sentence: Sentence) -> bool:
    return (
        MODEL.within(sentence)
        or OUTPUT.within(sentence)
        or (len(operative(passage)) <= 3 and any(MODEL.within(s) or OUTPUT.within(s) for s in operative(passage)))
        or passage.titled(*HEADINGS)
        or sentence.has(REASONS, ADVERSE, SYSTEM)
    )


def _named(passage: Passage, sentence: Sentence) -> Iterator[tuple[str, Hit]]:
    """The duties that a sentence names, each with the words for it."""
    for name, found in (
        ("explainability", _explained(passage, sentence)),
        ("bias_testing", _beside(sentence, BIAS, TESTS)),
        ("documentation", _documentation(passage, sentence)),
        ("regulator_access", _regulator(passage, sentence)),
        ("reasons", _reasons(passage, sentence)),
        ("human_review", _human(passage, sentence)),
    ):
        if found is not None:
            yield name, found


def _explained(passage: Passage, sentence: Sentence) -> Hit | None:
    """An explanation of results or models that the vendor gives or refuses; what the customer explains to its own people is none."""
    found = sentence.find(EXPLAINS)
    customers = found is not None and found.actor == "customer" and not sentence.has(VENDOR)
    return None if customers or sentence.has(TO_USERS) else found


def _beside(sentence: Sentence, one: Pattern, other: Pattern) -> Hit | None:
    return sentence.find(one) if sentence.has(other) else None


def _regulator(passage: Passage, sentence: Sentence) -> Hit | None:
    """Help for authorities that look at the models, or its refusal ("on behalf of any Person")."""
    authority = AUTHORITY.find(sentence)
    if authority is not None and (sentence.has(COOPERATES) or sentence.has(EXPLAINS)):
        return authority
    return sentence.find(phrase(r"submit (?:it|them|the [a-z]+) to examination|examination by or on behalf of any person"))


def _reasons(passage: Passage, sentence: Sentence) -> Hit | None:
    reasons = sentence.find(REASONS)
    if reasons is None or not (sentence.has(ADVERSE) or OUTPUT.within(sentence)):
        return None
    gives = phrase(
        r"suppl(?:y|ies)|provid(?:e|es)|state(?:s)?|give(?:s)?|furnish(?:es)?|return(?:s)?|deliver(?:s)?|show(?:s)?|concern of|"
        r"neither|works? out|list(?:s)?|accompan(?:y|ies)|names?|part of|discloses?|make(?:s)? available|sends?|tells?"
    )
    return reasons if sentence.has(gives) else None


def _documentation(passage: Passage, sentence: Sentence) -> Hit | None:
    """Documents about models that the vendor keeps or hands over, or doesn't; what a document says or is worth is no duty."""
    document = sentence.find(DOCUMENTS)
    vendors = document is not None and document.actor != "customer" and sentence.has(KEEPS) and MODEL.within(passage)
    about = (
        passage.titled(*HEADINGS)
        or sentence.has(EXPLAINS | BIAS)
        or sentence.has(phrase(r"(?:each|every|any) (?:[a-z]+ )?(?:version|model|release)|authorit(?:y|ies)|expert third party"))
    )
    return document if vendors and about else None


def _human(passage: Passage, sentence: Sentence) -> Hit | None:
    human = sentence.find(HUMAN)
    about = sentence.has(ADVERSE) or OUTPUT.within(sentence) or MODEL.within(sentence) or passage.has(REASONS)
    return human if human is not None and about else None


def _refused(sentence: Sentence, hit: Hit) -> bool:
    """Whether the duty is denied: the vendor needn't, doesn't, or leaves it to the customer."""
    safeguard = phrase(
        r"no (?:such )?(?:decision|finding|score|model|[a-z]+ )[a-zA-Z ,']{0,60}(?:until|before|without|unless|alone|solely)|"
        r"not (?:be )?(?:taken|made|based|released|reject|let)[a-zA-Z ,']{0,60}(?:until|without|alone|solely)|shall not (?:let|"
        r"take)|not be a ground|nothing in|(?:may|shall|must) not (?:rely|refuse|withhold|invoke)"
    )
    if sentence.has(safeguard):
        return False
    denial = sentence.find(REFUSES) or sentence.find(NONE_GIVEN)
    if denial is None:
        return hit.negated and not sentence.has(WITHOUT)
    return not sentence.has(phrase("this shall not be a ground"))


def _anchor(passage: Passage, terms: dict[str, Proof]) -> Sentence:
    """The sentence that names most of them."""
    spans = [proof.span for proof in terms.values()]
    return max(operative(passage), key=lambda sentence: spans.count(sentence.span))


def _manner(passage: Passage, terms: dict[str, Proof]) -> dict[str, Proof | None]:
    """For each decision, or only when asked."""
    per_decision = None
    if "explainability" in terms and terms["explainability"].value is True:
        per_decision = next((s.find(EACH) for s in operative(passage) if s.has(EACH) and s.has(EXPLAINS)), None)
    asked = None
    if "reasons" in terms and terms["reasons"].value is True:
        asked = next((s.find(ON_REQUEST) for s in operative(passage) if s.has(ON_REQUEST) and s.has(REASONS)), None)
    return {
        "per_decision": per_decision.proves(True) if per_decision is not None else None,
        "reasons_on_request": asked.proves(True) if asked is not None else None,
    }


def _all_refused(terms: dict[str, Proof]) -> Proof | None:
    """Refused where no duty at all is taken on, and it isn't only about single decisions."""
    whole = [proof for name, proof in terms.items() if name not in ("reasons", "human_review")]
    return Proof(True, whole[0].span) if whole and not any(proof.value for proof in terms.values()) else None


RULE = Rule(
    "model_governance",
    read_model_governance,
    examples=(
        fires(
            "The Vendor ensures that every score can be explained, tests each model for bias once a year, keeps technical documentation "
            "of each model and cooperates with regulators that examine it.",
            explainability=True,
            per_decision=True,
            bias_testing=True,
            documentation=True,
            regulator_access=True,
        ),
        fires(
            "The Vendor shall not be called upon to describe or document the workings of any model or to test it for disparity among "
            "classes of applicants.",
            explainability=False,
            bias_testing=False,
            refused=True,
        ),
        fires(
            "On request the Vendor shall state the principal reasons for a score that is adverse to an applicant.",
            reasons=True,
            reasons_on_request=True,
        ),
        near_miss("The Customer may withhold an invoice if it states its reasons in writing."),
        near_miss("Neither party shall discriminate against an employee of the other."),
        near_miss("No decision shall be taken on a score alone until a natural person has reviewed the score.", human_review=True),
    ),
)
