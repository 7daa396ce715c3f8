"""Secrecy told in words of its own: who keeps quiet, for what use, how long, what is free, what the law may take, what memory keeps.

Read where the usual phrases of `confidentiality` leave a point open; the gist of a sentence decides, not the order of its words.
"""

from __future__ import annotations

from app.rules.reading.deontic import TELLS
from app.rules.reading.gist import FREE_TO, bound_side, forbids, side_named, statements
from app.rules.reading.numbers import Duration
from app.rules.reading.passage import Hit, Passage, Sentence
from app.rules.reading.pattern import expression, phrase
from app.rules.secrecy_paper import Found
from app.rules.secrecy_words import NOT_SECRETS

THINGS = phrase(
    r"information|papers?|particulars|figures|documents?|materials?|matters?|data|knowledge|stuff|secrets?|affairs|know-how|things?|plans?|designs?|submissions?|disclosures?|facts?|contents?|"
    r"what (?:it|they|CUSTOMER|VENDOR|OTHER|EITHER|RECIPIENT)(?:'s [a-z]+)? (?:learns?|hears?|sees?|tells?|shows?|stores?|receives?|says?|gives?|reads?|finds?)|(?:all|everything|anything|whatever) (?:that )?(?:it|they|CUSTOMER|VENDOR|OTHER|EITHER|"
    r"RECIPIENT) (?:learns?|hears?|sees?|tells?|shows?|receives?|says?|gives?|lets?)|spoken words?|records|files|details|pricing|it has learn[a-z]*|tells it|drawings|samples|ideas|trade|findings|news|it|them|those|CUSTOMER's|VENDOR's|OTHER's"
)
QUIET = phrase(
    r"(?:keeps?|kept|holds?|held|treats?|guards?|maintains?|preserves?|regards?|receives?|locks?|stays?|remains?|be|is|are)(?: [A-Za-z',-]+){0,14}? (?:secret|secrecy|confidential(?:ly)?|confidence|private|quiet|silen(?:t|ce)|mute|mum|tight-lipped|"
    r"close|to (?:itself|themselves|oneself|yourself|ourselves)|under (?:wraps|lock|seal)|locked away|from (?:others|outsiders|strangers|third [a-z]+))|(?:guards?|protects?|safeguards?|shields?|secures?)|"
    r"says? nothing|(?:speaks?|talks?|tells?|says?|shows?|passes|reveals?|discloses?|divulges?)(?: [a-z',]+){0,12}? (?:to |with )?(?:nobody|no one|none|no outsider|no stranger|no third)|"
    r"(?:observes?|owes?|maintains?|keeps?) (?:[a-z]+ )?(?:secrecy|silence|discretion|confidence|confidentiality)|bound (?:to|by) (?:secrecy|silence|confidence|confidentiality|discretion)|(?:duty|duties|obligations?|promise|"
    r"pledge|seal|undertaking) of (?:secrecy|silence|confidence|confidentiality|discretion|non-disclosure)|(?:not|never|NEITHER|nor)(?: [a-z,]+){0,4} (?:disclose|reveal|divulge|pass on|tell|share|speak of|talk about|publish|leak|betray|spread|"
    r"make public|communicate|hand on|let out|breathe|repeat|show)|swears? (?:secrecy|silence)|lips sealed"
)
NO_QUIET = expression(
    r"\b(?P<who>CUSTOMER|VENDOR)(?:'s [a-z]+)?(?:,? for its part,?| itself| on the other hand| however| though| by contrast|, in turn,| in turn)? (?:assumes?|incurs?|owes?|gives?|has|undertakes?|accepts?|bears?|makes?|takes? on|takes|enters into|is under|"
    r"shall have|shall owe|shall be under|shall incur|offers?|promises?) (?:no|nothing|neither|none)\b[^;\n]{0,60}?\b(?:dut\w+|oblig\w+|promise|undertaking|secrecy|silence|confiden\w+|restriction|restraint|kind|such|like|sort|commitment|bond|"
    r"burden|return|covenant)\b|"
    r"\b(?P<who2>CUSTOMER|VENDOR) (?:is|are|remains?|stays?|shall be|shall remain)(?: [a-z]+){0,2} (?:free|at liberty|entitled|not bound|not obliged|not held|bound by no\w*|under no (?:such |like |corresponding )?(?:duty|obligation|restriction))\b"
    r"[^;\n]{0,100}?\b(?:talk|tell|disclose|publish|pass|share|speak|reveal|divulge|use|discuss|secre\w+|silence|confiden\w+|show|repeat|likewise|same|so|quiet|private|circulate)\b|"
    r"\b(?P<who3>CUSTOMER|VENDOR) (?:may|can) (?:freely |openly |also |however |itself )*(?:talk|tell|disclose|publish|pass on|share|speak|reveal|divulge|discuss|show|repeat|circulate)\b[^;\n]{0,60}?\b(?:CUSTOMER|VENDOR)\b[^;\n]{0,80}?"
    r"\b(?:whom|anyone|anybody|others|wish\w*|like[s]?|please[s]?|choos\w+|freely|fit|everyone)\b|"
    r"\b(?P<who4>CUSTOMER|VENDOR) (?:need not|does not (?:have to|undertake|promise|owe)|is not (?:bound|obliged|required|held))\b[^;\n]{0,90}?\b(?:secre\w+|silen\w+|confiden\w+|quiet|private|same|like|likewise|reciprocate|so|do the)\b|"
    r"\b(?P<of>CUSTOMER|VENDOR)'s (?:information|papers|data|secrets|particulars|documents|files|figures|disclosures?|plans|words)\b[^;\n]{0,50}?\b(?:not protected|no protection|unprotected|no(?:t)? (?:secret|confidential|covered)|not deemed|no duty|"
    r"no secrecy|free for all|falls? outside|enjoys? no|carr(?:y|ies) no|attracts? no|no (?:such |like )?(?:protection|duty|obligation))\b|"
    r"\b(?P<of2>CUSTOMER|VENDOR)'s (?:information|papers|data|secrets|particulars|documents|files|figures)\n[^\n]{0,30}\b(?:no|none|not|nil|unprotected)\b"
)
ALIKE = phrase(
    r"(?:both|EITHER)(?:,)? (?:on )?(?:the )?same (?:terms|footing|basis|rules|way|measure)|(?:binds?|bound|applies|apply|holds?|hold)(?: [a-z]+)? (?:them |both |EITHER |each )?(?:alike|equally|mutually|both ways|reciprocally|in both directions)|"
    r"acts? in both capacities|both capacities|(?:either|both|each) (?:role|capacity|ways|directions)|reciprocal(?:ly)?|mutual(?:ly)?|vice versa|in turn|the same (?:is|goes|holds|applies|for)|likewise|"
    r"whichever (?:side|party|of)|whoever (?:shows|tells|gives|learns|hears|receives)|for CUSTOMER as for VENDOR|for VENDOR as for CUSTOMER|each (?:other's|of (?:them|us|the two))|conversely"
)
HEDGED = phrase(
    r"stamp(?:ed)?|mark(?:ed|ing)?|countersign\w*|written up|registered|numbered|label\w*|initial\w*|logged|in writing|put in writing|listed|notari\w*|sealed|confirmed|minuted|signed for|legend|watermark\w*|certified"
)
UNHEDGED = phrase(
    r"whether or not|in (?:what|any)(?:ever)? form|all information|once (?:uttered|spoken|given|shown)|everything|anything|without (?:more|marking|formality)|however|regardless|any form|oral(?:ly)?|automatically|as such|enjoys? protection"
)
ONLY_WHEN = phrase(
    r"only|unless|if|provided|so long as|solely|must (?:be|have been)|that (?:is|are|have been|bear)|(?:which|that) (?:bears?|carr)"
)

