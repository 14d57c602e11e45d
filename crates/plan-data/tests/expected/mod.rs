//! Expected values, typed in from the text of the 2021 Weidong plan report itself, independently
//! of `data/weidong-2021/*.csv`, so that a slip in the one is caught by the other.
//! Never regenerate these lists from the CSV.

/// One row of the annex table (附表) of the report, every value as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ExpectedIndicator {
    pub(crate) number: &'static str,
    pub(crate) category_number: &'static str,
    pub(crate) category: &'static str,
    pub(crate) group_number: &'static str,
    pub(crate) group: &'static str,
    pub(crate) name: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) actual_2020: &'static str,
    pub(crate) plan_2021: &'static str,
}

/// A heading of the annex table: its number and its title.
type Heading = (&'static str, &'static str);

const CAT_1: Heading = ("一", "综合类");
const CAT_2: Heading = ("二", "创新发展");
const CAT_3: Heading = ("三", "协调发展");
const CAT_4: Heading = ("四", "绿色发展");
const CAT_5: Heading = ("五", "开放发展");
const CAT_6: Heading = ("六", "共享发展");

const NO_GROUP: Heading = ("", "");
const GROUP_1: Heading = ("一", "地区生产总值增长");
const GROUP_2: Heading = ("二", "投资");
const GROUP_3: Heading = ("三", "市场消费和价格指数");
const GROUP_4: Heading = ("四", "财政金融");
const GROUP_5: Heading = ("五", "科技");
const GROUP_6: Heading = ("六", "城镇化水平");
const GROUP_7: Heading = ("七", "资源节约利用");
const GROUP_8: Heading = ("八", "环境保护");
const GROUP_9: Heading = ("九", "就业与收入");
const GROUP_10: Heading = ("十", "人口与卫生");
const GROUP_11: Heading = ("十一", "社会保障");

const fn row(
    category: Heading,
    group: Heading,
    number: &'static str,
    name: &'static str,
    unit: &'static str,
    actual_2020: &'static str,
    plan_2021: &'static str,
) -> ExpectedIndicator {
    ExpectedIndicator {
        number,
        category_number: category.0,
        category: category.1,
        group_number: group.0,
        group: group.1,
        name,
        unit,
        actual_2020,
        plan_2021,
    }
}

/// The 25 indicators, in the order of the annex table. 地区生产总值增长 has no number of its own:
/// it stands on the level of a group, and is the first member of that group here.
#[rustfmt::skip]
pub(crate) const INDICATORS: [ExpectedIndicator; 25] = [
    row(CAT_1, GROUP_1, "", "地区生产总值增长", "%", "3", "7.5"),
    row(CAT_1, GROUP_1, "1", "第三产业增加值增长", "%", "5.1", "—"),
    row(CAT_1, GROUP_2, "2", "固定资产投资增长", "%", "8.9", "7"),
    row(CAT_1, GROUP_3, "3", "社会消费品零售总额增长", "亿元", "124", "—"),
    row(CAT_1, GROUP_4, "4", "一般公共预算收入增长", "%", "1.2", "6"),
    row(CAT_2, GROUP_5, "5", "研究与试验发展经费投入强度", "%", "1.8", "—"),
    row(CAT_3, GROUP_6, "6", "常住人口城镇化率", "%", "98.6", "—"),
    row(CAT_4, GROUP_7, "7", "万元生产总值能耗降低率", "%", "完成市定目标", "完成市定目标"),
    row(CAT_4, GROUP_8, "8", "营造林面积", "亩", "600", "1650"),
    row(CAT_4, GROUP_8, "9", "空气质量优良天数", "天", "251", "完成市定目标"),
    row(CAT_4, GROUP_8, "10", "细颗粒物（PM2.5）年均浓度", "微克/立方米", "52", "完成市定目标"),
    row(CAT_4, GROUP_8, "11", "可吸入颗粒物（PM10）年均浓度", "微克/立方米", "92", "完成市定目标"),
    row(CAT_4, GROUP_8, "12", "城市集中式饮用水源取水水质达标率", "%", "100", "100"),
    row(CAT_5, NO_GROUP, "13", "货物进出口总额", "万元", "3172.5", "稳步增长"),
    row(CAT_5, NO_GROUP, "14", "实际利用外资", "万美元", "2969", "2969"),
    row(CAT_6, GROUP_9, "15", "城镇新增就业人数", "万人", "1.04", "—"),
    row(CAT_6, GROUP_9, "16", "城镇登记失业率", "%", "4.28", "—"),
    row(CAT_6, GROUP_9, "17", "城镇居民人均可支配收入增长", "%", "1.5", "稳步增长"),
    row(CAT_6, GROUP_9, "18", "农村居民人均可支配收入增长", "%", "6.2", "稳步增长"),
    row(CAT_6, GROUP_10, "19", "每千人口医疗卫生机构床位数", "张", "3", "—"),
    row(CAT_6, GROUP_10, "20", "每千人口执业（助理）医师数", "个", "4.4", "—"),
    row(CAT_6, GROUP_10, "21", "为残疾人服务设施数", "个", "3", "—"),
    row(CAT_6, GROUP_11, "22", "参加城镇企业职工基本养老保险人数", "万人", "2.15", "—"),
    row(CAT_6, GROUP_11, "23", "参加城乡居民基本养老保险人数", "万人", "4.24", "—"),
    row(CAT_6, GROUP_11, "24", "棚户区住房改造开工量", "套", "8463", "—"),
];

