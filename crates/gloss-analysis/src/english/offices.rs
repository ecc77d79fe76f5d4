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
        headmistress vice-chancellor representative whip curator provost rector
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
        business sports fisheries cabinet deputy first chief state
    ";

    /// Offices of rulers, which are marked where an article or an honour is before them.
    RULERS = "Amir Emir Sultan Shah Pope Emperor Empress";

    /// Abbreviated offices before a name.
    SHORT_OFFICES = "Sen Rep Gov Amb";

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
