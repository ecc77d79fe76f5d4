//! Who is shown as the speaker, with the trained names: whole phrases, pronouns, passives, descriptions.

use super::*;
use std::sync::LazyLock;

static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::from_bytes(include_bytes!("../../../../../models/names.bin")).unwrap());

/// `marked` has ⟦…⟧ around the words whose speaker is shown under the name `expected`; `-` is nobody. What is shown
/// is a name of the article's own or words of it.
#[track_caller]
fn check(marked: &str, expected: &str) {
    let start = marked.find('⟦').unwrap();
    let text = marked.replace(['⟦', '⟧'], "");
    let end = marked.find('⟧').unwrap() - '⟦'.len_utf8();
    let (article, analysis) = analysis(&text);
    let held = Span::new(start, end);
    let quotation = analysis
        .quotations
        .iter()
        .find(|quotation| quotation.segments.iter().any(|segment| segment.contains(held)))
        .expect("a quotation of these words");
    let shown = quotation.speaker.as_ref().map_or("-", |speaker| speaker.name.as_str());
    assert_eq!(shown, expected);
    if let Some(speaker) = &quotation.speaker {
        assert!(!speaker.span.of(article.text()).is_empty());
        assert!(speaker.entity.is_some() || text.contains(&speaker.name), "{} is pointed at", speaker.name);
    }
}

fn analysis(text: &str) -> (Article, crate::Analysis) {
    let article = Article::new("a".parse().unwrap(), plain_text(text));
    let analysis = analyse(&article, &MODEL);
    (article, analysis)
}

#[test]
fn hyphens_and_ages_belong_to_the_phrase() {
    check("“⟦I could not sleep⟧,” wrote 52-year-old Peter Hall of Derby.", "Peter Hall");
    check("A 19-year-old student said: “⟦I ran⟧.”", "A 19-year-old student");
}

#[test]
fn the_verb_is_no_part_of_the_phrase() {
    check("“⟦Get down⟧!” a guard shouts.\nNobody moves.", "a guard");
    check("“⟦It is over⟧,” the letter read. “Please go home.”", "the letter");
    check("The notice reads: “⟦Keep out⟧.”", "The notice");
    check("“⟦It was fun⟧,” Jenny Moss laughs.", "Jenny Moss");
}

#[test]
fn a_title_between_marks_belongs_to_the_phrase() {
    check("“⟦It was hard⟧,” the “Long Road” singer said.", "the “Long Road” singer");
    check("The “Top Chef” star's brother wrote: “⟦He is ill⟧.”", "The “Top Chef” star's brother");
}

#[test]
fn a_body_may_be_a_list() {
    check(
        "The Office for Budget, Tax and Trade said: “⟦Growth is slow⟧.”",
        "Office for Budget, Tax and Trade",
    );
}

#[test]
fn two_trades_are_one_person() {
    check("The actor and comedian told the crowd: “⟦I am well⟧.”", "The actor and comedian");
    check("He cut the tax, and officials said: “⟦It is bad⟧.”", "officials");
}

#[test]
fn a_participle_before_the_subject_does_not_speak() {
    check("Wiping away tears on Friday, her mother, a nurse, said: “⟦We miss her⟧.”", "her mother");
    check("Looking back, Swan has done well and the club will ask: “⟦What did we do⟧?”", "the club");
}

#[test]
fn fragments_are_never_shown() {
    check("Water was called “⟦poor⟧” on Monday. There said it.", "-");
    check("In the end, 43 said “⟦no way at all⟧”.", "-");
}

#[test]
fn pronouns_look_at_offices_and_objects() {
    check(
        "Carl Voss left.\n“No,” he said.\nBut the chancellor says he will stay.\n“⟦It pays for schools⟧,” he said.",
        "the chancellor",
    );
    check("Mr Hart wrote to the minister, Olga Berg. “⟦We hear you⟧,” she replied.", "Olga Berg");
    check("Mr Cole said no. His wife, Ann, disagreed. “⟦He is wrong⟧,” she said.", "Ann");
    check("Mr Reid's sister, Carol Hunt, was there. “⟦He never hurt anyone⟧,” she said.", "Carol Hunt");
}

#[test]
fn a_subject_stays_the_subject_under_its_pronoun() {
    check(
        "Peter Hill said the mill must close. He has run it with Paul Dean since May. “⟦It is a sad day⟧,” he said.",
        "Peter Hill",
    );
}

#[test]
fn a_clause_that_ended_has_no_say() {
    check("When Lucy Grant told them to leave, Omar Saleh refused, adding: “⟦I pay my rent⟧.”", "Omar Saleh");
    check("On Tuesday Priya Nair, a nurse, said she was tired. “⟦It never ends⟧,” she said.", "Priya Nair");
}

#[test]
fn who_is_told_does_not_speak() {
    check("Mrs Thorne asked for a delay. She was told that “⟦nobody will wait⟧”.", "-");
    check("Staff were told that “⟦jobs are safe⟧”.", "-");
    check("The jury heard Colin Stamp describe the van as “⟦rusty⟧”.", "Colin Stamp");
    check("Mr Kay was told by his doctor that it was “⟦nothing⟧”.", "his doctor");
}

#[test]
fn a_bare_paragraph_goes_on_after_a_sentence_about_its_speaker() {
    check(
        "Mr Clegg also addressed the delay at the lab.\n“⟦It is a shame⟧ and it has cost us a year.”",
        "Clegg",
    );
}

