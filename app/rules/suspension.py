"""Suspension: when the vendor may stop or limit access without ending the agreement, after what notice, on what grounds."""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.exit_words import NOTICE, PERMITS, around, days, near, subject_of
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase
from app.rules.rule import Rule, fires, near_miss
from app.rules.stoppages import read_stoppage

STOPS = phrase(
    r"suspend(?:s|ed|ing)?|suspension|interrupt(?:s|ed)?|withhold(?:s)?|withheld|restrict(?:s|ed)?|limit(?:s|ed)?|block(?:s|ed|ing)?|"
    r"disabl(?:e|es|ed)|paus(?:e|es|ed)|narrow(?:s|ed)?|switch(?:es|ed)? (?:[A-Za-z', ]{1,60} )?off|turn(?:s|"
    r"ed)? (?:[A-Za-z', ]{1,60} )?off|shut(?:s)? (?:[A-Za-z', ]{1,40} )?(?:off|down|out)|"
    r"cut(?:s)? (?:[A-Za-z', ]{1,40} )?off|deactivat(?:e|es|ed)|freeze(?:s)?|frozen|lock(?:s|ed)?(?: out)?|throttl(?:e|es|ed)|"
    r"put (?:[A-Za-z' ]{1,40} )?on hold|take (?:[A-Za-z', ]{1,40} )?(?:offline|down)|taken (?:offline|down)|deny|denies|denied|bar(?:s|"
    r"red)?|close(?:s|d)? (?:off )?|hold back|disconnect(?:s|ed)?|"
    r"stop (?:[a-z]+ )?(?:access|the service|the services|serving|providing|performing)|refuse access|halt(?:s|ed)?|curtail(?:s|ed)?|"
    r"remove access|removal of access|revoke access|down tools|lay down (?:its )?work|stop(?:s)? work|discontinue access"
)
ACCESS = phrase(
    r"access|services?|accounts?|use|workspaces?|platforms?|seats?|users?|software|suite|systems?|connections?|keys?|performance|work|"
    r"provision|licen[cs]es?|log-?ins?|sign-in|environments?|instances?|application|bench|modules?|credentials|hosting|interface|api|"
    r"delivery|tenant|functions?|features?|everything"
)
NOT_ACCESS = phrase(
    r"liabilit(?:y|ies)|remed(?:y|ies)|disclosure|(?:disclosure|processing|transfer|dissemination|copying) of (?:confidential|CUSTOMER|"
    r"personal)[a-z ]{0,20}|without limit(?:ation)?|limit in time|confidential information|force majeure|withhold (?:payment|any portion|"
    r"that sum|an amount|consent)|maintenance windows?|planned work|use (?:of )?(?:the )?output|governing law|nothing (?:in|shall)|"
    r"warrant(?:y|ies)|damages|least privilege|need[- ]to[- ]know|administrators?|personnel|authori[sz]ed persons|limited to|"
    r"limits? (?:on|of)|injunct(?:ion|ive)|statute of limitation|limitation period|recover|retention"
)
AT_WILL = phrase(
    r"(?:in|at) (?:its|VENDOR's|their) (?:own |sole |absolute |reasonable |entire |free |unfettered |sole and absolute |"
    r"exclusive )*(?:discretion|judge?ment|opinion|option|election|choice|view)|"
    r"(?:as|when|whenever|where|wherever|if|for as long as|however long|as long as|any time) (?:it|VENDOR|they)(?:,? in (?:its|"
    r"VENDOR's) [a-z ]{1,30},?)? (?:may )?(?:so )?(?:sees?|thinks?|feels?|deems?|considers?|finds?|believes?|judges?|regards?|likes?|"
    r"wish(?:es)?|chooses?|pleases?|wants?|holds?|decides?|prefers?)(?: (?:it|this|that|so))?|"
    r"for any (?:or no )?reason|without (?:giving )?(?:cause|reasons?)|whenever (?:this|it|that) (?:seems?|appears?|is)|"
    r"considers? it (?:prudent|advisable|necessary|appropriate|desirable|expedient)|"
    r"(?:seems?|appears?) (?:to it |to VENDOR )?(?:prudent|advisable|appropriate|desirable|expedient|right|sensible|wise|fitting)|"
    r"at will|at pleasure"
)
NO_WARNING = phrase(
    r"at once|(?:with|without|no)(?: any)?(?: prior| advance| further| previous)? (?:notice|warning|notification|announcement)|"
    r"need not (?:[a-z]+ )?(?:tell|notify|inform|warn|announce|give)[a-zA-Z ]*|no (?:advance |prior )?(?:word|notice|warning|"
    r"announcement)|unannounced|without (?:first )?(?:telling|informing|notifying|warning)|"
    r"(?:not|never) (?:be )?(?:obliged|required|bound|have) to (?:[a-z]+ )?(?:tell|notify|inform|warn|announce|give)|immediately|"
    r"forthwith|with immediate effect|instantly|there and then"
)
EITHER_WAY = phrase(
    r"with or without (?:any )?(?:prior )?(?:notice|warning)|whether or not (?:it|VENDOR) (?:has )?(?:given|gives?|told|tells?)"
)
ONLY = phrase(
    r"only|solely|exclusively|except|save|unless|other than|in no other case|limited to|following (?:two |three )?cases|no other ground|"
    r"but not otherwise"
)
UNPAID = phrase(
    r"unpaid|overdue|non-?payment|arrears|past due|outstanding|in default of payment|payment default|late payment|fails? to pay|"
    r"not (?:been )?paid|has not paid|owes|invoices?|delinquent"
)
UNDISPUTED = phrase(
    r"undisputed|uncontested|not (?:been )?(?:disputed|contested|subject)|not in dispute|(?:has|have) not (?:disputed|contested)|"
    r"has not been (?:disputed|contested)|other than (?:amounts|sums) (?:disputed|in dispute)|admitted|not subject to"
)
THREAT = phrase(
    r"security|attack(?:s|ed|ing)?|threat(?:s|en|ens)?|danger(?:s|ous)?|endanger(?:s|ed)?|risk|harm(?:s|ed)?|malicious|malware|"
    r"compromis(?:e|es|ed)|integrity|stolen|abuse|intrusion|vulnerabilit(?:y|ies)|emergency|jeopardi[sz](?:e|es)|law|lawful(?:ly)?|court|"
    r"authority|stability"
)
OTHER_GROUND = phrase(
    r"(?:any|a|material) (?:breach|violation|default)|breach(?:es)? (?:of )?(?:this|any|the)|violat(?:es?|ion of) (?:this|any|the)|"
    r"any (?:other )?reason|reputation|dispute between|acceptable use|house rules|any provision|not good for|business reasons|suspects?"
)
CHANCE = phrase(
    r"cur(?:e|ed)|remed(?:y|ied)|rectif(?:y|ied)|(?:put|set) (?:the matter |it |things |that )?right|opportunity to|chance to|"
    r"final (?:period|reminder|demand|warning|notice)|(?:second|further|another|final|last) (?:written )?(?:reminder|demand|warning|"
    r"notice)|grac(?:e|e period)|time to (?:pay|remedy|act|respond|put)|"
    r"(?:remains?|is still|continues?|stays?) (?:to be )?(?:unpaid|outstanding|unremedied|uncured|overdue)|(?:has|"
    r"have) not (?:been )?(?:eliminated|removed|remedied|cured|corrected|paid|stopped|put|ceased|set|complied|made good|ended)|"
    r"still (?:have|has) not|days? to (?:pay|settle|put|cure|act|answer)|within that (?:time|period)|fails? to (?:cure|remedy|pay|do so|put|correct|cease)|"
    r"still (?:has|have|is|are)(?:n't| not)? (?:[a-z]+ )?(?:paid|unpaid|overdue)|(?:days?|weeks?) after (?:[A-Z']+ )?(?:a |an |the |its |"
    r"our )?(?:[a-z]+ )?(?:reminder|demand|warning|notice)|(?:after|following) (?:[a-z() 0-9-]{1,30} )?(?:days?|hours?|weeks?)'? (?:of |"
    r"after )?(?:a |prior |written |an? [a-z]+ )*(?:notice|reminder|demand|warning)|if CUSTOMER does not (?:pay|cure|remedy|act|respond)"
)
ONLY_AFTER = phrase(
    r"within that (?:time|period)|opportunity to|chance to|cur(?:e|ed)|remed(?:y|ied)|put (?:the matter |it )?right|eliminated|"
    r"remains? unpaid"
)


