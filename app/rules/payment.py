"""Payment: when invoices fall due, what late sums cost, whether disputed sums may be held back.

Days are calendar days; yearly interest is divided by 12. Interest over a base rate or at a statutory rate has no figure.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.due_dates import any_net, any_rate, is_pay_row, may_hold
from app.rules.exit_words import FEES, PERMITS, days, proof, subject_of
from app.rules.reading.passage import Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss

BILL = phrase(
    r"invoices?|invoiced|bills?|statements?|fees?|charges?|sums?|amounts?|payments?|remuneration|price|instal?lments?|dues|"
    r"subscription fees?|accounts?"
)
PAYS = phrase(
    r"to pay|pay(?:s|able|ment|ments|ing)?|paid|due|settle[sd]?|remit(?:s|ted)?|fall(?:s)? due|discharge[sd]?|honou?r(?:ed|s)?|terms?|net"
)
NET = expression(r"\bnet[ -]\(?(?P<net>[0-9]{1,3})\)?\b|\b(?P<net2>[0-9]{1,3}) days? net\b")
FROM = phrase(
    r"(?:of|after|from|following|since|upon) (?:the |its |a |an |each |VENDOR's |CUSTOMER's |it |CUSTOMER )*(?:date|dates|receipt|"
    r"received|receiving|receives|invoice|invoices|issue|issuance|issued|delivery|due|has received|presentation|proper|correct|valid|"
    r"undisputed|submission|billing)|net|days? of (?:it|the date)|due"
)
NOT_NET = phrase(
    r"refund(?:s|ed)?|repaid|repay|credits?|dispute[sd]?|disputing|contest(?:s|ed)?|terminate|suspend|notice of|notify|cure|remed(?:y|"
    r"ied)|objects?|deposit|reimburse|expenses|statute|audit|overpaid|underpaid|underpayment|overdue (?:for|by)|collected|more than"
)
LATE = phrase(
    r"late|paid late|overdue|not paid (?:when|by|on)|unpaid|arrears|past due|after (?:its|the) due date|in default|default of payment|"
    r"delay(?:ed)?|outstanding|comes in late|not paid within|failure to pay|tardy|behind|from the due date"
)
INTEREST = phrase(
    r"interest|charges? (?:CUSTOMER )?(?:[a-z]+ ){0,2}(?:percent|per cent|[0-9.]+ ?%)|grows? by|late (?:fee|charge|payment charge|"
    r"payment fee)s?|service charge|finance charge|surcharge|(?:carrying|holding|delay|default|extra|additional|overdue) (?:charge|fee|"
    r"sum)s?|carr(?:y|ies) (?:a |an )?(?:charge|cost)|default charge|default rate|accrues?"
)
PER_MONTH = phrase(
    r"(?:per|a|each|every|for each|for every) (?:calendar |started |full )?month(?: or part)?|monthly|/ ?month|per mo|month or part"
)
PER_YEAR = phrase(r"(?:per|a|each|every) (?:annum|year)|annual(?:ly)?|yearly|p\. ?a\.?|per annum|/ ?year")
PER_DAY = phrase(r"(?:per|a|each|every|for each|for every) (?:calendar )?day(?: of delay)?|daily|per diem")
PER_WEEK = phrase(r"(?:per|a|each|every|for each|for every) week|weekly")
OVER_BASE = phrase(
    r"(?:over|above|plus|on top of|in excess of|percentage points?)[a-z ,]{0,60} (?:base|bank|prime|libor|euribor|sonia|discount|"
    r"reference|lending|policy)[a-z ]{0,20} ?rate|base rate|prime rate|euribor|statutory (?:rate|interest)|legal rate|"
    r"percentage points? (?:over|above)"
)
DISPUTED = phrase(
    r"disagree(?:s|ment)?|complain(?:s|ts?)?|disput(?:e|es|ed|ing)|contest(?:s|ed|ing)?|challeng(?:e|es|ed)|question(?:s|ed)?|object(?:s|"
    r"ed)?(?: to)?|in good faith|doubts?|querie[sd]|query|incorrect|wrong"
)
HOLDS_BACK = phrase(
    r"withhold(?:s|ing)?|withheld|held back|set off|deferred|hold(?:s|ing)? (?:(?:that|the|this|it|them|such|any|a|disputed|part|sum|"
    r"amount|item|portion)[ ,]+){0,4}back|keep(?:s)? back|retain(?:s)?|not (?:be )?(?:obliged|required) to pay|suspend payment|"
    r"refrain from paying|need not pay|defer(?:s)?|leave[s]? (?:it |that |them )?unpaid|refuse to pay|set(?:s)? aside|not pay|"
    r"deduct(?:s)?|does not have to pay"
)
NO_HOLDING = phrase(
    r"(?:without|no|free of|not subject to)(?: any)?(?: right of| right to)? (?:set-?off|deduction|withholding|counterclaim|retention|"
    r"abatement)[a-z ,-]{0,60}|nothing held back|(?:not|nor|never) (?:withhold|hold back|set off|deduct|withheld|held back|deducted)|"
    r"in full and|regardless of any dispute|even (?:if|where|though) (?:it |CUSTOMER )?(?:disputes?|contests?)|whether or not (?:it |"
    r"CUSTOMER )?(?:disputes?|contests?)|pay first|no (?:set-?off|withholding)|notwithstanding any dispute"
)
BILLING = phrase(
    r"(?:shall|will|may|must) invoice|invoices? (?:CUSTOMER|yearly|annually|monthly|quarterly|in advance|in arrears|the|are|is)|"
    r"(?:invoiced|billed|charged|payable|paid|pays?) [a-z ,]{0,40}(?:in advance|in arrears|upon|monthly|quarterly|annually|yearly|each)|"
    r"(?:do|does|are|is) not (?:pay back|refundable|refunded|repay)|non-?refundable|reimburse[sd]? (?:[a-z]+ )?(?:reasonable )?(?:travel|"
    r"expenses|out-of-pocket)|"
    r"set off counterclaims|fixed price in|instal?lments? (?:stated|due|for)|you pay the charges|CUSTOMER (?:shall |will |"
    r"must )?pays? (?:VENDOR )?(?:the|all|for) (?:[a-z]+ )?(?:fees|charges|price|amounts?|remuneration)"
)


def read_payment(passage: Passage) -> Reading | None:
    """Read when invoices fall due and what follows when they aren't paid. A refund's or a dispute's time limit is not the due date."""
    if passage.clause.kind in ("table_row", "definition"):
        return _row(passage) or _any_words(passage)
    net = late = held = None
    anchor: Sentence | None = None
    for sentence in passage.sentences:
        net_here = _net(sentence) if net is None else None
        late_here = _late(sentence) if late is None else None
        held_here = _held(sentence) if held is None else None
        if net_here or late_here or held_here or (anchor is None and _speaks_of_interest(sentence)):
            anchor = anchor or sentence
        net, late, held = net or net_here, late or late_here, held or held_here
    if anchor is not None:
        if (late is None and _speaks_of_interest(anchor)) or any(_speaks_of_interest(s) and not s.percents for s in passage.sentences):
            late = late or _rate_elsewhere(passage)
        if net is None or any(s.has(DISPLACED) for s in passage.sentences):
            net = _net_elsewhere(passage) or net
        if (net is None or late is None) and (other := _any_words(passage)) is not None:
            net, late, held = (
                net or other.terms.get("net_days"),
                late or other.terms.get("late_interest_percent_month"),
                held or other.terms.get("dispute_right"),
            )
        return passage.reading("payment_terms", anchor, net_days=net, late_interest_percent_month=late, dispute_right=held)
    if (other := _any_words(passage)) is not None:
        return other
    billing = next(
        (s for s in passage.sentences if s.has(BILLING) and passage.clause.kind not in ("definition", "heading", "recital")), None
    )
    return (
        None
        if billing is None
        or not passage.titled(
            "pay", "fee", "charge", "price", "invoic", "money", "remuneration", "commercial", "order", "billing", "tax", "expense"
        )
        else passage.reading("payment_terms", billing)
    )


