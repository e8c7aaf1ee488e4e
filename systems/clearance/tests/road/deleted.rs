//! Papers taken back by their sender, and papers only saved.

use crate::centre::{Centre, codes};
use clearance::acts::Taken;
use testkit::{Parcel, cast::person};
use values::Fen;

#[test]
fn a_waiting_list_can_be_deleted_and_its_waybill_is_free() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_all([&parcel.order, &parcel.waybill, &parcel.declaration]);
    let deletion = parcel
        .declaration
        .clone()
        .at("20261005095900")
        .set("appType", "3");
    assert_eq!(centre.takes(&deletion).taken, Taken::Accepted);
    centre.takes(&parcel.payment);
    assert_ne!(centre.state(&parcel.order), "800");
    let other = parcel.declaration.clone().set("copNo", "QD-OTHER");
    assert_eq!(centre.takes(&other).taken, Taken::Accepted);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn a_paper_that_a_waiting_list_depends_on_cannot_be_deleted() {
    let parcel = Parcel::lawful(1);
    for at in 0..3 {
        let mut centre = Centre::open();
        let missing = (at + 1) % 3;
        for (other, paper) in parcel.papers().into_iter().enumerate() {
            if other != missing {
                centre.takes(paper);
            }
        }
        let deletion = parcel.papers()[at]
            .clone()
            .at("20261005095900")
            .set("appType", "3");
        assert_eq!(codes(&centre.takes(&deletion).findings), ["doc.fixed"]);
        centre.takes(parcel.papers()[missing]);
        assert_eq!(centre.state(&parcel.order), "800");
    }
}

#[test]
fn a_paper_nothing_depends_on_can_be_deleted_and_sent_anew() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes(&parcel.order);
    let deletion = parcel
        .order
        .clone()
        .at("20261005095900")
        .set("appType", "3");
    assert_eq!(centre.takes(&deletion).taken, Taken::Accepted);
    centre.takes_all([&parcel.payment, &parcel.waybill, &parcel.declaration]);
    assert_eq!(centre.shown(&parcel.order.key()).missing, ["311"]);
    let anew = parcel.order.clone().at("20261005095930");
    assert_eq!(centre.takes(&anew).taken, Taken::Accepted);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn a_saved_list_declares_nothing_until_it_is_declared() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_all([&parcel.order, &parcel.payment, &parcel.waybill]);
    let saved = parcel.declaration.clone().set("appStatus", "1");
    assert_eq!(centre.takes(&saved).taken, Taken::Accepted);
    assert_eq!(centre.statuses("622", &saved.key()), [1]);
    assert_eq!(centre.used(&person(1), 2026), Fen::ZERO);
    assert_eq!(centre.takes(&parcel.declaration).taken, Taken::Accepted);
    assert_eq!(
        centre.statuses("622", &saved.key()),
        [1, 2, 3, 120, 399, 800]
    );
}
