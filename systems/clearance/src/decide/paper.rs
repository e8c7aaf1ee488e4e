//! What one paper alone must satisfy: sums, currency, identifiers, weights.

use std::collections::BTreeMap;

use values::{Fen, Finding, Price, Quantity, identifiers, mask_identity};

use crate::{
    model::{Home, List, Mode, Order, Payment, Tally, Waybill},
    problems::*,
};

/// Goods out of a bonded store depart from China.
const CHINA: &str = "142";
/// 人民币, the only currency of retail imports.
const YUAN: &str = "142";

/// The order alone: M4, M6, M10.
#[must_use]
pub fn order(order: &Order) -> Vec<Finding> {
    let mut found = Vec::new();
    currency(&mut found, "311", None, &order.currency);
    person(&mut found, "311", "buyerIdNumber", &order.buyer.number);
    firm(&mut found, "311", "ebpCode", &order.platform);
    firm(&mut found, "311", "ebcCode", &order.seller);
    for line in &order.lines {
        currency(&mut found, "311", Some(line.gnum), &line.currency);
        line_total(
            &mut found,
            "311",
            line.gnum,
            (line.price, line.quantity),
            line.total,
        );
        if line.calls_itself_gift() && line.price.0 != 0 {
            found.push(
                Finding::refused(GIFT_PRICE)
                    .of("311")
                    .at("price")
                    .item(line.gnum)
                    .saw(line.price)
                    .wants(Fen::ZERO)
                    .with("name", &line.name),
            );
        }
    }
    let goods: Fen = order.lines.iter().map(|line| line.total).sum();
    if goods != order.goods {
        found.push(
            Finding::refused(GOODS_SUM)
                .of("311")
                .at("goodsValue")
                .saw(order.goods)
                .wants(goods),
        );
    }
    if order.goods.0 == 0 {
        found.push(
            Finding::refused(PRICE_ZERO)
                .of("311")
                .at("goodsValue")
                .saw(order.goods),
        );
    }
    found.extend(paid_sum(order));
    found
}

/// Paid = goods + freight + tax − discount, to the 分 (field table of message 311).
fn paid_sum(order: &Order) -> Option<Finding> {
    let sum = order.goods + order.freight + order.tax - order.discount;
    if sum == order.paid {
        return None;
    }
    let finding = Finding::refused(PAID_SUM)
        .of("311")
        .at("acturalPaid")
        .saw(order.paid)
        .wants(sum);
    let finding = finding
        .with("goods", order.goods)
        .with("freight", order.freight);
    Some(
        finding
            .with("tax", order.tax)
            .with("discount", order.discount),
    )
}

/// The payment alone.
#[must_use]
pub fn payment(payment: &Payment) -> Vec<Finding> {
    let mut found = Vec::new();
    currency(&mut found, "411", None, &payment.currency);
    person(&mut found, "411", "payerIdNumber", &payment.payer_number);
    firm(&mut found, "411", "payCode", &payment.firm);
    found
}

/// A part of a split payment with another amount than was registered.
#[must_use]
pub fn split_amount(payment: &Payment, registered: Fen) -> Finding {
    Finding::refused(PAYMENT_AMOUNT)
        .of("411")
        .at("amountPaid")
        .saw(payment.amount)
        .wants(registered)
}

/// The waybill alone.
#[must_use]
pub fn waybill(waybill: &Waybill) -> Vec<Finding> {
    let mut found = Vec::new();
    currency(&mut found, "511", None, &waybill.currency);
    firm(&mut found, "511", "logisticsCode", &waybill.carrier);
    packages(&mut found, "511", waybill.packages);
    found
}

