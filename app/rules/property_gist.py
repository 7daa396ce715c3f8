"""Property told in words of its own: whose the results are, what was there before, components of others, source code, licences, size.

Each function is asked where the usual phrases of its family found nothing, and reads one sentence by its gist (see `reading.gist`).
"""

from __future__ import annotations

from app.domain.reading import Proof
from app.rules.conveyance import Found, effective_on
from app.rules.reading.deontic import AS_IT_PLEASES
from app.rules.reading.gist import statements
from app.rules.reading.passage import Hit, Passage, Sentence
from app.rules.reading.pattern import expression, phrase
from app.rules.works import BACKGROUND, GROUP, TIMED

RESULTS = phrase(
    r"results?|work|works|code|screens?|app|build|software|module|deliverables?|everything (?:that )?(?:VENDOR|EITHER|it|they|we)|whatever (?:VENDOR|EITHER|comes|is)|what (?:VENDOR|EITHER|they|we|comes|is|the project|it)|developments?|creations?|outcomes?|"
    r"fruits?|copyrights?|improvements?|inventions?|derived|derives?|derivatives?|adaptations?|tuned|customi[sz]ed|model or software|drawings|designs?|programs?|output of the (?:work|project)|product of the (?:work|project)|intellectual property|"
    r"every right|all rights|any rights|rights in|title"
)
NOT_RESULTS = phrase(
    r"(?:CUSTOMER|VENDOR|client|personal|confidential)(?:'s)? (?:data|information|content)|confidential information|trade ?marks?|logos?|goods|equipment|hardware|premises|engineers? to|staff|this agreement|rights under|under this agreement|"
    r"arising under|this contract|receivables|risk|model as released|base model|platform|service is|services are|documentation|liab\w+|outputs?|feedback|"
    r"damages|claims?|warrant\w*|indemn\w+"
)
_TO = r"(?:to|with|in|by|on|upon|unto|at)"
_LIES = r"(?:belongs?|pass(?:es)?|goes|go|falls?|rests?|lies|stays?|remains?|vests?|accrues?|sits?|resides?|inures?|moves?|devolves?|transfers?|is|are|be|held|owned|reserved|kept|retained|made over|assigned|ceded|conveyed)"
THEIRS = expression(
    rf"\b{_LIES}\b[^;\n]{{0,70}}?\b{_TO} (?P<side>CUSTOMER|VENDOR|EITHER)\b(?P<owned>'s [a-z]+)?|\b(?:is|are|becomes?|remains?|stays?|shall be) (?:then |thereby |at once |and (?:remains?|stays?) )?(?P<side2>CUSTOMER|VENDOR)'s\b(?: alone)?(?P<noun> [a-z]{{4,}})?|"
    r"\b(?P<side3>CUSTOMER|VENDOR) (?:alone |itself |solely |exclusively )?(?:owns?|keeps?|retains?|holds?|reserves?|is the owner|is owner|remains (?:the )?owner|becomes (?:the )?owner|has title|gets title|acquires title)\b|"
    r"\b(?:makes? (?:it |them |this )?over|hands? (?:it |them )?over|signs? (?:it |them )?over|cedes?|assigns?|conveys?|transfers?|gives?|surrenders?|accords?|yields?)\b[^;\n]{0,60}?\bto (?P<side4>CUSTOMER|VENDOR)\b"
)
SHARED = phrase(
    r"joint(?:ly)?|common(?:ly)?|both (?:of (?:them|us) )?(?:own|hold|share)|halves|half (?:and half|each)|shared?|together|co-own\w*|co-hold\w*|(?:to|by|with|of) (?:both|EITHER)|fifty[- ]fifty|50[/ :-]50|undivided|pari passu"
)
AT_ONCE = phrase(
    r"here and now|hereby|herewith|by (?:signing|its signature|this (?:paper|sentence|clause))|th(?:is|at) (?:sentence|clause|paragraph|paper|section) (?:is|works|does|effects|makes|itself)|from the (?:moment|minute|instant|second|day|outset|start|time)|"
    r"as soon as|the (?:moment|minute|instant|second)|(?:up)?on (?:its |their )?(?:creation|coming|birth)|at (?:its|their) (?:creation|birth|origin)|automatically|of itself|by itself|without (?:any )?(?:further|more|other) (?:act|step|formality|paper|deed|ado)|"
    r"nothing (?:more|further|else) (?:has|needs|is|need)|no (?:further|other|separate) (?:act|deed|paper|step|document)|with (?:immediate )?effect|already|at once|immediately|from (?:its|their|the) (?:inception|creation|start|outset|beginning)|now"
)
PROMISED = phrase(
    r"shall|will|undertakes?|agrees?|promises?|is to|are to|on request|if asked|when asked|later|in due course|separate (?:agreement|deed|contract|paper)|to be (?:agreed|negotiated|settled|signed)|negotiate|in (?:the )?future|once|after"
)
MERE_USE = phrase(
    r"(?:covers?|includes?|buys?|gives?|gets?|has|have|obtains?|receives?|only|merely|mere|simply|may)[a-zA-Z ,]{0,40} (?:use|using|right to use|right of use|licen[cs]e|permission)|right of use|non-exclusive|use of the|loan|lent|hire of|rents?"
)
EXCLUSIVE_FOR_ALL_TIME = expression(r"\bexclusive(?:ly)?\b[^;\n]{0,120}\b(?:right|licen[cs]e|use)\b")
IN_TALKS = phrase(
    r"improve\w*|inventions?|ideas?|developments?|derives?|derived|derivatives?|comes up|come up|results?|findings?|know-how|discover\w*|suggestions?|comments?|works?|documents?, models?|created on|builds? on|grows? out|thinks? (?:of|up)|"
    r"conceives?|anything (?:made|built|found)|whatever (?:is|it|they|CUSTOMER|VENDOR)|analyses|notes|summaries|remarks?"
)


