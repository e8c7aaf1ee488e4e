# 读报文、查报文：结构、字段、代码。

# 文本与结构
xml-too-large = 文件应在 { $want } 字节以内，现为 { $seen } 字节。
    .remedy = 分成几份报文再报，每份至多 100 单。
xml-encoding = 第 { $line } 行：文件应为 { $want } 编码，现有 { $seen }。
    .remedy = 按 UTF-8 另存并改 XML 声明中的 encoding，再重报。
xml-bom = 文件以字节顺序标记开头，已略过。
    .remedy = 存为不带标记的 UTF-8；chama check --fix 会删去它。
xml-character = 第 { $line } 行有控制字符 { $seen }，报文不容。
    .remedy = 删去该字符，查清它从哪里带进来，再重报。
xml-dtd = 第 { $line } 行有 { $seen }，报文不能带类型定义和自定实体。
    .remedy = 删去类型定义；文中的 & 写成 &amp;，再重报。
xml-broken = { $kind ->
    [cut] 文件在第 { $line } 行中断，后面的内容没有收到。
    [end-tag] 第 { $line } 行应为 { $want }，现为 { $seen }。
    [no-start] 第 { $line } 行的 { $seen } 没有开始标签。
    [reference] 第 { $line } 行的 & 后面没有写完，单个 & 应写成 &amp;。
    [attribute] 第 { $line } 行的属性写法不合 XML。
    [comment] 第 { $line } 行的注释里有两个连续的减号。
    [declaration] 第 { $line } 行的 XML 声明写法或位置不合 XML。
    [text] 第 { $line } 行的文字里有 CDATA 的结束符。
    [empty] 文件或输入是空的，里面没有报文。
    [json] 这是 JSON；CEB 报文是 XML。
    [toml] 这是 TOML，不是 XML 报文。
    [foreign] 这不是 XML，也不是 .zip 或 .gz 压缩包（不论文件名怎样写）。
    [no-root] 文件开头没有根元素。
    [behind] 第 { $line } 行起，根元素之后还有内容。
   *[tag] 第 { $line } 行的标签不合 XML。
}
    .remedy = { $kind ->
        [toml] 设置文件用 `chama setup` 备案；这里不要写它。
       *[other] 从制单系统重新导出整份报文，再重报；整份没有收下。
    }
xml-too-deep = 第 { $line } 行的元素嵌套超过 { $want } 层。
    .remedy = 按报文结构去掉多余的层，再重报。
xml-too-long = 第 { $line } 行的文字或标签超过 { $want } 字节。
    .remedy = 缩短后重报。
xml-namespace = 第 { $line } 行：{ $field } 的命名空间应为 { $want }，现为 { $seen }。
    .remedy = 在根元素上声明该命名空间，各元素用同一前缀，再重报。
xml-root = 第 { $line } 行：根元素 { $seen } 不是已知的报文{ $kind ->
    [near] ，应为 { $want }
   *[far] {""}
}。
    .remedy = 改成 CEB311Message 这样的根元素名，再重报。
xml-guid = 根元素的属性 guid 应为 { $want } 位，现为 { $seen }。
    .remedy = 为每份报文生成新的 guid，再重报。
xml-version = 根元素的属性 version 应如 { $want }，现为 { $seen }。
    .remedy = 在根元素写 version="1.0"，再重报。
xml-attribute = 第 { $line } 行：{ $parent } 没有属性 { $field }。
    .remedy = 删去该属性，再重报。
xml-text = 第 { $line } 行：{ $field } 只含元素，不含文字。
    .remedy = 删去元素之间的文字，再重报。
xml-unknown = 第 { $line } 行：{ $parent } 里没有元素 { $field }{ $kind ->
    [near] ，相近的是 { $want }
   *[far] {""}
}。
    .remedy = 改名或删去该元素，再重报。
xml-order = 第 { $line } 行：{ $field } 应在 { $want } 之{ $side ->
    [before] 前
   *[after] 后
}。
    .remedy = 调整次序再重报，chama check --fix 可改。
xml-repeated = 第 { $line } 行：{ $field } 多出一次。
    .remedy = 留下正确的一个，再重报。
xml-empty = 第 { $line } 行：{ $field } 没有值时不能留空元素。
    .remedy = 没有值就删去该元素，chama check --fix 可改。

# 一份报文里的各单
batch-empty = 报文里没有 { $field }，至少应有 1 单。
    .remedy = 放进单证再报。
batch-too-many = 一份报文至多 { $want } 单，现为 { $seen } 单，整份没有收下。
    .remedy = 分成几份再报。
batch-too-faulty = 问题超过 { $want } 个，后面的内容没有再读。
    .remedy = 先改已列出的问题，多半出自同一原因，再重报。
wrapper-data = { $kind ->
    [missing] DxpMsg 里没有 Data，应为业务报文的 Base64。
    [xml] Data 里是 XML 元素，应为业务报文的 Base64。
   *[base64] Data 不是 Base64。
}
    .remedy = 用业务报文的原字节作 Base64 放进 Data，再重报。
