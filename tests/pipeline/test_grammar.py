"""Whole lines of postings -> all that is read from them: how many demands, and each one's kind, weight and keywords.

A row says for each demand `kind [preferred] [any] [2 of] [3y]: keyword, keyword`, demands parted by "|"; what is not said is
required, all, no years. "nothing" is a line that asks nothing.
"""

from __future__ import annotations

import pytest

from gapcheck.types import Requirement
from tests.reading import asked
from tests.tables import rows

SHARED_HEADS = """
SQL and NoSQL databases -> tool: SQL, NoSQL databases
Front- and back-end development -> skill: front-end development, back-end development
Boom lift and scissor lift certification -> credential: Boom lift and scissor lift certification
Inpatient and outpatient coding -> skill: inpatient coding, outpatient coding
Residential and commercial plumbing experience -> experience: residential plumbing, commercial plumbing
MIG and TIG welding -> skill: MIG, TIG welding
Internal and external audits -> skill: internal audits, external audits
Accounts payable and receivable -> skill: Accounts payable, receivable
Verbal and written communication skills -> soft_skill: verbal and written communication
Short- and long-term care -> skill: short-term care, long-term care
Hot and cold food preparation -> skill: hot food preparation, cold food preparation !! half of the name is cut by the other name
Elementary or middle school teaching experience -> experience any: elementary school teaching, middle school teaching
Gas and electric furnaces -> skill: gas furnaces, electric furnaces !! a known word is not completed by the head of its list
Knowledge of state and federal tax law -> skill: state tax law, federal tax law
Indoor and outdoor event setup -> skill: indoor event setup, outdoor event setup !! "outdoor" reads like a condition
Pre- and post-operative care -> skill: pre-operative care, post-operative care
Pediatric or geriatric nursing experience -> experience any: pediatric nursing, geriatric nursing
Sheet metal and pipe fitting -> skill: sheet metal, pipe fitting
Payroll and benefits administration -> skill: payroll, benefits administration
Food and beverage service -> skill: food and beverage service
"""

LISTS = """
Word, Excel and PowerPoint -> tool: Word, Excel, PowerPoint
Knowledge of HACCP, allergens and food labelling -> skill: HACCP, allergens, food labelling
Framing, drywall, and finish carpentry -> skill: framing, drywall, finish carpentry
Phlebotomy, EKG, and vital signs -> skill: phlebotomy, EKG, vital signs
Wills, trusts and estates -> skill: wills, trusts, estates !! "wills" is taken for the auxiliary verb
Use of lathes, mills and grinders -> skill: lathes, mills, grinders
Experience with grant writing, donor relations and event planning -> experience: grant writing, donor relations, event planning
Working knowledge of GAAP, sales tax and month-end close -> skill: GAAP, sales tax, month-end close
Pastry / chocolate / bread -> skill any: pastry, chocolate, bread
Proficient in Sage, Xero and Excel -> tool: Sage, Xero, Excel
Tree felling, pruning & stump grinding -> skill: tree felling, pruning, stump grinding
CPR, First Aid and AED certification -> credential: CPR, First Aid, AED certification
Microsoft Office (Word, Excel, Outlook) -> tool: Microsoft Office, Word, Excel, Outlook
Hospitality software including Opera and Micros -> tool: hospitality software, Opera, Micros
AWS (EC2, S3, Lambda) -> tool: AWS, EC2, S3, Lambda
Soldering; crimping; wire harness assembly -> skill: soldering, crimping | skill: wire harness assembly !! a list parted by semicolons is read as several demands
"""

ALTERNATIVES = """
Python or Java -> tool any: Python, Java
MIG, TIG or stick welding -> skill any: MIG, TIG, stick welding
Experience with Epic or Cerner -> tool any: Epic, Cerner
Either Spanish or Portuguese -> language any: Spanish, Portuguese
LPN or RN license -> credential any: LPN, RN license
Knowledge of QuickBooks and/or Xero -> tool any: QuickBooks, Xero
Salesforce, HubSpot or a similar CRM -> tool any: Salesforce, HubSpot, CRM
Experience in a hospital or clinic setting -> experience any: hospital, clinic setting
A background in journalism, public relations or marketing -> experience any: journalism, public relations, marketing
CNC or manual machining -> skill any: CNC, manual machining
SolidWorks, Inventor, or equivalent CAD package -> tool any: SolidWorks, Inventor, CAD
Toast, Square or any other POS -> tool any: Toast, Square, POS
Class A or Class B CDL -> credential any: Class A CDL, Class B CDL
One or more of: forklift, reach truck, order picker -> skill any: forklift, reach truck, order picker
Bricklaying or stonemasonry -> skill any: bricklaying, stonemasonry
NVQ Level 2 or 3 in Health and Social Care -> education any: NVQ Level 2, 3 in Health and Social Care !! a level with alternatives loses its subject
"""

