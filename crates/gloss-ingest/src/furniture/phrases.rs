//! What prompts, notices, forms and lists of other articles begin with.
//!
//! A list is one string, its phrases between bars: lower case, with plain apostrophes.

use super::line::Line;

/// Short lines that begin so are furniture, unless they are sentences.
const PROMPTS: &str = "continue reading|read more|read the full|read also|also read|see also|keep reading|click here\
    |tap here|scroll down|scroll to continue|skip to|jump to|share this|share on|share via\
    |follow us|find us on|sign up|sign in|log in to|subscribe|register for free|get our\
    |download our app|enter your email|your email address|save my name|notify me of|post comment\
    |view comments|show comments|no comments|advertisement|sponsored|story continues\
    |article continues|enable cookies|getting your|listen to this article|audio player|play video\
    |watch more|watch now|video unavailable|filed under|posted in|tags|print this|email this\
    |copy link|back to top|previous article|next article|previous post|next post|copyright ©\
    |copyright (c)|(c) 20|your comment|main image credit|watch:|listen:|pictured:\
    |recommended for you|submit a|jump to navigation|skip navigation|promoted by|promoted stories\
    |promoted content|e-mail (|name (|name *|e-mail *|email *|website|foto-shop|mehr infos\
    |mehr lesen|mehr erfahren|hier geht es zu|jetzt anmelden|jetzt abonnieren|jetzt lesen|zurück zu\
    |zurück zur|nach oben|zur startseite|zum newsletter|newsletter|bildergalerie|schlagwörter\
    |schlagworte|kategorie:|kategorien:|filed in|veröffentlicht am|veröffentlicht in|erstellt am\
    |lesezeit|lesedauer|reading time|tagged|tags:|share options|more by|search for:\
    |report a correction|report a typo|report an error|embed <|category:|categories:|tweets by @";

/// What notices and forms begin with; they may be sentences.
const NOTICES: &str = "your browser does not support|your email address will not be|we use cookies\
    |you must be logged in|you need to be logged in|if you're seeing this message\
    |there are no comments|be the first to comment|comments are closed|all rights reserved\
    |this page contains affiliate|as an amazon associate|required fields|deine e-mail-adresse wird\
    |ihre e-mail-adresse wird|diese website verwendet|diese webseite verwendet\
    |diese seite wurde zuletzt|du musst angemeldet|sie müssen angemeldet|bitte melden sie sich\
    |meinen namen, meine e-mail|benachrichtige mich|benachrichtigung bei|informiere mich\
    |trage deine e-mail|tragen sie ihre e-mail|geben sie ihre e-mail|gib deine e-mail\
    |gib hier deinen|wie bewerten sie|hat ihnen dieser|hat dir dieser|kommentare geschlossen\
    |leider sind keine kommentare|es sind keine kommentare|noch keine kommentare\
    |schreibe den ersten|mit absendung|mit dem absenden|die mit sternchen|wir respektieren deine\
    |sie können den newsletter|newsletter abonnieren|keine beiträge mehr|sie sind aktuell nicht\
    |sie sind nicht eingeloggt|este sitio utiliza|esta web utiliza|utilizamos cookies\
    |tu dirección de correo|ce site utilise|nous utilisons des cookies|vous devez être connecté\
    |este site usa|usamos cookies|o seu endereço de e-mail|questo sito utilizza\
    |il tuo indirizzo email|deze website gebruikt|wij gebruiken cookies|je e-mailadres\
    |ta strona używa|materiał chroniony|webbplatsen använder|vi använder cookies\
    |this site uses cookies|this site uses akismet|this website uses cookies\
    |diese seite verwendet cookies|wir verwenden cookies|when you purchase through links\
    |we may earn a commission|we may earn an affiliate|reproduction of material from any\
    |für links auf dieser seite|bei den verlinkungen handelt|if you purchase|mit der anmeldung zum\
    |ja, ich möchte den newsletter|you can unsubscribe at any|sign up to get an email\
    |sign up to our|sign up for our|subscribe to our newsletter|thank you for subscribing\
    |please enable javascript|already a subscriber|this article was originally published on\
    |this article was originally published by|reproduction in whole or|to view the full story, please\
    |to read the full story, please|to read the full article, please|to continue reading, please\
    |to continue reading this|this link is to an external site|first-time subscribers|join the conversation in our comments|please keep comments civil\
    |by signing up you agree to our|by subscribing you agree to our|this article is for subscribers\
    |this story is for subscribers|this content is only available to subscribers|join now or renew\
    |this document is subject to copyright|this content is subject to copyright";

