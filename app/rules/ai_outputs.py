"""Outputs of models: who owns them and the models tuned on the customer's data, and what outputs may not be used for.

A definition may decide: what the vendor owns as "Derived Materials" or "Technology" can hold scores, weights and tuned models.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.reading import Reading
from app.domain.span import Span
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.reading.subjects import CUSTOMER_DATA, OUTPUT, Subject, meanings, operative, said_after, said_before
from app.rules.rule import Rule, fires, near_miss
from app.rules.settled import laid_together, loosely, usual
from app.rules.uses_of_outputs import read_restricted_outputs, read_whose_outputs

TUNED = Subject(
    phrase(
        r"(?:fine-?)?(?:tuned|adapted|derived|derivative|dedicated|custom|customi[sz]ed|customer(?:-specific)?|bespoke|"
        r"personali[sz]ed|retrained|trained|CUSTOMER|private|modified) (?:[a-z-]+ )?(?:models?|weights|parameters|versions?)|"
        r"models? (?:trained|re-?trained|tuned|adapted|fine-?tuned|adjusted) (?:on|with|to|using|by|from)|(?:weights|parameters|"
        r"models?) (?:that|which) (?:were|are|was|is|have been|has been) (?:adjusted|tuned|trained|fitted|adapted|calibrated)|"
        r"models? that CUSTOMER (?:tunes?|trains?|makes?|builds?|creates?)|"
        r"(?:weights|parameters|adapters|models?)(?:,? (?:and|or) (?:weights|parameters|adapters))?,? (?:of|in) (?:the |each |any |"
        r"every |its )?(?:CUSTOMER|dedicated|tuned|client)? ?models?(?: as (?:they|it))?|(?:changed|adjusted|tuned) (?:weights|"
        r"parameters)|weights as adjusted|derivative works(?: and modifications)? of the (?:[a-z]+ )?(?:materials?|models?|"
        r"weights)|model derivatives|weights,? calibrations|adapters|derivatives? (?:works? )?of the (?:model|weights)|"
        r"changes that CUSTOMER makes? to the weights|fine-?tuned derivatives"
    ),
    phrase(r"models?|parameters|weights"),
    phrase(
        r"fine-?tuning|tuning|adapt(?:ing|ed|er|ation)|adjustment|merging|distill?(?:ing|ation)|quanti[sz](?:ing|ation)|pruning|"
        r"fitted to|set up for CUSTOMER|trained on CUSTOMER"
    ),
    never=phrase(r"any body of data"),
)
OWNED_BY = expression(
    r"\b(?:belongs?(?: [a-z]+){0,3}? to|(?:is|are|be|remains?|shall be|become(?:s)?)(?: [a-z]+){0,3}? (?:owned (?:solely |"
    r"exclusively )?by|(?:[a-z]+ ){0,4}property of)|vests?(?: [a-z]+){0,3}? in|(?:is|are|be|been|"
    r"remains?)(?: [a-z]+){0,2}? vested(?: [a-z]+){0,2}? in|(?:is|are|remains?|stays?|rests?|lies?) (?:vested )?(?:in|with)|(?:is|"
    r"are) assigned to) (?P<owner>CUSTOMER|VENDOR|EITHER)(?P<of>'s| [a-z]+)?"
)
OWNS = expression(
    r"\b(?P<owner>CUSTOMER|VENDOR|EITHER)(?: and its [a-z]+)?(?: (?:shall|will|alone|solely|exclusively|also|hereby|"
    r"at all times))* (?:owns?|own|(?:retains?|keeps?|reserves?|holds?|has|have|acquires?|takes?)(?: [a-z,]+){0,6}? (?:rights?|"
    r"title|ownership|interests?|property)(?:,? (?:title|and|or|interests?|ownership|therein|rights?))* (?:in|to|of|"
    r"over)(?: and to)?|keeps? the changes)"
)
IS_YOURS = expression(
    r"\b(?:is|are|remains?|stays?)(?: and (?:remains?|stays?))? (?:all )?(?:(?P<yours>yours|CUSTOMER's(?: own| property)?)|"
    r"(?P<ours>ours|VENDOR's(?: own| property)?))"
)
ASSIGNS = expression(
    r"\b(?P<giver>CUSTOMER|VENDOR)(?: (?:shall|will|agrees to|hereby|also))* (?:assigns?|transfers?|"
    r"conveys?)(?: [a-z,]+){0,12}? to (?P<owner>CUSTOMER|VENDOR)|\b(?P<giver2>CUSTOMER|VENDOR) (?:hereby )?(?:assigns?|transfers?|"
    r"conveys?) to (?P<owner2>CUSTOMER|VENDOR)"
)
IS_OWNER = expression(
    r"\b(?P<owner>CUSTOMER|VENDOR) (?:is|are|shall be|remains?)(?: and [a-z ]{1,16})? the (?:sole |exclusive |rightful )*owners? of"
)
A_POWER = ("the right to", "a right to", "has right to", "no right to")  # "reserves the right to restrict" owns nothing
COUNTS_AS = phrase(r"is|are|becomes?|counts? as|forms? part of|treated as|regarded as|deemed(?: to be)?")
NO_CLAIM = phrase(
    r"(?:claims?|asserts?) (?:no|neither)(?: [a-z]+){0,3}|(?:do|does|shall|will)(?:n't| not) (?:claim|own|assert)(?: [a-z]+){0,3}"
)
LICENSED_BACK = phrase(
    r"(?:CUSTOMER (?:hereby )?(?:grants?|gives?|licen[cs]es?) (?:to )?VENDOR|VENDOR and (?:everybody|anyone|any(?:body| person)|"
    r"those|all) (?:whom |that |who )?[a-zA-Z ]{0,20} may|VENDOR may (?:use|copy|sell|license|exploit|commerciali[sz]e|"
    r"distribute))|licen[cs]e(?:s|d)? back|grant[- ]back"
)
BROADLY = phrase(
    r"for any (?:purpose|end|use)|for good|perpetual|irrevocable|everywhere|worldwide|free of charge|royalty-free|sell(?:s)?|"
    r"sub-?licens[a-z]+|license on|license it on|commerciali[sz]e|without (?:limit|restriction|payment)|whom VENDOR choose"
)
ONE_EXCEPTION = phrase(
    r"only (?:as|to|for)|as necessary|error reports?|to host|host one|only to (?:provide|host|answer)|solely to|feedback|exception"
)
ALL_DATA = phrase(
    r"claims?|indemnif[a-z]+|defend(?:s)?|liab(?:le|ility)|confidential(?:ity)?|encrypt|infring(?:e|es|ement)|insurance|"
    r"deliverables?|as is|warrant(?:s|y|ies)?|erases?|delet(?:e|es)|patent claim"
)
MODEL_ITSELF = phrase(
    r"(?:[a-z]+ )?derivatives (?:made|created|produced) by(?: or for)? VENDOR|original weights|underlying (?:algorithms?|models?|"
    r"weights)|the (?:platform|software|suite|service|licensed model)|weights (?:themselves|(?:which|that) remain[a-z ]*)|"
    r"its general methods|pre-existing|source models?"
)

TRAINS = phrase(
    r"(?:pre-?|re-?)?train(?:s|ed|ing)?|tun(?:e|es|ed|ing)|fine-?tun(?:e|es|ed|ing)|improv(?:e|es|ed|ing|ement)|better(?:s)?|"
    r"develop(?:s|ed|ing|ment)?|distil(?:l|ls|led|ling|lation)?|learn(?:s|ed|ing)?(?: from)?|align(?:s|ed|ing)?|grade(?:s)?|"
    r"creat(?:e|es|ing)|build(?:s|ing)?|built|"
    r"learning corpus|training (?:set|data|corpus|corpora|material)|corpus|synthetic data|teach(?:es|ing)?|evaluat(?:e|es|ing)|"
    r"benchmark(?:s|ing)?|refin(?:e|es|ing)|feed(?:s)?|optimi[sz]e"
)
OTHER_MODELS = phrase(
    r"(?:any |an? |no |every |each |other |another |such )*(?:other |another |competing |foundation |general[- ]purpose |language |"
    r"large |generative |text-generating |ai |machine[- ]learning |learning |artificial intelligence )+(?:foundation |language |"
    r"generative |ai |learning )*(?:models?|systems?|networks?)|models? of other makes|(?:models?|systems?) (?:(?:that|"
    r"which) compet(?:e|es)|competing)|rival (?:[a-z]+ )?models?|other models?|any model|a model that is (?:not|neither)|"
    r"models? (?:other than|besides|except)|every learning corpus|learning corpus|(?:large )?language models?|llms?|"
    r"artificial intelligence"
)
RESULTS = phrase(r"results")
RIVAL_PRODUCT = phrase(r"(?:product|service|offering)s?")
COMPETING = phrase(r"compet(?:e|es|ing|ition|itor|itive)(?:s)?(?: with)?|rival|similar to|substitute(?:s)? for|in competition")
WHETHER_COMPETING = phrase(
    r"whether or not (?:they|it|such [a-z]+) competes?|whether or not in competition|regardless of whether (?:it|they) competes?|"
    r"even if (?:it|they) (?:do|does) not compete"
)
MAY_NOT = phrase(
    r"won't|can't|cannot|can not|may not|shall not|must not|will not|not (?:be )?(?:use[d]?|permitted|allowed)|kept out of|"
    r"agrees not to|do not|does not|not to|keep(?:s)? [a-zA-Z, ]{0,80}out of|prohibited|forbidden|barred|no right to|"
    r"refrain(?:s)? from|never|excluded|cannot|nor (?:may|shall)|neither|not be used"
)
FREE_TO = phrase(
    r"(?:may|can|is free to|are free to|remains free|free to) (?:[a-z, ]{0,40} )?(?:use|train|learn|improve|develop)|"
    r"no restriction|without restriction|for any purpose|all learn from outputs|may all learn|including to train|"
    r"may be used to (?:train|improve|develop)"
)


def read_output_ownership(passage: Passage) -> list[Reading]:
    """Read who owns outputs and tuned models, and whether they are licensed back; nothing if neither is settled.

    A definition that decides is a clause of the type too.
    """
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature"):
        return []
    found = usual(passage, _usual_owners)
    together = laid_together(found, loosely(passage, _usual_owners, read_whose_outputs))
    return [] if together is None else [together, *found[1:]]


def _usual_owners(passage: Passage) -> list[Reading]:
    if passage.clause.kind == "table_row":
        return []
    owner, tuned = _owner(passage, OUTPUT), _owner(passage, TUNED)
    back = _licensed_back(passage)
    anchor = owner or tuned or ((back, "") if back else None)
    if anchor is None:
        return []
    reading = passage.reading(
        "ai_output_ownership",
        anchor[0].sentence,
        owner=owner[0].sentence.proves(owner[1]) if owner else None,
        tuned_models_owner=(tuned[2] or tuned[0].sentence).proves(tuned[1]) if tuned else None,
        licence_back=back.sentence.proves(True) if back else None,
    )
    decides = tuned[2] if tuned else None
    return (
        [reading]
        if decides is None
        else [reading, decides.reading("ai_output_ownership", decides, tuned_models_owner=reading.terms["tuned_models_owner"])]
    )


def _owner(passage: Passage, subject: Subject) -> tuple[Hit, str, Passage | None] | None:
    """Who owns the subject, and the definition that says that it is among what is owned."""
    answers = list(_owners(passage, subject))
    return next((each for each in answers if each[1] == "vendor"), answers[0] if answers else None)


def _owners(passage: Passage, subject: Subject) -> Iterator[tuple[Hit, str, Passage | None]]:
    for sentence in operative(passage):
        if sentence.has(ALL_DATA) and not sentence.has(phrase("as between|own|property|vests?|belongs?")):
            continue
        for hit, owner, about in _claims(sentence):
            said = next((each for each in subject.hits(about) if not _only_its_methods(about, each)), None)
            decides = None if said is not None and about.has(subject.words) else _decides(passage, about, subject)
            if said is not None or decides is not None:
                yield hit, owner, decides


def _decides(passage: Passage, about: Stretch, subject: Subject) -> Passage | None:
    """The definition by which what is owned takes the subject in."""
    return next((meaning for meaning in meanings(passage, _part(passage, about)) if _within_meaning(meaning, subject) is not None), None)


def _part(passage: Passage, about: Stretch) -> Stretch:
    return Passage(passage.view, about.at, passage.clause, passage.paper)


def _within_meaning(meaning: Passage, subject: Subject) -> Hit | None:
    """Whether a defined term takes the subject in: "all scores, weights and other matter that come into being through ..."."""
    relative = meaning.find(phrase(r"that|which|when|by way of|whenever|as returned"))
    listed = meaning.before(relative) if relative is not None else meaning
    listing = meaning.has(phrase(r"all|every|each|any|including|together with")) and not meaning.has(phrase("fees|CUSTOMER data means"))
    made = meaning.has(
        phrase(
            r"arise|come(?:s)? into being|operation|adjustment|deriv(?:ed|atives?)|no matter who|produc(?:ed|es)|generated|creat(?:ed|"
            r"ion)|refinements?"
        )
    )
    return subject.find(listed) if listing and made else None


def _claims(sentence: Sentence) -> Iterator[tuple[Hit, str, Stretch]]:
    """Each statement of ownership: where, who, and the words for what is owned."""
    for hit in sentence.hits(OWNED_BY):
        if not hit.negated and (hit.groups.get("of") or " and").strip() not in ("data", "content", "models", "model", "property"):
            yield hit, _side(hit.groups["owner"]), said_before(hit)
    for hit in sentence.hits(OWNS):
        if not hit.negated and " no " not in hit.words and not hit.words.endswith(A_POWER):
            yield hit, _side(hit.groups["owner"]), Stretch(sentence.view, Span(hit.at.start, said_after(hit).at.end))
    for hit in sentence.hits(IS_OWNER):
        if not hit.negated:
            yield hit, _side(hit.groups["owner"]), Stretch(sentence.view, sentence.at)
    for hit in sentence.hits(NO_CLAIM):
        if hit.actor == "vendor":
            yield hit, "customer", sentence.after(hit)
    for hit in sentence.hits(IS_YOURS):
        if not hit.negated:
            yield hit, "customer" if "yours" in hit.groups else "vendor", said_before(hit)
    for hit in sentence.hits(ASSIGNS):
        yield hit, _side(hit.groups.get("owner") or hit.groups["owner2"]), sentence
    for hit in sentence.hits(COUNTS_AS):
        data = CUSTOMER_DATA.find(sentence.after(hit))
        if not hit.negated and data is not None and data.at.start - hit.at.end < 6:
            yield hit, "customer", sentence.before(hit)


def _side(role: str) -> str:
    return "either" if role == "EITHER" else role.lower()


def _only_its_methods(about: Stretch, said: Hit) -> bool:
    """The vendor's own weights and methods, which it keeps, are no tuned models."""
    return any(hit.at.overlaps(said.at) for hit in about.hits(MODEL_ITSELF))


