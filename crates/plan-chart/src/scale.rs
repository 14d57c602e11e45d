//! Scales: which range of values an axis shows, where a value lies on it, and which values its ticks stand for.

/// How the values of a panel are spread over its width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spread {
    /// Evenly, from zero.
    #[default]
    Linear,
    /// Evenly, from zero, for things that are counted: ticks stand for whole numbers.
    Whole,
}

/// Values further from zero than this are told in words: their differences would be lost in pixels.
const FURTHEST: f64 = 1e15;

/// Whether a value can stand on an axis.
pub(crate) fn is_drawable(value: f64) -> bool {
    value.is_finite() && value.abs() <= FURTHEST
}

/// A range of values that begins and ends at a tick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scale {
    from: f64,
    to: f64,
    /// Between two ticks: 1, 2 or 5 times a power of ten.
    step: f64,
}

impl Scale {
    /// A scale for drawable `values`.
    pub(crate) fn fitting(spread: Spread, values: &[f64], ticks: u32) -> Self {
        Self::with_zero(values, ticks, if spread == Spread::Whole { 1.0 } else { 0.0 })
    }

    /// From one value to another, without ticks between.
    pub(crate) fn between(from: f64, to: f64) -> Self {
        let to = if to - from > f64::MIN_POSITIVE * 1e6 { to } else { from + 1.0 };
        Self { from, to, step: to - from }
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
        Self { from: (low / step).floor() * step, to: (high / step).ceil() * step, step }
    }

    /// Where `value` lies between the ends, from 0 to 1.
    pub(crate) fn share(self, value: f64) -> f64 {
        (value - self.from) / (self.to - self.from)
    }

    /// Where bars begin: at zero.
    pub(crate) fn origin(self) -> f64 {
        self.share(0.0)
    }

    /// The values of the ticks, from left to right; every one that `stride` leads to from zero.
    #[expect(clippy::cast_possible_truncation, reason = "an axis has few steps")]
    pub(crate) fn ticks(self, stride: i32) -> Vec<f64> {
        let Self { from, to, step } = self;
        let first = (from / step).round() as i32;
        let last = (to / step).round() as i32;
        (first..=last).filter(|index| index % stride == 0).map(|index| f64::from(index) * step).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(values: &[f64], ticks: u32) -> (f64, f64, f64) {
        let Scale { from, to, step } = Scale::fitting(Spread::Linear, values, ticks);
        (from, to, step)
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
    fn ticks_that_are_left_out_leave_zero() {
        let scale = Scale::fitting(Spread::Linear, &[-3.0, 5.0], 8);
        assert_eq!(scale.ticks(1), [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(scale.ticks(2), [-2.0, 0.0, 2.0, 4.0]);
    }
}
