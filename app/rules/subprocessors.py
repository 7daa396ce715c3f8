"""Sub-processors: does the customer have a say, may it leave when it isn't heard, are they listed, are they bound alike.

"None" is read only where the text lets the vendor choose: at will, without notice, or by a bare permission with no condition.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.reading.deontic import AS_IT_PLEASES, TELLS, UNTOLD, WAITS_FOR, YES, refuses
from app.rules.reading.passage import Passage, Sentence
from app.rules.reading.pattern import phrase, stems
from app.rules.reading.subjects import AT_WILL, CUSTOMER_DATA, HELPER, PERSONAL_DATA, first, held, operative, statements, withheld
from app.rules.rule import Rule, fires, near_miss
from app.rules.settled import laid_together, loosely, usual

ENGAGES = phrase(
    r"farm(?:s|ed|ing)? out|engag(?:e|es|ed|ing|ement)|appoint(?:s|ed|ing|ment)?|us(?:e|es|ing) (?:of )?|add(?:s|ed|ing|ition|"
    r"itions)?(?: to)?|"
    r"replac(?:e|es|ed|ing|ement|ements)|sub-?contract(?:s|ed|ing)?|delegat(?:e|es|ed|ing)|plac(?:e|es) [a-zA-Z ,]{1,60} with|"
    r"entrust(?:s|ed)?|hir(?:e|es|ed|ing)|retain(?:s|ed|ing)?|"
    r"bring(?:s|ing)? in|call(?:s)? (?:in|upon)|select(?:s|ed)?|choos(?:e|es|ing)|new (?:sub-?processors?|further processors?|"
    r"helpers?)|chang(?:e|es|ed|ing)|employ(?:s|ed|ing)?|outsourc(?:e|es|ed|ing)|work(?:s|ing)? with|swap(?:s|ped)?|var(?:y|ies|"
    r"ied)|rel(?:y|ies) on|involv(?:e|es|ed|ing)|perform(?:s)? [a-z ]{1,40} through|discharge [a-z ]{1,40} through|through (?:such|"
    r"its|any|other)|agrees to (?:the|VENDOR's)|authori[sz](?:es?|ed|ation)|host and watch|host(?:s)? (?:and|or|parts)|listed|"
    r"list of|permitted|by means of|transfer to|pass(?:es)? on to|share(?:s|d)? with"
)
CONSENT = phrase(
    r"(?:said|says?) yes(?: in writing)?|(?:(?:prior|written|express|specific|separate|its|CUSTOMER's|of) )*(?:consents?|approv(?:al|es|"
    r"ed)|authori[sz]ation|"
    r"permission|agreement in writing|written agreement|consented|(?:has |have )?agreed (?:[a-z]+ ){0,2}in writing|"
    r"agreed beforehand|assent|leave)(?: of CUSTOMER)?"
)
BARRED = phrase(
    r"only|shall not|will not|may not|must not|does not|do not|not|no|without|only (?:with|after|if|upon|where)|unless|subject to|"
    r"requires?|needs?|until|calls? for|save with|except with|solely with|exclusively with"
)
GENERAL_LEAVE = phrase(
    r"general (?:written )?(?:authori[sz]ation|consent|permission)|generally authori[sz]es|hereby (?:consents|authori[sz]es|"
    r"agrees)|consent is deemed|deemed to (?:have )?(?:consent|approv|agree)[a-z]*"
)
OBJECTS = phrase(
    r"object(?:s|ed|ion|ions|ing)?|oppos(?:e|es|ed|ition)|veto(?:es)?|contest(?:s)?|refus(?:e|es|al)|reject(?:s|ion)?|disagree(?:s|"
    r"ment)?|respect(?:s)? CUSTOMER's objection|raises? concerns|(?:is|are) against|says? no"
)
UNASKED = phrase(
    r"without (?:(?:any|further|prior|CUSTOMER's|its|the|giving|the need (?:for|to obtain)|having to|obtaining|"
    r"need of) )*(?:reference|notice|notif(?:ying|ication)|inform(?:ing|ation)|consult(?:ing|ation)|consent|approval|tell(?:ing)?|"
    r"asking|ask|permission|duty to disclose|seeking|authori[sz]ation)|"
    r"(?:need|does|do|shall|will|is|are)(?: not|n't) (?:be )?(?:required to |obliged to |have to |need to )?(?:inform|notify|tell|"
    r"ask|consult|name|identify|disclose|obtain|seek|give notice)|no (?:notice|consent|approval) (?:to|of|from|is)|nor (?:inform|"
    r"notify|tell|ask|disclose|name)|in its discretion|freely|at any time|as required"
)
MAY = phrase(
    r"may|is (?:free|entitled|permitted|allowed|authori[sz]ed) to|are (?:free|entitled|permitted|allowed) to|can|"
    r"reserves the right|has the right|hereby authori[sz]es|shall be (?:free|entitled)|performs?|provides?|uses?|hosts?|host and"
)
MAY_END = phrase(
    r"(?:may|can|is entitled to|has the right to|shall be entitled to|right to)(?: [a-zA-Z,]+){0,6}? (?:terminate|end|cancel|"
    r"withdraw|leave|give notice|rescind|step out|stop using)"
)
LISTED = phrase(
    r"list(?:s|ed)?|register|named in|names? (?:them|of|each)|set out in|identified in|annex|schedule|exhibit|published|website|"
    r"page|currently|are [A-Z]"
)
HIDDEN = phrase(
    r"without (?:any )?(?:duty|obligation) to (?:disclose|name|reveal)|need not (?:disclose|name|identify|reveal)|(?:not|"
    r"nor) (?:obliged|required|bound) to (?:disclose|name|identify|list)|keeps? no list|does not (?:publish|disclose|name)|"
    r"confidential identit"
)
BINDS = phrase(
    r"(?:bound|binds?|held|hold|subject(?:ed)?|imposes?|impose|imposed|flow(?:s|ed)? down|pass(?:es|ed)? (?:on|down)|accepts?|"
    r"obliges?|obligat(?:es|ed)|enters? into|agree(?:s|d)? to|ties|tied|commits?|committed|contract(?:s)? with|placed under|"
    r"written (?:contract|agreement))"
)
SAME = phrase(
    r"(?:the )?(?:same|equal|equivalent|like|identical|similar|comparable|corresponding|no (?:less|lighter|weaker)|not less|"
    r"at least as|no lower|substantially (?:the same|similar|equivalent)|all the|these|those|materially (?:the same|"
    r"similar))(?: [a-z]+){0,4}? ?(?:duties|obligations|terms|standards?|conditions|protections?|requirements|provisions|"
    r"commitments|protective|strict|stringent|onerous|than|as)|terms equal to|flow(?:s|ed)?[- ]down"
)
ANSWERS = phrase(
    r"(?:remains?|is|be|are|answer(?:s|able)?|stays?)(?: fully| wholly)? (?:answerable|liable|responsible|accountable)|"
    r"answers? for|as if (?:it|VENDOR|they)|as for its own"
)
NEED_TO_KNOW = phrase(
    r"return or destroy|brand|surviv(?:e|es)|need(?:s)? to know|confidential information|in confidence|secret|need it|require it|"
    r"reverse engineer|whole for|alteration|"
    r"does not reach|decompile|non-?solicit|insurance|payment|bank|billing|consumer privacy act|indemnif(?:y|ies)|"
    r"hold(?:s)? harmless|liable for|infring(?:es|ement)|force majeure|beyond (?:its|their)|assign(?:s|ment)?|novat(?:e|es)|"
    r"customer services|audit(?:s|ors?)?|inspect(?:s|ion)?|competitor|affiliates of CUSTOMER"
)
COLUMNS = ("name", "sub-processor", "subprocessor", "company", "entity", "firm", "provider", "supplier")
ON_TERMS = phrase(r"in accordance with|subject to|as (?:permitted|provided|set out)")
ANNOUNCED = phrase(r"notice|notif(?:y|ies)|inform(?:s|ed)?|announces?|ahead|in advance|tell(?:s)?")
PROCESSING = phrase(r"process(?:es|ed|ing|or|ors)?|personal data|sub-?processors?|sub-?processing|touch the data|handle")


def read_subprocessors(passage: Passage) -> Reading | None:
    """Read who may be engaged on whose say; None if the passage doesn't speak of engaging others."""
    found, other = usual(passage, _read_usual), loosely(passage, _read_usual, _otherwise, "consent")
    consent = found[0].value("consent") if found else None
    if other is None or (consent is not None and (other.value("consent") != consent or consent != "objection")):
        return found[0] if found else None
    return laid_together(found, other)


