use crate::platform::TextRef;
use crate::{
    platform::locale,
    ui::{Dispatch, hooks::show_mark, widget::Widget, words::ENGLISH as WORDS},
};
use gloss_analysis::{Analysis, EntityKind, mentions_of};
use gloss_app::MarkId;
use gloss_text::sort_by_key;
use std::rc::Rc;
use yew::{functional::Hook, prelude::*};

/// The kinds that have an index; figures and dates have none, nobody looks them up by name.
const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];

/// Everybody and everything that an article names, by kind, the most named first.
#[derive(PartialEq)]
pub(in crate::ui) struct NamesPanel {
    pub(in crate::ui) analysis: Rc<Analysis>,
    pub(in crate::ui) text: TextRef,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for NamesPanel {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &NamesPanel) -> Html {
    let group = |kind: EntityKind| {
        let entities = props.analysis.entities.iter().enumerate().filter(|(_, entity)| entity.kind == kind);
        let mut entities: Vec<_> = entities
            .map(|(id, entity)| (entity, mentions_of(&props.analysis, id)))
            .filter(|(_, all)| !all.is_empty())
            .collect();
        sort_by_key(&mut entities, |(_, mentions)| usize::MAX - mentions.len());
        let row = |name: &str, mentions: &[usize]| {
            let (dispatch, text) = (props.dispatch.clone(), props.text.clone());
            let first = mentions.first().copied().unwrap_or_default();
            let show = Callback::from(move |_: MouseEvent| {
                show_mark(MarkId::Mention(first), &text, &dispatch);
            });
            html! {
                <li key={format!("{name} {}", mentions.len())}>
                    <button type="button" onclick={show}>
                        <span dir="auto">{ name }</span><span class="count">{ locale::number(mentions.len()) }</span>
                    </button>
                </li>
            }
        };
        html! {
            <section key={kind.name()} hidden={entities.is_empty()}>
                <h3>{ (WORDS.kinds)(kind) }</h3>
                <ul class="index">{ for entities.iter().map(|(entity, mentions)| row(&entity.name, mentions)) }</ul>
            </section>
        }
    };
    html! { <div>{ for KINDS.into_iter().map(group) }</div> }
}
