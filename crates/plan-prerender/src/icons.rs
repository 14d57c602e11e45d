//! The icon as pixels, for the screens and lists of programs in which an installed page stands.

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::assets::read;

/// The drawing, from the project’s folder.
const SOURCE: &str = "static/icons/icon.svg";

/// An icon of some size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon {
    /// Where it stands, from the page in Chinese.
    pub path: &'static str,
    /// Its width and height in pixels.
    pub size: u32,
    /// Whether systems may cut it to a shape of theirs: it has no corners of its own then.
    pub is_maskable: bool,
}

/// Every icon that is written.
pub const ICONS: [Icon; 3] = [
    Icon { path: "icons/icon-192.png", size: 192, is_maskable: false },
    Icon { path: "icons/icon-512.png", size: 512, is_maskable: false },
    Icon { path: "icons/icon-maskable-512.png", size: 512, is_maskable: true },
];

/// Writes the icons into the folder of the build.
///
/// # Errors
/// The drawing cannot be read, or a file cannot be written.
pub fn write(source: &Path, out: &Path) -> anyhow::Result<()> {
    let svg = read(&source.join(SOURCE))?;
    for icon in ICONS {
        let path = out.join(icon.path);
        let png = draw(&svg, icon).and_then(|pixels| Ok(pixels.encode_png()?));
        let png = png.with_context(|| format!("{SOURCE}: cannot become {}", icon.path))?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        }
        fs::write(&path, png).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "some hundred pixels")]
fn draw(svg: &str, icon: Icon) -> anyhow::Result<Pixmap> {
    let tree = Tree::from_str(svg, &Options::default())?;
    let (width, height) = (tree.size().width(), tree.size().height());
    ensure!((width - height).abs() < 0.01, "found a drawing of {width} by {height}, expected a square");
    let scale = icon.size as f32 / width;
    let mut pixels = Pixmap::new(icon.size, icon.size).context("no room for its pixels")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    if icon.is_maskable {
        // What is outside of its round corners is like what is inside of them.
        let edge = pixels.pixel(icon.size / 2, 0).context("found no pixel at its edge")?.demultiply();
        ensure!(
            edge.alpha() == u8::MAX,
            "found no colour in the middle of its upper edge, expected its background"
        );
        pixels.fill(resvg::tiny_skia::Color::from_rgba8(edge.red(), edge.green(), edge.blue(), u8::MAX));
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    }
    Ok(pixels)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    #[test]
    fn icons_have_their_size_and_are_the_same_twice() {
        let out = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        for out in &out {
            write(&project(), out.path()).unwrap();
        }
        for icon in ICONS {
            let [first, second] = out.each_ref().map(|out| fs::read(out.path().join(icon.path)).unwrap());
            let pixels = Pixmap::decode_png(&first).unwrap();
            assert_eq!((pixels.width(), pixels.height()), (icon.size, icon.size), "{icon:?}");
            assert!(first == second, "{icon:?}");
        }
    }

    #[test]
    fn whatever_shape_a_system_cuts_out_the_sign_is_whole() {
        let svg = fs::read_to_string(project().join(SOURCE)).unwrap();
        let icon = ICONS.into_iter().find(|icon| icon.is_maskable).unwrap();
        let pixels = draw(&svg, icon).unwrap();
        let background = pixels.pixel(0, 0).unwrap();
        assert_eq!(background.alpha(), u8::MAX);
        // Outside of a circle of four fifths of the width anything may be cut off, says the W3C’s “safe zone”.
        let (middle, safe) = (f64::from(icon.size) / 2.0, f64::from(icon.size) * 0.4);
        let mut signs = 0;
        for y in 0..icon.size {
            for x in 0..icon.size {
                let distance = (f64::from(x) + 0.5 - middle).hypot(f64::from(y) + 0.5 - middle);
                let is_background = pixels.pixel(x, y).unwrap() == background;
                assert!(is_background || distance < safe, "{x}, {y}");
                signs += u32::from(!is_background);
            }
        }
        assert!(signs > 1000, "there is a sign");
    }

    #[test]
    fn a_drawing_that_is_no_square_is_refused() {
        let refused =
            draw("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 16'/>", ICONS[0]).unwrap_err();
        assert_eq!(refused.to_string(), "found a drawing of 32 by 16, expected a square");
    }
}
