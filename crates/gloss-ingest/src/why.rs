/// Why a passage of a page is not in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Why {
    /// The headline, which is among the facts.
    Headline,
    /// Author, day, section and the like, which are among the facts.
    Details,
    /// Menus, breadcrumbs, page numbers.
    Navigation,
    /// The head of the site.
    Header,
    /// The foot of the site.
    Footer,
    /// A column beside the article.
    Sidebar,
    /// Other articles.
    Related,
    /// What readers wrote.
    Comments,
    /// Buttons and counts of social networks.
    Share,
    /// Advertisements.
    Advertisement,
    /// A notice about cookies or consent.
    Cookies,
    /// Offers of a newsletter or a subscription.
    Newsletter,
    /// Forms, buttons and what belongs to them.
    Form,
    /// A player's words.
    Player,
    /// What the page does not show.
    Hidden,
    /// Nothing of these, but outside the article.
    Elsewhere,
}

impl Why {
    /// The word that the command line prints.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Details => "details",
            Self::Navigation => "navigation",
            Self::Header => "header",
            Self::Footer => "footer",
            Self::Sidebar => "sidebar",
            Self::Related => "related",
            Self::Comments => "comments",
            Self::Share => "share",
            Self::Advertisement => "advertisement",
            Self::Cookies => "cookies",
            Self::Newsletter => "newsletter",
            Self::Form => "form",
            Self::Player => "player",
            Self::Hidden => "hidden",
            Self::Elsewhere => "elsewhere",
        }
    }
}
