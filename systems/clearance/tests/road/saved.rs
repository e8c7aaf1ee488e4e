//! Papers that are only saved (appStatus 1): drafts, on which nothing depends.

use clearance::acts::Taken;
use testkit::{Paper, Parcel};

use crate::{
    centre::{Centre, codes},
    sentences,
};

fn saved(paper: &Paper) -> Paper {
    paper.clone().head().set("appStatus", "1")
}

#[test]
fn what_was_declared_is_not_saved_again_whatever_its_list_has_come_to() {
    let parcel = Parcel::lawful(1);
    for released in [true, false] {
        let mut centre = Centre::open();
        let papers = parcel.papers();
        let there = if released { 4 } else { 3 };
        for paper in &papers[..there] {
            centre.takes(paper);
        }
        let accounts = centre.accounts();
        for paper in &papers[..there] {
            for app_type in ["1", "2", "3"] {
                let draft = saved(paper)
                    .at("20261005095900")
                    .set(
                        "guid",
                        format!("0D9E4C36-8A15-4F72-B0C3-2E7F51A9000{app_type}"),
                    )
                    .set("appType", app_type)
                    .set("note", "草稿");
                let answer = centre.takes(&draft);
                assert_eq!(codes(&answer.findings), ["doc.fixed"]);
                let (sentence, remedy) = sentences::of(&answer.findings).remove(0);
                assert!(sentence.contains("不能再暂存"), "{sentence}");
                assert!(remedy.contains("appStatus 填 2"), "{remedy}");
            }
        }
        assert_eq!(centre.accounts(), accounts);
        if !released {
            centre.takes(papers[3]);
        }
        assert_eq!(centre.state(&parcel.order), "800");
    }
}

#[test]
fn a_saved_payment_takes_no_number_and_can_be_saved_again_declared_and_deleted() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let mistaken = saved(&parcel.payment).set("orderNo", "DD-MISTAKEN");
    assert_eq!(centre.takes(&mistaken).taken, Taken::Accepted);
    let again = mistaken.clone().at("20261005095900").set("note", "二稿");
    assert_eq!(centre.takes(&again).taken, Taken::Accepted);
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "800");
    // Declared it wants its number, and another has that.
    let declared = again.clone().at("20261005095930").set("appStatus", "2");
    assert_eq!(codes(&centre.takes(&declared).findings), ["payment.used"]);
    let deleted = again.at("20261005095940").set("appType", "3");
    assert_eq!(centre.takes(&deleted).taken, Taken::Accepted);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn a_draft_deleted_by_a_declared_deletion_leaves_its_number_free() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let mistaken = saved(&parcel.payment).set("orderNo", "DD-MISTAKEN");
    centre.takes(&mistaken);
    let deletion = mistaken.at("20261005095900").set("appStatus", "2");
    let deletion = deletion.set("appType", "3");
    assert_eq!(centre.takes(&deletion).taken, Taken::Accepted);
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn a_saved_list_keeps_no_waybill_from_others_and_its_deletion_takes_no_list_along() {
    let mut centre = Centre::open();
    let (mine, other) = (Parcel::lawful(1), Parcel::lawful(2));
    let number = other.waybill.get("logisticsNo").unwrap().to_owned();
    let draft = saved(&mine.declaration)
        .set("logisticsNo", number)
        .set("copNo", "QD-DRAFT");
    assert_eq!(centre.takes(&draft).taken, Taken::Accepted);
    centre.takes_parcel(&other);
    assert_eq!(centre.state(&other.order), "800");
    centre.takes_all([&mine.declaration, &mine.order, &mine.payment]);
    let deleted = draft.at("20261005095900").set("appType", "3");
    assert_eq!(centre.takes(&deleted).taken, Taken::Accepted);
    centre.takes(&mine.waybill);
    assert_eq!(centre.state(&mine.order), "800");
}
