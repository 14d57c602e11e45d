//! The words around a report that a reader opens, in English.

use super::LocalTexts;
#[cfg(not(target_arch = "wasm32"))]
use super::OwnTexts;

pub(super) const LOCAL: LocalTexts = LocalTexts {
    name: "Local report, not published",
    about: ": only this browser can see it. ",
    review: "Review and download",
    close: "Close, and see the published report",
    files: "Download the data of this report",
    open: "Open a report of your own",
    open_about: ": see another plan report on the same pages. Its file stays on this device.",
};

#[cfg(not(target_arch = "wasm32"))]
pub(super) const OWN: OwnTexts = OwnTexts {
    name: "Open a report of your own",
    eyebrow: "On this device only",
    description: "Reads a plan report or government work report in the browser and shows it on the same pages; the file is not uploaded.",
    about: [
        "Choose a plan report or a government work report in Chinese: the browser reads its indicators, projects, tasks and figures, and shows them on the same pages.",
        "All of it is read on this device, and nothing is sent anywhere.",
        "The program makes mistakes: look at what is marked “must be looked at” first; the report’s own text is what counts.",
    ],
    needs: "This page needs scripts and WebAssembly, which this browser lacks or has turned off. Use a recent Chrome, Edge, Firefox or Safari, and allow scripts.",
    file: "Choose a file",
    kinds: "Word (.docx), PDF (with text, not scanned), Excel (.xlsx), text, Markdown, web page",
    drop: "Or drop a file here.",
    paste: "Or paste the whole report",
    read: "Read the text",
    cancel: "Cancel",
    explore: "Open the pages",
    zip: "Download the package (zip)",
    xlsx: "Download a workbook (xlsx)",
    site: "Download the files to publish (zip)",
    delete: "Delete",
    facts: "About the report",
    facts_about: "The pages take their titles and years from these. Please fill in what is missing.",
    fact: [
        ["地区", "district", "District (full name)", "某某省某某市某某县"],
        [
            "标题",
            "title",
            "Title of the report",
            "某某县2025年国民经济和社会发展计划执行情况与2026年计划草案的报告",
        ],
        ["日期", "date", "Date", "2026-01-15"],
        ["完成年份", "actual_year", "Year of the results", "2025"],
        ["计划年份", "plan_year", "Year of the plan (may be empty: the next year)", "2026"],
    ],
    keep: "Save and check again",
    counts: "What was read",
    count_columns: ["Table", "Sure", "Should be looked at", "Must be looked at"],
    look: "Look at it beside the text",
    problems: "Problems of the package",
    problems_about: "Rows with problems are not on the pages; the others are. They are checked again after each change.",
    kept: "Reports in this browser",
    none_kept: "None yet.",
    report: "Report",
    told: &[
        ("loading", "Loading the reader… {percent}%"),
        ("reading", "Reading {name}…"),
        ("checking", "Checking…"),
        ("cancelled", "Cancelled; nothing was kept."),
        ("done", "Read: {rows} rows, of which {look} must be looked at."),
        (
            "nothing",
            "No indicators, projects, tasks or figures were found. This may be no plan report or government work report, or have no text.",
        ),
        ("failed", "The reader could not be loaded, or stopped ({reason}). Check the network and try again."),
        ("large", "The file has {size}, more than 20 MB; it was not read."),
        ("empty", "There is no text to read."),
        ("several", "One file is read at a time: only {name} was read."),
        ("pasted", "pasted text"),
        ("in-browser", "Kept in this browser ({size}); it can be deleted at any time."),
        (
            "in-tab",
            "The browser allows no storage: this report stays in this tab only, and is gone once that is closed.",
        ),
        (
            "nowhere",
            "The browser allows no storage, and the pages cannot be opened; the report can be downloaded.",
        ),
        ("unknown", "This browser does not have that report: it was deleted, or is kept in another browser."),
        ("incomplete", "The pages cannot be opened yet: see the problems below."),
        ("left-out", "Rows with problems, which are not on the pages: {count}."),
        ("warning", " (may be right)"),
        ("row-left-out", " (the row is not on the pages)"),
        ("again", "Press again to delete"),
        ("deleted", "“{title}” was deleted."),
        ("meta", "read {when} · {size}"),
        ("total", "Reports: {count}, {size}."),
        ("more", "And {count} more."),
        ("entered-zh", "由读者填写"),
        ("entered-en", "entered by the reader"),
    ],
};