K_OF_N = """
Two or more of the following: Excel, Tableau, Power BI, SQL -> tool any 2 of: Excel, Tableau, Power BI, SQL
At least two of French, German and Italian -> language any 2 of: French, German, Italian
Any two of plumbing, carpentry, tiling or painting -> skill any 2 of: plumbing, carpentry, tiling, painting
Three of the following: MIG, TIG, stick, flux-core -> skill any 3 of: MIG, TIG, stick, flux-core
One of the following: CNA, HHA or PCA -> credential any: CNA, HHA, PCA !! the short names of the three are known as occupations
At least one of MIG, TIG or stick welding -> skill any: MIG, TIG, stick welding
"""

EXAMPLES = """
CRM software such as Salesforce or HubSpot -> tool any: CRM software, Salesforce, HubSpot
Point-of-sale systems (e.g. Toast, Square) -> tool any: Point-of-sale systems, Toast, Square
Knowledge of project tools (e.g., Asana, Trello) -> tool any: project tools, Asana, Trello
Electronic health records, for example Epic or Cerner -> tool any: electronic health records, Epic, Cerner
Power tools such as drills, saws and sanders -> tool any: Power tools, drills, saws, sanders
Legal research databases like Westlaw or LexisNexis -> tool any: legal research databases, Westlaw, LexisNexis
Payroll systems (ADP, Paychex, etc.) -> tool any: payroll systems, ADP, Paychex
Property management software, i.e. Yardi -> tool any: property management software, Yardi
Experience with heavy equipment including but not limited to excavators and loaders -> experience any: heavy equipment, excavators, loaders
Design tools: Figma, Sketch -> tool: design tools, Figma, Sketch
Hand tools including chisels, planes and saws -> tool: Hand tools, chisels, planes, saws
Behavioural therapies, especially ABA -> skill: behavioural therapies, ABA !! an example behind "especially" is read as a demand of its own
"""

EQUIVALENT = """
High school diploma or equivalent -> education any: High school diploma
Bachelor's degree or equivalent experience -> education any: Bachelor's degree
Bachelor's degree in finance or equivalent work experience -> education any: Bachelor's degree in finance
Degree in social work or equivalent -> education any: Degree in social work
Bachelor's degree or 5 years of equivalent experience -> education any 5y: Bachelor's degree
Associate degree, or two years of lab experience -> education any 2y: Associate degree
Journeyman card or equivalent -> credential any: Journeyman card
City & Guilds Level 3 or equivalent -> education any: City & Guilds Level 3 !! a vocational level by another name than NVQ is no education
AutoCAD or equivalent -> tool any: AutoCAD
"""

TWO_HALVES = """
Forklift certification required; reach truck a plus -> credential: Forklift certification | tool preferred: reach truck
Bachelor's degree required, Master's preferred -> education: Bachelor's degree | education preferred: Master's
Requires CISSP; PMP preferred -> credential: CISSP | credential preferred: PMP
High school diploma required, associate degree preferred -> education: High school diploma | education preferred: associate degree
1 year of kitchen experience required, 2 years preferred -> experience 1y: kitchen | experience preferred 2y: kitchen !! the noun of the first half is not carried over
OSHA 10 (OSHA 30 preferred) -> credential: OSHA 10 | credential preferred: OSHA 30
English required, Spanish a plus -> language: English | language preferred: Spanish
Experience with horses, preferably thoroughbreds -> experience: horses | skill preferred: thoroughbreds
2+ years in dispatch, ideally at a courier -> experience 2y: dispatch | skill preferred: courier
Welding experience is required and pipe fitting is a plus -> experience: welding | skill preferred: pipe fitting
Must have a CDL; hazmat endorsement preferred -> credential: CDL | credential preferred: hazmat endorsement
Three years of bookkeeping, preferably in construction -> experience 3y: bookkeeping | skill preferred: construction
RN license required. BSN preferred. -> credential: RN license | education preferred: BSN
Phlebotomy certificate (preferred) -> credential preferred: phlebotomy certificate
Experience in retail required, luxury retail a strong plus -> experience: retail | skill preferred: luxury retail
ServSafe is mandatory while TIPS is desirable -> credential: ServSafe | skill preferred: TIPS
CPA strongly preferred, but candidates sitting for the exam will be considered -> credential preferred: CPA !! a remark about applicants reads like a keyword
Knowledge of AutoCAD essential, Revit desirable -> tool: AutoCAD | tool preferred: Revit
"""

