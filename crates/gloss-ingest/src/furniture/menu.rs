//! Lines that the frame of a page is made of: menus, buttons, forms and the small print.
//!
//! They prove that a text is a page that was copied as a whole, and where its frame begins. Each is a whole line. The
//! first group is international; the others are the same few things in each language.

/// Whole lines, in lower case, without signs at their ends.
const LINES: &[&str] = &[
    "home|menu|login|log in|log out|sign in|sign out|register|logout|rss|rss feed|rss feeds|newsletter|newsletters|facebook|twitter|\
     instagram|youtube|linkedin|pinterest|whatsapp|xing|tiktok|telegram|flipboard|reddit|messenger|email|e-mail|sms|faq|\
     faqs|podcast|podcasts|blog|blogs|news|video|videos|sitemap|app|apps|e-paper|shop|cookies|tags|top|podcasts|\
     wordpress.org|meta|forum|jobs|service|tweet|flattr|google|google+|english|deutsch|español|français|en|de|fr|es",
    "search|search for|skip to content|skip to main content|main menu|navigation|toggle navigation|about|about us|\
     contact|contact us|privacy|privacy policy|cookie policy|terms of use|terms of service|terms and conditions|terms|\
     terms & conditions|accessibility|advertise|advertise with us|advertisement|advertising|ad|sponsored|careers|help|\
     subscribe|subscribe now|unsubscribe|my account|account|archive|archives|categories|category|recent posts|\
     recent comments|most read|most popular|most viewed|trending|trending now|related|related posts|related articles|\
     related stories|related topics|related content|related news|comments|comment|leave a comment|leave a reply|\
     post a comment|add a comment|no comments|view comments|reply|share|share this|share on facebook|share on twitter|\
     share via email|print|print this page|follow us|follow|next|previous|previous article|next article|previous post|\
     next post|read more|load more|show more|more|see all|view all|close|editorial|events|top stories|latest news|\
     popular posts|topics|entertainment|politics|sports|sport|business|opinion|weather|world|lifestyle|explore further|\
     feedback to editors|feedback|sections|site index|site information navigation|about the author|more stories|donate|\
     filed under|copy link|save|back to top|all rights reserved|do not sell my personal information|you may also like|\
     you might also like|recommended|editors' picks|more from this author|follow us on social media|submit|send|share options|learn more|\
     search for: search|share this story|share this article|tweet this|pin it|pin|classifieds|open search|sign up|join now|\
     view image|profile menu|your account|more options|send message|previous next|next previous|older posts|newer posts|\
     older posts newer posts|older entries|newer entries",
    "impressum|kontakt|kontakt & impressum|impressum & datenschutz|datenschutz|datenschutzerklärung|\
     datenschutzhinweise|über uns|wir über uns|wer wir sind|suche|suche nach|suchen|anmelden|jetzt anmelden|registrieren|\
     abmelden|passwort vergessen|agb|startseite|zur startseite|menü|hauptmenü|presse|mediadaten|nutzungsbedingungen|\
     kategorien|kategorie|schlagwörter|schlagworte|archiv|kommentar|kommentare|kommentieren|kommentar verfassen|\
     schreibe einen kommentar|einen kommentar schreiben|antworten|antwort abbrechen|abbrechen|teilen|drucken|versenden|\
     seite teilen|seite drucken|diese geschichte teilen|abonnieren|jetzt abonnieren|abo|anzeige|anzeigen|werbung|\
     schließen|ähnliche beiträge|ähnliche artikel|ähnliche nachrichten|mehr zum thema|auch interessant|\
     das könnte sie auch interessieren|das könnte dich auch interessieren|das könnte ihnen auch gefallen|neueste beiträge|\
     neueste kommentare|letzte kommentare|weitere artikel|weitere beiträge|weitere news|weitere nachrichten|\
     weitere meldungen|weitere themen|meistgelesen|beitrags-navigation|beitragsnavigation|artikel-navigation|\
     vorheriger beitrag|nächster beitrag|vorheriger artikel|nächster artikel|vorheriges|nächstes|zurück|\
     zurück zur übersicht|zurück nach oben|nach oben|zum seitenanfang|weiterlesen|mehr lesen|zum weiterlesen|\
     lesen sie auch|siehe auch|mehr erfahren|folge uns|folgen sie uns|zum inhalt springen|direkt zum inhalt|\
     zum hauptinhalt springen|inhalt|karriere|stellenangebote|spenden|jetzt spenden|jetzt helfen|mitglied werden|\
     unternehmen|team|redaktion|gefällt mir|warenkorb|hilfe|newsletteranmeldung|newsletter anmelden|aktuelles|aktuell|\
     termine|veranstaltungen|themen|über den autor|über die autorin|autor|quellen|bildergalerie|ansprechpartner|\
     pressekontakt|cookie-einstellungen|rechtliches|werkzeuge|barrierefreiheit|leichte sprache|links|permalink|trackback",
    "accueil|rechercher|recherche|se connecter|connexion|s'abonner|s'inscrire|abonnez-vous|mentions légales|contact|\
     contactez-nous|qui sommes-nous|à propos|plan du site|conditions générales|politique de confidentialité|partager|\
     imprimer|commenter|commentaires|laisser un commentaire|répondre|lire aussi|à lire aussi|sur le même sujet|\
     articles liés|les plus lus|publicité|suivez-nous|fermer|retour en haut|article suivant|article précédent|actualités",
    "inicio|portada|buscar|iniciar sesión|registrarse|suscríbete|suscribirse|suscripciones|contacto|contáctenos|\
     quiénes somos|aviso legal|política de privacidad|términos y condiciones|compartir|imprimir|comentarios|comentar|\
     deja un comentario|responder|leer más|lee también|te puede interesar|más noticias|otras noticias|noticias|\
     notas relacionadas|noticias relacionadas|lo más leído|más leídas|publicidad|síguenos|cerrar|volver arriba|siguiente|\
     anterior|temas|etiquetas|últimas noticias|deportes|opinión",
    "início|página inicial|buscar|pesquisar|entrar|assine|assine já|contato|contacto|fale conosco|quem somos|sobre nós|\
     política de privacidade|termos de uso|compartilhar|partilhar|imprimir|comentários|comentar|leia mais|leia também|\
     veja também|mais lidas|publicidade|siga-nos|fechar|notícias relacionadas|últimas notícias|mais notícias|esportes",
    "cerca|accedi|registrati|abbonati|contatti|chi siamo|note legali|privacy policy|condividi|stampa|commenti|\
     lascia un commento|rispondi|leggi anche|leggi tutto|articoli correlati|potrebbe interessarti|i più letti|pubblicità|\
     seguici|chiudi|torna su|articolo precedente|articolo successivo|ultime notizie|notizie",
    "zoeken|inloggen|aanmelden|registreren|abonneren|abonnementen|over ons|contact|privacybeleid|privacyverklaring|\
     algemene voorwaarden|delen|afdrukken|reacties|reageer|plaats een reactie|lees ook|lees meer|meest gelezen|\
     gerelateerd|gerelateerde artikelen|advertentie|volg ons|sluiten|terug naar boven|volgende|vorige|nieuws",
    "szukaj|zaloguj|zaloguj się|zarejestruj się|kontakt|o nas|redakcja|reklama|regulamin|polityka prywatności|\
     prenumerata|udostępnij|drukuj|komentarze|dodaj komentarz|odpowiedz|czytaj także|czytaj też|czytaj więcej|\
     przeczytaj także|zobacz także|najpopularniejsze|najczęściej czytane|powiązane artykuły|tagi|zamknij|strona główna|\
     następny|poprzedni|wiadomości|aktualności|publikacje|podziel się|polecamy",
    "sök|meny|logga in|prenumerera|om oss|kontakta oss|kontakt|dela|skriv ut|kommentarer|läs också|läs mer|mest läst|\
     annons|stäng|hem|søg|log ind|abonnér|del|læs også|læs mere|mest læste|annonce|luk|hjem|logg inn|abonner|les også|\
     les mer|mest lest|lukk|nyheter|nyheder|personvern|haku|hae|valikko|kirjaudu|kirjaudu sisään|etusivu|uutiset|\
     tilaa|yhteystiedot|palaute|jaa|kommentit|lue myös|lue lisää|luetuimmat|mainos|sulje|tietosuoja|uutiskirje",
    "keresés|bejelentkezés|belépés|regisztráció|kapcsolat|rólunk|impresszum|adatvédelem|hírlevél|megosztás|nyomtatás|\
     hozzászólások|kapcsolódó cikkek|ajánlott|hirdetés|bezárás|címkék|legolvasottabb|hledat|přihlásit se|přihlásit|\
     registrace|o nás|kontakty|sdílet|tisk|komentáře|čtěte také|související články|nejčtenější|reklama|zavřít|předplatné|\
     ochrana osobních údajů|ara|giriş yap|üye ol|iletişim|hakkımızda|künye|paylaş|yazdır|yorumlar|yorum yap|abone ol|\
     gizlilik politikası|ana sayfa|anasayfa|caută|autentificare|contact|despre noi|comentarii|citește și|publicitate",
    "главная|поиск|войти|вход|регистрация|контакты|о нас|о проекте|реклама|подписаться|подписка|поделиться|печать|\
     комментарии|комментировать|оставить комментарий|ответить|читайте также|читать далее|самое читаемое|похожие статьи|\
     закрыть|наверх|новости|теги|политика конфиденциальности|головна|пошук|увійти|контакти|про нас|поділитися|\
     коментарі|читайте також|підписатися|новини|αρχική|αναζήτηση|σύνδεση|επικοινωνία|σχετικά άρθρα|σχόλια",
    "الرئيسية|بحث|تسجيل الدخول|اتصل بنا|من نحن|شارك|مشاركة|تعليقات|إضافة تعليق جديد|اقرأ أيضا|إقرأ أيضا|إعلان|الأكثر \
     قراءة|أخبار|צור קשר|חיפוש|אודות|首页|登录|注册|搜索|联系我们|关于我们|分享|评论|相关文章|相关新闻|热门|收藏|导航|\
     首頁|登入|註冊|搜尋|聯絡我們|關於我們|相關新聞|留言|ホーム|ログイン|検索|お問い合わせ|会社概要|シェア|コメント|\
     関連記事|プライバシーポリシー|利用規約|人気記事|로그인|회원가입|검색|공유|댓글|관련기사|고객센터|개인정보처리방침",
];

