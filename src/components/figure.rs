//! The frame of a chart: its finding as the heading, how to read it, controls, legend, the chart, the same as a table, its
//! source, and ways to take it along.

use plan_chart::rows::{Form, Role, legend_mark};
use plan_chart::{Choosing, Picture, svg_file};
use plan_data::sheet::Field;
use yew::{Callback, Children, Html, Properties, component, html, use_callback, use_mut_ref, use_state_eq};

use super::chart_view::{ChartView, WIDTH_AT_FIRST};
use crate::browser::{save_png, save_text};
use crate::charts::{ChartSpec, Table};
use crate::style;
use crate::texts::{Download, Texts, quantity};

/// The width of a chart in a wide window, in pixels, where it takes the page’s whole (`--content` without the space beside it).
const WHOLE: i32 = 1056;

/// The same where it is one of two columns.
pub const HALF: i32 = 504;

/// The same where it stands beside a list, in two of five parts.
pub const ASIDE: i32 = 402;

/// What is shown.
#[derive(PartialEq, Properties)]
pub struct FigureProps {
    /// The chart and its words.
    pub spec: ChartSpec,
    /// The name of files, before what is chosen and the extension.
    pub file: String,
    /// The day of the report as YYYY-MM-DD.
    pub date: String,
    /// Whether the heading stands below another one of the section.
    #[prop_or_default]
    pub is_nested: bool,
    /// Called with the id of what was chosen in the chart.
    #[prop_or_default]
    pub choose: Option<Callback<String>>,
    /// What choosing does.
    #[prop_or_default]
    pub choosing: Choosing,
    /// Where what was chosen is shown, and words for the link that leads there: a small screen may not show it.
    #[prop_or_default]
    pub follow: Option<(&'static str, String)>,
    /// The width that the chart is laid out for in a wide window, before its own is known: what it then has is the same.
    #[prop_or(WHOLE)]
    pub wide: i32,
    /// Whether phones show the chart only once it has come to life.
    #[prop_or_default]
    pub is_wide_first: bool,
    /// Controls above the chart.
    #[prop_or_default]
    pub children: Children,
    /// The words.
    pub texts: &'static Texts,
}

/// The frame.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let FigureProps { spec, is_nested, choose, children, texts, .. } = props;
    let words = texts.charts();
    let failed = use_state_eq(|| None::<Download>);
    // Pictures are laid out as the reader sees the chart.
    let width = use_mut_ref(|| WIDTH_AT_FIRST);
    let laid_out = use_callback((), {
        let width = width.clone();
        move |now: i32, ()| *width.borrow_mut() = now
    });
    let heading = format!("{}-heading", spec.id);
    let download = |what: Download| {
        let (spec, file, date) = (spec.clone(), props.file.clone(), props.date.clone());
        let (failed, width, texts) = (failed.clone(), width.clone(), *texts);
        let onclick = Callback::from(move |_| {
            let told = failed.clone();
            let width = *width.borrow();
            save(what, &spec, (&file, &date), width, texts, move |saved| told.set((!saved).then_some(what)));
        });
        html! { <button type="button" class="quiet" data-download={what.extension()} {onclick}>{ (words.download)(what) }</button> }
    };
    html! {
        <figure class="figure-frame" id={spec.id} aria-labelledby={heading.clone()}>
            <p class="eyebrow">{ &spec.name }</p>
            if *is_nested {
                <h3 id={heading}>{ &spec.finding }</h3>
            } else {
                <h2 id={heading}>{ &spec.finding }</h2>
            }
            <p class="scope">{ &spec.scope }</p>
            { for children.iter() }
            { legend(&spec.legend) }
            <ChartView
                chart={spec.chart.clone()}
                name={spec.name.clone()}
                finding={spec.finding.clone()}
                choose={choose.clone()}
                choosing={props.choosing}
                wide={props.wide}
                is_wide_first={props.is_wide_first}
                {laid_out}
                {texts}
            />
            if let Some((href, words)) = &props.follow {
                <p class="follow"><a href={*href}>{ words }</a></p>
            }
            <details class="twin">
                <summary>{ words.table }</summary>
                { table(&spec.table, &spec.name) }
            </details>
            <p class="source">{ &spec.source }</p>
            <div class="downloads" role="group" aria-label={words.downloads}>
                { for Download::ALL.map(download) }
            </div>
            <p class="download-failed" role="status">
                { failed.map(words.download_failed).unwrap_or_default() }
            </p>
        </figure>
    }
}

fn legend(entries: &[(Form, Role, String)]) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="legend">
            { for entries.iter().map(|(form, role, words)| html! {
                <li>
                    <svg class="drawing" width="16" height="16" aria-hidden="true">{ legend_mark(*form, *role) }</svg>
                    { words }
                </li>
            }) }
        </ul>
    }
}

fn table(table: &Table, name: &str) -> Html {
    let class = |is_number: bool| is_number.then_some("number");
    let cell = |field: &Field| match field {
        Field::Number(number) => quantity(number, ""),
        Field::Text(text) => text.clone(),
    };
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={name.to_owned()}>
            <table>
                <thead>
                    <tr>
                        { for table.columns.iter().map(|column| html! {
                            <th scope="col" class={class(column.is_number)}>{ &column.name }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for table.rows.iter().map(|row| html! {
                        <tr>
                            { for row.iter().zip(&table.columns).enumerate().map(|(index, (field, column))| {
                                if index == 0 {
                                    html! { <th scope="row">{ cell(field) }</th> }
                                } else {
                                    html! { <td class={class(column.is_number)}>{ cell(field) }</td> }
                                }
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

/// The file's name: which report, what of it, and what is chosen of that, without marks that file systems refuse.
pub(super) fn file_name(parts: [&str; 3], what: Download) -> String {
    let name: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let refused =
        |c: char| c.is_control() || c.is_whitespace() || "/\\:*?\"<>|“”，、".chars().any(|one| one == c);
    let name: String = name.join("_").chars().map(|c| if refused(c) { '-' } else { c }).take(80).collect();
    format!("{name}.{}", what.extension())
}

fn save(
    what: Download,
    spec: &ChartSpec,
    (file, date): (&str, &str),
    width: i32,
    texts: &'static Texts,
    done: impl Fn(bool) + Clone + 'static,
) {
    let words = texts.charts();
    let name = file_name([file, &spec.name, &spec.selection], what);
    if what == Download::Csv {
        done(save_text(&name, "text/csv;charset=utf-8", &spec.table.csv(words.selection, &spec.selection)));
        return;
    }
    let (svg, size) = drawing(spec, date, f64::from(width), texts);
    if what == Download::Svg {
        done(save_text(&name, "image/svg+xml", &svg));
    } else {
        save_png(&name, &svg, size, done);
    }
}

/// The chart as a file of its own, and its size in pixels.
pub fn drawing(spec: &ChartSpec, date: &str, width: f64, texts: &'static Texts) -> (String, (f64, f64)) {
    let mut lines = vec![spec.source.clone(), (texts.charts().reported)(date)];
    if !spec.selection.is_empty() {
        lines.insert(0, format!("{}{}", texts.chosen, spec.selection));
    }
    let picture = Picture {
        title: spec.finding.clone(),
        scope: spec.scope.clone(),
        legend: spec.legend.clone(),
        lines,
        lang: texts.tag,
    };
    svg_file(&spec.chart.place(width), &picture, style::DRAWING)
}
