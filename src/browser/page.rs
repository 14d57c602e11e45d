//! The page around the islands: bringing them to life, and what the document says of the state.

use web_sys::Element;

/// Tells the styles, by attributes of the document, which view is shown, whose detail is open, whether something is yet to be
/// opened, and marks the row of what is open where that stands in the page as it was rendered.
pub fn tell_state(view: &str, detail: Option<&str>, item: Option<&str>, is_opening: bool) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    if let Some(root) = document.document_element() {
        set(&root, "data-view", Some(view));
        set(&root, "data-detail", detail);
        // Said by static/boot.js for any address that asks for something.
        if !is_opening {
            set(&root, "data-opening", None);
        }
    }
    let marked = document.query_selector("#tasks .chosen").ok().flatten();
    if let Some(row) = marked {
        set(&row, "class", None);
    }
    let row = item.and_then(|item| document.get_element_by_id(&format!("item-{item}")));
    if let Some(row) = row.filter(|row| row.closest("#tasks").is_ok_and(|tasks| tasks.is_some())) {
        set(&row, "class", Some("chosen"));
    }
}

/// Fails only for a name that is no attribute's.
fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
