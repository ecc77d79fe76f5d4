//! What a first visit sees until the program has come: the titles of the bundled articles for the library, and the first
//! paragraphs of each for its own page. The page uncovers one of them by its address, and the app takes all of it away
//! as soon as it shows the same.

use gloss_text::{Article, BlockKind, Direction, escape_html};
use std::fmt::Write;

/// As many bytes of an article as a window shows at most.
const ENOUGH: usize = 3_000;

/// What is shown below the bar, by the route that it is for.
pub(crate) fn paint(articles: &[Article]) -> Result<String, std::fmt::Error> {
    let mut html = String::from("<ol data-route=\"\" hidden>\n");
    for article in articles {
        let title = escape_html(&article.headline());
        writeln!(html, "<li dir=\"auto\"><a href=\"#/read/{}\">{title}</a></li>", escape_html(&article.id))?;
    }
    html += "</ol>\n";
    for article in articles {
        // As on the app's page of the article.
        let direction = Direction::of(article.text()).unwrap_or(Direction::LeftToRight);
        let usual = if direction == Direction::LeftToRight { "en" } else { "" };
        let language = article.metadata.language.as_deref().unwrap_or(usual);
        let (route, language) = (escape_html(&article.id), escape_html(language));
        let (stated, title) = (article.metadata.title.is_some(), escape_html(&article.title()));
        let direction = direction.name();
        writeln!(
            html,
            "<div class=\"reading\" data-route=\"read/{route}\" lang=\"{language}\" dir=\"{direction}\" hidden>"
        )?;
        let head = if stated { format!("<p class=\"title stated\">{title}</p>\n") } else { String::new() };
        // The strip of who speaks comes after the words that begin the page.
        let begins = if stated { " who-first" } else { "" };
        writeln!(html, "<div class=\"reading-head\"></div>\n{head}<div class=\"text{begins}\">")?;
        let shown = article.document.blocks().iter().filter(|block| block.kind != BlockKind::Furniture);
        for block in shown.take_while(|block| block.span.start < ENOUGH) {
            let words = escape_html(block.span.of(article.text()));
            let class = match block.kind {
                BlockKind::Heading => " class=\"heading\"",
                BlockKind::Caption => " class=\"caption\"",
                _ => "",
            };
            writeln!(html, "<p{class}>{words}</p>")?;
        }
        html += "</div>\n</div>\n";
    }
    Ok(html)
}
