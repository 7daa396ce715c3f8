"""Data residency: where data may be kept, processed and reached from, and what happens when a foreign authority asks for it.

A place that the vendor may widen ("and each country in which it keeps a support centre") is no place: `anywhere`. The words for
places stand in clauses, definitions and tables alike.
"""

from __future__ import annotations

from app.domain.reading import Proof, Reading
from app.rules.places_of_data import read_places, read_state_demands
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import expression, phrase
from app.rules.reading.subjects import CUSTOMER_DATA, PERSONAL_DATA, REFUSES, first, meanings, operative, said_around
from app.rules.rule import Rule, fires, near_miss
from app.rules.settled import laid_together, loosely, usual

COUNTRY = (
    r"united states(?: of america)?|usa|u\.s\.a?\.?|united kingdom|uk|great britain|england(?: and wales)?|scotland|wales|"
    r"northern ireland|(?:the )?(?:republic of )?ireland|european union|european economic area|eea|eu|euro area|germany|austria|"
    r"switzerland|liechtenstein|france|italy|"
    r"spain|portugal|netherlands|belgium|luxembourg|denmark|sweden|norway|finland|iceland|poland|czech republic|czechia|slovakia|"
    r"slovenia|hungary|romania|bulgaria|croatia|greece|cyprus|malta|estonia|latvia|lithuania|canada|quebec|ontario|"
    r"mexico|brazil|argentina|chile|colombia|australia|new zealand|japan|south korea|korea|singapore|hong kong|taiwan|india|china|"
    r"israel|turkey|united arab emirates|uae|saudi arabia|qatar|south africa|kenya|nigeria|egypt|"
    r"malaysia|indonesia|philippines|thailand|vietnam|north america|europe|asia|oregon|virginia|texas|california|ohio|london|"
    r"serbia|ukraine|morocco|tunisia|ghana|pakistan|bangladesh|sri lanka|nepal|peru|uruguay|costa rica|panama|bahrain|kuwait|oman|jordan|lebanon|"
    r"georgia|armenia|kazakhstan|bosnia|albania|montenegro|macedonia|moldova|belarus|russia|cambodia|mauritius|rwanda|tanzania|uganda|ethiopia|"
    r"pune|bangalore|bengaluru|hyderabad|mumbai|chennai|delhi|manila|cebu|nairobi|cairo|belgrade|kyiv|krakow|warsaw|bucharest|sofia|prague|budapest|lisbon|porto|"
    r"brussels|antwerp|copenhagen|oslo|helsinki|berlin|hamburg|geneva|lyon|manchester|edinburgh|cork|montreal|vancouver|chicago|new york|seattle|sao paulo|melbourne|auckland|osaka|seoul|taipei|"
    r"dubai|tel aviv|istanbul|cape town|johannesburg|lagos|shanghai|beijing|shenzhen|"
    r"dublin|frankfurt|amsterdam|paris|zurich|stockholm|vienna|munich|milan|madrid|toronto|sydney|tokyo"
)
PLACE = phrase(COUNTRY)
REGION = expression(rf"\b(?P<region>(?:member states? of the )?(?:{COUNTRY}))\b")
TERRITORY = phrase(
    r"(?:approved|permitted|agreed|named|designated|authori[sz]ed|listed|stated|home|contract) (?:territor(?:y|ies)|countr(?:y|"
    r"ies)|regions?|jurisdictions?|locations?|places?|zones?|states)|hosting zones?|data (?:region|zone)s?|territory|"
    r"those countries|home region|places? (?:named|stated)|facilities named"
)
KEPT = phrase(
    r"stor(?:e|es|ed|ing|age)|kept|keeps?|host(?:s|ed|ing)?|held|hold(?:s)?|houses?|housed|at rest|reside(?:s)?|located|location|"
    r"data cent(?:er|re)s?|situated|remain(?:s)?|facilit(?:y|ies)|maintain(?:s|ed)?|back(?:s|ed)? up|servers?"
)
WORKED_ON = phrase(
    r"process(?:es|ed|ing)?|operat(?:e|es|ed) (?:up)?on|work(?:s|ed)? (?:with|on)|handl(?:e|es|ed|ing)|us(?:e|es|ed)|transmit(?:s|"
    r"ted)?|analys(?:e|es|ed)|analyz(?:e|es|ed)"
)
PROCESSES = phrase("process(?:es)?")
REACHED = phrase(
    r"access(?:es|ed|ible|ing)?|view(?:s|ed|ing)?|reach(?:es|ed)?(?: them)?|remot(?:e|ely)|opened|open|look(?:s|ed)? at|see(?:s|"
    r"n)?|query|quer(?:y|ies|ied)|screen|retriev(?:e|ed)|log(?:s|ged)? in|consult(?:s|ed)?"
)
MOVED = phrase(
    r"transfer(?:s|red|ring)?|mov(?:e|es|ed|ing)|remov(?:e|es|ed|al|ing)|sent|send(?:s)?|export(?:s|ed)?|relocat(?:e|es|ed|ing|"
    r"ion)|transmit(?:s|ted)?|leave(?:s)?|taken|take(?:s)?|carr(?:y|ied)|migrat(?:e|es|ed)|replicat(?:e|es|ed)|cop(?:y|ied)|"
    r"shift(?:s|ed)?|travel(?:s|led)?|onward"
)
ONLY = phrase(
    r"only|solely|exclusively|(?:not|never|nor) (?:be )?(?:[a-z]+ ){0,6}(?:outside|elsewhere|beyond|out of)|nowhere else|"
    r"other than|within|remain in|no other (?:place|country|location)|alone|not leave|shall not|outside|not be (?:sent|opened|"
    r"moved|transferred|accessed)"
)
ANYWHERE = phrase(
    r"any of (?:VENDOR's|its|their) (?:[a-z]+ )?(?:facilities|locations|sites|data cent(?:er|re)s)|around the (?:globe|world)|"
    r"wherever(?: in the world)?(?: (?:it|they|VENDOR)[a-z ,]{0,40})?|anywhere(?: in the world| else)?|any (?:other )?(?:country|"
    r"countries|location|locations|place|places|jurisdiction|jurisdictions|region|regions|territory|facility|facilities|"
    r"part of the world)(?: (?:in|from|where|that|of)[a-zA-Z ,']{0,60})?|in the world|world-?wide|globally|around the world|"
    r"throughout the world|"
    r"(?:each|every|any|all|such|those)(?: further| other| additional)? (?:countr(?:y|ies)|locations?|places?|states?|territor(?:y|"
    r"ies)|regions?|jurisdictions?) (?:in|from|to|at) which (?:VENDOR|it|they|an?|its)|(?:other )?(?:countries|locations|places|"
    r"regions|jurisdictions|territories|facilities|sites) (?:as|that|which) (?:VENDOR|it) (?:may|from time|thinks?|wishes|deems|"
    r"chooses|selects|designates|sees|has|maintains|operates|considers|decides|uses)|"
    r"where(?:ver|soever)? (?:VENDOR|it|they)(?:,? (?:or|and) (?:its|VENDOR's|their) [a-z -]{1,30})? (?:ha(?:s|ve)|maintains?|"
    r"operates?|keeps?|does|do|uses?|chooses?) [a-z]*|(?:another|an?other|a different|other) (?:location|place|country|"
    r"jurisdiction|region|site|data cent(?:er|re))|change (?:the|this|that|its) (?:place|location|country|region)|(?:and|"
    r"or) elsewhere|regardless of (?:location|where)|without (?:geographic(?:al)?|territorial|regional) (?:limit|limits|limitation|"
    r"restriction)s?|from their places of work|for the time being"
)
CONSENT = phrase(
    r"(?:(?:prior|written|express|specific|CUSTOMER's|explicit) )*(?:consents?|approv(?:al|es|ed)|authori[sz]ation|permission|"
    r"consented|agreed in writing|agreement)(?: of CUSTOMER)?"
)
LOGGED = phrase(r"log|logs|logged|logging|recorded|record(?:s)?|audit trail|register(?:ed)?")
NO_CONSENT = phrase(
    r"(?:no|nor|neither|without (?:any|further|the need for))(?: [a-z]+){0,2} (?:consents?|record|approval|permission|log|notice|"
    r"authori[sz]ation)|calls for no|needs? no|requires? no|not require (?:any )?(?:consent|approval)|(?:need|does|do) not (?:ask|"
    r"obtain|require)|without (?:asking|reference|notice|informing)"
)
CONSENTS_GIVEN = phrase(r"CUSTOMER (?:hereby |expressly |also )*(?:consents?|agrees?|approves?|authori[sz]es?|permits?|allows?)")
BY_CHANCE = phrase(
    r"worldwide right|CUSTOMER (?:hereby )?grants?|licen[cs]es?|licen[cs]ed|sub-?licens[a-z]+|export (?:control|laws?|"
    r"administration)|exported from|technical data|trade laws|sanctions|intellectual property|copyright|treat(?:y|ies)|"
    r"prohibited by|indemnif[a-z]+|trademarks?"
)
FREELY = phrase(
    r"(?:may|can|is free to|are free to)[a-zA-Z ,]{0,60} without (?:CUSTOMER's |any |prior |further )*(?:consent|approval|notice|"
    r"permission)"
)
COUNTS = phrase(
    r"counts? as|is|are|regarded as|deemed|treated as|constitutes?|amounts? to|equals?|equivalent to|is also|means|considered|"
    r"same as"
)
A_TRANSFER = phrase(r"(?:a |an |as )?(?:transfers?|removal|processing|export|move)")
STAYS_STILL = phrase(
    r"(?:concern|relate to|refer to|apply to|describe|cover|are|is) (?:only )?(?:the )?(?:storage|data at rest|"
    r"where [a-z ]+ (?:stored|kept))(?: at rest| only| alone)?|(?:at rest|storage) only|(?:does|do|shall) not (?:restrict|limit|"
    r"confine|govern) (?:where|the place|from where)|no (?:restriction|limit) (?:on|as to) (?:where|the place|the location)|"
    r"only (?:at rest|storage|where [a-zA-Z ]+ is stored)|storage at rest"
)
NO_LIMIT = phrase(
    r"(?:does|do|shall) not (?:restrict|limit|confine|govern) (?:where|the place|from where)|no (?:restriction|limit) (?:on|"
    r"as to) (?:where|the place|the location)|(?:decides?|determines?|chooses?|selects?) where"
)
STAFF = phrase(
    r"VENDOR|personnel|staff|contractors|engineers|support|affiliates|partners|sub-?processors?|its people|desk|publisher|employees"
)