#[test]
fn captions_and_posts_interrupt_a_quotation() {
    check("Mr Shaw said: “We act now.\nTurkey may be next\n“⟦You must stay in⟧.”", "Shaw");
    check("The club said: “He is great.\n— Barton (@Barton) May 20, 2019\n“⟦He has won a cup⟧.”", "The club");
    check(
        "“It was late,” said Ann Hale.\nAnn Hale at the site on Monday\n“⟦We had no lights⟧ and no food.”",
        "Ann Hale",
    );
}

#[test]
fn descriptions_mean_the_one_who_fits() {
    check("Luka Horvat, 33, joined in May. The 33-year-old said: “⟦I feel at home⟧.”", "Luka Horvat");
    check("Jane Moss, 30, and Tim Dale, 41, met. The 41-year-old said: “⟦It was dark⟧.”", "Tim Dale");
    check("Martin Cole was charged with theft. The officer said: “⟦I saw him⟧.”", "The officer");
    check(
        "Ella Brandt, director of the museum, came. Tom Lee did not. The director said: “⟦It is open⟧.”",
        "Ella Brandt",
    );
    let two = "Ella Brandt, director of the museum, met Karl Jung, director of the zoo. ";
    check(&format!("{two}The director said: “⟦It is open⟧.”"), "The director");
}

#[test]
fn office_and_name_are_one() {
    check("“⟦Yes⟧,” said Norway's ambassador to Britain Liv Berg.", "Liv Berg");
    check("Housing officer, Ann Dowd, said it was “⟦fine⟧”.", "Ann Dowd");
}

#[test]
fn names_of_works_and_groups_are_nobodys() {
    check("In his novel “⟦A Year of Rain⟧”, Tom Bell wrote of war.", "-");
    check("A page called ‘⟦Save the old mill⟧’ drew crowds.", "-");
    check("In what Mr Roe called “⟦a farce⟧”, they lost.", "Roe");
    check("It is “⟦hard to stop⟧”, says the agency.", "the agency");
}

#[test]
fn a_dateline_does_not_speak() {
    check(
        "LEEDS — Rep. Gwen Hale on Friday attacked Tom Blake while praising Hilda Carter as a “⟦work horse⟧.”",
        "Gwen Hale",
    );
}

#[test]
fn verbs_of_a_headline_share_their_subject() {
    check("Rep. Gwen Hale slams Blake, praises Carter as “⟦a work horse⟧.”", "Gwen Hale");
}

#[test]
fn a_stop_ends_a_phrase_though_no_space_follows() {
    check("“⟦Bees help all of us⟧,” says Tom Menezes.Native bees make honey.", "Tom Menezes");
}

#[test]
fn a_surname_tells_no_gender() {
    check("It is late now, said Anis Mia, a resident.\n\n“⟦We have asked for help⟧,” he added.", "Anis Mia");
}

#[test]
fn a_long_office_has_its_holder_after_it() {
    check(
        "Adviser to the President in charge of the Archives, Adam Chiki, said: “⟦It is one of the citadels⟧.”",
        "Adam Chiki",
    );
}

#[test]
fn a_trail_of_links_quotes_nothing() {
    let (_, analysis) =
        analysis("The shop closed.\n\nHome » Gardens » Roses » Care for them in winter\n\nIt was old.");
    assert_eq!(analysis.quotations, []);
}

#[test]
fn a_governor_is_called_by_the_state() {
    check(
        "New Jersey Gov. Chris Marsh left. Sen. Ada Moss of Texas stayed. “⟦No way⟧,” the New Jersey governor said.",
        "Chris Marsh",
    );
    check(
        "New Jersey Gov. Chris Marsh left. Sen. Ada Moss of Texas stayed. “⟦No way⟧,” the Texas senator said.",
        "Ada Moss",
    );
}

#[test]
fn a_name_may_end_in_a_stop() {
    check("Carver Roy Moss Jr. said he was busy.\n\n“⟦The boys went whaling⟧,” he said.", "Roy Moss Jr.");
}

#[test]
fn a_time_does_not_speak() {
    check("Each election cycle, there’s a threat many people make: “⟦If he wins, I’m moving away⟧!”", "-");
}

#[test]
fn a_show_is_no_statement_of_its_host() {
    check("Dana Wills is host of “⟦The Nightly Show with Dana Wills⟧.”", "-");
}

#[test]
fn tags_quote_nothing() {
    let (_, analysis) =
        analysis("Read it.\n\n<tweet author=\"@hardball\" date=\"8 May\">Ada Moss was not asked.</tweet>");
    assert_eq!(analysis.quotations, []);
}

#[test]
fn a_party_in_brackets_and_an_office_belong_to_the_name() {
    check("Sen. Ann Holm (R-Texas) said it was “⟦a bad day⟧.”", "Ann Holm");
    check("Mr Reid’s rival Sen. Ann Holm (R-Fla.) called it “⟦a bad day⟧.”", "Ann Holm");
    check("“⟦The ship sailed on⟧,” the US Seventh Fleet said in a statement.", "US Seventh Fleet");
    check("Tom Reed, Chief Retail Banking Officer at Holm Bank, said: “⟦We lost it⟧.”", "Tom Reed");
    check(
        "The director, producer and founder of Blue River Films, Ann Holm, came. Tom Reed left. The producer said: \
         “⟦We film⟧.”",
        "Ann Holm",
    );
}
