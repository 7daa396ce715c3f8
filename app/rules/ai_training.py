"""AI training: may the vendor train models on the customer's data, which models, in what form, and who may say no.

Permissions hide in words such as "improvement", "research", "baseline" or "learning": what decides is that the customer's data goes in
and a model, or a product for everybody, comes out. Proof of what a word means may stand in its definition.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.reading.deontic import WAITS_FOR, YES
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase, stems
from app.rules.reading.subjects import CUSTOMER_DATA, OUTPUT, find_in, first, held, meanings, operative, said_around, statements
from app.rules.rule import Rule, fires, near_miss
from app.rules.settled import loosely, usual

TRAINS = phrase(
    r"(?:for|in) (?:machine[- ]learning|ai development)|(?:re-?|pre-?)?train(?:s|ed|ing)?|teach(?:es|ing)?|taught|(?:fine-?)?tun(?:e|es|"
    r"ed|ing)|(?:machine )?learn(?:s|ed|t|"
    r"ing)? (?:from|on|with|by|of|as)|(?:has|have) (?:been )?learn(?:ed|t)|learn(?:ed|t) there|learning (?:corpus|set|material)|"
    r"calibrat(?:e|es|ed|ing|ion)|re-?estimat(?:e|es|ed|ing|ion)|distil(?:l|ls|led|ling|lation)?|(?:as|for) (?:ground truth|"
    r"training (?:data|sets?|material|corpus|corpora|purposes?|examples?))|as (?:an )?examples?|gets? (?:smarter|cleverer|better)|"
    r"stud(?:y|ies|ying)|(?:into|in|to|part of) (?:an? |any |the |its |VENDOR's )*training (?:sets?|corpus|corpora|data|material)|"
    r"(?:machine[- ]learning|ai|artificial intelligence|training) purposes?"
)
TRAINS_ON = phrase(r"train(?:ed|ing)? (?:or [a-z]+ )?on (?:it|them|that|this|any|such|CUSTOMER|the)")
# Words that are training only where a model, or a product for everybody, is what is improved.
IMPROVES = phrase(
    r"improv(?:e|es|ed|ing|ement|ements)|develop(?:s|ed|ing|ment)?|enhanc(?:e|es|ed|ing|ement|ements)|buil(?:d|ds|t|ding)|"
    r"rebuil(?:d|ds|t|ding)|refin(?:e|es|ed|ing|ement|ements)|construct(?:s|ed|ion|ing)?|creat(?:e|es|ed|ing|ion)|optimi[sz](?:e|"
    r"es|ed|ing|ation)|"
    r"benchmark(?:s|ed|ing)?|evolv(?:e|es|ed|ing)|advance(?:s|d|ment)?|perfect(?:s|ed|ing)?|draws? (?:up)?on|drawn (?:up)?on|"
    r"feeds?(?: into)?|fed into|adapt(?:s|ed|ing|ation)?|validat(?:e|es|ed|ing)|test(?:s|ed|ing)?|sets? up|make(?:s)? better|"
    r"better(?:s|ed|ing)?|power(?:s)?|deriv(?:e|es|ing) (?:[a-zA-Z ]{1,30} )?from|extracts?|sharpen(?:s|ed|ing)?"
)
AI = phrase(
    r"(?:[a-z-]+ )?models?|machine[- ]learning|artificial intelligence|ai|algorithms?|(?:predictive|generative|suggesting|"
    r"predicting|drawing|automated|intelligent|smart)[a-z, ]{0,40} (?:features?|functions?|functionality|capabilities|tools)|"
    r"neural networks?|weights|classifiers?|llms?|common baseline|credit behaviou?r|scoring|learning systems?|recommenders?|"
    r"training (?:sets?|corpus|corpora|data)|engines?|suggestions|recommendations|autocomplet[a-z]+|assistants?|"
    r"assist(?:ants)? and search tools|embeddings"
)
GENERAL = phrase(
    r"(?:entire |whole )?clientele|for (?:everyone|everybody)|(?:all|other|its|VENDOR's|every|each|any|those|our|"
    r"various) (?:of )?(?:its |VENDOR's )?(?:other )?(?:customers?|institutions|"
    r"clients|subscribers|users|tenants|licensees|participants)|customers? (?:generally|at large|as a whole|base)|customer base|"
    r"to (?:its|VENDOR's) customers generally|"
    r"(?:foundation|general|general[- ]purpose|shared|common|global|base|underlying|core|pooled|cross-customer|"
    r"market) (?:[a-z]+ )?(?:model|models|system|systems|baseline|features|product|products|algorithms)|common baseline|"
    r"general use|"
    r"any other (?:product|service)|other (?:products|services|offerings)|(?:its|VENDOR's|their|"
    r"VENDOR and its affiliates') (?:[a-z]+ )?(?:[a-z]+ )?(?:models?|products|services|offerings|algorithms|technolog(?:y|ies)|"
    r"artificial intelligence|ai|machine[- ]learning|product and services|features|tools)|"
    r"(?:products?|services?|features?|offerings|models) (?:that|which) (?:it|VENDOR|"
    r"they) (?:or any of its affiliates )?(?:offers?|suppl(?:y|ies)|provides?|sells?|markets?|"
    r"makes? available)(?: to [a-z ]*(?:customers|market))?|"
    r"(?:offered|supplied|provided|available|made available) (?:to|on) (?:all|other|its|the|VENDOR's) (?:[a-z]+ )?(?:customers?|"
    r"institutions|market|clients|users|public)|on the market|across (?:its|VENDOR's|all) (?:[a-z]+ )?(?:customers?|base|tenants?)|"
    r"(?:every|each|all) (?:customer's |tenant's )?(?:workspaces?|tenants?|accounts?|participating [a-z]+)|"
    r"participating institutions?|every (?:customer|licensee|client)|for the benefit of (?:all|other|its)|industry"
)
OWN_TENANT = phrase(
    r"CUSTOMER (?:models?|alone|only|exclusively)|(?:solely|only|exclusively|alone) (?:for|by|to|within|in|"
    r"on behalf of) (?:the (?:sole )?(?:use|benefit) of )?CUSTOMER(?:'s)?(?: own)?|for CUSTOMER (?:alone|only|exclusively|"
    r"and (?:no one|nobody) else)|CUSTOMER's own (?:[a-z]+ )?(?:environment|tenant|instance|models?|rosters|use|workspace|account|"
    r"deployment)|serves? CUSTOMER alone|"
    r"(?:dedicated|own|private|single-tenant|isolated|segregated|separate|customer-specific|bespoke|custom) (?:models?|instance|"
    r"environment|tenant)|CUSTOMER's (?:(?:own|dedicated|private|tuned|fine-?tuned|custom) )*(?:models?|instance|environment|"
    r"tenant)|(?:sole|exclusive) (?:use|benefit) of CUSTOMER|"
    r"(?:no ?one|nobody|no other customer|anyone|anybody) (?:else|but CUSTOMER)|anyone but CUSTOMER|"
    r"not (?:be )?(?:made )?available to any other|serves? (?:only|no one but) CUSTOMER|for CUSTOMER's (?:exclusive|sole) (?:use|"
    r"benefit)|set up for CUSTOMER alone|kept apart from"
)
DE_IDENTIFIED = phrase(
    r"(?:fully |irreversibly |properly )?(?:anonymi[sz]ed?|anonymous|de-?identified|de-?personali[sz]ed|aggregated?)(?: form| data|"
    r" information)?|cannot (?:reasonably )?be (?:identified|recogni[sz]ed|traced|linked)|neither an individual nor|no (?:person|"
    r"individual|natural person) (?:can|may) be|"
    r"does not identify|not (?:reasonably )?(?:identif|recogni[sz]|reveal)[a-z]*|names and content left out|"
    r"stripped of (?:all )?(?:names|identif[a-z]+)|removed (?:all )?(?:names|identif[a-z]+|personal)"
)
AS_IT_STANDS = phrase(
    r"as it stands|as they (?:stand|are|were)|as (?:it was|they were|it is) (?:loaded|entered|submitted|uploaded|received|"
    r"supplied)|in the form in which|record by record|in (?:its|their) (?:original|raw|identifiable|native|full) form|unaltered|"
    r"un-?redacted|"
    r"whether or not [a-z ,]{0,60}(?:identif|anonymi|aggregat|recogni)[a-z]*|(?:including|even) (?:where|if|"
    r"when) [a-z ]{0,30}identif[a-z]+|without (?:removing|anonymi[sz]ing|redacting|de-?identif[a-z]+)[a-z ]*|raw|identifiable"
)
OPT_OUT = phrase(
    r"opt(?:s|ed|ing)?[- ]?out|switch(?:es|ed)? (?:it |this |that )?off|turn(?:s|ed)? (?:it |this |that )?off|object(?:s|ion)?|"
    r"disabl(?:e|es|ed|ing)|withdraw(?:s|n|al)?|deactivate[sd]?|exclude (?:its|CUSTOMER's)"
)
UNLESS_REFUSED = phrase(
    r"if CUSTOMER (?:do|does) not (?:want|wish|agree|consent)|if CUSTOMER (?:objects?|prefers?)|(?:can|may) (?:opt out|object|"
    r"switch (?:it|this) off)|unless CUSTOMER (?:opts? out|objects?|switch(?:es)?|tells?|declines?|disables?)"
)
NOT_BARRED = phrase(
    r"nothing[a-zA-Z0-9, ]{0,40} (?:prevents?|restricts?|restrains?|limits?|prohibits?|hinders?|keeps?|bars?)|"
    r"not (?:be )?(?:prevented|restricted|restrained|limited|prohibited|barred|hindered) from"
)
NO_TRAINING = phrase(r"(?:does|do|shall|may|must) not (?:constitute|include|amount to|involve|extend to) training")
OPT_IN = phrase(
    r"opt(?:s|ed|ing)?[- ]?in|(?:prior |express |explicit |written |specific |separate )+(?:consent|permission|approval|"
    r"authori[sz]ation|agreement|instruction)s?|(?:with|without|unless|only (?:if|where|with|after)) [a-zA-Z ]{0,40}(?:consents?|"
    r"consented|approves?|approved|permission|permits|permitted|agrees|agreed|opted in|asks|asked|instructs|switched it on|"
    r"enables?|enabled)"
)
NO_CHOICE = phrase(
    r"has no switch|no (?:switch|setting|option|way)|condition of the service|may not (?:object|opt out|decline)|"
    r"cannot (?:be switched off|opt out|be disabled|object)|can't (?:be switched off|opt out)|no right to (?:object|opt out)|"
    r"whether or not CUSTOMER (?:agrees|consents)|not withdrawn"
)
# Making sense of someone's tests, samples and staff isn't training a model.
NOT_MODELS = phrase(
    r"(?:fine-?)?(?:re-?)?(?:tuned|trained|learnt|learned) (?:models?|versions?|parameters|weights|by (?:CUSTOMER|itself))|"
    r"tuned from it|(?:training|tuning) (?:data|material|recipes?|services?|scripts?) (?:belongs?|are|is|that CUSTOMER|"
    r"which CUSTOMER)|CUSTOMER's (?:own )?(?:training|tuning) (?:data|material)|"
    r"train(?:s|ed|ing)? (?:and [a-z]+ )?(?:of )?(?:its |their |CUSTOMER's |VENDOR's |the |new |all |such )?(?:staff|personnel|"
    r"employees|users|people|workers|team|teams|days?|sessions?|courses?|workshops|services|administrators|colleagues)|"
    r"(?:two|one|three|[0-9]+|initial|user|on-?site|product|security|awareness|privacy|staff|compliance|adequate|appropriate|"
    r"regular) (?:days' )?training(?: days)?|trained (?:staff|personnel|people|employees|in|to|professionals|and)|learn(?:s|"
    r"ed)? of|training and (?:support|onboarding|certification)"
)
CUSTOMER_GRANTS = phrase(
    r"CUSTOMER (?:hereby )?(?:grants?|allows?|permits?|agrees?|gives?|authori[sz]es?|consents?|acknowledges?|accepts?)"
)
CUSTOMER_TRAINS = phrase(
    r"CUSTOMER (?:(?:may|shall|will|can|itself|also|freely|is free to) )*(?:re-?|fine-?)?(?:trains?|tunes?|teach(?:es)?|builds?|"
    r"selected|selects|uses? [a-zA-Z' ]{0,30}(?:to|for) (?:train|tun|improv)[a-z]*)"
)
ANY_VENDOR = phrase("VENDOR|RECIPIENT")
PERMITS = phrase(r"may (?:also )?(?:use|train|employ|process|reproduce)")


def read_ai_training(passage: Passage) -> list[Reading]:
    """Read what is said of training on the customer's data; nothing if nothing is.

    A ban is `allowed` False; training of models that serve this customer alone is `allowed` with scope own_tenant.
    """
    found, other = usual(passage, _read_usual), loosely(passage, _read_usual, _otherwise)
    if not found or other is None:
        return list(found) or ([other] if other is not None else [])
    same = found[0].value("allowed") == other.value("allowed") and "scope" not in found[0].terms
    return [found[0].with_terms(scope=other.terms.get("scope") if same else None), *found[1:]]


def _read_usual(passage: Passage) -> list[Reading]:
    found = _training(passage)
    if found is None:
        return []
    hit, near = found
    sentence = hit.sentence
    own = _own_tenant(passage, hit, near)
    if own is not None:
        return [
            passage.reading(
                "ai_training_use",
                sentence,
                allowed=own.proves(True),
                scope=own.proves("own_tenant"),
                **_form(passage, near),
                opt_in=_consent(passage, hit),
            )
        ]
    if _forbidden(hit):
        return [passage.reading("ai_training_use", sentence, allowed=hit.proves(False))]
    if not _permitted(passage, hit):
        return []
    general = first(sentence.find(GENERAL), find_in(near, GENERAL), passage.find(GENERAL))
    reading = passage.reading(
        "ai_training_use",
        sentence,
        allowed=sentence.proves(True),
        scope=None if general is None else (sentence if passage.at.covers(general.at) else general).proves("general"),
        **_form(passage, near),
        **_choice(passage, sentence, _consent(passage, hit)),
    )
    work = next((m for m in near if _is_purpose(m) and m.has(TRAINS | IMPROVES) and m.has(AI)), None)
    return [reading] if work is None else [reading, work.reading("ai_training_use", work, allowed=sentence.proves(True))]


def _training(passage: Passage) -> tuple[Hit, tuple[Passage, ...]] | None:
    """Where data of the customer goes into a model: the words for it, and the definitions of the terms beside them."""
    for sentence in operative(passage):
        near = meanings(passage, sentence)
        for hit in sentence.hits(TRAINS):
            if any(other.at.overlaps(hit.at) for other in sentence.hits(NOT_MODELS)):
                continue
            if _data(passage, sentence, near) and (sentence.has(AI) or find_in(near, AI) or passage.has(AI) or sentence.has(TRAINS_ON)):
                return hit, near
    for sentence in operative(passage):
        near = meanings(passage, sentence)
        data = _data_beside(sentence)
        if data is None:
            continue
        inside = sentence.find(IMPROVES)
        if inside is not None and (sentence.has(AI) or _model_meant(near)):
            return inside, near
        # "... for Improvement Purposes": the work itself is defined elsewhere
        purpose = next((m for m in near if m.has(AI) and m.has(TRAINS | IMPROVES) and _is_purpose(m)), None)
        if purpose is not None:
            return data, near
        # "rebuilds the baseline. For this it draws on the records"
        work = passage.find(IMPROVES)
        if work is not None and sentence.has(IMPROVES) and (passage.has(AI) or _model_meant(meanings(passage, passage))):
            return inside or work, meanings(passage, passage)
    return None


def _model_meant(near: tuple[Passage, ...]) -> bool:
    """Whether a term beside it is defined as a model or as what models are built from; a defined platform is none."""
    opening = expression(
        r"(?:means|:|\n|is|are)\s?(?:the |any |each |a |an |general )*(?:[a-z-]+ ){0,4}?(?:models?|system of|baseline|algorithms?|"
        r"weights|predictive)"
    )
    return any(meaning.find(opening) is not None and meaning.has(AI) for meaning in near)


def _is_purpose(meaning: Stretch) -> bool:
    opening = expression(
        r"(?:means|:|\n|is|are)\s?(?:the |any |all |such )*(?:[a-z-]+ ){0,2}?(?:work|construction|development|improvement|training|"
        r"research|activit|enhancement|calibration|use|purposes?|creation|building|teaching)"
    )
    return meaning.find(opening) is not None


def _data(passage: Passage, sentence: Sentence, near: tuple[Passage, ...]) -> Hit | None:
    """Data of the customer in the sentence, or in the passage that it belongs to."""
    return first(
        _data_beside(sentence),
        CUSTOMER_DATA.find(passage),
        sentence.find(
            phrase(
                r"confidential information|(?:trial|test|evaluation) (?:data|records)|part a records|protected information|"
                r"received from (?:CUSTOMER|the other|OTHER|DISCLOSER)|personal data"
            )
        ),
    )


def _data_beside(sentence: Sentence) -> Hit | None:
    return first(CUSTOMER_DATA.find(sentence), OUTPUT.find(sentence) if sentence.has(phrase("prompts?|inputs?")) else None)


def _forbidden(hit: Hit) -> bool:
    sentence = hit.sentence
    if sentence.has(UNLESS_REFUSED) or sentence.has(NOT_BARRED):
        return False
    if hit.negated or sentence.has(NO_TRAINING):
        return True
    banned = phrase(
        r"prohibited|forbidden|barred|excluded|ruled out|not (?:allowed|permitted)|may not|shall not|must not|does not|do not|"
        r"is not to|are not to|will not|never|no other model|nor|keeps? [a-zA-Z ]{1,30} (?:away|out) (?:from|of)"
    )
    statement = said_around(hit)
    denial = statement.find(banned)
    return (
        denial is not None
        and not sentence.has(phrase(r"not limited to|but may|however|provided that it may"))
        and not statement.before(denial).has(PERMITS)
    )


def _permitted(passage: Passage, hit: Hit) -> bool:
    """Whether it says that the vendor does or may; a customer's own training of its models is no permission to the vendor."""
    sentence = hit.sentence
    if sentence.has(CUSTOMER_TRAINS) or (hit.actor == "customer" and not sentence.has(CUSTOMER_GRANTS) and not sentence.has(GENERAL)):
        return False
    return hit.actor == "vendor" or passage.has(ANY_VENDOR)