PUBLIC_BODY = phrase(
    r"(?:public|government(?:al)?|state|foreign|law[- ]enforcement|judicial|administrative|regulatory|overseas|national security|"
    r"supervisory) (?:[a-z]+ )?(?:bod(?:y|ies)|authorit(?:y|ies)|agenc(?:y|ies)|courts?|official|officials|entity|power)|"
    r"government bod(?:y|ies)|(?:authority|authorities|court|courts|government|agency|police|body)(?: or (?:court|authority|agency|"
    r"tribunal|government))? (?:of|in|from|outside) (?:a |an |any |another |some |the )?(?:[a-z]+ )?(?:country|state|jurisdiction|"
    r"nation|third country|power)|"
    r"authorit(?:y|ies)|government(?:s|al)?|law enforcement|(?:an |any )?(?:authority|authorities|"
    r"court)(?: or (?:an? )?(?:authority|court))? (?:of|outside|in)|subpoenas?|warrants?|writ|foreign authorit(?:y|ies)|police|"
    r"prosecutors?|intelligence services?"
)
DEMANDS = phrase(
    r"demand(?:s|ed)?|request(?:s|ed)?|order(?:s|ed)?|subpoena(?:s|ed)?|warrants?|compel(?:s|led)?|requir(?:es?|ed)|ask(?:s|"
    r"ed)?(?: for)?|seek(?:s)?|writ|want(?:s)?|legal process|inquir(?:y|ies)|call(?:s)? for"
)
TELLS = phrase(
    r"notif(?:y|ies|ied|ication|ying)|inform(?:s|ed|ing)?|tell(?:s|ing)?|told|appris(?:e|es|ed)|alert(?:s)?|"
    r"let(?:s)? [a-zA-Z ]{1,20} know|give(?:s)? (?:[a-zA-Z]+ )?notice|informing|telling|advis(?:e|es)|warn(?:s|ed)?|redirect(?:s)?|"
    r"refer(?:s)? (?:it|the)|disclos(?:e|es) the (?:demand|request)"
)
CONTESTS = phrase(
    r"contest(?:s|ed|ing)?|challeng(?:e|es|ed|ing)|oppos(?:e|es|ed|ing)|resist(?:s|ed|ing)?|object(?:s|ed)?|fight(?:s)?|"
    r"appeal(?:s)?|refus(?:e|es)|exhaust(?:s)?|legal remedies|test(?:s)? (?:its|the) legality|dispute(?:s)?|"
    r"seek(?:s)? (?:a )?(?:protective|stay|suspension)"
)
SECRETS = phrase(r"confidential information|protected information|trade secrets?|secret")
# Where places and data meet for other reasons.
ELSEWHERE = phrase(
    r"governed by|jurisdiction of the courts|courts of|governing law|registered office|principal (?:place|office)|working (?:day|"
    r"hours)|office hours|time zone|holidays?|insurance|export (?:control|laws?)|sanctions|indemnif(?:y|ies)|invoice|taxes|weights|"
    r"premises|continuity|recovery|second (?:site|data centre)|sign-?in|support desk answers|licen[cs]es?|sub-?licens[a-z]+|"
    r"measure each"
)


