//! What holds a list up and what lets it go on: papers that are late, a guarantee that is short.

use clearance::acts::Taken;
use testkit::{
    Parcel, Purchase,
    cast::{E1, S2, person},
    goods::{FORMULA, HONEY},
};
use values::Fen;

use crate::{
    centre::{Centre, bought, codes},
    sentences,
};

/// Takes all papers of a parcel but the payment.
fn unpaid(centre: &mut Centre, parcel: &Parcel) {
    for answer in centre.takes_all([&parcel.order, &parcel.waybill, &parcel.declaration]) {
        assert_eq!(answer.taken, Taken::Accepted, "{:?}", answer.findings);
    }
}

#[test]
fn a_list_waits_for_its_payment_by_name_and_clears_without_being_sent_again() {
    let mut centre = Centre::open_with(&testkit::setup_toml(0), "2026-11-11T00:20");
    let parcel = bought(1, "2026-11-11T00:10").papers();
    unpaid(&mut centre, &parcel);
    let shown = centre.shown(&parcel.order.key());
    assert_eq!(shown.state, "2");
    assert_eq!(shown.missing, ["411"]);
    assert_eq!(centre.told(&parcel.order), ["match.payment-missing"]);

    centre.at("2026-11-11T02:20");
    centre.takes(&parcel.payment);
    assert_eq!(centre.state(&parcel.order), "800");
    assert_eq!(
        centre.statuses("622", &parcel.declaration.key()),
        [2, 3, 120, 399, 800]
    );
}

#[test]
fn each_paper_that_is_missing_is_named() {
    let parcel = Parcel::lawful(1);
    let cases = [
        (
            "311",
            [&parcel.payment, &parcel.waybill],
            "match.order-missing",
        ),
        (
            "411",
            [&parcel.order, &parcel.waybill],
            "match.payment-missing",
        ),
        (
            "511",
            [&parcel.order, &parcel.payment],
            "match.waybill-missing",
        ),
    ];
    for (message, there, code) in cases {
        let mut centre = Centre::open();
        centre.takes_all(there);
        centre.takes(&parcel.declaration);
        let shown = centre.shown(&parcel.order.key());
        assert_eq!(
            (&*shown.state, &*shown.missing),
            ("2", &[message.to_owned()][..])
        );
        centre.at("2026-10-08T10:00");
        assert_eq!(centre.state(&parcel.order), "100");
        assert_eq!(centre.told(&parcel.order), [code]);
    }
}

#[test]
fn two_hours_of_late_payments_free_every_list_that_waited() {
    let mut centre = Centre::open_with(&testkit::setup_toml(20), "2026-11-11T00:20");
    let parcels: Vec<Parcel> = (1..=10)
        .map(|n| bought(n, "2026-11-11T00:10").papers())
        .collect();
    for parcel in &parcels {
        unpaid(&mut centre, parcel);
    }
    centre.at("2026-11-11T02:20");
    let payments: Vec<_> = parcels
        .iter()
        .map(|parcel| parcel.payment.clone())
        .collect();
    centre.takes_text(&testkit::batch(&payments));
    for parcel in &parcels {
        assert_eq!(centre.state(&parcel.order), "800");
    }
}

#[test]
fn a_list_is_given_up_when_its_72_hours_are_over_and_not_a_second_before() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    unpaid(&mut centre, &parcel);
    centre.at("2026-10-08T09:59:59");
    assert_eq!(centre.state(&parcel.order), "2");
    centre.at("2026-10-08T10:00");
    assert_eq!(centre.state(&parcel.order), "100");
    assert_eq!(centre.told(&parcel.order), ["match.payment-missing"]);
    let last = centre.receipts("622", &parcel.declaration.key()).pop();
    assert!(
        centre
            .field(&last.unwrap(), "returnInfo")
            .starts_with("[Code:"),
        "customs' own form"
    );
}

#[test]
fn what_was_waited_for_in_vain_is_told_as_over_with_what_to_do() {
    let parcel = Parcel::lawful(1);
    for (at, paper) in ["订单", "支付单", "运单"].into_iter().enumerate() {
        let mut centre = Centre::open();
        for (other, paper) in parcel.papers().into_iter().enumerate() {
            if other != at {
                centre.takes(paper);
            }
        }
        let waiting = sentences::told(&centre, &parcel.order);
        assert!(
            waiting[0].0.starts_with(&format!("等{paper}")),
            "{waiting:?}"
        );
        assert!(waiting[0].1.contains("不必重报"), "{waiting:?}");
        centre.at("2026-10-08T10:00");
        let over = sentences::told(&centre, &parcel.order);
        let (sentence, remedy) = &over[0];
        assert!(sentence.starts_with("72 小时内"), "{sentence}");
        assert!(sentence.contains(&format!("缺{paper}退单")), "{sentence}");
        assert!(remedy.contains("重新申报"), "{remedy}");
        let last = centre.receipts("622", &parcel.declaration.key()).pop();
        let info = centre.field(&last.unwrap(), "returnInfo");
        assert!(info.contains(sentence.as_str()), "{info}");
    }
}