PREFERRED = """
Nice to have: Forklift licence, first aid certificate -> credential preferred: Forklift licence, first aid certificate
Nice to have: Kubernetes, Terraform -> tool preferred: Kubernetes, Terraform
Bonus: Spanish or Tagalog -> language preferred any: Spanish, Tagalog
A background in hospitality would be an advantage -> experience preferred: hospitality
Ideally you have worked in a nursery -> skill preferred: nursery
Knowledge of Sage is helpful but not required -> skill preferred: Sage
Prior catering experience a plus -> experience preferred: catering
Preference will be given to applicants with a teaching certificate -> credential preferred: teaching certificate
Preferred: two years of barbering -> experience preferred 2y: barbering
It would be great if you speak Polish -> language preferred: Polish
Familiarity with LIHTC compliance desirable -> skill preferred: LIHTC compliance !! a known name in front of a noun is cut off it
Fluency in ASL is considered an asset -> language preferred: ASL
"""

NOT_NEEDED = """
A degree is not required -> nothing
No experience necessary -> nothing
No experience needed, we will train you -> nothing
No prior kitchen experience required -> nothing
You do not need a car -> nothing
A driving licence is not essential -> nothing
You don't need to know Python -> nothing
Previous care experience is not necessary as full training is given -> nothing
Other duties as assigned -> nothing
We will train you on our forklifts -> nothing
Spanish is a plus but not required -> language preferred: Spanish
Retail experience helpful but not necessary -> experience preferred: Retail experience
No degree needed but a forklift licence is a must -> credential: forklift licence
"""

YEARS = """
Two to four years of retail experience -> experience 2y: retail
Minimum of five (5) years in event planning -> experience 5y: event planning
2-4 years' experience as a dental assistant -> experience 2y: dental assistant
At least eighteen months of dispatch experience -> experience 1.5y: dispatch
6+ months of cashier experience -> experience 0.5y: cashier
Ten or more years of cabinet making -> experience 10y: cabinet making
3 yrs. of HVAC service -> experience 3y: HVAC service
One year of recent acute care experience -> experience 1y: acute care
A minimum of 3 years of progressively responsible accounting experience -> experience 3y: accounting
Three years' post-qualification experience in family law -> experience 3y: family law
More than 7 years in commercial roofing -> experience 7y: commercial roofing
5 plus years of tree climbing -> experience 5y: tree climbing
Several years of restaurant management -> experience 3y: restaurant management
A couple of years on a paving crew -> experience 2y: paving crew
Half a year of bar work -> experience 0.5y: bar work
1,500 hours of supervised practice -> experience: supervised practice !! hours are not years; the number stays in the keyword
Must be 21 years of age or older -> condition: 21 years of age
Two (2) years of full-time experience in child welfare -> experience 2y: child welfare
4 years of Java and 2 years of Kotlin -> experience 4y: Java | experience 2y: Kotlin
At least 1 year in sales and 6 months of telemarketing -> experience 1y: sales | experience 0.5y: telemarketing
"""

