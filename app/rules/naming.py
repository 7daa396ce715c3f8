"""Names shown in public and names forced on products, in whatever words; `publicity` knows the usual ones.

Showing: one side's name, mark or story, a public place, and leave, consent or refusal. Naming: a duty to call the licensee's own product
after the licensor.
"""

from __future__ import annotations

from app.domain.reading import Reading
from app.domain.span import Span
from app.rules.exit_words import CONSENT, subject_of, table_rows, topic
from app.rules.reading.deontic import MAY, WAITS_FOR, YES
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase

_SHOWN = phrase(
    r"names?|logos?|(?:trade|service|word|house)? ?marks?|trademarks?|brands?|trade names?|emblems?|crests?|badges?|colou?rs|identity|stor(?:y|ies)|quotes?|quoted|quotation|testimonials?|case (?:study|studies)|references?|endorse[a-z]*|customers?|clients?|relationship|partnership|cooperation|existence of (?:this|the)|fact (?:that|of)|who it was made for|whom it (?:was made|works|serves)|for whom|about (?:this|the|their|CUSTOMER)|this (?:agreement|contract|deal|award|project)|"
    r"photographs?|pictures?|faces?|manager who|spokes[a-z]+|interview|CUSTOMER"
)
_PUBLIC = phrase(
    r"publicity|publici[sz]e[sd]?|public(?:ly)?|in public|announc(?:e|es|ed|ements?|ing)|press(?: releases?)?|news(?: releases?)?|newsletters?|advertis[a-z]*|adverts?|market(?:ing)?|promot[a-z]*|sales (?:material|literature|deck|pitch|talks?)|brochures?|catalogues?|home ?page|web ?site|web ?page|site|portfolio|showcase|show(?:s|n|ing)? off|tell(?:s)? (?:the world|everyone|anyone|others)|the world|boast(?:s)?|brag(?:s|ging)?|trumpet(?:s)?|"
    r"media|social|trade (?:fairs?|shows?)|conferences?|talks?|pitch(?:es)?|reference (?:lists?|customers?|calls?|visits?)|customer lists?|client lists?|lists? of (?:its )?(?:customers|clients|users)|success stor(?:y|ies)|case (?:study|studies)|testimonials?|mention(?:s|ed)?|speak(?:s)? (?:of|about)|exhibit(?:s|ed|ion)?|display(?:s|ed)?|show(?:s|n)?|circulat(?:e|es)|published?|wall of|slides?|deck|prospects|investors|other (?:customers|clients)|literature"
)
_NOT_PUBLIC = phrase(
    r"domain names?|user ?names?|file names?|named (?:users?|jurisdictions?)|confidential information|(?:become|becomes|became|is|are|already|generally) public|public(?:ly available| domain| authorit| holiday| licen[cs]e| key)|personal data|sub-?processors?|infring|open source|status page|job|vacanc|general advertis|solicit|hire|recruit|incident|source code|regulator|statutory|tax|output|generated|outputs|copyright notices?|service levels?|"
    r"roadmap|future features|third part(?:y|ies) (?:claims?|content)|invoices?|terms (?:of use|and conditions)|weights|derivative|licensee's product|model card|notices? (?:under|shall)"
)
_LET = phrase(
    r"expect to|proud|agrees? (?:that|to)|consents? to|puts? forward|makes? available|allows?|lets?|permits?|grants?|is (?:happy|glad|content|pleased)|free|welcome|as it (?:sees|thinks)|sees fit|freely|without (?:asking|consent|leave|approval|permission)|need(?:s)? not ask|no (?:consent|permission|approval)|licen[cs]e to use|unless CUSTOMER (?:objects|says no|opts out|tells)|until CUSTOMER (?:objects|says|asks|tells|opts)|shall|will|supplies|gives|takes part|serve(?:s)? as"
)
_NO = phrase(
    r"neither|no|not|never|nor|none|nobody|n't|without|leaves? [a-zA-Z ]{1,40} out|keeps? [a-zA-Z ]{1,40} out|refrains?|abstains?|silent|silence|secret|confidential|NEITHER"
)
_OBJECTS = phrase(
    r"rather not|unless CUSTOMER (?:objects|says no|opts out)|(?:take|takes) (?:it|them) down|opt(?:s|ed)? out|until CUSTOMER|objects?|may withdraw|on request we remove"
)


