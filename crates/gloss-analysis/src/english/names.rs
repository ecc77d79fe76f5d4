//! Words in and around names.

use super::word_lists;

word_lists! {
    /// Words that follow a name in a compound and are no part of it, beside participles: "London-led".
    LATTER = "type led born run made held bound wide style era owned like";

    /// What a country is, in one word; alone it is no name.
    COUNTRIES = "Kingdom Republic State";

    /// Words after the possessive of a name that mean the family of its bearer.
    FAMILY = "
        family mother father parents widow wife husband partner son daughter brother sister
        relatives
    ";

    /// What bodies are, in one word, by which the text calls them again: "the Bank" for the Bank of England.
    BODIES = "
        Agency Association Authority Bank Board Commission Committee Council Court Department
        Federation Foundation House Institute Ministry Office Party Service Society Trust Union
        University
    ";

    /// Words after which somebody's other name follows: "Jane Roe, known as JR".
    CALLED = "known named nicknamed dubbed codenamed identified alias";

    /// Nouns after which such a name follows: "the cypher NX121".
    CODE_NOUNS = "cypher cipher codename pseudonym alias nickname callsign";

    /// What somebody is to somebody else: "the boyfriend, London Renner, sued".
    RELATIONS = "
        boyfriend girlfriend fiancé fiancée partner husband wife son daughter brother sister mother father mum dad
        uncle aunt cousin nephew niece grandson granddaughter grandfather grandmother friend neighbour neighbor
        widow widower
    ";

    /// Surnames of East Asia, which come first: "Hu Weiming", "Kim Dae-jung".
    FIRST_SURNAMES = "
        Bai Bae Cai Cao Chan Chang Chen Cheng Cheung Chiang Chiu Cho Choi Chow Chu Chung Cui Dai Deng Ding Dong
        Du Duan Fan Fang Feng Fu Gao Gong Gu Guo Han Hao Hong Hou Hsieh Hsu Hu Huang Hwang Jang Jeon Jeong Jia
        Jiang Jin Jung Kang Kim Kong Kuo Kwok Kwon Lai Lam Lau Lee Lei Leung Li Liang Liao Lim Lin Liu Lo Lu Luo
        Ma Mao Meng Moon Ng Nguyen Pan Park Peng Pham Phan Qian Qin Qiu Ren Seo Shao Shen Shi Shin Song Su Sun
        Tam Tan Tang Tao Tian Tran Tsai Tsang Wan Wang Wei Wen Wong Woo Wu Xi Xia Xiang Xiao Xie Xiong Xu Xue Yan
        Yang Yao Yau Ye Yeung Yin Yip Yoo Yoon Yu Yuan Yuen Zeng Zhang Zhao Zheng Zhong Zhou Zhu Zou
    ";

    /// Surnames that families are often called by: "the Johnsons".
    COMMON_SURNAMES = "
        Johnson Henderson Anderson Jackson Thompson Robinson Wilson Harrison Simpson Richardson Stevenson Peterson
        Watson Smith Brown Taylor Miller Moore Martin Clark Clarke Lewis Walker Allen Wright Scott Baker Adams
        Nelson Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Murphy Kelly
        Cooper Morgan Bell Bailey Cox Gray Watkins Obama Clinton Trump Bush Kennedy Beckham Kardashian
    ";

    /// What parts of countries and landscapes are, as the last words of their names.
    LANDS = "
        Territory Province Township County Prefecture Island Islands Peninsula Valley Mountain Mountains Range River
        Lake Bay Strait Desert Refuge Wilderness Continent Archipelago Plateau Basin Canyon Highlands Lowlands
    ";

    /// States of the United States as agencies shorten them, without those that are other words.
    SHORT_STATES = "
        Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev N.H. N.J.
        N.M. N.Y. N.C. N.D. Okla Ore Pa R.I. S.C. S.D. Tenn Tex Vt Va Wash W.Va. Wis Wyo N.H N.J N.M N.Y N.C N.D
        R.I S.C S.D W.Va
    ";

    /// The others, and those that are not shortened.
    STATES = "
        Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho
        Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi
        Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia
        Washington Wisconsin Wyoming
    ";

    /// People and things of countries, which are no places: "Israeli", "Australian-born".
    DEMONYMS = "
        Afghan African Albanian Algerian American Andorran Angolan Arab Argentine Argentinian Armenian Asian
        Australian Austrian Azerbaijani Bahraini Bangladeshi Basque Belarusian Belgian Bengali Bolivian Bosnian
        Botswanan Brazilian British Bruneian Bulgarian Burkinabe Burmese Burundian Cambodian Cameroonian Canadian
        Catalan Chadian Chilean Chinese Colombian Congolese Croatian Cuban Cypriot Czech Danish Dominican Dutch
        Ecuadorean Ecuadorian Egyptian Emirati English Eritrean Estonian Ethiopian European Fijian Filipino Finnish
        Flemish French Gabonese Gambian Georgian German Ghanaian Greek Guatemalan Guinean Guyanese Haitian Honduran
        Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese
        Jordanian Kashmiri Kazakh Kenyan Korean Kosovar Kurdish Kuwaiti Kyrgyz Laotian Latvian Lebanese Liberian
        Libyan Lithuanian Macedonian Malagasy Malawian Malaysian Maldivian Malian Maltese Mauritanian Mauritian
        Mexican Moldovan Mongolian Montenegrin Moroccan Mozambican Namibian Nepalese Nepali Nicaraguan Nigerian
        Norwegian Omani Pakistani Palestinian Panamanian Paraguayan Peruvian Polish Portuguese Punjabi Qatari
        Romanian Russian Rwandan Salvadoran Saudi Scottish Senegalese Serbian Singaporean Slovak Slovenian Somali
        Spanish Sudanese Surinamese Swedish Swiss Syrian Taiwanese Tajik Tanzanian Tasmanian Texan Thai Tibetan
        Togolese Trinidadian Tunisian Turkish Turkmen Ugandan Ukrainian Uruguayan Uzbek Venezuelan Vietnamese Welsh
        Yemeni Zambian Zimbabwean
    ";
}

