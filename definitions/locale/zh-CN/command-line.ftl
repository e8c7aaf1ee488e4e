### 命令行的话：帮助、用法有误、各命令结果的标签。

# 帮助：命令是 cmd-命令，参数是它的属性；多处通用的参数在 cmd 下。
cmd = 茶马 Chama：跨境电商零售包裹通关，每个答复都说明理由
    .json = 每行输出一个 JSON 值
    .locale = 语言：zh-CN、en、bo；不写就看环境变量 LC_ALL、LC_MESSAGES、LANG，都没有就是中文
    .no_color = 不用颜色
    .at = 业务时间（北京时间），例如 2026-10-05T09:58；不写就是本机时间
    .definitions = 用这个文件夹里的定义盖住自带的定义
    .data = 数据文件夹
    .help = 显示帮助
    .version = 显示版本
cmd-help = 显示这份帮助，或某个命令的帮助
    .subcommand = 命令的名字
cmd-demo = 口岸的一天：备案企业、申报包裹、列出结果
    .parcels = 包裹数，1 到 1000000
    .once = 只走一遍，列表后结束；目前总是这样，留着给以后连续演示时用
    .write = 把这一天的 XML 报文和设置文件写进这个空文件夹，供修改和申报
    .data = 新的或空的数据文件夹；不写就新建一个临时的，用后保留
    .seed = 换一个种子就是另一天
cmd-declare = 申报：报文发进去，回执出来
    .paths = XML 文件、文件夹、.zip、.gz；`-` 是标准输入
cmd-check = 检查报文：字段、代码、合计、证件号、各单证是否一致；不需要数据库
    .paths = XML 文件、文件夹、.zip、.gz；`-` 是标准输入
    .fix = 把改好的副本写进这个文件夹：元素顺序、前缀、可空元素、字节序
cmd-quote = 算一份订单的税款和额度，JSON 进，JSON 出
    .file = 一个 JSON 对象，或每行一个；`-` 是标准输入；写法见申报人指南
    .data = 数据文件夹：在那里载入的代码表也算数
cmd-rules = 规则：列出全部，或用案例文件核对
cmd-rules-list = 全部规则和参数，带文件、条款和可靠程度
cmd-rules-test = 用规则算一遍案例文件，每行一个案例
    .files = 案例文件；种类由列名或键名认出
cmd-setup = 备案企业、场所、账册与库存、担保；再执行只改有差别的部分
    .file = TOML，`-` 是标准输入：firm、site、book 及其 item、guarantee、settings、watch、split
cmd-show = 一个包裹到了哪一步、为什么；不写 KEY 就列出在等的和没有通过的
    .key = 平台/订单号、代理人/企业内部编号、物流企业/运单号、清单编号或预录入编号
    .most = 每一种最多列这么多，1 到 1000000
cmd-receipts = 取游标之后的回执，显示或写进文件夹
    .after = 上次读到的游标，从 0 起的整数
    .out = 每份回执写成这个文件夹里的一个 XML 文件
    .most = 最多取这么多，1 到 1000000
cmd-decide = 关员对清单或退货的决定
    .key = 清单或退货：代理人/编号
    .act = release 放行清单、收下退货；inspect 查验清单、留下退货待查；refuse 退回
    .reason = 理由的代码；与决定不符时会列出可用的
    .by = 决定的人
cmd-verify = 重算全部余额、流水和份数
cmd-replay = 按当时的或另一套规则重做过去的判定
    .rules = 盖在现行定义上的一套草案
    .from = 从这一天的判定起
    .to = 到这一天的判定止
    .newer_codes = 用现在的代码表，连同后来载入的：看它们会改变什么
cmd-backup = 把数据复制成一个文件，不妨碍别人办理
    .more = 密钥不在备份里：文件夹 keys 要另存。
    .file = 要写的文件，不能已经存在
cmd-restore = 把备份放进一个空文件夹
    .more = 密钥要另外放回文件夹 keys，先放后放都可以；没有密钥，恢复的数据不能再办理。
    .file = 备份文件
cmd-export = 导出算出的结果：按日的税款
    .what = tax：每天放行的税款，减去作废的税单
    .from = 从这个放行日起
    .to = 到这个放行日止
cmd-bench = 测速度，与同一次运行测得的底数对照
cmd-bench-clear = 在本进程里办结的包裹：四份单证进去，判定和回执落盘
    .more = 计时前先造好报文。每次都在一个自己的文件夹里从空数据库开始，测自己的底数，用后删除。
    .parcels = 每次全速发这么多包裹，再以一半的速度发一半，100 到 5000000
    .runs = 次数，1 到 100
    .data = 要测的磁盘上的文件夹；不写就是本机的临时文件夹
