//! Sentences in the style of reports of the nation, of provinces, cities and counties, with the figures that must be read of them.

use super::rows;
use crate::{Paragraph, Purpose, Report, Row, Section, Sureness};

/// A report of one paragraph, of 2025 and 2026.
fn report(purpose: Purpose, words: &str) -> Report {
    let paragraph = Paragraph { words: words.to_owned(), ..Paragraph::default() };
    let section = Section { id: "1".to_owned(), purpose, paragraphs: vec![paragraph], ..Section::default() };
    Report { sections: vec![section], actual_year: Some(2025), plan_year: Some(2026), ..Report::default() }
}

fn read(purpose: Purpose, words: &str) -> Vec<Row> {
    rows(&report(purpose, words))
}

/// Printed number, subject, kind, nature, year; `-` for none.
fn told(row: &Row) -> String {
    let cells = ["printed", "subject", "kind", "nature", "year"].map(|column| row.cell(column));
    cells.map(|cell| if cell.is_empty() { "-" } else { cell }).join(" ")
}

const RESULTS: &[(&str, &[&str])] = &[
    // Headline numbers.
    (
        "初步核算，全年地区生产总值3268.4亿元，按不变价格计算，比上年增长5.6%。",
        &["3268.4亿元 地区生产总值 amount actual 2025", "5.6% 地区生产总值 growth actual 2025"],
    ),
    (
        "国内生产总值突破140万亿元，增长5%左右。",
        &["突破140万亿元 国内生产总值 amount actual 2025", "5%左右 国内生产总值 growth actual 2025"],
    ),
    (
        "规模以上工业增加值增长7.8%，高于全省平均水平1.6个百分点。",
        &[
            "7.8% 规模以上工业增加值 growth actual 2025",
            "1.6个百分点 规模以上工业增加值高于全省平均水平 change actual 2025",
        ],
    ),
    (
        "固定资产投资下降2.3%，其中民间投资增长1.1%。",
        &["下降2.3% 固定资产投资 growth actual 2025", "1.1% 民间投资 growth actual 2025"],
    ),
    (
        "第一、二、三产业增加值分别增长3.1%、6.4%和5.9%。",
        &[
            "3.1% 第一产业增加值 growth actual 2025",
            "6.4% 第二产业增加值 growth actual 2025",
            "5.9% 第三产业增加值 growth actual 2025",
        ],
    ),
    (
        "粮食、蔬菜、水果产量分别达到86.4万吨、120万吨、33.5万吨。",
        &[
            "86.4万吨 粮食产量 amount actual 2025",
            "120万吨 蔬菜产量 amount actual 2025",
            "33.5万吨 水果产量 amount actual 2025",
        ],
    ),
    (
        "城镇、农村居民人均可支配收入分别为41203元、22187元，分别增长5.1%、6.9%。",
        &[
            "41203元 城镇居民人均可支配收入 amount actual 2025",
            "22187元 农村居民人均可支配收入 amount actual 2025",
            "5.1% 城镇居民人均可支配收入 growth actual 2025",
            "6.9% 农村居民人均可支配收入 growth actual 2025",
        ],
    ),
    (
        "一般公共预算收入完成58.63亿元、增长4.2%，税收占比达到71.5%。",
        &[
            "58.63亿元 一般公共预算收入 amount actual 2025",
            "4.2% 一般公共预算收入 growth actual 2025",
            "71.5% 税收占比 share actual 2025",
        ],
    ),
    (
        "社会消费品零售总额达412.7亿元，同比增长6.3%。",
        &["412.7亿元 社会消费品零售总额 amount actual 2025", "6.3% 社会消费品零售总额 growth actual 2025"],
    ),
    (
        "居民消费价格上涨0.2%，城镇调查失业率平均值为5.2%。",
        &["0.2% 居民消费价格 growth actual 2025", "5.2% 城镇调查失业率平均值 rate actual 2025"],
    ),
    (
        "三次产业结构优化为12.3：38.6：49.1。",
        &[
            "12.3 第一产业比重 share actual 2025",
            "38.6 第二产业比重 share actual 2025",
            "49.1 第三产业比重 share actual 2025",
        ],
    ),
    (
        "进出口总额45.2亿美元，比上年增长12.4%，占全省的8.1%。",
        &[
            "45.2亿美元 进出口总额 amount actual 2025",
            "12.4% 进出口总额 growth actual 2025",
            "8.1% 进出口总额占全省 share actual 2025",
        ],
    ),
    (
        "金融机构本外币存款余额4120亿元，较年初增加312亿元。",
        &[
            "4120亿元 金融机构本外币存款余额 amount actual 2025",
            "312亿元 金融机构本外币存款余额 change actual 2025",
        ],
    ),
    ("常住人口城镇化率提高到63.4%。", &["63.4% 常住人口城镇化率 rate actual 2025"]),
    (
        "常住人口城镇化率达63.4%，比上年提高1.1个百分点。",
        &["63.4% 常住人口城镇化率 rate actual 2025", "1.1个百分点 常住人口城镇化率 change actual 2025"],
    ),
    ("单位GDP能耗下降3.5%。", &["下降3.5% 单位GDP能耗 growth actual 2025"]),
    (
        "空气质量优良天数比例为86.3%，PM2.5平均浓度降至28微克/立方米。",
        &["86.3% 空气质量优良天数比例 rate actual 2025", "28微克/立方米 PM2.5平均浓度 amount actual 2025"],
    ),
    ("细颗粒物浓度降至27.5微克每立方米。", &["27.5微克每立方米 细颗粒物浓度 amount actual 2025"]),
    (
        "一般公共预算收入完成15.2亿元，占年度预算的52.6%，增长8.6%。",
        &[
            "15.2亿元 一般公共预算收入 amount actual 2025",
            "52.6% 一般公共预算收入年度预算完成率 completion actual 2025",
            "8.6% 一般公共预算收入 growth actual 2025",
        ],
    ),
    (
        "民生支出30.4亿元，占一般公共预算支出的75%。",
        &["30.4亿元 民生支出 amount actual 2025", "75% 民生支出占一般公共预算支出 share actual 2025"],
    ),
    (
        "全县完成GDP408.1亿元，完成全年计划目标的95.4%，增长6.7%，同比高0.4个百分点。",
        &[
            "408.1亿元 GDP amount actual 2025",
            "95.4% GDP目标完成率 completion actual 2025",
            "6.7% GDP growth actual 2025",
            "0.4个百分点 GDP change actual 2025",
        ],
    ),
    (
        "新建幼儿园48所，超额完成40所的年度目标任务。",
        &["48所 新建幼儿园 count actual 2025", "40所 新建幼儿园 count target 2025"],
    ),
    (
        "农村公路改造已完成120公里（95%），供水保障工程正在施工中（75%）。",
        &[
            "120公里 农村公路改造 amount actual 2025",
            "95% 农村公路改造 rate actual 2025",
            "75% 供水保障工程 rate actual 2025",
        ],
    ),
    (
        "地区生产总值、固定资产投资双双突破200亿元大关，分别达到210亿元和241.4亿元，是“十二五”末的2.1倍和3.2倍。",
        &[
            "突破200亿元 地区生产总值、固定资产投资 amount actual 2025",
            "210亿元 地区生产总值 amount actual 2025",
            "241.4亿元 固定资产投资 amount actual 2025",
            "2.1倍 地区生产总值 rate actual 2025",
            "3.2倍 固定资产投资 rate actual 2025",
        ],
    ),
    (
        "三次产业结构由2020年的16.8:48:35.2调整为2025年的14.5:49.6:35.9。",
        &[
            "16.8 第一产业比重 share actual 2020",
            "48 第二产业比重 share actual 2020",
            "35.2 第三产业比重 share actual 2020",
            "14.5 第一产业比重 share actual 2025",
            "49.6 第二产业比重 share actual 2025",
            "35.9 第三产业比重 share actual 2025",
        ],
    ),
    (
        "东山、南河和西陵三个开发区分别实现产值86.5亿元、35.3亿元和18.8亿元，分别增长10.8%、14.2%和9%。",
        &[
            "三个 开发区 count stock 2025",
            "86.5亿元 东山产值 amount actual 2025",
            "35.3亿元 南河产值 amount actual 2025",
            "18.8亿元 西陵产值 amount actual 2025",
            "10.8% 东山产值 growth actual 2025",
            "14.2% 南河产值 growth actual 2025",
            "9% 西陵产值 growth actual 2025",
        ],
    ),
    (
        "食品、衣着、居住的价格分别上涨1.5%、2%、3.7%，蔬菜价格下跌0.6%。",
        &[
            "1.5% 食品价格 growth actual 2025",
            "2% 衣着价格 growth actual 2025",
            "3.7% 居住价格 growth actual 2025",
            "0.6% 蔬菜价格降幅 rate actual 2025",
        ],
    ),
    (
        "规上工业企业预计完成产值368.4亿元，第一产业完成增加值43.4亿元。",
        &["368.4亿元 规上工业企业产值 amount actual 2025", "43.4亿元 第一产业增加值 amount actual 2025"],
    ),
    (
        "实施重点建设项目44项，项目总投资514亿元，年度投资计划64.7亿元。",
        &[
            "44项 实施重点建设项目 count actual 2025",
            "514亿元 重点建设项目总投资 amount planned -",
            "64.7亿元 重点建设项目年度投资计划 amount planned -",
        ],
    ),
    (
        "城镇、农村常住居民人均可支配收入分别达到36130元和19371元。",
        &[
            "36130元 城镇常住居民人均可支配收入 amount actual 2025",
            "19371元 农村常住居民人均可支配收入 amount actual 2025",
        ],
    ),
    (
        "64个投产项目完成投资651.3亿元，为年计划的105.9%；6个农业项目完成投资93.3亿元，54个工业项目完成投资268.1亿元，分别占计划的102.4%、80.8%。",
        &[
            "64个 投产项目 count stock 2025",
            "651.3亿元 投产项目完成投资 amount actual 2025",
            "105.9% 投产项目年计划完成率 completion actual 2025",
            "6个 农业项目 count stock 2025",
            "93.3亿元 农业项目完成投资 amount actual 2025",
            "54个 工业项目 count stock 2025",
            "268.1亿元 工业项目完成投资 amount actual 2025",
            "102.4% 农业项目完成投资计划完成率 completion actual 2025",
            "80.8% 工业项目完成投资计划完成率 completion actual 2025",
        ],
    ),
    (
        "欠进度的17个，占总任务的7.7%。",
        &["17个 欠进度的 count actual 2025", "7.7% 欠进度的占总任务 share actual 2025"],
    ),
    (
        "港口集装箱吞吐量506万标准箱，机场旅客和货邮吞吐量分别达到35万人次、53.8万吨，分别增长8.3%、7.9%。",
        &[
            "506万标准箱 港口集装箱吞吐量 amount actual 2025",
            "35万人次 机场旅客吞吐量 count actual 2025",
            "53.8万吨 货邮吞吐量 amount actual 2025",
            "8.3% 机场旅客吞吐量 growth actual 2025",
            "7.9% 货邮吞吐量 growth actual 2025",
        ],
    ),
    (
        "5个省重点项目、30个市重点项目分别完成投资29.97亿元、76.88亿元，分别占年度计划111.08%、110.78%。",
        &[
            "5个 省重点项目 count actual 2025",
            "30个 市重点项目 count actual 2025",
            "29.97亿元 省重点项目完成投资 amount actual 2025",
            "76.88亿元 市重点项目完成投资 amount actual 2025",
            "111.08% 省重点项目完成投资年度计划完成率 completion actual 2025",
            "110.78% 市重点项目完成投资年度计划完成率 completion actual 2025",
        ],
    ),
    (
        "城镇登记失业率为4.02%，低于4.5%的控制目标。",
        &["4.02% 城镇登记失业率 rate actual 2025", "4.5% 城镇登记失业率 rate target 2025"],
    ),
    ("工业经济总量成为全区第四个突破2000亿元的地区。", &["突破2000亿元 工业经济总量 amount actual 2025"]),
    ("港口成为全球首个年吞吐量超过5000万吨的港口。", &["超过5000万吨 港口年吞吐量 amount actual 2025"]),
    (
        "市级一般公共预算收入129748万元，为调整预算数的100.66%，比2024年增收12423万元，增长10.59%。",
        &[
            "129748万元 市级一般公共预算收入 amount actual 2025",
            "100.66% 市级一般公共预算收入调整预算数完成率 completion actual 2025",
            "12423万元 市级一般公共预算收入 change actual 2025",
            "10.59% 市级一般公共预算收入 growth actual 2025",
        ],
    ),
    (
        "解决农村饮水安全103.5万人，占年度计划目标150万人的69%。",
        &[
            "103.5万人 解决农村饮水安全 count actual 2025",
            "150万人 解决农村饮水安全 count target 2025",
            "69%",
        ],
    ),
    (
        "公路建设和水运建设分别完成投资4104.8亿元和25.1亿元，同比分别增长8.6%和26.8%。",
        &[
            "4104.8亿元 公路建设完成投资 amount actual 2025",
            "25.1亿元 水运建设完成投资 amount actual 2025",
            "8.6% 公路建设完成投资 growth actual 2025",
            "26.8% 水运建设完成投资 growth actual 2025",
        ],
    ),
    (
        "2025年度高标准农田建成4.4万亩，县道、乡道里程分别达到70公里、124公里。",
        &[
            "4.4万亩 高标准农田建成 amount actual 2025",
            "70公里 县道里程 amount actual 2025",
            "124公里 乡道里程 amount actual 2025",
        ],
    ),
    ("会议明确145项目标任务。", &["145项 目标任务 count actual 2025"]),
    (
        "固定资产投资下降28.6%，降幅较上月收窄25.7个百分点。",
        &["下降28.6% 固定资产投资 growth actual 2025", "25.7个百分点 固定资产投资降幅 change actual 2025"],
    ),
    (
        "社会消费品零售总额4.46亿元，其中限额以上实现3.3亿元。",
        &[
            "4.46亿元 社会消费品零售总额 amount actual 2025",
            "3.3亿元 限额以上社会消费品零售总额 amount actual 2025",
        ],
    ),
    (
        "新能源汽车、充电桩产量分别增长3.9倍和10.9%。",
        &["3.9倍 新能源汽车产量 growth actual 2025", "10.9% 充电桩产量 growth actual 2025"],
    ),
    (
        "人均地区生产总值38214元，按年平均汇率计算为5686美元。",
        &["38214元 人均地区生产总值 amount actual 2025", "5686美元 人均地区生产总值 amount actual 2025"],
    ),
    (
        "蔬菜面积发展到2.8万亩，在建项目10个，其中过500万元的两个。",
        &["2.8万亩 蔬菜面积 amount actual 2025", "10个 在建项目 count actual 2025", "两个"],
    ),
    (
        "学前教育、高中阶段毛入学率分别达到92%、95.3%。",
        &["92% 学前教育毛入学率 rate actual 2025", "95.3% 高中阶段毛入学率 rate actual 2025"],
    ),
    (
        "PM2.5、PM10浓度分别下降6.1%、4.7%。",
        &["6.1% PM2.5浓度降幅 rate actual 2025", "4.7% PM10浓度降幅 rate actual 2025"],
    ),
    (
        "排查问题46个未整改，审批事项压缩30个。",
        &["46个 排查问题 count actual 2025", "30个 审批事项降幅 change actual 2025"],
    ),
    // Counts with their noun before the number.
    (
        "新增规模以上工业企业23家、限额以上商贸企业41家。",
        &["23家 新增规模以上工业企业 count actual 2025", "41家 新增限额以上商贸企业 count actual 2025"],
    ),
    (
        "城镇新增就业1.24万人，完成年度目标的124%。",
        &[
            "1.24万人 城镇新增就业 count actual 2025",
            "124% 城镇新增就业年度目标完成率 completion actual 2025",
        ],
    ),
    ("市场主体总数达到11.6万户。", &["11.6万户 市场主体 count stock 2025"]),
    (
        "新建改建农村公路86公里，改造危桥7座。",
        &["86公里 新建改建农村公路 amount actual 2025", "7座 改造危桥 count actual 2025"],
    ),
    (
        "累计发放稳岗返还资金2160万元，惠及企业1380户次。",
        &["2160万元 发放稳岗返还资金 amount actual 2025", "1380户次 惠及企业 count actual 2025"],
    ),
    (
        "开展各类就业招聘活动120余场，提供岗位3.5万余个。",
        &["120余场 开展各类就业招聘活动 count actual 2025", "3.5万余个 提供岗位 count actual 2025"],
    ),
    (
        "建成高标准农田12.8万亩，新增高效节水灌溉面积3万亩。",
        &["12.8万亩 建成高标准农田 amount actual 2025", "3万亩 新增高效节水灌溉面积 amount actual 2025"],
    ),
    (
        "接待游客860万人次，实现旅游综合收入62亿元，分别增长18%、21.5%。",
        &[
            "860万人次 接待游客 count actual 2025",
            "62亿元 旅游综合收入 amount actual 2025",
            "18% 接待游客 growth actual 2025",
            "21.5% 旅游综合收入 growth actual 2025",
        ],
    ),
    (
        "办结群众诉求9864件，办结率99.2%。",
        &["9864件 办结群众诉求 count actual 2025", "99.2% 办结率 rate actual 2025"],
    ),
    ("每千人口执业（助理）医师数达到3.6人。", &["3.6人 每千人口执业（助理）医师数 count actual 2025"]),
    ("固定资产投资（不含农户）增长4.4%。", &["4.4% 固定资产投资（不含农户） growth actual 2025"]),
    ("研发经费投入强度达到2.31%。", &["2.31% 研发经费投入强度 rate actual 2025"]),
    ("人口自然增长率为-1.35‰。", &["-1.35‰ 人口自然增长率 rate actual 2025"]),
    (
        "发放消费券1,200万元，拉动消费超1.5亿元。",
        &["1,200万元 发放消费券 amount actual 2025", "超1.5亿元 消费券拉动消费 amount actual 2025"],
    ),
    ("减税降费及退税缓费约3.6亿元。", &["约3.6亿元 减税降费及退税缓费 amount actual 2025"]),
    ("化解不良贷款4亿多元。", &["4亿多元 化解不良贷款 amount actual 2025"]),
    // Counts with their noun after the number.
    (
        "实施省市重点项目156个，完成投资320亿元。",
        &["156个 实施省市重点项目 count actual 2025", "320亿元 省市重点项目完成投资 amount actual 2025"],
    ),
    (
        "156个省市重点项目完成投资320亿元，占年度计划的108%。",
        &[
            "156个 省市重点项目 count stock 2025",
            "320亿元 省市重点项目完成投资 amount actual 2025",
            "108% 省市重点项目年度计划完成率 completion actual 2025",
        ],
    ),
    (
        "新引进亿元以上项目62个，合同引资额218亿元。",
        &["62个 新引进亿元以上项目 count actual 2025", "218亿元 亿元以上项目合同引资额 amount actual 2025"],
    ),
    ("选派62名科技特派员驻村服务。", &["62名 选派科技特派员驻村服务 count actual 2025"]),
    ("12个乡镇全部通天然气。", &["12个 全部通天然气的乡镇 count actual 2025"]),
    ("95%以上的行政村实现生活垃圾集中处理。", &["95%以上 行政村实现生活垃圾集中处理 rate actual 2025"]),
    (
        "建成3座污水处理厂、18个口袋公园。",
        &["3座 建成污水处理厂 count actual 2025", "18个 口袋公园 count actual 2025"],
    ),
    ("8家企业入选国家级专精特新“小巨人”企业名单。", &["8家 企业 count actual 2025"]),
    // Chinese numerals.
    ("新建两所小学。", &["两所 新建小学 count stock 2025"]),
    ("百分之九十以上的群众表示满意。", &["百分之九十以上 群众表示满意 rate actual 2025"]),
    ("围绕三大主导产业延链补链。", &["三大 主导产业延链补链 count stock 2025"]),
    ("新增就业一千二百人。", &["一千二百人 新增就业 count actual 2025"]),
    // Bounds.
    ("重大项目开工率保持在95%以上。", &["95%以上 重大项目开工率 rate actual 2025"]),
    ("规模工业用电量近20亿千瓦时。", &["近20亿千瓦时 规模工业用电量 amount actual 2025"]),
    ("贫困发生率控制在0.5%以内。", &["控制在0.5%以内 贫困发生率 rate actual 2025"]),
    (
        "高新技术企业达到185家，增长32%。",
        &["185家 高新技术企业 count actual 2025", "32% 高新技术企业 growth actual 2025"],
    ),
    ("旅游收入是上年的1.8倍。", &["1.8倍"]),
    ("新能源汽车产量增长2.3倍。", &["2.3倍 新能源汽车产量 growth actual 2025"]),
    // Years within the sentence.
    ("2024年，全市经营主体11万户。", &["11万户 经营主体 count actual 2024"]),
    ("五年来，累计完成投资1560亿元。", &["1560亿元 - amount actual -"]),
    ("“十四五”期间，地区生产总值年均增长6.1%。", &["6.1% 地区生产总值年均 growth actual -"]),
    (
        "万元生产总值能耗、水耗分别下降3.5%和4%，细颗粒物浓度下降5%左右。",
        &[
            "3.5% 万元生产总值能耗降幅 rate actual 2025",
            "4% 水耗降幅 rate actual 2025",
            "下降5%左右 细颗粒物浓度 growth actual 2025",
        ],
    ),
    (
        "年末常住人口77.6万人，其中城镇人口29.2万人。",
        &["77.6万人 常住人口 count stock 2025", "29.2万人 城镇人口 count stock 2025"],
    ),
    (
        "脱贫人口人均纯收入15632元，增长11.8%，增速高于全县农民收入增速2.3个百分点。",
        &[
            "15632元 脱贫人口人均纯收入 amount actual 2025",
            "11.8% 脱贫人口人均纯收入 growth actual 2025",
            "2.3个百分点 脱贫人口人均纯收入高于全县农民收入增速 change actual 2025",
        ],
    ),
    (
        "规模以上工业企业312家，比上年净增27家。",
        &["312家 规模以上工业企业 count actual 2025", "27家 规模以上工业企业 change actual 2025"],
    ),
    (
        "专精特新中小企业新增15家、累计46家。",
        &["15家 新增专精特新中小企业 count actual 2025", "46家 专精特新中小企业 count stock 2025"],
    ),
    (
        "地区生产总值由2020年的186亿元增加到2025年的268亿元。",
        &["186亿元", "268亿元 地区生产总值 amount actual 2025"],
    ),
    ("城镇化率由58.2%提高到63.4%。", &["58.2%", "63.4% 城镇化率 rate actual 2025"]),
    (
        "财政收入是2020年的1.6倍，年均增长9.8%。",
        &["1.6倍 财政收入 rate actual 2025", "9.8% 财政收入年均 growth actual -"],
    ),
    ("2021年以来，累计建成高标准农田50万亩。", &["50万亩 建成高标准农田 amount actual -"]),
    (
        "1-11月份，全市规上工业增加值增长8%；1-10月全社会用电量92亿千瓦时。",
        &["8% 规上工业增加值 growth actual 2025", "92亿千瓦时 全社会用电量 amount actual 2025"],
    ),
    (
        "三次产业对经济增长的贡献率分别为6.3%、32.8%和60.9%。",
        &[
            "6.3% 第一产业对经济增长的贡献率 rate actual 2025",
            "32.8% 第二产业对经济增长的贡献率 rate actual 2025",
            "60.9% 第三产业对经济增长的贡献率 rate actual 2025",
        ],
    ),
    (
        "全市实现地区生产总值2347.6亿元,居全省第4位,增长1.5%;粮食总产量93亿斤(图1)。",
        &[
            "2347.6亿元 地区生产总值 amount actual 2025",
            "1.5% 地区生产总值 growth actual 2025",
            "93亿斤 粮食总产量 amount actual 2025",
        ],
    ),
    ("财政收入比2020年增长38%。", &["38% 财政收入 growth actual 2025"]),
    ("1—11月，规模以上工业增加值增长8.1%。", &["8.1% 规模以上工业增加值 growth actual 2025"]),
    (
        "谋划项目84个，总投资960亿元。",
        &["84个 谋划项目 count actual 2025", "960亿元 谋划项目总投资 amount planned -"],
    ),
    // Lists in brackets and after colons.
    (
        "完成老旧小区改造46个，其中：市区30个、县城16个。",
        &[
            "46个 老旧小区改造 count actual 2025",
            "30个 市区 count actual 2025",
            "16个 县城 count actual 2025",
        ],
    ),
    (
        "全市共有各级各类学校（含幼儿园）423所，在校学生18.6万人。",
        &["423所 学校（含幼儿园） count actual 2025", "18.6万人 在校学生 count actual 2025"],
    ),
    ("争取中央预算内资金3.2亿元。", &["3.2亿元 争取中央预算内资金 amount actual 2025"]),
    (
        "争取到位上级资金5.8亿元，发行专项债券7.1亿元。",
        &["5.8亿元 争取到位上级资金 amount actual 2025", "7.1亿元 发行专项债券 amount actual 2025"],
    ),
    ("全年减少碳排放6.2万吨。", &["6.2万吨 减少碳排放 amount actual 2025"]),
    (
        "刑事案件立案数下降12.5%，生产安全事故起数、死亡人数分别下降20%、16.7%。",
        &[
            "下降12.5% 刑事案件立案数 growth actual 2025",
            "20% 生产安全事故起数降幅 rate actual 2025",
            "16.7% 生产安全事故死亡人数降幅 rate actual 2025",
        ],
    ),
    ("企业开办时间压缩至0.5个工作日。", &["0.5个工作日 企业开办时间 amount actual 2025"]),
    ("高速公路通车里程达到320公里，居全省第4位。", &["320公里 高速公路通车里程 amount actual 2025"]),
    ("森林覆盖率稳定在42.6%。", &["稳定在42.6% 森林覆盖率 rate actual 2025"]),
    (
        "城乡居民基本养老保险参保人数达28.3万人，参保率99%。",
        &["28.3万人 城乡居民基本养老保险参保人数 count actual 2025", "99% 参保率 rate actual 2025"],
    ),
    (
        "科技进步贡献率、农机化率分别提高1.2和0.8个百分点。",
        &["1.2 科技进步贡献率 change actual 2025", "0.8个百分点 农机化率 change actual 2025"],
    ),
    (
        "数字经济核心产业增加值占地区生产总值比重达9.8%。",
        &["9.8% 数字经济核心产业增加值占地区生产总值比重 share actual 2025"],
    ),
    // In the style of the nation.
    (
        "国内生产总值达到141.2万亿元、增长5%，城镇新增就业1260万人，城镇调查失业率平均为5.1%，年末外汇储备超过3.3万亿美元。",
        &[
            "141.2万亿元 国内生产总值 amount actual 2025",
            "5% 国内生产总值 growth actual 2025",
            "1260万人 城镇新增就业 count actual 2025",
            "5.1% 城镇调查失业率 rate actual 2025",
            "超过3.3万亿美元 外汇储备 amount stock 2025",
        ],
    ),
    (
        "高技术制造业、装备制造业增加值分别增长9.1%、8.2%。",
        &["9.1% 高技术制造业增加值 growth actual 2025", "8.2% 装备制造业增加值 growth actual 2025"],
    ),
    ("新能源汽车年产量突破1500万辆。", &["突破1500万辆 新能源汽车年产量 count actual 2025"]),
    ("粮食产量首次突破1.4万亿斤。", &["突破1.4万亿斤 粮食产量 amount actual 2025"]),
    (
        "全社会研发投入超过3.8万亿元、增长8.1%，占国内生产总值比重2.7%。",
        &[
            "超过3.8万亿元 全社会研发投入 amount actual 2025",
            "8.1% 全社会研发投入 growth actual 2025",
            "2.7% 全社会研发投入占国内生产总值比重 share actual 2025",
        ],
    ),
    ("安排中央预算内投资7100亿元。", &["7100亿元 中央预算内投资 amount actual 2025"]),
    (
        "新建铁路投产里程3000公里、其中高铁2400公里。",
        &["3000公里 新建铁路投产里程 amount actual 2025", "2400公里 新建高铁 amount actual 2025"],
    ),
    ("对共建“一带一路”国家进出口增长6.1%。", &["6.1% 对共建“一带一路”国家进出口 growth actual 2025"]),
    (
        "基本养老保险参保人数达10.8亿，义务教育巩固率96%。",
        &["10.8亿 基本养老保险参保人数 count actual 2025", "96% 义务教育巩固率 rate actual 2025"],
    ),
    ("5G基站达到430万个。", &["430万个 5G基站 count actual 2025"]),
    ("全社会用电量10.1万亿千瓦时。", &["10.1万亿千瓦时 全社会用电量 amount actual 2025"]),
    (
        "单位国内生产总值二氧化碳排放降低3.6%左右。",
        &["降低3.6%左右 单位国内生产总值二氧化碳排放 growth actual 2025"],
    ),
    // In the style of counties.
    (
        "全县生猪出栏42.3万头、肉牛存栏6.1万头。",
        &["42.3万头 生猪出栏 count actual 2025", "6.1万头 肉牛存栏 count actual 2025"],
    ),
    (
        "新修通村公路30公里，安装路灯1200盏，解决8600人饮水问题。",
        &[
            "30公里 新修通村公路 amount actual 2025",
            "1200盏 安装路灯 count actual 2025",
            "8600人 解决饮水问题 count actual 2025",
        ],
    ),
    (
        "兑现惠农补贴1.1亿元，受益农户5.2万户。",
        &["1.1亿元 兑现惠农补贴 amount actual 2025", "5.2万户 受益农户 count actual 2025"],
    ),
    ("目标任务：新建农村公路35公里。牵头单位：县交通运输局。", &["35公里 新建农村公路 amount actual 2025"]),
    ("完成投资12.6亿元、为年度计划的105%。", &["12.6亿元 - amount actual 2025", "105%"]),
    (
        "培育省级龙头企业4家，市级龙头企业18家。",
        &["4家 培育省级龙头企业 count actual 2025", "18家 培育市级龙头企业 count actual 2025"],
    ),
    ("村集体经济收入全部达到10万元以上。", &["10万元以上 村集体经济收入全部 amount actual 2025"]),
    (
        "开展执法检查260次，查处违法案件31起，罚没款85万元。",
        &[
            "260次 开展执法检查 count actual 2025",
            "31起 查处违法案件 count actual 2025",
            "85万元 罚没款 amount actual 2025",
        ],
    ),
    (
        "万元地区生产总值用水量下降6%，万元工业增加值用水量下降5.2%。",
        &[
            "下降6% 万元地区生产总值用水量 growth actual 2025",
            "下降5.2% 万元工业增加值用水量 growth actual 2025",
        ],
    ),
    (
        "新增国家高新技术企业15家，总数达到86家。",
        &["15家 新增国家高新技术企业 count actual 2025", "86家 国家高新技术企业 count stock 2025"],
    ),
    ("投入3.2亿元实施水利工程15项。", &["3.2亿元", "15项 实施水利工程 count actual 2025"]),
    // Of several years, and of what something was before.
    (
        "五年来，城镇新增就业12.6万人。居民人均可支配收入年均增长6.3%。",
        &["12.6万人 城镇新增就业 count actual -", "6.3% 居民人均可支配收入年均 growth actual -"],
    ),
    (
        "过去的五年极不平凡。新改建道路96公里。2025年，新改建道路12公里。",
        &["96公里 新改建道路 amount actual -", "12公里 新改建道路 amount actual 2025"],
    ),
    (
        "接待游客、旅游收入年均分别增长7.1%、9.4%。",
        &["7.1% 接待游客年均 growth actual -", "9.4% 接待旅游收入年均 growth actual -"],
    ),
    (
        "人均生产总值从2020年的5.2万元提高到2025年的7.1万元左右。",
        &["5.2万元 人均生产总值 amount actual 2020", "7.1万元左右 人均生产总值 amount actual 2025"],
    ),
    (
        "规上企业从118家增加到163家，城乡收入比从2.16缩小至1.98。",
        &[
            "118家 规上企业 count actual -",
            "163家 规上企业 count actual 2025",
            "2.16 城乡收入比 count actual -",
            "1.98 城乡收入比 count actual 2025",
        ],
    ),
    (
        "低保标准分别从2020年的610元/月、4100元/年提高到2025年的780元/月、6900元/年。",
        &[
            "610元/月 - amount actual 2020",
            "4100元/年 - amount actual 2020",
            "780元/月 - amount actual 2025",
            "6900元/年 - amount actual 2025",
        ],
    ),
    (
        "人均预期寿命从78.1岁提升至80.4岁，平均受教育年限达到10.6年。",
        &[
            "78.1岁 人均预期寿命 amount actual -",
            "80.4岁 人均预期寿命 amount actual 2025",
            "10.6年 平均受教育年限 amount actual 2025",
        ],
    ),
    (
        "事故起数和死亡人数分别较“十三五”时期下降41.2%、36.5%。",
        &["41.2% 事故起数降幅 rate actual -", "36.5% 事故死亡人数降幅 rate actual -"],
    ),
    // Parts of a year, and what is done of what was told.
    (
        "上半年总产值增长5%，比上年全年下降3%收窄；二季度总产值增长4.7%。",
        &["5% 总产值 growth actual 2025", "下降3% 总产值 growth actual -", "4.7% 总产值 growth actual 2025"],
    ),
    (
        "民生实事65件，已完成26件。",
        &["65件 民生实事 count actual 2025", "26件 民生实事完成 count actual 2025"],
    ),
    // Subjects of lists and of things.
    (
        "一般公共预算收入累计完成37亿元，5年增长18.7%；35个新投产项目增加产值51亿元。",
        &[
            "37亿元 一般公共预算收入 amount actual 2025",
            "18.7% 一般公共预算收入5年 growth actual -",
            "35个 新投产项目 count actual 2025",
            "51亿元 新投产项目增加产值 amount actual 2025",
        ],
    ),
    (
        "经济总量跨过3个万亿元大关，财政民生支出突破万亿元，直管县调整优化为48个。",
        &["突破万亿元 财政民生支出 amount actual 2025", "48个 直管县 count actual 2025"],
    ),
    (
        "美丽河湖、美丽海湾建成率分别达到30%、50%，改造农房3套，新筹集住房2套。",
        &[
            "30% 美丽河湖建成率 rate actual 2025",
            "50% 美丽海湾建成率 rate actual 2025",
            "3套 改造农房 count actual 2025",
            "2套 新筹集住房 count actual 2025",
        ],
    ),
    (
        "粮食产量1.37亿斤，增产74万斤，连续9年保持在1.3亿斤以上；研发经费投入3328万元，与地区生产总值之比达到2.64%。",
        &[
            "1.37亿斤 粮食产量 amount actual 2025",
            "74万斤 粮食产量 change actual 2025",
            "1.3亿斤以上 粮食产量 amount actual 2025",
            "3328万元 研发经费投入 amount actual 2025",
            "2.64% 研发经费投入与地区生产总值之比 rate actual 2025",
        ],
    ),
    (
        "地区生产总值增长5.2%，快于2022年全年3%的增速，固定资产投资增长4%。",
        &[
            "5.2% 地区生产总值 growth actual 2025",
            "3% - rate actual 2022",
            "4% 固定资产投资 growth actual 2025",
        ],
    ),
    (
        "养老保险、失业保险参保人数分别达到10.6万人、2.4万人，预算内投资安排68亿元。",
        &[
            "10.6万人 养老保险参保人数 count actual 2025",
            "2.4万人 失业保险参保人数 count actual 2025",
            "68亿元 预算内投资 amount actual 2025",
        ],
    ),
    (
        "预计总产值23.9亿元（2020年22.1亿元），增长8%。",
        &[
            "23.9亿元 总产值 amount actual 2025",
            "22.1亿元 总产值 amount actual 2020",
            "8% 总产值 growth actual 2025",
        ],
    ),
    (
        "更换行道树2000余棵，11个村全部通公路。",
        &["2000余棵 更换行道树 count actual 2025", "11个 全部通公路的村 count actual 2025"],
    ),
    (
        "新修公路16条，延长路网23公里；引进年产3.6万吨的大米加工企业1家。",
        &[
            "16条 新修公路 count actual 2025",
            "23公里 延长路网 amount actual 2025",
            "1家 引进年产3.6万吨的大米加工企业 count actual 2025",
        ],
    ),
    ("启动青禾村7000亩农业开发项目，建设长1575米宽40米的绿道。", &[]),
    (
        "拨款最低标准从每生每年500元提高到600元，拥有34万千瓦的风能资源。",
        &[
            "500元 拨款最低标准 amount actual -",
            "600元 拨款最低标准 amount actual 2025",
            "34万千瓦 拥有风能资源 amount actual 2025",
        ],
    ),
    (
        "新建农田24万亩，粮食增产1.7亿斤；新增光伏6.4万千瓦，绿电交易3.1亿千瓦时；新建学校3所，优质高中达7所。",
        &[
            "24万亩 新建农田 amount actual 2025",
            "1.7亿斤 粮食增产 amount actual 2025",
            "6.4万千瓦 新增光伏 amount actual 2025",
            "3.1亿千瓦时 绿电交易 amount actual 2025",
            "3所 新建学校 count actual 2025",
            "7所 优质高中 count actual 2025",
        ],
    ),
    (
        "年接待游客由158万人次增加到323万人次，民营经济主体占97.2%。",
        &[
            "158万人次 接待游客 count actual -",
            "323万人次 接待游客 count actual 2025",
            "97.2% 民营经济主体占比 share actual 2025",
        ],
    ),
    (
        "5G网络覆盖镇区和93%以上行政村，与28个国家和地区建立贸易往来，56家二级及以上医院实现检查结果互认。",
        &[
            "93%以上 行政村 rate actual 2025",
            "28个 - count actual 2025",
            "56家 实现检查结果互认的二级及以上医院 count actual 2025",
        ],
    ),
    ("云岭40万吨煤制油和青禾20亿立方米/年煤制气项目开工，110米口径望远镜建成。", &[]),
    (
        "19个援疆省市落实资金97亿元，和顺地区总产值突破百亿元。",
        &[
            "19个 援疆省市 count actual 2025",
            "97亿元 援疆省市落实资金 amount actual 2025",
            "突破百亿元 和顺地区总产值 amount actual 2025",
        ],
    ),
    (
        "重点项目30项，其中：建设项目27项（省级6项、市级21项），前期项目3项。",
        &[
            "30项 重点项目 count actual 2025",
            "27项 建设项目 count actual 2025",
            "6项 省级建设项目 count actual 2025",
            "21项 市级建设项目 count actual 2025",
            "3项 前期项目 count actual 2025",
        ],
    ),
    (
        "县级项目16项，概算投资108亿元，当年计划投资21亿元，完成投资22亿元，投资完成率103.66%。",
        &[
            "16项 县级项目 count actual 2025",
            "108亿元 县级项目概算投资 amount planned -",
            "21亿元 县级项目当年计划投资 amount planned -",
            "22亿元 县级项目完成投资 amount actual 2025",
            "103.66% 县级项目投资完成率 completion actual 2025",
        ],
    ),
    (
        "57个续建项目全年计划完成投资98亿元，超过时间进度3.8个百分点。",
        &[
            "57个 续建项目 count actual 2025",
            "98亿元 续建项目全年计划完成投资 amount planned -",
            "3.8个百分点 续建项目超过时间进度 change actual 2025",
        ],
    ),
    (
        "金融业、软件和信息服务业增加值分别增长9.7%、15.3%。",
        &["9.7% 金融业增加值 growth actual 2025", "15.3% 软件和信息服务业增加值 growth actual 2025"],
    ),
    (
        "机场旅客和货邮吞吐量分别达到1.35亿人次、453.8万吨，分别增长8.3%、7.9%。",
        &[
            "1.35亿人次 机场旅客吞吐量 count actual 2025",
            "453.8万吨 货邮吞吐量 amount actual 2025",
            "8.3% 机场旅客吞吐量 growth actual 2025",
            "7.9% 货邮吞吐量 growth actual 2025",
        ],
    ),
    (
        "“云岭标准”、“云岭品牌”分别新增12项和44项，累计分别达到64项和288项。",
        &[
            "12项 新增“云岭标准” count actual 2025",
            "44项 新增“云岭品牌” count actual 2025",
            "64项 “云岭标准” count stock 2025",
            "288项 “云岭品牌” count stock 2025",
        ],
    ),
    (
        "开工重大产业项目47个，建成轨道交通线，运营线路总长达到906公里。",
        &["47个 开工重大产业项目 count actual 2025", "906公里 运营线路总长 amount actual 2025"],
    ),
    (
        "监管事项从39个拓展到91个，实际使用外资160亿美元、折合1148亿元人民币。",
        &[
            "39个 监管事项 count actual -",
            "91个 监管事项 count actual 2025",
            "160亿美元 实际使用外资 amount actual 2025",
            "1148亿元人民币 实际使用外资 amount actual 2025",
        ],
    ),
    (
        "新建200个智能车间、智能工厂，完善100座河滨、湖滨水驿站功能。",
        &[
            "200个 新建智能车间、智能工厂 count actual 2025",
            "100座 完善河滨、湖滨水驿站功能 count actual 2025",
        ],
    ),
    (
        "金融存贷款余额288亿元、219亿元，同比增长10.5%、14.8%。",
        &[
            "288亿元 金融存款余额 amount actual 2025",
            "219亿元 金融贷款余额 amount actual 2025",
            "10.5% 金融存款余额 growth actual 2025",
            "14.8% 金融贷款余额 growth actual 2025",
        ],
    ),
    (
        "战略性新兴产业、高技术产业增加值分别增长11%、8.6%。",
        &["11% 战略性新兴产业增加值 growth actual 2025", "8.6% 高技术产业增加值 growth actual 2025"],
    ),
    (
        "谋划实施项目182个，总投资748亿元，开工96个，竣工投产41个。",
        &[
            "182个 谋划实施项目 count actual 2025",
            "748亿元 谋划实施项目总投资 amount planned -",
            "96个 开工项目 count actual 2025",
            "41个 竣工投产项目 count actual 2025",
        ],
    ),
    (
        "重点项目530项，年度计划投资561亿元，完成投资362亿元，占年计划投资的64.49%。",
        &[
            "530项 重点项目 count actual 2025",
            "561亿元 重点项目年度计划投资 amount planned -",
            "362亿元 重点项目完成投资 amount actual 2025",
            "64.49% 重点项目年计划投资完成率 completion actual 2025",
        ],
    ),
    (
        "17个传统制造业增加值增长5.3%，7大产业集群对工业贡献率超过70%。",
        &[
            "17个 传统制造业 count actual 2025",
            "5.3% 传统制造业增加值 growth actual 2025",
            "7大 产业集群 count actual 2025",
            "超过70% 产业集群对工业贡献率 rate actual 2025",
        ],
    ),
    (
        "新增高等教育学位1.2万个，新增等级民宿38家，和美乡村覆盖率达73%。",
        &[
            "1.2万个 新增高等教育学位 count actual 2025",
            "38家 新增等级民宿 count actual 2025",
            "73% 和美乡村覆盖率 rate actual 2025",
        ],
    ),
    (
        "新增复耕面积18万亩，粮食播种面积158万亩、总产量13亿斤。",
        &[
            "18万亩 新增复耕面积 amount actual 2025",
            "158万亩 粮食播种面积 amount actual 2025",
            "13亿斤 粮食总产量 amount actual 2025",
        ],
    ),
    (
        "新增装机30万千瓦，其中光伏装机20万千瓦。",
        &["30万千瓦 新增装机 amount actual 2025", "20万千瓦 新增光伏装机 amount actual 2025"],
    ),
    (
        "11个县被认定为全国义务教育优质均衡发展县。",
        &["11个 被认定为全国义务教育优质均衡发展县的县 count actual 2025"],
    ),
    (
        "旅游收入超千亿元，新能源产业突破百亿元大关。",
        &["超千亿元 旅游收入 amount actual 2025", "突破百亿元 新能源产业 amount actual 2025"],
    ),
    ("打造百亿元产业集群，实施百亿斤粮食产能提升工程。", &[]),
    ("地表水Ⅰ—Ⅲ类水质比例达98.7%。", &["98.7% 地表水Ⅰ—Ⅲ类水质比例 rate actual 2025"]),
    ("全球最高10米液压支架下线。", &[]),
    ("改善700多所学校办学条件。", &["700多所 - count actual 2025"]),
];