USES = phrase(
    r"us(?:e|es|ed|ing|age)|exploit\w*|employ(?:s|ed)?|appl(?:y|ies|ied|ication)|put(?:s|ting)? (?:it |them )?to (?:work|use)|mine[sd]?|mining|draw(?:s|ing)?|profit(?:s)?|benefit|serves?|destin\w+|work with|turn(?:s|ed)? to account|build(?:s)? on|"
    r"avail\w*|utili[sz]\w*|deploy\w*|feed(?:s)?|learn from|do with|does with|help[s]?|exploitation|evaluat\w+"
)
FREELY = phrase(
    r"(?:for |in )?(?:what|which)(?:so)?ever(?: [a-z]+)? (?:ends?|purposes?|way|uses?|manner|fashion|it|they|CUSTOMER|VENDOR)|any (?:and all )?(?:[a-z]+ )?(?:purposes?|ends?|uses?|way|manner|fashion)|no (?:limit\w*|restriction|bounds?|restraint|fetter|condition|"
    r"bar)s?(?: [a-z]+)? ?(?:appl\w+|is|are|shall|to|on|upon)?|not (?:be )?(?:limited|restricted|confined|fettered|hindered|bound)|nothing (?:herein |in [a-z ]{1,30} )?(?:shall |will )?(?:fetters?|limits?|restricts?|prevents?|hinders?|stops?|bars?)|"
    r"(?:as|however|how) (?:it|CUSTOMER|VENDOR|RECIPIENT|they) (?:likes?|pleases?|wish\w*|chooses?|sees? fit|thinks? fit|best)|freely|without (?:limit\w*|restriction|restraint|hindrance|condition)|at (?:its|CUSTOMER's|VENDOR's) (?:own )?(?:discretion|pleasure|"
    r"will)|(?:its|CUSTOMER's|VENDOR's) own (?:[a-z]+,? (?:and )?){0,4}?(?:products?|business|services?|research|ends|purposes|advantage|benefit|account|ventures|models?|trade)|such (?:undertakings|purposes|business|ends)[a-z ]* as|(?:is|are) free to"
)
ONLY_USE = phrase(
    r"only|solely|exclusively|alone|nothing else|no(?:thing)? (?:other|else)|anything else|any other|no other|otherwise|other than|strictly|merely|confined|limited|that is all|not (?:[a-z]+ )?beyond|elsewhere|but for|except|no further|outside|and (?:for )?nothing|"
    r"no more"
)
BEYOND = phrase(
    r"beyond that|beyond this|in addition|as well as|but also|also for|and also|moreover|besides|as well|and (?:for|to) (?:improv|develop|train|enhanc|design|build)\w*|including (?:for )?(?:improv|develop)\w*|secondarily|incidentally"
)
PURPOSE = phrase(
    r"purposes?|(?:for|to) (?:the )?(?:evaluat\w+|study|assess\w*|weigh\w*|decid\w*|examin\w*|talks|pilot|project|test\w*|plan\w*|deal|judg\w+|explor\w+|consider\w*)|(?:each|both|it|they) can (?:decide|weigh|judge)|can decide|ends?|anything else|that deal|deal|project|pilot|"
    r"benefit|study|evaluation|that is all|reason|aim|topic|transaction|undertaking|joint"
)