OWNERSHIP = phrase(
    r"rights?|titles?|ownership|copyrights?|belongs?|property|own(?:s|ed|er|ers)?|(?:CUSTOMER|VENDOR)'s|intellectual|make[s]? (?:it )?over|hands? over|here and now|halves"
)


def owner(passage: Passage, secrecy: bool) -> Found | None:
    """Whose the results are, by the first sentence that says so."""
    for sentence in statements(passage):
        if (
            not sentence.has(IN_TALKS if secrecy else RESULTS)
            or sentence.has(NOT_RESULTS)
            or (not secrecy and sentence.has(BACKGROUND | BROUGHT))
        ):
            continue
        shared = sentence.find(SHARED)
        for hit in sentence.hits(THEIRS):
            side = next((value for name, value in hit.groups.items() if name.startswith("side")), None)
            if (
                side is None
                or hit.negated
                or hit.excepted
                or not sentence.has(OWNERSHIP)
                or hit.groups.get("owned")
                or hit.groups.get("noun")
            ):
                continue
            if side == "EITHER" or shared is not None:
                return sentence, {"assignee": (shared or hit).proves("joint")}
            who = side.lower()
            if secrecy:
                return sentence, {"assignee": hit.proves(who), "present_assignment": hit.proves(True) if passage.has(AT_ONCE) else None}
            if who == "vendor":
                return sentence, {"assignee": hit.proves("vendor"), "present_assignment": hit.proves(False)}
            now = passage.find(AT_ONCE)
            later = sentence.find(PROMISED)
            present = True if now is not None else False if later is not None and hit.groups.get("side4") else None
            return sentence, {
                "assignee": hit.proves("customer"),
                "present_assignment": (now or hit).proves(present),
                "effective_on": effective_on(passage, sentence),
            }
    return None


def takes_effect(passage: Passage) -> Hit | None:
    """Words of a passage that make a transfer in it work by themselves."""
    return passage.find(
        phrase(
            r"here and now|hereby|herewith|th(?:is|at) (?:sentence|clause|paragraph|paper|section) (?:is|works|does|effects|makes|itself)|nothing (?:more|further|else) (?:has|needs|is|need)|without (?:any )?(?:further|more|other) (?:act|step|formality|"
            r"paper|deed|ado)|of itself|automatically|no (?:further|other|separate) (?:act|deed|paper|step|document)|by operation of"
        )
    )


