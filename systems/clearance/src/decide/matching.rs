//! 三单比对: what order, payment, waybill and list must agree on (M3 to M14).

use rulebook::Law;
use values::{Fen, Finding, Moment, Quantity, mask_identity, mask_name, mask_phone};

use super::pairs::masked;
use crate::{
    model::{Dossier, List, Order, Payment, Tally, plain},
    problems::*,
};

/// The larger of a share and a weight is tolerated between waybill and list.
const WEIGHT_SHARE: &str = "match.weight-share";
/// See [`WEIGHT_SHARE`].
const WEIGHT_LEAST: &str = "match.weight-least";
/// By how many seconds the senders' clocks may differ.
const CLOCKS_APART: &str = "match.time-tolerance-seconds";

/// Everything the four papers disagree on.
#[must_use]
pub fn compare(dossier: &Dossier, law: Law<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    seller(dossier, &mut found);
    money(dossier, &mut found);
    persons(dossier, &mut found);
    consignee(dossier, &mut found);
    lines(dossier, &mut found);
    charges(dossier, &mut found);
    weight(dossier, law, &mut found);
    time(dossier, law, &mut found);
    found.extend(arrivals(&dossier.arrivals, &dossier.list));
    found
}

/// Equal after normalising: full and half width, case, blanks.
pub(crate) fn same(one: &str, other: &str) -> bool {
    one == other || plain(one) == plain(other)
}

fn seller(dossier: &Dossier, found: &mut Vec<Finding>) {
    let (order, list) = (&dossier.order, &dossier.list);
    if !same(&order.seller, &list.seller) {
        found.push(
            Finding::refused(SELLER)
                .of("621")
                .at("ebcCode")
                .saw(&list.seller)
                .wants(&order.seller),
        );
    }
    if !same(&dossier.waybill.order_no, &list.order_no) {
        let waybill = &dossier.waybill;
        found.push(
            Finding::refused(WAYBILL_ORDER)
                .of("511")
                .at("orderNo")
                .saw(&waybill.order_no)
                .wants(&list.order_no),
        );
    }
}

/// M4 between order and payment, M5. Where the order names its payment, or the firm that took it, only
/// that counts: a stranger's payment neither pays nor blocks it. Else all payments of the order add up.
fn money(dossier: &Dossier, found: &mut Vec<Finding>) {
    let order = &dossier.order;
    if let Some(firm) = &order.pay_code
        && let Some(payment) = counting(dossier).find(|payment| !same(&payment.firm, firm))
    {
        found.push(
            Finding::refused(PAYMENT)
                .of("411")
                .at("payCode")
                .saw(&payment.firm)
                .wants(firm),
        );
    }
    if let Some(number) = &order.pay_number
        && !dossier
            .payments
            .iter()
            .any(|payment| same(&payment.number, number))
    {
        let seen = dossier
            .payments
            .first()
            .map_or("", |payment| &payment.number);
        found.push(
            Finding::refused(PAYMENT)
                .of("411")
                .at("payTransactionId")
                .saw(seen)
                .wants(number),
        );
    }
    let paid: Fen = counting(dossier).map(|payment| payment.amount).sum();
    if paid != order.paid {
        found.push(
            Finding::refused(PAYMENT_AMOUNT)
                .of("411")
                .at("amountPaid")
                .saw(paid)
                .wants(order.paid),
        );
    }
}

/// Whether a payment is another's: not the one that the order names, and different in more than that
/// one name. A slip in a single value is a disagreement (M5); a payment that fits in nothing else
/// either is no paper of this parcel, and its own is awaited (decision 021).
#[must_use]
pub fn is_anothers(order: &Order, payment: &Payment) -> bool {
    let firm = order.pay_code.as_deref();
    let by_firm = firm.is_none_or(|firm| same(firm, &payment.firm));
    let (named, firm_fits) = match &order.pay_number {
        Some(number) => (same(number, &payment.number), by_firm),
        None => (by_firm, true),
    };
    let paid = same(&payment.payer_number, &order.buyer.number) && payment.amount == order.paid;
    !(named || firm_fits && paid)
}