# "If you still have not, we may freeze the account": what comes first stands in the sentences before.
LEANS = phrase(
    r"still|if not|if so|then|otherwise|in (?:that|this|which) case|after (?:that|this)|thereafter|failing (?:that|this|which)|only then|that (?:time|period)|those [a-z0-9() -]{1,20}(?:days|weeks)"
)


def read_suspension(passage: Passage) -> Reading | None:
    """Read when the vendor may stop access. None if the passage gives or limits no such right of the vendor.

    Notice is 0 where the vendor may act at once; "with or without notice" has no figure. A customer's right to withhold payment, and
    a system that limits access to what staff need, are no suspension.
    """
    for sentence in passage.sentences:
        stop = _stop(passage, sentence)
        if stop is None:
            continue
        scope: Stretch = around(passage, sentence, back=2 if sentence.has(LEANS) else 0, ahead=4)
        will = _at_will(scope)
        cure = scope.find(CHANCE)
        limited = _limited(sentence, scope)
        return passage.reading(
            "suspension",
            sentence,
            at_discretion=will or (limited.proves(False) if limited else None),
            notice_days=_notice(scope, sentence),
            cure_first=_cure_first(scope, cure, will),
            grounds_limited=limited.proves(True) if limited and not will else None,
            refused=_refused(stop, sentence),
        )
    return None if _usual(passage) else read_stoppage(passage)


def _usual(passage: Passage) -> bool:
    """Whether some clause of the paper speaks of suspension in the usual words."""
    return passage.view.remembered(_usual, lambda _: any(_stop(each, s) is not None for each in passage.paper.all for s in each.sentences))