# What a maker brought along, in other words than "background".
BROUGHT = phrase(
    r"(?:VENDOR's|its|the VENDOR|VENDOR|our|such) (?:own )?(?:existing |earlier |standard |general |proprietary )*(?:frameworks?|accelerators?|assets|toolkits?|libraries|engines?|foundations?|kit|templates?|starter[a-z ]*|stock|scaffold\w*|boilerplate|utilities|"
    r"know-how)|foundation (?:code|software|layer)|(?:already|beforehand) (?:in|owned|held|belonged|existed|written|there)|existing (?:components?|code|parts|software|assets|libraries)|know-how brought|brought (?:in|along|with)|(?:owned|had|held|wrote|made|"
    r"developed|existed|possessed)[a-zA-Z ,]{0,30} (?:at the start|before(?:hand)?|already|earlier|outside the (?:project|work)|elsewhere|previously|at signature|on day one)|core (?:code|technology|library|libraries|engine)|framework(?:s)? of VENDOR|accelerators?|"
    r"generic (?:parts|code|components?)|shelf (?:code|components?|software)|off-the-shelf|house (?:library|libraries|code|tools)|carry-over|inherited code|(?:VENDOR|its) assets|reusable [a-z]+|older (?:work|code|material)|stock code|starter kit"
)
NOT_LICENSED = expression(
    r"\b(?:nothing|no part|none|no right|not)\b[^;\n]{0,120}?\b(?:licen[cs]ed?|granted|given|conferred|included|right|allowed|passes|use)\b[^;\n]{0,40}?\b(?:CUSTOMER|it|them|therein|in it)\b|\b(?:CUSTOMER)\b[^;\n]{0,60}?\b(?:no|not|none|never)\b"
    r"[^;\n]{0,40}?\b(?:right|licen[cs]e|use|claim|permission|entitled|entitlement)\b|\b(?:must|has to|have to|may|shall|is to) (?:then )?(?:ask|buy|apply|negotiate|pay)\b[^;\n]{0,60}?\b(?:separate|separately|offer|licen[cs]e|list price)\b"
)
RUNS_OUT = phrase(
    r"(?:stands?|is|are|be|gets?) (?:switched off|disabled|turned off|withdrawn|removed|deactivated|taken out|revoked|cut off|locked|returned|deleted)|(?:removes?|deletes?|returns?|uninstalls?|strips?|hands? back|gives? back|stops? using|ceases? to use|purges?)"
    r"[a-zA-Z ,]{0,40}|(?:yearly|annual|monthly) (?:subscription|fee|licen[cs]e)|for as long as|as long as|so long as|until (?:the|this|such)|only while|while (?:this|the)|(?:upon|on|with) (?:its|the|this|such)?[a-zA-Z ]{0,30}(?:end|expiry|termination|coming to an end)|"
    r"cut short|may be (?:ended|recalled|withdrawn|stopped)|renewable|for [a-z0-9 ]+ years|during the term"
)
LETS_USE = phrase(
    r"use|uses|run|runs|using|running|licen[cs]e[sd]?|right|rights|made available|exploit|embed\w*|incorporated|enjoy|benefit of"
)


def background(sentence: Sentence) -> dict[str, Proof | None] | None:
    """What may be done with what the maker brought along: nothing, or something that ends."""
    if not sentence.has(BROUGHT | BACKGROUND):
        return None
    refused = sentence.find(NOT_LICENSED)
    if refused is not None and not sentence.has(phrase(r"may not be (?:revoked|withdrawn|recalled)|cannot be|not be called back")):
        return {"licence_to_customer": refused.proves(False)}
    ends = sentence.find(RUNS_OUT) or sentence.find(TIMED)
    if ends is not None and sentence.has(LETS_USE) and sentence.has(phrase("CUSTOMER")):
        return {"licence_to_customer": ends.proves(True), "perpetual": ends.proves(False)}
    return None


