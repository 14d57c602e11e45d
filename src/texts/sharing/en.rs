//! The words of taking something elsewhere in English.

use super::super::Download;
use super::{Host, SharingTexts};
use crate::state::{Theme, View};

pub(in crate::texts) const TEXTS: SharingTexts = SharingTexts {
    embed: "Embed",
    embed_scope: "Paste the code into the HTML of a website or an article to show there what the preview shows.",
    what: "What to embed",
    part: |view| match view {
        View::Home => "Home",
        View::Projects => "Projects",
        View::Indicators => "Main indicators",
        View::Tasks => "Tasks",
        View::Topics => "Topics",
        View::Data => "Data and checks",
    },
    opened: |name| format!("Currently open: {name}"),
    chart: |name| format!("Chart: {name}"),
    theme: "Colours",
    theme_of: |theme| match theme {
        Theme::Auto => "Follow the reader’s device",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
        Theme::Contrast => "High contrast",
    },
    language: "Language",
    name: "English",
    host: "Can the page around it use scripts?",
    host_of: |host| match host {
        Host::Fitted => "Yes: height fits the content",
        Host::Fixed => "No: fixed height",
    },
    plain: "Content only, without headings, explanations or controls",
    filters: "With the current filters",
    snippet: "Code",
    snippet_scope: "What readers select is sent as a message to the page around the frame; links in the frame open the full page in a new tab.",
    copy: "Copy the code",
    copied: "Code copied",
    selected: "The browser does not allow automatic copying. The code is selected: copy it yourself.",
    preview: "Preview",
    close: "Close",
    fallback: |title| format!("See: {title}"),

    blocked: "A new tab cannot be opened here. Copy the link and open it in a browser:",

    keep: |what| match what {
        Download::Csv => {
            "Files cannot be saved here. Select all the text, copy it and paste it into Excel or WPS:"
        }
        Download::Svg | Download::Png => {
            "Files cannot be saved here. Press and hold the image (or right-click it) to save it:"
        }
    },
    picture: |name| format!("Image: {name}"),
    text: |name| format!("{name}: data (CSV as text)"),
    copy_text: "Copy the text",
    text_copied: "Copied",
    text_selected: "The browser does not allow automatic copying. The text is selected: copy it yourself.",
    file: "The full file, without filters",
    send_on: "In WeChat and similar apps, tap “…” at the top right to send the page to friends or open it in a browser. Or copy the link:",
};