cmd-codes = 代码表：列出、查代码、载入新版
cmd-codes-list = 每张表的版本、来源和可靠程度
    .data = 数据文件夹：在那里载入的版本也列出
cmd-codes-show = 一张表在某日的代码，或其中一个代码
    .table = 表名，见 chama codes list
    .code = 只看这个代码
    .on = 哪一天的；不写就是业务时间那天
    .data = 数据文件夹：在那里载入的版本也算数
cmd-codes-load = 从 CSV 载入一个版本，列出增、删、改了什么
    .file = CSV 文件，第一行是列名，与 chama codes show 所列相同
    .from = 从这一天起算数
    .table = 表名；只有 tariff、positive_list 从列名认得出，可以不写
    .partial = 只是一部分：没有写到的代码照旧
    .dry_run = 只说会改什么，不载入
cmd-definitions = 定义：写出来修改，或检查
cmd-definitions-write = 把全部定义文件写进一个文件夹
    .folder = 文件夹
cmd-definitions-check = 读入全部定义，逐行列出有误之处
    .folder = 改过的定义所在的文件夹，盖在内置的上面：与 --definitions 相同
cmd-completions = 命令行补全脚本
    .shell = bash、zsh、fish、elvish、powershell

# 用法。
usage-examples = 例：
usage-usage = 用法：
usage-commands = 命令
usage-arguments = 参数
usage-options = 选项
usage-default = （默认 { $value }）
usage-help = 加 --help 看用法。
usage-unknown-argument = 没有 { $what } 这个选项或参数
usage-unknown-command = 没有 { $what } 这个命令
usage-missing = 还缺 { $what }
usage-missing-command = 还缺命令
usage-twice = { $what } 写了两次，或不能与 { $prior } 同用
usage-no-value = { $what } 后面要跟一个值
usage-value = { $what } 不能是 { $value }
usage-too-many = { $what } 多了一个值 { $value }
usage-no-text = 有一个参数不是 UTF-8 文本
usage-wrong = 命令写得不对
usage-act-behind-key = 先写 KEY，再写 ACT：chama decide KEY release|inspect|refuse
usage-near = 是不是 { $value }？
usage-one-of = 可以是 { $value }
usage-wants-number = 要整数
usage-wants-range = 要 { $least } 到 { $most } 的整数
usage-wants-cursor = 要游标：从 0 起的整数，见回执列表的第一栏
usage-wants-locale = 要 zh-CN、en 或 bo
usage-wants-moment = 要时间，例如 2026-10-05T09:58，或日期，例如 2026-10-05
usage-wants-day = 要日期，例如 2026-10-05
usage-wants-name = 要写明是谁

# 没有做成的。
file-fault = { $path }：{ $why ->
    [missing] 没有这个文件或文件夹
    [denied] 没有权限
    [folder] 这是文件夹，这里要的是文件
    [no-folder] 路径里有一段不是文件夹
    [exists] 已经存在
    [full] 磁盘已满
    [read-only] 磁盘只读
    [no-text] 不是 UTF-8 文本
   *[other] 系统说 { $seen }
}
    .fix = { $why ->
        [missing] 核对路径；大小写也要与磁盘上一致。
        [denied] 给自己读它或在那里写的权限，或换一个。
        [folder] 写明文件夹里的文件。
        [no-folder] 要写文件夹的地方写了文件，换成文件夹。
        [exists] 那里已有同名的文件；换一个文件夹，或把文件移走。
        [full] 腾出空间，再做一次。
        [read-only] 换一个可以写的地方。
        [no-text] 存为 UTF-8，或换成对的文件：压缩包、电子表格不是文本。
       *[other] 核对路径和磁盘，再做一次。
    }
stream-fault = 读写失败：{ $why ->
    [denied] 没有权限
    [full] 磁盘已满
    [no-text] 不是 UTF-8 文本
   *[other] 系统说 { $seen }
}
json-fault = 保存的 JSON 读不出：{ $seen }
file-exists = { $path } 已经存在
    .fix = 换一个文件名。
data-none = { $path } 里没有数据
    .fix = 核对 --data；新开一个的，先 chama setup FILE --data { $path }。
folder-none = { $path }：没有这个文件夹
    .fix = 先建好，或写已有的文件夹。
