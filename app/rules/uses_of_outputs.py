"""What comes out of models, in words that no such clause usually has: whose it is, whose tuned models are, what may not be fed with it."""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import phrase, stems
from app.rules.reading.subjects import OUTPUT, row_says_no, statements, table_head
from app.rules.whose import whose

# What a model makes; "results" and "reports" only where a machine makes them.
PRODUCED = phrase(
    r"outputs?|(?:generated|produced|synthetic|machine-made|machine-written|ai-made) (?:[a-z]+ )?(?:contents?|materials?|texts?|images?|works?|results?|matter|writings?|code|things)|(?:contents?|materials?|texts?|images?|results?|things|matter|writings|answers|scores?|"
    r"reports?|forecasts?|ratings?|summaries|marks|assessments?|drafts?|code|transcripts?|predictions?|pictures?|analyses|recommendations?|responses?|completions?|translations?)(?:,? (?:or|and) [a-z ]{1,20})?[a-zA-Z ,']{0,40}? "
    r"(?:generated|produced|made|written|returned|created|issued|issu(?:es|ing)|proceed(?:s|ing)|drawn up|composed|delivered|returns?|gives?|writes?|makes?|generates?|produces?|draws?)|(?:what|whatever|anything|everything|all|that which)(?: [a-zA-Z']+){0,5} "
    r"(?:generates?|produces?|returns?|makes?|writes?|gives?|creates?|drafts?|draws?|composes?|computes?|comes? (?:out|back)|came out|spits out)|what (?:comes|came) (?:out|back)|(?:the )?answers|completions|scores?|predictions?|summaries|results|risk marks?|generations?|(?:texts?|images?|drafts?) (?:the |a )?(?:assistant|model|tool|system|engine|machine)"
)
A_MACHINE = stems(
    "model engine system tool assistant machine ai. ai- algorithm weights generat prompt platform scor bot. suite service software llm network neural artificial copilot"
)
TUNED_MODEL = phrase(
    r"(?:fine-?)?(?:tuned|adapted|trained|retrained|fitted|customi[sz]ed|derived|modified|shaped|derivative|bespoke|calibrated|own) (?:[a-z-]+ )?(?:models?|versions?|weights|copies|variants?|networks?|parameters)|(?:models?|weights|versions?|parameters|adapters|networks?)[a-zA-Z ,']{0,50} "
    r"(?:tuned|trained|fitted|adapted|shaped|adjusted|calibrated|made out of|learned|learnt|built|derived)|models? (?:CUSTOMER )?(?:makes?|builds?|trains?|tunes?)|(?:what|whatever) CUSTOMER (?:fine-?tunes?|tunes?|trains?|adapts?|makes? of it)|derivatives?(?: works?)?|fine-?tunes?|adaptations?|adapters|models? (?:CUSTOMER|you) make|models themselves"
)
MADE_BY_HAND = phrase(
    r"artists?|by hand|deliverables?|drawings|indemnif[a-z]+|liab(?:le|ility)|harmless|benchmarks?|performance tests?|confidential information|as is|warrant[a-z]*|audit[a-z]*|explain[a-z]*|invoices?"
)
GIVES_BACK = phrase(
    r"CUSTOMER(?: [a-z]+){0,3} (?:grants?|gives?|licen[cs]es?|lets?|allows?|permits?|accords?|concedes?|confers?)(?: (?:up)?on)?(?: to)? VENDOR|VENDOR(?: and [a-z ]{1,40})? (?:may|can|is free to|shall be free to|is entitled to) (?:[a-z]+ )?(?:use|copy|sell|licen[cs]e|exploit|commerciali[sz]e|distribute|incorporate|offer|pass on|publish)|"
    r"licen[cs]ed? back|grant-?back|for VENDOR's (?:own )?use"
)
BROADLY = stems(
    "sell sells perpetual everlasting eternal irrevocab forever worldwide everywhere any_purpose any_field royalty free. sublicen pass_on commerciali exploit unlimited without_payment anyone others any_way any_manner distribut licen"
)


