"""The words of secrecy: what is secret, who keeps it, what falls outside, what an authority gets, how long it lasts."""

from __future__ import annotations

from app.rules.reading.pattern import expression, phrase

SECRECY_PAPER = phrase(
    r"non-?disclosure agreement|(?:mutual )?nda|confidentiality agreement|secrecy agreement|confidential disclosure agreement|"
    r"(?:mutual )?confidentiality (?:and|undertaking)[a-z ]*|agreement (?:on|of|about|as to) (?:secrecy|confidentiality|non-?disclosure)|"
    r"confidentiality deed|deed of confidentiality|secrecy (?:deed|undertaking)|non-?disclosure|geheimhaltungsvereinbarung|"
    r"(?:confidentiality|secrecy) terms|one-?nda"
)
SECTION = ("confidential", "secrecy", "secret", "non-disclosure", "nondisclosure", "keeping things", "discretion", "privacy of information")
SECRET = phrase(
    r"(?:confidential|protected|secret|proprietary|non-?public|sensitive|restricted|private|classified|undisclosed) (?:[a-z]+,? (?:and |"
    r"or )?){0,3}?(?:information|materials?|matters?|facts|data)|"
    r"trade (?:or business )?secrets?|business secrets?|information (?:of a (?:confidential|secret|non-public)[a-z -]*(?:kind|nature|"
    r"character)|that is (?:confidential|marked)|which is (?:confidential|marked))|(?:each )?other's (?:secrets|affairs|information)|"
    r"secrets|"
    r"not for the public|confidential by (?:its )?nature|would not give to the public"
)
INFORMATION = phrase(
    r"what (?:it|CUSTOMER|VENDOR|RECIPIENT|they) (?:learns?|receives?|hears?|sees?|finds? out)|documents?|records|information|secrets?|"
    r"confidential(?:ity)?|things from the other|secrecy|affairs|know-how|knowledge"
)
KEEPS = expression(
    r"\b(?:keeps?|kept|holds?|held|maintains?|treats?|preserves?|regards?|handles?|receives?|retains?)\b[^;\n]{0,140}?\b(?:secret|"
    r"secrecy|confidential(?:ly)?|(?:in )?(?:strict(?:est)? )?confidence|private|silen(?:ce|t)|to (?:itself|themselves|oneself))\b|"
    r"\b(?:protects?|guards?|safeguards?|secures?|looks? after)\b[^;\n]{0,60}?\b(?:confidential|secret|non-public|protected|"
    r"proprietary) (?:[a-z]+ (?:and )?){0,3}?information\b|"
    r"\b(?:disclose|reveal|divulge|pass|share|release|communicate|publish|use)s?\b[^;\n]{0,40}?\b(?:confidential|secret|non-public|"
    r"protected|proprietary) information\b|\buse the same care\b|"
    r"\buses? the (?:non-public|confidential|secret)\b"
)
NEED_NOT = phrase("need not|does not have to|do not have to|no duty to|not obliged to")
BOUND_ALIKE = phrase(
    r"(?:binds?|bound|appl(?:y|ies) to|hold(?:s)? for|obliges?) (?:EITHER|both|each)(?: of them)?(?: sides)?(?: alike| equally|"
    r" in the same (?:way|manner)| to the same extent)?|appl(?:y|ies) mutually|mutual(?:ly)? (?:binding|obligations?)|"
    r"the same for (?:EITHER|both)"
)
NOT_SECRETS = phrase(
    r"bound to (?:a |any )?third|owe[sd]? (?:to )?(?:a |any )?third|credentials?|passwords?|log-?ins?|sign-?ins?|tokens?|(?:access|"
    r"encryption|api|connector) keys?|keep the weights|processor|pledges|"
    r"staff to secrecy|personnel to secrecy|sworn to secrecy|arbitrat\w+|proceedings|auditors?|audit|"
    r"certificates?|undertaken in writing"
)
ONLY_FOR = expression(
    r"\bserves?\b[^;\n]{0,40}?\b(?:only|no other|alone|nothing else)\b|\b(?:for|to) no other (?:end|purpose)\b|\b(?:us(?:e|es|ed|ing)|"
    r"employ(?:s|ed)?|appl(?:y|ies|ied)|utili[sz]es?|exploits?)\b[^;\n]{0,120}?\b(?:only|solely|exclusively|"
    r"alone|nothing else|no other (?:purpose|end|use|reason)|not otherwise|strictly|merely|confined|limited|for no purpose)\b|"
    r"\b(?:only|solely|exclusively)\b[^;\n]{0,30}?\b(?:be )?(?:us(?:e|es|ed)|employ\w*|appl(?:y|ied))\b|\b(?:not|NEITHER|no|"
    r"never)\b[^;\n]{0,40}?\b(?:us(?:e|ed)|employ(?:ed)?|appl(?:y|ied)|utili[sz]ed?|exploit(?:ed)?)\b[^;\n]{0,90}?\b(?:except|"
    r"other than|otherwise than|save|unless|but|outside)\b|\bany other use\b[^;\n]{0,60}\b(?:requires?|needs?|is (?:barred|forbidden|"
    r"excluded|prohibited|not))\b|"
    r"\bfor the purposes?\b[^;\n]{0,30}\b(?:only|alone|and (?:for )?no(?:thing)? (?:else|other))\b|"
    r"\bfor the purposes of this (?:agreement|contract)\b[^;\n]{0,12}\b(?:alone|only)\b"
)
PURPOSE_DUTY = phrase(r"serves?|shall|will|must|may|uses|employs|agrees|undertakes|is to|are to|be used|not")
ANY_PURPOSE = phrase(
    r"(?:for|in|to) (?:the )?(?:developing|building|improving|making|training|development|improvement)(?: of)? (?:its|"
    r"their) (?:own )?(?:products?|services?|models?|business|offerings?|software)|for its own (?:products?|business|offerings?)|"
    r"any (?:other )?(?:(?:lawful|internal|commercial|business|own|legitimate|or|and|further)[ ,]+)*purposes?|"
    r"any (?:other )?(?:business|commercial) (?:end|use|reason)s?|(?:in|for) (?:any|whatever|whichever) (?:way|manner|ends?|use|"
    r"purpose)s?(?: that)?(?: (?:it|CUSTOMER|VENDOR|RECIPIENT) (?:likes?|chooses?|pleases?|sees fit|wishes))?|"
    r"as (?:it|CUSTOMER|VENDOR|RECIPIENT) (?:likes?|chooses?|pleases?|sees fit|wishes)|without (?:any )?restriction|freely|"
    r"for its own (?:business |commercial |internal )?(?:purposes|ends|benefit|account)|whatever its (?:business|purposes)"
)
USES = phrase(r"us(?:e|es|ed|age)|exploit\w*|employ(?:s|ed)?|permitted use|free disposal|build on|built upon|purpose")
MEANS = phrase(
    r"means?|is all|is any|shall mean|refers? to|covers|comprises?|includes?|consists? of|designates?|is information|are (?:all|any)|"
    r": (?:all|any|the|each|information)|is (?:the )?(?:information|knowledge)|information means"
)
ALL_FOUR = (
    phrase(
        r"public(?:ly)?(?: (?:domain|knowledge|available|known|information))?|generally (?:known|available|accessible)|common knowledge|"
        r"widely known|known to everyone|(?:everybody|everyone|anybody|the public) knows|everybody's|published|open to (?:all|everyone)"
    ),
    expression(
        r"\balready (?:[a-z]+ )?(?:knew|knows?|known|had|has|held|in|possess\w*|lawfully|rightfully)\b|\b(?:knew|known|had|held|"
        r"possess(?:ed|ion)|hands?|in its files|aware)\b[^;\n]{0,90}?\b(?:before(?:hand)?|prior|previously|earlier|already|"
        r"at the time)\b|\b(?:before(?:hand)?|previously|prior|already)\b[^;\n]{0,40}?\b(?:known|knew|possess\w*|held|had|aware)\b|"
        r"\b(?:rightfully|lawfully|was|legitimately)\b[^;\n]{0,20}\b(?:known|knew|possess\w*|hands|had)\b|\bwas known\b|\b(?:recipient|"
        r"CUSTOMER|VENDOR|RECIPIENT|it) (?:had|held|knew)\b|\bwas in (?:RECIPIENT|its|the)\b[^;\n]{0,30}\b(?:possession|hands)\b"
    ),
    expression(
        r"\b(?:third[- ](?:part(?:y|ies)|persons?)|another (?:source|person)?|(?:some(?:one|body)|anyone)(?: else)?|other sources?|"
        r"others|elsewhere|outsider)\b[^;\n]{0,80}?\b(?:free|entitled|rights?|restrict\w*|lawful\w*|rightful\w*|authori[sz]\w*|bound|"
        r"liberty|permitted|allowed|pass (?:it|them) on|duty|breach|legitimate\w*)\b|"
        r"\b(?:lawfully|rightfully|legitimately|freely|entitled|properly|bona fide|without (?:restriction|breach|duty)|"
        r"free to)\b[^;\n]{0,60}?\b(?:third[- ](?:part(?:y|ies)|persons?)|another(?: source)?|(?:some(?:one|body))(?: else)?|"
        r"other sources?|others)\b|\b(?:from|by|comes? from) an? entitled third party\b"
    ),
    expression(
        r"\bindependent(?:ly)?\b|\bworked? (?:it |them )?out\b|\bdevelop\w* (?:by itself|alone|on its own|separately|without)\b|"
        r"\b(?:created|made|developed|conceived|found|produced|derived|arrived at)\b[^;\n]{0,60}\bwithout\b|\bown (?:people|staff|work|"
        r"efforts?|research|development|resources)\b[^;\n]{0,40}\bwithout\b|\bof its own accord\b|\bworks? out\b|\bworked out\b"
    ),
)
OUTSIDE = phrase(
    r"(?:do(?:es)?|shall|will|is|are) not (?:be )?(?:to )?(?:apply|include|extend|cover|reach|concern|comprise|touch|affect|count|"
    r"considered|deemed|information|subject|confidential|protected)|(?:is|are) (?:excluded|excepted|exempt|outside|free)|except(?:ed|"
    r"ions?|ing)?|exclu(?:ded|sions?|des)|outside|no (?:duty|obligation)|not (?:covered|confidential)|need not|none of (?:this|that|it|"
    r"these)|"
    r"other than information|falls? outside|fall away|out of scope|what is not|places no duty|(?:dut(?:y|ies)|obligations?) (?:does|do|"
    r"shall) not|no secret|save"
)
LAW = phrase(
    r"laws?|statut(?:e|es|ory)|courts?|authorit(?:y|ies)|regulat(?:or|ors|ion|ions|ory)|legal process|subpoena|government(?:al)?|"
    r"stock exchange|securities exchange|judicial|agenc(?:y|ies)|public body|tribunal|writ|order|legally"
)
COMPELLED = expression(
    r"\b(?:requir\w+|compel\w+|oblig\w+|order(?:s|ed)?|forc\w+|demand\w*|calls? for|called for|asks? for|asked|request(?:s|ed)?|"
    r"prescrib\w+|bound|must|mandat\w+|impos\w+)\b[^;\n]{0,110}?\b(?:disclos\w+|releas\w+|reveal\w*|furnish\w*|hand\w* over|divulg\w+|"
    r"produc\w+|information|surrender\w*|give up)\b|"
    r"\b(?:disclos\w+|releas\w+|reveal\w*|furnish\w*|divulg\w+|hand\w* over)\b[^;\n]{0,80}?\b(?:requir\w+|compel\w+|oblig\w+|order\w*|"
    r"demand\w*|law|court|authority|legal process)\b"
)
WARNS = phrase(
    r"(?:prior|prompt|advance|reasonable|written|immediate|timely|such)? ?(?:notice|notif(?:y|ies|ied|ication))|inform(?:s|ed|ing)?|"
    r"tell(?:s|ing)?|told|warn(?:s|ed|ing)?|alert(?:s|ed|ing)?|beforehand|in advance|advis(?:e|es|ed)|consult(?:s|ing)?|makes? known|"
    r"let(?:s|ting)? the other|protective order"
)
NO_WARNING = phrase(
    r"without (?:a |any )?(?:word|warning|hint)|without (?:telling|asking|informing|notifying|warning)|(?:need|needs|does|do|is|are|"
    r"shall|will|may|has|have|must)(?: not|n't)(?: [a-z]+){0,3} (?:notify|inform|tell|warn|"
    r"give (?:any )?notice|alert|apprise|oblig(?:ed|ated) to (?:notify|inform|tell|give))|without (?:any |first |prior |"
    r"previously )*(?:notice|notif\w+|inform\w*|tell\w*|warn\w*|giving|having to)|"
    r"no (?:duty|obligation|need) to (?:notify|inform|tell|warn|give|apprise|alert|consult)|under no duty to (?:apprise|notify|inform|"
    r"tell)|no (?:prior )?notice (?:is |being )?(?:needed|required|called for|necessary)"
)
TRADE_SECRETS = phrase(r"trade secrets?|business secrets?|secrets?|weights")
WHILE_SECRET = phrase(
    r"(?:for )?(?:as|so) long as|while|until|without limit[a-z ]*|indefinite(?:ly)?|cease(?:s|d)? to be|remains?|retains?|not before|"
    r"perpetual(?:ly)?|for ?ever|permanently|beyond|stays?|qualif(?:y|ies)|continue(?:s)? to"
)
ANY_SECRET = phrase(r"whether or not|or not|irrespective|regardless|even (?:if|where)|all|every item|for every")
DUTIES = phrase(
    r"silen(?:ce|t)|dut(?:y|ies)|obligations?|undertakings?|confidentiality|secrecy|confidence|this (?:article|section|clause|"
    r"paragraph)|(?:article|"
    r"section|clause) [0-9ivx.]+|foregoing|bound|provisions|restrictions|protect(?:ion|ed)?|keep|these|this|it|they|commitments?"
)
LASTS = phrase(
    r"lasts?|continues?|surviv(?:e|es|al)|subsists?|endures?|binds?|ends?|expires?|remains?|stays?|appl(?:y|ies)|outlasts?|outlives?|"
    r"goes on|go on|runs?|persists?|ceases?|for|in force|until|period|extends?|terminates?|lapses?"
)
AFTER = phrase(
    r"after|following|from|beyond|thereafter|afterwards|anniversary|past|post|counted|since|until|by|duration|period|of the (?:end|"
    r"expiry|termination)|outlasts?|outlives?|for|term"
)
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
ANNIVERSARY = expression(r"\b(?P<which>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) anniversary\b")
ENDLESS = phrase(
    r"(?:and|but) never|never for|no (?:point in time|time|day|date|moment) (?:at|on) which|(?:does|do|shall|will) not come to an end|"
    r"(?:has|have) no end|(?:do|does|shall|will) not (?:expire|end|lapse|cease)|never (?:expires?|ends?|lapses?|ceases?)|no (?:end|"
    r"expiry|expiration) date|"
    r"no end|(?:as|so) long as (?:the |such |that |it |any )?(?:confidential |"
    r"protected )?(?:information|it)? ?(?:remains|is|stays) (?:confidential|secret|non-public)|until (?:it|the information|"
    r"such information) (?:becomes|enters|is)[a-z ]{0,20} public"
)
OBLIGATIONS = phrase(
    r"silen(?:ce|t)|secrets?|dut(?:y|ies)|obligations?|undertakings?|confidentiality|secrecy|(?:protected|confidential|platform|"
    r"operational) information|"
    r"(?:kept|keep) (?:secret|confidential)|commitments?|protection|bound|(?:article|section|clause) [0-9]+ (?:applies|appl|continues|"
    r"binds|survives)"
)
NOT_DURATION = phrase(
    r"employ(?:ees?|ment)?|hire|staff|entice|train(?:ing)?|suggestions?|remarks|feedback|competing|negotiat\w+|(?:holds?|"
    r"conducts?) talks|(?:return|destroy|"
    r"delete)(?:s|ed)?|invoice|insur\w+|retention|records of|backups?|back-ups?|archiv\w+|license[sd]?|licen[cs]es?"
)
LIFE_OF_PAPER = phrase(
    r"(?:agreement|contract|nda|mnda|(?:framework )?terms) (?:(?:shall|will) )?(?:runs?|lasts?|is concluded|remains? in (?:force|"
    r"effect)|takes? effect|"
    r"enters?|continues?|commences?|starts?|begins?|be (?:effective|in force)|is effective|appl(?:y|ies))|notice|notices"
)
MARKED = phrase(
    r"mark(?:ed|ing|ings|s)?|label(?:l?ed)?|bears?|carr(?:y|ies|ying)|legend|stamp(?:ed)?|designat(?:ed|es)|(?:summary|confirmed|"
    r"confirmation|recorded|reduced) (?:to|in) writing|identified as|(?:described|announced|declared) as (?:confidential|secret)|listed|"
    r"appears? in|described in"
)
ONLY_IF = phrase(
    r"only (?:documents?|information|records?|files?|data|papers?|what)|only (?:if|where|when|once|to the extent|those|what|insofar)|"
    r"unless|provided that|to the extent|solely (?:if|where)|"
    r"and no others?|not (?:[a-z ]+) unless|counts only"
)
IS_NOT_SECRET = phrase(
    r"(?:is|are|shall|does|do|counts?) not (?:be |to be |constitute |count as |deemed |considered |treated as |"
    r"regarded as )*(?:confidential|protected|secret|proprietary)(?: information)?|(?:places?|imposes?|creates?) no (?:duty|duties|"
    r"obligations?) on (?:CUSTOMER|VENDOR)|(?:CUSTOMER|VENDOR) (?:is|are) under no (?:duty|obligation) (?:of|as to|"
    r"in respect of) (?:secrecy|confiden)\w*|"
    r"none of (?:this|it|that) counts as"
)
NO_DUTY_ON = phrase(
    r"(?:places?|imposes?|creates?) no (?:duty|duties|obligations?) (?:of (?:secrecy|confidence|confidentiality) )?on (?:CUSTOMER|"
    r"VENDOR)|(?:CUSTOMER|VENDOR) (?:is|are) under no (?:duty|obligation) (?:of|as to|in respect of) (?:secrecy|confiden)\w*"
)
OWNER = expression(r"(?P<ahead>\b[a-z]+ )?(?P<role>CUSTOMER|VENDOR)(?P<owns>'s?)?")
BOTH_SIDES = phrase(r"EITHER|NEITHER|OTHER|DISCLOSER|RECIPIENT|each|both|whichever|the other")
SHARES = expression(
    r"\b(?:shares?|discloses?|shows?|opens?|passes|pass|makes? (?:it |them )?(?:available|accessible))\b[^;\n]{0,140}?\b(?:need|"
    r"must know|need-to-know|representatives|advisers|advisors|bound)\b"
)
ANSWERS = expression(
    r"\b(?:answers?|answerable|responsible|liable)\b[^;\n]{0,60}\b(?:do with it|representatives|persons|conduct|acts?|circle)\b"
)
LOST = expression(
    r"\b(?:loss|lost|unauthori[sz]ed|without authority|not entitled|leak\w*)\b[^;\n]{0,160}\b(?:notify|inform|tell|notice)\w*|"
    r"\b(?:notify|inform|tell)\w*\b[^;\n]{0,120}\b(?:loss|lost|unauthori[sz]ed|leak\w*)\b"
)
PURPOSE_TERM = expression(
    r'(?m)^(?:[0-9. ]+)?"?(?:the )?(?:(?:authori[sz]ed |permitted |agreed |stated )?(?:purpose|use))"? ?(?:means|is|shall mean|:)|'
    r'\bthe purpose (?:means|is)\b|"(?:permitted use|purpose)"'
)
PROMISES = phrase(r"EITHER|RECIPIENT|NEITHER|whoever|each|shall|will|must|keeps?|holds?|agrees?")
OTHER_MATTERS = phrase(
    r"return(?:s|ed)?|destroy|erase|delete|injunction|interim relief|damages|personal data|sub-?processors?|publicity|logo|export|"
    r"warrant(?:s|y)|waive[sr]?|licen[cs]e"
)

