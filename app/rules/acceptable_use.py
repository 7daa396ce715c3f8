"""Acceptable use: what the customer must not do with the service or model, who changes that policy, and who answers for users.

"Answers for each downstream act" is read where what strangers do counts as the customer's own doing; answering for the people to whom
it gives access isn't that.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase
from app.rules.reading.subjects import AT_WILL, Subject, meanings, operative, withheld
from app.rules.rule import Rule, fires, near_miss
from app.rules.rules_of_use import read_rules_of_use
from app.rules.settled import laid_together, loosely, usual

POLICY = phrase(
    r"(?:the )?rules (?:of|for|on) (?:[a-z]+ )?use|(?:acceptable|permitted|responsible|prohibited|good|fair|proper|use|usage|conduct|"
    r"content|"
    r"deployment)(?:[- ](?:and [a-z]+ )?(?:use|usage|uses|conduct|deployment|ai|practice))?[- ](?:polic(?:y|ies)|rules|guidelines|"
    r"standards|restrictions|guide|code|principles)|aup|use polic(?:y|ies)|house rules|charter(?: of [a-z ]+use)?|code of conduct|"
    r"community (?:guidelines|standards)|"
    r"rules (?:of|on) (?:conduct|responsible use|use|behaviou?r)(?: for [a-z]+)?|deployment standards|good use|prohibited uses?|"
    r"use restrictions|(?:the )?(?:policy|standards|charter|rules|guidelines)"
)
RULES_OF_USE = Subject(
    POLICY,
    phrase(r"rules|polic(?:y|ies)|standards?|charter|guidelines|code|restrictions"),
    phrase(r"responsible use|acceptable use|good use|use of|conduct|must not be used|prohibited"),
)
USES = phrase(
    r"us(?:e|es|ed|ing)|abide|observ(?:e|es)|compl(?:y|ies)|adher(?:e|es)|keep(?:s)? to|in accordance with|follow(?:s)?|operat(?:e|"
    r"es)|govern(?:s)?|must not be used|refrain|bind(?:s)?|accept(?:s)?"
)
CHANGES = phrase(
    r"chang(?:e|es|ed|ing)|revis(?:e|es|ed|ion|ions)|updat(?:e|es|ed)|amend(?:s|ed|ment|ments)?|rewrit(?:e|es)|rework(?:s)?|"
    r"modif(?:y|ies|ied)|replac(?:e|es|ed)|alter(?:s|ed)?|adapt(?:s)?|keep(?:s)? [a-z ]{1,30} up to date|supplement(?:s|ed)?|vary|"
    r"varies"
)
AS_POSTED = phrase(
    r"(?:edition|version|text|wording|form)[a-zA-Z ,]{0,40}(?:online|posted|published|website|at the time|displayed|in force|"
    r"then current|current)|what (?:VENDOR's|the|its) (?:web)?site shows|as (?:posted|published|amended|updated|displayed|"
    r"revised)(?: from time to time| there| at any time)?|from time to time|at any time|(?:as soon as|when|once) (?:it|"
    r"they) appears?|for the time being|then[- ]current|as often as|whenever"
)
NOTIFIED = phrase(
    r"notice|notif(?:y|ies|ied)|inform(?:s|ed)?|write(?:s)? to|announc(?:e|es|ed)|tell(?:s)?|in advance|before|ahead|sends? word|"
    r"send word round|text form"
)
NOT_NOTIFIED = phrase(
    r"(?:without|no) (?:prior |separate |further |advance )*(?:notice|notification|announcement|word)|(?:do|does|shall|will|"
    r"need)(?:n't| not) (?:notify|inform|tell|send|announce|give)[a-z ]*|not (?:be )?(?:notified|announced)|no separate notice"
)
FORBIDDEN = phrase(
    r"unlawful(?:ly)?|illegal(?:ly)?|malicious|malware|virus(?:es)?|harmful|infring(?:e|es|ing)|decompil(?:e|es|ing)|"
    r"disassembl(?:e|es|y|ing)|reverse[- ]engineer(?:s|ing)?|take (?:it )?apart|resell(?:s|ing)?|sublet|sublicen[sc]e|"
    r"rent(?: it)? out|lease|sell (?:it|access|the)|circumvent(?:s|ing)?|get round|ways around|work around|probe(?:s)?|scrap(?:e|"
    r"es|ing)|by robot|pull out data|"
    r"derive the structure|source code of|compet(?:e|es|ing)|weapons?|stalk(?:ing)?|biometric|deceiv(?:e|es)|harass(?:ment|es)?|"
    r"spam|phishing|hate|pornograph[a-z]*|sexual content|child(?:ren)?|disinformation|misinformation|impersonat(?:e|es|ing)|"
    r"pretending|election|bully|threaten|share (?:one )?(?:login|credentials|password)s?|credentials?|sign-?in private|password|"
    r"vulnerabilit(?:y|ies)|benchmark(?:ing)? results|bureau|service bureau|third parties outside|remove any|legend|"
    r"copyright notices?|copy its features|in contravention of law|in breach of (?:mandatory )?law|security functions|"
    r"not (?:to )?use the service for|to a person's disadvantage|without (?:review by )?a (?:human|person|natural person)[a-z ]*|"
    r"no person involved|high-risk|military|surveillance|fraud(?:ulent)?"
)
PUBLISHED = phrase(r"published|part of this|found at|set out")
MUST_NOT = phrase(
    r"shall not|must not|may not|will not|not|does not|do not|refrain(?:s)? from|prohibited|forbidden|never|agrees? not to|nor|"
    r"barred|no (?:user|one|person)|is not permitted|please keep|keep(?:s)?|don't|see(?:s)? to it"
)
PRODUCT = phrase(
    r"service(?:s)?|platform|software|suite|model(?:s)?|material|product(?:s)?|system(?:s)?|bench|tool(?:s)?|access|loomboard|"
    r"workspace|account(?:s)?|release(?:s)?|output(?:s)?|weights|application|seats?|api|website|solution|it|credentials?|content|"
    r"offspring|log-?ins?|sign-?in"
)
OTHERS = phrase(
    r"end[- ]users?|its (?:customers|users|clients|licensees)|users of|downstream|third parties|other people|anyone|sublicensees|"
    r"recipients|customers'|CUSTOMER's (?:customers|users|clients)|their users|agreements with|terms with|people (?:who|that) use"
)
MUST_BIND = phrase(
    r"oblig(?:e|es|ed)|require(?:s)?|bind(?:s)?|bound|accept|agree(?:s)?(?: to)?|terms with|agreements with|contain|pass(?:ed|"
    r"es)? (?:on|through|down)|ask (?:them|users)|must ask|flow(?:s)? down|see that|ensure(?:s)?|commitments of like effect|"
    r"impose(?:s)?|undertake"
)
ATTRIBUTED = phrase(
    r"counts? (?:under this [a-z]+ )?as (?:done|an act|CUSTOMER's|having been)|imputed to|attributed to|as (?:done by|"
    r"CUSTOMER's own act|if CUSTOMER)|as though CUSTOMER|(?:is|are|be) (?:fully |solely |strictly )?(?:liable|responsible|"
    r"answerable|accountable) for|answers? for|bears? (?:full |sole )?(?:responsibility|liability) for|deemed (?:to be )?(?:an? |"
    r"the )?acts?|treated as CUSTOMER|stands? in for|for CUSTOMER's account|on CUSTOMER's account"
)
ANY_ACT = phrase(
    r"whatever|every(?:thing)? (?:act|use|that)|each (?:act|use)|any (?:act|use|misuse|output)|all (?:acts|uses?|conduct)|"
    r"by anyone|however far|down the line|downstream|regardless of what|(?:any|each|every) (?:end[- ]user|person|third party|"
    r"recipient)|whether or not CUSTOMER (?:knew|could|had)|whoever|no matter who|anything (?:done|that)"
)
OWN_PEOPLE = phrase(
    r"affiliates?|subsidiar(?:y|ies)|contractors|companies (?:in|of|that)|group|authori[sz]ed users|permitted users|personnel|"
    r"staff|employees|seats?|subcontractors|cloud providers"
)
NOT_LIABLE = phrase(
    r"(?:is|are|be) not (?:answerable|liable|responsible|accountable)|do(?:es)? not answer|don't answer|not answer for|"
    r"no liability for|not responsible for"
)
OTHER_TOPIC = phrase(
    r"indemnif[a-z]+|harmless|confidential information|terminat(?:e|es|ion)|infringes? (?:a |any |the |that )?(?:patent|copyright|"
    r"intellectual|third)|warrant(?:s|y|ies)|fees|invoice|solicit|employment|assign(?:s|ed)?|publicity|insurance|export|bribery|"
    r"anti-?corruption|suspend(?:s)?|audit(?:s)?|sub-?processor|train(?:s|ed)?|personal data|notice of (?:the )?claim|renew|"
    r"may not pass this agreement|visit(?:s|ors?)?|photograph|sanctions|transfer this|make(?:s)? CUSTOMER"
)
PRIVACY = phrase(
    r"support polic(?:y|ies)|sla|notice file|privacy polic(?:y|ies)|cookie|retention polic(?:y|ies)|security polic(?:y|ies)|"
    r"insurance polic(?:y|ies)|polic(?:y|"
    r"ies) of insurance|policyholders?|refund polic(?:y|ies)|travel polic(?:y|ies)|leave policy|service standards|"
    r"industry standards|accounting standards|operating (?:standards|polic(?:y|ies)|rules)|online polic(?:y|ies)|claim or a policy|"
    r"health and safety"
)


def read_acceptable_use(passage: Passage) -> Reading | None:
    """Read the limits on use and their policy; None if the passage sets none."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature"):
        return None
    return laid_together(
        usual(passage, _read_usual), loosely(passage, _read_usual, read_rules_of_use, "changes_at_will", "downstream_liability")
    )


