"""Publicity and attribution: whether a party may name the other, and what the licensee must show of the licensor's name."""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.exit_words import CONSENT, PERMITS, proof, subject_of
from app.rules.naming import read_forced_name, read_naming
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase
from app.rules.rule import Rule, fires, near_miss

NAME = phrase(
    r"names?|logos?|(?:trade|service)? ?marks?|trademarks?|brands?|trade names?|identity|customer of (?:VENDOR|its)|as a (?:customer|"
    r"reference|user|partner)|reference(?:s| customer| list| lists)?|existence of (?:this|the)|fact (?:that|of)|relationship|cooperation|"
    r"about (?:this|the|their) (?:agreement|deal|talks|relationship|contract|cooperation)|testimonial|case study"
)
SHOWS = phrase(
    r"publicity|publici[sz]e[sd]?|announcements?|announces?|press(?: releases?)?|advertis(?:e|es|ing|ements?)|marketing|promot(?:e|es|"
    r"ion|ional)|sales material|customer lists?|lists? of (?:its )?(?:customers|clients|users)|reference (?:lists?|customers?|purposes)|"
    r"as (?:a )?references?|public statements?|website|web site|case stud(?:y|ies)|testimonials?|media|social media|mention(?:s|ed)?|"
    r"show(?:s|n)? (?:its|CUSTOMER's|VENDOR's|the)|"
    r"names? (?:CUSTOMER|VENDOR|OTHER|the other)|name OTHER|publicly|on (?:its|VENDOR's) site|publicly (?:disclose|refer)|in public|"
    r"portfolio"
)
NOT_PUBLIC = phrase(
    r"domain names?|file names?|user ?names?|named (?:users?|jurisdictions?)|names? of (?:its )?(?:sub-?processors?|users|staff|"
    r"employees|real people)|general advertis|public(?:ly available| vacancy| domain)|advertisements? (?:addressed|that)|"
    r"publicly (?:known|available)|generally available|rights? of publicity|privacy or publicity|infring(?:e|es|ement)|becomes? public|"
    r"public licen[cs]e|solicit|hire|recruit|employ|encourage|take on|personal data|status page|marketed under|security incident|patient|"
    r"beta"
)
FREELY = phrase(
    r"without (?:the |any |prior |further |obtaining |first |CUSTOMER's |OTHER's )*(?:consent|approval|permission|asking)|freely|"
    r"need not (?:seek|ask|obtain|request|have)|(?:do|does|not) (?:not )?have to ask|licen[cs]e to use [A-Z]+'s (?:name|logo|marks?)"
)
WITH_CONSENT = phrase(
    r"once|after|only|unless|without|except|subject to|prior|first|requires?|needs?|before|save|until|upon|with (?:the |"
    r"its )?(?:prior )?(?:written )?(?:consent|approval)"
)

MUST = phrase(
    r"must|shall|(?:is|are) to|has to|have to|agrees? to|carr(?:y|ies)|bears?|(?:is|are) (?:obliged|required|bound)|mentions?|say(?:s)?|"
    r"states?|displays?|shows?|includes?|retains?|keeps?|leaves?|hand over|requires?|marketed under|will|prominently|begins?|contains?|"
    r"identif(?:y|ies)|acknowledges?|gives?|names?|attribute|put(?:s)?|place(?:s)?|show|display|mention|add(?:s)?|link|write|print(?:s)?|"
    r"forms? part"
)
CREDIT = phrase(
    r"attribution|credits?|notices?|copyright (?:notice|line|statement)s?|notice file|built (?:with|on)|powered by|made with|based on|"
    r"runs on|uses [a-z0-9]+|(?:contains?|includes?|incorporates?) (?:technology|software|models?|materials?|components?) (?:of|from|by)|"
    r"names?|named|logos?|badges?|designations?|prefix|first word|acknowledg(?:e|es|ement)|say that it uses|link to|watermark|labels?|"
    r"mentions?|legend|readme|read-me|"
    r"marketed under|proprietary (?:notices|legends)|brand(?:ing|ed)?"
)
OWN_PRODUCT = phrase(
    r"(?:begins?|starts?|opens?|beginning|starting|prefixed|commences?) with|first word|(?:at|in) the (?:beginning|start) of (?:the|its|"
    r"any|each|all|every) (?:[a-z]+ ){0,5}(?:names?|titles?|designations?)|(?:carr(?:y|ies)|bears?|has|have|under|give[ns]?|gets?) (?:a|"
    r"the|an?) (?:[a-z]+ )?(?:name|designation|title|mark)|as (?:a )?(?:part|prefix|component) of (?:the|its|any) (?:[a-z]+ )?(?:name|"
    r"title)|"
    r"(?:names?|title|designation|mark)s? (?:of|for|that) [a-zA-Z' ,]{0,60}(?:must|shall|contains?|includes?|begins?|starts?|opens?|"
    r"is the first)|in the (?:name|title) of (?:the|each|any|every|its|CUSTOMER's)|marketed under|forms? part of (?:the |its |"
    r"each )?(?:public )?(?:name|title|designation)|named after|co-?brand[a-z]*|include [a-z\" ]{1,30} (?:in|at) the (?:beginning|start|"
    r"name)"
)
PRODUCT = phrase(
    r"products?|features?|assistants?|models?|derivatives?|services?|offspring|editions?|applications?|releases?|software|app|apps|"
    r"interface|tools?"
)
BUILT_WITH = phrase(
    r"built (?:with|on)|powered by|made with|based on|runs on|developed (?:with|using)|badges?|prominently|on (?:a|"
    r"the) (?:related )?(?:website|home ?page|start page|user interface|about page|splash|login|screen)|in the (?:user )?interface|"
    r"visible to (?:end )?users|on-?screen"
)
IN_PAPERS = phrase(
    r"documentation|help pages?|read-?me|about (?:box|page|file|screen)|notices? file|licen[cs]e (?:file|text|folder)|copyright notices?|"
    r"third-party (?:components|notices)|manuals?|notices?|metadata|legal page|source files?|imprint|copy of this (?:agreement|contract|"
    r"licen[cs]e)|legends?"
)


