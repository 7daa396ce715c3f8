"""Residuals: may what people remember of the other side's information be used freely.

A passage that says so takes back the duty of secrecy for whatever a person can carry in the head (or a tool in its parameters).
"""

from __future__ import annotations

from app.domain.span import Span
from app.rules.reading.passage import Hit, Passage, Sentence
from app.rules.reading.pattern import phrase

MEMORY = phrase(
    r"absorb(?:s|ed)?|(?:can|could|may) (?:still )?recall|recall(?:s|ed)? (?:without|from)|without (?:notes|looking it up|"
    r"reference to documents)|by heart|internali[sz]ed|memor(?:y|ies)|"
    r"remember(?:s|ed|ing)?|recollect(?:s|ed|ion|ions)?|unaided|residuals?|residual (?:information|knowledge)|carr(?:y|"
    r"ies|ied) away|mental impressions?|"
    r"(?:in|inside) (?:the |their |its |his or her )?(?:heads?|minds?)(?: of)?|persists? in general form|retain(?:s|ed)? in (?:the |"
    r"their )?(?:mind|memory|head)s?|know by heart|general form|cannot (?:be )?unlearn(?:ed)?|"
    r"intangible form|(?:general|increased|acquired) (?:knowledge|skills?|experience|know-how)(?:,| and| or)[a-z ,]{0,60}(?:ideas|"
    r"concepts|information)|ideas, concepts"
)
MAY_USE = phrase(
    r"(?:may|can) be (?:turned to account|made use of|put to use|drawn on)|turn(?:s|ed)? to account|(?:may|can|shall be free to|"
    r"is free to|are free to|remains? free to|be free to|is entitled to|are entitled to|"
    r"at liberty to)(?: [a-z,]+){0,8}? (?:use|used|exploit|exploited|employ|employed|apply|disclose|built|build|draw|reuse|re-use|"
    r"rely)(?: [a-z]+)?|"
    r"(?:NEITHER|nobody|nothing|no one)(?: [a-z]+){0,4} (?:prevented|restricted|hindered|limited|barred|stopped)|free (?:disposal|use)|"
    r"free to use|freely (?:use|used|usable|available)|nothing (?:in|herein)[a-z ,.0-9]{0,60}(?:prevents?|restricts?|limits?|prohibits?|"
    r"stops?)|shall not (?:prevent|restrict|limit)|(?:is|are) not (?:restricted|limited|prevented)[a-z ]{0,30}|outside (?:of )?(?:this|"
    r"the|clause|section)|"
    r"no (?:duty|obligation)|without (?:any )?(?:restriction|obligation|payment)|(?:does|do|shall) not (?:apply|extend)|belongs? to whoever"
)
DENIED = phrase(
    r"continues? to be (?:protected|confidential|secret)|remains? (?:protected|confidential|secret)|(?:no|not any) right|(?:does|do|"
    r"shall|will) not (?:arise|include|grant|allow|permit|confer)|not (?:be )?(?:entitled|free|allowed|permitted)|no (?:residuals?|"
    r"exception|licen[cs]e)|"
    r"(?:also|likewise|equally) (?:covered|protected|confidential)|shall not use|may not use|(?:is|are) no exception|(?:also )?covers?"
)

NOT = phrase("not|no|never|neither|nor|NEITHER")


def read_residuals(passage: Passage, secrecy: bool) -> Hit | None:
    """Where it says that the remembered may be used; the group "denied" is set where it says that it may not. None if it says neither."""
    for sentence in passage.sentences:
        memory = sentence.find(MEMORY)
        if memory is None or not _about_people(sentence):
            continue
        if not secrecy and memory.words.startswith(("general", "increased", "acquired", "ideas", "intangible", "in", "inside")):
            continue
        denied = next((hit for each in passage.sentences for hit in each.hits(DENIED) if not hit.excepted), None)
        use = sentence.find(MAY_USE) or next((hit for each in passage.sentences for hit in each.hits(MAY_USE)), None)
        barred = use is not None and _barred(use)
        if denied is not None and (use is None or barred or (denied.at.start <= use.at.end and denied.sentence == memory.sentence)):
            return Hit(passage.view, denied.at, {"denied": denied.words})
        if use is not None and not barred:
            return (
                Hit(passage.view, Span(min(memory.at.start, use.at.start), max(memory.at.end, use.at.end)), {})
                if use.sentence == sentence
                else memory
            )
    return None


def _barred(use: Hit) -> bool:
    """Whether a "not" stands in the words just before the use (one that is further off belongs to something else)."""
    ahead = use.sentence.before(use).words[-30:]
    return use.sentence.before(use).has(NOT) and bool({"not", "no", "neither", "never", "nor"} & set(ahead.split()[-4:]))


def _about_people(sentence: Sentence) -> bool:
    """Whether it is people or tools that remember, not a computer's memory."""
    return not sentence.has(
        phrase(r"gb|memory of (?:the|a) (?:server|device|computer)|random access|in-memory|accelerators?|memory leak|cache|ram")
    )
