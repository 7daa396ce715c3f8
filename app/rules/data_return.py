"""Return and deletion of data: at the end or on request, within how many days, in which format, and is deletion confirmed.

Two steps may each have their time (hand over, then erase): the time to hand over is `within_days`. A month is 30 days.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.reading.deontic import AS_IT_PLEASES, UNTOLD, refuses
from app.rules.reading.passage import Hit, Passage, Sentence
from app.rules.reading.pattern import Pattern, expression, phrase, stems
from app.rules.reading.subjects import (
    AT_WILL,
    CUSTOMER_DATA,
    PERSONAL_DATA,
    REFUSES,
    SAID_DATA,
    first,
    held,
    operative,
    statements,
    times_near,
)
from app.rules.rule import Rule, fires, near_miss
from app.rules.settled import loosely, usual

RETURNS = phrase(
    r"provid(?:e|es) CUSTOMER with|return(?:s|ed|ing)?|hand(?:s|ed|ing)? (?:over|back|out)|give(?:s|n)? (?:it |them |"
    r"[a-zA-Z' ]{1,40} )?back|give(?:s|"
    r"n)? [a-zA-Z' ]{0,30}cop(?:y|ies)|giv(?:es?|ing) (?:back|up)|deliver(?:s|ed|ing|y)?(?: (?:up|back|out))?|(?:complete |full |"
    r"final )?export(?:s|ed|ing|able)?|furnish(?:es|ed)?|gets? [a-zA-Z' ]{1,40} back|receives? [a-zA-Z' ]{1,40} back|restor(?:e|"
    r"es) to|transfer(?:s|red)? (?:back|to CUSTOMER)|"
    r"(?:make|makes|made) (?:it |them |[a-zA-Z ]{1,40} )?available (?:for|to)|provid(?:e|es|ed|ing) (?:CUSTOMER with )?(?:a |an |"
    r"one )?(?:[a-z]+ )?(?:copy|copies|export|extract|dump)|(?:full|complete|final|electronic) copy|downloads?|download(?:ed|ing)?|"
    r"retriev(?:e|es|ed|al)|fetch(?:es|ed)?|surrender(?:s|ed)?|extract(?:s|ed|ion)?|releas(?:e|es) to|send(?:s)? (?:back|CUSTOMER)|"
    r"pass(?:es)? back"
)
DELETES = phrase(
    r"delet(?:e|es|ed|ing|ion)|eras(?:e|es|ed|ing|ure)|destr(?:oy|oys|oyed|oying|uction)|purg(?:e|es|ed|ing)|wip(?:e|es|ed|ing)|"
    r"remov(?:e|es|ed|al) (?:all |any |every |the )?(?:cop(?:y|ies)|CUSTOMER|data|content)|expung(?:e|es|ed)|shred(?:s|ded)?|"
    r"keeps? or (?:discards?|removes?)|discards?|overwrit(?:e|es|ten)|dispos(?:e|es|ed|al) of|saniti[sz](?:e|es|ed|ation)"
)
ENDS = phrase(
    r"terminat(?:e|es|ed|ion|ing)|expir(?:e|es|ed|y|ation|ing)|end(?:s|ed|ing)?|over|cessation|ceas(?:e|es|ed)|close(?:s|d)?|"
    r"conclusion|complet(?:ion|ed)|leav(?:e|es|ing)|exit|(?:on|upon|at|after|following|of) (?:the |an? |its |CUSTOMER's |"
    r"DISCLOSER's |OTHER's |any |such |first |written )*(?:request|demand)(?: of| by)?|(?:so|CUSTOMER|DISCLOSER|VENDOR|OTHER|"
    r"it) (?:so )?(?:requests|asks|demands|requires)|cancel(?:s|led|lation)?|wind-?down|confirmed that the copy|thereupon|"
    r"afterwards"
)
SECRETS = phrase(
    r"(?:DISCLOSER's |the other's |the other party's |OTHER's |each other's |its |all |any |such )?(?:confidential|protected|"
    r"proprietary|secret|disclosed|evaluation|evaluated) (?:information|materials?|documents?|data|records)|(?:anything|everything|"
    r"materials?|information|documents?|samples) (?:received|obtained|disclosed|supplied|furnished)[a-zA-Z ]{0,20}"
)
CERTIFIES = expression(
    r"\b(?:certif(?:y|ies|ied|ication|icate)s?|(?:written |written and signed )?(?:confirm(?:s|ed|ation)?|declaration|attest(?:s|"
    r"ed|ation)?|proof|evidence|statement|notice)\b)"
)
FORMAT = expression(
    r"\b(?:in|as|into|to)(?: an?| the| its| such| either)? (?P<format>(?:[a-z0-9-]+ ){0,3}?(?:(?:comma|tab)-separated|csv|json|xml|"
    r"parquet|sql|xlsx?|pdf)(?: (?:or|and) [a-z0-9-]+)?(?: (?:files?|formats?))?|(?:[a-z0-9-]+,? ){0,6}?(?:formats?|form)\b)"
)
NOT_FORMAT = phrase(
    r"(?:in )?(?:any|whatever|this|text|written|original|human-?readable|electronic|tangible|whole or) form|form of|in what(?:ever|"
    r"soever) form|prescribed form|order form|following form"
)
OWN_PRACTICE = phrase(
    r"(?:is|are) (?:then )?free to (?:keep|retain|destroy|delete|use)[a-z ]{0,20}|(?:its|VENDOR's|"
    r"their)(?: own)? (?:[a-z]+ )?(?:retention|housekeeping|deletion|archiv[a-z]+|internal)(?: [a-z]+)?(?: polic(?:y|ies)|"
    r" practices?| schedules?| rules| procedures?)?"
)
KEEPS = phrase(r"keeps?|retain(?:s|ed)?|hold(?:s)?|maintain(?:s)?")
# Help with moving on goes by months of service; handing data to an authority isn't giving it back.
ELSEWHERE = phrase(
    r"surviv(?:e|es|al)|continues? (?:the|to provide|providing|its) (?:[a-z]+ )?services|assist(?:s|"
    r"ance)?[a-zA-Z ]{0,20} (?:the )?(?:migration|"
    r"change|transition|transfer)|public body|subpoena|court order|law enforcement|authorit(?:y|ies) (?:of|demands?)|government|"
    r"licen[cs]e, be it|grants? no licen[cs]e"
)
MAY_STAY = phrase(
    r"archiv(?:e|al) cop(?:y|ies)|overwritten|purged?|ordinary course|by routine|need not be (?:searched|deleted|destroyed|"
    r"returned)|(?:may|can) (?:be )?(?:keep|kept|retain|retained)"
)
THAT = phrase("it|them|these|the copy|copies|the data")
SURVIVES = phrase("surviv(?:e|es|al)")
LICENSED = phrase(
    r"technology|stop(?:s)? using|weights|licensed (?:model|software|materials?|program)|offspring|derived models|adapted models|"
    r"the (?:software|model|programs?|documentation|goods|products?|equipment|hardware|deliverables?|material|suite|platform)|"
    r"deposit|invoices?|fees?|charges?|sums?|deposit|property|devices?|keys|work product|source (?:code|materials?)|object code|"
    r"personnel|employees?"
)
BACKUPS = phrase(r"back-?ups?|archiv(?:e|es|al)|copies? (?:required|kept|retained)|one copy")
WAITS = phrase(r"within|not later than|no later than|in|after|at the latest|before|not exceed(?:ing)?")
OPEN_FOR = phrase(r"for|during|up to|for (?:a period of )?(?:up to|at least)|period of")
FETCHES = phrase(r"available|downloads?|download(?:ed|ing)?|retriev(?:e|ed|al)|fetch(?:es|ed)?|export(?:s|ed)?|extract(?:s|ed)?|access")
MONTHS_ONLY = ("day", "week", "month", "hour", "year", "quarter")


def read_data_return(passage: Passage) -> Reading | None:
    """Read what happens to the customer's data (in an NDA: to what was disclosed); None if nothing is said of it."""
    found, other = usual(passage, _read_usual), loosely(passage, _read_usual, _otherwise)
    if found and other is not None and "refused" in other.terms and "within_days" not in found[0].terms:
        return other
    return found[0] if found else other


