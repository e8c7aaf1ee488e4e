//! Two cans of formula, from the order to the collected tax, and judged again under a draft.

use std::fs;

use testkit::{Bought, Parcel, cast::person, goods::HANDBAG};
use values::Fen;

use crate::zone::{Zone, bought, codes};

/// The first person has used 24,800 of the year.
fn used_before(zone: &Zone) {
    let bags: Vec<Parcel> = [(101, 850_000), (102, 850_000), (103, 780_000)]
        .into_iter()
        .map(|(n, price)| {
            let bag = Bought {
                price: Fen(price),
                ..Bought::new(HANDBAG, 1)
            };
            let purchase = bought(n, "2026-10-05T09:00").buyer(person(1));
            purchase.lines(vec![bag]).papers()
        })
        .collect();
    let told = zone.declares(bags.iter().flat_map(Parcel::papers), "2026-10-05T10:00");
    assert_eq!(told.exit, 0, "{told:#?}");
}

#[test]
fn two_cans_are_declared_released_taxed_and_closed() {
    let zone = Zone::open();
    used_before(&zone);
    let parcel = Parcel::lawful(1);
    let mixed = [
        &parcel.declaration,
        &parcel.payment,
        &parcel.order,
        &parcel.waybill,
    ];
    let told = zone.declares(mixed, "2026-10-05T10:00");
    assert_eq!(told.exit, 0, "{told:#?}");
    for line in &told.lines {
        assert_eq!((&line["ok"], &line["status"]), (&true.into(), &202.into()));
        assert_eq!(codes(line), [""; 0]);
    }
    let list = told.about("621");
    assert_eq!(list["key"], parcel.declaration.key());
    assert_eq!(list["state"], "800");
    let receipts = list["receipts"].as_array().unwrap();
    let of_list: Vec<i64> = receipts
        .iter()
        .filter(|one| one["message"] == "622")
        .map(|one| one["status"].as_i64().unwrap())
        .collect();
    assert_eq!(of_list, [2, 3, 120, 399, 800]);
    let times: Vec<&str> = receipts
        .iter()
        .map(|one| one["at"].as_str().unwrap())
        .collect();
    assert!(times.is_sorted_by(|one, next| one < next), "{times:?}");
    let bill = receipts.iter().find(|one| one["message"] == "816").unwrap();
    assert!(
        bill["xml"]
            .as_str()
            .unwrap()
            .contains("<valueAddedTax>39.68</valueAddedTax>")
    );

    let shown = zone.shown(&parcel.order.key());
    assert_eq!(shown["tax"]["total"], "39.68");
    assert_eq!(shown["bills"][0][1], 1);

    // Day 30, day 31: what falls due is done before anything else.
    let passes = |at: &str| zone.sets_up(&testkit::setup_toml(0), at);
    passes("2026-11-04T23:59");
    assert_eq!(zone.shown(&parcel.order.key())["state"], "800");
    passes("2026-11-05T00:00");
    let shown = zone.shown(&parcel.order.key());
    assert_eq!(shown["state"], "899");
    assert_eq!(shown["bills"][0][1], 2);
    assert_eq!(zone.statuses("818", &parcel.declaration.key()), [2]);
    zone.is_sound();
}

#[test]
fn a_year_that_would_pass_26_000_is_refused_by_its_code() {
    let zone = Zone::open();
    used_before(&zone);
    // 24,800 are used: 1,200 more fit, 1,260 do not.
    let parcel = bought(2, "2026-10-05T09:58")
        .buyer(person(1))
        .lines(vec![Bought::new(testkit::goods::SHAVER, 4)])
        .papers();
    let told = zone.declares(parcel.papers(), "2026-10-05T10:00");
    assert_eq!(told.exit, 1);
    let list = told.about("621");
    assert_eq!(list["state"], "-621018");
    assert_eq!(codes(list), ["quota.year"]);
    assert_eq!(list["problems"][0]["owner"], "buyer");
    assert!(
        !list.to_string().contains("24800") && !list.to_string().contains("24,800"),
        "what the person used is the person's own"
    );
    zone.is_sound();
}

#[test]
fn a_draft_with_another_limit_lists_what_would_have_come_out_otherwise() {
    let zone = Zone::open();
    zone.releases(&Parcel::lawful(1), "2026-10-05T10:00");
    zone.releases(&Parcel::lawful(2), "2026-10-05T10:00");
    let same = zone.run(&["replay"]);
    assert_eq!((same.exit, same.lines[0]["same"].as_i64()), (0, Some(2)));

    let draft = zone.folder.join("draft");
    let written = std::process::Command::new(env!("CARGO_BIN_EXE_chama"))
        .args(["definitions", "write"])
        .arg(&draft)
        .output()
        .unwrap();
    assert!(written.status.success());
    let rules = draft.join("rules/import-retail.toml");
    let text = fs::read_to_string(&rules).unwrap();
    fs::write(&rules, text.replace("\"5000.00\"", "\"400.00\"")).unwrap();
    let told = zone.run(&["replay", "--rules", draft.to_str().unwrap()]);
    assert_eq!(told.exit, 0, "differences are what was asked for");
    assert_eq!(told.lines.len(), 2);
    assert_eq!(told.lines[0]["key"], Parcel::lawful(1).order.key());
    assert!(told.lines[0].to_string().contains("quota.single"));
    assert_eq!(told.lines[1]["differing"], 1);
    zone.is_sound();
}

#[test]
fn business_time_does_not_go_back() {
    let zone = Zone::open();
    zone.releases(&Parcel::lawful(1), "2026-10-05T10:30");
    let papers = zone.writes(Parcel::lawful(2).papers());
    for words in [
        ["declare", &papers, "--at", "2026-10-05T10:29:59"],
        [
            "setup",
            zone.folder.join("setup.toml").to_str().unwrap(),
            "--at",
            "2026-10-04",
        ],
    ] {
        let told = zone.run(&words);
        assert_eq!(told.exit, 2, "{told:#?}");
        assert!(told.aside.contains("2026-10-05"), "{}", told.aside);
    }
    let decided = zone.decides("x/y", "release", "officer.checked", "2026-10-05T09:00");
    assert_eq!(decided.exit, 2);
    assert_eq!(zone.run(&["show", &Parcel::lawful(2).order.key()]).exit, 1);
    zone.releases(&Parcel::lawful(2), "2026-10-05T10:30");
}
