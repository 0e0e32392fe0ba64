"""What resumes say about their hours, places, bodies, papers and belongings, and how it is heard."""

from __future__ import annotations

import pytest

from tests.reading import judged
from tests.tables import rows

HEAD = "Ana Sousa\nLittle Rock, AR\nana@example.org\n\nExperience\nAssistant, Larkspur Ltd, 2018 - 2023\n"

SAID = """
# shown in other words
Travel up to 30% within the Midwest -> Covered Iowa and Nebraska out of my truck, three nights a week in motels -> met
Frequent travel to client sites -> Lived out of a suitcase from 2019 to 2023 -> met
Willing to travel internationally -> Commissioned lines in Mexico, Poland and Vietnam, six weeks each -> met
Occasional travel to conferences -> Presented at conferences in Denver and Austin -> met
Some overnight travel -> Traveled to 12 dealer meetings a year -> met
Some overnight travel -> I can be away two nights a month -> met
Regular travel between our three clinics -> Rotated between four clinics -> met
Travel between sites -> Cover for the Northside and Eastgate branches when short -> met
Must have own reliable transportation -> 2016 Civic, runs fine -> met
Must have own reliable transportation -> Own a pickup -> met
Own car with business insurance -> My car is insured for business use -> met
Ability to lift 50 lbs -> Threw 80 lb bags of mortar -> met
Ability to lift 50 lbs -> Unloaded trucks by hand, four a night -> met
Ability to lift 25 lbs -> Doctor says nothing over 40 pounds -> met
Ability to lift 50 lbs -> Moved pianos for a living in college -> met
Ability to lift 50 lbs -> Slung tires at a truck stop -> met
Lift and transfer patients -> Turned and lifted residents with a partner -> met
Stand for long periods -> Eight hours behind a register, never sat -> met
Able to kneel, crouch and climb -> Crawled under houses and up in attics for nine years -> met
Comfortable working at heights -> Painted water towers -> met
Comfortable working at heights -> Tied off at 60 feet most days -> met
Work outdoors in all weather -> Mail carrier, rain or shine, since 2015 -> met
Weekends required -> I work every Saturday and most Sundays -> met
Weekends required -> Weekends are fine -> met
Weekends required -> Available seven days -> met
One Saturday in three -> Worked Saturdays until 1 pm for six years -> met
Evening shifts until 11 pm -> Closing shifts five nights a week -> met
Second shift (3 pm - 11 pm) -> Swing shift at the mill for eleven years -> met
Third shift, 11 pm to 7 am -> Worked graveyard from 2016 to 2020 -> met
Third shift, 11 pm to 7 am -> Prefer days but can do nights -> met
Third shift, 11 pm to 7 am -> Night owl. Ran the overnight bake -> met
Rotating 12-hour shifts -> DuPont schedule for nine years -> met
Rotating 12-hour shifts -> Twelves, four on four off -> met
Must be available for early starts at 5 am -> In the bakery by four every morning -> met
On-call rotation every six weeks -> PagerDuty primary one week in five -> met
On-call rotation every six weeks -> I took out-of-hours calls for the county -> met
Overtime during month end -> Stayed till nine at every month end -> met
Authorized to work in the US -> Green card holder -> met
Right to work in the UK -> Irish citizen -> met
Right to work in the UK -> Graduate visa until 2026 -> met
Must be eligible to work in Canada -> Open work permit -> met
US citizenship required -> Born in Ohio, lived here all my life -> met
Active Secret clearance -> TS/SCI, active -> met
Must pass a background check -> Fingerprinted for the school district in 2024 -> met
Must pass a drug test -> Random drug tests at the yard, always clean -> met
Clean driving record -> Not a ticket in 20 years -> met
Clean driving record -> Accident-free since 2008 -> met
Flu vaccination required -> All shots up to date -> met
Must live within 30 minutes of the plant -> Ten minutes from the plant gate -> met
Must be willing to relocate to Boise -> Moving to Boise in June -> met
Hybrid, two days a week in our Boise office -> Happy to be in the office half the week -> met
Portfolio of recent work required -> janedoe.studio -> met
Own hand tools -> Full Snap-on box, all paid for -> met
Comfortable working in a freezer -> Picked frozen in a -10 warehouse -> met
Must wear a respirator -> Annual fit test, N95 and half-face -> met
Must be reachable by phone after hours -> My cell is on around the clock -> met
Home office with reliable internet -> Worked from home since 2020, fiber line -> met
Attend two evening board meetings a month -> Board meetings at night never bothered me -> met
Ability to travel up to 25% -> Flew to Houston every other week for the rollout -> met
Ability to travel up to 25% -> Sales territory: Maine to Delaware -> met
Ability to travel up to 25% -> Passport current, always ready to go -> met
Travel to regional stores twice a month -> District manager over 14 stores in two states -> met
Travel to regional stores twice a month -> Drove 600 miles a week between accounts -> met
Travel to remote villages -> Three weeks of every month upcountry by motorbike -> met
International travel twice a year -> Audited suppliers in Shenzhen and Taipei -> met
Evening and weekend hours as needed -> Concert nights and Saturday matinees are my normal week -> met
Evening and weekend hours as needed -> Whatever hours it takes -> met
Work every third weekend -> Every other weekend since 2018 -> met
Work every third weekend -> Alternate Saturdays and Sundays -> met
Holidays and weekends in season -> Worked Mother's Day and every bank holiday -> met
Night shift, 7p-7a -> 7p to 7a for nine years -> met
Night shift, 7p-7a -> Nights since 2019 -> met
Sleep-in shifts twice a week -> Did sleep-ins and waking nights -> met
Early shift starting 5:30 am -> First bus out at 4:50, so I am up at 3 -> met
Flexible schedule, including holidays -> Open availability -> met
Flexible schedule, including holidays -> My schedule is flexible -> met
Part-time, 20 hours per week -> Looking for 15 to 20 hours a week -> met
Shift work in a 24/7 plant -> Rotated through all three shifts -> met
On call every fourth weekend -> Call every third weekend, home in 20 minutes -> met
On call every fourth weekend -> Took home call for the cath lab -> met
24/7 on-call rotation -> I carry the duty pager -> met
Must be able to lift 40 lbs -> Carry 50-lb feed sacks from the truck -> met
Must be able to lift 40 lbs -> Lifted and positioned patients all shift -> met
Must be able to lift 40 lbs -> Benched 200 lb -> met
Must be able to lift 40 lbs -> Shipped 40 lb cartons to 30 stores -> met
Lift up to 25 kg -> Delivered washing machines up four flights -> met
Lift up to 25 kg -> Laid flagstones and kerbs by hand -> met
Physically able to stand, bend and lift -> On my feet and bending all day, lifting trays -> met
Standing and walking most of the day -> Walked 12 miles a shift picking -> met
Standing and walking most of the day -> 20,000 steps a day -> met
Must be able to climb ladders -> Hung gutters and siding -> met
Must be able to climb ladders -> Up and down a 32-foot extension ladder -> met
Work in extreme temperatures -> Kitchen at 110 degrees every August -> met
Work in extreme temperatures -> Walk-in freezer inventory each week -> met
Authorized to work in the United States -> Permanent resident since 2012 -> met
Authorized to work in the United States -> EAD valid to 2027 -> met
Right to work in the UK -> British passport -> met
EU work permit -> Polish citizen -> met
Must hold an active TS/SCI clearance -> TS/SCI with poly, current -> met
Ability to obtain a security clearance -> Held a Secret clearance in the Army -> met
Enhanced DBS check required -> DBS enhanced, on update service -> met
Must pass background and credit checks -> No criminal record, good credit -> met
Must be bondable -> Bonded as a notary -> met
Must have a clean MVR -> CDL, zero points -> met
Must have reliable transportation -> I have a car -> met
Must have reliable transportation -> Bought my first truck at 17 and still drive it -> met
Proof of MMR and hepatitis B immunization -> MMR and hep B done -> met
Proof of COVID-19 vaccination -> Vaccinated and boosted -> met
Negative TB test -> PPD negative, June 2025 -> met
Must live in the school district -> Lived in the district since 1999 -> met
Must live within 20 miles of Tulsa -> Broken Arrow, 15 miles from Tulsa -> met
Relocate to Tulsa -> Will relocate at my own cost -> met
Bring your own tools -> Own all my tools, two boxes -> met
Bring your own tools -> Toolbox worth $9,000 -> met
Portfolio or work samples -> Samples at annab.myportfolio.com -> met
Writing portfolio -> Bylines in three papers, clips on request -> met
Must be at least 21 years old -> 33 years old -> met
Non-smoker -> Non-smoker -> met
Must not mind getting dirty -> Muddy boots are part of it -> met
Must wear PPE at all times -> Hard hat and harness daily -> met
Light travel to sister facilities -> Supported plants in Ohio and Kentucky, on site monthly -> met
Occasional trips to head office in Dublin -> Visited head office in Dublin twice a year -> met
Must be comfortable driving between sites -> Drive between nine schools every week -> met
Weekend work during festivals -> Ran the box office all festival weekend -> met
Available to work Saturdays -> I can do Saturdays -> met
Available to work Saturdays -> Saturday job at a bakery through school -> met
Must work most holidays -> Never missed a Christmas Eve service in 14 years -> met
Evenings twice a week -> Taught evening fitness classes for five years -> met
Evenings twice a week -> Two closes a week -> met
Late shift until 10 pm twice a week -> Lates are no bother -> met
Waking night shifts -> Six years of waking nights -> met
Start at 4 am -> I open the bakery at 4 -> met
4x10 schedule, Monday to Thursday, 5 am to 3:30 pm -> Four tens since 2018, start at five -> met
Rotating shift pattern (days, afternoons, nights) -> Worked a continental shift pattern for 12 years -> met
Seasonal overtime up to 60 hours per week -> 60-hour weeks every harvest -> met
Seasonal overtime up to 60 hours per week -> Tax season: 65 hours a week, seven years running -> met
Participate in on-call rota including bank holidays -> Bleep holder one night in eight -> met
Respond to alarms out of hours -> Keyholder: the alarm company rings me first -> met
Must be able to lift and carry 35 pounds -> I haul a 45 lb kit up ladders -> met
Must be able to lift and carry 35 pounds -> Carried casualties and 60 lb packs -> met
Must be able to lift and carry 35 pounds -> Tossed bales on my uncle's farm -> met
Must be able to lift and carry 35 pounds -> Roofing bundles up the ladder on my shoulder -> met
Frequently lift patients -> Transferred residents with gait belts and Hoyer lifts -> met
Frequently lift patients -> I lift and turn patients with a partner -> met
Prolonged standing -> Hairdresser, ten hours on my feet -> met
Must be able to stand for entire shift -> Cashier, standing all day -> met
Able to climb poles -> Climbed poles in all weather with hooks and belt -> met
Work from ladders and scaffolding -> Plastered ceilings off scaffolds -> met
Work in confined spaces and at heights -> Confined space entrant; towers up to 200 feet -> met
Outdoor work year round -> Landscaped through twelve Minnesota winters -> met
Must be a US citizen -> American citizen since birth -> met
Must be legally authorized to work in the U.S. -> Work permit (EAD) through 2026 -> met
Must be legally authorized to work in the U.S. -> Green card -> met
Applicants must have the right to work in Australia -> Australian citizen -> met
Applicants must have the right to work in Australia -> 482 visa holder -> met
No visa sponsorship available -> No sponsorship needed now or later -> met
Active DoD Secret clearance required -> Interim Secret, 2023 -> met
Must pass FBI background check -> Cleared by FBI and state police for school work -> met
Criminal record check -> No convictions -> met
Insurable driving record -> Insured on the company fleet since 2017 -> met
Own vehicle and valid insurance -> Own a Ford Transit, insured -> met
Reliable transportation -> Always there, 20-minute drive in my own car -> met
Must reside in Cook County -> Cook County resident -> met
Must reside in Cook County -> Live in Evanston, Cook County -> met
Local candidates only, commutable to Leeds -> Bradford, 25 minutes by train to Leeds -> met
Relocation to Denver required -> Open to relocation -> met
Up-to-date immunizations -> Fully immunized, records on request -> met
Annual flu shot -> Flu shot every October -> met
Hepatitis B vaccination -> Immune to Hep B by titer -> met
Portfolio showing type design -> Portfolio at anasousa.com -> met
# a part
# spoken against
Travel up to 30% within the Midwest -> Two small kids, so overnight trips are out for now -> missing
Must have own reliable transportation -> I get to work by bus -> missing
Must have own reliable transportation -> No driver's license -> missing
Use your own car to visit clients -> Haven't got a car at the moment -> missing
Ability to lift 50 lbs -> Lifting restricted to 20 lbs since surgery -> missing
Stand for up to 10 hours -> Bad hip, I need a stool -> missing
Weekends required -> Sundays are for church -> missing
Weekends required -> Weekends off limits, shared custody -> missing
Every other Sunday -> Any day but Sunday -> missing
Evening shifts until 11 pm -> Must be home by six for my kids -> missing
Second shift (3 pm - 11 pm) -> Need day shift because of daycare -> missing
Must be available for early starts at 5 am -> School run until 8:30, so no early starts -> missing
On-call rotation every six weeks -> Please, no on-call -> missing
Overtime during month end -> I leave at five sharp -> missing
Authorized to work in the US without sponsorship -> Will require sponsorship -> missing
US citizenship required -> Brazilian, green card -> missing
Clean driving record -> DUI in 2021 -> missing
Must be willing to relocate to Boise -> Not able to move, my parents need me -> missing
In our Boise office three days a week -> Remote only, please -> missing
Comfortable working in a freezer -> Hate the cold -> missing
Must be reachable by phone after hours -> I switch my phone off at six -> missing
Ability to travel up to 25% -> Homebody. No travel, please -> missing
Ability to travel up to 25% -> Deployed twice to the Gulf with the Navy -> met
Ability to travel up to 25% -> Deployed to hurricanes and floods for the Red Cross -> met
Ability to travel up to 25% -> Created a compression pipeline deployed across 50M devices -> unstated
Ability to travel up to 25% -> Deployed to production every Friday -> unstated
Ability to travel up to 25% -> Home nights are a must, I have a newborn -> missing
Evening and weekend hours as needed -> Mondays to Fridays until 4 only, because of school pick-up -> missing
Night shift, 7p-7a -> Leaving nights, looking for days -> missing
Early shift starting 5:30 am -> Not before nine because of the nursery -> missing
Must be able to lift 40 lbs -> Slipped disc last year -> missing
Must be able to lift 40 lbs -> Can't lift since my surgery -> missing
Must be able to climb ladders -> Scared of heights, honestly -> missing
Right to work in the UK -> Skilled worker visa, needs sponsorship -> missing
Must hold an active TS/SCI clearance -> Secret clearance expired in 2015 -> missing
Must have a clean MVR -> Speeding ticket last March -> missing
Must have reliable transportation -> I bike everywhere, never owned a car -> missing
Relocate to Tulsa -> Rooted here, not moving -> missing
On-site in Tulsa five days a week -> I only work remotely -> missing
Must be 21 or older -> Born 2007 -> missing
Extensive travel (60%) across North America -> Local routes only, home for dinner -> missing
Weekend work during festivals -> Saturdays and Sundays belong to my kids -> missing
Available to work Saturdays -> I observe the Sabbath and don't work Friday night or Saturday -> missing
Waking night shifts -> Not a night person; days suit me -> missing
Seasonal overtime up to 60 hours per week -> 38 hours is my limit -> missing
Must be able to lift and carry 35 pounds -> 15 lb limit since my C-section -> missing
Must be able to lift and carry 35 pounds -> Hernia operation planned, no lifting until May -> missing
Ability to work outside in heat and cold -> Asthma, so I stay indoors in winter -> missing
Must be a US citizen -> Canadian, TN visa -> missing
No visa sponsorship available -> Will need sponsorship after OPT -> missing
Clean driving record -> Lost my licence for six months in 2022 -> missing
Clean driving record -> 4 points on my license -> missing
Own vehicle and valid insurance -> Car-free by choice -> missing
Relocation to Denver required -> Settled here with kids in school; will not relocate -> missing
Annual flu shot -> Declined vaccines -> missing
# the same words in another sense, or nothing
Willing to travel internationally -> Scheduled the CFO's travel -> unstated
Occasional travel to conferences -> Sold travel insurance -> unstated
Ability to lift 50 lbs -> Stocked shelves of canned goods -> unstated
Ability to lift 50 lbs -> Managed the freight lift -> unstated
Ability to lift 50 lbs -> Lost 30 pounds last year -> unstated
Stand for long periods -> Long-standing member of the safety committee -> unstated
Comfortable working at heights -> Climbed the ranks from busser to manager -> unstated
Comfortable working at heights -> Taught at Roosevelt Heights Elementary -> unstated
Work outdoors in all weather -> Poured concrete in July and January -> unstated
Work outdoors in all weather -> Managed outside counsel -> unstated
Weekends required -> Volunteer soccer referee on weekends -> unstated
Weekends required -> Organized weekend getaways for clients -> unstated
Evening shifts until 11 pm -> Evening MBA, 2022 -> unstated
Evening shifts until 11 pm -> Took night school classes in bookkeeping -> unstated
On-call rotation every six weeks -> Called in orders to suppliers -> unstated
Overtime during month end -> Cut overtime by 20% -> unstated
Active Secret clearance -> Clearance rack at the store reset weekly -> unstated
Must pass a background check -> Ran background checks on new hires -> unstated
Flu vaccination required -> Gave flu shots to 300 patients -> unstated
Portfolio of recent work required -> Managed a portfolio of 30 clients -> unstated
Own hand tools -> Shop supplied all the tools -> unstated
Ability to travel up to 25% -> Ran the travel desk for 200 consultants -> unstated
Evening and weekend hours as needed -> Nine to five suits me best -> unstated
Work every third weekend -> Weekend warrior on my road bike -> unstated
Night shift, 7p-7a -> Nightly cash reconciliation -> unstated
Early shift starting 5:30 am -> Early-career scientist -> unstated
Shift work in a 24/7 plant -> Shift lead for six -> unstated
On call every fourth weekend -> Conference calls with vendors -> unstated
Must be able to lift 40 lbs -> Warehouse club member -> unstated
Must be able to lift 40 lbs -> Kettlebells and CrossFit -> unstated
Standing and walking most of the day -> In good standing with the state bar -> unstated
Must be able to climb ladders -> Career ladder mentoring program -> unstated
Authorized to work in the United States -> US Navy veteran -> unstated
Authorized to work in the United States -> Processed visas for athletes -> unstated
Must have reliable transportation -> Transportation planner -> unstated
Proof of COVID-19 vaccination -> Kept the shop open through COVID -> unstated
Own basic hand tools -> Used the shop's tools -> unstated
Must work most holidays -> Planned the company holiday party -> unstated
Waking night shifts -> Night before Christmas pageant director -> unstated
Rotating shift pattern (days, afternoons, nights) -> Steady days for 12 years -> unstated
Must be able to lift and carry 35 pounds -> Uplifted conversion by 30% -> unstated
Must be able to lift and carry 35 pounds -> Weighed 50 lb fish for the survey -> unstated
Work from ladders and scaffolding -> Scaffolded assignments for English learners -> unstated
Outdoor work year round -> Roofer -> unstated
Ability to work outside in heat and cold -> Ran a snow crew and a mowing crew -> unstated
Ability to work outside in heat and cold -> On the ramp in July and January -> unstated
Applicants must have the right to work in Ireland -> Stamp 1G -> met
# known misses
Must be willing to work storm duty -> Worked Katrina, Ike and Sandy -> met !! storms called by their names
Travel to customer farms -> On farms five days a week -> met !! days at such places are travel
Evenings twice a week -> I tutor my niece in the evenings -> unstated !! an evening given to a niece is private
Late shift until 10 pm twice a week -> My last bus is at 8 -> missing !! a last bus ends the evening
Split shifts -> Lunch and dinner service, off between three and five -> met !! two services with a gap between are a split shift
"""


