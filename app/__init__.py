"""Counterclause: a contract in, flagged risks and a Word redline out.

A review, in order (`app.review.pipeline`):

    documents   bytes to text, with where each paragraph came from
    segment     text to clauses, definitions, cross references and parties
    rules       reader 1: clauses to typed terms, each with the span that proves it
    llm         reader 2, when a model is configured: the same, as claims that `review.grounding` locates or rejects
    review      lay the readings of each type together, reconcile the two readers
    playbook    compare the terms with the positions of one side
    figures     downtime, exposure, the cap in money, deadlines
    redline     propose, apply in memory, read and judge again
    report      JSON, HTML, text; `documents.docx` writes the tracked changes
    jobs, store, api, cli   the way in and out
"""
