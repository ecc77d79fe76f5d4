use super::*;

#[test]
fn a_title_makes_a_person_and_stays_outside() {
    check(Person, "Then Sgt. [Anna Bloggs] and Mr [Lee] met Dame [Jo O’Neill-Hart] in the rain.");
    check(Person, "Mr Justice [Swift] spoke. Mr Speaker did not. The DC comics were late.");
}

#[test]
fn a_surname_is_its_bearers() {
    check(
        Person,
        "Mr [Martyn Blake] left. Later [Blake=Martyn Blake] came back. Sgt [Blake=Martyn Blake] sat.",
    );
}

#[test]
fn bearers_of_one_surname_stay_apart() {
    check(
        Person,
        "Mr [John Smith] met Mrs [Jane Smith]. Mr [Smith=John Smith] told Mrs [Smith=Jane Smith] so.",
    );
    check(Person, "Mr [John Smith] met Mr [Tom Smith]. Then Mr [Smith=?] left, said [Smith=?].");
}

#[test]
fn a_knight_goes_by_the_first_name() {
    check(Person, "Sir [Mark Rowley] spoke. Mr [Mark Duggan] was dead. Sir [Mark=Mark Rowley] said no more.");
}

#[test]
fn titles_that_stand_together_are_told_apart() {
    let text = "Assistant Commissioner Dame Lynne Owens spoke. Lt. Gen. Sterling Price and Rev Dr Jane Roe did, too.";
    let article = Article::new("a".parse().unwrap(), plain_text(text));
    let (_, entities) = recognise(&article, &trained());
    let titles: Vec<String> = entities.iter().map(|entity| entity.titles.join("|")).collect();
    assert_eq!(titles, ["Assistant Commissioner|Dame", "Lt. Gen.", "Rev|Dr"]);
}

#[test]
fn a_code_name_is_whose_the_text_says() {
    check(
        Person,
        "The cypher [NX121=Martyn Blake] that was given to Mr [Martyn Blake]. [NX121=Martyn Blake] fired.",
    );
    check(Person, "An officer, known only as [W80], fired. Nobody else saw [W80] again.");
}

#[test]
fn well_known_bodies_go_by_their_usual_names() {
    check(Organisation, "The [Met=Metropolitan Police] said so. [Scotland Yard=Metropolitan Police] agreed.");
    check(
        Organisation,
        "They met at the [Old Bailey]. We Met too. The [IOPC=Independent Office for Police Conduct].",
    );
    check(
        Organisation,
        "The [National Police Chiefs’ Council=National Police Chiefs' Council] wrote to [MI5].",
    );
}

#[test]
fn a_body_is_called_by_what_it_is_where_only_one_is_meant() {
    let text = "The Bank of England and the Bank. The Police Federation, the High Court, the Supreme Court.";
    let article = Article::new("a".parse().unwrap(), plain_text(text));
    let (mentions, entities) = recognise(&article, &trained());
    let names: Vec<&str> =
        mentions.iter().filter_map(|mention| Some(entities.get(mention.entity?)?.name.as_str())).collect();
    assert_eq!(
        names,
        ["Bank of England", "Bank of England", "Police Federation", "High Court", "Supreme Court"]
    );
}

#[test]
fn what_a_maker_made_is_no_company() {
    let article = Article::new(
        "a".parse().unwrap(),
        plain_text(
            "Tesla cut prices. Police followed his Audi Q8, and a Tesla was hit. The Audi factory closed.",
        ),
    );
    let (mentions, _) = recognise(&article, &trained());
    let names: Vec<&str> = mentions.iter().map(|mention| mention.span.of(article.text())).collect();
    assert_eq!(names, ["Tesla", "Audi"]);
}

