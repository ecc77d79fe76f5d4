use super::{widget::Widget, words::ENGLISH as WORDS};
use crate::platform::{beside::Line, clipboard, files, json};
use crate::ui::hooks::use_effect_with;
use gloo::{
    timers::callback::Timeout,
    utils::{document, window},
};
use gloss_view::{ATTRIBUTES, TAGS, is_safe_address, listed};
use serde_json::Value;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::{
    functional::Hook,
    prelude::*,
    virtual_dom::{VTag, VText},
};

/// A part of the page that a program in a worker draws: see [`gloss_view`].
#[derive(PartialEq)]
pub(in crate::ui) struct Beside {
    /// The address of the program's script.
    pub(in crate::ui) program: String,
    /// What it is to draw, as JSON.
    pub(in crate::ui) input: Rc<str>,
    /// What it wants that this widget knows nothing of: a name, and JSON.
    pub(in crate::ui) on_effect: Callback<(String, Value)>,
}

impl Widget for Beside {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

/// What is shown.
#[derive(Clone, PartialEq)]
enum Shown {
    Waiting,
    Failed,
    View(Rc<[Value]>),
}

#[hook]
fn use_view(props: &Beside) -> Html {
    let shown = use_state(|| Shown::Waiting);
    let line = use_mut_ref(|| None::<Rc<Line>>);
    let root = use_node_ref();
    {
        let (line, shown) = (line.clone(), shown.setter());
        let (root, on_effect) = (root.clone(), props.on_effect.clone());
        use_effect_with(props.program.clone(), move |program| {
            let show = shown.clone();
            let started = Line::start(program, move |answer| {
                let Some(Value::Object(mut answer)) = answer.and_then(|answer| json::read(&answer)) else {
                    return show.set(Shown::Failed);
                };
                if let Some(Value::Array(effects)) = answer.remove("effects") {
                    for effect in effects {
                        let Value::Array(mut effect) = effect else { continue };
                        let value = effect.pop().unwrap_or_default();
                        let Some(Value::String(name)) = effect.pop() else { continue };
                        match (name.as_str(), &value) {
                            ("focus", Value::String(id)) => {
                                // What has it may only be drawn by this answer.
                                let id = id.clone();
                                Timeout::new(0, move || move_focus(&id)).forget();
                            }
                            ("go", Value::String(route)) => {
                                let _ = window().location().set_hash(route);
                            }
                            ("copy", Value::String(text)) => clipboard::copy(text),
                            ("save", Value::Array(file)) => {
                                let part =
                                    |at: usize| file.get(at).and_then(Value::as_str).unwrap_or_default();
                                let _ = files::save(part(0), part(1), part(2));
                            }
                            _ => on_effect.emit((name, value)),
                        }
                    }
                }
                if let Some(Value::Array(view)) = answer.remove("view") {
                    show.set(Shown::View(view.into()));
                }
            });
            if started.is_none() {
                shown.set(Shown::Failed);
            }
            let element = root.cast::<Element>();
            let listeners = started.as_ref().zip(element).map(|(line, root)| line.listen(&root));
            *line.borrow_mut() = started;
            move || {
                drop(listeners);
                line.take();
            }
        });
    }
    use_effect_with((props.program.clone(), props.input.clone()), move |(_, input)| {
        if let Some(line) = &*line.borrow() {
            line.tell(&["input", input]);
        }
    });
    html! {
        <div class="beside" ref={root}>
            { match &*shown {
                Shown::Waiting => html! { <p class="waiting" role="status">{ WORDS.loading }</p> },
                Shown::Failed => html! { <p class="failed" role="alert">{ WORDS.program_failed }</p> },
                Shown::View(view) => view.iter().map(node).collect(),
            } }
        </div>
    }
}

fn move_focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// What the field of this name holds, where one types into it.
fn typed_into(name: &str) -> Option<String> {
    let field = document().active_element()?.dyn_into::<HtmlInputElement>().ok()?;
    (field.get_attribute("data-do").as_deref() == Some(name)).then(|| field.value())
}

/// Draws a node of `JsonML`: text, or an array of a tag, attributes and children.
fn node(node: &Value) -> Html {
    let Value::Array(parts) = node else {
        return VText::new(node.as_str().unwrap_or_default().to_owned()).into();
    };
    let tag = parts.first().and_then(Value::as_str).unwrap_or_default();
    let mut element = VTag::new(listed(TAGS, tag).unwrap_or("span"));
    for (name, value) in parts.get(1).and_then(Value::as_object).into_iter().flatten() {
        let Some(value) = value.as_str() else { continue };
        match name.as_str() {
            "key" => element.key = Some(value.into()),
            "value" => {
                // What is being typed goes before what the program has heard of it.
                let name = parts.get(1).and_then(|attributes| attributes.get("data-do"));
                let typed = name.and_then(Value::as_str).and_then(typed_into);
                // A field has it as a property, anything else as an attribute.
                element.set_value(Some(AttrValue::from(typed.unwrap_or_else(|| value.to_owned()))));
                if element.value().is_none() {
                    element.add_attribute("value", value.to_owned());
                }
            }
            "checked" => element.set_checked(value != "false"),
            "href" if !is_safe_address(value) => {}
            name => {
                if let Some(name) = listed(ATTRIBUTES, name) {
                    element.add_attribute(name, value.to_owned());
                }
            }
        }
    }
    element.add_children(parts.iter().skip(2).map(self::node));
    element.into()
}
