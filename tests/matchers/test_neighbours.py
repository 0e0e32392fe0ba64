"""The same classes of demands in many trades and countries: where and when people can work, papers, schooling, languages,
products, years by titles, backgrounds by employers; and what only looks like an answer."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.reading import judged
from tests.tables import rows

SECTIONS = {"P": "PROFILE", "E": "EDUCATION", "C": "CERTIFICATIONS", "S": "SKILLS", "L": "LANGUAGES", "O": "ADDITIONAL"}
"""Marks of a row's resume parts; "J" is the head of a job with its dates behind a semicolon, "X" a line of it, "T" the address."""


def resume(parts: str) -> str:
    """A resume of one page from the parts of a row, with a job of no matter where the row tells none."""
    told = [(part.strip()[0], part.strip()[2:].strip()) for part in parts.split(" | ")]
    found: dict[str, list[str]] = defaultdict(list)
    for mark, text in told:
        found[mark].append(text)
    lines = ["Robin Ashdown", *(found["T"] or ["robin.ashdown@example.com | 555 0100"]), ""]
    lines += ["PROFILE", *found["P"], ""] if found["P"] else []
    lines += ["EXPERIENCE", ""]
    lines += [] if found["J"] else ["Assistant, Dunmore Ltd", "March 2021 - present"]
    for mark, text in told:
        if mark == "J":
            head, _, dates = text.rpartition(";")
            lines += ["", head.strip(), dates.strip()]
        elif mark == "X":
            lines.append(f"- {text}")
    for mark in "ECSLO":
        lines += ["", SECTIONS[mark], *found[mark]] if found[mark] else []
    return "\n".join(lines)


