"""What a posting says between its demands: how to apply, what it denies, what it says to everybody, what the job pays."""

from __future__ import annotations

import re

from gapcheck.pipeline.prose import is_outside
from gapcheck.sections import says_how_judged

# What the posting denies or leaves open asks nothing of anybody.
_NO_DEMAND = re.compile(
    r"\b(?:send|submit|forward|e-?mail)\s+(?:us\s+)?(?:your|their|an?)\s+(?:\w+\s+){0,3}?(?:application|cv|r[ée]sum[ée]|cover(?:ing)?\s+letter)\b|\bany\s+questions\b|\b(?:come|stop|drop|swing)\s+(?:on\s+)?(?:in|by)\s+(?:and|or|to)\s|\bsay\s+hello\b|^\W*[ED]\W*[=:]\s"
    r"|^\W*(?:there\s+(?:is|are)\s+no|describe\s+your)\s|\byou\s+(?:won['’]t|will\s+not|are\s+not)\s+(?:be\s+)?(?:asked|expected|required|need)|\b(?:is|are)\s+not\s+used\b|\bleave\s+\w+\s+at\s+home\b"
    r"|^\W*(?:[\w/]+\s+){0,4}?other\s+(?:\w+\s+){0,2}(?:duty|tasks?|projects?|functions|assignments?|responsibilities|work)\s+as\s+(?:\w+\s+){0,2}(?:assigned|needed|required|requested|directed|necessary)\b|\bother\s+(?:\w+\s+){0,2}(?:duties|tasks)(?:\s+and\s+(?:responsibilities|duties|tasks))?(?:,[^,]{1,30},)?\s+(?:as|that)\b|^\W*(?:\w+\s+){0,3}?(?:accept|consider|substitute)(?:ed|s)?\s+any\s+(?:\w+\s+)?combination\b|\b(?:is|are)\s+not\s+(?:applicable|relevant|expected|necessary|a\s+requirement)|\bwe\s+(?:can(?:no|['’])t|cannot|do\s+not|don['’]t)\b|\bthis\s+is\s+not\b|^\W*th(?:is|at)\s+one\b|\bdoes\s+not\s+(?:offer|sponsor)|\bnot\s+an?\s+[\w-]+\s+position|\bcan\s+be\s+learned\b|\bto\s+be\s+(?:updated|announced|determined|confirmed|advised)\b|\bdefined\s+as(?:\s+follows)?\W*$"
    r"|^\W*(?:the\s+|this\s+|all\s+)?(?:work|performance|job|employee|incumbent)\s+(?:is|will\s+be)\s+(?:\w+\s+)?(?:reviewed|evaluated|supervised|inspected|appraised)\b|^\W*(?:are\s+you\s+(?:currently\s+|also\s+)?(?:looking|ready|interested|seeking|searching|excited|tired|keen)|do\s+you\s+(?:want|dream|wish)|would\s+you\s+like|(?:want|looking|ready)\s+(?:to|for))\b[^?]*\?\W*$|^\W*you(?:['’]ll|\s+will)\s+(?:be\s+joining|join|be\s+part\s+of)\s+(?:an?|our|the)\s+(?:[\w-]+,?\s+){0,3}team(?:\s+of\s+[\w-]+)?(?:\s+(?:in|at|within|on|based|across)\s[^,;]*)?\W*$|^\W*(?:reporting|working|you(?:['’]ll|\s+will)?\s+report|this\s+(?:role|post|position)\s+reports)\s+(?:directly\s+|in\s+)?to\s+(?:the|our|an?)\s(?:(?!\b(?:you|your|will)\b)[^,;:]){3,80}$|^\W*(?:KSA|criterion|criteria|item|section|part|question)s?\s*(?:no\.?\s*)?#?\d+\W*$|^\W*(?:(?:no|yes)\W+)?(?:do|must|should|will)\s+(?:you|i)\s+(?:need|have)\b(?!\s+(?:what\s+it|to\s+be\s+able))[^?]*\?\W*$|^\W*\(?it\s+(?:would|might|may|will)\s+help\b[^.;]*\bbut\b|^\W*(?:hit|click|press|tap)\s+(?:on\s+)?(?:the\s+)?(?-i:A(?:PPLY|pply)|[“\"'’‘]?apply)|^\W*(?:please\s+)?(?:ring|call|phone|text|contact|email|message)\b[^.;]{0,80}(?:\d{3,}|@)|^\W*(?:(?:full|some|all|on-the-job|thorough|complete|the)\s+)*(?:training|help|support|guidance|mentoring|induction)\b[^.;,]{0,40}\b(?:will\s+be|is|are)\s+(?:given|provided|offered|available)\W*$|\b(?:we|our\s+\w+)(?:['’]ll|\s+will)\s+(?:(?:teach|train|show|help)\s+you\b|(?:put|send)\s+(?:you|the\s+right\s+\w+|\w+)\s+(?:through|on)\b|pay\s+for\b)|^\W*(?:for\s+an?\s+)?informal\s+(?:chat|discussion|enquir\w+|conversation|visit)\b|^\W*\(?[A-Z]\s*[=:]\s*[A-Z]\w+(?:[,;]\s*[A-Z]\s*[=:]\s*\w+)*|^\W*you(?:['’]ll|\s+will)\s+(?:be\s+joining|join)\s+(?:an?|our)\s+(?:\w+,?\s+(?:and\s+)?)?(?:friendly|motivated|passionate|dynamic|growing|talented|great|supportive|vibrant|award[-\s]winning|fast[-\s]growing|close[-\s]knit|welcoming|dedicated|enthusiastic|small|thriving|successful|established)\b(?!.*\band\s+(?:you|help|lead|work|support|manage|take|be)\b)|^\W*(?:any\s+)?other\s+(?:\w+\s+)?(?:duties|tasks)\b[^.;]{0,80}\b(?:may|will|can)\s+be\s+(?:assigned|required|requested)\b|\bmeet\b[^.;]{0,60}\b(?:requirements?|qualifications?|criteria|standards?)\b[^.;]{0,20}\b(?:below|above|as\s+follows)\b"
    r"|^\W*no\s+[^.;,]{2,40},\s+no\s+[^.;,]{2,40},\s+(?:and\s+)?no\s|^\W*nor\s+(?:do|will|would)\s+you\s+need\b|^\W*weight(?:s|ings?)?\s*:|\bno\s+(?:prior\s+|previous\s+)?(?:experience|knowledge)\b[^.;]{0,30}\b(?:is|are)\s+(?:expected|needed|required|assumed|necessary)\b"
    r"|^\W*(?:(?-i:[A-Z])[\w.]*\s+){1,4}is\s+an?\s+(?:\w+\s+)?(?:city|town|village|county|borough|municipality)\s+of\s"
    r"|\b(?:may|can|will)\s+(?:be\s+)?(?:substituted?|stand\s+in|replaced?|count(?:ed)?\s+(?:as|toward))\b",
    re.IGNORECASE,
)
# What an application must hold, and what happens to one that lacks it: "Failure to provide this may result in disqualification".
_APPLICATION = re.compile(
    r"\b(?:in|on|with|within|to|of)\s+(?:your\s+(?:\w+\s+)?(?:r[ée]sum[ée]|cv|cover(?:ing)?\s+letter|application(?:\s+(?:package|materials|form))?)|(?:the|each|an?|their)\s+(?:\w+\s+)?(?:r[ée]sum[ée]|cv|cover(?:ing)?\s+letter))s?(?=\s*(?:[.,;:)]|$|so\s+that\b|that\b|as\b|must\b|should\b))"
    r"|\b(?:r[ée]sum[ée]s?|cvs?|cover\s+letters?|application\s+(?:packages?|materials?)|(?:your|all|complete|incomplete|late)\s+applications?)\s+(?:must|should|needs?\s+to|ha(?:s|ve)\s+to|will|may)\b"
    r"|\b(?:hours|dates?|salary)\b[^.;:]{0,30}\byou\s+(?:worked|held|started|left|earned)\b|\bhours\s+(?:worked\s+)?(?:per|a)\s+week\s+(?:worked|for\s+each)\b"
    r"|^\W*(?:beginning\s+and\s+end(?:ing)?\s+|start\s+and\s+end\s+|the\s+)?dates?\s+(?:of\s+(?:employment|each\s+(?:job|position))|worked)\b|^\W*salary\W*$|\bseries\s+and\s+(?:\w+\s+)?grade\b|\bSF[-\s]?50\b|\bDD[-\s]?214\b"
    r"|^\W*(?:an?\s+|your\s+)?(?:(?:un)?official\s+)?(?:college\s+|school\s+)?transcripts?\b|^\W*(?:an?\s+|your\s+)?(?:current\s+|updated\s+)?(?:r[ée]sum[ée]|cv|cover\s+letter)s?\W*$"
    r"|\b(?:submit|attach|upload|provide|include|enclose|send)\s+(?:us\s+)?(?:an?\s+|your\s+|the\s+)?(?:copy\s+of\s+(?:your\s+)?)?(?:(?:un)?official\s+)?(?:college\s+|school\s+)?(?:transcripts?(?!\s+to\b)|cover\s+letters?)\b"
    r"|\b(?:guidance|tips|help|advice|information)\s+(?:on|for|about)\s+(?:creating|writing|formatting|preparing)\b[^.;]{0,40}\b(?:r[ée]sum[ée]|cv|application)"
    r"|^\W*(?:fail(?:ure|ing)|incomplete|late|missing|applicants?\s+who)\b[^.;]{0,120}?\b(?:may|will|can)\s+(?:result\s+in|lead\s+to|be)\s+(?:your\s+|the\s+|an?\s+)?(?:immediate\s+)?(?:disqualif|ineligib|removal\s+from|not\s+be(?:ing)?\s+considered)",
    re.IGNORECASE,
)
# Who may apply, who may not, and what is done with them: "Applicants who lack the licence may file."
_APPLICANTS = re.compile(
    r"^\W*(?:(?:all|only|those|qualified|other)\s+)*(?:applicants?|candidates?)\s+(?:who|that|lacking|without|with|considered|possessing|meeting)\b[^.;]{0,160}?"
    r"\b(?:will|may|can|cannot)\s+(?:not\s+|only\s+)?(?:be\s+(?:\w+\s+)?(?:admitted|considered|disqualified|appointed|placed|scheduled|accepted|contacted|rejected|hired|offered)|file|apply|compete|continue)\b"
    r"|\b(?:applicants?|candidates?)\s+(?:must|should|will|need\s+to|are\s+(?:required|asked)\s+to)\s+(?:also\s+)?(?:complete|submit|answer|fill\s+(?:in|out)|attach|upload|file|return)\s"
    r"[^.;]{0,60}?\b(?:questionnaires?|supplemental\s+questions|applications?|r[ée]sum[ée]s?|essays?|cover\s+letters?|transcripts?)\b",
    re.IGNORECASE,
)
# What stands where nothing has been filled in, and what stands at the foot of a page: "[TBD]", "None.", "Page 2 of 3".
_EMPTY = re.compile(
    r"\W*(?:tb[dca]|n\s?/\s?a|nil|none|not\s+applicable|to\s+be\s+(?:determined|confirmed|announced)|(?:aa\s?/\s?)?eoe(?:\s?/\s?aa)?|eeo|interview|application(?:\s+form)?|A\s?[/,&]\s?I(?:\s?[/,&]\s?[TPCRD])*)\W*|.{0,60}\bpage\s+\d+(?:\s*(?:of|/)\s*\d+)?\W*",
    re.IGNORECASE,
)
# "Performs other related duties": whatever else comes up.
_WHATEVER = re.compile(
    r"\W*(?:and\s+)?(?:(?:performs?|performing|undertakes?|undertaking|carries|carry|carrying|does|assumes?)\s+(?:out\s+)?)?(?:of\s+)?(?:any\s+(?:and\s+)?|various\s+|such\s+|all\s+)*"
    r"other\s+(?:(?:related|necessary|relevant|reasonable|similar|special|general|miscellaneous|job[-\s]related|appropriate|comparable),?\s+(?:and\s+)?)*"
    r"(?:duties|tasks|responsibilities|functions|assignments|work|skills|knowledge)(?:,?\s+(?:and|or|knowledge|skills|abilities|duties|tasks|responsibilities|projects|functions|assignments))*(?:\s+(?:as\s|that\s|when\s|which\s|assigned|requested|required|in\s+(?:support|fulfil|line|keeping|accordance)).*)?\W*",
    re.IGNORECASE | re.DOTALL,
)
_PORTFOLIO = re.compile(r"\bportfolio|\bsamples?\b", re.IGNORECASE)
# What every job description says of itself.
_DISCLAIMER = re.compile(
    r"\breasonable\s+accommodations?\s+(?:may|will|can|shall|are\s+(?:available|made|provided)|(?:to|for)\s+(?:enable|individuals|qualified|applicants|people|persons))\b|\baccommodations?\s+(?:during|for|in|to)\s+the\s+(?:\w+\s+)?(?:application|hiring|interview|recruit\w+|selection)"
    r"|\b(?:listed|described|outlined)\s+(?:below|above|here(?:in)?)?\s*(?:is|are)\s+(?:representative|not\s+(?:intended|exhaustive|all))|\bnot\s+(?:intended\s+to\s+be\s+)?(?:an?\s+)?(?:all[-\s]inclusive|exhaustive|comprehensive\s+list)\b"
    r"|\b(?:statements?|description|summary)\s+(?:is|are)\s+(?:intended|meant|designed|not)\b|^\W*(?:the\s+)?following\s+(?:is|are)\s+an?\s+(?:\w+\s+)?(?:summary|list|description|outline|overview)"
    r"|\b(?:duties|responsibilities|activities|tasks|description|requirements)\b[^.;]{0,40}\b(?:may|can|will|are\s+subject\s+to)\s+(?:be\s+)?(?:chang|amend|modif|vary|var[iy])\w*(?!\s+(?:dress|beds?|linens?))"
    r"|\b(?:employees?|incumbents?|you)\s+may\s+(?:also\s+)?be\s+(?:assigned|asked\s+to\s+(?:do|perform)|required\s+to\s+(?:do|perform))\s+(?:other|additional)\s+(?:\w+\s+)?(?:duties|tasks|work)\b"
    r"|^\W*[“\"][^”\"]{3,70}[”\"]\s+(?:refers?\s+to|means|is\s+defined)\b"
    r"|^\W*th(?:is|e(?:se|\s+following)?)\s+(?:list|examples|statements|description)\s+(?:\w+\s+)?(?:represents?|includes?|reflects?|describes?|illustrates?)\b|\bwork\s+is\s+(?:\w+\s+)?(?:performed|carried\s+out|done)\s+under\b"
    r"|\bapplications?\s+(?:will\s+)?(?:clos(?:e|es|ing)|(?:are|is)\s+due)\b|\bto\s+perform\s+this\s+job\s+successfully\b|\breserves?\s+the\s+right\b|^\W*(?:in\s+compliance|in\s+accordance)\s+with\s+(?:the\s+)?(?:\w+\s+){0,3}laws?,\s+(?:all|we|the\s+company)\b"
    r"|\b(?:candidates?|applicants?|applications?)\b[^.;]{0,40}\b(?:will|are|is|may)\s+(?:only\s+)?(?:be\s+)?(?:contacted|notified|reviewed|shortlisted|considered|invited)\b|\bon\s+a\s+rolling\s+basis\b"
    r"|\bplease\s+apply\b|\bapply\s+(?:today|now|online|here|directly|below)\b|^\W*not\s+(?:an?\s+(?:\w+\s+)?fit|for\s+you|interested)\b",
    re.IGNORECASE,
)
# The head of a line that only says what the job gives: "401k with company match", "A fun and supportive team".
_GIVEN = re.compile(
    r"""\W*(?:(?:an?|our|and|plus|the|excellent|great|comprehensive|competitive|generous|full|attractive|good|free|company|employer|employee|on-?site|subsidi[sz]ed
        |weekly|annual|yearly|quarterly|unlimited|up\s+to|\d[\d,.]*%?|[$£€][\d,.]+k?|days?|weeks?|hours?|of|sponsored|matched|matching|private|group|basic|voluntary|short|long|term)[\s/&-]+)*
    (?: (?:medical|dental|vision|health(?:care)?|life|disability)(?:[\s,/&]+(?:and\s+)?(?:medical|dental|vision|health(?:care)?|life|disability|prescription|short|long|term))*\s+(?:insurances?|benefits?|cover(?:age)?|plans?)\b
      | (?:medical|dental|vision),?\s+(?:and\s+|&\s+)?(?:medical|dental|vision)\b | 40[13]\s?\(?[kb]\)? | (?:pension|retirement)\s+(?:scheme|plan|savings|contributions?|benefits)\b
      | paid\s+(?:time\s+off|training|vacations?|holidays?|leave|sick|parental|maternity|volunteer|breaks?|lunch)\b | pto\b | (?:annual|sick|parental|maternity|bereavement)\s+leave\b
      | tuition\s+(?:reimbursement|assistance|support|help)\b | wellness\s+(?:programs?|programmes?|days?|stipend)\b | (?:staff|store|merchandise|employee|product)?\s*discounts?\s*(?:$|on\b|at\b)
      | (?:parking|lunch(?:es)?|meals|coffee|snacks|uniforms?|gym)\s*(?:$|on\s+(?:site|shift)|provided|membership) | (?:gym|fitness)\s+membership | cycle\s+to\s+work | profit[-\s]sharing | stock\s+options | equity\s*$
      | (?:vehicle|car|van|phone|laptop)\s+(?:is\s+)?provided\b | (?:sign[-\s]on|signing|referral|performance|attendance|holiday|christmas)\s+bonus(?:es)?\b
      | (?:salary|pay|compensation|wages?|remuneration|benefits|package)\s*(?:$|and\s+(?:bonus|benefits|commission|perks)|package|with\s+) | relocation\s+(?:assistance|package|support)\b | mileage\s+(?:reimburse|allowance|paid)
      | opportunit(?:y|ies)\s+(?:for|to)\s+(?:advance|growth|grow|career|promot|develop|learn|progress|overtime)
      | (?:fun|friendly|supportive|dynamic|relaxed|collaborative|inclusive)(?:,?\s+(?:and\s+)?\w+)?\s+(?:team|environment|culture|atmosphere|workplace)\s*\W*$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_MOST_GIVEN = 16
"""Words of the longest line that can only say what the job gives."""
_WORKED_WITH = re.compile(
    r"\b(?:experience|knowledge|understand\w*|administ\w+|process\w*|enrol\w*|claims?|billing|advis\w+|compliance|must|able|ability|required|familiar\w*|manag\w+|design\w*|analy\w+|negotiat\w+|benchmark\w*|records?|reconcil\w+|licen[cs]\w*|sales|sell\w*|agents?)\b",
    re.IGNORECASE,
)
# Who may work in the country is asked wherever it stands.
_ALLOWED = re.compile(r"\bauthori[sz]ed\s+to\s+work\b|\bright\s+to\s+work\b", re.IGNORECASE)


def asks_nothing(quote: str) -> bool:
    """Whether a clause of a posting asks nothing of the person.

    An aside in parentheses does not take back what stands before it.

    >>> asks_nothing("Dates of employment (month and year)"), asks_nothing("Tuition reimbursement"), asks_nothing("Welding")
    (True, True, False)
    """
    if _EMPTY.fullmatch(quote) is not None or says_how_judged(quote) or _WHATEVER.fullmatch(quote) is not None:
        return True
    for pattern in (_NO_DEMAND, _DISCLAIMER):
        m = pattern.search(quote)
        if (
            m is not None
            and is_outside(quote, 0, m.start())
            and not (pattern is _DISCLAIMER and _ALLOWED.search(quote))
        ):
            return True
    applying = _APPLICATION.search(quote) is not None or _APPLICANTS.search(quote) is not None
    if applying and _PORTFOLIO.search(quote) is None:
        return True
    given = _GIVEN.match(quote) is not None and len(quote.split()) <= _MOST_GIVEN
    return given and _WORKED_WITH.search(quote) is None