def read_data_residency(passage: Passage) -> list[Reading]:
    """Read where data may be, and what happens when an authority asks for them; nothing if neither is spoken of."""
    if passage.clause.kind in ("heading", "title", "parties", "recital", "signature"):
        return []
    demands = laid_together(
        usual(passage, _demands), loosely(passage, _demands, read_state_demands) if not usual(passage, _demands) else None
    )
    found = [_completed(passage), demands]
    return [reading for reading in found if reading is not None]


def _completed(passage: Passage) -> Reading | None:
    """What the usual words tell, with what the passage says in others: who is asked before data is moved or reached from elsewhere."""
    found = usual(passage, _places)
    if found and {"anywhere", "remote_access", "transfer_requires_consent"} & set(found[0].terms):
        return found[0]
    return laid_together(found, loosely(passage, _places, lambda each: read_places(each, PLACE)))


def _places(passage: Passage) -> Reading | None:
    territory = _territory(passage)
    if territory is not None:
        return territory
    sentence = _placing(passage)
    if sentence is None:
        return None
    near = meanings(passage, sentence)
    free = _free(passage)
    reach = _reach(passage)
    regions = _regions(passage, near)
    return passage.reading(
        "data_residency",
        free.sentence if free is not None else sentence,
        regions=regions,
        storage_only=_storage_only(passage, sentence, regions),
        anywhere=free.proves(True) if free is not None else None,
        transfer_requires_consent=_transfer(passage),
        **reach,
    )