def _licensed_back(passage: Passage) -> Hit | None:
    """Where the vendor, or anyone it chooses, may exploit tuned models or outputs."""
    subject = any(TUNED.within(s) or OUTPUT.within(s) for s in operative(passage))
    for sentence in operative(passage):
        back = sentence.find(LICENSED_BACK)
        if back is None or back.negated or not subject or sentence.has(ONE_EXCEPTION) or not sentence.has(BROADLY):
            continue
        if TUNED.within(sentence) or OUTPUT.within(sentence) or sentence.has(phrase("it|them")):
            return back
    return None


def read_output_restriction(passage: Passage) -> list[Reading]:
    """Read for which other models outputs may not be used; nothing if outputs aren't so restricted."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature"):
        return []
    found = usual(passage, _usual_restriction)
    other = loosely(passage, _usual_restriction, read_restricted_outputs) if not found else None
    return [other] if other is not None else list(found)


def _usual_restriction(passage: Passage) -> list[Reading]:
    return next((found for sentence in (*operative(passage), *_cells(passage)) if (found := _restriction(passage, sentence))), [])


def _cells(passage: Passage) -> tuple[Sentence, ...]:
    return passage.sentences if passage.clause.kind == "table_row" else ()


def _restriction(passage: Passage, sentence: Sentence) -> list[Reading]:
    output = (
        OUTPUT.find(sentence)
        or sentence.find(RESULTS)
        or (OUTPUT.find(passage) if sentence.has(phrase("may not|them|these|shall not")) else None)
    )
    rival = sentence.has(OTHER_MODELS) or sentence.has(COMPETING, RIVAL_PRODUCT)
    if output is None or not passage.has(TRAINS) or not rival:
        return []
    denial = sentence.find(MAY_NOT)
    if denial is None:
        free = sentence.find(FREE_TO)
        allowed = (
            free is not None and not free.negated and sentence.has(TRAINS) and OUTPUT.within(sentence) and sentence.has(phrase("CUSTOMER"))
        )
        return [passage.reading("output_use_restriction", sentence, restricts=sentence.proves("none"))] if allowed else []
    if not _binds_customer(sentence, denial):
        return []
    if sentence.has(COMPETING) and not sentence.has(WHETHER_COMPETING):
        return [passage.reading("output_use_restriction", sentence, restricts=sentence.proves("competing"))]
    all_models = sentence.proves("all")
    reading = passage.reading("output_use_restriction", sentence, restricts=all_models)
    wide = next(
        (m for m in meanings(passage, sentence) if m.has(phrase("machine learning|models?"), phrase("whoever|whatever|any body of data"))),
        None,
    )
    return [reading] if wide is None else [reading, wide.reading("output_use_restriction", wide, restricts=all_models)]


def _binds_customer(sentence: Sentence, denial: Hit) -> bool:
    """Whether it is the customer who may not; the vendor's own promise is about training on the customer's data."""
    vendors = phrase(r"VENDOR (?:shall|will|does|do|may|must|agrees|undertakes)(?: not)?|by VENDOR")
    if denial.actor == "vendor" or (sentence.has(vendors) and not sentence.has(phrase("CUSTOMER (?:shall|will|may|must|agrees)"))):
        return False
    return CUSTOMER_DATA.find(sentence) is None or denial.actor == "customer"


OWNERSHIP = Rule(
    "ai_output_ownership",
    read_output_ownership,
    examples=(
        fires("As between the parties, the Customer owns all Outputs. The Vendor acquires no right in them.", owner="customer"),
        fires(
            "Scores, and the weights as adjusted with Customer Data, are the sole property of the Vendor from their creation.",
            owner="vendor",
            tuned_models_owner="vendor",
        ),
        fires("You own the models that you tune: the adapters, the changed weights and the recipes.", tuned_models_owner="customer"),
        near_miss("The Vendor owns the Platform and the underlying models."),
        near_miss("Outputs can be wrong; check before you rely on one."),
        near_miss("The Vendor shall defend the Customer against claims that an Output infringes a patent that belongs to a third party."),
    ),
)
RESTRICTION = Rule(
    "output_use_restriction",
    read_output_restriction,
    examples=(
        fires("Customer shall not use Outputs to train any other large language model.", restricts="all"),
        fires(
            "The Customer shall not use Outputs to develop a foundation model that competes with the Vendor's models.",
            restricts="competing",
        ),
        fires("You may use outputs to train any model, those of others included.", restricts="none"),
        near_miss("The Vendor shall not use Customer's prompts or outputs to train any other model."),
        near_miss("Outputs must not be used to deceive people about the fact that they deal with a machine."),
        near_miss("Customer shall not resell the Service or build a product that competes with it."),
    ),
)
