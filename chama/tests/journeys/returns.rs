//! One can comes back.

use testkit::Parcel;

use crate::{
    person::says,
    zone::{Zone, codes},
};

fn released() -> (Zone, Parcel, String) {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    zone.releases(&parcel, "2026-10-05T10:00");
    let shown = zone.shown(&parcel.order.key());
    let number = shown["invt_no"].as_str().unwrap().to_owned();
    (zone, parcel, number)
}

#[test]
fn one_can_asked_for_on_day_30_and_back_on_day_45_halves_the_bill() {
    let (zone, parcel, number) = released();
    let paper = parcel.return_of(&number, "20261104235800", 1, 1);
    let told = zone.declares([&paper], "2026-11-04T23:59");
    assert_eq!((told.exit, &told.lines[0]["state"]), (0, &"120".into()));
    assert_eq!(zone.statuses("626", &paper.key()), [2, 120]);

    let decided = zone.decides(
        &paper.key(),
        "release",
        "return.goods-back",
        "2026-11-19T17:00",
    );
    assert_eq!((decided.exit, &decided.lines[0]["ok"]), (0, &true.into()));
    assert_eq!(zone.statuses("626", &paper.key()), [2, 120, 399]);
    let shown = zone.shown(&parcel.order.key());
    assert_eq!(shown["returns"][0]["state"], "accepted");
    assert_eq!(
        shown["bills"],
        serde_json::json!([
            [format!("{number}_0"), 3, "39.68"],
            [format!("{number}_1"), 2, "19.84"]
        ])
    );
    assert_eq!(shown["state"], "899");
    zone.is_sound();
}

#[test]
fn asked_for_on_day_31_is_too_late() {
    let (zone, parcel, number) = released();
    let paper = parcel.return_of(&number, "20261105000000", 1, 1);
    let told = zone.declares([&paper], "2026-11-05T00:01");
    assert_eq!(told.exit, 1);
    assert_eq!(codes(&told.lines[0]), ["return.apply-late"]);
    zone.is_sound();
}

#[test]
fn back_on_day_46_is_too_late_and_the_tax_stays() {
    let (zone, parcel, number) = released();
    let paper = parcel.return_of(&number, "20261104235800", 1, 1);
    zone.declares([&paper], "2026-11-04T23:59");
    let decided = zone.decides(
        &paper.key(),
        "release",
        "return.goods-back",
        "2026-11-20T09:00",
    );
    assert_eq!((decided.exit, &decided.lines[0]["ok"]), (1, &false.into()));
    assert_eq!(decided.lines[0]["state"], "100");
    assert_eq!(codes(&decided.lines[0]), ["return.arrival-late"]);
    let shown = zone.shown(&parcel.order.key());
    assert_eq!(shown["returns"][0]["state"], "refused");
    let (data, key) = (zone.folder.join("data"), paper.key());
    let again = ["decide", &key, "refuse", "--reason", "officer.refused"];
    let whose = ["--as", "测试关员", "--data", data.to_str().unwrap()];
    let words = [&again[..], &whose, &["--at", "2026-11-20T09:00"]].concat();
    let told = says("zh-CN", &words);
    assert!(told.out.contains("退货未被接受，不能再退回"), "{told:#?}");
    assert!(!told.out.contains("refused"), "{told:#?}");
    assert_eq!(
        shown["bills"],
        serde_json::json!([[format!("{number}_0"), 2, "39.68"]])
    );
    assert_eq!(zone.statuses("626", &paper.key()), [2, 120, 100]);
    zone.is_sound();
}

#[test]
fn the_second_return_of_the_same_can_is_refused() {
    let (zone, parcel, number) = released();
    let first = parcel.return_of(&number, "20261010100000", 1, 2);
    zone.declares([&first], "2026-10-10T10:00");
    let second = parcel
        .return_of(&number, "20261010100000", 1, 1)
        .set("copNo", "TH-2");
    let told = zone.declares([&second], "2026-10-10T10:01");
    assert_eq!(told.exit, 1);
    assert_eq!(codes(&told.lines[0]), ["return.repeated"]);
    zone.decides(
        &first.key(),
        "release",
        "return.goods-back",
        "2026-10-12T10:00",
    );
    let shown = zone.shown(&parcel.order.key());
    assert_eq!(
        (&shown["state"], &shown["bills"][0][1]),
        (&"899".into(), &3.into())
    );
    zone.is_sound();
}
