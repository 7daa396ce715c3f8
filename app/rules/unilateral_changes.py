"""Changes of the terms: only by a paper that both sign, or by one side alone; by posting, after what notice, for whom and from when.

Changes of the product are read where the text limits them (no material reduction), not as changes of the terms.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.domain.span import Span
from app.rules.exit_words import PERMITS, around, days, near, proof, subject_of
from app.rules.living_terms import read_living_terms
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase
from app.rules.rule import Rule, fires, near_miss

TERMS = phrase(
    r"(?:these |this |the |our |VENDOR's )?(?:[a-z]+ )?(?:terms(?: of (?:use|service|business|trade))?|agreement|contract|licen[cs]e|"
    r"conditions(?: of (?:use|business|service))?|polic(?:y|ies)|rules|standards|exhibits?|annex(?:es)?|schedules?|appendi(?:x|ces)|"
    r"attachments?|guidelines|charter|wording|text|texts|provisions?|documents?|"
    r"clauses?|sections?|data sheet|code of conduct|handbook|description|descriptions|order form|amendments?|addend(?:um|a)|"
    r"statements? of work|requirements|procedures|page|paper|instrument|deed)"
)
CHANGES = phrase(
    r"chang(?:e|es|ed|ing)|amend(?:s|ed|ment|ments|ing)?|modif(?:y|ies|ied|ication|ications|ying)|revis(?:e|es|ed|ion|ions|ing)|"
    r"updat(?:e|es|ed|ing)|var(?:y|ies|ied|iation|iations|ying)|alter(?:s|ed|ation|ations|ing)?|replac(?:e|es|ed|ement|ing)|rework(?:s|"
    r"ed|ing)?|rewrit(?:e|es|ten|ing)|"
    r"swap(?:s|ped)?|supplement(?:s|ed)?|adapt(?:s|ed|ation|ations|ing)?|substitut(?:e|es|ed|ion)|develop(?:s|ed)? (?:them|it|these|"
    r"those)|re-?issue[sd]?|redraft(?:s|ed)?|adjust(?:s|ed|ment|ments)?|edit(?:s|ed)?|refresh(?:es|ed)?|new (?:text|version|wording|"
    r"edition|terms)s?|"
    r"stays? as it is|(?:takes?|take|takes over) the place|kept up to date|keeps? (?:[a-z ]{1,30} )?(?:up to date|current)|(?:better|"
    r"later|revised|amended|current) (?:text|version|wording|terms)s?|brings? (?:them |it |[a-z ]{1,30} )?up to date|re-?formulate[sd]?|"
    r"post(?:s|ed)? (?:new|better|revised|amended)|add(?:s)? to"
)
SIGNED = phrase(
    r"sign(?:ed|s|ature|atures|ing)?|countersign(?:ed)?|(?:in |a )?writ(?:ing|ten)(?: (?:agreement|instrument|document|amendment|consent|"
    r"addendum|form|supplement))?|executed|text form|both (?:of us|parties|EITHER)|mutual(?:ly)? (?:written )?(?:agree|consent)[a-z]*|"
    r"agreement of (?:both|EITHER)|supplement|by (?:both|EITHER)|memorandum|each party"
)
ONLY_BY = phrase(
    r"only (?:by|in|through|with|if|when|where|upon|an?)|unless|except (?:by|in|with|through|when|if)|requires?|needs?|calls? for|takes?|"
    r"save (?:by|in)|other(?:wise)? than (?:by|in|through)|until|must be|shall be (?:made )?in|has no effect|not (?:be )?(?:effective|"
    r"valid|binding)|no effect|stays? as it is|without"
)
PART_ONLY = phrase(
    r"(?:the )?order form(?: itself)?|change orders?|statements? of work|no change of scope|scope|fees and dates|purchase orders?|"
    r"specifications?"
)
POSTS = phrase(
    r"post(?:s|ed|ing|ings)?|publish(?:es|ed|ing)?|publication|plac(?:ed|es|ing) (?:[a-z ]{1,40} )?(?:at|on) (?:that|the|its|VENDOR's|"
    r"an?) (?:address|website|site|page|portal|web)|display(?:s|ed|ing)?|upload(?:s|ed|ing)?|load(?:ed|ing)|website|web ?site|web ?page|"
    r"portal|online|(?:https?://|www\.)[^\s]+|[a-z0-9-]+\.(?:com|org|io|net|example|ai|eu)[^\s]*|url|link|"
    r"at (?:that|this|the following) address|found at|is up|appearance there|available at|lives? at|our site|VENDOR's site|in-?app|"
    r"dashboard|console|repository|the page"
)
AT_WILL = phrase(
    r"at any time|from time to time|whenever|as often as|at (?:its|VENDOR's) (?:sole |own |absolute )*(?:discretion|option)|in (?:its|"
    r"VENDOR's) (?:sole |own |absolute )*(?:discretion|judge?ment)|as (?:it|VENDOR) (?:may )?(?:sees?|thinks?|deems?|considers?|pleases?|"
    r"likes?|wish(?:es)?|choose)[a-z]*(?: fit| right| useful| appropriate| necessary)?|"
    r"(?:for the time being|then[- ]current|as (?:amended|updated|revised|modified|changed|in force)|current (?:version|text|wording)|"
    r"latest version|given (?:day|time)|any given|on that day|as (?:it|they) (?:then )?(?:stands?|reads?))|without (?:prior )?(?:notice|"
    r"consent)|now and then|periodically|unilaterally|alone|by itself|when(?:ever)? (?:it|VENDOR)"
)
BINDS = phrase(
    r"bind(?:s|ing)?|appl(?:y|ies) (?:to|from|as)|(?:takes?|come|comes|become|becomes) (?:immediate )?(?:effect|effective|into force|"
    r"binding)|effective|governs?|counts|prevails?|replaces?|supersedes?|takes the place|stands in place|takes precedence|come first|"
    r"from (?:that|the) (?:moment|day|hour|time|instant|date)|covers?|form(?:s)? part|is part of|incorporated|"
    r"deemed (?:to )?(?:have )?accept(?:ed|ance)|constitutes? acceptance|continued (?:use|operation|access)|using (?:it|"
    r"the service) (?:after|means)|keep(?:s)? using|acceptance that is required|nothing further (?:for [A-Z]+ )?to sign"
)
NO_EFFECT = phrase(
    r"(?:has|have|shall have|be of) no (?:legal )?(?:effect|force)|no (?:part|bearing)|(?:do|does|shall|will|can)(?:n't| not) (?:alter|"
    r"change|vary|amend|modify|affect|apply|bind|form part|become part)|alters? nothing|not (?:be )?(?:binding|part of)|"
    r"nothing (?:that )?(?:VENDOR )?(?:posts?|publish(?:es)?)|have no application|do not become|for information"
)
PRODUCT = phrase(
    r"services?|platform|software|features?|functions?|functionality|product|documentation|components?|applications?|user interface|"
    r"model|modules?|suite|system|infrastructure|hosting|seats?|scope|deliverables?|specifications?|replacement|fees|prices|charges|"
    r"rates?|rate card|amounts|password|credentials|schedule of|timetable|sub-?processors?"
)
NO_REDUCTION = phrase(
    r"(?:not|no|never|nor|without|neither|[a-z]+n't)[a-zA-Z' ,]{0,70} (?:material(?:ly)? |substantial(?:ly)? |significant(?:ly)? |"
    r"adverse(?:ly)? )(?:and adversely )?(?:reduc|diminish|degrad|lessen|decreas|impair|adverse|affect|detriment|worsen|limit|weaken|"
    r"loss|prejudic|restrict|harm)[a-z]*|"
    r"(?:functions?|functionality|security|service levels?|performance|rights|protection)[a-z ,]{0,60} (?:may|shall|will|must|do|"
    r"does) not (?:thereby |be )?(?:fall|reduced|diminish|decrease|suffer|lessen|worse|degrade|deteriorate|impaired|lowered)[a-z]*|"
    r"no less (?:favou?rable|protective)|not (?:be )?(?:materially )?(?:less|worse|lower)|"
    r"(?:not|no) (?:to )?(?:reduce|diminish|degrade|lower|impair|worsen|weaken)[a-z]*|no (?:material )?(?:reduction|degradation|loss|"
    r"detriment|worsening|decrease)"
)
FUTURE_ONLY = phrase(
    r"(?:appl(?:y|ies)|goes|valid|effective|govern(?:s)?|bind(?:s)?|counts?) (?:only )?(?:to |with |for |"
    r"from )?(?:[a-z ]{1,40} )?(?:releases?|versions?|downloads?|copies|orders?|subscriptions?|renewals?|terms?|periods?|uses?|"
    r"purchases?|extension)s? (?:that |which )?(?:[a-z ]{0,30} )?(?:after|later|afterwards|thereafter|released|made|future|come out|"
    r"downloaded|delivered|next)|"
    r"(?:only|solely) (?:to|for|from|with) (?:[a-z ]{1,30} )?(?:future|later|subsequent|new|next|following) (?:[a-z]+ )?(?:releases?|"
    r"versions?|downloads?|copies|orders?|terms?|periods?|renewals?)|(?:future|later|subsequent|new) (?:releases?|versions?|downloads?|"
    r"copies) only|"
    r"(?:already|existing|earlier)[a-zA-Z ]{0,40} (?:stays?|remains?|continues?|goes on) (?:under|with|to be|governed|"
    r"subject)[a-zA-Z ]{0,40}|the text that came with it (?:goes on|stays|remains)|(?:not|no effect) (?:on|to|for|touch|"
    r"affect) (?:[a-z ]{1,30} )?(?:releases?|versions?|copies) (?:already|that [A-Z]+ (?:already )?(?:has|have))"
)
EXISTING = phrase(
    r"(?:already|existing|long before|earlier|previously|whenever|past)[a-z ,]{0,40} (?:in (?:operation|use)|delivered|downloaded|"
    r"fetched|made|deployed|put to work|obtained|running|copies|deployments|installations)|(?:copies|deployments|releases|versions|"
    r"installations|use|uses|models)[a-z ,]{0,40} (?:already|long before|in operation|whenever|fetched|made before|existing)|"
    r"(?:all|every) (?:releases?|versions?|cop(?:y|ies)|deployments?|existing use)|existing (?:use|uses|deployments|copies|licen[cs]es?|"
    r"users|installations)|retroactive(?:ly)?|with retrospective effect|past (?:and|or|as well as) (?:present|future)|regardless of when|"
    r"no matter when"
)
INCORPORATED = phrase(
    r"(?:policies|terms|rules|standards|guidelines|charter|code|conditions)[a-zA-Z', ]{0,60} (?:published|posted|displayed|found|"
    r"available|at|kept|located|located at|on|set out)"
)
LEAVES = phrase(r"terminat(?:e|es)|end(?:s)? (?:this|the)|leave|withdraw|cancel|exit|give notice|walk away|step out")


def read_changes(passage: Passage) -> Reading | None:
    """Read how the terms may change. None where only the product, prices or the scope of one order change.

    `notice_days` and the rest describe the vendor's own power; a paper that both sign is `signed_only`.
    """
    alone = _alone(passage)
    if alone is not None:
        return alone
    signed = _signed(passage)
    if signed is not None:
        part = signed.sentence.has(PART_ONLY) and not signed.sentence.has(
            phrase(r"(?:this|these|the) (?:agreement|contract|terms)|no (?:other )?(?:variation|amendment)")
        )
        return (
            None
            if part and not passage.has(POSTS) and not _alone_nearby(passage)
            else passage.reading("unilateral_changes", signed.sentence, signed_only=None if part else signed.sentence.proves(True))
        )
    return None if _usual(passage) else read_living_terms(passage)


def _usual(passage: Passage) -> bool:
    """Whether some clause of the paper says in the usual words how the terms change."""
    return passage.view.remembered(
        _usual, lambda _: any(_alone(each) is not None or _signed(each) is not None for each in passage.paper.all)
    )


def _alone_nearby(passage: Passage) -> bool:
    return any(_alone(each) is not None for each in passage.siblings)


def _signed(passage: Passage) -> Hit | None:
    """Where it says that the terms change only by a paper of both."""
    if passage.clause.kind in ("definition", "recital", "signature"):
        return None
    for sentence in passage.sentences:
        hit = sentence.find(CHANGES)
        if (
            hit is None
            or hit.words.startswith("take")
            or not sentence.has(SIGNED, ONLY_BY)
            or sentence.has(
                phrase(
                    "purchase orders?|greater rights|formal notices?|notices must|sub-?processors?|personal data|prices?|fees shall|work "
                    "proceeds|(?:shall|may|will|can) (?:not )?(?:assign|transfer|sub-?contract|delegate)[a-z]*|change of control"
                )
            )
            or near(sentence, phrase("notice"), within=30)
        ):
            continue
        about_terms = sentence.has(
            phrase(
                "agreement|contract|terms|amendments?|variations?|changes?|alterations?|modifications?|licen[cs]e|order "
                "form|it|annex(?:es)?|deed|provisions?"
            )
        )
        if (
            about_terms
            and (
                hit.negated
                or sentence.has(
                    phrase(
                        "only|requires?|needs?|calls? for|must be|shall be in|takes|stays? as it is|unless|until|without|may be|can amend"
                    )
                )
            )
            and not _one_sided(hit)
        ):
            return hit
    return None


def _one_sided(hit: Hit) -> bool:
    return subject_of(hit) == "vendor" and not hit.negated


def _alone(passage: Passage) -> Reading | None:
    """The vendor's power to change the terms, wherever the sentences of the passage say it."""
    if passage.clause.kind in ("recital", "signature", "title", "heading"):
        return None
    for sentence in passage.sentences if passage.clause.kind != "definition" else ():
        power = _power(passage, sentence)
        if power is None:
            continue
        scope = passage
        if scope.has(NO_EFFECT) and not scope.has(BINDS):
            return None
        return _reading(passage, sentence, power)
    return _definition(passage)


