"""Who may, must, need not and need not ask: the words by which clauses of any family permit, refuse, leave to choice or give a say.

Each concept is a lexicon of plain, legal, older and translated English. They say nothing about what is permitted or refused: a rule
puts a concept beside its own subject matter, in one sentence and in any order.
"""

from __future__ import annotations

from app.rules.reading.passage import Hit, Stretch
from app.rules.reading.pattern import expression, phrase, stems

_OWN = (
    r"(?:own |sole |free |absolute |entire |unfettered |unlimited |exclusive |full |complete |business |commercial |professional |"
    r"best |honest |good |mere |discretionary |and )*"
)
_WILL = (
    r"(?:discretion|judge?ments?|opinion|option|choice|choosing|election|estimation|pleasure|convenience|will|volition|motion|views?|"
    r"accord|initiative|say-so|whim|preference|liking|determination)"
)
_FIT = (
    r"(?:fit|right|proper|good|best|appropriate|useful|necessary|needful|advisable|prudent|expedient|convenient|desirable|helpful|"
    r"suitable|sensible|opportune|wise|worthwhile)"
)
_WH = (
    r"(?:as|when|whenever|where|wherever|whatever|what|whichever|whomever|whom|whoever|who|however|how|which|if|whether)"
    r"(?: (?:and|or) (?:when|how|where|if|whom|as))?(?: (?:often|much|far|many|few|long|frequently)(?: or (?:few|little|seldom|rarely))?"
    r"(?: [a-z]+)? as| and when| [a-z]+)?"
)
_WISHES = (
    r"(?:likes?|pleases?|wish(?:es)?|chooses?|prefers?|wants?|fanc(?:y|ies)|desires?|selects?|picks?|elects?|decides?|determines?|"
    r"sees? fit|thinks? fit|considers?|deems?|judges?|designates?|appoints?|specif(?:y|ies)|names?)"
)
_SIDE = r"(?:VENDOR|it|they|he|she)"