/// Whether `words` are a line of a page's frame.
pub(super) fn is_of_frame(words: &str) -> bool {
    let line = fold(words);
    line.chars().count() <= LONGEST && LINES.iter().any(|group| group.split('|').any(|frame| frame == line))
        || is_small_print(words)
        || is_path(words)
        || is_row_of_buttons(&line)
        || is_count(words)
}

/// "2469 shares", "1.2k likes"
fn is_count(words: &str) -> bool {
    let Some((number, counted)) = words.trim().split_once(' ') else { return false };
    number.bytes().all(|byte| b"0123456789.,kKM+".contains(&byte))
        && ["share", "shares", "likes", "views", "retweets", "followers"].contains(&counted)
}

/// "Home » News » New bridge opens": where the page is on its site.
fn is_path(words: &str) -> bool {
    let mut steps = words.split(['»', '›', '>', '→']);
    let first = steps.next().map(fold).unwrap_or_default();
    let home = matches!(
        first.as_str(),
        "home" | "startseite" | "start" | "inicio" | "accueil" | "início" | "главная"
    );
    home && words.chars().count() <= LONGEST_PATH && steps.next().is_some_and(|step| !step.trim().is_empty())
}

const LONGEST_PATH: usize = 200;

/// "FB Tweet Pin Email Print": two or more buttons of one row and nothing else.
fn is_row_of_buttons(line: &str) -> bool {
    let count = line.split(' ').count();
    (2..=10).contains(&count) && line.split(' ').all(|word| BUTTONS.contains(&word))
}

