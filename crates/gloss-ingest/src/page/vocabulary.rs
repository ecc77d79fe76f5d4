//! What publishers call the parts of a page, in the names of classes and in the words that readers see.

use crate::Why;

/// Words of `class`, `id` and the like, two neighbours also written as one, with what such an element holds.
const PARTS: &[(&str, Why)] = &[
    ("abo", Why::Newsletter),
    ("aboutauthor", Why::Details),
    ("accordionmenu", Why::Navigation),
    ("ad", Why::Advertisement),
    ("addthis", Why::Share),
    ("addtoany", Why::Share),
    ("ads", Why::Advertisement),
    ("adsbygoogle", Why::Advertisement),
    ("adslot", Why::Advertisement),
    ("adunit", Why::Advertisement),
    ("advert", Why::Advertisement),
    ("advertisement", Why::Advertisement),
    ("advertising", Why::Advertisement),
    ("alsolike", Why::Related),
    ("alsoread", Why::Related),
    ("anzeige", Why::Advertisement),
    ("articlenav", Why::Navigation),
    ("aside", Why::Sidebar),
    ("author", Why::Details),
    ("authorbio", Why::Details),
    ("authorbiography", Why::Details),
    ("authorbox", Why::Details),
    ("authorinfo", Why::Details),
    ("authors", Why::Details),
    ("autor", Why::Details),
    ("banner", Why::Advertisement),
    ("bio", Why::Details),
    ("biography", Why::Details),
    ("breadcrumb", Why::Navigation),
    ("breadcrumbs", Why::Navigation),
    ("button", Why::Form),
    ("buttons", Why::Form),
    ("byline", Why::Details),
    ("categories", Why::Details),
    ("catlinks", Why::Details),
    ("cmp", Why::Cookies),
    ("colophon", Why::Footer),
    ("comment", Why::Comments),
    ("commentaires", Why::Comments),
    ("commentarea", Why::Comments),
    ("commentlist", Why::Comments),
    ("comments", Why::Comments),
    ("commentsection", Why::Comments),
    ("consent", Why::Cookies),
    ("contentinfo", Why::Footer),
    ("cookie", Why::Cookies),
    ("cookiebar", Why::Cookies),
    ("cookies", Why::Cookies),
    ("copyright", Why::Footer),
    ("dateline", Why::Details),
    ("disqus", Why::Comments),
    ("disqusthread", Why::Comments),
    ("donate", Why::Newsletter),
    ("donation", Why::Newsletter),
    ("dpsp", Why::Share),
    ("editsection", Why::Navigation),
    ("entrymeta", Why::Details),
    ("entryutility", Why::Details),
    ("fblike", Why::Share),
    ("filedunder", Why::Details),
    ("flattr", Why::Share),
    ("foot", Why::Footer),
    ("footer", Why::Footer),
    ("furtherreading", Why::Related),
    ("gdpr", Why::Cookies),
    ("hidden", Why::Hidden),
    ("infobar", Why::Details),
    ("invisible", Why::Hidden),
    ("jplikes", Why::Share),
    ("jprelatedposts", Why::Related),
    ("kommentar", Why::Comments),
    ("kommentare", Why::Comments),
    ("langlist", Why::Navigation),
    ("leserkommentare", Why::Comments),
    ("likes", Why::Share),
    ("linklist", Why::Related),
    ("livefyre", Why::Comments),
    ("login", Why::Form),
    ("masthead", Why::Header),
    ("menu", Why::Navigation),
    ("menubar", Why::Navigation),
    ("meta", Why::Details),
    ("metadata", Why::Details),
    ("metainfo", Why::Details),
    ("modal", Why::Form),
    ("morearticles", Why::Related),
    ("morefrom", Why::Related),
    ("morelike", Why::Related),
    ("morenews", Why::Related),
    ("moreon", Why::Related),
    ("moreposts", Why::Related),
    ("morestories", Why::Related),
    ("mostpopular", Why::Related),
    ("mostread", Why::Related),
    ("mwjump", Why::Navigation),
    ("nav", Why::Navigation),
    ("navbar", Why::Navigation),
    ("navbox", Why::Navigation),
    ("navi", Why::Navigation),
    ("navigation", Why::Navigation),
    ("newsletter", Why::Newsletter),
    ("nextarticle", Why::Related),
    ("nextpost", Why::Related),
    ("noprint", Why::Navigation),
    ("outbrain", Why::Related),
    ("pager", Why::Navigation),
    ("pagination", Why::Navigation),
    ("paginator", Why::Navigation),
    ("paging", Why::Navigation),
    ("paywall", Why::Newsletter),
    ("player", Why::Player),
    ("popular", Why::Related),
    ("popularposts", Why::Related),
    ("popup", Why::Form),
    ("postcomments", Why::Comments),
    ("postdate", Why::Details),
    ("postinfo", Why::Details),
    ("postmeta", Why::Details),
    ("postmetadata", Why::Details),
    ("postnav", Why::Navigation),
    ("postnavigation", Why::Navigation),
    ("prevnext", Why::Navigation),
    ("printfriendly", Why::Share),
    ("printonly", Why::Hidden),
    ("promo", Why::Advertisement),
    ("promobox", Why::Advertisement),
    ("promoted", Why::Advertisement),
    ("promotion", Why::Advertisement),
    ("pubdate", Why::Details),
    ("rating", Why::Form),
    ("ratings", Why::Form),
    ("readalso", Why::Related),
    ("readmore", Why::Related),
    ("readnext", Why::Related),
    ("recirc", Why::Related),
    ("recirculation", Why::Related),
    ("recommend", Why::Related),
    ("recommendation", Why::Related),
    ("recommendations", Why::Related),
    ("recommended", Why::Related),
    ("relart", Why::Related),
    ("related", Why::Related),
    ("relatedarticles", Why::Related),
    ("relatedcontent", Why::Related),
    ("relatedlinks", Why::Related),
    ("relatedposts", Why::Related),
    ("reltopics", Why::Related),
    ("respond", Why::Comments),
    ("responsepage", Why::Comments),
    ("screenreader", Why::Hidden),
    ("screenreadertext", Why::Hidden),
    ("scroller", Why::Navigation),
    ("search", Why::Form),
    ("searchbox", Why::Form),
    ("searchform", Why::Form),
    ("seealso", Why::Related),
    ("share", Why::Share),
    ("sharebar", Why::Share),
    ("sharebuttons", Why::Share),
    ("sharedaddy", Why::Share),
    ("sharedaddyheading", Why::Share),
    ("shareicons", Why::Share),
    ("sharer", Why::Share),
    ("sharetools", Why::Share),
    ("shariff", Why::Share),
    ("sharing", Why::Share),
    ("sidebar", Why::Sidebar),
    ("signup", Why::Newsletter),
    ("similar", Why::Related),
    ("sitemap", Why::Navigation),
    ("skiplink", Why::Navigation),
    ("skyscraper", Why::Advertisement),
    ("sociable", Why::Share),
    ("social", Why::Share),
    ("socialbar", Why::Share),
    ("socialmedia", Why::Share),
    ("sponsor", Why::Advertisement),
    ("sponsored", Why::Advertisement),
    ("sponsors", Why::Advertisement),
    ("sronly", Why::Hidden),
    ("submeta", Why::Details),
    ("subscribe", Why::Newsletter),
    ("subscription", Why::Newsletter),
    ("taboola", Why::Related),
    ("tagcloud", Why::Details),
    ("taglist", Why::Details),
    ("tags", Why::Details),
    ("teaser", Why::Related),
    ("teaserlist", Why::Related),
    ("teasers", Why::Related),
    ("timestamp", Why::Details),
    ("toc", Why::Navigation),
    ("toctitle", Why::Navigation),
    ("toolbar", Why::Navigation),
    ("tools", Why::Share),
    ("topnav", Why::Navigation),
    ("trackback", Why::Comments),
    ("trackbacks", Why::Comments),
    ("trending", Why::Related),
    ("upsell", Why::Newsletter),
    ("utility", Why::Navigation),
    ("vcard", Why::Details),
    ("visuallyhidden", Why::Hidden),
    ("werbung", Why::Advertisement),
    ("widget", Why::Sidebar),
    ("widgets", Why::Sidebar),
    ("yarpp", Why::Related),
];

