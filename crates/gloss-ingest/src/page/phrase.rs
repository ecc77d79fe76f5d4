//! What a line says that is no part of an article, by its first words.

use crate::{Why, facts::folded};

/// First words of a line, folded and parted by semicolons, with what the line is when it is short.
const PHRASES: &[(Why, &str)] = &[
    (
        Why::Related,
        "read more; mehr lesen; sehen sie auch; read also; also read; see also; more on this; more from; more about; more stories; \
         related; you may also like; you might also like; recommended; explore further; don t miss; most \
         read; most popular; keep reading; continue reading; click here to read; further reading; watch also; \
         watch more; trending; up next; next article; previous article; next post; previous post; in other \
         news; what to read next; story continues; editors picks; lesen sie auch; lies auch; lesen sie mehr; \
         mehr zum thema; mehr zu; mehr aus; mehr dazu; auch interessant; das könnte sie auch; das könnte dich \
         auch; könnte sie auch; weitere artikel; weitere beiträge; weitere meldungen; weitere themen; weitere \
         nachrichten; weitere informationen zum; passend dazu; zum thema; zum weiterlesen; siehe auch; \
         ähnliche beiträge; ähnliche artikel; verwandte; empfohlene; vorheriger beitrag; nächster beitrag; \
         vorheriger artikel; nächster artikel; themen; themenseiten; newsticker; meistgelesen; interessiert \
         sie; jetzt lesen; lire aussi; à lire aussi; lire la suite; voir aussi; à lire; sur le même; plus de \
         sujets; articles liés; a lire; le puede interesar; te puede interesar; lea también; lea además; lee \
         también; leer más; más información; más sobre; mira también; vea también; temas; noticias \
         relacionadas; ver más; leia também; leia mais; veja também; saiba mais; mais sobre; leggi anche; \
         leggi tutto; potrebbe interessarti; lees ook; lees meer; læs også; les også; läs också; läs mer; lue \
         myös; czytaj też; czytaj także; czytaj również; czytaj więcej; zobacz też; zobacz także; zobacz \
         również; przeczytaj też; przeczytaj także; čtěte také; přečtěte si; citește și; citiți și; olvass; \
         читайте также; читать далее; по теме; baca juga; simak juga",
    ),
    (
        Why::Comments,
        "comments; leave a reply; leave a comment; post a comment; add a comment; view comments; show \
         comments; no comments; join the conversation; join the discussion; reader comments; comments are \
         closed; comment on this; kommentare; kommentar schreiben; kommentieren; kommentieren sie; schreibe \
         einen kommentar; schreib einen kommentar; hinterlasse; kommentar verfassen; kommentarfeed; einen \
         kommentar; diskutieren sie; keine kommentare; leserkommentare; commentaires; laisser un commentaire; \
         commenter; comentarios; deja un comentario; deja una respuesta; comentários; deixe um comentário; \
         commenti; lascia un commento; reacties; kommentarer; komentarze; dodaj komentarz; комментарии",
    ),
    (
        Why::Share,
        "share this; social share; share on; share via; share article; share the; follow us; like us on; find us on; be \
         sociable; tweet this; print this; email this; copy link; like this; like loading; facebook twitter; \
         teilen; artikel teilen; beitrag teilen; teilen sie dies; teile dies; teilen mit; drucken; folge uns; \
         folgen sie uns; gefällt mir; gefällt dir; per mail; partager; partagez; imprimer; suivez nous; \
         compartir; comparte; síguenos; compartilhe; compartilhar; siga; condividi; seguici; delen; deel dit; \
         dela; udostępnij; sdílet; поделиться; flattr this",
    ),
    (
        Why::Newsletter,
        "sign up; subscribe; get our; get the latest; newsletter; enter your email; your email address; \
         already a subscriber; to view the full story; first time subscribers; download our app; download \
         the; support our journalism; become a member; join our; click to subscribe; newsletter abonnieren; \
         abonniere; abonnieren; jetzt abonnieren; unser newsletter; melden sie sich; melde dich; hier \
         kostenlos anmelden; kostenlos zum newsletter; jetzt anmelden; inscrivez vous; abonnez vous; recevez; \
         suscríbete; suscribite; assine; inscreva se; iscriviti; abonneer; zapisz się; подпишитесь",
    ),
    (
        Why::Advertisement,
        "advertisement; advertise; sponsored; promoted; anzeige; werbung; publicité; publicidad; publicidade; \
         pubblicità; advertentie; annonse; reklama; реклама; affiliate",
    ),
    (
        Why::Details,
        "tags; tagged; filed under; posted in; posted on; posted by; published on; last updated; updated on; \
         last modified; categories; category; topics; keywords; reading time; min read; minutes read; dieser \
         eintrag wurde; dieser beitrag wurde; veröffentlicht am; veröffentlicht in; verschlagwortet; \
         schlagwörter; schlagworte; stichworte; kategorie; kategorien; lesezeit; letzte aktualisierung; \
         zuletzt aktualisiert; aktualisiert am; stand; publié le; mis à jour; mots clés; publicado; \
         etiquetas; actualizado; palabras clave; atualizado; pubblicato; gepubliceerd; tagi; this entry was \
         posted; this post was",
    ),
    (
        Why::Footer,
        "all rights reserved; copyright; alle rechte vorbehalten; impressum; tous droits; todos los derechos; \
         todos os direitos; terms of use; privacy policy",
    ),
    (
        Why::Navigation,
        "back to top; skip to; jump to; zurück zur; zurück; nach oben; zum seitenanfang; zum inhalt; retour; \
         volver; inhaltsverzeichnis; home; startseite; weiter",
    ),
    (
        Why::Player,
        "your browser does not support; please enable javascript; listen to this article; video unavailable; \
         play video; loading; audio player; artikel anhören; watch now; ihr browser",
    ),
    (
        Why::Cookies,
        "we use cookies; this site uses; wir verwenden cookies; diese website verwendet; wir respektieren \
         deine privatsphäre",
    ),
];

