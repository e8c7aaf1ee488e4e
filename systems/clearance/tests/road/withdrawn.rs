//! Withdrawal: all that was taken is given back, and nothing else moves a released list back.

use clearance::acts::{Act, Taken};
use testkit::{
    Paper, Parcel,
    cast::{E1, person},
    goods::FORMULA,
};
use values::Fen;

use crate::centre::{Centre, codes, released};

fn withdrawn(parcel: &Parcel, number: &str) -> Paper {
    parcel.withdrawal(number, "20261005095900")
}

#[test]
fn a_released_list_that_is_withdrawn_gives_everything_back() {
    let (mut centre, parcel, number) = released();
    centre.at("2026-10-05T11:00");
    let paper = withdrawn(&parcel, &number);
    assert_eq!(centre.takes(&paper).taken, Taken::Accepted);
    assert_eq!(centre.statuses("624", &paper.key()), [2, 399]);
    let shown = centre.shown(&parcel.order.key());
    assert_eq!(shown.state, "withdrawn");
    assert_eq!(centre.shown(&paper.key()).key, shown.key, "by its own key");
    assert_eq!((shown.bills.len(), shown.bills[0].1), (1, 3), "void");
    assert_eq!(centre.statuses("818", &parcel.declaration.key()), [3]);
    assert_eq!(centre.used(&person(1), 2026), Fen::ZERO);
    assert_eq!(centre.stock(&FORMULA), 1196);
    assert_eq!(centre.in_book(&FORMULA), 1196);
    assert_eq!(centre.frozen(E1), Fen::ZERO);
    assert_eq!(centre.tax(E1, "2026-10-05"), Fen::ZERO);
    // Nothing is collected from it any more.
    centre.at("2026-11-20T00:00");
    assert_eq!(centre.state(&parcel.order), "withdrawn");
    assert_eq!(centre.statuses("818", &parcel.declaration.key()), [3]);
}

#[test]
fn a_withdrawal_sent_twice_gives_back_once() {
    let (mut centre, parcel, number) = released();
    let paper = withdrawn(&parcel, &number);
    centre.takes(&paper);
    let accounts = centre.accounts();
    assert_eq!(centre.takes(&paper).taken, Taken::Repeated);
    let second = paper.clone().set("copNo", "CX-2");
    centre.takes(&second);
    assert!(
        centre
            .statuses("624", &second.key())
            .iter()
            .all(|status| *status < 0)
    );
    assert_eq!(centre.accounts(), accounts);
}

#[test]
fn the_waybill_of_a_withdrawn_list_is_free_for_another() {
    let (mut centre, parcel, number) = released();
    centre.takes(&withdrawn(&parcel, &number));
    let other = parcel.declaration.clone().set("copNo", "QD-OTHER");
    assert_eq!(centre.takes(&other).taken, Taken::Accepted);
    assert_eq!(centre.state(&parcel.order), "800");
    assert_ne!(centre.list_number(&parcel.order), number, "another list");
    assert_eq!(centre.used(&person(1), 2026), Fen(43_600));
    assert_eq!(centre.stock(&FORMULA), 1194);
    assert_eq!(centre.frozen(E1), Fen(3968));
}

#[test]
fn a_list_declared_anew_has_a_bill_and_days_of_its_own() {
    let (mut centre, parcel, number) = released();
    centre.takes(&withdrawn(&parcel, &number));
    centre.at("2026-10-20T10:00");
    let other = parcel
        .declaration
        .clone()
        .set("copNo", "QD-OTHER")
        .at("20261020095800")
        .set("declTime", "20261020")
        .set("ieDate", "20261020");
    centre.takes(&other);
    assert_eq!(centre.state(&parcel.order), "800");
    let anew = centre.list_number(&parcel.order);
    let bills = centre.shown(&parcel.order.key()).bills;
    let told: Vec<_> = bills
        .iter()
        .map(|(number, status, total)| (number.as_str(), *status, *total))
        .collect();
    assert_eq!(
        told,
        [
            (&*format!("{number}_0"), 3, Fen(3968)),
            (&*format!("{anew}_0"), 1, Fen(3968))
        ]
    );
    assert_eq!(centre.tax(E1, "2026-10-05"), Fen::ZERO);
    assert_eq!(centre.tax(E1, "2026-10-20"), Fen(3968));
    centre.at("2026-11-05T00:00");
    assert_eq!(
        centre.state(&parcel.order),
        "800",
        "not the first one's day"
    );
    centre.at("2026-11-20T00:00");
    assert_eq!(centre.state(&parcel.order), "899");
}

#[test]
fn the_withdrawal_of_a_list_nobody_knows_is_refused() {
    let (mut centre, parcel, _) = released();
    let paper = withdrawn(&parcel, "88052026I999999999");
    centre.takes(&paper);
    assert_eq!(centre.statuses("624", &paper.key()).last(), Some(&-623_003));
    assert_eq!(centre.state(&parcel.order), "800");

    let stranger = Parcel::lawful(10);
    let paper = withdrawn(&stranger, "88052026I000000001");
    centre.takes(&paper);
    assert_eq!(centre.statuses("624", &paper.key()).last(), Some(&-623_003));
}

