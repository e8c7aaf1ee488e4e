//! Numbers that cannot be read or reckoned with: told as they stand in the paper, and no sum over them.

use testkit::Parcel;

use crate::{
    centre::{Centre, codes},
    sentences,
};

#[test]
fn a_number_that_cannot_be_read_is_told_once_and_nowhere_as_0() {
    let parcel = Parcel::lawful(1);
    let [order, payment, waybill, list] = parcel.papers().map(|paper| paper.clone());
    const HUGE: &str = "99999999999999.00";
    for (paper, code, seen) in [
        (
            order.clone().set("goodsValue", "436.001"),
            "number.finer-than-fen",
            "436.001",
        ),
        (
            order.clone().set("goodsValue", HUGE),
            "order.goods-sum",
            HUGE,
        ),
        (
            order.clone().line(1).set("qty", HUGE).head(),
            "number.too-large",
            HUGE,
        ),
        (
            order.clone().line(1).set("price", HUGE).head(),
            "number.too-large",
            HUGE,
        ),
        (
            payment.set("amountPaid", "1.234"),
            "number.finer-than-fen",
            "1.234",
        ),
        (
            waybill.clone().set("weight", HUGE),
            "number.too-large",
            HUGE,
        ),
        (waybill.set("packNo", "2.0"), "paper.packages", "2"),
        (
            list.clone().set("grossWeight", HUGE),
            "number.too-large",
            HUGE,
        ),
        (
            list.clone().set("netWeight", HUGE),
            "number.too-large",
            HUGE,
        ),
        (list.clone().set("packNo", "2.0"), "paper.packages", "2"),
    ] {
        let mut centre = Centre::open();
        let answer = centre.takes(&paper);
        let words = sentences::of(&answer.findings);
        assert!(
            codes(&answer.findings).contains(&code.to_owned()),
            "{words:?}"
        );
        assert!(
            words.iter().any(|(sentence, _)| sentence.contains(seen)),
            "{words:?}"
        );
        let nothing = |(sentence, _): &(String, String)| {
            let (_, shown) = sentence.split_once("现为 ").unwrap_or(("", sentence));
            shown.starts_with("0 ") || shown.starts_with("0.00") || shown.starts_with("0。")
        };
        assert!(!words.iter().any(nothing), "{words:?}");
        if code.starts_with("number.") {
            assert_eq!(words.len(), 1, "{words:?}");
        }
    }
}

#[test]
fn a_product_that_is_too_large_is_told_by_its_factors() {
    let mut centre = Centre::open();
    let order = Parcel::lawful(1).order.line(1);
    let order = order
        .set("qty", "90000000000000")
        .set("price", "90000000000000");
    let answer = centre.takes(&order.head());
    let words = sentences::of(&answer.findings);
    assert_eq!(codes(&answer.findings), ["number.too-large"], "{words:?}");
    assert!(
        words[0].0.contains("90000000000000.00 × 90000000000000"),
        "{words:?}"
    );
}

#[test]
fn one_package_may_be_written_with_a_fraction_of_nothing() {
    let mut centre = Centre::open();
    let mut parcel = Parcel::lawful(1);
    parcel.waybill = parcel.waybill.set("packNo", "1.0");
    parcel.declaration = parcel.declaration.set("packNo", "1.00");
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn what_is_missing_is_not_added_up() {
    let mut centre = Centre::open();
    let order = Parcel::lawful(1).order.drop("goodsValue");
    let answer = centre.takes(&order);
    assert_eq!(codes(&answer.findings), ["field.missing"]);
}
