use std::cmp::Ordering;

/// Sorts by a comparison; equal items keep their order.
///
/// The standard library's sort is compiled once for each kind of items and comparison, 4 kB of the page's program each
/// time. Here a few lines sort indices, whatever they are indices of, and are compiled once.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    permute(items, order);
}

/// Sorts by a key, which is asked for once an item; items of equal keys keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let order = order(items.len(), &|a, b| keys[a].cmp(&keys[b]));
    permute(items, order);
}

/// The indices below `count` in the order of what they stand for: runs that are in order are merged into longer ones.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut run = 1;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for both in order.chunks(2 * run) {
            let (mut first, mut second) = both.split_at(run.min(both.len()));
            while let ([a, after_a @ ..], [b, after_b @ ..]) = (first, second) {
                if compare(*a, *b) == Ordering::Greater {
                    merged.push(*b);
                    second = after_b;
                } else {
                    merged.push(*a);
                    first = after_a;
                }
            }
            merged.extend(first.iter().chain(second));
        }
        order = merged;
        run *= 2;
    }
    order
}

/// Puts at each place the item whose index is at that place in `order`.
fn permute<T>(items: &mut [T], mut order: Vec<usize>) {
    for at in 0..items.len() {
        let mut from = order[at];
        // What was in an earlier place has made room for another item there, and is where that one came from.
        while from < at {
            from = order[from];
        }
        order[at] = from;
        items.swap(at, from);
    }
}

#[cfg(test)]
mod tests {
    use super::{sort_by, sort_by_key};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items in prop::collection::vec((0_u8..8, any::<u8>()), 0..200)) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            let (mut by_key, mut compared) = (items.clone(), items);
            sort_by_key(&mut by_key, |item| item.0);
            sort_by(&mut compared, |a, b| a.0.cmp(&b.0));
            prop_assert_eq!(&by_key, &expected);
            prop_assert_eq!(&compared, &expected);
        }
    }
}
