use std::{
    any::{Any, type_name},
    rc::Rc,
};
use yew::{
    functional::{Hook, HookContext},
    prelude::*,
    virtual_dom::Key,
};

/// A part of the page that has hooks, or that is drawn again only when what it shows has changed.
///
/// It is what Yew calls the properties of a component. Yew compiles all it does for a component once for each of them,
/// which takes 3 to 8 kB; here every widget is drawn by one and the same component, so that this is compiled once. What
/// has no hooks and is cheap to draw is simpler as a function that returns [`Html`].
pub(super) trait Widget: PartialEq + 'static {
    /// Draws it; its hooks are those of its place in the page.
    fn draw(&self) -> impl Hook<Output = Html>;
}

/// Shows a widget.
pub(super) fn widget<W: Widget>(widget: W) -> Html {
    // Two widgets that follow each other in one place must not take over each other's hooks.
    place(type_name::<W>().into(), Rc::new(widget))
}

/// Shows a widget in a list of its kind, in which the key tells it from the others.
pub(super) fn keyed<W: Widget>(key: impl Into<Key>, widget: W) -> Html {
    place(key.into(), Rc::new(widget))
}

fn place(key: Key, widget: Rc<dyn AnyWidget>) -> Html {
    html! { <Place {key} widget={Held(widget)} /> }
}

/// A [`Widget`] of whatever type.
trait AnyWidget: Any {
    fn draw(&self, context: &mut HookContext) -> Html;
    fn is(&self, other: &dyn Any) -> bool;
}

impl<W: Widget> AnyWidget for W {
    fn draw(&self, context: &mut HookContext) -> Html {
        Widget::draw(self).run(context)
    }

    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<W>() == Some(self)
    }
}

#[derive(Clone)]
struct Held(Rc<dyn AnyWidget>);

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        let other: &dyn Any = &*other.0;
        self.0.is(other)
    }
}

impl Hook for Held {
    type Output = Html;

    fn run(self, context: &mut HookContext) -> Html {
        self.0.draw(context)
    }
}

#[derive(Properties, PartialEq)]
struct PlaceProps {
    widget: Held,
}

/// The one component that draws all widgets.
#[component]
fn Place(props: &PlaceProps) -> Html {
    let use_widget = || props.widget.clone();
    use_widget()
}
