"""Words that the property families share: what is made, what was there before, how rights pass, what a licence may be.

Each lexicon holds the phrases of several schools of drafting: legalese, plain English, translated civil law, public licences.
"""

from __future__ import annotations

from app.rules.reading.passage import Hit, Passage, Stretch
from app.rules.reading.pattern import Pattern, expression, phrase

RIGHTS = phrase(
    r"rights?|title|ownership|copyrights?|intellectual property|ip|patents?|inventions?|know-how|authorship|moral rights|"
    r"proprietary rights|"
    r"interests?|database rights?|exploitation"
)
# What is made for the customer under the contract.
MADE = phrase(
    r"work[- ]?products?|(?:work|project|contract) results?|results of (?:the |its |all )?(?:works?|services|project|performance|"
    r"development|engagement)|deliverables?|"
    r"(?:created|commissioned|developed|bespoke|custom|new|resulting|specially written|contract|project|foreground|arising|"
    r"development) (?:works?|software|code|materials?|developments?|ip|iprs?|"
    r"intellectual property(?: rights)?|inventions?|results?|programs?|modules?|technology|items?)|foreground|developments|"
    r"work products?|works? made for hire|fruits of (?:the|its) (?:work|labou?r)|"
    r"(?:everything|anything|whatever|what|all|all that|things?|code|software|works?|materials?|items?) (?:that |which )?(?:VENDOR|"
    r"its (?:people|staff|team|personnel)|VENDOR's (?:people|staff|team|personnel|employees))"
    r" (?:makes?|builds?|writes?|creates?|produces?|develops?|prepares?|brings? into being|delivers?|designs?)|"
    r"(?:made|built|written|created|produced|developed|prepared|designed) (?:for CUSTOMER|by VENDOR|in (?:the course of|performing)|"
    r"under this (?:agreement|contract)|in the course)|"
    r"outcomes? of the (?:work|services|project)|(?:the|each|every) module"
)
MADE_MEANING = expression(
    r"\b(?:creat\w*|prepar\w*|develop\w*|produc\w*|mak\w*|made|writ\w*|generat\w*|conceiv\w*|author\w*|bring\w* into (?:being|"
    r"existence)|brought into (?:being|existence)|buil\w*|perform\w*|deliver\w*|design\w*)\b"
    r".{0,120}\b(?:in (?:the course of |connection with |the performance of )?(?:performing|providing|carrying out|the services|"
    r"this (?:contract|agreement)|the project|the engagement)|"
    r"for CUSTOMER|under (?:this|the|an?) (?:agreement|contract|statement|order|sow)|in performing|of the services|"
    r"professional services|during the (?:project|engagement))"
    r"|\bso designated in\b.{0,60}\b(?:statement of work|order)|\bwork product\b"
)
# Models that the licensee makes from the licensor's.
DERIVED = phrase(
    r"adaptations?|derivative|modifications? of the (?:model|weights)|derived (?:models?|works?)|derivatives?(?: works?| models?)?|"
    r"(?:fine-?)?tuned (?:models?|versions?|weights)|(?:adapted|"
    r"customi[sz]ed|modified|retrained|customer|client) models?|"
    r"models? (?:that|which) CUSTOMER (?:tunes?|trains?|makes?|derives?|adapts?)|offspring|adapters?|adaptations|modifications|(?:tuned|"
    r"changed|modified) (?:parameters|weights)|improvements of the (?:model|weights)"
)
DERIVED_MEANING = expression(
    r"\b(?:fine-?tun\w*|tuning|quanti[sz]\w*|distil\w*|merging|merg\w*|prun\w*|adapt\w*|retrain\w*)\b.{0,80}\b(?:fine-?tun\w*|tuning|"
    r"quanti[sz]\w*|distil\w*|merging|merg\w*|prun\w*|adapt\w*|retrain\w*|process|training)\b"
)
# What a party brought along or made elsewhere.
BACKGROUND = phrase(
    r"background (?:ip|iprs?|intellectual property(?: rights)?|materials?|technology|rights?|works?|software|know-how|components?|"
    r"items?|property)|background|"
    r"pre-?existing (?:ip|iprs?|intellectual property(?: rights)?|materials?|works?|software|tools?|components?|code|items?|technology|"
    r"property|rights)|pre-?existing|"
    r"(?:(?:prior|earlier|previous|generic|reusable|contributed|VENDOR's own|VENDOR's existing|VENDOR's standard|"
    r"VENDOR's proprietary) (?:works?|materials?|tools?|tooling|components?|software|code|modules?|librar(?:y|ies)|technology|assets|"
    r"building blocks))|"
    r"tool ?(?:box|kit|set|chain)s?|(?:VENDOR|VENDOR's) (?:tools?|tooling|materials?|property|technology|ip|components?|platform|"
    r"software|toolbox|works?|building blocks)|"
    r"tools? of VENDOR|works? of VENDOR|components? of VENDOR|reusable (?:parts|assets)|building blocks|retained (?:ip|materials?|"
    r"works?|rights)|independent(?:ly developed)? (?:ip|materials?|works?)"
)
BACKGROUND_MEANING = expression(
    r"\b(?:own(?:s|ed)?|had|has|have|held|holds?|develop(?:s|ed)?|creat(?:es|ed)|possess(?:es|ed)|existed|existing|made|wrote|written|"
    r"acquired|licensed)\b[^;\n]{0,80}?"
    r"\b(?:(?:before|prior to) (?:the|this|its|it|that|entering|work|any)[a-z ]{0,25}(?:effective date|agreement|contract|date|start|"
    r"commencement|project|conclu\w+|signature|order|engagement|statement of work|began|services)|"
    r"independent(?:ly)? of|otherwise than|outside (?:of )?(?:the|this)|beforehand|other than (?:in|for) (?:the|this|performing)|"
    r"elsewhere)\b"
    r"|\b(?:before|prior to) (?:the|this) (?:effective date|agreement|contract|start|date|commencement|"
    r"project)\b[^;\n]{0,80}?\b(?:own\w*|had|held|develop\w*|creat\w*|existed|made)\b"
    r"|\b(?:pre-?existing (?:software|materials?|works?|tools?|code|rights)|existed beforehand)\b"
)
NOW = phrase(
    r"hereby(?:,? [a-z -]{1,60}?,?)? (?:assigns?|transfers?|conveys?|cedes?|makes? over|signs? over|sells?|sets? over|assigned|"
    r"transferred|conveyed|ceded|made over|signed over|quitclaims?)|"
    r"(?:is|are) (?:hereby |thereby |automatically |immediately )*(?:assigned|transferred|conveyed|ceded|made over)|here and now|"
    r"by way of present assignment|"
    r"(?:assigns|transfers|conveys|makes over|signs over|cedes)|(?:VENDOR|CUSTOMER|DISCLOSER|RECIPIENT|EITHER) (?:now |herewith |"
    r"irrevocably |unconditionally |automatically )*(?:assign|transfer|convey|cede|make over|sign over)|"
    r"herewith (?:assigns?|transfers?|conveys?)|(?:assigns?|transfers?) (?:herewith|hereby|now)"
)
LATER = phrase(
    r"(?:ask|call|apply|demand|request)(?:s|ed)?(?: VENDOR)? for (?:an? |the )?(?:(?:deed|instrument|act) of )?(?:assignment|transfer)|"
    r"(?:shall|will|must|agrees? (?:that it (?:shall|will) |to )|undertakes? (?:that it (?:shall|will) |to )|"
    r"covenants? (?:that(?:,? [^;\n]{1,140},)? it (?:shall|will) |to )|promises? to|(?:is|are|shall be) (?:obliged|bound|required|"
    r"under (?:a duty|an obligation)) to|(?:agrees?|undertakes?|promises?|is obliged|is bound|shall|will),[^,;\n]{1,90}, (?:to)?|"
    r"commits? (?:itself )?to|has to|have to|(?:is|are) to)(?: [a-zA-Z,']+){0,8}? ?(?:be )?(?:assign(?:ed)?|transfer(?:red)?|"
    r"convey(?:ed)?|cede[d]?|make over|sign over|made over|signed over|sign [^;\n]{1,60}? over|procure the (?:assignment|transfer))|"
    r"(?:execute|sign|enter into|conclude|deliver|make)s? (?:an?|such|the|all|any)?(?: [a-z,-]+){0,6}? ?(?:conveying|assigning|"
    r"transferring|of (?:assignment|transfer|conveyance)|to (?:assign|transfer|convey)|(?:that|which) (?:assigns?|transfers?|conveys?))|"
    r"agree(?:ment)?s? to (?:assign|transfer|convey)|(?:assignment|transfer) (?:shall|will|is to) (?:take place|be made|be agreed|"
    r"follow)|(?:may|can) (?:request|require|demand|call for|ask for) (?:the |an )?(?:assignment|transfer)|"
    r"hand over the rights|pass(?:es)? (?:only )?(?:when|once|after|upon)"
)
BELONGS = phrase(
    r"(?:shall |will |to )?(?:vests?|vested)|(?:shall |will )?belongs?|(?:is|are|be|become|becomes|remains?|stays?) (?:and (?:shall |"
    r"will )?(?:remains?|stays?|be) )?(?:the |an? )?(?:(?:sole|exclusive|absolute|full|and|unencumbered) )*property|"
    r"owned|owns|own|becomes? (?:the )?(?:(?:sole|exclusive|absolute) )*owners?|(?:is|are|be) (?:the )?(?:(?:sole|exclusive|absolute|"
    r"and) )*owners?|(?:passes|pass) (?:over )?to|falls? to|accrues? to|goes to|inures? to|"
    r"(?:title|ownership|rights?)(?: [a-z,]+){0,10}? (?:lies?|rests?|sits?|remains?|stays?|be|is|are|shall be|resides?) (?:with|in)|"
    r"(?:is|are|stays?|remains?) (?:CUSTOMER|VENDOR)'s|(?:is|are) held by"
)
JOINT = phrase(
    r"joint(?:ly)? (?:own(?:s|ed|ership|ers?)?|property|title|held|and (?:severally )?own\w*|vest\w*|belong\w*)|co-?own(?:s|ed|er|ers|"
    r"ership)?|joint owners?(?:hip)?|own(?:s|ed)? jointly|in common|(?:equal|undivided|equal undivided) (?:undivided )?(?:shares?|"
    r"parts?|halves|interests?)|"
    r"belongs? to (?:both|EITHER)(?: jointly| together)?|(?:owned|held) by (?:both|EITHER)|(?:property|owned|held|hold|"
    r"own) (?:of (?:both|EITHER) )?(?:together|jointly)|shared ownership|common property|tenants in common|half each"
)
KEEPS = phrase(
    r"(?:retains?|keeps?|reserves?|holds?|maintains?|shall (?:retain|keep|remain)|will (?:retain|keep|remain))|remains?|(?:stays?|"
    r"continues?) (?:with|to belong|to own|the property|VENDOR's|CUSTOMER's)|stays?|(?:is|are) and (?:shall |will )?remains?|"
    r"not (?:assigned|transferred|sold|conveyed)|(?:remains|stays) vested|continues to be owned"
)
AT_CREATION = phrase(
    r"(?:from|at|as of|with effect from|effective from|on|upon|the) (?:the )?(?:very )?(?:moment|second|minute|instant|time|date|day|"
    r"point)[a-zA-Z', ]{0,50}?(?:exists?|comes? into (?:being|existence)|arises?|(?:is|are|being) (?:created|made|written|produced|"
    r"conceived)|creation)|"
    r"(?:up)?on (?:its|their|the)?(?: [a-z]+){0,2} ?creation|(?:from|at|as of|with effect from|effective (?:up)?on|"
    r"with) (?:the )?(?:(?:moment|time|date|day|instant|point) (?:of|at which|when|in time at which|in which|that|on which)|"
    r"instant) ?[a-z' ]{0,40}?(?:creation|comes? into (?:being|existence)|arises?|is (?:created|made|written|produced|conceived)|"
    r"are (?:created|made|written|produced)|being made|its making)|"
    r"as (?:soon as |and when |they are |it is |each [a-z]+ )?[a-z ]{0,30}?(?:created|comes? into (?:being|existence)|arises?|made|"
    r"written|produced|fixed)|when (?:it|they|each)(?: [a-z]+)? ?(?:comes? into (?:being|existence)|arises?|(?:is|are) (?:created|made|"
    r"written))|"
    r"from (?:the )?(?:creation|inception|outset|start|instant)|(?:at|from|with) (?:their|its|the) (?:creation|conception|origin|"
    r"inception)|with effect from the creation|the moment (?:it|they) (?:exists?|arises?|comes?|is|are)|"
    r"automatically (?:up)?on creation|immediately (?:up)?on (?:its |their )?(?:creation|coming)|"
    r"at the moment at which it comes into existence|"
    r"upon (?:coming into existence|conception|fixation)|from the time at which they arise|immediately (?:when|as)|as and when"
)
AT_PAYMENT = phrase(
    r"(?:(?:up)?on|subject to|conditional (?:up)?on|after|against|following|with effect from|effective (?:up)?on|from|once|until|when|"
    r"contingent (?:up)?on|provided that|dependent on|as soon as|if and when)(?: [a-z',()]+){0,12}? (?:(?:full |final |"
    r"complete )?payment|paid(?: in full)?|receipt of (?:every|all|the|full)(?: [a-z]+){0,3} (?:sums?|fees?|amounts?|charges?|payments?|"
    r"price)|settle(?:d|ment)|its receipt of every sum|discharged|(?:has|have) (?:received|been paid)(?: [a-z]+){0,3})|"
    r"(?:instal?lment|payment|money|price|fees?|sums?) (?:has|have) (?:reached|arrived|come in|cleared)|(?:pay|pays|paid|settles?|"
    r"settled)(?: [a-z]+){0,4} (?:in full|last (?:instal?lment|invoice)|final invoice|whole (?:price|fee))"
)
FURTHER = expression(
    r"\b(?:sign\w*|execut\w*|do|does|perform\w*|deliver\w*|provide\w*|give\w*|furnish\w*|make\w*)\b.{0,80}\b(?:documents?|papers?|"
    r"declarations?|instruments?|deeds?|acts?|assurances?|things|forms?|statements?|paperwork|assistance|whatever)\b"
    r"|\bfurther assurances?\b|\bassist\w*\b.{0,60}\b(?:perfect|register|record|secur|enforc)\w*"
)
FURTHER_END = phrase(
    r"perfect(?:ing)?|regist(?:er|ers|ering|ration)|record(?:ing|al|ation)?|confirm(?:ing)?|prov(?:e|ing)|proof|evidenc(?:e|ing)|"
    r"enforc(?:e|ing|ement)|vest(?:ing)?|secure|give (?:full )?effect|effectuate|document(?:ing)?|protect(?:ing)?|"
    r"complete|title|its rights|transfer|assignment"
)
MORAL = phrase(
    r"moral rights?|droit moral|author's personal rights|rights? (?:of|to) (?:attribution|integrity|be named)|being named|"
    r"right to be identified|authors'? (?:personal|moral) rights|personality rights of authors?"
)
WAIVES = phrase(
    r"waiv(?:e|es|ed|er|ers|ing)|not (?:to )?(?:be )?(?:assert|exercis|enforc|claim|invok|rely|insist)(?:e|es|ed|s|ing)?(?: on| upon)?|"
    r"refrains? from|forgo(?:es)?|forego|renounc(?:e|es)|give up|do not exercise|irrevocably consent"
)

