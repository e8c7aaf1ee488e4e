### 单证比对、清单处理、退货与撤销的话。

number-finer-than-fen = { $field } 要到分为止，现为 { $seen }。
    .remedy = 按实际收付金额改为两位小数后重报。

party-unknown = { $field } 的企业 { $seen } 没有备案，这里要一家{ $role ->
    [platform] 电商平台
    [seller] 电商企业
    [carrier] 物流企业
    [payment] 支付企业
    [agent] 申报企业
    [operator] 监管场所经营人
   *[guarantor] 担保企业
}。
    .remedy = 核对代码；代码无误时由园区用 setup 文件的 firm 一节备案该企业，再重报。

party-role = { $field } 的企业 { $seen }（{ $name }）没有以这一身份（{ $role }）备案。
    .remedy = 换成有此身份的企业，或由园区在 setup 文件 firm 一节的 roles 里补上。

site-unknown = 关区 { $seen } 没有备案的监管场所。
    .remedy = 核对 customsCode；无误时由园区用 setup 文件的 site 一节备案。

site-mode = 关区 { $office } 的监管场所不办 { $seen }，可办 { $want }。
    .remedy = 改报可办的贸易方式，或换监管场所。

list-mode = 贸易方式 { $seen } 不是零售进口，要 { $want } 之一。
    .remedy = 改 tradeMode 后重报。

line-total = 第 { $item } 项总价应为 { $want }，现为 { $seen }。
    .remedy = 改总价、数量或单价后重报。

order-goods-sum = 商品价格应为各行之和 { $want } 元，现为 { $seen } 元。
    .remedy = 改 goodsValue 或各行总价后重报订单。

paper-packages = 件数要 { $want }，现为 { $seen }。
    .remedy = 一份运单、一份清单只报一件；多件分开下单。

weight-net-above-gross = 净重 { $seen } 千克大于毛重 { $want } 千克。
    .remedy = 核对两个重量后重报。

line-legal-unit = 第 { $item } 项{ $name }的 { $field } 为 { $seen }，{ $code } 的法定计量单位是 { $want }。
    .remedy = 按税则的法定计量单位改填数量和单位；税则无第二单位的，不填 qty2、unit2，再重报。

line-legal-zero = 第 { $item } 项{ $name }的 { $field } 为 { $seen }，应大于零。
    .remedy = 按税则的法定计量单位填数量后重报。

weight-legal-above-gross = 各项法定数量合计 { $want } 千克，大于毛重 { $seen } 千克。
    .remedy = 核对法定数量和毛重后重报。

weight-legal-low = 有年度限量的商品：按法定数量 { $seen } 千克，按含量或净重 { $want } 千克。
    .remedy = 等候关员核对；法定数量填错的，用 appType=2 更改清单。

doc-conflict = { $of ->
    [number] 本代理企业的编号 { $seen } 已用于另一个订单；一个编号只用一次。
    [once] 同一编号的撤销申请已收（报送时间 { $time }），这次内容不同；撤销申请不能变更。
   *[paper] 同一编号的单证已收（报送时间 { $time }），这次内容不同。要改用 appType=2，并写新的 appTime；误发不必处理。
}
    .remedy = { $of ->
    [number] 换一个没有用过的编号。
    [once] 误发不必处理；另行申请撤销用新的 copNo。
   *[paper] 要改：appType=2、新的 appTime，再报一次。
}

doc-unknown = appType { $seen } 要变更或删除的单证还没有收到。
    .remedy = 先用 appType=1 报原单。

doc-old = 报送时间 { $seen } 早于已收单证的 { $want }，按旧报文处理。
    .remedy = 要改就写新的 appTime 再报。

doc-fixed = { $of ->
    [saved] 这份单证已经申报，不能再暂存（appStatus 1）。
    [return] 退货已经同意，申请不能再变更或删除。
    [list] 清单状态是 { $state }，不能再{ $seen ->
        [3] 删除
       *[2] 变更
    }。
    [waiting] 状态为 { $state } 的清单要用这份单证，可以变更，不能删除。
   *[paper] 清单已据此单证处理，不能再变更或删除。
}
    .remedy = { $of ->
    [saved] 变更要申报：appStatus 填 2，appType 填 2。
    [return] 不必处理；还要退的另报一份退货（625）。
    [list] 状态允许的，撤销清单（623）；已撤销的清单用 appType=1 重新申报。
    [waiting] 要改用 appType=2。要删先收回清单：在 2 的删除清单（appType=3），在 120、300 的撤销清单（623）。
   *[paper] 先撤销清单（623），再改单证；已撤销的清单用 appType=1 重新申报。
}

list-second = 订单 { $seen } 已有清单 { $other }，同一订单只能有一份有效清单。
    .remedy = 要改原清单用 appType=2；要另报先撤销原清单。

waybill-used = 运单 { $seen } 已被另一份清单使用。
    .remedy = 核对运单号；要改用这份运单，先撤销占用它的清单。

payment-used = 支付单 { $seen } 已用于另一个订单。
    .remedy = 核对支付单号；一笔支付付多单的，由支付企业先登记各分单与金额。

