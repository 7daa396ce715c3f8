"""The eval suite: does a change to a prompt, a model or a rule make reviews better?

gold       documents with expert gold (`evals/cases/NAME.docx`, `.txt`, `.gold.json`)
matching   when a finding meets an expectation
scorers    what a report is worth against its gold: pure counts
readers    who reads: the rules, a live model, recorded answers
runs       cases through the production pipeline
table      a run as a table
baseline   what a run must not fall below
"""
