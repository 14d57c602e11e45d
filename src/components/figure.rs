//! The frame of a chart: its finding as the heading, how to read it, controls, legend, the chart, the same as a table, its
//! source, and ways to take it along.

use plan_chart::rows::{Form, Role, legend_mark};
use plan_chart::{HIGH, Picture, Size, WIDE, svg_file};
use plan_data::sheet::Field;
use yew::{
    Callback, Children, Html, Properties, component, html, use_callback, use_mut_ref, use_node_ref,
    use_state_eq,
};

use super::chart_view::{ChartView, WIDTH_AT_FIRST};
use super::in_turn::InTurn;
use super::keep::{Keep, Kept};
use super::unfold::Unfold;
use super::{changing, key_of};
use crate::browser::{address, is_unfolded, picture, save_png, save_text, saves_files, value_shown};
use crate::charts::{ChartSpec, Origin, Table};
use crate::items::CHARTS;
use crate::published::{Format, chart_path, to_root};
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
    /// Where it is from.
    pub origin: Origin,
    /// Whether the heading stands below another one of the section.
    #[prop_or_default]
    pub is_nested: bool,
    /// Called with the id of what was chosen in the chart.
    #[prop_or_default]
    pub choose: Option<Callback<String>>,
    /// The width that the chart is laid out for in a wide window, in the prerendered page: in a window of 1280 px it is the same.
    #[prop_or(WHOLE)]
    pub wide: i32,
    /// Whether the chart is folded away on phones.
    #[prop_or_default]
    pub is_wide_first: bool,
    /// The id of what other pages take in with this chart, where that is not the chart itself.
    #[prop_or_default]
    pub embedded_as: Option<String>,
    /// Controls above the chart.
    #[prop_or_default]
    pub children: Children,
    /// The words.
    pub texts: &'static Texts,
}