PERPETUAL = phrase(
    r"perpetual(?:ly)?|in perpetuity|(?:un|not )limited in (?:respect of )?time|without (?:any )?(?:limit(?:ation)?|restriction|"
    r"end)s? (?:of|in|as to|on) (?:time|duration|term)|without time limit(?:ation)?s?|time-unlimited|for ?ever|for good|everlasting|"
    r"indefinite(?:ly)?|permanent(?:ly)?|"
    r"(?:un|not )limited (?:as to|in) (?:time|duration|territory and time|place and time)|for (?:the )?(?:full |entire |whole )?(?:term|"
    r"duration|period|life) of (?:the )?(?:copyright|protection|such rights|those rights|the rights|legal protection|"
    r"the intellectual property)|never (?:ends?|expires?|runs? out)|without end|"
    r"without expiry|outlives? (?:this|the)|for an unlimited (?:time|period)|unlimited in time|does not (?:expire|run out|lapse)|"
    r"no (?:end|expiry) date|lasts? for good|unlimited (?:time|period|duration)|survives? (?:the )?(?:end|expiry|termination)|"
    r"outlasts? (?:the|this)|continues? after (?:this|the) (?:agreement|contract)"
)
TIMED = phrase(
    r"(?:for )?(?:as|so) long as CUSTOMER (?:holds?|keeps?|maintains?|has|renews?|remains?|pays?|buys?)|(?:for|during|throughout|within|"
    r"only for|limited to) (?:the )?(?:initial |whole |entire |full |agreed |respective |"
    r"applicable )*(?:agreement |contract |subscription |engagement |licen[cs]e )?(?:term|duration|lifetime|life)(?: only| of (?:this|"
    r"the) (?:agreement|contract|engagement|subscription|statement))?|"
    r"(?:as long as|so long as|while|for as long as|whilst|until) (?:this |the |such |that )?(?:agreement|contract|statement of work|"
    r"support|maintenance|subscription|engagement|project|order|CUSTOMER (?:pays|keeps paying|is paying|remains|has a|continues)|"
    r"fees? (?:are|is) paid)|"
    r"until the (?:end|expiry|termination|expiration)|ends? (?:with|when|upon|on|together with) (?:this |the |such |that )?(?:agreement|"
    r"contract|statement|term|it|end)|(?:ceases?|lapses?|expires?|terminates?|ends?|falls? away|"
    r"comes? to an end)(?: [a-z]+){0,4} (?:(?:up)?on|with|when|at|on the same day|as soon as)|"
    r"for (?:an? (?:initial )?(?:period|term) of )?(?:[a-z]+|[0-9]+)(?: \([0-9]+\))? (?:years?|months?)|for the [a-z]+ period|"
    r"for so long as it is entitled|upon (?:termination|expiry|the end)|to be removed|use of it to cease|coterminous"
)
IRREVOCABLE = phrase(
    r"irrevocabl[ey]|(?:cannot|can not|may not|shall not|will not|can never|never) (?:be )?(?:revoked?|withdrawn?|taken? (?:it |"
    r"them )?back|recall(?:ed)?|cancel(?:led)?|terminated)|not revocable|non-revocable|without (?:any )?(?:right|possibility|"
    r"power) (?:of|to) (?:revocation|revoke|withdraw(?:al)?)|unrevocable|cannot take it back|(?:may|can) (?:not|no longer) withdraw|"
    r"cannot be withdrawn"
)
WORLDWIDE = phrase(
    r"(?:without|no) (?:any )?limit(?:ation)?s? (?:in|of|as to|on) (?:time|duration)(?:,| and| or)+ ?(?:of |in )?(?:territory|place|space)|"
    r"world-?wide|throughout the (?:world|universe)|(?:in|for) all (?:countries|territories|jurisdictions)|anywhere(?: in the world)?|"
    r"everywhere|in (?:any|every) (?:country|territory|place)|(?:all over|across|around) the (?:world|globe)|global(?:ly)?|"
    r"(?:un|not )limited in (?:time(?:,| and) )?(?:territory|space|place|geography)|unlimited in time,? (?:and )?(?:territory|space|"
    r"place)|without (?:any )?(?:territorial|geographic(?:al)?) (?:limit(?:ation)?|restriction)s?|unlimited (?:as to |in )(?:territory|"
    r"place|space)|in the whole world|territorially unlimited|in every country"
)
FREE = phrase(
    r"royalty-?free|free of (?:charge|royalt(?:y|ies)|cost)|without (?:any )?(?:further |additional |separate |extra |"
    r"other )?(?:payment|fees?|charges?|remuneration|royalt(?:y|ies)|compensation|cost)|fully[- ]paid(?:[- ]up)?|paid[- ]up|(?:settled|"
    r"covered|included|compensated) (?:by|in|with) the (?:[a-z]+ )?(?:remuneration|fees?|price|charges?)|"
    r"at no (?:additional |extra |further |separate )?(?:cost|charge|fee)|for free|gratis|no (?:further|additional|extra|"
    r"separate) (?:fee|payment|charge|remuneration|royalty)|free|without paying|royaltyfree|no royalt(?:y|ies)"
)
SUBLICENCE = phrase(
    r"sub-?licen[cs](?:e|es|ing|eable|able)|sub-?licen[cs]ees?|grant (?:rights|licen[cs]es)(?: of use)? to (?:others|third parties|"
    r"any(?:one|body))|pass (?:it|them|this|these|the rights?) on|have (?:this|it) done by others|grant sub-?licen[cs]es"
)
NOT_SUBLICENSABLE = phrase(r"non-?sub-?licen[cs]e?able|not sub-?licen[cs]e?able|un-?sub-?licen[cs]e?able")
GROUP = phrase(
    r"affiliates?|affiliated (?:compan(?:y|ies)|enterprises?|entit(?:y|ies)|undertakings?)|(?:members|compan(?:y|ies)|member|any member|"
    r"each member|every company|entities|part) (?:that belongs? to|of|in|within|which belongs? to) (?:[a-z']+ )?(?:(?:CUSTOMER|VENDOR|"
    r"RECIPIENT|DISCLOSER)'s )?(?:corporate )?group|"
    r"group (?:compan(?:y|ies)|members?|entit(?:y|ies))|(?:CUSTOMER|VENDOR|DISCLOSER|RECIPIENT)'s (?:corporate |own )?group|"
    r"subsidiar(?:y|ies)|parent compan(?:y|ies)|sister compan(?:y|ies)|holding compan(?:y|ies)|compan(?:y|ies) that (?:it|CUSTOMER|"
    r"VENDOR) (?:owns?|controls?)|"
    r"(?:under|in) common (?:control|ownership)|same (?:majority )?owners?|(?:controls?|controlled by|is controlled by)|(?:hold|"
    r"own)s? (?:more than half|a majority)|concern|accounts are consolidated|(?:owned|own|hold|holds) by more than half"
)
SUCCESSORS = phrase(
    r"successors?|later owners?|acquir(?:er|ers|or)|purchasers? of|assign(?:ee|s|ees)|buyer of|transferees?|whoever takes over|"
    r"legal successors?|subsequent owners?"
)
AS_PART = phrase(
    r"as (?:an? )?(?:integral )?(?:part|parts|component|element)s? (?:of|in)|(?:embodied|embedded|incorporated|contained|built|included|"
    r"integrated|comprised|bundled) in(?:to)?|to the extent (?:necessary|required|needed)|in (?:connection|conjunction|"
    r"combination) with|only (?:together|in connection|as part)|together with the|within the (?:deliverables?|module|software)|"
    r"(?:form|forms|forming) (?:a )?part of|in order to (?:use|operate|run|enjoy|maintain)"
)
LISTED = phrase(
    r"list(?:ed|s)?|itemi[sz]ed|enumerated|(?:set out|specified|identified|described|named|shown|scheduled|recorded|stated|"
    r"designated) in (?:the )?(?:annex|schedule|exhibit|appendix|attachment|order|statement|work order|sow|register|table|part|project)|"
    r"entered in (?:annex|schedule)|inventory|scheduled"
)
FEEDBACK = phrase(
    r"feedback|suggestions?|(?:an )?ideas? (?:about|for|on)|ideas?|remarks|proposals?(?: for improvement| about)?|"
    r"improvement proposals?|comments? (?:on|about)|recommendations?|enhancement requests?|suggests?|proposes? (?:an )?improvements?|"
    r"opinions? (?:on|about)|input (?:on|about)|bug reports?|impressions"
)


MODEL_PAPER = phrase(
    r"weights|foundation models?|(?:language|open-weight|base) models?|model licen[cs]e|licen[cs]ed models?|checkpoints?|learnt parameters"
)


def licenses_models(passage: Passage) -> bool:
    """Whether the paper licenses models: its title or preamble speaks of weights and the like (a definition is not enough)."""
    return any(each.has(MODEL_PAPER) for each in passage.paper.all[:14] if each.clause.kind != "definition")


def negated_near(hit: Hit) -> bool:
    """Whether "not", "no" or "non-" stands among the few words before a match (a denial further off has another object)."""
    ahead = hit.sentence.before(hit).words[-40:]
    return bool({"not", "no", "never", "neither", "nor", "without"} & set(ahead.split()[-4:])) or ahead.endswith("non-")


def names(where: Stretch, passage: Passage, meaning: Pattern, *, unless: Pattern | None = None) -> bool:
    """Whether a stretch uses a defined term whose definition has words of `meaning` (and none of `unless`)."""
    for _, bodies in passage.paper.terms_in(where):
        if any(each.has(meaning) and not (unless is not None and each.has(unless)) for each in bodies):
            return True
    return False