BOND = phrase(
    r"secre\w+|silen\w+|confiden\w+|discretion|quiet|covenants?|undertakings?|commitments?|dut(?:y|ies)|obligations?|promises?|bond|bound|binds?|seal|protect\w*|nda|restrictions?|disclos\w+|private|guard\w*|mum|pledge"
)
STOPS = phrase(
    r"ends?|expires?|cease[sd]?|lapse[sd]?|lasts?|runs?|continues?|binds?|survives?|persists?|endures?|lifted|falls? away|subsists?|remains?|stays?|outlives?|for|after|until|goes on|over|released?|freed?|following|from|terminat\w+|extinguish\w*|dies|hold(?:s)?|period|within|during"
)
FOREVER = phrase(
    r"no limit (?:of|in|as to) time|(?:does|do|shall|will) not (?:run out|expire|end|cease|lapse|terminate|fade|die|age)|never (?:runs? out|expires?|ends?|ceases?|lapses?|dies|lifts?|lifted|be lifted|released?|stops?)|for ?ever(?:more)?|for all time|eternal\w*|"
    r"everlasting|ever after|in perpetuity|perpetual\w*|without (?:any )?(?:limit|end|term)(?: (?:of|in|as to) (?:time|duration))?|indefinite\w*|for life|as long as (?:CUSTOMER|VENDOR|EITHER|either|both|they|the parties) (?:exists?|lives?|are in business)|"
    r"no (?:expiry|expiration|end|sunset|term|time limit)|(?:at no|no) (?:time|point|date|day)(?: [a-z]+){0,3} (?:cease|end|lapse|expire|release)\w*|unlimited in time|permanent\w*|till the end of|until the end of time|timeless|no point in time|"
    r"(?:outlive|outlast)s? (?:them|EITHER|everything)|open-ended"
)
SECRETS_ONLY = phrase(r"trade secrets?|business secrets?|source code|personal data|so to qualify|qualif\w+")
NOT_BOND = phrase(
    r"books|tax|accounts?|archives?|insur\w+|records for|licen[cs]e|hire|staff|solicit\w*|employ\w*|compet\w+|invoice|logs?|back-?ups?|return\w*|destroy\w*|exclusiv\w+|talks? with|negotiat\w+ with|warrant\w*|company since|since [0-9]|price\w*|rent"
)
ORDINAL = expression(
    r"\b(?P<which>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|twentieth|twenty-fifth|thirtieth|fiftieth) (?:anniversary|birthday|year)\b"
)
_ORDINALS = dict(zip(("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth").split(), range(1, 16), strict=True)) | {
    "twentieth": 20, "twenty-fifth": 25, "thirtieth": 30, "fiftieth": 50,
}  # fmt: skip

