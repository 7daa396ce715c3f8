"""Data protection: is there a processing agreement, are security measures named, or is either refused.

"Appropriate measures" names none; a list does, and so does a schedule that holds one.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.reading.deontic import refuses
from app.rules.reading.passage import Hit, Passage, Sentence
from app.rules.reading.pattern import phrase, stems
from app.rules.reading.subjects import AT_WILL, CUSTOMER_DATA, PERSONAL_DATA, REFUSES, first, held, operative, statements, withheld
from app.rules.rule import Rule, fires, near_miss
from app.rules.settled import laid_together, loosely, usual

PROCESSING_TERMS = phrase(
    r"data[- ](?:processing|protection) (?:agreement|addendum|addenda|terms|annex|schedule|exhibit|appendix|contract|clauses)|"
    r"dpas?|(?:agreement|contract|terms|annex|addendum|clauses) (?:on|for|governing|about|regarding) (?:the )?(?:(?:commissioned|"
    r"personal data) )?(?:data )?processing(?: of personal data)?|"
    r"processing on behalf|on (?:the )?(?:[a-z]+ )?behalf of CUSTOMER|(?:documented |written |"
    r"CUSTOMER's )+(?:documented )?instructions?|on (?:the )?(?:documented )?instructions? of CUSTOMER|article 28|"
    r"standard contractual clauses|processes personal data for CUSTOMER as controller|"
    r"(?:acts?|acting|is|be) (?:as )?(?:CUSTOMER's |the |a |VENDOR's )?(?:data )?processor|processor (?:of|for) |"
    r"as CUSTOMER (?:has |have )?(?:told|tells?|instruct(?:s|ed)?|direct(?:s|ed)?)(?: VENDOR)?(?: in writing)?|"
    r"schedule [0-9a-z]+ [(]?(?:processing of )?personal data|terms on which VENDOR processes"
)
PROCESSES = phrase(
    r"process(?:es|ed|ing|or|ors)?|handl(?:e|es|ed|ing)|protect(?:s|ed|ion)?|contain(?:s)?|hold(?:s)?|controllers?|collect(?:s|ed)?"
)
MEASURE = phrase(
    r"encrypt(?:s|ed|ion)?|aes(?:-?(?:128|256))?|256-bit|tls(?: 1\.[0-9])?|https|(?:multi|two|second)[- ]factor|mfa|2fa|"
    r"least privilege|need-to-know principle|role-based|access (?:is )?(?:logged|control|controls|rights|reviews?)|"
    r"penetration tests?|tries to break in|vulnerability (?:scans?|scanning|management)|iso(?:/iec)? ?27001|iso 27001|soc ?2|"
    r"firewalls?|intrusion detection|logging|logs are kept|logged|pseudonymi[sz](?:ed|ation)|segregat(?:ed|ion)|separation of each|"
    r"own database|back-?ups?|patch(?:es|ing)?|hardware (?:security )?modules?|key management|keys (?:held|that are changed|"
    r"rotated)|background checks|security training|certif(?:ied|ication) to"
)
TOMS = phrase(
    r"technical,? (?:and|or)(?:/or)? organi[sz]ational (?:security )?(?:measures|safeguards|precautions)|technical,? (?:physical|"
    r"administrative|organi[sz]ational)(?:,? (?:physical|administrative|organi[sz]ational|technical))*,? (?:and|or) (?:physical|"
    r"administrative|organi[sz]ational) (?:security )?(?:measures|safeguards)|(?:security|data protection|protective) (?:measures|"
    r"safeguards|standards|controls|programme|program)|(?:following|these|at least (?:these|the following)) (?:security )?measures|"
    r"safeguards|information security (?:policy|programme|program)"
)
SOMEWHERE = phrase(
    r"(?:listed|enumerated|described|set out|set forth|specified|named|stated|contained|laid down|detailed) (?:there|in|at|on|"
    r"below|by)|(?:annex|schedule|exhibit|appendix|part) [0-9a-z]+|following|as follows|listed there|at least|forms? (?:annex|"
    r"schedule|exhibit)|contains|in part|below|these"
)
NOT_BINDING = phrase(
    r"(?:are|is) (?:merely |only |purely )?(?:informational|indicative|aspirational|descriptive|illustrative)|bind(?:s)? (?:it |"
    r"VENDOR |nobody )?to nothing|not (?:a )?(?:commitment|binding|contractual|part of)|for information only|no commitment"
)
NOT_PROMISED = phrase(r"(?:does|do) not (?:warrant|undertake|promise|guarantee)")
NONE_NEEDED = phrase(
    r"(?:needs?|requires?|involves?|contains?) no personal data|(?:not|never|nor|neither)[a-zA-Z ,]{0,40} (?:supply|provide|load|"
    r"hand(?:ed)? over|disclose|transfer|put|submit|enter|send|upload)[a-zA-Z ]{0,30} personal (?:data|information)|"
    r"personal (?:data|information) (?:is|are) not to be|no personal (?:data|information) (?:is|are|shall|will|may|should)|"
    r"without reference to persons|(?:only )?(?:sample|synthetic|anonymi[sz]ed|test|dummy|invented) (?:data|records) only|"
    r"only (?:sample|synthetic|anonymi[sz]ed|dummy|invented) (?:data|records)|not (?:load|enter|submit|upload|supply|disclose|"
    r"provide) (?:any )?personal (?:data|information)"
)
LAWS = phrase(
    r"(?:compl(?:y|ies)|observ(?:e|es)|abide|accordance|conform)[a-zA-Z ]{0,40} (?:data protection|privacy|gdpr)[a-z ]*(?:laws?|"
    r"legislation|rules|regulations?|act)?|data protection laws?|privacy laws?"
)
PROTECTS = phrase(r"protect(?:s|ed)?|safeguard(?:s|ed)?|secure(?:s|d)?|treat(?:s|ed)?|handl(?:e|es|ed)|process(?:es|ed)?")
SUBJECTS = phrase(
    r"data subjects?|(?:requests (?:from|of|by)|answering) (?:individuals|data subjects|people)|impact assessments?|"
    r"answer people who ask|rights of (?:individuals|the persons)|people concerned|groups of persons|kinds of data|"
    r"categories of (?:personal )?data|subject matter and purpose|binds? its staff to secrecy|pledges its staff"
)
# Where personal data is mentioned for another reason: losses, indemnities, meanings.
ELSEWHERE = phrase(
    r"indemnif(?:y|ies|ied|ication)|holds? (?:[a-z]+ )?harmless|defends?|liab(?:le|ility)|claims? (?:of|by) third part(?:y|ies)|"
    r"third-party claims|direct loss|limit (?:does|of)|confidential information|premium|insur(?:ance|ed)|prevails?|recoverable|"
    r"exclud(?:e|es|ed)|without limit|audit(?:s|or)?|inspect(?:s|ion)?"
)


def read_data_protection(passage: Passage) -> Reading | None:
    """Read whether there are processing terms and named measures; None if the passage doesn't speak of protecting data."""
    if passage.clause.kind == "heading":
        return None
    return laid_together(usual(passage, _read_usual), loosely(passage, _read_usual, _otherwise))


