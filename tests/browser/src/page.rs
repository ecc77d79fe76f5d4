use crate::Engine;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use thirtyfour::{
    By, Key, WebDriver, WebElement,
    error::{WebDriverErrorInner, WebDriverResult},
};

/// Said where the program has broken off.
const STOPPED: &str = "the engine has stopped the program";
/// How long anything may take before a test gives up; a busy machine has its pauses.
const PATIENCE: Duration = Duration::from_mins(1);

/// A page of the app in a browser.
#[derive(Clone, Debug)]
pub struct Page(WebDriver);

impl Page {
    pub(crate) const fn new(driver: WebDriver) -> Self {
        Self(driver)
    }

    /// Runs a script, which may wait for promises, and hands back what it returns. `arguments` are its `arguments`. An element
    /// is handed back as `true`, since the page may draw it anew before a driver has described it.
    ///
    /// # Errors
    /// When the browser cannot be driven or the script throws.
    pub async fn run(&self, script: &str, arguments: &[Value]) -> WebDriverResult<Value> {
        let script = format!(
            "return (async function () {{ {script}\n }}).apply(null, arguments).then((value) => value instanceof Node || value)"
        );
        Ok(self.0.execute(script, arguments.to_vec()).await?.json().clone())
    }

    /// Runs a script until it returns a true value, and hands that back.
    ///
    /// # Panics
    /// When it does not within a minute.
    ///
    /// # Errors
    /// When the browser cannot be driven or the script throws.
    pub async fn until(&self, what: &str, script: &str) -> WebDriverResult<Value> {
        let start = Instant::now();
        loop {
            let value = self.run(script, &[]).await?;
            if !matches!(value, Value::Null | Value::Bool(false)) {
                return Ok(value);
            }
            if start.elapsed() > PATIENCE {
                let stopped =
                    self.run("return document.querySelector('#stopped')?.checkVisibility()", &[]).await?;
                if stopped == true {
                    println!("{STOPPED}");
                }
                panic!("waited in vain: {what}");
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Waits until the page is drawn, its article analysed and everything saved.
    ///
    /// # Panics
    /// When it does not come to that, as when the program has stopped.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn settled(&self) -> WebDriverResult<()> {
        let arrived = "const failed = [...document.querySelectorAll('.failed')].map((p) => p.textContent).join();
            if (document.querySelector('#stopped')?.checkVisibility() || failed.includes('could not be looked for')) return 'stopped';
            const waiting = [...document.querySelectorAll('.waiting')].some((p) => p.textContent.trim());
            return !!document.querySelector('main') && !waiting";
        // WebKitGTK 2.50 breaks the program off in some of a thousand loads, mostly in the allocator, as it does others of
        // Rust and Yew; the other engines never do. A reader is offered to go on, and does.
        let mut may_go_on = Engine::CHOSEN == Engine::WebKit;
        while self.until("the page is drawn and analysed", arrived).await? == "stopped" {
            assert!(std::mem::take(&mut may_go_on), "the program has stopped");
            println!("{STOPPED}");
            self.run("window.stopped = true; location.reload()", &[]).await?;
            self.until("the page is new", "return !window.stopped").await?;
        }
        let saved = "return document.querySelector('.save-state')?.dataset.state !== 'saving'";
        self.until("the store is open and has everything", saved).await.map(|_| ())
    }

    /// Loads the page anew as a reader does. The driver of Firefox would go past the worker that keeps the site.
    ///
    /// # Panics
    /// When it does not come back.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn reload(&self) -> WebDriverResult<()> {
        self.run("window.before = true; location.reload()", &[]).await?;
        self.until("the page is new", "return !window.before").await?;
        self.settled().await
    }

    /// The text of the article exactly as the page holds it.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn article_text(&self) -> WebDriverResult<String> {
        let text = self.run("return document.querySelector('article').textContent", &[]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Brings the first place where the article reads `words` into view and selects it, from the last to the first
    /// if `backwards`.
    /// Runs over as many elements as it takes, as dragging does.
    ///
    /// # Panics
    /// When the article does not have these words.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn select(&self, words: &str, backwards: bool) -> WebDriverResult<()> {
        let script = "const [words, backwards] = arguments;
            const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
            const nodes = []; let text = '';
            while (walker.nextNode()) { nodes.push([walker.currentNode, text.length]); text += walker.currentNode.data; }
            const at = text.indexOf(words);
            if (at < 0) return false;
            const place = (offset, end) => {
              const [node, start] = nodes.findLast(([, start]) => end ? start < offset : start <= offset);
              return [node, offset - start];
            };
            const [from, to] = [place(at, false), place(at + words.length, true)];
            const [a, b] = backwards ? [to, from] : [from, to];
            a[0].parentElement.scrollIntoView({ block: 'center' });
            getSelection().setBaseAndExtent(...a, ...b);
            return true";
        let found = self.run(script, &[json!(words), json!(backwards)]).await?;
        assert_eq!(found, json!(true), "the article does not read: {words}");
        self.until("the tools show", "return !document.querySelector('.passage-tools').hidden").await?;
        Ok(())
    }

    /// Drags the mouse from the beginning of one word to the end of another, by their first places.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn drag(&self, from: &str, to: &str) -> WebDriverResult<()> {
        let script = "const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
            const [from, to] = arguments; let [a, b] = [null, null];
            while (walker.nextNode()) {
              const node = walker.currentNode, range = document.createRange();
              const rect = (word) => {
                const at = node.data.indexOf(word);
                if (at < 0) return null;
                range.setStart(node, at); range.setEnd(node, at + word.length);
                return range.getBoundingClientRect();
              };
              a ??= rect(from); b ??= rect(to);
            }
            return [Math.floor(a.left) + 1, Math.floor((a.top + a.bottom) / 2), Math.ceil(b.right) - 1, Math.floor((b.top + b.bottom) / 2)]";
        let places = self.run(script, &[json!(from), json!(to)]).await?;
        let at = |index: usize| places.get(index).and_then(Value::as_i64).unwrap_or_default();
        self.0
            .action_chain()
            .move_to(at(0), at(1))
            .click_and_hold()
            .move_to(i64::midpoint(at(0), at(2)), at(3))
            .move_to(at(2), at(3))
            .release()
            .perform()
            .await?;
        self.until("the tools show", "return !document.querySelector('.passage-tools').hidden").await?;
        Ok(())
    }

