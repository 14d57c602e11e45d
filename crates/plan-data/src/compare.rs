//! Plan against actual, and only where both are numbers of the same measure; otherwise the reason why not.

use std::cmp::Ordering;

use crate::{Amount, Bound, Cell, Decimal, Indicator, Measure, Value};

/// What the plan asks for beyond the result, or why that cannot be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Two rates: they differ by percentage points.
    Points(Difference),
    /// Two amounts: they differ in the indicator's unit.
    Amount(Difference),
    /// At least one side is no number, or not one that can be subtracted.
    NotComparable(Reason),
}

/// How a plan differs from a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Plan − actual; of a range from its lower end.
    pub by: Decimal,
    /// Of a range, from its upper end.
    pub to: Option<Decimal>,
    /// What is known of the difference.
    pub bound: Bound,
    /// The difference as a share of the actual, in percent to one digit; `None` for ranges, and where the actual is not
    /// above zero.
    pub percent: Option<Decimal>,
}

/// Where a plan stands to a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It asks for more.
    Above,
    /// It asks for the same.
    Same,
    /// It asks for less.
    Below,
    /// It is a bound, or a range, that the result keeps already: neither more nor less is asked for.
    Met,
}

impl Stand {
    /// Every stand with its word in links.
    pub const ALL: [(&'static str, Self); 4] =
        [("above", Self::Above), ("same", Self::Same), ("below", Self::Below), ("met", Self::Met)];
}

impl Difference {
    /// Where the plan stands to the result.
    pub fn stand(self) -> Stand {
        let sign = self.by.cmp(&Decimal::ZERO);
        match (self.bound, sign) {
            (Bound::Exactly | Bound::About, Ordering::Equal) => Stand::Same,
            (Bound::Exactly | Bound::About | Bound::AtLeast | Bound::Between, Ordering::Greater) => {
                Stand::Above
            }
            (Bound::Exactly | Bound::About | Bound::AtMost, Ordering::Less) => Stand::Below,
            (Bound::Between, _) if self.to.is_some_and(|to| to < Decimal::ZERO) => Stand::Below,
            _ => Stand::Met,
        }
    }
}

impl Comparison {
    /// The difference, where there is one.
    pub fn difference(self) -> Option<Difference> {
        match self {
            Self::Points(difference) | Self::Amount(difference) => Some(difference),
            Self::NotComparable(_) => None,
        }
    }
}

/// Why two values cannot be compared: what stands where a number would be needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The result is no number that can be subtracted (the plan may or may not be one).
    Actual(Value),
    /// The result is, the plan is not.
    Plan(Value),
}

/// Compares an indicator's plan with its actual.
pub fn compare(indicator: &Indicator) -> Comparison {
    let amount = |cell: &Cell| cell.amount().ok_or(cell.value());
    let actual = match amount(&indicator.actual) {
        Ok(actual) => actual,
        Err(value) => return Comparison::NotComparable(Reason::Actual(value)),
    };
    let plan = match amount(&indicator.plan) {
        Ok(plan) => plan,
        Err(value) => return Comparison::NotComparable(Reason::Plan(value)),
    };
    let Some(difference) = difference(actual, plan) else {
        return Comparison::NotComparable(Reason::Actual(indicator.actual.value()));
    };
    match indicator.measure() {
        Measure::Rate => Comparison::Points(Difference { percent: None, ..difference }),
        Measure::Amount => Comparison::Amount(difference),
        Measure::Scale => Comparison::Amount(Difference { percent: None, ..difference }),
    }
}

/// Plan − actual of two amounts in one unit; `None` where the actual is not known well enough to be subtracted: from a bound
/// or a range nothing follows, and from about so much only about so much.
pub fn difference(actual: Amount, plan: Amount) -> Option<Difference> {
    let bound = match (actual.bound(), plan.bound()) {
        (Bound::Exactly, bound) => bound,
        (Bound::About, Bound::Exactly | Bound::About) => Bound::About,
        _ => return None,
    };
    let by = plan.value - actual.value;
    let base = Some(actual.value).filter(|base| *base > Decimal::ZERO && plan.upper.is_none());
    Some(Difference {
        by,
        to: plan.upper.map(|upper| upper - actual.value),
        bound,
        percent: base.and_then(|base| by.percent_of(base)),
    })
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
            number: Some("1".to_owned()),
            depth: 0,
            further: Vec::new(),
            name: words(),
            kind: Kind::Level,
            unit: Bilingual { zh: unit.into(), en: unit.into() },
            actual: actual.parse().unwrap(),
            plan: plan.parse().unwrap(),
            direction: Direction::Higher,
            about: words(),
            note: None,
            pinyin: Vec::new(),
            is_inferred: false,
        }
    }

    fn exactly(by: &str, percent: Option<&str>) -> Difference {
        let decimal = |text: &str| text.parse().unwrap();
        Difference { by: decimal(by), to: None, bound: Bound::Exactly, percent: percent.map(decimal) }
    }

    #[test]
    fn rates_differ_by_percentage_points() {
        assert_eq!(compare(&indicator("%", "8.9", "7")), Comparison::Points(exactly("-1.9", None)));
        assert_eq!(compare(&indicator("%", "100", "100")), Comparison::Points(exactly("0", None)));
    }

    #[test]
    fn amounts_differ_by_amount_and_percent() {
        for (actual, plan, by, percent) in [
            ("600", "1650", "1050", Some("175")),
            ("0", "5", "5", None),
            // A negative base has no percentage.
            ("-1.255", "0.001", "1.256", None),
        ] {
            let compared = compare(&indicator("亩", actual, plan));
            assert_eq!(compared, Comparison::Amount(exactly(by, percent)), "{actual} → {plan}");
        }
    }

    #[test]
    fn of_a_scale_no_percent_is_told() {
        for unit in ["‰", "个百分点", "百分点"] {
            let compared = compare(&indicator(unit, "5.88", "5.5"));
            assert_eq!(compared, Comparison::Amount(exactly("-0.38", None)), "{unit}");
        }
        let mut index = indicator("", "100.9", "103");
        assert_eq!(compare(&index), Comparison::Amount(exactly("2.1", Some("2.1"))), "a ratio, say");
        index.name.zh = "居民消费价格指数（上年＝100）".to_owned();
        assert_eq!(compare(&index), Comparison::Amount(exactly("2.1", None)));
    }

    /// Every pair of shapes: what is known of the difference, and where the plan stands.
    #[test]
    fn each_pair_of_shapes_says_no_more_than_is_known() {
        use Bound::{About, AtLeast, AtMost, Between, Exactly};
        use Stand::{Above, Below, Met, Same};
        for (actual, plan, expected) in [
            ("100", "110", Some((Exactly, Above))),
            ("100", "100", Some((Exactly, Same))),
            ("100", "90", Some((Exactly, Below))),
            ("100", "约110", Some((About, Above))),
            ("100", "100左右", Some((About, Same))),
            ("100", "90左右", Some((About, Below))),
            ("234.5", "不低于230", Some((AtLeast, Met))),
            ("230", "230以上", Some((AtLeast, Met))),
            ("100", "110以上", Some((AtLeast, Above))),
            ("3.5", "3以内", Some((AtMost, Below))),
            ("2.5", "≤3", Some((AtMost, Met))),
            ("3", "控制在3", Some((AtMost, Met))),
            ("3", "7~7.5", Some((Between, Above))),
            ("7.2", "7~7.5", Some((Between, Met))),
            ("7", "7~7.5", Some((Between, Met))),
            ("7.5", "7~7.5", Some((Between, Met))),
            ("8", "7~7.5", Some((Between, Below))),
            ("约100", "110", Some((About, Above))),
            ("约100", "90左右", Some((About, Below))),
            ("约100", "110以上", None),
            ("约100", "90以内", None),
            ("约100", "90~120", None),
            ("100以上", "110", None),
            ("100以上", "110以上", None),
            ("100以内", "90", None),
            ("90~100", "110", None),
            ("90~100", "110~120", None),
            ("下降3", "下降5", Some((Exactly, Below))),
            ("下降3", "下降5以上", Some((AtMost, Below))),
        ] {
            let compared = compare(&indicator("亩", actual, plan));
            let found = compared.difference().map(|difference| (difference.bound, difference.stand()));
            assert_eq!(found, expected, "{actual} → {plan}");
        }
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