def read_naming(passage: Passage) -> Reading | None:
    """Read whether a side may show the other's name, where the usual words are missing."""
    if passage.clause.kind in ("definition", "recital", "title", "heading", "parties", "signature"):
        return None
    titled = any(
        word in topic(passage)
        for word in (
            "public",
            "announce",
            "marketing",
            "press",
            "brag",
            "portfolio",
            "reference",
            "use of marks",
            "endorse",
            "brand",
            "logo",
            "promot",
            "showcase",
            "names",
        )
    )
    for said in _statements(passage):
        if said.has(_NOT_PUBLIC) or not said.has(_SHOWN) or not (said.has(_PUBLIC) or titled):
            continue
        names = said.find(
            phrase(
                r"names?|logos?|marks?|brands?|stor(?:y|ies)|quoted?|testimonials?|case stud(?:y|ies)|references?|customers?|clients?|who it was made for|for whom|world|endorse[a-z]*|portfolio|about (?:this|the|CUSTOMER)|(?:mention|name|show|feature|cite)s? CUSTOMER|CUSTOMER's"
            )
        )
        if names is None:
            continue
        asks = said.find(YES) or said.find(CONSENT)
        if (
            asks is not None
            and said.has(WAITS_FOR)
            and not said.has(phrase("without (?:asking|[a-z' ]{0,30}consent|leave|approval|permission)|need(?:s)? not"))
        ):
            return passage.reading("publicity", said, consent_required=asks.proves(True))
        public = said.find(_PUBLIC) or names
        side = subject_of(public) or subject_of(names)
        barred = said.find(_NO)
        if (
            barred is not None
            and not said.has(_OBJECTS)
            and (public.negated or barred.at.start < public.at.start or passage.clause.kind == "table_row")
            and not said.has(
                phrase(
                    "without (?:asking|[a-zA-Z' ]{0,30}consent|leave|approval|permission|more|further)|need(?:s)? not|no need|no (?:further )?(?:consent|leave|permission|approval)"
                )
            )
        ):
            return passage.reading("publicity", said, allowed=barred.proves(False))
        if (said.has(MAY) or said.has(_LET)) and (side in ("vendor", None) or said.has(phrase("VENDOR|CUSTOMER"))):
            return passage.reading("publicity", said, allowed=public.proves(True))
    return None


def _statements(passage: Passage) -> tuple[Stretch, ...]:
    if passage.clause.kind != "table_row":
        return passage.sentences
    rows = table_rows(passage)
    return (*rows, Stretch(passage.view, Span(rows[0].at.start, rows[-1].at.end))) if rows else ()


# Attribution

