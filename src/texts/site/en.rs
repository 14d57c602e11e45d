//! The words of pages that are of no report in particular, in English.

use super::SiteTexts;

pub(super) const TEXTS: SiteTexts = SiteTexts {
    name: "The yearly plan",
    short_name: "Yearly plan",
    description: "The indicators, projects and tasks of a yearly plan for economic and social development.",
    opening: "Opening the report…",
    needs: "The program did not load, or this browser lacks scripts or WebAssembly or has turned them off. Check the network, or use a current Chrome, Edge, Firefox or Safari.",
    needs_server: "Open this page from a website: browsers do not run programs in files opened with a double-click.",
    outdated: "There is a new version of this site. Reload the page.",
    crashed: "The page has stopped responding because of an error. Reload to continue.",
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
            "refused",
            "{file}: the program of this version did not load, or cannot read the data; check the network, or save it anew with own.html of this site.",
        ),
        ("nothing", "nothing"),
        (
            "other-bytes",
            "{file}: found {found} bytes, site.json says {expected}; upload both files again as they were saved together.",
        ),
        (
            "other-sum",
            "{file}: its sum is {found}…, site.json says {expected}…; upload both files again as they were saved together.",
        ),
        (
            "other-title",
            "{file}: its title is “{found}”, site.json says “{expected}”; upload both files again as they were saved together.",
        ),
    ],
};
