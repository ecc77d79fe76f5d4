use super::*;

#[test]
fn an_office_has_a_holder_where_the_text_says_so() {
    check(Role, "The [Met Police commissioner=Mark Rowley], Sir Mark Rowley, spoke.");
    check(Role, "[Shadow Home Secretary=Chris Philp] Mr Chris Philp and the [prime minister] met.");
    check(Role, "Ms Ann Lee, the [director of the BBC=Ann Lee], left. The [director=Ann Lee] stayed.");
}

#[test]
fn an_office_has_its_body() {
    check_trained(Role, "Lina Ekberg, the [editor-in-chief of the Barton Post=Lina Ekberg], resigned.");
    check_trained(Role, "The [Inspector-General of Police=Ibrahim Idowu], Ibrahim Idowu, was sued.");
    check_trained(Role, "Chidi Onuma, the [Labour MP for Barton=Chidi Onuma], said no.");
    check_trained(Role, "Cheuk Hau, the [commander of Kowloon West district=Cheuk Hau], was there.");
    check_trained(
        Role,
        "Will Mowbray, [chief executive=Will Mowbray] of the London-based charity Full Facts, left.",
    );
    check_trained(Role, "[Secretary of State=Ann Hale] Ann Hale met a [former ambassador to Russia].");
    check_trained(Role, "Brian Fall, a [spokesman=Brian Fall] for Mrs Hale, left.");
}

#[test]
fn an_office_changes_hands() {
    check_trained(
        Role,
        "The [education secretary=Keith Orme], Sir Keith Orme, left. Kenneth Bates became \
         [education secretary=Kenneth Bates] in June.",
    );
    check_trained(Role, "Michelle Heggs is the [CEO of Brightwater Ltd=Michelle Heggs].");
}

#[test]
fn what_keeps_is_no_office() {
    check_trained(Role, "The keeper, Ann Hale, saved twice. The goalkeeper Tom Reed did not.");
    check_trained(Role, "His Honour Judge Neil Forde jailed him for a year.");
}

#[test]
fn a_holder_may_come_after_letters_in_brackets() {
    check_trained(
        Role,
        "The [director of the National Civil Police=Mauricio Moss] (NCP), Mauricio Moss, left.",
    );
}

#[test]
fn ministers_and_rulers_have_offices() {
    check_trained(
        Role,
        "Ann Holm most recently served as [First Deputy Prime Minister=Ann Holm] and [Interior Minister=Ann Holm].",
    );
    check_trained(Role, "The state's [interior minister] spoke to the [Crown Prince] and the [Emir].");
    check_trained(Role, "It was up to the [Crown Prince=Omar Hadi], Omar Hadi.");
}

#[test]
fn an_office_is_given_by_naming_somebody() {
    check_trained(Role, "An order naming Ann Holm as Peru’s new [prime minister=Ann Holm] was read.");
    check_trained(Role, "They named Dr Ann Holm a new [Prime Minister for Peru=Ann Holm] on Sunday.");
}

#[test]
fn short_offices_and_oppositions() {
    check_trained(Role, "She called [Sen.=Ann Holm] Ann Holm (D-Mass.) a friend.");
    check_trained(Role, "Armin Reed, the [leader of the opposition in North Holmland=Armin Reed], said so.");
}

#[test]
fn an_office_stands_behind_its_holder() {
    check_trained(
        Role,
        "She met [Sen.=Ann Holm] Ann Holm (R-Iowa), [chairman of the Judiciary Committee=Ann Holm], on Monday.",
    );
    check_trained(
        Role,
        "Ann Holm, a [law professor at the University of Leeds=Ann Holm] who writes on courts, said no.",
    );
    check_trained(Role, "Tom Reed, [Chief Retail Banking Officer at Holm Bank=Tom Reed], left.");
}

#[test]
fn several_offices_of_one_body_are_one_persons() {
    check_trained(
        Role,
        "The [director, producer and founder of Blue River Films=Ann Holm], Ann Holm, spoke. The [director of Blue \
         River Films=Ann Holm] left.",
    );
}

#[test]
fn the_president_is_whoever_has_the_title() {
    check_trained(
        Role,
        "They met [President=Ann Holm] Ann Holm in Leeds. Some blamed the [president=Ann Holm] for it.",
    );
    check_trained(
        Role,
        "Nobody had told the [president] or the [president-elect], only the president of a club.",
    );
}

#[test]
fn an_office_has_all_its_words() {
    check_trained(Role, "The new [NPA commissioner general=Ann Holm], Ann Holm, spoke.");
    check_trained(Role, "They met the [Mayor of Curepipe=Tom Reed] Mr Tom Reed.");
    check_trained(Role, "Ann Holm, the [justice minister nominee=Ann Holm], spoke.");
    check_trained(
        Role,
        "The [Minister of Education, Tertiary Education, Science and Technology=Ann Holm], Ann Holm, came.",
    );
}

#[test]
fn heads_in_small_letters_are_offices() {
    check_trained(
        Role,
        "Ann Holm, [then-administrator of the Barton Water Agency=Ann Holm], left. Tom Reed, [deputy \
         procurator-general of the Barton Court=Tom Reed] (BC), stayed.",
    );
    check_trained(Role, "The letter went to the [chief of staff] and the [inspector general].");
    check_trained(Role, "She met [Pres.=Ann Holm] Ann Holm on Monday.");
}

#[test]
fn a_body_may_be_described_before_the_holder() {
    check_trained(
        Role,
        "The [then-director of the old town hospital=Tom Reed], Prof. Tom Reed, wrote to her.",
    );
    check_trained(Role, "The director of the hospital met them, Tom Reed said.");
}

#[test]
fn a_body_may_be_part_of_another() {
    check_trained(
        Role,
        "Tom Reed, [Chairman of the Chamber's branch in Holmland=Tom Reed], said so. Ann Holm, a [spokeswoman for the \
         Reed campaign=Ann Holm], did not.",
    );
}

#[test]
fn the_next_office_is_the_same_persons() {
    check_trained(
        Role,
        "Ann Holm, [president of Barton Bank=Ann Holm] and [head of the Barton Rotary Club=Ann Holm], left.",
    );
}

#[test]
fn an_office_is_held_with_somebody() {
    check_trained(Role, "He won in 2008 with Ann Holm as his [Secretary of State=Ann Holm].");
    check_trained(Role, "It was built during Ann Holm's term as [minister=Ann Holm].");
}

#[test]
fn an_office_stands_for_its_holder() {
    check_trained(
        Role,
        "[Deputy Health Minister=Ann Holm] Ann Holm left. Nobody asked the [deputy minister=Ann Holm] why.",
    );
    check_trained(Role, "[Transport Minister=Ann Holm] Ann Holm left. The [minister=Ann Holm] was late.");
    check_trained(
        Role,
        "The [Barton Council inspector general=Tom Reed], Tom Reed, wrote. They thanked the [inspector general=Tom Reed].",
    );
    // Two ministers, another rank, another body, no article.
    check_trained(
        Role,
        "[Transport Minister=Ann Holm] Ann Holm and [Health Minister=Tom Reed] Tom Reed left. The minister was late.",
    );
    check_trained(Role, "[Vice President=Ann Holm] Ann Holm met the [president].");
    check_trained(Role, "[Transport Minister=Ann Holm] Ann Holm left. The minister for the river was late.");
}
