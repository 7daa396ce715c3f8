"""Whose the customer's data is and what the vendor does with it, in words that no such clause usually has.

An owner (see `whose`), a use with its purpose, and records of use. Using people's names for the vendor's own ends counts as
identifiable use; "for any purpose" is read only where the words have no bounds.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.reading.deontic import MAY
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase, stems
from app.rules.reading.subjects import SAID_DATA, held, statements
from app.rules.whose import whose

HANDLES = stems(
    "do. does. make. makes. collect use. uses. used using utilis utiliz employ exploit process handl touch evaluat analy analyse access host copy reproduc sell sells. sold market commerciali moneti mine. mines. "
    "tally tallies count. counts. share. shares. disclose publish display combin work contact contacts. send advertis evaluat draw_on draws_on licen licence rent compil look permission deal deals"
)
BOUNDS = stems(
    "only. solely exclusiv nothing_else no_other nothing_beyond not_one_step no_further not_beyond to_the_extent limit confin restrict no_more_than strictly save_to alone. merely but_to other_than"
)
SERVING = stems(
    "provid perform furnish run. running operat deliver service contract agreement product order. platform render supply supplying fulfil function subscription execution task job engagement system application"
)
UNBOUNDED = phrase(
    r"(?:any|all|every|whatever|whichever|unlimited|other|its own|their own|VENDOR's own)(?: [a-z]+){0,3} (?:purposes?|ends?|uses?|reasons?|ways?|manners?|wants?|benefit|account)(?: [a-z]+)?|"
    r"for (?:its|VENDOR's) own (?:[a-z]+ ){0,3}(?:purposes?|benefit|account|business|ends?|use|gain|profit)|without (?:any )?(?:limit|restriction|limitation|bounds?|let)[a-z]*|unlimited(?: [a-z]+)? (?:licen[cs]e|right|use)|unrestricted|"
    r"(?:as|however|whenever|in whatever way|whatever|for whatever)(?: [a-z]+){0,3} (?:VENDOR|it|they) (?:[a-z]+ )?(?:likes?|pleases?|wants?|wish(?:es)?|sees? fit|thinks? fit|chooses?|desires?)|"
    r"(?:what|whatever)(?: (?:an|the))? owner|whatever|(?:what|anything|everything|all that) (?:it|VENDOR|they) (?:wants?|likes?|pleases?|chooses?|sees? fit)|part of (?:its|VENDOR's) (?:business|assets|stock)|"
    r"(?:in connection with|for|in the course of|in furtherance of) (?:its|VENDOR's|their) (?:own )?(?:business|businesses|commercial|interests?|affairs|trade)(?: [a-z]+)?|dispos(?:e|es|al) (?:freely )?of (?:it|them|the|such|CUSTOMER)|"
    r"(?:as|like) (?:an |its |the )?owners?|(?:every|all) (?:thing|things|that) (?:an |the )?owner may|make(?:s)? money|turn(?:s)? [a-z ]{1,20} to (?:account|profit)|for (?:gain|profit|money)|free (?:hand|use|rein)|"
    r"(?:pass|passes|give|gives|resell|resells|sell|sells|licen[sc]es?|offer|offers|hand|hands)(?: [a-zA-Z']+){0,5} (?:on )?to (?:anyone|anybody|whomever|others|third parties|any third party|any person|brokers|advertisers|the market|all comers)|"
    r"(?:perpetual|irrevocable|everlasting|eternal|indefinite)[a-z, ]{0,60} (?:licen[cs]e|right)|commercial (?:purposes?|use|ends)|everything|anything (?:it|VENDOR) (?:likes?|wants?|pleases?)|no (?:limits?|bounds|restrictions?) (?:on|to|as to)|"
    r"as (?:if|though) (?:it|they) (?:were|was) (?:its|VENDOR's) own|freely (?:use|exploit|deal)|(?:sells?|commerciali[sz]es?|moneti[sz]es?|exploits?) (?:it|them|the (?:data|records)|such [a-z]+)|(?:may|can|to) (?:sell|commerciali[sz]e|moneti[sz]e|exploit)"
)
OWN_ENDS = stems(
    "advertis market. marketing promot offers. own_offers stud survey research cross-sell upsell partners third_parties affiliates. profil newsletter campaign sells. further_products other_products target leads. prospect"
)
BETTERS = stems("improv enhanc better develop optimi refin benchmark analytics research make_it_better new_features fix. trend statistic")
NAMELESS = phrase(
    r"anonym[a-z]*|de-?identif[a-z]*|aggregat[a-z]*|pseudonym[a-z]*|(?:without|no|free of|stripped of|cleared of|minus|less)(?: [a-z]+){0,3} (?:names?|identifiers?|personal [a-z]+|identit[a-z]+|individuals?|persons?)|"
    r"(?:names?|identifiers?|identit[a-z]+|personal [a-z]+)(?: [a-z]+){0,4} (?:taken off|removed|stripped|deleted|left out|cut out|blanked|omitted|masked)|(?:not|n't|no longer|cannot|never|nobody|no one|no person)[a-z ]{0,40} (?:identif|recogni|trace|linked|point)[a-z]*|totals? only|statistical form|in bulk|no way back|sums? only|bare numbers|mere counts"
)
OF_USE = phrase(
    r"how (?:each |every |all |the |its |CUSTOMER's )*(?:[a-z]+ ){1,2}(?:uses?|works? (?:with|in)|behaves?)|counting|usage|telemetry|(?:how|which|what)(?: the| its| many)? (?:[a-z]+ ){0,3}(?:is|are|gets?|get) (?:being )?(?:used|opened|clicked|called)|use of (?:the )?(?:service|product|platform|system|software|features|application)|clicks?|metrics|"
    r"statistics|metadata|log data|performance data|technical data|operational data|(?:records?|figures|data) (?:of|on|about) (?:the )?(?:use|usage|operation|performance)"
)
NAMED = phrase(
    r"names? included|together with the names|with (?:the )?names|identifiable|by name|personal(?:ly)?|contact (?:members|users|customers|people|them)|email addresses|including (?:the )?names|(?:whether|even) (?:or not )?[a-z ]{0,20}identif[a-z]*"
)
NOT_OWNERSHIP = phrase(
    r"furniture|offices|indemnif[a-z]+|harmless|defend(?:s)?|liab(?:le|ility)|confidential information|incident|back-?ups?|feedback|suggestions|outputs?|deliverables?|audit[a-z]*|"
    r"sub-?process[a-z]*|sub-?contract[a-z]*|encrypt[a-z]*|list of end customers|invoices?"
)


def read_uses(passage: Passage) -> Reading | None:
    """Read owner, purpose and use of records of use; None if the passage settles none of them."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature", "definition"):
        return None
    said = [each for each in statements(passage) if not each.has(NOT_OWNERSHIP)]
    owner = _owner(passage, said)
    purpose, identifiable = _purpose(said)
    usage = identifiable or _usage(said)
    anchor = next((proof for proof in (owner, purpose, usage) if proof is not None), None)
    if anchor is None:
        return None
    sentence = next((each for each in said if each.span.overlaps(anchor.span)), said[0])
    return passage.reading("customer_data", sentence, owner=owner, licence_purpose=purpose, usage_data=usage)


