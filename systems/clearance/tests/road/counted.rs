//! M14 of direct purchase: what the site counted in (711) and what the list says it came by.

use clearance::acts::{Act, Taken};
use testkit::{
    Bought, Mode, Paper, Parcel, Purchase,
    cast::{E1, person},
    goods::{FORMULA, TOWEL},
};
use values::{Fen, Finding, Weight};

use crate::centre::{Centre, codes};

fn direct() -> Parcel {
    let purchase = Purchase::lawful(1).mode(Mode::Direct);
    purchase.lines(vec![Bought::new(FORMULA, 1)]).papers()
}

/// The arrival of that parcel with something in it said otherwise.
fn counted_as(parcel: &Parcel, field: &'static str, value: &str) -> Paper {
    parcel.arrival("20261005095800").set(field, value)
}

#[test]
fn a_list_of_another_voyage_or_bill_than_was_counted_in_is_returned() {
    for (field, value) in [("voyageNo", "TS20261001"), ("billNo", "TD0001")] {
        let mut centre = Centre::open();
        let parcel = direct();
        let arrival = counted_as(&parcel, field, value);
        assert_eq!(centre.takes(&arrival).taken, Taken::Accepted);
        centre.takes_parcel(&parcel);
        assert_eq!(centre.state(&parcel.order), "100");
        let told = centre.shown(&parcel.order.key()).findings;
        assert_eq!(codes(&told), ["match.arrival-differs"]);
        assert_eq!(
            (&*told[0].field, told[0].want.as_deref()),
            (field, Some(value))
        );
        assert_eq!(centre.used(&person(1), 2026), Fen::ZERO);
    }
}

#[test]
fn a_list_that_agrees_clears_and_so_does_one_nobody_counted_in_yet() {
    for counted in [true, false] {
        let mut centre = Centre::open();
        let parcel = direct();
        if counted {
            centre.takes(&parcel.arrival("20261005095800"));
        }
        centre.takes_parcel(&parcel);
        assert_eq!(centre.state(&parcel.order), "800");
    }
}

#[test]
fn an_arrival_of_other_waybills_says_nothing_of_this_one() {
    let mut centre = Centre::open();
    let parcel = direct();
    let other = counted_as(&parcel, "voyageNo", "TS20261001");
    let other = other.line(1).set("logisticsNo", "YD-OTHER").head();
    assert_eq!(centre.takes(&other).taken, Taken::Accepted);
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn an_arrival_that_was_corrected_or_deleted_objects_no_more() {
    for app_type in ["2", "3"] {
        let mut centre = Centre::open();
        let parcel = direct();
        centre.takes(&counted_as(&parcel, "billNo", "TD0001"));
        let later = parcel.arrival("20261005095900").set("appType", app_type);
        assert_eq!(centre.takes(&later).taken, Taken::Accepted);
        centre.takes_parcel(&parcel);
        assert_eq!(centre.state(&parcel.order), "800");
    }
}

#[test]
fn an_arrival_that_comes_while_an_officer_looks_has_the_list_judged_anew() {
    let mut centre = Centre::open();
    let purchase = Purchase::lawful(1).mode(Mode::Direct);
    let parcel = purchase.lines(vec![Bought::new(TOWEL, 1)]).papers();
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "300");
    centre.takes(&parcel.arrival("20261005095800"));
    assert_eq!(
        centre.statuses("622", &parcel.declaration.key()),
        [2, 3, 120, 300],
        "one that agrees changes nothing"
    );
    let change = counted_as(&parcel, "billNo", "TD0001").change();
    centre.takes(&change.at("20261005095900"));
    assert_eq!(centre.state(&parcel.order), "100");
    assert_eq!(centre.told(&parcel.order), ["match.arrival-differs"]);
    assert_eq!(centre.frozen(E1), Fen::ZERO);
    let late = centre.decides(&parcel.order.key(), Act::Release, "officer.checked");
    assert_eq!(late.unwrap_err(), "officer.move");
}

