//! Small PDFs.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// How the text of a PDF is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coding {
    /// Numbers of glyphs with a map to Unicode, as Word and WPS write.
    Identity,
    /// The same without the map.
    Unmapped,
    /// GBK-EUC-H, as older programs write.
    Gbk,
    /// `UniGB-UCS2-H`.
    Ucs2,
}

/// A PDF of objects, the first of which is its catalogue.
pub(crate) fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        writeln!(bytes, "{} 0 obj", number + 1).unwrap();
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let table = bytes.len();
    writeln!(bytes, "xref\n0 {}\n0000000000 65535 f ", objects.len() + 1).unwrap();
    for place in places {
        writeln!(bytes, "{place:010} 00000 n ").unwrap();
    }
    writeln!(bytes, "trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF", objects.len() + 1)
        .unwrap();
    bytes
}

/// A PDF whose objects (but the streams) are in one compressed stream, as programs of today write.
pub(crate) fn packed(objects: &[Vec<u8>]) -> Vec<u8> {
    let is_stream = |object: &[u8]| object.windows(6).any(|word| word == b"stream");
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut entries: Vec<[u32; 3]> = vec![[0, 0, 0]; objects.len() + 3];
    let (mut head, mut body) = (String::new(), Vec::new());
    let holder = objects.len() + 1;
    let mut count = 0;
    for (number, object) in objects.iter().enumerate() {
        let number = number + 1;
        if is_stream(object) {
            entries[number] = [1, u32::try_from(bytes.len()).unwrap(), 0];
            writeln!(bytes, "{number} 0 obj").unwrap();
            bytes.extend(object);
            bytes.extend(b"\nendobj\n");
        } else {
            entries[number] = [2, u32::try_from(holder).unwrap(), count];
            count += 1;
            write!(head, "{number} {} ", body.len()).unwrap();
            body.extend(object);
            body.push(b' ');
        }
    }
    let inside = [head.as_bytes(), &body].concat();
    entries[holder] = [1, u32::try_from(bytes.len()).unwrap(), 0];
    writeln!(bytes, "{holder} 0 obj").unwrap();
    bytes.extend(stream(&format!("/Type/ObjStm/N {count}/First {}", head.len()), &inside));
    bytes.extend(b"\nendobj\n");
    let table = bytes.len();
    entries[holder + 1] = [1, u32::try_from(table).unwrap(), 0];
    let mut rows = Vec::new();
    for [kind, place, index] in &entries {
        rows.push(u8::try_from(*kind).unwrap());
        rows.extend(place.to_be_bytes());
        rows.push(u8::try_from(*index).unwrap());
    }
    writeln!(bytes, "{} 0 obj", holder + 1).unwrap();
    bytes.extend(stream(&format!("/Type/XRef/W[1 4 1]/Size {}/Root 1 0 R", entries.len()), &rows));
    writeln!(bytes, "\nendobj\nstartxref\n{table}\n%%EOF").unwrap();
    bytes
}

/// A stream, compressed.
pub(crate) fn stream(dict: &str, data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(data).unwrap();
    let data = encoder.finish().unwrap();
    let mut bytes = format!("<<{dict}/Filter/FlateDecode/Length {}>>stream\n", data.len()).into_bytes();
    bytes.extend(data);
    bytes.extend(b"\nendstream");
    bytes
}