fn counting(dossier: &Dossier) -> impl Iterator<Item = &Payment> {
    let order = &dossier.order;
    let by_firm = |payment: &Payment| {
        let firm = order.pay_code.as_deref();
        firm.is_none_or(|firm| same(&payment.firm, firm))
    };
    let by_number = |payment: &Payment| {
        let number = order.pay_number.as_deref();
        number.is_none_or(|number| same(&payment.number, number))
    };
    // What no payment answers to is told by its own finding; the others are then looked at by the rest.
    let firm = dossier.payments.iter().any(by_firm);
    let number = dossier.payments.iter().any(by_number);
    dossier
        .payments
        .iter()
        .filter(move |payment| (!firm || by_firm(payment)) && (!number || by_number(payment)))
}

/// M8: buyer = payer, and the list's buyer is the order's.
fn persons(dossier: &Dossier, found: &mut Vec<Finding>) {
    let (order, list) = (&dossier.order.buyer, &dossier.list.buyer);
    for payment in counting(dossier) {
        let finding = |field| {
            Finding::refused(PAYER)
                .of("411")
                .at(field)
                .with("firm", &payment.firm_name)
        };
        if !same(&payment.payer_number, &order.number) {
            found.push(masked(
                finding("payerIdNumber"),
                mask_identity,
                &payment.payer_number,
                &order.number,
            ));
        } else if !same(&payment.payer_name, &order.name) {
            found.push(masked(
                finding("payerName"),
                mask_name,
                &payment.payer_name,
                &order.name,
            ));
        }
    }
    let finding = |field| Finding::refused(BUYER).of("621").at(field);
    if !same(&list.number, &order.number) {
        found.push(masked(
            finding("buyerIdNumber"),
            mask_identity,
            &list.number,
            &order.number,
        ));
    }
    if !same(&list.name, &order.name) {
        found.push(masked(
            finding("buyerName"),
            mask_name,
            &list.name,
            &order.name,
        ));
    }
    if !same(&list.phone, &order.phone) {
        found.push(masked(
            finding("buyerTelephone"),
            mask_phone,
            &list.phone,
            &order.phone,
        ));
    }
}

/// M9: where it goes.
fn consignee(dossier: &Dossier, found: &mut Vec<Finding>) {
    let (order, waybill) = (&dossier.order.consignee, &dossier.waybill.consignee);
    let finding = |field| Finding::refused(CONSIGNEE).of("511").at(field);
    if !same(&waybill.name, &order.name) {
        found.push(masked(
            finding("consignee"),
            mask_name,
            &waybill.name,
            &order.name,
        ));
    }
    if !same(&waybill.phone, &order.phone) {
        found.push(masked(
            finding("consigneeTelephone"),
            mask_phone,
            &waybill.phone,
            &order.phone,
        ));
    }
    if !same(&waybill.address, &order.address) {
        found.push(masked(
            finding("consigneeAddress"),
            mask_name,
            &waybill.address,
            &order.address,
        ));
    }
    if !same(&dossier.list.address, &order.address) {
        let finding = Finding::refused(CONSIGNEE).of("621").at("consigneeAddress");
        found.push(masked(
            finding,
            mask_name,
            &dossier.list.address,
            &order.address,
        ));
    }
}

/// M10: the list's lines are the order's, one to one by number.
fn lines(dossier: &Dossier, found: &mut Vec<Finding>) {
    let (order, list) = (&dossier.order.lines, &dossier.list.lines);
    if order.len() != list.len() {
        found.push(
            Finding::refused(LINES_COUNT)
                .of("621")
                .at("gnum")
                .saw(list.len())
                .wants(order.len()),
        );
    }
    for line in list {
        let finding = |field| Finding::refused(LINE).of("621").at(field).item(line.gnum);
        let Some(ordered) = order.iter().find(|ordered| ordered.gnum == line.gnum) else {
            found.push(finding("gnum").saw(line.gnum));
            continue;
        };
        if line.quantity != ordered.quantity {
            found.push(finding("qty").saw(line.quantity).wants(ordered.quantity));
        }
        if line.unit != ordered.unit {
            found.push(finding("unit").saw(&line.unit).wants(&ordered.unit));
        }
        if line.total != ordered.total {
            found.push(finding("totalPrice").saw(line.total).wants(ordered.total));
        }
    }
}

/// M11: freight and insurance.
fn charges(dossier: &Dossier, found: &mut Vec<Finding>) {
    let (order, list) = (&dossier.order, &dossier.list);
    if order.freight != list.freight {
        found.push(
            Finding::refused(FREIGHT)
                .of("621")
                .at("freight")
                .saw(list.freight)
                .wants(order.freight),
        );
    }
    if let Some(insurance) = dossier.waybill.insurance
        && insurance != list.insurance
    {
        found.push(
            Finding::refused(INSURANCE)
                .of("621")
                .at("insuredFee")
                .saw(list.insurance)
                .wants(insurance),
        );
    }
}

