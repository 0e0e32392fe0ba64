"""Soft skills by the acts that show them: what a posting asks, a line of the resume, and whether it counts."""

from __future__ import annotations

import pytest

from tests.reading import judged

HEAD = "Ana Sousa\nana@example.org\n\nExperience\nAssistant, Larkspur Ltd, 2018 - 2023\n"

SHOWN = [
    ("Stays calm under pressure", "Kept my voice low until the shouting stopped"),
    ("Composed when things go wrong", "First on scene at a kitchen fire, nobody was hurt"),
    ("You keep a cool head", "Ran the pass two cooks short on Mother's Day"),
    ("Level-headed in a crisis", "Code blue on my second night; started compressions"),
    ("Calm at peak season", "Thanksgiving week with a man down, every order out on time"),
    ("Quick and calm decisions", "Freezer line died in Christmas week; all trucks left, labels written by hand"),
    ("Ability to defuse hostile situations", "Stepped between two shouting drivers until they sat down"),
    ("Tact with clients", "Told the owner gently that the plan would not work; he thanked me"),
    ("Absolute discretion", "Knew of the merger for months and nobody heard it from me"),
    ("Works without being watched", "Nobody above me after six"),
    ("Plans your own day without being told", "From home, and no one chases me"),
    ("Shows up on time", "First truck at the yard, nine years"),
    ("Ability to defuse tense situations", "Talked two men out of the lobby at 3 a.m."),
    ("De-escalation skills", "The manager sends me the difficult ones"),
    ("Calm with angry customers", "Calmed an irate guest who had lost a suitcase"),
    ("Conflict resolution", "Settled a boundary dispute before it reached a lawyer"),
    ("Facilitates groups that do not agree", "Both sides signed the plan after three evenings"),
    ("Handles conflict well", "Mediated between two teams that would not speak"),
    ("Tact and diplomacy", "Told families the visiting hours had changed, letters of thanks on file"),
    ("Tactful with grieving families", "Sat with next of kin and arranged the viewing"),
    ("Stays courteous and polite", "No complaints in four years at the returns desk"),
    ("Empathy", "Held her hand through the night"),
    ("Compassion", "Sat with residents in their last days"),
    ("Empathetic and patient", "Patients ask for me by name"),
    ("Patience", "Taught seniors to text their grandchildren"),
    ("Patience with beginners", "Explained the till again as often as it took"),
    ("Customer focus", "Guests ask for me when they book"),
    ("Customer-focused", "Named in reviews eleven times last summer"),
    ("Friendly and outgoing", "Know regulars and their dogs"),
    ("Good with people", "Six tenants ask for me when they call"),
    ("Reliable", "Never missed a shift in six years"),
    ("Dependable, shows up", "Perfect attendance, three winters"),
    ("Reliable and trustworthy", "Stayed until the last pallet was counted"),
    ("Punctual", "Never late in six years"),
    ("Shows up on time", "Clocked in ten minutes early for five years"),
    ("Attention to detail", "Saw a transposed number that three of us had missed"),
    ("Accuracy under interruption", "Drawer balanced to the penny for 400 shifts"),
    ("Thorough and careful", "Checked every label against the order, no wrong parcel"),
    ("An eye for detail", "Measure twice, log every serial number"),
    ("Pride in your work", "No callbacks on any roof I finished"),
    ("Neat and tidy", "Left every site clean, swept daily; spotless in each inspection"),
    ("Explains technical matters in plain language", "Explained the bill in plain words to tenants"),
    ("Discretion", "Kept salary data confidential for 80 staff"),
    ("Keeps confidential matters confidential", "Signed NDA; nothing leaked in eight years"),
    ("Self-starter", "Wrote a parts list without being asked; it is now used by all three shops"),
    ("Shows initiative", "Volunteered to reopen the tool library"),
    ("Works without supervision", "Nobody else on site after six; supervisor came once a month"),
    ("Able to work independently", "Ran the office alone while the owner was away"),
    ("Team player", "Jumped in on dishes when the pit backed up"),
    ("Helps out colleagues", "Covered for a colleague on leave; swapped shifts all summer"),
    ("Adaptable", "Switched to online classes over a weekend at short notice"),
    ("Able to juggle several tasks", "Three phones and a counter, calls and walk-ins at the same time"),
    ("Multitasking", "Juggled two registers and the pickup window"),
    ("Meets deadlines", "Filed on time for 31 months; no missed deadline"),
    ("Willing to learn", "Worked my way up from dishwasher to grill"),
    ("Open to feedback", "Asked for feedback after each lesson and changed the worksheet"),
    ("Owns mistakes", "My own mistake on the Hill order: told the customer the same day"),
    ("Leads by example", "Took the worst shift myself each Christmas"),
    ("Leadership", "Led a team of 12"),
    ("Able to motivate a team", "Lowest turnover of nine stores; kept spirits up in the move"),
    ("Problem solver", "Traced to a cracked fitting and fixed on the spot"),
    ("Resourceful", "Made a jig out of scrap so the line could run"),
    ("Methodical", "Color-coded the stock shelves, found in seconds"),
    ("Good time management", "Sorted by due date, urgent first, nothing overdue"),
    ("Honesty and integrity", "Declined gifts from two bidders and told the board"),
    ("Impartial and fair", "Same rules for everyone: recused myself when a cousin applied"),
    ("Safety-minded", "No lost-time injuries in 9 years on the crew"),
    ("Persistent", "Called until resolved; overdue accounts paid after three attempts"),
    ("Persuasive", "Won over the council and got approval for the crossing"),
    ("Negotiation skills", "Renegotiated the linen contract"),
    ("Confident speaker in front of groups", "Toastmasters; spoke at four town halls"),
    ("Sense of humor", "Four-year-olds laughed at my puppet"),
    ("Sound judgment", "Triaged the night's calls by risk, knew when to call the doctor"),
    ("Good listener", "Heard both tenants out, took notes, then spoke"),
    ("Good listener", "Sat two days in their office before I proposed anything"),
    ("Stays calm under pressure", "Marquee blew down at two: show went on in the barn"),
    ("Calm in an emergency", "Barn fire in 2023: all horses out, nobody was hurt"),
    ("Able to juggle several projects", "Six kitchens on one whiteboard, nothing lapsed"),
    ("You are organized and keep many things moving", "Four weddings in one weekend with two vans, none late"),
    ("Ability to set priorities", "Ranked what could wait: first the ovens, last the tills"),
    ("Adaptable when plans change", "Speaker cancelled an hour before; rearranged the programme and began on time"),
    ("Absolute discretion", "The mayor's diagnosis stayed with me; my own sister got nothing"),
    ("Fair and honest", "My cousin's bid came in: told my boss and left the room"),
    ("Open to feedback", "After each observation I choose one thing and work on it with my mentor"),
    ("Explains things to lay people", "Tell the parish council what the flood numbers mean"),
    ("Writes clearly", "Service notes that the next tech can use without calling me"),
    ("Kind to upset people", "Brought tissues and sat on the floor with him until his wife came"),
    ("Builds trust", "They ring me before they sign a lease, and send their sons to me"),
    ("Resourceful", "Pump failed on the trek: made a filter out of sand and a jerrycan"),
    ("Curious", "Try each new glaze in its first week and keep the shards"),
    ("Good negotiator", "Got a 9 % increase accepted and kept the broker"),
    ("Punctual", "At the gate at 5:40 each morning"),
    ("Cultural awareness", "Families from fourteen countries: shoes off, tea first"),
    ("Able to motivate a team", "Friday quiz and a biscuit fund; attrition halved"),
    ("Clear, plain writing for the public", "Cut the staff handbook from 90 pages to 22"),
    ("Able to push back on senior people", "Told the managing director no, twice, about his dropbox"),
    ("Able to challenge partners", "Told the chairman no about his pet project"),
    ("You can juggle six things and drop none", "Sixty orders and five things open at any moment"),
    ("Gets along with the next shift", "Left notes for the next shift on tool wear"),
    ("You keep confidential things confidential", "On the insider list twice; nothing leaked"),
    ("Not easily rattled", "Kept my head while the ovens failed"),
    ("Straight-talking with residents", "Letterbox note to the neighbours the day before works began"),
]