def read_publicity(passage: Passage) -> Reading | None:
    """Read whether a party may name the other in public, and whether it must ask first."""
    if passage.clause.kind in ("definition", "recital", "title"):
        return None
    for sentence in passage.sentences:
        if not sentence.has(NAME, SHOWS) or (
            sentence.has(NOT_PUBLIC) and not passage.titled("publicity", "announce", "reference", "names", "marketing")
        ):
            continue
        found = _naming(sentence)
        if found is None:
            continue
        hit, value = found
        asked = value == "consent" or _asked(_next(passage, sentence))
        return passage.reading(
            "publicity",
            sentence,
            allowed=hit.proves(value == "allowed") if not asked else None,
            consent_required=proof(sentence) if asked else None,
        )
    return None if _usual(passage) else read_naming(passage)


def _usual(passage: Passage) -> bool:
    """Whether some clause of the paper speaks of publicity in the usual words."""
    return passage.view.remembered(
        _usual, lambda _: any(s.has(NAME, SHOWS) and not s.has(NOT_PUBLIC) and _naming(s) for p in passage.paper.all for s in p.sentences)
    )


def _next(passage: Passage, sentence: Sentence) -> Stretch | None:
    return next((s for s in passage.sentences if s.at.start > sentence.at.start), None)


def _asked(following: Stretch | None) -> bool:
    return following is not None and following.has(
        CONSENT, WITH_CONSENT, phrase("publicity|use|reference|announcement|this|naming|name|logo")
    )


def _naming(sentence: Sentence) -> tuple[Hit, str] | None:
    """The words that let, forbid, or bind to consent; None if it is about something else."""
    free = sentence.find(FREELY)
    ask = sentence.find(CONSENT)
    shows = sentence.find(SHOWS)
    assert shows is not None
    permits = sentence.find(PERMITS) or sentence.find(phrase(r"grants?|agrees? (?:that|to)|consents? to"))
    barred = (
        shows.negated
        or subject_of(shows) == "neither"
        or sentence.has(
            phrase(
                "shall not|must not|may not|will not|not (?:use|name|issue|make|disclose|publish|refer)|neither|NEITHER|no party|refrain"
            )
        )
    )
    if (
        ask is not None
        and sentence.has(WITH_CONSENT)
        and (free is None or barred or "prior" in sentence.words)
        and not ask.sentence.has(phrase("consents? to (?:VENDOR|the) (?:use|using)"))
    ):
        return ask, "consent"
    if barred:
        return shows, "barred"
    if permits is not None or free is not None:
        return permits or free or shows, "allowed"
    return None


