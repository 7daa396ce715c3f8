"""The words of restraints: winning people or customers over, competing, dealing alone, speaking ill, first refusal."""

from __future__ import annotations

from app.rules.reading.pattern import expression, phrase

_PARTY = r"(?:CUSTOMER|VENDOR|EITHER|OTHER|DISCLOSER|RECIPIENT|the other|other)"
_PEOPLE = (
    r"(?:employees?|staff|personnel|workers?|individuals?|anyone|anybody|persons?|engineers?|people|consultants?|team|team members?|"
    r"members of (?:the )?(?:team|staff)|member|workforce|colleagues|developers?|someone|somebody|specialists?|talent|officers?|"
    r"experts?|scientists?|technicians?|programmers?|human resources|consultants?|contractors?|advisers?|advisors?|hands|crew|workmen|heads|brains|"
    r"anybody (?:working|employed)|a person|designers?|analysts?|architects?|managers?)"
)
_WINNING = (
    r"(?:solicit(?:s|ed|ing|ation)?|tak(?:e|es|ing) [^;\n]{1,60}? into (?:its|their|CUSTOMER's|VENDOR's) (?:service|employ|employment)|"
    r"entic(?:e|es|ed|ing)|poach(?:es|ed|ing)?|recruit(?:s|ed|ing|ment)?|hir(?:e|es|ed|ing)|employ(?:s|ed|ing)?|engag(?:e|es|ed|ing)|"
    r"take(?:s|n)? on|taking on|"
    r"tak(?:e|es|en|ing) into (?:its|their|CUSTOMER's|VENDOR's) (?:service|employ|employment)|head-?hunt(?:s|ed|ing)?|lur(?:e|es|ed|"
    r"ing)|induc(?:e|es|ed|ing)|canvass(?:es|ed|ing)?|"
    r"offer(?:s|ed|ing)? (?:work|employment|a job|jobs|a position|positions|a post|a role)|mak(?:e|es|ing) (?:job |employment )?offers|"
    r"approach(?:es|ed|ing)?|persuad(?:e|es|ed|ing)|encourag(?:e|es|ed|ing)|"
    r"win(?:s|ning)? (?:over|away)|woo|mak(?:e|es|ing) use of the services|us(?:e|es|ing) the services|retain the services|draw(?:s|"
    r"ing)? (?:away|off)|headhunt\w*|seduc\w+|attract(?:s|ing)?|woos?|courts?|courting|pluck(?:s|ing)?|pinch(?:es|ing)?|sign(?:s|ing)? up|snap(?:s|ping)? up|"
    r"mak(?:e|es|ing) (?:any |an )?(?:approach(?:es)?|overtures?)|put(?:s|ting)? on (?:its|their|the) payroll|contract(?:s|ing)? with|add(?:s|ing)? to (?:its|their) (?:staff|team|payroll)|tempt(?:s|ed|ing)?|coax|steal(?:s|ing)?|"
    r"bring into (?:its|their) (?:service|employ)|give(?:s)? (?:a job|work|employment))"
)
WINS_PEOPLE = expression(
    rf"\bmak(?:e|es|ing) (?:them|these people|such people) no (?:offers?|proposals?)\b|\b{_WINNING}\b (?:none|nobody|no one|no person|"
    rf"no employee)\b|\btak(?:e|es|"
    rf"ing) [^;\n]{{0,60}}?\b{_PEOPLE}\b[^;\n]{{0,60}}? into (?:its|their) (?:service|employ|employment)\b|"
    rf"\b(?:leaves?|let) [^;:\n]{{0,60}}?\b{_PEOPLE}\b[^;:\n]{{0,20}}? (?:where (?:they|he|she) (?:are|is)|alone|in peace|be|untouched|unmolested)\b|"
    rf"\bhands off [^;:\n]{{0,60}}?\b{_PEOPLE}\b|\b{_PEOPLE}\b[^;:\n]{{0,80}}?\b(?:off[- ]limits|out of bounds)\b|"
    rf"\b{_WINNING}\b[^;:\n]{{0,100}}?\b{_PEOPLE}\b|\b{_PEOPLE}\b[^;:\n]{{0,80}}?\b(?:be|is|are) (?:approached|solicited|hired|"
    rf"recruited|engaged|employed|poached|enticed)"
)
THEIR_PEOPLE = expression(
    rf"\b{_PARTY}'?s? (?:party's )?(?:[a-z-]+ ){{0,4}}?{_PEOPLE}\b|\b{_PEOPLE}\b[^;\n]{{0,80}}?\b(?:of|by|from|for|with|whom|who|"
    rf"that) (?:the )?(?:team of |staff of |business of )?{_PARTY}\b|"
    rf"\b{_PEOPLE}\b[^;\n]{{0,60}}?\b(?:who|whom|that)\b[^;\n]{{0,80}}\b(?:worked|works|performed|performs|involved|engaged|took part|"
    rf"attended|dealt|come to know|met|contact|acquainted|assigned|employed|employs|participat\w+)\b"
)
NOT_PEOPLE = phrase(
    r"data|information|content|materials?|deliverables?|software|code|models?|findings?|results?|reports?|benefit|purposes?|"
    r"sub-?contractors?|sub-?processors?"
)  # "employ" them is to use them
NO_RESTRAINT = phrase(
    r"(?:nothing|not|NEITHER|no|nobody|none)(?: [a-z,'-]+){0,8}? (?:hinder(?:s|ed)?|prevent(?:s|ed|ing)?|restrict(?:s|ed|ing)?|"
    r"restrain(?:s|ed|ing)?|prohibit(?:s|ed|ing)?|preclude(?:s|d)?|limit(?:s|ed)?|bar(?:s|red)?|stop(?:s|ped)?|forbid(?:s|den)?)|"
    r"(?:remains?|is|are|stays?) (?:entirely |completely |at all times )?free to|at liberty to|does not (?:restrict|prevent|limit|"
    r"restrain|bar|hinder)"
)
ADVERTISED = phrase(
    r"advert(?:isement|isements|ising|s|ised)?|(?:newspaper|press|public|printed|online|web|website|internet) (?:notices?|posts?|postings?|calls?|vacanc\w+)|"
    r"open (?:call|post|position|competition)s?|(?:answer(?:s|ed|ing)?|respond(?:s|ed|ing)?|repl(?:y|ies|ied|ying)) to (?:a|an|the) (?:[a-z]+ )*(?:posting|notice|ad|advert|"
    r"advertisement|vacancy|post)|appl(?:y|ies|ied) (?:of|on) (?:his|her|their|its) own|vacanc(?:y|ies)|public (?:posting|notice|call)|job (?:posting|board|ad|advert|site|"
    r"market|fair)s?|(?:general|public|open|non-targeted|untargeted) (?:solicitation|recruitment|recruiting|search|hiring|job)[a-z ]{0,20}|"
    r"recruitment (?:campaign|drive)s?|(?:own|his or her own|their own) (?:initiative|accord|motion)|unsolicited appl[a-z]+|"
    r"posted (?:job|position)s?|openly posted|press or (?:the )?internet|general media"
)
STILL_BARRED = phrase(
    r"even (?:if|where|when|though)|(?:is|are) (?:also )?included|includ(?:es|ed|ing)|as it does|appl(?:y|ies) (?:equally |also |"
    r"likewise )?(?:to|where|when|even)|regardless|irrespective|whether or not|no matter|also where|equally|just as|likewise|"
    r"makes no difference|covers also|too"
)
HOWEVER_MET = phrase(
    r"(?:in )?what(?:ever|soever) (?:way|manner|means|route|channel)[a-z ]{0,40}|by what(?:ever|soever) (?:means|route|channel)|however (?:the|that|any|they|it) (?:contact|approach|connection)[a-z ]{0,30}|who(?:ever|soever) (?:makes|made|took|takes)[a-z ]{0,30}|"
    r"on who(?:se|soever)(?:ever)? initiative[a-z ]{0,20}|(?:regardless|irrespective) of (?:who|whether|how)[a-z ]{0,40}|"
    r"no matter (?:who|how)[a-z ]{0,30}|even if (?:the|such|that|this) (?:person|individual|employee)[a-z ]{0,40}"
)
STAYS_FREE = phrase(
    r"no breach|not (?:be )?(?:an? )?(?:breach|solicitation|violation)|permitted|allowed|free|do(?:es)? not apply|not (?:apply|count|"
    r"considered|deemed|affected?|include|prevent|restrict|bar|prohibit|preclude|caught|extend)|unless|except|excepted|save|other than|"
    r"without breach(?:ing)?|may|remains?|exempt|"
    r"not (?:be )?(?:prevented|prohibited|restricted)|outside|nothing in|not targeted|shall not (?:be )?(?:apply|prevent|constitute)|"
    r"apart from|(?:is|are) not (?:a )?solicit\w*|(?:do|does|shall|will) not (?:constitute|offend|infringe|contravene|violate)"
)
AFTERWARDS = phrase(r"after(?:wards)?|thereafter|following|beyond|from|within|until|for|subsequent|post|since|later|past")
CUSTOMERS = r"(?:customers?|clients?|accounts?|clientele|patients|merchants|subscribers|policyholders|borrowers)"
WINS_CUSTOMERS = expression(
    rf"\b(?:solicit\w*|divert\w*|entic\w*|canvass\w*|induc\w*|lur\w*|poach\w*|win(?:s|ning)? (?:over|away)|tak(?:e|es|ing) away|"
    rf"approach(?:es|ing)?|tempt\w*|steal\w*|interfer\w* with|accept(?:s|ing)? (?:business|orders) from|do(?:es|ing)? business with|"
    rf"deal(?:s|ing)? with|serv(?:e|es|ing)|target\w*)\b"
    rf"[^;:\n]{{0,90}}?\b(?:{_PARTY}'?s? (?:[a-z-]+ ){{0,3}}?{CUSTOMERS}|{CUSTOMERS} (?:or (?:prospects|potential customers|"
    rf"suppliers) )?(?:of|who(?:m)?) (?:the )?{_PARTY})\b"
)
COMPETING = phrase(
    r"what (?:CUSTOMER|VENDOR|OTHER|EITHER|the other) (?:does|do|sells?|offers?|makes?|provides?|supplies|markets?|builds?)|(?:vies?|vying|contends?|contending) with|"
    r"(?:in|of|from|into) (?:the |that |this |its |VENDOR's |CUSTOMER's )?(?:[a-z-]+ ){0,3}?(?:trade|industry|sector|line of business)|akin to|against (?:CUSTOMER|VENDOR|OTHER|the other)(?:'s)? (?:products?|services?|"
    r"business|offers?)|in opposition to|in competition|competitors|does what|do what|serves? the same|same (?:job|tasks?|work)|compet(?:e|es|ed|ing|itive|itively|itors?|ition)|comparable|rival(?:s|"
    r"ling)?|(?:same|similar|like|equivalent|"
    r"identical) (?:kind of |line of |field of |type of )?(?:business|products?|services?|software|systems?|functions?|offerings?|"
    r"purpose|activit(?:y|ies)|goods)|"
    r"similar to|substitut(?:e|es|able)|overlap(?:s|ping)?|resembl(?:e|es|ing)|alternative (?:product|service|offering)s?|like those of"
)
BUSINESS = phrase(
    r"develop(?:s|ing)?|sell(?:s|ing)?|offer(?:s|ing)?|market(?:s|ing)?|distribut(?:e|es|ing)|engag(?:e|es|ing)|carry(?:ing)? on|"
    r"operat(?:e|es|ing)|invest(?:s|ing)?|participat(?:e|es|ing)|take part|own(?:s|ing)?|manag(?:e|es|ing)|be (?:involved|engaged|"
    r"concerned|interested|active)|"
    r"become (?:involved|engaged|concerned|active)|work(?:s|ing)? (?:for|on)|enter(?:s|ing)?|launch(?:es|ing)?|bring(?:s|ing)? (?:to|on|"
    r"onto) (?:the )?market|mak(?:e|es|ing)|produc(?:e|es|ing)|manufactur(?:e|es|ing)|suppl(?:y|ies|ying)|conduct(?:s|ing)?|set(?:s|"
    r"ting)? up|build(?:s|ing)?|creat(?:e|es|ing)|"
    r"sit(?:s|ting)? on the board|join(?:s|ing)?|financ(?:e|es|ing)|fund(?:s|ing)?|back(?:s|ing)?|trad(?:e|es|ing)|open(?:s|ing)?|start(?:s|ing)?|serv(?:e|es|ing)|releas(?:e|es|ing)|form(?:s|ing)?|"
    r"hold(?:s|ing)? (?:an? )?(?:interest|shares?|stake)|advis(?:e|es|ing)|provid(?:e|es|ing)|acquir(?:e|es|ing)|pursu(?:e|es|ing)|"
    r"establish(?:es|ing)?|run(?:s|ning)?|deal(?:s|ing)?|compete(?:s)?|competing|activit(?:y|ies)"
)
BY_USE = phrase(
    r"us(?:e|es|ing|ed) (?:of )?(?:the|our|its|any|this|such|it|VENDOR's|CUSTOMER's|DISCLOSER's|confidential|outputs?|results?)|"
    r"access(?:es|ing)?|cop(?:y|ies|ying)|decompil\w+|reverse|benchmark\w*|its features|probe|resell\w*|sub-?licens\w*|derive|scrap\w+|"
    r"monitor\w*|train(?:ing)?|foundation model|confidential information|assign(?:s|ment)?|transfer|antitrust|competition law"
)
NOT_ALONE = phrase(
    r"(?:does|do|shall|will|is|are|nothing|no|not|NEITHER)(?: [a-z,]+){0,6}? (?:confines?|ties?|tied|binds?|commits?|keeps?|confined) (?:EITHER|CUSTOMER|VENDOR|NEITHER|OTHER)|"
    r"(?:reserves?|retains?|keeps?|has|have|enjoys?) (?:the |full |its |their )?(?:liberty|freedom|right) to (?:treat|deal|talk|negotiate|speak|trade|contract|meet|buy|sell)[a-z ,]{0,40}(?:others?|third|anyone|whom)|"
    r"(?:parallel|other|simultaneous|competing) (?:contacts?|talks|negotiations|dealings|conversations)(?: [A-Za-z']+){0,3}? (?:are |is |remain |stay )?(?:allowed|permitted|free|welcome|open|possible)|"
    r"(?:may|can|is free to|are free to|at liberty to|remains? free to|stays? free to) (?:also )?(?:talk|speak|deal|negotiate|treat|trade|work|contract|meet|buy)[a-z ,]{0,40}? (?:(?:to|with|from) )?(?:others|anyone|anybody|"
    r"whom|whoever|third|other (?:firms|companies|parties|people))|see other people|keep (?:its|their|CUSTOMER's|VENDOR's) options open|"
    r"(?:talks?|deals?|negotiates?|negotiations|speaks?|discussions?)(?: [a-z]+)? with (?:whom(?:so)?ever|anyone (?:they|it)|"
    r"whom they)[a-z ]{0,20}|(?:not|NEITHER|no|nobody|nothing)(?: [a-z]+){0,6} exclusivity|(?:prevents?|hinders?|restricts?|keeps?|"
    r"stops?) (?:EITHER|CUSTOMER|"
    r"VENDOR) from (?:talking|dealing|negotiating|working|discussing|speaking|contracting|entering)[a-z ]{0,40} (?:others|"
    r"third part(?:y|ies)|anyone|other)|(?:is|are|be) not (?:intended to be )?exclusive|(?:are|is|be|conducted|held|act|acts|works?|"
    r"proceed)?(?: [a-z]+){0,3} ?without exclusivity|no exclusivity|non-?exclusive (?:relationship|basis|arrangement|agreement|contract|"
    r"engagement|talks|negotiations|dealings)|on a non-?exclusive basis|"
    r"free to (?:use|buy|obtain|engage|procure|source|hold|negotiate|deal)[a-z ,]{0,40}(?:any other|others?|third|elsewhere|other|"
    r"competing)|(?:nothing|not|NEITHER|no|nobody)(?: [a-z,]+){0,6}? (?:bound|oblig(?:ed|ates?|es)|required?s?|ties?|tied|commits?|"
    r"committed)[^;\n]{0,90}(?:alone|exclusively|solely|only from|only with|from VENDOR only|all of)|"
    r"may (?:also )?(?:hold|conduct|enter into|have|engage in|carry on|pursue) (?:similar|the same|like|parallel|other|"
    r"comparable)[a-z ,]{0,40}(?:with|from) (?:others|third|other|any)|talks of the same content with third parties"
)
ALONE = phrase(
    r"(?:with|to|from|by|of) (?:CUSTOMER|VENDOR|OTHER|the other)(?:,)? (?:and|but|or) (?:with |to |from |by |of )?(?:nobody|no one|none|no body|no other|not (?:any)?one)(?: (?:besides|else|other))?|"
    r"(?:no|not any|without) (?:other|further|competing|rival) (?:suitors?|bidders?|partners?|houses?|firms?|suppliers?|offers?)|sole (?:negotiating )?(?:counterpart|interlocutor|suitor)|single[- ]source|"
    r"monogam\w+|no[- ]shop(?:ping)?|"
    r"(?:nobody|no one|none) (?:but|except|other than|besides) (?:CUSTOMER|VENDOR|OTHER|the other)|(?:with|from|to|through|by|"
    r"of) (?:the )?(?:CUSTOMER|VENDOR|OTHER|the other|DISCLOSER|RECIPIENT|us|it)(?: (?:only|alone|"
    r"exclusively|solely|and (?:with )?(?:no ?body|no one|none) else|and no other))|(?:exclusively|solely|only) (?:with|from|through|to|"
    r"by) (?:CUSTOMER|VENDOR|OTHER|the other)|"
    r"exclusive (?:supplier|provider|vendor|partner|distributor|dealer|agent|reseller|source|customer|basis|dealings?|negotiat\w+|talks|"
    r"(?:right|licen[cs]e)(?: and licen[cs]e| and right)?(?:,? [a-z ]{0,30})? to (?:[a-z]+,? (?:and |or )?){0,3}(?:establish|operate|"
    r"promote|manufacture|sell|supply|distribute|market|negotiate|resell|provide|purchase|promote))|"
    r"exclusiv(?:e|ity) (?:period|window|undertaking|arrangement|commitment|dealing|relationship|territory)|period of exclusivity|"
    r"exclusivity|sole (?:and exclusive )?(?:supplier|provider|vendor|partner|distributor|dealer|agent|source)|"
    r"exclusively (?:appoints?|engages?|sell|purchase|use|deal|obtain|buy|procure|negotiate)|all (?:of )?(?:its|"
    r"CUSTOMER's) requirements|lock-?(?:out|up) period|standstill"
)
OTHERS_BARRED = expression(
    r"\b(?:talk\w*|discuss\w*|negotiat\w*|deal\w*|buy\w*|purchas\w*|obtain\w*|procur\w*|sourc\w*|order\w*|suppl\w*|sell\w*|engag\w*|"
    r"contract\w*|enter\w*|seek\w*|solicit\w*|court\w*|woo\w*|test\w*|evaluat\w*|trial\w*|meet\w*|treat\w*|listen\w*|answer\w*|shop\w*|look\w*|turn\w* to|partner\w*|team\w*|licen[cs]\w*|hold talks|receiv\w*|take up|tak\w* up|accept\w*|entertain\w*|invit\w*|conduct\w*|appoint\w*|speaks?|pursu\w*|"
    r"approach\w*)\b"
    r"[^;:\n]{0,110}?\b(?:any(?:one|body) else|anybody other|anyone other|(?:an|any )?(?:other|third) (?:person|part(?:y|ies)|supplier|"
    r"vendor|"
    r"provider|bidder|company|source|entity)|others|other (?:suppliers?|vendors?|providers?|bidders?|companies|persons|parties)|"
    r"third part(?:y|ies)|third persons?|elsewhere|outsiders?|strangers?|whoever else|"
    r"(?:an)?other (?:house|firm|business|suitor|buyer|seller|candidate|investor|customer|client|supplier|vendor|producer|maker|partner)s?|"
    r"(?:competing|rival|alternative|interested)(?: [a-z]+)? (?:offers?|bids?|proposals?|parties|bidders?|suitors?|buyers?|sellers?|suppliers?|houses?|firms?|interested parties))\b|"
    # turned away without a "not"
    r"\b(?:(?:leaves?|let) (?:[a-z]+ )?unanswered|turns? (?:away|down)|reject\w*|declin\w*|refus\w*|ignor\w*|rebuff\w*|breaks? off|suspends?|ceases?|discontinues?|freezes?)\b"
    r"[^;:\n]{0,90}?\b(?:others|third part(?:y|ies)|outsiders|anyone else|other (?:suppliers?|vendors?|bidders?|part(?:y|ies)|suitors?|houses?)|(?:competing|rival|alternative|interested)"
    r"(?: [a-z]+)? (?:offers?|bids?|parties|bidders?|suitors?|buyers?|suppliers?))\b"
)
DEAL_WORDS = phrase(
    r"(?:talks?|negotiations?|discussions?|proposals?|offers?|transactions?|deals?|dealings?|suppl(?:y|ies)|purchase|exclusiv\w+|"
    r"approach(?:es)?|enquir(?:y|ies)|inquir(?:y|ies)|software|talk\w*|negotiat\w*|treat\w*|courts?|suitors?|bidders?|sale|over|sell\w*|buy\w*|purchas\w*|products?|services?|requirements|similar|subject|field|project|about)"
)
NOT_A_DEAL = phrase(
    r"confidential information|personal data|sub-?contract\w*|sub-?processors?|jurisdiction|(?:disclos\w*|shar\w*|reveal\w*) (?:it |"
    r"them )?(?:to|with)|third[- ]party (?:beneficiar|claim|component|software)|assign|licen[cs]e(?:d|s)?|access|data|remed(?:y|ies)|"
    r"property|owners?|copyright|employ\w*|hire|personnel|staff|"
    r"publicity|announce\w*|resell|sublicen[cs]e|enable|transfer\w*|consent|approval|permission"
)
ILL = phrase(
    r"disparag(?:e|es|ing|ement|ed)|denigrat(?:e|es|ing|ion)|derogatory|speak(?:s|ing)? (?:ill|badly)|defam(?:e|es|ing|atory|ation)|"
    r"(?:negative|unfavou?rable|damaging|critical) (?:statements?|remarks?|comments?)|bring [a-z' ]{0,40}into disrepute|run down|malign|"
    r"talk down"
)
FIRST = phrase(
    r"rights? of first (?:refusal|offer|negotiation|look|opportunity|option)|first (?:right|option|opportunity|chance) to (?:buy|"
    r"purchase|acquire|negotiate|license|match|offer|make|bid)|pre-?empt(?:ion|ive)(?: rights?)?|right to match|matching right|last look|"
    r"(?:must|shall|will) first (?:offer|be offered|negotiate)|first refusal|before (?:offering|selling)[a-z ,]{0,60}(?:third part|"
    r"anyone else|others)|right of pre-?emption"
)
RESTRAINT_LIFTED = phrase(
    r"(?:shall|does|do|will|is) not (?:apply|prevent|prohibit|restrict|preclude|extend|be deemed)|notwithstanding|except|save|"
    r"provided(?:, however,)? that|nothing (?:in|herein|contained)|other than|permitted to|may (?:however|nevertheless|still)|"
    r"so long as|unless"
)
TOLD_NOT = phrase(
    r"(?:shall|will|must|may|agrees?|undertakes?|covenants?)(?: [a-z,]+){0,8}? not|NEITHER|shall neither|"
    r"neither [a-z]+ nor [a-z]+(?: [a-z]+){0,4} (?:shall|will|may)|refrains? from|not to|no [a-z]+ (?:shall|will|may)"
)
FORBIDDEN_TO = expression(r"\b(?:forbidden|prohibited|not (?:permitted|allowed)|barred) (?:to|for) (?P<role>CUSTOMER|VENDOR)\b")
PAYS_FOR_IT = phrase(r"pays?|owes?|fee|penalt(?:y|ies)|compensation|compensates?|liquidated|recruitment fee|sum")
CONDITION = phrase("should|if|where|in case")
STAYS_OUT = phrase(
    r"(?:stays?|keeps?|remains?|steers?|stands?|holds?)(?: itself| themselves)?(?: well| entirely| completely| wholly)? (?:out of|away from|clear of|aloof from|off|outside)[a-z ,-]{0,60}? (?:markets?|"
    r"fields?|business(?:es)?|areas?|segments?|sectors?|trade|industry|line|territory|ventures?|domain|patch|turf|niche)|(?:leaves?|cedes?|yields?) (?:the|that|this) "
    r"(?:[a-z-]+ )*(?:market|field|business|trade|sector) to|(?:not|never) (?:to )?(?:enter|set foot in|go into|move into|tread on)[a-z ,'-]{0,60}? (?:markets?|"
    r"fields?|business|areas?|segments?|sectors?|trade|industry|line|territory|turf|niche)|withdraws? from[a-z ,-]{0,40} (?:market|field|business|trade|sector)|"
    r"(?:gives?|give) up[a-z ,-]{0,40} (?:market|line of business|trade)|"
    r"(?:stays?|keeps?|remains?) (?:out of|away from)[a-z ]{0,30} (?:market|field|business|area|segment|sector)s?|(?:not|never) (?:be |"
    r"become )?active in[a-z ]{0,30} (?:market|field|business|area|segment|sector)s?|leaves? the (?:market|field)[a-z ]{0,20} to"
)

GRANTS_EXCLUSIVITY = expression(
    r"\b(?P<role>CUSTOMER|VENDOR) (?:hereby |shall |will )?(?:grants?|gives?|allows?|accords?|promises?|concedes?) (?:to )?(?:CUSTOMER|"
    r"VENDOR|OTHER|the other)\b[^;\n]{0,60}?\bexclusiv\w+"
)
