//! The core: no browser, no clock, no randomness, no input or output. It never panics on any text.

pub mod analysis;
pub mod annotation;
pub mod app;
pub mod article;
pub mod exchange;
pub mod page;
pub mod search;
pub mod text;
