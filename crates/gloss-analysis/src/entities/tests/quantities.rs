use super::*;

#[test]
fn a_full_date_says_its_day() {
    check(Date, "It was on [September 5, 2022=2022-09-05], not [Monday, 3 May 2021=2021-05-03].");
    check(Date, "From [September 2022=2022-09] until [2024] or [2025-02-29].");
    check(Date, "The [5th of May], [Sept 9=2025-09-09].");
}

#[test]
fn other_dates_need_the_day_of_publication() {
    check(
        Date,
        "[Today=2025-11-22], [yesterday=2025-11-21], [last October=2025-10], [last December=2024-12].",
    );
    check(Date, "In [October last year=2024-10] and [next month=2025-12], but [last week] and in [June].");
    let article = Article::new("a".parse().unwrap(), plain_text("It was last October, and today."));
    assert_eq!(show(&Model::default(), &article, Date), "It was [last October], and [today].");
}

#[test]
fn may_and_march_are_other_words_too() {
    check(Date, "May I? In [May] they may. March on! Since [March] we did.");
}

#[test]
fn ages_durations_and_sums() {
    check(
        Age,
        "Mr Blake, [40], and a [24-year-old], [aged 3], were [9 years old]. Mr Lee, 40 officers and dogs.",
    );
    check(Duration, "It took [11 hours], [three weeks] and a [two-hour] wait, not 24-year-old ones.");
    check(Money, "It cost [£2,500], [$5.2 billion], [3 million euros] or [£5m]; 5 million people paid.");
}

#[test]
fn american_dates() {
    check(Date, "On [Dec. 12, 2019=2019-12-12] (not [Jan. 4, 2020=2020-01-04]) or in [Nov. 2018=2018-11].");
    check(Date, "[Thursday, Nov. 20=2025-11-20], was cold. On [8 October, 1932=1932-10-08] it was not.");
}

#[test]
fn ranges_decades_and_seasons() {
    check(Date, "From [2002] to [2005], and by the end of [2024], as in [spring of 2019=2019].");
    check(Date, "In the [1980s], the mid-[1990s] and the [’60s] he was in his 50s.");
    check(Date, "The talks of [5-7 May 2021] and those of [May 5 to 7].");
    check(Date, "In the [winter of 1998=1998]-[1999], and in mid-[2021]. It came on the [10th=2025-11-10].");
    check(Date, "Easter [Monday] was cold, and the 10th floor was on the 4th street.");
    check(Date, "It was the [2016] election, with 2000 people and a vote of 2000 men.");
}

#[test]
fn a_weekday_is_the_nearest_on_its_side_of_publication() {
    check(Date, "He said so on [Monday=2025-11-17]. They met on [Saturday=2025-11-22].");
    check(Date, "The shop will open on [Monday=2025-11-24], and closed on [Sundays].");
    check(Date, "It was cancelled until [Monday=2025-11-24]. It is to be reopened on [Friday=2025-11-28].");
    check(Date, "It fell on [Nov. 3=2025-11-03]. She will speak on [3 December=2025-12-03].");
    check(Date, "It fell [last night=2025-11-21] and [this morning=2025-11-22].");
}

#[test]
fn names_hold_no_dates() {
    check_trained(Date, "Her columns run in USA Today and in the Mail on Sunday.");
    check_trained(Date, "Jan Krol said the pits would close. April Rooke agreed. So did Mr August Lee.");
    check_trained(Date, "Mrs May will stay. She will meet him in [May].");
    check_trained(Person, "Mrs [May] will stay. She will meet him in May.");
}

#[test]
fn dates_by_the_day_of_publication_are_told_apart() {
    let text = "It fell on 5 May 2020, on Monday and in June.";
    let article = Article::new("a".parse().unwrap(), plain_text(text));
    let (mentions, _) = recognise(&article, &Model::default());
    let words: Vec<&str> =
        dated_by_publication(&article, &mentions).into_iter().map(|span| span.of(text)).collect();
    assert_eq!(words, ["Monday"]);
}

#[test]
fn sums_of_all_countries() {
    check(Money, "It paid [US$100 million] for the mine, [A$3m] for the road, [₦5,000] and [€3 billion].");
    check(Money, "They owe [88 billion Hong Kong dollars], [GBP 27 million], [35 lakh rupees] and [Rs 500].");
    check(Money, "It fined him [R500], [RM177 million] and [a million pounds], or [3,904 ringgit].");
    check(Money, "He won 3 won games at COP28 for 5 real fans, with R2 and N95.");
}

#[test]
fn ages_as_people_tell_them() {
    check(Age, "“I am [74] and I still row.” He left school at [14] and died at the age of [90].");
    check_trained(
        Age,
        "Ryan Holm ([31]) and Vic Burton ([57]) were held. I am 5 minutes late. At 14 he left.",
    );
    check(Age, "A [7-month-old] baby and a woman in her late [40s] came; he is in the 50s club.");
    check(Age, "It was at 10 Downing Street at 14:30. He is 6 feet tall and was 2 metres away.");
}

#[test]
fn thousands_may_be_parted_by_spaces() {
    check(Money, "Bail was [N$2 000], and the fine [R1,500]; [N$1 200 000] is missing.");
}

#[test]
fn ages_need_not_have_both_hyphens() {
    check(Age, "A [10 year-old] girl met a [12 year old] boy.");
}

#[test]
fn letters_of_a_currency_may_have_a_decimal_after_them() {
    check(
        Money,
        "Not [RM7.8 million] but [RM7,856,920], [R5 million] or [RM500]. The R5 road has 8 million cars.",
    );
}

#[test]
fn holidays_and_centuries() {
    check(
        Date,
        "It burned on [New Year's Eve] and on [Christmas Day], as in the [19th century] and the [twentieth Century].",
    );
    check(Date, "She sang in the [1960s] and [70s]. They met at [Christmas], not on Christmas Island.");
    check(Date, "TODAY BARTON – The mayor left.");
}

#[test]
fn years_before_names() {
    check(Date, "It grew compared to [2020], and was sent to 2020 people.");
    check(Money, "At COP 27 they gave [COP 5,000] to all.");
    check(Date, "In the [2016] Ohio primary he beat [2012] Democratic nominees, and sold 2000 Ford cars.");
}

#[test]
fn ages_of_groups() {
    check(
        Age,
        "Voters [45 or older], those [aged 18-39] and those [ages 40 to 64] came, and people under [30].",
    );
    check(Age, "It rose over 30 percent, or 45 or more points.");
}

#[test]
fn one_day_is_no_length_of_time() {
    check(Duration, "I hope that one day he comes. It took [one day], and in [one day] it was over.");
}

#[test]
fn a_length_of_time_may_be_between_two_numbers() {
    check(Duration, "It took [six to seven minutes], not [5 or 6 hours].");
}

#[test]
fn ages_told_in_passing() {
    check(Age, "It is for children between the [ages of eight and 14]. When I was about [18] or so, I left.");
    check(Age, "A juvenile, [16], of Barton, was held. I was 5 minutes late, and about 20 people left.");
}

#[test]
fn years_after_their_word() {
    check(Date, "The school goes back to [1962] during the war. In the school year [2020] it closed.");
    check(Money, "It fell [1 cent] to [$2.20].");
}
