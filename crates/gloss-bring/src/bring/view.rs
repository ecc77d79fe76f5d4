use super::{Bring, Drafted, Item, Progress, draft::Line};
use crate::{shelf::Like, terms::Fact, words};
use gloss_view::{Element, Node, el};

/// The longest part of a line that is shown, in characters.
const LONGEST_LINE: usize = 1500;

impl Bring {
    /// The page as it is now.
    pub(super) fn view(&self) -> Vec<Node> {
        let page = match self.shown.and_then(|at| self.items.get(at)) {
            Some(item) => match &item.state {
                Progress::Draft(drafted) => self.preview(item, drafted),
                _ => self.start(),
            },
            None => self.start(),
        };
        vec![page.attr("key", if self.shown.is_some() { "preview" } else { "start" }).into()]
    }

    fn start(&self) -> Element {
        let field = el("input")
            .attr("type", "file")
            .attr("multiple", "")
            .attr("id", "files")
            .attr("accept", ".html,.htm,.xhtml,.txt,.md,.markdown,.mhtml,.mht,.epub,text/*")
            .on("files");
        let place = el("section")
            .class("place")
            .attr("data-drop", "")
            .attr("id", "drop-here")
            .attr("tabindex", "-1")
            .child(el("p").class("drop-here").text(words::DROP_HERE))
            .child(el("p").class("hint").text(words::HOW))
            .child(el("label").class("button first").text(words::CHOOSE).child(field));
        let typed =
            el("form").class("typed").on("typed-form").child(
                el("details")
                    .child(el("summary").text(words::BY_HAND))
                    .child(el("label").text(words::ITS_TEXT).child(
                        el("textarea").attr("rows", "8").attr("value", self.typed.clone()).on("typed"),
                    ))
                    .child(button("take-typed", words::TAKE_TEXT)),
            );
        el("main")
            .class("bring")
            .attr("id", "main")
            .attr("tabindex", "-1")
            .child(el("h1").text(words::BRING))
            .child(place)
            .child(typed)
            .child(el("div").attr("role", "status").children(self.results()))
            .child(el("div").children(self.yours()))
    }

    /// What came of each file.
    fn results(&self) -> Option<Element> {
        if self.items.is_empty() {
            return None;
        }
        let row = |(at, item): (usize, &Item)| {
            let row = el("li").key(at.to_string());
            let row =
                if item.name.is_empty() { row } else { row.child(el("b").text(format!("{} ", item.name))) };
            match &item.state {
                Progress::Waiting => row.text(words::WAITING),
                Progress::Failed(why) => row.child(el("span").class("failed").text(words::failure(*why))),
                Progress::Draft(drafted) => {
                    let title = drafted.draft.title();
                    row.child(button(format!("show:{at}"), title).class("word")).children(
                        drafted.like.as_ref().map(|like| {
                            el("span")
                                .class("hint")
                                .text(format!(" {}", words::like(like, &self.title_of(like))))
                        }),
                    )
                }
                Progress::Kept(id, title) => {
                    let route = format!("#/read/{}", gloss_text::percent_encode(id, b"-._~"));
                    row.child(el("a").attr("href", route).text(title.clone()))
                        .text(format!(" {}", words::KEPT))
                }
                Progress::Dropped(title) => row.text(format!("{title} {}", words::DROPPED)),
            }
        };
        let is_new = |item: &&Item| match &item.state {
            Progress::Draft(drafted) => !matches!(drafted.like, Some(Like::Same(_))),
            _ => false,
        };
        let new = self.items.iter().filter(is_new).count();
        let all = (new > 1).then(|| button("keep-all", words::keep_all(new)).class("button first"));
        Some(
            el("section")
                .class("results")
                .child(el("h2").text(words::RESULTS))
                .child(el("ol").children(self.items.iter().enumerate().map(row)))
                .children(all),
        )
    }

    /// What the reader has brought, how large it is, and the way to be rid of it.
    fn yours(&self) -> Option<Element> {
        let brought: Vec<_> = self.shelf.iter().filter(|shelved| shelved.kept.is_some()).collect();
        if brought.is_empty() {
            return None;
        }
        let row = |shelved: &&crate::shelf::Shelved| {
            let id = &shelved.article.id;
            let path = gloss_text::percent_encode(id, b"-._~");
            let text: u64 = shelved.texts.iter().map(|text| text.text().len() as u64).sum();
            let of_it = |kept: &&std::rc::Rc<gloss_notes::KeptArticle>| {
                (kept.id == *id || kept.of.as_ref() == Some(id)) && kept.document.is_some()
            };
            let originals = self.holdings.kept.iter().filter(of_it).filter_map(|kept| kept.original.as_ref());
            let file: u64 = originals.map(|original| original.size).sum();
            let changes = (shelved.texts.len() > 1)
                .then(|| el("a").attr("href", format!("#/versions/{path}")).text(words::CHANGES));
            let row = el("li")
                .key(id.as_str())
                .child(
                    el("a")
                        .class("title")
                        .attr("href", format!("#/read/{path}"))
                        .text(shelved.article.title()),
                )
                .child(el("span").class("hint").text(format!(
                    " {}, {} ",
                    words::stored(text, file),
                    words::counted(self.notes(id), "note")
                )))
                .children(changes);
            if self.removing.as_ref() == Some(id) {
                row.child(
                    el("div")
                        .class("removing")
                        .attr("role", "alert")
                        .attr("tabindex", "-1")
                        .attr("id", "removing")
                        .child(el("p").text(words::remove(&shelved.article.title(), self.notes(id))))
                        .child(button("remove-now", words::REMOVE).class("button first"))
                        .child(button("leave", words::LEAVE).class("button")),
                )
            } else {
                row.child(button(format!("remove:{id}"), words::REMOVE).class("word"))
            }
        };
        let granted = self
            .granted
            .map(|(used, quota)| el("p").class("hint storage").text(words::stored_in_all(used, quota)));
        Some(
            el("section")
                .class("yours")
                .child(el("h2").text(words::YOURS))
                .child(el("ul").children(brought.iter().map(row)))
                .children(granted),
        )
    }

