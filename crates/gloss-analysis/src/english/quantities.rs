//! Numbers, units and currencies in words.

use super::word_lists;

word_lists! {
    /// Numbers in words.
    NUMBERS = "
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety several
    ";

    /// Units of time, in the singular.
    UNITS = "second minute hour day week fortnight month year decade century";

    /// Words and letters after a number that multiply it.
    LARGE = "
        hundred thousand million billion trillion m bn tn k mn mln lakh lakhs crore crores hundreds thousands
        millions billions
    ";

    /// Currencies in words.
    CURRENCIES = "
        pound pounds dollar dollars euro euros pence cent cents yen yuan renminbi rupee rupees rouble roubles ruble
        rubles rand peso pesos franc francs naira shilling shillings krona kronor krone kroner won ringgit baht
        dirham dirhams riyal riyals dinar dinars taka cedi cedis kwacha zloty forint lira liras shekel shekels
        real reais quetzales colones bolivars cordobas soles dong rupiah taels birr pula
    ";

    /// Words before the name of a currency that belong to it: "Hong Kong dollars".
    OF_CURRENCIES = "
        US U.S. American Australian Canadian Hong Kong Singapore Zealand New Taiwan Namibian Namibia Zimbabwe
        Jamaican Trinidad Indian Pakistani Sri Lankan Nepalese Mauritian Kenyan Ugandan Tanzanian Somali Egyptian
        Syrian Lebanese Sudanese British English Irish Mexican Argentine Chilean Colombian Cuban Dominican
        Philippine Uruguayan Swiss French Belgian Congolese Burundian Rwandan CFA Swedish Norwegian Danish
        Icelandic Czech Russian Belarusian Ukrainian Kuwaiti Jordanian Iraqi Iranian Bahraini Tunisian Algerian
        Libyan Serbian Saudi Qatari Omani Yemeni UAE Emirati Moroccan South African Korean Japanese Chinese
        Israeli Turkish Brazilian Nigerian Ghanaian Malaysian Thai Vietnamese Indonesian Bangladeshi
    ";

    /// Codes and abbreviations before or after a sum.
    CURRENCY_CODES = "
        USD GBP EUR JPY CNY RMB AUD CAD NZD HKD SGD TWD INR PKR LKR NPR BDT THB MYR IDR PHP VND KRW ZAR NGN GHS
        KES UGX TZS RWF ETB EGP MAD DZD TND AED SAR QAR OMR KWD BHD JOD IQD ILS TRY RUB UAH PLN CZK HUF RON SEK
        NOK DKK ISK CHF BRL ARS CLP COP MXN PEN UYU CRC NAD BWP ZMW MUR BND
    ";

    /// Letters before a sum of money that are common words or names, too; a number must follow at once.
    CURRENCY_LETTERS = "R Rs Rs. Re Sh KSh Ksh Tk RM Rp Php P K N GH¢";

    /// Letters right before a sign of currency that belong to it: "US$", "A$".
    BEFORE_SIGN = "US U.S. U.S A AU AUS C CA CAD NZ HK S SG NT N Z J TT R Cdn USD";

    /// Words after a number that show it is no age.
    NO_AGE = "
        percent per % million billion thousand hundred metres meters miles km kilometres kilometers minutes hours
        seconds days weeks months points votes pounds dollars degrees
    ";

    /// Words before "one day" that make a length of time of it.
    LASTING = "
        in for within after than only just about least most lasted lasts last took takes take every over by a the per
        spent spend spends another nearly almost
    ";

    /// People that may be under or over some age.
    OF_SOME_AGE = "
        people those children kids adults voters women men girls boys anyone anybody everyone everybody someone
        students players patients residents citizens workers drivers customers viewers persons americans britons
        youths youngsters population
    ";
}