OTHERS_CODE = phrase(
    r"librar(?:y|ies)|components?|packages?|modules? of others|third[- ]party (?:code|software|components?|material)|code (?:by|of|from|written by) (?:others|other people|strangers|third)|open[- ]source|free software|communit(?:y|ies)|public licen[cs]es?|"
    r"software (?:published|placed|made available|released|offered) (?:by|under|on)|authors make|copy-?left|(?:a|l)?gpl|mpl|dependenc(?:y|ies)|building blocks|parts from the net|repositories|frameworks"
)
ANY_TERMS = phrase(
    r"what(?:ever|soever) (?:the |their |its )?(?:terms|licen[cs]es?|conditions|strings)|(?:any|every|all) (?:kind|sort|type|manner)s? of licen[cs]e|(?:on|under) (?:any|whatever|whichever) (?:terms|licen[cs]e)|(?:regardless|irrespective|no matter) (?:of )?(?:the |what |which )?"
    r"(?:terms|licen[cs]e)|general public|affero|a?gpl|copy-?left|reciprocal|viral|share-alike|strong|including (?:those|such)[a-z ]* publish\w*"
)
NOT_ASKED = phrase(
    r"need(?:s)? not (?:ask|seek|obtain|tell|consult|inform)|without (?:a |any |the |first |prior |having to |needing to |further |separate )*(?:ask\w*|consult\w*|release|consent|approval|leave|permission|sign-off|reference|tell\w*|inform\w*|notice|word)|"
    r"(?:sole|own|free) (?:call|choice|decision|discretion|judge?ment)|picks?|as it (?:sees fit|likes|pleases|thinks)|thinks? (?:it )?(?:best|fit|right)|chooses?|at will|freely|agreed in advance|declared to be agreed|(?:hereby|already) (?:agreed|approved|accepted|"
    r"consented)|no (?:consent|approval|permission|release|sign-off|question)|consents? (?:in advance|beforehand|hereby)|leaves? (?:it|that|the choice|this) to VENDOR|up to VENDOR"
)
NOT_COMPONENTS = phrase(r"time sheets|publish the delivered|insur\w*|helpdesk|sub-?contract\w*|data|invoice")


def components(passage: Passage) -> tuple[Sentence, dict[str, Proof | None]] | None:
    """Components of others that the maker picks without asking, on whatever terms."""
    for sentence in statements(passage):
        asked = sentence.find(NOT_ASKED)
        if (
            sentence.has(OTHERS_CODE)
            and asked is not None
            and not sentence.has(NOT_COMPONENTS)
            and sentence.has(ANY_TERMS)
            and not sentence.has(_CUSTOMERS_CHOICE)
        ):
            return sentence, {
                "permitted": asked.proves(True),
                "copyleft_permitted": asked.proves(True),
                "consent_required": asked.proves(False),
            }
    return None


_CUSTOMERS_CHOICE = phrase(
    r"CUSTOMER (?:picks|chooses|may pick|may choose|selects)|(?:shall|may|must) not|no (?:gpl|copy-?left|reciprocal)|NEITHER|without CUSTOMER's|only (?:with|after|if)|unless|stays out|excluded"
)

READABLE = phrase(
    r"source|sources|program text|project files|(?:the )?code (?:from|of|behind|that) [a-z ]{0,20}|underlying (?:code|files|text)|what (?:VENDOR|it|they|we) (?:wrote|typed|programmed)|repositor(?:y|ies)|working files|build (?:files|scripts)|editable [a-z]+|uncompiled [a-z]+|"
    r"human-readable [a-z]+|listings?|original files|raw (?:code|files)"
)
KEPT_BACK = phrase(
    r"not (?:be )?(?:supplied|for release|released|handed|delivered|provided|included|given|disclosed|furnished|part|passed|shown|open|available|due|owed|obtain\w*|leave)|(?:stays?|remains?|kept|held|keeps?|retains?|is|are)[a-zA-Z' ,]{0,30} (?:with|on|in|at|behind|inside) "
    r"(?:VENDOR|its|VENDOR's|the house|house)[a-z' ]{0,20}|never (?:leaves?|supplied|released|handed|delivered)|(?:no|without) (?:right|claim|access|entitlement|release|delivery|source|code)|(?:is|are|be) (?:excluded|withheld|reserved|closed|secret)|nothing (?:else|but|more)|"
    r"only (?:in )?(?:executable|compiled|binary|object|machine|installable|runnable|the finished)|VENDOR keeps|keeps? (?:the )?(?:source|code)|not,? now or later"
)
NOT_SOURCE = phrase(
    r"open[- ]?source|source of (?:funds|the data|each|income|information)|data sources?|sole source|decompil\w*|reverse|copy-?left|gpl|CUSTOMER (?:shall|may|must) not|sources? (?:tell|say)"
)


