# 零售进口的限值、商品、税款、退货与询价。

rule-no-value = 规则库没有 { $parameter } 在 { $day } 的规定，不作判断。
    .remedy = 核对日期；确需该日的规则，由规则维护人补录依据后再办。

order-gift-price = 第 { $item } 项{ $name }是赠品，单价应为 0.00，现为 { $seen }。
    .remedy = 平台把赠品单价改为 0，或不标为赠品，再重报订单。
order-price-zero = { $field ->
    [goodsValue] 订单货值应大于 0，现为 { $seen }。
   *[other] 第 { $item } 项不是赠品，单价应大于 0，现为 { $seen }。
}
    .remedy = 平台填成交价格，或把该项标为赠品，再重报订单。
order-amount-too-large = 金额或数量超出可计的范围。
    .remedy = 核对单价、数量与小数点，改后重报。
order-discount-exceeds = 抵扣 { $seen } 元超过应付的 { $want } 元。
    .remedy = 平台核对抵扣金额，改后重报订单。

goods-hs-unknown = 第 { $item } 项的商品编码 { $seen } 不在当日税则内，税率无从得知。
    .remedy = 核对十位商品编码；编码属实的，先装入当年税则，或在询价中给出税率。
goods-not-listed = 第 { $item } 项{ $name }（{ $seen }）不在零售进口商品清单内。
    .remedy = 核对商品编码；属实的，删去该项或改按一般贸易申报。
goods-list-incomplete = 第 { $item } 项{ $name }（{ $seen }）不在已装入的清单中，而该清单不全{ $held ->
    [returned] ；关员核对后以此退单。
    [held] ；关员核对后以此不予放行，货物已扣留。
   *[no] ，须人工核对。
}
    .remedy = { $held ->
    [returned] 对照公布的清单核对商品编码：有误的改正后重报清单，属实的删去该项或改按一般贸易申报；关员的理由向清单的主管海关询问。
    [held] 再报什么清单也不会往下走；案件如何办理，向清单的主管海关询问。
   *[no] 海关人员对照公布的清单核定；装入完整清单后不再提示。
}
goods-list-unsure = 第 { $item } 项{ $name }（{ $seen }）在清单中的记录尚未核实。
    .remedy = 规则维护人对照公布的清单核实该行。
goods-bonded-only = 第 { $item } 项{ $name }仅限网购保税，不能以 { $seen } 直购进口。
    .remedy = 改从综合保税区以 1210 申报，或删去该项。
goods-name-limited = 清单限定第 { $item } 项的品名含“{ $want }”，现为“{ $seen }”。
    .remedy = 核对品名与商品编码；品名属实的，不能按零售进口申报。
goods-species-excluded = 第 { $item } 项{ $name }（{ $seen }）属受保护物种，不在零售进口商品清单内。
    .remedy = 删去该项，或凭物种证明按一般贸易申报。
goods-registration-missing = 第 { $item } 项{ $name }以 1239 进口须有注册或备案号，现在没有。
    .remedy = 补填注册或备案号；在试点城市的，可改以 1210 申报。
goods-list-note = 第 { $item } 项（{ $seen }）的清单备注：{ $note }。
    .remedy = 申报人对照备注确认该商品可以进口。
goods-weight-missing = 第 { $item } 项{ $name }有年度限量，须有净重，现在没有。
    .remedy = 补填每件净重（千克）。

quota-single = { $exception ->
    [none] 订单 { $taxable } 元超过单次限值 { $limit } 元。
   *[one-item] 超过 { $limit } 元的订单只能有 1 件商品，现为 { $items } 件，共 { $taxable } 元。
}
    .remedy = 改按一般贸易申报；一次购买不得拆成几个订单。
quota-year = 订购人 { $year } 年剩余额度不足 { $taxable } 元（年度限值 { $limit } 元；已用数只给本人和海关看）。
    .remedy = 改按一般贸易申报，或由订购人查询额度后减少购买。
quota-weight = 第 { $item } 项{ $name }全年累计 { $weight } 千克，每人每年限 { $limit } 千克。
    .remedy = 减少数量，或改按一般贸易申报。
quota-not-checked = 询价没有给出订购人本年已用额度，年度限值未查。
    .remedy = 在 buyer.used 中给出已用金额。

tax-within-limits = 限值内：关税 0%，增值税、消费税按法定税额的 70% 征收。
    .remedy = 无须办理。
tax-in-full = 超过单次限值的单件商品：关税、增值税、消费税全额征收。
    .remedy = 无须办理。
tax-content-missing = 第 { $item } 项{ $name }的消费税按含量计算，现在没有可用的含量。
    .remedy = 询价补 content：毫升、升、克、千克或片。申报的，在设置文件的商品里写含量；没有商品备案的，gmodel 只写一个含量，如 50ml，不写 2×50ml、50-100ml、1,000ml。
tax-fx-missing = 第 { $item } 项{ $name }的消费税按每吨美元价格分档，现在没有美元汇率。
    .remedy = 给出当月海关美元汇率：询价填 fx_usd，设置文件填 fx.usd.年-月。

return-apply-late = 退货应在放行后 { $limit } 日内申请，{ $released } 放行，{ $done } 申请已是第 { $seen } 日。
    .remedy = 税款照征；货物退运出境或另行处置。
return-arrival-late = 退货应在放行后 { $limit } 日内运抵原区，{ $released } 放行，{ $done } 运抵已是第 { $seen } 日。
    .remedy = 税款照征；货物退运出境或另行处置。
return-repeated = 第 { $item } 项放行 { $quantity } 件，此前已退或已申请退 { $returned } 件，本次最多退 { $want } 件，现为 { $seen } 件。
    .remedy = 改退货数量后重报退货单。
return-not-original = 退回的不是原放行的商品。
    .remedy = 换回原商品再验；不是原商品的，税款与额度不退。
return-line-unknown = 第 { $item } 项不在原清单内，或退货数量为 0。
    .remedy = 对照原清单的商品序号与数量，改后重报退货单。

request-invalid = { $problem ->
    [json] 第 { $line } 行第 { $column } 个字符：{ $how ->
        [short] JSON 没有写完，缺右括号或引号
       *[odd] 不合 JSON，在这里或稍前缺了或多了引号、逗号或括号
    }。
    [missing] 缺少 { $field }，应为 { $want }。
    [unknown] { $field } 不是询价的字段；可用的有：{ $want }。
    [repeated] { $field } 出现了两次。
    [type] { $seen ->
        [number] { $field } 要写成双引号里的文字，如 { $want }，不写成数字。
       *[other] { $field } 应为 { $want }，类型不符。
    }
   *[value] { $field } 应为 { $want }，现为 { $seen }。
}
    .remedy = 按提示改后再询价。
