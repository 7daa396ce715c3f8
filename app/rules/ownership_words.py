"""The words of ownership in what is made: whose it is or becomes, what is no transfer, what only looks like one."""

from __future__ import annotations

from app.rules.reading.pattern import expression, phrase


def _role(number: int) -> str:
    """A named group for a side; each has a name of its own, for an expression can't use one twice."""
    return f"(?P<side{number}>CUSTOMER|VENDOR|EITHER|OTHER|DISCLOSER|RECIPIENT)"


TO_WHOM = expression(
    rf"\b(?:to|in|upon|with|unto|for the benefit of|grants?|gives?|assigns?|transfers?|cedes?) (?:and (?:to|in) )?{_role(1)}(?P<owns>'s)?"
)
OWNS = expression(
    rf"\b(?:vests?|vested|belongs?|accrues?|inures?|falls?|pass(?:es)?|revert\w*)\b[^;\n]{{0,60}}?\b(?:in|to|with|upon) {_role(1)}\b|"
    rf"\b(?:property|ownership) of {_role(2)}\b|\b(?:is|are|be|been|being|remains?|becomes?|"
    rf"and) (?:[a-z]+ ){{0,3}}?owned (?:[a-z]+ ){{0,4}}?by {_role(3)}\b|"
    rf"\b(?:title|ownership|rights?|copyrights?|they|it|which|vests? and (?:shall )?remains?)\b[^;\n]{{0,60}}?\b(?:rests?|lies?|sits?|"
    rf"remains?|stays?|is|are|be|held|resides?)(?: [a-z]+){{0,3}}? (?:in|with|by) {_role(4)}\b|"
    rf"\b(?:is|are|become|becomes|remains?|stays?) (?:the )?(?:(?:sole|exclusive|and|absolute) )*(?:property of )?{_role(5)}'s\b|"
    rf"\b{_role(6)} (?:shall |will |alone |exclusively |solely |thereby |automatically )*(?:owns?|become[s]? (?:the )?(?:[a-z]+ )?owner|"
    rf"acquires? (?:the )?(?:[a-z]+ )?(?:title|ownership|all rights)|"
    rf"holds? (?:all )?(?:right|title)|(?:is|are|be|is and remains|remains?) (?:the )?(?:(?:sole|exclusive|absolute|and|"
    rf"legal) )*(?:owner|proprietor))|"
    rf"\b{_role(7)} (?:(?:retains?|keeps?) (?:all |any |the |every )?(?:rights\b|right, title|right in|title|ownership|intellectual|"
    rf"copyright)|reserves? (?:all|any|its) (?:right|title|ownership|intellectual|copyright))"
)
OF_THE_CONTRACT = phrase(
    r"(?:assign|transfer|novate|delegate|dispose of|convey)(?:s|ed|ment of)?,? (?:or [a-z]+,? )*(?:(?:the )?whole of |"
    r"any (?:of its )?(?:right|part)s? (?:or [a-z]+ )*(?:under|of) )?(?:this|the) (?:agreement|contract)|(?:rights?|duties|"
    r"obligations)(?: (?:and|or) [a-z]+)* (?:under|of|arising (?:from|under)) (?:this|the|an?) (?:agreement|contract|order)|"
    r"assignment of this|data transfers?|encrypted|risk of (?:loss|damage)|goods|(?:title|ownership) (?:of|to|in) (?:the )?products?|"
    r"shipp\w+|terminal|hardware|equipment|(?:personal|customer|client) data|(?:transfer|transfers|transferred) (?:of )?(?:data|it out|"
    r"them out)|benefit of (?:its )?creditors|receivables?|warrant(?:y|ies) (?:from|of) (?:manufacturers?|third)|(?:this|"
    r"the) (?:agreement|contract) (?:is|may be|shall be) (?:assigned|transferred)"
)
BY_VENDOR_ITSELF = phrase(r"(?:made|created|developed|prepared|produced|built) by(?: or for)? VENDOR|VENDOR's ownership")
VENDORS_OWN = phrase(
    r"VENDOR's (?:intellectual property|technology|software|products?|services?|platform|materials)|VENDOR (?:technology|products?|"
    r"services?|platform|software)|(?:the )?(?:service|platform|product|software)s? (?:or|and) (?:any )?(?:improvements|modifications|"
    r"derivatives)"
)
LICENSED_THINGS = phrase(r"models?|weights|licensed|service|platform|documentation")
OUTPUTS = phrase(r"outputs?|results? of (?:the )?model|assessments?|scores?|predictions?")
WORKS = phrase(
    r"intellectual property|copyrights?|patents?|inventions?|results|improvements|developments?|elements|code|software|technology|know-how"
)
NO_ASSIGNMENT = expression(
    r"\b(?:this|the) (?:agreement|contract) (?:does not|do not|shall not|will not) (?:assign|transfer|"
    r"convey)\b[^;\n]{0,60}\b(?:intellectual|copyright|rights?|work)\w*|\b(?:nothing|no provision) in this (?:agreement|"
    r"contract) (?:assigns|transfers|conveys)\b[^;\n]{0,60}\b(?:intellectual|copyright|rights in)\w*|"
    r"\bno (?:assignment|transfer) of (?:rights|intellectual|copyright)\w*|\b(?:VENDOR|it) (?:does|will|shall) not (?:assign|"
    r"transfer)\b[^;\n]{0,60}\b(?:intellectual|copyright|rights? in|work product|deliverables?)\b"
)
MERE_LICENCE = phrase(r"licen[cs]es?|rights? (?:to use|of use)|permission")
EXCLUSIVE = expression(
    r"(?:^|[^-a-z])exclusive(?:ly)?\b[^;\n]{0,140}?\b(?:rights?|licen[cs]es?|use|exploit\w*)\b|\b(?:rights?|"
    r"licen[cs]es?)\b[^;\n]{0,60}[^-a-z]exclusive(?:ly)?\b"
)
GRANTS = phrase(r"grants?|granted|gives?|confers?|receives?|obtains?|acquires?|licenses?|is entitled|transfers?")
NOTHING_PASSES = phrase(
    r"(?:nothing|no (?:such )?(?:rights?|title|interest|ownership|licen[cs]e|part of it)|none|NEITHER|"
    r"nobody)(?: [a-z,']+){0,12}? (?:transfers?|transferred|assigns?|assigned|passes|pass|conveys?|conveyed|vests?|acquired?s?|moves|"
    r"goes|grants?|obliges)|"
    r"(?:acquires?|obtains?|gets?|claims?|receives?|has|have|takes?|give|gives|gain|gains) (?:thereby )?no (?:[a-z]+ )?(?:rights?|title|"
    r"interest|licen[cs]e|ownership|copyright|share)|(?:is|are|does|do|shall|will) not (?:be )?(?:transfer(?:red)?|assign(?:ed)?|pass|"
    r"convey(?:ed)?|vest|acquired?|claim)|"
    r"remains? (?:the )?(?:exclusive |sole )?property of (?:DISCLOSER|the party|its owner|the (?:owner|one))|remains? with (?:DISCLOSER|"
    r"the party|whoever)"
)
NOT_OURS = phrase(
    r"(?:CUSTOMER|CUSTOMER's|VENDOR|customer|client|company|personal|trading|bank|insurer|user) (?:data|content|materials?)|content|"
    r"logos?|names?|trade ?marks?|marks|brand|equipment|risk|goods|hardware|platform|outputs?|scores?"
)
BROAD_USES = phrase(
    r"use|copy|change|modify|sell|licen[cs]e(?: it on)?|distribute|exploit|publish|commerciali[sz]e|reproduce|adapt|make available|"
    r"sublicen[cs]e|incorporate"
)
BACK = expression(
    r"\bCUSTOMER (?:hereby )?(?:grants?|gives?|licenses?)\b[^;\n]{0,30}?\b(?:to )?VENDOR\b[^;\n]{0,120}?\b(?:licen[cs]e|right|"
    r"permission)\b|\b(?:licen[cs]ed?|granted) back\b|\bgrant-?back\b"
)
PROPERTY_CHAPTER = (
    "ownership",
    "intellectual property",
    "proprietary",
    "rights in",
    "work product",
    "work results",
    "title",
    "created works",
    "developments",
    "inventions",
    "copyright",
    "deliverables",
    "giving back",
    "results",
)
HIRED = phrase(r"works? (?:made )?for hire|work-for-hire|works? made in the course of employment|commissioned works?")
NAMED_WORKS = expression(
    r'(?m)^(?:\(?[a-z0-9.]+\)? ?)?"?(?:[a-z]+ )?(?:work[- ]products?|work results?|created works?|developed (?:works?|materials?)|'
    r"foreground (?:ip|materials?|intellectual property)|developments|project (?:ip|results|materials)|commissioned works?|results|"
    r'new works?|bespoke [a-z]+|arising (?:ip|rights))"? ?(?:means|:|is|are|shall mean)'
)
IN_RETURN = phrase(
    r"royalt(?:y|ies)|free of charge|any end|any purpose|for good|whatever|everywhere|anyone|everybody|perpetual|sublicens\w+|"
    r"irrevocable|without (?:payment|restriction|limit)|(?:its|other) customers"
)

PASSES_TO_IT = expression(
    r"\bVENDOR's (?:rights?|title|copyrights?|ownership)\b[^;\n]{0,60}?\b(?:pass(?:es)?|goes|go|transfers?|move[s]?) (?:over )?to it\b"
)
FOUND_IN_TALKS = phrase(
    r"comments?|feedback|suggestions?|ideas?|remarks|proposals?|results?|findings?|inventions?|improvements?|developments?|know-how|"
    r"discoveries|connectors|benchmarks?|whatever|derivatives?|analyses"
)
SIMPLE_LICENCE = expression(
    r"\bCUSTOMER (?:receives?|obtains?|acquires?|gets?|has|is granted|shall have)\b[^;\n]{0,40}?\b(?:non-exclusive|simple|limited|"
    r"plain)\b[^;\n]{0,60}?\b(?:right|licen[cs]e)|"
    r"\bVENDOR (?:hereby )?(?:grants?|gives?|licen[cs]es?)\b[^;\n]{0,90}?\b(?:non-exclusive|simple|limited)\b"
)
LETS = expression(r"\bCUSTOMER (?:hereby )?(?:lets?|allows?|permits?|authori[sz]es?|agrees? to let) VENDOR\b")