/// States of the United States as agencies and the post shorten them, and whole.
pub(crate) const FORMS_OF_STATES: &[(&str, &str, &str)] = &[
    ("Ala", "AL", "Alabama"),
    ("Ariz", "AZ", "Arizona"),
    ("Ark", "AR", "Arkansas"),
    ("Calif", "CA", "California"),
    ("Colo", "CO", "Colorado"),
    ("Conn", "CT", "Connecticut"),
    ("Del", "DE", "Delaware"),
    ("Fla", "FL", "Florida"),
    ("Ga", "GA", "Georgia"),
    ("Ill", "IL", "Illinois"),
    ("Ind", "IN", "Indiana"),
    ("Kan", "KS", "Kansas"),
    ("Ky", "KY", "Kentucky"),
    ("La", "LA", "Louisiana"),
    ("Md", "MD", "Maryland"),
    ("Mass", "MA", "Massachusetts"),
    ("Mich", "MI", "Michigan"),
    ("Minn", "MN", "Minnesota"),
    ("Miss", "MS", "Mississippi"),
    ("Mo", "MO", "Missouri"),
    ("Mont", "MT", "Montana"),
    ("Neb", "NE", "Nebraska"),
    ("Nev", "NV", "Nevada"),
    ("N.H", "NH", "New Hampshire"),
    ("N.J", "NJ", "New Jersey"),
    ("N.M", "NM", "New Mexico"),
    ("N.Y", "NY", "New York"),
    ("N.C", "NC", "North Carolina"),
    ("N.D", "ND", "North Dakota"),
    ("Ohio", "OH", "Ohio"),
    ("Iowa", "IA", "Iowa"),
    ("Maine", "ME", "Maine"),
    ("Utah", "UT", "Utah"),
    ("Alaska", "AK", "Alaska"),
    ("Hawaii", "HI", "Hawaii"),
    ("Idaho", "ID", "Idaho"),
    ("Okla", "OK", "Oklahoma"),
    ("Ore", "OR", "Oregon"),
    ("Pa", "PA", "Pennsylvania"),
    ("R.I", "RI", "Rhode Island"),
    ("S.C", "SC", "South Carolina"),
    ("S.D", "SD", "South Dakota"),
    ("Tenn", "TN", "Tennessee"),
    ("Tex", "TX", "Texas"),
    ("Vt", "VT", "Vermont"),
    ("Va", "VA", "Virginia"),
    ("Wash", "WA", "Washington"),
    ("W.Va", "WV", "West Virginia"),
    ("Wis", "WI", "Wisconsin"),
    ("Wyo", "WY", "Wyoming"),
];
