//! The page of a story: its head, and its sections below.

use crate::{
    library::{KeptStory, Library},
    route, story,
    told::{Choices, Mode, Told},
    words,
};
use gloss_app::Route;
use gloss_text::{Article, ArticleId};
use gloss_view::{Element, Node, el};

/// What a story is called: by the reader, or by whom it is about.
pub(crate) fn name(told: &Told, kept: Option<&KeptStory>) -> String {
    kept.map(|kept| kept.name.clone()).filter(|name| !name.is_empty()).unwrap_or_else(|| told.title())
}

/// The element that holds a page.
pub(crate) fn main(class: &str) -> Element {
    el("main").class(format!("page {class}")).attr("id", "main").attr("tabindex", "-1")
}

/// A button that is only words.
pub(crate) fn button(name: impl Into<String>, shown: impl Into<String>) -> Element {
    el("button").attr("type", "button").class("word").on(name).text(shown)
}

/// Draws the page of a story.
pub(crate) fn draw(told: &Told, kept: Option<&KeptStory>, choices: &Choices, library: &Library) -> Node {
    let name = name(told, kept);
    let sections: Vec<Node> =
        story::sections(told, choices).iter().filter_map(|section| section.draw(choices)).collect();
    if choices.mode == Mode::Handout {
        let about = if sections.is_empty() { words::HANDOUT_EMPTY } else { words::HANDOUT_ABOUT };
        return main("story handout")
            .child(el("h1").text(name))
            .child(
                el("p")
                    .class("controls")
                    .text(about)
                    .text(" ")
                    .child(button("print", words::PRINT))
                    .text(" ")
                    .child(button("whole-page", words::BACK)),
            )
            .child(articles(told))
            .children(sections)
            .into();
    }
    let contents = story::sections(told, choices)
        .into_iter()
        .map(|section| el("li").child(button(format!("to:{}", section.id), section.title)));
    main("story")
        .child(
            el("div").class("top").child(el("h1").text(name.clone())).child(
                el("div")
                    .class("tools")
                    .child(el("a").attr("href", "#/story").text(words::TO_STORIES))
                    .child(rename(&name))
                    .child(gathered(told, library))
                    .children(pair(told))
                    .child(take_along()),
            ),
        )
        .children(confirm(kept))
        .child(
            el("nav")
                .class("contents")
                .attr("aria-label", words::ON_THIS_PAGE)
                .child(el("ul").children(contents)),
        )
        .children(sections)
        .into()
}

/// Asks about a story that nobody has confirmed.
fn confirm(kept: Option<&KeptStory>) -> Option<Element> {
    kept.is_none().then(|| {
        el("p")
            .class("confirm")
            .text(words::PROPOSED_BY_GLOSS)
            .text(" ")
            .child(button("yes", words::YES))
            .text(" ")
            .child(button("no", words::NO))
    })
}

/// What opens at a word above the story, and closes when another does.
fn menu(key: &'static str, word: impl Into<String>) -> Element {
    el("details").key(key).attr("name", "tools").child(el("summary").text(word))
}

fn rename(name: &str) -> Element {
    let field = el("input").attr("type", "text").attr("value", name).on("naming");
    menu("rename", words::RENAME).child(
        el("form")
            .on("rename")
            .child(el("label").text(words::NAME_FIELD).child(field))
            .child(el("button").attr("type", "submit").class("word").text(words::KEEP_NAME)),
    )
}

/// The articles of the story, which of them to take out and which to add.
fn gathered(told: &Told, library: &Library) -> Element {
    let own: Vec<&ArticleId> = told.articles.iter().map(|(article, _)| &article.id).collect();
    let rows = told.indices().zip(&told.articles).map(|(index, (article, _))| {
        let row = el("li").child(told.sigil(index)).child(title("", article));
        if own.len() > 2 { row.child(button(format!("out:{}", article.id), words::TAKE_OUT)) } else { row }
    });
    let others = library.articles.iter().filter(|article| !own.contains(&&article.id));
    let options: Vec<Element> =
        others.map(|article| el("option").attr("value", &*article.id).text(article.title())).collect();
    let add = (!options.is_empty()).then(|| {
        el("label").text(words::ADD_ARTICLE).child(
            el("select")
                .on("add")
                .child(el("option").attr("value", "").flag("selected", true).text(words::ADD))
                .children(options),
        )
    });
    menu("articles", words::articles(own.len()))
        .child(el("div").class("choices").child(el("ol").children(rows)).children(add))
}

fn pair(told: &Told) -> Option<Element> {
    let [(a, _), (b, _), ..] = told.articles.as_slice() else { return None };
    Some(el("a").attr("href", route::beside(&a.id, &b.id)).text(words::SIDE_BY_SIDE))
}

fn take_along() -> Element {
    menu("take", words::TAKE_ALONG).child(
        el("div")
            .class("choices")
            .child(button("handout", words::HANDOUT))
            .child(button("save:html", words::AS_PAGE))
            .child(button("save:markdown", words::AS_MARKDOWN))
            .child(button("save:csv", words::AS_TABLE)),
    )
}

/// A link to an article, with what is stated about it.
pub(crate) fn title(home: &str, article: &Article) -> Element {
    let stated: Vec<String> = article
        .metadata
        .source
        .clone()
        .into_iter()
        .chain(article.metadata.published.map(|day| day.to_string()))
        .collect();
    let address = format!("{home}{}", Route::read(article.id.clone()));
    let link = el("a").attr("href", address).text(article.title());
    let shown = el("span").child(link);
    if stated.is_empty() { shown } else { shown.child(el("small").text(format!(" {}", stated.join(", ")))) }
}

/// The articles with their letters.
pub(crate) fn articles(told: &Told) -> Element {
    el("ol").class("articles").attr("aria-label", words::ARTICLES).children(
        told.indices()
            .zip(&told.articles)
            .map(|(index, (article, _))| el("li").child(told.sigil(index)).child(title(&told.home, article))),
    )
}
