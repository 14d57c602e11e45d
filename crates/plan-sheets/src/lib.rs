//! The one door to a data package: a folder, which `plan-data` reads, or an Excel workbook with a sheet for each table. A cell of a
//! sheet is read as a person sees it there.

mod draft;
mod hidden;
mod kind;
mod named;
mod number;
mod workbook;

use std::path::Path;

use plan_data::package::{self, Checked, Package, Problems};
use plan_data::said;

use kind::Kind;
use workbook::Unreadable;

pub use draft::{DRAFT, is_draft};
pub use named::named;
pub use number::shown;

/// How a workbook's name ends.
const WORKBOOK: &str = "xlsx";

/// Reads and checks the package at `path`: a folder, or a workbook.
///
/// # Errors
/// All that is wrong with it; or one sentence, where nothing there is a package.
pub fn load(path: &Path) -> Result<Package, Problems> {
    check(path).package
}

/// The same, with what may be wrong.
pub fn check(path: &Path) -> Checked {
    let place = path.display().to_string();
    let refused = |found| {
        let expected = said!(
            "数据包的文件夹，或者工作簿（.{WORKBOOK}）",
            "the folder of a package, or a workbook (.{WORKBOOK})"
        );
        Checked::unreadable(&place, found, expected)
    };
    if path.is_dir() {
        let has = |name: &str| path.join(name).exists();
        if !has(package::DESCRIPTOR) && !package::REPORT_FILES.into_iter().any(has) {
            let ([report, _], descriptor) = (package::REPORT_FILES, package::DESCRIPTOR);
            return refused(said!(
                "没有{descriptor}也没有{report}的文件夹",
                "a folder without {descriptor} and {report}"
            ));
        }
        return package::check(path);
    }
    if !path.exists() {
        return refused(said!("没有这个文件或文件夹", "nothing of that name"));
    }
    let kind = Kind::of(path);
    if let Some((found, expected)) = kind.refusal() {
        return Checked::unreadable(&place, found, expected);
    }
    let is_named = path.extension().is_some_and(|end| end.eq_ignore_ascii_case(WORKBOOK));
    if kind == Kind::Other && !is_named {
        return Checked::unreadable(
            &place,
            said!("不是数据包的文件", "a file that is no package"),
            said!(
                "数据包的文件夹或工作簿：其他表格请另存为.{WORKBOOK}",
                "the folder of a package, or a workbook: save other spreadsheets as .{WORKBOOK}"
            ),
        );
    }
    match workbook::sheets(path) {
        Ok((sheets, hidden)) => package::check_sheets(&place, &sheets, &hidden),
        Err(Unreadable { found, expected }) => Checked::unreadable(&place, found, expected),
    }
}
