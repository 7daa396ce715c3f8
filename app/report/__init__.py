"""A review for those who read it: as JSON for programs, as one HTML file for counsel, as text for a terminal or a log.

wire       the shape of the JSON, fixed and typed
json       a review in that shape
labels     the clause list: which passage is of which type, and what proves it
places     where a span stands, as one would cite it
shown      hostile text made safe to look at
summary    the head of the report and its flagged findings, in the order in which to read them
text       plain text
terminal   the same on a terminal
marks      a redline as kept, struck and inserted words
markup     HTML that can't be broken out of
html       one offline HTML file; `finding_html` and `tables_html` are its parts
"""