@pytest.mark.parametrize(("line", "shown", "wanted"), rows(SAID, 3))
def test_what_is_said_on_a_topic(line: str, shown: str, wanted: str) -> None:
    found = judged(line, f"{HEAD}- {shown}\n")
    assert [(m.requirement.kind, m.status) for m in found] == [("condition", wanted)]


def asked_of(line: str, *shown: str, at: str = "Little Rock, AR") -> str:
    text = HEAD.replace("Little Rock, AR", at) + "".join(f"- {s}\n" for s in shown)
    (match,) = judged(line, text)
    return match.status


def test_a_time_taken_leaves_a_part_of_what_is_offered_elsewhere() -> None:
    assert asked_of("You work every other weekend.", "Saturdays are fine", "Sundays I sing in church") == "partial"


def test_an_address_in_the_place_that_is_asked_is_enough() -> None:
    asked = "Must be based in Boise"
    assert (asked_of(asked, "Kept the books", at="Boise, ID"), asked_of(asked, "Kept the books")) == ("met", "unstated")


def test_remote_only_outweighs_the_address() -> None:
    assert asked_of("In our Boise office three days a week", "Remote roles only, please", at="Boise, ID") == "missing"


def test_a_home_elsewhere_says_nothing_of_the_place_asked() -> None:
    assert asked_of("Must be based in Boise", "I live in Austin") == "unstated"


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [("Able to lift 20 lb", "met"), ("Able to lift 50 lb", "missing"), ("Heavy lifting", "partial")],
)
def test_the_most_that_a_person_lifts_is_measured(asked: str, wanted: str) -> None:
    assert asked_of(asked, "Doctor says nothing over 30 pounds") == wanted