def _read_usual(passage: Passage) -> Reading | None:
    sentence = _engaging(passage)
    if sentence is None:
        return _row(passage)
    consent = _consent(passage, sentence)
    objects = consent is not None and consent.value == "objection"
    return passage.reading(
        "subprocessors",
        sentence,
        consent=consent,
        termination_on_objection=_leaves(passage, sentence, consent) if objects or consent is None or consent.value == "none" else None,
        list=_listed(passage),
        flow_down=_flow_down(passage),
    )


def _engaging(passage: Passage) -> Sentence | None:
    """The sentence that lets the vendor engage others for its work, forbids it, or names them."""
    about = passage.titled("processor", "contractor", "subcontract", "delivery network", "helpers")
    for sentence in operative(passage):
        helper = HELPER.find(sentence)
        if helper is None or not sentence.has(ENGAGES | OBJECTS | LISTED | BINDS):
            continue
        data = CUSTOMER_DATA.within(sentence) or sentence.has(PERSONAL_DATA) or sentence.has(PROCESSING) or about
        if sentence.has(NEED_TO_KNOW) and not (sentence.has(PROCESSING) and helper.words.startswith(("sub", "further", "other"))):
            continue
        act = next(
            (
                hit
                for hit in sentence.hits(ENGAGES)
                if not sentence.before(hit).words.endswith(("CUSTOMER's ", "CUSTOMERs' "))
                and hit.actor in ("vendor", "customer", None)
                and (abs(hit.at.start - helper.at.end) < 120 or abs(helper.at.start - hit.at.end) < 120)
            ),
            None,
        )
        named = helper.words.startswith(("sub-p", "subp", "further", "other proc", "additional")) and (
            sentence.has(LISTED) or sentence.has(BINDS, SAME)
        )
        if act is None and not named and not sentence.has(OBJECTS):
            continue
        if (
            act is not None
            and act.actor == "customer"
            and not sentence.has(OBJECTS)
            and not (
                data
                and sentence.has(
                    phrase(
                        "CUSTOMER (?:hereby )?(?:agrees|authori[sz]es|consents|approves|objects|may object|accepts|gives)|VENDOR|consent"
                    )
                )
            )
        ):
            continue
        if sentence.has(phrase("VENDOR|processors?|sub-?processors?")) or data:
            return sentence
    return None


