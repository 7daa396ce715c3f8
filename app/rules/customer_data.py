"""Customer data: whose it is, what the vendor may use it for, and what it may do with records of use.

Usage data that identify nobody are one thing, data derived from what the customer submits another: the latter are the customer's data
under another name.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.reading import Proof, Reading
from app.rules.reading.passage import Hit, Passage, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.reading.subjects import CUSTOMER_DATA, OUTPUT, Subject, find_in, first, meanings, operative, said_after, said_before
from app.rules.rule import Rule, fires, near_miss
from app.rules.settled import laid_together, loosely, usual
from app.rules.uses_of_data import read_uses

OWNED = expression(
    r"\b(?:belongs?(?: [a-z]+){0,3}? to|(?:is|are|be|remains?)(?: [a-z]+){0,3}? (?:owned (?:solely |exclusively |entirely )?by|"
    r"(?:[a-z]+ ){0,4}property of)|vests?(?: [a-z]+){0,3}? in|(?:is|are|be|been|"
    r"remains?)(?: [a-z]+){0,2}? vested(?: [a-z]+){0,2}? in|becomes?(?: [a-z]+){0,3}? property of|(?:passes|is transferred|"
    r"transfers) to|remains?(?: vested)? (?:in|with)|(?:is|are)(?: and (?:shall )?(?:at all times )?(?:remains?|stays?|be))* in|"
    r"stays? with|rests? with)(?: the)? (?P<owner>CUSTOMER|VENDOR)(?P<of>'s| [a-z]+)?"
)
OWNS = expression(
    r"\b(?P<owner>CUSTOMER|VENDOR)(?: [a-z]+){0,3}? (?:owns?|(?:retains?|keeps?|reserves?|holds?|has|"
    r"have)(?: [a-z,]+){0,6}? (?:rights?|title|ownership|interests?|property)(?:,? (?:title|and|or|interests?|ownership|therein|"
    r"rights?))* (?:in|to|of|over)(?: and to)?)"
)
IS_YOURS = phrase(r"(?:is|are|remains?|stays?)(?: and (?:remains?|stays?))? (?:all )?(?:yours|CUSTOMER's(?: alone| own| property)?)")
USES = phrase(
    r"us(?:e|es|ing)(?: of)?|process(?:es|ed|ing)?|access(?:es|ed)?|copy|copies|reproduc(?:e|es|ed)|employ(?:s|ed)?|exploit(?:s|"
    r"ed)?|host(?:s|ed)?|keep(?:s)?|analys(?:e|es)|analyz(?:e|es)|handl(?:e|es|ed)|disclos(?:e|es)|adapt(?:s|ed)?|publish(?:es)?|"
    r"display(?:s)?|commerciali[sz](?:e|es)|"
    r"monetis(?:e|es)|monetiz(?:e|es)|sell(?:s)?|mine(?:s)?|store(?:s)?|share(?:s)?|touch(?:es)?|look(?:s)? at"
)
ONLY_FOR = phrase(
    r"only|solely|exclusively|for no (?:other )?(?:purpose|end|reason)|(?:and )?for nothing else|no (?:other )?purpose|"
    r"to the extent (?:that (?:is )?)?(?:necessary|required|needed)|(?:as|where) (?:strictly )?(?:necessary|required|needed) (?:to|"
    r"for)|other than (?:to|for|providing|in order)|(?:strictly )?limited to|as (?:permitted|instructed|directed)|(?:for|"
    r"in) the performance of this agreement|licen[cs]e that is needed"
)
SERVICE = phrase(
    r"provision of|provid(?:e|es|ing)|perform(?:s|ed|ing|ance)?|furnish(?:es|ing)?|render(?:s|ing)?|operat(?:e|es|ing)|deliver(?:s|"
    r"ing)?|services?|this agreement|answer the request|run(?:ning)? the|exercise (?:of )?(?:its|VENDOR's) rights|fulfil(?:s|l|"
    r"ling)?|maintain(?:ing)?"
)
ANY_PURPOSE = phrase(
    r"as if (?:it|they) were (?:its|VENDOR's) own|as its own|(?:for )?(?:any|all|every|its own|their own|other|whatever|"
    r"unlimited)(?: and all)?(?: of)? (?:[a-z]+ ){0,4}?(?:purposes?|"
    r"ends?|uses?|reasons?)(?: whatsoever)?(?: of theirs| of its own)?|in (?:whatever|any) (?:way|manner)|(?:as|however|whatever|"
    r"whenever) (?:it|VENDOR|they|VENDOR's business) (?:sees?|thinks?|likes?|pleases?|wish(?:es)?|chooses?|calls? for|"
    r"requires?)(?: fit)?|"
    r"without (?:restriction|limitation|limit)|free(?:ly)? (?:to )?(?:use|exploit)|commercially exploit|for (?:its|VENDOR's|"
    r"their) own (?:[a-z]+ ){0,3}(?:purposes?|benefit|account|business)|otherwise exploit|sell(?:s)? (?:it|them|CUSTOMER)|"
    r"monet[a-z]+"
)
IMPROVES = phrase(
    r"improv(?:e|es|ing|ement|ements)(?: purposes?)?|enhanc(?:e|es|ing|ement)|develop(?:s|ing|ment)?(?: of)?|analytics|research|"
    r"benchmark(?:s|ing)?|optimi[sz](?:e|es|ing|ation)|(?:new|other) (?:products|services|features)|statistical analysis|"
    r"product research"
)
NEW_PURPOSE = phrase(
    r"may|can|is entitled to|are entitled to|has the right|have the right|is free to|are free to|grants?|permission|permit(?:s)?|"
    r"authori[sz]es?|licen[cs]es?|allows?|lets?|agrees?|gives?"
)
USAGE = Subject(
    phrase(
        r"usage (?:data|records?|statistics|information|metrics|patterns)|(?:statistics|metrics|tallies|counts|analytics|telemetry|"
        r"measurements) (?:on|of|about|regarding|concerning|from) (?:the )?(?:use|usage|functions|clicks|performance|operation|"
        r"features)|telemetry|(?:service|system|performance|technical|operational|diagnostic|analytics|statistical|aggregate[d]?|"
        r"anonymi[sz]ed|de-?identified)(?: and [a-z]+)? (?:data|information|statistics|metrics)|"
        r"tallies|plain counting|log data|metadata|how (?:the )?(?:[a-z]+ ){0,3}(?:is|are) used|how people (?:work in|use)"
    ),
    phrase(r"counts?|timings?|statistics|tallies|metrics|measurements?|records?|data|information|telemetry"),
    phrase(
        r"clicks|calls|errors?|how (?:the )?[a-z]+ (?:is|are) used|use of (?:the )?(?:service|platform|functions)|performance|"
        r"usage|operation of (?:the )?(?:service|platform)"
    ),
    never=phrase(r"fees|submit(?:s|ted)|upload(?:s|ed)|cap on|confidential"),
)
DE_IDENTIFIED = phrase(
    r"anonymi[sz](?:ed?|es|ing)|anonymous(?:ly)?|de-?identif(?:ied|y|ies)|aggregat(?:ed?|es|ion)|neither (?:an individual|a person|"
    r"a natural person|CUSTOMER)[a-zA-Z ]*|(?:cannot|can not|does not|do not|not|no longer|nor|no)[a-zA-Z ,]{0,50}(?:identif(?:y|"
    r"ied|iable|ies)|recogni[sz]ed?|recogni[sz]able|points? to|reveal(?:s)?|trace[d]?)|"
    r"no (?:person|individual|name)[a-zA-Z ]{0,30} can be|names and content left out|without (?:names|naming|personal)|"
    r"neither CUSTOMER data in readable form"
)
IDENTIFIABLE = phrase(
    r"whether or not[a-zA-Z ,]{0,60}(?:identif|recogni|anonymi|aggregat)[a-z]*|(?:including|even) (?:where|if|"
    r"when)[a-zA-Z ]{0,40}identif[a-z]*|identifiable form|in identifiable"
)
ASSURES = phrase(
    r"represents?|warrants?|makes? sure|make(?:s)? certain|ensures?|guarantees?|is responsible|are responsible|is answerable|"
    r"has (?:all|every|obtained|the)|assures?|confirms?|undertakes?"
)
RIGHTS_TO_DATA = phrase(
    r"rights?|consents?|entitled|allowed|permissions?|lawful(?:ly|ness)?|accura(?:te|cy)|quality|legality|authority|content of"
)
ELSEWHERE = phrase(
    r"indemnif(?:y|ies|ied|ication)|holds? (?:[a-z]+ )?harmless|defend(?:s|ed)?|liab(?:le|ility)|loss of|lost|insurance|at rest|"
    r"encrypt(?:ed|ion)|terminat(?:es|ion)|return(?:s|ed)?|delet(?:es|ed|ion)|eras(?:es|ed|ure)|confidential information|"
    r"back-?ups?|restor(?:e|es|ed|ing)|authority|infringe(?:s|d|ment)?|outside|claims?|incident|breach|recovery|direct loss|"
    r"instructions"
)
TO_CUSTOMER = phrase(r"VENDOR (?:hereby )?(?:grants?|licen[cs]es) (?:to )?CUSTOMER")
IDEAS = phrase(r"feedback|suggestions|ideas|enhancement requests|proposals")
LOSSES = phrase(r"indemnif[a-z]+|harmless|defend(?:s)?|claims?|liab(?:le|ility)")
SECRETS = phrase(r"keeps? (?:secret|confidential)|in confidence|confidential information|secrecy")
MADE = phrase(r"models?|deliverables?|feedback|suggestions|parameters|training|tuning")
NOT_DATA = ("materials", "material", "documents", "drawings")


def read_customer_data(passage: Passage) -> Reading | None:
    """Read who owns the data and what the vendor may do with them; None if the passage settles neither.

    Where it says of one set of data that it is the customer's and lets the vendor take another for its own use, the worse owner
    and purpose stand in readings of their own passages, not here.
    """
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature"):
        return None
    return laid_together(usual(passage, _read_usual), loosely(passage, _read_usual, read_uses))


def _read_usual(passage: Passage) -> Reading | None:
    if passage.clause.kind == "table_row":
        return None
    owner, purpose, usage = _owner(passage), _purpose(passage), _usage(passage)
    anchor = next((proof for proof in (owner, purpose, usage) if proof is not None), None)
    if anchor is None:
        label = _assurance(passage)
        return passage.reading("customer_data", label.sentence) if label is not None else None
    hit, _ = anchor
    return passage.reading(
        "customer_data",
        hit.sentence,
        owner=_proof(owner),
        licence_purpose=_proof(purpose),
        usage_data=_proof(usage),
    )


Found = tuple[Hit, str] | None


def _proof(found: Found) -> Proof | None:
    return None if found is None else found[0].sentence.proves(found[1])


def _owner(passage: Passage) -> Found:
    """Whose the data are: the worse answer where it gives two."""
    answers = list(_owners(passage))
    return next((each for each in answers if each[1] == "vendor"), answers[0] if answers else None)


def _owners(passage: Passage) -> Iterator[tuple[Hit, str]]:
    for sentence in operative(passage):
        data = _data(sentence)
        product = OUTPUT.find(sentence) or sentence.find(MADE)
        if data is None or sentence.has(LOSSES) or (product is not None and product.at.start < data.at.start):
            continue
        for hit in sentence.hits(OWNED):
            if hit.negated or hit.groups.get("of") not in (None, *_HARMLESS) or not _speaks_of(said_before(hit), data):
                continue
            yield hit, hit.groups["owner"].lower()
        for hit in sentence.hits(OWNS):
            thing = _data(said_after(hit))
            if (
                not hit.negated
                and " no " not in hit.words
                and not hit.words.endswith("the right to")
                and thing is not None
                and thing.at.start - hit.at.end < 48
            ):
                yield hit, hit.groups["owner"].lower()
        yours = sentence.find(IS_YOURS)
        if (
            yours is not None
            and not yours.negated
            and sentence.after(yours).words[:1] in ("", ".", ",", ";", ":")
            and _speaks_of(sentence.before(yours), data)
        ):
            yield yours, "customer"


_HARMLESS = (
    " alone",
    " and",
    " at",
    " from",
    " as",
    " exclusively",
    " only",
    " in",
    " throughout",
    " or",
    " absolutely",
    " the",
    " without",
    " during",
    " upon",
    " which",
    " solely",
    " save",
    " to",
    " for",
    " under",
)


def _data(stretch: Stretch) -> Hit | None:
    """The customer's data; what it supplies for a project, or trains its own models with, is another matter."""
    return next((hit for hit in CUSTOMER_DATA.hits(stretch) if not hit.words.endswith(NOT_DATA) and "training" not in hit.words), None)