/// Buttons for sharing, in words.
const BUTTONS: &[&str] = &[
    "fb",
    "facebook",
    "twitter",
    "tweet",
    "pinterest",
    "pin",
    "email",
    "e-mail",
    "print",
    "share",
    "whatsapp",
    "sms",
    "linkedin",
    "reddit",
    "tumblr",
    "flipboard",
    "messenger",
    "telegram",
    "instagram",
    "youtube",
    "vimeo",
    "rss",
    "more",
    "send",
    "text",
    "message",
    "copy",
    "link",
    "save",
    "on",
    "via",
];

const LONGEST: usize = 45;

/// "© 2022 …", "All rights reserved.", whatever is before it in the line.
fn is_small_print(words: &str) -> bool {
    let length = words.chars().count();
    let lower = words.to_lowercase();
    let terms = LEGAL.iter().filter(|term| lower.contains(**term)).count();
    length <= 160 && words.contains('©')
        || length <= LONGEST_SMALL_PRINT && terms >= TERMS
        || length <= LONGEST_NOTICE && RIGHTS.iter().any(|rights| lower.contains(rights))
}

/// What the small print of a site is about; a line with so many of them is nothing else.
const LEGAL: &[&str] = &[
    "©",
    "rights reserved",
    "registered trademark",
    "privacy policy",
    "terms of service",
    "terms of use",
    "without notice",
    "cookie policy",
    "ad choices",
    "do not sell",
];
const TERMS: usize = 4;
/// Longest small print, in code points.
const LONGEST_SMALL_PRINT: usize = 1500;

/// How the small print says whose the page is.
const RIGHTS: &[&str] = &[
    "rights reserved",
    "rechte vorbehalten",
    "droits réservés",
    "derechos reservados",
    "direitos reservados",
    "diritti riservati",
    "rechten voorbehouden",
    "prawa zastrzeżone",
    "jog fenntartva",
    "práva vyhrazena",
    "все права защищены",
    "版权所有",
    "無断転載",
    "무단 전재",
    "affiliate commission",
];

/// Longest notice with such words, in code points.
const LONGEST_NOTICE: usize = 420;

/// Lower case, with single spaces, without signs and counts at the ends: "Comments (12)" is "comments".
fn fold(words: &str) -> String {
    let words = words.trim_matches(|c: char| !c.is_alphabetic() && c != '+').replace('’', "'").to_lowercase();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