data-made = 新建了数据文件夹 { $path }
data-unopened = { $path } 里的数据打不开：{ $seen }
    .fix = 只读的命令也要能在这个文件夹里写数据库的附属文件（chama.db-shm、chama.db-wal）：改文件夹的权限，或把整个文件夹复制到可写的地方再看。
key-not-there = 提示：{ $path } 里没有这份数据的密钥 person.key：只能查看，declare、setup、decide 和 codes load 都办不了
  {"  "}把这份数据开始时的 person.key 放回去；换别的密钥不行。
time-leapt = 提示：没有写 --at，用的是机器的时间：业务时间由 { $from } 到了 { $to }，{ $due ->
        [0] 其间没有到期的事
       *[other] 其间到期的事已经办了：等候期满 { $waits } 件，征税并结关 { $taxes } 件
    }；时间不会倒退
time-before = --at { $at } 早于上次记录的业务时间 { $last }
    .fix = 时间不会倒退：写晚一些的时间，或用 --data DIR 另开一个数据文件夹练习。
papers-none = { $path }：里面没有 .xml、.zip 或 .gz
    .fix = 核对路径；单证要存成这几种文件。要一套可用的单证：chama demo --once --parcels 10 --write DIR。
copies-among = { $path }：改好的副本会混进原来的报文
    .fix = 换一个文件夹。
copy-mended = { $path }：已改好能改的；还剩 { $count } 处错误
copy-differs = { $path } 已经存在，内容与改好的副本不同；它没有动，副本一份也没有写
    .fix = 也许已用手改过。换一个空文件夹；或用 `chama check` 检查那里已有的；不要了就先移走。
definitions-no-folder = { $option } { $path }：没有这个文件夹
    .fix = 核对路径；`chama definitions write DIR` 可以写出一份来改。
definitions-none = { $option } { $path }：里面没有会被读取的定义
    .fix = 文件要放在各类的文件夹里，例如 { $folder }/rules/import-retail.toml；读取的有 rules、codes、messages、locale、calendar。`chama definitions write DIR` 写出的就是这样。
definitions-astray = { $option }：{ $path } 不会被读取
    .fix = 文件要放在各类的文件夹里，例如 { $folder }/rules/import-retail.toml；读取的有 rules、codes、messages、calendar 和 locale 下各语言的文件夹。移到该放的地方，或拿走。
definitions-faulty = 定义有误：
    .fix = 改好这些行，再运行 chama definitions check；怎样改限值、规则和字段，见 docs/tutorials。
restore-used = { $path } 不是空的
    .fix = 恢复到一个空文件夹；里面只可以先有 keys。
folder-used = { $path } 不是空的，写进去会与原有的文件混在一起
    .fix = 换一个空文件夹。
demo-used = { $path } 不是空的：演示的包裹会与原有的混在一起，演示的时间也会记进去
    .fix = 换一个新文件夹；或不写 --data，另建一个并告知位置。
demo-fault = 演示没有走通：{ $seen }
no-temporary = 临时文件夹建不了
cursor-beyond = --after { $seen }：这份数据的最后一份回执是 { $last }
    .fix = 从 { $last } 或上次得到的游标接着取；游标只用于给出它的数据文件夹，恢复备份后回执可能变少。
days-turned = --from { $from } 晚于 --to { $to }
    .fix = 早的一天写在 --from 后面。
receipt-broken = 第 { $cursor } 份回执读不出：{ $seen }
    .fix = 运行 chama verify，再用备份恢复。
cases-unread = { $path }{ $how ->
    [json] ：第 { $line } 行不是 JSON 对象；这种文件每行一个案例
    [toml] ：第 { $line } 行不合 TOML：{ $seen }
    [keys] ：第 { $line } 行的案例缺 { $seen }
    [none] ：里面没有 [[case]]
   *[kind] ：列名和键名都不是已知的案例文件
}
    .fix = { $how ->
        [json] 改正这一行；一个案例写成一行 {"{"}"id": …, "request": {"{"}…{"}"}, "expect": {"{"}…{"}"}{"}"}。
        [toml] 改正这一行：文字写在双引号里，多个值写在 [ ] 里，每个案例以 [[case]] 开头。
        [keys] JSON 的案例要有 id、request、expect；TOML 的要有 says、request 或 return、expect。
       *[kind] 四种写法见申报人指南（询价和案例的写法）：TOML 每个案例以 [[case]] 开头，JSON 每行一个，CSV 第一行是列名。
    }
