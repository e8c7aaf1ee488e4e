//! Measuring: what the product does, beside what the machine could do with nothing but the bytes.
//!
//! A figure alone says little, since machines differ and move; so each run measures its own floors
//! and the ratio counts. Floats stand in this folder only: nothing here decides anything.

mod clear;
mod floors;
mod folder;
mod machine;

pub(crate) use clear::{Run, Work, clear};

/// A figure of several runs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figure {
    /// The one in the middle.
    pub(crate) median: f64,
    /// The least.
    pub(crate) least: f64,
    /// The most.
    pub(crate) most: f64,
}

impl Figure {
    /// Of these; zeros where there are none.
    pub(crate) fn of(values: impl Iterator<Item = f64>) -> Self {
        let mut sorted: Vec<f64> = values.collect();
        sorted.sort_by(f64::total_cmp);
        let at = |place: usize| sorted.get(place).copied().unwrap_or_default();
        let middle = sorted.len() / 2;
        let median = if sorted.len().is_multiple_of(2) && middle > 0 {
            f64::midpoint(at(middle - 1), at(middle))
        } else {
            at(middle)
        };
        Self {
            median,
            least: at(0),
            most: at(sorted.len().saturating_sub(1)),
        }
    }
}

/// The value below which that share of `sorted` lies.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = (sorted.len() as f64 * share).ceil() as usize;
    sorted
        .get(place.saturating_sub(1))
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_count_lies_between_the_two_in_the_middle() {
        let figure = Figure::of([4.0, 1.0, 3.0, 2.0].into_iter());
        assert_eq!((figure.least, figure.median, figure.most), (1.0, 2.5, 4.0));
        assert_eq!(Figure::of([3.0, 1.0, 2.0].into_iter()).median, 2.0);
        assert_eq!(Figure::of(std::iter::empty()).median, 0.0);
    }

    #[test]
    fn ninety_nine_of_a_hundred_lie_at_or_below_the_p99() {
        let hundred: Vec<f64> = (1..=100).map(f64::from).collect();
        assert_eq!(quantile(&hundred, 0.99), 99.0);
        assert_eq!(quantile(&hundred, 0.5), 50.0);
        assert_eq!(quantile(&[7.0], 0.99), 7.0);
        assert_eq!(quantile(&[], 0.5), 0.0);
    }
}
