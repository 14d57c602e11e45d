//! The words of pages that are of no report in particular, in English.

use super::SiteTexts;

pub(super) const TEXTS: SiteTexts = SiteTexts {
    name: "The yearly plan",
    short_name: "Yearly plan",
    description: "The indicators, projects and tasks of a yearly plan for economic and social development.",
    opening: "Opening the report…",
    needs: "This site needs scripts and WebAssembly, which this browser lacks or has turned off. Use a current Chrome, Edge, Firefox or Safari, and allow scripts.",
    unavailable: "The report was not opened.",
    reasons: &[
        (
            "absent",
            "{file}: could not be read ({found}), expected it in the folder of the site, beside the first page.",
        ),
        ("large", "{file}: found more than {expected} bytes, expected no more."),
        (
            "unreadable",
            "{file}: found what cannot be read ({found}), expected the file as the page saved it.",
        ),
        ("field", "{file}, {field}: found “{found}”, expected {expected}."),
        ("version", "the number {version}"),
        ("dataset", "the name of a file in the same folder, such as dataset.json"),
        ("title", "the report's title"),
        ("languages", "zh, or zh and en"),
        ("data", "the report's data"),
        ("bytes", "the file's size in bytes"),
        ("sha256", "a sum of 64 hexadecimal digits"),
        ("format", "the number {format}: save it anew with own.html of this site"),
        (
            "other-bytes",
            "{file}: found {found} bytes, site.json says {expected}; upload both files again as they were saved together.",
        ),
        (
            "other-sum",
            "{file}: its sum is not what site.json says; upload both files again as they were saved together.",
        ),
        (
            "other-title",
            "{file}: its title is “{found}”, site.json says “{expected}”; upload both files again as they were saved together.",
        ),
    ],
};