# The four grounds on which a thing isn't secret.
GROUNDS = (
    phrase(
        r"public\w*|published|(?:every(?:one|body)|anyone|anybody|the world|the trade|the market) (?:already )?(?:knows?|can|may)|known to (?:the trade|everyone|everybody|all|the world|the public|anyone)|common (?:knowledge|property)|generally (?:known|available|"
        r"accessible)|in the open|widely known|in print|printed|newspapers?|press|becomes? known|came? out|comes? out|open to (?:all|everyone|anyone)|on the street|openly available"
    ),
    phrase(
        r"(?:knew|known|had|held|possess\w*|lay|was in|were in|own\w*|aware|hands)[a-zA-Z ,']{0,50}? (?:first|before\w*|already|previously|earlier|prior|at the time|anyway)|(?:previously|already|before\w*|earlier|prior)[a-z ,]{0,30} (?:known|held|knew|had|possess\w*|"
        r"in [a-z]+ (?:hands|files|possession))|previously[- ]held|prior (?:knowledge|possession)|(?:beforehand|already) (?:with|in the hands of) (?:RECIPIENT|CUSTOMER|VENDOR|EITHER)|knew it"
    ),
    phrase(
        r"third[- ](?:part(?:y|ies)|persons?)|third-party|strangers?|outsiders?|(?:from|by|through) (?:some(?:one|body) else|others|another|elsewhere|other (?:sources?|people|quarters))|others who|another source|somebody else|someone else|other sources?|from others|lawfully from"
    ),
    phrase(
        r"independent\w*|self-developed|(?:on|of|by|through) (?:its|their|his) own(?: (?:accord|efforts?|work|people|staff|wits|labou?r))?|own (?:people|staff|work|efforts?|research|team)|(?:thought|worked|figured|found|dreamt|dreamed) (?:it |them |that )?(?:up|out)|"
        r"(?:develop|invent|creat|discover|elaborat|devis|conceiv|deriv|arriv)\w*[a-z ,']{0,40} (?:alone|itself|themselves|without|own|unaided|separately|by RECIPIENT)|by itself|without (?:the|using|recourse|reference|help of|any) (?:papers|use|to|information|it|reference)"
    ),
)
NO_GROUND = phrase(
    r"(?:no|without|nor any|not any) (?:other )?(?:exceptions?|exemptions?|exclusions?|carve-outs?|ground|excuse|release)s?|none of any kind|(?:waives?|renounces?|gives? up|forgoes?|disclaims?) (?:every|any|all|each|the) (?:exception|exclusion|exemption|defence|defense|plea|carve-out|objection)s?|"
    r"(?:even|also|including)(?:,)? (?:if|though|when|where|what|information|after|matters?|that)[a-zA-Z ,']{0,60} (?:public|known|published|knew|independent\w*|elsewhere)|(?:whether or not|irrespective of whether|regardless of whether|no matter whether|notwithstanding that|although|however)"
    r"[a-zA-Z ,']{0,60} (?:public\w*|known|published|knew|elsewhere|domain)|still (?:protected|secret|bound|confidential)|nothing (?:else )?(?:is|shall be) (?:released|excepted|excluded|exempt|free)|(?:makes?|is|are) no (?:difference|exception)|"
    r"(?:is|are|be) (?:no|not an?) (?:defence|defense|excuse)|protected (?:all the same|nonetheless|nevertheless)|prior publicity"
)
ON_EXEMPTIONS = phrase(r"except\w*|exempt\w*|exclu\w+|public\w*|known|knew|published|ground of release|released?|origin")
NOT_GROUNDS = phrase(
    r"liab\w+|damages|loss|goodwill|fraud|press (?:release|about)|announce\w*|warrant\w*|employ\w*|logo|insur\w*|tells the press|lost profits?"
)