/// What notices and prompts begin with, and sentences of an article may: only a few words without a comma are furniture.
const BRIEF: &str = "this article was originally|this article originally|this story was originally\
    |this post originally|originally published|first published on|by continuing to|by signing up\
    |by subscribing|by clicking|by submitting|log in to|please log in|please sign in|sign up for\
    |sign up to|subscribe to our|subscribe to the|subscribe to get|subscribe here|sign up here\
    |join our newsletter|get the latest|receive our|read the latest from|follow us on|follow me on\
    |like us on|find us on|connect with us|share this|no spam|email us at|if you enjoyed\
    |if you liked|did you find this|was this article|registered in england|last updated\
    |last modified|published by|posted by|be part of the conversation|submit your|got a story\
    |do you have a story|have a tip|send your tips|javascript is|thank you for subscribing\
    |a post shared by|view this post on|you can unsubscribe|reproduction of material\
    |reproduction in whole|when you purchase through|we may earn|this site uses|this website uses\
    |already a subscriber|not a subscriber|already have an account|please enable javascript\
    |diese seite verwendet|dieser eintrag wurde|dieser beitrag wurde|sie müssen sich\
    |melden sie sich|melde dich|abonnieren sie|abonniere unseren|folgen sie uns|folge uns\
    |teilen sie d|teile diesen|teilen sie diesen|bewerten sie|kommentieren sie|kommentare sind\
    |schreiben sie einen|mit der anmeldung|ja, ich möchte|ich möchte den|holen sie sich\
    |jetzt kostenlos|kostenlos zum|kostenlos anmelden|bleiben sie auf dem|bleib auf dem\
    |nichts mehr verpassen|pingback von|suscríbete a|suscribite a|recibe las|recibí|síguenos en\
    |inscrivez-vous|abonnez-vous|suivez-nous|recevez|votre adresse|assine|siga|receba|iscriviti\
    |seguici su|meld je aan|schrijf je in|volg ons|zapisz się|zaloguj się|obserwuj nas|twój adres\
    |prenumerera på|följ oss|tilaa uutiskirje|iratkozz fel|kövess minket|подпишитесь|подписывайтесь\
    |следите за|мы используем|ваш адрес|перепечатка|при использовании|wir verwenden cookies\
    |für links auf dieser|bei den verlinkungen|links mit stern|deine e-mail-adresse";

/// Headings of lists of other articles and of forms: short lines below them are furniture as well.
const LISTS: &str = "you may also like|you might also like|you may like|you might like|more from|more on this\
    |more stories|more news|most read|most popular|most viewed|related articles|related posts\
    |related stories|related topics|related content|related news|related|recommended|editors' picks\
    |editor's picks|trending|top stories|latest news|don't miss|around the web|leave a reply\
    |leave a comment|join the conversation|what to read next|recent posts|mehr zum thema\
    |auch interessant|das könnte sie|das könnte dich|das könnte ihnen|das könnte euch\
    |sie könnten auch|ähnliche beiträge|ähnliche artikel|ähnliche nachrichten|ähnliche themen\
    |neueste beiträge|neueste kommentare|letzte kommentare|meistgelesen|meist gelesen\
    |weitere artikel|weitere beiträge|weitere news|weitere nachrichten|weitere meldungen\
    |weitere themen|weitere inhalte|weitere informationen|weitere interessante|lesen sie auch\
    |lesen sie weiter|zum weiterlesen|siehe auch|mehr zu|mehr von|top-themen|aktuelle artikel\
    |schreibe einen kommentar|kommentar verfassen|lire aussi|à lire aussi|sur le même sujet\
    |articles liés|les plus lus|lee también|te puede interesar|noticias relacionadas\
    |notas relacionadas|otras noticias|más noticias|lo más leído|leia também|veja também|leia mais\
    |notícias relacionadas|mais lidas|leggi anche|articoli correlati|potrebbe interessarti\
    |i più letti|lees ook|gerelateerde artikelen|meest gelezen|czytaj także|czytaj też|zobacz także\
    |przeczytaj także|polecamy|läs också|mest läst|læs også|les også|lue myös|luetuimmat\
    |ezek is érdekelhetnek|kapcsolódó cikkek|čtěte také|související články|читайте также\
    |самое читаемое|похожие статьи|keep reading|read next|up next|watch video|explore further";

