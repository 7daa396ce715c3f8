"""Source code: is it handed over, when, only lodged with a third party, or not at all.

`delivery` is "milestone" for delivery as the work goes on, "completion" for once at the end, "escrow" where it only lies with an
agent, "none" where the customer gets executable form alone.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.property_gist import withheld_source
from app.rules.reading.passage import Passage, Sentence
from app.rules.reading.pattern import expression, phrase
from app.rules.rule import Rule, fires, near_miss

SOURCE = phrase(
    r"source (?:remains?|is|stays)|code behind (?:it|them|the program)|underlying code|(?:right|access|claim|"
    r"entitlement) to (?:the )?source|source history|(?:code|"
    r"source) repositor(?:y|ies)|repository with|source[- ](?:code|text|materials?|files?|form|program(?:s)?|version)s?|program text|"
    r"(?:human|man)-readable (?:code|form|"
    r"text)[a-z ]{0,40}|source(?:s)? and (?:object|build|executable)|(?:in|as) source|the sources|code from which (?:they|it|those)|"
    r"git (?:history|repository)|editable (?:form|files)"
)
EXECUTABLE = phrase(
    r"object[- ]code|object form|machine[- ](?:readable|code)(?: form)?|executables?(?: form| build| image| version)?|"
    r"compiled[a-z, -]{0,40}(?:form|build|version|image|package|code)?|binar(?:y|ies)(?: form| code)?|container images?|"
    r"(?:signed )?images?|run-?time form|obfuscated|ready to execute|minified"
)
HANDS_OVER = phrase(
    r"(?:deliver|furnish|provid|suppl|hand|deposit|transfer|giv|mak|push|commit|upload|plac|surrender|release|turn|send|shar|includ|"
    r"receiv|check)(?:s|es|ed|ies|ied|e|ing|y|ting|ted|red|ring)?(?: over| up| available| into| in)?|gets?|shall (?:have|get|receive)|"
    r"includes?|"
    r"is furnished|comprises?|deliver(?:y|ies)"
)
ONLY = phrase(r"solely|only|alone|exclusively|nothing but|no other form|merely|purely")
WITHHELD = expression(
    r"\bsource (?:remains?|stays?|is) (?:undisclosed|closed|secret|withheld|not)\b|\b(?:code behind (?:it|them|the program)|"
    r"underlying code)\b[^;\n]{0,80}?\b(?:remains?|stays?|not|secret|kept)\b|\b(?:right|access|"
    r"claim|entitlement) to (?:the )?source\b[^;\n]{0,40}?\b(?:not|no|excluded|none)\b|\b(?:source[- ](?:code|text|materials?|form|"
    r"files?)|program text|human-readable code|the sources)\b[^;\n]{0,120}?\b(?:remains?|"
    r"stays?|is not|are not|not (?:be )?(?:part|included|deliver\w*|disclos\w*|handed|supplied|provided|furnished|made available|"
    r"released)|retain\w*|kept|keeps?|need not|no part|excluded|(?:does|do) not form)\b|"
    r"\b(?:not|no|never|nothing|without|NEITHER|excluding|other than)\b[^;\n]{0,90}?\b(?:source[- ](?:code|text|materials?|form|files?)|"
    r"program text|human-readable code|the sources)\b"
)
OWN_USE = phrase(
    r"source code control|contributions?|learnt weights|reverse|decompil\w+|disassembl\w+|derive|attempt|discover|extract|reconstruct|"
    r"probe|excluded components|notices? with respect|"
    r"open[- ]source|copy-?left|gpl|licen[cs]e(?:s)? of (?:a )?components?|oblig\w+ (?:CUSTOMER|VENDOR) to (?:disclose|publish)|"
    r"confidential information includes|publish|"
    r"of its own software|code of (?:your|its) own|CUSTOMER's (?:own )?(?:source (?:code|text)|software)|data|compare|benefit"
)
WITH_EACH = phrase(
    r"every (?:monday|tuesday|wednesday|thursday|friday|night|evening|fortnight|morning)|each (?:night|evening|fortnight)|(?:at|with|"
    r"upon|on|for|together with|along with|after|comprised in) (?:the )?(?:delivery of )?(?:each|every|"
    r"any)(?: [a-z]+)? (?:milestone|deliver(?:y|able)|release|sprint|iteration|stage|version|month|week|commit|acceptance|phase|"
    r"increment|instal?lment|handover)s?|(?:each|every) (?:milestone|release|delivery|sprint|week|month|day)|milestone by milestone|"
    r"continuous(?:ly)?|"
    r"as (?:it is|they are|the work is) (?:written|made|produced|goes on|proceeds|progresses)|at all times|from day to day|daily|weekly|"
    r"step by step|as the work (?:goes|progresses|proceeds)|in (?:the )?state (?:then )?reached"
)
AT_COMPLETION = phrase(
    r"(?:at|on|upon|after) (?:the )?(?:winding[- ]up|close|finish|wrap-up|ending)(?: of)? (?:the )?(?:project|work|engagement)|(?:at|"
    r"up?on|on|after|following|with|by) (?:the )?(?:[a-z]+ )?(?:completion|end of the (?:project|work|engagement|services)|"
    r"final (?:acceptance|delivery|payment|milestone)|conclusion|close of the project|last milestone|acceptance of the last)|"
    r"when the (?:project|work) (?:is|has been) (?:complete|finished|done)|once the (?:project|work|module|"
    r"software)[a-z ]{0,30}(?:complete|finished|accepted|paid)|"
    r"final (?:delivery|acceptance|payment)|full payment|(?:paid|payment) in full|last (?:payment|invoice|instal?lment)|at the end"
)
ESCROW = phrase(
    r"escrow(?:ed)?(?: [a-z]+)?|deposit(?:s|ed|ing)?(?: [a-z' ]{0,60})? (?:with|to) (?:an? |the )?(?:[a-z]+ ){0,3}(?:agent|custodian|"
    r"notary|depositar?y|trustee|third party)|neutral custodian|software deposit|(?:lodge|lodges|lodged|lodging) with|"
    r"hold(?:s)? in trust|depositar?y"
)
NOT_CODE = phrase(
    r"insur\w+|purchase price|funds|payment(?:s)? into escrow|money|deed|share certificates|shares|subscri\w+|commission|refund|stock|"
    r"bank|rent|key escrow|closing"
)


def read_source_code(passage: Passage) -> Reading | None:
    """Read whether and when source code is handed over, or what is said instead."""
    if passage.clause.kind in ("heading", "title"):
        return None
    for sentence in passage.sentences:
        if (
            (sentence.has(OWN_USE) and not sentence.has(HANDS_OVER))
            or not (sentence.has(SOURCE) or sentence.has(EXECUTABLE) or sentence.has(ESCROW))
            or sentence.has(NOT_CODE)
        ):
            continue
        delivery = _withheld(sentence, passage) or _delivered(sentence, passage) or _lodged(sentence)
        if delivery is not None:
            return passage.reading("source_code_escrow", sentence, delivery=delivery)
    spoken = _spoken_of(passage)
    kept = withheld_source(passage) if spoken is None and not passage.has(ESCROW) else None
    return passage.reading("source_code_escrow", kept[0], delivery=kept[1].proves("none")) if kept is not None else spoken


def _withheld(sentence: Sentence, passage: Passage) -> Proof | None:
    """Executable form alone, or source that stays with the vendor. "Executable form only is not delivered" is no such thing."""
    executable = sentence.find(EXECUTABLE)
    refused = sentence.find(WITHHELD)
    if sentence.has(OWN_USE) or sentence.has(
        phrase(
            r"(?:only|alone) is (?:not delivered|no delivery|not a delivery)|is not (?:delivered|complete|accepted)|"
            r"not (?:be )?(?:sufficient|enough)|CUSTOMER shall not|CUSTOMER may not|grants?"
        )
    ):
        return None
    if (
        executable is not None
        and sentence.has(ONLY)
        and sentence.has(HANDS_OVER)
        and not executable.negated
        and not _source_comes(sentence)
    ):
        return executable.proves("none")
    if (
        refused is not None
        and not sentence.has(
            phrase(r"confidential|not only|in addition|without (?:charge|delay)|withh[eo]ld|no (?:later|extra|additional)")
        )
        and (sentence.has(HANDS_OVER) or passage.has(EXECUTABLE) or refused.words.startswith(("source", "program", "human", "no")))
        and (sentence.has(phrase(r"VENDOR|disclos\w+|include[sd]?|deliver\w*|right|entitled|CUSTOMER")) or passage.has(EXECUTABLE))
    ):
        return refused.proves("none")
    return None


def _source_comes(sentence: Sentence) -> bool:
    source = sentence.find(SOURCE)
    return source is not None and not source.negated


def _delivered(sentence: Sentence, passage: Passage) -> Proof | None:
    """Source that comes with each delivery, or at the end."""
    source = sentence.affirms(SOURCE)
    if (
        source is None
        or not sentence.has(HANDS_OVER)
        or (
            sentence.has(ESCROW)
            and not sentence.has(phrase("repository of CUSTOMER|CUSTOMER's (?:own )?(?:[a-z]+ )?repository|to CUSTOMER"))
        )
    ):
        return None
    if sentence.has(OWN_USE) or sentence.has(phrase(r"CUSTOMER (?:shall|will|must) (?:deliver|provide|supply|furnish)|return")):
        return None
    each, end = sentence.find(WITH_EACH), sentence.find(AT_COMPLETION)
    if each is not None:
        return each.proves("milestone")
    if end is not None and not sentence.has(phrase("ends?(?: for whatever| however)|terminat")):
        return end.proves("completion")
    for meaning in (*passage.sentences, *passage.siblings):
        if meaning is not sentence and meaning.has(SOURCE) and (later := meaning.find(WITH_EACH)) is not None:
            return later.proves("milestone")
    return None


def _lodged(sentence: Sentence) -> Proof | None:
    """Escrow alone; a talk about it or its refusal is none."""
    hit = sentence.affirms(ESCROW)
    if (
        hit is None
        or not sentence.has(SOURCE | phrase("code|software|technology|materials"))
        or sentence.has(phrase(r"may discuss|neither|no escrow|may request|at CUSTOMER's expense"))
    ):
        return None
    return hit.proves("escrow")


def _spoken_of(passage: Passage) -> Reading | None:
    """A passage that belongs to the type and settles nothing: a talk of escrow, a definition of the source, its cost."""
    for sentence in passage.sentences:
        named = (
            _named_package(sentence, passage) if sentence.has(HANDS_OVER) and sentence.has(phrase("VENDOR (?:shall|will|must)")) else None
        )
        if named is not None:
            return passage.reading("source_code_escrow", sentence, delivery=named)
        if sentence.has(NOT_CODE) or (sentence.has(OWN_USE) and not sentence.has(ESCROW)):
            continue
        defined = (
            passage.clause.kind == "definition"
            and passage.has(phrase(r"^?source (?:code|materials|text)"))
            and passage.has(phrase("means|build files|:"))
        )
        if (sentence.has(ESCROW) and (sentence.has(SOURCE | phrase("code|program|software|arrangement|agent|release[sd]?")))) or defined:
            denied = sentence.denies(ESCROW)
            return passage.reading(
                "source_code_escrow",
                sentence,
                refused=denied.proves(True) if denied is not None and not any(each.has(SOURCE) for each in passage.siblings) else None,
            )
    return None


def _named_package(sentence: Sentence, passage: Passage) -> Proof | None:
    """What a defined package that is handed over leaves out, by its definition."""
    for _, bodies in passage.paper.terms_in(sentence):
        for each in bodies:
            for meaning in each.sentences_with(SOURCE):
                if each.has(EXECUTABLE) and (proof := _withheld(meaning, each)) is not None:
                    return proof
    return None


RULE = Rule(
    "source_code_escrow",
    read_source_code,
    examples=(
        fires("At each Milestone Vendor delivers the software as an executable image and as complete source code into the repository of "
            "Customer.", delivery="milestone"),
        fires("Upon completion of the project Vendor shall hand over the source code to Customer.", delivery="completion"),
        fires(
            "Vendor shall furnish each Deliverable solely as a compiled build. Program text remains in Vendor's own repositories.",
            delivery="none",
        ),
        fires("Vendor shall deposit the source code of the platform with an escrow agent, which releases it to Customer if Vendor "
            "becomes insolvent.", delivery="escrow"),
        near_miss("Customer shall not decompile the software or attempt to derive its source code."),
        near_miss("With each Milestone Vendor shall deposit in Customer's own code repository the source code of everything comprised "
            "in it. A Milestone delivered in executable form only is not delivered.", delivery="milestone"),
        near_miss("Vendor warrants that no licence obliges Customer to disclose source code of its own."),
        near_miss("Vendor grants Customer a right to access the Suite, in object form and by remote means only."),
    ),
)  # fmt: skip
