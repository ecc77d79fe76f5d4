//! Tells an article from what the web page around it left in its text.
//!
//! 1. `line` tells from the shape of a line whether it is prose: it ends as a sentence, or holds words that somebody
//!    says. Such a line is never furniture, unless it is a known notice or among many short lines below the article.
//! 2. `page` finds the article on a page that was copied as a whole: menus, teasers and small print above and below
//!    it are furniture. `menu` has the lines that prove it to be such a page.
//! 3. `phrases` has what prompts, notices and lists of other articles begin with.
//! 4. `credits` tells captions, and credits that stand alone.
//!
//! Nothing is removed: a block keeps its span and changes its kind.

mod byline;
mod credits;
mod line;
mod menu;
mod page;
mod phrases;

use credits::Credit;
use gloss_text::{Block, BlockKind};
use line::Line;

/// Whole words that may stand alone on a line of furniture.
const ALONE: &[&str] = &[
    "share",
    "tweet",
    "email",
    "print",
    "comment",
    "comments",
    "menu",
    "search",
    "reply",
    "close",
    "topics",
    "related",
    "loading",
    "advertisement",
    "ad",
    "anzeige",
    "copyright",
    "promoted",
    "trending",
];

/// Longest teaser below a list's heading, in code points.
const LONGEST_TEASER: usize = 150;
/// Longest heading within an article, in bytes.
const LONGEST_HEADING: usize = 90;

/// Sets the kind of every block of `text`: furniture, caption, heading or paragraph.
pub(super) fn recognise(text: &str, blocks: &mut [Block]) {
    let lines: Vec<Line> = blocks.iter().map(|block| Line::new(block.span.of(text))).collect();
    let prompts: Vec<bool> = lines.iter().map(phrases::is_prompt).collect();
    let page = page::parts(&lines, &prompts);
    let mut below_list = false;
    for (place, (block, line)) in blocks.iter_mut().zip(&lines).enumerate() {
        let outside = page.outside.get(place) == Some(&true);
        let headline = page.headlines.get(place) == Some(&true);
        let at_an_end = place == 0 || place + 1 == lines.len();
        let prompt = prompts.get(place) == Some(&true);
        below_list = phrases::heads_list(line)
            || phrases::begins_offer(line)
            || below_list && (is_teaser(line) || prompt) && !headline;
        let leads_on = place > 0 && lines.get(place + 1).is_some_and(phrases::leads_on);
        let furniture = outside
            || below_list
            || prompt
            || is_mail(line.words)
            || phrases::leads_on(line)
            || leads_on && is_teaser(line) && !line.words.ends_with(['…', '?'])
            || is_sign_or_word(line.words)
            || at_an_end && is_address(line.words);
        block.kind = match credits::credit(line) {
            Credit::Alone => BlockKind::Furniture,
            _ if furniture => BlockKind::Furniture,
            Credit::Caption => BlockKind::Caption,
            Credit::None => block.kind,
        };
    }
    headings(text, blocks);
}

/// Makes short lines above paragraphs headings. Three or more in a row are a list.
fn headings(text: &str, blocks: &mut [Block]) {
    let like = |block: &Block| block.kind == BlockKind::Paragraph && is_heading(block.span.of(text));
    for run in blocks.chunk_by_mut(|a, b| like(a) == like(b)) {
        if run.len() <= MOST_HEADINGS && run.first().is_some_and(like) {
            for block in run {
                block.kind = BlockKind::Heading;
            }
        }
    }
    // What is not above a paragraph after all, or goes on in small letters there, is none.
    let mut below: Option<&str> = None;
    for block in blocks.iter_mut().rev() {
        let words = block.span.of(text);
        match block.kind {
            BlockKind::Furniture => below = None,
            BlockKind::Caption => {}
            _ => {
                if below.is_none_or(|below| below.starts_with(char::is_lowercase)) {
                    block.kind = BlockKind::Paragraph;
                }
                below = Some(words);
            }
        }
    }
}

/// Most headings in a row: that of a part, and that of its first section.
const MOST_HEADINGS: usize = 2;

/// A line below the heading of a list that is not a sentence of the article: the title of another article, a question,
/// or its first words, cut off.
fn is_teaser(line: &Line) -> bool {
    let asks = line.words.ends_with('?') && !line.holds_speech();
    line.length <= LONGEST_TEASER && (asks || !line.is_sentence())
}

fn is_sign_or_word(words: &str) -> bool {
    !words.contains(char::is_alphanumeric) || ALONE.contains(&fold(words).as_str())
}