def _read_usual(passage: Passage) -> Reading | None:
    act = _act(passage)
    if act is None:
        kept = _copies_kept(passage)
        return passage.reading("data_return", kept.sentence) if kept is not None else None
    refused = _refused(passage, act)
    if refused is not None:
        return passage.reading("data_return", refused.sentence, refused=refused.proves(True))
    days = _days(passage) or _days_said(passage, act.sentence)
    return passage.reading("data_return", act.sentence, within_days=days, format=_format(passage), deletion_certified=_certified(passage))


def _act(passage: Passage) -> Hit | None:
    for sentence in operative(passage):
        subject = _data(passage, sentence)
        if sentence.has(SURVIVES) or (sentence.has(ELSEWHERE) and not sentence.has(DELETES)):
            continue
        for hit in sorted((*sentence.hits(RETURNS), *sentence.hits(DELETES)), key=lambda each: each.at.start):
            if subject is None or subject.at.covers(hit.at):
                continue
            if _customers_own(passage, hit) or (hit.negated and not sentence.has(REFUSES)):
                continue
            ends = (
                sentence.has(ENDS)
                or passage.has(ENDS)
                or passage.titled("exit", "return", "handing back", "end", "deletion", "restitution", "termination")
            )
            if ends and _hands_over(subject, hit):
                return hit
    return None