def _speaks_of(before: Stretch, data: Hit) -> bool:
    return any(not hit.excepted for hit in CUSTOMER_DATA.hits(before) if not hit.words.endswith(NOT_DATA)) or (
        before.at.covers(data.at) and not data.excepted
    )


def _purpose(passage: Passage) -> Found:
    """What the vendor may use the data for: any purpose, improvement, or the service alone."""
    worst: Found = None
    for sentence in operative(passage):
        data = _data(sentence) or (sentence.find(phrase("it|them|these")) if _data(passage) is not None else None)
        uses = next((hit for hit in sentence.hits(USES) if hit.actor in ("vendor", None, "either") or sentence.has(GRANTS_TO_VENDOR)), None)
        if data is None or uses is None or USAGE.within(sentence) or sentence.has(SECRETS | LOSSES | TO_CUSTOMER | IDEAS):
            continue
        if _data(sentence) is None and not sentence.has(ONLY_FOR, SERVICE):
            continue
        anything = sentence.find(ANY_PURPOSE)
        vendor = sentence.has(phrase("VENDOR|it"))
        if anything is not None and not anything.negated and vendor and sentence.has(NEW_PURPOSE) and not sentence.has(ONLY_FOR):
            return anything, "any"
        if sentence.has(ELSEWHERE) and not sentence.has(ONLY_FOR):
            continue
        near = meanings(passage, sentence)
        better = first(
            sentence.find(IMPROVES),
            find_in(
                (m for m in near if not m.has(ONLY_FOR)),
                expression(r"means [a-z ,]*(?:construction|improvement|enhancement|development|research|work by which)"),
            ),
        )
        if better is not None and not better.negated and sentence.has(NEW_PURPOSE) and vendor:
            worst = (uses, "improvement")
        limit = sentence.find(ONLY_FOR)
        if worst is None and limit is not None and sentence.has(SERVICE) and vendor and uses.actor != "customer":
            worst = (limit, "service")
    return worst


