use crate::platform::viewport::Nearness;
use web_sys::Element;
use yew::prelude::*;

/// How near the window something is drawn with its marks, in CSS pixels: a screen or two, so that nobody who scrolls sees
/// it happen.
const NEAR: u32 = 1500;

/// Whether what `element` refers to is near the window. Where the browser cannot tell, everything is.
#[hook]
pub(in crate::ui) fn use_near(element: NodeRef) -> bool {
    let near = use_state(|| false);
    let setter = near.setter();
    use_effect_with(element, move |element| {
        let on_change = {
            let setter = setter.clone();
            move |near| setter.set(near)
        };
        let watch = element.cast::<Element>().and_then(|element| Nearness::watch(&element, NEAR, on_change));
        if watch.is_none() {
            setter.set(true);
        }
        move || drop(watch)
    });
    *near
}
