//! The charts of the explorer: each file asks one question of the report and answers it with what
//! [`Figure`](crate::components::Figure) shows: a finding in words, a chart, the same as a table, its source.

mod columns;
mod economy;
mod environment;
mod funding;
mod indicator;
mod investment;
mod levels;
mod numbers;
mod projects;
mod promise;
mod table;
mod words;

pub use economy::economy;
pub use environment::{environment, environment_indicators};
pub use funding::funding;
pub use indicator::{amounts_above, indicator};
pub use investment::investment;
pub use levels::levels;
pub use numbers::{first_dimension, is_ranked, numbers};
pub use projects::{chosen_words, projects_table};
pub use promise::{
    INDICATORS_CHART, IndicatorPanel, PROMISE, Shown, has_promise, indicator_panels, indicators_selection,
    indicators_table, promise,
};
pub use table::{Column, On, Table, of_figures as figures_table};
pub use words::Origin;

use plan_chart::rows::{Axes, Form, Panel, Role, RowsChart};
use plan_chart::{Chart, Says};
use plan_data::facet::Facet;
use plan_data::questions::{by_dimension, value_before};
use plan_data::reconcile::Finding;
use plan_data::{Context, Dataset, Indicator, IndicatorChoice, Level, LocationPart, compare};

use crate::state::Sort;
use crate::texts::{NamedProjects, Side, Texts};

/// What charts are drawn from.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// The report.
    pub dataset: &'a Dataset,
    /// What follows from it.
    pub findings: &'a [Finding],
    /// The words.
    pub texts: &'static Texts,
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSpec {
    /// A short ASCII name, for anchors and tests.
    pub id: &'static str,
    /// What the chart is about, in a few words.
    pub name: String,
    /// What it shows, as a sentence made from the data.
    pub finding: String,
    /// How to read it.
    pub scope: String,
    /// The marks and what they mean.
    pub legend: Vec<(Form, Role, String)>,
    /// The chart.
    pub chart: Chart,
    /// The same as a table.
    pub table: Table,
    /// Where in the report it is from.
    pub source: String,
    /// What of the data is shown, in words; empty where it is all.
    pub selection: String,
}

/// Every chart as the page first shows it, and those behind one choice: an indicator of which the year before is
/// computed, the figures of one unit.
pub fn all(material: &Material<'_>) -> Vec<ChartSpec> {
    let Material { dataset, findings, .. } = material;
    let computed = dataset.indicators.iter().find(|one| value_before(findings, one).is_some());
    let largest = by_dimension(dataset).first().map(|(dimension, _)| dimension.code());
    let all: Vec<&Indicator> = dataset.indicators.iter().collect();
    let (sort, choice) = (Sort::default(), IndicatorChoice::default());
    let shown = Shown { id: PROMISE, indicators: &all, sort, item: None, choice: &choice };
    let mut charts = Vec::new();
    if has_promise(dataset) {
        charts.push(promise(material, &shown));
    }
    charts.extend(dataset.indicators.first().map(|first| indicator(material, first)));
    charts.extend(computed.map(|one| ChartSpec { id: "indicator-before", ..indicator(material, one) }));
    charts.extend([
        levels(material),
        economy(material),
        investment(material),
        funding(material),
        environment(material),
        numbers(material, None),
        ChartSpec { id: "numbers-of-one", ..numbers(material, largest) },
    ]);
    charts.retain(|chart| !chart.is_empty());
    charts
}

impl ChartSpec {
    /// Whether the report has nothing that it could show.
    pub fn is_empty(&self) -> bool {
        self.table.rows.is_empty()
    }
}

impl<'a> Material<'a> {
    /// A chart of rows that speaks the reader's language.
    fn rows(&self, panels: Vec<Panel>, axes: Axes) -> Chart {
        Chart::Rows(RowsChart { panels, axes, magnitudes: self.magnitudes(), says: self.says() })
    }

    /// The title of the annex; where the package names none, of the report.
    pub fn annex(&self) -> &'a str {
        let report = &self.dataset.report;
        let annex = (self.texts.pick)(&report.annex);
        if annex.is_empty() { (self.texts.pick)(&report.title) } else { annex }
    }

    /// Whether the indicators stand in an annex that the package names.
    pub fn has_annex(&self) -> bool {
        !self.dataset.report.annex.zh.is_empty()
    }

    /// What the table of indicators is called in a word.
    pub fn table_word(&self) -> &'static str {
        let words = self.texts.charts();
        if self.has_annex() { words.annex } else { words.list }
    }

    /// What the report's own values are called beside those of the levels above; where nothing tells its level, by its name.
    fn own_level(&self) -> String {
        let report = &self.dataset.report;
        match (report.level, report.place_word()) {
            (Some(level), Some(word)) => (self.texts.charts().level)(level, word, true),
            _ => (self.texts.pick)(&report.district).to_owned(),
        }
    }

    /// What the values of a level above are called.
    fn level_above(&self, context: &Context) -> String {
        match Level::of_word(&context.level) {
            Some((level, word)) => (self.texts.charts().level)(level, word, false),
            None => context.level.clone(),
        }
    }

    /// The names of the levels above, each once.
    pub fn levels_above<'b>(&self, of: impl Iterator<Item = &'b Context>) -> Vec<String> {
        let mut levels: Vec<String> = Vec::new();
        for level in of.map(|context| self.level_above(context)) {
            if !levels.contains(&level) {
                levels.push(level);
            }
        }
        levels
    }

    /// How plan and result of an indicator compare, in a sentence.
    pub fn compared(&self, indicator: &Indicator) -> String {
        let unit = (self.texts.pick)(&indicator.unit);
        let year = self.dataset.report.plan_year;
        (self.texts.page().comparison)(compare(indicator), unit, year, self.has_annex())
    }

    /// The name of a facet of projects.
    pub fn facet_name(&self, facet: Facet) -> String {
        let parts = self.dataset.projects.iter().flat_map(|project| &project.parts);
        let is_former = |part: &LocationPart| part.segment.as_deref() == Some("old-name");
        let has_former = facet == Facet::Place && parts.into_iter().any(is_former);
        (self.texts.page().facet)(facet, self.dataset.report.actual_year, has_former)
    }

    /// What the list of projects is, in a sentence.
    pub fn projects_scope(&self) -> String {
        let dataset = self.dataset;
        let has_progress = dataset.projects.iter().any(|project| {
            project.mentions.iter().any(|mention| mention.stage.is_some())
                || dataset.progress(project).is_some()
        });
        let named = NamedProjects {
            list: (self.texts.pick)(&dataset.report.project_list),
            listed: dataset.land_projects().count(),
            has_locations: dataset.land_projects().next().is_some(),
            has_progress,
            are_counted: dataset.counts_projects(),
        };
        (self.texts.page().projects_scope)(dataset.projects.len(), &named)
    }

    /// The year that a side is about.
    fn year(&self, side: Side) -> u16 {
        match side {
            Side::Actual => self.dataset.report.actual_year,
            Side::Plan => self.dataset.report.plan_year,
        }
    }

    /// What charts say where they cannot draw.
    fn says(&self) -> Says {
        let words = self.texts.charts();
        Says {
            empty: words.empty.to_owned(),
            undrawable: words.undrawable.to_owned(),
            no_unit: words.no_unit.to_owned(),
            full_stop: self.texts.page().full_stop.to_owned(),
        }
    }
}