def _copies_kept(passage: Passage) -> Hit | None:
    """Back-ups and archival copies that may stay, in a passage of their own behind the duty to return."""
    kept = passage.find(MAY_STAY) if passage.has(BACKUPS) else None
    return kept if kept is not None and any(_act(other) is not None for other in passage.siblings) else None


def _data(passage: Passage, sentence: Sentence) -> Hit | None:
    """The data that go back: the customer's, or in mutual papers the other party's confidential information."""
    mine = first(CUSTOMER_DATA.find(sentence), sentence.find(PERSONAL_DATA) if sentence.has(phrase("personal data")) else None)
    return first(
        mine, sentence.find(SECRETS), _data_before(passage, sentence) if sentence.has(THAT) and not sentence.has(LICENSED) else None
    )


def _data_before(passage: Passage, sentence: Sentence) -> Hit | None:
    """The data of the sentence before, which this one calls "it" or "them"."""
    before = [other for other in operative(passage) if other.at.end <= sentence.at.start]
    return CUSTOMER_DATA.find(before[-1]) if before else None


def _hands_over(subject: Hit, hit: Hit) -> bool:
    """Whether the data is what is handed over: near the verb, not merely mentioned."""
    return abs(subject.at.start - hit.at.end) < 90 or abs(hit.at.start - subject.at.end) < 60


def _customers_own(passage: Passage, hit: Hit) -> bool:
    """What the customer itself deletes or returns is about the vendor's things, but for mutual duties."""
    sentence = hit.sentence
    secrets = sentence.has(SECRETS) and not sentence.has(LICENSED)
    return (
        hit.actor == "customer"
        and not sentence.has(phrase("VENDOR (?:shall|will|must|may|returns?|deletes?)|EITHER|DISCLOSER"))
        and not secrets
        and sentence.find(phrase("CUSTOMER (?:may|can|has)")) is None
    )


