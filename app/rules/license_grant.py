"""Licences: who gives which, whether it is commercial, may be modified, hosted, taken back; feedback; and that none is given.

A licence that its giver may end as it pleases reads `revocable_at_will`, wherever that stands: in the grant, in the definition of its
period, or in a clause that lets the licensor retire what was licensed. A licence of the customer's data is read elsewhere.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.licence_words import (
    AT_PLEASURE,
    BARRED_TRADE,
    COMMERCIAL,
    CONTRACT_TALK,
    COPY_VERBS,
    DATA_LICENCE,
    ENDS,
    FOR_CAUSE,
    FREE_USE_OF_FEEDBACK,
    GRANTS,
    HOST,
    HOSTED_ONLY,
    LICENCE,
    LICENSED_THING,
    MODIFY,
    NONE_GIVEN,
    NOT_COMMERCIAL,
    NOT_FEEDBACK,
    PERMISSION_DETAIL,
    REVOCABLE,
    WHIM,
    WORKING_MATERIALS,
)
from app.rules.property_gist import licence_at_will, no_trade
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import Pattern, phrase
from app.rules.rule import Rule, fires, near_miss
from app.rules.secrecy_paper import is_secrecy_paper
from app.rules.works import FEEDBACK, IRREVOCABLE, PERPETUAL, licenses_models, negated_near

Found = tuple[Stretch, dict[str, Proof | None]]


def read_license_grant(passage: Passage) -> list[Reading]:
    """Read each licence that a passage gives or refuses: one for what is licensed, one for feedback."""
    found: list[Reading] = []
    if passage.clause.kind in ("heading", "title"):
        return found
    for read in (_feedback, _denied, _granted, _revocable, _barred_trade, _lasting, _detail):
        part = read(passage)
        if part is not None:
            anchor, terms = part
            found.append(passage.reading("license_grant", anchor, **terms))
            if read is not _denied:
                break
    if not found and not is_secrecy_paper(passage) and passage.has(phrase(r"models?|weights|checkpoints?")):
        ended, barred = licence_at_will(passage), no_trade(passage)
        if ended is not None:
            found.append(passage.reading("license_grant", ended[0], revocable_at_will=ended[1].proves(True)))
        elif barred is not None:
            found.append(passage.reading("license_grant", barred[0], commercial=barred[1].proves(False)))
    return found


def _feedback(passage: Passage) -> Found | None:
    """A right to use what the other side suggests."""
    for sentence in passage.sentences:
        said = sentence.affirms(FEEDBACK)
        use = sentence.affirms(FREE_USE_OF_FEEDBACK)
        if said is None or use is None or sentence.has(NOT_FEEDBACK) or not _useful(sentence):
            continue
        if not sentence.has(phrase("CUSTOMER|VENDOR|EITHER|NEITHER|DISCLOSER|RECIPIENT|OTHER|the other|that other")):
            continue
        giver = sentence.find(phrase("CUSTOMER(?:'s people)? (?:suggests?|proposes?|sends?|gives?|grants?)|CUSTOMER's|VENDOR's"))
        return sentence, {
            "granted": use.proves(True),
            "feedback": said.proves(True),
            "irrevocable": _true(passage, IRREVOCABLE),
            "by": giver.proves("customer") if giver is not None and giver.words.startswith("CUSTOMER") else None,
        }
    return None


def _useful(sentence: Sentence) -> bool:
    """Whether it is about making a product better, not about any proposal ("proposals of the parties are superseded")."""
    return sentence.has(
        phrase(
            r"improv\w+|better(?:ment)?|enhanc\w+|product|service|software|suggest\w*|feedback|features?|models?|technology|materials?|"
            r"exploit\w*"
        )
    ) and not sentence.has(
        phrase(
            r"entire agreement|supersed\w+|prior proposals|tender|settlement proposals?|change orders?|mediat\w+|arbitrat\w+|own people|"
            r"memory|experience"
        )
    )


def _denied(passage: Passage) -> Found | None:
    """Words that no licence is given, in a secrecy agreement; elsewhere they only guard what a grant beside them leaves out."""
    if not is_secrecy_paper(passage):
        return None
    for sentence in passage.sentences:
        said = sentence.find(NONE_GIVEN)
        if said is None or sentence.has(
            phrase(r"open[- ]source|copy-?left|third part(?:y|ies)'? licen[cs]e|warrants?|indemnif\w+|expires?|royalty on")
        ):
            continue
        return sentence, {"granted": said.proves(False)}
    return None


def _granted(passage: Passage) -> Found | None:
    """A grant, with how far it goes. Where its period's definition lets the giver end it at will, it carries that."""
    for sentence in passage.sentences:
        hit = next((each for each in sentence.hits(GRANTS) if not each.negated and not each.excepted and " no " not in each.words), None)
        if (
            hit is None
            or not (sentence.has(LICENCE) or sentence.has(COPY_VERBS))
            or (sentence.has(CONTRACT_TALK) and not sentence.has(phrase("licen[cs]e|non-exclusive")))
        ):
            continue
        giver = _giver(hit)
        materials = sentence.has(WORKING_MATERIALS)
        if giver == "customer" and passage.clause.kind == "definition":
            continue
        if giver == "customer" and (sentence.has(DATA_LICENCE) or (passage.has(DATA_LICENCE) and not materials)) and not materials:
            continue
        if not _is_licence(sentence, passage, hit):
            continue
        terms: dict[str, Proof | None] = {"granted": hit.proves(True), "by": hit.proves(giver)}
        if giver != "customer" or is_secrecy_paper(passage):
            terms |= _scope(passage)
        if terms.get("commercial") is not None and licenses_models(passage):
            barred = next(
                (found[1]["commercial"] for each in passage.paper.all if each != passage and (found := _barred_trade(each)) is not None),
                None,
            )
            terms["commercial"] = barred or terms["commercial"]
        whim = _ends_at_will(passage) or next((proof for each in passage.definitions if (proof := _ends_at_will(each)) is not None), None)
        bare = next((each for each in sentence.hits(REVOCABLE) if not each.words.endswith("(")), None)
        if whim is None and bare is not None and giver != "customer":
            whim = bare.proves(True)
        if whim is not None and giver != "customer":
            terms |= {"revocable_at_will": whim, "irrevocable": None}
        return sentence, terms
    return None


