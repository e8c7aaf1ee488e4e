//! However a number is spelled, it is one number: what it stands for is spent once.

use testkit::{Paper, Parcel, Purchase};

use crate::centre::{Centre, bought, codes};

/// The same in full width.
fn wide(text: &str) -> String {
    let wide = |sign: char| match sign {
        '!'..='~' => char::from_u32(u32::from(sign) + 0xfee0).unwrap(),
        other => other,
    };
    text.chars().map(wide).collect()
}

fn spelled(paper: &Paper, field: &'static str, as_: impl Fn(&str) -> String) -> Paper {
    let value = as_(paper.get(field).unwrap());
    paper.clone().set(field, value)
}

#[test]
fn a_person_has_one_quota_however_the_number_is_written() {
    let mut centre = Centre::open();
    let first = bought(1, "2026-10-05T09:58");
    let buyer = first.buyer.clone();
    let second = Purchase {
        buyer: buyer.clone(),
        ..bought(2, "2026-10-05T09:58")
    };
    centre.takes_parcel(&first.papers());
    let alone = centre.used(&buyer, 2026);
    let papers = second.papers();
    centre.takes(&spelled(&papers.order, "buyerIdNumber", wide));
    centre.takes(&spelled(&papers.payment, "payerIdNumber", wide));
    centre.takes(&papers.waybill);
    centre.takes(&spelled(&papers.declaration, "buyerIdNumber", wide));
    assert_eq!(centre.state(&papers.order), "800");
    assert!(centre.used(&buyer, 2026) > alone, "a quota of its own");
}

#[test]
fn a_payment_serves_one_order_however_its_number_is_written() {
    for spelling in [wide, str::to_lowercase as fn(&str) -> String] {
        let mut centre = Centre::open();
        let (first, second) = (Parcel::lawful(1), Parcel::lawful(2));
        let number = first.payment.get("payTransactionId").unwrap().to_owned();
        centre.takes_all([&first.order, &first.waybill, &first.declaration]);
        centre.takes(&spelled(&first.payment, "payTransactionId", spelling));
        assert_eq!(centre.state(&first.order), "800");
        let payment = second.payment.clone().set("payTransactionId", number);
        assert_eq!(codes(&centre.takes(&payment).findings), ["payment.used"]);
    }
}

#[test]
fn a_payment_spelled_twice_pays_its_order_once() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let mut other = Centre::open();
    other.takes(&parcel.payment);
    let again = spelled(&parcel.payment, "payTransactionId", wide);
    for centre in [&mut centre, &mut other] {
        let told = centre.takes(&again);
        assert_eq!(codes(&told.findings), ["payment.used"]);
    }
}

#[test]
fn a_waybill_has_one_list_and_a_list_one_number_however_they_are_written() {
    let mut centre = Centre::open();
    let (first, second) = (Parcel::lawful(1), Parcel::lawful(2));
    centre.takes_parcel(&first);
    let waybill = wide(first.waybill.get("logisticsNo").unwrap());
    let list = second.declaration.clone().set("logisticsNo", waybill);
    assert_eq!(codes(&centre.takes(&list).findings), ["waybill.used"]);
    let unseen = format!("{}\u{200b}", first.declaration.get("copNo").unwrap());
    for number in [wide(first.declaration.get("copNo").unwrap()), unseen] {
        let list = second.declaration.clone().set("copNo", number);
        assert_eq!(codes(&centre.takes(&list).findings), ["doc.conflict"]);
    }
    centre.takes_parcel(&second);
    assert_eq!(centre.state(&second.order), "800");
}
