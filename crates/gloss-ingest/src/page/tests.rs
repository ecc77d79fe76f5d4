//! Small pages, each with one trait of the pages that publishers make.

use crate::{Extracted, Warning, page, tree::parse};
use gloss_text::BlockKind;

const ONE: &str = "The match was stopped after twenty minutes, when the rain, which had begun in the night, grew heavier \
                   than anyone had foreseen.";
const TWO: &str = "Nobody was hurt, said the police, who had closed the road to the ground for most of the afternoon, and \
                   the players went home by train.";
const THREE: &str = "A new day will be found as soon as possible, the club said on its own pages, and all tickets keep \
                     their worth until then.";
const LEAD: &str = "Heavy rain ended the season's first match, and both clubs now ask who will pay for it.";

/// The page of a body in which `1`, `2`, `3` and `LEAD` between brackets are paragraphs of the article.
fn extract(body: &str) -> Extracted {
    let mut html = body.to_owned();
    for (mark, text) in [("[1]", ONE), ("[2]", TWO), ("[3]", THREE), ("[LEAD]", LEAD)] {
        html = html.replace(mark, text);
    }
    page(&parse(&html), None)
}

/// The text's blocks, written with the same marks: `H` heading, `Q` quotation, `I` item, `C` caption before others.
#[track_caller]
fn check(body: &str, expected: &[&str]) -> Extracted {
    let extracted = extract(body);
    let blocks: Vec<String> = extracted
        .blocks
        .iter()
        .map(|block| {
            let kind = match block.kind {
                BlockKind::Heading => "H ",
                BlockKind::BlockQuote => "Q ",
                BlockKind::ListItem => "I ",
                BlockKind::Caption => "C ",
                BlockKind::Paragraph | BlockKind::Furniture => "",
            };
            let text = block.span.of(&extracted.text);
            let marks = [("[1]", ONE), ("[2]", TWO), ("[3]", THREE), ("[LEAD]", LEAD)];
            let mark = marks.into_iter().find(|(_, known)| *known == text).map_or(text, |(mark, _)| mark);
            format!("{kind}{mark}")
        })
        .collect();
    assert_eq!(blocks, expected, "left out: {:#?}", extracted.left_out);
    extracted
}

#[test]
fn what_is_around_an_article_is_left_out() {
    check(
        "<header><a href=/>The Paper</a></header><nav><ul><li><a href=/a>Sport</a></ul></nav>
         <div class=wrap><div class=main><h1>Rain</h1><p>[1]<p>[2]<p>[3]</div>
         <div class=sidebar><p>[LEAD]</div></div><div id=comments><p>What a pity, the ground was ready.</div>",
        &["[1]", "[2]", "[3]"],
    );
}

#[test]
fn containers_side_by_side_are_joined() {
    check(
        "<main><h1>Rain</h1><div class=part><p>[1]</div><div class=ad>Buy two umbrellas and pay for one, today only.</div>
         <div class=part><p>[2]</div><div class=part><p>[3]</div></main>",
        &["[1]", "[2]", "[3]"],
    );
}

#[test]
fn a_lead_above_the_text_is_taken_in() {
    check(
        "<div><div class=head><h1>Rain</h1><div class=standfirst><p>[LEAD]</div></div>
         <div class=article-body><p>[1]<p>[2]<p>[3]</div></div>",
        &["[LEAD]", "[1]", "[2]", "[3]"],
    );
    check(
        "<meta name=description content=\"[LEAD]\"><header><p>[LEAD]</p><h1>Rain</h1></header>
         <div class=article-body><p>[1]<p>[2]<p>[3]</div>",
        &["[LEAD]", "[1]", "[2]", "[3]"],
    );
}

#[test]
fn a_paragraph_is_not_dropped_for_its_links() {
    check(
        "<article><h1>Rain</h1><p>[1]<p><a href=/a>All the matches of the season</a></p><p>[2]<p>[3]</article>",
        &["[1]", "All the matches of the season", "[2]", "[3]"],
    );
}

#[test]
fn lists_of_links_and_their_label_are_left_out() {
    check(
        "<article><h1>Rain</h1><p>[1]<h3>From our archive</h3><ul><li><a href=/a>Snow on the hills of the north</a>
         <li><a href=/b>The wind that took the roof away</a></ul><p>[2]<p>[3]</article>",
        &["[1]", "[2]", "[3]"],
    );
}

#[test]
fn blocks_are_kept_as_what_they_are() {
    check(
        "<article><h1>Rain</h1><figure><img src=a.png><figcaption>The ground on Thursday.</figcaption></figure><p>[1]
         <h2>No train</h2><blockquote><p>[2]</blockquote><ul><li>The first match was on Monday.
         <li>The second one <a href=/b>was not</a> played.</ul><p>[3]</article>",
        &[
            "C The ground on Thursday.", "[1]", "H No train", "Q [2]", "I The first match was on Monday.",
            "I The second one was not played.", "[3]",
        ],
    );
}