# One side alone says whether, when or how. `AT_WILL` of `subjects` has the usual words, this the rest as well.
AS_IT_PLEASES = phrase(
    rf"(?:in|at|of|by|on|within|according to|under|upon|to) (?:its|VENDOR's|their|the|his)? ?{_OWN}{_WILL}|"
    rf"{_WH} {_SIDE}(?: alone| itself| in its [a-z ]+)?(?: may| shall| then| so| from time to time| at any time)* {_WISHES}(?: {_FIT})?|"
    rf"(?:sees?|thinks?|deems?|considers?|finds?|judges?|believes?|holds?|regards?) (?:it |them |this |that )?(?:as |to be )?{_FIT}|"
    r"(?:is|are|be|remains?|lies|rests|stays?|falls?)(?: [a-z]+)? (?:left to|up to|for|a matter for|a matter of|the business of|the affair of|"
    r"in the hands of|within the gift of|with|in)(?: the)? (?:VENDOR(?:'s [a-z ]{1,30})?|its [a-z]+)(?: alone)?(?: to (?:decide|say|determine|choose|"
    r"judge|settle))?|(?:for|up to) VENDOR(?: alone)? to (?:decide|say|determine|choose|judge|settle|pick|fix)|"
    r"VENDOR's (?:own |sole |free |exclusive )*(?:call|affair|decision|choice|business|concern|prerogative|discretion|judge?ment|secret|"
    r"option|pleasure|matter)|VENDOR's to (?:decide|choose|make|determine)|"
    r"VENDOR(?: alone| itself| solely| freely)* (?:decides?|determines?|chooses?|picks?|selects?|judges?|settles?|fixes|has the (?:last|"
    r"final) (?:word|say)|is the (?:sole |only |final )?judge|sets)|"
    r"(?:decided|determined|chosen|picked|selected|judged|fixed|settled|set|named|designated|appointed)(?: solely| alone| freely| only)? by VENDOR|"
    r"(?:shall be|is|are|be|remains?|stays?) (?:entirely |quite |wholly |completely |absolutely )?(?:at liberty|free)|freely|at will|"
    r"unilaterally|of its own motion|depends? (?:up)?on (?:VENDOR's|its) (?:[a-z]+ ){0,3}[a-z]+|according to (?:VENDOR's|its) (?:[a-z]+ ){0,2}(?:needs?|requirements?|convenience|priorities|practice|policy|plans?)|"
    r"(?:as|when|where|how|what) (?:VENDOR's |its )?(?:[a-z]+ ){0,2}(?:needs?|business|operations?|capacity|priorities|requirements?|circumstances|convenience) (?:require|dictate|demand|call|permit|suggest|allow)s?(?: for)?|"
    r"at liberty|has (?:a )?free (?:hand|rein|choice)|(?:with|under) (?:full|complete|absolute) freedom|discretionary|"
    r"without (?:having to|needing to|being bound to) (?:justify|explain|give reasons)|is the judge of"
)
_DUTY = (
    r"(?:duty|duties|obligations?|commitments?|promises?|undertakings?|responsibilit(?:y|ies)|claims?|entitlements?|rights?|liability|"
    r"warrant(?:y|ies)|assurances?|guarantees?|representations?|say|voice|recourse|demand|title to)"
)
_GIVES = (
    r"(?:has|have|had|having|enjoys?|acquires?|gains?|gets?|there (?:is|are|shall be)|gives?|confers?|grants?|carries|carry|owes?|makes?|"
    r"offers?|assumes?|undertakes?|accepts?|bears?|takes? on|takes?|incurs?|under|be under|with|lays?|places?|imposes?|recogni[sz]es|provides?|entails?)"
)
# What one might expect isn't owed: "has no claim to", "is not owed", "forms no part of the bargain", "may leave unanswered".
NOT_OWED = phrase(
    rf"{_GIVES} (?:no|not any|neither|none of the|nor any|not the least|no manner of)(?: [a-z]+){{0,2}} {_DUTY}|"
    rf"no(?: [a-z-]+){{0,2}} {_DUTY}(?: [a-zA-Z]+){{0,5}} (?:arises?|exists?|is (?:owed|given|made|assumed|implied)|follows|lies|"
    r"attaches|shall be implied|is created)|"
    r"(?:is|are|be|being|was|were)(?: [a-z]+)? (?:not|neither|never|nowhere|in no way|under no circumstances|no longer|n't)(?: [a-z]+){0,2}? "
    r"(?:owed|due|promised|assured|obliged|obligated|bound|required|called (?:up)?on|expected|included|offered|supplied|given|provided|available|"
    r"obtainable|disclosed|planned|foreseen|comprised|covered|part of|granted|allowed|entitled|held|answerable|responsible|"
    r"accountable|liable)|"
    r"need(?:s)? (?:not|neither|no)|needn't|no need to|not (?:have|has) to|(?:do|does)(?:n't| not) (?:have to|need to|owe|promise|undertake|"
    r"commit|warrant|guarantee|offer|provide|supply)|under (?:no|neither)(?: [a-z]+)? (?:duty|obligation)|"
    r"(?:not|no|never) (?:a )?part of|outside (?:the scope of )?(?:this|the) (?:agreement|bargain|deal|contract|service|price|fee)|"
    r"(?:is|are|be|stays?|remains?) (?:excluded|ruled out|withheld|refused|declined|kept (?:back|from|secret|confidential)|closed to|denied|"
    r"waived|disclaimed|none|reserved)|"
    r"(?:free|at liberty|entitled|may|can|choose) (?:to )?(?:leave|ignore|decline|refuse|omit|withhold|disregard|keep (?:silent|quiet|silence))|"
    r"(?:leaves?|left|go|goes) (?:it |them |[a-z ]{1,20} )?unanswered|keeps? (?:silent|silence|quiet|mum|it to (?:itself|himself))|"
    r"says? nothing|in silence|nothing (?:further|more|else|of the kind|in this [a-z]+|herein)? ?(?:is|shall|obliges?|requires?|entitles?|binds?|can be)(?: [a-z]+)?|"
    r"(?:declines?|refuses?|disclaims?) (?:any|all|every|to)|at (?:its|CUSTOMER's) own (?:risk|peril)|"
    r"(?:is|are|be|remains?)(?: [a-z]+)? (?:on CUSTOMER|CUSTOMER's (?:own |sole )*(?:affair|concern|business|responsibility|matter|job|task|problem|"
    r"look-?out|risk|duty)|for CUSTOMER (?:alone|itself)|left to CUSTOMER|a matter for CUSTOMER)|"
    r"(?:of )?no concern (?:of|to)|none of CUSTOMER's (?:business|concern)|(?:does|do) not concern CUSTOMER|not CUSTOMER's (?:business|concern)|not (?:a thing|something|anything)(?: that| which)? VENDOR|no way (?:to|of) [a-z]+|"
    r": (?:CUSTOMER's (?:own |sole )*(?:affair|concern|business|responsibility|matter|job|task|problem|look-?out|risk))|that's on CUSTOMER"
)
# The customer gives up what it might have had.
WAIVED = phrase(
    r"CUSTOMER(?:[,;]? [a-zA-Z',]+){0,8}? (?:waives?|renounces?|forgoes?|forgo|forego(?:es)?|forswears?|relinquish(?:es)?|gives? up|"
    r"dispenses? with|abandons?|forfeits?|surrenders?|stands? content|is content|rests content|contents itself|is satisfied|asks? for nothing|seeks? nothing|"
    r"shall not ask|will not ask|(?:takes?|accepts?|treats?|regards?) [a-zA-Z' ]{1,40} as (?:final|conclusive|sufficient|full|complete|enough))"
)
_WARNING = (
    r"(?:notices?|notifications?|announcements?|warnings?|word|references?|message|information|consultation|explanation|heads-?up|advice|intimation|"
    r"mention|communication|telling|informing|notifying|asking|consulting|warning|announcing|questions?|reply|hearing|recourse|referral)"
)
# Nobody is told or asked beforehand.
UNTOLD = phrase(
    rf"(?:without|with no|no|absent|dispensing with|with neither|nor any|neither|free of)(?: (?:any|all|prior|previous|further|advance|preliminary|"
    rf"giving|sending|written|need|for|so much as|having|first|separate|individual|special|specific|formal|due|express|the|a|an|to|of|form|kind|sort))* {_WARNING}(?: of any kind)?|"
    r"unannounced|untold|unasked|unnotified|unbidden|unheralded|asked or unasked|without so much as [a-z ]+|"
    r"(?:won't|will not|shall not|not|never) (?:be )?(?:hear|told|asked|informed|consulted|notified|announced|warned|advised|alerted|made aware)|"
    r"(?:not|nor|n't|never|without|neither)(?: be| have to| need to| obliged to| required to| bound to| hav(?:e|ing) to| feel obliged to)* (?:tell(?:ing)?|inform(?:ing)?|"
    r"notify(?:ing)?|announc(?:e|ing)|warn(?:ing)?|consult(?:ing)?|ask(?:ing)?|mention(?:ing)?|advis(?:e|ing)|alert(?:ing)?|refer(?:ring)? to|give notice|send word|let [a-zA-Z]+ know)|"
    r"CUSTOMER (?:is|are|shall be) not (?:asked|told|informed|consulted)|behind CUSTOMER's back|(?:effective|in force|binding|applies|valid|"
    r"takes? effect|counts?) (?:on|upon|from|as of|at|with) (?:the )?(?:posting|publication|moment|minute|instant|day|hour|second)|"
    r"(?:from|at|on) the (?:very )?(?:moment|minute|instant|day|second|hour) (?:it|they|that|of|in|on)|with immediate effect|the (?:moment|minute|"
    r"instant|second) (?:it|they|that)"
)
TELLS = stems(
    "notif inform tell. tells. telling. told. advis alert warn appris acquaint brief. briefs. briefed. signal signif intimat communicat report announc declar "
    "flag mention disclos divulg reveal contact email e-mail phone telephon ring. rings. rung. call. calls. writ message ping. pings. publish post. posts. posted. "
    "know. knows. known. hear. hears. heard. learn. learns. learnt. learned. news. notice. notices. word. attention. knowledge. bulletin dispatch convey "
    "relay impart share. shares. forward read_about read_of find_out finds_out finding_out got_wind made_aware aware_of_it in_touch speak. speaks. spoken. "
    "abreast posted_on let_on lets_on drop_a_line state. states. circular telegram letter. letters. address. escalat pass_on passes_on passed_on the_matter_to"
)
# What makes an act depend on the other side's yes.
_YES = (
    r"(?:consent(?:s|ed)?|approv(?:al|als|es|ed|e)|authori[sz](?:ation|ations|es|ed|e)|permi(?:ssion|ssions|ts|tted|t)|agreement|agree(?:s|d)?|assent(?:s|ed)?|leave|accord|sanction|"
    r"blessing|(?:say|says|said|saying) (?:yes|so)|yes|nod|green light|green-lit|sign(?:s|ed)?[- ]?off|go-?ahead|concurrence|placet|"
    r"acceptance|accept(?:s|ed)?|clear(?:ance|s|ed)|licen[cs]ed|allow(?:s|ed)?|signed (?:letter|paper|permission|approval|form))"
)
YES = phrase(_YES)
# "Only with", "not until", "unless": with YES in the same sentence the act waits for it.
WAITS_FOR = phrase(
    r"without|unless|until|till|only (?:with|after|when|if|where|once|upon|on|under)|only|subject to|prior|first|before|beforehand|in advance|"
    r"advance|previously|previous|conditional (?:up)?on|depends? (?:up)?on|requires?|needs?|calls? for|save with|except with|except where|"
    r"solely with|each time|case by case|case-by-case|no(?: [a-zA-Z]+){0,3} but|saving|provided"
)
# A permission, whoever has it.
MAY = phrase(
    r"may|can|might|could|is (?:hereby )?(?:free|entitled|permitted|allowed|authori[sz]ed|empowered|licensed|at liberty)|are (?:hereby )?(?:free|entitled|"
    r"permitted|allowed|authori[sz]ed|at liberty)|be (?:free|entitled|permitted|allowed|at liberty)|reserves?(?: to itself)? the right|"
    r"(?:has|have|having|retains?|keeps?|enjoys?) (?:the|a|an|full|every|any|unrestricted|unlimited)(?: [a-z]+){0,3} (?:right|power|liberty|"
    r"freedom|permission|licen[cs]e|leave)|lets?|permits?|allows?|authori[sz]es?|grants?|consents? to|agrees? (?:up front )?that|accepts? that|"
    r"acknowledges? that|stays? free|remains? free"
)
# What a list or a table says in one word: "Second look by a person: none", "Manual reassessment | no".
_NONE = r"(?:no|none|not|nil|never|n/a|nowhere|withheld|excluded|refused|denied|forbidden|prohibited|barred|outside|unavailable|absent|disallowed)"
ANSWERED_NO = expression(rf"(?::|-|=) ?(?:(?:is|are|it is) )?{_NONE}\b")


def refuses(stretch: Stretch) -> Hit | None:
    """Where it says that something isn't owed, is given up, or may be left undone."""
    found = list(stretch.hits(NOT_OWED, WAIVED, ANSWERED_NO))
    return found[0] if found else None