def _read_usual(passage: Passage) -> Reading | None:
    policy, banned = _policy(passage), _banned(passage)
    downstream, through = _downstream(passage), _pass_through(passage)
    anchor = next((hit for hit in (policy, banned, downstream, through) if hit is not None), None)
    if anchor is None:
        return None
    terms = _changes(passage) if policy is not None else {}
    decided = next(
        (
            proof.span
            for proof in (terms.get("changes_at_will"), downstream.sentence.proves(True) if downstream else None)
            if proof is not None
        ),
        None,
    )
    sentence = next((s for s in passage.sentences if s.span == decided), anchor.sentence)
    return passage.reading(
        "acceptable_use",
        sentence,
        **terms,
        pass_through=through.sentence.proves(not through.negated) if through is not None else None,
        downstream_liability=downstream.sentence.proves(not _not_answering(downstream)) if downstream is not None else None,
    )


def _policy(passage: Passage) -> Hit | None:
    """Where a policy on use is named: as such, or by a defined term that means one."""
    for sentence in operative(passage):
        if sentence.has(OTHER_TOPIC) and not sentence.has(
            phrase(r"(?:use|usage) polic(?:y|ies)|house rules|acceptable use|standards|charter")
        ):
            continue
        for hit in RULES_OF_USE.hits(sentence):
            if any(other.at.overlaps(hit.at) for other in sentence.hits(PRIVACY)) or sentence.has(PRIVACY):
                continue
            bare = hit.words in (
                "policy",
                "the policy",
                "standards",
                "the standards",
                "charter",
                "the charter",
                "rules",
                "the rules",
                "guidelines",
                "the guidelines",
            )
            if bare and not _means_use(passage, sentence) and not passage.titled("use", "conduct", "deployment", "standards"):
                continue
            if passage.has(USES | CHANGES | MUST_BIND | PUBLISHED):
                return hit
    return None