def _stop(passage: Passage, sentence: Sentence) -> Hit | None:
    """The word by which the vendor may (or may not) stop access."""
    if sentence.has(NOT_ACCESS) and not passage.titled("suspen", "interrupt", "access", "block"):
        return None
    permits = sentence.find(PERMITS) or sentence.find(phrase("shall not|will not|must not"))
    if permits is None or not sentence.has(ACCESS):
        return None
    for hit in sentence.hits(STOPS):
        if hit.at.start < permits.at.start or _adjective(sentence, hit):
            continue
        actor = subject_of(hit)
        passive = sentence.has(
            phrase(r"(?:access|services?|accounts?|use|platform)[a-z' ]{0,40} (?:may|can|will|shall)(?: not| only)? be")
        ) and actor in (None, "customer")
        if (actor == "vendor" or passive) and _concerns_access(sentence, hit):
            return hit
    return None


def _adjective(sentence: Sentence, hit: Hit) -> bool:
    """ "A limited licence", "restricted data": a participle that says nothing is stopped."""
    return hit.words.endswith("ed") and not Stretch(hit.view, Span(max(sentence.at.start, hit.at.start - 30), hit.at.start)).has(
        phrase("be|is|are|been")
    )


def _concerns_access(sentence: Sentence, hit: Hit) -> bool:
    """Whether what is stopped is the customer's access: said right after the word, or right before it."""
    after = sentence.after(hit)
    close = any(found.at.start - hit.at.end < 60 for found in after.hits(ACCESS)[:1])
    inside = Stretch(hit.view, hit.at).has(ACCESS)
    before = any(0 <= hit.at.start - found.at.end < 40 for found in sentence.before(hit).hits(ACCESS))
    return close or before or inside or hit.words.startswith(("switch", "turn", "shut", "cut", "down tools"))


def _at_will(scope: Stretch) -> Proof | None:
    hit = scope.find(AT_WILL)
    if hit is None or "reasonable" in hit.words or hit.sentence.before(hit).words.rstrip().endswith((" not", " never", " no")):
        return None
    return hit.proves(True)


def _notice(scope: Stretch, sentence: Sentence) -> Proof | None:
    told = scope.find(EITHER_WAY)
    told_of = sentence.has(phrase(r"(?:upon|on|by|with) (?:[a-z]+ )?notice"))
    none = next((hit for hit in _around_next(scope, sentence).hits(NO_WARNING) if not (told_of and "notice" not in hit.words)), None)
    if none is not None and told is None and not _after_notice(scope):
        return none.proves(0)
    duration = near(scope, NOTICE, within=70)
    return None if told else days(scope, duration)


def _around_next(scope: Stretch, sentence: Sentence) -> Stretch:
    """The sentence and the one after it."""
    following = next((s for s in scope.sentences if s.at.start > sentence.at.start), sentence)
    return Stretch(sentence.view, Span(sentence.at.start, following.at.end))


def _after_notice(scope: Stretch) -> bool:
    return near(scope, phrase("notice|reminder|demand|warning|announces?|announced"), within=60) is not None


def _cure_first(scope: Stretch, cure: Hit | None, will: Proof | None) -> Proof | None:
    if (told := scope.find(EITHER_WAY)) is not None:
        return told.proves(False)
    if cure is None or (will is not None and not scope.has(ONLY_AFTER)):
        return None
    return cure.proves(True)


def _limited(sentence: Sentence, scope: Stretch) -> Hit | None:
    """Where it says that undisputed arrears and threats to security are the only grounds."""
    grounds = (scope.has(UNPAID) and scope.has(UNDISPUTED)) or (not scope.has(UNPAID) and scope.has(THREAT))
    if not grounds or scope.has(OTHER_GROUND):
        return None
    return sentence.find(ONLY) or scope.find(ONLY)


def _refused(stop: Hit, sentence: Sentence) -> Proof | None:
    return stop.proves(True) if stop.negated and not sentence.has(ONLY) else None


RULE = Rule(
    "suspension",
    read_suspension,
    examples=(
        fires(
            "Vendor may at once, and with no warning, interrupt access to the Service whenever it considers this prudent.",
            at_discretion=True,
            notice_days=0,
        ),
        fires(
            "We may switch your workspace off for as long as we see fit. We need not tell you beforehand.",
            at_discretion=True,
            notice_days=0,
        ),
        fires(
            "Vendor may suspend access only where an undisputed invoice remains unpaid fifteen days after a written reminder, or where "
            "Customer's use threatens the security of the Service.",
            grounds_limited=True,
            cure_first=True,
            at_discretion=False,
        ),
        fires("Vendor may suspend the Services on ten business days' notice if Customer fails to pay.", notice_days=14, at_discretion=None),
        near_miss("Customer may withhold payment of a disputed invoice."),
        near_miss("Vendor's personnel have restricted access to production systems."),
        near_miss("Performance is suspended for as long as a force majeure event lasts."),
        near_miss("Vendor shall not suspend the Services for any reason.", refused=True),
    ),
)