STATE = phrase(
    r"laws?|courts?|authorit(?:y|ies)|regulators?|regulatory|subpoenas?|statut\w+|legal(?:ly)?|judges?|oath|ministr(?:y|ies)|prosecutors?|tribunals?|government\w*|stock exchange|exchange|process|warrant|police|parliament|magistrates?|order(?:s|ed)? (?:of|by)|"
    r"compulsion|compelled|compulsory|mandatory|officials?"
)
ASKS = phrase(
    r"requir\w+|compel\w*|compuls\w*|oblig\w+|order\w*|forc\w+|demand\w*|calls? for|call(?:ed)? (?:on|upon)|ask\w*|served|request\w*|makes? it|bound|must|has to|have to|prescrib\w+|command\w*|summon\w*|insist\w*|mandat\w*|on oath|under threat|binding|enforce\w*|wants?|subpoena\w*"
)
GIVES_UP = phrase(
    r"disclos\w+|reveal\w*|divulg\w+|furnish\w*|hand\w* (?:it |them )?over|surrender\w*|giv(?:e|es|ing) (?:it |them )?up|speak\w*|information|pass(?:es|ing)? on|produc\w+|release\w*|answer\w*|mute|silent|comply|complies|obey\w*|portion|minimum|testif\w*|tell|deliver\w*|show\w*|part with|something|papers?"
)
STAYS_SHUT = phrase(
    r"not (?:be )?(?:accepted|entitle\w*|excuse\w*|allowed?|permit\w*|recogni[sz]ed|a (?:ground|reason|defence|defense)|justif\w+|release\w*|relieve\w*|suffice\w*|free\w*|make|lift\w*|license)|no (?:ground|excuse|defence|defense|justification|exception|release|reason)|(?:is|remains?|be|still|counts as|constitutes) (?:a |in )?"
    r"breach|stay(?:s)? mute|(?:even|not even|also|including) (?:on|under|if|when|where|to|at|before|though)[a-z ,']{0,40} (?:oath|threat|law|court|judge|order\w*|compul\w*|authorit\w+|regulator|subpoena|required|demand\w*)|shall (?:not|never)|may not|must not|never|refuse\w*|make good|indemnif\w+|without (?:exception|regard)"
)
UNWARNED = phrase(
    r"(?:without|with no|no|nor)(?: [a-z]+){0,3} (?:notice|warning|word|telling|informing|asking|notifying|notification|hint|news|prior)|(?:need(?:s)?|does|do|is|are|shall|will|has|have|must|may|can)(?: not|n't)(?: [a-z]+){0,4} (?:tell|inform|notify|warn|consult|announce|alert|ask|mention|wait|know|told)|"
    r"(?:need not|no duty to|not obliged to|not bound to|no need to) (?:[a-z]+ )?(?:tell|inform|notify|warn|consult|announce|alert|ask|mention|say)|unannounced|behind [a-zA-Z' ]{1,20} back|at once and without|keeps? (?:it|this|that) (?:from|secret)|silently"
)
NOT_STATE = phrase(
    r"complies with the laws|change of address|log files|sues?|governing|governed|jurisdiction|return|destroy|export|tax|personal data|arbitrat\w+|interim relief|injunct\w+|insolven\w+|waiver|remed(?:y|ies)|notices? under"
)