def _power(passage: Passage, sentence: Sentence) -> Hit | None:
    """The word by which the vendor alone changes terms."""
    for hit in sentence.hits(CHANGES):
        if (
            hit.negated
            or sentence.has(phrase("copy|sublicen[cs]e|reproduce|distribute"))
            or (sentence.has(SIGNED) and sentence.has(phrase("both|each party|EITHER have|mutual")))
            or subject_of(hit) not in ("vendor", None)
        ):
            continue
        may = (
            (subject_of(hit) == "vendor" and passage.has(POSTS, BINDS))
            or sentence.has(PERMITS)
            or sentence.has(AT_WILL)
            or sentence.has(phrase("on (?:[a-z() 0-9-]{1,30}) notice"))
        )
        if not may:
            continue
        named = subject_of(hit) == "vendor" or (sentence.has(POSTS) and sentence.has(BINDS))
        if named and _object(passage, sentence, hit):
            return hit
    return None


def _object(passage: Passage, sentence: Sentence, hit: Hit) -> bool:
    """Whether what changes is a text that binds: terms, a policy, an annex; or the product within limits that the text sets."""
    after = Stretch(hit.view, Span(hit.at.start, min(sentence.at.end, hit.at.end + 70)))
    words = hit.view.text[hit.at.end : hit.at.end + 40].decode("ascii")
    terms = after.find(TERMS)
    product = after.find(PRODUCT)
    if words.lstrip().startswith(("them", "it ", "these", "those", "for others")):
        return around(passage, sentence, back=1, ahead=0).has(TERMS) and not around(passage, sentence, back=1, ahead=0).has(
            phrase("prices?|rate card|rates|documentation|sub-?processors?")
        )
    if sentence.before(hit).words.endswith(("such ", "these ", "those ", "make ", "the ")) and hit.words.startswith(
        ("change", "amend", "revis", "modif", "var", "alter", "adapt", "adjust")
    ):
        return around(passage, sentence, back=1, ahead=0).has(TERMS, CHANGES) and not around(passage, sentence, back=1, ahead=0).has(
            phrase("prices?|rate card|rates|documentation|sub-?processors?|scope|fees")
        )
    if product is not None and (terms is None or product.at.start < terms.at.start):
        return (
            passage.has(NO_REDUCTION)
            and _notice(passage) is not None
            and sentence.has(PERMITS)
            and not after.has(phrase("sub-?processors?|fees|prices?|charges|rates?|amounts"))
        )
    return (
        terms is not None
        or Stretch(hit.view, hit.at).has(phrase("(?:new|better|later) (?:text|terms|wording)s?"))
        or (sentence.before(hit).has(TERMS) and not sentence.has(PRODUCT))
    )


