//! Numbers that serve once: a waybill, a payment, an agent's own number, the list of an order.

use clearance::acts::{Act, Taken};
use testkit::{Parcel, Purchase, cast::P2};

use crate::centre::Centre;

#[test]
fn two_lists_on_one_waybill_are_one_too_many() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let other = Purchase {
        platform: P2,
        ..Purchase::lawful(1)
    };
    let other = other
        .papers()
        .declaration
        .set("copNo", "QD-P2")
        .set("logisticsNo", parcel.waybill.get("logisticsNo").unwrap());
    let answer = centre.takes(&other);
    centre.refused(&answer, "waybill.used", 100);
    assert!(
        centre
            .maybe_shown(&other.key())
            .is_none_or(|shown| shown.state != "800")
    );
}

#[test]
fn a_second_list_of_another_number_is_refused_while_the_first_lives() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let second = parcel
        .declaration
        .clone()
        .set("copNo", "QD-SECOND")
        .set("logisticsNo", "LS-OTHER");
    // While it waits and when it is released.
    centre.takes(&parcel.declaration);
    let answer = centre.takes(&second);
    centre.refused(&answer, "list.second", -621_004);
    centre.takes_all([&parcel.order, &parcel.payment, &parcel.waybill]);
    let answer = centre.takes(&second);
    centre.refused(&answer, "list.second", -621_004);
    assert_eq!(centre.state(&parcel.order), "800");
    assert_eq!(
        centre.statuses("622", &parcel.declaration.key()),
        [2, 3, 120, 399, 800],
        "the first hears nothing of it"
    );
}

#[test]
fn an_agents_number_serves_one_order() {
    let mut centre = Centre::open();
    let (first, second) = (Parcel::lawful(1), Parcel::lawful(10));
    centre.takes(&first.declaration);
    let number = first.declaration.get("copNo").unwrap();
    let answer = centre.takes(&second.declaration.clone().set("copNo", number));
    centre.refused(&answer, "doc.conflict", -621_004);
}

#[test]
fn an_agents_number_of_a_return_or_a_withdrawal_serves_one_order_too() {
    let mut centre = Centre::open();
    centre.at("2026-10-12T11:00");
    let (first, second) = (Parcel::lawful(1), Parcel::lawful(10));
    centre.takes_parcel(&first);
    centre.takes_parcel(&second);
    let lists = [&first, &second].map(|parcel| centre.list_number(&parcel.order));
    let asks = |parcel: &Parcel, list: &str, message: &str| match message {
        "625" => parcel.return_of(list, "20261012100000", 1, 1),
        _ => parcel.withdrawal(list, "20261012100000"),
    };
    for (message, code) in [("625", -625_033), ("623", -623_009)] {
        let mine = asks(&first, &lists[0], message);
        let number = mine.get("copNo").unwrap();
        let other = asks(&second, &lists[1], message).set("copNo", number);
        assert_eq!(centre.takes(&other).taken, Taken::Accepted, "{message}");
        let answer = centre.takes(&mine);
        centre.refused(&answer, "doc.conflict", code);
        // What was refused took no number: under another it goes.
        let answer = centre.takes(&mine.clone().set("copNo", format!("{number}-2")));
        assert_eq!(answer.taken, Taken::Accepted, "{message}");
        if message == "625" {
            // Each act meets its own return, and what is withdrawn next has none open.
            for parcel in [&second, &first] {
                let key = centre.shown(&parcel.order.key()).returns[0].own.clone();
                centre.acts(&key, Act::Refuse, "officer.refused").unwrap();
                assert_eq!(
                    centre.shown(&parcel.order.key()).returns[0].state,
                    "refused"
                );
            }
        }
    }
}

#[test]
fn a_payment_serves_one_order() {
    let mut centre = Centre::open();
    let (first, second) = (Parcel::lawful(1), Parcel::lawful(10));
    centre.takes(&first.payment);
    let number = first.payment.get("payTransactionId").unwrap();
    let answer = centre.takes(&second.payment.clone().set("payTransactionId", number));
    centre.refused(&answer, "payment.used", 100);
}

#[test]
fn a_list_refused_for_its_number_takes_no_waybill() {
    let mut centre = Centre::open();
    let (first, second) = (Parcel::lawful(1), Parcel::lawful(10));
    centre.takes(&first.declaration);
    let number = first.declaration.get("copNo").unwrap();
    centre.takes(&second.declaration.clone().set("copNo", number));
    // The waybill that it named serves a third order.
    let third = Parcel::lawful(19);
    let waybill = second.waybill.get("logisticsNo").unwrap();
    let list = third.declaration.clone().set("logisticsNo", waybill);
    assert_eq!(centre.takes(&list).taken, Taken::Accepted);
}