def withheld_source(passage: Passage) -> tuple[Sentence, Hit] | None:
    """Source code that stays with the maker."""
    for sentence in statements(passage):
        kept = sentence.find(KEPT_BACK)
        if sentence.has(READABLE) and kept is not None and not sentence.has(NOT_SOURCE):
            return sentence, kept
    return None


MODEL = phrase(r"models?|weights|checkpoints?|licen[cs]es?|permission|release|networks?|rights?|it|this")
TAKES_BACK = phrase(
    r"(?:tak(?:e|es|ing)|call(?:s|ing)?|pull(?:s|ing)?|claw(?:s|ing)?|ask(?:s|ing)? for) (?:this|it|them|that|the [a-z]+|everything|CUSTOMER's [a-z]+)? ?back|revok\w*|withdraw\w*|(?:end|ends|ended|stop|stops|cancel|cancels|terminate|terminates|recall|recalls|rescind|rescinds|"
    r"cut|cuts) [a-zA-Z' ,]{0,40}|put(?:s)? an end to|bring(?:s)? [a-zA-Z ]{0,30} to an end|switch(?:es)? [a-z ]{0,20}off|pull(?:s)? the plug|bow out|call(?:s)? time|retract\w*|close[sd]? (?:it|this|access)|come[s]? to an end|is over|lapses?"
)
FOR_NO_GROUND = phrase(
    r"(?:any|whichever|whatever) (?:day|time|moment|hour|reason|ground)(?: [a-zA-Z ]{0,20} (?:likes?|chooses?|pleases?|wish\w*|wants?))?|no (?:reasons?|cause|grounds?)(?: (?:needed|required|given|necessary|being|has|is|need)[a-z ]*)?|without (?:any |giving |stating |a |having )*(?:reasons?|cause|grounds?)|"
    r"at (?:its|VENDOR's|any)?(?: [a-z]+)? ?(?:will|pleasure|discretion|time|whim|option|choice|convenience)|(?:if|when|whenever|as|should) (?:it|VENDOR|they) (?:so )?(?:likes?|chooses?|pleases?|wish\w*|wants?|sees? fit|decides?|thinks?|prefers?)|on a whim|whim|discretionary|"
    r"for (?:its|VENDOR's) own reasons|need(?:s)? not (?:say|give|explain|state) why|change[sd]? (?:its|VENDOR's) mind|sole (?:decision|discretion)|in (?:its|VENDOR's) gift"
)
NO_TRADE = phrase(
    r"(?:not|never|no|nor|NEITHER|without|excludes?|excluding|outside|except|barred?|bars|forbidden|prohibited|save|off[- ]limits)[a-zA-Z ,'-]{0,60}? (?:business(?:es)?|commerc\w+|trade|profit|gain|money|revenue|paying|sale|sell|production|industr\w+|enterprise|company|firm|paid|income|earn\w*|customers|turnover)|"
    r"non-?commercial\w*|(?:only|solely|exclusively|just|merely|limited to|confined to|reserved for|means)(?: [a-z]+){0,4}? (?:study|teaching|research|hobby|learning|academic|private|personal|evaluation|scholarly|scientific|education\w*|classroom|coursework|experiment\w*)|"
    r"(?:study|teaching|research|hobby|learning|academic|private|personal|scholarly|scientific|education\w*)(?:,| and| or|[a-z ]){0,40} (?:only|alone|and nothing else|exclusively)"
)
NOT_LICENCE = phrase(
    r"export|permit(?:s)? that|data|confidential|invoice|liab\w+|warrant\w*|names?|marks|officer|practise|accounts? (?:for|of)|trial period|support|credentials|endpoint|api keys?"
)


def licence_at_will(passage: Passage) -> tuple[Sentence, Hit] | None:
    """A licence of a model that its giver may end as it pleases."""
    for sentence in statements(passage):
        back = next((hit for hit in sentence.hits(TAKES_BACK) if not hit.negated), None)
        whim = sentence.find(FOR_NO_GROUND) or sentence.find(AS_IT_PLEASES)
        by = sentence.find(phrase("VENDOR|it|this|everything|permission"))
        if (
            back is not None
            and whim is not None
            and by is not None
            and not sentence.has(NOT_LICENCE)
            and not sentence.has(phrase("CUSTOMER may (?:end|stop|terminate|cancel|give)"))
        ):
            return sentence, back
    return None