fn is_address(line: &str) -> bool {
    (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www."))
        && !line.contains(char::is_whitespace)
}

/// An address for e-mail, alone on its line or behind a byline: "Ann Poole - [email protected]".
fn is_mail(line: &str) -> bool {
    // So servers hide addresses from programs.
    let hidden =
        ["[email protected]", "[email\u{a0}protected]"].iter().find_map(|end| line.strip_suffix(end));
    let hidden = hidden.filter(|before| before.len() <= LONGEST_HEADING);
    if hidden.is_some_and(|before| before.is_empty() || before.trim_end().ends_with(['-', '–', '|'])) {
        return true;
    }
    line.split_once('@').is_some_and(|(name, host)| {
        let plain = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c == '@');
        plain(name) && plain(host) && host.contains('.')
    })
}

fn is_heading(line: &str) -> bool {
    line.len() <= LONGEST_HEADING
        && !is_address(line)
        && line.starts_with(char::is_alphanumeric)
        && line.ends_with(|c: char| c.is_alphanumeric())
}

fn fold(line: &str) -> String {
    line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'")
}

#[cfg(test)]
mod tests {
    use crate::plain_text;
    use gloss_text::BlockKind;
    use proptest::prelude::*;

    /// Each line begins with the kind expected of it: `F` furniture, `C` caption, `H` heading, `P` paragraph.
    #[track_caller]
    fn check(lines: &[&str]) {
        let text: Vec<&str> = lines.iter().map(|line| line.get(2..).unwrap_or_default()).collect();
        let document = plain_text(text.join("\n"));
        let found: Vec<String> = document
            .blocks()
            .iter()
            .map(|block| {
                let kind = match block.kind {
                    BlockKind::Furniture => "F",
                    BlockKind::Heading => "H",
                    BlockKind::Paragraph => "P",
                    BlockKind::Caption => "C",
                    _ => "?",
                };
                format!("{kind} {}", block.span.of(document.text()))
            })
            .collect();
        assert_eq!(found, lines);
    }

    #[test]
    fn prompts_and_forms_are_furniture() {
        check(&[
            "F Getting your Trinity Audio player ready...",
            "F |",
            "P The police said that the hearing would go on.",
            "F Your browser does not support iframes.",
            "F Continue reading…",
            "F Leave a Reply",
            "F Your email address will not be published. Required fields are marked *",
        ]);
    }

    #[test]
    fn teasers_below_a_list_are_furniture_until_prose_returns() {
        check(&[
            "P The council will meet again on Monday.",
            "F You May Also Like",
            "F Is the mayor right to say that no one will pay more?",
            "F The mayor risks leading people to believe that they do not need…",
            "P The councillors said they would look at it again. “There is no hurry,” the mayor told them, and left.",
        ]);
    }

    #[test]
    fn prose_that_begins_like_a_prompt_is_prose() {
        check(&[
            "P Subscribe to that view and you will find yourself alone in the party, say its older members, who \
             have seen leaders come and go since the war.",
            "P Related companies were searched. Nobody was arrested.",
            "P Loading the lorries took four hours. The men were tired.",
        ]);
    }

    #[test]
    fn a_sentence_below_a_list_ends_it() {
        check(&[
            "P The jury went out at noon.",
            "F More from the trial",
            "F Woman tells court of her fear",
            "P Mr Hale, 40, denies the charge.",
            "P “I was asleep,” he told the court.",
        ]);
        check(&[
            "F Don't miss",
            "F Ten tips for a small garden",
            "P The firm mended it, a spokeswoman said.",
        ]);
    }

    #[test]
    fn a_sentence_that_begins_with_the_word_of_a_prompt_is_prose() {
        check(&[
            "P Copyright law does not cover such songs, the judge ruled.",
            "P Promoted to the top league in 2019, the club has lost nine games.",
            "P Sponsored by the Labour MP Ann Poole, the bill became law in May.",
            "P Trending downwards, wages fell again in May.",
            "P Published by a small press in 1953, the novel sold a million copies.",
            "P By signing up to the deal, Britain would lose its seat.",
            "P Comments were made in both houses.",
        ]);
    }

    #[test]
    fn notices_are_furniture_though_they_are_sentences() {
        check(&[
            "P The bridge will open in May.",
            "F Originally published on Sky Wonders.",
            "F Got a story? Email us at news@barton.example",
            "F Diese Website verwendet Akismet, um Spam zu reduzieren.",
            "F View this post on Instagram",
            "F A post shared by Ann Poole (@annpoole)",
            "F A post shared by Ann Poole - the baker of Barton (@ann.poole) on Apr 27, 2020 at 9:24am PDT",
            "F #bridge #Barton",
            "P #!/bin/sh",
            "P A post shared by the mayor, who has many friends, drew anger.",
            "P It cost £5m.",
        ]);
    }

