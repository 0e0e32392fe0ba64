"""Passages of a posting -> clauses: cut into the separate demands that a person would tick apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gapcheck.lexicon.conditions import is_demand
from gapcheck.pipeline.kinds import hard_kinds
from gapcheck.pipeline.prose import act_borders, demand_borders, is_outside
from gapcheck.pipeline.quantities import SHARE_OF_YEARS, find_years
from gapcheck.types import Mention, Passage
from gapcheck.words import Word, words

# Each pattern marks a border inside a sentence between two demands that a person would tick apart.
_BORDER = re.compile(
    r"""
      ;\s+(?=\w)(?!if\s+you(?:['’]ve|\s+have)?\s+(?:know|used?|worked|had|learn)[^;]*\b(?:be\s+(?:fine|ok|okay|at\s+home)|pick\s+it\s+up|learn\s+\w+\s+(?:fast|quickly|soon))\b)   # 2 years of acute care; telemetry desired
    | ,?\s+(?:and|but|plus)\s+(?:(?:therefore|so|thus|then|also)\s+)?(?:that\s+)?(?=you(?:['’](?:ll|re|ve)\b|\s+(?!(?:also\s+|will\s+)?(?:get|receive|earn|benefit|join|become|want|wish|may|might|could|would|were|was|had|did|do|don['’]t)\b)[a-z]))
     | (?:(?<=essential)|(?<=required)|(?<=preferred)|(?<=desirable)|(?<=helpful)|(?<=advantage)|(?<=plus)),?\s+and\s+(?=[^.;]{3,90}\b(?:is|are)\s+(?:also\s+)?(?:essential|required|preferred|desirable|helpful|an\s+advantage|a\s+plus)\b)   # A is required and B is a plus
     | ,\s+(?=with\s+an?\s+[^,.;]{3,50}\b(?:certificate|certification|licen[cs]e|qualification)\b\W*$)        # drone flights, with a pilot certificate
    | ,\s+(?=you\s+(?:should|must|will|need)\b)                     # capable of X, you should have Y
    | ,?\s+and\s+(?=(?:must|should|will)\s)                         # can read English and must be 25
    | ,?\s+(?:and|with)\s+(?=(?:an?\s+)?(?:clean|good|acceptable|safe)\s+(?:\w+\s+){0,2}record\b)        # driver's license and clean record
    | ,?\s+and\s+(?=at\s+least\s+(?:an?|one|two|three|four|five|six|seven|eight|ten|\d+)\s+(?:years?|months?)\b(?!\s+(?:of\s+age|old)))
    | ,\s+(?=with\s+(?:at\s+least\s+)?(?:one|two|three|four|five|\d+)\s+(?:in|as)\b)     # 4 years of molding, with 2 in a process role
    | ,\s+(?=(?-i:(?:[A-Z][\w.+#]*(?:-\w+)*(?:\s+|\s*[-–—]+\s*)){1,3})(?:preferred|desired|a\s+plus|an\s+advantage)\b)   # a property system, Opera Cloud preferred
    | ,?\s+(?:and|as\s+well\s+as|plus)\s+(?=(?:the\s+|an?\s+|your\s+)?(?!(?:develop|build|improv|gain|promot|shar|increas|deepen|provid)\w*ing\s)(?:[a-z-]+\s+){0,3}?(?:ability|willingness|familiarity|experience|knowledge|
        understanding|passion|habit|desire|aptitude|commitment|proficiency|fluency|(?:track\s+)?record|minimum)\s+(?:to|with|of|in|for|using|making|working|leading|building|managing|running)\b(?!\s+(?:obtain|get|acquire|become|earn|achieve|secure|gain)\b))
    | ,?\s+(?:supported|backed|complemented|supplemented|accompanied)\s+by\s+(?=(?:[\w&-]+\s+){0,5}?(?:experience|knowledge|qualifications?|training|skills)\b)   # an education supported by sales experience
    | ,?\s+(?:combined|coupled)\s+with\s+(?=(?:[\w&-]+\s+){0,5}?(?:experience|knowledge|qualifications?)\b)
    | ,?\s+(?=possibly\s+(?:from|in|with|at|within)\s)                 # international sales, possibly from an earlier position
    | ,?\s+and\s+(?=(?:the\s+)?(?:use\s+of|access\s+to)\s+(?:an?|your\s+own)\s+(?:\w+\s+)?(?:car|vehicle|van)\b)   # a licence and use of a car
    | ,\s+and\s+(?=[^;.]{3,60}\b(?:is|are|would\s+be)\s+(?:also\s+)?an?\s+(?:\w+\s+)?(?:merit|plus|advantage|asset|bonus)\W*$)
    | ,\s+so\s+(?=[^,;.]{3,60}\b(?:is|are|would\s+be)\s+(?:also\s+)?(?:an?\s+(?:\w+\s+)?(?:merit|plus|advantage|asset|bonus)|(?:\w+\s+)?(?:welcome|preferred|helpful|useful|desirable))\W*$)
    | ,?\s+(?=(?:ideally|preferably|especially)\s)(?!(?:ideally|preferably)\s(?-i:[A-Z]\w+)(?:(?:,\s+|\s+or\s+|,\s+or\s+)(?-i:[A-Z]\w+))*\W*$)   # 2+ years in support, ideally at a SaaS company
    | ,\s+(?=(?:at\s+least|including|with)\s+(?:one|two|three|four|five|\d+)\s+(?:of\s+(?:them|which|those|that)|years?)\b)
    | ,\s+(?:(?:or|and)\s+)?(?=if\s+you\s)                          # a plus if you speak Polish, or if you have ...
    | ,\s+and\s+(?=(?:every|each|once\s+an?)\s+\w+,?\s+you\s)      # Each month you A, and every week you B
    | ,\s+and\s+(?=(?:able|willing|comfortable|confident|happy|ready)\s+(?:to|with)\b)
    | ,?\s+and\s+(?=(?:be|is|are)\s+(?:able|willing|comfortable|confident|happy|ready|at\s+home)\b|be\s+(?:committed|prepared|familiar|fluent|proficient)\b|has\s+(?:worked|experience|held|led|run|managed|the)\b)
    | ,\s+and\s+(?=(?:can|knows?)\s)                               # understand X, and can discuss Y
    | ,?\s+and\s+(?=the\s+(?:patience|confidence|courage|discipline|stamina|drive|instinct|judge?ment|flair|energy|humou?r|sense)\s+(?:to|of|for)\b)
    | ,?\s+and\s+(?=so\s+(?:would|is|are|does|do|will)\s+(?!you\b|we\b|they\b))   # X would help, and so would Y
    | ,\s+(?:and\s+)?(?=(?-i:[A-Z][a-z]+)\s+(?:at|to)\s+(?:level\s+)?[ABC][12]\b)     # German at C1, English at B2
    | ,\s+as\s+(?:is|are|would|does|will)\s+(?=(?:an?\s+)?\w+\s)            # X is a bonus, as is Y
    | ,?\s+and\s+(?=(?:experienced|possess(?:es)?|hold(?=\s+(?:an?|the|at|one|both|current|valid|full|relevant|or)\b))\s)   # knowledge of Aarhus and possess knowledge in GPS
    | ,?\s+and\s+(?=an?\s+(?:[\w-]+,?\s+){1,3}(?:manner|attitude|personality|disposition|demeanou?r|presence|temperament)\b)   # fluent English and a warm manner
    | ,?\s+and\s+(?=we\s+(?:also\s+)?(?:expect|require|insist\s+on|ask\s+for)\s)
    | ,\s+and\s+(?=(?:yes|no|sometimes|occasionally|now\s+and\s+then),\s+you)
    | ,?\s+and\s+(?=an?\s+(?:[^\s,;]+\s+){0,4}(?:driver['’]?s?|driving)\s+licen[cs]e)   # a White Card and a C class driver licence
    | (?<=\ba\splus)\s+(?=(?-i:[A-Z])[a-z\s])                             # Excel a plus A valid licence, where a break was lost
    | ,?(?<!\ba)\s+(?=plus\s+(?-i:[A-Z]))                                         # Go, Python or Rust, plus Bash
    | ,?\s+and\s+(?=either\s)                                       # Terraform, and either Ansible or Chef
    | ,\s+(?:or\s+)?(?=(?:have|hold|holds|having)\s+\w)             # if you have worked with ArcGIS, hold a CPESC
    | ,?\s+(?:but|while|whereas|although|though)\s+(?!not\b)(?=[^,;]*\b(?:preferred|desired|desirable|welcome|an\s+(?:\w+\s+)?(?:advantage|asset)|a\s+(?:\w+\s+)?plus|required|mandatory|essential|a\s+must)\s*(?:[.,;)]|$))
    | (?:(?<=\brequired)|(?<=\bdesired))[,.]?\s+(?:and\s+|but\s+)?(?=[^,;]*\b(?:preferred|desir(?:ed|able)|a\s+(?:\w+\s+)?(?:plus|bonus)|an\s+(?:asset|advantage))\b)   # X required, Y preferred
    | (?:(?<=\bessential)|(?<=\bmandatory))[,.]?\s+(?:and\s+|but\s+)?(?=[^,;]*\b(?:preferred|desir(?:ed|able)|a\s+(?:\w+\s+)?(?:plus|bonus)|an\s+(?:asset|advantage))\b)
    | (?<=\bpreferred)[,.]?\s+(?:and\s+|but\s+)?(?=[^,;]*\b(?:required|essential|mandatory)\b)
    | (?:(?<=\bpreferred)|(?<=\bdesired)),\s+(?:and\s+|but\s+)?(?=[^,;]*\b(?:preferred|desired|a\s+(?:\w+\s+)?(?:plus|bonus)|an\s+(?:asset|advantage))\W*$)   # X preferred, Y a plus
    | \s*\((?=[^()]*\b(?:preferred|desired|a\s+plus|desirable|required|an\s+advantage|ideal)\b[^()]*\))   # OSHA 10 (OSHA 30 preferred)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A colon before a list of examples or of choices, which no semicolon parts: "by drafting: letters; leaflets; posters".
_CHOOSES = re.compile(
    r"(?:\b(?:one|two|three|any|some)\s+(?:or\s+more\s+)?of\s+the\s+following|\b(?:by|through|via)\s+\w+ing|\bsuch\s+as|\be\.g\.?|\bfor\s+example)\s*:\s",
    re.IGNORECASE,
)
# What leads to a list of demands in a long sentence: "Candidates may be examined on their knowledge of: | fish; nets".
_LONG_LEAD = re.compile(
    r"(?P<lead>[^;]*?\b(?:of|to|in|on|following|include|includes|including|are|by)\s*:)\s+(?=\w)", re.IGNORECASE
)
_LEADS = 12
"""Words of such a lead, at least; "Knowledge of:" belongs to its first item."""
# What a sentence behind a demand says of the papers: "You hold a licence. The offer is conditional on proof of it."
_PAPERS = re.compile(
    r"(?<=[.!)])\s+\(?(?:(?:the|an?|any|your|all|this)\s+)?(?:(?:(?:job\s+)?offers?|appointments?|employment)\s[^.;]*\b(?:conditional|contingent|subject\s+to|dependent)\b|(?:applicants?|candidates?)\s+(?:who|without|lacking)\s).*$",
    re.IGNORECASE | re.DOTALL,
)
# What the employer adds in its own voice: "An associate degree or higher; I do not care in what."
_COMMENT = re.compile(r";\s+(?:I|we|it|that|nobody|no\s+one|our\s+[a-z]+)\s(?:[a-z’']+\s+){1,8}[a-z’']+\W*$")
# The same in a sentence of prose: "You must be fluent in Danish | and able to read contracts in English".
_PROSE_BORDER = re.compile(
    r"\s+and\s+(?=(?:able\s+to|have\s+(?:worked|used|held|led|run|managed|some|good|experience))\b)", re.IGNORECASE
)
# What follows tells why, not what is asked; prose only, a bullet is quoted whole.
_AFTERTHOUGHT = re.compile(
    r",\s+(?:for|in|of|to|with|at|on)\s+which\s|\s+(?:for|at|in|with)\s+one\s+of\s+(?:the|our|\w+['’]s)\s+(?:\w+\s+)?(?:\w+est|most|leading|top|best)\s|,?\s+(?:which|so\s+that|in\s+order\s+to|because|as\s+long\s+as|while|whereas)\s",
    re.IGNORECASE,
)
# The same where few words ask: "You hold a driver's licence, because donors live down long roads."
_REASON = re.compile(
    r",?\s+(?:because|since\s+(?!(?:19|20)\d\d)|(?:as|where)\s+(?:our|we|they|everybody|everyone|most|many|half|some|there|somebody|you\s+will|you['’]ll)\s|(?:although|though)\s+(?!(?:it\s+is\s+|they\s+are\s+|this\s+is\s+)?not\b)(?!it\b|this\b|that\b|they\b)(?=\w))\s*(?=\w)",
    re.IGNORECASE,
)
# And behind an item of a list, where it is a clause of its own: "an enhanced DBS, which we pay for".
_REASON_BESIDE = re.compile(
    r",\s+(?:which\s+(?:we|is\s+paid)\s|(?:because|since|as)\s+(?:our|we|they|everybody|everyone|most|many|half|some|all)\s)[^,;]*$",
    re.IGNORECASE,
)
_MATTERS = re.compile(r"\s+matters?\s+(?:far\s+|much\s+)?(?:more|most)\b", re.IGNORECASE)
_REASONED = 3
"""Words that a demand has at least, without its reason; fewer are told by it: "Reliability, because ..."."""
# A reason that stands before: "Because one wrong digit can hold a container, | accuracy matters".
_REASON_FIRST = re.compile(
    r"(?:because|since)\s[^,;]{10,120},\s+(?=[^,;]*$)|[^;]{10,160}?,\s+so\s+(?=you\s+(?:should|must|need|will)\b)|(?:(?!\byou\b)[^;]){10,160}?,\s+so\s+(?=[^,;]{3,110}\s(?:is|are)\s+(?:\w+\s+)?(?:necessary|essential|required|needed|a\s+must|part\s+of)\b)"
    r"|[^;]{0,160}?\bit\s+is\s+therefore\s+(?:essential|important|vital|crucial|necessary)\s+that\s+(?=you\b)",
    re.IGNORECASE,
)
# What joins a sentence of prose to the one before and asks nothing: "Additionally, | you should ...".
_LEAD_IN = re.compile(
    r"(?:additionally|in\s+addition(?:\s+to\s+(?:this|that|these))?|furthermore|moreover|besides|finally|at\s+the\s+same\s+time"
    r"|(?:in\s+order\s+)?to\s+(?:be\s+successful|succeed|thrive|do\s+well)(?:\s+in\s+(?:this|the)\s+\w+)?|in\s+this\s+(?:role|position|job)),?\s+"
    r"(?=(?:it\s+is\s+\w+\s+that\s+)?you\b)"
    r"|we(?:['’]d|\s+would)\s+(?:also\s+)?(?:be\s+(?:\w+\s+)?(?:glad|happy|pleased|delighted|thrilled)\s+(?:of|about|to\s+(?:see|have))|(?:like|love)\s+to\s+(?:see|have))\s+"
    r"|we(?:['’]d|\s+would)\s+(?:also\s+)?(?:be\s+(?:\w+\s+)?(?:glad|happy|pleased|delighted)|like|love)\s+to\s+hear\s+from\s+(?:\w+\s+){0,2}?(?:anyone|anybody|somebody|someone|people|candidates|applicants|those|you)\s+(?:with|who\s+(?:has|have)|if\s+you\s+have)\s+"
    r"|under\s+(?:the\s+)?(?:\w+\s+)?(?:direction|supervision|guidance|leadership)\s+of\s[^,;.]{3,60},\s+(?=(?:you|the|this)\s)"
    r"|(?:working|based)\s+(?:closely\s+)?(?:to|under|with|alongside|within|in|as\s+part\s+of)\s[^,;.]{3,90},\s+(?=(?:you|the)\s)"
    r"|(?:reporting|accountable|responsible)\s+(?:directly\s+)?to\s+(?:the|our|an?)\s[^,;.]{3,90},\s+(?=(?:you|the|this)\s)"
    r"|so\s+(?:would|is|are|does|do|will)\s+(?!you\b|we\b|they\b|i\b)(?=\w)",
    re.IGNORECASE,
)
# What somebody who has what is asked may do: "If you have a degree in X, | you have the chance to join us".
_THEN = re.compile(
    r"\W*if\s+you\s+(?:have|possess|hold|know|speak)\s[^,;]{8,140}?(?P<then>,?\s+(?:then\s+|you\s+(?:have\s+the|could|might|may|will|are|get|can)\s|we\s|this\s+(?:is|could|may|might)\s).*)$",
    re.IGNORECASE | re.DOTALL,
)
_JOINS = re.compile(r"(?:and|or|but)\s+(?=\w)", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+(?!/)", re.IGNORECASE)
_AND_IN = re.compile(r",?\s+and\s+(?P<link>(?:in|with)\s+)", re.IGNORECASE)
_TOOL_LINK = re.compile(r",?\s+(?=(?:using|with|in)\s+(?:the\s+|tools\s+such\s+as\s+)?[A-Za-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """One demand: its place in the document and its words."""

    start: int
    end: int
    words: tuple[Word, ...]


_QUALIFIES = re.compile(
    r"\b(?:deep|strong|solid|broad|thorough|good|proven|clear|sound|excellent|practical|wide|extensive|genuine|advanced|demonstrated|direct|relevant)$",
    re.IGNORECASE,
)
"""A word before a border that belongs to the noun behind it: "deep and advanced understanding"."""
# Two qualities that share what they are of: "knowledge and experience of X".
_SHARES = re.compile(
    r"\b(?:confidence|knowledge|skills?|interest|training|understanding|ability|expertise|education|enthusiasm|aptitude|competence|proficiency)$",
    re.IGNORECASE,
)
_QUALITY_OF = re.compile(
    r"(?:experience|knowledge|understanding|familiarity|expertise|training)\s+(?:with|of|in)\b", re.IGNORECASE
)
_NEAR = 16
_AS_WELL_AS = re.compile(r",?\s+as\s+well\s+as\s+", re.IGNORECASE)


def _joined_choices(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    """The border between two choices, in a bullet as well: "WAVE, axe or similar, | as well as JAWS or NVDA"."""
    for m in _AS_WELL_AS.finditer(text, passage.start, passage.end):
        if _CHOICE.search(text, passage.start, m.start()) and _CHOICE.search(text, m.end(), passage.end):
            yield m.span()
            return


# Ways to one end stay with it: "Keep up to date by attending courses; reading the trade press".
_MEANS = re.compile(r"\b(?:by|through|such\s+as|including|like):?\s+(?:\w+ly\s+)?\w{2,}ing\b", re.IGNORECASE)
_DOING = re.compile(r"(?:and\s+|or\s+)?(?:\w+ly\s+)?\w{2,}ing\b", re.IGNORECASE)
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
"""What stands in them belongs to what stands before: "a POS system (we use Toast; Aloha is close to it)"."""


def clauses(text: str, passage: Passage, mentions: Sequence[Mention], role: str) -> list[Clause]:
    """The clauses of a passage, in order. *role* is the title of the job, by whose words prose may call the person."""
    chooses = _CHOOSES.search(text, passage.start, passage.end)
    cuts = [
        m.span()
        for m in _BORDER.finditer(text, passage.start, passage.end)
        if not _QUALIFIES.search(text, max(passage.start, m.start() - _NEAR), m.start())
        and not (chooses and chooses.end() <= m.start() and text[m.start()] == ";")
        and not (m[0][0] == ";" and _MEANS.search(text, passage.start, m.start()) and _DOING.match(text, m.end()))
        and not (
            _SHARES.search(text, max(passage.start, m.start() - _NEAR), m.start()) and _QUALITY_OF.match(text, m.end())
        )
    ]
    cuts += _joined_choices(text, passage)
    kind_borders = list(_kind_borders(text, passage, mentions))
    cuts += kind_borders
    cuts += _list_borders(text, passage, mentions, [a for a, _ in kind_borders])
    cuts += _tool_borders(text, passage, mentions)
    cuts += _share_borders(text, passage)
    if not passage.bullet:
        cuts += [(m.start(), m.end()) for m in _PROSE_BORDER.finditer(text, passage.start, passage.end)]
        cuts += _choice_borders(text, passage, mentions)
        cuts += _be_borders(text, passage)
        sentence = text[passage.start : passage.end]
        borders = (*act_borders(sentence, role), *demand_borders(sentence))
        cuts += [(passage.start + a, passage.start + b) for a, b in borders]
    begin, pieces = passage.start, []
    closed = [m.span() for m in _IN_PARENTHESES.finditer(text, passage.start, passage.end)][::-1]
    for a, b in sorted(set(cuts)):
        while closed and closed[-1][1] <= a:
            closed.pop()
        if a < begin or (closed and closed[-1][0] < a) or any(m.start < a and b < m.end for m in mentions):
            continue
        if _enough(text, begin, a, mentions) and _enough(text, b, passage.end, mentions):
            pieces.append((begin, a))
            begin = b
    pieces.append((begin, passage.end))
    found = []
    for a, b in pieces:
        a, b = _trim(text, a, b)
        if a > passage.start and (m := _JOINS.match(text, a, b)):
            a = m.end()
        if not passage.bullet:
            a = m.end() if (m := _LEAD_IN.match(text, a, b) or _first_reason(text, a, b, passage.end)) else a
            b = m.start("then") if (m := _THEN.match(text, a, b)) else b
            b = _without_afterthought(text, a, b)
        elif (reason := _REASON_BESIDE.search(text, a, b)) is not None and len(text[a : reason.start()].split()) > 1:
            b = reason.start()
        if len(pieces) > 1 and (m := _LONG_LEAD.match(text, a, b)) and len(m["lead"].split()) >= _LEADS:
            a = m.end()
        b = m.start() if (m := _PAPERS.search(text, a, b) or _COMMENT.search(text, a, b)) else b
        b = _without_remark(text, a, b, mentions)
        inner = tuple(w for w in passage.words if a <= w.start and w.end <= b)
        if inner:
            found.append(Clause(a, b, inner))
    return found


def _first_reason(text: str, start: int, end: int, last: int) -> re.Match[str] | None:
    """The reason with which a clause begins, of a sentence that ends at *last*."""
    m = _REASON_FIRST.match(text, start, last)
    return m if m is not None and m.end() < end else None


_LEFT_HANGING = frozenset("in on at for to of with by from under through into".split())
"""What a sentence cannot end with: "the communities in | which you work" goes on."""


def _without_afterthought(text: str, start: int, end: int) -> int:
    for m in _AFTERTHOUGHT.finditer(text, start, end):
        before = text[start : m.start()].split()
        if len(before) >= 8 and before[-1].lower() not in _LEFT_HANGING:
            return m.start()
    matters, reason = _MATTERS.search(text, start, end), _REASON.search(text, start, end)
    if matters is not None and len(text[start : matters.start()].split()) > 2:
        return matters.start()
    if reason is None or text[end - 1] != ".":
        return end
    asked = text[start : reason.start()].split()
    least = _REASONED - asked[-1].endswith(
        ("preferred", "required", "desired", "welcome", "needed", "essential", "helpful", "plus")
    )
    return reason.start() if least < len(asked) <= len(text[reason.start() : end].split()) else end


# A sentence of its own, or who belongs to those who may apply: "(we have a small web shop)", "citizens (residents of ...)".
_REMARK = re.compile(
    r"(?:(?<=citizens)|(?<=nationals)|(?<=permit)|(?<=visa)|(?=\s*\([^()]*\b(?:we|you|our|us|they|them|it|there|nobody|everybody|everyone)\b)|(?=\s*\((?:the|this|that|his|her|my|your)\s+(?:\w+\s+){1,3}(?:is|are|has|have|can|will|\w+s)\s))"
    r"\s*\((?!e\.?g|i\.?e|such|for\s+example|including|like\b|or\b|at\s+least|[^()]*\b(?:needed|required|necessary|essential|preferred|optional|plus)\b)[^()]*\)[.;,]?$",
    re.IGNORECASE,
)


_NAMED = ("tool", "credential", "degree", "language")


def _without_remark(text: str, start: int, end: int, mentions: Sequence[Mention]) -> int:
    """The end of a clause less a remark in parentheses that is longer than it: "Driving licence (the last bus leaves at 6)"."""
    if text[start:end].rstrip(".;,")[-1:] != ")":
        return end
    m = _REMARK.search(text, max(start, text.rfind("(", start, end) - 1), end)
    if m is None or any(m.start() <= x.start and x.end <= end and x.kind in _NAMED for x in mentions):
        return end
    before, inside = text[start : m.start()].split(), m.group().split()
    return m.start() if 1 < len(before) < len(inside) else end


def _enough(text: str, start: int, end: int, mentions: Sequence[Mention]) -> bool:
    """A piece can stand alone: two words of content, or a name that the lexicon knows."""
    if any(start <= m.start and m.end <= end for m in mentions):
        return True
    return sum(not w.is_stop for w in words(text[start:end])) >= 2


def _kind_borders(text: str, passage: Passage, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Borders at an "and" between demands of different kinds: degree and years, licence and driving record."""
    for m in _AND.finditer(text, passage.start, passage.end):
        left, right = text[passage.start : m.start()], text[m.end() : passage.end]
        left_kinds = hard_kinds(left, [x for x in mentions if x.end <= m.start()])
        right_kinds = hard_kinds(_THE_DEGREE.sub("", right), [x for x in mentions if x.start >= m.end()])
        shared = left_kinds & right_kinds
        differ = left_kinds and right_kinds and not shared
        both_in_years = shared and find_years(left) and find_years(right)
        one_more_act = shared == {"condition"} and _TO_DO.match(right) and is_demand(left[-120:])
        if differ or both_in_years or one_more_act:
            yield m.start(), m.end()


# "a degree and a year of research during the degree" asks for one degree.
_THE_DEGREE = re.compile(r"\b(?:the|your|this|that)\s+degree\b", re.IGNORECASE)
_TO_DO = re.compile(
    r"to\s+(?:work|lift|stand|travel|climb|walk|drive|carry)\b|(?:travel\s+to|pass\s+an?|show\s+proof|provide\s+proof)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r",\s+(?:and\s+)?|\s+with\s+(?=an?\s|acceptable|clean|good|valid)", re.IGNORECASE)


def _list_borders(
    text: str, passage: Passage, mentions: Sequence[Mention], ands: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Borders between neighbours of a list that are each of a hard kind and not of the same: "a diploma, a clean licence".

    What stands behind one of *ands*, where borders of kinds begin, is no part of an item.
    """
    commas = [m for m in _ITEM.finditer(text, passage.start, passage.end) if is_outside(text, passage.start, m.start())]
    starts = [passage.start, *(m.end() for m in commas)]
    ends = [
        min([b, *(at for at in ands if a < at)])
        for a, b in zip(starts, [*(m.start() for m in commas), passage.end], strict=True)
    ]
    kinds = [
        hard_kinds(text[a:b], [x for x in mentions if a <= x.start and x.end <= b]) | _languages(mentions, a, b)
        for a, b in zip(starts, ends, strict=True)
    ]
    for m, left, right in zip(commas, kinds, kinds[1:], strict=False):
        studied = "education" in left | right and "language" in left | right  # "a degree in journalism, English or ..."
        if left and right and not left & right and not studied and not _ALTERNATIVE.match(text, m.end()):
            yield m.start(), m.end()


_ALTERNATIVE = re.compile(r"or\b", re.IGNORECASE)


def _languages(mentions: Sequence[Mention], start: int, end: int) -> set[str]:
    return {"language" for m in mentions if m.kind == "language" and start <= m.start and m.end <= end}


_MUST_BE = re.compile(r"\b(?:must|should|will|need\s+to|have\s+to|has\s+to)\s+(?:also\s+)?be\s", re.IGNORECASE)
_AND_BE = re.compile(r",\s+(?:and\s+)?(?=be\s+\w+)|\s+and\s+(?=be\s+(?:able|happy|willing|trustworthy|comfortable|prepared|ready|free)\b)", re.IGNORECASE)  # fmt: skip


def _be_borders(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    """Borders between what a person must be: "you must be over 18, | be good with cash and | be happy alone"."""
    m = _MUST_BE.search(text, passage.start, passage.end)
    if m is not None:
        yield from (found.span() for found in _AND_BE.finditer(text, m.end(), passage.end))


def _share_borders(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    """Borders before a share of the years asked: "3 years of security work, | one of them as a lead"."""
    for m in SHARE_OF_YEARS.finditer(text, passage.start, passage.end):
        if find_years(text[passage.start : m.start()]):
            yield m.start(), m.start("share")


def _tool_borders(text: str, passage: Passage, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Borders before "using X, Y or Z", two tools or more named as alternatives, and between "in SQL" and "in Python"."""
    tools = [m for m in mentions if m.kind == "tool"]
    for m in _AND_IN.finditer(text, passage.start, passage.end):
        if any(t.start == m.end() for t in tools) and any(passage.start <= t.start < m.start() for t in tools):
            yield m.start(), m.start("link")
    for m in _TOOL_LINK.finditer(text, passage.start + 12, passage.end):
        rest = text[m.end() : passage.end]
        behind = [t for t in tools if t.start >= m.end()]
        near = len(behind) > 1 and len(" ".join(text[m.end() : behind[0].start].split())) < 23
        if near and re.search(r"\bor\b", rest) and len(text[passage.start : m.start()].split()) > 3:
            yield m.start(), m.end()
            return


# A choice that ends with its item; "A such as B" may go on: "a package such as UltraTax, Lacerte or Axcess".
_CHOICE = re.compile(r"\b(?<!one\s)or\s(?!so\b|more\b|less\b|two\b)", re.IGNORECASE)
_EXAMPLE = re.compile(r"\bsuch\s+as\s", re.IGNORECASE)
_LIST_COMMA = re.compile(r",\s+(?:(?P<last>and|as\s+well\s+as|plus)\s+)?", re.IGNORECASE)
_NAMES_A_THING = re.compile(
    r"(?:an?|the\s+\w+\s+\w+|of|some|any|good|basic|solid|strong|experience|knowledge|manual)\b", re.IGNORECASE
)


def _choice_borders(text: str, passage: Passage, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Borders of a list whose items hold choices of their own, which no one demand can: "A or B, | a C like D, | and E"."""
    commas = list(_LIST_COMMA.finditer(text, passage.start, passage.end))
    commas = [m for m in commas if is_outside(text, passage.start, m.start())]
    if not commas or not commas[-1]["last"]:
        return
    begins = {x.start for x in mentions if x.kind in _NAMED}
    start, chosen = passage.start, False
    for m in commas:
        closes = _CHOICE.search(text, start, m.start()) is not None
        closes = closes or (m["last"] is not None and _EXAMPLE.search(text, start, m.start()) is not None)
        named = _NAMES_A_THING.match(text, m.end()) is not None or m.end() in begins
        if named and (closes or (m["last"] and chosen)):
            yield m.start(), m.end()
        chosen, start = chosen or closes, m.end()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;)"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    if text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end):
        end -= 1
    return start, end
