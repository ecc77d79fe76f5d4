//! The grounds for an attribution and what each is worth.
//!
//! A choice of speaker is worth the sum of its grounds, and the choice worth most wins; nobody is a choice
//! too. What a ground is worth is stated, not learnt: each is slight, fair, strong or decisive, for or against,
//! first for whole statements, then for fragments, whose marks may as well set apart a title or a term. The
//! two differ only where the reason does. The reasoning was tried out on American political news (the training
//! part of `PolNeAR`, Newell, Margolin and Ruths 2018) by reading what came out wrong and by varying a few of them
//! one at a time; no program searched for them, and nothing of that corpus is in the project.

/// Each strength outweighs two of the one below it, or as good as.
const SLIGHT: i8 = 1;
const FAIR: i8 = 2;
const STRONG: i8 = 4;
const DECISIVE: i8 = 8;
const NONE: i8 = 0;

macro_rules! grounds {
    ($($name:ident [$whole:expr, $fragment:expr] $reason:literal)*) => {
        /// One reason for or against a choice of speaker.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum Ground { $(#[doc = $reason] $name,)* }

        impl Ground {
            /// What the ground adds to a choice.
            pub(super) const fn weight(self, whole: bool) -> i8 {
                match self { $(Self::$name => if whole { $whole } else { $fragment },)* }
            }

            /// The reason in words for the reader, to follow "because" or a dash.
            pub const fn reason(self) -> &'static str {
                match self { $(Self::$name => $reason,)* }
            }
        }
    };
}

grounds! {
    // How the speaker and the cue belong together.
    SubjectBefore [SLIGHT, SLIGHT] "the subject is before its verb: Smith said"
    SubjectInverted [NONE, NONE] "the subject is after its verb: said Smith"
    SubjectAcross [SLIGHT, SLIGHT] "the subject and its verb are parted by commas: Smith, 40, said"
    SubjectOfRelative [SLIGHT, SLIGHT] "a relative clause tells it: Smith, who said"
    SubjectShared [-FAIR, -SLIGHT] "the verb shares the subject of another: Smith rose, saying"
    Topic [-FAIR, -FAIR] "the sentence is about this one"
    Possessive [-FAIR, NONE] "what was said is called this one’s: Smith’s claim"
    According [DECISIVE, DECISIVE] "according to this one"
    NameAndColon [NONE, NONE] "a name and a colon come before the words"
    ByAgent [-SLIGHT, -SLIGHT] "it was said by this one"
    Signature [STRONG, STRONG] "a dash and a name come after the words"
    HeadOfClause [NONE, NONE] "the subject heads the clause: the man who met Smith said"
    // The cue.
    SpeechVerb [STRONG, STRONG] "the verb reports words as they were said"
    OpinionVerb [SLIGHT, SLIGHT] "the verb reports what somebody holds"
    VerdictVerb [SLIGHT, FAIR] "the verb reports a verdict"
    OtherVerb [-FAIR, -FAIR] "the verb reports nothing by itself"
    ParticipleForm [-SLIGHT, -SLIGHT] "the verb is a participle: saying"
    BaseForm [-STRONG, -STRONG] "the verb is a plural present or an infinitive"
    PresentForm [NONE, -SLIGHT] "the verb is in the present"
    Subordinate [-STRONG, -STRONG] "the verb is in a clause that ends before: when Smith asked, …"
    InfinitiveVoice [-SLIGHT, NONE] "the verb is an infinitive: to say"
    ModalVoice [-SLIGHT, -SLIGHT] "the verb is conditional: would say"
    NegatedVoice [-SLIGHT, -SLIGHT] "the verb is negated: did not say"
    // The speaker's words.
    PersonalPronoun [SLIGHT, SLIGHT] "he, she or they"
    OwnPronoun [-FAIR, -FAIR] "I, we or you"
    OtherPronoun [-SLIGHT, -SLIGHT] "it, him or them"
    Named [SLIGHT, SLIGHT] "the speaker is named"
    PersonNoun [SLIGHT, SLIGHT] "the speaker is called by an office or a part: a spokesman"
    OtherNoun [-FAIR, -FAIR] "the speaker may be a thing"
    // Where the quotation is, seen from speaker and cue.
    FollowsAtOnce [STRONG, SLIGHT] "speaker and verb follow at once"
    FollowsSoon [NONE, -SLIGHT] "speaker and verb follow after a word or two"
    FollowsLate [-SLIGHT, NONE] "speaker and verb follow later in the sentence"
    PrecedesAtOnce [STRONG, FAIR] "speaker and verb come right before"
    PrecedesSoon [STRONG, STRONG] "speaker and verb come a word or two before"
    PrecedesNear [STRONG, STRONG] "speaker and verb come three to six words before"
    PrecedesFar [FAIR, STRONG] "speaker and verb come seven to fifteen words before"
    PrecedesVeryFar [FAIR, FAIR] "speaker and verb come far before"
    Surrounds [-SLIGHT, -SLIGHT] "the speaker comes before and the verb after"
    SentenceBefore [-STRONG, -STRONG] "the sentence before names the speaker"
    SentenceBehind [-STRONG, -DECISIVE] "the sentence after names the speaker"
    ParagraphBefore [-DECISIVE, -DECISIVE] "the paragraph before names the speaker"
    SpeakerBefore [-SLIGHT, -FAIR] "the same one is quoted right before"
    SpeakerOfParagraphBefore [-STRONG, -STRONG] "the same one is quoted in the paragraph before"
    QuotationBetween [-SLIGHT, NONE] "another quotation is between"
    CommaThenSpeaker [SLIGHT, SLIGHT] "the words end in a comma and the speaker follows"
    ColonAfterCue [SLIGHT, SLIGHT] "a colon leads to the words"
    CommaAfterCue [SLIGHT, SLIGHT] "a comma leads to the words"
    ThatAfterCue [SLIGHT, FAIR] "“that” leads to the words"
    GoesOn [STRONG, STRONG] "the paragraph before left its quotation open"
    // For nobody.
    Nobody [FAIR, STRONG] "nothing tells of a speaker"
    NoCueInSentence [-FAIR, NONE] "no reporting verb in the sentence"
    OneWord [NONE, SLIGHT] "a single word"
    FewWords [SLIGHT, SLIGHT] "two or three words"
    ManyWords [NONE, -FAIR] "seven words or more"
    TitleCase [STRONG, FAIR] "every word has a capital, as in a title"
    TitlePlace [STRONG, STRONG] "and it is where a name may be: on ABC’s “This Week”"
    NameGiven [NONE, SLIGHT] "a name is given: so-called, titled"
    TitledWork [DECISIVE, DECISIVE] "a title is given: her book “This Week”"
    DeterminerBefore [FAIR, NONE] "an article or possessive comes before"
    NounBehind [FAIR, SLIGHT] "a noun follows"
    AloneInSentence [-STRONG, -FAIR] "nothing else in the sentence"
    FirstPerson [-FAIR, -FAIR] "“I” or “we” within the marks"
    Unintroduced [NONE, NONE] "the sentence after speaks of somebody whom the text has not named"
    ToldByNobody [NONE, NONE] "it was told, and the text does not say by whom"
    HeardInCourt [NONE, NONE] "a court heard it, and the text does not say from whom"
    InHeading [FAIR, FAIR] "the line has no stop at its end, as a heading"
}