/// The objects of a PDF of these pages, each of which is instructions in which ⟦…⟧ are texts.
pub(crate) fn objects(pages: &[String], coding: Coding) -> Vec<Vec<u8>> {
    let mut kids = String::new();
    let mut characters: Vec<char> = pages.iter().flat_map(|page| page.chars()).collect();
    characters.sort_unstable();
    characters.dedup();
    let first = 8;
    let mut contents = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let number = first + at * 2;
        write!(kids, "{number} 0 R ").unwrap();
        contents.push(
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>/XObject<</P 7 0 R>>>>/Contents {} 0 R>>",
                number + 1
            )
            .into_bytes(),
        );
        contents.push(stream("", &coded(page, coding, &characters)));
    }
    let encoding = match coding {
        Coding::Identity | Coding::Unmapped => "Identity-H",
        Coding::Gbk => "GBK-EUC-H",
        Coding::Ucs2 => "UniGB-UCS2-H",
    };
    let map = if coding == Coding::Identity { "/ToUnicode 6 0 R" } else { "" };
    let ascii = |character: char| character.is_ascii();
    let widths: String = match coding {
        Coding::Identity | Coding::Unmapped => characters
            .iter()
            .enumerate()
            .filter(|(_, character)| ascii(**character))
            .map(|(at, _)| format!("{}[500]", at + 1))
            .collect::<Vec<_>>()
            .concat(),
        Coding::Gbk => "814 939 500".to_owned(),
        Coding::Ucs2 => "1 95 500".to_owned(),
    };
    let mut unicode = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n".to_owned();
    for (at, character) in characters.iter().enumerate() {
        let units: Vec<String> =
            character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("{unit:04X}")).collect();
        let units = units.concat();
        writeln!(unicode, "1 beginbfchar\n<{:04X}><{units}>\nendbfchar", at + 1).unwrap();
    }
    unicode.push_str("endcmap\nend\nend\n");
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Kids[{kids}]/Count {}>>", pages.len()).into_bytes(),
        format!(
            "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/{encoding}/DescendantFonts[4 0 R]{map}>>"
        )
        .into_bytes(),
        format!(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo 5 0 R/DW 1000/W[{widths}]>>"
        )
        .into_bytes(),
        b"<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>".to_vec(),
        stream("", unicode.as_bytes()),
        stream(
            "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
            b"\0",
        ),
    ];
    objects.extend(contents);
    objects
}

/// Instructions with their texts in a coding.
fn coded(page: &str, coding: Coding, characters: &[char]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (at, part) in page.split(['⟦', '⟧']).enumerate() {
        if at % 2 == 0 {
            bytes.extend(part.as_bytes());
            continue;
        }
        let codes: Vec<u8> = match coding {
            Coding::Identity | Coding::Unmapped => part
                .chars()
                .flat_map(|character| {
                    u16::try_from(characters.binary_search(&character).unwrap() + 1).unwrap().to_be_bytes()
                })
                .collect(),
            Coding::Gbk => encoding_rs::GBK.encode(part).0.into_owned(),
            Coding::Ucs2 => part.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        };
        bytes.push(b'<');
        for code in codes {
            write!(bytes, "{code:02X}").unwrap();
        }
        bytes.push(b'>');
    }
    bytes
}

/// An instruction for a text at a place, from the lower left corner of the page.
pub(crate) fn at(x: f64, y: f64, size: f64, text: &str) -> String {
    format!("BT /F {size} Tf 1 0 0 1 {x} {y} Tm ⟦{text}⟧ Tj ET\n")
}

/// Instructions for a table with rules: the edges of its columns, its upper edge, and its rows of 20 points each.
pub(crate) fn table(columns: &[f64], top: f64, rows: &[&[&str]]) -> String {
    let mut page = String::new();
    let bottom = top - 20.0 * f64::from(u32::try_from(rows.len()).unwrap());
    let (left, right) = (columns[0], columns[columns.len() - 1]);
    let mut y = top;
    for row in rows {
        writeln!(page, "{left} {y} {} 0.5 re f", right - left).unwrap();
        for (x, text) in columns.iter().zip(*row) {
            page.push_str(&at(x + 4.0, y - 14.0, 10.0, text));
        }
        y -= 20.0;
    }
    writeln!(page, "{left} {bottom} m {right} {bottom} l S").unwrap();
    for x in columns {
        writeln!(page, "{x} {bottom} m {x} {top} l S").unwrap();
    }
    page
}
