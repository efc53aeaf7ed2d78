// The provinces and their prefecture-level divisions, by GB/T 2260 and the list of the Ministry of Civil Affairs (2023).

/// Which prefecture-level divisions belong to which province, and the character by which a province signs numbers.
enum DivisionTable {
  /// A division of the first level.
  struct Province {
    let name: String
    /// The first character of its offices' signs: 鲁政发.
    let sign: Unicode.Scalar
    let prefectures: [String]
  }

  /// The province of a prefecture-level division.
  static func province(of prefecture: String) -> String? { provincesByPrefecture[prefecture] }

  /// Whether a name is a province's, a municipality's or an autonomous region's.
  static func isProvince(_ name: String) -> Bool { names.contains(name) }

  /// Whether a name is a prefecture-level division's.
  static func isPrefecture(_ name: String) -> Bool { provincesByPrefecture[name] != nil }

  /// The province that signs with a character.
  static func province(signing sign: Unicode.Scalar) -> String? { provinces.first { $0.sign == sign }?.name }

  private static let names = Set(provinces.map(\.name))
  private static let provincesByPrefecture = Dictionary(
    provinces.flatMap { province in province.prefectures.map { ($0, province.name) } }, uniquingKeysWith: { $1 })

  /// All names that no rule of formation tells (自治区, 自治州, 地区, 盟, 林区), and all others.
  static let allNames = provinces.flatMap { [$0.name] + $0.prefectures }

  private static func row(_ name: String, _ sign: Unicode.Scalar, _ cities: String, others: String = "") -> Province {
    Province(
      name: name, sign: sign,
      prefectures: cities.split(separator: " ").map { $0 + "市" } + others.split(separator: " ").map(String.init))
  }

  static let provinces: [Province] = [
    row("北京市", "京", ""), row("天津市", "津", ""), row("上海市", "沪", ""), row("重庆市", "渝", ""),
    row("河北省", "冀", "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水"),
    row("山西省", "晋", "太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁"),
    row("内蒙古自治区", "内", "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布", others: "兴安盟 锡林郭勒盟 阿拉善盟"),
    row("辽宁省", "辽", "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛"),
    row("吉林省", "吉", "长春 吉林 四平 辽源 通化 白山 松原 白城", others: "延边朝鲜族自治州"),
    row(
      "黑龙江省", "黑", "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化", others: "大兴安岭地区"),
    row("江苏省", "苏", "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁"),
    row("浙江省", "浙", "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水"),
    row("安徽省", "皖", "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城"),
    row("福建省", "闽", "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德"),
    row("江西省", "赣", "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶"),
    row("山东省", "鲁", "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽"),
    row(
      "河南省", "豫",
      "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店"),
    row("湖北省", "鄂", "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州", others: "恩施土家族苗族自治州"),
    row("湖南省", "湘", "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底", others: "湘西土家族苗族自治州"),
    row(
      "广东省", "粤",
      "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮"),
    row("广西壮族自治区", "桂", "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左"),
    row("海南省", "琼", "海口 三亚 三沙 儋州"),
    row(
      "四川省", "川",
      "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳",
      others: "阿坝藏族羌族自治州 甘孜藏族自治州 凉山彝族自治州"),
    row(
      "贵州省", "黔", "贵阳 六盘水 遵义 安顺 毕节 铜仁",
      others: "黔西南布依族苗族自治州 黔东南苗族侗族自治州 黔南布依族苗族自治州"),
    row(
      "云南省", "云", "昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧",
      others:
        "楚雄彝族自治州 红河哈尼族彝族自治州 文山壮族苗族自治州 西双版纳傣族自治州 大理白族自治州 德宏傣族景颇族自治州 怒江傈僳族自治州 迪庆藏族自治州"),
    row("西藏自治区", "藏", "拉萨 日喀则 昌都 林芝 山南 那曲", others: "阿里地区"),
    row("陕西省", "陕", "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛"),
    row(
      "甘肃省", "甘", "兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南",
      others: "临夏回族自治州 甘南藏族自治州"),
    row(
      "青海省", "青", "西宁 海东",
      others: "海北藏族自治州 黄南藏族自治州 海南藏族自治州 果洛藏族自治州 玉树藏族自治州 海西蒙古族藏族自治州"),
    row("宁夏回族自治区", "宁", "银川 石嘴山 吴忠 固原 中卫"),
    row(
      "新疆维吾尔自治区", "新", "乌鲁木齐 克拉玛依 吐鲁番 哈密",
      others:
        "昌吉回族自治州 博尔塔拉蒙古自治州 巴音郭楞蒙古自治州 阿克苏地区 克孜勒苏柯尔克孜自治州 喀什地区 和田地区 伊犁哈萨克自治州 塔城地区 阿勒泰地区"),
  ]
}
