//! `SHA256SUMS`: what `sha256sum -c` reads.

use sha2::{Digest, Sha256};

use crate::contents::Contents;

/// The name of the file.
pub(crate) const NAME: &str = "SHA256SUMS";

/// The sum of every file, one a line.
pub(crate) fn write(contents: &Contents) -> String {
    let lines: Vec<String> =
        contents.iter().map(|(path, content)| format!("{}  {path}\n", sum(content))).collect();
    lines.concat()
}

fn sum(content: &[u8]) -> String {
    let bytes: Vec<String> = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
    bytes.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_sum_and_path() {
        let mut contents = Contents::default();
        contents.add("dist/a.txt", "abc");
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  dist/a.txt\n";
        assert_eq!(write(&contents), expected);
    }
}