#[test]
fn a_list_that_was_given_up_is_decided_anew_when_it_is_sent_again() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    unpaid(&mut centre, &parcel);
    centre.at("2026-10-09T08:00");
    assert_eq!(centre.takes(&parcel.payment).taken, Taken::Accepted);
    let shown = centre.shown(&parcel.order.key());
    assert_eq!(&*shown.state, "100", "too late by itself");
    assert_eq!(shown.missing, [""; 0], "it has come");
    let over = sentences::told(&centre, &parcel.order);
    assert!(over[0].1.contains("重新申报"), "{over:?}");
    assert_eq!(centre.takes(&parcel.declaration).taken, Taken::Repeated);
    assert_eq!(centre.state(&parcel.order), "100", "the stored answer");
    let again = parcel.declaration.clone().at("20261009080000");
    assert_eq!(centre.takes(&again).taken, Taken::Accepted);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn a_corrected_list_waits_its_72_hours_anew() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    unpaid(&mut centre, &parcel);
    centre.at("2026-10-07T22:00");
    let corrected = parcel
        .declaration
        .clone()
        .set("note", "更正")
        .at("20261007220000")
        .change();
    assert_eq!(centre.takes(&corrected).taken, Taken::Accepted);
    centre.at("2026-10-10T21:59:59");
    assert_eq!(centre.state(&parcel.order), "2");
    centre.at("2026-10-10T22:00");
    assert_eq!(centre.state(&parcel.order), "100");
}

/// The stories' setup with that much guarantee of each firm.
fn guaranteed(amount: &str) -> String {
    let setup = testkit::setup_toml(0);
    assert!(setup.contains("amount = \"500000.00\""));
    setup.replace("amount = \"500000.00\"", &format!("amount = \"{amount}\""))
}

#[test]
fn a_short_guarantee_makes_a_list_wait_at_120_and_more_of_it_releases_the_list() {
    let mut centre = Centre::open_with(&guaranteed("39.67"), "2026-10-05T10:00");
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "120");
    assert_eq!(centre.told(&parcel.order), ["guarantee.short"]);
    assert_eq!(centre.frozen(E1), Fen::ZERO);
    assert_eq!(centre.used(&person(1), 2026), Fen(43_600), "reserved");
    assert_eq!(centre.stock(&FORMULA), 1194, "reserved");
    assert_eq!(centre.in_book(&FORMULA), 1196, "still there");

    centre.at("2026-10-20T09:00");
    let changed = centre.sets_up(&guaranteed("39.68")).unwrap();
    assert_eq!(changed.freed, 1);
    assert_eq!(centre.state(&parcel.order), "800");
    assert_eq!(
        centre.statuses("622", &parcel.declaration.key()),
        [2, 3, 120, 399, 800]
    );
    assert_eq!(centre.frozen(E1), Fen(3968));
    assert_eq!(centre.tax(E1, "2026-10-20"), Fen(3968));
    assert_eq!(centre.in_book(&FORMULA), 1194);

    // Day 31 counts from the release.
    centre.at("2026-11-19T23:59:59");
    assert_eq!(centre.state(&parcel.order), "800");
    centre.at("2026-11-20T00:00");
    assert_eq!(centre.state(&parcel.order), "899");
}

#[test]
fn a_guarantee_that_reaches_for_one_frees_the_oldest_first() {
    let mut centre = Centre::open_with(&guaranteed("0.00"), "2026-10-05T10:00");
    let parcels = [1, 10, 19].map(Parcel::lawful);
    for parcel in &parcels {
        centre.takes_parcel(parcel);
        assert_eq!(centre.state(&parcel.order), "120");
    }
    let changed = centre.sets_up(&guaranteed("60.00")).unwrap();
    let states = parcels.each_ref().map(|parcel| centre.state(&parcel.order));
    assert_eq!(changed.freed, 1 + usize::from(states[1] == "800"));
    assert_eq!(states[0], "800");
    assert_eq!(states[2], "120");
    centre.sets_up(&guaranteed("500000.00")).unwrap();
    for parcel in &parcels {
        assert_eq!(centre.state(&parcel.order), "800");
    }
}

#[test]
fn another_firms_guarantee_frees_nobody() {
    let mut centre = Centre::open_with(&guaranteed("0.00"), "2026-10-05T10:00");
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let other = format!(
        "[[guarantee]]\nfirm = \"{}\"\namount = \"900.00\"\n",
        S2.code
    );
    assert_eq!(centre.sets_up(&other).unwrap().freed, 0);
    assert_eq!(centre.state(&parcel.order), "120");
}