def _consent(passage: Passage, sentence: Sentence) -> Proof | None:
    """The customer's say: its prior consent, a right to object, or none."""
    objection = next(
        (
            hit
            for each in operative(passage)
            for hit in each.hits(OBJECTS)
            if hit.actor in ("customer", None) or each.has(phrase("CUSTOMER"))
        ),
        None,
    )
    if objection is not None and not objection.negated and objection.actor != "vendor" and passage.has(ANNOUNCED) and passage.durations:
        return objection.proves("objection")
    for each in operative(passage):
        consent = each.find(CONSENT)
        if consent is None or each.has(GENERAL_LEAVE) or not (HELPER.within(each) or each == sentence):
            continue
        free = each.find(UNASKED)
        if free is not None and free.at.overlaps(consent.at) and not each.denies(ENGAGES) and each.has(MAY):
            return free.proves("none")
        if each.before(consent).has(BARRED) or each.after(consent).has(phrase("before|is required|is needed|required")):
            return consent.proves("prior")
    if objection is not None and not (objection.negated and objection.actor != "vendor"):
        return objection.proves("objection")
    for each in operative(passage):
        if each != sentence and not HELPER.within(each) and not each.has(ENGAGES):
            continue
        free = first(each.find(UNASKED), each.find(AT_WILL))
        if free is not None and each.has(MAY) and not withheld(free):
            return each.proves("none")
    bare = None if sentence.has(ON_TERMS) else sentence.find(MAY)
    told = passage.has(
        phrase(
            r"notice|notif(?:y|ies)|inform(?:s)?|announces?|ahead|consents?|approv(?:al|es)|agree(?:s|d)?|tell(?:s)?|schedule [0-9]+ says"
        )
    )
    if bare is not None and bare.actor == "vendor" and not told and not bare.negated and not sentence.after(bare).words.startswith(" not"):
        return sentence.proves("none")
    return None