def _read_usual(passage: Passage) -> Reading | None:
    refused = _refused(passage)
    if refused is not None:
        dpa = next((hit for sentence in operative(passage) for hit in sentence.hits(PROCESSING_TERMS) if hit.negated), None)
        return passage.reading(
            "data_protection",
            refused.sentence,
            refused=refused.proves(True),
            dpa=dpa.proves(False) if dpa else None,
            measures_named=refused.proves(False),
        )
    dpa, measures = _processing_terms(passage), _measures(passage)
    if dpa is None and measures is None:
        label = _label(passage)
        return passage.reading("data_protection", label.sentence) if label is not None else None
    anchor = first(dpa, measures)
    assert anchor is not None
    return passage.reading(
        "data_protection",
        anchor.sentence,
        dpa=dpa.proves(not dpa.negated) if dpa is not None else None,
        measures_named=_sentence_of(measures),
    )


def _sentence_of(measures: Hit | None) -> Proof | None:
    return measures.sentence.proves(True) if measures is not None else None


def _refused(passage: Passage) -> Hit | None:
    """Words that no processing terms or no safeguards are promised."""
    for sentence in operative(passage):
        about = sentence.has(TOMS) or sentence.has(PROCESSING_TERMS) or sentence.has(PERSONAL_DATA)
        if not about or sentence.has(NONE_NEEDED):
            continue
        terms = next(
            (hit for hit in sentence.hits(PROCESSING_TERMS) if hit.negated and not hit.excepted and hit.words.startswith(("data", "dpa"))),
            None,
        )
        free = sentence.find(AT_WILL) if sentence.has(TOMS) else None
        refusal = first(sentence.find(REFUSES), sentence.find(NOT_PROMISED)) if sentence.has(TOMS) else None
        loose = sentence.find(NOT_BINDING) if sentence.has(TOMS) or passage.has(TOMS) else None
        found = next((hit for hit in (terms, refusal, loose, free) if hit is not None and (hit is terms or not withheld(hit))), None)
        if found is not None:
            return found
    return None