/// M12: the larger of 5 % and 50 g, both parameters.
fn weight(dossier: &Dossier, law: Law<'_>, found: &mut Vec<Finding>) {
    let (declared, weighed) = (dossier.list.gross, dossier.waybill.weight);
    let tolerated = match tolerated(declared, law) {
        Ok(tolerated) => tolerated,
        Err(missing) => return found.push(missing),
    };
    if (declared.0 - weighed.0).abs() > tolerated.0 {
        let finding = Finding::refused(WEIGHT)
            .of("511")
            .at("weight")
            .saw(weighed)
            .wants(declared);
        found.push(finding.with("tolerated", tolerated));
    }
}

/// M14 by all that counted the parcel in: one that says what was declared is enough, for where two differ
/// one of them is wrong, whichever came first.
#[must_use]
pub fn arrivals(tallies: &[Tally], list: &List) -> Vec<Finding> {
    let mut told: Vec<_> = tallies.iter().map(|tally| arrival(tally, list)).collect();
    match told.iter().any(Vec::is_empty) || told.is_empty() {
        true => Vec::new(),
        false => told.swap_remove(0),
    }
}

/// By how much a weight may differ from that one.
pub(super) fn tolerated(weight: Quantity, law: Law<'_>) -> Result<Quantity, Finding> {
    let (share, least) = (law.rate(WEIGHT_SHARE)?, law.quantity(WEIGHT_LEAST)?);
    let part = i128::from(weight.0) * i128::from(share.0) / i128::from(values::Rate::SCALE);
    Ok(least.max(Quantity(i64::try_from(part).unwrap_or(i64::MAX))))
}

/// M14 of direct purchase: the voyage and the bill are those by which the site counted the parcel in.
#[must_use]
pub fn arrival(tally: &Tally, list: &List) -> Vec<Finding> {
    let Some((voyage, bill)) = &list.transport else {
        return Vec::new();
    };
    let told = [
        ("voyageNo", voyage, &tally.voyage),
        ("billNo", bill, &tally.bill),
    ];
    told.into_iter()
        .filter(|(_, declared, counted)| !same(declared, counted))
        .map(|(field, declared, counted)| {
            Finding::refused(ARRIVAL)
                .of("621")
                .at(field)
                .saw(declared)
                .wants(counted)
                .with("waybill", &list.waybill_no)
        })
        .collect()
}

/// M13: order, then payment, then list, each by the clock of its own sender. The wire's times have
/// no milliseconds.
fn time(dossier: &Dossier, law: Law<'_>, found: &mut Vec<Finding>) {
    let (order, list) = (&dossier.order, &dossier.list);
    let apart = match law.count(CLOCKS_APART) {
        Ok(seconds) => seconds.saturating_mul(1000),
        Err(missing) => return found.push(missing),
    };
    // A time that could not be read has its own finding and says nothing of order.
    let read = |one: Moment| one != Moment::default();
    let before =
        |one: Moment, other: Moment| read(one) && read(other) && one.plus_ms(apart) < other;
    let finding = |message: &'static str, field| Finding::refused(TIME_ORDER).of(message).at(field);
    for payment in counting(dossier) {
        if before(list.at, payment.paid_at) {
            let finding = finding("411", "payTime").saw(payment.paid_at);
            found.push(
                finding
                    .wants(format!("≤ {}", list.at))
                    .with("other", "621 appTime"),
            );
        }
        if before(payment.paid_at, order.at) {
            let finding = finding("411", "payTime").saw(payment.paid_at);
            found.push(
                finding
                    .wants(format!("≥ {}", order.at))
                    .with("other", "311 appTime"),
            );
        }
    }
    if before(list.at, order.at) {
        let finding = finding("311", "appTime").saw(order.at);
        found.push(
            finding
                .wants(format!("≤ {}", list.at))
                .with("other", "621 appTime"),
        );
    }
    // The declared day picks the code tables: nobody declares before there was an order.
    if let Some(day) = list.declared
        && before(day.plus(1).start().plus_ms(-1000), order.at)
    {
        let finding = finding("621", "declTime").saw(day);
        found.push(
            finding
                .wants(format!("≥ {}", order.at.day()))
                .with("other", "311 appTime"),
        );
    }
}