def _own_tenant(passage: Passage, hit: Hit, near: tuple[Passage, ...]) -> Hit | None:
    """The words that keep the training to models of this customer; None where others are served too."""
    sentence = hit.sentence
    own = first(sentence.find(OWN_TENANT), passage.find(OWN_TENANT))
    if own is None:
        meant = find_in(near, OWN_TENANT)
        own = (
            sentence.find(phrase(r"dedicated models?|CUSTOMER models?|(?:private|own|tuned|adapted) models?"))
            if meant is not None
            else None
        )
    if own is None:
        return None
    only = phrase(
        r"only|solely|exclusively|alone|no other|any model other than|nothing|other than|on condition|no one else('s)?|nobody|"
        r"not made available|not be made available|any other"
    )
    return own if own.sentence.has(only) or passage.has(only) else None


def _form(passage: Passage, near: tuple[Passage, ...]) -> dict[str, Proof | None]:
    """Whether the data is stripped of names first."""
    raw = first(passage.find(AS_IT_STANDS), find_in(near, AS_IT_STANDS))
    if raw is not None:
        return {"de_identified_only": raw.proves(False)}
    clean = passage.find(DE_IDENTIFIED)
    if clean is not None and not clean.negated:
        return {"de_identified_only": clean.proves(True)}
    return {}


