# Limits, goods, tax, returns and quotes of retail imports.

rule-no-value = The rulebook has nothing for { $parameter } on { $day }, so nothing is decided.
    .remedy = Check the date. If that day's rule is needed, an official adds it with its basis.

order-gift-price = Line { $item } { $name } is a gift: its price should be 0.00, not { $seen }.
    .remedy = The platform sets the gift's price to 0, or drops the gift mark, and resends the order.
order-price-zero = { $field ->
    [goodsValue] The order should be worth more than 0, not { $seen }.
   *[other] Line { $item } is no gift: its price should be above 0, not { $seen }.
}
    .remedy = The platform fills in the price paid, or marks the line as a gift, and resends the order.
order-amount-too-large = An amount or quantity is larger than can be counted.
    .remedy = Check prices, quantities and decimal points, then send again.
order-discount-exceeds = The discount { $seen } is above the { $want } to be paid.
    .remedy = The platform corrects the discount and resends the order.

goods-hs-unknown = Line { $item }: code { $seen } is not in the tariff of that day, so its rates are unknown.
    .remedy = Check the ten digits. If they are right, load the tariff of the year, or give the rates in the quote.
goods-not-listed = Line { $item } { $name } ({ $seen }) is not on the retail import list.
    .remedy = Check the code; if it is right, drop the line or declare as ordinary trade.
goods-list-incomplete = Line { $item } { $name } ({ $seen }) is not in the loaded list, which is not whole{ $held ->
    [returned] ; a customs officer looked and refused it for that.
    [held] ; a customs officer looked and refused it for that, and the goods are held.
   *[no] : a person has to look.
}
    .remedy = { $held ->
    [returned] Check the code against the published list. If it is wrong, correct it, declare the list again; if it is right, drop the line or declare as ordinary trade. What the officer missed the customs office of the list tells.
    [held] The list goes no further here, whatever is declared: ask the customs office of the list how its case goes on.
   *[no] A customs officer compares with the published list. Loading the whole list ends this.
}
goods-list-unsure = Line { $item } { $name } ({ $seen }): this line of the list is not verified yet.
    .remedy = An official compares the line with the published list.
goods-bonded-only = Line { $item } { $name } may come from bonded stock only, not as { $seen }.
    .remedy = Declare it from the zone as 1210, or drop the line.
goods-name-limited = The list takes line { $item } only with “{ $want }” in its name, not “{ $seen }”.
    .remedy = Check name and code; goods of another name cannot come in as retail imports.
goods-species-excluded = Line { $item } { $name } ({ $seen }) is of a protected species, which the list leaves out.
    .remedy = Drop the line, or declare it as ordinary trade with the species papers.
goods-registration-missing = Line { $item } { $name } needs a registration or filing number under 1239, which is missing.
    .remedy = Add the number; in a pilot city 1210 does without.
goods-list-note = Line { $item } ({ $seen }), note of the list: { $note }.
    .remedy = The declarant makes sure that the note allows these goods.
goods-weight-missing = Line { $item } { $name } has a yearly weight limit and comes without net weight.
    .remedy = Add the net weight of one piece in kilograms.

quota-single = { $exception ->
    [none] The order is worth { $taxable }, above the single limit of { $limit }.
   *[one-item] Above { $limit } an order may hold 1 item only; this one has { $items }, worth { $taxable }.
}
    .remedy = Declare as ordinary trade; one purchase is not to be split into several orders.
quota-year = Less than { $taxable } of the { $limit } for { $year } is left (the figure is shown to the buyer and customs only).
    .remedy = Declare as ordinary trade, or the buyer checks the quota and buys less.
quota-weight = Line { $item } { $name } comes to { $weight } kg this year; a person may have { $limit } kg.
    .remedy = Take less, or declare as ordinary trade.
quota-not-checked = The request does not say what the buyer has used this year, so the yearly limit is not checked.
    .remedy = Give the amount in buyer.used.

tax-within-limits = Within the limits: no duty; VAT and consumption tax at 70 % of the statutory tax.
    .remedy = Nothing to do.
tax-in-full = One item above the single limit: duty, VAT and consumption tax in full.
    .remedy = Nothing to do.
tax-content-missing = Line { $item } { $name }: the consumption tax goes by the content, and no fitting content is told.
    .remedy = In a quote give content in ml, l, g, kg or 片. In a setup file give the item its content; without an item write one plain content in gmodel, as 50ml: 2×50ml, 50-100ml or 1,000ml are not read.
tax-fx-missing = Line { $item } { $name }: the tax goes by the dollar price of a tonne, and no dollar rate is given.
    .remedy = Give customs' dollar rate of the month: fx_usd in a quote, the setting fx.usd.YYYY-MM in a setup file.

return-apply-late = A return is applied for within { $limit } days of release; released { $released }, applied { $done }, day { $seen }.
    .remedy = The tax stays. The goods go abroad again or are disposed of otherwise.
return-arrival-late = Returned goods are back within { $limit } days of release; released { $released }, back { $done }, day { $seen }.
    .remedy = The tax stays. The goods go abroad again or are disposed of otherwise.
return-repeated = Line { $item }: { $seen } are to come back, of the { $quantity } that left only { $want } still can; { $returned } came back or were applied for before.
    .remedy = Correct the quantity, resend the return.
return-not-original = What came back is not what was released.
    .remedy = Bring the original goods for a new check; for others neither tax nor quota is given back.
return-line-unknown = Line { $item } is not in the declaration, or nothing of it comes back.
    .remedy = Take line numbers and quantities from the declaration and resend the return.

request-invalid = { $problem ->
    [json] Line { $line }, column { $column }: { $how ->
        [short] the JSON ends too early; a bracket or a quotation mark is not closed
       *[odd] this is no JSON; a quotation mark, comma or bracket is missing here or just before, or is one too many
    }.
    [missing] { $field } is missing; it takes { $want }.
    [unknown] { $field } is not a key of a request; known are { $want }.
    [repeated] { $field } stands twice.
    [type] { $seen ->
        [number] { $field } is written as text in double quotes, as in { $want }, and not as a number.
       *[other] { $field } takes { $want } and is of another type.
    }
   *[value] { $field } takes { $want }, not { $seen }.
}
    .remedy = Correct the request and ask again.