def _refused(passage: Passage, act: Hit) -> Hit | None:
    """Words that the vendor need not hand the data over, or deals with it as it likes."""
    for sentence in operative(passage):
        refusal = sentence.find(REFUSES)
        if (
            refusal is not None
            and _data(passage, sentence) is not None
            and sentence.after(refusal).has(RETURNS | DELETES)
            and not sentence.has(BACKUPS)
            and refusal.actor != "customer"
        ):
            return refusal
        if (
            (sentence.has(OWN_PRACTICE, KEEPS | DELETES) or sentence.has(AT_WILL, KEEPS | DELETES))
            and (sentence.has(phrase("keeps?|retains?")) or not sentence.has(RETURNS))
            and act.sentence == sentence
        ):
            return first(sentence.find(OWN_PRACTICE), sentence.find(AT_WILL))
    return None


def _days(passage: Passage) -> Proof | None:
    """The time to hand over, else the time to delete, in days."""
    for verb in (RETURNS, DELETES):
        for sentence in operative(passage):
            hit = next((h for h in sentence.hits(verb) if h.actor != "customer" or verb is RETURNS), None)
            durations = [
                d
                for d in sentence.durations
                if d.unit in MONTHS_ONLY
                and (any(0 <= d.at.start - w.at.end < 22 for w in sentence.hits(_waits(sentence))) or _after_the_end(sentence, d.at.end))
                and not _of_backups(sentence, d.at.start)
            ]
            if (
                hit is not None
                and durations
                and not sentence.has(phrase(r"every (?:day|week|month|year|[0-9]+)|logs?|each (?:year|month)"))
            ):
                chosen = durations[0]
                return sentence.place(chosen).proves(chosen.days)
    return None


def _waits(sentence: Sentence) -> Pattern:
    """The words before a time to act; "for 30 days" is one only where the customer may fetch its data meanwhile."""
    return WAITS | OPEN_FOR if sentence.has(FETCHES) else WAITS


def _after_the_end(sentence: Sentence, at: int) -> bool:
    """ "One month after the end": the words behind a time that make it one to act in."""
    return (
        sentence.words[at - sentence.at.start :]
        .lstrip()
        .startswith(
            (
                "after the end",
                "after termination",
                "after expiry",
                "from the end",
                "following the end",
                "following termination",
                "of the end",
                "of termination",
            )
        )
    )


def _of_backups(sentence: Sentence, at: int) -> bool:
    return any(-10 < at - hit.at.start < 90 for hit in sentence.hits(BACKUPS)) and not sentence.has(
        phrase("backup copies included|including back-?ups?")
    )


def _format(passage: Passage) -> Proof | None:
    for sentence in operative(passage):
        if not sentence.has(RETURNS):
            continue
        for hit in sentence.hits(FORMAT):
            if (
                not any(other.at.overlaps(hit.at) for other in sentence.hits(NOT_FORMAT)) and len(hit.groups["format"].split()) > 1
            ) or "csv" in hit.words:
                return hit.proves(_as_written(hit))
    return None


def _as_written(hit: Hit) -> str:
    """The format in the contract's own letters, without the words that lead to it."""
    lead = hit.words.find(hit.groups["format"])
    whole = " ".join(hit.span.of(hit.view.contract.text).split())
    return whole[lead:] if 0 < lead < len(whole) else whole


def _certified(passage: Passage) -> Proof | None:
    for sentence in operative(passage):
        for hit in sentence.hits(CERTIFIES):
            said = sentence.has(DELETES) or any(s.has(DELETES) for s in operative(passage))
            customers = phrase(
                r"CUSTOMER has confirmed|confirmed that the copy|confirmation by CUSTOMER|CUSTOMER's (?:written )?confirmation"
            )
            if (
                said
                and not any(other.at.overlaps(hit.at) for other in sentence.hits(customers))
                and (hit.words.startswith("cert") or sentence.has(phrase("in writing|text form|written|confirms?|in a writing")))
                and not hit.words.startswith("notice")
            ):
                return hit.proves(not hit.negated)
    return None