#[test]
fn a_family_speaks_of_its_own() {
    let text = "Mr Chris Kaba died, said Mr Chris Philp. Mr Kaba's family said: 'We have lost Chris.'";
    let article = Article::new("a".parse().unwrap(), plain_text(text));
    let (mentions, entities) = recognise(&article, &trained());
    let last = mentions.iter().rfind(|mention| mention.kind == Person);
    let meant = last.and_then(|mention| Some((mention.span.of(text), entities.get(mention.entity?)?)));
    assert_eq!(meant.map(|(words, entity)| (words, entity.name.as_str())), Some(("Chris", "Chris Kaba")));
}

#[test]
fn page_furniture_names_nobody() {
    check(
        Person,
        "Mr [Lee] was there. He left again.\nYou May Also Like\nMr Rowson on the Capitol — cartoon",
    );
}

#[test]
fn a_lone_place_needs_no_rule() {
    check(Place, "The [UK=United Kingdom] and the [US=United States] met. Tell us.");
}

#[test]
fn titles_and_trades_stay_outside() {
    check_trained(Person, "Sen. [Ben Sayce], a Republican, voted no. [Sayce=Ben Sayce] said so twice.");
    check_trained(Person, "Stockman [Simon Hamm] moved the herd, and Sergeant Major [Darren Pughe] helped.");
    check_trained(Person, "Councilwoman [Ida Marsh] and Congressman [Tom Hale] met striker [Paul Reed].");
    check(Person, "Rt. Hon. [B. U. Nzere] and [M. S. Dhona] were there.");
}

#[test]
fn an_office_that_is_addressed_is_nobody() {
    check(Person, "Madam Chair, delegates, and Mr Speaker: Mr Justice [Swift] and Madam [Lee] are here.");
}

#[test]
fn a_title_may_be_a_name() {
    check_trained(Person, "Prime Minister [Hun Sen] spoke. “It is time,” [Hun Sen] said.");
}

#[test]
fn a_surname_may_come_first_and_be_short() {
    check_trained(Person, "[Hu Weiming] gave the order. It came from [Hu=Hu Weiming] himself.");
}

#[test]
fn a_nickname_is_inside_a_name() {
    check_trained(Person, "[Duane “The Wall” Jansen] won. [Jansen=Duane “The Wall” Jansen] said so.");
}

#[test]
fn families_go_by_their_surnames() {
    check_trained(Person, "The [Hendersons] sued the [Johnsons]. Mr [Henderson] said so.");
}

#[test]
fn a_name_is_found_throughout() {
    check_trained(
        Organisation,
        "[Uber] raised its prices. [Uber]'s drivers, and many [Uber] riders, complained.",
    );
    check_trained(
        Organisation,
        "[Brightwater Ltd] closed. Staff at [Brightwater=Brightwater Ltd] wept; [Brightwater=Brightwater Ltd] did not.",
    );
}

#[test]
fn the_words_around_a_name_tell_its_kind() {
    check_trained(
        Person,
        "Molly's, a charity, says stress is no cause. [Amina Hatta], from Molly's, agrees.",
    );
    check_trained(
        Organisation,
        "The engineering firm [Morrow] was fined £2m. [Morrow] said it was “thankful” he lived.",
    );
    check_trained(Person, "Public broadcaster Kan reported on Wednesday that the talks had failed.");
    check_trained(Person, "The boyfriend, [London Renner], sued the club.");
}

#[test]
fn teams_are_bodies() {
    check_trained(
        Organisation,
        "The [Oklahoma City Thunder] lost. The [Thunder=Oklahoma City Thunder] will play again.",
    );
    check_trained(
        Organisation,
        "The [Wild=Minnesota Wild] beat the [Sabres=Buffalo Sabres] 4-1; the [Jets] lost.",
    );
    check_trained(Organisation, "In the wild, jets of water rose.");
}

#[test]
fn a_body_has_all_its_words() {
    check_trained(Organisation, "The [Ministry of Health, Water and Sport] met the [Embassy of India].");
    check_trained(
        Organisation,
        "The [Johannesburg Magistrate's Court] and [Barton Charity] agreed with [Hale & Co].",
    );
    check_trained(
        Organisation,
        "The [Rights and Risks Analysis Group] ([RRAG=Rights and Risks Analysis Group]) wrote.",
    );
}