match-order-missing = { $over ->
    [yes] { $hours } 小时内平台没有报来订单 { $order }，清单因缺订单退单。
   *[no] 等订单：平台没有订单号 { $order } 的记录。
}
    .remedy = 由电商平台推送订单（311）{ $over ->
    [yes] ，再用新的 appTime 重新申报清单。
   *[no] ；在时限内到齐不必重报清单。
}

match-payment-missing = { $over ->
    [yes] { $hours } 小时内没有报来订单 { $order } 的支付单，清单因缺支付单退单。
   *[no] 等支付单：没有订单号 { $order } 的支付记录。
}{ $another ->
    [yes] 已到的支付单 { $seen } 属于别的交易：订单指明 { $want }，支付人、金额或支付企业也不同。
   *[no] {""}
}
    .remedy = 由支付企业推送支付单（411）{ $over ->
    [yes] ，再用新的 appTime 重新申报清单。
   *[no] ；在时限内到齐不必重报清单。
}

match-waybill-missing = { $over ->
    [yes] { $hours } 小时内没有报来清单所列运单（订单号 { $order }），清单因缺运单退单。
   *[no] 等运单：没有清单所列运单的记录，订单号 { $order }。
}
    .remedy = 由物流企业推送运单（511）{ $over ->
    [yes] ，再用新的 appTime 重新申报清单。
   *[no] ；在时限内到齐不必重报清单。
}

match-seller-differs = 清单的电商企业是 { $seen }，订单是 { $want }。
    .remedy = 改 ebcCode 后重报清单。

match-paid-sum = 实际支付金额应为 { $want } 元（货值 { $goods }＋运杂费 { $freight }＋税款 { $tax }－抵扣 { $discount }），现为 { $seen } 元。改订单后重报。
    .remedy = 核对四项金额，改订单后重报。

match-payment-amount = 支付金额应为 { $want } 元，现为 { $seen } 元。
    .remedy = 由支付企业核对后重推支付单，或由平台改订单。

match-payment-differs = 支付单的 { $field } 是 { $seen }，订单是 { $want }。
    .remedy = 由支付企业重推，或由平台改订单。

match-waybill-order = 运单的订单号是 { $seen }，清单是 { $want }。
    .remedy = 由物流企业改运单后重推，或清单改用对的运单。

match-payer-differs = 支付人须是订购人（{ $want }），现为 { $seen }。由{ $firm }按账户实名重推支付单。{ $masked ->
    [same] 两者在第 { $at } 个字不同。
   *[no] {""}
}
    .remedy = 由支付企业按账户实名重推支付单；代付的须由订购人本人支付。

match-buyer-differs = 清单的 { $field } 是 { $seen }，订单是 { $want }。{ $masked ->
    [same] 两者在第 { $at } 个字不同。
   *[no] {""}
}
    .remedy = 按订单改清单后重报。

match-consignee-differs = { $message } 的 { $field } 是 { $seen }，订单是 { $want }。{ $masked ->
    [same] 两者在第 { $at } 个字不同。
   *[no] {""}
}
    .remedy = 由物流企业按订单改运单后重推；清单地址不符的改清单。

match-lines-count = 清单有 { $seen } 项，订单有 { $want } 项。
    .remedy = 按订单逐项改清单后重报。

match-line-differs = 第 { $item } 项 { $field } 清单是 { $seen }，订单是 { $want }。
    .remedy = 按订单改清单该项后重报；订单有误由平台改订单。

match-freight-differs = 清单运费是 { $seen } 元，订单是 { $want } 元。
    .remedy = 按订单改清单后重报。

match-insurance-differs = 清单保费是 { $seen } 元，运单是 { $want } 元。
    .remedy = 按运单改清单，或由物流企业改运单。

match-weight-differs = 运单毛重 { $seen } 千克，清单 { $want } 千克，相差超过 { $tolerated } 千克。
    .remedy = 复称后由物流企业改运单，或改清单毛重。

match-time-order = { $message } 的 { $field } 是 { $seen }；按 { $other } 应 { $want }。
    .remedy = 先下单、再支付、后申报：改正有误的时间（appType=2）后重报。

match-arrival-differs = 运单 { $waybill } 的 { $field }：{ $message } 为 { $seen }，另一方为 { $want }；清单与入库明细（711）须一致。
    .remedy = 与监管场所核对航次和提运单号；清单有误的用 appType=2 改，入库明细有误的由经营人改。

arrival-twice = 运单 { $seen } 在第 { $first } 行已列，第 { $item } 行又列一次。
    .remedy = 每份运单只列一次，重报入库明细。

arrival-before = 运单 { $seen } 也已由入库明细 { $before } 计入，清单须与其中一份一致。
    .remedy = 查明哪一份对，把该运单从另一份里去掉（appType=2，整份删除用 3）。

book-unknown = 没有备案的账册 { $seen }。
    .remedy = 核对 emsNo；无误时由区内企业用 setup 文件的 book 一节备案。

