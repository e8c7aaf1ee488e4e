//! Sent again, sent otherwise: what the answer to a sender says.

use std::process::Command;

use testkit::{Parcel, Purchase, cast::P2};

use crate::zone::{Zone, codes, told};

#[test]
fn the_same_papers_again_are_answered_200_with_the_stored_receipts() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    let first = zone.declares(parcel.papers(), "2026-10-05T10:00");
    let again = zone.declares(parcel.papers(), "2026-10-05T10:01");
    assert_eq!(again.exit, 0);
    for (first, again) in first.lines.iter().zip(&again.lines) {
        assert_eq!(again["status"], 200);
        assert_eq!(again["state"], first["state"]);
        assert_eq!(again["receipts"], first["receipts"]);
    }
    zone.is_sound();
}

#[test]
fn the_same_refused_paper_again_is_refused_with_the_stored_receipt() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    let wrong = parcel.order.clone().paid("475.69");
    let first = zone.declares([&wrong], "2026-10-05T10:00");
    let again = zone.declares([&wrong], "2026-10-05T10:01");
    assert_eq!((first.exit, again.exit), (1, 1));
    for told in [&first, &again] {
        assert_eq!(codes(&told.lines[0]), ["match.paid-sum"]);
        assert_eq!(told.lines[0]["status"], 422);
    }
    for key in ["state", "problems", "receipts"] {
        assert_eq!(again.lines[0][key], first.lines[0][key], "{key}");
    }
    // When a right one stands beside it, the wrong one still has the state it was refused with.
    zone.releases(&parcel, "2026-10-05T10:02");
    let late = zone.declares([&wrong], "2026-10-05T10:03");
    assert_eq!(late.exit, 1);
    assert_eq!(late.lines[0]["state"], first.lines[0]["state"]);
    assert_eq!(late.lines[0]["problems"], first.lines[0]["problems"]);
    zone.is_sound();
}

#[test]
fn what_was_counted_in_is_compared_by_the_doctor_too() {
    let zone = Zone::open();
    let parcel = Purchase::lawful(1).mode(testkit::Mode::Direct).papers();
    let arrival = parcel.arrival("20261005095800").set("billNo", "TD0001");
    let folder = zone.writes(parcel.papers().into_iter().chain([&arrival]));
    let checked = Command::new(env!("CARGO_BIN_EXE_chama"))
        .args(["check", &folder, "--at", "2026-10-05T10:00", "--json"])
        .output()
        .unwrap();
    let told = told(&checked);
    assert_eq!(codes(told.about("621")), ["match.arrival-differs"]);
}

#[test]
fn other_content_under_the_same_number_is_answered_409_in_the_code_of_its_message() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    zone.releases(&parcel, "2026-10-05T10:00");
    let otherwise = [
        parcel.order.clone().set("buyerRegNo", "U999"),
        parcel.payment.clone().set("note", "另付"),
        parcel.waybill.clone().set("goodsInfo", "奶粉两罐"),
        parcel.declaration.clone().set("note", "更正"),
    ];
    let told = zone.declares(&otherwise, "2026-10-05T10:01");
    assert_eq!(told.exit, 1);
    for (message, state) in [
        ("311", "-301010"),
        ("411", "-401007"),
        ("511", "-504015"),
        ("621", "-621004"),
    ] {
        let line = told.about(message);
        assert_eq!(line["status"], 409, "{line}");
        assert_eq!(line["state"], state);
        assert_eq!(codes(line), ["doc.conflict"]);
        assert_eq!(line["problems"][0]["retry"], false);
        assert!(line["problems"][0]["line"].as_u64().unwrap() > 1);
    }
    let changes = otherwise.map(|paper| paper.at("20261005100000").change());
    let told = zone.declares(&changes, "2026-10-05T10:01");
    for line in &told.lines {
        assert_eq!(
            (line["status"].as_i64(), &*codes(line)),
            (Some(409), &["doc.fixed".to_owned()][..])
        );
    }
    let older = parcel.order.clone().set("buyerRegNo", "U998");
    let told = zone.declares([&older.at("20261005095000").change()], "2026-10-05T10:01");
    assert_eq!(told.lines[0]["status"], 409);
    assert_eq!(codes(&told.lines[0]), ["doc.old"]);
    assert_eq!(zone.shown(&parcel.order.key())["state"], "800");
    zone.is_sound();
}