/// Words that a class has where the article is, two neighbours written as one.
const CONTENT: &[&str] = &[
    "articlebody",
    "articlecontent",
    "articletext",
    "bodycopy",
    "bodytext",
    "contentbody",
    "contenttext",
    "entrycontent",
    "entrytext",
    "fulltext",
    "hentry",
    "maincontent",
    "newsbody",
    "newscontent",
    "newstext",
    "pagecontent",
    "postbody",
    "postcontent",
    "postentry",
    "posttext",
    "richtext",
    "singlecontent",
    "storybody",
    "storycontent",
    "storytext",
    "textbody",
    "thecontent",
];

/// What the names of an element say: what it holds, and whether the article is in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Naming {
    pub(super) why: Option<Why>,
    pub(super) is_content: bool,
}

/// Reads the words of `class`, `id` and the like. Words end where letters do, and where a capital follows a small
/// letter.
pub(super) fn naming(names: &str) -> Naming {
    let mut naming = Naming::default();
    let mut before = String::new();
    for name in names.split_ascii_whitespace() {
        before.clear();
        for word in words(name) {
            let pair = format!("{before}{word}");
            if CONTENT.binary_search(&pair.as_str()).is_ok() || CONTENT.binary_search(&word.as_str()).is_ok()
            {
                naming.is_content = true;
            }
            if naming.why.is_none() {
                naming.why = part(&pair).or_else(|| part(&word));
            }
            before = word;
        }
    }
    naming
}

fn part(word: &str) -> Option<Why> {
    PARTS.binary_search_by_key(&word, |(part, _)| part).ok().and_then(|at| PARTS.get(at)).map(|(_, why)| *why)
}

fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for c in name.chars() {
        if !c.is_ascii_alphabetic() || (was_small && c.is_ascii_uppercase()) {
            words.push(String::new());
        }
        was_small = c.is_ascii_lowercase();
        if let Some(word) = words.last_mut().filter(|_| c.is_ascii_alphabetic()) {
            word.push(c.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order_so_that_words_are_found() {
        assert!(PARTS.is_sorted_by_key(|(word, _)| word));
        assert!(CONTENT.is_sorted());
    }

    #[track_caller]
    fn check(names: &str, why: Option<Why>, is_content: bool) {
        assert_eq!(naming(names), Naming { why, is_content }, "{names}");
    }

    #[test]
    fn names_say_what_an_element_holds() {
        check("c-share-bar", Some(Why::Share), false);
        check("relatedArticles col2", Some(Why::Related), false);
        check("ReadMore", Some(Why::Related), false);
        check("story_body", None, true);
        check("download reader thread", None, false);
    }
}