LOOKALIKES = [
    # words of every resume, and the same words in another sense
    ("Stays calm under pressure", "Painted the stairs of a school"),
    ("Conflict resolution", "Set the screen resolution of kiosks"),
    ("Empathy", "Comfortable with Excel and Word"),
    ("Compassion", "Handled all kinds of freight"),
    ("Patience", "Moved patient files to the new shelves"),
    ("Tact", "Typed letters for the sales office"),
    ("Reliable", "Unloaded trucks and stacked crates"),
    ("Punctual", "Mixed paint for walk-in customers"),
    ("Attention to detail", "Drove a van across Ohio"),
    ("Discretion", "Mowed lawns in two parks"),
    ("Shows initiative", "Assembled bicycles from kits"),
    ("Works without supervision", "Worked under the supervision of the head cook"),
    ("Team player", "Delivered flowers by van"),
    ("Punctual", "Sold watches and clocks"),
    ("Negotiation skills", "Pressed shirts in a laundry"),
    ("Sense of humor", "Cleaned windows of an office tower"),
    ("Good listener", "Polished brass and silver"),
    ("Open to feedback", "Swept floors and emptied bins"),
    # the same stems said of other things
    ("Confident speaker in front of groups", "Store manager, 31 staff, 2019 to present"),
    ("Initiative", "Found the parts list in the van"),
    ("Discretion", "Sealed cartons and closed the payroll week"),
    ("Attention to detail", "Joined a team that never missed a train"),
    ("Conflict resolution", "Two forms signed by the manager"),
    ("Stays calm under pressure", "Drew the flood overlay that everybody prints"),
    ("Able to juggle several tasks", "Worked on the phone and on Wednesdays in the yard"),
    ("Customer focus", "Parts come back from the supplier on Mondays"),
    ("Integrity", "Reported on the books of three clubs"),
    ("Able to push back on senior people", "Packed boxes for the director's move"),
    ("You can juggle six things and drop none", "Stacked crates of juice"),
    ("You keep confidential things confidential", "Signed for parcels at the gate"),
    ("Not easily rattled", "Baked rolls in two ovens"),
]

