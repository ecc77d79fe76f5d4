use crate::platform::viewport::Nearness;
use crate::ui::hooks::use_effect_with;
use web_sys::Element;
use yew::prelude::*;

/// Whether what `element` refers to is near the window, so that nobody who scrolls sees it being drawn. Where the
/// browser cannot tell, everything is.
#[hook]
pub(in crate::ui) fn use_near(element: NodeRef) -> bool {
    let near = use_state(|| false);
    let setter = near.setter();
    use_effect_with(element, move |element| {
        let on_change = {
            let setter = setter.clone();
            move |near| setter.set(near)
        };
        let watch = element.cast::<Element>().and_then(|element| Nearness::watch(element, on_change));
        if watch.is_none() {
            setter.set(true);
        }
        move || drop(watch)
    });
    *near
}
