"""What a reader (rules or the model) says of a clause: its type, typed terms, and the span that proves each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from app.domain.span import Span
from app.domain.terms import TERMS, Value

Reader = Literal["rules", "model"]


@dataclass(frozen=True, slots=True)
class Proof:
    """The value of a term and where the text says so. Spans are of `Document.text`; the proof may stand in another clause."""

    value: Value
    span: Span


@dataclass(frozen=True)
class Reading:
    """One clause as one reader reads it.

    `clause` is the whole passage that was read, `anchor` the sentence or phrase that makes it one of this type (what a finding
    quotes when no single term decides). `terms` holds only what the text fixes: a term that isn't there is None.
    Raises ValueError for a term that the type doesn't have or a value outside of its vocabulary.
    """

    clause_type: str
    clause: Span
    anchor: Span
    terms: Mapping[str, Proof] = field(default_factory=dict)
    reader: Reader = "rules"

    def __post_init__(self) -> None:
        known = TERMS.get(self.clause_type)
        if known is None:
            raise ValueError(f"no clause type {self.clause_type!r}")
        for name, proof in self.terms.items():
            if name not in known:
                raise ValueError(f"{self.clause_type} has no term {name!r}")
            if not known[name].accepts(proof.value):
                raise ValueError(f"{self.clause_type}.{name} can't be {proof.value!r}")
        object.__setattr__(self, "terms", MappingProxyType(dict(self.terms)))

    def value(self, name: str) -> Value | None:
        """The value of a term, None where the text doesn't fix it."""
        proof = self.terms.get(name)
        return None if proof is None else proof.value

    def with_terms(self, **proofs: Proof | None) -> Reading:
        """A copy with these terms set; None leaves a term as it was."""
        return replace(self, terms={**self.terms, **{name: proof for name, proof in proofs.items() if proof is not None}})

    def without(self, *names: str) -> Reading:
        return replace(self, terms={name: proof for name, proof in self.terms.items() if name not in names})


def of_type(readings: Iterable[Reading], clause_type: str) -> tuple[Reading, ...]:
    return tuple(reading for reading in readings if reading.clause_type == clause_type)
