//! Saving a file that the page has made.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement,
    Url,
};

use crate::within::Within;

/// How long a file's address is kept, in milliseconds: the browser fetches it after the click.
const KEPT: u32 = 60_000;

/// Whether a file that the page has made can be saved, as far as can be known before: browsers within apps and sandboxed frames
/// refuse without saying so.
pub fn saves_files() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let agent = window.navigator().user_agent().unwrap_or_default();
    let has_blobs = Reflect::get(&window, &"URL".into())
        .is_ok_and(|url| Reflect::has(&url, &"createObjectURL".into()).unwrap_or(false));
    // The origin of a sandboxed frame.
    Within::of(&agent) == Within::Browser && window.origin() != "null" && has_blobs
}

/// Offers `text` as a file of that name; `false` where the browser has no way to.
pub fn save_text(name: &str, media_type: &str, text: &str) -> bool {
    // As bytes: a byte order mark is part of the file.
    blob(media_type, text.as_bytes()).and_then(|blob| save(name, &blob)).is_ok()
}

/// Called with the canvas that a drawing was drawn on; `None` where the browser cannot. A pointer: code for each kind of function
/// would be there twice.
type Drawn = Rc<dyn Fn(Option<HtmlCanvasElement>)>;

/// Offers an SVG drawing as a PNG picture so many pixels wide and high; `done` hears whether that went well.
pub fn save_png(name: &str, svg: &str, size: (f64, f64), done: impl Fn(bool) + Clone + 'static) {
    let name = name.to_owned();
    let drawn = move |canvas: Option<HtmlCanvasElement>| {
        let told = done.clone();
        let name = name.clone();
        let saved = Closure::once_into_js(move |blob: Option<Blob>| {
            told(blob.is_some_and(|blob| save(&name, &blob).is_ok()));
        });
        if canvas.is_none_or(|canvas| canvas.to_blob(saved.unchecked_ref()).is_err()) {
            done(false);
        }
    };
    draw(svg, size, &(Rc::new(drawn) as Drawn));
}

/// Gives `done` an SVG drawing as a PNG picture so many pixels wide and high: the address of an image that holds it; `None` where the
/// browser cannot.
pub fn picture(svg: &str, size: (f64, f64), done: impl Fn(Option<String>) + 'static) {
    let drawn = move |canvas: Option<HtmlCanvasElement>| {
        done(canvas.and_then(|canvas| canvas.to_data_url().ok()));
    };
    draw(svg, size, &(Rc::new(drawn) as Drawn));
}

fn draw(svg: &str, size: (f64, f64), drawn: &Drawn) {
    if start_drawing(svg, size, drawn.clone()).is_err() {
        drawn(None);
    }
}

fn start_drawing(svg: &str, (width, height): (f64, f64), drawn: Drawn) -> Result<(), JsValue> {
    let image = HtmlImageElement::new()?;
    let on_canvas = {
        let image = image.clone();
        move || -> Result<HtmlCanvasElement, JsValue> {
            let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
            let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
            canvas.set_width(pixels(width));
            canvas.set_height(pixels(height));
            let context: CanvasRenderingContext2d =
                canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
            context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
            Ok(canvas)
        }
    };
    let failed = drawn.clone();
    let on_load = Closure::once_into_js(move || drawn(on_canvas().ok()));
    let on_error = Closure::once_into_js(move || failed(None));
    image.set_onload(Some(on_load.unchecked_ref()));
    image.set_onerror(Some(on_error.unchecked_ref()));
    // Not by an address of a blob: web views and sandboxes refuse those.
    image.set_src(&format!(
        "data:image/svg+xml;charset=utf-8,{}",
        String::from(js_sys::encode_uri_component(svg))
    ));
    Ok(())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a picture is some thousand pixels wide, and `as` saturates"
)]
fn pixels(size: f64) -> u32 {
    size.ceil() as u32
}

fn blob(media_type: &str, bytes: &[u8]) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options)
}

fn save(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(KEPT, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
