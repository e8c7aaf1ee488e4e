//! Past verdicts made again: the same under their own rules, told apart under a draft.

use clearance::acts::Act;
use testkit::Parcel;

use crate::{
    centre::Centre,
    known::{ZONE, drafted},
};

/// Five parcels of all sorts, one of them changed after it was refused.
fn worked() -> Centre {
    let mut centre = Centre::open();
    let cans = Parcel::lawful(1);
    centre.takes_parcel(&cans);
    let honey = Parcel::lawful(2);
    let wrong = honey.waybill.clone().set("weight", "9.9");
    centre.takes_all([&honey.order, &honey.payment, &wrong, &honey.declaration]);
    centre.takes_all([
        &honey.waybill.clone().at("20261005095900").change(),
        &honey.declaration.clone().at("20261005095900"),
    ]);
    assert_eq!(centre.state(&honey.order), "800");
    let towel = Parcel::for_an_officer(3);
    centre.takes_parcel(&towel);
    centre
        .decides(&towel.order.key(), Act::Release, "officer.checked")
        .unwrap();
    let late = Parcel::lawful(4);
    centre.takes_all([&late.order, &late.waybill, &late.declaration]);
    let number = centre.list_number(&cans.order);
    centre.takes(&cans.withdrawal(&number, "20261005095900"));
    centre.at("2026-11-20T00:00");
    centre
}

#[test]
fn every_verdict_comes_out_the_same_under_its_own_rules() {
    let centre = worked();
    let (count, differing) = centre.replays(&ZONE.rulebook);
    assert_eq!(count, 4, "the list that got no verdict has none");
    assert_eq!(differing, Vec::<String>::new());
}

#[test]
fn under_a_single_limit_of_400_the_two_cans_come_out_otherwise_and_the_others_do_not() {
    let centre = worked();
    let draft = drafted(
        "rules/import-retail.toml",
        "value = \"5000.00\"",
        "value = \"400.00\"",
    );
    let (count, differing) = centre.replays(&draft);
    assert_eq!(count, 4);
    assert_eq!(differing.len(), 1, "{differing:#?}");
    assert!(differing[0].contains("quota.single"), "{differing:?}");
    assert!(differing[0].contains(&Parcel::lawful(1).order.key()));
}