def _means_use(passage: Passage, sentence: Sentence) -> bool:
    about = phrase(r"responsible use|good use|acceptable use|use polic(?:y|ies)|conduct|must not be used|shall not be used")
    return (
        any(meaning.has(about) for meaning in meanings(passage, sentence))
        or passage.has(about)
        or any(sibling.has(about) for sibling in passage.siblings)
    )


def _banned(passage: Passage) -> Hit | None:
    """Where uses are forbidden to the customer or its users."""
    for sentence in operative(passage):
        banned = sentence.find(FORBIDDEN)
        if banned is None or sentence.has(OTHER_TOPIC) or not sentence.has(PRODUCT):
            continue
        denial = sentence.find(MUST_NOT) or _lead(passage, sentence)
        if (
            denial is None
            and passage.clause.parent is not None
            and passage.titled("use policy", "restrictions", "house rules", "acceptable use", "what should")
        ):
            denial = passage.find(MUST_NOT)
        if denial is None or denial.actor == "vendor" or banned.actor == "vendor":
            continue
        if (
            denial.actor == "customer"
            or sentence.words.startswith(("please", "do not", "don't"))
            or sentence.has(phrase("CUSTOMER|they|users?|nobody|anyone"))
            or sentence.has(phrase("(?:shall|must|may) not be used"))
            or passage.titled("use policy", "house rules", "acceptable use", "restrictions")
        ):
            return banned
    return None


def _lead(passage: Passage, item: Sentence) -> Hit | None:
    """The words above a list that forbid its items: "Customer shall not:"."""
    leads = [s for s in passage.sentences if s.at.end < item.at.start and s.words.rstrip().endswith(":")]
    return leads[-1].find(MUST_NOT) if leads else None


