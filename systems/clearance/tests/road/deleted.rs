//! Deletion: of a list that waits, of a paper nothing depends on, and of nothing else.

use clearance::acts::Taken;
use testkit::Parcel;

use crate::{
    centre::{Centre, codes},
    sentences,
};

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
        let answer = centre.takes(&deletion);
        assert_eq!(codes(&answer.findings), ["doc.fixed"]);
        let (sentence, remedy) = sentences::of(&answer.findings).remove(0);
        assert!(sentence.contains("状态为 2 的清单"), "{sentence}");
        assert!(sentence.contains("可以变更，不能删除"), "{sentence}");
        assert!(remedy.contains("appType=2"), "{remedy}");
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
fn an_edition_that_was_replaced_or_deleted_is_repeated_when_it_comes_again() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let change = parcel.order.clone().set("buyerRegNo", "U999");
    let change = change.at("20261005095900").change();
    centre.takes_all([&parcel.order, &change]);
    assert_eq!(centre.takes(&parcel.order).taken, Taken::Repeated);
    let deletion = change.clone().at("20261005095930").set("appType", "3");
    assert_eq!(centre.takes(&deletion).taken, Taken::Accepted);
    for paper in [&deletion, &change, &parcel.order] {
        assert_eq!(centre.takes(paper).taken, Taken::Repeated);
    }
    centre.takes_all([&parcel.payment, &parcel.waybill, &parcel.declaration]);
    assert_eq!(centre.shown(&parcel.order.key()).missing, ["311"]);
}