    #[test]
    fn a_teaser_is_above_its_own_read_more() {
        check(&[
            "P The mayor said no.",
            "F Third of staff 'have been bullied'",
            "F Read more",
            "P The council said it would act.",
            "F Continue reading",
        ]);
    }

    #[test]
    fn paths_buttons_and_repeated_menus_are_furniture() {
        check(&[
            "F Home",
            "F News",
            "F Sport",
            "F Culture & Stage",
            "F Town Hall Notes",
            "F Contact us",
            "F Sign in",
            "F Culture & Stage",
            "F Town Hall Notes",
            "F Home » News » New bridge to open in the spring",
            "F Posted inNews",
            "F New bridge to open in the spring",
            "P New bridge to open in the spring",
            "F FB Tweet Pin Email Print",
            "P The bridge will open in May, the mayor said, and the old one will come down.",
            "P It has cost the town more than it had in its purse, and it is a year late, as the builders had to wait \
             for steel until the river was low enough for the boats.",
            "F TAGS: bridges, Barton, traffic, Ann Poole, the mayor of Barton, spring, roads, the river, old towns",
            "F Share options",
            "F Barton Press",
            "F ann@barton.example",
            "F Privacy policy",
            "F Terms of use",
            "F New bridge to open in the spring",
            "F Barton Press is a registered trademark. © 2020 Barton Press. All rights reserved. Offers may change \
             without notice. Privacy policy. We pass on what you give us to nobody, unless you ask for it or a court does.",
        ]);
    }

    #[test]
    fn offers_to_subscribe_are_furniture_with_their_points() {
        check(&[
            "P The bridge will open in May, the mayor said.",
            "F To view the full story, please subscribe to the Barton Press. It costs £5.",
            "F When you join the Barton Press, you get unlimited digital access to all that we write, to what is new in \
             the town and to what was new a hundred years ago, when the old bridge was opened by a king who had come \
             by boat, as there was no other way to come. We have been at it since then, and we do not mean to stop.",
            "F Join now or renew to get:",
            "F — News from the town",
            "F — A mug of the bridge",
            "P The old bridge will come down in the autumn, and nobody will miss it.",
        ]);
    }

    #[test]
    fn labels_of_archives_are_furniture() {
        check(&[
            "P A new bridge;",
            "F News Analysis.",
            "F ABSTRACT.",
            "P It will open in May.",
            "F FULL TEXT",
            "P It opens.",
        ]);
    }

    #[test]
    fn a_name_that_signs_a_sentence_is_of_the_article() {
        check(&[
            "F Home",
            "F News",
            "F Contact us",
            "F Login",
            "P The bridge will open in May, the mayor said, and the old one will come down in the autumn.",
            "F Contact",
            "F Email",
            "F Send message",
            "P Nobody builds a bridge alone, not even here.",
            "H Anna Poole, Barton Bridge",
            "P I have always liked to look at the river.",
            "H Tom Hale, Barton Bridge",
            "P Water finds its way, and so do we.",
            "P Jane Holm, Barton Bridge",
            "F Privacy policy",
            "F Menu",
        ]);
    }

    #[test]
    fn menus_above_and_below_an_article_are_furniture() {
        check(&[
            "F Home",
            "F News",
            "F Sport",
            "F Weather",
            "F Contact us",
            "H New bridge to open in the spring",
            "P The bridge will open in May, the mayor said, and the old one will come down.",
            "F Terms of use",
            "F Barton Press",
            "F Sailing club wins its first cup",
            "F Privacy policy",
        ]);
        check(&[
            "F Startseite",
            "F Bezirke",
            "F Wirtschaft",
            "F Anmelden",
            "P Die Brücke wird im Mai eröffnet, sagte die Bürgermeisterin, und die alte wird abgerissen.",
            "F Mehr zum Thema",
            "F Segelverein gewinnt den Pokal",
            "F Impressum",
            "F Datenschutz",
        ]);
    }

    #[test]
    fn a_list_at_the_end_of_an_article_is_of_the_article() {
        check(&[
            "P The coach named the players who will travel to the cup in June, two of them for the first time.",
            "P Goalkeepers",
            "P Ann Poole",
            "P Mary Hale",
            "P Defenders",
            "P Jane Holm",
            "P Ruth Blake",
        ]);
    }

