//! Products of vectors and matrices in whole numbers of 16 bits: the same on every machine, and for a processor less
//! than half the work of the same in floating point.

use super::network::{Vector, WIDTH};
use dot::{Packed, dot, pack};

/// Values up to the largest one of a vector, and of a matrix: together they fill 31 bits and a sign.
const VECTOR_STEPS: f32 = 32_767.0;
const MATRIX_STEPS: f32 = 1_023.0;
const _: () = assert!(VECTOR_STEPS as i64 * MATRIX_STEPS as i64 * WIDTH as i64 <= i32::MAX as i64);

/// A vector in whole numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole {
    values: Packed,
    /// The value of one step.
    factor: f32,
}

impl Whole {
    /// The nearest to `vector` that are no larger.
    pub(super) fn of(vector: &Vector) -> Self {
        let largest = largest(vector);
        let steps = if largest > 0.0 { VECTOR_STEPS / largest } else { 0.0 };
        // By way of 32 bits, as four at a time are made so.
        let values = vector.map(|value| (value * steps) as i32 as i16);
        Self { values: pack(&values), factor: largest / VECTOR_STEPS }
    }
}

/// The largest absolute value. Four at a time are compared, and without `f32::max`, which is a call in wasm.
fn largest(vector: &Vector) -> f32 {
    let larger = |a: f32, b: f32| if b > a { b } else { a };
    let mut largest = [0.0; 4];
    for values in vector.as_chunks::<4>().0 {
        for (largest, value) in largest.iter_mut().zip(values) {
            *largest = larger(*largest, value.abs());
        }
    }
    largest.into_iter().fold(0.0, larger)
}

/// A matrix in whole numbers, a row for each of its `N` sums.
#[derive(Clone, Debug)]
pub(super) struct WholeMatrix<const N: usize> {
    rows: [Packed; N],
    /// The value of one step.
    factor: f32,
}

impl<const N: usize> WholeMatrix<N> {
    /// The nearest to `matrix`, which has a row for each input.
    pub(super) fn of(matrix: &[[f32; N]; WIDTH]) -> Self {
        let largest = matrix.as_flattened().iter().fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
        let factor = largest.max(1e-30) / MATRIX_STEPS;
        let rows = std::array::from_fn(|sum| {
            pack(&std::array::from_fn(|input| (matrix[input][sum] / factor).round() as i16))
        });
        Self { rows, factor }
    }
}

/// Adds `input` times `matrix` to `sums`.
///
/// A browser compiles hot functions anew one by one, and a small one is done soon.
#[inline(never)]
pub(super) fn add_product<const N: usize>(sums: &mut [f32; N], input: &Whole, matrix: &WholeMatrix<N>) {
    let factor = input.factor * matrix.factor;
    for (sum, row) in sums.iter_mut().zip(&matrix.rows) {
        *sum += dot(&input.values, row) as f32 * factor;
    }
}

/// The sum of products, in the words that the compiler knows the instructions for.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod dot {
    use super::WIDTH;

    pub(super) type Packed = [i16; WIDTH];

    pub(super) const fn pack(values: &[i16; WIDTH]) -> Packed {
        *values
    }

    pub(super) fn dot(a: &Packed, b: &Packed) -> i32 {
        a.iter().zip(b).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum()
    }
}

/// The same for wasm, where it has to be told.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod dot {
    use super::WIDTH;
    use std::arch::wasm32::{
        i16x8, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane, i32x4_shuffle, u32x4_splat, v128,
    };

    pub(super) type Packed = [v128; WIDTH / 8];

    pub(super) fn pack(values: &[i16; WIDTH]) -> Packed {
        let mut packed = [u32x4_splat(0); WIDTH / 8];
        for (packed, [a, b, c, d, e, f, g, h]) in packed.iter_mut().zip(values.as_chunks().0) {
            *packed = i16x8(*a, *b, *c, *d, *e, *f, *g, *h);
        }
        packed
    }

    pub(super) fn dot(a: &Packed, b: &Packed) -> i32 {
        let sums =
            a.iter().zip(b).fold(u32x4_splat(0), |sums, (a, b)| i32x4_add(sums, i32x4_dot_i16x8(*a, *b)));
        let sums = i32x4_add(sums, i32x4_shuffle::<2, 3, 0, 1>(sums, sums));
        i32x4_extract_lane::<0>(sums) + i32x4_extract_lane::<1>(sums)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::network;
    use proptest::prelude::*;

    /// A matrix of `size`, different everywhere.
    fn matrix<const COLUMNS: usize>(size: f32) -> [[f32; COLUMNS]; WIDTH] {
        std::array::from_fn(|row| {
            std::array::from_fn(|column| ((row * 31 + column * 17) % 64) as f32 / 64.0 * size - size / 3.0)
        })
    }

    proptest! {
        #[test]
        fn products_are_those_of_floating_point(
            values in prop::collection::vec(-1.0_f32..1.0, WIDTH), size in 1e-6_f32..1e6, weights in 1e-6_f32..1e3,
        ) {
            let vector: Vector = std::array::from_fn(|at| values[at] * size);
            let (mut exact, mut whole) = ([1.0; 13], [1.0; 13]);
            network::add_product(&mut exact, &vector, &matrix(weights));
            add_product(&mut whole, &Whole::of(&vector), &WholeMatrix::of(&matrix(weights)));
            for (exact, whole) in exact.iter().zip(whole) {
                prop_assert!((exact - whole).abs() <= 0.02 * size * weights, "{exact} {whole}");
            }
        }
    }

    #[test]
    fn the_largest_values_are_not_too_large() {
        let (mut sums, all) = ([0.0; WIDTH], [[-1.0; WIDTH]; WIDTH]);
        add_product(&mut sums, &Whole::of(&[3.0; WIDTH]), &WholeMatrix::of(&all));
        assert!(sums.iter().all(|sum| (sum + 192.0).abs() < 0.1), "{sums:?}");
    }

    #[test]
    fn nothing_times_anything_is_nothing() {
        let mut sums = [0.0; WIDTH];
        add_product(&mut sums, &Whole::of(&[0.0; WIDTH]), &WholeMatrix::of(&matrix::<WIDTH>(1.0)));
        add_product(&mut sums, &Whole::of(&[1.0; WIDTH]), &WholeMatrix::of(&[[0.0; WIDTH]; WIDTH]));
        assert!(sums.iter().all(|sum| *sum == 0.0), "{sums:?}");
    }
}
