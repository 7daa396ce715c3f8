"""Restraints told in words of their own: who is kept from hiring, competing or dealing with others, by the gist of a sentence."""

from __future__ import annotations

from app.domain.reading import Proof
from app.rules.reading.gist import FREE_TO, bound_side, forbids, side_named, statements
from app.rules.reading.passage import Hit, Passage, Sentence, Stretch
from app.rules.reading.pattern import Pattern, phrase
from app.rules.restraint_words import BY_USE, NOT_A_DEAL

_STAFF = phrase(
    r"employees?|staff|personnel|workers?|workforce|engineers?|people|consultants?|team(?: members?)?|colleagues|developers?|specialists?|talents?|officers?|experts?|scientists?|"
    r"programmers?|crew|manpower|head ?count|payroll|personnel|workmen|hands|designers?|analysts?|managers?|anyone (?:who|working|employed)|(?:a |any |no )?persons?|those (?:who|working)|"
    r"men and women|labou?r force|human resources|contractors|freelancers|whoever works"
)
_HIRES = phrase(
    r"hir(?:e|es|ed|ing)|re-?hir\w+|recruit\w*|poach\w*|solicit\w*|entic\w*|head-?hunt\w*|lur(?:e|es|ed|ing)|employ(?:s|ed|ing|ment)?|engag(?:e|es|ed|ing|ement)|take(?:s|n)? on|taking on|tempt\w*|coax\w*|"
    r"woo(?:s|ed|ing)?|court(?:s|ed|ing)?|win(?:s|ning)? (?:over|away)|draw(?:s|n|ing)? (?:away|off)|steal\w*|pinch\w*|job|jobs|post|position|vacanc\w+|work for|works? for|working for|payroll|"
    r"offers? (?:of )?(?:work|employment|a job|jobs|a post|contract)|approach(?:es|ed|ing)?|contract of (?:employment|service)|service contract|induc\w*|canvass\w*|into (?:its|their) (?:service|employ)|"
    r"switch(?:es|ing)? (?:sides|over)|change (?:employer|sides)|join(?:s|ing)?|wanders? off|leave(?:s)? (?:VENDOR|CUSTOMER|OTHER|its)|defect\w*|come(?:s)? over|go(?:es)? over|move(?:s)? (?:over )?to"
)
_NOT_HIRING = phrase(
    r"gifts?|brib\w+|wages|social (?:charges|security)|remain employed|trade union|confidential|secre\w+|data|access|benefit|engag\w+ (?:sub|third|its own)|sub-?contract\w*|sub-?processors?|insur\w*|"
    r"key (?:people|personnel|staff)|replac\w+|assign(?:s|ed)? to the (?:project|team)|training|need to know|liab\w+|indemni\w+|purposes? of|disclos\w+|warrant\w*|authority to bind|joint venture|agency|services of the|joint employ\w*"
)
_RIVALRY = phrase(
    r"compet(?:e|es|ed|ing|itive|itor|itors|ition)|rival(?:s|ling|ry)?|vies?|vying|contends?|contending|(?:the |a )?(?:same|similar|like|identical|comparable|equivalent|kindred|parallel) "
    r"(?:[a-z-]+ ){0,2}?(?:business|products?|services?|software|systems?|offerings?|goods|trade|market|field|line|tools?|activit(?:y|ies)|wares|purpose|kind|sort)|akin|"
    r"substitutes?|alternatives?|(?:what|that which|of the kind that|things? that|products? that|services? that) (?:CUSTOMER|VENDOR|OTHER|EITHER|the other)(?: itself)? (?:do(?:es)?|sells?|offers?|makes?|builds?|markets?|provides?|supplies)|"
    r"in (?:VENDOR|CUSTOMER|OTHER|the other)(?:'s|s')? (?:field|market|line|trade|sector|territory|business)|(?:trade|industry|sector|market|territory|patch|turf|niche|line of business|field of business)|copycat|clones?|"
    r"against (?:CUSTOMER|VENDOR|OTHER)"
)
_TRADES = phrase(
    r"develop\w*|sell\w*|offer\w*|market\w*|distribut\w*|engag\w*|carr(?:y|ies|ying) on|operat\w*|invest\w*|participat\w*|take part|takes part|own(?:s|ing)?|be active|activ(?:e|ity|ities)|work\w* (?:for|on|with)|enter\w*|launch\w*|"
    r"bring\w*|mak(?:e|es|ing)|produc\w*|manufactur\w*|suppl\w*|conduct\w*|set(?:s|ting)? up|build\w*|creat\w*|advis\w*|provid\w*|acquir\w*|pursu\w*|establish\w*|run(?:s|ning)?|compet(?:e|es|ing|ition)|trad(?:e|es|ing)|"
    r"ventures?|business|start(?:s|ing)?|join(?:s|ing)?|serv(?:e|es|ing)|fund\w*|back\w*|out of|away from|clear of|vies?|stak(?:e|es)|shares?|put\w* out|releas\w*|design\w*|stays? out|dabbl\w*|involv\w*|have (?:a hand|an interest)"
)
_NOT_RIVALRY = phrase(
    r"use(?:s|d)? of the|using|access(?:es|ing)?|law|laws|antitrust|cartel|prices?|confidential|secrets?|outputs?|train\w*|assign\w*|transfer\w*|reverse|benchmark\w*|disclos\w*|sub-?licen\w*|acquirer|"
    r"change of control|hire|employ\w*|tender|procurement|fair(?:ly)?|unfair|warrant\w*|insur\w*|remed(?:y|ies)|licen[cs]\w*|evaluat\w+ (?:or|and) benchmark|(?:its|such|the) information|disaster|maintenance"
)
_OTHERS = phrase(
    r"any(?:one|body)(?: else)?|any other|others|other (?:[a-z-]+ )?(?:suppliers?|vendors?|providers?|bidders?|companies|persons|parties|firms?|houses?|buyers?|sellers?|suitors?|candidates?|investors?|customers?|sources?|"
    r"partners?|people|makers?|offers?|talks|negotiations)|another(?: [a-z-]+)?|third (?:part(?:y|ies)|persons?|side)|third-party|elsewhere|outsiders?|strangers?|nobody (?:but|besides|else|other)|no one (?:but|besides|else|other)|none (?:but|besides|other)|"
    r"(?:competing|rival|alternative|interested|parallel)(?: [a-z]+)? (?:offers?|bids?|proposals?|parties|bidders?|suitors?|buyers?|sellers?|suppliers?|houses?|firms?|talks|negotiations|enquiries|inquiries|contacts)|"
    r"someone else|somebody else|whoever else|competitors?|rivals?|suitors?"
)
_DEALS = phrase(
    r"talks?|talking|discuss\w*|negotiat\w*|deals?|dealing|buys?|buying|purchas\w*|obtain\w*|procur\w*|sourc\w*|orders?|suppl\w*|sells?|selling|engag\w*|contract\w*|enter\w*|seek\w*|solicit\w*|entertain\w*|invit\w*|"
    r"appoint\w*|speaks?|speaking|pursu\w*|approach\w*|court\w*|woo\w*|test\w*|trial\w*|evaluat\w*|meet\w*|treat\w*|listen\w*|answer\w*|shop\w*|look\w*|turn\w*|partner\w*|offers?|bids?|proposals?|enquir\w*|inquir\w*|"
    r"transactions?|sale|suitors?|flirt\w*|contacts?|commission\w*|dance\w*|hear\w*|invest\w*|licen[cs]\w*"
)
_ONE_ALONE = phrase(
    r"exclusiv(?:e|ely|ity)|alone|only|solely|sole|nobody (?:but|besides|else|other)|no one (?:but|besides|else|other)|none (?:but|besides|other)|all (?:of )?(?:its|their) (?:needs?|requirements|demand|orders|purchases)|"
    r"single|wait(?:s)? for|first"
)
_NOT_DEALING = phrase(
    r"confidential information|personal data|jurisdiction|courts?|remed(?:y|ies)|property|copyright|publicity|announce\w*|press|disclos\w*|reveal\w*|divulg\w*|secre\w+|tax|vat|licen[cs]e|licensed|assign\w*|transfer\w*|"
    r"sub-?contract\w*|sub-?processors?|hire|employ\w*|staff|personnel|information|liab\w*|warrant\w*|prices?|beneficiar\w*|claims?|indemn\w*|consent|approv\w*|rights? (?:of|under)|pass(?:es)? (?:it )?on|data|use|users?|"
    r"services? (?:to|for)|signature|authori\w*|waive\w*|software|notice|access|permission"
)