def _usable(passage: Passage) -> tuple[Sentence, ...]:
    """Its sentences without those in which places and data meet by chance: licences, export laws, treaties."""
    return tuple(sentence for sentence in operative(passage) if not sentence.has(BY_CHANCE))


def _placing(passage: Passage) -> Sentence | None:
    """The sentence that says where the data may be, or that they may be anywhere."""
    for sentence in _usable(passage):
        data = first(CUSTOMER_DATA.find(sentence), sentence.find(PERSONAL_DATA), sentence.find(phrase("the service|them|it|data")))
        if data is None or (sentence.has(ELSEWHERE) and not sentence.has(KEPT, ONLY)):
            continue
        done = sentence.has(KEPT | WORKED_ON | REACHED) or (sentence.has(MOVED) and CUSTOMER_DATA.within(sentence))
        loose = (
            data.words in ("the service", "them", "it", "data")
            and not CUSTOMER_DATA.within(passage)
            and not sentence.has(phrase("data cent(?:er|re)s?|data"))
        )
        if loose:
            continue
        somewhere = first(sentence.find(PLACE), _territory_words(passage, sentence))
        if somewhere is not None and done and _of_location(sentence, somewhere):
            return sentence
        away = sentence.find(ANYWHERE)
        acts = sentence.has(KEPT | REACHED | MOVED | PROCESSES)
        if away is not None and acts and sentence.has(STAFF) and not away.negated:
            return sentence
        if sentence.has(NO_LIMIT) and CUSTOMER_DATA.within(sentence):
            return sentence
        if sentence.has(
            phrase(
                r"(?:places?|locations?) (?:at which |in which |where )[a-zA-Z ]{1,30} (?:is|are) (?:kept|stored|hosted|held|processed)|"
                r"where [a-zA-Z ]{1,30} (?:is|are) (?:kept|stored|hosted|held|processed) (?:is|are) (?:set out|stated|described|listed)"
            )
        ):
            return sentence
    return None