def _leaves(passage: Passage, sentence: Sentence, consent: Proof | None) -> Proof | None:
    """Whether it may end the agreement when its objection isn't heard; with no say at all there is nothing to leave over."""
    for each in operative(passage):
        ends = next((hit for hit in each.hits(MAY_END) if hit.actor in ("customer", "either", None)), None)
        if ends is not None and passage.has(OBJECTS):
            return ends.proves(True)
    if consent is not None and consent.value == "none":
        return Proof(False, consent.span)
    return None


def _listed(passage: Passage) -> Proof | None:
    hidden = passage.find(HIDDEN)
    if hidden is not None:
        return hidden.proves(False)
    for sentence in operative(passage):
        for hit in sentence.hits(LISTED):
            if hit.words in ("annex", "schedule", "exhibit", "page", "website", "currently") and not sentence.has(HELPER.words):
                continue
            if (
                not hit.negated
                and (HELPER.within(sentence) or sentence.has(phrase("those|they|them")))
                and (hit.words.startswith(("list", "register", "name", "publish", "identified", "set out")))
            ):
                return hit.proves(True)
        helper = sentence.find(
            phrase(r"(?:the |current |existing )?sub-?processors (?:are|used are|at signature are|currently (?:are|used))")
        )
        if helper is not None:
            return helper.proves(True)
    return None


def _flow_down(passage: Passage) -> Proof | None:
    for sentence in operative(passage):
        same = sentence.find(SAME)
        if same is not None and sentence.has(BINDS) and not sentence.has(NEED_TO_KNOW):
            return same.proves(True)
    return None


def _row(passage: Passage) -> Reading | None:
    """A row of the list: it stands under a heading that names them."""
    if (
        passage.clause.kind != "table_row"
        or not passage.titled("sub-processor", "subprocessor", "subcontractor", "sub-contractor", "further processor")
        or _is_defined(passage)
        or passage.words.split("\n")[0] in COLUMNS
    ):
        return None
    return passage.reading("subprocessors", passage, list=passage.proves(True))


def _is_defined(passage: Passage) -> bool:
    return any(passage.span.covers(definition.name) for definition in passage.view.contract.definitions)


