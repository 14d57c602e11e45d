//! Scripts without what only their readers need: half of what browsers load of them.

use anyhow::bail;
use oxc::allocator::Allocator;
use oxc::codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc::minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc::parser::Parser;
use oxc::span::SourceType;

/// What a script is to the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It imports or exports: its own names are nobody else's.
    Module,
    /// It stands in a page, or is loaded as it is.
    Classic,
}

/// The script with short names and without space. `name` says in an error which it is.
///
/// # Errors
/// It is no script.
pub fn minified(name: &str, text: &str, kind: Kind) -> anyhow::Result<String> {
    let allocator = Allocator::default();
    let source = match kind {
        Kind::Module => SourceType::mjs(),
        Kind::Classic => SourceType::script(),
    };
    let parsed = Parser::new(&allocator, text, source).parse();
    if let Some(mistake) = parsed.diagnostics.first() {
        bail!("{name}: {mistake}");
    }
    let mut program = parsed.program;
    let options = MinifierOptions {
        mangle: Some(MangleOptions::default()),
        compress: Some(CompressOptions::smallest()),
        ..MinifierOptions::default()
    };
    let names = Minifier::new(options).minify(&allocator, &mut program).scoping;
    let options =
        CodegenOptions { minify: true, comments: CommentOptions::disabled(), ..CodegenOptions::default() };
    Ok(Codegen::new().with_options(options).with_scoping(names).build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::{Kind, minified};

    #[test]
    fn names_of_others_stay_and_own_ones_become_short() {
        let script = "// why\n(function () {\n  var wanted = location.search;\n  window.plan = wanted + wanted;\n})();\n";
        let found = minified("a.js", script, Kind::Classic).unwrap();
        assert!(found.contains("location.search") && found.contains("window.plan"), "{found}");
        assert!(!found.contains("wanted") && !found.contains("why") && found.len() < 60, "{found}");
        let module = "export function start(first) {\n  return import(first);\n}\n";
        let found = minified("b.js", module, Kind::Module).unwrap();
        assert!(found.contains("start") && !found.contains("first"), "{found}");
    }

    #[test]
    fn what_is_no_script_is_named() {
        let error = minified("static/c.js", "var = 1;", Kind::Classic).unwrap_err().to_string();
        assert!(error.starts_with("static/c.js: "), "{error}");
    }
}
