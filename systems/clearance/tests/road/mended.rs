//! What was refused was never sent: mended it goes as it is, and until then `show` tells why it was refused.

use clearance::acts::{Act, Taken};
use testkit::{Paper, Parcel};
use values::{Finding, Weight};

use crate::{
    centre::{Centre, codes, released},
    sentences,
};

fn shown(centre: &Centre, paper: &Paper) -> Vec<Finding> {
    let mut found = centre.shown(&paper.key()).findings;
    found.retain(|one| one.weight > Weight::Note);
    found
}

#[test]
fn a_withdrawal_of_a_wrong_number_is_mended_and_goes_with_app_type_1() {
    let (mut centre, parcel, number) = released();
    let wrong = parcel.withdrawal("88052026I999999999", "20261005095900");
    let answer = centre.takes(&wrong);
    centre.refused(&answer, "withdraw.list-unknown", -623_003);
    let told = shown(&centre, &wrong);
    assert_eq!(codes(&told), ["withdraw.list-unknown"]);
    assert_eq!(told[0].paper.message, "623");
    assert_eq!(told[0].paper.key, Some(wrong.key()));
    let right = wrong.set("invtNo", number);
    assert_eq!(centre.takes(&right).taken, Taken::Accepted);
    assert_eq!(centre.state(&parcel.order), "withdrawn");
    assert_eq!(codes(&shown(&centre, &right)), [""; 0]);
}

#[test]
fn a_return_of_a_wrong_number_or_of_too_many_is_mended_and_goes_with_app_type_1() {
    let (mut centre, parcel, number) = released();
    let right = parcel.return_of(&number, "20261005095900", 1, 1);
    let unknown = right.clone().set("invtNo", "88052026I999999999");
    let answer = centre.takes(&unknown);
    centre.refused(&answer, "withdraw.list-unknown", -625_016);
    let many = parcel.return_of(&number, "20261005095900", 1, 9);
    let answer = centre.takes(&many);
    centre.refused(&answer, "return.repeated", 100);
    assert_eq!(codes(&shown(&centre, &many)), ["return.repeated"]);
    assert_eq!(centre.shown(&many.key()).state, "800");
    assert_eq!(centre.takes(&right).taken, Taken::Accepted);
    assert_eq!(
        centre.statuses("626", &right.key()),
        [-625_016, 100, 2, 120]
    );
    assert_eq!(codes(&shown(&centre, &right)), [""; 0]);
}

#[test]
fn a_return_that_came_before_the_release_passes_unchanged_after_it() {
    let mut centre = Centre::open();
    let parcel = Parcel::for_an_officer(1);
    centre.takes_parcel(&parcel);
    let number = centre.list_number(&parcel.order);
    let back = parcel.return_of(&number, "20261005095900", 1, 1);
    let answer = centre.takes(&back);
    centre.refused(&answer, "return.list-state", 100);
    let order = parcel.order.key();
    centre
        .decides(&order, Act::Release, "officer.checked")
        .unwrap();
    assert_eq!(centre.takes(&back).taken, Taken::Accepted);
}

#[test]
fn why_an_officer_refused_a_return_is_shown() {
    let (mut centre, parcel, number) = released();
    let back = parcel.return_of(&number, "20261005095900", 1, 1);
    centre.takes(&back);
    centre
        .decides(&back.key(), Act::Refuse, "return.not-original")
        .unwrap();
    assert_eq!(centre.told(&parcel.order), ["return.not-original"]);
    assert_eq!(shown(&centre, &back)[0].paper.key, Some(back.key()));
}

#[test]
fn where_nothing_stands_no_paper_is_said_to_be_there_and_what_is_missing_is_named() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes(&parcel.waybill.clone().set("currency", "840"));
    let waybill = centre.shown(&parcel.waybill.key());
    assert_eq!(
        (&*waybill.state, waybill.missing),
        ("none", vec!["511".into(), "621".into()])
    );
    centre.takes(&parcel.payment);
    let paid = centre.shown(&parcel.order.key());
    assert_eq!(
        (&*paid.state, paid.missing),
        ("papers", vec!["311".into(), "621".into()])
    );
}

#[test]
fn an_app_type_that_there_is_not_is_told_once() {
    let mut centre = Centre::open();
    let order = Parcel::lawful(1).order.set("appType", "9");
    assert_eq!(codes(&centre.takes(&order).findings), ["code.app-type"]);
}

#[test]
fn a_gift_with_a_price_is_told_by_its_name() {
    let mut centre = Centre::open();
    let order = Parcel::lawful(1)
        .order
        .line(1)
        .set("itemName", "赠品面膜")
        .head();
    let told = sentences::of(&centre.takes(&order).findings);
    let gift = told.iter().find(|(said, _)| said.contains("赠品"));
    let (said, _) = gift.unwrap_or_else(|| panic!("{told:?}"));
    assert!(said.contains("赠品面膜"), "{said}");
}