    /// Drags the pointer slowly along these places in the window, in CSS pixels.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn drag_along(&self, places: &[(i64, i64)]) -> WebDriverResult<()> {
        let mut chain = self.0.action_chain_with_delay(None, Some(Duration::from_millis(150)));
        for (at, (x, y)) in places.iter().enumerate() {
            chain = chain.move_to(*x, *y);
            if at == 0 {
                chain = chain.click_and_hold();
            }
        }
        chain.release().perform().await
    }

    /// Clicks the first mark of this kind that reads `words`, and waits for the card that tells about it.
    ///
    /// # Errors
    /// When the browser cannot be driven, or there is no such mark.
    pub async fn ask(&self, kind: &str, words: &str) -> WebDriverResult<()> {
        let script = "const [kind, words] = arguments;
            const mark = [...document.querySelectorAll(`article ${kind}`)].find((m) => m.textContent.includes(words));
            mark.scrollIntoView({ block: 'center' });
            mark.click()";
        self.run(script, &[json!(kind), json!(words)]).await?;
        self.until("the card", "return !!document.querySelector('.card-of-mark h3')").await?;
        Ok(())
    }

    /// Clicks what the selector finds, as soon as it can be clicked.
    ///
    /// # Panics
    /// When it cannot be clicked within a minute.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn click(&self, selector: &str) -> WebDriverResult<()> {
        let start = Instant::now();
        loop {
            let clicked = async {
                let element = self.find(selector).await?;
                element.scroll_into_view().await?;
                self.at_rest(selector).await?;
                element.click().await
            };
            let Err(why) = clicked.await else { return Ok(()) };
            // It is about to be drawn, to move, or to be drawn anew.
            let passing = matches!(
                why.as_inner(),
                WebDriverErrorInner::NoSuchElement(_)
                    | WebDriverErrorInner::ElementNotInteractable(_)
                    | WebDriverErrorInner::ElementClickIntercepted(_)
                    | WebDriverErrorInner::StaleElementReference(_)
            );
            if !passing {
                return Err(why);
            }
            assert!(start.elapsed() < PATIENCE, "{selector} cannot be clicked: {why}");
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// The first element that the selector finds.
    ///
    /// # Errors
    /// When there is none.
    pub async fn find(&self, selector: &str) -> WebDriverResult<WebElement> {
        self.0.find(By::Css(selector)).await
    }

    /// How many elements the selector finds.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn count(&self, selector: &str) -> WebDriverResult<usize> {
        let count =
            self.run("return document.querySelectorAll(arguments[0]).length", &[json!(selector)]).await?;
        Ok(count.as_u64().unwrap_or_default() as usize)
    }

    /// Types keys at the focus.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn keys(&self, keys: impl AsRef<str>) -> WebDriverResult<()> {
        self.0.action_chain().send_keys(keys.as_ref()).perform().await
    }

    /// Presses `key` while holding `with`.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn chord(&self, with: &[Key], key: char) -> WebDriverResult<()> {
        let mut chain = self.0.action_chain();
        for held in with {
            chain = chain.key_down(held.clone());
        }
        chain = chain.send_keys(key.to_string());
        for held in with {
            chain = chain.key_up(held.clone());
        }
        chain.perform().await
    }

    /// Pastes a passage into the page as from elsewhere: as text and, where there is one, as a copied page. Firefox gives an
    /// event that a script makes an empty clipboard, so this one is put in its place.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn paste(&self, html: Option<&str>, text: &str) -> WebDriverResult<()> {
        self.until("it takes what is pasted", "return !!document.querySelector('.beside [data-drop]')")
            .await?;
        let script = "const passed = new DataTransfer();
            if (arguments[0]) passed.setData('text/html', arguments[0]);
            passed.setData('text/plain', arguments[1]);
            const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
            Object.defineProperty(event, 'clipboardData', { value: passed });
            document.body.dispatchEvent(event)";
        self.run(script, &[json!(html), json!(text)]).await?;
        Ok(())
    }

    /// Highlights what is selected by its key, and waits until that is drawn.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn highlight_selected(&self) -> WebDriverResult<()> {
        self.keys("h").await?;
        // WebKit's driver does not wait until the page has the key.
        self.until("the tools go", "return document.querySelector('.passage-tools').hidden").await?;
        Ok(())
    }

    /// Waits until storage has confirmed everything.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn saved(&self) -> WebDriverResult<()> {
        self.until("it is saved", "return document.querySelector('.save-state').dataset.state === 'saved'")
            .await?;
        Ok(())
    }

    /// Waits until an element stands still. A card in the margin glides to its place, and what is clicked on its way is
    /// what it has just left.
    async fn at_rest(&self, selector: &str) -> WebDriverResult<()> {
        let script = "const { x, y } = document.querySelector(arguments[0])?.getBoundingClientRect() ?? {};
            return [x, y]";
        let (start, mut before) = (Instant::now(), Value::Null);
        loop {
            assert!(start.elapsed() < PATIENCE, "{selector} never stands still");
            let now = self.run(script, &[json!(selector)]).await?;
            if now == before {
                return Ok(());
            }
            before = now;
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Ends the note that is being written by its button, and waits until it is saved. The editor is gone first: until
    /// the page has heard of the button, all that came before it is still called saved.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn end_note(&self) -> WebDriverResult<()> {
        self.click(".note-editor .primary").await?;
        self.until("the editor closes", "return !document.querySelector('.note-editor')").await?;
        self.saved().await
    }

    /// Every annotation drawn in the text, as `colour: words`, in the order of the text.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn marks(&self) -> WebDriverResult<Vec<String>> {
        let script = "const all = new Map();
            for (const mark of document.querySelectorAll('article mark')) {
              const id = mark.dataset.annotation;
              all.set(id, [mark.classList[0], (all.get(id)?.[1] ?? '') + mark.textContent]);
            }
            return [...all.values()].map(([colour, words]) => `${colour}: ${words}`)";
        strings(&self.run(script, &[]).await?)
    }

    /// The text of every element that the selector finds.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn texts(&self, selector: &str) -> WebDriverResult<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)";
        strings(&self.run(script, &[json!(selector)]).await?)
    }
}

#[expect(clippy::unnecessary_wraps, reason = "reads well behind `?` of what came before")]
fn strings(value: &Value) -> WebDriverResult<Vec<String>> {
    let all = value.as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(all.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect())
}