/// The frame.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let FigureProps { spec, is_nested, children, texts, .. } = props;
    let words = texts.charts();
    let done = use_state_eq(|| None::<(ChartSpec, Download, Saved)>);
    // What was kept of another selection is no longer what is shown.
    let (told, kept) = match &*done {
        Some((_, what, Saved::Failed)) => (Some((words.download_failed)(*what)), None),
        Some((of, _, Saved::Higher)) if of == spec => (Some(words.higher.to_owned()), None),
        Some((of, what, Saved::Kept(kept))) if of == spec => {
            (Some((texts.sharing().keep)(*what).to_owned()), Some((*what, kept.clone())))
        }
        _ => (None, None),
    };
    let sizes = use_node_ref();
    // Pictures as wide as the page are laid out as the reader sees the chart.
    let width = use_mut_ref(|| WIDTH_AT_FIRST);
    let laid_out = use_callback((), {
        let width = width.clone();
        move |now: i32, ()| *width.borrow_mut() = now
    });
    let heading = format!("{}-heading", spec.id);
    let is_linked = CHARTS.iter().any(|(id, _)| *id == spec.id);
    let embedded = props.embedded_as.clone().or_else(|| is_linked.then(|| spec.id.to_owned()));
    let download = |what: Download| {
        let (spec, origin) = (spec.clone(), props.origin.clone());
        let (done, width, sizes, texts) = (done.clone(), width.clone(), sizes.clone(), *texts);
        let onclick = Callback::from(move |_| {
            let (told, of) = (done.clone(), spec.clone());
            let size = match value_shown(&sizes).as_str() {
                "high" => HIGH,
                "whole" => Size::Whole(f64::from(*width.borrow())),
                _ => WIDE,
            };
            save(what, &spec, &origin, size, texts, move |saved| {
                told.set(Some((of.clone(), what, saved)));
            });
        });
        html! { <button type="button" class="quiet" data-download={what.extension()} {onclick}>{ (words.download)(what) }</button> }
    };
    let content = {
        let FigureProps { spec, choose, wide, is_wide_first, .. } = props;
        let (texts, wide, is_wide_first) = (*texts, *wide, *is_wide_first);
        let (spec, choose) = (spec.clone(), choose.clone());
        move |()| {
            let ChartSpec { id, chart, name, finding, .. } = spec.clone();
            let (choose, laid_out) = (choose.clone(), laid_out.clone());
            html! {
                <ChartView {id} {chart} {name} {finding} {choose} {wide} {is_wide_first} {laid_out} {texts} />
            }
        }
    };
    html! {
        <figure class="figure-frame" id={spec.id} aria-labelledby={heading.clone()}>
            <p class="eyebrow" key={spec.name.clone()}>{ &spec.name }</p>
            if *is_nested {
                <h3 id={heading}>{ changing(spec.finding.clone()) }</h3>
            } else {
                <h2 id={heading}>{ changing(spec.finding.clone()) }</h2>
            }
            if !spec.scope.is_empty() {
                <p class="scope" key="scope">{ changing(spec.scope.clone()) }</p>
            }
            { for children.iter() }
            { legend(&spec.legend) }
            <InTurn {content} />
            <p class="source">{ changing(spec.source.clone()) }</p>
            <div class="figure-tools">
                <Unfold
                    class="twin"
                    was_open={is_unfolded(spec.id)}
                    summary={html! { { words.table } }}
                    content={Callback::from({
                        let (table, name) = (spec.table.clone(), spec.name.clone());
                        move |()| self::table(&table, &name)
                    })}
                />
                <details class="take">
                    <summary>{ words.take }</summary>
                    <div class="downloads" role="group" aria-label={words.downloads}>
                        <label>
                            { words.picture_size }
                            <select ref={sizes.clone()}>
                                { for words.sizes.map(|(word, name)| html! {
                                    <option value={word} selected={word == "wide"}>{ name }</option>
                                }) }
                            </select>
                        </label>
                        { for Download::ALL.map(download) }
                        if let Some(id) = embedded {
                            <button type="button" class="quiet" data-embed-of={id}>{ texts.sharing().embed }</button>
                        }
                    </div>
                </details>
            </div>
            <p class="download-failed" role="status">
                { changing(told.unwrap_or_default()) }
            </p>
            if let Some((what, kept)) = kept {
                <Keep {kept} name={spec.name.clone()} whole={whole(spec.id, what, texts)} {texts} />
            }
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
                <li key={words.clone()}>
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
    let (columns, rows) = table.on_page();
    let rows: Vec<Vec<&Field>> = rows.collect();
    let texts = rows.iter().flatten().map(|field| field.as_str());
    let key = key_of(columns.iter().map(|column| column.name.as_str()).chain(texts));
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={name.to_owned()}>
            <table {key}>
                <thead>
                    <tr>
                        { for columns.iter().map(|column| html! {
                            <th scope="col" class={class(column.is_number)}>{ &column.name }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for rows.iter().map(|row| html! {
                        <tr>
                            { for row.iter().zip(&columns).enumerate().map(|(index, (field, column))| {
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

/// What became of what was to be saved.
#[derive(Clone, Debug, PartialEq)]
enum Saved {
    /// It was.
    File,
    /// It was, as a picture that is higher than was chosen.
    Higher,
    /// It is shown, to be kept by hand.
    Kept(Kept),
    /// Neither was possible.
    Failed,
}

fn save(
    what: Download,
    spec: &ChartSpec,
    origin: &Origin,
    size: Size,
    texts: &'static Texts,
    done: impl Fn(Saved) + Clone + 'static,
) {
    let words = texts.charts();
    let name = file_name([&origin.file, &spec.name, &spec.selection], what);
    let saves = saves_files();
    if what == Download::Csv {
        let csv = spec.table.csv(words.selection, &spec.selection);
        let is_saved = saves && save_text(&name, "text/csv;charset=utf-8", &csv);
        done(if is_saved { Saved::File } else { Saved::Kept(Kept::Table(csv)) });
        return;
    }
    let address = (!origin.is_local).then(|| address::standalone(""));
    let (svg, (width, height)) = drawing(spec, origin, address, size, texts);
    // As sharp as screens are where no number of pixels is asked for.
    let (times, made) = match size {
        Size::Whole(_) => (2.0, Saved::File),
        Size::Fixed(_, chosen) if height > chosen => (1.0, Saved::Higher),
        Size::Fixed(..) => (1.0, Saved::File),
    };
    let pixels = (width * times, height * times);
    let keep = {
        let (svg, done) = (svg.clone(), done.clone());
        move || {
            let done = done.clone();
            picture(&svg, pixels, move |address| {
                done(address.map_or(Saved::Failed, |address| Saved::Kept(Kept::Picture(address))));
            });
        }
    };
    if !saves {
        keep();
    } else if what == Download::Svg {
        if save_text(&name, "image/svg+xml", &svg) { done(made) } else { keep() }
    } else {
        save_png(&name, &svg, pixels, move |is_saved| if is_saved { done(made.clone()) } else { keep() });
    }
}

/// The address of the file of the site that has the chart as the page first shows it.
fn whole(id: &str, what: Download, texts: &Texts) -> Option<String> {
    let format = if what == Download::Csv { Format::Csv } else { Format::Svg };
    let path = CHARTS.iter().any(|(chart, _)| *chart == id).then(|| chart_path(id, texts.lang, format));
    path.map(|path| format!("{}{path}", to_root(texts.lang)))
}

/// The chart as a file of its own, and its size in pixels, which is higher than `size` where its text would be too small else;
/// `address` is that of the page.
pub fn drawing(
    spec: &ChartSpec,
    origin: &Origin,
    address: Option<String>,
    size: Size,
    texts: &'static Texts,
) -> (String, (f64, f64)) {
    let mut lines = Vec::new();
    if !spec.selection.is_empty() {
        lines.push(format!("{}{}", texts.chosen, spec.selection));
    }
    lines.push(spec.source.clone());
    lines.push(match address {
        Some(address) => format!("{} · {address}", origin.about),
        None => origin.about.clone(),
    });
    let picture = Picture {
        subject: format!("{} · {}", origin.report, spec.name),
        title: spec.finding.clone(),
        scope: spec.scope.clone(),
        legend: spec.legend.clone(),
        lines,
        lang: texts.tag,
    };
    svg_file(&spec.chart, &picture, size, style::DRAWING)
}