def _processing_terms(passage: Passage) -> Hit | None:
    for sentence in operative(passage):
        for hit in sentence.hits(PROCESSING_TERMS):
            data = (
                sentence.has(PERSONAL_DATA)
                or CUSTOMER_DATA.within(sentence)
                or sentence.has(phrase("data|gdpr|article 28|processor"))
                or passage.titled("data protection", "data processing", "personal data", "privacy", "processing")
            )
            weak = not hit.words.startswith(("data", "dpa", "article", "standard", "agreement on", "processing on"))
            if (
                not data
                or hit.negated
                or (
                    weak
                    and not (
                        sentence.has(PERSONAL_DATA)
                        or passage.titled("data processing", "personal data")
                        or (sentence.has(phrase("processors?|prompts|data")) and sentence.has(PROCESSES))
                    )
                )
            ):
                continue
            if sentence.has(ELSEWHERE) and weak:
                continue
            return hit
    return None


def _measures(passage: Passage) -> Hit | None:
    """Measures by name (two of them, or a row of such a table), or a schedule that holds them."""
    for sentence in operative(passage):
        kinds = {hit.words[:5] for hit in sentence.hits(MEASURE) if not hit.negated}
        if sentence.has(ELSEWHERE) and len(kinds) < 3:
            continue
        toms = sentence.find(TOMS)
        placed = toms is not None and (
            sentence.after(toms).find(SOMEWHERE) is not None
            or sentence.before(toms).has(
                phrase("contains?|article 28|forms?|following|together with|lists?|sets? out|describes?|specif(?:y|ies)")
            )
        )
        if toms is not None and not toms.negated and (placed or kinds):
            return toms
        protects = (
            sentence.has(PROCESSES | TOMS)
            or CUSTOMER_DATA.within(sentence)
            or passage.titled("security", "protection", "measures", "safeguards", "access", "encryption", "processing", "privacy")
        )
        if (len(kinds) >= 3 or (len(kinds) >= 2 and protects)) and not _licensees_duty(passage):
            return sentence.find(MEASURE)
    if (
        passage.clause.kind == "table_row"
        and passage.has(MEASURE)
        and passage.titled("measure", "security", "data handling", "safeguards", "protection")
    ):
        return passage.find(MEASURE)
    return None


def _licensees_duty(passage: Passage) -> bool:
    """What the customer must do to keep the vendor's things safe is no protection of data."""
    return passage.has(phrase(r"CUSTOMER (?:shall|must|stores?|keeps?)|weights")) and not CUSTOMER_DATA.within(passage)


def _label(passage: Passage) -> Hit | None:
    """Passages about personal data that fix no term: who is controller, what data, that none is processed."""
    for sentence in operative(passage):
        if sentence.has(ELSEWHERE):
            continue
        none = sentence.find(NONE_NEEDED)
        if none is not None:
            return none
        personal = sentence.find(PERSONAL_DATA)
        if personal is not None and (sentence.has(SUBJECTS) or sentence.has(LAWS) or sentence.has(phrase("controllers?|processors?"))):
            return personal
        subjects = sentence.find(SUBJECTS)
        if subjects is not None and (
            passage.titled("data protection", "personal data", "privacy", "data processing", "processing")
            or sentence.has(phrase("CUSTOMER"))
        ):
            return subjects
        if personal is not None and sentence.has(PROTECTS):
            return personal
        law = sentence.find(LAWS)
        if law is not None and passage.titled("data protection", "privacy", "security"):
            return law
    return None


# Care for people's data in any words, and measures by any name.
CARE = stems(
    "secur protect safe. safely safety safeguard safe-keeping safekeeping look_after looked_after looks_after care. measure guard custody lawful_handling privacy shield defend keep_them_safe confidential "
    "precaution treated handling data_handling diligence"
)
MEASURES = {
    name: stems(words)
    for name, words in {
        "cipher": "encrypt cipher encipher tls aes ssl https cryptograph scrambl hashed",
        "login": "two-factor two_factor second_factor multi-factor multi_factor mfa 2fa one-time one_time_pass password log-in login authenticat",
        "access": "access_control access_right access_right named_staff named_person need-to-know need_to_know need_basis role-based least_privileg restricted_access badge authori authorised_staff vetted background_check",
        "wall": "firewall intrusion_detect antivirus anti-virus malware_scan endpoint network_segment segregat separat isolat",
        "backup": "backup back-up backed_up replicat restor",
        "test": "penetrat pen-test vulnerab tested_for ethical_hack red_team scan",
        "paper": "iso_27001 iso/iec iso27001 soc_2 soc2 certif",
        "log": "access_log logged logging audit_trail audit_log monitor log_of logs_of keeps_log",
        "rest": "pseudonym anonymis anonymiz patch key_manag four-eyes four_eyes locked lock. clean_desk cage shred",
    }.items()
}
PROCESSING_PAPER = phrase(
    r"(?:data )?(?:processing|processor|protection) (?:agreement|contract|addendum|terms|paper|deed|annex|arrangement)s?|(?:agreement|contract|paper|terms) (?:on|for|about|governing) (?:[a-z-]+ ){0,2}(?:data )?processing|"
    r"(?:order|commissioned|contract) (?:data )?processing|dpa|article 28|art\. 28"
)
PRIVATE = phrase(
    r"personal(?:ly)? [a-z]+|(?:patients?|residents?|employees?|staff|members?|donors?|supporters?|pupils?|students?|guests?|users?|applicants?|policy-?holders?|citizens?|people|persons?|workers?|consumers?|visitors?|"
    r"personnel|customers?|clients?|children|parents|subscribers?)(?:'s|'|s')? (?:[a-z]+ )?(?:data|details|records?|files?|particulars|information|names|addresses|photos?)|names and|names,|addresses|dates of birth|health|medical|"
    r"donor|members' register|register of members|privacy"
)
NOT_CARE = phrase(
    r"third-party claims|NEITHER|neither party|defend(?:s)?|harmless|indemnif[a-z]+|liab(?:le|ility)|cables|incident|terminat[a-z]+|audit rights?|insur[a-z]+|confidential information|publish|licen[cs]e|weights|back on|return(?:s|ed)?|delet(?:es?|ed|ion)|premises|physical"
)
NOBODYS = phrase(
    r"(?:neither|nor|no)(?: [a-z]+){0,4} (?:agreement|contract|measures?|promises?|duty|security|protection|safeguards?|precautions?|paper)"
)


