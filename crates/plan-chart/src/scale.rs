//! Scales: which range of values an axis shows, where a value lies on it, and which values its ticks stand for.

/// How the values of a panel are spread over its width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spread {
    /// Evenly, from zero.
    #[default]
    Linear,
    /// By powers of ten where all values are above zero and the largest is at least fifty times the smallest; else evenly.
    ByPowers,
    /// Evenly, from zero, for things that are counted: ticks stand for whole numbers.
    Whole,
}

/// From this ratio of the largest to the smallest value on, an even scale would crowd the small ones at zero.
const WIDE: f64 = 50.0;

/// Values further from zero than this are told in words: their differences would be lost in pixels.
const FURTHEST: f64 = 1e15;

/// Whether a value can stand on an axis.
pub(crate) fn is_drawable(value: f64) -> bool {
    value.is_finite() && value.abs() <= FURTHEST
}

/// A range of values that begins and ends at a tick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Scale {
    Linear {
        from: f64,
        to: f64,
        /// Between two ticks: 1, 2 or 5 times a power of ten.
        step: f64,
    },
    /// Between two powers of ten, given by their exponents.
    Powers { from: i32, to: i32 },
}

impl Scale {
    /// A scale for drawable `values`.
    pub(crate) fn fitting(spread: Spread, values: &[f64], ticks: u32) -> Self {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if spread == Spread::ByPowers && low > 0.0 && high / low >= WIDE {
            Self::powers(low, high)
        } else {
            Self::with_zero(values, ticks, if spread == Spread::Whole { 1.0 } else { 0.0 })
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "exponents of a double are small")]
    fn powers(low: f64, high: f64) -> Self {
        let from = (low.log10() + 1e-9).floor() as i32;
        let to = (high.log10() - 1e-9).ceil() as i32;
        Self::Powers { from, to: to.max(from + 1) }
    }

    /// The range that holds zero and all of `values`, with about `ticks` steps of at least `finest`.
    #[expect(clippy::cast_possible_truncation, reason = "exponents of a double are small")]
    fn with_zero(values: &[f64], ticks: u32, finest: f64) -> Self {
        let (low, high) =
            values.iter().fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(*value), high.max(*value)));
        let span = if high - low > f64::MIN_POSITIVE * 1e6 { high - low } else { 1.0 };
        let high = if high > low { high } else { low + span };
        let rough = span / f64::from(ticks.max(1));
        let power = 10_f64.powi(rough.log10().floor() as i32);
        let step = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .map(|factor| factor * power)
            .find(|step| *step >= rough * 0.999)
            .unwrap_or(10.0 * power)
            .max(finest);
        Self::Linear { from: (low / step).floor() * step, to: (high / step).ceil() * step, step }
    }

    /// Where `value` lies between the ends, from 0 to 1.
    pub(crate) fn share(self, value: f64) -> f64 {
        match self {
            Self::Linear { from, to, .. } => (value - from) / (to - from),
            Self::Powers { from, to } => (value.log10() - f64::from(from)) / f64::from(to - from),
        }
    }

    /// Where bars begin: at zero, or at the left end of an axis that has none.
    pub(crate) fn origin(self) -> f64 {
        match self {
            Self::Linear { .. } => self.share(0.0),
            Self::Powers { .. } => 0.0,
        }
    }

    /// The values of the ticks, from left to right; every one that `stride` leads to from zero (or from the left end).
    #[expect(clippy::cast_possible_truncation, reason = "an axis has few steps")]
    pub(crate) fn ticks(self, stride: i32) -> Vec<f64> {
        match self {
            Self::Linear { from, to, step } => {
                let first = (from / step).round() as i32;
                let last = (to / step).round() as i32;
                (first..=last)
                    .filter(|index| index % stride == 0)
                    .map(|index| f64::from(index) * step)
                    .collect()
            }
            Self::Powers { from, to } => (from..=to)
                .filter(|exponent| (exponent - from) % stride == 0)
                .map(|exponent| 10_f64.powi(exponent))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(values: &[f64], ticks: u32) -> (f64, f64, f64) {
        match Scale::fitting(Spread::Linear, values, ticks) {
            Scale::Linear { from, to, step } => (from, to, step),
            Scale::Powers { .. } => (f64::NAN, f64::NAN, f64::NAN),
        }
    }

    #[test]
    fn ends_at_ticks_and_holds_zero() {
        assert_eq!(ends(&[3.0, 7.5, 8.9], 5), (0.0, 10.0, 2.0));
        assert_eq!(ends(&[98.6, 100.0], 5), (0.0, 100.0, 20.0));
        assert_eq!(ends(&[-1.9, 4.5], 4), (-2.0, 6.0, 2.0));
        assert_eq!(ends(&[-5.0, -1.0], 5), (-5.0, 0.0, 1.0));
    }

    #[test]
    fn is_never_empty() {
        for values in [&[][..], &[0.0], &[f64::MIN_POSITIVE]] {
            let (from, to, step) = ends(values, 5);
            assert!(from < to && step > 0.0, "{values:?}");
        }
    }

    #[test]
    fn counts_have_whole_ticks() {
        for (values, ticks) in [(&[1.0][..], [0.0, 1.0].to_vec()), (&[2.0, 1.0], [0.0, 1.0, 2.0].to_vec())] {
            assert_eq!(Scale::fitting(Spread::Whole, values, 6).ticks(1), ticks);
        }
    }

    #[test]
    fn powers_of_ten_where_values_are_far_apart_and_above_zero() {
        let scale = Scale::fitting(Spread::ByPowers, &[303e4, 492e8], 5);
        assert_eq!(scale, Scale::Powers { from: 6, to: 11 });
        assert_eq!(scale.ticks(2), [1e6, 1e8, 1e10]);
        assert!((scale.share(1e6)).abs() < 1e-9 && (scale.share(1e11) - 1.0).abs() < 1e-9);
        assert_eq!(
            Scale::fitting(Spread::ByPowers, &[1000.0, 100_000.0], 5),
            Scale::Powers { from: 3, to: 5 }
        );
        for values in [&[0.0, 1e9][..], &[-1.0, 1e9], &[1.0, 49.0], &[]] {
            let scale = Scale::fitting(Spread::ByPowers, values, 5);
            assert!(matches!(scale, Scale::Linear { .. }), "{values:?}");
        }
    }

    #[test]
    fn ticks_that_are_left_out_leave_zero() {
        let scale = Scale::fitting(Spread::Linear, &[-3.0, 5.0], 8);
        assert_eq!(scale.ticks(1), [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(scale.ticks(2), [-2.0, 0.0, 2.0, 4.0]);
    }
}