CASES = """
# authorization
Candidates need full Australian work rights -> T:NZ citizen, Special Category visa (444) -> met
Candidates need full Australian work rights -> P:Receptionist. Australian citizen. -> met
Full working rights in Australia -> O:Permanent resident of Australia -> met
Full, unrestricted Australian working rights -> O:Subclass 485 graduate visa, to March 2027 -> partial
Must have unrestricted right to work in the UK -> O:Would need a Skilled Worker visa -> missing
Must have the right to work in the UK -> O:EU settled status -> met
Right to work in the UK -> O:Indefinite leave to remain -> met
Right to work in the UK; we cannot sponsor -> O:British passport -> met
Unrestricted right to work in the UK without sponsorship -> O:Graduate visa until June 2026 -> partial
you must hold a valid permission to work in Ireland (Stamp 4 or EU passport) -> T:Irish citizen -> met
you must hold a valid permission to work in Ireland (Stamp 4 or EU passport) -> O:Stamp 4 -> met
you must hold a valid permission to work in Ireland (Stamp 4 or EU passport) -> O:Stamp 1G until August 2026 -> partial
Valid permission to work in Ireland -> O:Polish passport -> met
you must hold a valid permission to work in Ireland (Stamp 4 or EU passport) -> P:Receptionist with four years in Ireland -> unstated
Legally entitled to work in Canada -> O:Canadian permanent resident -> met
Legally entitled to work in Canada -> O:Open work permit (PGWP) valid to 2028 -> met
U.S. citizenship required -> O:Permanent resident (green card) -> missing
U.S. citizen or permanent resident (ITAR) -> O:Green card holder -> met
NZ residency or a valid work visa -> O:New Zealand resident visa -> met
Valid South African ID or work permit -> O:South African citizen, ID available -> met
Candidates need full Australian work rights -> P:Receptionist from Perth -> unstated
Must be legally authorized to work in the United States without sponsorship -> O:US citizen -> met
Must be authorized to work in the US without sponsorship now or in the future -> O:F-1 OPT, will need H-1B sponsorship -> missing
Applicants must have a valid German work permit -> O:EU citizen (Croatian) -> met
Must be eligible to work in Singapore -> O:Singapore PR -> met
# places
You must be able to commute to Newark -> T:Bloomfield, NJ | J:Executive Assistant, Bergen Ltd; 2019 - present -> met
You must be able to commute to Newark, New Jersey -> T:East Orange, New Jersey 07018 -> met
Live close enough to be in the Austin office Tuesdays and Thursdays -> T:Round Rock, Texas -> met
Must live within commuting distance of Manchester -> T:Stockport SK4 | J:Clerk, Dun Ltd; 2020 - present -> met
Based within a commutable distance of Leeds -> T:14 Mill Lane, Bradford -> met
Must be based in the Chicago area -> T:Naperville, IL -> met
You live in or near Toronto -> T:Mississauga, ON -> met
Must be located in the greater Sydney area -> T:Parramatta NSW 2150 -> met
Able to commute to our Dublin office three days a week -> T:Swords, Co. Dublin -> met
Must live within 30 miles of Denver -> T:Tampa, FL -> missing
Must live within 30 miles of Denver -> T:Aurora, CO -> met
Candidates must be located in the Seattle metro area -> T:Bellevue, WA 98004 -> met
Be in the London office two days a week -> T:Croydon, London -> met
Willing to attend County Hall at least two days a week, and on all days in pay week -> O:Happy to work from the office any day of the week -> met
Willing to attend County Hall at least two days a week, and on all days in pay week -> X:Weekly wages for 600 drivers; attachment of earnings | X:Month end cut-off was two working days -> unstated
# travel and car
Ability to travel between sites across Calderdale -> T:Full UK licence, own car. -> met
Ability to travel between sites across Calderdale -> P:No car; I use trains and a bicycle. -> partial
Able to travel independently between clients' homes -> O:Full driving licence and own car -> met
Must be able to get to schools across the county -> O:Car driver with own vehicle -> met
Access to a car for business use -> O:Own car, business insurance -> met
your own transport is necessary -> O:Full B licence, old Golf that still goes. -> met
Reliable transportation -> O:Drive my own Corolla -> met
Own vehicle and full licence -> O:Clean licence, Ford Transit of my own -> met
Ability to travel up to 15%, domestic and international -> X:SCARs with extruders in Costa Rica and Ireland, on site four times in 2024 -> met
Willing to travel internationally -> X:Supplier audits in Poland and Vietnam twice a year -> met
Some travel to client sites -> X:Installed units at customer sites in Ohio, Indiana and Kentucky -> met
Ability to travel up to 15%, domestic and international -> X:Handled complaints from customers in Spain by phone -> unstated
Happy to travel twice a year for our all-hands -> O:Happy to travel. -> met
# hours
Mon-Thu 3:30 pm to 2:00 am, with some Friday overtime -> J:Machinist (2nd shift since 2020), Acme; 2017 - present -> met
Mon-Thu 3:30 pm to 2:00 am, with some Friday overtime -> O:Available any shift. Overtime OK. -> met
five days over seven, with early starts and weekends -> X:Straight shifts, splits, weekends, Christmas Day twice | J:Night baker, Crust; 2018 - 2020 -> met
five days over seven, with early starts and weekends -> X:In at 4 a.m. six days, weekends included -> met
Work a 4 on 4 off roster including nights -> X:4 on 4 off, days and nights -> met
FIFO 2:1 roster -> X:FIFO 8/6 out of Perth since 2019 -> met
Rotating 12-hour shifts -> X:Continental shifts, 12 hours -> met
Saturdays on a rotating roster -> X:Every second Saturday -> met
Saturdays on a rotating roster -> X:Ran the stock system -> unstated
Must be able to work weekends and public holidays -> X:Worked Christmas and Easter, most weekends -> met
Available for early morning shifts from 5am -> X:Opened the bakery at 4:30 every day -> met
Take your turn in the on-call rotation, one week in five -> X:On call one week in four -> met
# body
Able to stand 10 hours and lift up to 50 lbs -> O:Can lift what needs lifting; 10s and 12s are normal for me -> met
Able to stand 10 hours and lift up to 50 lbs -> X:standing and lifting cartons up to 70 lb on dock days -> met
Must be able to lift 25 kg -> X:Carried 25 kg cement bags up scaffold all day -> met
Must be able to lift 50 lb -> X:Lifted boxes up to 35 lb -> partial
Willingness to gown and work in an ISO Class 7 cleanroom -> X:CAPA owner for the injection line -> unstated
Willingness to gown and work in an ISO Class 7 cleanroom -> X:Full gown in the class 7 room daily -> met
Willingness to gown and work in a cleanroom -> X:Qualified gowner, grade B suite -> met
Must be comfortable wearing a bunny suit in a Class 100 fab -> X:Ten years in the fab, bunny suit every day -> met
Willing to wear full PPE including respirator -> X:Wrote weekly plans -> unstated
Willing to wear full PPE including respirator -> X:Half-face respirator fit test passed 2025 -> met
# checks
Pass a drug screen and background check -> X:Fixed furnaces -> unstated
Willing to undergo a police check -> X:Wrote policies -> unstated
Willing to undergo a police check -> O:National Police Check, July 2025 -> met
Enhanced DBS check -> O:Enhanced DBS on the update service -> met
Must hold a Working with Children Check -> C:WWCC (Vic), exp. 2028 -> met
Must consent to a pre-employment drug test -> X:Fixed furnaces -> unstated
# home office, portfolio
Must have wired high-speed internet at the home address -> X:Code from a locked home office on an encrypted laptop -> unstated
Must have wired high-speed internet at the home address -> O:Home office with gigabit fiber -> met
Reliable home internet connection of at least 50 Mbps -> O:500 Mbps broadband, wired -> met
Can show us a portfolio of posts we can click on -> T:anasousa.example (work samples, with links to live posts) -> met
Can show us a portfolio of posts we can click on -> X:Weekly numbers (reach, clicks, email opens) typed into a sheet -> unstated
A portfolio with at least two case studies -> T:anasousa.example/work (4 case studies, ask for password) -> met
Link to your portfolio or GitHub -> T:github.com/robin -> met
Showreel of recent work -> O:Reel: vimeo.com/robin -> met
A portfolio of published clips -> X:Wrote the newsletter -> unstated
# tools of one's own
Own hand tools and box -> O:Have my own steel-toe boots and a small set of hex keys and wrenches -> partial
Own hand tools and box -> O:Tools: two roll cabs, full set indicators, edge finders -> met
Must have your own tools -> O:Full Snap-on set -> met
Must supply own knives -> O:Bring my own knife roll -> met
Own basic hand tools -> X:My own tools, two bags and a drill kit -> met
# credential
Confined space and working at heights tickets -> C:RIIWHS202E confined space, RIIWHS204E heights -> met
Confined space and working at heights tickets -> C:Working at heights, 2024 -> partial
Forklift and EWP licences -> C:LF forklift, EWP yellow card 2023 -> met
Forklift licence and first aid certificate -> C:Forklift, LF, 2022 -> partial
CPC, CCS-P or RHIT credential in good standing -> C:CPC-A (apprentice), AAPC, 2025 -> partial
CPC certification -> C:CPC-A, AAPC -> partial
Licensed Professional Counselor (LPC) -> C:LPC Associate, Texas -> missing
Chartered membership of the British Psychological Society -> C:BPS: graduate member. -> partial
Chartered membership of the British Psychological Society -> C:CPsychol, BPS -> met
Chartered member of the CIPD -> C:Associate CIPD, 2022 -> partial
Chartered Engineer with the IMechE -> C:CEng MIMechE -> met
Chartered Engineer with the IMechE -> C:IEng, IMechE -> partial
Chartered Membership of IOSH (CMIOSH) -> C:GradIOSH -> partial
Member of the Royal Institution of Chartered Surveyors (MRICS) -> C:AssocRICS, 2021 -> partial
HCPC registration as a Practitioner Psychologist -> P:Psychological practitioner in primary care. -> missing
HCPC registration as a Practitioner Psychologist -> T:HCPC PYL01234 (practitioner psychologist, clinical) -> met
HCPC registration as a physiotherapist -> J:Physiotherapy assistant, Royal Infirmary; 2020 - present -> missing
Registered with Social Work England -> J:Support worker, Dale House; 2019 - present -> missing
Active CVT credential in Colorado (RVT or LVT from another state is fine if you are eligible to transfer) -> P:Veterinary assistant working toward becoming a CVT. -> missing
CVT or eligible to sit the VTNE -> P:Veterinary assistant working toward becoming a CVT, VTNE booked for March -> partial
Are a notary public or would become one -> C:NJ Notary Public, commission to 2028 -> met
Current first aid certificate -> C:First aid, lapsed 2023 -> missing
Current RSA certificate -> C:RSA expired 2022 -> missing
Further training in EMDR or Schema Therapy -> C:EMDR accredited practitioner, 2023 -> met
Further training in EMDR or Schema Therapy -> X:High Intensity CBT therapist -> missing
RN license in Oregon -> C:RN, California, active -> partial
Registered electrician in Queensland -> C:Electrician licence, NSW -> partial
Texas teaching certificate -> C:Oklahoma teaching certificate, grades 4-8 -> partial
NIMS certification or a journeyman's card -> C:NIMS Level I: Milling, Job Planning (2011) -> met
Red Seal certification -> C:Red Seal cook, Alberta -> met
CSCS card -> C:CSCS Gold (advanced craft) -> met
SIA licence -> C:SIA door supervisor, to 2027 -> met
CIPP Payroll Technician Certificate, or working towards it -> C:CIPP Payroll Technician Certificate, pass with merit, 2017 -> met
ACCA qualified -> C:ACCA part qualified, 9 of 13 papers -> partial
ACCA or CIMA part-qualified -> C:CIMA, operational level passed -> met
CPA Australia member -> C:ASA, CPA program 4 of 6 subjects -> partial
CPA license -> E:Accounting diploma | X:Prepared files for the CPA -> missing
White Card -> C:White Card (Vic) -> met
ServSafe or food handler card -> C:ServSafe Manager 2023 -> met
# education
GCSE Maths and English at grade C/4 or above, or equivalent -> E:9 GCSEs A*-C inc. Mathematics B and English Language C, Telford School, 2011 -> met
GCSE Maths and English at grade C/4 or above, or equivalent -> E:GCSEs: eight at grades 4 to 7, English 6, Maths 5 -> met
GCSE Maths and English at grade C/4 or above -> E:GCSE English 6, Maths 3 -> partial
5 GCSEs including English and Maths -> E:10 GCSEs, grades 9 to 5 -> met
Leaving Certificate -> E:Leaving Cert, 2017 -> met
Matric / Grade 12 -> E:National Senior Certificate, 2015 -> met
High school diploma or GED -> E:GED, Louisiana, 2016 -> met
High school diploma or GED -> E:Mukwonago High School, 2009 -> met
Year 12 certificate -> E:VCE, 2012 -> met
Cert IV in Civil Construction Supervision or trade background -> E:Certificate IV in Civil Construction Supervision, started August 2025, online -> partial
Cert IV in Training and Assessment (TAE) -> E:Certificate IV in Training and Assessment, 2021 -> met
Certificate III in Early Childhood Education -> E:Certificate II in Community Services, 2020 | E:Certificate III in Early Childhood Education, half way -> partial
Certificate III in Individual Support -> E:Cert III in Individual Support, started 2025 -> partial
Trade certificate in carpentry -> E:Certificate III in Carpentry, TAFE, 2012 -> met
a master's in HCI, psychology, anthropology or the like -> E:MA, Human Factors and Ergonomics, University of Minnesota, 2019 -> met
a degree in marketing, communications or something similar -> E:BA, Public Relations, 2016 -> met
Graduate of an AVMA-accredited veterinary technology program -> E:Penn Foster Veterinary Technician program (AVMA-accredited, online), started January 2025, 2 of 4 semesters finished -> partial
Graduate of an AVMA-accredited veterinary technology program -> E:AAS, Veterinary Technology, Front Range Community College (AVMA-accredited), 2019 -> met
Graduate of an accredited dental assisting program -> E:BA History, 2015 -> missing
Graduate of an accredited dental assisting program -> E:Dental Assisting diploma, Pima Medical Institute, 2018 -> met
Two years of trade school in HVAC/R -> E:HVAC/R program, 2014-2016 (11th and 12th grade), graduated 2016 -> met
Trade school or vocational training in welding -> E:Welding certificate, Lincoln Tech, 2015 -> met
a professional cookery or pastry qualification (QQI Level 6, City & Guilds or similar) -> E:CAP Pâtissier, 2017 -> met
a professional cookery or pastry qualification (QQI Level 6, City & Guilds or similar) -> E:Level 5 Certificate in Professional Cookery, Limerick and Clare ETB, 2021 -> partial
Culinary qualification (NVQ Level 3 or equivalent) -> E:Diplôme de cuisine, Le Cordon Bleu, 2015 -> met
Recognised trade qualification as an electrician -> E:Gesellenbrief Elektroniker, IHK Köln, 2012 -> met
Bachelor's degree in economics -> E:Licence en économie, Université Lyon 2, 2014 -> met
Bachelor's degree in business -> E:BCom, University of Cape Town, 2012 -> met
An associate degree or higher -> E:Essex County College, Business Administration, 2014-2016, 36 of 60 credits, no degree -> partial
An associate degree or higher -> E:BA English, Montclair State University, 2010 -> met
# language
excellent spoken and written English -> L:Portuguese (mother tongue), English (good), Spanish (good) -> partial
Fluent English -> L:English B1 -> partial
excellent spoken and written English -> L:Gaeilge and English (native), German B2 -> met
Good spoken English -> L:English (fluent, after seven years of Limerick) -> met
Fluent German -> L:German B1 -> partial
Fluent German (C1) -> L:German C1 -> met
Conversational Spanish -> L:Spanish (intermediate) -> met
Fluent French -> L:French (conversational) -> partial
speak Portuguese -> L:Portuguese: hello and thank you -> partial
speak Portuguese -> O:we talk Portuguese at home -> met
Bilingual English/Spanish -> L:Spanish: raised bilingual -> met
Spanish speaking -> P:Grew up speaking Spanish with my grandmother -> met
Some Spanish -> L:Spanish, high school level -> met
Business fluent Dutch -> L:Dutch A2-B1 -> partial
Urdu or Punjabi -> L:Punjabi, Hindi, English -> met
Welsh speaker -> L:English, French -> missing
Native-level Japanese (JLPT N1) -> L:Japanese JLPT N3 -> partial
Business-level Japanese (N2 or above) -> L:JLPT N1 -> met
# tool
Hands-on with an EHR and practice management system (we are live on athenaOne) -> S:Greenway Intergy, eCW, Waystar -> met
Experience with a CRM (we use HubSpot) -> S:Salesforce -> met
Comfortable in a ticketing system (ours is Zendesk) -> S:Freshdesk -> met
Experience with 3M, Optum EncoderPro or other encoder software -> S:EncoderPro, Codify -> met
Autodesk Revit -> S:Revit, AutoCAD -> met
Adobe Premiere Pro -> S:Premiere -> met
Intuit QuickBooks Online -> S:QBO -> met
Oracle NetSuite -> S:NetSuite -> met
ADP Workforce Now -> S:Workforce Now -> met
Siemens Teamcenter -> S:Teamcenter -> met
Intermediate Microsoft Excel -> S:Excel (simple lists) -> partial
Advanced Excel -> S:Excel (basic) -> partial
Intermediate Microsoft Excel -> S:Excel (VLOOKUP, pivots) -> met
Solid SQL -> S:SQL (a little) -> partial
Proficient in AutoCAD -> S:AutoCAD (viewing only) -> partial
Strong Power BI -> S:Power BI (beginner) -> partial
Familiarity with a Rational oven or a blast chiller -> S:Rational SCC, Pacojet, sheeter, blast freezer -> met
Experience on Haas mills -> X:Set up Haas VF-2 thru VF-4 -> met
Use of a Hobart mixer -> S:Hobart 60 qt, sheeter -> met
Trimble GPS rover -> S:Trimble R12 -> met
Operate a Komatsu excavator -> X:Komatsu PC210, bulk dig -> met
Fanuc controls -> S:Fanuc 31i, Siemens 840D -> met
# experience
A minimum of 5 years supervising civil construction crews -> J:Leading Hand, Roads, Hale Services (council contractor); July 2022 - present | X:In charge of a crew of six and two contract tippers doing patching, kerb replacement and pit lids -> partial
3 years supervising kitchen staff -> J:Sous Chef, Bistro Lune; 2019 - present | X:Nine cooks under me -> met
Five years leading a sales team -> J:Sales Manager, Coyle Motors; 2017 - present | X:Responsible for eight reps -> met
At least five years supporting a C-level executive -> J:Executive Assistant to the Chief Financial Officer, Bergen Ltd; 2015 - present -> met
3+ years supporting C-suite executives -> J:PA to the CEO, Dunn plc; 2018 - present -> met
At least five years supporting a C-level executive -> J:Office Clerk, Bergen Ltd; 2015 - present | X:Filed invoices -> missing
a minimum of three years' front office experience in a four or five-star hotel -> J:Receptionist, Quay Inn (3-star, 48 rooms); February 2022 - present -> partial
a minimum of three years' front office experience in a four or five-star hotel -> J:Receptionist, Harbour View (4*, 61 rooms); May 2018 - March 2022 -> met
Two years of professional fee coding -> J:Coder II, Dale Bone & Joint; 08/2020 - present | P:Profee coder. Scopes, totals, trauma. -> met
Five years in a pastry kitchen -> J:Pastry Chef, Hotel Lune; 2018 - present -> met
Two years as a server -> J:Waiter, Bistro Lune; 2020 - present -> met
3 years as a truck driver -> J:HGV driver, Tully Haulage; 2018 - present -> met
2 years as a cashier -> J:Checkout operator, Tesco; 2018 - present -> met
Three years of bookkeeping -> J:Accounts clerk, Pennock; 2017 - present | X:Ledgers to trial balance -> met
5 years as a software engineer -> J:Backend developer, Flit; 2017 - present -> met
2 years as a janitor -> J:Custodian, Lakeside School District; 2019 - present -> met
2 years of property management experience -> J:Lettings negotiator and property manager, Hale; 2019 - present -> met
4 years as a paralegal -> J:Legal assistant, Boyd & Carr LLP; 2015 - present | X:Drafted pleadings and discovery -> met
3+ years as a recruiter -> J:Talent Acquisition Partner, Novo; 2019 - present -> met
Financial services background -> J:Clerk, Barwon Credit Union; 2018 - present -> met
Financial services background -> J:Analyst, Dale Coast Water; 2018 - present -> missing
Time spent in fintech or another regulated industry -> X:Accounts incl. a credit union (every caption through compliance) -> met
Experience in a regulated industry -> J:Quality Technician, Alder Pharmaceuticals; 2018 - present -> met
Not-for-profit background -> J:Fundraiser, Oxfam; 2018 - present -> met
Background in retail banking -> J:Teller, Barclays; 2018 - 2022 -> met
have worked in logistics -> J:Office manager, Dee Freight Forwarding; 2018 - present -> met
have worked in logistics -> J:Clerk, Dee Dental; 2018 - present -> missing
Working in local government or education payroll -> J:HR & Payroll Assistant, Elm Care Homes Ltd; 2023 - present -> missing
Working in local government or education payroll -> J:Senior Payroll Officer, Dale Learning Trust; 2018 - present -> met
Three (3) years of quality or manufacturing engineering experience in the medical device industry -> J:Quality Engineer, Cole Steering Components (IATF 16949); May 2019 - present -> partial
Three (3) years of quality or manufacturing engineering experience in the medical device industry -> J:Quality Engineer, Vasco Catheters; May 2019 - present -> met
Experience with EU MDR -> O:Webinar on EU MDR for suppliers, 2024 -> missing
Experience with EU MDR -> X:Technical file gap list for MDR, GSPR checklist for the sheath family -> met
Experience with Kubernetes -> O:Attended a webinar on Kubernetes -> missing
have looked after one junior assistant or receptionist -> X:Trained and supervise the floor receptionist since 2021 -> met
Three or more years running social accounts for a brand -> J:Social media executive, Larch Agency; Feb 2021 - now | X:Day-to-day on five accounts -> met
4+ years doing user research on digital products -> J:Product Designer, Alder Home; June 2021 - present | P:Visual and product designer with 5 years in e-commerce. | X:Redesigned checkout in Figma -> missing
# other
Must have full NZ work rights -> T:Australian citizen -> met
Proof of right to work in the UK will be asked for -> P:Cook from Leeds -> unstated
Eligible to work in the EU without restriction -> O:Portuguese citizen -> met
Unrestricted work rights in Australia required -> O:Working Holiday visa (417), until Sept 2026 -> partial
Must be a U.S. citizen to obtain a clearance -> O:H-1B visa holder -> missing
You will have a valid work permit for Germany -> O:Blue Card EU, unlimited -> met
Must reside in the Phoenix metro area -> T:Chandler, AZ 85225 -> met
Candidate must be based in Glasgow -> T:Bristol, England -> missing
Able to reach our Parramatta office daily -> T:Blacktown NSW -> met
Live within 45 minutes of the Vancouver depot -> T:Surrey, BC -> met
Must be able to travel between our three clinics -> O:Own car and clean licence -> met
Must be able to travel between our three clinics -> X:Answered phones -> unstated
Willing to travel 30% within Europe -> X:Commissioned lines in Poland, Spain and Turkey, three weeks each -> met
7-day rotating roster, including public holidays -> X:Seven-day roster, worked Anzac Day and Christmas -> met
FIFO roster 2:1 -> J:Fitter (FIFO 2:1), Roy Hill; 2019 - present -> met
Must be able to climb ladders and work at heights -> X:Roofs and 40 ft ladders daily -> met
Comfortable working in a cleanroom environment -> X:Gowned for the sterile suite each shift -> met
Must pass a pre-employment medical -> X:Ran the till -> unstated
National Police Check required -> O:Police check (AFP), Feb 2025 -> met
NDIS Worker Screening Check -> C:NDIS worker screening clearance to 2029 -> met
Own laptop and webcam -> O:Own laptop, two monitors, webcam -> met
Must have your own set of chef's knives -> O:Own knives (Global set) -> met
Valid forklift licence -> C:Forklift licence, expired 2021 -> missing
MRICS or working towards it -> C:RICS APC candidate, final assessment 2026 -> partial
ACA qualified accountant -> C:ACA part qualified, 11 of 15 papers -> partial
Chartered Accountant (ACA, ACCA or CIMA) -> C:FCCA since 2016 -> met
Fully qualified CILEX lawyer -> C:CILEX Level 3, paralegal member -> partial
NMC registered nurse -> J:Healthcare Assistant, St Luke's; 2019 - present -> missing
Registered Nurse with AHPRA -> C:AHPRA registration NMW0001234567, RN -> met
Current RN license in Texas -> C:RN licence, Florida, active to 2027 -> partial
PMP certified -> C:CAPM, 2022 -> partial
CDL Class A -> C:CDL Class B with air brakes -> missing
City & Guilds Level 3 in plumbing or equivalent -> E:NVQ Level 3 Plumbing and Heating, Leeds College of Building, 2015 -> met
City & Guilds Level 3 in plumbing -> E:Level 2 Diploma in Plumbing, 2020 -> partial
Trade qualified fitter -> E:Certificate III in Engineering (Mechanical Trade), TAFE SA, 2010 -> met
Diploma of Nursing or equivalent -> E:Bachelor of Nursing, UTS, 2018 -> met
Bachelor of Nursing -> E:Bachelor of Nursing, third year of three, in progress -> partial
Hairdressing qualification (Level 2 or above) -> E:NVQ Level 3 Hairdressing, 2016 -> met
Secondary education completed -> E:Abitur, Goethe-Gymnasium, 2011 -> met
Grade 12 / Matric certificate -> E:Matric, Durban Girls' High, 2014 -> met
Grade 12 or equivalent -> E:WASSCE, 2013 -> met
Fluent Welsh -> L:Welsh (learner, Sylfaen level) -> partial
Fluent Italian -> L:Italian: mother tongue -> met
Professional working proficiency in German (C1) -> L:German (upper intermediate, B2) -> partial
Working knowledge of French -> L:French: good -> met
Fluent Mandarin -> L:English, Malay -> missing
Bilingual French/English -> L:French (native), English (C2) -> met
Experience with SAP (we run S/4HANA) -> S:SAP ECC, MM module -> met
Accounting software, ideally Xero or MYOB -> S:MYOB, Excel -> met
Advanced Photoshop -> S:Photoshop (basics), InDesign -> partial
Experience operating John Deere tractors -> X:Drove a John Deere 6155R and a combine -> met
Salesforce -> S:HubSpot -> partial
2 years' experience as a carer -> J:Support Worker, Dale House; 2020 - present -> met
3 years of housekeeping -> J:Room Attendant, Hotel Lune; 2019 - present -> met
Five years as a carpenter -> J:Joiner, Hale & Sons; 2015 - present -> met
Three years as a nurse -> J:Warehouse Operative, DHL; 2018 - present -> missing
2+ years in IT support -> J:Service Desk Analyst, Corio; 2019 - present -> met
4 years as a machinist -> J:CNC Setter, Alder; 2017 - present -> met
Two years of retail experience -> J:Team Member, Woolworths; 2020 - present -> met
Pharma background -> J:Packer, Pfizer; 2019 - present -> met
Experience in a law firm -> J:Secretary, Boyd & Carr Solicitors; 2019 - present -> met
Hotel experience -> J:Porter, Hilton Garden; 2019 - present -> met
Insurance industry experience -> J:Claims handler, Aviva; 2018 - present -> met
Insurance industry experience -> J:Cook, Nando's; 2018 - present -> missing
Airline or airport experience -> J:Agent, Swissport; 2018 - present -> met
Experience in hospital pharmacy -> J:Pharmacy Technician, St James's Hospital; 2018 - present -> met
Experience working in aged care -> J:Carer, Estia Health; 2018 - present -> met
Experience with GA4 -> O:Watched a webinar on GA4 -> missing
Experience with GA4 -> S:Google Analytics 4 (beginner) -> partial
Two years leading a kitchen brigade -> J:Head Chef, Lune; 2018 - present | X:Brigade of eight -> met
Right to work in Australia -> O:Kiwi citizen, living in Perth -> met
Must be an Irish or EU citizen -> O:Brazilian citizen -> missing
Authorized to work in Canada -> L:English, Canadian French -> unstated
Must live in the Cincinnati area -> T:Covington, KY 41011 -> met
Must live in the Springfield area -> T:Decatur, IL -> unstated
Must be based in Toronto -> T:Vancouver, BC -> missing
Must be based in Toronto -> T:Brampton, Ontario -> met
Live near Cork -> T:Ballincollig, Co. Cork -> met
Travel between branches -> O:Full clean licence, 2018 Skoda Fabia -> met
Own car essential -> O:No car -> missing
Early starts -> X:On the bread at 3 am -> met
Night work -> X:Day clinics -> unstated
Some weekend work -> O:Any day, weekends included -> met
Must wear a hairnet and coveralls in production -> X:Hairnet, coveralls and boots all shift -> met
Reliable internet at home -> O:Home office -> unstated
Own tools -> O:A few hand tools -> partial
Enhanced DBS -> O:Enhanced DBS, update service -> met
Garda vetting -> O:Garda vetted 2024 -> met
Must pass a drug test -> X:Sold parts -> unstated
First aid certificate -> C:HLTAID011, 2025 -> met
First aid certificate -> C:First aid (expired 2022) -> missing
CSCS card or equivalent -> C:CSCS blue skilled worker card -> met
Member of CIOB -> C:ICIOB -> partial
CFA charterholder -> C:CFA Level II candidate -> partial
CFA Level II or above -> C:CFA charterholder -> met
Chartered Engineer or working towards it -> C:CEng, MICE -> met
Chartered Engineer -> C:IEng -> partial
Registered with the GPhC as a pharmacist -> J:Pharmacy assistant, Boots; 2020 - present -> missing
Teacher registration in Victoria (VIT) -> C:Teacher registration, NSW (NESA) -> partial
RPN registration in Ontario -> C:RPN, College of Nurses of Ontario -> met
Licensed practical nurse -> J:Assistant to the LPN, Elm House; 2020 - present -> missing
HND in engineering or similar -> E:BEng Mechanical Engineering, 2016 -> met
BSc Computer Science -> E:BSc Computer Science, unfinished, 2 of 3 years -> partial
BSc Nursing -> E:BA History, 2014 -> missing
Technical diploma in refrigeration -> E:HVAC diploma, Lincoln Tech, 2014 -> met
Five GCSEs at grade 4 or above -> E:8 GCSEs grades 5-9, 2018 -> met
High school graduate -> E:BA Sociology, 2015 -> met
Master's degree in statistics -> E:MA, Theology, 2012 -> missing
Good German -> L:German B2 -> met
Very good German (C1) -> L:German B2 -> partial
Dutch -> L:English, German -> missing
Polish speaker -> L:Native Polish -> met
Excel, intermediate -> S:Excel: pivots, XLOOKUP -> met
Advanced Excel -> S:Excel (basic formulas) -> partial
Experience of a CAFM system such as Concept -> S:Planon, Excel -> met
Hobart dishwashers -> X:Ran the Hobart AM15 and a glasswasher -> met
Experience with Kronos -> S:Word, Excel -> missing
Experience in a call centre -> J:Customer Advisor, Teleperformance; 2019 - 2022 -> met
Nonprofit experience -> J:Coordinator, Habitat for Humanity; 2019 - present -> met
Food manufacturing background -> J:Operator, Tyson Foods; 2018 - present -> met
Food manufacturing background -> J:Clerk, Barclays; 2018 - present -> missing
Two years as a bartender -> J:Bar Staff, Dog & Duck; 2021 - present -> met
Four years as a bartender -> J:Bar Staff, Dog & Duck; January 2023 - present -> partial
1 year of cleaning experience -> J:Custodian, Lakeside Schools; 2021 - present -> met
Five years of welding -> J:Barista, Bean; 2015 - present -> missing
2 years as a receptionist -> J:Front Desk, Alder Gym; 2021 - present -> met
Three years of recruiting -> J:Sourcer, Novo; 2020 - present -> met
3 years of UX research -> J:UX Researcher, Novo; June 2024 - present -> partial
Experience supervising others -> J:Shift Leader, Costa; 2019 - present | X:Ran shifts of six -> met
Experience with dementia care -> O:Webinar on dementia care -> missing
Experience with ISO 13485 -> X:Internal audits to ISO 13485 -> met
US GAAP knowledge -> X:Month end under GAAP -> met
Previous work in manufacturing -> J:Assembler, Whirlpool; 2018 - present -> met
Retail experience -> J:Cashier, Kroger; 2020 - present -> met
Worked in a school -> J:Cook, Elm Academy Trust; 2020 - present -> met
Two years driving HGVs -> J:Class 1 Driver, Stobart; 2020 - present -> met
18 months in a pharmacy -> J:Dispenser, Boots; 2022 - present -> met
Experience in a manufacturing or warehouse environment -> J:Order Picker, DHL Supply Chain; 2019 - present -> met
Background in hospitality -> J:Barista, Costa Coffee; 2018 - 2021 -> met
Background in aerospace -> J:Cashier, Tesco; 2018 - 2021 -> missing
Experience in public accounting -> J:Audit Associate, Grant Thornton; 2018 - 2021 -> met
Utilities experience -> J:Analyst, Thames Water; 2019 - present -> met
Experience in oil and gas -> J:Rig hand, Halliburton; 2015 - 2019 -> met
Experience in telecoms -> J:Agent, Vodafone; 2019 - present -> met
Construction industry experience -> J:Administrator, Skanska; 2019 - present -> met
Experience in a start-up -> X:Third hire at a seed-stage startup -> met
Agency experience -> J:Account Manager, Larch Advertising Agency; 2019 - 2022 -> met
3+ years in digital marketing -> J:Marketing Executive, Hale Outdoor; 2019 - present | X:Paid search, email and SEO -> met
5 years in HR -> J:HR Advisor, Dale NHS Trust; January 2023 - present -> partial
2 years' payroll experience -> J:Payroll Administrator, Hale Ltd; 2020 - present -> met
Minimum 3 years software development -> J:Full Stack Engineer, Flit; 2019 - present -> met
Two years of inside sales -> J:SDR, Novo; 2020 - present -> met
3 years in inside sales -> J:Cook, Lune; 2015 - present -> missing
One year of teaching -> J:Supply Teacher, Hale Academy; 2021 - present -> met
5 years maintenance experience -> J:Millwright, Cole Paper; 2015 - present -> met
3 years' experience as an electrician -> J:Journeyman Wireman, IBEW Local 5; 2016 - present -> met
2 years bookkeeping experience -> J:Bookkeeper, self-employed; 2016 - present -> met
1-2 years in a dental practice -> J:Dental Nurse, Smile Dental; 2019 - present -> met
Three years of ICU nursing -> J:Staff Nurse, Intensive Care Unit, St James's; 2018 - present -> met
Three years of ICU nursing -> J:Staff Nurse, Community; 2023 - present | X:Leg ulcers and insulin at home -> missing
6 months in a commercial kitchen -> J:Line Cook, Bistro Lune; 2022 - 2024 -> met
Supervisory experience -> J:Housekeeping Supervisor, Hotel Lune; 2019 - present -> met
Experience with children with special needs -> J:Special Needs Assistant, Scoil Mhuire; 2019 - present -> met
Must have managed a team of at least 5 -> X:Led a team of eight technicians -> met
Experience of CNC lathes -> X:Set and ran Mazak QT-200 lathes -> met
Experience with Allen-Bradley PLCs -> S:ControlLogix, CompactLogix -> met
Experience with Allen-Bradley PLCs -> S:Siemens S7 -> partial
EPOS systems -> X:Took payments on Square -> met
Microsoft Office -> S:Word, Excel, Outlook -> met
Google Workspace -> S:Gmail, Google Docs, Sheets -> met
HR system such as Workday or BambooHR -> S:Sage HR, Excel -> met
Version control (Git) -> S:GitHub -> met
CAD software -> S:SolidWorks -> met
Booking system -> X:Took bookings in OpenTable -> met
EHR (we use Epic) -> S:Cerner -> met
Property management system (Opera, Protel or similar) -> S:Guestline -> met
POS experience -> S:Toast -> met
Social media scheduling tools -> S:Buffer, Hootsuite -> met
Warehouse management systems -> S:Manhattan WMS, RF guns -> met
Forklift -> C:Forklift licence (counterbalance and reach) -> met
Ticketing tool -> S:Jira Service Management -> met
Tableau (advanced) -> S:Tableau (basic) -> partial
Two-way radio -> X:Radio contact with control all shift -> met
Microscope use -> X:Compound and dissecting microscopes daily -> met
BLS and ACLS certification -> C:BLS, ACLS (AHA), exp 06/2027 -> met
BLS and ACLS certification -> C:BLS (AHA), exp 06/2027 -> partial
ACLS certification -> C:ACLS expired 2021 -> missing
Active LCSW -> C:LCSW #12345, Ohio -> met
LCSW in California -> C:LCSW, Nevada -> partial
LCSW -> C:LSW -> missing
Journeyman plumber license -> C:Master plumber, Texas -> met
State-issued driver's license -> T:Ohio driver's license -> met
UK driving licence -> O:Full clean UK licence -> met
Full driving licence -> O:Provisional licence, lessons booked -> missing
Class 2 HGV licence -> C:Cat C, CPC and digi card -> met
IPAF and PASMA -> C:IPAF 3a/3b 2024 -> partial
SMSTS or SSSTS -> C:SMSTS to 2028 -> met
Prince2 -> C:PRINCE2 Practitioner 2019 -> met
PRINCE2 Practitioner -> C:PRINCE2 Foundation -> partial
Food safety certificate Level 2 -> C:Level 3 Award in Food Safety -> met
CompTIA Security+ or equivalent -> C:Security+ (2023) -> met
AWS certification -> C:AWS Certified Solutions Architect - Associate -> met
CISSP -> C:Associate of ISC2 (CISSP passed) -> partial
RSA and RCG (NSW) -> C:RSA, RCG competency card NSW -> met
Series 7 and 66 -> C:FINRA Series 7, Series 66 -> met
OSHA 10 -> C:OSHA 30 -> met
OSHA 30 -> C:OSHA 10 -> partial
EPA 608 Universal -> C:EPA Section 608 Universal -> met
EPA 608 Universal -> C:EPA 608 Type II -> partial
Teaching qualification (PGCE or equivalent) -> E:PGCE Secondary Maths, Leeds, 2014 -> met
QTS -> C:Qualified Teacher Status, 2014 -> met
Degree or equivalent experience in finance -> E:BSc Finance, Bath, 2013 -> met
Degree in any discipline -> E:BA Music, 2010 -> met
PhD in chemistry -> E:BSc Chemistry, 2012 -> missing
MSc in chemistry -> E:BSc Chemistry, 2012 -> partial
A-levels including Maths -> E:A-levels: Maths (A), Physics (B), Art (C) -> met
US or Canadian engineering degree -> E:BASc Civil Engineering, Waterloo, 2013 -> met
Completed secondary education -> E:KCSE, Nairobi, 2012 -> met
Must be 18 or over -> J:Cook, Lune; 2008 - present -> met
Must be 21 or over -> X:Kept the stock room -> unstated
Saturdays -> X:Worked every Saturday -> met
No visible tattoos -> X:Kept the stock room -> unstated
Able to work Christmas -> X:Worked every Christmas since 2019 -> met
Weekly travel to Berlin -> X:Flew to Berlin weekly -> met
# versions
PostgreSQL 13+ in production -> X:Looked after a PostgreSQL 9 database -> partial
PostgreSQL 13+ in production -> X:Looked after a PostgreSQL 15 database -> met
PostgreSQL 13+ in production -> X:Looked after a PostgreSQL database -> met
Python 3 -> S:Python 2.7, Bash -> partial
Python, 3 years -> S:Python 2.7, Bash -> missing
Experience with Java 17 -> S:Java 8 and Java 21 -> met
# a thing by its bare name, and described
Chaos engineering -> X:Own backups and failover drills -> partial
MIG welding -> X:Welding of frames -> missing
Transfer pricing -> X:Price-volume-mix analysis, pricing reviews -> missing
# a state told as a clause of its own
AWS -> C:AWS Certified Cloud Practitioner (2025), studied at home; no work use yet -> partial
AWS -> C:AWS Certified Cloud Practitioner (2025), used every day -> met
# what is denied beside what is like it
Operate a sit-down forklift -> X:Move freight with an electric pallet jack (no forklift) -> missing
# rules and masters, which no resume has to name
Answer calls in line with hospital policy -> X:Answered 80 calls a day -> met
# choices between the things asked
TCP/IP, DNS and load balancing -> S:DNS, DHCP -> partial
Advanced Excel (Power Query, INDEX/MATCH, pivot tables) -> S:Excel (pivot tables) -> partial
Kubernetes (EKS/GKE) -> S:Kubernetes on EKS -> met
AWS and/or GCP -> S:AWS -> met
"""


@pytest.mark.parametrize(("line", "shown", "wanted"), rows(CASES, 3))
def test_a_demand_of_its_class(line: str, shown: str, wanted: str) -> None:
    assert [m.status for m in judged(line, resume(shown))] == [wanted]