def read_attribution(passage: Passage) -> Reading | None:
    """Read what the licensee must show of the licensor's: nothing, a notice in its papers, "built with", or a name on its product."""
    if passage.clause.kind in ("definition", "recital", "title"):
        return None
    duties = [(sentence, duty) for sentence in passage.sentences if (duty := _duty(passage, sentence))]
    if not duties or all(duty.value != "product_name" for _, duty in duties):
        forced = read_forced_name(passage)
        if forced is not None or not duties:
            return forced
    sentence, duty = max(duties, key=lambda each: WEIGHT.index(str(each[1].value)))
    return passage.reading("attribution", sentence, duty=duty)


# From the lightest duty to the heaviest; of several in one passage the heaviest counts.
WEIGHT = ("none", "notice", "built_with", "product_name")


def _duty(passage: Passage, sentence: Sentence) -> Proof | None:
    titled = passage.titled("attribution", "giving credit", "notices of origin", "origin", "naming", "branding", "marking")
    credit = sentence.find(CREDIT)
    if credit is None or (
        sentence.has(
            phrase(
                "reverse engineer|decompile|service credits?|taken off|invoice|in writing|notice of|days'? "
                "notice|uptime|confidential|subscription|termination|trademark infring"
            )
        )
        and not titled
    ):
        return None
    owner = subject_of(credit)
    none = sentence.find(phrase(r"(?:no|not|need not|never|without)[a-zA-Z ]{0,50}(?:attribution|credit|name|mention|notice)"))
    free_names = sentence.find(
        phrase(
            r"(?:do|does|need|is|are)(?:n't| not) (?:have to |required to |obliged to |need to )?(?:put|use|include|mention|name|credit|"
            r"show|"
            r"carry|display)[a-zA-Z' ]{1,40}(?:name|mark|logo|brand|credit|attribution)?"
        )
    )
    if (
        free_names is not None
        and Stretch(free_names.view, free_names.at).has(phrase("VENDOR's (?:name|marks?|logo)|credit|attribution"))
        and sentence.has(PRODUCT | phrase("into them|them|names"))
    ):
        return free_names.proves("none")
    if none is not None and credit.negated and titled:
        return none.proves("none")
    if not sentence.has(MUST) or (owner == "vendor" and not sentence.has(phrase("CUSTOMER(?:'s)?"))):
        return None
    name = sentence.find(OWN_PRODUCT)
    if name is not None and sentence.has(PRODUCT) and not name.negated:
        return name.proves("product_name")
    if (
        (built := sentence.find(BUILT_WITH)) is not None
        and not built.negated
        and sentence.has(
            phrase(
                "display(?:s|ed)?|shows?|states?|includes?|says?|mentions?|bears?|carr(?:y|ies)|legend|words|badge|puts?|places?|prints?"
            )
        )
    ):
        return built.proves("built_with")
    papers = sentence.find(IN_PAPERS)
    kept = sentence.has(
        phrase(
            r"retain|keep|leave|include|mention|state|say|reproduce|preserve|attach|provide|hand over|give|cause|distribut|acknowledge|"
            r"link|"
            r"carry|carr(?:y|ies)|mentions|states|retains|keeps|includes"
        )
    )
    about = titled or sentence.has(
        phrase(
            r"notice file|copyright notices?|uses [a-z0-9]+|technology of VENDOR|copy of this|proprietary notices|attribution notices?|"
            r"credit"
        )
    )
    if papers is not None and kept and about and passage.clause.kind != "table_row":
        return papers.proves("notice")
    return None


PUBLICITY = Rule(
    "publicity",
    read_publicity,
    examples=(
        fires(
            "Neither party shall use the name or logo of the other in publicity without the other's prior written consent.",
            consent_required=True,
        ),
        fires("We may mention you as a customer and show your name and your logo on our site and in our sales material.", allowed=True),
        fires("Vendor names Customer as a reference only with its prior consent.", consent_required=True),
        near_miss("Vendor shall keep the names of its subprocessors on a list on its website."),
        near_miss("A person who answers a general advertisement may be hired."),
        near_miss("Customer names its contact for security matters."),
    ),
)
ATTRIBUTION = Rule(
    "attribution",
    read_attribution,
    examples=(
        fires(
            "Attribution\nEach product of yours that runs on the Model must carry a name of which “Larkspur” is the first word.",
            duty=("product_name"),
        ),
        fires("Customer shall prominently display the words “Built with Larkspur” on a related website.", duty="built_with"),
        fires("If you pass on the Material, keep the NOTICE file and include a copy of this licence.", duty="notice"),
        near_miss("Vendor credits Customer for each hour of downtime."),
        near_miss("Customer shall give notice of a claim within ten days."),
        near_miss("The product is marketed in Europe."),
    ),
)