# Those who work on the data for the vendor, by any name.
OTHER_HANDS = stems(
    "sub-process subprocess subcontract sub-contract third_part third-part outside_compan outside_firm outside_data outside_part outside_provider other_firm other_compan other_process other_provider other_supplier other_part other_person another_firm "
    "another_compan another_process another_provider another_part another_person another_entit partner handler delegat newcomer data_processor processors. further_process cloud_compan service_compan service_provider "
    "analytics_compan helper cloud_provider hosting_provider agents. contractor external_ affiliates suppliers. vendors. firms. companies. outsourc nobody_but no_one_but none_but anyone_else anybody_else no_one_else nobody_else "
    "each_person such_person other_people other_businesses additional_process addition"
)
WORK_ON_DATA = stems(
    "process handl touch engag appoint use. uses. using bring_in brings_in pass. passes. passed subcontract sub-contract delegat work. works. call_up call_on entrust involv start. starts. add. adds. addition chang hire. hires "
    "access see. sees. receiv hosted host. hosts. store. stored run. runs. let. lets. share. shares. place. places. hand. hands. rely relies transfer outsourc swap replac join newcomer admit assist help. helps. put_in"
)
SAYS_NO = stems(
    "object oppos veto complain concern say_no says_no saying_no said_no turn_down turns_down reject refus disagree protest contest against. disapprov misgiv reservation"
)
MAY_LEAVE = stems(
    "end. ends. ending terminat cancel withdraw leave. leaves. leaving walk_away walk_out quit. rescind rescission give_notice get_out step_out exit stop_using resile determine. part_company break_off"
)
BOUND_ANYWAY = phrase(
    r"(?:stays?|remains?|is|be|are) (?:still )?bound|no (?:right|claim|ground|reason|way|say)[a-z ]{0,20} to (?:end|terminate|cancel|leave|withdraw)|(?:right|claim) to (?:end|terminate|cancel|leave|withdraw)[a-z ]{0,30} (?:does not|doesn't|do not)|"
    r"(?:may|can|does|shall|will)(?: not|not|n't) (?:[a-z]+ )?(?:end|terminate|cancel|withdraw|leave)|no effect|nevertheless|regardless|all the same|goes ahead anyway|carries on|without consequence|not a ground|starts? (?:anyway|all the same)|(?:will|shall) (?:only )?(?:be )?(?:noted|considered?)"
)
ON_A_LIST = stems(
    "list register directory annex schedule table catalogue roster inventory named names. enumerat page website site. shown shows. publish entered overview appendix exhibit"
)
SAME_DUTIES = phrase(
    r"(?:same|like|equal|equivalent|identical|corresponding|similar|no less|not less|no lighter|no weaker|as strict|at least as|word for word|matching|mirror(?:s|ing)?|these|those|all(?: of)? the|what this [a-z]+ demands|back-to-back|flow(?:s|ed)?[- ]down|pass(?:es|ed)? (?:on|down))"
)
HELD_TO = stems(
    "bound bind binds accept oblig duties duty laid_upon impos undertak commit subject contract written terms held answer pledge tie. tied sign signs"
)
NOT_HANDLERS = phrase(
    r"need(?:s)? to know|assign(?:s|ed|ment)?|novat[a-z]+|insur[a-z]+|indemnif[a-z]+|key (?:people|persons|personnel)|project (?:lead|manager)|employees?|solicit[a-z]*|infring[a-z]+|audit[a-z]*|inspect[a-z]*|train(?:s|ed|ing)?|"
    r"models?|incident|publicity|resell[a-z]*|end[- ]users?|authori[sz]ed users|competitor"
)