def _otherwise(passage: Passage) -> Reading | None:
    """Care for people's data, a paper on its processing, or their refusal, in words that no such clause usually has."""
    if passage.clause.kind in ("title", "parties", "recital", "signature", "definition"):
        return None
    said = [each for each in statements(passage) if not each.has(NOT_CARE)]
    private = any(each.has(PRIVATE) or each.has(PERSONAL_DATA) for each in said) or passage.titled(
        "personal", "privacy", "donor", "member", "patient", "data protection"
    )
    measures = (
        said
        if private
        else [
            each
            for each in said
            if each.has(CARE) or held(each) is not None or passage.titled("secur", "safe", "protect", "measure", "privacy")
        ]
    )
    kinds = {
        name: each for each in measures for name, pattern in MEASURES.items() if (hit := each.find(pattern)) is not None and not hit.negated
    }
    paper = next((hit for each in said for hit in each.hits(PROCESSING_PAPER)), None)
    care = next(
        (
            each
            for each in said
            if each.has(CARE)
            and (private or held(each) is not None)
            and (each.has(PRIVATE) or held(each) is not None or each.has(phrase("they|them|it|their|its|records|data")))
        ),
        None,
    )
    refused = next(
        (
            hit
            for each in said
            if (each.has(CARE) or each.has(PROCESSING_PAPER))
            and private
            and (hit := refuses(each) or each.find(NOBODYS) or _denied_paper(each)) is not None
        ),
        None,
    )
    if refused is not None and len(kinds) < 2:
        sentence = refused.sentence
        return passage.reading(
            "data_protection",
            sentence,
            refused=refused.proves(True),
            measures_named=refused.proves(False),
            dpa=refused.proves(False) if paper is not None else None,
        )
    if len(kinds) >= 2 and (private or any(held(each) is not None for each in kinds.values())):
        stretch = next(iter(kinds.values()))
        return passage.reading(
            "data_protection",
            stretch,
            measures_named=stretch.proves(True),
            dpa=paper.proves(True) if paper is not None and not paper.negated else None,
        )
    if care is not None and private and care.has(phrase("VENDOR(?:'s)?|it")):
        return passage.reading("data_protection", care, dpa=paper.proves(True) if paper is not None and not paper.negated else None)
    return None


def _denied_paper(sentence: Sentence) -> Hit | None:
    return next((hit for hit in sentence.hits(PROCESSING_PAPER) if hit.negated), None)


RULE = Rule(
    "data_protection",
    read_data_protection,
    examples=(
        fires(
            "The data processing agreement under Article 28 GDPR, with the technical and organisational measures, forms Annex 3.",
            dpa=True,
            measures_named=True,
        ),
        fires(
            "We protect your data as follows: traffic is encrypted with TLS 1.2 and stored files with AES-256, and access is logged.",
            measures_named=True,
            dpa=None,
        ),
        fires(
            "The Vendor gives no commitment as to technical or organizational safeguards, and no data processing addendum forms part of "
            "this Agreement.",
            refused=True,
            measures_named=False,
        ),
        near_miss("Vendor shall protect personal data by appropriate measures.", measures_named=None),
        near_miss("The Vendor shall indemnify the Customer against third-party claims that arise from a breach of personal data."),
        near_miss("The Customer stores the weights in encrypted form."),
        near_miss("The sports centre processes bookings on behalf of members."),
    ),
)
