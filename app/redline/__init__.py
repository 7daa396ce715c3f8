"""Redlines: proposed from the library or by small edits, applied in memory, read again, and accepted only if that helped.

wording   the library's words, filled with the contract's own names
numbers   a figure in the style in which the contract writes it
propose   candidates for a finding, best first
apply     a document with edits made
verify    all of them together, judged again
"""