/// Beginnings of a line that says who made a picture.
const CREDITS: &[&str] = &[
    "foto",
    "fotos",
    "photo",
    "photos",
    "bild",
    "bilder",
    "bildquelle",
    "image",
    "credit",
    "picture",
    "symbolbild",
    "photograph by",
    "photo by",
    "crédit",
    "crédits",
    "imagen",
    "imagem",
    "fot",
    "getty images",
    "quelle",
    "source",
];

/// Longer lines are prose that happens to begin so, in bytes.
const LONGEST: usize = 130;
/// The same for phrases of one word.
const LONGEST_OF_WORD: usize = 40;
const LONGEST_CREDIT: usize = 70;

/// What a line is for its first words; `None` for prose.
pub(super) fn phrase(line: &str) -> Option<Why> {
    if line.len() > LONGEST {
        return None;
    }
    let line = line.trim_start_matches(['(', '[', '>', '»', '→', '*', '•', '-', '–', ' ']);
    let words = folded(line);
    if words.is_empty() {
        return Some(Why::Elsewhere);
    }
    if line.starts_with(['©', 'Ⓒ']) || line.starts_with("(c)") {
        return Some(Why::Footer);
    }
    let begins = |phrase: &str| {
        words.strip_prefix(phrase).is_some_and(|rest| {
            // A word alone is a label: it is all of the line, or a colon follows.
            let is_label = rest.is_empty() || is_followed_by_mark(line, phrase);
            rest.is_empty()
                || rest.starts_with(' ')
                    && (phrase.contains(' ') || is_label && line.len() <= LONGEST_OF_WORD * 3)
        })
    };
    if line.len() <= LONGEST_CREDIT
        && CREDITS
            .iter()
            .any(|credit| words == *credit || begins(credit) && is_followed_by_mark(line, credit))
    {
        return Some(Why::Details);
    }
    if counts_comments(&words) {
        return Some(Why::Comments);
    }
    PHRASES.iter().find(|(_, phrases)| phrases.split("; ").any(begins)).map(|(why, _)| *why)
}

/// Returns whether a colon or the like is right after the phrase in the line.
fn is_followed_by_mark(line: &str, phrase: &str) -> bool {
    let after = line.chars().skip(phrase.chars().count()).find(|c| !c.is_whitespace());
    after.is_some_and(|c| matches!(c, ':' | '|' | '/' | '©' | '»' | '>' | '-' | '–' | '→'))
}

/// "12 comments", "0 Kommentare".
fn counts_comments(words: &str) -> bool {
    words.split_once(' ').is_some_and(|(number, rest)| {
        number.bytes().all(|byte| byte.is_ascii_digit())
            && matches!(
                rest,
                "comments"
                    | "comment"
                    | "kommentare"
                    | "kommentar"
                    | "commentaires"
                    | "comentarios"
                    | "commenti"
                    | "reacties"
                    | "shares"
                    | "likes"
                    | "views"
                    | "min read"
                    | "minute read"
                    | "minuten"
                    | "min"
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, why: Option<Why>) {
        assert_eq!(phrase(line), why, "{line}");
    }

    #[test]
    fn what_a_line_says_tells_what_it_is() {
        check("Read more: The mayor resigns", Some(Why::Related));
        check("Czytaj też: Burmistrz odchodzi", Some(Why::Related));
        check("Mehr zum Thema", Some(Why::Related));
        check("3 Kommentare", Some(Why::Comments));
        check("(Credit: Ann Example / Agency)", Some(Why::Details));
        check("© 2019 The Paper", Some(Why::Footer));
        check("Tags: rain, snow", Some(Why::Details));
        check("* * *", Some(Why::Elsewhere));
    }

    #[test]
    fn prose_that_begins_so_is_prose() {
        check("Related companies were searched as well.", None);
        check("Source code is what he wrote.", None);
        check("Comments by the mayor were not welcome.", None);
        check("Stand der Dinge ist, dass niemand etwas weiß.", None);
    }
}