_LAPSE = phrase(r"barred|time-barred|lapses?|prescribed|limitation period")  # of a claim: no time for payment


def _any_words(passage: Passage) -> Reading | None:
    """The time for payment and the cost of lateness in other words than the usual, where no clause has those."""
    if passage.clause.kind in ("recital", "title", "heading", "definition", "signature", "parties"):
        return None
    usual = passage.view.remembered(_any_words, lambda _: _usual(passage.paper.all))
    row = passage.clause.kind == "table_row"
    statements: tuple[Stretch, ...] = (passage,) if row else tuple(s for s in passage.sentences if not s.has(_LAPSE))
    if row and not is_pay_row(passage):
        return None
    net = None if "net" in usual else next((found for s in statements if (found := any_net(s, row=row))), None)
    rate = None if "rate" in usual else next((found for s in statements if (found := any_rate(s))), None)
    hold = next((found for s in statements if (found := may_hold(s))), None)
    proven = net or rate
    if proven is None:
        return None
    anchor = next((s for s in statements if s.span.covers(proven.span)), passage)
    return passage.reading("payment_terms", anchor, net_days=net, late_interest_percent_month=rate, dispute_right=hold)


def _usual(passages: tuple[Passage, ...]) -> set[str]:
    """What some clause of the paper gives in the usual words: the time for payment, the rate of interest."""
    found = set()
    for each in passages:
        if each.clause.kind in ("table_row", "definition"):
            reading = _row(each)
            if reading is not None:
                found |= {"net"} if "net_days" in reading.terms else {"rate"}
        elif any(_net(s) for s in each.sentences):
            found.add("net")
        if any(_late(s) or s.has(OVER_BASE, INTEREST) for s in each.sentences):
            found.add("rate")
    return found


