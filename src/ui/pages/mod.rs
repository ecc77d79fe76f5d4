//! One file a page.

mod article;
mod find;
mod library;
mod names;
mod notebook;
mod story;

pub(super) use article::ArticlePage;
pub(super) use find::FindPage;
pub(super) use library::LibraryPage;
pub(super) use names::NamesPage;
pub(super) use notebook::NotebookPage;
pub(super) use story::story_page;
