"""Word documents: read as a reviewer sees them, redlined with tracked changes, nothing else touched.

package (zip, limits, parts) -> flow (the text of one paragraph, character by character, with the runs that hold it) -> story
(paragraphs in order) -> read (a `Document`); write and comments make a redline of it, resolve accepts and rejects, check is the
self-check that each file passes before it goes out. Names as in ECMA-376 part 1, chapter 17.
"""
