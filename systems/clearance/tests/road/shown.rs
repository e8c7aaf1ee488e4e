//! What anyone is shown of a parcel: where it stands now, and why.

use clearance::acts::Act;
use testkit::{Bought, Mode, Parcel, Purchase, goods::TOWEL};

use crate::centre::Centre;

#[test]
fn the_time_to_release_counts_from_the_last_of_the_four_papers() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_all([&parcel.order, &parcel.payment, &parcel.declaration]);
    centre.at("2026-10-05T11:00");
    centre.takes(&parcel.waybill);
    let measured = |centre: &Centre| centre.shown(&parcel.order.key()).released_after_ms;
    assert_eq!(measured(&centre), Some(0), "the waybill was the last");
    centre.at("2026-10-10T11:00");
    let number = centre.list_number(&parcel.order);
    centre.takes(&parcel.return_of(&number, "20261010100000", 1, 1));
    assert_eq!(
        measured(&centre),
        Some(0),
        "what comes later is no part of it"
    );
}

#[test]
fn a_list_released_after_its_guarantee_came_is_shown_without_waiting_for_it() {
    let poor = testkit::setup_toml(0).replace("500000.00", "1.00");
    let mut centre = Centre::open_with(&poor, "2026-10-05T10:00");
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    assert_eq!(centre.told(&parcel.order), ["guarantee.short"]);
    centre.sets_up(&testkit::setup_toml(0)).unwrap();
    assert_eq!(centre.state(&parcel.order), "800");
    assert_eq!(centre.told(&parcel.order), [""; 0], "it waits no more");
}

#[test]
fn what_an_officer_refused_is_shown_with_the_officers_reason() {
    let mut centre = Centre::open();
    let parcel = Purchase::lawful(1)
        .mode(Mode::Direct)
        .lines(vec![Bought::new(TOWEL, 1)])
        .papers();
    centre.takes_parcel(&parcel);
    centre
        .decides(&parcel.order.key(), Act::Refuse, "officer.refused")
        .unwrap();
    assert_eq!(centre.told(&parcel.order), ["officer.refused"]);
}

#[test]
fn what_comes_is_no_longer_named_as_missing() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes(&parcel.declaration);
    let all = [
        "match.order-missing",
        "match.payment-missing",
        "match.waybill-missing",
    ];
    let mut told = centre.told(&parcel.order);
    told.sort();
    assert_eq!(told, all);
    centre.takes_all([&parcel.order, &parcel.payment]);
    assert_eq!(centre.shown(&parcel.order.key()).missing, ["511"]);
    assert_eq!(centre.told(&parcel.order), ["match.waybill-missing"]);
}