wrapper-type = MsgType 应为 { $want }，现为 { $seen }；按内容处理。
    .remedy = 改制单系统的 MsgType，下次即可。

# 字段
field-missing = 第 { $line } 行附近：缺必填的 { $field }。
    .remedy = 填上 { $field } 再重报。
field-needed = { $other } 为 { $value } 时要填 { $field }。
    .remedy = 填上 { $field }，或改 { $other }，再重报。
field-not-allowed = { $other } 为 { $value } 时不填 { $field }，现为 { $seen }。
    .remedy = 删去 { $field }，或改 { $other }，再重报。
field-length = { $place } 应{ $kind ->
    [most] 至多 { $want } 字
    [least] 至少 { $want } 字
   *[exact] 为 { $want } 字
}，现为 { $seen } 字。
    .remedy = 按长度改写，再重报。
field-value = { $place } 只收 { $want }，现为 { $seen }。
    .remedy = 改为 { $want } 再重报。
field-blank = { $place } 只有空白，或首尾带空白。
    .remedy = 去掉空白；没有值的选填项删去元素，再重报。
field-hidden = { $place } 里有看不见的字符，如换行或零宽标记。
    .remedy = 从来源处删去：海关逐字比对。
field-digits = { $place } 只能是数字，现为 { $seen }。
    .remedy = 改成数字再重报。
number-form = { $place } 应为 { $want } 的数，现为 { $seen }。
    .remedy = 只写数字和一个小数点，去掉单位、逗号和全角字，再重报。
number-exponent = { $place } 不用科学记数，现为 { $seen }。
    .remedy = 写成小数再重报。
number-digits = { $place } 应在 { $want } 的位数以内，现为 { $seen }。
    .remedy = 核对数值，改后重报。
number-fraction = { $place } 的小数位应在 { $want } 以内，现为 { $seen }。
    .remedy = 按规定的位数写，再重报。
number-negative = { $place } 不能为负，现为 { $seen }。
    .remedy = 改成零或正数再重报。
time-form = { $place } 应为存在的日期时间 { $want }，现为 { $seen }。
    .remedy = 按北京时间改写，再重报。
time-future = { $place } 晚于现在 { $want }，现为 { $seen }。
    .remedy = 校准制单机的时钟，用当时的时间重报；练习用的单证，用 --at 写明它们那一天的业务时间。
time-order = { $place } 应不早于 { $other } 的 { $want }，现为 { $seen }。
    .remedy = 改起止时间再重报。
line-number = 序号 { $seen } { $kind ->
    [twice] 重复
   *[step] 不连续，应为 { $want }
}。
    .remedy = 从 1 起逐项加 1 编号，再重报。
line-too-many = { $field } 至多 { $want } 项，现为 { $seen } 项。
    .remedy = 分成几单再报。

# 代码
code-country = { $place } 要三位海关国别代码，现为 { $seen }。
    .remedy = 用 `chama codes show countries` 查出代码再重报；中国是 142。
code-unit = { $place } 要三位计量单位代码，现为 { $seen }。
    .remedy = 用 `chama codes show units` 查出代码再重报。
code-customs = { $place } 要四位关区代码，现为 { $seen }。
    .remedy = 用 `chama codes show customs` 查出代码再重报。
code-transport = { $place } 要一位运输方式代码，现为 { $seen }。
    .remedy = 用 `chama codes show transport` 查出代码再重报。
code-package = { $place } 要一位包装种类代码，现为 { $seen }。
    .remedy = 用 `chama codes show packages` 查出代码，或不报该元素，再重报。
code-trade-mode = { $place } 要当日可用的跨境电商贸易方式代码，现为 { $seen }。
    .remedy = 零售进口填 1210、1239 或 9610，再重报。
code-app-type = { $place } 要 1 新增、2 变更或 3 删除，现为 { $seen }。
    .remedy = 改报送类型再重报；撤销申请只有 1。
code-app-status = { $place } 要 1 暂存或 2 申报，现为 { $seen }。
    .remedy = 要申报填 2，再重报。
code-hs = { $place } 要当日税则中的十位编码，现为 { $seen }。
    .remedy = 用 `chama codes show tariff 编码` 核对商品编码再重报；编码新于已载入税则的，由官员载入现行税则。
code-division = { $place } 要六位行政区划代码，现为 { $seen }。
    .remedy = 用 `chama codes show divisions` 查出代码，或不报该元素，再重报。
code-mark = { $place } 要代码表 { $table } 里的代码，现为 { $seen }。
    .remedy = 用 `chama codes show { $table }` 查出代码再重报。
code-return-status = { $place } 是 { $seen }，代码表里没有这个状态，照原样保存。
    .remedy = 向海关核实，或查报文规范的最新版。

# 以 JSON 填写的单证
json-form = { $place } 应为 { $want }，现为 { $seen }。
    .remedy = 字段写成文本，表体写成对象的数组；小数用引号括起，再重报。
json-unknown = 报文没有字段 { $seen }。
    .remedy = 按字段表改名或删去，再重报。
