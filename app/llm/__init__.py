"""The second reader: a model behind any endpoint that speaks OpenAI's /chat/completions.

    prompts     versioned prompt files: load, render, hash
    vocabulary  clause types and terms as a prompt shows them
    fence       contract text made safe to stand inside a prompt
    excerpt     a chunk of a contract as numbered lines
    positions   a playbook's position as a prompt shows it
    schema      the JSON schemas of the answers, and the check against them
    answers     what a model said, as frozen types
    replies     an HTTP reply to an answer or a typed failure
    client      the calls: bounded, retried, counted, never paid twice
    ledger      answers kept under the hash of what was asked
    reader      a contract to answers
    draft       a flagged clause to its revised wording

Only `client` does I/O on a network, and only it imports openai (when the first call is made).
"""