DEGREES = """
Bachelor's degree in nursing -> education: Bachelor's degree in nursing
Associate's or bachelor's degree in design -> education any: Associate's, bachelor's degree in design
Associate or bachelor's degree in design -> education any: Associate, bachelor's degree in design
Bachelor's degree in biology, chemistry or a related field -> education any: Bachelor's degree in biology, Bachelor's degree in chemistry
Master's in Social Work (MSW) -> education: Master's in Social Work, MSW
MSW -> education: MSW
BSN from an accredited program -> education: BSN
J.D. from an accredited law school -> education: J.D.
JD and active bar admission -> education: JD | credential: bar admission
GED or high school diploma -> education any: GED, high school diploma
High school diploma/GED -> education any: high school diploma, GED
PhD in chemistry -> education: PhD in chemistry
Diploma in early childhood education -> education: Diploma in early childhood education
Five GCSEs including English and Maths -> education: Five GCSEs
A degree in social work -> education: degree in social work
Bend conduit at 90 degree angles -> skill: conduit !! "bend" is not known as a verb
A high degree of accuracy -> soft_skill: accuracy
360-degree feedback -> skill: 360-degree feedback
Bachelor's degree in accounting and 3+ years of audit experience -> education: Bachelor's degree in accounting | experience 3y: audit
Enrolled in or graduated from a culinary program -> education: culinary program !! a programme without a degree's name is not education
"""

CREDENTIALS = """
Current RN license in Ohio -> credential: Current RN license
Current, unencumbered RN license in Ohio or a multistate compact license -> credential any: unencumbered RN license, multistate compact license
Class A CDL with tanker and hazmat endorsements -> credential: Class A CDL, tanker, hazmat endorsements
Valid driver's license -> credential: Valid driver's license
Valid driver's license and a clean driving record -> credential: Valid driver's license | condition: clean driving record
Texas teaching certificate, EC-6 -> credential: teaching certificate !! what stands behind the comma is taken for another name
Journeyman plumber licence preferred -> credential preferred: Journeyman plumber licence
Master electrician license, State of Colorado -> credential: Master electrician license !! a state behind the comma is taken for a name
Series 7 and 63 licenses -> credential: Series 7, 63 !! a bare number does not share the name before it
EPA 608 Universal certification -> credential: EPA 608 Universal
Food handler card within 30 days of hire -> credential: food handler card
ServSafe Manager or ability to obtain it within 90 days -> credential: ServSafe Manager
CSCS card -> credential: CSCS card
SIA licence (door supervisor) -> credential: SIA licence, door supervisor
Registered with the NMC -> credential: Registered with the NMC
NMC PIN -> credential: NMC PIN
Full UK driving licence -> credential: driving licence
TWIC card -> credential: TWIC card
Licensed Clinical Social Worker (LCSW) -> credential: Licensed Clinical Social Worker, LCSW
State cosmetology license -> credential: State cosmetology license
Pesticide applicator license -> credential: pesticide applicator license
CPR certification and the ability to lift 50 lb -> credential: CPR certification | condition: lift 50 lb
"""

CONDITIONS = """
Willingness to travel up to 25% of the time -> condition: travel
Able to lift 50 lb -> condition: lift 50 lb
Must be able to lift up to 40 pounds and stand for eight hours -> condition: lift up to 40 pounds, stand
Must be authorized to work in the United States -> condition: authorized to work in the United States
Right to work in the UK -> condition: Right to work in the UK
Active Secret clearance -> condition: Active Secret
Available weekends and holidays -> condition: weekends and holidays
Night shifts -> condition: night shifts
12-hour rotating shifts -> condition: 12-hour rotating shifts
On-call one week in four -> condition: On-call one week
Must live within 50 miles of Tulsa -> condition: live within 50 miles
Willing to relocate -> condition: relocate
Must pass a drug screen -> condition: drug screen
Enhanced DBS check -> condition: DBS check
Own reliable transportation -> condition: reliable transportation
Comfortable working at heights -> condition: working at heights
Work in a freezer at -10 F -> condition: Work in a freezer
U.S. citizenship required -> condition: U.S. citizenship
Overtime during the harvest -> condition: overtime
"""

LANGUAGES = """
Fluent in Spanish -> language: Spanish
Bilingual English/Spanish -> language: English/Spanish
German at C1 level -> language: German
Spoken and written Danish -> language: Danish
Conversational Mandarin preferred -> language preferred: Mandarin
Fluent English and basic Polish -> language: Fluent English, Polish
Welsh essential -> language: Welsh
American Sign Language -> language: American Sign Language
Native-level French or Dutch -> language any: French, Dutch
Excellent command of the English language -> language: English language
Danish pastries and croissants -> skill: Danish pastries, croissants
French fries station -> skill: French fries station
Polish floors and windows -> duty: floors, windows
"""

