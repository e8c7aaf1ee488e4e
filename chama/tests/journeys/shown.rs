//! What `show` tells: everything of a parcel, and everybody who has to act.

use serde_json::json;
use testkit::{Mode, Paper, Parcel, Purchase};

use crate::{
    person::says,
    zone::{Zone, bought, codes},
};

const AT: &str = "2026-10-05T10:00";

#[test]
fn a_list_that_was_refused_by_itself_and_left_nothing_is_listed_until_it_is_mended() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    let spoiled = parcel.declaration.clone().set("currency", "840");
    assert_eq!(zone.declares([&spoiled], AT).exit, 1);
    let listed = zone.run(&["show"]);
    let [one] = &listed.lines[..] else {
        panic!("{listed:#?}")
    };
    assert_eq!(one["key"], parcel.order.key());
    assert_eq!(one["list"], parcel.declaration.key());
    assert_eq!(one["codes"], "code.currency");
    assert!(one["state"].as_str().unwrap() != "2", "{one}");
    // An order alone is listed the same way.
    let other = Parcel::lawful(2);
    let spoiled = other.order.clone().set("currency", "840");
    assert_eq!(zone.declares([&spoiled], AT).exit, 1);
    assert_eq!(zone.run(&["show"]).lines.len(), 2);
    assert_eq!(zone.run(&["show", "--most", "1"]).lines.len(), 1);
    let data = zone.folder.join("data");
    let words = ["show", "--most", "1", "--data", data.to_str().unwrap()];
    let told = says("en", &words);
    let all = "refused on arrival, nothing kept: 2";
    assert!(told.aside.contains(all), "{told:#?}");
    zone.releases(&parcel, AT);
    zone.releases(&other, AT);
    assert_eq!(zone.run(&["show"]).lines.len(), 0);
}

#[test]
fn a_parcel_is_shown_with_its_waybill_deliveries_and_arrival() {
    let zone = Zone::open();
    let parcel = Purchase {
        mode: Mode::Direct,
        ..bought(1, AT)
    }
    .papers();
    assert_eq!(zone.declares(parcel.papers(), AT).exit, 0);
    let delivered = parcel.delivered("20261005100000");
    let arrival = parcel.arrival("20261005100000");
    let told = zone.declares([&delivered, &arrival], AT);
    assert_eq!(told.exit, 0, "{told:#?}");
    let shown = zone.shown(&parcel.order.key());
    let papers = shown["papers"].to_string();
    for (message, key) in [
        ("511", parcel.waybill.key()),
        ("513", parcel.waybill.key()),
        ("711", arrival.key()),
    ] {
        let named = format!("[\"{message}\",\"{key}");
        assert!(papers.contains(&named), "{named} in {papers}");
    }
    let timeline = shown["timeline"].to_string();
    for receipt in ["512", "514", "712"] {
        assert!(timeline.contains(receipt), "{receipt} in {timeline}");
    }
}

#[test]
fn a_list_that_waits_for_a_refused_waybill_says_why_it_was_refused() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    let [order, payment, _, list] = parcel.papers();
    let spoiled = parcel.waybill.clone().set("currency", "840");
    zone.declares([order, payment, &spoiled, list], AT);
    let shown = zone.shown(&order.key());
    assert_eq!(shown["missing"], json!(["511"]));
    assert!(
        codes(&shown).contains(&"code.currency".to_owned()),
        "{shown:#}"
    );
}

#[test]
fn a_return_is_listed_with_its_order_until_it_is_decided() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    zone.releases(&parcel, AT);
    let order = parcel.order.key();
    let number = zone.shown(&order)["invt_no"].as_str().unwrap().to_owned();
    let first = parcel.return_of(&number, "20261005095900", 1, 1);
    let second = first.clone().set("copNo", "TH-2");
    zone.declares([&first, &second], AT);
    zone.decides(&second.key(), "inspect", "officer.look", AT);
    let line = |paper: &Paper, state| json!({"key": paper.key(), "state": state, "order": order});
    let mut both = [line(&first, "applied"), line(&second, "held")];
    both.sort_by_key(|one| one["key"].to_string());
    assert_eq!(zone.run(&["show"]).lines, both);
    assert_eq!(zone.run(&["show", "--most", "1"]).lines, both[..1]);
    let data = zone.folder.join("data");
    let told = |locale| says(locale, &["show", "--data", data.to_str().unwrap()]);
    for (locale, of, count) in [
        ("zh-CN", "退货，订单", "没有办完的退货：2"),
        ("en", "return of", "returns not decided: 2"),
    ] {
        let told = told(locale);
        let held = format!("    held {} {of} {order}\n", second.key());
        assert!(told.out.contains(&held), "{told:#?}");
        assert!(told.aside.contains(count), "{told:#?}");
    }
    zone.decides(&first.key(), "release", "return.goods-back", AT);
    zone.decides(&second.key(), "refuse", "officer.refused", AT);
    assert_eq!(zone.run(&["show"]).lines.len(), 0);
    assert!(told("en").aside.contains("returns not decided: 0"));
    zone.is_sound();
}

#[test]
fn notes_are_shown_apart_from_problems() {
    let zone = Zone::open();
    let mut parcel = Parcel::for_an_officer(1);
    let order = parcel.order.set("taxTotal", "3.54");
    parcel.order = order.set("acturalPaid", "42.54");
    parcel.payment = parcel.payment.set("amountPaid", "42.54");
    zone.declares(parcel.papers(), AT);
    let shown = zone.shown(&parcel.order.key());
    assert_eq!(codes(&shown), ["goods.list-incomplete"]);
    let notes = shown["notes"].as_array().unwrap();
    let noted = notes.iter().map(|note| note["code"].as_str().unwrap());
    assert!(
        noted.eq(["codes.older-edition", "tax.collected-differs"]),
        "{shown:#}"
    );
}

#[test]
fn states_and_columns_are_told_in_words() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    zone.declares([&parcel.declaration], AT);
    let data = zone.folder.join("data");
    let data = ["--data", data.to_str().unwrap()];
    let all = says("zh-CN", &["show", data[0], data[1]]);
    assert!(all.aside.starts_with("状态 平台/订单号"), "{all:#?}");
    assert!(all.aside.contains("2 已申报，在等单证: 1"), "{all:#?}");
    let key = parcel.order.key();
    let one = says("zh-CN", &["show", &key, data[0], data[1]]);
    assert!(
        one.out.starts_with(&format!("{key}  2 已申报，在等单证\n")),
        "{one:#?}"
    );
}