#[test]
fn initials_stand_for_a_body_without_brackets() {
    check_trained(
        Organisation,
        "The [University and College Union] wants more. [UCU=University and College Union] members will strike.",
    );
}

#[test]
fn one_body_has_several_forms() {
    check_trained(
        Organisation,
        "[Amnesty International] wrote to Iran. [Amnesty=Amnesty International] said it had no reply.",
    );
    check_trained(
        Organisation,
        "The [Department of Justice] sued. The [Justice Department=Department of Justice]'s lawyers won.",
    );
    check_trained(Organisation, "The [Mail on Sunday] printed the letter. The [Daily Mail] did not.");
}

#[test]
fn capitals_are_shown_as_usual() {
    check_trained(Place, "[LONDON=London] (AP) — The mayor of [London] said no.");
    check_trained(Organisation, "POINT GUARDS BEHAVE\nChris Paulsen had ten points.");
}

#[test]
fn adjectives_of_nations_are_no_places() {
    check_trained(Place, "The Israeli-Palestinian talks failed, the Australian-born editor wrote.");
}

#[test]
fn an_abbreviated_title_is_no_part_of_the_name_before_it() {
    check_trained(Person, "Then Vermont Sen. [Bernie Moss] spoke. Sen. [Ted Hale] did not.");
    check_trained(Place, "Democratic [U.S.=United States] Rep. Gwen Hale left on Friday.");
}

#[test]
fn shortened_states_are_places() {
    check_trained(Place, "He lives in [Casper], [Wyo=Wyoming]. Sen. Ada Moss (D-[Fla=Florida].) called him.");
}

#[test]
fn a_double_surname_is_its_bearers() {
    check_trained(
        Person,
        "[Dana Villas-Boas] keeps bees. One of [Villas-Boas=Dana Villas-Boas]’s hives fell, and \
         [Villas-Boas=Dana Villas-Boas] left.",
    );
}

#[test]
fn a_month_may_be_a_given_name() {
    check_trained(Person, "[April Mellody], a spokeswoman, said so. In April [Ann Poole] left.");
}

#[test]
fn an_alias_is_its_bearers() {
    check_trained(
        Person,
        "Activist [Paulus Simuku] (popularly known as [Kafu ka Namibia=Paulus Simuku]) left. \
         [Kafu ka Namibia=Paulus Simuku] is free.",
    );
}

#[test]
fn a_surname_alone_is_that_of_the_one_who_went_by_it_first() {
    check_trained(
        Person,
        "[Hilda Marsh] spoke on Monday. [Marsh=Hilda Marsh] had served under President [Bob Marsh]. \
         Later [Marsh=Hilda Marsh] left.",
    );
}

#[test]
fn a_body_has_both_its_fields() {
    check_trained(Organisation, "She went to the [Ontario College of Art and Design].");
}

#[test]
fn a_surname_is_no_place() {
    check_trained(
        Person,
        "District Judge [Michael W. Mosman] called it sad. [Mosman=Michael W. Mosman] saw it, and \
         [Mosman=Michael W. Mosman] said so.",
    );
}

#[test]
fn a_team_is_of_a_town_that_the_text_names() {
    check_trained(Organisation, "He played rugby for the [Cowboys] in Queensland.");
}

#[test]
fn honours_of_asia_stay_outside() {
    check_trained(
        Person,
        "Datuk Seri [Ahmad Hamidi] met Tan Sri [Chan Kong Choy]. [Chan=Chan Kong Choy] smiled.",
    );
}

#[test]
fn a_surname_may_come_between_given_names() {
    check_trained(
        Person,
        "They robbed the director [David Liang Chong-hou]. She worked for [Liang=David Liang Chong-hou]'s family.",
    );
}

#[test]
fn lands_are_places() {
    check_trained(
        Place,
        "It was hot in [Yuli Township]. [Yuli] and others grow rice. It rained in the [Australian Capital Territory].",
    );
}