SEVERAL_DEMANDS = """
A valid driver's license and an acceptable driving record -> credential: valid driver's license | condition: driving record
Able to lift 50 lb and to work night shifts -> condition: lift 50 lb | condition: night shifts
A high school diploma, a valid driver's license and CPR certification -> education: high school diploma | credential: valid driver's license, CPR certification
3 years in security, one of them as a supervisor -> experience 3y: security | experience 1y: supervisor
Speak three languages, two of them fluently -> duty: languages
We would like to see two years of case management -> experience 2y: case management
We require three years of dispatch experience -> experience 3y: dispatch
Experience as an examiner or moderator for an awarding body -> experience any: examiner, moderator
Report serious adverse events (SAEs) to the sponsor -> skill: serious adverse events
Must take a turn on the after-hours line -> condition: after-hours
"""

DUTIES = """
Coordinate trade shows -> duty: Coordinate trade shows
Translate contracts from Danish into English -> duty: contracts, Danish, English !! the names behind the object are left out
Calibrate pH meters and balances weekly -> duty: Calibrate pH meters, balances
Prepare, submit and file reports with the state -> duty: reports !! a generic object leaves no keyword
Take vital signs and draw blood -> duty: vital signs, blood !! "take vitals" ends the name one word early
Monitor the grill and the fryer -> duty: grill, fryer
Install PVC and copper piping -> duty: PVC, copper piping
Answer phones and greet visitors -> duty: Answer phones, greet visitors
Draft contracts, leases and deeds -> duty: Draft contracts, leases, deeds
Review claims and process payments -> duty: claims, process payments
Order supplies and track deliveries -> duty: supplies, deliveries !! a generic object leaves no keyword
Clean and sanitize guest rooms -> duty: guest rooms
Inspect welds for cracks -> duty: Inspect welds
Lead tours for school groups -> duty: tours
Load and unload trailers -> duty: trailers !! the pair of acts is a name and hides its object
Prune shrubs and mow lawns -> duty: shrubs, mow lawns
Run payroll for 60 employees -> duty: Run payroll
Reconcile bank statements and post journal entries -> duty: Reconcile bank statements, journal entries
Assist residents with bathing and dressing -> duty: bathing, dressing
Maintain records of drills and inspections -> duty: Maintain records, inspections
Travel between sites and inspect fire doors -> duty: fire doors !! "travel" makes the whole line a condition
Deliver babies and provide prenatal care -> duty: babies, prenatal care
Sharpen blades and change belts -> duty: blades, belts
Sort mail and run errands -> duty: Sort mail, errands
Plan menus, order food and control costs -> duty: Plan menus, food, control costs
"""


def spec(requirements: list[Requirement]) -> str:
    """What was read, written as the tables write it."""
    return " | ".join(_one(req) for req in requirements) or "nothing"


def _one(req: Requirement) -> str:
    words = [req.kind]
    words += ["preferred"] * (req.importance == "preferred") + ["any"] * (req.mode == "any")
    words += [f"{req.at_least} of"] if req.at_least else []
    words += [f"{req.years:g}y"] if req.years else []
    return f"{' '.join(words)}: {', '.join(k.name for k in req.keywords)}"


REQUIRED = [
    *rows(SHARED_HEADS), *rows(LISTS), *rows(ALTERNATIVES), *rows(K_OF_N), *rows(EXAMPLES), *rows(EQUIVALENT), *rows(TWO_HALVES),
    *rows(PREFERRED), *rows(NOT_NEEDED), *rows(YEARS), *rows(DEGREES), *rows(CREDENTIALS), *rows(SEVERAL_DEMANDS), *rows(CONDITIONS), *rows(LANGUAGES),
]  # fmt: skip


@pytest.mark.parametrize(("line", "wanted"), REQUIRED)
def test_a_line_of_requirements(line: str, wanted: str) -> None:
    assert spec(asked(line)).lower() == wanted.lower()


@pytest.mark.parametrize(("line", "wanted"), rows(DUTIES))
def test_a_line_of_duties(line: str, wanted: str) -> None:
    assert spec(asked(line, "duties")).lower() == wanted.lower()
