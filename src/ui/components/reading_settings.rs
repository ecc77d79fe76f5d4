use crate::ui::{Dispatch, widget::Widget, words::ENGLISH as WORDS};
use gloss_app::{Action, Face, Keys, Leading, Measure, Settings, Theme};
use yew::{functional::Hook, prelude::*};

/// How the page looks: its colours, and the letters and lines of the article.
#[derive(PartialEq)]
pub(in crate::ui) struct ReadingSettings {
    pub(in crate::ui) settings: Settings,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for ReadingSettings {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &ReadingSettings) -> Html {
    // Most visits never look at them.
    let wanted = use_state(|| false);
    let want = {
        let wanted = wanted.clone();
        Callback::from(move |_: MouseEvent| wanted.set(true))
    };
    html! {
        <>
            <button type="button" class="appearance" popovertarget="appearance" onclick={want} aria-label={WORDS.appearance} title={WORDS.appearance}>
                { "Aa" }
            </button>
            <section class="settings-panel" id="appearance" popover="auto" aria-label={WORDS.appearance}>
                { if *wanted { choices(props) } else { Html::default() } }
            </section>
        </>
    }
}

fn choices(props: &ReadingSettings) -> Html {
    let settings = props.settings;
    let themes = Theme::ALL.iter().map(|&theme| {
        (theme.name(), (WORDS.theme)(theme), settings.theme == theme, Settings { theme, ..settings })
    });
    let faces = Face::ALL
        .iter()
        .map(|&face| (face.name(), (WORDS.face)(face), settings.face == face, Settings { face, ..settings }));
    let leadings = Leading::ALL.iter().map(|&leading| {
        let chosen = settings.leading == leading;
        (leading.name(), (WORDS.leading)(leading), chosen, Settings { leading, ..settings })
    });
    let measures = Measure::ALL.iter().map(|&measure| {
        let chosen = settings.measure == measure;
        (measure.name(), (WORDS.measure)(measure), chosen, Settings { measure, ..settings })
    });
    let keys = Keys::ALL.iter().map(|&keys| {
        (keys.name(), (WORDS.letter_keys_choice)(keys), settings.keys == keys, Settings { keys, ..settings })
    });
    let resize = |steps: i8, name: &'static str, sign: &'static str| {
        let wanted = settings.enlarged(steps);
        html! {
            <button type="button" aria-label={name} disabled={wanted == settings} onclick={set(props, wanted)}>{ sign }</button>
        }
    };
    html! {
        <>
            { choice(props, WORDS.colours, themes) }
            { choice(props, WORDS.letters, faces) }
            <div class="setting" role="group" aria-label={WORDS.size}>
                <span aria-hidden="true">{ WORDS.size }</span>
                <span class="options">
                    { resize(-1, WORDS.smaller, "−") }
                    <output>{ (WORDS.per_cent)(settings.size) }</output>
                    { resize(1, WORDS.larger, "+") }
                </span>
            </div>
            { choice(props, WORDS.line_spacing, leadings) }
            { choice(props, WORDS.line_length, measures) }
            { choice(props, WORDS.letter_keys, keys) }
        </>
    }
}

/// A row of buttons of which one is pressed.
fn choice(
    props: &ReadingSettings,
    name: &'static str,
    options: impl Iterator<Item = (&'static str, &'static str, bool, Settings)>,
) -> Html {
    html! {
        <div class="setting" role="group" aria-label={name}>
            <span aria-hidden="true">{ name }</span>
            <span class="options">
                { for options.map(|(key, label, chosen, settings)| html! {
                    <button
                        {key}
                        type="button"
                        data-choice={key}
                        aria-pressed={chosen.to_string()}
                        onclick={set(props, settings)}
                    >{ label }</button>
                }) }
            </span>
        </div>
    }
}

fn set(props: &ReadingSettings, settings: Settings) -> Callback<MouseEvent> {
    let dispatch = props.dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(Action::Set(settings)))
}
