/// Where notes stand in the margin: from the top of each, in the order of the text, `(where its passage begins, its
/// height)` to where it is to stand, in the unit of these, at least `gap` apart and never overlapping.
///
/// Each stands level with its passage as far as there is room, and otherwise below the one before it. The note
/// `fixed`, if any, is level with its passage in any case; those before it make way upwards, as far as to 0.
pub fn beside(notes: &[(f64, f64)], gap: f64, fixed: Option<usize>) -> Vec<f64> {
    let mut places: Vec<f64> = Vec::with_capacity(notes.len());
    let mut free = 0.0_f64;
    for (at, &(wanted, height)) in notes.iter().enumerate() {
        let place = if fixed == Some(at) { wanted.max(0.0) } else { wanted.max(free) };
        places.push(place);
        free = place + height + gap;
    }
    let Some(fixed) = fixed.filter(|fixed| *fixed < notes.len()) else { return places };
    let mut limit = places.get(fixed).copied().unwrap_or_default();
    for (place, (_, height)) in places.iter_mut().zip(notes).take(fixed).rev() {
        *place = place.min(limit - gap - height);
        limit = *place;
    }
    // Where there is no room above, all of them begin at the top, and push the fixed one down after all.
    if places.first().is_some_and(|first| *first < 0.0) {
        let mut free = 0.0_f64;
        for (place, (_, height)) in places.iter_mut().zip(notes) {
            *place = place.max(free);
            free = *place + height + gap;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn notes_stand_level_with_their_passages_where_there_is_room() {
        assert_eq!(beside(&[(10.0, 20.0), (100.0, 20.0)], 5.0, None), [10.0, 100.0]);
        assert_eq!(beside(&[(10.0, 20.0), (15.0, 20.0), (16.0, 20.0)], 5.0, None), [10.0, 35.0, 60.0]);
    }

    #[test]
    fn the_fixed_one_stays_and_those_before_it_make_way() {
        assert_eq!(beside(&[(90.0, 20.0), (100.0, 20.0), (101.0, 20.0)], 5.0, Some(1)), [75.0, 100.0, 125.0]);
        assert_eq!(beside(&[(5.0, 20.0), (10.0, 20.0)], 5.0, Some(1)), [0.0, 25.0]);
    }

    proptest! {
        #[test]
        fn notes_never_overlap_nor_leave_the_page(
            notes in prop::collection::vec((0.0_f64..1000.0, 10.0_f64..200.0), 1..30), fixed in 0_usize..40,
        ) {
            let mut notes = notes;
            notes.sort_by(|a, b| a.0.total_cmp(&b.0));
            let places = beside(&notes, 8.0, Some(fixed));
            prop_assert!(places.iter().all(|place| *place >= 0.0));
            for ((place, (_, height)), next) in places.iter().zip(&notes).zip(&places[1..]) {
                prop_assert!(place + height + 7.99 <= *next, "{places:?}");
            }
        }
    }
}
