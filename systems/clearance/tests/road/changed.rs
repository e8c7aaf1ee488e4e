//! Changes while a list is judged and not decided: it is judged anew, and holds nothing twice.

use clearance::acts::{Act, Taken};
use testkit::{
    Bought, Mode, Parcel, Purchase,
    cast::{E1, person},
    goods::{FORMULA, TOWEL},
};
use values::Fen;

use crate::centre::{Centre, codes};

/// The stories' setup with that much guarantee of each firm.
fn guaranteed(amount: &str) -> String {
    testkit::setup_toml(0).replace("500000.00", amount)
}

/// A parcel that an officer has to look at.
fn looked_at(n: u64) -> Parcel {
    let purchase = Purchase::lawful(n).mode(Mode::Direct);
    purchase.lines(vec![Bought::new(TOWEL, 1)]).papers()
}

#[test]
fn a_list_that_waits_for_its_guarantee_can_be_changed_and_holds_nothing_twice() {
    let mut centre = Centre::open_with(&guaranteed("1.00"), "2026-10-05T10:00");
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "120");
    let number = centre.list_number(&parcel.order);
    let change = parcel.declaration.clone().set("note", "更正").change();
    let change = change.at("20261005095900");
    assert_eq!(centre.takes(&change).taken, Taken::Accepted);
    assert_eq!(centre.state(&parcel.order), "120");
    assert_eq!(
        centre.statuses("622", &change.key()),
        [2, 3, 120, 2, 3, 120]
    );
    assert_eq!(centre.list_number(&parcel.order), number, "the same list");
    assert_eq!(centre.used(&person(1), 2026), Fen(43_600), "reserved once");
    assert_eq!(centre.stock(&FORMULA), 1194, "reserved once");
    assert_eq!(centre.sets_up(&guaranteed("500000.00")).unwrap().freed, 1);
    assert_eq!(centre.state(&parcel.order), "800");
    assert_eq!(centre.used(&person(1), 2026), Fen(43_600));
    assert_eq!(centre.frozen(E1), Fen(3968));
}

#[test]
fn a_list_with_an_officer_can_be_changed_and_comes_before_the_officer_again() {
    let mut centre = Centre::open();
    let parcel = looked_at(1);
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "300");
    let accounts = centre.accounts();
    for (second, paper) in parcel.papers().into_iter().enumerate() {
        let change = paper.clone().set("note", "更正").change();
        let change = change.at(format!("2026100509590{second}"));
        assert_eq!(centre.takes(&change).taken, Taken::Accepted);
        assert_eq!(centre.state(&parcel.order), "300");
        assert_eq!(centre.accounts(), accounts, "held once");
    }
    centre
        .decides(&parcel.order.key(), Act::Release, "officer.checked")
        .unwrap();
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn a_change_that_no_longer_agrees_returns_the_list_and_gives_everything_back() {
    let stranger = person(9);
    for at in 0..4 {
        let mut centre = Centre::open();
        let parcel = looked_at(1);
        centre.takes_parcel(&parcel);
        let paper = parcel.papers()[at].clone();
        let other = match paper.shape().number {
            "511" => paper.consignee(&stranger),
            _ => paper.buyer(&stranger),
        };
        let other = other.change().at("20261005095900");
        assert_eq!(centre.takes(&other).taken, Taken::Accepted);
        assert_eq!(centre.state(&parcel.order), "100", "paper {at}");
        assert_eq!(centre.used(&person(1), 2026), Fen::ZERO);
        assert_eq!(centre.used(&stranger, 2026), Fen::ZERO);
        assert_eq!(centre.frozen(E1), Fen::ZERO);
    }
}

#[test]
fn a_changed_list_that_needs_less_guarantee_lets_the_next_one_go_on() {
    let mut centre = Centre::open_with(&guaranteed("39.68"), "2026-10-05T10:00");
    let officer = looked_at(2);
    centre.takes_parcel(&officer);
    assert_eq!(centre.state(&officer.order), "300");
    let next = Parcel::lawful(1);
    centre.takes_parcel(&next);
    assert_eq!(centre.state(&next.order), "120", "too little is left");
    let spoilt = officer.declaration.clone().buyer(&person(9)).change();
    centre.takes(&spoilt.at("20261005095900"));
    assert_eq!(centre.state(&officer.order), "100");
    assert_eq!(centre.state(&next.order), "800");
}

#[test]
fn a_list_under_inspection_cannot_be_changed() {
    let watch = "[[watch]]\nhs = \"1901\"\nrate = \"1\"\n";
    let mut centre = Centre::open_with(&(testkit::setup_toml(0) + watch), "2026-10-05T10:00");
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "500");
    for paper in parcel.papers() {
        let change = paper.clone().set("note", "更正").change();
        let answer = centre.takes(&change.at("20261005095900"));
        assert_eq!(codes(&answer.findings), ["doc.fixed"]);
    }
    assert_eq!(centre.state(&parcel.order), "500");
}

#[test]
fn a_paper_of_a_judged_list_cannot_be_deleted() {
    let mut centre = Centre::open();
    let parcel = looked_at(1);
    centre.takes_parcel(&parcel);
    for paper in parcel.papers() {
        let deletion = paper.clone().at("20261005095900").set("appType", "3");
        assert_eq!(codes(&centre.takes(&deletion).findings), ["doc.fixed"]);
    }
    assert_eq!(centre.state(&parcel.order), "300");
}

#[test]
fn a_change_while_the_list_waits_for_its_guarantee_escapes_no_draw() {
    let half = guaranteed("0.00").replace(
        "\"inspection.random\" = \"0\"",
        "\"inspection.random\" = \"0.5\"",
    );
    let mut centre = Centre::open_with(&half, "2026-10-05T10:00");
    let parcels: Vec<Parcel> = (0..8).map(|n| Parcel::lawful(1 + 9 * n)).collect();
    let drawn = |centre: &Centre, parcel: &Parcel| {
        centre
            .told(&parcel.order)
            .contains(&"inspect.drawn".to_owned())
    };
    let mut before = Vec::new();
    for parcel in &parcels {
        centre.takes_parcel(parcel);
        before.push(drawn(&centre, parcel));
    }
    assert!(before.contains(&true) && before.contains(&false));
    for (parcel, before) in parcels.iter().zip(before) {
        let change = parcel.declaration.clone().set("note", "更正").change();
        centre.takes(&change.at("20261005095900"));
        assert_eq!(centre.state(&parcel.order), "120");
        assert_eq!(drawn(&centre, parcel), before);
    }
}