def _changes(passage: Passage) -> dict[str, Proof | None]:
    """Whether the policy changes at will, or after notice."""
    for sentence in operative(passage):
        if not (sentence.has(CHANGES) or sentence.has(AS_POSTED)) or sentence.has(PRIVACY):
            continue
        silent = sentence.find(NOT_NOTIFIED)
        told = next((hit for hit in sentence.hits(NOTIFIED) if not hit.negated), None)
        if silent is None and told is not None and (sentence.durations or told.words.startswith(("notice", "notif", "write", "inform"))):
            return {**_told(sentence), "changes_at_will": sentence.proves(False)}
        chosen = sentence.find(AT_WILL)
        if chosen is not None and withheld(chosen):
            continue
        free = chosen is not None or sentence.has(AS_POSTED) or silent is not None
        later = _told_elsewhere(passage, sentence)
        if later is not None:
            return {**_told(later), "changes_at_will": later.proves(False)}
        if (
            free
            and sentence.has(CHANGES)
            and not sentence.has(phrase("not (?:be )?(?:changed|revised|amended)|as (?:supplied|attached) with this"))
        ):
            return {"changes_at_will": sentence.proves(True), "notice_of_changes": sentence.proves(False) if silent is not None else None}
    return {}


def _told(sentence: Stretch) -> dict[str, Proof | None]:
    """That changes are notified, and how many days ahead."""
    days = next((d for d in sentence.durations if d.unit in ("day", "week", "month")), None)
    return {"notice_of_changes": sentence.proves(True), "notice_days": sentence.place(days).proves(days.days) if days is not None else None}


def _told_elsewhere(passage: Passage, sentence: Sentence) -> Stretch | None:
    """Notice of changes in another sentence of the passage: "We write to you at least sixty days before"."""
    for other in operative(passage):
        if other != sentence and other.durations and other.has(NOTIFIED) and not other.has(NOT_NOTIFIED):
            return other
    return None


def _pass_through(passage: Passage) -> Hit | None:
    """Where the customer must put the policy into its terms with others."""
    if not (passage.has(POLICY) or passage.has(phrase("refrain from the uses|like effect"))):
        return None
    for sentence in operative(passage):
        bind = next((hit for hit in sentence.hits(MUST_BIND) if hit.actor in ("customer", None)), None)
        if (
            bind is not None
            and sentence.has(OTHERS)
            and (sentence.has(POLICY) or sentence.has(phrase("uses listed|like effect")))
            and not sentence.has(PRIVACY)
            and not sentence.has(phrase("need not|do not have to|don't have to"))
        ):
            return bind
    return None


def _downstream(passage: Passage) -> Hit | None:
    """Where the customer answers, or doesn't, for what others do with the product."""
    for sentence in operative(passage):
        denied = sentence.find(NOT_LIABLE)
        if (
            denied is not None
            and sentence.has(OTHERS | phrase("they|customer|act of an end user"))
            and sentence.has(PRODUCT | phrase("act|what they do"))
            and denied.actor == "customer"
        ):
            return denied
        charged = sentence.find(ATTRIBUTED)
        if charged is None or charged.negated or not sentence.has(ANY_ACT) or not sentence.has(phrase("CUSTOMER")):
            continue
        strangers = sentence.has(OTHERS) or sentence.has(phrase("by anyone|whoever|person to whom|any (?:other )?(?:person|body)"))
        if (
            strangers
            and not (sentence.has(OWN_PEOPLE) and not sentence.has(phrase("end[- ]users?|anyone|person to whom")))
            and not sentence.has(phrase("VENDOR (?:shall|will|is|are|answers)"))
        ):
            return charged
    return None


def _not_answering(hit: Hit) -> bool:
    return hit.sentence.has(NOT_LIABLE)


RULE = Rule(
    "acceptable_use",
    read_acceptable_use,
    examples=(
        fires("The Customer shall not decompile the Service, resell it or use it to build a competing product."),
        fires(
            "We rewrite the acceptable use policy as often as we think right, without notice, and what our website shows on a day binds "
            "you on that day.",
            changes_at_will=True,
        ),
        fires(
            "A change to the Use Policy takes effect sixty days after notice to the Customer.",
            notice_of_changes=True,
            changes_at_will=False,
        ),
        fires(
            "Whatever is done with the Model by anyone, however far down the line, counts as done by the Customer.",
            downstream_liability=True,
        ),
        near_miss("The Vendor shall not decompile the Customer's software."),
        near_miss("The Vendor's privacy policy may change from time to time."),
        near_miss(
            "The Customer is not answerable for an act of an end user of the Product under the Use Policy.", downstream_liability=False
        ),
    ),
)