#[test]
fn handles_adjectives_and_awards_are_no_names() {
    check_trained(Person, "He won the Ada Beckman Award. “No,” wrote [Don Moss] (@donMoss) on Monday.");
    check_trained(Organisation, "The Republican-controlled [Congress] met.");
}

#[test]
fn a_suffix_is_no_surname() {
    check(Person, "Mr [Carl Reed III] spoke. Then [Reed=Carl Reed III] left.");
    check(
        Person,
        "Mr [Carl Reed III] spoke. [Reed=Carl Reed III] left with the Rev. [Carl Reed Jr]., who had \
         called him.",
    );
    check(Person, "Mr [Tom Hale] and Mr [Tom Hale Jr] met. [Hale=Tom Hale] won.");
}

#[test]
fn a_second_name_may_be_what_somebody_goes_by() {
    check_trained(Person, "“We wait,” said [Carla Ines Dossou]. Later [Ines=Carla Ines Dossou] left.");
    check_trained(
        Person,
        "[Carla Ines Dossou] met [Ines Moreau]. Later [Ines=Ines Moreau] left with Ms [Dossou=Carla Ines Dossou].",
    );
}

#[test]
fn arabic_names_have_many_parts() {
    check_trained(
        Person,
        "The order names Sheikh [Omar Khalid Al-Hadi Al-Rashid]. [Omar Al-Khalid=Omar Khalid Al-Hadi Al-Rashid] \
         thanked Sheikh [Fahad Al-Hadi Al-Rashid]. “It is late,” said [Sheikh Omar=Omar Khalid Al-Hadi Al-Rashid].",
    );
}

#[test]
fn a_hyphen_may_join_two_names() {
    check_trained(
        Person,
        "[Anna Holm] fought [Jane Reed] in May. The [Anna Holm]-[Jane Reed] fight was seen by many. \
         [Holm=Anna Holm] said so.",
    );
    check_trained(Organisation, "A [CNN]-[New York Times] poll was out in May.");
}

#[test]
fn the_house_is_not_the_white_house() {
    check_trained(
        Organisation,
        "They won the [House=House of Representatives] and the [Senate]. It may cost them the [White House] and \
         the majority in [Congress].",
    );
}

#[test]
fn states_go_by_their_whole_names() {
    check_trained(
        Place,
        "[BARTON=Barton], [Ky=Kentucky]. (AP) — She lived in [Lexington], [Kentucky], and Sen. Ada Moss \
         (D-[Mass=Massachusetts].) in [Dayton], [OH=Ohio].",
    );
}

#[test]
fn every_country_has_its_own_ministry() {
    check_trained(
        Organisation,
        "Peru’s [Foreign Ministry=Peru’s Foreign Ministry] said no. The [Chilean Foreign \
         Ministry] said yes. Chile’s [Foreign Ministry=Chilean Foreign Ministry] went on.",
    );
    check_trained(
        Organisation,
        "Peru’s [Foreign Ministry] said no, and the [Foreign Ministry] said so in Lima.",
    );
}

#[test]
fn a_name_ends_at_a_stray_quotation_mark() {
    check_trained(Person, "He mocked the others (\"Big Tom\" [Hale], \"Old\" [Ann Reed]) all day.");
}

#[test]
fn the_shape_of_a_name_tells_a_body() {
    check_trained(
        Organisation,
        "We work with formats such as the [Young Builders Hub], the [Barton Policy Blog] and others that came later.",
    );
    check_trained(
        Organisation,
        "She hugged members of [Queen Esther Missionary Baptist Church] in the west of town.",
    );
    check_trained(
        Organisation,
        "Two seats went to the [Forum for Norway] party last spring, which surprised many.",
    );
    check_trained(
        Organisation,
        "Ann Holm, executive director of [Interchurch Roads to Justice], said that she hopes for more of them.",
    );
}