def _giver(hit: Hit) -> str | None:
    giver = hit.groups.get("giver") or hit.groups.get("from")
    taker = next((hit.groups[name] for name in ("taker", "holder", "to", "licensed", "may") if hit.groups.get(name)), None)
    if giver is not None:
        return {"CUSTOMER": "customer", "EITHER": None, "DISCLOSER": None, "RECIPIENT": None}.get(giver, "vendor")
    if taker is not None:
        return {"CUSTOMER": "vendor", "VENDOR": "customer"}[taker]
    by = hit.sentence.find(phrase("by VENDOR|by CUSTOMER"))
    return by.words[3:].lower() if by is not None else "vendor" if hit.actor == "customer" else None


def _is_licence(sentence: Sentence, passage: Passage, hit: Hit) -> bool:
    """Whether it is a licence of something, not a leave to do some act ("may suspend", "permits an audit", "the purpose of talks")."""
    if is_secrecy_paper(passage):
        return sentence.has(phrase(r"copy|adapt|distribute|exploit|licen[cs]e|modify|reproduce|commerciali[sz]e")) and not sentence.has(
            phrase(r"for the purpose|representatives|need (?:it|to know)")
        )
    if any(hit.groups.get(name) for name in ("giver", "from", "taker", "holder", "to", "licensed")):
        return sentence.has(
            phrase(
                r"licen[cs]es?|non-exclusive|exclusive|rights? (?:to (?:use|access|run|install|reproduce|allow)|of use|for)|simple|"
                r"to use|right, for|permission|to (?:copy|run|install|host|reproduce)"
            )
        ) and not sentence.has(
            phrase(
                r"right to (?:terminate|suspend|audit|inspect|withhold|object|refund)|access to (?:a|its|the) (?:test|non-production|"
                r"integration|premises|systems)|sandbox|data subjects?"
            )
        )
    if sentence.has(phrase(r"licen[cs]e|non-exclusive")):
        return not sentence.has(phrase("open[- ]source|apache|third part"))
    verbs = {each.words for each in sentence.hits(COPY_VERBS)}
    return (hit.actor == "customer" or sentence.has(phrase("CUSTOMER's people|authori[sz]ed users|its users"))) and (
        len(verbs) >= 2 or licenses_models(passage) or sentence.has(phrase(r"for (?:its|CUSTOMER's) own (?:internal )?business"))
    )


def _scope(passage: Passage) -> dict[str, Proof | None]:
    """Commercial, modifying, hosting, irrevocable: each as the passage says it."""
    return {
        "commercial": _commercial(passage),
        "modify": _said(passage, MODIFY),
        "host": _said(passage, HOST),
        "irrevocable": _true(passage, IRREVOCABLE),
    }


def _commercial(passage: Passage) -> Proof | None:
    """Whether commercial use is allowed; "not only for research" bars nothing."""
    barred = next(
        (each for each in passage.hits(NOT_COMMERCIAL) if not each.sentence.before(each).words.endswith(("not ", "not only "))), None
    )
    if barred is not None and "not only" not in barred.words:
        return barred.proves(False)
    commercial = passage.find(COMMERCIAL)
    return commercial.proves(not negated_near(commercial)) if commercial is not None else None


def _said(passage: Passage, words: Pattern) -> Proof | None:
    hit = passage.find(words)
    return hit.proves(not negated_near(hit)) if hit is not None else None


def _true(passage: Passage, words: Pattern) -> Proof | None:
    """True with the words that say that it can't be taken back."""
    for hit in passage.hits(words):
        own = any(word in hit.words.split() for word in ("not", "cannot", "never", "without", "no", "can"))
        if own or not hit.negated:
            return hit.proves(True)
    return None


