//! Somebody who uses the pages as a reader does: sees what is shown, presses what is there.

use gloss_ingest::plain_text;
use gloss_story_pages::{Pages, Stamp};
use gloss_text::{Article, ArticleId, Day, Metadata};
use gloss_view::{Answer, Effect, Event, Node};
use serde_json::{Value, json};

pub(crate) const SEEDS: [(&str, &str); 4] = [
    ("hearing", include_str!("../../../../seeds/misconduct-hearing.txt")),
    ("job", include_str!("../../../../seeds/officer-could-lose-job.txt")),
    ("commissioner", include_str!("../../../../seeds/new-commissioner.txt")),
    ("soldiers", include_str!("../../../../seeds/soldiers-offered.txt")),
];

/// The pages, and what they show.
pub(crate) struct Reader {
    pages: Pages,
    articles: Vec<Article>,
    kept: Option<String>,
    pub(crate) annotations: Vec<Value>,
    pub(crate) route: String,
    html: String,
    text: String,
    pub(crate) effects: Vec<Effect>,
}

impl Reader {
    /// With the four bundled articles, of which the days are stated.
    pub(crate) fn with_days(days: [Option<Day>; 4]) -> Self {
        let articles = SEEDS.iter().zip(days).map(|((id, text), published)| {
            let metadata = Metadata { published, source: Some(format!("The {id}")), ..Metadata::default() };
            Article::new(ArticleId::new(*id).expect("an id"), plain_text(*text)).with_metadata(metadata)
        });
        Self::with(articles.collect())
    }

    pub(crate) fn with(articles: Vec<Article>) -> Self {
        let mut pages = Pages::new("https://gloss.example/");
        pages.learn(Some(include_bytes!("../../../../models/names.bin")));
        let (html, text, route) = (String::new(), String::new(), String::new());
        Self { pages, articles, kept: None, annotations: Vec::new(), route, html, text, effects: Vec::new() }
    }

    pub(crate) fn new() -> Self {
        Self::with_days([None; 4])
    }

    /// Follows a link.
    pub(crate) fn go(&mut self, route: &str) -> &mut Self {
        route.clone_into(&mut self.route);
        let input = json!({ "route": route, "articles": self.articles, "annotations": self.annotations, "kept": self.kept });
        let answer = self.pages.hear(&Event::Input(input.to_string()), &stamp());
        self.see(answer);
        self
    }

    /// Goes to the story of the four.
    pub(crate) fn story(&mut self) -> &mut Self {
        self.go("#/story/hearing/job/commissioner/soldiers")
    }

    /// Uses an element by its name: presses it, or gives it a value.
    pub(crate) fn use_(&mut self, how: &str, name: &str, value: &str) -> &mut Self {
        assert!(self.html.contains('<'), "nothing is shown");
        let used = Event::Used { how: how.to_owned(), name: name.to_owned(), value: value.to_owned() };
        let answer = self.pages.hear(&used, &stamp());
        self.see(answer);
        self
    }

    pub(crate) fn press(&mut self, name: &str) -> &mut Self {
        self.use_("click", name, "")
    }

    fn see(&mut self, answer: Answer) {
        self.effects.clone_from(&answer.effects);
        let mut last = Some(answer);
        while let Some(answer) = last {
            if let Some(view) = answer.view {
                self.html = view.iter().map(Node::to_html).collect();
                self.text = view.iter().map(Node::to_text).collect();
            }
            last = self.pages.step();
        }
        for effect in self.effects.clone() {
            match effect {
                Effect::Other("keep", kept) => {
                    self.kept = kept.as_str().map(str::to_owned);
                    let route = self.route.clone();
                    let effects = std::mem::take(&mut self.effects);
                    self.go(&route);
                    self.effects = effects;
                }
                Effect::Other("annotate", annotation) => {
                    self.annotations.push(annotation);
                    let route = self.route.clone();
                    self.go(&route);
                }
                Effect::Go(route) => {
                    let effects = std::mem::take(&mut self.effects);
                    self.go(&route);
                    self.effects = effects;
                }
                _ => {}
            }
        }
    }

    /// What is shown, as HTML.
    pub(crate) fn html(&self) -> &str {
        &self.html
    }

    /// What is shown, as text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The HTML of the section of this id.
    #[track_caller]
    pub(crate) fn section(&self, id: &str) -> &str {
        let begins = format!("<section class=\"part\" aria-labelledby=\"{id}\"");
        let (_, section) = self.html.split_once(&begins).expect("there is such a section");
        section.split("</section>").next().unwrap_or_default()
    }

    /// The items of a list, or the rows of a table, of a section, without their tags.
    #[track_caller]
    pub(crate) fn items(&self, id: &str) -> Vec<String> {
        let section = self.section(id);
        let split: Vec<&str> = if section.contains("<tbody>") {
            section.split("<tr").collect()
        } else {
            section.split("<li").collect()
        };
        split.into_iter().skip(1).map(bare).collect()
    }

    /// The one item of a section that has all these words.
    #[track_caller]
    pub(crate) fn item(&self, id: &str, words: &[&str]) -> String {
        let items = self.items(id);
        let found = items.iter().find(|item| words.iter().all(|words| item.contains(words)));
        found.unwrap_or_else(|| panic!("no item of {id} has {words:?}: {items:#?}")).clone()
    }
}

fn stamp() -> Stamp {
    Stamp { now: 1_700_000_000_000, id: "b-1".to_owned() }
}

/// HTML without its tags.
pub(crate) fn bare(html: &str) -> String {
    let mut text = String::new();
    let mut inside = true;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    let text = text.replace("&quot;", "\"").replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
