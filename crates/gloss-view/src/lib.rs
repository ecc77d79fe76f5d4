//! Pages drawn by programs beside the page.
//!
//! What is not needed at first has no room in the page's program. A program in a worker that is fetched when it is used
//! draws it instead: it answers each [`Event`] with an [`Answer`], which has a tree of [`Node`]s and [`Effect`]s. Trees
//! travel as [`JsonML`](http://www.jsonml.org/), so that the page needs one function to draw any of them, and text in them
//! stays text. The same tree makes a [file](Node::to_html) that stands alone.

mod answer;
mod event;
mod node;

pub use answer::{Answer, Effect};
pub use event::Event;
pub use node::{ATTRIBUTES, Element, Node, TAGS, el, is_safe_address, listed};
