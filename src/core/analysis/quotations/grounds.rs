//! The grounds for an attribution and what each is worth.
//!
//! A choice of speaker is worth the sum of its grounds' weights, and the choice worth most wins; nobody is a
//! choice too. The weights, in hundredths, are those of a log-linear model fitted to some 7,400 quotations in
//! American political news (the training part of `PolNeAR`, Newell, Margolin and Ruths 2018), the first for
//! whole statements, the second for fragments. No text of that corpus is in the project.

macro_rules! grounds {
    ($($name:ident $whole:literal $fragment:literal $reason:literal)*) => {
        /// One reason for or against a choice of speaker.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
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
    SubjectBefore 44 44 "the subject stands before its verb: Smith said"
    SubjectInverted -21 -25 "the subject stands behind its verb: said Smith"
    SubjectAcross 94 62 "the subject and its verb are parted by commas: Smith, 40, said"
    SubjectOfRelative 49 14 "a relative clause tells it: Smith, who said"
    SubjectShared -128 -82 "the verb shares the subject of another: Smith rose, saying"
    Topic -109 -127 "the sentence is about this one"
    Possessive -136 -64 "what was said is called this one’s: Smith’s claim"
    According 428 315 "according to this one"
    NameAndColon -143 -81 "a name and a colon stand before the words"
    ByAgent -85 -35 "it was said by this one"
    Signature 200 200 "a dash and a name stand behind the words"
    HeadOfClause -3 -40 "the subject heads the clause: the man who met Smith said"
    // The cue.
    SpeechVerb 150 180 "the verb reports words as they were said"
    OpinionVerb 23 40 "the verb reports what somebody holds"
    VerdictVerb 36 16 "the verb reports a verdict"
    OtherVerb -128 -149 "the verb reports nothing by itself"
    ParticipleForm -102 -32 "the verb is a participle: saying"
    BaseForm -190 -186 "the verb is a plural present or an infinitive"
    PresentForm -8 -55 "the verb is in the present"
    PassiveVoice -203 -302 "the verb is passive: was told"
    InfinitiveVoice -36 19 "the verb is an infinitive: to say"
    ModalVoice -33 -46 "the verb is conditional: would say"
    NegatedVoice -43 -43 "the verb is negated: did not say"
    // The speaker's words.
    PersonalPronoun 35 58 "he, she or they"
    OwnPronoun -82 -53 "I, we or you"
    OtherPronoun -43 -91 "it, him or them"
    Named 43 56 "the speaker is named"
    PersonNoun 60 -8 "the speaker is called by an office or a part: a spokesman"
    OtherNoun -65 -80 "the speaker may be a thing"
    // Where the quotation stands to speaker and cue.
    FollowsAtOnce 199 70 "speaker and verb follow at once"
    FollowsSoon -17 -72 "speaker and verb follow after a word or two"
    FollowsLate -63 12 "speaker and verb follow later in the sentence"
    PrecedesAtOnce 192 159 "speaker and verb stand right before"
    PrecedesSoon 223 195 "speaker and verb stand a word or two before"
    PrecedesNear 163 263 "speaker and verb stand three to six words before"
    PrecedesFar 102 184 "speaker and verb stand seven to fifteen words before"
    PrecedesVeryFar 80 92 "speaker and verb stand far before"
    Surrounds -52 -99 "the speaker stands before and the verb behind"
    SentenceBefore -205 -223 "the sentence before names the speaker"
    SentenceBehind -271 -353 "the sentence behind names the speaker"
    ParagraphBefore -358 -262 "the paragraph before names the speaker"
    SpeakerBefore -45 -84 "the same one is quoted right before"
    SpeakerOfParagraphBefore -257 -186 "the same one is quoted in the paragraph before"
    QuotationBetween -35 -15 "another quotation stands between"
    CueBetween 46 2 "another reporting verb stands between"
    CommaThenSpeaker 79 92 "the words end in a comma and the speaker follows"
    ColonAfterCue 0 21 "a colon leads to the words"
    CommaAfterCue 25 60 "a comma leads to the words"
    ThatAfterCue 61 112 "“that” leads to the words"
    GoesOn 126 45 "the paragraph before left its quotation open"
    // For nobody.
    Nobody 77 143 "nobody is chosen"
    NoCueInSentence -121 -17 "no reporting verb in the sentence"
    OneWord 0 46 "a single word"
    FewWords 42 28 "two or three words"
    ManyWords -10 -94 "seven words or more"
    TitleCase 241 130 "every word has a capital, as in a title"
    NameGiven -37 7 "a name is given: so-called, titled"
    DeterminerBefore 148 18 "an article or possessive stands before"
    NounBehind 119 61 "a noun follows"
    NoStopInside -25 25 "no stop or comma within the marks"
    AloneInSentence -222 -171 "nothing else in the sentence"
    AloneInParagraph -20 36 "nothing else in the paragraph"
    FirstPerson -29 -87 "“I” or “we” within the marks"
    NobodyBefore 69 55 "nobody spoke the quotation before"
    Unintroduced 0 0 "the sentence behind speaks of somebody whom the text has not named"
    HeardInCourt 0 0 "a court heard it, and the text does not say from whom"
    InHeading 181 -2 "the line has no stop at its end, as a heading"
}

impl Ground {
    /// What the ground adds to a choice.
    pub(super) fn weight(self, whole: bool) -> i32 {
        Self::ALL
            .get(self as usize)
            .map_or(0, |(_, w, fragment)| i32::from(if whole { *w } else { *fragment }))
    }
}