/// Lines that lead on from the teaser above them.
const MORE: &str = "read more|continue reading|read full story|read the full story|weiterlesen|mehr lesen\
    |lire la suite|leer más|leia mais|leggi tutto|lees meer|czytaj więcej|läs mer|læs mere|les mer\
    |lue lisää|читать далее";

/// What no article says of itself, but its outlet of its letters and offers.
const OFFERS: &str = "our newsletter|our daily newsletter|our weekly newsletter|our monthly newsletter\
    |our free newsletter|our newsletters|our email newsletter|unsubscribe at any time|no spam, we\
    |log in here to|unseren newsletter|unserem newsletter|unser newsletter|unseres newsletters\
    |notre newsletter|notre lettre d'information|nuestro newsletter|nuestro boletín\
    |nossa newsletter|nostra newsletter|onze nieuwsbrief|vårt nyhetsbrev|naszego newslettera\
    |нашу рассылку|akismet|straight to your inbox|delivered to your inbox|sent to your inbox\
    |protected by recaptcha|for our newsletter|verwendet akismet|subscribe to continue reading\
    |subscribers also receive";

/// What only an offer to subscribe says, however long it is.
const PAYWALL: &str = "get unlimited digital access|get unlimited access to our|unlock unlimited access";
/// Longest such offer.
const LONGEST_OFFER: usize = 420;

/// What begins an offer to subscribe that goes on with what there is to get.
const OFFERS_LIST: &str = "to view the full story, please|to read the full story, please|to read the full article, please\
    |to continue reading, please|join now or renew|subscribe now to get|subscribers get|members get";

/// Labels that archives put above the parts of an article, in capitals or as a sentence.
const LABELS: &[&str] = &["abstract", "full text", "news analysis", "body", "highlight", "lead"];

/// What a list of the article's subjects begins with.
const SUBJECTS: &str = "tagged|tags|tag|topics|keywords|filed under|labels|schlagwörter|etiquetas|mots-clés";
/// Longest such list, in code points.
const LONGEST_SUBJECTS: usize = 500;

/// Longest prompt, in code points: longer lines are prose that happens to begin so.
const LONGEST_PROMPT: usize = 110;
/// Longest notice.
const LONGEST_NOTICE: usize = 240;
/// Most words of a brief notice.
const MOST_WORDS: usize = 8;
/// Longest heading of a list.
const LONGEST_HEADING: usize = 45;

/// Whether the line prompts the reader to something, or is part of a form.
pub(super) fn is_prompt(line: &Line) -> bool {
    let folded = fold(line.words);
    is_label(line.words, &folded)
        || is_list_of_subjects(line, &folded)
        || is_glued(line)
        || is_post(line, &folded)
        || is_account(line, &folded)
        || is_citation(line, &folded)
        || line.length <= LONGEST_OFFER
            && !line.holds_speech()
            && PAYWALL.split('|').any(|offer| folded.contains(offer))
        || line.length <= LONGEST_PROMPT && !line.is_sentence() && begins(&folded, PROMPTS)
        || line.length <= LONGEST_NOTICE && !line.holds_speech() && begins(&folded, NOTICES)
        || line.length <= LONGEST_NOTICE
            && !line.holds_speech()
            && OFFERS.split('|').any(|offer| folded.contains(offer))
        || line.count <= MOST_WORDS
            && !line.words.contains(',')
            && !line.holds_speech()
            && begins(&folded, BRIEF)
}

/// "ABSTRACT.", "FULL TEXT", "News Analysis."
fn is_label(words: &str, folded: &str) -> bool {
    let capitals = !words.contains(char::is_lowercase);
    LABELS.contains(&folded) && (capitals || folded == "news analysis")
}