/// The arrival alone: each waybill is counted once.
#[must_use]
pub fn tally(tally: &Tally) -> Vec<Finding> {
    let mut lines: BTreeMap<Home, u32> = BTreeMap::new();
    let mut found = Vec::new();
    for (gnum, (waybill, number)) in (1..).zip(tally.counted().zip(&tally.waybills)) {
        if let Some(first) = lines.get(&waybill) {
            let finding = Finding::refused(ARRIVAL_TWICE).of("711").at("logisticsNo");
            found.push(finding.item(gnum).saw(number).with("first", first));
        } else if !number.is_empty() {
            lines.insert(waybill, gnum);
        }
    }
    found
}

/// The list alone.
#[must_use]
pub fn list(list: &List) -> Vec<Finding> {
    let mut found = Vec::new();
    currency(&mut found, "621", None, &list.currency);
    person(&mut found, "621", "buyerIdNumber", &list.buyer.number);
    for (field, code) in [
        ("ebpCode", &list.platform),
        ("ebcCode", &list.seller),
        ("agentCode", &list.agent),
        ("assureCode", &list.guarantor),
    ] {
        firm(&mut found, "621", field, code);
    }
    packages(&mut found, "621", list.packages);
    if list.mode().is_none() {
        found.push(
            Finding::refused(MODE)
                .of("621")
                .at("tradeMode")
                .saw(&list.trade_mode)
                .wants("1210, 1239, 9610"),
        );
    }
    let bonded = matches!(list.mode(), Some(Mode::Bonded | Mode::BondedA));
    if bonded && list.country != CHINA {
        found.push(
            Finding::refused(LIST_COUNTRY)
                .of("621")
                .at("country")
                .saw(&list.country)
                .wants(CHINA),
        );
    }
    if list.net > list.gross {
        found.push(
            Finding::refused(NET_ABOVE_GROSS)
                .of("621")
                .at("netWeight")
                .saw(list.net)
                .wants(list.gross),
        );
    }
    for line in &list.lines {
        currency(&mut found, "621", Some(line.gnum), &line.currency);
        line_total(
            &mut found,
            "621",
            line.gnum,
            (line.price, line.quantity),
            line.total,
        );
    }
    found
}

fn currency(found: &mut Vec<Finding>, message: &'static str, item: Option<u32>, seen: &str) {
    if seen != YUAN && !seen.is_empty() {
        let mut finding = Finding::refused(CURRENCY)
            .of(message)
            .at("currency")
            .saw(seen)
            .wants(YUAN);
        finding.paper.item = item;
        found.push(finding);
    }
}

fn packages(found: &mut Vec<Finding>, message: &'static str, seen: u32) {
    if seen != 1 {
        found.push(
            Finding::refused(PACKAGES)
                .of(message)
                .at("packNo")
                .saw(seen)
                .wants(1),
        );
    }
}

fn line_total(
    found: &mut Vec<Finding>,
    message: &'static str,
    gnum: u32,
    (price, quantity): (Price, Quantity),
    total: Fen,
) {
    let finding = |code| {
        Finding::refused(code)
            .of(message)
            .at("totalPrice")
            .item(gnum)
    };
    match price.times(quantity) {
        Some(product) if product == total => {}
        Some(product) => found.push(finding(LINE_TOTAL).saw(total).wants(product)),
        None => found.push(finding(NUMBER).saw(format!("{price} × {quantity}"))),
    }
}

/// The citizen ID; the right check digit is never told.
fn person(found: &mut Vec<Finding>, message: &'static str, field: &'static str, number: &str) {
    if let Err(reason) = identifiers::check("citizen_id", number) {
        found.push(
            Finding::refused(reason.code())
                .of(message)
                .at(field)
                .saw(mask_identity(number)),
        );
    }
}

/// A firm's code: USCC when it has eighteen characters, else customs' ten, which have no check
/// digit.
fn firm(found: &mut Vec<Finding>, message: &'static str, field: &'static str, code: &str) {
    if code.len() != 18 {
        return;
    }
    if let Err(reason) = identifiers::check("uscc", code) {
        found.push(
            Finding::refused(reason.code())
                .of(message)
                .at(field)
                .saw(code),
        );
    }
}
