//! Payments of somebody else under the number of this order: they neither pay nor block it.

use testkit::{Parcel, cast::person};

use crate::{centre::Centre, sentences};

#[test]
fn somebody_elses_payment_is_no_paper_of_the_parcel_in_whatever_order_it_comes() {
    let parcel = Parcel::lawful(1);
    let other = |number: &str| parcel.payment.clone().set("payTransactionId", number);
    let strangers = [
        other("ZF-1").buyer(&person(9)),
        other("ZF-2").set("amountPaid", "0.01"),
        other("ZF-3").set("payCode", "91540195MA6TE5T17L"),
    ];
    for stranger in &strangers {
        let papers = [
            stranger,
            &parcel.order,
            &parcel.waybill,
            &parcel.declaration,
        ];
        for first in 0..4 {
            for turn in [1, 3] {
                let mut centre = Centre::open();
                for step in 0..4 {
                    centre.takes(papers[(first + step * turn) % 4]);
                }
                let shown = centre.shown(&parcel.order.key());
                assert_eq!(
                    (&*shown.state, &*shown.missing),
                    ("2", &["411".to_owned()][..])
                );
                assert_eq!(centre.told(&parcel.order), ["match.payment-missing"]);
                centre.takes(&parcel.payment);
                assert_eq!(centre.state(&parcel.order), "800");
            }
        }
    }
}

#[test]
fn a_payment_that_differs_in_its_number_alone_is_a_disagreement_and_told_at_once() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let slip = parcel.payment.clone().set("payTransactionId", "ZF-SLIP");
    centre.takes_all([&parcel.order, &slip, &parcel.waybill, &parcel.declaration]);
    assert_eq!(centre.state(&parcel.order), "100");
    assert_eq!(centre.told(&parcel.order), ["match.payment-differs"]);
}

#[test]
fn a_list_that_only_somebody_else_paid_for_is_returned_when_its_hours_are_over() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let stranger = parcel.payment.clone().set("payTransactionId", "ZF-1");
    let stranger = stranger.buyer(&person(9));
    centre.takes_all([
        &parcel.order,
        &stranger,
        &parcel.waybill,
        &parcel.declaration,
    ]);
    centre.at("2026-10-08T09:59:59");
    assert_eq!(centre.state(&parcel.order), "2");
    centre.at("2026-10-08T10:00");
    assert_eq!(centre.state(&parcel.order), "100");
    let told = sentences::told(&centre, &parcel.order);
    assert!(told[0].0.contains("支付单 ZF-1 属于别的交易"), "{told:?}");
}