HEAD = phrase(
    r"memor(?:y|ies)|remember\w*|recall\w*|recollect\w*|heads?|minds?|mental\w*|impressions?|by heart|unaided|residuals?|know(?:n|s)? from|learn(?:t|ed|s)|absorb\w*|stuck|sticks?|brains?|what (?:a |the )?(?:person|reader|listener|people|employee)s? (?:keeps?|knows?|retains?|carries|takes?)|"
    r"mental retention|unwritten|carr(?:y|ies|ied) (?:away|home)|insights?|experience|retain(?:s|ed)?|intangible"
)
APPLIES = phrase(
    r"us(?:e|es|ed|ing)|appl(?:y|ies|ied)|exploit\w*|profit\w*|employ\w*|draw\w*|build\w*|free|leaves? out|left out|outside|not (?:a )?breach|excluded?|work with|turn(?:s|ed)? to account|benefit\w*|theirs|belongs?|disclos\w*|reuse\w*|put|covers?|owned|keep\w*|bind\w*"
)
RELEASED = phrase(
    r"not (?:a |be a |be )?(?:breach|wrong|violation|restricted|limited|prevented|covered|protected|bound|caught|included?|secret|confidential)|(?:is|are|be|remains?|stays?)(?: [a-z]+)? free|free (?:for|to|use)|may|can|at liberty|leaves? out|left out|outside|excluded?|does not (?:include|cover|extend|"
    r"apply|reach|bind|prevent|restrict)|do not (?:include|cover|extend|apply|bind)|no (?:duty|claim|restriction|breach|obligation|objection)|unrestricted|fair game|belongs? to|theirs|for (?:free )?use|entitled|licen[cs]ed?|without (?:breach|liab\w+|restriction|payment)|freely|nobody can|no one can"
)
NOT_HEADS = phrase(
    r"headings?|back-?ups?|residual (?:value|copies|risk)|in-memory|server|cache|gb|ram|goodwill|learns? of (?:a|any|the) (?:breach|loss|incident)|head office|experience of (?:at least)|lessons? learn"
)


def mutuality(passage: Passage) -> Found | None:
    """Whether both keep quiet alike, or one is freed of it, or protected only if it marks what it gives."""
    said = statements(passage)
    for sentence in said:
        freed = sentence.find(NO_QUIET)
        if (
            freed is not None
            and not sentence.has(NOT_SECRETS)
            and (passage.has(QUIET) or any(other.has(QUIET) for other in passage.paper.all))
        ):
            return sentence, {"mutual": freed.proves(False)}
    uneven = _marked_on_one_side(passage)
    if uneven is not None:
        return uneven, {"mutual": uneven.proves(False)}
    sides: dict[str, Sentence] = {}
    for sentence in said:
        quiet = sentence.find(QUIET)
        who = side_named(bound_side(sentence))
        if quiet is None or sentence.has(NOT_SECRETS) or not sentence.has(THINGS):
            continue
        alike = sentence.find(ALIKE)
        if who == "either" or alike is not None:
            return sentence, {"mutual": quiet.proves(True)}
        if who is not None:
            sides[who] = sentence
    if len(sides) == 2:
        return next(iter(sides.values())), {"mutual": next(iter(sides.values())).proves(True)}
    alike = passage.find(ALIKE)
    if (
        alike is not None
        and passage.has(BOND)
        and (passage.has(QUIET) or passage.has(phrase("non-public|unpublished|confidential|who is bound")))
    ):
        return alike.sentence, {"mutual": alike.proves(True)}
    return None


def _marked_on_one_side(passage: Passage) -> Sentence | None:
    """The sentence by which one side's information must be marked or the like, where the other's is protected as it is."""
    owners = {"CUSTOMER": phrase("CUSTOMER(?:'s)?"), "VENDOR": phrase("VENDOR(?:'s)?")}
    near = [sentence for each in passage.paper.all if abs(each.at.start - passage.at.start) < 900 for sentence in statements(each)]
    for sentence in statements(passage):
        if not (sentence.has(HEDGED) and sentence.has(ONLY_WHEN) and sentence.has(THINGS)) or sentence.has(
            phrase("EITHER|NEITHER|DISCLOSER|RECIPIENT|OTHER|shall not|notices?")
        ):
            continue
        mine = next(
            (name for name, words in owners.items() if sentence.hits(words) and sentence.hits(words)[0] == _first_side(sentence)), None
        )
        for other in near:
            if (
                mine is None
                or other == sentence
                or not other.has(UNHEDGED)
                or (other.has(HEDGED) and not other.has(phrase("whether or not")))
            ):
                continue
            theirs = _first_side(other)
            if theirs is not None and theirs.groups.get("role") not in (None, mine) and other.has(THINGS | phrase("words|information")):
                return sentence
    return None


