### Words for papers compared, lists judged, returns and withdrawals.

number-finer-than-fen = { $field } is money in fen, two decimals; this is { $seen }.
    .remedy = Round to the amount really paid, resubmit.

party-unknown = { $field }: no firm { $seen } is filed; this place takes a { $role }.
    .remedy = Check the code; if it is right, the zone files the firm in a setup file (section firm), then resubmit.

party-role = { $field }: { $seen } ({ $name }) is not filed as { $role }.
    .remedy = Name a firm that is, or the zone adds the role in a setup file.

site-unknown = No site is filed at customs office { $seen }.
    .remedy = Check customsCode; if it is right, the zone files the site in a setup file (section site).

site-mode = The site at { $office } does not clear { $seen }; it clears { $want }.
    .remedy = Declare a mode it clears, or another site.

list-mode = { $seen } is no mode of retail imports; one of { $want } is.
    .remedy = Correct tradeMode, resubmit.

line-total = Line { $item }: total should be { $want }, not { $seen }.
    .remedy = Correct total, quantity or price, resubmit.

order-goods-sum = Goods value should be the sum of the lines, { $want }, not { $seen }.
    .remedy = Correct goodsValue or the lines, resubmit the order.

paper-packages = Packages should be { $want }, not { $seen }.
    .remedy = One waybill and one list are for one package; split the rest into orders of their own.

weight-net-above-gross = Net weight { $seen } kg is above gross weight { $want } kg.
    .remedy = Check both weights, resubmit.

line-legal-unit = Line { $item } { $name }: the legal unit of { $code } for { $field } is { $want }, { $seen } is given.
    .remedy = Give the quantity in the unit of the tariff, or leave qty2 and unit2 out where it has no second; resubmit.

line-legal-zero = Line { $item } { $name }: { $field } is { $seen }; it must be above zero.
    .remedy = Give the quantity in the legal unit of the tariff, resubmit.

weight-legal-above-gross = The legal quantities in kilograms come to { $want } kg, the gross weight is { $seen } kg.
    .remedy = Check the legal quantities and the gross weight, resubmit.

weight-legal-low = Goods of a yearly weight limit: { $seen } kg by legal quantity, { $want } kg by content or net weight.
    .remedy = Wait for the officer; if the legal quantity is wrong, change the list with appType=2.

doc-conflict = { $of ->
    [number] Number { $seen } of this agent serves another order already; a number serves one.
    [once] A withdrawal of this number was taken (reported { $time }); this one differs, and a withdrawal is not changed.
   *[paper] A paper of this number was taken (reported { $time }); this one differs. To change it use appType=2 with a newer appTime; if sent by mistake, ignore this.
}
    .remedy = { $of ->
    [number] Take a number that has not been used.
    [once] If sent by mistake, ignore this; for another withdrawal take another copNo.
   *[paper] To change: appType=2 and a newer appTime.
}

doc-unknown = appType { $seen } changes or deletes a paper that has not come.
    .remedy = Send the original with appType=1 first.

doc-old = appTime { $seen } is before { $want } of the paper that stands; it counts as old.
    .remedy = To change it, send again with a newer appTime.

doc-fixed = { $of ->
    [saved] It was declared; what was declared is not saved again (appStatus 1).
    [return] The return was accepted; its application can no longer be changed or deleted.
    [list] The list stands at { $state }; from there it is not { $seen ->
        [3] deleted
       *[2] changed
    }.
    [waiting] The list that stands at { $state } goes by this paper; it can be changed, not deleted.
   *[paper] The list was decided on this paper; it can no longer be changed or deleted.
}
    .remedy = { $of ->
    [saved] Send the change declared: appStatus 2, appType 2.
    [return] Nothing to do; what else comes back is applied for by another return (625).
    [list] Withdraw the list (623) where its state allows it; a withdrawn list is declared anew with appType=1.
    [waiting] Change it with appType=2. To delete it, first take the list back: at 2 delete it (appType=3), at 120 or 300 withdraw it (623).
   *[paper] Withdraw the list (623) first, then change the paper; a withdrawn list is declared anew with appType=1.
}

list-second = Order { $seen } has list { $other } already; an order has one live list.
    .remedy = Change that list with appType=2, or withdraw it first.

waybill-used = Waybill { $seen } is used by another list.
    .remedy = Check the number; to use it here withdraw the list that has it.

payment-used = Payment { $seen } serves another order already.
    .remedy = Check the number; where one payment serves several orders the payment firm registers the parts first.

