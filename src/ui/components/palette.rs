use crate::ui::hooks::use_effect_with;
use crate::{
    platform::address,
    ui::{
        Dispatch,
        exchange::{Order, write},
        widget::Widget,
        words::ENGLISH as WORDS,
    },
};
use gloss_app::{Act, Action, Message, Pane, Panel, Route, Settings, State, Theme, page::Layer};
use gloss_notes::exchange::Format;
use std::rc::Rc;
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::{functional::Hook, prelude::*};

/// How many commands are shown; further letters find the others.
const SHOWN: usize = 12;

/// Everything that can be done from anywhere, found by typing some letters of it.
#[derive(PartialEq)]
pub(in crate::ui) struct Palette {
    /// What can be done now, the nearest first.
    pub(in crate::ui) commands: Vec<(String, Does)>,
    pub(in crate::ui) dispatch: Dispatch,
    pub(in crate::ui) on_close: Callback<()>,
}

/// What a command does.
#[derive(Clone)]
pub(in crate::ui) enum Does {
    Go(Route),
    Act(Action),
    /// Copies the notes of the open article as one document.
    CopyNotes(Rc<State>),
}

/// Commands of one name do the same.
impl PartialEq for Does {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Widget for Palette {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &Palette) -> Html {
    let dialog = use_node_ref();
    let wanted = use_state(String::new);
    let chosen = use_state(|| 0_usize);
    use_effect_with(dialog.clone(), |dialog| {
        if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
            let _ = dialog.show_modal();
        }
    });
    let folded = wanted.to_lowercase();
    let matching = |(name, _): &(String, Does)| {
        let name = name.to_lowercase();
        folded.split_whitespace().all(|word| name.contains(word))
    };
    let found: Vec<(String, Does)> =
        props.commands.iter().filter(|command| matching(command)).take(SHOWN).cloned().collect();
    let at = (*chosen).min(found.len().saturating_sub(1));
    let run = {
        let (dispatch, on_close) = (props.dispatch.clone(), props.on_close.clone());
        move |does: &Does| {
            // The dialog goes first, so that the focus is free for what the command does with it.
            on_close.emit(());
            match does.clone() {
                Does::Go(route) => address::go(&route),
                Does::Act(action) => dispatch.dispatch(action),
                Does::CopyNotes(state) => copy_notes(&state, dispatch.clone()),
            }
        }
    };
    let oninput = {
        let (wanted, chosen) = (wanted.setter(), chosen.setter());
        Callback::from(move |event: InputEvent| {
            wanted.set(event.target_unchecked_into::<HtmlInputElement>().value());
            chosen.set(0);
        })
    };
    let onkeydown = {
        let (run, setter, found) = (run.clone(), chosen.setter(), found.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = found.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => setter.set(if at < last { at + 1 } else { 0 }),
                "ArrowUp" => setter.set(if at > 0 { at - 1 } else { last }),
                "Enter" => {
                    if let Some((_, does)) = found.get(at) {
                        run(does);
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let close = props.on_close.reform(|_: Event| ());
    let option_id = |at: usize| format!("command-{at}");
    html! {
        <dialog class="palette" aria-label={WORDS.palette} ref={dialog} onclose={close}>
            <input
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-controls="commands"
                aria-activedescendant={(!found.is_empty()).then(|| option_id(at))}
                aria-label={WORDS.palette_field}
                placeholder={WORDS.palette_field}
                autocomplete="off"
                value={(*wanted).clone()}
                {oninput}
                {onkeydown}
            />
            <ul id="commands" role="listbox" aria-label={WORDS.palette}>
                { for found.iter().enumerate().map(|(index, (name, does))| {
                    let (run, does) = (run.clone(), does.clone());
                    let onclick = Callback::from(move |_: MouseEvent| run(&does));
                    html! {
                        <li key={name.clone()} id={option_id(index)} role="option" aria-selected={(index == at).to_string()} {onclick}>
                            { name }
                        </li>
                    }
                }) }
            </ul>
            <p class="hint" role="status">{ if found.is_empty() { WORDS.no_command } else { "" } }</p>
        </dialog>
    }
}

fn copy_notes(state: &State, dispatch: Dispatch) {
    let Some(article) = state.route.article() else { return };
    let found = state.anchored(article);
    let annotations = Some(found.iter().map(|found| found.annotation.id.clone()).collect());
    let made = Callback::from(move |made: Result<(), String>| {
        dispatch.dispatch(Action::Say(made.map_or(Message::ExchangeFailed, |()| Message::Copied)));
    });
    write(state, &Order { format: Some(Format::Markdown), annotations, copied: true, made });
}

/// What can be done now, the nearest first.
pub(in crate::ui) fn commands(state: &Rc<State>) -> Vec<(String, Does)> {
    let settings = state.settings;
    let go = |name: &str, route: Route| ((WORDS.go_to)(name), Does::Go(route));
    let set = |name: String, settings: Settings| (name, Does::Act(Action::Set(settings)));
    let mut all = vec![
        go(WORDS.library, Route::Library),
        go(WORDS.names, Route::Names),
        go(WORDS.notebook, Route::Notebook),
    ];
    all.extend(
        state.titles().iter().map(|(id, title)| ((WORDS.read)(title), Does::Go(Route::read(id.clone())))),
    );
    if let Some(article) = state.route.article() {
        let count = state.anchored(article).len();
        if count > 0 {
            all.push(((WORDS.copy_notes)(count), Does::CopyNotes(Rc::clone(state))));
        }
        for (panel, name) in
            [(Panel::Notes, WORDS.notes), (Panel::Names, WORDS.names), (Panel::Voices, WORDS.voices)]
        {
            all.push(((WORDS.put_beside)(name), Does::Act(Action::In(Pane(0), Act::Open(panel)))));
        }
        all.extend(Layer::ALL.iter().map(|&layer| {
            let switch = if settings.layers.shows(layer) { WORDS.hide } else { WORDS.show };
            let layers = settings.layers.toggled(layer);
            set(switch((WORDS.layer)(layer)), Settings { layers, ..settings })
        }));
    }
    if state.history.next_undo().is_some() {
        all.push((WORDS.undo.to_owned(), Does::Act(Action::Undo)));
    }
    if state.history.next_redo().is_some() {
        all.push((WORDS.redo.to_owned(), Does::Act(Action::Redo)));
    }
    let themes = Theme::ALL.iter().filter(|theme| **theme != settings.theme);
    all.extend(
        themes.map(|&theme| set((WORDS.use_theme)((WORDS.theme)(theme)), Settings { theme, ..settings })),
    );
    all.push(set(WORDS.larger.to_owned(), settings.enlarged(1)));
    all.push(set(WORDS.smaller.to_owned(), settings.enlarged(-1)));
    all
}
