"""Conditions are known by their words, and other senses of the same words are no conditions."""

from __future__ import annotations

import pytest

from gapcheck.lexicon.conditions import is_demand, lowered

ASKED = """
Able to lift 50 lb
Lift patients with a second person
Push and pull up to 100 pounds
You must be able to push a loaded book cart.
Standing for long periods
Bend, stoop and kneel
Must be able to wear a respirator.
Physically fit for manual work
Work in temperatures up to 110 degrees
Able to work in dusty and noisy conditions
Works indoors and outdoors in all weather
must not mind handling human blood and tissue
Good eyesight and colour vision
Willing to travel abroad four times a year
Must live in the parish
Reside in the county
You will be based in Leeds
Work from our Denver office two days a week
Able to be in our Hartford office three days a week
You overlap at least five hours with Eastern time
Two evening closes per issue
you must be able to work one evening a week
Able to be reached by phone on some evenings.
You must be able to start at 7 a.m. two days a week
Every other Saturday
Tuesday to Saturday schedule
Availability on evenings and weekends
Take part in the on-call rota
Willing to sleep over twice a month
Flexible about hours
From February to mid-April a week is about 55 hours
Obtain and maintain a Secret clearance
Holds a valid work permit
Must be a U.S. citizen
Must be fully vaccinated against COVID-19
You pass the state background study.
Must pass a physical exam
Must be at least 18 years of age
Own reliable car
Drive between sites in your own car
A strong portfolio of UI work
A portfolio that shows shipped work
Enhanced DBS check
You must be available for night shifts
This role is based in Normanton but may require travel to Glasgow
Prolonged standing
Occasional trips to head office in Dublin
Overnight stays away from home, four a month
Must work most holidays
Work from ladders and scaffolding
Annual flu shot
""".strip().splitlines()

OTHER_SENSES = """
outdoor, fashion or lifestyle brand experience
Two years of hospital pharmacy practice, or completed PGY-1 residency
Pharmacist-administered immunization certificate
The officer manages a portfolio of 45 to 60 awards from notice of funding to closeout
Maintain a portfolio of 40 commercial accounts
Product portfolio strategy
You decide, and you stand up for what you have decided
Stand up for patients' rights
Work safe: hot work permits, PPE, lockout
A cool head on a 180-cover Saturday
Calm on a busy Saturday
Experience with customs clearance and import documents
Line clearance and batch record review
Lift and shift migrations to AWS
Forklift and scissor lift operation
Experience in corporate travel management
Travel agency background
Respond to citizen complaints
Knowledge of senior citizen programs
Prepare visa petitions for clients
High availability architectures
Experience with outdoor education
Care for children 3 to 5 years of age
Experience with patients 65 years of age and older
Daily vehicle safety checks
Pass along messages to the kitchen
Experience in vaccine development
Give flu vaccines
Reactor batches of 500 kg
Bend and weld sheet metal
Check temperatures of fridges twice a day
Work in the back office
Work with customers based in Germany
Teach evening classes
To communicate with parents and carers, including at parents' evenings
Handle cash up to 500 pounds
Know your breeds and the common vaccines
Own the product roadmap
Own a complex calendar across four time zones
Relational and graph DBs
The ability to think on your feet
A great place to work
Flexible working hours and 28 days of holiday
Paid relocation
Plenty of opportunity for overtime
No weekends
Great opportunities for international travel
Training and career progression is available to all
High-end clients in business travel and incentive travel
Our client is based in the heart of Colchester
Pay: starting at 40k
Number of hours per week you worked (if part time)
""".strip().splitlines()


@pytest.mark.parametrize("line", ASKED)
def test_a_demand_on_time_place_body_papers_or_belongings(line: str) -> None:
    assert is_demand(line)


@pytest.mark.parametrize("line", OTHER_SENSES)
def test_the_same_words_in_another_sense(line: str) -> None:
    assert not is_demand(line)


@pytest.mark.parametrize("text", ["Überstunden, İzmir", "STRASSE ẞ", ""])
def test_lowered_text_keeps_every_character_in_its_place(text: str) -> None:
    small = lowered(text)
    assert len(small) == len(text)
    assert small == lowered(small)