def _bans(sentence: Sentence, words: Pattern, passage: Passage) -> Hit | None:
    """The refusal, where a side is bound by it and what it concerns is told in the sentence."""
    refusal = forbids(sentence)
    if refusal is None or not sentence.has(words):
        return None
    free = next((each for each in sentence.hits(FREE_TO) if each.at.start < refusal.at.start), None)
    return None if free is not None else refusal


def _role(sentence: Sentence, passage: Passage) -> str | None:
    who = side_named(bound_side(sentence))
    if who is None and passage.clause.children:
        lead = passage.sentences[0]
        who = side_named(bound_side(lead))
    return who


Gist = tuple[Sentence, Hit, str, bool]


def hiring_ban(passage: Passage) -> Gist | None:
    """A ban on taking the other's people; with the refusal, the side bound, and that it is a ban."""
    for sentence in statements(passage) if passage.clause.kind != "definition" else ():
        if not sentence.has(_HIRES) or not sentence.has(_STAFF) or sentence.has(_NOT_HIRING) or not sentence.has(_OTHER_SIDE):
            continue
        refusal = _bans(sentence, _HIRES, passage)
        who = _role(sentence, passage)
        if refusal is not None and who is not None:
            return sentence, refusal, who, True
    return None


_OTHER_SIDE = phrase(r"CUSTOMER|VENDOR|OTHER|the other(?:'s)?(?: side)?|EITHER|NEITHER|DISCLOSER|RECIPIENT|other's")