def _reading(passage: Passage, sentence: Sentence, power: Hit) -> Reading | None:
    notice = _notice(passage)
    posting = _posting(passage, sentence) if notice is None else passage.find(phrase("e-?mail to|in writing|written notice"))
    existing = next(
        (
            hit
            for hit in passage.hits(EXISTING)
            if not hit.negated and not hit.sentence.has(phrase("only where mandatory law|not affected|does not|do not"))
        ),
        None,
    )
    future = next((hit for hit in passage.hits(FUTURE_ONLY)), None)
    said = sentence.view.text[max(sentence.at.start, power.at.start - 45) : power.at.start].decode("ascii")
    if (
        posting is None
        and notice is None
        and (said.endswith(" be ") or not any(word in said for word in ("may ", "can ", "right to ", "entitled to ", "free to ")))
    ):
        return None
    return passage.reading(
        "unilateral_changes",
        (posting.sentence if posting is not None and notice is None else sentence),
        by_posting=None if posting is None else posting.proves(notice is None),
        notice_days=notice,
        termination_right=_may_leave(passage),
        no_material_reduction=proof(passage.find(NO_REDUCTION)),
        future_versions_only=proof(future),
        binds_existing=proof(existing) if future is None else None,
    )


def _posting(passage: Passage, sentence: Sentence) -> Hit | None:
    """Where the change takes effect with its appearance, or whenever the vendor likes."""
    posts = passage.find(POSTS)
    if posts is not None and (passage.has(BINDS) or passage.has(AT_WILL)):
        binding = next((hit for hit in passage.hits(BINDS) if hit.sentence.has(POSTS) or hit.sentence.has(CHANGES)), None)
        return binding or posts
    will = sentence.find(AT_WILL)
    return will if will is not None and passage.has(TERMS) and not sentence.has(PRODUCT) else None


