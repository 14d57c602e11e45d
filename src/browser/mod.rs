//! The edge to the browser: every use of web-sys. Nothing here decides anything that could be tested without one.

pub mod address;
mod dialog;
mod display;
mod download;
mod focus;
mod host;
mod links;
mod listen;
mod page;
mod pointer;
mod printing;
mod scroll;
mod share;
#[cfg(target_arch = "wasm32")]
mod start;
#[cfg(target_arch = "wasm32")]
mod swap;
mod turns;
mod typed;
mod width;

pub use dialog::{close_dialog, is_checked, is_open, on_press, open_dialog};
pub use display::Display;
pub use download::{picture, save_png, save_text, saves_files};
pub use focus::{
    Place, focus, focus_goes_elsewhere, focus_if_shown, focus_nth, is_fixed, is_in_control, is_in_sight,
    on_press_outside, on_slash, reveal, show_opened,
};
pub use host::{on_asked, on_blocked, open_outside, tell_host};
pub use links::on_link;
pub use listen::Listener;
pub use page::{is_whole, remember_whole, set_head, tell_state};
pub use pointer::{id_under, is_on_tooltip, on_escape, place_in, show_active_in, shows_focus, window_around};
pub use printing::use_printing;
pub use scroll::{rows_in_sight, set_space, use_scroll};
pub use share::{Sent, copy, select_text, send};
#[cfg(target_arch = "wasm32")]
pub use start::start;
pub use turns::{once_shown, use_turn};
pub use typed::{show_value, text_typed, use_composed_text, value_chosen, value_shown};
pub use width::{fit_height, is_unfolded, use_width};
