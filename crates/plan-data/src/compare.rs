//! Plan against actual, and only where both are numbers of the same measure; otherwise the reason why not.

use crate::{Cell, Decimal, Indicator, Measure, Value};

/// What the plan asks for beyond the result, or why that cannot be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Two rates: plan − actual in percentage points.
    Points(Decimal),
    /// Two amounts: plan − actual in the indicator's unit.
    Amount {
        /// Plan − actual.
        difference: Decimal,
        /// The difference as a share of the actual, in percent to one digit; `None` where the actual is zero.
        percent: Option<Decimal>,
    },
    /// At least one side is no number.
    NotComparable(Reason),
}

/// Why two values cannot be compared: what stands where a number would be needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The result is no number (the plan may or may not be one).
    Actual(Value),
    /// The result is a number, the plan is none.
    Plan(Value),
}

/// Compares an indicator's plan with its actual.
pub fn compare(indicator: &Indicator) -> Comparison {
    let number = |cell: &Cell| cell.number().ok_or(cell.value());
    let actual = match number(&indicator.actual) {
        Ok(actual) => actual,
        Err(value) => return Comparison::NotComparable(Reason::Actual(value)),
    };
    let plan = match number(&indicator.plan) {
        Ok(plan) => plan,
        Err(value) => return Comparison::NotComparable(Reason::Plan(value)),
    };
    let difference = plan - actual;
    match indicator.measure() {
        Measure::Rate => Comparison::Points(difference),
        Measure::Amount => Comparison::Amount { difference, percent: difference.percent_of(actual) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Bilingual, Direction, Heading, Kind};

    fn indicator(unit: &str, actual: &str, plan: &str) -> Indicator {
        let words = || Bilingual { zh: String::new(), en: String::new() };
        Indicator {
            id: "x".into(),
            category: Heading { number: "一".into(), name: words() },
            group: None,
            number: Some(1),
            name: words(),
            kind: Kind::Level,
            unit: Bilingual { zh: unit.into(), en: unit.into() },
            actual: actual.parse().unwrap(),
            plan: plan.parse().unwrap(),
            direction: Direction::Higher,
            about: words(),
            note: None,
            pinyin: Vec::new(),
        }
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn rates_differ_by_percentage_points() {
        assert_eq!(compare(&indicator("%", "8.9", "7")), Comparison::Points(decimal("-1.9")));
        assert_eq!(compare(&indicator("%", "100", "100")), Comparison::Points(decimal("0")));
    }

    #[test]
    fn amounts_differ_by_amount_and_percent() {
        assert_eq!(
            compare(&indicator("亩", "600", "1650")),
            Comparison::Amount { difference: decimal("1050"), percent: Some(decimal("175")) }
        );
        assert_eq!(
            compare(&indicator("套", "0", "5")),
            Comparison::Amount { difference: decimal("5"), percent: None }
        );
    }

    #[test]
    fn what_is_no_number_is_not_compared() {
        for (actual, plan, reason) in [
            ("5.1", "—", Reason::Plan(Value::NotSet)),
            ("1.5", "稳步增长", Reason::Plan(Value::SteadyGrowth)),
            ("251", "完成市定目标", Reason::Plan(Value::AssignedByCity)),
            ("完成市定目标", "完成市定目标", Reason::Actual(Value::AssignedByCity)),
            ("—", "3", Reason::Actual(Value::NotSet)),
        ] {
            assert_eq!(compare(&indicator("%", actual, plan)), Comparison::NotComparable(reason));
        }
    }
}