#[test]
fn a_list_that_waits_for_papers_is_not_withdrawn() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_all([&parcel.order, &parcel.waybill, &parcel.declaration]);
    let paper = withdrawn(&parcel, "88052026I000000001");
    centre.takes(&paper);
    let last = *centre.statuses("624", &paper.key()).last().unwrap();
    assert!(last < 0, "{last}");
    assert_eq!(centre.state(&parcel.order), "2");
    centre.takes(&parcel.payment);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn a_list_under_inspection_or_closed_is_not_withdrawn() {
    let watch = "[[watch]]\nhs = \"1901\"\nrate = \"1\"\n";
    let setup = testkit::setup_toml(0) + watch;
    let mut centre = Centre::open_with(&setup, "2026-10-05T10:00");
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "500");
    let number = centre.list_number(&parcel.order);
    let paper = withdrawn(&parcel, &number);
    centre.takes(&paper);
    assert_eq!(centre.statuses("624", &paper.key()).last(), Some(&-623_005));
    assert_eq!(centre.state(&parcel.order), "500");

    let (mut centre, parcel, number) = released();
    centre.at("2026-11-05T00:00");
    let paper = withdrawn(&parcel, &number);
    centre.takes(&paper);
    assert_eq!(centre.statuses("624", &paper.key()).last(), Some(&-623_005));
    assert_eq!(centre.state(&parcel.order), "899");
}

#[test]
fn a_list_with_an_officer_or_waiting_for_the_guarantee_can_be_withdrawn() {
    let mut centre = Centre::open();
    let parcel = Parcel::for_an_officer(1);
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "300");
    let number = centre.list_number(&parcel.order);
    centre.takes(&withdrawn(&parcel, &number));
    assert_eq!(centre.state(&parcel.order), "withdrawn");
    assert_eq!(centre.used(&person(1), 2026), Fen::ZERO);
    assert_eq!(centre.frozen(E1), Fen::ZERO);
    let late = centre.decides(&parcel.order.key(), Act::Release, "officer.checked");
    assert_eq!(late.unwrap_err(), "officer.move");

    let short = testkit::setup_toml(0).replace("500000.00", "1.00");
    let mut centre = Centre::open_with(&short, "2026-10-05T10:00");
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "120");
    let number = centre.list_number(&parcel.order);
    centre.takes(&withdrawn(&parcel, &number));
    assert_eq!(centre.state(&parcel.order), "withdrawn");
    assert_eq!(centre.stock(&FORMULA), 1196);
    let changed = centre.sets_up(&testkit::setup_toml(0)).unwrap();
    assert_eq!(changed.freed, 0, "it waits no more");
    assert_eq!(centre.state(&parcel.order), "withdrawn");
}

#[test]
fn a_list_with_a_return_under_way_is_not_withdrawn() {
    let (mut centre, parcel, number) = released();
    let back = parcel.return_of(&number, "20261005095930", 1, 1);
    centre.takes(&back);
    let paper = withdrawn(&parcel, &number);
    centre.takes(&paper);
    assert_eq!(centre.statuses("624", &paper.key()).last(), Some(&-623_005));
    assert_eq!(centre.state(&parcel.order), "800");
    // Once it is refused, nothing is in the way.
    centre
        .decides(&back.key(), Act::Refuse, "return.not-original")
        .unwrap();
    let again = paper.clone().set("copNo", "CX-2");
    centre.takes(&again);
    assert_eq!(centre.state(&parcel.order), "withdrawn");
}

#[test]
fn a_released_list_never_moves_back_without_a_withdrawal() {
    let (mut centre, parcel, _) = released();
    let accounts = centre.accounts();
    let order = parcel.order.key();
    for (act, reason) in [
        (Act::Release, "officer.checked"),
        (Act::Inspect, "officer.look"),
        (Act::Refuse, "officer.refused"),
    ] {
        let refused = centre.decides(&order, act, reason).unwrap_err();
        assert_eq!(refused, "officer.move");
    }
    let stranger = person(9);
    for app_type in ["1", "2", "3"] {
        for paper in parcel.papers() {
            let paper = match paper.shape().number {
                "511" => paper.clone().consignee(&stranger),
                _ => paper.clone().buyer(&stranger),
            };
            let later = paper.at("20261005095930").set("appType", app_type);
            let answer = centre.takes(&later);
            assert_eq!(
                answer.taken,
                Taken::Refused,
                "{:?}",
                codes(&answer.findings)
            );
        }
    }
    centre.at("2026-11-04T23:00");
    assert_eq!(centre.state(&parcel.order), "800");
    assert_eq!(centre.accounts(), accounts);
    assert_eq!(
        centre.statuses("622", &parcel.declaration.key())[..5],
        [2, 3, 120, 399, 800]
    );
}

#[test]
fn only_the_agent_of_a_list_withdraws_it_and_with_its_values() {
    let (mut centre, parcel, number) = released();
    let paper = withdrawn(&parcel, &number);
    for (field, value) in [
        ("agentCode", "91540195MA6TE5T15E"),
        ("buyerIdNumber", "540102199003070029"),
        ("logisticsNo", "YD-OTHER"),
    ] {
        let other = paper.clone().set(field, value).set("copNo", field);
        centre.takes(&other);
        let told = centre.statuses("624", &other.key());
        assert!(told.iter().all(|status| *status < 0), "{field}: {told:?}");
        assert_eq!(centre.state(&parcel.order), "800", "{field}");
    }
    centre.takes(&paper);
    assert_eq!(centre.state(&parcel.order), "withdrawn");
}

#[test]
fn a_list_withdrawn_and_declared_anew_on_its_day_is_collected_all_the_same() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let number = centre.list_number(&parcel.order);
    centre.takes(&withdrawn(&parcel, &number));
    assert_eq!(centre.state(&parcel.order), "withdrawn");
    let anew = parcel.declaration.clone().at("20261005095930");
    centre.takes(&anew);
    assert_eq!(centre.state(&parcel.order), "800");
    centre.at("2026-11-05T00:00");
    assert_eq!(centre.state(&parcel.order), "899");
}
