"""How large, long and deep a file may be before it is refused. Bytes unless the name says otherwise."""

from __future__ import annotations

# A contract with scanned exhibits reaches some tens of megabytes; nothing a lawyer reviews reaches this.
MAX_FILE_BYTES = 64 * 1024 * 1024
# Plain text, Markdown and HTML hold no pictures: this is about 10,000 pages.
MAX_TEXT_BYTES = 24 * 1024 * 1024
MAX_PARAGRAPHS = 200_000

MAX_PDF_PAGES = 2_000
PDF_SECONDS = 60
# The whole worker, its program included; a 300-page contract takes some 150 MB.
PDF_MEMORY_BYTES = 448 * 1024 * 1024

# A .docx is a zip of XML parts. Real ones have tens of parts, a long one with pictures some hundreds.
MAX_PARTS = 4_000
# All parts together, inflated: pictures are already compressed, so that a file at the size limit stays below.
MAX_INFLATED_BYTES = 256 * 1024 * 1024
# One XML part: 232 pages are 1 MB of it; a tree takes about ten times that in memory.
MAX_XML_BYTES = 24 * 1024 * 1024
# Deflate can't do better than 1032; repetitive XML reaches 60. Asked only of parts past a size that could hurt.
MAX_INFLATE_RATIO = 250
RATIO_FREE_BYTES = 4 * 1024 * 1024
# Elements inside one another: nested tables in content controls reach 60.
MAX_XML_DEPTH = 200
