//! Saving a file that the page has made.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement,
    Url,
};

/// How long a file's address is kept, in milliseconds: the browser fetches it after the click.
const KEPT: u32 = 60_000;

/// Offers `text` as a file of that name; `false` where the browser has no way to.
pub fn save_text(name: &str, media_type: &str, text: &str) -> bool {
    // As bytes: a byte order mark is part of the file.
    blob(media_type, text.as_bytes()).and_then(|blob| save(name, &blob)).is_ok()
}

/// Offers an SVG drawing as a PNG picture of twice its size; `done` hears whether that went well.
pub fn save_png(name: &str, svg: &str, (width, height): (f64, f64), done: impl Fn(bool) + Clone + 'static) {
    let started = draw_png(name.to_owned(), svg, (width, height), done.clone());
    if started.is_err() {
        done(false);
    }
}

fn draw_png(
    name: String,
    svg: &str,
    (width, height): (f64, f64),
    done: impl Fn(bool) + Clone + 'static,
) -> Result<(), JsValue> {
    const SCALE: f64 = 2.0;
    let image = HtmlImageElement::new()?;
    let address = Url::create_object_url_with_blob(&blob("image/svg+xml", svg.as_bytes())?)?;
    let drawn = {
        let (image, done) = (image.clone(), done.clone());
        move || -> Result<(), JsValue> {
            let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
            let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
            canvas.set_width(pixels(width * SCALE));
            canvas.set_height(pixels(height * SCALE));
            let context: CanvasRenderingContext2d =
                canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
            context.draw_image_with_html_image_element_and_dw_and_dh(
                &image,
                0.0,
                0.0,
                width * SCALE,
                height * SCALE,
            )?;
            let saved = Closure::once_into_js(move |blob: Option<Blob>| {
                done(blob.is_some_and(|blob| save(&name, &blob).is_ok()));
            });
            canvas.to_blob(saved.unchecked_ref())
        }
    };
    let failed = done.clone();
    let loaded = address.clone();
    let on_load = Closure::once_into_js(move || {
        let result = drawn();
        let _ = Url::revoke_object_url(&loaded);
        if result.is_err() {
            failed(false);
        }
    });
    let refused = address.clone();
    let on_error = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&refused);
        done(false);
    });
    image.set_onload(Some(on_load.unchecked_ref()));
    image.set_onerror(Some(on_error.unchecked_ref()));
    image.set_src(&address);
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
