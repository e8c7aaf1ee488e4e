# 标识的校验。

id-kind = 没有名为 { $kind } 的标识。
    .remedy = 核对标识的种类，改后重报。
id-prefix = 商品序列 URN 应以 urn:epc:id:sgtin: 开头，现为“{ $seen }”。
    .remedy = 报送方按 EPC 纯标识 URN 重新写出，大小写照原样。
id-parts = 商品序列 URN 应有三段，以点分开，现为“{ $seen }”。
    .remedy = 报送方补齐厂商、项目、序列号三段，改后重报。
id-length = { $kind ->
    [uscc] 统一社会信用代码应为 18 位
    [citizen_id] 居民身份证号应为 18 位
    [gtin13] 商品条码应为 13 位
    [gtin14] 商品条码应为 14 位
    [sscc] 物流单元代码应为 18 位
    [container] 集装箱号应为 11 位
    [sgtin_urn] 厂商与项目合计应为 13 位，厂商 6 至 12 位
    [imo] 船舶 IMO 编号应为 7 位
    [customs_code] 海关注册编码应为 10 位
   *[other] 标识的位数不符
}，现为“{ $seen }”。
    .remedy = 报送方对照证照或标签核对位数，改后重报。
id-alphabet = { $kind ->
    [uscc] 统一社会信用代码只用数字和 I、O、S、V、Z 以外的大写字母，第 3 至 8 位为数字
    [citizen_id] 居民身份证号前 17 位为数字，末位为数字或 X
    [container] 集装箱号为 4 位字母和 7 位数字
    [sgtin_urn] 厂商与项目两段只用数字
    [customs_code] 海关注册编码前 4 位为数字，其余为数字或字母
   *[other] 编号只用数字
}，现为“{ $seen }”。
    .remedy = 报送方对照证照或标签核对，留意 0 与 O、1 与 I，改后重报。
id-category = 集装箱号第 4 位应为 U、J 或 Z，现为“{ $seen }”。
    .remedy = 报送方对照箱体核对箱号，改后重报。
id-birth-date = 居民身份证号第 7 至 14 位应为实有的日期，“{ $seen }”不是。
    .remedy = 报送方对照证件核对，改后重报。
id-serial = 序列号应为 1 至 20 个字符，" % & / < > ? 须转义，“{ $seen }”不合。
    .remedy = 报送方按 GS1 字符集改写序列号，只转义规定的七个字符，改后重报。
id-check-digit = { $kind ->
    [uscc] 统一社会信用代码
    [citizen_id] 居民身份证号
    [gtin13] 商品条码
    [gtin14] 商品条码
    [sscc] 物流单元代码
    [container] 集装箱号
    [imo] 船舶 IMO 编号
   *[other] 标识
}的校验位应与其余各位相符，“{ $seen }”不符。
    .remedy = 报送方对照证照或标签逐位核对，多为抄错一位或颠倒两位，改后重报。