const PLANS: &[(&str, &[&str])] = &[
    (
        "主要目标：经济增长5%左右、在实际工作中努力争取更好结果，规上工业增加值增长6.5%左右。",
        &["5%左右 经济 growth target 2026", "6.5%左右 规上工业增加值 growth target 2026"],
    ),
    ("实施100个以上省重点项目。", &["100个以上 - count planned 2026"]),
    ("关停10万千瓦及以下燃煤机组，20户以上自然村通硬化路。", &[]),
    (
        "打造5条多式联运线路，巩固提升80万亩蔬菜基地。",
        &["5条 打造多式联运线路 count target 2026", "80万亩 巩固提升蔬菜基地 amount target 2026"],
    ),
    ("地区生产总值年均增长5%左右。", &["5%左右 地区生产总值年均 growth target -"]),
    (
        "其中一二三产增加值分别增长3.5%左右、6%左右、5%左右。",
        &[
            "3.5%左右 第一产业增加值 growth target 2026",
            "6%左右 第二产业增加值 growth target 2026",
            "5%左右 第三产业增加值 growth target 2026",
        ],
    ),
    (
        "2026年主要预期目标是：地区生产总值增长6%左右，规模以上工业增加值增长7%，固定资产投资增长5.5%~6%。",
        &[
            "6%左右 地区生产总值 growth target 2026",
            "7% 规模以上工业增加值 growth target 2026",
            "5.5%~6% 固定资产投资 growth target 2026",
        ],
    ),
    ("一般公共预算收入增长4-5%。", &["4-5% 一般公共预算收入 growth target 2026"]),
    ("社会消费品零售总额增长７．５％—８％。", &["７．５％—８％ 社会消费品零售总额 growth target 2026"]),
    (
        "城镇调查失业率控制在5.5%以内，城镇新增就业不少于1200万人。",
        &["控制在5.5%以内 城镇调查失业率 rate target 2026", "不少于1200万人 城镇新增就业 count target 2026"],
    ),
    (
        "力争引进亿元以上项目50个，到位资金120亿元以上。",
        &["50个 引进亿元以上项目 count target 2026", "120亿元以上 亿元以上项目到位资金 amount target 2026"],
    ),
    ("争取研发投入强度达到2.5%。", &["2.5% 研发投入强度 rate target 2026"]),
    (
        "确保粮食播种面积稳定在92万亩以上，产量不低于45万吨。",
        &["稳定在92万亩以上 粮食播种面积 amount target 2026", "不低于45万吨 粮食产量 amount target 2026"],
    ),
    (
        "新建、改扩建学校6所，新增学位4800个。",
        &["6所 新建、改扩建学校 count target 2026", "4800个 新增学位 count target 2026"],
    ),
    (
        "加快推进86个重点项目建设，完成年度投资95亿元。",
        &["86个 重点项目 count planned 2026", "95亿元 重点项目完成年度投资 amount target 2026"],
    ),
    ("到2030年，森林覆盖率达到45%。", &["45% 森林覆盖率 rate target 2030"]),
    ("全年改造60至70个老旧小区。", &["60至70个 改造老旧小区 count target 2026"]),
    (
        "地区生产总值增长6.5%以上，力争7%；城乡居民人均可支配收入分别增长6%、7%以上。",
        &[
            "6.5%以上 地区生产总值 growth target 2026",
            "7% 地区生产总值 growth target 2026",
            "6% 城镇居民人均可支配收入 growth target 2026",
            "7%以上 农村居民人均可支配收入 growth target 2026",
        ],
    ),
    (
        "新培育规上工业企业30家、“专精特新”企业20家。",
        &["30家 新培育规上工业企业 count target 2026", "20家 新培育“专精特新”企业 count target 2026"],
    ),
    ("居民消费价格涨幅2%左右。", &["2%左右 居民消费价格 growth target 2026"]),
    (
        "居民收入增长与经济增长同步，单位地区生产总值能耗降低3%左右。",
        &["降低3%左右 单位地区生产总值能耗 growth target 2026"],
    ),
    (
        "培育“专精特新”企业20家以上、科技型中小企业100家。",
        &["20家以上 培育“专精特新”企业 count target 2026", "100家 培育科技型中小企业 count target 2026"],
    ),
    ("抓好总投资35亿元的产业园建设。", &["35亿元 产业园建设总投资 amount planned -"]),
    (
        "去年完成技改投资18亿元，今年要突破20亿元。",
        &["18亿元 技改投资 amount actual 2025", "突破20亿元 技改投资 amount target 2026"],
    ),
    ("高新技术企业总数突破200家。", &["突破200家 高新技术企业总数 count target 2026"]),
    ("重点抓好以下六方面工作。", &[]),
    ("赤字率拟按4%左右安排，赤字规模5.66万亿元。", &["4%左右", "5.66万亿元 赤字规模 amount target 2026"]),
    ("粮食产量1.4万亿斤左右。", &["1.4万亿斤左右 粮食产量 amount target 2026"]),
    (
        "实施城市更新项目32个，年内完成投资15亿元。",
        &["32个 实施城市更新项目 count target 2026", "15亿元 城市更新项目完成投资 amount target 2026"],
    ),
];