def _consent(passage: Passage, hit: Hit) -> Proof | None:
    asked = hit.sentence.find(OPT_IN)
    return asked.proves(True) if asked is not None else None


def _choice(passage: Passage, sentence: Sentence, consent: Proof | None) -> dict[str, Proof | None]:
    """Whether the customer is asked or may refuse: a plain permission leaves it no choice."""
    if consent is not None:
        return {"opt_in": consent, "opt_out": None}
    fixed = passage.find(NO_CHOICE)
    if fixed is not None:
        return {"opt_in": fixed.proves(False), "opt_out": fixed.proves(False)}
    out = passage.find(OPT_OUT)
    if out is not None:
        return {"opt_in": sentence.proves(False), "opt_out": out.proves(not out.negated)}
    return {"opt_in": sentence.proves(False), "opt_out": sentence.proves(False)}


# Data goes in, a model comes out: said in any words.
LEARNS = stems(
    "train teach taught learn relearn tun. tune. tunes tuning tuned fine-tun feed. feeds. feeding fed. better. betters bettering build. builds. building built making made improv develop calibrat distil smart clever educat "
    "instruct draw_on draws_on example ground_truth sharpen refin fit. fits. fitted fitting absorb ingest enrich evolv grow. nourish school perfect enhanc corpus corpora construct creat include. knowledge optimi"
)
THINKS = stems(
    "model algorithm ai. artificial_intel machine-learn machine_learn learning_system engine. engines. assistant neural corpus corpora classifier llm recommender predictor chatbot bots. bot. intelligence learning_corpus learning_material "
    "training_set training_data foundation neural_net suggestions smart_ generative"
)
FOR_ALL = stems(
    "third_part other_customer all_customer all_its_customer every_customer other_client all_client other_business other_compan other_user all_user all_subscriber other_subscriber every_subscriber everybody everyone every_user anyone others. "
    "general_model general-purpose general_purpose market. sell. sells. selling licens commerciali public whole_clientele language_model foundation community other_institution other_lender other_bank other_tenant all_tenant everybody's industry customers_at_large product_line all_of_its good_of_all whole_customer shared"
)
NOT_LEARNING = phrase(
    r"(?:days?|sessions?|courses?|hours) of training|train(?:s|ed|ing)? (?:the |its |CUSTOMER's |VENDOR's )?(?:[a-z]+ )?(?:staff|personnel|employees|users|administrators|people|team)|trainees?|CUSTOMER (?:may|can|shall be free to|is free to) (?:[a-z]+ )?(?:train|tune|fine-tune|teach|improve|feed|use)|"
    r"outputs?|generated|derivatives?|indemnif[a-z]+|liab(?:le|ility)|audit[a-z]*|retrain[a-z]*|business model|owns?|propert(?:y|ies)|explain[a-z]*|release[sd]?|document[a-z]* the|validat[a-z]*|drift[a-z]*|notice"
)
ONLY_OURS = phrase(
    r"(?:only|solely|exclusively|alone|nobody|no one|no other)[a-zA-Z ,']{0,50} (?:for|to|of|serves?|by)[a-z ]{0,20} CUSTOMER|(?:instance|model|copy|tenant)[a-zA-Z ,']{0,30} (?:serv(?:es|ing)|for|of|used by|reserved (?:to|for)|belonging to) CUSTOMER(?: alone| only)?|CUSTOMER's own (?:[a-z]+ )?(?:model|instance|copy|tenant)"
)