    #[test]
    fn the_end_of_a_menu_and_bylines_without_a_space_are_furniture() {
        check(&[
            "F Home",
            "F News",
            "F Sport",
            "F Weather",
            "F Contact us",
            "F Log Out",
            "F TECH",
            "F TOWN & RIVER",
            "F bridges",
            "P New bridge to open in the spring",
            "F ByAnn Poole",
            "F EMBED <>More Videos",
            "P The bridge will open in May, the mayor said, and the old one will come down in the autumn.",
            "P ByteDance pays for it.",
            "F Report a correction or typo",
            "F Privacy policy",
        ]);
        check(&[
            "H BRIDGES",
            "P New bridge to open in the spring",
            "F Ann Poole/The Post - [email\u{a0}protected]",
            "P The bridge will open in May.",
            "F ANN B. POOLE via Getty Images.",
            "P The mayor spoke via Reuters.",
            "H More about the bridge",
            "P It was built in 1920.",
            "F More about BridgesBartonTrafficRivers",
        ]);
    }

    #[test]
    fn captions_are_apart_from_prose_and_from_furniture() {
        check(&[
            "P The bridge will open in May.",
            "C The new bridge at night. (Photo: A. Poole)",
            "C Die neue Brücke bei Nacht. (Foto: Getty)",
            "F Main image credit: Getty",
            "F Foto: Anna Holm",
            "P It cost £5m (of which the state paid two).",
            "C Ann Poole, winner of the cup, in 2019. She has played since she was four. Photo via Barton Tennis Club",
            "C The bridge at night. Photo courtesy of Anna Holm",
            "P He went through them photo by photo. Photo by night is hard, she said.",
            "P Photo: what the mayor saw when she opened the door that night was a man asleep on the floor.",
        ]);
    }

    #[test]
    fn accounts_citations_and_counts_are_furniture() {
        check(&[
            "F RIVERS & BRIDGES",
            "F TRADE",
            "F TOWN LIFE",
            "F FOOD",
            "F VIDEO",
            "C Cars on the new bridge of Barton (Getty/Ann Poole)",
            "H New bridge to open in the spring",
            "P The bridge will open in May, the mayor said, and the old one will come down in the autumn.",
            "F Citation: Bridges and their makers (2019, October 22) retrieved 20 January 2020 from https://barton.example",
            "F This document is subject to copyright. No part may be copied without permission.",
            "F 2469 shares",
            "F Facebook",
            "F Twitter",
            "F Category: Bridges",
            "F « Previous Next »",
            "F Tweets by @barton_press",
            "F Home",
            "F Contact",
        ]);
        check(&[
            "P The bridge will open in May, the mayor said.",
            "F Follow Ann Poole on Twitter @annpoole.",
            "P Follow the river on Twitter or on foot, and you will see what the mayor means by a wet year.",
        ]);
    }

    #[test]
    fn a_headline_above_its_day_is_no_menu() {
        check(&[
            "F Home",
            "F About",
            "F Blog",
            "F Events",
            "F River Walks",
            "F Boats",
            "F Connect",
            "P Ten bridges worth a walk",
            "F January 22, 2014",
            "P The bridge will open in May, the mayor said, and the old one will come down in the autumn.",
            "P It has cost the town more than it had in its purse, and it is a year late.",
            "F Popular Posts",
            "F Ten bridges worth a walk",
            "F Home",
            "F Connect",
        ]);
    }

    #[test]
    fn a_sentence_broken_over_lines_is_prose() {
        check(&[
            "P The bridge will open in May, the mayor said, and the old one will come down in the year after that.",
            "F Impressum",
            "P The association has its seat in Barton",
            "P and owes its members an account of its work every year",
            "F Kontakt",
            "F Termine",
            "F Barton",
            "F Suche",
        ]);
    }

    #[test]
    fn an_address_amid_the_article_is_of_the_article() {
        check(&["P Sign the petition:", "P https://example.org/petition", "P It closes on Friday."]);
        check(&["P The petition closes on Friday.", "F https://example.org/news/petition"]);
    }

    #[test]
    fn a_long_page_takes_time_in_proportion() {
        let page =
            "Home\nNews\nMore from the trial\nA teaser without a stop\nThe mayor said that it would open.\n";
        let time = |times: usize| {
            let text = page.repeat(times);
            let begun = std::time::Instant::now();
            assert!(plain_text(text).blocks().len() == 5 * times);
            begun.elapsed()
        };
        time(100);
        let (short, long) = (time(1000), time(8000));
        assert!(long < short * 40, "{short:?} {long:?}");
    }

    proptest! {
        #[test]
        fn any_text_has_its_blocks(text in "(\\PC|[a-z .,\n]|[\"“”:()…]|Home\n|By A\n|\\(Photo: A\\)\n|©|か|e\u{301}){0,200}") {
            let document = plain_text(text.clone());
            prop_assert_eq!(document.blocks().len(), gloss_text::blocks(&text).len());
        }
    }

    #[test]
    fn short_lines_without_a_stop_before_prose_are_headings() {
        check(&["P He left.", "H The trial", "P It began in May.", "P An end without a stop"]);
    }
}