match-order-missing = { $over ->
    [yes] In { $hours } hours the platform sent no order { $order }; the list was returned without it.
   *[no] Waiting: the platform has sent no order { $order }.
}
    .remedy = The platform sends the order (311){ $over ->
    [yes] ; then declare the list again with a new appTime.
   *[no] ; within the time limit the list need not be sent again.
}

match-payment-missing = { $over ->
    [yes] In { $hours } hours no payment for order { $order } came; the list was returned without it.
   *[no] Waiting: no payment for order { $order } has come.
}{ $another ->
    [yes] {" "}Payment { $seen } is another's: the order names { $want }, and payer, amount or firm differ too.
   *[no] {""}
}
    .remedy = The payment firm sends the payment (411){ $over ->
    [yes] ; then declare the list again with a new appTime.
   *[no] ; within the time limit the list need not be sent again.
}

match-waybill-missing = { $over ->
    [yes] In { $hours } hours no waybill of the list for order { $order } came; the list was returned without it.
   *[no] Waiting: no waybill of the list for order { $order } has come.
}
    .remedy = The carrier sends the waybill (511){ $over ->
    [yes] ; then declare the list again with a new appTime.
   *[no] ; within the time limit the list need not be sent again.
}

match-seller-differs = The list names seller { $seen }, the order { $want }.
    .remedy = Correct ebcCode, resubmit the list.

match-paid-sum = Actual paid should be { $want } ({ $goods } + { $freight } + { $tax } − { $discount }), not { $seen }. Correct the order, resubmit.
    .remedy = Check the four amounts, correct the order, resubmit.

match-payment-amount = The payment should be { $want }, is { $seen }.
    .remedy = The payment firm resends the payment, or the platform corrects the order.

match-payment-differs = The payment's { $field } is { $seen }, the order's { $want }.
    .remedy = The payment firm resends, or the platform corrects the order.

match-waybill-order = The waybill carries order { $seen }, the list is for { $want }.
    .remedy = The carrier corrects the waybill, or the list names the right one.

match-payer-differs = The payer must be the buyer ({ $want }), is { $seen }. { $firm } must resend.{ $masked ->
    [same] {" "}They differ at character { $at }.
   *[no] {""}
}
    .remedy = The payment firm resends by the account's real name; a buyer pays in person.

match-buyer-differs = The list's { $field } is { $seen }, the order's { $want }.{ $masked ->
    [same] {" "}They differ at character { $at }.
   *[no] {""}
}
    .remedy = Correct the list after the order, resubmit.

match-consignee-differs = { $message } { $field } is { $seen }, the order's { $want }.{ $masked ->
    [same] {" "}They differ at character { $at }.
   *[no] {""}
}
    .remedy = The carrier corrects the waybill after the order; where the list differs, correct the list.

match-lines-count = The list has { $seen } lines, the order { $want }.
    .remedy = Bring the list's lines to the order's, resubmit.

match-line-differs = Line { $item } { $field }: list { $seen }, order { $want }.
    .remedy = Correct the list's line, or the platform corrects the order.

match-freight-differs = Freight on the list is { $seen }, on the order { $want }.
    .remedy = Correct the list after the order, resubmit.

match-insurance-differs = Insurance on the list is { $seen }, on the waybill { $want }.
    .remedy = Correct the list after the waybill, or the carrier corrects the waybill.

match-weight-differs = Waybill { $seen } kg, list { $want } kg: more than { $tolerated } kg apart.
    .remedy = Weigh again; the carrier corrects the waybill, or correct the list.

match-time-order = { $message } { $field } is { $seen }; by { $other } it must be { $want }.
    .remedy = An order is placed, then paid, then declared. Correct the time that is wrong (appType=2), resubmit.

match-arrival-differs = Waybill { $waybill }, { $field }: { $message } says { $seen }, the other { $want }; list and arrival (711) must agree.
    .remedy = Check voyage and bill with the site. A wrong list is changed with appType=2; a wrong arrival by the operator.

arrival-twice = Waybill { $seen } is listed in line { $first } and again in line { $item }.
    .remedy = List each waybill once, send the arrival again.

arrival-before = Waybill { $seen } is counted in by arrival { $before } too; a list has to say what one of the two says.
    .remedy = Find out which is right, and take the waybill out of the other arrival (appType=2, or 3 for the whole).

book-unknown = No book { $seen } is filed.
    .remedy = Check emsNo; if it is right, the firm in the zone files the book in a setup file (section book).

book-item-unknown = Book { $book } has no item record { $seen } (line { $item }).
    .remedy = Check itemRecordNo, or file the item first.

