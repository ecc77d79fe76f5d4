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
    SubjectBefore 83 105 "the subject stands before its verb: Blake said"
    SubjectInverted 37 -24 "the subject stands behind its verb: said Blake"
    SubjectAcross 76 83 "the subject and its verb are parted by commas: Blake, 40, said"
    SubjectOfRelative -126 -271 "a relative clause tells it: Blake, who said"
    SubjectShared -145 -62 "the verb shares the subject of another: Blake rose, saying"
    Topic -93 -121 "the sentence is about this one"
    Possessive -143 -61 "what was said is called this one’s: Blake’s claim"
    According 424 310 "according to this one"
    NameAndColon -129 -76 "a name and a colon stand before the words"
    ByAgent 9 71 "it was said by this one"
    Signature 0 -9 "a dash and a name stand behind the words"
    HeadOfClause 25 -14 "the subject heads the clause: the man who shot Blake said"
    // The cue.
    SpeechVerb 114 117 "the verb reports words as they were said"
    OpinionVerb -5 -12 "the verb reports what somebody holds"
    VerdictVerb 14 -24 "the verb reports a verdict"
    OtherVerb -165 -192 "the verb reports nothing by itself"
    ParticipleForm -134 -33 "the verb is a participle: saying"
    BaseForm -189 -178 "the verb is a plural present or an infinitive"
    PresentForm -29 -48 "the verb is in the present"
    PassiveVoice -190 -288 "the verb is passive: was told"
    InfinitiveVoice -24 18 "the verb is an infinitive: to say"
    ModalVoice -38 -58 "the verb is conditional: would say"
    NegatedVoice -46 -31 "the verb is negated: did not say"
    // The speaker's words.
    PersonalPronoun 35 46 "he, she or they"
    OwnPronoun -83 -50 "I, we or you"
    OtherPronoun -42 -102 "it, him or them"
    Named 38 43 "the speaker is named"
    PersonNoun 68 -12 "the speaker is called by an office or a part: a spokesman"
    OtherNoun -71 -69 "the speaker may be a thing"
    // Where the quotation stands to speaker and cue.
    FollowsAtOnce 200 75 "speaker and verb follow at once"
    FollowsSoon -12 -80 "speaker and verb follow after a word or two"
    FollowsLate -59 4 "speaker and verb follow later in the sentence"
    PrecedesAtOnce 175 149 "speaker and verb stand right before"
    PrecedesSoon 233 200 "speaker and verb stand a word or two before"
    PrecedesNear 157 253 "speaker and verb stand three to six words before"
    PrecedesFar 93 179 "speaker and verb stand seven to fifteen words before"
    PrecedesVeryFar 71 85 "speaker and verb stand far before"
    Surrounds -42 -90 "the speaker stands before and the verb behind"
    SentenceBefore -188 -219 "the sentence before names the speaker"
    SentenceBehind -263 -366 "the sentence behind names the speaker"
    ParagraphBefore -350 -257 "the paragraph before names the speaker"
    SpeakerBefore -72 -77 "the same one is quoted right before"
    SpeakerOfParagraphBefore -221 -191 "the same one is quoted in the paragraph before"
    QuotationBetween -38 -24 "another quotation stands between"
    CueBetween 55 13 "another reporting verb stands between"
    CommaThenSpeaker 81 94 "the words end in a comma and the speaker follows"
    ColonAfterCue 4 -23 "a colon leads to the words"
    CommaAfterCue 25 69 "a comma leads to the words"
    ThatAfterCue 50 96 "“that” leads to the words"
    GoesOn 133 43 "the paragraph before left its quotation open"
    // For nobody.
    Nobody 56 145 "nobody is chosen"
    NoCueInSentence -100 -32 "no reporting verb in the sentence"
    OneWord 0 30 "a single word"
    FewWords 44 11 "two or three words"
    ManyWords 1 -122 "seven words or more"
    TitleCase 235 115 "every word has a capital, as in a title"
    NameGiven -50 -2 "a name is given: so-called, titled"
    DeterminerBefore 140 12 "an article or possessive stands before"
    NounBehind 104 55 "a noun follows"
    NoStopInside -29 25 "no stop or comma within the marks"
    AloneInSentence -252 -163 "nothing else in the sentence"
    AloneInParagraph -11 36 "nothing else in the paragraph"
    FirstPerson -22 -98 "“I” or “we” within the marks"
    NobodyBefore 68 41 "nobody spoke the quotation before"
    InHeading 177 -1 "the line has no stop at its end, as a heading"
}

impl Ground {
    /// What the ground adds to a choice.
    pub(super) fn weight(self, whole: bool) -> i32 {
        Self::ALL
            .get(self as usize)
            .map_or(0, |(_, w, fragment)| i32::from(if whole { *w } else { *fragment }))
    }
}