# "unless the Order Form sets a shorter period": the row counts, if there is one.
DISPLACED = phrase(
    r"(?:unless|except|save)[a-zA-Z ,]{0,20} (?:order form|schedule|statement of work|annex|exhibit|summary|special terms|invoice|"
    r"order)[a-z ]{0,20} (?:sets?|states?|provides?|names?|says?|specif(?:y|ies)|shows?|gives?)"
)
NET_ROW = phrase(
    r"payment (?:period|terms?|deadline|due|time|target|within|days)|invoices? (?:due|payable|are due|fall due|to be paid)|invoices?|"
    r"due date|time (?:for|of) payment|payment|payable|term of payment|pay(?:ing)? (?:within|time)|credit period|settlement period"
)
RATE_ROW = phrase(
    r"(?:daily|annual|yearly|monthly|default|late(?: payment)?|overdue|interest) (?:rate|interest|charge)|interest|rate of interest|"
    r"late (?:sums|payment|amounts)|overdue (?:sums|amounts)|arrears"
)


def _row(passage: Passage) -> Reading | None:
    """A row or a definition that gives the time for payment or the rate of interest."""
    first = passage.sentences[0] if passage.sentences else passage
    head = Stretch(passage.view, Span(passage.at.start, min(passage.at.end, passage.at.start + 60)))
    net = _row_net(passage) if head.has(NET_ROW) else None
    late = _rate(passage) if head.has(RATE_ROW) and not head.has(phrase("tax|vat|day rates?|hourly rates?|exchange")) else None
    return (
        None
        if net is None and late is None
        else passage.reading(
            "payment_terms", first if net is None and late is None else passage, net_days=net, late_interest_percent_month=late
        )
    )


def _row_net(passage: Stretch) -> Proof | None:
    if passage.has(phrase("refund|dispute|terminat|renew|availability")) or passage.percents:
        return None
    found = passage.find(NET)
    if found is not None:
        return found.proves(int(found.groups.get("net") or found.groups["net2"]))
    for duration in passage.durations:
        after = Stretch(passage.view, Span(duration.at.end, min(passage.at.end, duration.at.end + 40)))
        before = Stretch(passage.view, Span(max(passage.at.start, duration.at.start - 40), duration.at.start))
        if duration.unit in ("day", "week", "month") and (
            after.has(FROM)
            or after.has(phrase("from|after|of|following"))
            or before.has(phrase("payment period|within|net|time for payment"))
        ):
            return days(passage, duration)
    return None


def _net_elsewhere(passage: Passage) -> Proof | None:
    """The time for payment in a row or definition that the clause uses or yields to."""
    if not passage.has(
        phrase(
            r"payment period|period (?:stated|set|shown|given|named)|time (?:stated|set|shown|given)|shorter period|(?:within|"
            r"in) the (?:period|time)|payment terms?|due date|order form|schedule"
        )
    ):
        return None
    rows = [*passage.definitions, *passage.referred, *(p for p in passage.paper.all if p.clause.kind == "table_row")]
    found = (_row_net(row) for row in rows if row.find(NET_ROW) is not None and len(row.words) < 300)
    return next((each for each in found if each), None)


def _rate_elsewhere(passage: Passage) -> Proof | None:
    rows = [*passage.definitions, *passage.referred]
    found = (_rate(row) for row in rows if row.has(RATE_ROW) and len(row.words) < 400 and not row.has(OVER_BASE))
    return next((each for each in found if each), None)


def _net(sentence: Sentence) -> Proof | None:
    net = sentence.find(NET)
    if net is not None:
        return net.proves(int(net.groups.get("net") or net.groups["net2"]))
    if not sentence.has(BILL, PAYS, FROM):
        return None
    for hit in sentence.hits(PAYS):
        for duration in sentence.durations:
            gap = max(duration.at.start - hit.at.end, hit.at.start - duration.at.end)
            if (
                duration.unit in ("day", "week", "month")
                and gap < 90
                and _is_due(sentence, duration.at.start, duration.at.end)
                and not hit.negated
            ):
                return days(sentence, duration)
    return None


