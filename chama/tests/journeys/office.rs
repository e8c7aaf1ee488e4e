//! Officers, withdrawals, and a guarantee that is short.

use testkit::Parcel;

use crate::{
    person::says,
    zone::{Zone, codes},
};

#[test]
fn a_list_laid_before_an_officer_is_released_or_refused() {
    let zone = Zone::open();
    for (n, act, reason, state) in [
        (1, "release", "officer.checked", "800"),
        (2, "refuse", "officer.refused", "100"),
    ] {
        let parcel = Parcel::for_an_officer(n);
        let told = zone.declares(parcel.papers(), "2026-10-05T11:00");
        assert_eq!(told.exit, 0, "it is with an officer, not refused");
        let list = told.about("621");
        assert_eq!(list["state"], "300");
        assert_eq!(codes(list), ["goods.list-incomplete"]);
        let order = parcel.order.key();
        let decided = zone.decides(&order, act, reason, "2026-10-05T11:00");
        assert_eq!(
            (decided.exit, &decided.lines[0]["state"]),
            (0, &state.into())
        );
        let again = zone.decides(&order, act, reason, "2026-10-05T11:00");
        assert_eq!(
            (again.exit, codes(&again.lines[0])),
            (1, vec!["officer.move".to_owned()])
        );
        let remedy = again.lines[0]["problems"][0]["remedy"].as_str().unwrap();
        assert!(remedy.starts_with("No act of an officer fits"), "{remedy}");
        let list = parcel.declaration.key();
        let decided = serde_json::json!([[list, state.parse::<i64>().unwrap(), "测试关员"]]);
        assert_eq!(zone.shown(&order)["decided"], decided);
    }
    zone.is_sound();
}

#[test]
fn an_act_that_does_not_fit_is_answered_with_those_that_do() {
    let zone = Zone::open();
    let parcel = Parcel::for_an_officer(1);
    zone.declares(parcel.papers(), "2026-10-05T11:00");
    let order = parcel.order.key();
    zone.decides(&order, "inspect", "officer.look", "2026-10-05T11:00");
    let unfit = zone.decides(&order, "inspect", "officer.look", "2026-10-05T11:00");
    let problem = &unfit.lines[0]["problems"][0];
    assert_eq!(problem["code"], "officer.move");
    assert_eq!(problem["remedy"], "What fits there: release, refuse.");
}

#[test]
fn who_decided_a_list_or_a_return_is_shown_and_stays_when_the_clock_goes_on() {
    let zone = Zone::open();
    let parcel = Parcel::for_an_officer(1);
    zone.declares(parcel.papers(), "2026-10-05T11:00");
    let order = parcel.order.key();
    assert!(zone.shown(&order).get("decided").is_none(), "nobody did");
    zone.decides(&order, "inspect", "officer.look", "2026-10-05T11:00");
    zone.decides(&order, "release", "officer.checked", "2026-10-05T11:00");
    let number = zone.shown(&order)["invt_no"].as_str().unwrap().to_owned();
    let back = parcel.return_of(&number, "20261005110000", 1, 1);
    zone.declares([&back], "2026-10-05T11:00");
    zone.decides(&back.key(), "refuse", "officer.refused", "2026-10-06T11:00");
    zone.declares(Parcel::lawful(2).papers(), "2026-11-20T00:00");
    let shown = zone.shown(&order);
    assert_eq!(shown["state"], "899");
    let (list, by) = (parcel.declaration.key(), "测试关员");
    let decided = serde_json::json!([[list, 500, by], [list, 800, by], [back.key(), 100, by]]);
    assert_eq!(shown["decided"], decided);
    let data = zone.folder.join("data");
    let told = says("en", &["show", &order, "--data", data.to_str().unwrap()]);
    let line = format!("  decided    {list} 800 {by}\n");
    assert!(told.out.contains(&line), "{told:#?}");
    zone.is_sound();
}

#[test]
fn a_reason_that_contradicts_the_act_is_answered_with_those_that_fit_each_with_its_sentence() {
    let zone = Zone::open();
    let parcel = Parcel::for_an_officer(1);
    zone.declares(parcel.papers(), "2026-10-05T11:00");
    let order = parcel.order.key();
    let unfit = zone.decides(&order, "refuse", "officer.checked", "2026-10-05T11:00");
    assert_eq!(unfit.exit, 1);
    assert_eq!(codes(&unfit.lines[0]), ["officer.reason"]);
    let reasons = unfit.lines[0]["reasons"].as_array().unwrap();
    let told = |at: usize| (reasons[at]["code"].as_str(), reasons[at]["text"].as_str());
    assert_eq!(reasons.len(), 2);
    assert_eq!(
        told(0),
        (
            Some("officer.refused"),
            Some("Refused by an officer who gave no other reason.")
        )
    );
    assert_eq!(told(1).0, Some("goods.list-incomplete"));
    assert!(told(1).1.unwrap().contains("6302"), "{reasons:?}");
    assert_eq!(zone.shown(&order)["state"], "300");
    zone.is_sound();
}

#[test]
fn a_released_list_is_withdrawn_and_its_waybill_declared_anew() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    zone.releases(&parcel, "2026-10-05T10:00");
    let number = zone.shown(&parcel.order.key())["invt_no"]
        .as_str()
        .unwrap()
        .to_owned();
    let paper = parcel.withdrawal(&number, "20261005103000");
    let told = zone.declares([&paper], "2026-10-05T10:30");
    assert_eq!((told.exit, &told.lines[0]["state"]), (0, &"399".into()));
    let shown = zone.shown(&parcel.order.key());
    assert_eq!(
        (&shown["state"], &shown["bills"][0][1]),
        (&"withdrawn".into(), &3.into())
    );
    let anew = parcel.declaration.clone().set("copNo", "QD-2");
    let told = zone.declares([&anew], "2026-10-20T10:30");
    assert_eq!(told.lines[0]["state"], "800");
    zone.is_sound();

    let stranger = Parcel::lawful(2).withdrawal("88052026I000000099", "20261005103000");
    let told = zone.declares([&stranger], "2026-10-20T10:30");
    assert_eq!((told.exit, &told.lines[0]["state"]), (1, &"-623003".into()));
    assert_eq!(codes(&told.lines[0]), ["withdraw.list-unknown"]);
}

#[test]
fn more_guarantee_releases_what_waited_for_it() {
    let setup = testkit::setup_toml(0);
    let poor = setup.replace("500000.00", "30.00");
    let zone = Zone::open_with(&poor, "2026-10-05T10:00");
    let parcel = Parcel::lawful(1);
    let told = zone.declares(parcel.papers(), "2026-10-05T10:00");
    assert_eq!(told.exit, 0, "it waits");
    let list = told.about("621");
    assert_eq!(list["state"], "120");
    assert_eq!(codes(list), ["guarantee.short"]);
    assert_eq!(list["problems"][0]["seen"], "30.00");
    assert_eq!(list["problems"][0]["want"], "39.68");
    let same = zone.sets_up(&poor, "2026-10-05T11:00");
    assert_eq!((same.exit, &same.lines[0]["freed"]), (0, &0.into()));
    let more = zone.sets_up(&setup, "2026-10-05T12:00");
    assert_eq!((more.exit, &more.lines[0]["freed"]), (0, &1.into()));
    assert_eq!(zone.shown(&parcel.order.key())["state"], "800");
    assert_eq!(
        zone.statuses("622", &parcel.declaration.key()),
        [2, 3, 120, 399, 800]
    );
    zone.is_sound();
}
