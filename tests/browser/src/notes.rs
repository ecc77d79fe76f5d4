use crate::{Outcome, Page};
use serde_json::{Value, json};

/// Gives the page `highlight(start, length)`, which does what a reader does: selects and presses the button.
pub const HIGHLIGHT: &str = "
    // The page waits for a selection to come to rest. These selections are at rest.
    const wait = setTimeout; window.setTimeout = (then, ms, ...more) => wait(then, ms < 1000 ? 0 : ms, ...more);
    const tools = document.querySelector('.passage-tools');
    // An X display has one selection: WebKitGTK takes away what is selected in a window when something is in another.
    const shown = async () => {
      while (tools.hidden && !getSelection().isCollapsed) await new Promise((then) => wait(then));
      return !tools.hidden;
    };
    const select = (start, length) => {
      const article = document.querySelector('article');
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      let at = 0, from = null, to = null;
      while (!to && walker.nextNode()) {
        const node = walker.currentNode, end = at + node.data.length;
        if (!from && start < end) from = [node, start - at];
        if (start + length <= end) to = [node, start + length - at];
        at = end;
      }
      getSelection().setBaseAndExtent(...from, ...to);
    };
    window.highlight = async (start, length) => {
      do select(start, length); while (!await shown());
      const focused = () => document.querySelector('.card.focused')?.dataset.annotation, before = focused();
      tools.querySelector('.highlight').click();
      // The tools go, and the new note stands out, in one and the same drawing.
      while (focused() === before) await new Promise((then) => setTimeout(then));
    };
    window.drawn = () => [...new Set([...document.querySelectorAll('mark[data-annotation]')].map((m) => m.dataset.annotation))]";

/// Everything in one of the stores of the page, oldest first.
///
/// # Errors
/// When the browser cannot be driven.
pub async fn records(
    page: &Page,
    store: &str,
) -> Result<Vec<Value>, Box<dyn std::error::Error + Send + Sync>> {
    let script = "window.records = null;
        indexedDB.open('gloss').onsuccess = ({ target: { result: database } }) => {
          database.transaction(arguments[0]).objectStore(arguments[0]).getAll().onsuccess =
            ({ target }) => { window.records = target.result; database.close(); };
        }";
    page.run(script, &[json!(store)]).await?;
    let all = page.until("the records", "return window.records").await?;
    Ok(all.as_array().cloned().unwrap_or_default())
}

/// Writes a note on the first annotation in the list.
///
/// # Errors
/// When the browser cannot be driven.
pub async fn write_note(page: &Page, note: &str) -> Outcome {
    open_editor(page).await?;
    finish_note(page, note).await?;
    page.saved().await?;
    Ok(())
}

/// Opens the editor of the first annotation in the list. A card shows its tools once it is chosen. Its buttons are pressed by script, here and below, since an engine need not
/// lay out a tab that another one hides.
///
/// # Errors
/// When the browser cannot be driven.
pub async fn open_editor(page: &Page) -> Outcome {
    page.run("document.querySelector('.notes .card').click()", &[]).await?;
    page.until("its tools", "return !!document.querySelector('.notes .card .card-tools button')").await?;
    page.run("document.querySelector('.notes .card .card-tools button').click()", &[]).await?;
    page.until("the editor", "return !!document.querySelector('.note-editor textarea')").await?;
    Ok(())
}

/// Ends the note that is being written with the words `note`.
///
/// # Errors
/// When the browser cannot be driven.
pub async fn finish_note(page: &Page, note: &str) -> Outcome {
    let script = "const field = document.querySelector('.note-editor textarea');
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        document.querySelector('.note-editor .primary').click()";
    page.run(script, &[json!(note)]).await?;
    Ok(())
}

/// What is written on these annotations.
#[must_use]
pub fn notes(records: &[Value]) -> Vec<&str> {
    records.iter().filter_map(|record| record["note"].as_str()).collect()
}

/// Highlights a passage by its key.
///
/// # Errors
/// When the browser cannot be driven.
pub async fn highlight(page: &Page, words: &str) -> Outcome {
    page.select(words, false).await?;
    page.highlight_selected().await?;
    page.saved().await?;
    Ok(())
}

/// Opens the editor on a passage by its button.
///
/// # Errors
/// When the browser cannot be driven.
pub async fn begin_note(page: &Page, words: &str) -> Outcome {
    page.select(words, false).await?;
    page.click(".passage-tools .note").await?;
    page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
    Ok(())
}

/// States facts about the open article by the form.
///
/// # Errors
/// When the browser cannot be driven.
pub async fn state_facts(page: &Page, facts: &[(&str, &str)]) -> Outcome {
    page.click(".edit-metadata .quiet").await?;
    page.until("the form", "return document.activeElement.name === 'title'").await?;
    let script = "for (const [name, value] of arguments[0]) document.querySelector(`.edit-metadata [name=${name}]`).value = value";
    page.run(script, &[json!(facts)]).await?;
    page.click(".edit-metadata .primary").await?;
    page.until("the form closes", "return !document.querySelector('.edit-metadata form')").await?;
    page.saved().await?;
    Ok(())
}
