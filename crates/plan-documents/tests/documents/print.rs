//! PDFs.

use crate::paper::{Coding, at, file, objects, packed, stream, table};
use crate::samples::read_as_text;

const CODINGS: [Coding; 3] = [Coding::Identity, Coding::Gbk, Coding::Ucs2];

fn page(page: &str, expected: &str) {
    for coding in CODINGS {
        let bytes = file(&objects(&[page.to_owned()], coding));
        assert_eq!(read_as_text(&bytes), expected, "{coding:?}");
    }
}

#[test]
fn lines_are_read_from_top_to_bottom_with_their_indents() {
    let text = [
        at(100.0, 680.0, 16.0, "全区经济稳中向好。"),
        at(132.0, 700.0, 16.0, "2021年，地区生产总值增长6.5%，"),
        at(132.0, 660.0, 16.0, "二是扩大投资。"),
        at(100.0, 640.0, 16.0, "完成投资120亿元。"),
        at(228.0, 760.0, 22.0, "工 作 报"),
    ];
    page(
        &text.concat(),
        "　　　　　　工作报\n　　2021年，地区生产总值增长6.5%，\n全区经济稳中向好。\n　　二是扩大投资。\n完成投资120亿元。",
    );
}

#[test]
fn spaces_between_characters_are_read_from_their_places() {
    for (text, expected) in [
        // Columns stay apart.
        (at(100.0, 700.0, 10.0, "总产值") + &at(150.0, 700.0, 10.0, "6.5%"), "总产值    6.5%"),
        (at(100.0, 700.0, 10.0, "总产值") + &at(138.0, 700.0, 10.0, "6.5%"), "总产值  6.5%"),
        // Words do, characters of one line set wide do not.
        (at(100.0, 700.0, 10.0, "GDP") + &at(117.5, 700.0, 10.0, "5"), "GDP 5"),
        (at(100.0, 700.0, 10.0, "增") + &at(112.0, 700.0, 10.0, "长"), "增长"),
        (at(100.0, 700.0, 22.0, "目") + &at(160.0, 700.0, 22.0, "录"), "目录"),
        // Printed twice to be bold.
        (at(100.0, 700.0, 10.0, "目标") + &at(100.3, 700.0, 10.0, "目标"), "目标"),
        // Exponents and marks of notes.
        (at(100.0, 700.0, 10.0, "万m") + &at(115.0, 704.0, 6.0, "2"), "万m²"),
        // Moves within a text.
        (
            "BT /F 10 Tf 100 700 Td [⟦增⟧ -20 ⟦长⟧ -3000 ⟦6%⟧] TJ 0 -20 TD ⟦次行⟧ Tj T* ⟦末行⟧ Tj ET"
                .to_owned(),
            "增长      6%\n次行\n末行",
        ),
        (
            "BT /F 10 Tf 2 Tc 20 TL 100 700 Td ⟦增长⟧ Tj ⟦次行⟧ ' 50 Tz ⟦三行⟧ ' ET".to_owned(),
            "增长\n次行\n三行",
        ),
        // A foot in a tagged file is no text of the page.
        (
            at(100.0, 700.0, 10.0, "正文")
                + "/Artifact <</Type/Pagination>> BDC "
                + &at(100.0, 50.0, 10.0, "12")
                + "EMC",
            "正文",
        ),
        // A mark across the page.
        (at(100.0, 700.0, 10.0, "正文") + "BT /F 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm ⟦内部⟧ Tj ET", "正文"),
        // Invisible text lies over a picture of it.
        ("BT 3 Tr /F 10 Tf 100 700 Td ⟦识别⟧ Tj ET".to_owned(), "识别"),
    ] {
        page(&text, expected);
    }
}

#[test]
fn a_ruled_table_is_read_as_one() {
    let text = at(100.0, 720.0, 10.0, "主要指标")
        + &table(
            &[100.0, 250.0, 320.0, 400.0],
            700.0,
            &[&["指标", "单位", "目标"], &["地区生产总值", "亿元", "120"], &["其中：工业", "%", "6.5左右"]],
        )
        + &at(100.0, 620.0, 10.0, "注：快报数。");
    page(&text, "主要指标\n指标|单位|目标\n地区生产总值|亿元|120\n其中：工业|%|6.5左右\n注：快报数。");
}

#[test]
fn merged_cells_and_lines_within_cells_are_read() {
    // The head over two columns; a name of two lines; no rules at the left and right.
    let text = "100 700 m 400 700 l S 200 680 m 400 680 l S 100 660 m 400 660 l S 100 630 m 400 630 l S \
                200 630 m 200 700 l S 300 630 m 300 680 l S\n"
        .to_owned()
        + &at(110.0, 676.0, 10.0, "指标")
        + &at(260.0, 687.0, 10.0, "2021年")
        + &at(210.0, 667.0, 10.0, "目标")
        + &at(310.0, 667.0, 10.0, "完成")
        + &at(110.0, 648.0, 10.0, "规模以上工业")
        + &at(110.0, 636.0, 10.0, "增加值增速")
        + &at(210.0, 642.0, 10.0, "6%")
        + &at(310.0, 642.0, 10.0, "6.1%");
    page(&text, "指标|2021年|2021年\n指标|目标|完成\n规模以上工业增加值增速|6%|6.1%");
}

#[test]
fn a_box_around_text_is_no_table() {
    let text = "90 600 400 120 re S 90 680 400 0.5 re f\n".to_owned()
        + &at(100.0, 700.0, 10.0, "专栏一")
        + &at(100.0, 660.0, 10.0, "投资120亿元。");
    page(&text, "专栏一\n投资120亿元。");
}