PARTS = [
    # each trait that a line names is to be shown; one of them is a part
    ("Patience and a sense of humor", "Taught seniors to text their grandchildren", "partial"),
    ("Patience, thrift and a sense of humor", "Mended clocks", "missing"),
    ("Calm, discreet and punctual", "Kept my voice low until the shouting stopped", "partial"),
    ("Patience and a sense of humor", "Taught seniors to text, and we laughed at my knock-knock jokes", "met"),
]


@pytest.mark.parametrize(("asked", "line"), SHOWN)
def test_an_act_squarely_of_the_kind_is_enough(asked: str, line: str) -> None:
    (match,) = judged(asked, f"{HEAD}- {line}\n", "required")
    assert match.status == "met"
    assert line.split(";")[0] in " ".join(e.text for e in match.evidence)


@pytest.mark.parametrize(("asked", "line"), LOOKALIKES)
def test_a_line_of_every_resume_is_no_act_of_the_kind(asked: str, line: str) -> None:
    assert [match.status for match in judged(asked, f"{HEAD}- {line}\n", "required")] == ["missing"]


@pytest.mark.parametrize(("asked", "line", "wanted"), PARTS)
def test_each_of_the_traits_named_has_a_line_of_its_own(asked: str, line: str, wanted: str) -> None:
    assert [match.status for match in judged(asked, f"{HEAD}- {line}\n", "required")] == [wanted]


@pytest.mark.parametrize(
    ("asked", "line", "wanted"),
    [
        # what did not go wrong denies no act; an act done once is one; an act denied is none
        ("Meets deadlines", "Nine launches in spring, none late", "met"),
        ("Ability to defuse tense situations", "Once stood between two drivers with bottles", "met"),
        ("Leadership", "Have not led a team of 12 yet", "missing"),
        ("Leadership", "Have not led a team, and was never late", "missing"),
    ],
)
def test_what_is_denied_is_no_act(asked: str, line: str, wanted: str) -> None:
    assert [match.status for match in judged(asked, f"{HEAD}- {line}\n", "required")] == [wanted]


