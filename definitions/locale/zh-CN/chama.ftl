### 文件、压缩包、setup 与存储的话。

archive-broken = 压缩包读不出：{ $kind ->
    [cut] 不完整，中途断了
    [password] 加了密码
    [method] 压缩方式不收
    [no-zip] 文件目录不是 .zip 的目录
   *[content] 包内的内容已损坏
}。
    .remedy = { $kind ->
        [cut] 完整地复制或下载后再发。
        [password] 不加密码重新打包后再发。
        [method] 改用普通的 .zip 或 .gz 打包后再发。
       *[content] 重新打包后再发。
    }

archive-path = 压缩包里的路径 { $seen } 越出包外，不读。
    .remedy = 去掉路径里的上级目录后重新打包。

archive-too-large = 压缩包有 { $seen } 个文件，最多 { $want } 个。
    .remedy = 分成几个包。

archive-empty = 压缩包里没有 .xml 文件。
    .remedy = 把报文本身打包后再发。

archive-nested = 解开后仍是压缩文件，不再往下读。
    .remedy = 只压缩一层再发。

archive-repeated = 压缩包里有两个文件同名，整包未读。
    .remedy = 给每个文件不同的名字后再发。

file-too-large = 解开后超过 { $want } 字节，不读。
    .remedy = 拆成每份最多 100 票的报文。

file-unreadable = 文件打不开：{ $seen ->
    [missing] 已经不在了
    [denied] 没有读取权限
    [folder] 是文件夹
    [special] 不是普通文件
   *[other] 系统说 { $seen }
}。
    .remedy = 核对路径和读取权限。

setup-file = 设置文件第 { $line } 行不合 TOML：{ $seen }
    .remedy = 每项以 [[firm]] 这样的一行开头；键后写 = 和值；文字写在 "双引号" 里，多个值写在 [ ] 里；同一项不写两次。申报人指南第 3 节有完整的样子。

setup-unknown = 第 { $line } 行：{ $kind ->
    [setting] 没有 { $seen } 这项设置；可以是 { $want }，都写在引号里
   *[key] 这里没有 { $seen }；可以是 { $want }
}。
    .remedy = 改正拼写，或去掉这一行。

setup-missing = 第 { $line } 行：缺 { $field }。
    .remedy = 在这一行开始的一项里补上：{ $kind ->
        [texts] 若干文字，例如 ["1210", "9610"]
        [amount] 金额（元），写成文字，例如 "540000.00"
        [quantity] 数量，写成文字，例如 "1276"
        [share] 0 到 1 的比例，写成文字，例如 "0.5"
        [entries] 后面另起的若干项，名字写在双方括号里
       *[text] 双引号里的文字
    }。

setup-kind = 第 { $line } 行：{ $field } 不能是 { $seen }。
    .remedy = { $kind ->
        [texts] 要若干文字，例如 ["1210", "9610"]
        [amount] 要金额（元），写成文字，例如 "540000.00"
        [quantity] 要数量，写成文字，例如 "1276"
        [share] 要 0 到 1 的比例，写成文字，例如 "0.5"
        [content] 要写一件的含量，例如 {"{"} value = "20", unit = "g" {"}"}
        [entries] 每项以双方括号里的名字开头，例如 [[firm]]
        [settings] 要一节 [settings]，每项设置一行
       *[text] 要双引号里的文字
    }。

setup-value = 第 { $line } 行：{ $field } 不能是 { $seen }{ $kind ->
    [firm] ；要 18 位统一社会信用代码（含校验位），或海关的 10 位编码
    [roles] ；可以是 { $want }
    [modes] ；可以是 { $want }
    [signature] ；可以是 { $want }
    [number] ；账册编号里不能有斜杠
    [hs] ；要十位数字，watch 里要开头的两到十位
    [share] ；要 0 到 1 的比例，例如 "0.5"
    [amount] ；要金额（元），至多两位小数，例如 "540000.00"
    [quantity] ；要数量，至多五位小数，例如 "1276"
    [from-zero] ；不能小于 0
    [above-zero] ；要大于 0
    [control] ；里面有换行之类的控制字符
   *[other] {""}
}。
    .remedy = 改正这一行的值。

setup-empty = 第 { $line } 行：{ $key } 的 { $field } 没有内容。
    .remedy = { $table ->
        [watch] 写明商品（hs）、企业（firm）或两者；对全部清单抽查用设置 "inspection.random"。
       *[other] 补上，或整项不写。
    }

setup-twice = 第 { $line } 行：{ $field } 中 { $seen } 在文件里有两份，无法判断以哪份为准。
    .remedy = 只留一份。

