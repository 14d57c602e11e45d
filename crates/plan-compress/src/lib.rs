//! Compresses files as web servers send them: as small as it goes, and always the same. A package of its own, since only a package
//! can be optimised by itself in development builds (Cargo.toml): the code of libraries with parameters of type is compiled
//! where it is called, and this is called while a page is built.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

/// The content with Brotli, which all browsers with WebAssembly read.
///
/// # Errors
/// There is no memory for it.
pub fn brotli(content: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        // The largest window that browsers read is 24, and would cost phones 16 MB for nothing: no file is that long.
        lgwin: 22,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// The content with gzip, for all others.
///
/// # Errors
/// There is no memory for it.
pub fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    // Without the time and the name of a file, so that two builds are the same.
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_can_be_read_and_is_the_same_every_time() {
        for content in ["卫东区 2021 年计划，".repeat(500), "a".to_owned(), String::new()] {
            let content = content.as_bytes();
            let (brotli, gzip) = (brotli(content).unwrap(), gzip(content).unwrap());
            assert_eq!((&brotli, &gzip), (&super::brotli(content).unwrap(), &super::gzip(content).unwrap()));
            let mut read = Vec::new();
            brotli::Decompressor::new(&*brotli, 4096).read_to_end(&mut read).unwrap();
            assert_eq!(read, content);
            read.clear();
            flate2::read::GzDecoder::new(&*gzip).read_to_end(&mut read).unwrap();
            assert_eq!(read, content);
            assert_eq!(gzip[4..8], [0; 4], "the time of the file");
        }
    }
}
