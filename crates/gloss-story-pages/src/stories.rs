//! The page of all stories: the reader's, and those that are proposed.

use crate::{
    library::{Library, Said},
    page::{button, main, title},
    route, words,
};
use gloss_story::{GroundKind, Story};
use gloss_text::ArticleId;
use gloss_view::{Element, Node, el};
use std::collections::BTreeSet;

/// A proposal, and what it is called.
pub(crate) struct Proposal {
    pub(crate) story: Story,
    pub(crate) articles: Vec<ArticleId>,
    pub(crate) name: String,
}

/// Draws the page. `chosen` are the articles that are ticked to be gathered.
pub(crate) fn draw(
    library: &Library,
    kept: &Said,
    proposals: &[Proposal],
    chosen: &BTreeSet<ArticleId>,
) -> Node {
    let together = kept.stories.iter().enumerate().filter(|(_, one)| one.together);
    let yours: Vec<Element> = together
        .map(|(number, one)| {
            let known = proposals.iter().find(|proposal| kept.of(&proposal.articles) == Some(one));
            let name =
                if one.name.is_empty() { known.map(|it| it.name.clone()) } else { Some(one.name.clone()) };
            let name = name.unwrap_or_else(|| first_title(library, &one.articles));
            card(library, &one.articles, &name)
                .key(format!("kept-{number}"))
                .children(known.map(|proposal| grounds(&proposal.story)))
                .child(el("p").class("answers").child(button(format!("forget:{number}"), words::FORGET)))
        })
        .collect();
    let open = proposals.iter().enumerate().filter(|(_, one)| kept.of(&one.articles).is_none());
    let open: Vec<Element> = open
        .map(|(number, one)| {
            card(library, &one.articles, &one.name)
                .key(format!("proposed-{number}"))
                .child(grounds(&one.story))
                .child(
                    el("p")
                        .class("answers")
                        .child(button(format!("yes:{number}"), words::YES))
                        .text(" ")
                        .child(button(format!("no:{number}"), words::NO)),
                )
        })
        .collect();
    let aside = kept.stories.iter().enumerate().filter(|(_, one)| !one.together);
    let aside: Vec<Element> = aside
        .map(|(number, one)| {
            card(library, &one.articles, &first_title(library, &one.articles))
                .key(format!("aside-{number}"))
                .child(el("p").class("answers").child(button(format!("forget:{number}"), words::ASK_AGAIN)))
        })
        .collect();
    let nothing = open.is_empty() && yours.is_empty() && aside.is_empty();
    main("stories")
        .child(el("h1").text(words::STORIES))
        .child(el("p").class("about").text(words::STORIES_ABOUT))
        .children(nothing.then(|| el("p").text(words::NOTHING_PROPOSED)))
        .children(part(words::YOURS, yours))
        .children(part(words::PROPOSED, open))
        .child(gather(library, chosen))
        .children(part(words::SET_ASIDE, aside))
        .into()
}

fn part(title: &str, cards: Vec<Element>) -> Option<Element> {
    (!cards.is_empty()).then(|| {
        el("section").key(title).child(el("h2").text(title)).child(el("div").class("cards").children(cards))
    })
}

fn first_title(library: &Library, articles: &[ArticleId]) -> String {
    articles.iter().find_map(|id| library.get(id)).map_or_else(String::new, |article| article.title())
}

fn card(library: &Library, articles: &[ArticleId], name: &str) -> Element {
    let rows =
        articles.iter().filter_map(|id| library.get(id)).map(|article| el("li").child(title("", article)));
    el("article")
        .class("card-of-story")
        .child(el("h3").child(el("a").attr("href", route::story(articles)).text(name)))
        .child(el("ol").children(rows))
}

/// What speaks for a story.
fn grounds(story: &Story) -> Element {
    let of = |kind: GroundKind| {
        let texts: Vec<&str> = story
            .grounds
            .iter()
            .filter(|ground| ground.kind == kind)
            .map(|ground| ground.text.as_str())
            .collect();
        let marked = matches!(kind, GroundKind::Quotation | GroundKind::Wording);
        let shown = texts.iter().map(|text| if marked { format!("“{text}”") } else { (*text).to_owned() });
        let shown = shown.collect::<Vec<_>>().join(" · ");
        (!texts.is_empty())
            .then(|| el("div").child(el("dt").text(words::ground(kind))).child(el("dd").text(shown)))
    };
    let kinds = [GroundKind::Name, GroundKind::Word, GroundKind::Quotation, GroundKind::Wording];
    el("details")
        .attr("open", "")
        .class("grounds")
        .child(el("summary").text(words::WHAT_THEY_SHARE))
        .child(el("dl").children(kinds.into_iter().filter_map(of)))
}

fn gather(library: &Library, chosen: &BTreeSet<ArticleId>) -> Element {
    let rows = library.articles.iter().map(|article| {
        let tick = el("input")
            .attr("type", "checkbox")
            .attr("checked", chosen.contains(&article.id).to_string())
            .on(format!("choose:{}", article.id));
        el("li").key(article.id.to_string()).child(el("label").child(tick).text(" ").text(article.title()))
    });
    let now = button("gather", words::GATHER_NOW).flag("disabled", chosen.len() < 2);
    el("section")
        .class("gather")
        .child(el("h2").text(words::GATHER))
        .child(el("p").class("about").text(words::GATHER_ABOUT))
        .child(el("ul").children(rows))
        .child(now)
}
