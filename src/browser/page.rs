//! The page around the app: where it is mounted, its language and title.

/// Mounts the app in the page's `<div id="app">`; without one, at the end of the body.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    match root {
        Some(root) => yew::Renderer::<crate::app::App>::with_root(root).render(),
        None => yew::Renderer::<crate::app::App>::new().render(),
    };
}

/// Does nothing: there is no page to mount in.
#[cfg(not(target_arch = "wasm32"))]
pub fn start() {}

/// Tells the browser, and screen readers, which language the page is in and what it is called.
pub fn describe_page(language: &str, title: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        // Fails only for a name that is no attribute's.
        let _ = root.set_attribute("lang", language);
    }
}