_CALLS = phrase(
    r"call(?:s|ed)?|nam(?:e|es|ed|ing)|christen(?:s|ed)?|re-?name[sd]?|title[sd]?|brand(?:s|ed|ing)?|label(?:s|led)?|designat(?:e|es|ed|ion)|dub(?:s|bed)?|baptis(?:e|ed)|prefix(?:ed|es)?|suffix(?:ed|es)?|trade names?|product names?|names|first word|word|heading|appellation|moniker|title|market(?:s|ed)? (?:it )?(?:as|under)|sold as|known as|go(?:es)? by"
)
_LEADS = phrase(
    r"(?:begin|start|open|lead|commence|end|finish|close|contain|includ|bear|carr|incorporat|hold|keep|featur|compris|preced|prefac|prefix|suffix|head|follow|consist|mention)(?:s|e|es|ing|ed|y|ies|ied)?(?: [a-z]+){0,3}?(?: with| by| in| of)?|after (?:us|VENDOR|it)|first (?:word|part|element|syllable)|last (?:word|part)|in front|at the (?:head|front|start|beginning|end)|\"[a-z. -]{0,30}\"|\"|VENDOR(?:'s (?:name|mark|brand))?"
)
_OWN = phrase(
    r"CUSTOMER's (?:own )?(?:[a-z]+ ){0,2}(?:product|model|offering|app|apps|application|service|derivative|assistant|tool|release|software|works?|creation)s?|products?|offerings?|models?|apps?|applications?|derivatives?|derivative weights|fine-?tun(?:e|es|ed)|whatever CUSTOMER (?:makes|builds|creates)|anything (?:CUSTOMER|built|made)|assistants?|services?|creations?|what(?:ever)? (?:is )?(?:built|made)|releases?|tools?|works?"
)
_BOUND = phrase(
    r"must|shall|(?:is|are) to|has to|have to|needs? to|requires?|required|obliged|agrees? to|undertakes? to|will|only if|provided that|condition|on condition|just|please|is free to [a-z ]+ if|so long as|as long as|bound to"
)
_JUST_CREDIT = phrase(
    r"built with|powered by|made with|based on|footer|credits?|acknowledg|readme|documentation|about (?:page|box|screen)|notices?|legend|licen[cs]e file|copyright|machine|produced by|watermark|disclos|metadata"
)
_LIKE_A_NAME = phrase(
    r"(?:product(?:'s)?|model(?:'s)?|offering(?:'s)?|app(?:'s|s)?|application(?:'s)?|service(?:'s)?|its|derivative(?:'s)?|their|the|each|every|trade|public|own|whose) (?:own |trade |public |product |brand )*(?:name|title|designation|brand|label|mark)s?|names? (?:of|for) (?:the|its|each|every|any|all|CUSTOMER's)|(?:christen|re-?name|call|dub|baptis|brand)[a-z]*|first word|prefix(?:ed)?|suffix(?:ed)?|nam(?:e|ing) (?:it|them|each|every|any|all|the|CUSTOMER's|CUSTOMER)"
)


def read_forced_name(passage: Passage) -> Reading | None:
    """Read a duty to name the licensee's own product after the licensor, where the usual words are missing."""
    if passage.clause.kind in ("definition", "recital", "title", "heading", "parties", "signature"):
        return None
    bound = passage.clause.kind == "table_row" or passage.words.lstrip(" *-").startswith(
        ("rename", "call", "name", "christen", "title", "put", "prefix", "start", "begin", "brand")
    )
    for said in _statements(passage):
        for part in said.sentences if passage.clause.kind != "table_row" else (said,):
            hit = part.find(_LIKE_A_NAME)
            if hit is None or hit.negated or not part.has(_CALLS, _LEADS) or not part.has(_OWN) or part.has(_JUST_CREDIT):
                continue
            if (
                not (bound or part.has(_BOUND))
                or _denies(part, hit)
                or part.has(phrase("data|customers? list|reference|domain names?|party|user ?names?|file names?|named users?"))
            ):
                continue
            if not (part.has(phrase(r"VENDOR(?:'s)?|after (?:us|VENDOR|it|the [a-z]+)|first word|word")) or '"' in part.words):
                continue
            return passage.reading(
                "attribution", part if isinstance(part, Sentence) else part.sentences[0], duty=hit.proves("product_name")
            )
    return None


def _denies(part: Stretch, hit: Hit) -> bool:
    return hit.negated or part.has(
        phrase(
            r"(?:must|shall|may|need|do|does|is|are|will)(?:n't| not)(?: [a-z]+){0,4} (?:name|call|use|include|contain|begin|start|carry|bear|brand|mention)[a-z]*|free to (?:choose|name|call|pick)|any name|no (?:name|naming|duty|obligation)|nothing"
        )
    )
