//! Words of offices and positions.

use super::word_lists;

word_lists! {
    /// What people are, in one word.
    HEADS = "
        commissioner secretary minister director chief president chairman chairwoman chairperson chair spokesman
        spokeswoman spokesperson mayor leader chancellor editor manager ambassador governor senator congressman
        congresswoman councillor professor bishop archbishop founder cofounder coach captain lawyer barrister
        solicitor coroner commander speaker judge inspector superintendent constable sergeant premier envoy
        executive officer head ombudsman correspondent ceo cfo coo cto treasurer principal headteacher headmaster
        headmistress vice-chancellor representative whip curator provost rector administrator procurator registrar
    ";

    /// Words before a head that belong to the office.
    MODIFIERS = "
        deputy assistant vice chief acting former shadow prime foreign home health education defence defense justice
        general executive managing senior police press finance interim official transport energy environment
        culture trade business opposition party secretary district attorney solicitor ex then incoming outgoing
        permanent principal financial operating technology creative artistic communications campaign labour labor
        interior agriculture immigration housing treasury joint regional national state city county village parish
        first honorary founding editorial political economics diplomatic sports news majority minority house
        policing security economic parliamentary under associate co crown second
    ";

    /// Words before "general", with which it is an office: "Attorney General", but not "General Secretary".
    BEFORE_GENERAL = "
        attorney solicitor director inspector secretary governor auditor comptroller surgeon advocate accountant
        consul controller commissioner
    ";

    /// What somebody is head of, in small letters: "secretary of state", "head of research".
    FIELDS = "
        state defense defence health education labor labour treasury transport transportation finance justice
        agriculture energy interior commerce environment tourism culture police staff research communications
        operations policy strategy marketing sales security trade industry immigration science technology
        development design engineering surgery medicine history economics law sociology psychology physics
        government mission parliament opposition
    ";

    /// What ministers and secretaries are of, in one word before them, so that it is an office whoever holds it.
    PORTFOLIOS = "
        prime foreign home interior defence defense finance justice health education energy transport transportation
        environment agriculture trade labor labour culture tourism treasury housing immigration economy economics
        commerce industry science development communications information planning water oil petroleum security
        business sports fisheries cabinet deputy first chief state intelligence telecommunications aviation railways
        welfare youth irrigation electricity infrastructure migration employment
    ";

    /// Offices of rulers, which are marked where an article or an honour is before them.
    RULERS = "Amir Emir Sultan Shah Pope Emperor Empress";

    /// Abbreviated offices before a name.
    SHORT_OFFICES = "Sen Rep Gov Amb Pres";

    /// Verbs before somebody and the office that they are given: "naming Ann Holm as minister".
    NAMING = "
        naming named names name appointing appointed appoints appoint electing elected elects elect nominating
        nominated nominates nominate making made choosing chose picking picked promoting promoted confirming
        confirmed installing installed
    ";

    /// Verbs between somebody and "as" with their office: "she served as minister".
    SERVES = "served serves serving serve acted acts acting worked works working sworn resigned installed appointed";

    /// What parts of countries are, in small letters after their names: "Kowloon West district".
    DIVISIONS = "district county city province region state division police prefecture municipality council";

    /// Parts of bodies, in small letters after the body: "the Chamber's branch".
    PARTS_OF_BODIES = "
        branch board council committee office department division unit bureau commission wing chapter faculty
    ";

    /// Words that end the description of a body: "the director of the hospital met them".
    NOT_OF_BODY = "
        and or who which that to with by from was is were has had said says told met on when while as him her them it
        this
    ";

    /// What people have that others speak for: "the Holm campaign".
    CAMPAIGNS = "campaign administration government team foundation family estate transition cabinet";

    /// What somebody's time in an office is called: "Ann Holm's term as minister".
    TERMS = "term tenure time stint years work role service appointment election";

    /// Words that make an office another one: nobody calls a vice president "the president".
    RANKING = "
        vice deputy assistant associate under acting former ex then shadow interim outgoing incoming late co
    ";

    /// Words with which an office means the post and not whoever holds it: "the governor election", "the post of the mayor".
    POSTS = "post posts position role figure title job election elections race seat candidate candidacy candidates";

    /// Offices that many hold at once, most of them in one chamber.
    OF_MANY = "senator representative congressman congresswoman councillor mp mep msp judge professor lawyer";

    /// Heads of offices that mean too many others when they stand alone.
    TOO_COMMON = "officer executive head chair principal whip general prince princess lawyer constable sergeant";

    /// Verbs between somebody and the office that they hold or come to hold.
    HOLDS = "is was became becomes remains as elected appointed named";
}

/// Offices that are marked without a holder.
pub(crate) const OFFICES: &[&str] = &[
    "prime minister",
    "home secretary",
    "foreign secretary",
    "justice secretary",
    "health secretary",
    "education secretary",
    "defence secretary",
    "shadow home secretary",
    "shadow chancellor",
    "shadow foreign secretary",
    "attorney general",
    "chancellor",
    "lord chancellor",
    "chief constable",
    "deputy prime minister",
    "pm",
    "foreign minister",
    "defence minister",
    "finance minister",
    "attorney-general",
    "commissioner general",
    "president-elect",
    "secretary of state",
    "secretary of defense",
    "secretary of defence",
    "inspector general",
    "chief of staff",
    "crown prince",
    "crown princess",
    "amir",
    "emir",
    "sultan",
    "pope",
    "sen",
    "rep",
    "gov",
];
