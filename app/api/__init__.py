"""The HTTP interface: routes, one module per resource, and what stands before them.

wire        what goes over the wire beside the report
problems    errors as answers, mapped once
guard       who may come in, and how much they may send
counts      what /metrics tells: counts, never contract text
context     what the routes work with: settings, store, jobs
reviews     /v1/reviews and the files of each
word        /v1/word/reviews: paragraphs in, places in paragraphs out
playbooks   /v1/playbooks
health      /healthz, /readyz, /metrics
docs        /docs, rendered from /openapi.json by a page of our own
"""