#[test]
fn a_table_that_lies_on_its_side_is_read() {
    // Drawn on an upright page, turned by a quarter.
    let turned = format!(
        "q 0 1 -1 0 842 0 cm {} Q",
        table(&[100.0, 250.0, 400.0], 700.0, &[&["指标", "目标"], &["投资", "6%"]])
    );
    page(&turned, "指标|目标\n投资|6%");
    let mut objects = objects(&[turned], Coding::Identity);
    objects[7] =
        String::from_utf8(objects[7].clone()).unwrap().replace("/Parent", "/Rotate 90/Parent").into_bytes();
    assert_eq!(read_as_text(&file(&objects)), "指标|目标\n投资|6%");
}

#[test]
fn pages_end_and_objects_may_be_packed() {
    let pages = [at(100.0, 700.0, 10.0, "首页"), at(100.0, 700.0, 10.0, "次页")];
    let objects = objects(&pages, Coding::Identity);
    assert_eq!(read_as_text(&file(&objects)), "首页\n—\n次页");
    assert_eq!(read_as_text(&packed(&objects)), "首页\n—\n次页");
    // Lines of a mail before it make its table of objects wrong.
    assert_eq!(
        read_as_text(&[b"Content-Type: application/pdf\r\n\r\n", file(&objects).as_slice()].concat()),
        "首页\n—\n次页"
    );
}

#[test]
fn forms_are_drawn_where_they_are_called() {
    let mut objects = objects(&["q 1 0 0 1 50 0 cm /P Do Q".to_owned()], Coding::Identity);
    objects[6] = stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>",
        b"BT /F 10 Tf 100 700 Td <0001> Tj ET",
    );
    objects[5] = stream("", b"begincmap 1 beginbfchar <0001> <5E74> endbfchar endcmap");
    assert_eq!(read_as_text(&file(&objects)), "年");
    // A form that draws itself.
    objects[6] = stream(
        "/Type/XObject/Subtype/Form/Resources<</Font<</F 3 0 R>>/XObject<</P 7 0 R>>>>",
        b"BT /F 10 Tf 100 700 Td <0001> Tj ET /P Do /P Do",
    );
    assert_eq!(read_as_text(&file(&objects)), "年");
}

#[test]
fn fonts_of_a_byte_a_code_are_read() {
    let mut objects =
        objects(&["BT /F 10 Tf 100 700 Td (GDP 6.5% \\200) Tj ET".to_owned()], Coding::Identity);
    objects[2] = b"<</Type/Font/Subtype/TrueType/BaseFont/Arial/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[128/perthousand]>>/FirstChar 32/Widths[250]>>".to_vec();
    assert_eq!(read_as_text(&file(&objects)), "GDP 6.5%‰");
}

#[test]
fn radicals_are_read_as_characters() {
    let page = at(100.0, 700.0, 10.0, "⼀是⻓期");
    assert_eq!(read_as_text(&file(&objects(&[page], Coding::Identity))), "一是长期");
}

#[test]
fn what_cannot_be_read_is_said() {
    let says = |bytes: &[u8], part: &str| {
        let said = read_as_text(bytes);
        assert!(said.contains(part), "{said}");
    };
    let picture = "q 595 0 0 842 0 0 cm /P Do Q".to_owned();
    says(&file(&objects(&[picture.clone(), picture.clone()], Coding::Identity)), "a scanned PDF");
    says(&file(&objects(&["0 0 100 100 re f".to_owned()], Coding::Identity)), "turned into curves");
    says(&file(&objects(&[at(100.0, 700.0, 10.0, "地区生产总值")], Coding::Unmapped)), "cannot be made out");
    says(b"%PDF-1.7\nnothing", "a damaged PDF");
    let mut locked = objects(&[at(100.0, 700.0, 10.0, "正文")], Coding::Identity);
    locked.push(b"<</Filter/Standard/V 1/R 2/P -4/O<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>/U<0000000000000000000000000000000000000000000000000000000000000000>>>".to_vec());
    let number = locked.len();
    let bytes = file(&locked);
    let trailer = format!("/Root 1 0 R/ID[<00><00>]/Encrypt {number} 0 R");
    let at = bytes.windows(11).rposition(|part| part == b"/Root 1 0 R").unwrap();
    let locked = [&bytes[..at], trailer.as_bytes(), &bytes[at + 11..]].concat();
    says(&locked, "a password locks");
    // Among pages with text, one that is a picture is marked.
    let text = at_many(30);
    let bytes = file(&objects(&[text.clone(), picture, text], Coding::Identity));
    assert!(read_as_text(&bytes).contains("—\n［此页为图片，未读取］\n—"));
}

fn at_many(lines: u32) -> String {
    (0..lines).map(|line| at(100.0, 800.0 - 20.0 * f64::from(line), 10.0, "地区生产总值")).collect()
}

#[test]
fn what_inflates_too_far_is_refused() {
    let spaces = stream("/Type/ObjStm/N 1/First 4", &vec![b' '; 210 << 20]);
    let mut objects = objects(&[at(100.0, 700.0, 10.0, "正文")], Coding::Identity);
    // As a table of objects, which is inflated before anything else; as what a page draws; twice over.
    let plain = spaces.strip_prefix(b"<</Type/ObjStm/N 1/First 4").unwrap();
    let plain = [b"<<", plain].concat();
    let twice = stream("/Filter[/FlateDecode/FlateDecode]", b"");
    let twice = String::from_utf8_lossy(&twice).replace("/Filter/FlateDecode", "").into_bytes();
    for stream in [spaces, plain, twice] {
        objects[8] = stream;
        assert!(read_as_text(&file(&objects)).contains("too large once inflated"));
    }
}
