"""What resumes say of conditions in half a line: abbreviated days and hours, papers half there, limits, words met by chance."""

from __future__ import annotations

import pytest

from tests.reading import judged
from tests.tables import rows

HEAD = "Ana Sousa\nana@example.org\n\nExperience\nAssistant, Larkspur Ltd, 2018 - 2023\n"

SAID = """
# in the short words of resumes
Saturday mornings in season -> Most Sats, 8 till noon -> met
Every other Saturday -> Worked alternate Sat/Sun -> met
Weekends -> Sats and Suns as needed -> met
Weekends -> Mon-Fri only -> missing
Saturday mornings -> Mon to Fri only, thanks -> missing
Weekend shifts -> I look after my father at weekends -> missing
Weekends -> Caring for my son on Saturdays and Sundays -> missing
Weekends -> Looked after guests at weekends -> met
Split shifts -> splits: 6 to 10 then 3 to 7 -> met
Split shift, early start -> Worked split shifts -> partial
Work on a rota from 7am to 7pm -> 7:00 opens one week, 7pm closes the next -> met
Evening shifts -> 2-10 shift at the mill -> met
Evening shifts -> 3 to 11 shift for five years -> met
Evening shifts -> 7-3 shift at the mill -> unstated
Night shifts -> 11-7 shift, five years -> met
Evenings and weekends -> Closes four nights a week till 10; Sundays -> met
On-call rota including holidays -> Duty phone every third week, Christmas included -> met
On-call rota including bank holidays -> Call-outs at 3 am and on Boxing Day -> met
Three-shift system -> Three shifts at the foundry -> met
Rotating three-shift pattern -> Worked three shifts at the foundry -> met
Continental shifts -> Four on four off, days and nights -> met
Must be authorized to work in Australia -> Australian PR since 2016 -> met
Australian citizen or permanent resident -> PR since 2016 -> met
Australian citizen or permanent resident -> Aussie citizen -> met
Right to work in the UK -> Settled status under the EUSS -> met
U.S. citizen or permanent resident -> U.S. citizen -> met
U.S. citizen or lawful permanent resident -> American by birth -> met
U.S. citizen or lawful permanent resident -> Green card holder -> met
Must be a U.S. citizen -> Green card holder -> missing
Canadian citizen or permanent resident -> Landed immigrant, PR card -> met
Right to work in New Zealand -> Kiwi citizen -> met
Right to work in Australia -> Subclass 500 student visa, 48 hours a fortnight -> partial
Right to work in the UK -> Student visa, 20 hours a week in term -> partial
On your feet all day -> Foot patrol whole shift -> met
On your feet all day -> Desk work -> unstated
Able to lift 50 lb -> Haul 60# bags up the ladder -> met
Able to lift 50 lb -> 80# sacks daily -> met
Able to lift 50 lb -> C# and F# services -> unstated
Clean driving record -> No tickets ever -> met
Clean driving record -> Never a ticket -> met
No more than two moving violations in three years -> No tickets ever -> met
No more than two moving violations in three years -> Three moving violations in 2024 -> missing
No more than two moving violations in three years -> One speeding ticket, 2024 -> met
No more than one moving violation in three years -> 2 tickets in 2024 -> missing
Travel up to 40% -> I can be away for weeks -> met
Willing to travel within Europe -> Night trains gladly -> met
Travel 40% of the time -> 80 nights away in 2024 -> met
Hybrid, two days a week in our office in Leeds -> Hybrid since 2021 -> met
No visible tattoos -> None inked -> met
No visible tattoos -> No tattoos -> met
No visible tattoos -> Small wrist tattoo -> missing
No visible tattoos -> Tattoos, all under the shirt -> met
Must wear a uniform -> Uniform daily at the clinic -> met
Willing to wear a uniform, no visible tattoos -> Blazer and tie each day, no tattoos -> met
Willing to wear a uniform, no visible tattoos -> Hotel uniform daily, neck tattoo -> partial
Must be 21 years of age or older -> Age: 24 -> met
Must be 21 years of age or older -> Age: 19 -> missing
Age: 21 years. -> Age: 24 -> met
Age: 18 years. -> Bookkeeping since 2008 -> met
Must live within 30 miles of Reading -> Live in Reading -> met
# the same words by chance, and limits
Evening work -> Emcee for talent nights and trivia -> unstated
Evening work -> Book group, evenings every other month -> unstated
Willing to travel -> Two exhibitions in the town library -> unstated
Work weekends -> A calendar page, seven days a week, with a joke a day -> unstated
Work weekends -> Open seven days a week, I took my turn -> met
Night shifts -> Nights are beyond me since an illness -> missing
Night shifts -> Nights are no longer possible for me -> missing
Work at heights -> Ladder for the packing line, ST for the robots -> unstated
Work at heights -> Roofing helper, Windmill Roofing LLC -> met
Climb 300-foot towers daily -> Roofing helper, Windmill Roofing LLC -> unstated
Climb 300-foot towers daily -> Ladder work up to 30 ft -> partial
Climb 300-foot towers daily -> Climbed cell towers to 250 ft, twice a day -> met
Climb 300-foot towers daily -> Climbs 3 a day (80 m hub) -> met
Weekends and holidays -> Not available Sundays before noon -> partial
Weekends and holidays -> Sundays at temple, cannot work -> missing
Work weekends -> Not available on weekends -> missing
Valid passport -> Passport: expired, renewal sent in May -> partial
Valid passport -> Passport valid to 2031 -> met
Valid passport -> No passport -> missing
Hepatitis B vaccination -> First of three doses of hep B -> partial
Hepatitis B vaccination -> Hep B: 2 of 3 doses -> partial
Hepatitis B vaccination -> Hep B, all three doses -> met
Up-to-date vaccinations including MMR -> Vaccinations all done but the MMR -> partial
Up-to-date vaccinations -> Jabs: everything bar the booster -> partial
Police check -> Police check: old, 2016, basic only -> partial
Enhanced DBS -> Enhanced DBS, old, from 2012 -> partial
Garda vetting -> Garda form not done yet -> missing
Garda vetting -> Police certificate from Poland; Garda vetting not done yet -> partial
Clean vulnerable sector check -> VSC, clear, 2025 -> met
Clean vulnerable sector check -> Police vulnerable sector screening, Jan 2025 -> met
# a part of it
Evenings and weekends -> Weekends only, evenings I am in class -> partial
Evenings and weekends -> Saturdays for years -> partial
Evenings and weekends -> Evenings fine, no weekends -> partial
Nights, weekends and holidays -> Nights since 2019 -> partial
Nights, weekends and holidays -> Nights and weekends, no holidays -> partial
Own car and full licence -> No car, clean licence -> partial
Own car and full licence -> No car, no licence -> missing
Own car and full licence -> Own car, full licence -> met
Flu and COVID vaccination -> Covid jabs x3; no flu shot -> partial
Flu and COVID vaccination -> No jabs -> missing
Flu and COVID vaccination -> Flu and covid jabs each year -> met
On call one night in six -> Some late on-call, 1 in 5 nights -> met
On call, rotating, including holidays -> On call every third week -> met
Travel across Fife -> Home visits all over Fife -> met
Travel across Fife -> Wrote the leaflet for Fife -> unstated
Rotating on-call -> On call every third week -> met
National police check -> UK national -> unstated
Three-shift cycle including Sundays -> Days, lates and nights, Sunday overtime -> met
Own hand tools and a reliable truck or van -> Own chisels and planes -> partial
Own hand tools and a reliable truck or van -> Own chisels and a Sprinter -> met
Travel 40%, at times over weekends -> 90 nights away in 2024 -> met
Happy to work at height -> Scared of ladders, to be honest -> missing
Happy to work at height -> Work at height daily, MEWP -> met
Normal hearing and color vision -> Hearing aid on the left, hear well with it -> partial
Normal color vision -> Red-green colour blind -> missing
Normal color vision -> Not colour blind -> met
# clauses that ask for a condition in other words
Legally allowed to work in the UK -> British passport -> met
Entitled to work in Ireland -> Stamp 4 -> met
Free on late nights (until 3 am) and bank holidays -> Nights at the club until 3 am, bank holidays too -> met
Comfortable on ladders and staging to 30 feet -> Ladders and scaffold daily -> met
Able to get an airport security pass -> Airside pass since 2019 -> met
You cannot have a milk allergy -> No allergies -> met
You cannot have a milk allergy -> Bakery, five years -> unstated
Fibre broadband and a lockable home office -> Fibre at home, own office with a lock -> met
A showreel we can watch -> Reel: vimeo.com/anasousa -> met
You are in the office at least three days a week -> Hybrid since 2021, three days in the office -> met
"""


@pytest.mark.parametrize(("line", "shown", "wanted"), rows(SAID, 3))
def test_what_a_few_words_say(line: str, shown: str, wanted: str) -> None:
    found = judged(line, f"{HEAD}- {shown}\n")
    assert [(m.requirement.kind, m.status) for m in found] == [("condition", wanted)]


@pytest.mark.parametrize(
    "line",
    [
        "Process airport security passes",
        "Knowledge of food allergies",
        "Experience with home broadband installation",
        "Manage a portfolio of clients",
        "Climb the sales ladder",
    ],
)
def test_work_with_the_same_words_is_no_condition(line: str) -> None:
    assert "condition" not in [m.requirement.kind for m in judged(line, f"{HEAD}- Kept the books\n")]
