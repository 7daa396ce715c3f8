"""The vendor stops serving without ending the agreement, in whatever words; `suspension` knows the usual ones.

Asked for: a word for stopping, what is stopped (the service, access, work), and the vendor as the one who stops. Then the ground, the
notice in calendar days (0 where nobody is told), and whether the customer may put things right first.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.exit_words import NO_REASON, around, days, subject_of, table_rows, topic
from app.rules.reading.deontic import AS_IT_PLEASES, MAY, TELLS, UNTOLD
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase

_SERVED = r"(?:the |its |CUSTOMER's |VENDOR's |any |all |this |such |that |a |your |our |of |or |and |to |in |part |whole |some |further |[a-z]+ ){0,5}?(?:access|services?|accounts?|use|workspaces?|platforms?|software|suite|systems?|connections?|keys?|performance|performing|work|working|provision|licen[cs]es?|log-?ins?|environments?|instances?|application|app|modules?|credentials|hosting|interface|api|delivery|deliveries|tenant|functions?|features?|supply|supplies|obligations|rendering|serving|tools?|subscription|seats?|machines?|servers?|taps?|lines?|doors?|gates?|hand)"
STOPPING = phrase(
    rf"(?:suspen(?:d|ds|ded|ding|sion)|interrupt(?:s|ed|ing|ion)?|halt(?:s|ed|ing)?|paus(?:e|es|ed|ing)|freez(?:e|es|ing)|frozen|froze|block(?:s|ed|ing)?|disabl(?:e|es|ed|ing|ement)|throttl(?:e|es|ed|ing)|withh(?:old|olds|eld|olding)|restrict(?:s|ed|ing)?|limit(?:s|ed|ing)?|stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)|discontinu(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|"
    rf"den(?:y|ies|ied|ying)|bar(?:s|red|ring)?|clos(?:e|es|ed|ing)|shut(?:s|ting)?|cut(?:s|ting)?|lock(?:s|ed|ing)?|switch(?:es|ed|ing)?|turn(?:s|ed|ing)?|tak(?:e|es|en|ing)|put(?:s|ting)?|hold(?:s|ing)?|held|deactivat(?:e|es|ed|ing|ion)|disconnect(?:s|ed|ing|ion)?|unplug(?:s|ged)?|sever(?:s|ed)?|revok(?:e|es|ed|ing)|remov(?:e|es|ed|ing|al)|withdraw(?:s|n|ing)?|curtail(?:s|ed)?|"
    rf"slow(?:s|ed|ing)?|defer(?:s|red)?|stay(?:s|ed)?|lay(?:s|ing)?|down(?:s|ed|ing)?|keep(?:s|ing)?|leave(?:s)?|interdict(?:s|ed)?|impede(?:s|d)?|black(?:s|ed)?|ground(?:s|ed)?|mothball(?:s|ed)?|quarantine(?:s|d)?|park(?:s|ed)?|bring(?:s)?|rest(?:s)?|arrest(?:s|ed)?|discharged from|excused from|relieved of|released from|free not to|entitled not to|no longer (?:be )?(?:obliged|bound)) {_SERVED}|"
    rf"{_SERVED},? (?:may |can |might |will |shall |could |is |are |be |being |been |to be |then |also |get |gets |immediately |temporarily |at once ){{1,5}}(?:suspended|interrupted|halted|paused|frozen|blocked|disabled|throttled|withheld|restricted|limited|stopped|discontinued|refused|denied|barred|closed|shut|cut|locked|switched|turned|taken (?:offline|down|away)|put|held|deactivated|disconnected|unplugged|severed|revoked|removed|withdrawn|curtailed|slowed|deferred|stayed|offline|dark|out of)|"
    rf"(?:service|services|access|platform|account|workspace|everything|system)[a-z ]{{0,20}} (?:stops?|goes? (?:dark|off|offline|down)|ceases?|stands? still|rests?|pauses?|freezes?|halts?)|"
    r"(?:pull|pulls|pulling) the plug|(?:go|goes|went) (?:dark|offline|on strike)|lights out|(?:lock|locks|locked|shut|shuts|keep|keeps|kick|kicks|throw|throws|log|logs|turn|turns) (?:CUSTOMER|CUSTOMER's [a-z]+|users?|them|it|anyone|everyone) (?:out|off|away)|(?:down|downs|lay down|lays down|drop|drops) (?:its )?tools|(?:cut|cuts|cutting|shut|shuts|switch|switches|switched|turn|turns|turned|log|logs|block|blocks|suspend|suspends|disconnect|disconnects|throttle|throttles|bar|bars|freeze|freezes) CUSTOMER(?: off| out| down)?|"
    r"on (?:hold|ice)|in abeyance|to a standstill|stand(?:s)? still|out of service|interruption|stoppage|suspension|standstill|blackout|disconnection|deactivation|blocking of|right of retention|plea of non-performance|stand(?:s)? discharged|(?:temporary|temporarily) (?:clos|lock|block|disabl|stop)[a-z]*|time-?out|switch(?:es|ed)? (?:[a-zA-Z' ]{1,40} )?off|turn(?:s|ed)? (?:[a-zA-Z' ]{1,40} )?off|shut(?:s)? (?:[a-zA-Z' ]{1,40} )?(?:down|off|out)|cut(?:s)? (?:[a-zA-Z' ]{1,40} )?off|lock(?:s)? (?:[a-zA-Z' ]{1,40} )?(?:down|out)|"
    r"(?:bring|brings|take|takes) (?:[a-zA-Z' ]{1,40} )?(?:offline|down|to a halt|to a stop)|put(?:s)? (?:[a-zA-Z' ]{1,40} )?(?:on hold|on ice|to sleep|in abeyance|out of action)"
)
_NOT_STOPPAGE = phrase(
    r"maintenance|upkeep|force majeure|beyond (?:its|their) control|upgrades?|engagement of|personnel|workers?|staff|consultants?|liabilit(?:y|ies)|withhold (?:payment|consent|its consent|approval)|limited to|without limit[a-z]*|confidential|least privilege|need-to-know|background checks?|audit|competitors?|end of (?:life|the term)|terminat(?:e|es|ed|ion)|expiry|"
    r"refund|bonus|transition|successor|limits? on liability|limited licen[cs]e|use of the name|logo|training|weights|retention period|deadline"
)
_ANY_GROUND = phrase(
    r"any (?:time|reason|cause|ground|moment|occasion)(?:,? any (?:time|reason))?|(?:no|without) (?:[a-z]+ )?(?:reasons?|grounds?|cause|explanation)|for (?:any|whatever|no) (?:reason|cause)|whatever the (?:reason|cause)|at will|at pleasure|whenever|as (?:it|VENDOR) (?:thinks|sees|likes|pleases)|by whim|on a whim|should (?:it|VENDOR) (?:feel|wish|think|see|consider|so)|feels? like|(?:it )?suits|whatever|in any event"
)
_FIRST = phrase(
    r"cur(?:e|ed|ing)|remed(?:y|ies|ied|ying)|rectif(?:y|ies|ied)|(?:put|puts|set|sets|make|makes|made|putting) (?:the matter |it |things |that |this |matters )?(?:right|good|straight|in order)|(?:opportunity|chance|time|occasion|days?|weeks?) (?:[a-z0-9() ]{1,20} )?to (?:pay|remedy|act|respond|put|settle|fix|correct|mend|answer|catch up|cure|comply)|(?:second|further|another|final|last|written|formal) (?:written )?(?:reminder|demand|warning)s?|"
    r"reminders?|reminded|grace|(?:still|remains?|continues?|stays?|goes?|not yet|not)(?: to be| been| being| [a-z]+)? (?:unpaid|outstanding|unremedied|uncured|overdue|paid|settled|cured|remedied|fixed|corrected|stopped|mended|done so|cleared|rectified|put right|complied|ceased)|still (?:have|has|hasn't|haven't|not|does not|owes?)|fails? to (?:cure|remedy|pay|do so|put|correct|cease|act|settle|comply)|if not|"
    r"after (?:[a-z]+ )?(?:a |an |two |three |[0-9]+ )?(?:[a-z]+ )?(?:reminder|warning|demand|letter|notice)s?|without (?:success|avail|result|effect|payment|answer)|within (?:that|this|which|the) (?:time|period|days|grace)"
)
_DUE = phrase(
    r"unpaid|overdue|non-?payment|arrears|past due|outstanding|owes?|late|not paid|invoices?|bills?|fees|sums?|debts?|money|delinquent|pay(?:s|ment)?"
)
_AGREED = phrase(
    r"undisputed|uncontested|(?:not|n't|never)(?: [a-z]+){0,3} (?:disputed?|contest(?:ed)?|questioned|challenged?|in dispute|object(?:ed)?)|admitted|acknowledged|in dispute|clear(?:ly)? due|beyond dispute"
)
_DANGER = phrase(
    r"security|attack|threat|danger|risk|harm|malicious|malware|compromis|integrity|stolen|abuse|intrusion|emergency|law|court|order|authority|virus|hack|breach of security|hijack"
)
_ONLY = phrase(r"only|solely|exclusively|no other|nothing else|sole|other than|except|save|unless|not otherwise|these cases")


def read_stoppage(passage: Passage) -> Reading | None:
    """Read when the vendor may stop serving, where the usual words are missing; a small table is read as one."""
    if passage.clause.kind in ("definition", "recital", "title", "heading", "parties", "signature"):
        return None
    if passage.clause.kind == "table_row":
        rows = table_rows(passage)
        if not rows:
            return None
        whole = Stretch(passage.view, Span(rows[0].at.start, rows[-1].at.end))
        return _reading(passage, whole, whole.sentences[0], whole) if _row_stops(passage, whole) else None
    for sentence in passage.sentences:
        if _stops(passage, sentence):
            return _reading(passage, sentence, sentence, around(passage, sentence, back=3, ahead=3))
    return None


def _row_stops(passage: Passage, whole: Stretch) -> bool:
    titled = any(
        word in topic(passage) for word in ("suspen", "interrupt", "stop", "block", "disabl", "pause", "freez", "access", "service")
    )
    return (
        whole.has(STOPPING)
        and whole.has(phrase("VENDOR(?:'s)?|CUSTOMER(?:'s)?|[a-z]+"))
        and not whole.has(_NOT_STOPPAGE)
        and (titled or whole.has(phrase("VENDOR(?:'s)?")))
    )


def _stops(passage: Passage, sentence: Sentence) -> Hit | None:
    if sentence.has(_NOT_STOPPAGE):
        return None
    for hit in sentence.hits(STOPPING):
        side = subject_of(hit)
        passive = (
            side in (None, "customer")
            and sentence.has(MAY)
            and not sentence.has(
                phrase(
                    r"CUSTOMER (?:may|can|shall|will|must|is entitled to)(?: [a-z]+){0,3} (?:suspend|stop|withhold|halt|pause|limit|restrict|close|block|disable|interrupt|cease|refuse|keep|hold|put|take|cut|shut|turn|switch)"
                )
            )
        )
        tells = hit.sentence.has(MAY) or hit.sentence.has(
            phrase(
                r"VENDOR (?:then |may |will |shall |simply |itself )*(?:suspends?|stops?|blocks?|cuts?|switches|locks?|freezes?|shuts?|pulls?|turns?|halts?|closes?|withholds?|interrupts?|disconnects?|disables?|takes?|puts?|downs?|pauses?|stands? (?:discharged|excused)|is (?:discharged|excused|released|relieved)|shall stand)"
            )
        )
        if hit.negated and not sentence.has(_ONLY):
            continue
        if (side == "vendor" and tells) or (passive and _usually_served(hit)) or (side is None and tells):
            return hit
    return None


def _usually_served(hit: Hit) -> bool:
    return hit.sentence.has(
        phrase(
            r"(?:access|services?|accounts?|workspaces?|platforms?|log-?ins?|use|software|seats?|everything|users?)[a-zA-Z' ,]{0,50} (?:may|can|will|shall|might|could) (?:[a-z]+ )?be"
        )
    )


def _reading(passage: Passage, said: Stretch, anchor: Stretch, scope: Stretch) -> Reading:
    will = next(
        (
            hit
            for hit in scope.hits(_ANY_GROUND, AS_IT_PLEASES, NO_REASON)
            if not hit.negated and "reasonable" not in hit.words and _about(said, hit)
        ),
        None,
    )
    first = scope.find(_FIRST)
    told = next(
        (d for d in scope.durations if d.unit in ("day", "week", "month", "hour") and _of_notice(scope, d.at.start, d.at.end)), None
    )
    silent = next((hit for hit in said.hits(UNTOLD)), None) or said.find(
        phrase(
            "at once|immediately|forthwith|instantly|there and then|unannounced|straight ?away|right away|on the spot|the (?:same|very) (?:day|hour|moment|minute|instant)|then and there|with immediate effect"
        )
    )
    cure = first is not None and (told is not None or not silent)
    limited = _limited(scope) if will is None else None
    notice: Proof | None = days(scope, told) if told is not None else silent.proves(0) if silent is not None else None
    return passage.reading(
        "suspension",
        anchor,
        at_discretion=will.proves(True) if will is not None and not cure else limited.proves(False) if limited is not None else None,
        notice_days=notice,
        cure_first=first.proves(True) if first is not None and cure else None,
        grounds_limited=limited.proves(True) if limited is not None else None,
    )


def _about(said: Stretch, hit: Hit) -> bool:
    """Whether the choice is that of stopping: said in the same statement, or right after it."""
    return said.at.covers(hit.at) or 0 <= hit.at.start - said.at.end < 160 or 0 <= said.at.start - hit.at.end < 80


def _of_notice(scope: Stretch, start: int, end: int) -> bool:
    near = Stretch(scope.view, Span(max(scope.at.start, start - 70), min(scope.at.end, end + 70)))
    return (
        near.has(TELLS)
        or near.has(_FIRST)
        or near.has(phrase("notice|before|ahead|in advance|beforehand|prior|warning|reminder|demand|after|to pay|grace|letter|word"))
    )


def _limited(scope: Stretch) -> Hit | None:
    grounds = (scope.has(_DUE) and scope.has(_AGREED)) or (not scope.has(_DUE) and scope.has(_DANGER))
    return scope.find(_ONLY) if grounds else None
