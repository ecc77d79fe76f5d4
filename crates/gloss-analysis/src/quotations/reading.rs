//! The cheapest way to read all marks of a paragraph together.

use super::mark::{ABSURD, Family, Mark};

/// Cost of a quotation that nothing closes, and of one whose next paragraph opens again as it should.
const UNCLOSED: u8 = 8;
const CONTINUED: u8 = 1;
/// Cost of a quotation that nothing closes before one that is run together with it.
const RUN_ON: u8 = 2;
/// Cost of a double mark closed by a single one or the reverse.
const MISMATCHED: u8 = 7;

/// What a mark is in one reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    Neither,
    Open,
    Close,
    /// Opens anew, where the one before was never closed.
    Reopen,
}

/// The open marks, outermost first, two bits over: a number in base 5 of at most [`DEPTH`] digits.
type Stack = u8;
const DEPTH: usize = 3;

fn top(stack: Stack) -> Stack {
    stack % 5
}

fn depth(stack: Stack) -> usize {
    [stack > 0, stack >= 5, stack >= 25].into_iter().filter(|deep| *deep).count()
}

/// One way to have read the marks so far.
#[derive(Clone, Copy)]
struct Path {
    stack: Stack,
    /// Index of the path that it goes on from.
    from: u8,
    reading: Reading,
}

/// The cheapest reading of all marks of a paragraph. `next` is the mark that the next paragraph begins with.
pub(super) fn read(marks: &[Mark], next: Option<Family>) -> Vec<Reading> {
    let mut costs = vec![(0_u8, 0_u32)];
    let mut layers: Vec<Path> = Vec::with_capacity(marks.len() * 2);
    let mut bounds = vec![0];
    for mark in marks {
        let mut layer: Vec<(Path, u32)> = Vec::new();
        for (from, &(stack, cost)) in costs.iter().enumerate() {
            let mut step = |stack: Stack, reading: Reading, more: u8| {
                let path = Path { stack, from: from as u8, reading };
                let cost = cost + u32::from(more);
                match layer.iter_mut().find(|(other, _)| other.stack == stack) {
                    Some(known) if known.1 <= cost => {}
                    Some(known) => *known = (path, cost),
                    None => layer.push((path, cost)),
                }
            };
            let family = mark.family as u8;
            let inside_own = top(stack) == family;
            step(stack, Reading::Neither, mark.neither + u8::from(inside_own && mark.neither < ABSURD));
            if inside_own {
                step(stack / 5, Reading::Close, mark.close);
                step(stack, Reading::Reopen, mark.open + if mark.run_on { RUN_ON } else { UNCLOSED });
                if mark.nests < ABSURD && depth(stack) < DEPTH {
                    step(stack * 5 + family, Reading::Open, mark.open + mark.nests);
                }
            } else {
                if top(stack) == Family::Low as u8 {
                    step(stack / 5, Reading::Close, mark.close.min(mark.open));
                } else if stack > 0 && top(stack) + family == 3 {
                    step(stack / 5, Reading::Close, mark.close + MISMATCHED);
                }
                if depth(stack) < DEPTH {
                    step(stack * 5 + family, Reading::Open, mark.open);
                }
            }
        }
        costs = layer.iter().map(|(path, cost)| (path.stack, *cost)).collect();
        layers.extend(layer.into_iter().map(|(path, _)| path));
        bounds.push(layers.len());
    }
    let total = |&(stack, cost): &(Stack, u32)| {
        let continued = next.is_some_and(|next| stack > 0 && outermost(stack) == next as u8);
        let open = depth(stack) as u32 * u32::from(UNCLOSED);
        cost + if continued { open + u32::from(CONTINUED) - u32::from(UNCLOSED) } else { open }
    };
    let best = costs.iter().enumerate().min_by_key(|(_, path)| total(path)).map_or(0, |(at, _)| at);
    let mut readings = Vec::with_capacity(marks.len());
    let mut at = best;
    for &start in bounds.iter().take(marks.len()).rev() {
        let Some(path) = layers.get(start + at) else { break };
        readings.push(path.reading);
        at = usize::from(path.from);
    }
    readings.reverse();
    readings
}

fn outermost(mut stack: Stack) -> Stack {
    while stack >= 5 {
        stack /= 5;
    }
    stack
}
