use crate::{
    core::{
        app::{Action, Place},
        article::Article,
        text::Offsets,
    },
    platform::{clock, places, walk},
    ui::Dispatch,
};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// Opens an article where it was left (`place`), unless the address names a passage (`linked`). Answers with what is
/// to be told where the text in the window begins and ends, in UTF-16 code units, when it comes to rest: that is kept.
#[hook]
pub(in crate::ui) fn use_place(
    article: Option<Rc<Article>>,
    place: Option<Place>,
    linked: bool,
    dispatch: Dispatch,
) -> Callback<(usize, usize)> {
    let opened = article.clone();
    // What the reader states of the article changes neither its text nor the place in it.
    use_effect_with(article.as_ref().map(|article| article.id.clone()), move |_| {
        let place = place.filter(|place| !linked && place.at > 0);
        // A new page is brought to its head first.
        let timer = opened.zip(place).map(|(article, place)| {
            Timeout::new(0, move || walk::to_block_at(Offsets::new(&article.text).utf16(place.at)))
        });
        move || drop(timer)
    });
    use_callback(article, move |(from, to), article| {
        if let Some(article) = article {
            let offsets = Offsets::new(&article.text);
            let seen = to * 1000 / offsets.utf16(article.text.len()).max(1);
            let place = Place { at: offsets.from_utf16(from), seen: seen as u16, read: clock::now() };
            places::keep(&article.id, &place);
            dispatch.dispatch(Action::Reached(article.id.clone(), place));
        }
    })
}
