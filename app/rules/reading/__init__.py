"""How rules see a contract: a folded text with roles for names, sentences, numbers, negation, direction, defined terms.

pattern     phrases and expressions, matched in linear time
numbers     durations, percentages, money and dates, in words and figures
view        the folded text with its map back to `Document.text`
passage     clauses and sentences, and what rules may ask of them
"""
