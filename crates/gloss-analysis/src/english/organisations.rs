//! Words of organisations.

use super::word_lists;

word_lists! {
    /// Last words of the names of organisations: what comes before with a capital belongs to them.
    LAST_WORDS = "
        Academy Administration Agency Airlines Airways Alliance Army Assembly Association Authority Bank Bancorp Board
        Broadcasting Brotherhood Bureau Cabinet Caucus Chamber Charity Church Club Coalition College Collective
        Command Commission Committee Company Confederation Conference Congress Consortium Constabulary
        Cooperative Co-operative Corporation Council Court Department Directorate Embassy Enterprises
        Federation Fellowship Firm Force Forces Forum Foundation Front Fund Gazette Government Group Guild
        Guardians Herald High Holdings Hospital Inc Industries Initiative Inspectorate Institute Institution
        Insurance Journal Laboratories Laboratory League Limited Ltd LLC LLP Ministry Mission Motors Museum Navy
        Network News Newspaper Observatory Office Organisation Organization Orchestra Partners Party Patrol
        Pharmaceuticals Police PLC Plc Post Press Project Publishers Railway Railways Records Regiment Resources
        School Secretariat Securities Senate Service Services Society Solutions Station Studios Syndicate Systems
        Task Taskforce Team Technologies Telecom Telegraph Television Theatre Times Treasury Tribunal Tribune
        Trust Union United University Ventures Watch Blog Hub Studio Magazine
    ";

    /// Those of them after which "of" and a name go on with the name of the organisation.
    BEFORE_OF = "
        Academy Assembly Association Authority Bank Bureau Chamber Church Club College Commission Committee
        Confederation Conference Congress Council Court Department Directorate Embassy Federation Foundation
        Government Institute Institution Ministry Mission Museum Office Organisation Organization Party
        School Secretariat Senate Society Union University
    ";

    /// Suffixes that a company has by law, or that say no more than that it is one; short forms do without.
    SUFFIXES = "
        Inc Ltd LLC LLP Plc PLC plc Corp Corporation Co Company Limited GmbH AG SA NV AB Group Holdings International
        Enterprises Partners Technologies Industries Bank Airlines Motors Pharmaceuticals Entertainment
    ";

    /// Those that are nothing else, so that what they follow is a company.
    LEGAL = "Inc Ltd LLC LLP Plc PLC Corp GmbH Pte Pty";

    /// Common nouns for organisations, before or after their names: "the charity Shelter".
    NOUNS = "
        firm company charity app website broadcaster giant startup start-up start-ups retailer supermarket airline
        agency newspaper magazine platform brand bank lender insurer chain operator maker carmaker automaker
        manufacturer developer supplier publisher label studio network nonprofit non-profit non-governmental NGO
        consultancy group conglomerate subsidiary multinational corporation contractor producer tech
        think-tank thinktank tabloid daily weekly outlet portal watchdog regulator union militia
    ";

    /// Those of them that mean people as often, so that they make no organisation of a name of several words.
    NOUNS_OF_PEOPLE = "
        producer developer publisher contractor operator maker supplier manufacturer regulator broadcaster lender
        union insurer tech daily weekly platform label studio network portal
    ";

    /// Last words of the names of churches and schools, which often have a person's name in them.
    CHURCHES = "Church Chapel Cathedral Temple Synagogue Mosque Tabernacle Parish Elementary";

    /// Last words of names that are bodies or outlets wherever they stand with a capital after other capitals.
    SHAPED = "
        Blog Hub Studio Studios Magazine Podcast Foundation Institute Association Federation Council Committee
        Commission Coalition Alliance Orchestra Museum Academy Hospital Society Agency Collective Laboratory Consortium
        Tribune Herald Gazette Quarterly
    ";

    /// What groups are called by others, before their names: "the Islamist Barton Brotherhood".
    CREEDS = "Islamist Islamists Jihadist Leftist Rightist Centrist Neo-Nazi";

    /// What groups with an aim are, in small letters after their names.
    OF_GROUPS = "party parties movement campaign coalition group alliance bloc charity organisation organization";

    /// Verbs after the letters of a body that speaks or acts.
    ACTS = "said says announced told reported declared confirmed stated claimed denied has";

    /// Offices before "of" and the name of a company: "CEO of Alford Hughes".
    COMPANY_OFFICES = "CEO CFO COO CTO founder co-founder cofounder shareholder shareholders customers employees owners";

    /// Last words of names that name no organisation: "Affordable Care Act (ACA)".
    NO_BODIES = "
        Act Bill Law Treaty Agreement Framework Disclosure Index Tax Award Awards Day Week Year General Commanding
        Plan Policy Protocol Convention Pact Disease Syndrome Virus Test Prize Report Officer Police Cup Games
        Coverage Amendment Doctrine Deal Zone Area Region Licence License Certificate Degree Exam Examination
    ";

    /// Offices before the name of a body: "Executive Director Oxfam Novib".
    BODY_OFFICES = "
        Director President CEO Chairman Chairwoman Chairperson Manager Secretary Spokesman Spokeswoman Spokesperson
        Founder Co-founder
    ";

    /// Capitals that name no organisation.
    COMMON_CAPITALS = "
        CCTV NFT NFTs GDP GNP PPI AI API APIs FIR OC IO CEO CEOs CFO COO CTO PhD MBA SUV SUVs DNA RNA PCR HIV
        AIDS TV TVs IT ID IDs PM PMs MP MPs MEPs MLA MLAs MSP MSPs LGBT LGBTQ LGBTI LGBTQI NGO NGOs CSR PPE
        SME SMEs FAQ FAQs URL PDF GPS VAT GST IPO IPOs ETF ETFs KPI KPIs DVD CD CDs PC PCs USB SIM SMS PIN QR
        HR PR VIP VIPs UFO UFOs R&D DIY ICU GP GPs A&E IVF STEM IQ EV EVs LED OK USD EUR GBP COVID COVID-19
        MVP RBI ERA NDAs PTSD ADHD OCD BMI LNG LPG CNG ICT ESG PhDs SOS HQ GMT BST EST EDT PST PDT IST CET
        AM AGM EGM Q&A BA BSc MSc MA LLB GCSE GCSEs HGV ATM ATMs PACs WPI MRI CT UV
    ";

    /// Last words of the names of newspapers, which stand for them: "the Post".
    PAPERS = "Times Post Journal Herald Tribune Telegraph Gazette Star Mail News Guardian Independent";

    /// Adjectives and other first words of names that call nobody by themselves.
    WEAK_FIRST = "
        National International British American Royal Federal Central Supreme High New General United First Second
        North South East West Northern Southern Eastern Western Public Global World European African Asian Indian
        Chinese Canadian Australian Great Greater Local State City County Independent Free Democratic People
        People's Social Civil Human Joint Special Chief Young Women Bank University Ministry Department Office
        Daily Sunday Evening Morning Financial Business Los San Santa Saint St El La Le Al Big Red Blue Green Black
        White Good Old The
    ";
}