def _of_location(sentence: Sentence, place: Hit) -> bool:
    """Whether the place is one where something is done: "in Ireland", "outside the EEA", not "the law of Ireland"."""
    lead = phrase(
        r"(?:leave|in|within|from|at|to|inside|outside|out of|of|between|beyond|into|throughout|member states of)(?: either| both| only|"
        r" the| any| data cent(?:er|re)s in)*(?: the)?"
    )
    before = sentence.before(place).words[-60:]
    return any(
        word in f" {before}"
        for word in (
            " in ",
            " within ",
            " from ",
            " at ",
            " to ",
            " inside ",
            " outside ",
            " out of ",
            " into ",
            " of ",
            ", ",
            " and ",
            " or ",
            " beyond ",
            " leave ",
        )
    ) and sentence.has(lead)


def _territory_words(passage: Passage, sentence: Sentence) -> Hit | None:
    """A defined territory by its name."""
    hit = sentence.find(TERRITORY)
    return hit if hit is not None and (any(meaning.has(PLACE) for meaning in meanings(passage, sentence)) or sentence.has(ONLY)) else None


def _territory(passage: Passage) -> Reading | None:
    """A definition of the territory: one that the vendor may widen isn't a limit."""
    definition = next(
        (d for d in passage.view.contract.definitions if passage.span.covers(d.body) and len(d.body) * 2 > len(passage.span)), None
    )
    if definition is None or passage.clause.kind not in ("definition", "table_row"):
        return None
    name = Stretch(passage.view, passage.view.at(definition.name)).words
    if (
        not any(word in name for word in ("territor", "countr", "region", "jurisdiction", "location", "zone", "place"))
        or any(word in name for word in ("prohibit", "restrict", "exclud", "embargo"))
        or not passage.has(PLACE)
    ):
        return None
    wide = passage.find(ANYWHERE)
    if wide is not None:
        return passage.reading("data_residency", passage, anywhere=passage.proves(True), regions=_regions(passage, ()))
    return passage.reading("data_residency", passage, regions=_regions(passage, ()))