/// "TAGS: bridges, Barton, traffic, mayor"
fn is_list_of_subjects(line: &Line, folded: &str) -> bool {
    let listed = line.words.matches(',').count() >= 3;
    let named =
        SUBJECTS.split('|').any(|of| folded.strip_prefix(of).is_some_and(|rest| rest.starts_with(':')));
    named && listed && line.length <= LONGEST_SUBJECTS && !line.stopped && !line.holds_speech()
}

/// "Follow Ann Poole on Twitter @annpoole.": where the author of the article is to be found.
fn is_account(line: &Line, folded: &str) -> bool {
    let begins = ["follow ", "you can follow "].iter().any(|begin| folded.starts_with(begin));
    let named = [" on twitter", " on facebook", " on instagram", " on linkedin"];
    begins
        && line.count <= MOST_WORDS_OF_ACCOUNT
        && line.words.contains('@')
        && !line.holds_speech()
        && named.iter().any(|place| folded.contains(place))
}

/// Most words of a line that says where the author is to be found.
const MOST_WORDS_OF_ACCOUNT: usize = 16;

/// "Citation: Bridges and their makers (2019, October 22) retrieved 20 January 2020 from https:…"
fn is_citation(line: &Line, folded: &str) -> bool {
    folded.starts_with("citation:")
        && line.length <= LONGEST_SUBJECTS
        && folded.contains(" retrieved ")
        && folded.contains("http")
}

/// "A post shared by Ann Poole (@annpoole) on Apr 2, 2020", "#bridges #Barton"
fn is_post(line: &Line, folded: &str) -> bool {
    let embedded = folded.starts_with("a post shared by") && line.words.contains("(@");
    let mut words = line.words.split_whitespace();
    embedded && line.length <= LONGEST_NOTICE
        || line.count > 0
            && words
                .all(|word| word.strip_prefix('#').is_some_and(|tag| tag.starts_with(char::is_alphabetic)))
}

/// "Posted inNews", where the space between a prompt and its link is lost, and `More about BridgesBartonTraffic`.
fn is_glued(line: &Line) -> bool {
    let glued = |prompt: &str| {
        line.words.strip_prefix(prompt).is_some_and(|rest| rest.starts_with(char::is_uppercase))
    };
    let links = line.words.as_bytes().windows(2).filter(
        |pair| matches!(pair, [before, after] if before.is_ascii_lowercase() && after.is_ascii_uppercase()),
    );
    let listed = ["More about ", "More About "].iter().any(|prompt| line.words.starts_with(prompt));
    line.length <= LONGEST_PROMPT
        && !line.is_sentence()
        && (listed && links.take(3).count() == 3
            || ["Posted in", "POSTED IN", "Filed under", "FILED UNDER", "Posted by", "POSTED BY"]
                .iter()
                .any(|prompt| glued(prompt)))
}

/// Whether the line begins an offer whose points follow on lines of their own.
pub(super) fn begins_offer(line: &Line) -> bool {
    line.length <= LONGEST_NOTICE && !line.holds_speech() && begins(&fold(line.words), OFFERS_LIST)
}

/// Whether the line is the heading of a list of other articles.
pub(super) fn heads_list(line: &Line) -> bool {
    line.length <= LONGEST_HEADING && !line.is_sentence() && begins(&fold(line.words), LISTS)
}

/// Whether the line leads on from a teaser: "Read more".
pub(super) fn leads_on(line: &Line) -> bool {
    let folded = fold(line.words);
    MORE.split('|').any(|more| more == folded)
}

/// Whether `line` begins with a phrase of the list, and the phrase ends where a word does.
fn begins(line: &str, phrases: &str) -> bool {
    phrases.split('|').any(|phrase| {
        line.strip_prefix(phrase).is_some_and(|rest| {
            !rest.starts_with(char::is_alphanumeric) || !phrase.ends_with(char::is_alphanumeric)
        })
    })
}

/// Lower case, plain apostrophes and spaces, no signs at the ends.
fn fold(words: &str) -> String {
    let words = words.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(' && c != '©');
    words
        .trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '*')
        .to_lowercase()
        .replace('’', "'")
        .replace(['\u{a0}', '\u{202f}'], " ")
}