def competing_ban(passage: Passage) -> Gist | None:
    """A ban on competing, or the word that there is none (then the last is False)."""
    for sentence in statements(passage):
        if not sentence.has(_RIVALRY) or not sentence.has(_TRADES) or sentence.has(_NOT_RIVALRY | BY_USE):
            continue
        who = _role(sentence, passage)
        free = sentence.find(FREE_TO)
        if free is not None and who is not None:
            return sentence, free, who, False
        refusal = _bans(sentence, _RIVALRY, passage)
        if refusal is not None and who is not None:
            return sentence, refusal, who, True
    return None


def dealing_ban(passage: Passage) -> Gist | None:
    """A duty to deal with the other side alone, or the word that there is none."""
    for sentence in statements(passage):
        if not sentence.has(_DEALS) or not sentence.has(_OTHERS) or sentence.has(_NOT_DEALING | NOT_A_DEAL):
            continue
        who = _role(sentence, passage)
        if who is None:
            continue
        free = sentence.find(FREE_TO)
        if free is not None:
            return sentence, free, who, False
        refusal = _bans(sentence, _OTHERS, passage)
        if refusal is not None:
            return sentence, refusal, who, True
    return None


def terms_of(found: Gist) -> dict[str, Proof | None]:
    """Who is bound, whether both are, and whether it restrains at all."""
    _, hit, who, restrained = found
    said: Stretch = hit
    if not restrained:
        return {"restrained": said.proves(False)}
    return {"restrained": said.proves(True), "by": said.proves(who), "mutual": said.proves(who == "either")}
