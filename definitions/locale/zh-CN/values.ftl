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

### 定义文件。该行的内容列在句子下面。

definition-syntax = { $kind ->
    [fluent] 这一行不合 Fluent（句子文件的写法）
   *[toml] 这一行不合 TOML
}。
    .remedy = { $kind ->
        [fluent] 句子写成 id = 文字，它的各部分缩进四格。
       *[toml] 键后面写 = 和值，文字放在双引号里，日期不加引号；同一个键不写两次。
    }
definition-unknown = 这个表里没有 { $field } 这个键。
    .remedy = 改正拼写，或删掉这一行。
definition-missing = { $kind ->
    [file] 没有这个文件
   *[key] 从这一行开始的表缺 { $field }
}。
    .remedy = 补上；写法照旁边的记录。
definition-kind = { $field } 要写成{ $kind ->
    [whole] 整数
    [flag] {" "}true 或 false
    [day] 日期，例如 2019-01-01，不加引号
    [scalar] 双引号里的文字、整数，或 true、false
    [texts] 一列文字，例如 ["a", "b"]
    [text-or-texts] 文字，或一列文字，例如 ["a", "b"]
    [table] 表，例如 {"{"} zh = "…", en = "…" {"}"}
    [tables] 双方括号开头的表
    [other] 别种值
   *[text] 双引号里的文字
}。
    .remedy = 照此改这一行的值。
definition-value = { $kind ->
    [empty] { $field } 没有内容
   *[other] { $field } 不能是 { $value }
}{ $kind ->
    [empty] {""}
    [word] ；可以是 { $known }
    [CNY] ；要写元，最多两位小数，例如 "5000.00"
    [rate] ；要写比率，最多六位小数，例如 "0.7"
    [hours] ；要写整小时，例如 72
    [days] ；要写整天，例如 30
    [kg] ；要写千克，最多五位小数，例如 "0.05"
    [count] ；要写整数
    [switch] ；要写 "on" 或 "off"
    [text] ；要写一个词
    [id] ；要写小写字母、数字、连字符和点
    [field-kind] ；要写种类，例如 C36、C..60、N19,5
    [message-number] ；要写三位数字
   *[other] {""}
}。
    .remedy = 改正这一行的值。
definition-twice = { $kind ->
    [alike] { $value } 与 { $other } 存储时分不清
    [same-day] 有两个版本从同一天起：{ $value }
    [table] 表 { $value } 写了两次
   *[stands] { $value } 已经写在 { $other }
}。
    .remedy = { $kind ->
        [alike] 改其中一个的名字。
        [same-day] 改正其中一个的开始日期。
       *[stands] 留一个，或改其中一个的名字。
    }
definition-reference = { $kind ->
    [function] 程序里没有名为 { $value } 的函数
    [function-unused] 程序的函数 { $value } 没有被任何一条规则的形式写到
    [parameter] 没有参数 { $value }
    [room] { $other } 不会报出 { $value }
    [record] { $other } 会报出 { $value }，却没有它的记录
    [head-field] 表头没有字段 { $value }
    [receipt] 回执 { $value } 没有字段表
    [file] 没有文件 { $value }
    [file-unused] { $value } 里没有一个版本写到这个文件
    [sheet-table] 这份合表里没有名为 { $value } 的表
    [language] 没有 { $value } 这种语言：只有 zh-CN、en、bo
    [words] { $other } 引用了 { $value }，却没有它
   *[field] 这种报文没有字段 { $value }
}。
    .remedy = 改正名字，或补上它所指的。
definition-days = { $kind ->
    [turned] 止于 { $other }，早于开始的 { $from }
    [back] 从 { $from } 起，不晚于前一个（{ $other }）
   *[over] 从 { $from } 起，而前一个到 { $other } 才止
}。
    .remedy = 理顺 from 和 to：后一个在前一个止了以后开始。
definition-entry = { $kind ->
    [form] 规则要有 [[rule.form]]，或 raised_by 和 basis
    [value] 参数至少要有一个 [[parameter.value]]
    [condition] 有条件的字段要写 need = "C"
    [numbering] 只有表体的字段能作序号
    [clock] clock 只能是表头的时间
    [asks] { $field } 或写明哪些值，in = ["…"]，或写有值即可，given = true
    [file-name] 按报文号和版本，文件名应是 { $value }
    [senders] senders 要列出 { $known }
    [lines] lines 与 line = [ … ] 要一起写
    [rows] 一张表有 1 到 65535 个字段，表头里至少一个
    [key] key 要列出区分各份单证的字段
    [signature] 除海关发出的以外，报文都有签名
    [edition] 表 { $value } 没有版本
    [scope] { $value }：scope 是四到十位数字的编码
    [specific] { $value }：specific 要写 per_litre，或 per_tonne 和 litres，或 litres、usd、at_or_above 和 below
   *[neither] { $value } 既没有 threshold，也没有 specific
}。
    .remedy = 照旁边的记录改这一条。
definition-words = { $kind ->
    [sentence] { $value } 在 { $other } 里没有句子
   *[id] { $other } 里缺 { $value }
}。
    .remedy = 中文和英文的句子要一样齐全，藏文不能有中文没有的：补上，或删掉。