BOUND_ALONE = expression(
    r"\b(?:dut(?:y|ies)|obligations?|undertakings?|secrecy|section [0-9.]+|clause [0-9.]+|article [0-9.]+)\b[^;\n]{0,60}?"
    r"\b(?:falls?|lies?|rests?|binds?|bind only|appl(?:y|ies)(?: only)?|(?:is|are) borne)\b[^;\n]{0,20}?\b(?:on|to|by|"
    r"only)? ?(?:CUSTOMER|VENDOR)(?: (?:alone|only)\b|$)|"
    r"\bonly (?:CUSTOMER|VENDOR) (?:is|shall be|will be) (?:bound|obliged|under)\b"
)
LEFT_OUT = expression(
    r"\b(?:what|all that|information (?:of|from)|everything that) (?:CUSTOMER|VENDOR)\b[^;\n]{0,60}?\b(?:(?:is|are) not (?:covered|"
    r"protected|secret|affected|included)|enjoys? no protection)\b|\b(?:section|clause|article|dut(?:y|ies)|obligations?|"
    r"agreement)\b[^;\n]{0,40}?\b(?:does|do|shall|will) not (?:apply|extend|cover|"
    r"reach|concern|protect)\b"
    r"[^;\n]{0,60}?\b(?:CUSTOMER|VENDOR)(?:'s)?\b"
)
