"""The words of open source: licences by their effect, consent, how a component is built in, lists and warranties."""

from __future__ import annotations

from app.rules.reading.pattern import expression, phrase

STRONG = expression(
    r"\b(?:a?gpl(?:[- ]?v?[0-9](?:\.[0-9])?)?(?:-only|-or-later|\+)?|(?:gnu )?(?:affero )?general public licen[cs]e|affero|"
    r"sspl(?:-1\.0)?|server side public licen[cs]e|eupl(?:-1\.[0-9])?|cc-by-sa(?:-[0-9.]+)?|osl-3\.0|cecill)\b"
)
WEAK = expression(
    r"\b(?:lgpl(?:[- ]?v?[0-9](?:\.[0-9])?)?(?:-only|-or-later|\+)?|(?:lesser|library) (?:general public )?licen[cs]e|lesser licen[cs]e|"
    r"mpl(?:-[0-9.]+)?|mozilla public licen[cs]e|epl(?:-[0-9.]+)?|eclipse public licen[cs]e|cddl(?:-[0-9.]+)?)\b"
)
PERMISSIVE = expression(
    r"\b(?:mit|bsd(?:-[0-9]-clause)?|apache(?:[- ]2\.0)?|apache licen[cs]e|isc|zlib|unlicense|boost|bsl-1\.0|python-2\.0|psf)\b"
)
COPYLEFT = phrase(
    r"copy-?left|reciprocal (?:licen[cs]es?|terms?|obligations?)|viral (?:licen[cs]es?|effect)?|share-?alike|hereditary|(?:dut(?:y|ies)|"
    r"obligations?|requirements?) to disclose|(?:oblig\w+|requir\w+|forc\w+|compel\w*|demand\w*)[a-zA-Z ,']{0,80} (?:disclos\w+|"
    r"publish\w*|licens\w+|make available|released?|distribut\w+|open)[a-zA-Z ,']{0,50}|"
    r"source code disclosure|publish its own|strong licen[cs]es?|public licen[cs]es? (?:of|that|which)[a-z ]{0,40}"
)
OPEN = phrase(
    r"open[- ]?source(?: [a-z-]+)?|free (?:and open[- ]source )?software|floss|foss|oss|"
    r"third[- ]party (?:and open[- ]source )?(?:components?|software|code|librar(?:y|ies)|programs?|elements?|materials?|modules?|"
    r"packages?)|components? of (?:third parties|others|other authors)|(?:elements?|components?|programs?|code|librar(?:y|ies)|software|"
    r"parts?) (?:of|by|from) (?:(?:other|third|outside|another) (?:authors?|parties|party|people|projects?|developers|persons?)|others)|"
    r"public licen[cs]es?|licen[cs]es? (?:that|which) (?:is|are) (?:open|offered to)|community licen[cs]e|other people's code|"
    r"outside (?:code|libraries|components)|(?:scheduled|external|foreign|public) components?|other projects"
)
DELIVERED = phrase(
    r"deliverables?|module|software|product|work(?: product)?s?|image|build|code|source|program|component|material|package|platform|"
    r"service|libraries|release|application|system"
)
CONSENT = phrase(
    r"(?:prior |written |express |advance )*(?:consent|approval|permission|agreement|sign-?off|leave|authori[sz]ation|"
    r"go-ahead) (?:of CUSTOMER|from CUSTOMER|by CUSTOMER|in writing|given)|CUSTOMER's (?:[a-z'-]+ ){0,5}?(?:consent|approval|permission|"
    r"agreement|sign-?off|authori[sz]ation)|"
    r"(?:consent|approval|permission) of CUSTOMER's?(?: [a-z ]+)?|(?:unless|until|after|once|if|where|when|"
    r"provided that) CUSTOMER (?:has |have |had )?(?:first |previously |expressly |beforehand )*(?:agree[sd]?|consent(?:s|ed)?|"
    r"approve[sd]?|permit(?:s|ted)?|said yes|signed off|given)[a-z ]{0,30}|"
    r"(?:ask(?:s|ed|ing)?|obtain(?:s|ed|ing)?|get(?:s|ting)?|seek(?:s|ing)?) (?:CUSTOMER|CUSTOMER's)[a-z ]{0,40}|CUSTOMER (?:must|"
    r"has to|shall) (?:first )?(?:agree|approve|consent)|without (?:the )?(?:[a-z]+ ){0,3}(?:consent|approval) of CUSTOMER"
)
NO_CONSENT = phrase(
    r"no (?:[a-z]+ )?(?:consent|approval|permission|sign-?off|authori[sz]ation)(?: of CUSTOMER| by CUSTOMER|"
    r" from CUSTOMER)?(?: [a-z]+)? (?:is |being |shall be )?(?:needed|required|necessary|called for|sought)|(?:consent|approval|"
    r"permission|sign-?off)[a-z ]{0,40} (?:is|are|shall be|being) (?:not|neither|never)(?: [a-z]+){0,3} (?:needed|required|necessary|"
    r"sought)|"
    r"without (?:the need (?:for|to)|asking|having to ask|obtaining|seeking|needing|consulting|reference to|prior|any|further|"
    r"CUSTOMER's)[a-z ]{0,40}(?:CUSTOMER|consent|approval|permission)|need not (?:ask|consult|seek|obtain|get)|(?:does|do|is|"
    r"are) not (?:need|require|obliged to (?:ask|seek))[a-z ]{0,30}(?:consent|approval|permission)?|"
    r"(?:at|in) (?:VENDOR's|its) (?:own |sole |engineering |professional |reasonable |absolute |free )*(?:discretion|judge?ment|choice)|"
    r"(?:rests?|lies?|is|are) (?:with|in|for|up to|left to|a matter for)(?: the)?(?: [a-z]+){0,3} (?:judge?ment|discretion|choice|"
    r"VENDOR)|as (?:it|VENDOR) (?:sees|thinks|deems|considers) (?:fit|best|useful|appropriate)|VENDOR (?:alone )?(?:decides|chooses|"
    r"selects|picks)|whichever[a-z ]{0,40} VENDOR"
)
APART = phrase(
    r"separate(?:ly)? (?:running )?(?:process(?:es)?|programs?|containers?|services?|executables?)|(?:process|program|service|"
    r"container)(?:es)? of (?:its|their) own|stand-?alone (?:program|process|tool|executable|service)|own (?:process|container|"
    r"address space)|not (?:be )?(?:[a-z]+ )?linked|without (?:being )?link(?:ed|ing)|no (?:shared |common )?address space|arm's length|"
    r"isolat(?:ed|ion|es)|(?:from|through|via|by) the command line|solely through files|over the network only|by http alone|"
    r"runs? (?:as an? )?(?:separate|own|independent)|kept apart|side by side|exchanging files only|network call|inter-?process"
)
DYNAMIC = phrase(
    r"dynamic(?:ally)?[- ]link(?:ed|ing|s)?|link(?:ed|ing|s)? dynamically|dynamic linkage|loaded (?:at run[- ]?time|dynamically)|"
    r"shared (?:librar(?:y|ies)|objects?)|run-?time (?:link(?:ing|ed)?|loading)|dll|replaceable|exchangeable|can be (?:exchanged|"
    r"replaced)|swapped out"
)
BUILT_IN = phrase(
    r"static(?:ally)?(?:[- ]link(?:ed|ing)?)?|compiled (?:in|into|with|together)|linked (?:in|into|with|against|to)|built into|"
    r"embedded (?:in|into)|merged (?:in|into|with)|part of (?:the )?(?:same )?(?:binary|image|executable|program|module|build|"
    r"deliverable)|(?:bundled|packaged|included|incorporated|integrated|contained|combined|folded|copied|baked) (?:in|into|with)|"
    r"in(?:to)? the (?:same )?(?:binary|executable|core|image|process)|same process|imported|vendored|source (?:copied|included)|"
    r"modified and|forms? part of|link(?:s|ed) static"
)
BUILD_ONLY = phrase(
    r"build(?:s|ing)?[- ](?:only|server|host|time|tool|machine|chain)(?: only| alone)?|(?:tools?|used|serves?|runs?|needed) (?:solely |"
    r"only |merely |exclusively |just )*(?:to|for|in|during|on|at) (?:the )?(?:build|building|compil\w+|test(?:ing|s)?|development|"
    r"check\w*)[a-z ]{0,20}|not (?:handed over|delivered|shipped|distributed|part of)|(?:no part|nothing|"
    r"neither)[a-z ,]{0,60}(?:delivered|enters?|reaches|shipped|included|handed)|"
    r"leaves no trace|development tool|for (?:building|testing|compiling) (?:only|alone)|(?:only|solely|merely) (?:on|"
    r"in) (?:the )?(?:build|test|developer)|ci (?:server|only)|never (?:shipped|delivered|distributed)"
)
GIVEN_CONSENT = phrase(
    r"(?:consent|approval|approved|permission)(?: [a-z]+){0,8} (?:of|on|dated|by letter of|from) [0-9]|(?:written )?(?:consent|"
    r"approval) (?:of CUSTOMER|of the principal|given)|approved by CUSTOMER|with (?:the )?(?:prior )?(?:written )?(?:consent|approval)|"
    r"consented"
)
WARRANTS = phrase(
    r"warrants?|guarantees?|represents?|promises?|assures?|undertakes?|ensures?|secures|confirms?|will not (?:oblige|require|force)|"
    r"(?:none of them|nothing|no (?:component|licen[cs]e|part))[a-z ,]{0,60}(?:can |will |shall |may )?(?:oblig\w+|forc\w+|requir\w+|"
    r"carr\w+)"
)
NO_EFFECT = expression(
    r"\b(?:no|not|nothing|none|NEITHER|never|free (?:of|from)|without)\b[^;\n]{0,140}?\b(?:copy-?left|gpl|disclos\w+|publish\w*|"
    r"licens\w+|source (?:code|text)|reciprocal|viral|open[- ]source|share)\b"
)
PERMISSIVE_ONLY = phrase(
    r"(?:only|solely|exclusively|no components? other than|nothing but)[a-z ,-]{0,60} permissive(?:ly)?|"
    r"permissive(?:ly)?[a-z ,-]{0,60} (?:only|alone|exclusively)"
)
BILL = phrase(r"bills? of materials|sbom|software bill|component (?:manifest|inventory)")
LIST = phrase(
    r"list(?:ed|s)?|itemi[sz]ed|schedule[d]?|inventory|register|annex|enumerated|set out|table|snapshot|named in|notice file|"
    r"third-party\.txt|folder"
)
BARS = phrase(
    r"(?:shall|will|must|may|does|do|is|are) not(?: [a-z,]+){0,6} (?:use|contain|include|incorporate|embed|link|combine|be used|"
    r"be included|introduce|distribute|add|employ)(?:d|s)?|(?:contains?|includes?|uses?|incorporates?) no|free (?:of|from)|"
    r"no (?:open[- ]source|gpl|copy-?left|third[- ]party|agpl)[a-z -]{0,40}(?:may|shall|will|is|are|in)|prohibited|forbidden|excluded|"
    r"without any (?:gpl|copy-?left|open)"
)
MAY = phrase(
    r"builds? on|built on|based on|linked|(?:is|are) (?:included|contained|incorporated|built|compiled)|may(?: [a-z,]+){0,5} (?:use|"
    r"be used|include|contain|incorporate|be built|be included|integrate|choose|select)(?:d|s)?|(?:is|"
    r"are) (?:permitted|allowed|free|entitled)|permits?|allows?|can (?:be )?(?:use|used|included)|select(?:s|ion|ed)?|uses? only|"
    r"(?:uses?|contains?|includes?|incorporates?|rests? on|relies on|comes? from|builds? on)|chooses?|selection|in use|receives? each|"
    r"takes each"
)
ABOUT_OTHERS = phrase(
    r"indemnif\w+|claims? (?:of|by)|infring\w+|liab\w+|defends?|third[- ]party (?:claims?|beneficiar\w+)|terminat\w+|usage data|"
    r"interoperat\w+|claim based|no obligation|provides? third-party|hosting|sub-?processors?"
)
SPDX = (
    ("AGPL", r"agpl|affero"),
    ("LGPL", r"lgpl|lesser (?:general public )?licen[cs]e|its lesser"),
    ("GPL", r"gpl|gnu general public licen[cs]e|general public licen[cs]e"),
    ("MPL", r"mpl|mozilla public licen[cs]e"),
    ("EPL", r"epl|eclipse public licen[cs]e"),
    *((name, name.lower()) for name in ("MIT", "BSD", "Apache", "SSPL", "CDDL", "ISC", "EUPL")),
)
NAMED = tuple(
    (name, expression(rf"\b(?:{words})(?:(?:[- ]v?|-)?[0-9](?:\.[0-9])?(?:-clause)?(?:-only|-or-later|\+)?)?(?:[^a-z]|$)"))
    for name, words in SPDX
)

ONLY_SO = phrase(r"only|unless|except|if|provided|must|shall|may|not|warrants?|no|save|without")