@pytest.mark.parametrize(
    ("shown", "wanted"),
    [
        ("Stood at the line all day, 60 lb boxes", "met"),
        ("60 lb boxes every hour", "partial"),
        ("Kept the books", "unstated"),
        ("Bad hip, I need to sit down most of the day", "missing"),
    ],
)
def test_every_topic_asked_must_be_spoken_of(shown: str, wanted: str) -> None:
    assert asked_of("Lift 50 lb and stand for ten hours", shown) == wanted


def test_who_is_on_call_is_so_at_night_and_on_weekends() -> None:
    asked = "On-call rotation, one week in five, including nights and weekends"
    assert asked_of(asked, "Carry the pager every fourth week") == "met"


@pytest.mark.parametrize(
    ("asked", "shown", "wanted"),
    [
        ("Shift is Tuesday to Friday 2:30 pm to 1:00 am", "Second shift since 2019", "met"),
        ("Shift is Tuesday to Friday 2:30 pm to 1:00 am", "Home with my daughters after four, so days", "missing"),
        ("Work 11 pm to 7 am, Sunday to Thursday", "Six years of nights, Sundays too", "met"),
        ("Shift is Monday to Friday 5 am to 1 pm", "Opened the bakery at 4 am", "met"),
    ],
)
def test_hours_of_the_clock_ask_for_a_part_of_the_day(asked: str, shown: str, wanted: str) -> None:
    assert asked_of(asked, shown) == wanted


def test_what_others_cannot_do_is_not_said_of_oneself() -> None:
    assert asked_of("Stand for long periods", "Cared for two ladies who cannot stand") == "unstated"