def _notice(passage: Passage) -> Proof | None:
    for sentence in passage.sentences:
        if sentence.has(phrase("not (?:send|give)|no (?:separate )?notice|without (?:prior )?notice")):
            continue
        duration = near(sentence, phrase("notice|notify|notifies|before|ahead|in advance|prior|e-?mail|informs?|after"), within=70)
        if duration is not None and not sentence.has(phrase("terminate within")):
            return days(sentence, duration)
    return None


def _may_leave(passage: Passage) -> Proof | None:
    places: list[Sentence] = [*passage.sentences]
    index = passage.paper.all.index(passage) if passage in passage.paper.all else -1
    if 0 <= index < len(passage.paper.all) - 1 and passage.paper.all[index + 1].clause.parent == passage.clause.parent:
        following = passage.paper.all[index + 1]
        places += [s for s in following.sentences if s.has(CHANGES)]
    for sentence in places:
        for hit in sentence.hits(LEAVES):
            if subject_of(hit) in ("customer", "either", None) and sentence.before(hit).has(PERMITS):
                return hit.proves(not hit.negated)
    return None


def _definition(passage: Passage) -> Reading | None:
    """A definition of rules that the vendor publishes in whatever version stands at the time."""
    for sentence in passage.sentences:
        published = sentence.find(INCORPORATED)
        version = sentence.find(AT_WILL)
        if (
            published is None
            or version is None
            or not sentence.has(POSTS)
            or sentence.has(
                phrase(
                    "user guides?|help pages|data protection law|law|statute|regulation|(?:acceptable "
                    "use|support|security|privacy|cookie|data "
                    "processing|data protection|sub-?processor|service level|refund|trademark) "
                    "(?:polic(?:y|ies)|terms|agreement|addendum|standards|rules)"
                )
            )
            or not sentence.has(
                phrase("from time to time|for the time being|as (?:amended|updated|revised|modified|changed)|any given (?:day|time)")
            )
        ):
            continue
        if passage.clause.kind in ("definition", "table_row") or sentence.has(phrase("means|form(?:s)? part|incorporated")):
            return passage.reading("unilateral_changes", sentence, by_posting=version.proves(True))
    return None


RULE = Rule(
    "unilateral_changes",
    read_changes,
    examples=(
        fires(
            "Vendor may revise the Operating Policies whenever it sees fit by placing the revised text on its website, and each revision "
            "binds Customer from that moment.",
            by_posting=True,
            notice_days=None,
        ),
        fires("We may change these terms at any time. The new terms take effect when they are posted.", by_posting=True),
        fires(
            "Vendor may amend the Service Policies on sixty days' written notice, provided that no amendment materially reduces "
            "Customer's rights; Customer may terminate before it takes effect.",
            notice_days=60,
            no_material_reduction=True,
            termination_right=True,
        ),
        fires("This Agreement may be amended only by a document signed by both parties.", signed_only=True),
        near_miss(
            "No amendment is effective unless in writing and signed by both parties; nothing that Vendor posts on a website varies this "
            "Agreement.",
            signed_only=True,
            by_posting=None,
        ),
        near_miss("Vendor may at any time replace components of the Suite by equivalent ones."),
        near_miss("Vendor may change its prices on ninety days' notice."),
        near_miss("A waiver is effective only if made in writing."),
    ),
)
