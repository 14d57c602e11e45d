//! Word documents.

use crate::samples::{paragraph, part, read_as_text, word, zip};

fn body(body: &str, expected: &str) {
    assert_eq!(read_as_text(&word(body, &[])), expected, "{body}");
}

fn text(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

#[test]
fn what_is_not_text_of_a_paragraph_is_left_out() {
    for (inside, expected) in [
        ("<w:r><w:t>全区</w:t></w:r><w:r><w:t>增长</w:t></w:r>", "全区增长"),
        ("<w:r><w:t xml:space=\"preserve\">　　全区 </w:t><w:tab/><w:t>6%</w:t></w:r>", "　　全区 \t6%"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>", "甲\n乙\n丙"),
        ("<w:r><w:t>前</w:t><w:br w:type=\"page\"/><w:t>后</w:t></w:r>", "前\n—\n后"),
        ("<w:r><w:t>前</w:t><w:lastRenderedPageBreak/><w:t>后</w:t></w:r>", "前后"),
        (
            "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>字</w:t></w:r>",
            "新字",
        ),
        (
            "<w:moveFrom><w:r><w:t>去</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>来</w:t></w:r></w:moveTo>",
            "来",
        ),
        (
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r>",
            "显",
        ),
        ("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "链接"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>", "控件"),
        (
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>页</w:t></w:r>",
            "12页",
        ),
        (
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>eq \\o\\ac(○,3)</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>推进</w:t></w:r>",
            "③推进",
        ),
        ("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>丢</w:t></w:r>", ""),
        (
            "<w:r><w:t>2.5万m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>",
            "2.5万m²",
        ),
        ("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F06C\"/><w:t>完成</w:t></w:r>", "●完成"),
        ("<w:r><w:t>6</w:t><w:noBreakHyphen/><w:t>8%</w:t></w:r>", "6-8%"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>wei</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>卫</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "卫",
        ),
    ] {
        body(&format!("<w:p>{inside}</w:p>"), expected);
    }
    // What a field that is never ended says does not swallow the paragraphs after it.
    body(
        &format!("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p><w:p>{}</w:p>", text("下一段")),
        "下一段",
    );
}

#[test]
fn bold_words_stand_between_marks() {
    let bold =
        |text: &str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    body(
        &format!("<w:p>{}{}{}</w:p>", bold("一是"), bold("稳增长。 "), text("全年")),
        "**一是稳增长。** 全年",
    );
    body(&format!("<w:p>{}{}</w:p>", bold(" "), text("全年")), " 全年");
    // Not in a heading, which is bold anyway.
    body(&format!("<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>{}</w:p>", bold("主要目标")), "#主要目标");
}

#[test]
fn headings_are_known_by_level_and_by_style() {
    let styles = r#"
        <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="x"><w:name w:val="章"/><w:basedOn w:val="1"/></w:style>
        <w:style w:type="paragraph" w:styleId="y"><w:name w:val="节"/><w:basedOn w:val="y"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="z"><w:name w:val="strong text"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>"#;
    let body = [
        paragraph(r#"<w:pStyle w:val="t"/>"#, "甲章\t12").replace('\t', "</w:t><w:tab/><w:t>"),
        paragraph(r#"<w:pStyle w:val="t"/>"#, "不是目录"),
        paragraph(r#"<w:pStyle w:val="1"/>"#, "甲章"),
        paragraph(r#"<w:pStyle w:val="x"/>"#, "乙章"),
        paragraph(r#"<w:pStyle w:val="y"/>"#, "甲节"),
        paragraph(r#"<w:pStyle w:val="x"/><w:outlineLvl w:val="9"/>"#, "正文一"),
        paragraph(r#"<w:pStyle w:val="z"/>"#, "正文二"),
        paragraph("", "正文三"),
    ];
    assert_eq!(
        read_as_text(&word(&body.concat(), &[("styles", styles)])),
        "不是目录\n#甲章\n#乙章\n##甲节\n**正文一**\n**正文二**\n正文三"
    );
}

/// The level of a list.
fn level(at: u8, format: &str, text: &str, more: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>"#
    )
}

fn item(list: &str, level: u8, text: &str) -> String {
    paragraph(&format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#), text)
}

#[test]
fn lists_are_counted_as_word_counts_them() {
    let levels = [
        level(0, "chineseCountingThousand", "（%1）", ""),
        level(1, "decimal", "%2.", ""),
        level(2, "decimalEnclosedCircleChinese", "%3", r#"<w:suff w:val="nothing"/>"#),
        level(3, "decimal", "%1.%2.%4", "<w:isLgl/>"),
        level(4, "bullet", "\u{F06C}", ""),
    ];
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="5">{}</w:abstractNum>
        <w:abstractNum w:abstractNumId="6">{}</w:abstractNum>
        <w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="列表"/></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="6"/></w:num>
        <w:num w:numId="8"><w:abstractNumId w:val="7"/></w:num>"#,
        levels.concat(),
        level(0, "decimal", "第%1条", r#"<w:pStyle w:val="条"/>"#)
            + &level(1, "lowerLetter", "%2)", r#"<w:pStyle w:val="款"/><w:lvlRestart w:val="0"/>"#),
    );
    let styles = r#"<w:style w:type="paragraph" w:styleId="条"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="款"><w:name w:val="款"/><w:basedOn w:val="条"/></w:style>
        <w:style w:type="numbering" w:styleId="列表"><w:name w:val="列表"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>"#;
    let article = |style: &str, text: &str| paragraph(&format!(r#"<w:pStyle w:val="{style}"/>"#), text);
    let body = [
        item("1", 0, "甲"),
        item("1", 1, "2021年甲"),
        item("1", 1, "乙"),
        item("1", 2, "子"),
        item("1", 3, "丑"),
        item("2", 0, "乙"),
        item("2", 1, "甲"),
        item("1", 4, "点"),
        item("3", 0, "新"),
        item("3", 0, "旧"),
        item("0", 0, "无号"),
        item("99", 0, "无此表"),
        article("条", "甲"),
        article("款", "子"),
        article("条", "乙"),
        article("款", "丑"),
        item("8", 0, "丙"),
        paragraph(r#"<w:pStyle w:val="条"/><w:numPr><w:numId w:val="0"/></w:numPr>"#, "丁"),
    ];
    assert_eq!(
        read_as_text(&word(&body.concat(), &[("numbering", &numbering), ("styles", styles)])),
        "（一）甲\n1. 2021年甲\n2. 乙\n①子\n1.2.1 丑\n（二）乙\n1. 甲\n● 点\n（一）新\n（二）旧\n无号\n无此表\n第1条甲\na) 子\n第2条乙\nb) 丑\n第3条丙\n丁"
    );
}

#[test]
fn the_number_of_a_bold_paragraph_is_bold() {
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0">{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#,
        level(0, "decimal", "%1、", "")
    );
    let body = r#"<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>稳投资。</w:t></w:r><w:r><w:t>全年</w:t></w:r></w:p>"#;
    assert_eq!(read_as_text(&word(body, &[("numbering", &numbering)])), "**1、稳投资。**全年");
}

/// A cell of a table.
fn cell(properties: &str, inside: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>")
}

fn table(rows: &[Vec<String>]) -> String {
    let rows: Vec<_> = rows.iter().map(|cells| format!("<w:tr>{}</w:tr>", cells.concat())).collect();
    format!("<w:tbl>{}</w:tbl>", rows.concat())
}

#[test]
fn merged_cells_have_their_text_in_each() {
    let plain = |text: &str| cell("", &paragraph("", text));
    let wide = |text: &str| cell(r#"<w:gridSpan w:val="2"/>"#, &paragraph("", text));
    let down = |value: &str, text: &str| cell(&format!("<w:vMerge{value}/>"), &paragraph("", text));
    let rows = [
        vec![down(r#" w:val="restart""#, "指标"), wide("2021年")],
        vec![down("", ""), plain("目标"), plain("完成")],
        vec![plain("投资"), plain("6%"), cell("", &(paragraph("", "甲") + &paragraph("", "乙")))],
    ];
    body(&table(&rows), "指标|2021年|2021年\n指标|目标|完成\n投资|6%|甲/乙");
}

#[test]
fn tables_in_tables_and_frames_are_read() {
    let plain = |text: &str| cell("", &paragraph("", text));
    let inner = table(&[vec![plain("甲"), plain("1")], vec![plain("乙"), plain("2")]]);
    let outer = table(&[vec![plain("名称"), cell("", &(inner.clone() + "<w:p/>"))]]);
    body(&outer, "名称|甲 1/乙 2");
    // A table of a single cell is a frame.
    let frame = table(&[vec![cell("", &(paragraph("", "专栏") + &inner))]]);
    body(&frame, "专栏\n甲|1\n乙|2");
    // A table without a word is none; deleted rows are gone.
    body(&table(&[vec![plain(""), plain("")]]), "");
    let rows = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:p><w:r><w:t>新</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    body(rows, "|新");
}

#[test]
fn the_serial_numbers_of_a_table_are_counted() {
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0">{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#,
        level(0, "decimal", "%1", "")
    );
    let row = |text: &str| {
        vec![
            cell("", r#"<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>"#),
            cell("", &paragraph("", text)),
        ]
    };
    let bytes = word(&table(&[row("甲"), row("乙")]), &[("numbering", &numbering)]);
    assert_eq!(read_as_text(&bytes), "1|甲\n2|乙");
}

#[test]
fn text_boxes_stand_after_their_paragraph_once() {
    let inside = paragraph("", "框中");
    let drawing = format!(
        "<w:p><w:r><w:t>段</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>落</w:t></w:r></w:p>"
    );
    body(&drawing, "段落\n框中");
    body(
        &format!(
            "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
        ),
        "框中",
    );
}

#[test]
fn notes_stand_at_the_end_with_their_marks() {
    let footnotes = format!(
        r#"<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">{}</w:footnote><w:footnote w:id="3">{}</w:footnote>"#,
        paragraph("", " 按可比价格计算。"),
        paragraph("", "快报数。")
    );
    let endnotes = format!(r#"<w:endnote w:id="2">{}</w:endnote>"#, paragraph("", "尾注。"));
    let body = r#"<w:p><w:r><w:t>增长6%</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="3"/></w:r><w:r><w:t>，投资5%</w:t><w:footnoteReference w:id="2"/><w:endnoteReference w:id="2"/></w:r></w:p>"#;
    assert_eq!(
        read_as_text(&word(body, &[("footnotes", &footnotes), ("endnotes", &endnotes)])),
        "增长6%[1]，投资5%[2][i]\n[1] 快报数。\n[2] 按可比价格计算。\n[i] 尾注。"
    );
}

#[test]
fn pages_end_at_breaks_and_sections() {
    let section = |kind: &str| paragraph(&format!("<w:sectPr>{kind}</w:sectPr>"), "节末");
    body(&(section("") + &paragraph("", "下页")), "节末\n—\n下页");
    body(&(section(r#"<w:type w:val="continuous"/>"#) + &paragraph("", "续")), "节末\n续");
    body(&(paragraph("", "前") + &paragraph("<w:pageBreakBefore/>", "后")), "前\n—\n后");
}

#[test]
fn a_document_is_found_where_its_relations_say() {
    let text = part("document", "<w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body>");
    let relations = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>"#;
    assert_eq!(read_as_text(&zip(&[("_rels/.rels", relations), ("word/document2.xml", &text)])), "正文");
}

#[test]
fn what_nests_too_deeply_and_what_inflates_too_far_is_refused() {
    let deep = "<w:hyperlink>".repeat(3000) + &"</w:hyperlink>".repeat(3000);
    let said = read_as_text(&word(&format!("<w:p>{deep}</w:p>"), &[]));
    assert!(said.contains("nested too deeply"), "{said}");
    let bomb = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "0".repeat(24 << 20));
    let said = read_as_text(&word(&bomb, &[]));
    assert!(said.contains("too large once inflated"), "{said}");
    let wide = cell(r#"<w:gridSpan w:val="4000000000"/>"#, &paragraph("", "宽"));
    let rows: Vec<_> = (0..3).map(|_| vec![wide.clone(), wide.clone()]).collect();
    assert_eq!(read_as_text(&word(&table(&rows), &[])).lines().count(), 3);
}

#[test]
fn a_damaged_document_is_said_to_be_one() {
    let said = read_as_text(&zip(&[("word/document.xml", "<w:document><w:body>")]));
    assert!(said.starts_with("报告: a damaged file"), "{said}");
    let bytes = word(&paragraph("", "正文"), &[]);
    let said = read_as_text(&bytes[..bytes.len() / 2]);
    assert!(said.contains("download it again"), "{said}");
}