def _otherwise(passage: Passage) -> Reading | None:
    """Learning from the customer's data in words that no such clause usually has: the data, a learning, and what learns."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature", "definition"):
        return None
    said = statements(passage)
    about = any(each.has(THINKS) for each in said)
    for sentence in said:
        data = held(sentence) or sentence.find(WHAT_IS_FED)
        learns = next((hit for hit in sentence.hits(LEARNS) if data is not None and not data.at.covers(hit.at)), None)
        if data is None or learns is None or not about or sentence.has(NOT_LEARNING) or not (sentence.has(THINKS) or len(said) < 4):
            continue
        ours = passage.find(ONLY_OURS)
        if ours is not None:
            return passage.reading("ai_training_use", sentence, allowed=ours.proves(True), scope=ours.proves("own_tenant"))
        asked = sentence.has(YES, WAITS_FOR) and not sentence.has(phrase("without|need not"))
        denied = any(hit.negated for hit in sentence.hits(LEARNS)) or sentence.has(KEPT_OUT)
        if denied and not asked:
            return passage.reading("ai_training_use", sentence, allowed=sentence.proves(False))
        everyone = next((hit for each in said for hit in each.hits(FOR_ALL)), None) or sentence.find(
            phrase(
                r"(?:VENDOR's|its|their) (?:own )?(?:[a-z-]+ ){0,3}(?:models?|algorithms?|ai|assistants?|engines?|products?|intelligence|corpus|corpora)"
            )
        )
        return passage.reading(
            "ai_training_use",
            sentence,
            allowed=sentence.proves(True),
            scope=everyone.sentence.proves("general") if everyone is not None else None,
            opt_in=sentence.proves(asked),
            **_form(passage, ()),
        )
    return None


WHAT_IS_FED = phrase(
    r"CUSTOMER's (?:[a-z]+ ){0,2}[a-z]+s|(?:every|each|any|all|the) (?:[a-z]+ )?(?:boards?|scans?|images?|texts?|manuscripts?|documents?|files?|messages?|recordings?|records?|conversations?|entries|chats?|prompts?|drawings?|emails?|transactions?|pictures?|photos?)[a-zA-Z ,]{0,30} CUSTOMER|"
    r"(?:scans?|images?|texts?|manuscripts?|documents?|recordings?|pictures?|photos?) (?:that )?CUSTOMER|how CUSTOMER(?:'s (?:people|users|staff))? works?"
)
KEPT_OUT = phrase(
    r"(?:kept|keeps?|stays?|remains?|is|are|be) (?:out|away|apart|excluded|off limits|barred|forbidden)|at no time|never|in no case|under no circumstances"
)


RULE = Rule(
    "ai_training_use",
    read_ai_training,
    examples=(
        fires(
            "The Vendor may use Customer Data to train and improve its machine learning models.",
            allowed=True,
            scope="general",
            opt_in=False,
        ),
        fires("We will not use your content to train any artificial intelligence model.", allowed=False),
        fires(
            "Vendor may train models on Customer Data provided that each model is held in the Customer's own environment and serves "
            "Customer alone.",
            allowed=True,
            scope="own_tenant",
        ),
        fires(
            "The files in every workspace, yours included, serve as examples from which the predictive features that we offer to all "
            "customers are built.",
            allowed=True,
            scope="general",
        ),
        near_miss("Vendor shall train the Customer's staff in the use of the Service for two days."),
        near_miss("We keep tallies of clicks and loading times, with names and Content left out, so that we can see what is slow."),
        near_miss("The Vendor shall at all times engage trained personnel who learn from earlier projects."),
    ),
)
