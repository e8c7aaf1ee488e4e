//! The same document again: what was refused gets the answer it had, and what ended is free.

use clearance::acts::Taken;
use testkit::{Paper, Parcel};
use values::Fen;

use crate::centre::{Centre, codes};

/// Sent again, it is refused for the same and leaves no other receipt.
fn is_answered_again(centre: &mut Centre, paper: &Paper) {
    let first = centre.takes(paper);
    assert_eq!(first.taken, Taken::Refused, "{first:?}");
    let receipts = centre.receipt_count();
    for _ in 0..2 {
        let again = centre.takes(paper);
        assert_eq!(again.taken, Taken::Refused);
        assert_eq!(codes(&again.findings), codes(&first.findings));
        assert_eq!(again.home, first.home);
    }
    assert_eq!(centre.receipt_count(), receipts, "one paper, one answer");
}

#[test]
fn the_same_refused_paper_again_gets_its_stored_answer() {
    let parcel = Parcel::lawful(1);
    for paper in [
        parcel.order.clone().paid("475.69"),
        parcel.payment.clone().set("currency", "502"),
        parcel.waybill.clone().set("packNo", "2"),
        parcel.declaration.clone().set("netWeight", "9"),
        parcel.withdrawal("88052026I000000001", "20261005095900"),
        parcel.return_of("88052026I000000001", "20261005095900", 1, 1),
    ] {
        let mut centre = Centre::open();
        let paper = match paper.shape().number {
            "623" | "625" => paper.set("appType", "9"),
            _ => paper,
        };
        is_answered_again(&mut centre, &paper);
    }
}

#[test]
fn a_refused_change_or_deletion_again_gets_its_stored_answer() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    for app_type in ["2", "3"] {
        for paper in parcel.papers() {
            let late = paper.clone().at("20261005095900").set("note", "更正");
            is_answered_again(&mut centre, &late.set("appType", app_type));
        }
    }
    let wrong = parcel.order.clone().at("20261005095930").paid("475.69");
    is_answered_again(&mut centre, &wrong.change());
}

#[test]
fn a_paper_without_a_key_again_leaves_no_second_900() {
    let mut centre = Centre::open();
    let paper = Parcel::lawful(1).declaration.drop("agentCode");
    is_answered_again(&mut centre, &paper);
}

#[test]
fn a_refused_paper_keeps_its_answer_when_a_right_one_stands_beside_it() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let wrong = parcel.order.clone().paid("475.69");
    let first = centre.takes(&wrong);
    centre.takes_parcel(&parcel);
    let again = centre.takes(&wrong);
    assert_eq!(again.taken, Taken::Refused);
    assert_eq!(codes(&again.findings), codes(&first.findings));
    assert_eq!(centre.statuses("312", &wrong.key()), [100, 2]);
    assert_eq!(centre.takes(&parcel.order).taken, Taken::Repeated);
}

#[test]
fn the_same_content_under_another_time_is_judged_anew_after_a_refusal() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let wrong = parcel.order.clone().paid("475.69");
    centre.takes(&wrong);
    let receipts = centre.receipt_count();
    let again = centre.takes(&wrong.clone().at("20261005095900"));
    assert_eq!(again.taken, Taken::Refused);
    assert_eq!(centre.receipt_count(), receipts + 1, "another document");
}

#[test]
fn what_others_can_put_right_passes_when_they_have() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let change = parcel.order.clone().at("20261005095900").change();
    is_answered_again(&mut centre, &change);
    centre.takes(&parcel.order);
    assert_eq!(
        centre.takes(&change).taken,
        Taken::Repeated,
        "the same content"
    );
    let other = change.set("buyerRegNo", "U999");
    assert_eq!(centre.takes(&other).taken, Taken::Accepted);
}

#[test]
fn a_firm_filed_since_lets_the_same_paper_in() {
    let setup = testkit::setup_toml(0);
    let strange = setup.replace(testkit::cast::P1.code, "91350100M000100Y43");
    let mut centre = Centre::open_with(&strange, "2026-10-05T10:00");
    let parcel = Parcel::lawful(1);
    is_answered_again(&mut centre, &parcel.order);
    centre.sets_up(&setup).unwrap();
    assert_eq!(centre.takes(&parcel.order).taken, Taken::Accepted);
}

#[test]
fn a_withdrawn_list_that_is_sent_again_is_judged_afresh() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let number = centre.list_number(&parcel.order);
    centre.takes(&parcel.withdrawal(&number, "20261005095900"));
    assert_eq!(
        centre.takes(&parcel.declaration).taken,
        Taken::Repeated,
        "the same document has its answer"
    );
    assert_eq!(centre.state(&parcel.order), "withdrawn");
    let again = parcel.declaration.clone().at("20261005095930");
    assert_eq!(centre.takes(&again).taken, Taken::Accepted);
    assert_eq!(centre.state(&parcel.order), "800");
    assert_ne!(centre.list_number(&parcel.order), number, "another list");
    assert_eq!(centre.used(&testkit::cast::person(1), 2026), Fen(43_600));
    assert_eq!(centre.takes(&again).taken, Taken::Repeated);
}

#[test]
fn a_withdrawn_list_is_final_and_not_changed() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let number = centre.list_number(&parcel.order);
    centre.takes(&parcel.withdrawal(&number, "20261005095900"));
    let change = parcel.declaration.clone().set("note", "更正").change();
    let answer = centre.takes(&change.at("20261005095930"));
    assert_eq!(codes(&answer.findings), ["doc.fixed"]);
    // The papers beside it depend on no list any more.
    let order = parcel.order.clone().set("buyerRegNo", "U999").change();
    let answer = centre.takes(&order.at("20261005095930"));
    assert_eq!(answer.taken, Taken::Accepted);
}