#[test]
fn tax_that_was_collected_frees_the_guarantee_for_the_next_parcel() {
    let mut centre = Centre::open_with(&guaranteed("39.68"), "2026-10-05T10:00");
    let first = Parcel::lawful(1);
    centre.takes_parcel(&first);
    assert_eq!(centre.state(&first.order), "800");
    let next = Purchase::lawful(10).papers();
    centre.takes_parcel(&next);
    assert_eq!(centre.state(&next.order), "120");
    // The first is collected on day 31: what it froze is free, and the next goes on.
    centre.at("2026-11-05T00:00");
    assert_eq!(centre.state(&first.order), "899");
    assert_eq!(centre.state(&next.order), "800");
}

#[test]
fn a_guarantor_that_never_put_anything_down_is_refused() {
    let setup = testkit::setup_toml(0);
    let without = setup.split("[[guarantee]]").next().unwrap();
    let settings = setup.split("[settings]").nth(1).unwrap();
    let mut centre = Centre::open_with(
        &format!("{without}\n[settings]{settings}"),
        "2026-10-05T10:00",
    );
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "100");
    assert_eq!(centre.told(&parcel.order), ["guarantee.unknown"]);
    assert_eq!(centre.used(&person(1), 2026), Fen::ZERO);
}

#[test]
fn stock_that_was_raised_lets_the_same_list_in() {
    let mut centre = Centre::open();
    let parcel = Purchase::lawful(2)
        .lines(vec![testkit::Bought::new(testkit::goods::DRYER, 2)])
        .papers();
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "100");
    assert_eq!(centre.told(&parcel.order), ["book.stock-short"]);
    let more = testkit::setup_toml(0).replace("stock = \"1\"", "stock = \"2\"");
    centre.sets_up(&more).unwrap();
    let again = parcel.declaration.clone().at("20261005095900");
    centre.takes(&again);
    assert_eq!(centre.state(&parcel.order), "800");
    assert_eq!(centre.stock(&testkit::goods::DRYER), 0);
    assert_eq!(centre.stock(&HONEY), 1196);
}

#[test]
fn a_late_start_of_the_clock_frees_waiting_lists_as_one_that_never_stood_still() {
    // Enough for one list at a time: each is collected on day 31 and lets the next one go on.
    let parcels = [1, 10, 19, 28].map(Parcel::lawful);
    let ends = [true, false].map(|steadily| {
        let mut centre = Centre::open_with(&guaranteed("45.00"), "2026-10-05T10:00");
        for parcel in &parcels {
            centre.takes_parcel(parcel);
        }
        if steadily {
            for day in ["2026-11-05", "2026-12-06", "2027-01-06", "2027-02-06"] {
                centre.at(day);
            }
        }
        centre.at("2027-03-20");
        parcels.each_ref().map(|parcel| {
            let receipts = centre.receipts("622", &parcel.declaration.key());
            let told = receipts.iter().map(|one| (one.said.status, one.said.at));
            told.collect::<Vec<_>>()
        })
    });
    assert_eq!(ends[0][3].last().unwrap().0, 899);
    assert_eq!(ends[0], ends[1]);
}

#[test]
fn neither_guarantee_nor_stock_sinks_below_what_is_promised() {
    let mut centre = Centre::open();
    centre.takes_parcel(&Parcel::lawful(1));
    let accounts = centre.accounts();
    let refused = centre.sets_up(&guaranteed("39.67")).unwrap_err();
    assert_eq!(codes(&refused)[0], "setup.promised");
    assert!(refused[0].paper.line.is_some(), "{refused:#?}");
    // With what else stands against the file, all at once.
    let also = guaranteed("39.67") + "\n[[watch]]\nhs = \"99\"\nrate = \"0.5\"\n";
    let refused = centre.sets_up(&also).unwrap_err();
    let told = codes(&refused);
    let said = |code: &str| told.iter().any(|one| one == code);
    assert!(said("setup.promised") && said("setup.hs-unknown"));
    assert_eq!(centre.accounts(), accounts);
    centre.sets_up(&guaranteed("39.68")).unwrap();
    let less = testkit::setup_toml(0).replace("stock = \"1196\"", "stock = \"1\"");
    let refused = centre.sets_up(&less).unwrap_err();
    assert_eq!(codes(&refused), ["setup.promised"], "two cans are gone");
    let all = testkit::setup_toml(0).replace("stock = \"1196\"", "stock = \"2\"");
    centre.sets_up(&all).unwrap();
    assert_eq!(centre.stock(&FORMULA), 0);
}
