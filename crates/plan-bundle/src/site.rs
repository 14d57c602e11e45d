//! A dataset as the two files that a built site takes in the place of the report that it was built for, without being built again:
//! `site.json` names the other one, and says what is in it. `static/site.js` reads both.

use plan_data::Said;
use plan_data::bundle::FORM;
use serde_json::json;
use sha2::{Digest as _, Sha256};

/// The file that names the other; its name is the same everywhere.
pub const SITE: &str = "site.json";

/// What the other is called where nobody says otherwise.
pub const DATASET: &str = "dataset.json";

/// The number of the form of [`SITE`].
pub const VERSION: u32 = 1;

/// So many bytes a file may have.
pub const MOST: usize = 20_000_000;

/// The texts of the two files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFiles {
    /// The report: `{"format", "title", "languages", "data"}`.
    pub dataset: String,
    /// Which file that is: `{"version", "title", "dataset", "bytes", "sha256"}`.
    pub site: String,
}

/// The two files of a report of that title, with what [`carried`](crate::carried) makes of it; `name` is that of the first.
///
/// # Errors
/// The first would have more bytes than the page takes.
pub fn site_files(title: &str, has_english: bool, data: &str, name: &str) -> Result<SiteFiles, Said> {
    let languages: &[&str] = if has_english { &["zh", "en"] } else { &["zh"] };
    let dataset = json!({ "format": FORM, "title": title, "languages": languages, "data": data }).to_string();
    let bytes = dataset.len();
    if bytes > MOST {
        return Err(Said {
            zh: format!("{name}：现有{bytes}字节，应不超过{MOST}字节"),
            en: format!("{name}: found {bytes} bytes, expected at most {MOST}"),
        });
    }
    let sum: Vec<String> = Sha256::digest(&dataset).iter().map(|byte| format!("{byte:02x}")).collect();
    let site = json!({ "version": VERSION, "title": title, "dataset": name, "bytes": bytes, "sha256": sum.concat() });
    Ok(SiteFiles { dataset, site: format!("{site:#}\n") })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use plan_data::bundle::{self, BETWEEN};
    use serde_json::Value;

    use super::*;
    use crate::carried;

    #[test]
    fn one_file_says_what_is_in_the_other() {
        for (package, languages) in [("weidong-2021", json!(["zh", "en"])), ("example-county", json!(["zh"]))]
        {
            let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(package);
            let dataset = plan_data::package::read(&package).unwrap();
            let (title, data) = (&dataset.report.title.zh, carried(&dataset));
            let files = site_files(title, dataset.has_english(), &data, "2021.json").unwrap();
            let site: Value = serde_json::from_str(&files.site).unwrap();
            let of: Value = serde_json::from_str(&files.dataset).unwrap();
            assert_eq!((&site["version"], &site["dataset"]), (&json!(1), &json!("2021.json")));
            assert_eq!(site["bytes"], files.dataset.len());
            assert_eq!(site["title"], dataset.report.title.zh);
            assert_eq!((&of["title"], &of["languages"]), (&site["title"], &languages));
            assert_eq!(site["sha256"].as_str().unwrap().len(), 64);
            let (text, _) = of["data"].as_str().unwrap().split_once(BETWEEN).unwrap();
            assert_eq!(bundle::read(text).unwrap().dataset, dataset);
        }
    }

    #[test]
    fn what_the_page_would_not_take_is_not_written() {
        let said = site_files("a", false, &"a".repeat(MOST), "a.json").unwrap_err();
        assert!(said.en.starts_with("a.json: found 20000"), "{said:?}");
        assert!(said.en.ends_with("expected at most 20000000") && said.zh.contains("应不超过"), "{said:?}");
    }
}