    fn preview(&self, item: &Item, drafted: &Drafted) -> Element {
        let draft = &drafted.draft;
        let kept = draft.lines.iter().filter(|line| line.kept);
        let count = kept.map(|line| draft.words_of(line).split_whitespace().count()).sum();
        let line = |(at, line): (usize, &Line)| {
            let mut shown: String = draft.words_of(line).chars().take(LONGEST_LINE).collect();
            if shown.len() < draft.words_of(line).len() {
                shown.push('…');
            }
            let words = el("p").attr("dir", "auto").text(shown);
            let why = line.why.filter(|_| !line.kept).map(|why| el("small").text(words::reason(why)));
            let tick = el("input")
                .attr("type", "checkbox")
                .attr("checked", line.kept.to_string())
                .on(format!("tick:{at}"));
            el("label")
                .key(at.to_string())
                .class(if line.kept { "line" } else { "line out" })
                .child(tick)
                .child(words.children(why))
        };
        let lines = draft.lines.iter().enumerate().take(self.lines).map(line);
        let hidden = draft.lines.len().saturating_sub(self.lines);
        let more = (hidden > 0).then(|| button("lines", words::more_lines(hidden)).class("button"));
        let head = el("header")
            .child(el("h1").attr("id", "brought").attr("tabindex", "-1").text(words::BROUGHT))
            .child(el("span").class("soft num").text(words::counts(draft.lines.len(), count, &item.name)));
        el("main")
            .class("bringing")
            .attr("id", "main")
            .attr("tabindex", "-1")
            .child(head)
            .child(el("div").class("lines").children(lines).child(el("div").children(more)))
            .child(self.side(drafted))
    }

    fn side(&self, drafted: &Drafted) -> Element {
        let draft = &drafted.draft;
        let like = drafted.like.as_ref();
        let notice = |words: String| el("p").class("likely").text(words);
        let warnings = draft.warnings.iter().map(|warning| notice(words::warning(*warning, &draft.encoding)));
        let known = like.map(|like| notice(words::like(like, &self.title_of(like))));
        let no_room = self.not_stored.then(|| notice(words::NOT_STORED.to_owned()));
        let field = |fact: Fact| {
            let value = draft.facts.get(fact as usize).cloned().unwrap_or_default();
            let empty = if fact == Fact::Title { words::FIRST_WORDS } else { words::NOT_STATED };
            let kind = if fact == Fact::Published { "date" } else { "text" };
            let field = el("input")
                .attr("type", kind)
                .attr("value", value)
                .attr("placeholder", empty)
                .attr("autocomplete", "off")
                .on(format!("fact:{}", fact.name()));
            el("label").key(fact.name()).text(words::fact(fact)).child(field)
        };
        let choice = |id: &str, words: String| {
            let chosen = drafted.of.as_ref().map_or("", |of| of.as_str()) == id;
            el("option").key(id).attr("value", id).flag("selected", chosen).text(words)
        };
        let articles = self
            .shelf
            .iter()
            .map(|shelved| choice(shelved.article.id.as_str(), words::version_of(&shelved.article.title())));
        let of = el("label")
            .key("of")
            .text(words::VERSION_OF)
            .child(el("select").on("of").child(choice("", words::OF_ITS_OWN.to_owned())).children(articles));
        let acts = el("div").class("acts");
        let several = self.items.len() > 1;
        let (keep, keep_version) = if several {
            (words::KEEP_ONE, words::KEEP_ONE_VERSION)
        } else {
            (words::KEEP, words::KEEP_VERSION)
        };
        let acts = match like {
            Some(Like::Same(id)) => {
                let there = format!("#/read/{}", gloss_text::percent_encode(id, b"-._~"));
                acts.child(el("a").class("button first").attr("href", there).text(words::OPEN_THERE))
                    .child(button("copy", words::KEEP_COPY).class("button"))
            }
            _ if drafted.of.is_some() => acts.child(button("keep", keep_version).class("button first")),
            _ => acts.child(button("keep", keep).class("button first")),
        };
        let list = several.then(|| button("list", words::ALL).class("button"));
        el("aside")
            .class("side")
            .child(el("div").class("notices").children(warnings).children(known).children(no_room))
            .children(Fact::ALL.map(field))
            .child(of)
            .child(acts.child(button("drop", words::DROP).class("button")).children(list))
            .child(el("p").class("soft").text(words::AS_IT_CAME))
    }

    fn title_of(&self, like: &Like) -> String {
        let (Like::Same(id) | Like::Address(id) | Like::Words(id)) = like;
        self.title(id)
    }
}

fn button(name: impl Into<String>, words: impl Into<String>) -> Element {
    el("button").attr("type", "button").on(name).text(words)
}
