//! Words before a person's name that are no part of it.

use super::word_lists;

word_lists! {
    /// Forms of address and honours: a capitalised word after one of them is a person's name.
    ADDRESS = "
        Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Baroness Baron Rev Reverend Fr Hon Rt
        Sen Rep Gov Cllr Madam Madame Shri Smt Mme Datuk Dato Datin Tun Engr Barr Alhaji Hajia Mallam Cde Ustaz
    ";

    /// Ranks, of police forces above all; several may follow each other ("Detective Chief Inspector").
    RANKS = "
        Sgt Sergeant PC Pc WPC PCSO DC DS DI DCI DSU DCS Det Detective Insp Inspector Supt
        Superintendent Constable Con Commander Commissioner Chief Deputy Assistant Acting Temporary
        Cdr Gen General Col Colonel Lt Lieutenant Capt Captain Maj Major Cpl Corporal Pte Private
        Adm Admiral Brig Brigadier Judge Justice Recorder Coroner Honour Honor Councilman Councilwoman Congressman Congresswoman
        Cmdr Advocate Barrister
    ";

    /// Titles that are also plain words or names, so that they make no person of what follows.
    WEAK = "
        Chief Deputy Assistant Acting Temporary General Major Private Captain Con Commander
        Commissioner Constable Justice Judge Recorder Coroner Detective DC DS DI Gen Hon Lady Lord
        Miss Baron Admiral Det Inspector Superintendent Honour Honor Rt Advocate
        Barrister
    ";

    /// Trades and roles before the full name of a person, with a capital at the beginning of a sentence: "Stockman Simon
    /// Hamm". Those that are given names, too, such as "Mason", are left out.
    TRADES = "
        stockman fireman policeman policewoman postman businessman businesswoman salesman fisherman cameraman
        craftsman frontman boatman milkman handyman foreman huntsman nobleman statesman sportsman clergyman
        goalkeeper striker midfielder defender winger batsman bowler jockey trainer driver cyclist runner boxer
        golfer skipper quarterback pitcher wrestler swimmer farmer builder plumber electrician carpenter welder
        butcher grocer barber hairdresser waiter waitress barista chef cook teacher headteacher lecturer student
        pupil schoolboy schoolgirl teenager pensioner nurse doctor surgeon midwife paramedic dentist pharmacist
        vet scientist physicist chemist biologist economist historian psychologist analyst researcher engineer
        architect designer developer programmer entrepreneur billionaire millionaire investor banker trader
        accountant actor actress singer songwriter rapper musician guitarist drummer pianist composer conductor
        dancer comedian presenter broadcaster journalist reporter columnist blogger author novelist writer poet
        playwright artist painter sculptor photographer filmmaker producer model activist convener convenor campaigner protester
        volunteer resident neighbour neighbor motorist pedestrian passenger victim witness defendant gunman
        prisoner inmate soldier sailor pilot astronaut veteran detective constable prosecutor attorney barrister
        solicitor lawyer magistrate lawmaker legislator backbencher councillor candidate pollster lobbyist
        strategist adviser advisor aide spokesman spokeswoman spokesperson chairman chairwoman chairperson
        librarian curator landlord tenant shopkeeper mum dad mother father grandmother grandfather
        widow widower legend superstar newcomer rookie veteran emperor prophet
    ";

    /// Words after a form of address that are offices, not names: "Mr Justice Swift", "Mr Speaker".
    TITLED_OFFICES = "
        Justice Speaker President Chairman Chancellor Mayor Prime Secretary Minister Advocate Chief
        Commissioner Chair Chairwoman Chairperson Ambassador Governor Senator Clerk
    ";
}

/// Titles that one name may have before it: "Deputy Assistant Commissioner Dame Lady".
pub(crate) const MOST: usize = 6;

/// Whether `word` may come before a person's name.
pub(crate) fn is_title(word: &str) -> bool {
    is_address(word) || RANKS.contains(word)
}

/// Whether `word` is a form of address or an honour.
pub(crate) fn is_address(word: &str) -> bool {
    ADDRESS.contains(word)
}

/// Whether a capitalised word after `word` is a person's name.
pub(crate) fn makes_person(word: &str) -> bool {
    is_title(word) && !WEAK.contains(word)
}

/// The honours that come before a first name alone: "Sir Mark".
pub(crate) fn takes_first_name(word: &str) -> bool {
    matches!(word, "Sir" | "Dame")
}

/// One spelling for each title, by which two are compared.
pub(crate) fn spelt_out(title: &str) -> &str {
    match title {
        "Sgt" => "Sergeant",
        "PC" | "Pc" | "WPC" | "Con" => "Constable",
        "Insp" => "Inspector",
        "Supt" => "Superintendent",
        "Det" => "Detective",
        "Prof" => "Professor",
        "Gen" => "General",
        "Col" => "Colonel",
        "Lt" => "Lieutenant",
        "Capt" => "Captain",
        "Maj" => "Major",
        "Cpl" => "Corporal",
        "Pte" => "Private",
        "Adm" => "Admiral",
        "Brig" => "Brigadier",
        "Cdr" => "Commander",
        "Rev" => "Reverend",
        other => other,
    }
}
