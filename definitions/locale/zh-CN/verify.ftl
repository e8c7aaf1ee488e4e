### verify 与 replay 发现的话。

# 一行所在的表，用话说。
verify-table = { $table ->
        [clearance_paper] 单证
        [clearance_raw] 报文原文
        [clearance_declaration] 清单
        [clearance_verdict] 判定
        [clearance_receipt] 回执
        [clearance_bill] 税单
        [clearance_return] 退货
        [clearance_refusal] 未接收单证的答复
        [clearance_filing] 备案
        [clearance_edition] 代码表版本
        [clearance_counter] 计数
        [clearance_claim] 号码占用
        [clearance_counted] 入库计入
        [clearance_due] 到期事项
        [clearance_open] 待办
        [clearance_short] 等担保的排队
        [ledger_account] 账户
        [ledger_transfer] 过账
        [journal_entry] 流水记录
        [journal_latest] 最新记录
        [identity_party] 企业
        [identity_site] 场所
       *[other] { $table }
    }

# 数据不再是当初写下的样子时怎么办。
verify-restore = 这个文件夹原样留着备查。用 `chama restore 备份 --data 新文件夹` 恢复最近一份完好的备份，把原来的 person.key 放进 keys，再补发备份之后的单证。

# 一行的办法；企业和场所可由备案重写。
verify-mend = { $table ->
        [identity_party] 用备案该企业的文件再执行一次 `chama setup 文件`。
        [identity_site] 用备案该场所的文件再执行一次 `chama setup 文件`。
       *[other] { verify-restore }
    }

verify-pages = { $what ->
        [index] 索引 { $field } 与所属的表不一致，共 { $count } 处。
       *[file] 数据库文件的页有损坏，共 { $count } 处。
    }
    .remedy = { verify-restore }

verify-step = { $how ->
        [unknown] 数据库记有 { $room } 表结构的第 { $step } 步，本程序没有这一步。
       *[missing] 数据库没有记 { $room } 表结构的第 { $step } 步。
    }
    .remedy = { verify-restore }

verify-schema = { $kind ->
        [table] 表 { $name }
        [index] 索引 { $name }
        [trigger] 触发器 { $name }
       *[view] 视图 { $name }
    } { $how ->
        [missing] 不在了。
        [added] 不是本程序建的。
       *[changed] 与本程序所建的不同。
    }
    .remedy = { verify-restore }

verify-chain = { $how ->
        [missing] 流水缺第 { $position } 条。
        [hash] 流水第 { $position } 条的内容与它的哈希不符。
        [order] 流水第 { $position } 条接不上前一条。
       *[unread] 流水第 { $position } 条读不出。
    }
    .remedy = { verify-restore }

verify-row-changed = { verify-table } { $key } 与流水所记不符：摘要不同。
    .remedy = { verify-mend }

verify-row-unknown = { verify-table } { $key } 流水没有记过。
    .remedy = { verify-mend }

verify-row-lost = { verify-table } { $key } 不在了，流水记有它。
    .remedy = { verify-mend }

verify-latest = { verify-table } { $key } 所记的位置与流水不同。
    .remedy = { verify-restore }

verify-sums = { verify-table } { $key }：{ $sum ->
        [in_posted] 已入数
        [in_pending] 待入数
        [out_posted] 已出数
       *[out_pending] 预留数
    }与过账合计不符（以账户的最小单位计）。
    .remedy = { verify-restore }

verify-key = 数据里的密钥印记与 person.key 不符，或不止一个。
    .remedy = 放回这份数据开始时的 person.key。确是原来的密钥时：{ verify-restore }

verify-unreadable = { $field } 里保存的内容读不出：值的类型不是当初写下的。
    .remedy = { verify-restore }

verify-digest = { verify-table } { $key } { $how ->
        [unread] 读不出。
       *[other] 不是当初收到的：内容与摘要不符。
    }
    .remedy = { verify-restore }

verify-unexplained = { verify-table } { $key } 没有依据：没有单证或清单对应它。
    .remedy = { verify-restore }

verify-missing = { verify-table } { $key } 不在，而单证和清单要求有它。
    .remedy = { verify-restore }

verify-tax = { $day } 的税款：账户与有效税单的合计不符。
    .remedy = { verify-restore }

verify-held = { $kind ->
        [quota] 个人年度额度
        [weight] 年度重量
        [stock] 账册库存
       *[guarantee] 担保
    }（{ $key }）：{ $part ->
        [spent] 账户的已用数与各清单所用的合计不符。
       *[reserved] 账户的占用数与各清单占用的合计不符。
    }
    .remedy = { verify-restore }

# 重做的判定。值按各自的种类说。
replay-then = { $then ->
        [refuse] 退单
        [wait] 等候担保
        [review] 人工审核
        [inspect] 查验
        [release] 放行
       *[other] { $then }
    }
replay-now = { $now ->
        [refuse] 退单
        [wait] 等候担保
        [review] 人工审核
        [inspect] 查验
        [release] 放行
       *[other] { $now }
    }
replay-differs = { $key }（{ $day } 由程序 { $program } 判定）：{ $name ->
        [outcome] 结果
        [findings] 发现的代码
        [taxable] 计税价格
        [duty] 关税
        [consumption] 消费税
        [vat] 增值税
        [quota] 占用额度
        [guarantee] 冻结担保
        [weight] { $of } 的年度重量
        [stock] 料号 { $of } 的库存
        [line] 第 { $of } 项的关税、消费税、增值税
        [rule] 规则 { $of } 所用版次的起始日
        [found] { $of } 的现值与应有值
       *[rest] 结果、税款、占用以外的内容
    }{ $name ->
        [rest] 不同。
       *[other] 当时为 { replay-then }，现在为 { replay-now }。
    }
    .remedy = { $asked ->
        [yes] 不用办理：这是另一套规则或代码表会改变的；原判定仍然有效。
       *[no] 先运行 `chama verify`；没有发现时，是本程序与程序 { $program } 判得不同，把这一行报给维护者。原判定仍然有效。
    }