GRANTS_TO_VENDOR = phrase(
    r"CUSTOMER (?:hereby )?(?:grants?|gives?|allows?|permits?|authori[sz]es?|licen[cs]es?)(?: to)? (?:VENDOR|the|its)"
)


def _usage(passage: Passage) -> Found:
    """What becomes of records of use: none are taken, they identify nobody, or they may identify somebody."""
    for sentence in operative(passage):
        usage = USAGE.find(sentence)
        acts = next((hit for hit in sentence.hits(USES | COLLECTS) if not hit.negated), None)
        if (
            usage is None
            or acts is None
            or sentence.has(IDEAS)
            or not (sentence.has(phrase("VENDOR")) or passage.has(phrase("VENDOR")))
            or sentence.has(phrase("CUSTOMER's bill|invoice|fees|charges"))
        ):
            continue
        near = (passage, *meanings(passage, sentence))
        known = find_in(near, IDENTIFIABLE)
        if known is not None:
            return acts, "identifiable"
        if find_in(near, DE_IDENTIFIED) is not None:
            return acts, "de_identified"
    return None


COLLECTS = phrase(
    r"collect(?:s|ed)?|compil(?:e|es|ed)|gather(?:s|ed)?|keep(?:s)?|record(?:s|ed)?|creat(?:e|es)|generat(?:e|es)|deriv(?:e|es)|"
    r"monitor(?:s)?"
)


