use super::reading_settings::ReadingSettings;
use crate::platform::{address, walk};
use crate::ui::{
    Dispatch,
    widget::{Widget, widget},
    words::ENGLISH as WORDS,
};
use gloss_app::{Action, Route, SaveState, Settings};
use yew::{functional::Hook, prelude::*};

/// The bar above every page: where the reader can go, whether everything is saved, undo and redo.
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
#[derive(PartialEq)]
pub(in crate::ui) struct Bar {
    pub(in crate::ui) route: Route,
    pub(in crate::ui) save_state: SaveState,
    pub(in crate::ui) opening: bool,
    /// How many stored records cannot be read.
    pub(in crate::ui) unreadable: usize,
    /// Whether the reader should make a backup.
    pub(in crate::ui) backup_due: bool,
    pub(in crate::ui) can_undo: bool,
    pub(in crate::ui) can_redo: bool,
    pub(in crate::ui) settings: Settings,
    pub(in crate::ui) dispatch: Dispatch,
    pub(in crate::ui) on_help: Callback<()>,
    pub(in crate::ui) on_palette: Callback<()>,
}

impl Widget for Bar {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &Bar) -> Html {
    // Whatever is looked for, it is the same page.
    let here = |route: &Route| {
        (std::mem::discriminant(&props.route) == std::mem::discriminant(route)).then_some("page")
    };
    let to = |route: Route, name: &'static str| {
        html! { <a href={route.to_string()} aria-current={here(&route)}>{ name }</a> }
    };
    let send = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let palette = props.on_palette.reform(|_: MouseEvent| ());
    let help = props.on_help.reform(|_: MouseEvent| ());
    // A link to `#main` would change the route.
    let skip = Callback::from(|_: MouseEvent| {
        walk::focus("#main");
    });
    let (state, said) = match &props.save_state {
        _ if props.opening => ("saving", WORDS.opening.to_owned()),
        SaveState::Saved => ("saved", WORDS.saved.to_owned()),
        SaveState::Saving => ("saving", WORDS.saving.to_owned()),
        SaveState::Unsaved(why) => ("unsaved", (WORDS.unsaved)(why)),
    };
    let failed = matches!(props.save_state, SaveState::Unsaved(_));
    html! {
        <header class="bar">
            <button class="skip" type="button" onclick={skip}>{ WORDS.skip }</button>
            <a class="brand" href="#/">{ WORDS.app }</a>
            <nav aria-label={WORDS.app}>
                { to(Route::Library, WORDS.library) }
                { to(Route::Story("/story".to_owned()), WORDS.stories) }
                { to(Route::Names, WORDS.names) }
                { to(Route::Notebook, WORDS.notebook) }
            </nav>
            <p class="save-state" role="status" data-state={state}>
                <span>{ said }</span>
                <span>{ if props.unreadable > 0 { (WORDS.unreadable)(props.unreadable) } else { String::new() } }</span>
                <a class="backup-due" href={Route::Notebook.to_string()} hidden={!props.backup_due}>{ WORDS.backup_due }</a>
                <button type="button" hidden={!failed} onclick={send(Action::RetryStorage)}>{ WORDS.retry }</button>
            </p>
            <div class="bar-tools">
                <a class="find-link" href="#/find" aria-current={here(&Route::Find { words: String::new() })}>{ WORDS.find }<kbd aria-hidden="true">{ "/" }</kbd></a>
                { widget(ReadingSettings {
                    settings: props.settings,
                    dispatch: props.dispatch.clone(),
                }) }
                <button type="button" class="more" popovertarget="more" aria-label={WORDS.more} title={WORDS.more}>{ "⋯" }</button>
            </div>
            <section class="settings-panel" id="more" popover="auto" aria-label={WORDS.more}>
                <button type="button" disabled={!props.can_undo} onclick={send(Action::Undo)}>{ WORDS.undo }</button>
                <button type="button" disabled={!props.can_redo} onclick={send(Action::Redo)}>{ WORDS.redo }</button>
                <button type="button" popovertarget="more" onclick={|_| address::go(&Route::Find { words: String::new() })}>{ WORDS.find }</button>
                <button type="button" class="commands" popovertarget="more" onclick={palette} aria-keyshortcuts="Control+K">{ WORDS.palette }</button>
                <button type="button" class="keys" popovertarget="more" onclick={help}>{ WORDS.keyboard }</button>
            </section>
        </header>
    }
}
