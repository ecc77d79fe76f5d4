use crate::{Browser, Outcome, Page, Site};
use serde_json::json;
use std::fs;
use thirtyfour::Key;

/// The widths that pages are looked at in, in CSS pixels: a phone, a tablet, a wide desktop.
pub const WIDTHS: [u32; 3] = [320, 768, 1440];

const ARTICLE: &str = "#/read/misconduct-hearing";

/// A page in a state worth looking at: what is checked for accessibility and what screenshots are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// The list of articles.
    Library,
    /// An article with names, quotations and notes.
    Article,
    /// The card of a name.
    Name,
    /// The card of a quotation, with its grounds and what can be corrected.
    Quotation,
    /// A note that is chosen, with all that can be done with it.
    Note,
    /// A note being written.
    Editor,
    /// The tools of a selected passage.
    Passage,
    /// The names beside the text.
    ArticleNames,
    /// The speakers beside the text.
    Speakers,
    /// An article narrowed to one speaker.
    Speaker,
    /// The names of the whole library.
    Names,
    /// Bringing articles.
    Bring,
    /// A folder of the reader's own, before one is chosen.
    Folder,
    /// The stories, before the reader has said anything about them.
    Stories,
    /// All notes.
    Notebook,
    /// What a file to import would change.
    Import,
    /// The list of keys.
    Keys,
    /// How the page looks, to be chosen.
    Looks,
    /// The palette of commands.
    Commands,
    /// An address without an article.
    NoArticle,
    /// An address that leads nowhere.
    Nowhere,
}

impl Scene {
    /// All there are.
    pub const ALL: [Self; 21] = [
        Self::Library,
        Self::Article,
        Self::Name,
        Self::Quotation,
        Self::Note,
        Self::Editor,
        Self::Passage,
        Self::ArticleNames,
        Self::Speakers,
        Self::Speaker,
        Self::Names,
        Self::Bring,
        Self::Folder,
        Self::Stories,
        Self::Notebook,
        Self::Import,
        Self::Keys,
        Self::Looks,
        Self::Commands,
        Self::NoArticle,
        Self::Nowhere,
    ];

    const fn route(self) -> &'static str {
        match self {
            Self::Library => "",
            Self::Names => "#/names",
            Self::Bring => "#/bring",
            Self::Folder => "#/folder",
            Self::Stories => "#/story",
            Self::Notebook | Self::Import => "#/notes",
            Self::NoArticle => "#/read/there-is-none",
            Self::Nowhere => "#/nowhere",
            _ => ARTICLE,
        }
    }

    /// Whether it is a page without anything that stands over it, to be looked at from head to foot.
    #[must_use]
    pub const fn is_a_whole_page(self) -> bool {
        matches!(
            self,
            Self::Library
                | Self::Article
                | Self::Names
                | Self::Bring
                | Self::Folder
                | Self::Stories
                | Self::Notebook
                | Self::Import
        )
    }

    /// Brings it about as a reader would. [`annotate`] is to have made the notes that belong to it.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn show(self, browser: &Browser, site: &Site) -> Result<Page, Failure> {
        // Another address that differs behind the # alone would leave the page as it is.
        browser.driver().goto("about:blank").await?;
        let page = browser.open(site, self.route()).await?;
        match self {
            Self::Name => page.ask(".name", "Martyn Blake").await?,
            Self::Quotation => {
                page.ask(".quotation", "We understand the impact").await?;
                page.run(
                    "document.querySelectorAll('.card-of-mark details').forEach((d) => d.open = true)",
                    &[],
                )
                .await?;
            }
            Self::Note => choose_note(&page).await?,
            Self::Editor => {
                choose_note(&page).await?;
                page.click(".card.focused .card-tools button").await?;
                page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
            }
            Self::Passage => page.select("gross misconduct hearing, the police watchdog", false).await?,
            Self::ArticleNames => page.click(".tabs button:nth-child(2)").await?,
            Self::Speakers => page.click(".tabs button:nth-child(3)").await?,
            Self::Speaker => {
                page.click(".tabs button:nth-child(3)").await?;
                page.click(".voices > li > button").await?;
                page.until("it is narrowed", "return !!document.querySelector('article .block[hidden]')")
                    .await?;
                page.run("scrollTo(0, 0)", &[]).await?;
            }
            Self::Import => preview(&page).await?,
            Self::Keys => {
                page.keys("?").await?;
                page.until("the list", "return !!document.querySelector('.keyboard-help')").await?;
            }
            Self::Looks => page.click(".bar .appearance").await?,
            Self::Commands => {
                page.chord(&[Key::Control], 'k').await?;
                page.until("the palette", "return document.activeElement?.tagName === 'INPUT'").await?;
            }
            Self::Library
            | Self::Article
            | Self::Names
            | Self::Notebook
            | Self::Bring
            | Self::Folder
            | Self::Stories
            | Self::NoArticle
            | Self::Nowhere => {}
        }
        Ok(page)
    }
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Makes the notes that the scenes show: every colour, across paragraphs and over each other, two with words.
///
/// # Errors
/// When the browser cannot be driven.
pub async fn annotate(browser: &Browser, site: &Site) -> Outcome {
    let page = browser.open(site, ARTICLE).await?;
    let passages = [
        ("Amanda Rowe", "yellow"),
        ("IOPC director Amanda Rowe added: “We understand", "green"),
        ("the police watchdog said.\nMet police officer", "blue"),
        ("crushing the spirit of good officers", "pink"),
        ("a thorough review of all the evidence", "purple"),
    ];
    for (words, colour) in passages {
        page.select(words, false).await?;
        page.click(&format!(".passage-tools .swatch.{colour}")).await?;
        page.saved().await?;
    }
    for (words, note) in [
        ("shot and killed a gangster", "Who calls him that, and since when?"),
        (
            "the Audi Q8",
            "See the other article: there the car is described at length, and so is what was found in it.",
        ),
    ] {
        page.select(words, false).await?;
        page.keys("n").await?;
        page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
        page.keys(note).await?;
        page.chord(&[Key::Control], Key::Enter.value()).await?;
        page.saved().await?;
    }
    Ok(())
}

/// Clicks the first passage with a note, and waits for its card.
async fn choose_note(page: &Page) -> Result<(), Failure> {
    page.run("document.querySelector('article mark').click()", &[]).await?;
    page.until("its card", "return !!document.querySelector('.card.focused .card-tools')").await?;
    Ok(())
}

/// Chooses a file of one note to import.
async fn preview(page: &Page) -> Result<(), Failure> {
    let file = tempfile::Builder::new().suffix(".jsonld").tempfile()?;
    let note = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:uuid:01900000-0000-7000-8000-000000000001",
        "type": "Annotation",
        "body": { "type": "TextualBody", "value": "From elsewhere", "purpose": "commenting" },
        "target": {
            "source": "urn:gloss:article:misconduct-hearing",
            "selector": { "type": "TextQuoteSelector", "exact": "Streatham" },
        },
    });
    fs::write(file.path(), note.to_string())?;
    page.find("input[type=file]").await?.send_keys(file.path().to_string_lossy()).await?;
    page.until("the preview", "return !!document.querySelector('.preview')").await?;
    Ok(())
}