def _first_side(sentence: Sentence) -> Hit | None:
    return sentence.find(expression(r"(?P<role>CUSTOMER|VENDOR)"))


def purpose(passage: Passage) -> Found | None:
    """Whether use is free, for the purpose alone, or for more than the purpose."""
    for sentence in statements(passage):
        if (
            not sentence.has(USES)
            or sentence.has(
                phrase(
                    r"(?:a|any|no|the) licen[cs]e (?:to|under|is)|company whose|objects include|feedback|remarks|suggest\w*|proposals|wishes|comments|improvements? (?:to|of) (?:its|the)"
                )
            )
            or not passage.has(THINGS)
        ):
            continue
        free = sentence.find(FREELY)
        who = bound_side(sentence) or sentence.find(phrase("CUSTOMER's|VENDOR's|CUSTOMER|VENDOR"))
        barred = forbids(sentence)
        if (
            free is not None
            and who is not None
            and not sentence.has(ONLY_USE)
            and (barred is None or free.at.overlaps(barred.at) or barred.at.start > free.at.start or sentence.has(FREE_TO))
        ):
            return sentence, {"free_use": free.proves(True)}
        more = sentence.find(BEYOND)
        if more is not None and sentence.has(PURPOSE) and not sentence.has(phrase(r"(?:not|NEITHER|no)")):
            return sentence, {"purpose_only": more.proves(False)}
        only = sentence.find(ONLY_USE)
        if only is not None and (sentence.has(PURPOSE) or passage.has(PURPOSE)):
            return sentence, {"purpose_only": only.proves(True)}
    return None


def period(passage: Passage) -> Found | None:
    """How long the bond lasts, for both or differently for each."""
    lasting: list[tuple[Sentence, float | None, str | None]] = []
    for sentence in statements(passage):
        if sentence.has(NOT_BOND) or not (sentence.has(STOPS) or sentence.has(FOREVER)):
            continue
        about = sentence.has(BOND) or "period" in sentence.words or (bool(lasting) and _owned(sentence) is not None)
        endless = sentence.find(FOREVER)
        length = _length(sentence)
        if about and endless is not None and length is None and not sentence.has(SECRETS_ONLY):
            lasting.append((sentence, None, _owned(sentence)))
        elif about and length is not None:
            lasting.append((sentence, length, _owned(sentence)))
            others = [each.months / 12 for each in sentence.durations if each.unit in ("year", "month")]
            if len(set(others)) > 1 and sentence.has(phrase("CUSTOMER(?:'s)?")) and sentence.has(phrase("VENDOR(?:'s)?")):
                return sentence, {"term_differs": sentence.proves(True), "duty_years": sentence.proves(max(others))}
    if not lasting:
        return None
    sides = {side for _, _, side in lasting}
    if {"CUSTOMER", "VENDOR"} <= sides and len({length for _, length, _ in lasting}) > 1:
        worst = max(lasting, key=lambda each: each[1] or 1000)[0]
        return worst, {"term_differs": worst.proves(True)}
    sentence, length, _ = lasting[0]
    if length is None:
        return sentence, {"perpetual": sentence.proves(True)}
    return sentence, {"duty_years": sentence.proves(length), "perpetual": sentence.proves(False)}


def _owned(sentence: Sentence) -> str | None:
    side = _first_side(sentence)
    return side.groups["role"] if side is not None else None


def _length(sentence: Sentence) -> float | None:
    ordinal = sentence.find(ORDINAL)
    if ordinal is not None:
        return float(_ORDINALS[ordinal.groups["which"]])
    spans: list[Duration] = [each for each in sentence.durations if each.unit in ("year", "month", "day", "week") and each.months > 0]
    return round(spans[0].months / 12, 3) if spans else None


