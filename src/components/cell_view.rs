//! A value of the annex as text: a number stands out, words are quiet, and a gap says that it is one.

use plan_data::{Cell, Value};
use yew::{Html, html};

use crate::texts::{Side, Texts};

/// The value's printed text, in the reader's language where it is words; `side` is the column that it stands in.
pub fn cell_view(cell: &Cell, side: Side, texts: &'static Texts) -> Html {
    match cell.value() {
        Value::Number(amount) => html! { <span class="figure">{ texts.amount(cell, amount, "") }</span> },
        Value::SteadyGrowth => html! { <span class="words">{ texts.steady_growth }</span> },
        Value::StableGrowth => html! { <span class="words">{ texts.stable_growth }</span> },
        Value::AssignedByCity => html! { <span class="words">{ (texts.assigned_by_city)(side) }</span> },
        Value::NotSet => html! {
            <span class="gap"><span class="printed">{ cell.printed() }</span>{ " " }{ (texts.not_set)(side) }</span>
        },
        Value::Words => html! { <span class="words" lang="zh-CN">{ cell.printed() }</span> },
        Value::NotCollected => html! { <span class="gap">{ texts.not_collected }</span> },
    }
}