def test_a_trait_claimed_by_another_name_is_a_part() -> None:
    text = f"{HEAD}- Moved boxes\n\nSummary\nTactful and composed.\n"
    assert [match.status for match in judged("Diplomacy with senior people", text, "required")] == ["partial"]


def test_the_name_of_an_employer_shows_no_trait() -> None:
    text = "Ana Sousa\nana@example.org\n\nExperience\nClerk, Morning Shift Bakery in the Storm Lane, 2018 - 2023\n- Moved boxes\n"
    assert [match.status for match in judged("Calm, even in a storm", text, "required")] == ["missing"]


@pytest.mark.parametrize(
    "asked",
    [
        "Kindness toward owners on the worst day of their year",
        "Calm when the emergency department is full",
        "Keeps calm in an emergency",
        "You are tactful with grieving families",
        "Unruffled when plans change",
        "Not easily rattled",
        "Able to push back on senior stakeholders",
        "You can juggle six things and drop none",
        "Doesn't wait to be asked",
        "What you hear here stays here",
        "No egos, no drama",
    ],
)
def test_a_clause_that_names_a_trait_asks_for_a_soft_skill(asked: str) -> None:
    assert [match.requirement.kind for match in judged(asked, HEAD, "required")] == ["soft_skill"]


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Clear, plain writing for people who are not technical", "soft_skill"),
        ("Able to push back on senior stakeholders without burning the bridge", "soft_skill"),
        ("You can juggle six things and drop none", "soft_skill"),
        ("Clear tables and wash glasses", "duty"),
        ("Open the shop and count the floats", "duty"),
        ("You explain treatment plans to owners and book the next visit", "duty"),
    ],
)
def test_among_duties_a_clause_may_say_what_a_person_is_like(asked: str, kind: str) -> None:
    assert [match.requirement.kind for match in judged(asked, HEAD, "duties")] == [kind]


def test_a_wish_is_no_act() -> None:
    text = (
        "Ana Sousa\nana@example.org\n\nObjective\nA place where I am never late.\n\nExperience\nClerk, A, 2018 - 2020\n"
    )
    assert [match.status for match in judged("Punctual", text, "required")] == ["missing"]


@pytest.mark.parametrize(
    ("line", "shown", "wanted"),
    [
        (
            "Good written English for letters to families",
            "Wrote the monthly newsletter, proofread by nobody else",
            "met",
        ),
        ("Good written English for letters to families", "Languages: English, French", "missing"),
        ("Good written English for letters to families", "Cooked for forty", "missing"),
    ],
)
def test_written_english_is_shown_by_what_was_written(line: str, shown: str, wanted: str) -> None:
    found = judged(line, f"{HEAD}- {shown}\n")
    assert [(m.requirement.kind, m.status) for m in found] == [("soft_skill", wanted)]


def test_english_spoken_and_written_stays_a_language() -> None:
    found = judged("Fluent spoken and written English", f"{HEAD}- Cooked for forty\n")
    assert [(m.requirement.kind, m.status) for m in found] == [("language", "met")]


@pytest.mark.parametrize(
    ("asked", "act", "claim"),
    [
        (
            "Clear, calm written communication",
            "Drafted affidavits, notices of deposition and routine letters to counsel.",
            "Wrote services in Python",
        ),
        ("Written communication", "Drafted routine letters to counsel.", "Written communication"),
        ("Attention to detail", "Drawer balanced to the penny for 400 shifts", "Attention to detail"),
    ],
)
def test_a_claim_beside_an_act_takes_nothing_away(asked: str, act: str, claim: str) -> None:
    (alone,), (both,) = judged(asked, HEAD + f"- {act}\n"), judged(asked, HEAD + f"- {act}\n- {claim}\n")
    assert (alone.status, both.status) == ("met", "met")
