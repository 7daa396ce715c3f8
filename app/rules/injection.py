"""Text that speaks to whoever reviews the contract instead of to the parties: an observation, with its quote, and nothing more.

What such text asks for changes nothing: rules don't listen, and a model's answer can't take a finding away. An AI agreement speaks of
models and prompts all the time; only words that instruct a reader of the paper count.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.report import Observation
from app.rules.reading.passage import Passage
from app.rules.reading.pattern import expression, phrase

_READER = (
    r"(?:ai|a\.i\.|llm|language model|chatbot|assistant|automated|machine|software|bot|model|reviewer|reviewing|review|analysis|parser)"
)
SPEAKS_TO_READER = phrase(
    r"(?:ignore|disregard|forget|override|overrule) (?:all |any |every |the |your |these |of )*(?:previous|prior|earlier|above|preceding|foregoing|other|system|existing|original)?"
    r" ?(?:instructions?|prompts?|directions?|guidelines|guidance|rules given|system message)|system prompt|prompt injection|new instructions? (?:for|to) you|"
    r"as an ai(?: language)? model|you are (?:now )?(?:an?|the) (?:ai|large language|helpful|contract[- ]review|assistant|language model|reviewing)|"
    rf"(?:note|notice|message|instructions?|attention|memo|directive|command) (?:to|for) (?:the |any |all |an? )*(?:[a-z]+ )?{_READER}(?:s|ers?|systems?|tools?|models?)?|"
    r"(?:report|flag|find|list|return|raise|output|identify) (?:no|zero|nothing|not any)(?: (?:further|such|material|legal))? ?(?:issues?|risks?|findings?|problems?|concerns?|deviations?|flags?)|"
    r"(?:do not|don't|never|must not|should not|need not) (?:flag|report|highlight|mention|raise|redline|comment on|list|extract) (?:this|any|the|these|it|anything|that)|"
    r"(?:mark|classify|label|treat|rate|score|assess|judge|consider|grade|tag) (?:this|all|every|the|these|each|it)(?: [a-z]+){0,4} as (?:acceptable|compliant|preferred|approved|low[- ]risk|standard|safe|favou?rable|fallback|green)|"
    r"pre-?approved by (?:counsel|legal|the legal)|(?:answer|respond|reply) only (?:with|that)|end of (?:contract|document|agreement)\.? (?:system|instructions|user)"
)
TOOL_MUST = expression(
    r"\b(?:ai|automated|machine|llm|language[- ]model|algorithmic|software)[- ](?:based |driven |assisted |powered |generated )?(?:contract )?"
    r"(?:(?:review|analysis|reading) (?:systems?|tools?)|review|reviewers?|reviews|analysis|analy[sz]ers?|readers?|assistants?|tools?|systems?)(?: [a-z]+){0,2} (?:must|shall|should|are (?:instructed|asked|required)|is (?:instructed|asked|required)|will)"
    r" (?:not )?(?:[a-z]+ )?(?:ignore|skip|report|flag|mark|treat|conclude|return|output|summari[sz]e|classify|omit|disregard|respond|answer|approve)\b"
)


def observe_injections(passages: Sequence[Passage]) -> tuple[Observation, ...]:
    """An observation for each sentence that addresses the reviewer."""
    text = passages[0].view.contract.text if passages else ""
    found = []
    for passage in passages:
        for sentence in passage.sentences:
            if sentence.find(SPEAKS_TO_READER, TOOL_MUST) is not None:
                span = sentence.span
                why = "It tells a reader of the paper what to conclude. It was not followed, and all findings stand."
                found.append(Observation("injection", "Text that addresses the reviewer", why, span, span.of(text)))
    return tuple(dict.fromkeys(found))