def _is_due(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a period runs from an invoice to its payment."""
    text = sentence.view.text
    before = text[max(sentence.at.start, start - 45) : start].decode("ascii")
    after = text[end : min(sentence.at.end, end + 60)].decode("ascii")
    runs = any(
        word in before
        for word in (
            "within",
            "due",
            "payable",
            "paid",
            "not later than",
            "no later than",
            "net",
            "in ",
            "at ",
            "by ",
            "term",
            "of ",
            "settle",
            "pay ",
            "have ",
        )
    )
    since = any(word in after[:40] for word in ("of ", "after", "from", "following", "net", "upon"))
    other = any(
        word in before + after
        for word in (
            "refund",
            "repa",
            "credit note",
            "remind",
            "notice",
            "dispute",
            "object",
            "terminat",
            "suspend",
            "cure",
            "reason",
            "states",
            "in writing",
            "unpaid",
            "overdue for",
            "more than",
            "challenge",
        )
    )
    return runs and since and not other


def _speaks_of_interest(sentence: Sentence) -> bool:
    return sentence.has(phrase("interest"), LATE) and not sentence.has(phrase("interest in|best interests?|interests of|right, title"))


def _late(sentence: Sentence) -> Proof | None:
    """Interest on late sums, in percent a month."""
    if not sentence.has(INTEREST, LATE) or sentence.has(OVER_BASE):
        return None
    charge = sentence.find(INTEREST)
    if charge is None or sentence.has(phrase("no interest|not (?:bear|carry|accrue) (?:any )?interest|interest-free|free of interest")):
        return None
    return _rate(sentence)


def _rate(stretch: Stretch) -> Proof | None:
    """A percentage by the month, day, week or year, in percent a month."""
    for percent in stretch.percents:
        place = stretch.place(percent)
        for pattern, divisor in ((PER_MONTH, 1.0), (PER_YEAR, 12.0), (PER_DAY, 1 / 30), (PER_WEEK, 7 / 30)):
            if any(-45 < h.at.start - place.at.end < 60 for h in stretch.hits(pattern)):
                value = round(percent.value / divisor, 4)
                return place.proves(int(value) if value == int(value) else value)
    return None


def _held(sentence: Sentence) -> Proof | None:
    """Whether disputed sums may be held back."""
    no = sentence.find(NO_HOLDING)
    if no is not None and sentence.has(FEES | BILL) and not sentence.has(phrase("tax(?:es)?|VENDOR shall pay")):
        return no.proves(False)
    hold = sentence.find(HOLDS_BACK)
    if hold is not None and sentence.has(DISPUTED) and sentence.has(BILL) and subject_of(hold) in ("customer", "either", None):
        return hold.proves(not hold.negated or "not" in hold.words)
    fair = sentence.find(
        phrase(r"undisputed (?:invoices?|amounts?|sums?|fees|charges|portion)|(?:not|no longer) (?:be )?(?:in|the subject of a) dispute")
    )
    if fair is not None and sentence.has(LATE, INTEREST):
        return None
    dispute = sentence.find(phrase(r"(?:may|can|is entitled to) (?:in good faith )?(?:dispute|contest)"))
    if dispute is not None and sentence.has(BILL) and sentence.has(phrase("undisputed|rest|remainder|balance|uncontested")):
        return dispute.proves(True)
    return proof(None) if not sentence.has(PERMITS) else None


RULE = Rule(
    "payment_terms",
    read_payment,
    examples=(
        fires(
            "Customer shall pay each invoice within thirty (30) days after receipt. Late sums bear interest at 18% per annum.",
            net_days=30,
            late_interest_percent_month=1.5,
        ),
        fires("Invoices fall due ten business days after their date.", net_days=14),
        fires("You may hold back an amount that you dispute in good faith; the rest of the invoice is paid on time.", dispute_right=True),
        fires(
            "Please pay each invoice within two weeks of the date on it, in full and with nothing held back or set off. A sum that comes "
            "in late grows by 2% a month.",
            net_days=14,
            dispute_right=False,
            late_interest_percent_month=2,
        ),
        near_miss(
            "Overdue sums bear interest at eight percentage points above the base rate.", late_interest_percent_month=None, net_days=None
        ),
        near_miss("Vendor shall refund prepaid fees within thirty days after termination."),
        near_miss("All right, title and interest in the Service remain with Vendor."),
        near_miss("Customer shall notify Vendor of a disputed invoice within twenty days after receipt."),
    ),
)
