use crate::ui::{Dispatch, components::left_out, widget::Widget, words::ENGLISH as WORDS};
use gloss_analysis::{EntityKind, LibraryEntity, mentions_of};
use gloss_app::{Act, Action, Analysed, Card, Linked, MarkId, Route};
use gloss_text::sort_by;
use std::rc::Rc;
use yew::{functional::Hook, prelude::*};

/// The kinds that have an index.
const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];

/// Everybody and everything named in the library, and where.
#[derive(PartialEq)]
pub(in crate::ui) struct NamesPage {
    pub(in crate::ui) linked: Rc<Linked>,
    /// Whether some analysis is still to come.
    pub(in crate::ui) analysing: bool,
    /// How many articles have not come.
    pub(in crate::ui) missing: usize,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for NamesPage {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &NamesPage) -> Html {
    let wanted = use_state(String::new);
    let oninput = {
        let wanted = wanted.setter();
        Callback::from(move |event: InputEvent| {
            wanted.set(event.target_unchecked_into::<web_sys::HtmlInputElement>().value());
        })
    };
    let folded = wanted.to_lowercase();
    let group = |kind: EntityKind| {
        let mut entities: Vec<&LibraryEntity> = props
            .linked
            .entities
            .iter()
            .filter(|entity| entity.kind == kind && entity.name.to_lowercase().contains(&folded))
            .collect();
        sort_by(&mut entities, |a, b| b.places.len().cmp(&a.places.len()).then_with(|| a.name.cmp(&b.name)));
        html! {
            <section key={kind.name()} hidden={entities.is_empty()}>
                <h2>{ (WORDS.kinds)(kind) }</h2>
                <dl class="library-names">
                    { for entities.into_iter().map(|entity| row(entity, &props.linked.articles, &props.dispatch)) }
                </dl>
            </section>
        }
    };
    html! {
        <main class="page" id="main" tabindex="-1">
            <h1>{ WORDS.names }</h1>
            <label class="filter">{ WORDS.find_name }<input type="search" value={(*wanted).clone()} {oninput} /></label>
            <p class="waiting" role="status">{ if props.analysing { WORDS.analysing } else { "" } }</p>
            { left_out(props.missing) }
            <div>{ for KINDS.into_iter().map(group) }</div>
        </main>
    }
}

/// Every article with its analysis as the reader has corrected it.
fn row(entity: &LibraryEntity, analysed: &[Analysed], dispatch: &Dispatch) -> Html {
    let places: Vec<Html> = entity
        .places
        .iter()
        .filter_map(|&(at, id)| {
            let (article, analysis) = analysed.get(at)?;
            let mentions = mentions_of(analysis, id);
            let first = *mentions.first()?;
            let dispatch = dispatch.clone();
            // The link goes to the article; the card is shown there.
            let show = Callback::from(move |_: MouseEvent| {
                let card = Card { mark: MarkId::Mention(first), pinned: true };
                dispatch.dispatch(Action::Next(Act::Show(Some(card))));
            });
            Some(html! {
                <dd key={article.id.to_string()}>
                    <a href={Route::read(article.id.clone()).to_string()} onclick={show}>{ article.title() }</a>
                    { " " }{ (WORDS.mentions_there)(mentions.len()) }
                </dd>
            })
        })
        .collect();
    if places.is_empty() {
        return Html::default();
    }
    html! { <div key={entity.name.clone()}><dt>{ &entity.name }</dt>{ for places }</div> }
}
