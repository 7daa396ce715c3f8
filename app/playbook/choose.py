"""Which bundled playbook fits a contract: by what its clauses are about, by its title, and by words of its own field.

Title and words are worth little beside the clauses: every agreement speaks of confidential information, but only in a non-disclosure
agreement is a quarter of the text about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from app.domain.contract import Contract
from app.domain.reading import Reading
from app.playbook.load import bundled_ids, load_playbook
from app.playbook.position import Fit, Playbook

_TITLE_WORTH = 4.0
_LEAST = 5.0  # below this none fits: a lease or a distribution agreement speaks of little that we assess
_HEAD = 250  # characters in which a title stands
_MOST_WORDS = 4.0  # what words of the field can be worth together


def choose_playbook(contract: Contract, readings: Iterable[Reading], side: str) -> Playbook | None:
    """The best-fitting bundled playbook for the side, None where none fits."""
    shares = shares_of(contract, readings)
    candidates = [playbook for playbook in map(load_playbook, bundled_ids()) if playbook.side in (side, "either")]
    scored = sorted(
        ((-fit_of(playbook.fit, contract.text, shares), playbook.id, playbook) for playbook in candidates), key=lambda each: each[:2]
    )
    return scored[0][2] if scored and -scored[0][0] >= _LEAST else None


def shares_of(contract: Contract, readings: Iterable[Reading]) -> dict[str, float]:
    """How much of the text is about each clause type, from 0 to 1; overlapping readings of a type count once."""
    ends: dict[str, int] = {}
    counted: dict[str, int] = {}
    for reading in sorted(readings, key=lambda reading: reading.clause):
        start = max(reading.clause.start, ends.get(reading.clause_type, 0))
        counted[reading.clause_type] = counted.get(reading.clause_type, 0) + max(0, reading.clause.end - start)
        ends[reading.clause_type] = max(reading.clause.end, ends.get(reading.clause_type, 0))
    return {clause_type: length / max(1, len(contract.text)) for clause_type, length in counted.items()}


def fit_of(fit: Fit, text: str, shares: Mapping[str, float]) -> float:
    """How well a text fits: the worth of the signs that it shows, of its title, and of its words by the thousand."""
    lowered = text.lower()
    head, thousands = lowered[:_HEAD], max(1.0, len(text) / 6000)
    titled = _TITLE_WORTH if any(_counts(title, head) for title in fit.titles) else 0.0
    against = sum(_counts(word, head) for word in fit.never) * _TITLE_WORTH
    spoken = sum(weight * min(2.0, _counts(word, lowered) / thousands) for word, weight in fit.words.items())
    shown = sum(worth for clause_type, (least, worth) in fit.signs.items() if shares.get(clause_type, 0.0) >= least)
    return titled + min(_MOST_WORDS, spoken) + shown - against


def _counts(word: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(word)}\b", text))