setup-firm-unknown = 第 { $line } 行：{ $key } 的 { $field } 是 { $seen }，这家企业没有备案。
    .remedy = 核对代码；无误时把该企业写进文件的 firm 一节。

setup-firm-role = 第 { $line } 行：{ $key } 的 { $field } 是 { $seen }，这家企业没有 { $role } 身份。
    .remedy = 换一家企业，或在 firm 一节给它加上该身份。

setup-role-used = 第 { $line } 行：企业 { $key } 不能去掉身份 { $role }，它名下的{ $by ->
    [guarantee] 担保 { $value } 元
   *[site] 场所 { $value } 
}还在用。
    .remedy = 保留该身份；或先把担保取回（amount 为 0）、给监管场所换经营人。

setup-office-unknown = 第 { $line } 行：代码表没有关区 { $seen }。
    .remedy = 核对 customs；新设的关区先用 `chama codes load` 载入。

setup-hs-unknown = 第 { $line } 行：现行税则没有编码 { $seen }（{ $key }）。
    .remedy = 核对编码；确为新编码的，先用 `chama codes load` 载入新税则。

setup-unit-unknown = 第 { $line } 行：计量单位表没有 { $seen }（{ $key }）。
    .remedy = 改用计量单位表里的代码，例如 035 千克。

setup-split-sum = 第 { $line } 行：支付 { $key } 的各分单合计 { $seen }，总额是 { $want }。
    .remedy = 按支付企业的登记改正分单或总额。

setup-split-taken = 第 { $line } 行：支付 { $key } 已用于订单 { $seen }，分单不能再改。
    .remedy = 保留原来的分单；确需改登的，先由支付企业删除已申报的这笔支付单。

setup-promised = { $what ->
    [guarantee] 第 { $line } 行：担保 { $key } 不能减到 { $seen } 元：有清单占用，最少 { $want } 元。
   *[item] 第 { $line } 行：账册商品 { $key } 的库存不能减到 { $seen }：有清单占用，最少 { $want }。
}
    .remedy = 先等占用的清单办结，再减。

store-full = 磁盘满或不可写；已经答复的都已保存，其余没有保存。
    .remedy = 磁盘满的腾出空间，只读的改为可写，再原样发一次。

store-held = 数据目录被另一个进程占用。
    .remedy = 等那个进程结束后再做一次，或用 --data DIR 换一个数据目录。

store-newer = 数据由更新的程序写成。
    .remedy = 用新程序打开。

store-damaged = 数据有损坏；已经答复的都已保存，其余没有保存。
    .remedy = { $by ->
        [verify] 无法再往下核对。{ verify-restore }
       *[other] 运行 `chama verify`，会指出哪里不是当初写下的。{ verify-restore }
    }

key-missing = { $path } 里没有密钥 person.key；这份数据只能用它开始时的密钥。
    .remedy = 把原来的 person.key 放回去；它不在备份里，另外保存。

key-broken = { $path } 里的 person.key 不是密钥：要 64 位十六进制数字。
    .remedy = 把原来的 person.key 放回去。

key-foreign = { $path } 里的 person.key 是另一份数据的密钥。
    .remedy = 放回这份数据开始时的 person.key，或核对 --data 和 CHAMA_KEYS：换了密钥，每个人的额度都会从零算起。

restore-foreign = { $path } 不是本程序的备份，什么都没有恢复。
    .remedy = 换成 chama backup 写出的文件。

restore-damaged = 备份 { $path } 有损坏，什么都没有恢复。
    .remedy = 用更早的备份，或从存放处重新复制一份。

store-foreign = 不是本程序的数据。
    .remedy = 核对 --data；目录没有错的话，是其中的 chama.db 被覆盖了。{ verify-restore }

store-fault = 程序故障；已经答复的都已保存，其余没有保存。
    .remedy = 报给维护者，附上时间。

demo-released = 放行
demo-review = 待人工审核
demo-waiting = 等候缺件或担保
demo-stranded = 另有 { $count } 份清单在等下面退单的单证：`chama show` 列 { $all } 份
demo-refused = 退单
demo-unexpected = 与预设不符：
demo-tax = 税款
demo-quota = 占用个人额度
demo-unsigned = 签名未核验
code-unknown = { $day } 的代码表 { $table } 里没有 { $seen }。
    .remedy = 核对代码；不写代码则列出全表。

command-wrong = 命令用得不对。
    .remedy = 加 --help 看用法。
command-failed = 命令没有做成。
    .remedy = 看所说的原因，再做一次。