#[test]
fn a_used_waybill_and_a_second_list_are_answered_409_and_an_unknown_original_422() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    zone.releases(&parcel, "2026-10-05T10:00");
    let other = Purchase {
        platform: P2,
        ..Purchase::lawful(1)
    };
    let used = other.papers().declaration.set("copNo", "QD-P2");
    let second = parcel
        .declaration
        .clone()
        .set("copNo", "QD-2")
        .set("logisticsNo", "LS-2");
    let early = Parcel::lawful(2).order.change();
    for (paper, code, status) in [
        (&used, "waybill.used", 409),
        (&second, "list.second", 409),
        (&early, "doc.unknown", 422),
    ] {
        let told = zone.declares([paper], "2026-10-05T10:01");
        assert_eq!(codes(&told.lines[0]), [code]);
        assert_eq!(told.lines[0]["status"], status, "{code}");
    }
    zone.is_sound();
}

#[test]
fn a_list_sent_back_is_put_right_and_released() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    let wrong = parcel
        .declaration
        .clone()
        .set("grossWeight", "3.3")
        .set("netWeight", "2.8");
    let papers = [&parcel.order, &parcel.payment, &parcel.waybill, &wrong];
    let told = zone.declares(papers, "2026-10-05T10:00");
    assert_eq!(told.exit, 1);
    let list = told.about("621");
    assert_eq!(
        (&list["state"], &list["status"]),
        (&"100".into(), &202.into())
    );
    assert_eq!(codes(list), ["match.weight-differs"]);
    let right = parcel.declaration.clone().at("20261005100000").change();
    let told = zone.declares([&right], "2026-10-05T10:05");
    assert_eq!((told.exit, &told.lines[0]["state"]), (0, &"800".into()));
    assert_eq!(codes(&told.lines[0]), [""; 0]);
    assert_eq!(
        zone.statuses("622", &right.key()),
        [2, 3, 120, 100, 2, 3, 120, 399, 800]
    );
    zone.is_sound();
}

#[test]
fn what_was_taken_is_not_answered_with_the_conflict_of_another_under_its_number() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    let otherwise = [
        parcel.order.clone().set("buyerRegNo", "U999"),
        parcel.payment.clone().set("note", "另付"),
        parcel.waybill.clone().set("goodsInfo", "奶粉两罐"),
        parcel.declaration.clone().set("note", "更正"),
    ];
    // All in one go: each is answered when all stand.
    let all = parcel.papers().into_iter().chain(&otherwise);
    let told = zone.declares(all, "2026-10-05T10:00");
    assert_eq!((told.exit, told.lines.len()), (1, 8));
    let (first, second) = told.lines.split_at(4);
    for (first, second) in first.iter().zip(second) {
        let message = &first["message"];
        let state = if message == "621" { "800" } else { "2" };
        assert_eq!(first["ok"], true, "{first}");
        assert_eq!(
            (&first["status"], &first["state"]),
            (&202.into(), &state.into())
        );
        assert_eq!(codes(first), Vec::<String>::new());
        assert_eq!(
            (&second["ok"], &second["status"]),
            (&false.into(), &409.into())
        );
        assert_eq!(codes(second), ["doc.conflict"], "{second}");
        for receipt in first["receipts"].as_array().unwrap() {
            assert_ne!(receipt["problems"][0]["code"], "doc.conflict", "{first}");
        }
    }
    // And so it is when the first is sent again.
    let again = zone.declares(parcel.papers(), "2026-10-05T10:01");
    for (again, first) in again.lines.iter().zip(first) {
        assert_eq!(again["state"], first["state"]);
        assert_eq!(again["receipts"], first["receipts"]);
    }
    zone.is_sound();
}

#[test]
fn of_many_refused_under_one_number_each_is_told_with_its_own_receipt() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    zone.releases(&parcel, "2026-10-05T10:00");
    let other = |n: u32| parcel.order.clone().set("note", format!("第 {n} 份"));
    let others: Vec<_> = (1..=4).map(other).collect();
    let first = zone.declares(&others, "2026-10-05T10:01");
    let again = zone.declares(&others, "2026-10-05T10:02");
    let mut cursors = std::collections::BTreeSet::new();
    for (first, again) in first.lines.iter().zip(&again.lines) {
        assert_eq!(codes(first), ["doc.conflict"]);
        let [receipt] = first["receipts"].as_array().unwrap().as_slice() else {
            panic!("{first:#}");
        };
        assert!(cursors.insert(receipt["cursor"].to_string()), "{first:#}");
        assert_eq!(again["receipts"], first["receipts"]);
    }
    assert_eq!(cursors.len(), 4);
}