def exclusions(passage: Passage) -> Found | None:
    """Which of the four grounds free a thing: all of them, some alone, or none by a refusal in words."""
    if passage.has(NOT_GROUNDS):
        return None
    refused = next((each for each in statements(passage) if each.has(NO_GROUND) and (each.has(ON_EXEMPTIONS) or passage.has(QUIET))), None)
    found = [passage.find(ground) for ground in GROUNDS]
    present = sum(each is not None for each in found)
    if present >= 3 and refused is None:
        return passage.sentences[0], {"standard_exclusions": passage.sentences[0].proves(present == 4)}
    if refused is not None:
        return refused, {"standard_exclusions": refused.proves(False)}
    narrow = next(
        (
            each
            for each in statements(passage)
            if each.has(phrase(r"only|solely|exclusively|nothing else|no other"))
            and each.has(phrase(r"released?|freed?|free|except\w*|exempt\w*|excluded?|not secret"))
            and each.has(ON_EXEMPTIONS)
        ),
        None,
    )
    if narrow is not None and 0 < present < 3 and (found[0] is not None or found[1] is not None):
        return narrow, {"standard_exclusions": narrow.proves(False)}
    return None


def compelled(passage: Passage) -> Found | None:
    """What follows when the law asks: a warning to the other side, or none, or a breach all the same."""
    if passage.has(NOT_STATE) or not passage.has(STATE) or not passage.has(GIVES_UP):
        return None
    for sentence in statements(passage):
        if not sentence.has(STATE) or not (sentence.has(ASKS) or passage.has(ASKS)):
            continue
        untold = next((each.find(UNWARNED) for each in statements(passage) if each.has(UNWARNED)), None)
        if untold is not None:
            return untold.sentence, {"compelled_disclosure": untold.proves(False)}
        firm = sentence.find(FIRMLY_SHUT)
        if firm is not None:
            return sentence, {"compelled_disclosure": firm.proves(False)}
        told = next((hit for each in statements(passage) for hit in each.hits(TELLS | WRITES) if not hit.words.startswith("pass")), None)
        if told is not None:
            return sentence, {"compelled_disclosure": told.proves(True)}
        shut = sentence.find(STAYS_SHUT)
        if shut is not None:
            return sentence, {"compelled_disclosure": shut.proves(False)}
    return None


FIRMLY_SHUT = phrase(
    r"(?:is|are|be) not (?:be )?(?:accepted|recogni[sz]ed|an? (?:ground|reason|defence|defense|excuse))|(?:does|do|shall|will) not (?:entitle|excuse|justify|release|relieve|free)|no (?:ground|excuse|defence|defense|justification)|(?:is|be|remains?) in breach|"
    r"stay(?:s)? mute|(?:not even|even) (?:on|under|if|when|where|to|before|though)[a-z ,']{0,40} (?:oath|threat|law|court|judge|order\w*|compul\w*|authorit\w+|subpoena)|make good"
)
WRITES = phrase(
    r"writ(?:e|es|ing) to|prior written notice|prompt(?: [a-z]+)* notice|notice|warning|beforehand|in advance|time to (?:apply|seek|object|oppose)|protective order"
)


def memory(passage: Passage) -> Hit | None:
    """Where it says what may be done with what stays in the head; the group "denied" where it may not be used."""
    for sentence in statements(passage):
        head = sentence.find(HEAD)
        if head is None or not sentence.has(APPLIES) or sentence.has(NOT_HEADS):
            continue
        released = sentence.find(RELEASED)
        barred = next((hit for hit in sentence.hits(_BARRED)), None)
        if barred is not None and (released is None or released.words in ("may", "can") or barred.at.start < released.at.start):
            return Hit(passage.view, barred.at, {"denied": barred.words})
        if released is not None:
            return Hit(passage.view, sentence.at, {})
    return None


_BARRED = phrase(
    r"NEITHER (?:[a-z]+ )?(?:may|shall|can|will|must)|nor may|(?:may|shall|must|can|will) not|no right|may no|nobody may|no one may|not (?:be )?(?:free|entitled|allowed|permitted)|(?:too|also|likewise|equally) (?:is|are )?(?:protected|secret|bound|confidential|covered)|(?:is|are|remains?|stays?) (?:equally |also |just as )?(?:protected|secret|"
    r"confidential|covered)|bind(?:s)? irrespective|included|as much as|no exception|no different|cannot"
)
