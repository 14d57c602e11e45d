//! The words of taking something elsewhere in Chinese.

use super::super::Download;
use super::{Host, SharingTexts};
use crate::state::{Theme, View};

pub(in crate::texts) const TEXTS: SharingTexts = SharingTexts {
    embed: "嵌入",
    embed_scope: "将下面的代码粘贴到网站或文章的 HTML 中，即可显示预览中的内容。",
    what: "嵌入内容",
    part: |view| match view {
        View::Home => "首页",
        View::Projects => "项目",
        View::Indicators => "主要指标",
        View::Tasks => "任务",
        View::Topics => "专题",
        View::Data => "数据与核对",
    },
    opened: |name| format!("当前打开：{name}"),
    chart: |name| format!("图表：{name}"),
    theme: "颜色",
    theme_of: |theme| match theme {
        Theme::Auto => "跟随读者的设备",
        Theme::Light => "浅色",
        Theme::Dark => "深色",
        Theme::Contrast => "高对比度",
    },
    language: "语言",
    name: "中文",
    host: "所在网页可否使用脚本",
    host_of: |host| match host {
        Host::Fitted => "可以：高度随内容变化",
        Host::Fixed => "不可以：高度固定",
    },
    plain: "只嵌入内容，不含标题、说明和控件",
    filters: "带上当前的筛选条件",
    snippet: "代码",
    snippet_scope: "读者选中的内容会以消息通知所在网页；框架中的链接在新标签页打开完整页面。",
    copy: "复制代码",
    copied: "已复制代码",
    selected: "浏览器不允许自动复制。代码已选中，请手动复制。",
    preview: "预览",
    close: "关闭",
    fallback: |title| format!("查看：{title}"),

    blocked: "这里无法打开新标签页。请复制链接，在浏览器中打开：",

    keep: |what| match what {
        Download::Csv => "这里无法保存文件。请全选文字后复制，粘贴到 Excel 或 WPS：",
        Download::Svg | Download::Png => "这里无法保存文件。请长按图片（电脑上点右键）保存：",
    },
    picture: |name| format!("图片：{name}"),
    text: |name| format!("{name}：数据（CSV 文字）"),
    copy_text: "复制文字",
    text_copied: "已复制",
    text_selected: "浏览器不允许自动复制。文字已选中，请手动复制。",
    file: "未筛选的完整文件",
    send_on: "在微信等应用中，点右上角的“…”可发送给朋友或在浏览器中打开。也可复制链接：",
};