# Handing over, destroying and parting in any words.
GIVES_BACK = stems(
    "hand. hands. handed handing hand-back handover hand-over handback give. gives. given. giving. gave. return surrender restor restit repatriat releas transfer deliver export courier render. "
    "renders. yield furnish supply supplie extract download retriev fetch collect reproduc transmit remit relinquish recover provid upload receiv obtain "
    "copy copie transcript duplicat dump send. sends. sent. sending pass. passes. passed passing ship. ships. shipped turn_over turns_over turned_over migrat port. ports. porting "
    "make_available makes_available made_available put. puts. bring. brings. brought back. put_on get_out gets_out take_out takes_out take_with take_away carry_over hand_out leave_with read_out save. saves. part_with parts_with"
)
DOES_AWAY = stems(
    "delet eras destr purg wip expung shred discard overwrit sanitis sanitiz pulp burn scrub obliterat annihilat clean clear. clears. cleared kill scrap "
    "incinerat degauss eliminat gone. vanish disappear dispos throw. throws. thrown rid_of remov unrecoverabl irretrievabl unreadabl dark. history. lost. bin. bins. trash cancel "
    "blank forget let_go"
)
PARTING = stems(
    "terminat expir end. ends. ended. ending. over. ceas cessation close. closes. closed closing closure conclu complet leav left. exit depart last_day determin "
    "final_day runs_out run_out lapse wind_up winds_up winding wind_down winding_down part_ways parting broken_off break_off breaks_off breaking_off cancel post-term off-board offboard goodbye "
    "dissol switch move_on moves_on moving_out move_out moves_out after_the_talks rescission rescind withdraw quit stop. stops. stopped finish afterwards discontinu "
    "on_request upon_request at_request on_demand upon_demand on_call upon_call 's_call 's_request 's_demand asks. calls_for calls_it demands requests. request_of demand_of no_longer_need no_longer_want"
)
RETENTION = stems(
    "keep. keeps. keeping kept. retain retention hold. holds. holding held. store. stores. stored. preserv stay. stays. remain archiv"
)
NDA_PAPERS = phrase(
    r"(?:CUSTOMER|VENDOR|OTHER|DISCLOSER|EITHER|RECIPIENT|first party|other side|giver|owner|holder|other)(?:'s)? (?:[a-z]+ )?(?:information|papers?|files?|documents?|samples?|notes|materials?)|"
    r"(?:papers?|files?|documents?|information|samples?|notes|materials?)[a-zA-Z ,]{0,40} (?:received|given|gave|handed|disclosed|furnished|supplied|got|obtained|shown|lent|passed)"
)
NOT_OF_DATA = phrase(
    r"licen[cs]ed|weights|softwares?|equipment|hardware|goods|keys?|deposit|devices|loggers?|backup tapes? only|incident|breach|subpoena|court|authorit(?:y|ies)|"
    r"train(?:s|ed|ing)?|models?|audit|inspect[a-z]*|sub-?processors?|indemnif[a-z]+|liab(?:le|ility)|infring[a-z]+|damages|outage|recovery time|restoration|disaster|countr(?:y|ies)|invoice[sd]?"
)