def _free(passage: Passage) -> Hit | None:
    """Words that let the vendor keep, move, process or view the data wherever it likes."""
    for sentence in _usable(passage):
        unlimited = sentence.find(NO_LIMIT)
        if unlimited is not None:
            return unlimited
        for hit in sentence.hits(ANYWHERE):
            statement = said_around(hit)
            acts = phrase(r"may|can|is free to|are free to|reserves|consents to|agrees to|permits|including|each|for the time being")
            if (
                hit.negated
                or not statement.has(acts)
                or not statement.has(STAFF)
                or (sentence.has(CONSENT) and not sentence.has(NO_CONSENT) and not sentence.has(CONSENTS_GIVEN))
            ):
                continue
            if sentence.has(KEPT) or sentence.has(WORKED_ON) or sentence.has(REACHED) or sentence.has(MOVED):
                return hit
    return None


def _regions(passage: Passage, near: tuple[Passage, ...]) -> Proof | None:
    """The places where data is to be, as worded, without those from which it is only looked at by way of exception."""
    for stretch in (
        *(s for s in (*_usable(passage), passage) if not s.has(phrase("night desk|by way of exception|support (?:desk|staff|from)"))),
        *(m for m in near if m.has(TERRITORY) or m.has(PLACE)),
    ):
        if not stretch.has(KEPT | WORKED_ON | TERRITORY) and not stretch.has(MOVED, ONLY):
            continue
        hits = [hit for hit in stretch.hits(REGION) if not _outside(hit)]
        if hits:
            names = [_as_written(hit) for hit in hits]
            whole = Stretch(hits[0].view, hits[0].at)
            return Proof(tuple(dict.fromkeys(names)), whole.span.union(hits[-1].span))
    return None


def _outside(hit: Hit) -> bool:
    before = hit.sentence.before(hit).words[-30:]
    return any(word in before for word in ("outside", "other than", "out of", "beyond", "law of", "laws of"))


def _as_written(hit: Hit) -> str:
    return " ".join(hit.span.of(hit.view.contract.text).split()).removeprefix("the ").removeprefix("The ")


def _storage_only(passage: Passage, sentence: Sentence, regions: Proof | None) -> Proof | None:
    """Whether only the place of storage is fixed: said in words, or because other work may be done elsewhere."""
    still = passage.find(STAYS_STILL)
    if still is not None:
        return still.proves(True)
    limited = next(
        (s for s in _usable(passage) if s.has(KEPT | WORKED_ON | REACHED) and s.has(ONLY) and (s.has(PLACE) or s.has(TERRITORY))), None
    )
    if limited is None:
        return None
    if limited.has(WORKED_ON) or limited.has(REACHED):
        return limited.proves(False)
    return limited.proves(True) if limited.has(KEPT) and not passage.has(MOVED | REACHED) else None


def _reach(passage: Passage) -> dict[str, Proof | None]:
    """Access from elsewhere: is it processing, is it barred, on consent, logged or free."""
    covered = free = bound = None
    for sentence in _usable(passage):
        reached = next((h for h in sentence.hits(REACHED) if h.words not in ("open", "see", "screen")), None)
        counts = sentence.find(A_TRANSFER) if sentence.has(REACHED | phrase("so doing|this|that")) and sentence.has(COUNTS) else None
        if counts is not None and sentence.has(
            phrase(
                r"(?:counts? as|is not|are not|is|regarded as|deemed|treated as|constitutes?|not constitute|not count as|"
                r"not regarded as) (?:an? |to be an? )?(?:transfer|removal|processing|export)"
            )
        ):
            covered = covered or sentence.proves(not counts.negated)
        if reached is None:
            continue
        if (
            sentence.has(ANYWHERE)
            and sentence.has(phrase("may|can|free to"))
            and not reached.negated
            and not (sentence.has(CONSENT) and not sentence.has(NO_CONSENT))
        ):
            free = free or sentence
            covered = covered or sentence.proves(False)
        elif sentence.has(CONSENT) and not sentence.has(NO_CONSENT):
            bound = bound or sentence
            covered = covered or sentence.proves(True)
        elif sentence.has(ONLY) and (sentence.has(PLACE) or sentence.has(TERRITORY)):
            covered = covered or sentence.proves(True)
            if not passage.has(CONSENT):
                return {"access_covered": covered, "remote_access": sentence.proves("barred")}
        elif sentence.has(LOGGED) and sentence.has(phrase("elsewhere|outside|remote(?:ly)?|other (?:countries|places)")):
            return {"access_covered": sentence.proves(True), "remote_access": sentence.proves("logged")}
    if free is not None:
        return {"access_covered": covered, "remote_access": free.proves("free")}
    if bound is not None:
        return {"access_covered": covered, "remote_access": bound.proves("consent")}
    return {"access_covered": covered}


