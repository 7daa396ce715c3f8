"""The words of licences: giving and refusing, what may be done, ending at will, feedback."""

from __future__ import annotations

from app.rules.reading.pattern import expression, phrase

GRANTS = expression(
    r"\b(?P<licensed>CUSTOMER|VENDOR) is (?:hereby )?(?:licen[cs]ed|authori[sz]ed|permitted|entitled|allowed) to (?:use|copy|reproduce|"
    r"exploit|adapt|modify)\b|\b(?P<giver>CUSTOMER|VENDOR|EITHER|DISCLOSER|RECIPIENT|each contributor|the licensors?|"
    r"licensors?)(?: and its [a-z]+)? (?:hereby |"
    r"also |thereby |shall |will |irrevocably |now )*(?:grants?|gives?|licen[cs]es?|permits?|allows?|authori[sz]es?|confers?|extends?|"
    r"accords?)\b(?: to)?[^;\n]{0,160}?\b(?:licen[cs]es?|rights?|permission|to (?:use|run|copy|access|reproduce|adapt|exploit|modify|"
    r"install|distribute))\b|"
    r"\b(?P<from>CUSTOMER|VENDOR) (?:hereby )?licen[cs]es? [^;\n]{0,80}?\bto (?:CUSTOMER|VENDOR)\b|\band (?:hereby )?(?:grants?|"
    r"permits?|allows?|licen[cs]es?) (?P<to>CUSTOMER|VENDOR)\b|"
    r"\b(?P<holder>CUSTOMER|VENDOR) (?:shall |will )?(?:has|have) (?:the|an?) (?:[a-z,-]+ ){0,6}?(?:licen[cs]e|rights? (?:to|of) (?:use|"
    r"access|run))\b|"
    r"\b(?P<taker>CUSTOMER|VENDOR)(?:'s (?:people|personnel|users|staff))? (?:shall |will )?(?:hereby )?(?:receives?|obtains?|acquires?|"
    r"gets?|is (?:hereby )?granted|are (?:hereby )?granted|enjoys?)\b[^;\n]{0,80}?\b(?:licen[cs]e|rights? (?:to|of) (?:use|access|run))\b|"
    r"\b(?:licen[cs]e|right|permission)\b[^;\n]{0,60}?\b(?:is|are) (?:hereby )?granted\b|\b(?:hereby|"
    r"does hereby) (?:irrevocably )?grants?\b[^;\n]{0,160}?\b(?:licen[cs]es?|rights?)\b|\bmay,? (?:[a-z ,]{0,40})?(?:use|run|access|"
    r"install|copy|exploit)\b[^;\n]{0,60}\b(?:service|services|software|platform|suite|model|models|material|weights|program|"
    r"application|product|release)s?\b|"
    r"\b(?P<may>CUSTOMER)(?:'s people)? may (?:[a-z,]+ ){0,3}(?:run|use|copy|study|host|fine-?tune|install)\b[^;\n]{0,20}(?:,| and| or|"
    r"it|them)"
)
COPY_VERBS = phrase(
    r"use|run|copy|access|modify|change|adapt|host|install|reproduce|distribute|fine-?tune|exploit|operate|sell|study|deploy|"
    r"pass (?:it )?on|display|perform"
)
LICENCE = phrase(r"licen[cs]es?|licen[cs]ed|sub-?licen[cs]\w+|permission|rights? (?:to use|of use|to access|to reproduce|to run)|right")
NONE_GIVEN = expression(
    r"\b(?:no|nor any|not any|without any|without)\b[^;\n]{0,25}\blicen[cs]es?\b[^;\n]{0,160}?\b(?:is|are|arises?|granted|given|"
    r"conveyed|conferred|implied|under|passes|follows|exists?)\b|\bno (?:right or )?licen[cs]e\b|"
    r"\b(?:does|do|shall|will|is|are|NEITHER|nothing|nor)\b(?: not)?[^;\n]{0,60}?\b(?:grants?|granted|gives?|confers?|conveys?|"
    r"constitutes?|creates?|construed|imply|implies)\b[^;\n]{0,40}?\b(?:an? |any |no )(?:[a-z]+ )?licen[cs]e\b|"
    r"\bgrants? no (?:[a-z]+ )?(?:licen[cs]e|right)|"
    r"\bgives? (?:[A-Z]+ )?no licen[cs]e\b|\brights? of (?:prior )?use (?:is|are) (?:not )?(?:granted|given)"
)
DATA_LICENCE = phrase(
    r"CUSTOMER('s)? (?:data|content)|client data|customer (?:data|content)|(?:use|adapt|copy|host|exploit|store|process) (?:the |this |"
    r"that )?content|content (?:posted|submitted|uploaded)|personal data|user data|usage (?:data|records)|application records?|"
    r"bank data|company data|logos?|marks|name and|trade ?marks?|names?|publicity"
)
WORKING_MATERIALS = phrase(
    r"(?:CUSTOMER|CUSTOMER's|client) (?:materials|systems|specifications)|CUSTOMER materials|solely to perform|for the services|"
    r"to perform the services"
)
CONTRACT_TALK = phrase(
    r"licen[cs]e(?:s)? (?:to|of) (?:operate a business|practise)|driver|software licen[cs]e fees?|audits?|indemnif\w+|infring\w+|"
    r"warrants?|promises?|injunction|right to (?:terminate|audit|inspect|withhold|suspend|object|receive credits?|refund|claim)|"
    r"remed(?:y|ies)|survive|permitted by law"
)
WHIM = phrase(
    r"no (?:grounds?|reasons?|cause) (?:being |is |are |need be )?(?:needed|required|necessary|given|stated)|at any time|at will|(?:for|"
    r"with) (?:any|no|whatever) (?:reason|cause|ground)s?|for any reason or (?:for )?none|"
    r"whether or not (?:there is|it has|VENDOR has) (?:an? )?(?:reason|cause|ground)|(?:at|in) (?:its|VENDOR's|DISCLOSER's|"
    r"licensor's) (?:own |sole |absolute |free |unfettered )*(?:discretion|choice|option|pleasure)|"
    r"as (?:it|VENDOR) (?:sees|thinks|deems|considers) (?:fit|right|best|proper|useful)|when(?:ever)? (?:it|VENDOR) (?:likes?|"
    r"wish(?:es)?|pleases?|chooses?|decides?|considers?|sees? fit|wants?)|as (?:it|VENDOR) (?:likes|pleases|wishes|chooses)|"
    r"following its own (?:business )?(?:priorities|plans|interests)|"
    r"without (?:giving |stating |having to give |the need to give |need of |any )?(?:an? |any )?(?:reasons?|cause|grounds?)|"
    r"for (?:business )?reasons of (?:its|VENDOR's) own|for (?:its )?convenience|need not (?:give|state|have) (?:an? |any )?reasons?|"
    r"(?:such )?(?:earlier )?(?:date|day|time)s? (?:as|that|which) VENDOR|if VENDOR (?:so )?(?:wishes|chooses|decides|prefers)|"
    r"whether or not CUSTOMER (?:has|is|have)|even (?:if|where|though) CUSTOMER (?:has|is|have) (?:kept|complied|not|in compliance|"
    r"performed)|on whatever ground it (?:likes|chooses)|solely (?:by|on) (?:its|VENDOR's) decision|its sole judge?ment|unilaterally"
)
REVOCABLE = expression(r"(?:^|[ ,])revocable\b(?: \()?")  # one that is "revocable (as stated in ...)" isn't so at will
BARRED_TRADE = expression(
    r"\b(?:not|NEITHER|never|no)\b[^;\n]{0,50}?\b(?:earn|make) (?:any )?money\b|\b(?:not|never)\b[^;\n]{0,50}?\bcharge (?:for|money|"
    r"a fee)\b|\b(?:prohibited|barred|forbidden|excluded|restrained)\b[^;\n]{0,90}?\bcommercial\w*|\bcommercial (?:use|exploitation|"
    r"purposes?|"
    r"deployment|ends|applications?|activit(?:y|ies))\b[^;\n]{0,60}?\b(?:prohibited|barred|forbidden|excluded|not (?:permitted|allowed|"
    r"licensed|granted|covered|included)|requires? (?:an? |the )?(?:separate|other|further|paid|commercial))\b|"
    r"\b(?:not|NEITHER|never|no)\b[^;\n]{0,70}?\b(?:commercial(?:ly)?|for profit|for money|in production|for gain|in trade|to earn)\b"
)
ENDS = phrase(
    r"taken (?:out of (?:service|use)|down)|struck off|strikes? off|put out of (?:use|service)|deleted from the list|revok(?:e|es|ed|"
    r"ing)|revocable|revocation|withdraw(?:s|n|al)?|terminat(?:e|es|ed|ion)|cancel(?:s|led|lation)?|end(?:s|ed)?|"
    r"recall(?:s|ed)?|tak(?:e|es|en) (?:it |them |the licen[cs]e )?(?:back|away|off)|retir(?:e|es|ed)|ceas(?:e|es|ed)|discontinu(?:e|es|"
    r"ed)|rescind(?:s|ed)?|clos(?:e|es|ed)|stop(?:s|ped)?|"
    r"nobody may (?:run|use)|no longer (?:be )?(?:run|used|use|run)|lapse(?:s|d)?|switch(?:ed)? off|come(?:s)? to an end|"
    r"bring to an end|deprecat(?:e|es|ed)|call(?:s|ed)? in|suspend(?:s|ed)?|shorten(?:s|ed)?|expire(?:s|d)?"
)
LICENSED_THING = phrase(
    r"licen[cs]es?|licen[cs]ed (?:models?|materials?|software|programs?)|releases?|weights|models?|material|rights? (?:granted|of use|"
    r"in section|to use)|permissions?|entitlements?(?: period)?|(?:licen[cs]e|entitlement|usage|use) (?:period|term)|grants?|version|"
    r"rights? (?:under|in) (?:this )?(?:licen[cs]e|section|clause)"
)
HOSTED_ONLY = phrase(
    r"credentials?|access keys?|delivery channel|api keys?|endpoint|hosted (?:copy|endpoint)|tokens|accounts?|log-?ins?|draft|(?:this|"
    r"the|an) offer|trial"
)
FOR_CAUSE = phrase(
    r"material breach|breach(?:es|ed)?|insolven\w+|bankrupt\w*|if CUSTOMER (?:breaks|breaches|fails|violates|infringes)|default|"
    r"fails? to (?:pay|cure|remedy)|unlawful|court order"
)
COMMERCIAL = phrase(
    r"commercial(?:ly)?(?: (?:use|ends|purposes?|exploitation|distribution))?|for profit|in (?:your|its|"
    r"CUSTOMER's) (?:hobby or in (?:your|CUSTOMER's) )?business|(?:in|for|to) any (?:field|line|kind|type)(?: of (?:activity|business|"
    r"work|use|endeavou?r))?|whatever the field|any (?:lawful )?purpose|every line of (?:business|work)|"
    r"sell(?:s|ing)?|any field of (?:use|activity)|commerciali[sz]e|in any line of work|market(?:ing)?|monetis?ze|for (?:a fee|money)"
)
NOT_COMMERCIAL = phrase(
    r"non-?commercial(?:ly)?|(?:for )?(?:research|evaluation|academic|personal|educational|testing|internal evaluation|private|"
    r"scientific|study)(?:,? (?:and|or|&) [a-z]+)*(?: purposes?| use)? only|(?:only|solely|exclusively) (?:for|"
    r"to) (?:[a-z]+ ){0,3}(?:research|evaluation|academic|personal|testing|educational|private|scientific|study)|"
    r"no commercial (?:use|purposes?|exploitation)|(?:not|never|NEITHER)(?: [a-z,]+){0,10} (?:for )?(?:commercial|profit|sale|money|"
    r"gain|business purposes|in production)|not (?:be )?(?:used )?(?:in production|commercially)|without (?:a |any )?commercial"
)
MODIFY = phrase(
    r"modif(?:y|ies|ication|ications)|chang(?:e|es)|fine-?tun(?:e|es|ing)|adapt(?:s|ation|ations)?|tun(?:e|es|ing)|derivatives?|"
    r"merg(?:e|es|ing)|alter(?:s)?|customi[sz]e|bend|retrain|make adapted models|quanti[sz]e"
)
HOST = phrase(
    r"host(?:s|ed|ing)?|as a service|on premises|cloud|deploy(?:s|ed|ment)?|make available|offer (?:it|"
    r"the product)[a-z ]{0,20}to third parties|own (?:servers|machines|computers|infrastructure)|data cent(?:er|re)s?"
)
FREE_USE_OF_FEEDBACK = phrase(
    r"free for (?:CUSTOMER|VENDOR|EITHER|the other|OTHER) to|(?:is|are) at (?:its|VENDOR's|CUSTOMER's) (?:free )?disposal|"
    r"may (?:[a-z]+,? ){0,4}(?:use|exploit|follow|implement|put|adopt|incorporate|make use|build|act|work|take|employ|draw|"
    r"turn)[a-z ]{0,40}|(?:is|are|be|shall be|remain) (?:entirely |completely )?free to|be exploited|be used|be implemented|licen[cs]e|"
    r"grants?|without (?:any )?(?:payment|obligation|compensation|paying)|(?:at|is at) (?:the|its) (?:free )?disposal|right to use|"
    r"put to use"
)
NOT_FEEDBACK = phrase(
    r"no (?:licen[cs]e|right)[a-z ]{0,40}(?:feedback|suggestions)|harassment|complaints?|(?:error|bug) reports|acceptance"
)
PERMISSION_DETAIL = phrase(
    r"CUSTOMER may (?:also |freely )?(?:let|place|put|give|keep|make|pass|host|use|run|share|allow|have|copy|deliver|publish|distribute|"
    r"sublicen[cs]e)|if CUSTOMER pass(?:es)? (?:on|it on|them on|the [a-z]+ on)|CUSTOMER shall not (?:pass on|publish|distribute|"
    r"sublicen[cs]e|offer|deliver)|may not (?:be )?sub-?licen[cs]ed?|contractors[a-z ,]{0,60}(?:may|for CUSTOMER)|"
    r"(?:freelancers|cloud providers|contractors)[a-z ,]{0,40}may|deliver(?:y)? of the product to customers|do not count as additional|"
    r"what (?:they|contractors) do"
)

AT_PLEASURE = phrase(
    r"(?:as|so) long as VENDOR (?:chooses?|wish(?:es)?|sees? fit|likes?|pleases?|wants?|is willing|cares?|decides?)[a-z ]{0,30}|"
    r"until VENDOR (?:decides?|chooses?|wish(?:es)?|thinks?)[a-z ]{0,20}|"
    r"until further notice|at VENDOR's pleasure|while VENDOR (?:chooses?|wish(?:es)?|sees? fit)"
)
