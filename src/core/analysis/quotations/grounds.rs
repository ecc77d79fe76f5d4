//! The grounds for an attribution and what each is worth.
//!
//! A choice of speaker is worth the sum of its grounds' weights, and the choice worth most wins; nobody is a
//! choice too. The weights, in hundredths, are those of a log-linear model fitted to some 7,400 quotations in
//! American political news (the training part of PolNeAR, Newell, Margolin and Ruths 2018), the first for
//! whole statements, the second for fragments. No text of that corpus is in the project.

macro_rules! grounds {
    ($($name:ident $whole:literal $fragment:literal $reason:literal)*) => {
        /// One reason for or against a choice of speaker.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Ground { $(#[doc = $reason] $name,)* }

        impl Ground {
            /// All grounds with their weights for whole statements and for fragments, in the order of the
            /// enumeration.
            pub(super) const ALL: &[(Self, i16, i16)] = &[$((Self::$name, $whole, $fragment),)*];

            /// The reason in words for the reader, to follow "because" or a dash.
            pub const fn reason(self) -> &'static str {
                match self { $(Self::$name => $reason,)* }
            }
        }
    };
}

grounds! {
    // How the speaker stands to the cue.
    SubjectBefore 44 44 "the subject stands before its verb: Blake said"
    SubjectInverted -20 -25 "the subject stands behind its verb: said Blake"
    SubjectAcross 95 61 "the subject and its verb are parted by commas: Blake, 40, said"
    SubjectOfRelative 49 15 "a relative clause tells it: Blake, who said"
    SubjectShared -129 -82 "the verb shares the subject of another: Blake rose, saying"
    Topic -108 -126 "the sentence is about this one"
    Possessive -135 -64 "what was said is called this one’s: Blake’s claim"
    According 428 316 "according to this one"
    NameAndColon -143 -80 "a name and a colon stand before the words"
    ByAgent -84 -35 "it was said by this one"
    Signature 200 200 "a dash and a name stand behind the words"
    HeadOfClause -2 -39 "the subject heads the clause: the man who shot Blake said"
    // The cue.
    SpeechVerb 151 180 "the verb reports words as they were said"
    OpinionVerb 24 40 "the verb reports what somebody holds"
    VerdictVerb 36 17 "the verb reports a verdict"
    OtherVerb -128 -149 "the verb reports nothing by itself"
    ParticipleForm -101 -32 "the verb is a participle: saying"
    BaseForm -192 -184 "the verb is a plural present or an infinitive"
    PresentForm -9 -54 "the verb is in the present"
    PassiveVoice -203 -301 "the verb is passive: was told"
    InfinitiveVoice -37 20 "the verb is an infinitive: to say"
    ModalVoice -32 -47 "the verb is conditional: would say"
    NegatedVoice -43 -43 "the verb is negated: did not say"
    // The speaker's words.
    PersonalPronoun 36 57 "he, she or they"
    OwnPronoun -84 -53 "I, we or you"
    OtherPronoun -45 -90 "it, him or them"
    Named 43 55 "the speaker is named"
    PersonNoun 61 -8 "the speaker is called by an office or a part: a spokesman"
    OtherNoun -65 -80 "the speaker may be a thing"
    // Where the quotation stands to speaker and cue.
    FollowsAtOnce 199 69 "speaker and verb follow at once"
    FollowsSoon -17 -71 "speaker and verb follow after a word or two"
    FollowsLate -63 12 "speaker and verb follow later in the sentence"
    PrecedesAtOnce 193 160 "speaker and verb stand right before"
    PrecedesSoon 224 194 "speaker and verb stand a word or two before"
    PrecedesNear 164 262 "speaker and verb stand three to six words before"
    PrecedesFar 103 185 "speaker and verb stand seven to fifteen words before"
    PrecedesVeryFar 81 93 "speaker and verb stand far before"
    Surrounds -51 -99 "the speaker stands before and the verb behind"
    SentenceBefore -204 -222 "the sentence before names the speaker"
    SentenceBehind -272 -353 "the sentence behind names the speaker"
    ParagraphBefore -359 -262 "the paragraph before names the speaker"
    SpeakerBefore -51 -88 "the same one is quoted right before"
    SpeakerOfParagraphBefore -252 -185 "the same one is quoted in the paragraph before"
    QuotationBetween -36 -16 "another quotation stands between"
    CueBetween 46 2 "another reporting verb stands between"
    CommaThenSpeaker 79 92 "the words end in a comma and the speaker follows"
    ColonAfterCue -4 21 "a colon leads to the words"
    CommaAfterCue 23 58 "a comma leads to the words"
    ThatAfterCue 62 111 "“that” leads to the words"
    GoesOn 128 46 "the paragraph before left its quotation open"
    // For nobody.
    Nobody 79 144 "nobody is chosen"
    NoCueInSentence -122 -16 "no reporting verb in the sentence"
    OneWord 0 47 "a single word"
    FewWords 42 28 "two or three words"
    ManyWords -9 -94 "seven words or more"
    TitleCase 242 128 "every word has a capital, as in a title"
    NameGiven -35 8 "a name is given: so-called, titled"
    DeterminerBefore 147 19 "an article or possessive stands before"
    NounBehind 124 62 "a noun follows"
    NoStopInside -26 25 "no stop or comma within the marks"
    AloneInSentence -224 -170 "nothing else in the sentence"
    AloneInParagraph -19 34 "nothing else in the paragraph"
    FirstPerson -30 -87 "“I” or “we” within the marks"
    NobodyBefore 70 58 "nobody spoke the quotation before"
    InHeading 183 -3 "the line has no stop at its end, as a heading"
}

impl Ground {
    /// What the ground adds to a choice.
    pub(super) fn weight(self, whole: bool) -> i32 {
        Self::ALL
            .get(self as usize)
            .map_or(0, |(_, w, fragment)| i32::from(if whole { *w } else { *fragment }))
    }
}
