//! Every word of the review screen, in both languages. Words of the report come from the import; Chinese heads of columns from
//! `plan_data::package`.

mod en;
mod zh;

use plan_data::Language;

use crate::columns::{Column, Fault, Shape};
use crate::import::{Reason, State};
use crate::model::{As, Group, Pane, Told};

/// The words of one language. Functions put values into sentences; `usize` values are counts.
pub struct Texts {
    /// Which language this is.
    pub language: Language,
    /// The name of the whole.
    pub name: &'static str,
    /// So many rows are left to look at, of so many.
    pub left: fn(usize, usize) -> String,
    /// So many are sure and need no look, of which nothing was said yet.
    pub sure_left: fn(usize) -> String,
    /// The button that undoes.
    pub undo: &'static str,
    /// The button that does it again.
    pub redo: &'static str,
    /// The button that shows the keys.
    pub keys: &'static str,
    /// The name of the switch between text and rows.
    pub panes: &'static str,
    /// Its choices.
    pub pane: fn(Pane) -> &'static str,
    /// The heading of the text.
    pub text: &'static str,
    /// How text becomes a row.
    pub text_hint: &'static str,
    /// The name of the legend.
    pub legend: &'static str,
    /// What a mark's shape stands for.
    pub shape: fn(Shape) -> &'static str,
    /// How doubtful marks look, in the legend.
    pub doubtful: &'static str,
    /// The name of a table without a title.
    pub untitled: &'static str,
    /// Before the first heading.
    pub opening: &'static str,
    /// The column of a table with the marks of its rows.
    pub marks: &'static str,
    /// What a mark of so many rows is called, which is in the row of a table with this first cell.
    pub grid_mark: fn(&str) -> String,
    /// The heading of the rows.
    pub rows: &'static str,
    /// The name of a group.
    pub group: fn(Group) -> &'static str,
    /// So many rows of a group, of which nothing was said of so many.
    pub group_count: fn(usize, usize) -> String,
    /// The filter by table, and its first choice.
    pub table_filter: &'static str,
    /// All tables.
    pub all_tables: &'static str,
    /// So many rows of a table.
    pub of_table: fn(&str, usize) -> String,
    /// The filter by text.
    pub text_filter: &'static str,
    /// What may be typed there.
    pub text_filter_hint: &'static str,
    /// The box that hides what is decided.
    pub open_only: &'static str,
    /// The button that shows all.
    pub clear_filter: &'static str,
    /// Nothing matches.
    pub nothing_found: &'static str,
    /// All rows of a group are folded or none is left.
    pub none_here: &'static str,
    /// The button that shows so many more rows.
    pub more: fn(usize) -> String,
    /// The button that accepts so many open rows of a group.
    pub accept_all: fn(usize) -> String,
    /// The buttons of a row.
    pub accept: &'static str,
    /// The button that opens the form.
    pub edit: &'static str,
    /// The button that rejects.
    pub reject: &'static str,
    /// What was said of a row.
    pub state: fn(State) -> &'static str,
    /// The button that takes back what was said.
    pub reopen: &'static str,
    /// The button that shows where a row stands; the place.
    pub place: fn(&Place) -> String,
    /// What that button does.
    pub show_in_text: &'static str,
    /// It stands nowhere.
    pub nowhere: &'static str,
    /// The place that it cites is not there.
    pub not_there: &'static str,
    /// Before a reason.
    pub reason: &'static str,
    /// The name of a table.
    pub table: fn(&str) -> String,
    /// The head of a column.
    pub column: fn(&str, &Column) -> String,
    /// A word that a column may hold.
    pub word: fn(&str, &str) -> Option<&'static str>,
    /// A row has nothing in the column that says what it is.
    pub unnamed: &'static str,
    /// A figure of which it is not said what it is a number of.
    pub no_subject: &'static str,
    /// The heading of a form: the table, and whether the row is new.
    pub form: fn(&str, bool) -> String,
    /// After the head of a column that a row needs.
    pub required: &'static str,
    /// The columns that a form does not show at first.
    pub more_columns: &'static str,
    /// No word is chosen.
    pub no_choice: &'static str,
    /// The buttons of a form.
    pub save: &'static str,
    /// That of a new row.
    pub add: &'static str,
    /// The button that closes it.
    pub cancel: &'static str,
    /// What is wrong with a cell.
    pub fault: fn(Fault) -> &'static str,
    /// So many cells of a form are wrong.
    pub faults: fn(usize) -> String,
    /// Before the choices of the bar.
    pub add_as: &'static str,
    /// What marked text becomes.
    pub as_what: fn(As) -> &'static str,
    /// The button that opens the paragraph in which words are marked with the keyboard.
    pub pick: &'static str,
    /// The field with the paragraph.
    pub pick_field: &'static str,
    /// The buttons to the paragraphs before and after.
    pub previous_paragraph: &'static str,
    /// The one after.
    pub next_paragraph: &'static str,
    /// The button that closes.
    pub close: &'static str,
    /// The heading of the keys.
    pub keys_heading: &'static str,
    /// The keys, each with what it does.
    pub key_list: &'static [(&'static [&'static str], &'static str)],
    /// The box that turns them on and off.
    pub use_keys: &'static str,
    /// What is told of the last action; so many rows are left.
    pub told: fn(&Told, usize) -> String,
    /// The page cannot show the review.
    pub failed: fn(&str) -> String,
}

/// Where a row stands, for words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The number and heading of a section, and the number of the paragraph.
    Paragraph(String, u16),
    /// The title of a table, and the number of its row, from 1.
    Grid(String, usize),
}

impl Texts {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &zh::TEXTS,
            Language::English => &en::TEXTS,
        }
    }
}

/// Why a row is there that a person has added.
pub fn added_by_hand() -> Reason {
    Reason { zh: "由人补充".to_owned(), en: "added by a person".to_owned() }
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use crate::columns::{Field, TABLES, columns};
    use crate::samples::row;

    #[test]
    fn every_table_column_and_word_has_a_name_in_both_languages() {
        let is_chinese = |text: &str| text.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
        let (zh, en) = (Texts::of(Language::Chinese), Texts::of(Language::English));
        for table in TABLES {
            assert!(is_chinese(&(zh.table)(table)), "{table}");
            assert_ne!((en.table)(table), table);
            for column in columns(&row(table, &[])) {
                let [chinese, english] = [zh, en].map(|texts| (texts.column)(table, &column));
                assert!(is_chinese(&chinese), "{table} {}", column.id);
                assert!(!is_chinese(&english) && !english.contains('_'), "{table} {}: {english}", column.id);
                if let Field::Choice(words) = &column.field {
                    for word in words {
                        let [chinese, english] =
                            [zh, en].map(|texts| (texts.word)(&column.id, word).unwrap_or_default());
                        assert!(is_chinese(chinese), "{table} {} {word}", column.id);
                        assert!(!english.is_empty() && !is_chinese(english), "{table} {} {word}", column.id);
                    }
                }
            }
        }
    }
}
