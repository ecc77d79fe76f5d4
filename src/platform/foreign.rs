//! Changes of the page by others. A browser's or an extension's translation replaces text nodes by `font` elements, after
//! which the next change of the app would find its nodes elsewhere and stop the program.

use gloo::utils::document;
use js_sys::Array;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{MutationObserver, MutationObserverInit, MutationRecord, Node, NodeList};

/// Takes every such change in `place` back as soon as it is made, for as long as the page lives.
pub(crate) fn undo(place: &Node) {
    let taken_back =
        Closure::<dyn FnMut(Array, MutationObserver)>::new(|records: Array, observer: MutationObserver| {
            let records: Vec<MutationRecord> =
                records.iter().filter_map(|record| record.dyn_into().ok()).collect();
            // The last change first, each as it was made.
            for record in records.iter().rev().filter(|record| is_foreign(record)) {
                let Some(target) = record.target() else { continue };
                for added in nodes(&record.added_nodes()) {
                    let _ = target.remove_child(&added);
                }
                for removed in nodes(&record.removed_nodes()) {
                    let _ = target.insert_before(&removed, record.next_sibling().as_ref());
                }
            }
            // What was done here is no change by others, and would be taken back for ever.
            observer.take_records();
        });
    let Ok(observer) = MutationObserver::new(taken_back.as_ref().unchecked_ref()) else { return };
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    let _ = observer.observe_with_options(place, &options);
    taken_back.forget();
}

/// Asks translators to leave the app alone: what they read would not be the article.
pub(crate) fn ask_not_to_translate() {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("translate", "no");
    }
}

/// Whether elements come or go that the app does not make.
fn is_foreign(record: &MutationRecord) -> bool {
    let is_font = |node: &Node| node.node_name() == "FONT";
    let touches = |list: &NodeList| nodes(list).iter().any(is_font);
    record.target().as_ref().is_some_and(is_font)
        || touches(&record.added_nodes())
        || touches(&record.removed_nodes())
        || nodes(&record.removed_nodes()).iter().any(|node| node.parent_node().as_ref().is_some_and(is_font))
}

fn nodes(list: &NodeList) -> Vec<Node> {
    (0..list.length()).filter_map(|at| list.item(at)).collect()
}