def _ends_at_will(passage: Passage) -> Proof | None:
    """Where it lets the giver end the licence, or what was licensed, without a ground."""
    for sentence in passage.sentences:
        pleasure = sentence.affirms(AT_PLEASURE)
        if pleasure is not None and sentence.has(LICENSED_THING) and not sentence.has(HOSTED_ONLY):
            return pleasure.proves(True)
        whim = next((each for each in sentence.hits(WHIM) if not each.negated), None)
        ends = next((each for each in sentence.hits(ENDS) if not each.negated), None)
        if (
            whim is None
            or ends is None
            or not (sentence.has(LICENSED_THING) or (passage.has(LICENSED_THING) and passage.clause.kind == "definition"))
            or sentence.has(HOSTED_ONLY)
        ):
            continue
        if (
            (sentence.has(FOR_CAUSE) and not sentence.has(phrase("whether or not|even if|even where|or for any other reason|or without")))
            or ends.actor == "customer"
            or (whim.actor == "customer" and not sentence.has(phrase("VENDOR|whether or not")))
        ):
            continue
        if sentence.has(
            phrase(r"EITHER may|(?:update|amend|change|modify|revise)s? (?:this|the|these) (?:agreement|contract|licen[cs]e|terms)")
        ):
            continue
        return whim.proves(True)
    return None


def _revocable(passage: Passage) -> Found | None:
    """A clause or definition that ends the licence at the licensor's will, apart from the grant; only where models are licensed."""
    if is_secrecy_paper(passage) or not licenses_models(passage):
        return None
    proof = _ends_at_will(passage)
    if proof is None or passage.has(phrase(r"not (?:be )?affected|existing (?:releases|rights)|already delivered")):
        return None
    anchor = next(each for each in passage.sentences if each.span.start <= proof.span.start < each.span.end)
    return anchor, {"revocable_at_will": proof}


def _barred_trade(passage: Passage) -> Found | None:
    """A ban on commercial use that stands apart from the grant; only where models are licensed."""
    if is_secrecy_paper(passage) or not licenses_models(passage):
        return None
    for sentence in passage.sentences:
        barred = sentence.find(BARRED_TRADE)
        if (
            barred is not None
            and sentence.has(LICENSED_THING | phrase(r"use|using|exploit\w*|material"))
            and not sentence.has(
                phrase(
                    r"commercially reasonable|train|competing|names?|marks|warrant\w*|liab\w+|loss(?:es)?|without (?:limit|charge)|not only"
                )
            )
        ):
            return sentence, {"commercial": barred.proves(False)}
    return None


def _lasting(passage: Passage) -> Found | None:
    """That the licence can't be taken back, said apart from the grant; only where models are licensed."""
    if is_secrecy_paper(passage) or not licenses_models(passage):
        return None
    for sentence in passage.sentences:
        proof = next(
            (
                each
                for each in sentence.hits(IRREVOCABLE)
                if sentence.has(phrase("licen[cs]es?|right to"))
                and not sentence.has(phrase(r"consent|jurisdiction|CUSTOMER (?:hereby )?(?:grants?|assigns?)"))
            ),
            None,
        )
        if proof is not None and (not proof.negated or proof.words.startswith(("can", "may", "not", "with"))):
            return sentence, {"irrevocable": proof.proves(True)}
    return None


def _detail(passage: Passage) -> Found | None:
    """What a licence's neighbours add: contractors, copies, passing on; in the chapter of a grant only. Irrevocability stated apart, "
    "too."""
    if is_secrecy_paper(passage) or not any(_granted(each) for each in passage.siblings) or passage.has(DATA_LICENCE):
        return None
    for sentence in passage.sentences:
        lasting = next((each for each in sentence.hits(IRREVOCABLE, PERPETUAL)), None)
        if lasting is not None and sentence.has(LICENCE):
            return sentence, {"irrevocable": _true(passage, IRREVOCABLE) or lasting.proves(True)}
        if sentence.has(PERMISSION_DETAIL) and not sentence.has(phrase(r"open[- ]source|apache|mit licen[cs]e")):
            return sentence, {}
    return None


RULE = Rule(
    "license_grant",
    read_license_grant,
    examples=(
        fires("Vendor grants to Customer the worldwide, non-exclusive right to reproduce, modify, fine-tune and host the model, for "
            "commercial ends and in any field.", granted=True, by="vendor", commercial=True, modify=True, host=True),
        fires(
            "We give you a licence for research purposes only. You may not use the weights for commercial purposes.",
            granted=True, commercial=False,
        ),
        fires(
            "Vendor may revoke the licence at any time and for any reason. The licence covers the weights of the language model.",
            revocable_at_will=True,
        ),
        fires("If Customer suggests an improvement, Vendor may put the suggestion to use without payment.", granted=True, feedback=True),
        near_miss(
            "Mutual Non-Disclosure Agreement\nNo licence under any patent is granted by the disclosure of information.",
            granted=False,
        ),
        near_miss("Vendor may withdraw the credentials for its delivery channel at any time."),
        near_miss("Vendor grants Customer access to its premises for an audit."),
        near_miss("Customer grants Vendor a licence to host the Customer Data in order to provide the service."),
        near_miss("Either party may terminate this agreement for convenience on ninety days' notice."),
    ),
)  # fmt: skip
