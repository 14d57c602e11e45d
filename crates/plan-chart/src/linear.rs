//! A linear scale: which range of values an axis shows and where its ticks stand.

/// A range of values that begins and ends at a tick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Domain {
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// Between two ticks: 1, 2 or 5 times a power of ten.
    pub(crate) step: f64,
}

impl Domain {
    /// The range that holds zero and all of `values`, with about `ticks` steps.
    pub(crate) fn with_zero(values: impl IntoIterator<Item = f64>, ticks: u32) -> Self {
        let (low, high) = values
            .into_iter()
            .fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        let span = if high > low { high - low } else { 1.0 };
        let rough = span / f64::from(ticks.max(1));
        let power = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .map(|factor| factor * power)
            .find(|step| *step >= rough * 0.999)
            .unwrap_or(10.0 * power);
        let high = if high > low { high } else { low + span };
        Self { from: (low / step).floor() * step, to: (high / step).ceil() * step, step }
    }

    /// Where `value` lies between the ends, from 0 to 1.
    pub(crate) fn share(self, value: f64) -> f64 {
        (value - self.from) / (self.to - self.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn domain(values: &[f64], ticks: u32) -> (f64, f64, f64) {
        let Domain { from, to, step } = Domain::with_zero(values.iter().copied(), ticks);
        (from, to, step)
    }

    #[test]
    fn ends_at_ticks_and_holds_zero() {
        assert_eq!(domain(&[3.0, 7.5, 8.9], 5), (0.0, 10.0, 2.0));
        assert_eq!(domain(&[98.6, 100.0], 5), (0.0, 100.0, 20.0));
        assert_eq!(domain(&[-1.9, 4.5], 4), (-2.0, 6.0, 2.0));
        assert_eq!(domain(&[-5.0, -1.0], 5), (-5.0, 0.0, 1.0));
    }

    #[test]
    fn is_never_empty() {
        let (from, to, _) = domain(&[], 5);
        assert!(from < to);
        let (from, to, _) = domain(&[0.0], 5);
        assert!(from < to);
    }
}