#[test]
fn an_arrival_that_differs_from_a_released_list_is_taken_with_a_note() {
    let mut centre = Centre::open();
    let parcel = direct();
    centre.takes_parcel(&parcel);
    let arrival = counted_as(&parcel, "billNo", "TD0001");
    let answer = centre.takes(&arrival);
    assert_eq!(answer.taken, Taken::Accepted);
    let note = |findings: &[Finding]| {
        let found = findings
            .iter()
            .find(|finding| finding.code == "match.arrival-differs");
        let found = found.expect("it is told");
        assert_eq!((found.weight, found.paper.item), (Weight::Note, Some(1)));
        assert_eq!(found.seen.as_deref(), Some("TD0001"));
    };
    note(&answer.findings);
    let receipt = centre.receipts("712", &arrival.key()).pop().unwrap();
    note(&receipt.said.findings);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn an_arrival_that_counts_a_waybill_twice_is_refused_at_the_second() {
    let mut centre = Centre::open();
    let parcel = direct();
    let twice = parcel.arrival("20261005095800").another_line();
    let answer = centre.takes(&twice.line(2).set("gnum", "2").head());
    centre.refused(&answer, "arrival.twice", -800_003);
    let told = &answer.findings[0];
    assert_eq!((&*told.field, told.paper.item), ("logisticsNo", Some(2)));
    // It counted nothing.
    let again = parcel.arrival("20261005095900");
    assert_eq!(centre.takes(&again).taken, Taken::Accepted);
}

#[test]
fn a_waybill_that_another_arrival_counted_is_told_and_one_that_agrees_is_enough() {
    let mut centre = Centre::open();
    let parcel = direct();
    centre.takes(&parcel.arrival("20261005095800"));
    let other = counted_as(&parcel, "voyageNo", "TS20261001").set("copNo", "RK-OTHER");
    let answer = centre.takes(&other);
    assert_eq!(answer.taken, Taken::Accepted);
    let told = |finding: &&Finding| finding.code == "arrival.before";
    let told = answer.findings.iter().find(told).expect("it is told");
    assert_eq!(told.weight, Weight::Note);
    let receipt = centre.receipts("712", &other.key()).pop().unwrap();
    let noted = &receipt.said.findings;
    assert!(noted.iter().any(|note| note.code == "arrival.before"));
    // Whichever came first: papers in any order end in one state.
    let mut turned = Centre::open();
    turned.takes_all([&other, &parcel.arrival("20261005095800")]);
    turned.takes_parcel(&parcel);
    assert_eq!(turned.state(&parcel.order), "800");
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "800", "one agrees");
    // A tally that is said again in other words counts its own waybills.
    let changed = counted_as(&parcel, "note", "更正").at("20261005095900");
    let mut alone = Centre::open();
    alone.takes(&parcel.arrival("20261005095800"));
    let answer = alone.takes(&changed.change());
    assert_eq!(answer.taken, Taken::Accepted);
    let told = |one: &Finding| one.code == "arrival.before";
    assert!(!answer.findings.iter().any(told));
}

#[test]
fn what_another_arrival_counted_stands_when_the_first_is_deleted_or_drops_the_waybill() {
    for app_type in ["3", "2"] {
        let mut centre = Centre::open();
        let parcel = direct();
        let first = parcel.arrival("20261005095800");
        centre.takes(&first);
        centre.takes(&counted_as(&parcel, "voyageNo", "TS20261001").set("copNo", "RK-OTHER"));
        let gone = first.at("20261005095900").set("appType", app_type);
        let gone = match app_type {
            "2" => gone.line(1).set("logisticsNo", "YD-OTHER").head(),
            _ => gone,
        };
        assert_eq!(centre.takes(&gone).taken, Taken::Accepted);
        centre.takes_parcel(&parcel);
        assert_eq!(centre.state(&parcel.order), "100");
        assert_eq!(centre.told(&parcel.order), ["match.arrival-differs"]);
    }
}

#[test]
fn a_list_with_an_officer_is_judged_anew_when_the_arrival_that_agreed_is_deleted() {
    let mut centre = Centre::open();
    let purchase = Purchase::lawful(1).mode(Mode::Direct);
    let parcel = purchase.lines(vec![Bought::new(TOWEL, 1)]).papers();
    let first = parcel.arrival("20261005095800");
    centre.takes(&first);
    centre.takes(&counted_as(&parcel, "billNo", "TD0001").set("copNo", "RK-OTHER"));
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "300");
    centre.takes(&first.at("20261005095900").set("appType", "3"));
    assert_eq!(centre.state(&parcel.order), "100");
}