def _otherwise(passage: Passage) -> Reading | None:
    """Who else works on the data, in words that no such clause usually has: the data, other hands, and the customer's say."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature", "definition"):
        return None
    said = statements(passage)
    speaks = any(held(each) is not None or each.has(phrase("data|processing|processors?")) for each in said) or passage.titled(
        "processor", "data", "third part", "chain"
    )
    about = next(
        (
            each
            for each in said
            if speaks and each.has(OTHER_HANDS, WORK_ON_DATA) and not each.has(NOT_HANDLERS) and not _customers_hands(each)
        ),
        None,
    )
    if about is None:
        return None
    say = _say(said)
    listed = next((hit for each in said for hit in each.hits(ON_A_LIST) if not hit.negated), None)
    same = next((each for each in said if each.has(SAME_DUTIES, HELD_TO)), None)
    if say is None and listed is None and same is None:
        return None
    leaves = _may_leave(said) if say is not None and say.value == "objection" else None
    return passage.reading(
        "subprocessors",
        about,
        consent=say,
        termination_on_objection=leaves,
        list=listed.proves(True) if listed is not None else None,
        flow_down=same.proves(True) if same is not None else None,
    )


def _customers_hands(sentence: Sentence) -> bool:
    """Contractors whom the customer lets work with the product are its own affair."""
    return sentence.has(phrase("CUSTOMER (?:may|shall|can|must)")) and not sentence.has(
        phrase("VENDOR(?:'s)?|object|oppose|veto|say no|refuse")
    )


def _say(said: tuple[Sentence, ...]) -> Proof | None:
    """The customer's say: asked first, heard, or neither."""
    objects = next(
        (
            hit
            for each in said
            for hit in each.hits(SAYS_NO)
            if not hit.negated and (hit.actor == "customer" or each.has(phrase("CUSTOMER(?:'s)?")))
        ),
        None,
    )
    if objects is not None:
        return objects.proves("objection")
    for sentence in said:
        if sentence.has(UP_FRONT):
            return sentence.proves("none")
        yes = next((hit for hit in sentence.hits(YES) if hit.actor != "vendor" or sentence.has(phrase("CUSTOMER"))), None)
        if (
            yes is not None
            and sentence.has(WAITS_FOR, phrase("CUSTOMER(?:'s)?"))
            and not sentence.has(UNTOLD)
            and not sentence.has(phrase("need not|not need|no need"))
        ):
            return sentence.proves("prior")
    for sentence in said:
        free = (
            sentence.find(AS_IT_PLEASES)
            or sentence.find(UNTOLD)
            or refuses(sentence)
            or sentence.find(phrase(r"changes? (?:often|at any time|without)|changing circle|unlimited in number|at any time"))
        )
        if (free is not None and not free.negated) or (free is not None and sentence.has(UNTOLD)):
            return sentence.proves("none")
    bare = next((each for each in said if each.has(OTHER_HANDS, MAY) and each.has(phrase("VENDOR (?:may|can|is|shall be)"))), None)
    told = any(each.has(TELLS) for each in said)
    return bare.proves("none") if bare is not None and not told else None


UP_FRONT = phrase(
    r"(?:agrees?|consents?|accepts?|approves?|authori[sz]es?)(?: [a-z]+){0,2} (?:in advance|up ?front|beforehand|already|now|generally|hereby|to all|to every|to each|to any)|hereby (?:agrees?|consents?|authori[sz]es?)|general (?:authori[sz]ation|consent|leave)"
)


def _may_leave(said: tuple[Sentence, ...]) -> Proof | None:
    """Whether the customer may go when its objection isn't heard."""
    for sentence in said:
        bound = sentence.find(BOUND_ANYWAY)
        if bound is not None:
            return bound.proves(False)
        leaves = next((hit for hit in sentence.hits(MAY_LEAVE) if hit.actor != "vendor" and not hit.negated), None)
        if leaves is not None and sentence.has(MAY | phrase("right")):
            return leaves.proves(True)
    return None


RULE = Rule(
    "subprocessors",
    read_subprocessors,
    examples=(
        fires("Vendor shall not engage any sub-processor without Customer's prior written consent.", consent="prior"),
        fires(
            "The sub-processors are listed in Schedule 3. Vendor shall give thirty days' notice of any addition; if Customer objects and "
            "the Vendor goes ahead, Customer may terminate. "
            "Each sub-processor shall be bound by the same duties.",
            consent="objection",
            termination_on_objection=True,
            list=True,
            flow_down=True,
        ),
        fires("We may engage hosting providers and may replace them as we see fit without informing you.", consent="none"),
        near_miss("The Recipient may disclose Confidential Information to its contractors and advisers who need to know it."),
        near_miss("Vendor shall not solicit or engage any employee of Customer."),
        near_miss("The Customer may let contractors use the Software on its behalf."),
    ),
)
