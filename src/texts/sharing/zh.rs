//! The words of taking something elsewhere in Chinese.

use super::super::Download;
use super::{Host, SharingTexts};
use crate::state::{Theme, View};

pub(in crate::texts) const TEXTS: SharingTexts = SharingTexts {
    embed: "嵌入",
    embed_scope: "把下面的代码粘贴到门户或文章的 HTML 中，那里就会出现预览中的内容。",
    what: "嵌入什么",
    part: |view| match view {
        View::Home => "首页",
        View::Projects => "项目",
        View::Indicators => "指标",
        View::Tasks => "任务",
        View::Topics => "专题",
        View::Data => "数据与核对",
    },
    opened: |name| format!("现在打开的：{name}"),
    chart: |name| format!("图：{name}"),
    theme: "颜色",
    theme_of: |theme| match theme {
        Theme::Auto => "随读者的设备",
        Theme::Light => "浅色",
        Theme::Dark => "深色",
        Theme::Contrast => "高对比度",
    },
    language: "语言",
    name: "中文",
    host: "网页能否用脚本",
    host_of: |host| match host {
        Host::Fitted => "能：高度随内容变化",
        Host::Fixed => "不能：固定高度",
    },
    plain: "只要内容，不要标题、说明和控件",
    filters: "带上现在的筛选",
    snippet: "代码",
    snippet_scope: "读者选中什么，框架会以消息告诉所在网页；框架里的链接在新窗口打开完整页面。",
    copy: "复制代码",
    copied: "已复制代码",
    selected: "浏览器不让网页复制。代码已选中，请手动复制。",
    preview: "预览",
    close: "关闭",
    fallback: |title| format!("查看：{title}"),

    blocked: "这里不能打开新窗口。请复制链接，到浏览器中打开：",

    keep: |what| match what {
        Download::Csv => "这里不能保存文件。请全选文字后复制，粘贴到 Excel 或 WPS：",
        Download::Svg | Download::Png => "这里不能保存文件。请长按图片（电脑上用右键）保存：",
    },
    picture: |name| format!("图片：{name}"),
    text: |name| format!("{name}的数据（CSV 文字）"),
    copy_text: "复制文字",
    text_copied: "已复制",
    text_selected: "浏览器不让网页复制。文字已选中，请手动复制。",
    file: "未筛选的完整文件",
    send_on: "在微信等应用中，请点右上角的“…”发送给朋友或在浏览器中打开。也可复制链接：",
};