fn mismatches(purpose: Purpose, cases: &[(&str, &[&str])]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (words, expected) in cases {
        let rows = read(purpose, words);
        let found: Vec<String> = rows.iter().map(told).collect();
        // Where only the number is given, the subject does not matter.
        let is_same = found.len() == expected.len()
            && found.iter().zip(*expected).all(|(found, expected)| {
                let is_bare = !expected.contains(' ') || expected.split(' ').nth(1) == Some("-");
                let bare = |told: &str| {
                    let mut parts: Vec<String> = told.split(' ').map(str::to_owned).collect();
                    if parts.len() > 1 {
                        parts.remove(1);
                    }
                    parts
                };
                found == expected
                    || (is_bare && expected.contains(' ') && bare(found) == bare(expected))
                    || (!expected.contains(' ') && found.starts_with(&format!("{expected} ")))
            });
        if !is_same {
            let ranks: Vec<u8> = rows.iter().map(|row| row.sureness.rank()).collect();
            wrong.push(format!("{words}\n  read     {found:?} {ranks:?}\n  expected {expected:?}"));
        }
    }
    wrong
}

#[test]
fn sentences_of_reports_are_read() {
    let mut wrong = mismatches(Purpose::Results, RESULTS);
    wrong.extend(mismatches(Purpose::Plan, PLANS));
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_about_a_part_of_the_year_says_so() {
    for (words, scope) in [
        ("上半年总产值增长5%。", "上半年"),
        ("2025年1—9月，总产值增长5%。", "1—9月"),
        ("前11个月，总产值增长5%。", "前11个月"),
        ("1—12月总产值增长5%。", ""),
        ("总产值增长5%。", ""),
    ] {
        let rows = read(Purpose::Results, words);
        assert_eq!(rows.first().map(|row| row.cell("scope")), Some(scope), "{words}");
    }
}

#[test]
fn this_year_is_to_come_unless_a_part_of_it_is_over() {
    for (words, nature) in [
        ("今年1—11月，项目完成投资34.9亿元。", "actual"),
        ("今年上半年，项目完成投资34.9亿元。", "actual"),
        ("今年项目完成投资34.9亿元。", "target"),
        ("年度目标任务为：签约项目投资总额达到80亿元；落地项目投资总额达到38亿元。", "target"),
    ] {
        let rows = read(Purpose::Other, words);
        assert!(rows.iter().all(|row| row.cell("nature") == nature) && !rows.is_empty(), "{words}");
    }
}

#[test]
fn a_heading_says_of_which_part_of_the_year_its_sentences_are() {
    for (heading, words, scope) in [
        ("上半年计划执行情况", "总产值增长5%。", "上半年"),
        ("2025年1—6月计划执行情况", "总产值增长5%。", "1—6月"),
        ("1—12月运行情况", "总产值增长5%。", ""),
        ("上半年计划执行情况", "前三季度总产值增长5%。", "前三季度"),
        ("上半年计划执行情况", "全年总产值增长5%。", ""),
        ("上半年计划执行情况", "2023年总产值增长5%。", ""),
    ] {
        let mut report = report(Purpose::Results, words);
        heading.clone_into(&mut report.sections[0].heading);
        let rows = rows(&report);
        assert_eq!(rows.first().map(|row| row.cell("scope")), Some(scope), "{heading} {words}");
    }
}

#[test]
fn a_plan_without_results_says_nothing_of_the_year_before() {
    for (has_results, year) in [(false, ""), (true, "2025")] {
        let mut report = report(Purpose::Other, "在建项目26个。");
        if has_results {
            report.sections.push(Section { purpose: Purpose::Results, ..Section::default() });
        }
        let rows = rows(&report);
        assert_eq!(rows.first().map(|row| row.cell("year")), Some(year));
    }
}

#[test]
fn this_year_is_the_year_of_the_results_where_the_report_was_made_in_it() {
    for (day, year) in [("——2025年12月27日", "2025"), ("——2026年1月16日", "2026")] {
        let mut report = report(Purpose::Results, "今年完成投资28亿元。");
        let paragraph = Paragraph { words: day.to_owned(), ..Paragraph::default() };
        report.sections.insert(0, Section { paragraphs: vec![paragraph], ..Section::default() });
        let rows = rows(&report);
        let figure = rows.last().unwrap();
        assert_eq!(figure.cell("year"), year, "{day}: {}", told(figure));
    }
}

/// A long report is read in a time that grows with its length: run it by hand with `--release` and `--nocapture`.
#[test]
#[ignore = "a measurement"]
fn half_a_megabyte() {
    let sentences: String = RESULTS.iter().chain(PLANS).map(|(words, _)| *words).collect();
    let words = sentences.repeat(500_000 / sentences.len() + 1);
    let report = report(Purpose::Results, &words);
    let begin = std::time::Instant::now();
    let read = rows(&report);
    let figures = begin.elapsed();
    let unread = crate::unread::rows(&report, &read);
    println!("{} figures in {figures:?}, {} others, {:?}", read.len(), unread.len(), begin.elapsed());
}

#[test]
fn sure_is_only_what_has_unit_subject_and_year() {
    for (purpose, cases) in [(Purpose::Results, RESULTS), (Purpose::Plan, PLANS)] {
        for (words, _) in cases {
            for row in read(purpose, words) {
                if matches!(row.sureness, Sureness::Sure(_)) {
                    assert!(row.cell("subject").chars().count() > 1, "{words}: {}", told(&row));
                    assert!(!row.cell("unit").is_empty(), "{words}");
                }
            }
        }
    }
}
