"""The pipeline, in order: segment, read (rules and model), ground, combine, reconcile, judge, redline, verify.

pipeline    the order, on one screen
facts       the deal's facts: given, read from the contract, or the playbook's defaults
grounding   where a reader's quote stands, exactly
combine     what several clauses of one type say together
reconcile   what two readers say of one position
findings    judgements to findings
output      the redlined file of a review
"""