def _assurance(passage: Passage) -> Hit | None:
    """The customer's assurance that it may hand the data over."""
    for sentence in operative(passage):
        assures = sentence.find(ASSURES)
        if (
            assures is not None
            and assures.actor == "customer"
            and CUSTOMER_DATA.within(sentence)
            and sentence.has(RIGHTS_TO_DATA)
            and not sentence.has(ELSEWHERE)
        ):
            return assures
    return None


RULE = Rule(
    "customer_data",
    read_customer_data,
    examples=(
        fires(
            "As between the parties, all right, title and interest in Customer Data remain in Customer. Vendor shall use Customer Data "
            "only to provide the Services.",
            owner="customer",
            licence_purpose="service",
        ),
        fires(
            "You give us a permission to keep, copy, adapt and use your content in whatever way our business calls for.",
            licence_purpose="any",
        ),
        fires(
            "The Vendor may compile usage statistics, from which neither an individual nor the Customer can be identified, and use them "
            "to improve the Service.",
            usage_data="de_identified",
        ),
        near_miss("Customer shall indemnify the Vendor against claims that Customer Data infringes the rights of others."),
        near_miss("The Vendor owns the Software and retains all rights in it."),
        near_miss("Customer owns the furniture in its offices and keeps its own records."),
    ),
)
