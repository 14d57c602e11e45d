//! The words of pages that are of no report in particular, in Chinese.

use super::SiteTexts;

pub(super) const TEXTS: SiteTexts = SiteTexts {
    name: "年度计划报告",
    short_name: "年度计划",
    description: "年度国民经济和社会发展计划的指标、项目和任务。",
    opening: "正在打开报告……",
    needs: "程序没有载入，或者浏览器没有、停用了脚本或 WebAssembly。请检查网络，或换用新版的 Chrome、Edge、Firefox 或 Safari。",
    needs_server: "请通过网站打开本页：浏览器不允许直接双击打开的文件运行程序。",
    outdated: "网站已有新版本，请刷新。",
    crashed: "页面程序出错，已停止响应，请重新加载。",
    unavailable: "报告没有打开。",
    reasons: &[
        ("absent", "{file}：没有读到（{found}），它应在网站的文件夹里，与首页在一起。"),
        ("large", "{file}：现为超过{expected}字节的文件，应不超过这个大小。"),
        ("unreadable", "{file}：现为无法读取的内容（{found}），应为网页保存的原文件。"),
        ("field", "{file}的{field}：现为“{found}”，应为{expected}。"),
        ("version", "数字{version}"),
        ("dataset", "同一文件夹里的文件名，如dataset.json"),
        ("title", "报告的标题"),
        ("languages", "zh，或zh和en"),
        ("data", "报告的数据"),
        ("bytes", "文件的字节数"),
        ("sha256", "64位的十六进制校验和"),
        ("format", "数字{format}：请用这个网站的own.html重新保存"),
        (
            "refused",
            "{file}：这个版本的程序没有载入，或读不出其中的数据；请检查网络，或用这个网站的own.html重新保存。",
        ),
        ("nothing", "没有"),
        (
            "other-bytes",
            "{file}：现有{found}字节，site.json写的是{expected}字节；请把一起保存的两个文件都重新上传。",
        ),
        (
            "other-sum",
            "{file}：校验和是{found}……，site.json写的是{expected}……；请把一起保存的两个文件都重新上传。",
        ),
        (
            "other-title",
            "{file}：标题是“{found}”，site.json写的是“{expected}”；请把一起保存的两个文件都重新上传。",
        ),
    ],
};
