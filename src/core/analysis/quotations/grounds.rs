//! The grounds for an attribution and what each is worth.

macro_rules! grounds {
    ($($(#[$doc:meta])* $name:ident $whole:literal $fragment:literal,)*) => {
        /// One reason for or against a choice of speaker.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Ground { $($(#[$doc])* $name,)* }

        impl Ground {
            /// All grounds with their weights, in the order of the enumeration.
            pub(super) const ALL: &[(Self, i16, i16)] = &[$((Self::$name, $whole, $fragment),)*];
        }
    };
}

grounds! {
    // How the speaker stands to the cue.
    /// "Blake said"
    SubjectBefore 85 126,
    /// "said Blake"
    SubjectInverted 39 -17,
    /// "Blake, 40, said"
    SubjectAcross 75 100,
    /// "Blake, who said"
    SubjectOfRelative -81 -274,
    /// "Blake rose, saying"
    SubjectShared -71 -36,
    /// The sentence is about this one.
    Topic -93 -109,
    /// "Blake's claim"
    Possessive -170 -72,
    /// "according to Blake"
    According 415 288,
    /// "Blake: …"
    NameAndColon -138 -116,
    /// "described by Blake"
    ByAgent 2 75,
    // The cue.
    /// "said", "added"
    SpeechVerb 94 83,
    /// "argued", "called for"
    OpinionVerb -23 -53,
    /// "described", "accused"
    VerdictVerb -23 -57,
    /// "saying"
    ParticipleForm -108 -34,
    /// "say"
    BaseForm -198 -185,
    /// "says"
    PresentForm -38 -53,
    /// "was told"
    PassiveVoice -190 -284,
    /// "to say"
    InfinitiveVoice -35 31,
    /// "would say"
    ModalVoice -27 -43,
    /// "did not say"
    NegatedVoice -48 -58,
    // The speaker's words.
    /// "he", "she", "they"
    PersonalPronoun 35 53,
    /// "I", "we", "you"
    OwnPronoun -80 -56,
    /// "it", "him", "them"
    OtherPronoun -30 -104,
    /// The words hold a name.
    Named 41 48,
    /// "a spokesman"
    PersonNoun 52 -10,
    /// "the plan"
    OtherNoun -76 -72,
    // Where the quotation stands to speaker and cue.
    /// The cue or speaker follows at once.
    FollowsAtOnce 199 91,
    /// It follows after a word or two.
    FollowsSoon -10 -62,
    /// It follows later in the sentence.
    FollowsLate -59 10,
    /// The cue stands right before.
    PrecedesAtOnce 166 147,
    /// A word or two before.
    PrecedesSoon 237 194,
    /// Three to six words before.
    PrecedesNear 158 242,
    /// Seven to fifteen.
    PrecedesFar 113 167,
    /// More.
    PrecedesVeryFar 77 78,
    /// Speaker before, cue behind.
    Surrounds -34 -87,
    /// In the sentence before.
    SentenceBefore -169 -209,
    /// In the sentence behind.
    SentenceBehind -263 -368,
    /// In the paragraph before.
    ParagraphBefore -353 -241,
    /// The speaker of the quotation before.
    SpeakerBefore -120 -104,
    /// That one is in the paragraph before.
    SpeakerOfParagraphBefore -221 -200,
    /// Other quotations stand between.
    QuotationBetween -52 -23,
    /// Another reporting verb stands between.
    CueBetween 51 43,
    /// The quotation ends in a comma and the speaker follows.
    CommaThenSpeaker 93 82,
    /// A colon leads from the cue to the quotation.
    ColonAfterCue -11 -25,
    /// A comma does.
    CommaAfterCue 26 56,
    /// "that" does.
    ThatAfterCue 50 89,
    // For nobody.
    /// Nobody is chosen.
    Nobody 58 141,
    /// No reporting verb in the sentence.
    NoCueInSentence -102 -32,
    /// One word.
    OneWord 0 27,
    /// Two or three words.
    FewWords 46 13,
    /// Seven words or more.
    ManyWords -5 -118,
    /// All words begin with a capital.
    TitleCase 228 109,
    /// "so-called", "titled", "dubbed" stands before.
    NameGiven -70 12,
    /// "the", "his" stands before.
    DeterminerBefore 136 7,
    /// A common word follows.
    NounBehind 103 52,
    /// No stop or comma within the marks.
    NoStopInside -34 23,
    /// Nothing else in the sentence.
    AloneInSentence -254 -167,
    /// Nothing else in the paragraph.
    AloneInParagraph -34 68,
    /// "I", "we" within the marks.
    FirstPerson -19 -71,
    /// Nobody spoke the quotation before.
    NobodyBefore 59 50,
    /// In a line without a stop at its end.
    InHeading 122 12,
}
