//! What anyone is shown of a parcel: where it stands now, and why.

use clearance::{acts::Act, store::Receipt};
use testkit::Parcel;

use crate::{centre::Centre, sentences};

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
    let parcel = Parcel::for_an_officer(1);
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

#[test]
fn a_key_without_a_number_finds_nothing_and_says_what_a_key_is() {
    let mut centre = Centre::open();
    centre.refuses_unread();
    for key in ["", "/", " / ", "91540195MA6TE5T024/", "//"] {
        assert!(centre.maybe_shown(key).is_none(), "{key:?}");
        let told = centre.acts(key, Act::Release, "officer.checked");
        let told = told.unwrap_err();
        assert_eq!(told.code, "key.unknown");
        let (_, remedy) = sentences::of(&[*told]).remove(0);
        assert!(remedy.contains("斜杠后面要有编号"), "{remedy}");
    }
}

#[test]
fn times_of_a_parcels_receipts_go_forward_from_call_to_call_though_all_share_one_business_time() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let other = Parcel::lawful(2);
    centre.takes_all([&parcel.declaration, &parcel.order, &parcel.payment]);
    centre.takes_parcel(&other);
    centre.takes(&parcel.waybill);
    let number = centre.list_number(&parcel.order);
    let back = parcel.return_of(&number, "20261005095900", 1, 1);
    centre.takes(&back);
    centre
        .decides(&back.key(), Act::Release, "return.goods-back")
        .unwrap();
    let receipts = centre.all_receipts();
    let order = receipts.iter().map(|one| one.position);
    assert!(order.is_sorted());
    let waybill = parcel.waybill.key();
    let of_parcel =
        |one: &&Receipt| one.home.text() == parcel.order.key() || one.home.text() == waybill;
    let times = receipts.iter().filter(of_parcel).map(|one| one.said.at);
    let times: Vec<i64> = times.collect();
    assert!(times.is_sorted_by(|one, next| one < next), "{times:?}");
    let shown = centre.shown(&parcel.order.key());
    let times: Vec<&String> = shown.timeline.iter().map(|(_, _, at)| at).collect();
    assert!(times.is_sorted_by(|one, next| one < next), "{times:?}");
    let last = shown.timeline.last().unwrap();
    assert_eq!((last.0.as_str(), last.1), ("626", 399));
}

#[test]
fn however_many_receipts_are_made_at_one_moment_none_runs_ahead_of_it() {
    let mut centre = Centre::open();
    let parcels: Vec<Parcel> = (1..=40).map(Parcel::lawful).collect();
    let papers = parcels.iter().flat_map(Parcel::xml).collect::<Vec<_>>();
    centre.takes_together(papers.iter().map(String::as_str));
    let receipts = centre.all_receipts();
    let latest = receipts.iter().map(|one| one.said.at).max().unwrap();
    let first = receipts.iter().map(|one| one.said.at).min().unwrap();
    assert!(
        receipts.len() > 300 && latest - first < 20,
        "{}",
        latest - first
    );
}

#[test]
fn times_of_receipts_do_not_hang_on_how_papers_are_gathered() {
    let parcels: Vec<Parcel> = (1..=3).map(Parcel::lawful).collect();
    let texts: Vec<String> = parcels.iter().flat_map(Parcel::xml).collect();
    let times = |together: usize| {
        let mut centre = Centre::open();
        for texts in texts.chunks(together) {
            centre.takes_together(texts.iter().map(String::as_str));
        }
        let receipts = centre.all_receipts();
        let each = receipts.iter().map(|one| (one.position, one.said.at));
        each.collect::<Vec<_>>()
    };
    assert_eq!(times(1), times(12));
    assert_eq!(times(1), times(5));
}