def _owner(passage: Passage, said: list[Sentence]) -> Proof | None:
    leaning = any(held(each) is not None for each in said) or passage.has(phrase("CUSTOMER"))

    def data(stretch: Stretch) -> Hit | None:
        return held(stretch) or (stretch.find(THE_RECORDS) if leaning else None)

    row = passage.clause.kind == "table_row"
    answers = [(hit, owner) for each in said for hit, owner in whose(each, held if row else data, is_row=row)]
    worst = next(((hit, owner) for hit, owner in answers if owner == "vendor"), answers[0] if answers else None)
    return worst[0].sentence.proves(worst[1]) if worst is not None else None


THE_RECORDS = phrase(
    r"(?:the|all|any|such|said|these|those|every|each)(?: [a-z]+){0,2} (?:records?|entr(?:y|ies)|data|databases?|content|uploads?|files|inputs?|documents|information|texts?|items?|particulars|images?)|(?:once|after|when) (?:uploaded|entered|submitted|loaded|sent),? (?:an? |the |any )?[a-z]+|(?:entering|loaded|entered|uploaded|recorded|submitted)(?: [a-z]+){0,5} data|"
    r"data (?:in|on|recorded|entered|loaded|stored|collected|gathered)|(?:[a-z]+ )data recorded by CUSTOMER"
)


def _purpose(said: list[Sentence]) -> tuple[Proof | None, Proof | None]:
    """What the data may be used for, and where people's names go into the vendor's own ends, that."""
    purpose: Proof | None = None
    named: Proof | None = None
    speaks = any(held(each) is not None for each in said)
    for sentence in said:
        uses = next(
            (
                hit
                for hit in sentence.hits(HANDLES)
                if hit.actor != "customer" or sentence.has(phrase("CUSTOMER (?:hereby )?(?:grants?|gives?|allows?|permits?|lets?)"))
            ),
            None,
        )
        data = held(sentence) or (sentence.find(SAID_DATA, phrase("its permission|whose permission"), NAMED) if speaks else None)
        if uses is None or data is None or not sentence.has(phrase("VENDOR(?:'s)?|it|whose")):
            continue
        bounded = sentence.find(BOUNDS)
        free = sentence.find(UNBOUNDED)
        if (
            free is not None
            and bounded is None
            and not free.negated
            and not sentence.has(NAMELESS)
            and sentence.has(MAY | phrase("which may|licen[cs]e|right"))
        ):
            return sentence.proves("any"), None
        if sentence.has(OWN_ENDS) and sentence.has(MAY) and bounded is None and not uses.negated and not sentence.has(NAMELESS):
            named = sentence.proves("identifiable")
        elif sentence.has(BETTERS) and sentence.has(MAY) and bounded is None and not uses.negated and not sentence.has(OF_USE):
            purpose = purpose or sentence.proves("improvement")
        if (bounded is not None and sentence.has(SERVING) and (purpose is None)) or (
            purpose is None
            and sentence.has(
                phrase(
                    r"(?:uses?|processes|handles|needs?) (?:it|them|[a-zA-Z' ]{1,30}) (?:to|for) (?:provid|perform|run|operat|deliver|furnish|the (?:provision|performance|running))[a-z]*"
                )
            )
        ):
            purpose = sentence.proves("service")
    return purpose, named


def _usage(said: list[Sentence]) -> Proof | None:
    for sentence in said:
        if not sentence.has(OF_USE, HANDLES) or not sentence.has(phrase("VENDOR(?:'s)?|it")):
            continue
        if sentence.has(NAMELESS):
            return sentence.proves("de_identified")
        if sentence.has(NAMED):
            return sentence.proves("identifiable")
    return None
