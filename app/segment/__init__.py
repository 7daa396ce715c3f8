"""A document cut into a contract: clause tree, definitions, cross references, parties; and chunks of whole clauses for the model."""

from app.segment.cut import segment

__all__ = ["segment"]