book-item-differs = Line { $item } { $field } is { $seen }; book { $book } item { $record } has { $want }.
    .remedy = Correct the list after the book, or change the book first.

book-area-differs = The firm in the zone is { $seen }, the book is { $want }'s.
    .remedy = Correct areaCode or emsNo, resubmit.

book-stock-short = Book { $book } item { $record }: { $want } available, { $seen } asked. Reduce, or wait for stock.
    .remedy = Reduce and resubmit, or send the same again after stock came in.

guarantee-unknown = No guarantee of { $seen } is filed.
    .remedy = Check assureCode; if it is right, the firm gives security and the zone files it in a setup file (section guarantee).

guarantee-short = The guarantee has { $seen } free, { $want } is due. The list waits here, do not resubmit: { $firm } adds security.
    .remedy = Add security; the list goes on by itself.

inspect-drawn = Drawn for inspection (draw { $seen }, share { $share }).
    .remedy = Wait for the inspection.

inspect-watch = Chosen for inspection by customs.
    .remedy = Wait for the inspection.

tax-collected-differs = The order collected { $seen } in tax, { $want } is due; customs' bill counts.
    .remedy = Does not stop the parcel; platform and buyer settle the difference.

signature-not-verified = Signature not verified.
    .remedy = Signatures are kept as they came and not verified yet.

signature-missing = This message needs a signature and has none.
    .remedy = Sign it with the port's card, send again.

withdraw-list-unknown = No list { $seen }, or not of this order.
    .remedy = Check invtNo, orderNo and ebpCode, resubmit.

withdraw-list-differs = { $field } is { $seen }, list { $list } has { $want }.{ $masked ->
    [same] {" "}They differ at character { $at }.
   *[no] {""}
}
    .remedy = Only the agent that declared the list asks for this, with the values of the list; correct { $field } and resubmit.

withdraw-list-state = List { $list } stands at { $seen }; only { $want } can be withdrawn.
    .remedy = A closed list stays; a returned one is declared again.

withdraw-has-return = List { $seen } has a return and cannot be withdrawn.
    .remedy = Return the rest (625).

return-list-state = The list stands at { $seen }; goods are returned after release ({ $want }).
    .remedy = Before release withdraw the list (623).

officer-move = { $state ->
    [accepted] The return was accepted
    [refused] The return was refused
    [withdrawn] The return was withdrawn
   *[other] State is { $state }
}; from there { $act ->
    [release] nothing is released
    [inspect] nothing is sent to inspection
   *[refuse] nothing is refused
}.
    .remedy = { $state ->
    [599] Held goods are no longer decided here: what follows goes by the case that customs open. Quota, stock and guarantee stay held.
   *[other] { $fit ->
        [none] No act of an officer fits there: lists at 300, 399 and 500 are decided, and returns that are applied for or held.
       *[some] What fits there: { $fit }.
    }
}

officer-reason = { $given ->
    [no] To { $act } this { $matter } wants a reason; these are:
   *[yes] { $seen } is no reason to { $act } this { $matter }; these are:
} { $want }.
    .remedy = Give the one of these that is so, or choose the act that fits what you found.

key-unknown = Nothing is known under { $seen }.
    .remedy = Ask by platform/order, agent/number (of a list, a withdrawal or a return), payment firm/number, carrier/waybill, list number or pre-entry number, with a number behind the `/`. What was refused without a number is among `chama receipts`.

officer-name = { $seen } is the name under which the program itself acts; an officer cannot bear it.
    .remedy = Give the officer's own name with --as.

officer-refused = Refused by an officer who gave no other reason.
    .remedy = { $held ->
    [held] The goods are held and the list goes no further here, whatever is declared: ask the customs office of the list how its case goes on.
   *[no] Ask the customs office of the list for the reason, correct it, resubmit.
}

officer-checked = Checked by an officer: nothing wrong.
    .remedy = Nothing to do.

officer-look = An officer wants the goods inspected.
    .remedy = Wait for the inspection.

return-goods-back = The goods are back at the site and were checked.
    .remedy = Nothing to do.

message-not-taken = Message { $seen } is not taken here; { $want } are.
    .remedy = Receipts come from customs and are not sent in; export messages are not handled yet.

number-too-large = { $field } is out of range: { $seen }.
    .remedy = Check quantity, price and total, resubmit.

code-currency = Currency should be { $want } (yuan), not { $seen }.
    .remedy = Use 142 with amounts in yuan, resubmit.

list-country = A bonded list takes { $want } (China) as country of departure, not { $seen }.
    .remedy = Correct country, resubmit; only direct purchase names a country abroad.