#[test]
fn lines_parted_by_breaks_are_blocks() {
    check("<div id=content><h1>Rain</h1>[1]<br><br>[2]<br>[3]</div>", &["[1]", "[2]", "[3]"]);
}

#[test]
fn a_frame_named_after_a_part_of_it_is_not_left_out() {
    check(
        "<body class=has-sidebar><div class='layout sidebar'><form><h1>Rain</h1><p>[1]<p>[2]<p>[3]</form></div>",
        &["[1]", "[2]", "[3]"],
    );
}

#[test]
fn a_page_without_prose_is_what_it_shows() {
    let extracted = extract("<p>Rain<p>Snow");
    assert_eq!(extracted.text, "Rain\n\nSnow");
    assert_eq!(extracted.warnings, [Warning::NoArticle]);
}

#[test]
fn live_blogs_and_several_articles_are_told() {
    let live = check("<div class=live-blog><h1>Rain</h1><p>[1]<p>[2]<p>[3]</div>", &["[1]", "[2]", "[3]"]);
    assert_eq!(live.warnings, [Warning::LiveBlog]);
    let article = "<article><h2>Rain</h2><p>[1]<p>[2]<p>[3]<p>[1]<p>[2]</article>";
    assert_eq!(extract(&format!("<main>{article}{article}</main>")).warnings, [Warning::SeveralArticles]);
    assert_eq!(extract(&format!("<main>{article}</main>")).warnings, []);
}

/// The headline of a page whose head and body are given.
#[track_caller]
fn headline(html: &str, title: &str) {
    let extracted = extract(&format!("{html}<p>[1]<p>[2]<p>[3]"));
    assert_eq!(extracted.title.as_deref(), Some(title));
}

#[test]
fn the_headline_is_voted_on() {
    headline(
        "<title>Rain stops the match | The Paper</title><h1>The Paper</h1><h2>Rain stops the match</h2>",
        "Rain stops the match",
    );
    headline("<title>Rain | The Paper</title><meta property=og:site_name content='The Paper'>", "Rain");
    headline(
        "<meta property=og:title content='You will not believe this'><h1 class=headline>Rain stops the match</h1>",
        "Rain stops the match",
    );
    headline(
        "<meta property=og:title content='Rain stops the match'><h1><span>Sport</span> Rain stops the match</h1>",
        "Rain stops the match",
    );
    headline("<h1>Rain stops the match</h1>", "Rain stops the match");
}

/// Day and author of a page with the headline `Rain`, of which the head and what is below the headline are given.
#[track_caller]
fn facts(head: &str, below: &str, day: &str, author: &str) {
    let html = format!(
        "<html lang=en><head>{head}</head><body><article><h1>Rain</h1>{below}<p>[1]<p>[2]<p>[3]</article>"
    );
    let extracted = extract(&html);
    assert_eq!(extracted.date.map(|day| day.to_string()).unwrap_or_default(), day);
    assert_eq!(extracted.byline.unwrap_or_default(), author);
}

#[test]
fn day_and_author_are_stated_or_shown() {
    facts(
        "<script type=application/ld+json>{\"@graph\": [{\"@type\": \"Person\", \"@id\": \"#ann\", \"name\": \"Ann Example\"},
         {\"@type\": [\"NewsArticle\"], \"datePublished\": \"2019-05-16T08:00:00+02:00\", \"author\": {\"@id\": \"#ann\"}}]}</script>",
        "",
        "2019-05-16",
        "Ann Example",
    );
    facts(
        "<meta name=author content='Ann Example'><meta property=article:published_time content=2019-05-16T08:00:00Z>",
        "<time datetime=2020-01-01>today</time>",
        "2019-05-16",
        "Ann Example",
    );
    facts(
        "<meta name=author content=admin>",
        "<p>By Ann Example</p><p>May 16, 2019</p>",
        "2019-05-16",
        "Ann Example",
    );
    facts(
        "<meta name=date content=2022-02-02>",
        "<div class=meta><span class=author>Ann Example</span> <time datetime=2019-05-16>16 May</time></div>",
        "2019-05-16",
        "Ann Example",
    );
    facts("", "", "", "");
}

#[test]
fn a_page_says_where_it_is_and_in_which_language() {
    let extracted = extract("<html lang=de-AT><link rel=canonical href=https://x.example/rain><p>[1]<p>[2]");
    assert_eq!(extracted.url.as_deref(), Some("https://x.example/rain"));
    assert_eq!(extracted.language.as_deref(), Some("de-AT"));
}

#[test]
fn a_browsers_walk_of_the_page_gives_the_same() {
    let html = format!("<article><h1>Rain</h1><p>{ONE}<p>{TWO}<aside><p>{LEAD}</aside></article>");
    let walked = crate::tree::wire::read(&crate::tree::wire::write(&parse(&html)));
    assert_eq!(page(&walked, None).text, page(&parse(&html), None).text);
}
