//! The words around the report's text in English.

use super::ReportTexts;

pub(super) const TEXTS: ReportTexts = ReportTexts {
    name: "Text of the report",
    description: "The whole report in Chinese, with the figures and projects of the data marked and an address for each paragraph.",
    scope: "The text, which is in Chinese, was provided by the publisher. Underlined figures and names lead to what the data says of \
            them; the ¶ after a paragraph is its address.",
    contents: "Contents",
    address: |section, paragraph| format!("Address of paragraph {paragraph}: {section}"),
    mistakes: "The package has mistakes; once they are mended and saved, this page follows",
};