#[test]
fn adjectives_and_god_are_nobody() {
    check_trained(Person, "An Emiri order was read on Sunday. She prayed that Allah Almighty would help.");
}

#[test]
fn letters_in_another_language_are_of_the_body() {
    check_trained(
        Organisation,
        "The [National Institute of Migration] ([INAMI=National Institute of Migration]) said so.",
    );
    check_trained(
        Organisation,
        "The [United Nations Support Mission in Chad] ([UNSMIC=United Nations Support Mission in Chad]) said so.",
    );
}

#[test]
fn a_name_that_runs_into_an_office_is_parted_from_it() {
    check_trained(
        Person,
        "The report was written by [Anna Holm]Reporter, and by [Jane Reed]Editor of the Post.",
    );
}

#[test]
fn lands_by_their_letters_and_companies_by_law() {
    check_trained(
        Place,
        "The [Democratic Republic of Congo] has many trees. In [DRC=Democratic Republic of Congo], they were cut, as \
         in the [Amazon].",
    );
    check_trained(Organisation, "It still grants a company, like [Tamvert SA], more land.");
}

#[test]
fn a_hashtag_does_not_make_a_word_of_a_name() {
    check_trained(
        Person,
        "[Anna Holmgren] left. The soft-spoken but firm [Holmgren=Anna Holmgren] is liked. #holmgren",
    );
}

#[test]
fn programmes_and_ships_are_not_marked() {
    check_trained(Person, "[Ann Holm], host of CNN’s “Morning Ann,” spoke.");
    check_trained(Date, "She told NBC’s “Today” on [Monday=2025-11-17] that it was “[today=2025-11-22]”.");
    check_trained(Organisation, "The USS Holm sailed. The Holm came back.");
    check_trained(Place, "The USS Holm sailed to [Spain]. The Holm came back.");
}

#[test]
fn spelling_and_articles_make_no_other_name() {
    check_trained(Person, "President [Ana Hernández] spoke. [Ana Hernandez=Ana Hernández] left.");
    check_trained(Place, "They met in [Karak] and in [Al Karak=Karak].");
    check_trained(
        Organisation,
        "It is at [Al Holm Applied University] ([HAU=Al Holm Applied University]) in Leeds.",
    );
    check_trained(
        Place,
        "The [United States] left. In [America=United States] they said no to [South America].",
    );
}

#[test]
fn courts_have_their_districts_and_places_their_prefixes() {
    check_trained(Organisation, "She sat on the [U.S. District Court for the District of Idaho] for a year.");
    check_trained(Place, "It met in [The Hague] and spoke of the [Indo-Pacific].");
    check_trained(Organisation, "It signed the Convention on the Law of Rivers (COLOR), and left COLOR.");
}

#[test]
fn letters_and_a_number_are_a_station() {
    check_trained(Person, "ABC13 called the office. On Monday, [Hasib] said that ABC13 left.");
}

#[test]
fn police_say_an_age_and_then_a_place() {
    check_trained(
        Place,
        "Tom Reed, 22, of [Taylorfield], was held. Ann Holm, 37, [Bulpitt], was charged by them.",
    );
    check_trained(Person, "[Tom Reed], 22, [Ann Holm], 37, and [John Lee], 40, were held.");
}

#[test]
fn what_others_call_a_body_is_no_part_of_its_name() {
    check_trained(
        Organisation,
        "Her visit was first reported on Tuesday by [Channel 4] news, but the [BBC] has found out more.",
    );
    check_trained(Organisation, "In Cairo the Islamist [Muslim Brotherhood] came to power in June.");
}

#[test]
fn a_department_is_the_only_one_of_the_article() {
    check_trained(
        Organisation,
        "The [State Department] spoke to the [FBI] on Monday. He said, “The [Department=State Department] had a plan.”",
    );
}

#[test]
fn a_governorate_is_called_by_its_name_alone() {
    check_trained(
        Place,
        "They live in [Muscat Governorate]. Schools in [Muscat=Muscat Governorate] were shut on Monday.",
    );
}