def read_whose_outputs(passage: Passage) -> Reading | None:
    """Read who owns outputs and tuned models; None if neither is settled."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature", "definition"):
        return None
    said = [each for each in statements(passage) if not each.has(MADE_BY_HAND)]
    row = passage.clause.kind == "table_row"
    machine = any(each.has(A_MACHINE) for each in said) or passage.titled("output", "generat", "result", "model", "ai", "engine")
    if not machine:
        return None
    owner = _worst(passage, said, _produced, row)
    tuned = _worst(passage, said, _tuned, row) or _the_same(said, owner)
    back = next(
        (
            each.proves(True)
            for each in said
            if each.has(BROADLY)
            and each.affirms(GIVES_BACK)
            and not each.has(phrase("no licen[cs]e"))
            and (_tuned(each) or _produced(each))
            and not each.has(phrase("feedback|only to|solely"))
        ),
        None,
    )
    if owner is None and tuned is None and back is None:
        return None
    anchor = next(proof for proof in (owner, tuned, back) if proof is not None)
    sentence = next((each for each in said if each.span.overlaps(anchor.span)), said[0])
    return passage.reading("ai_output_ownership", sentence, owner=owner, tuned_models_owner=tuned, licence_back=back)


def _produced(stretch: Stretch) -> Hit | None:
    tuned = stretch.hits(TUNED_MODEL)
    return next(
        (hit for hit in (*stretch.hits(PRODUCED), *OUTPUT.hits(stretch)) if not any(each.at.covers(hit.at) for each in tuned)), None
    )


def _tuned(stretch: Stretch) -> Hit | None:
    return stretch.find(TUNED_MODEL)


def _worst(passage: Passage, said: list[Sentence], find: object, row: bool) -> Proof | None:
    seek = _produced if find is _produced else _tuned
    answers = [(hit, owner) for each in said for hit, owner in whose(each, seek, is_row=row)]
    found = next(((hit, owner) for hit, owner in answers if owner == "vendor"), answers[0] if answers else None)
    return found[0].sentence.proves(found[1]) if found is not None else None


def _the_same(said: list[Sentence], owner: Proof | None) -> Proof | None:
    """ "The same holds for the weights of models tuned on its data"."""
    same = phrase(
        r"the same (?:goes|holds|applies|is true)|so (?:do|are|is|does)|likewise|equally|this (?:includes|extends to|covers)|and so"
    )
    sentence = next((each for each in said if each.has(same) and _tuned(each) is not None), None)
    return Proof(owner.value, sentence.span) if sentence is not None and owner is not None else None


FEEDS = stems(
    "train teach taught tun. tune tuning tunes fine-tun distil learn improv better bettering develop build building making make makes creat evaluat test. tests feed fed construct concept calibrat corpus corpora training_data learning_material enrich refin produc compet instruct develop benchmark"
)
OTHER_MIND = phrase(
    r"(?:any|no|another|other|further|every|each|all|different|foreign|third-party|rival|competing|whatsoever|machine-learned|foundation|general-purpose|base|large|language)(?: [a-z-]+){0,4} (?:models?|systems?|networks?|ai|artificial intelligence|algorithms?|engines?|llms?|intelligences?)|"
    r"(?:models?|systems?|networks?|ai|artificial intelligence)(?: [a-z]+){0,3} (?:other than|besides|except|whatsoever|of any kind|that (?:competes?|takes? on|rivals?)|competing|foreign to|of others|whatever)|out of other models|other models|artificial intelligence|machine[- ]learn[a-z]+"
)
RIVALS = phrase(r"compet[a-z]+|rival[a-z]*|takes? on|substitut[a-z]*|in competition|vies?|against (?:VENDOR|that of)")
BARRED = phrase(
    r"(?:may|shall|must|will|can|do|does|is|are|has)(?: not|n't)|cannot|never|nor|no (?:text|image|output|content|result|answer|material|part|completion|right)s?|none|forbidden|prohibited|barred|banned|excluded|ruled out|not (?:allowed|permitted|to)|refrains?|abstains?|"
    r"under no circumstances|in no case|at no time|stays? out of|kept out|out of bounds|off limits|disallowed|reserved to VENDOR|stays? out|keep(?:s)? (?:[a-z]+ ){0,4}(?:out|away)|no [a-z]+ing"
)
UNBARRED = phrase(
    r"no (?:bar|ban|limit|restriction|field-of-use limit|prohibition)s?|(?:may|can|is free to|are free to|free to)(?: [a-z]+){0,3} (?:use|feed|train|improve|teach|employ|develop|build)|whatever CUSTOMER likes?|as (?:it|CUSTOMER) (?:likes?|pleases?)|train whatever|disposes? freely|without restriction|imposing no"
)
BUT_NOT = phrase(r"as long as|so long as|provided|except|only from|only for|save|but not|other than for|refrains? only|unless")


def read_restricted_outputs(passage: Passage) -> Reading | None:
    """Read for which other models outputs may not be used; None if the passage sets no such limit and lifts none."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature", "definition"):
        return None
    said = statements(passage)
    row = passage.clause.kind == "table_row"
    outputs = [each for each in said if _produced(each) is not None]
    head = table_head(passage)
    for sentence in said:
        spoken = (bool(outputs) and (sentence in outputs or outputs[0].at.start < sentence.at.start)) or (
            head is not None and _produced(head) is not None
        )
        if (
            not spoken
            or not sentence.has(FEEDS, OTHER_MIND)
            or sentence.has(phrase("customer data|indemnif[a-z]+|CUSTOMER's (?:data|records|files)"))
        ):
            continue
        barred = sentence.find(BARRED)
        no = row_says_no(sentence) if row else barred is not None
        free = sentence.find(UNBARRED)
        if (
            sentence.has(RIVALS)
            and (no or sentence.has(BUT_NOT))
            and not sentence.has(phrase(r"whether or not|even (?:if|where)|competing or not|regardless"))
        ):
            return passage.reading("output_use_restriction", sentence, restricts=sentence.proves("competing"))
        if free is not None and not free.negated and not sentence.has(BUT_NOT) and not (row and no):
            return passage.reading("output_use_restriction", sentence, restricts=sentence.proves("none"))
        if no and (barred is None or barred.actor != "vendor" or sentence.has(phrase("reserved to VENDOR"))):
            return passage.reading("output_use_restriction", sentence, restricts=sentence.proves("all"))
    return None