/// The 35 projects of the column 用地保障重点项目, in order: name and location, to the character.
#[rustfmt::skip]
pub(crate) const PROJECTS: [(&str, &str); 35] = [
    ("平顶山市国际物流产业新城", "平安大道东段南侧、开发一路两侧"),
    ("平顶山工业静脉产业园", "昆阳大道（原许南路）东侧辛北村"),
    ("平顶山天安煤业股份有限公司十矿风井", "东平郑路北段东侧土寨沟村"),
    ("省道 325 漯嵩线平顶山程庄至郑万高铁平西站段", "原北环路两侧"),
    ("平顶山市东部客运站", "昆阳大道（原许南路）西侧辛南村"),
    ("太阳城康养项目", "平安大道东段两侧"),
    ("卫东区现代物流产业园", "开发一路以东，平煤专用线以南，孟平铁路以北"),
    ("豫南应急物资储备中心", "规划矿工路与规划科技路交叉口西北角"),
    ("大鹰城（新能源）汽车园", "规划科技路以西，平安大道南北两侧"),
    ("卫东区健康产业园（惠民大药房）", "国家粮食储备库北侧，规划矿工路以北"),
    ("河南伊莱雅生物科技有限公司金紫雨植物养发化妆品生产基地", "北环路北，十二矿林场西侧"),
    ("平顶山市卫东区上徐工业园", "东平郑路与北环路交叉口东北角上徐村"),
    ("小店新型建筑材料产业园", "东平郑路北段东、西两侧小店村"),
    ("卫东区冷链智慧园区", "许南路东侧、建设路南侧蒲城村"),
    ("东部汽车物流园区", "许南路东侧、建设路北侧蒲城村"),
    ("大营区域收储项目", "湛河南北两侧大营社区"),
    ("矿山机械设备制造项目", "平安大道北侧，八矿路西侧"),
    ("卫东区矿用电气装备制造园", "平安大道东段南侧"),
    ("建筑垃圾清运及资源化处置项目", "观上村原丁营砖厂"),
    ("魏寨区域收储项目", "北环路以南魏寨村"),
    ("光明路北段收储项目", "光明路北段，鹰城大道两侧下牛村"),
    ("河南省医药卫生学校扩建项目", "平安大道北侧王斌庄村"),
    ("新华路至东环路区域收储项目", "新华路东侧、东环路两侧上张村、吴寨村、魏寨村"),
    ("蒲城街道党群综合服务中心", "蒲城村小学北、高速引线以南"),
    ("平顶山市圣源昊商贸有限公司南站台", "平安大道东段辛南村路南"),
    ("平顶山市圣源昊商贸有限公司北站台", "平安大道东八矿路交叉口路南"),
    ("S103 郑浙线郟县李口至卫东区北环路段改建工程", "东平郑路两侧"),
    ("卫东区寺竹线改建项目", "北环路办事处寺沟社区至竹园村"),
    ("平顶山东部工业固废储运及综合利用中心", "原孟宝线和 311 国道交叉口东南角"),
    ("发泡陶瓷轻质隔墙板项目", "昆阳大道（原许南路）东侧辛北村"),
    ("300 万吨管带机输煤矸石项目", "昆阳大道（原许南路）东侧辛南村"),
    ("平顶山市辛北新型环保建材有限公司生产线升级改造项目", "辛北村东南侧"),
    ("平顶山市一元商贸有限公司储运中心", "光华路办事处程庄村北侧，许南路以西与襄城县交界处"),
    ("平顶山市乾营新型环保建材生产项目", "北环路办事处竹园村"),
    ("河南天成能源科技有限公司煤泥洗选项目二期", "光华路办事处程庄村"),
];
