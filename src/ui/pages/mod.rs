//! One file a page.

mod article;
mod library;
mod notebook;

pub(super) use article::ArticlePage;
pub(super) use library::LibraryPage;
pub(super) use notebook::NotebookPage;
