"""Frozen types and vocabularies that every other package speaks in. Imports nothing of `app` but `errors`."""
