use crate::{
    platform::locale,
    ui::{Dispatch, words::ENGLISH as WORDS},
};
use gloss_app::{Act, Action, Card, MarkId, NameCell, NameMatrix, NameRow, Route};
use std::borrow::Cow;
use yew::prelude::*;

/// With up to so many articles each has a column.
const COLUMNS: usize = 12;

/// What stands for an article beside others: a letter, and where those do not suffice its number.
pub(in crate::ui) fn siglum(number: usize) -> Cow<'static, str> {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    match LETTERS.get(number..=number) {
        Some(letter) => Cow::Borrowed(letter),
        None => Cow::Owned(locale::number(number + 1)),
    }
}

/// Who and what is named in which article, and how often; each number leads to the first mention there.
pub(in crate::ui) fn matrix<'a>(
    names: &NameMatrix,
    rows: impl Iterator<Item = &'a NameRow>,
    dispatch: &Dispatch,
) -> Html {
    let articles = &names.articles;
    let cell = |row: &NameRow, cell: &NameCell| {
        let (id, title) = articles.get(cell.article)?;
        let card = Card { mark: MarkId::Mention(cell.first), pinned: true };
        let dispatch = dispatch.clone();
        // The link goes to the article; the card is shown there.
        let show = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Next(Act::Show(Some(card))));
        });
        let said = (WORDS.named_in)(&row.name, title, cell.count, cell.quoted);
        Some(html! {
            <a class="times" href={Route::read(id.clone()).to_string()} onclick={show} aria-label={said.clone()} title={said} data-quoted={cell.quoted.to_string()}>
                { (articles.len() > COLUMNS).then(|| html! { <b>{ siglum(cell.article) }</b> }) }
                { locale::number(cell.count) }
            </a>
        })
    };
    let cells = |row: &NameRow| -> Html {
        if articles.len() > COLUMNS {
            return html! { <td>{ for row.cells.iter().filter_map(|one| cell(row, one)) }</td> };
        }
        let of = |number: usize| row.cells.iter().find(|one| one.article == number);
        (0..articles.len())
            .map(|number| html! { <td key={number}>{ of(number).and_then(|one| cell(row, one)) }</td> })
            .collect()
    };
    let heads = articles.iter().enumerate().take_while(|_| articles.len() <= COLUMNS).map(|(number, (_, title))| {
        html! { <th key={number} scope="col" title={title.clone()}><abbr title={title.clone()}>{ siglum(number) }</abbr></th> }
    });
    html! {
        <table class="matrix">
            <thead><tr><th scope="col">{ WORDS.name }</th>{ for heads }</tr></thead>
            <tbody>
                { for rows.map(|row| html! {
                    <tr key={format!("{} {}", row.kind.name(), row.name)}>
                        <th scope="row" dir="auto">{ &row.name }</th>
                        { cells(row) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
