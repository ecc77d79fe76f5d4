use gloss_app::Pane;
use gloss_text::{Document, Offsets};
use std::rc::Rc;
use web_sys::Element;
use yew::NodeRef;

/// The text of one pane as the browser draws it: the only one who knows the pane's element, the ranges and the geometry of
/// its text, the steps of the keyboard in it and the names of its highlights. What each part of the browser does with it
/// is in that part's module.
///
/// The elements of blocks say in `data-start` where their text begins, in UTF-16 code units, and hold nothing but their
/// text; so an offset in the article is that number and the length of the text before a boundary.
#[derive(Clone, Debug)]
pub(crate) struct TextView {
    pub(super) element: Element,
    pub(super) document: Rc<Document>,
    pub(super) pane: Pane,
}

/// Where a [`TextView`] is to be had once its element is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TextRef {
    /// What the pane's element is bound to.
    pub(crate) node: NodeRef,
    /// The text, when it has come.
    pub(crate) document: Option<Rc<Document>>,
    /// The pane.
    pub(crate) pane: Pane,
}

impl TextRef {
    /// The view, if the text has come and is drawn.
    pub(crate) fn view(&self) -> Option<TextView> {
        let (element, document) = (self.node.cast()?, self.document.clone()?);
        Some(TextView { element, document, pane: self.pane })
    }
}

impl TextView {
    /// The pane's element, for those who listen to its events or watch its size.
    pub(crate) fn element(&self) -> &Element {
        &self.element
    }

    pub(super) fn text(&self) -> &str {
        self.document.text()
    }

    pub(super) fn offsets(&self) -> Offsets<'_> {
        self.document.offsets()
    }

    /// The first element in the pane that `selector` finds.
    pub(super) fn find(&self, selector: &str) -> Option<Element> {
        self.element.query_selector(selector).ok().flatten()
    }
}