book-item-unknown = 账册 { $book } 没有料号 { $seen }（第 { $item } 项）。
    .remedy = 核对 itemRecordNo，或先在账册备案该料号。

book-item-differs = 第 { $item } 项 { $field } 是 { $seen }，账册 { $book } 料号 { $record } 备案为 { $want }。
    .remedy = 按备案改清单，或先变更账册。

book-area-differs = 区内企业是 { $seen }，账册属于 { $want }。
    .remedy = 改 areaCode 或 emsNo 后重报。

book-stock-short = 账册 { $book } 料号 { $record } 可用 { $want }，本单要 { $seen }。减量，或等入库。
    .remedy = 减量后重报，或等入库后原样再报。

guarantee-unknown = 担保企业 { $seen } 没有备案担保。
    .remedy = 核对 assureCode；无误时由该企业向海关交担保，由园区用 setup 文件的 guarantee 一节登记。

guarantee-short = 担保余额 { $seen } 元不足税款 { $want } 元，清单在此等候，不必重报。由 { $firm } 追加担保。
    .remedy = 追加担保后自动放行，不必重报。

inspect-drawn = 抽中查验（抽签数 { $seen }，比例 { $share }）。
    .remedy = 等海关查验。

inspect-watch = 海关布控查验。
    .remedy = 等海关查验。

tax-collected-differs = 订单代收税款 { $seen } 元，应征 { $want } 元，以海关税单为准。
    .remedy = 不影响放行；差额由平台与订购人结清。

signature-not-verified = 签名未核验。
    .remedy = 目前不核验签名，只照原样保存。

signature-missing = 这份报文要有签名，现在没有。
    .remedy = 用电子口岸卡签名后重发。

withdraw-list-unknown = 没有编号 { $seen } 的清单，或它不属于这个订单。
    .remedy = 核对 invtNo、orderNo、ebpCode 后重报。

withdraw-list-differs = { $field } 是 { $seen }，清单 { $list } 上是 { $want }。{ $masked ->
    [same] 两者在第 { $at } 个字不同。
   *[no] {""}
}
    .remedy = 由申报这份清单的企业按清单的值申请；改正 { $field } 后重报。

withdraw-list-state = 清单 { $list } 状态是 { $seen }，只有 { $want } 可以撤销。
    .remedy = 已结关的不能撤销；退单的直接重报清单。

withdraw-has-return = 清单 { $seen } 已有退货，不能再撤销。
    .remedy = 其余商品走退货（625）。

return-list-state = 清单状态是 { $seen }，放行（{ $want }）后才能退货。
    .remedy = 未放行的用撤销（623）。

officer-move = { $state ->
    [accepted] 退货已接受
    [refused] 退货未被接受
    [withdrawn] 退货已撤回
   *[other] 当前状态 { $state }
}，不能再{ $act ->
    [release] 放行
    [inspect] 布控查验
   *[refuse] 退回
}。
    .remedy = { $state ->
    [599] 扣留的货物不再在这里决定，按海关所立的案件办理。额度、库存和担保仍旧占用。
   *[other] { $fit ->
        [none] 这个状态没有可作的决定：关员决定的是 300、399、500 的清单，和已申请或留下待查的退货。
       *[some] 这个状态可作的决定：{ $fit }。
    }
}

officer-reason = { $given ->
    [no] 没有给出
   *[yes] { $seen } 不能作为
}对该{ $matter ->
    [return] 退货
   *[other] 清单
}作出 { $act } 的理由，可用的有：{ $want }。
    .remedy = 按实际情况换用其中一个代码，或改选与所查相符的决定。

key-unknown = 没有 { $seen } 的记录。
    .remedy = 用 平台/订单号、申报企业/内部编号（清单、撤销、退货都可以）、支付企业/支付编号、物流企业/运单号、清单编号或预录入编号查，斜杠后面要有编号。没有编号而被退的，看 `chama receipts`。

officer-name = { $seen } 是程序自己办事用的名字，关员不能用。
    .remedy = 在 --as 后写关员自己的名字。

officer-refused = 关员审核未通过，未给出其他理由。
    .remedy = { $held ->
    [held] 货物已扣留，再报什么清单也不会往下走；案件如何办理，向清单的主管海关询问。
   *[no] 向清单的主管海关问明原因，改正后重报。
}

officer-checked = 人工审核或查验无误。
    .remedy = 不必处理。

officer-look = 关员要求查验。
    .remedy = 等海关查验。

return-goods-back = 退货商品已到原场所，核对无误。
    .remedy = 不必处理。

message-not-taken = 这里不收 { $seen } 报文，收 { $want }。
    .remedy = 回执由海关发出，不必上报；出口报文目前不受理。

number-too-large = { $field } 的数值 { $seen } 超出可用范围。
    .remedy = 核对数量、单价和总价后重报。

code-currency = 币制要 { $want }（人民币），现为 { $seen }。
    .remedy = 改为 142，并按人民币填金额后重报。

list-country = 网购保税清单的起运国（地区）要 { $want }（中国），现为 { $seen }。
    .remedy = 改 country 后重报；直购进口才填境外起运国。