def _transfer(passage: Passage) -> Proof | None:
    for sentence in _usable(passage):
        if not (sentence.has(MOVED) or sentence.has(REACHED)):
            continue
        if sentence.has(NO_CONSENT) or (sentence.has(FREELY) and not sentence.has(ONLY)):
            return sentence.proves(False)
        if sentence.has(CONSENT) and not sentence.has(CONSENTS_GIVEN):
            return sentence.proves(True)
        away = sentence.find(ANYWHERE)
        if away is not None and sentence.has(phrase("may|can|free to") | CONSENTS_GIVEN) and sentence.has(STAFF):
            return sentence.proves(False)
    return None


def _demands(passage: Passage) -> Reading | None:
    """What the vendor does when a public body asks for the customer's data."""
    for sentence in operative(passage):
        if not sentence.has(PUBLIC_BODY, DEMANDS):
            continue
        data = first(CUSTOMER_DATA.find(sentence), sentence.find(phrase("personal data")))
        if data is None or (sentence.has(SECRETS) and not sentence.has(phrase("foreign|outside|other than|any country"))):
            continue
        refusal = sentence.find(REFUSES)
        told = next(
            (hit for each in _from(passage, sentence) for hit in each.hits(TELLS) if hit.actor in ("vendor", "either", "recipient", None)),
            None,
        )
        contested = next((hit for each in _from(passage, sentence) for hit in each.hits(CONTESTS)), None)
        free = refusal if refusal is not None and told is not None and told.at.start > refusal.at.start else None
        if told is None and refusal is None:
            return (
                None
                if not sentence.has(phrase("may (?:[a-z]+ )?(?:furnish|comply|disclose|hand|provide|answer|produce)"))
                else passage.reading("data_residency", sentence)
            )
        no = free is not None or (
            told is not None
            and told.negated
            and not told.sentence.has(phrase("unless (?:mandatory )?(?:the )?law|does not forbid|not forbid|where lawful|wherever"))
        )
        resists = contested is not None and not contested.negated and free is None
        return passage.reading(
            "data_residency",
            sentence,
            government_requests=(sentence if told is None else told.sentence).proves(not no),
            requests_contested=contested.proves(resists) if contested is not None else None,
        )
    return None


def _from(passage: Passage, sentence: Sentence) -> list[Sentence]:
    return [each for each in operative(passage) if each.at.start >= sentence.at.start]


RULE = Rule(
    "data_residency",
    read_data_residency,
    examples=(
        fires(
            "Customer Data shall be stored and processed only in Germany and France and may not be accessed from elsewhere without the "
            "Customer's prior written "
            "consent.",
            regions=("Germany", "France"),
            storage_only=False,
            access_covered=True,
            transfer_requires_consent=True,
        ),
        fires(
            "The Vendor may store, process and view Customer Data in any country in which it or its affiliates have personnel.",
            anywhere=True,
            remote_access="free",
        ),
        fires(
            "If a foreign authority demands Customer Data, the Vendor informs the Customer before it answers and contests the demand.",
            government_requests=True,
            requests_contested=True,
        ),
        fires(
            "Vendor may comply with any demand for Customer Data by a government body and need neither contest the demand nor tell the "
            "Customer.",
            government_requests=False,
            requests_contested=False,
        ),
        near_miss("This Agreement is governed by the law of Ireland and the data protection law of the European Union applies to it."),
        near_miss("The Vendor's support desk answers in London on working days."),
        near_miss("A Recipient that is compelled by an authority to disclose Confidential Information tells the other party first."),
    ),
)