codes-table-untold = { $path }：从列名认不出是哪张表
    .fix = 第一行写列名，与 `chama codes show 表名` 所列相同，用逗号分开；再用 --table 写明表名，表名见 `chama codes list`。
codes-table-alike = { $path }：列名可以是几张表的：{ $tables }
    .fix = 写明是哪一张：--table 表名。文件只是其中一部分的，再加 --partial。
bench-fault = 测速没有走通：{ $seen }

# 结果的标签。
mark-ok = 通过
mark-refused = 未通过
written = 已写到 { $path }
setup-filed = 已备案{ $what ->
    [firm] 企业
    [site] 场所
    [book] 账册
    [item] 账册商品
    [guarantee] 担保
    [setting] 设置
    [watch] 布控
   *[split] 一笔支付的分单
} { $key }
setup-count = 备案 { $filed } 项，{ $same } 项照旧，放行清单 { $freed } 份
verify-count = 流水 { $entries } 条，账户 { $accounts } 个，过账 { $transfers } 笔，不符 { $faults } 处；流水末尾 { $head }
replay-count = 重算 { $all } 份，相同 { $same } 份，不同 { $differing } 份
definitions-written = 写了 { $count } 个文件，在 { $path }
definitions-hold = 规则 { $rules } 条，参数 { $parameters } 个，报文 { $messages } 种，都成立
certainty = { $word ->
    [law] 法规原文
    [public] 公开来源
    [memory] 待核对
   *[design] 自定
}
case-failed = 不符
case-got = {"  "}{ $name }：应为 { $want }，得 { $got }
case-finding = {"  "}{ $code } { $field }：现为 { $seen }，应为 { $want }
cases-total = 全部文件：案例 { $all } 个，不符 { $failed } 个
cases-count = { $path }：案例 { $all } 个，不符 { $failed } 个
receipts-head = 游标 报文 状态 时间 业务键
receipts-cursor = 游标 { $cursor }
codes-source = { $source }
codes-holding = { $day } 有效 { $rows } 行；
codes-day = { $day } 的代码；看别的日子用 --on
codes-trust = 可靠程度 trust：A 公开来源所印，B 部分推定，C 凭记忆未核实
codes-rows = { $rows } 行
codes-loaded = { $at } 载入
codes-changed = 改 { $code }：{ $cells }
codes-count = { $table } 自 { $from } 起：增 { $added }，删 { $removed }，改 { $changed }{ $kept ->
    [no] ；没有载入
   *[yes] {""}
}
bench-run = 第 { $at } 次，共 { $runs } 次
bench-head = 每次 { $parcels } 个包裹，共 { $runs } 次：中位数（最小 … 最大）
bench-load = 内存峰值里有 { $mib } MiB 是计时前造好的报文

# 状态：海关的 returnStatus，另有 papers、withdrawn 两个是本程序自己的。
state = { $state ->
    [1] 暂存，未申报
    [2] 已申报，在等单证
    [3] 已发往海关
    [4] 发送失败
    [100] 退单
    [120] 海关入库，在等担保
    [300] 人工审核
    [399] 审结
    [500] 待查验
    [501] 查验后扣留，移通关
    [502] 查验后扣留，移缉私
    [503] 查验后扣留，移法规
    [599] 查验后扣留，其他
    [700] 退运
    [800] 放行
    [899] 结关
    [none] 没有有效单证：报来的已被退或已删除
    [papers] 有单证，还没有清单
    [withdrawn] 已撤销
    [below] 未通过处理
   *[other] {""}
}
declare-now = （重复；现在 { $state ->
    [withdrawn] { $meaning }
   *[other] { $state } { $meaning }
}）
show-head = 状态 平台/订单号 所缺报文或 - 原因代码
show-alone = 接收时未通过、没有留下单证的：{ $count }
show-returns = 没有办完的退货：{ $count }
show-return-of = 退货，订单 { $order }
show-list = 清单
show-pre-entry = 预录入编号
show-number = 清单编号
show-paper = 单证
show-missing = 缺
show-tax = 税款
show-tax-parts = { $total }，计税价格 { $taxable }（关税 { $duty }，消费税 { $consumption }，增值税 { $vat }）
show-bill = 税单
show-return = 退货
show-decided = 决定
return-state = { $state ->
    [applied] 已申请，等货退回
    [held] 已到，留下待查
    [accepted] 已收下
    [refused] 不予退货
    [withdrawn] 已撤回
   *[other] { $state }
}
