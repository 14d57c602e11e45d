//! The words around the report's text in Chinese.

use super::ReportTexts;

pub(super) const TEXTS: ReportTexts = ReportTexts {
    name: "报告原文",
    description: "报告全文，标出收录的数字和项目，每段有自己的网址。",
    scope: "原文由发布单位提供。画线的数字和名称可以点开，看数据中的这一项；段末的 ¶ 是这一段的网址。",
    contents: "目录",
    address: |section, paragraph| format!("{section}第{paragraph}段的网址"),
    mistakes: "数据包里有错误，改好保存后本页会自动刷新",
};