def no_trade(passage: Passage) -> tuple[Sentence, Hit] | None:
    """A licence for study, teaching or the like that leaves business out."""
    for sentence in (*statements(passage), *(each.sentences[0] for each in passage.definitions if each.sentences)):
        barred = sentence.find(NO_TRADE)
        if (
            barred is not None
            and sentence.has(phrase(r"use[sd]?|using|models?|weights|purpose|work|run|deploy\w*|business|exploit\w*"))
            and not sentence.has(
                phrase(
                    r"confidential|commercially reasonable|liab\w+|loss(?:es)?|lost|damages|warrant\w*|name|mark|names|marks|compet\w+|not only|train\w* (?:other|another|compet\w+)"
                )
            )
        ):
            return sentence, barred
    return None


CROWD = phrase(
    r"people|users?|persons?|heads?|visitors?|members|subscribers|audience|customers|players|everyone (?:who|that)|anyone (?:who|that)|head ?count|reach|log-?ins|accounts|installs?|installations|downloads|souls|seats|maximum|ceiling|number"
)
LICENCE_GONE = expression(
    r"\b(?:licen[cs]e|permission|rights?|right to use|grant|leave|authori[sz]ation|entitlement|everything)\b[^;\n]{0,40}?\b(?:over|ends?|ended|gone|lapses?|lapsed|extinguish\w*|void|dies|expires?|falls?|ceases?|stops?|terminat\w+|withdrawn|lost|forfeit\w*|revoked|"
    r"comes? to an end|is off)\b|\b(?:ends?|loses?|forfeits?|extinguishes|kills|terminates?|voids?|cancels?)\b[^;\n]{0,30}?\b(?:licen[cs]e|permission|rights?|grant)\b|\b(?:must|has to|shall|have to) (?:at once |immediately |then )?(?:stop|cease|switch|shut|delete|take)\b"
)
PAST_IT = phrase(
    r"(?:the )?(?:day|moment|minute|instant|month|once|when|if|should|where|as soon as)|above|beyond|past|over|exceed\w*|more than|surpass\w*|cross\w*|reach\w*|adds up|hits?|tops?|grows?|passes|outgrow\w*"
)
NO_DELAY = phrase(
    r"no (?:warning|grace|notice|delay|period)|immediately|at once|the (?:day|moment|minute|instant|second)|forthwith|that (?:very )?(?:day|moment)|instantly|automatically|without (?:any )?(?:warning|notice|grace|delay|more)|on the spot|there and then|overnight|straight away|of itself"
)
WITH_GROUP = phrase(
    r"parent|sister compan\w+|group compan\w+|whole group|its group|entire group|anything from|every company|related compan\w+|plus group|all companies"
)
LEFT_OUT = phrase(
    r"not (?:be(?:ing)? )?(?:counted|included|added)|left out|without counting|disregard\w*|only (?:CUSTOMER's|the product)|alone|itself|apart from|excluding"
)


def size_limit(passage: Passage) -> tuple[Sentence, dict[str, Proof | None]] | None:
    """A licence that ends when too many people use what the licensee makes."""
    near = [passage, *(each for each in passage.siblings if abs(each.at.start - passage.at.start) < 700)]
    for sentence in statements(passage):
        gone = sentence.find(LICENCE_GONE)
        if (
            gone is None
            or gone.negated
            or not sentence.has(PAST_IT)
            or not (sentence.has(CROWD) or passage.has(CROWD))
            or sentence.has(phrase("breach|pay|insolv\\w+|fee|liab\\w+|notice period"))
        ):
            continue
        if not any(each.has(CROWD) for each in near):
            continue
        group = next((hit for each in near for hit in each.hits(WITH_GROUP, GROUP) if not each.has(LEFT_OUT)), None)
        once = next((hit for each in near for hit in each.hits(NO_DELAY)), None)
        return sentence, {
            "ends_licence": gone.proves(True),
            "counts_affiliates": group.proves(True) if group is not None else None,
            "notice_days": once.proves(0) if once is not None else None,
        }
    return None