def _otherwise(passage: Passage) -> Reading | None:
    """Giving back, destroying or keeping in words that no such clause usually has: the data, an act, and the parting."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature", "definition"):
        return None
    said = statements(passage)
    parting = (
        passage.has(PARTING)
        or passage.titled(
            "exit",
            "return",
            "leav",
            "end",
            "clos",
            "after",
            "post-term",
            "when you",
            "hand",
            "part",
            "delet",
            "retention",
            "mov",
            "depart",
            "expir",
            "terminat",
            "finish",
        )
        or any(other.has(PARTING) for other in passage.siblings[:1])
    )
    if not parting:
        return None
    for index, sentence in enumerate(said):
        data = (
            held(sentence)
            or sentence.find(NDA_PAPERS)
            or (sentence.find(SAID_DATA) if any(held(s) or s.has(DATA_STOCK) for s in said) else None)
            or sentence.find(DATA_STOCK)
        )
        if data is None or (sentence.has(NOT_OF_DATA) and held(sentence) is None):
            continue
        acts = [
            hit
            for hit in sentence.hits(GIVES_BACK, DOES_AWAY)
            if hit.actor != "customer" or sentence.before(hit).has(CUSTOMER_MAY) or hit.negated or sentence.has(REFUSES)
        ]
        stays = sentence.find(RETENTION)
        no = _not_given_back(said, index, acts, stays)
        if no is not None:
            return passage.reading("data_return", no.sentence, refused=no.proves(True))
        if acts and (sentence.has(PARTING) or passage.has(PARTING) or sentence.durations):
            return passage.reading(
                "data_return",
                sentence,
                within_days=_days_said(passage, sentence),
                format=_format(passage),
                deletion_certified=_certified(passage),
            )
    return None


CUSTOMER_MAY = phrase(
    r"CUSTOMER (?:[a-z]+ )?(?:may|can|has|is (?:free|entitled|able)|gets?|receives?|shall (?:be (?:able|entitled|free)|receive|get|have))"
)
DATA_STOCK = phrase(
    r"(?:entire|whole|complete|full|stored|hosted) (?:data|database|record)[a-z ]{0,10}|(?:the|all|any|every|such|said|those|its)(?: [a-z]+){0,2} (?:data|databases?|datasets?|records|files|content|entries|uploads|documents|archives?|inputs?|boards)"
)


def _not_given_back(said: tuple[Sentence, ...], index: int, acts: list[Hit], stays: Hit | None) -> Hit | None:
    """Where it is refused: an act denied, a claim to it denied, or keeping at the vendor's pleasure."""
    sentence = said[index]
    if sentence.has(BACKUPS) and not sentence.has(phrase("nothing|no copy")):
        return None
    denied = next(
        (
            hit
            for hit in acts
            if hit.negated
            and hit.actor in ("vendor", None, "recipient")
            and not sentence.has(phrase("not later|nothing but|without delay"))
        ),
        None,
    )
    gives_none = sentence.find(
        phrase(r"no (?:copy|copies|export|extract|transcript|return|hand-?over|restitution|refund of data)[a-z ]{0,30}")
    )
    no = denied or gives_none or (refuses(sentence) if acts or stays else None)
    if (
        no is None
        and (stays is not None or acts)
        and stays is not None
        and stays.actor in ("vendor", None, "recipient")
        and not stays.negated
    ):
        no = sentence.find(AS_IT_PLEASES) or sentence.find(
            phrase(r"for (?:good|ever)|forever|indefinitely|without limit(?: in time)?|permanently|for as long as (?:VENDOR|it) [a-z]+")
        )
    if no is None and acts and not any(hit.words.split()[0] in GIVING for hit in acts):
        no = sentence.find(UNTOLD)
    return no


GIVING = ("hand", "give", "send", "return", "deliver", "export", "provide", "download", "surrender", "upload", "restore")


def _days_said(passage: Passage, sentence: Sentence) -> Proof | None:
    """The time to hand over, in days: the nearest figure that isn't of back-ups."""
    for place, duration in times_near(passage, sentence):
        if duration.unit in MONTHS_ONLY and not (place == sentence and _of_backups(sentence, duration.at.start)):
            return place.place(duration).proves(duration.days)
    return None


RULE = Rule(
    "data_return",
    read_data_return,
    examples=(
        fires(
            "Within thirty (30) days after the end of this agreement the Vendor shall return all Customer Data in CSV format, delete "
            "every copy and certify the deletion in writing.",
            within_days=30,
            format="CSV format",
            deletion_certified=True,
        ),
        fires("When the agreement is over, we are under no duty to keep, hand over or erase your data.", refused=True),
        fires("Upon termination Vendor keeps or discards Customer Data as its own retention schedule provides.", refused=True),
        fires("Within two months of termination Vendor shall make Customer Data available for download.", within_days=60),
        near_miss("On termination Customer shall delete the Software and all copies of it."),
        near_miss("Vendor shall return the deposit within thirty days after termination."),
        near_miss("Customer may delete Content from its workspace at any time by pressing the button."),
    ),
)