#[test]
fn what_masks_hide_is_told_by_its_place() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let address = "西藏自治区拉萨市城关区测试路1号";
    let other = "西藏自治区拉萨市城关区测试街1号";
    let order = parcel.order.clone().set("consigneeAddress", address);
    let waybill = parcel.waybill.clone().set("consigneeAddress", other);
    let list = parcel.declaration.clone().set("consigneeAddress", address);
    centre.takes_all([&order, &parcel.payment, &waybill, &list]);
    let found = centre.shown(&order.key()).findings;
    assert_eq!(codes(&found), ["match.consignee-differs"]);
    assert_eq!(
        found[0].paper.key,
        Some(waybill.key()),
        "the waybill says it"
    );
    let (said, _) = sentences::of(&found).remove(0);
    assert!(said.ends_with("两者在第 14 个字不同。"), "{said}");
    assert!(!said.contains("街"), "{said}");
}

#[test]
fn a_refusal_by_an_officer_tells_what_the_declarant_can_do() {
    for (inspected, word) in [(false, "重报清单"), (true, "再报什么清单也不会往下走")]
    {
        let mut centre = Centre::open();
        let parcel = Parcel::for_an_officer(1);
        centre.takes_parcel(&parcel);
        let order = parcel.order.key();
        if inspected {
            centre
                .decides(&order, Act::Inspect, "officer.look")
                .unwrap();
        }
        centre
            .decides(&order, Act::Refuse, "goods.list-incomplete")
            .unwrap();
        let told = sentences::told(&centre, &parcel.order);
        assert!(told[0].1.contains(word), "{told:?}");
        assert!(!told[0].0.contains("须人工核对"), "{told:?}");
    }
}

#[test]
fn a_watch_is_not_told_to_the_declarant() {
    let setup = testkit::setup_toml(0) + "[[watch]]\nhs = \"1901\"\nrate = \"1\"\n";
    let mut centre = Centre::open_with(&setup, "2026-10-05T10:00");
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let found = centre.shown(&parcel.order.key()).findings;
    assert_eq!(codes(&found), ["inspect.watch"]);
    assert_eq!(found[0].seen, None);
    let (said, _) = sentences::of(&found).remove(0);
    assert!(!said.contains("1901"), "{said}");
}

#[test]
fn a_refused_change_of_an_open_return_is_no_end_of_it() {
    let mut centre = Centre::open();
    centre.at("2026-10-12T11:00");
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let list = centre.list_number(&parcel.order);
    let asked = parcel.return_of(&list, "20261012100000", 1, 1);
    centre.takes(&asked);
    let more = parcel.return_of(&list, "20261012100100", 1, 3).change();
    let answer = centre.takes(&more);
    centre.refused(&answer, "return.repeated", -625_001);
    let key = centre.shown(&parcel.order.key()).returns[0].own.clone();
    centre
        .acts(&key, Act::Release, "return.goods-back")
        .unwrap();
    assert_eq!(
        centre.statuses("626", &asked.key()),
        [2, 120, -625_001, 399]
    );
}

#[test]
fn an_accepted_return_is_final_however_its_number_is_spelled() {
    for spelled in ["th-1", "ＴＨ-1", " TH-1", "T\u{200b}H-1"] {
        let (mut centre, parcel, list) = released();
        centre.at("2026-10-12T11:00");
        let asked = parcel.return_of(&list, "20261012100000", 1, 1);
        let asked = asked.set("copNo", "TH-1");
        centre.takes(&asked);
        let key = centre.shown(&parcel.order.key()).returns[0].own.clone();
        centre
            .acts(&key, Act::Release, "return.goods-back")
            .unwrap();
        let accounts = centre.accounts();
        for app_type in ["2", "3"] {
            let other = asked.clone().at("20261012100100").set("reason", "另一");
            let other = other.set("copNo", spelled).set("appType", app_type);
            let answer = centre.takes(&other);
            assert_eq!(codes(&answer.findings), ["doc.fixed"], "{spelled}");
            assert_eq!(
                centre.shown(&parcel.order.key()).returns[0].state,
                "accepted"
            );
        }
        assert_eq!(centre.accounts(), accounts);
    }
}

#[test]
fn a_return_that_an_officer_refused_is_decided_anew() {
    for (app_type, changed) in [("1", false), ("1", true), ("2", false), ("2", true)] {
        let (mut centre, parcel, list) = released();
        centre.at("2026-10-12T11:00");
        let asked = parcel.return_of(&list, "20261012100000", 1, 1);
        centre.takes(&asked);
        let key = centre.shown(&parcel.order.key()).returns[0].own.clone();
        centre
            .acts(&key, Act::Refuse, "return.not-original")
            .unwrap();
        assert_eq!(centre.takes(&asked).taken, Taken::Repeated);
        let again = asked.at("20261012100100").set("appType", app_type);
        let again = match changed {
            true => again.set("reason", "换货"),
            false => again,
        };
        assert_eq!(centre.takes(&again).taken, Taken::Accepted, "{app_type}");
        assert_eq!(
            centre.shown(&parcel.order.key()).returns[0].state,
            "applied"
        );
    }
}

#[test]
fn what_stands_is_not_repeated_by_a_document_that_does_not_hold() {
    let (mut centre, parcel, _) = released();
    for (field, value) in [("appType", "9"), ("appTime", "20300101000000")] {
        let again = parcel.order.clone().set(field, value);
        let answer = centre.takes(&again);
        assert_eq!(answer.taken, Taken::Refused, "{field}");
        assert_eq!(centre.state(&parcel.order), "800");
    }
}
