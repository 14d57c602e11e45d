//! The words of taking something elsewhere in English.

use super::super::Download;
use super::{Host, SharingTexts};
use crate::state::{Theme, View};

pub(in crate::texts) const TEXTS: SharingTexts = SharingTexts {
    embed: "Embed",
    embed_scope: "Paste the code into the HTML of a portal or an article: what the preview shows will stand there.",
    what: "What",
    part: |view| match view {
        View::Home => "The first page",
        View::Projects => "Projects",
        View::Indicators => "Indicators",
        View::Tasks => "Tasks",
        View::Topics => "Topics",
        View::Data => "Data and checks",
    },
    opened: |name| format!("What is open: {name}"),
    chart: |name| format!("Chart: {name}"),
    theme: "Colours",
    theme_of: |theme| match theme {
        Theme::Auto => "As the reader’s device",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
        Theme::Contrast => "High contrast",
    },
    language: "Language",
    name: "English",
    host: "May the page use scripts?",
    host_of: |host| match host {
        Host::Fitted => "Yes: as high as its content",
        Host::Fixed => "No: a fixed height",
    },
    plain: "Content only, without headings, explanations and controls",
    filters: "With what is filtered now",
    snippet: "Code",
    snippet_scope: "The frame tells the page around it, by messages, what readers select; its links open the whole page in a new tab.",
    copy: "Copy the code",
    copied: "Code copied",
    selected: "This browser does not let pages copy. The code is selected: copy it by hand.",
    preview: "Preview",
    close: "Close",
    fallback: |title| format!("See: {title}"),

    blocked: "No new tab can be opened from here. Copy the link and open it in a browser:",

    keep: |what| match what {
        Download::Csv => {
            "No file can be saved from here. Select the text, copy it, and paste it into Excel or WPS:"
        }
        Download::Svg | Download::Png => {
            "No file can be saved from here. Press on the picture (or click it with the right button) to save it:"
        }
    },
    picture: |name| format!("Picture: {name}"),
    text: |name| format!("{name}: data (CSV as text)"),
    copy_text: "Copy the text",
    text_copied: "Copied",
    text_selected: "This browser does not let pages copy. The text is selected: copy it by hand.",
    file: "The whole file, without filters",
    send_on: "In WeChat and the like, “…” at the top right sends the page to friends or opens it in a browser. The link to copy:",
};
