// Characters that stand beside numbers and names in official documents.

extension Unicode.Scalar {
  /// Whether a measure or counted thing may begin with it: what stands behind a number in running text.
  var beginsUnit: Bool { Units.units.contains(self) }

  /// Whether it is a unit that begins hardly any heading: 2 月, but 2 组织体系, 3 部门职责.
  var beginsPlainUnit: Bool { Units.plainUnits.contains(self) }

  /// Whether what it begins is never the name of a section.
  var beginsQuantity: Bool { Units.quantities.contains(self) }

  /// Whether words that count or measure begin with it: 毫米, 个乡镇. So do others: 人民政府.
  var mayBeginUnit: Bool { beginsUnit || "毫厘千公平立万亿个名家户所人乡".unicodeScalars.contains(self) }

  /// Whether the names of offices end with it.
  var endsIssuer: Bool { Units.issuerEnds.contains(self) }

  /// Whether the names of posts end with it: 审判长, 书记员, 法官助理.
  var endsPost: Bool { "长员人理记任".unicodeScalars.contains(self) }

  /// Whether it is one of the hundred most common surnames (Ministry of Public Security, report on names 2020) or of
  /// those next to them.
  var isSurname: Bool { Units.surnames.contains(self) }
}

private enum Units {
  static let units = Set(
    "年月日号时分秒个名人家户件次项条款章级类元万亿千百吨米公平亩倍种处座所套台辆批期届层度成部门篇本份卷册页位只头株立毫厘克兆例场站点段组支宗张枚岁天周小里角微％%‰℃多余"
      .unicodeScalars)
  static let plainUnits = Set("年月日号时分秒个名元万亿千百吨米亩倍种次户家位只头株岁天周小毫厘％%‰℃".unicodeScalars)
  static let quantities = Set("万亿千百元吨倍米亩％%‰℃".unicodeScalars)
  static let issuerEnds = Set("府厅局委会部院室办处署行社团校司央".unicodeScalars)
  static let surnames = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔\
    钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢\
    安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛\
    靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应\
    臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌傅赖闻习敬桑逄昝隋荀来展邸宦茅钮占晋卿花虞危巴干宣计揭幸操阚海查漆库\
    凤门侍竺靖阎冼邰尉帅代阙粟窦商佘伊谷权蓝滑皮公上
    """.unicodeScalars)
}
