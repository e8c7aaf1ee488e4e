//! Returns: asked for within 30 days, back within 45, and what follows from it.

use clearance::acts::{Act, Taken};
use testkit::{
    Bought, Paper, Parcel,
    cast::{E1, person},
    goods::{FORMULA, HANDBAG, HONEY, SUGAR},
};
use values::{Fen, Quantity};

use crate::centre::{Centre, bought};

/// The first person has used 24,800 and buys two cans, released on 2026-10-05.
fn released() -> (Centre, Parcel, String) {
    let mut centre = Centre::open();
    for (n, price) in [(101, 850_000), (102, 850_000), (103, 780_000)] {
        let bag = Bought {
            price: Fen(price),
            ..Bought::new(HANDBAG, 1)
        };
        let purchase = bought(n, "2026-10-05T09:00").buyer(person(1));
        centre.takes_parcel(&purchase.lines(vec![bag]).papers());
    }
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let number = centre.list_number(&parcel.order);
    assert_eq!(centre.used(&person(1), 2026), Fen(2_523_600));
    (centre, parcel, number)
}

/// `pieces` of the cans come back under a number of its own.
fn back(parcel: &Parcel, number: &str, own: &str, pieces: i64) -> Paper {
    parcel
        .return_of(number, "20261005095900", 1, pieces)
        .set("copNo", own.to_owned())
}

fn last(centre: &Centre, paper: &Paper) -> i64 {
    *centre.statuses("626", &paper.key()).last().unwrap()
}

fn return_states(centre: &Centre, parcel: &Parcel) -> Vec<String> {
    let shown = centre.shown(&parcel.order.key());
    shown.returns.into_iter().map(|one| one.state).collect()
}

fn bills(centre: &Centre, parcel: &Parcel) -> Vec<(i64, Fen)> {
    let shown = centre.shown(&parcel.order.key());
    shown
        .bills
        .into_iter()
        .map(|(_, status, total)| (status, total))
        .collect()
}

#[test]
fn one_can_of_two_asked_for_on_day_30_and_back_on_day_45_is_given_back() {
    let (mut centre, parcel, number) = released();
    let frozen = centre.frozen(E1);
    centre.at("2026-11-04T23:59");
    let paper = back(&parcel, &number, "TH-1", 1);
    assert_eq!(centre.takes(&paper).taken, Taken::Accepted);
    assert_eq!(centre.statuses("626", &paper.key()), [2, 120]);
    assert_eq!(centre.used(&person(1), 2026), Fen(2_523_600), "not yet");
    assert_eq!(centre.stock(&FORMULA), 1194, "not yet");

    centre.at("2026-11-19T17:00");
    assert_eq!(
        centre.state(&parcel.order),
        "800",
        "collection waits for it"
    );
    centre
        .decides(&paper.key(), Act::Release, "return.goods-back")
        .unwrap();
    assert_eq!(centre.statuses("626", &paper.key()), [2, 120, 399]);
    assert_eq!(centre.used(&person(1), 2026), Fen(2_501_800));
    assert_eq!(centre.stock(&FORMULA), 1195);
    assert_eq!(
        centre.tax(E1, "2026-10-05"),
        Fen(3968 + tax_of_bags() - 1984)
    );
    let list = parcel.declaration.key();
    let told: Vec<String> = centre
        .receipts("816", &list)
        .iter()
        .map(|one| centre.field(one, "taxNo"))
        .collect();
    assert_eq!(told, [format!("{number}_0"), format!("{number}_1")]);
    let rest = &centre.receipts("816", &list)[1];
    assert_eq!(centre.field(rest, "valueAddedTax"), "19.84");

    // Day 31 is over, so what is left is collected at once.
    assert_eq!(bills(&centre, &parcel), [(3, Fen(3968)), (2, Fen(1984))]);
    assert_eq!(centre.statuses("818", &list), [3, 2]);
    assert_eq!(centre.state(&parcel.order), "899");
    assert!(centre.frozen(E1) < frozen);
}

/// Tax of the three bags bought before: at 70 % of 13 % within the single limit never, in full
/// with duty of 6 %.
fn tax_of_bags() -> i64 {
    [850_000, 850_000, 780_000]
        .map(|price: i64| price * 6 / 100 + price * 106 / 100 * 13 / 100)
        .iter()
        .sum()
}

#[test]
fn a_return_before_the_day_of_collection_leaves_the_list_open_with_the_rest() {
    let (mut centre, parcel, number) = released();
    centre.at("2026-10-10T10:00");
    let paper = back(&parcel, &number, "TH-1", 1);
    centre.takes(&paper);
    let frozen = centre.frozen(E1);
    centre.at("2026-10-12T10:00");
    centre
        .decides(&paper.key(), Act::Release, "return.goods-back")
        .unwrap();
    assert_eq!(centre.state(&parcel.order), "800");
    assert_eq!(bills(&centre, &parcel), [(3, Fen(3968)), (1, Fen(1984))]);
    assert_eq!(frozen - centre.frozen(E1), Fen(1984));
    centre.at("2026-11-05T00:00");
    assert_eq!(centre.state(&parcel.order), "899");
    assert_eq!(bills(&centre, &parcel), [(3, Fen(3968)), (2, Fen(1984))]);
}

#[test]
fn asked_for_on_day_31_a_return_is_refused_as_late() {
    // The list is closed by then, its tax collected at the beginning of that very day.
    let (mut centre, parcel, number) = released();
    centre.at("2026-11-05T00:00:01");
    let paper = back(&parcel, &number, "TH-1", 1);
    let accounts = centre.accounts();
    centre.takes(&paper);
    assert_eq!(return_codes(&centre, &paper), ["return.apply-late"]);
    assert!(last(&centre, &paper) < 0 || last(&centre, &paper) == 100);
    assert_eq!(centre.accounts(), accounts);
}

fn return_codes(centre: &Centre, paper: &Paper) -> Vec<String> {
    let receipts = centre.receipts("626", &paper.key());
    let mut told = receipts.iter().map(|one| &one.said.findings);
    let found = told.rfind(|found| !found.is_empty()).unwrap();
    found.iter().map(|one| one.code.to_string()).collect()
}

#[test]
fn back_on_day_46_a_return_is_late_and_the_tax_stays() {
    let (mut centre, parcel, number) = released();
    centre.at("2026-11-04T23:59");
    let paper = back(&parcel, &number, "TH-1", 1);
    centre.takes(&paper);
    centre.at("2026-11-19T23:59:59");
    assert_eq!(centre.state(&parcel.order), "800");
    centre.at("2026-11-20T09:00");
    assert_eq!(
        centre.state(&parcel.order),
        "899",
        "collected at latest now"
    );
    let before = centre.accounts();
    let decided = centre.decides(&paper.key(), Act::Release, "return.goods-back");
    assert_eq!(decided.unwrap_err(), "return.arrival-late");
    assert_eq!(return_codes(&centre, &paper), ["return.arrival-late"]);
    assert_eq!(last(&centre, &paper), 100);
    assert_eq!(return_states(&centre, &parcel), ["refused"]);
    assert_eq!(bills(&centre, &parcel), [(2, Fen(3968))]);
    assert_eq!(centre.accounts(), before);
    assert_eq!(centre.used(&person(1), 2026), Fen(2_523_600));
    assert_eq!(centre.stock(&FORMULA), 1194);
}

#[test]
fn the_same_unit_comes_back_once() {
    let (mut centre, parcel, number) = released();
    centre.at("2026-10-10T10:00");
    let first = back(&parcel, &number, "TH-1", 1);
    centre.takes(&first);
    // Two more of two: while the first is on its way and when it is back.
    let second = back(&parcel, &number, "TH-2", 2);
    centre.takes(&second);
    assert_eq!(return_codes(&centre, &second), ["return.repeated"]);
    let receipt = centre.receipts("626", &second.key()).pop().unwrap();
    let info = centre.field(&receipt, "returnInfo");
    assert!(
        info.contains("已申请退 1 件，本次最多退 1 件，现为 2 件"),
        "{info}"
    );
    centre
        .decides(&first.key(), Act::Release, "return.goods-back")
        .unwrap();
    let third = back(&parcel, &number, "TH-3", 2);
    centre.takes(&third);
    assert_eq!(return_codes(&centre, &third), ["return.repeated"]);
    assert_eq!(last(&centre, &third), 100);
    assert_eq!(centre.used(&person(1), 2026), Fen(2_501_800));
    // Decided once is decided.
    let again = centre.decides(&first.key(), Act::Release, "return.goods-back");
    assert_eq!(again.unwrap_err(), "officer.move");
    assert_eq!(centre.takes(&first).taken, Taken::Repeated);
    assert_eq!(centre.stock(&FORMULA), 1195);
}

#[test]
fn two_returns_of_one_can_each_are_a_whole_return_and_close_the_list() {
    let (mut centre, parcel, number) = released();
    for (day, own) in [("10", "TH-1"), ("11", "TH-2")] {
        centre.at(&format!("2026-10-{day}T10:00"));
        let paper = back(&parcel, &number, own, 1);
        centre.takes(&paper);
        centre
            .decides(&paper.key(), Act::Release, "return.goods-back")
            .unwrap();
    }
    assert_eq!(bills(&centre, &parcel), [(3, Fen(3968)), (3, Fen(1984))]);
    assert_eq!(centre.state(&parcel.order), "899");
    assert_eq!(centre.used(&person(1), 2026), Fen(2_480_000));
    assert_eq!(centre.stock(&FORMULA), 1196);
    assert_eq!(centre.tax(E1, "2026-10-05"), Fen(tax_of_bags()));
}

#[test]
fn a_whole_return_makes_the_bill_void_and_closes_the_list() {
    let (mut centre, parcel, number) = released();
    let frozen = centre.frozen(E1);
    centre.at("2026-10-10T10:00");
    let paper = back(&parcel, &number, "TH-1", 2);
    centre.takes(&paper);
    centre
        .decides(&paper.key(), Act::Release, "return.goods-back")
        .unwrap();
    assert_eq!(bills(&centre, &parcel), [(3, Fen(3968))]);
    assert_eq!(centre.statuses("818", &parcel.declaration.key()), [3]);
    assert_eq!(centre.state(&parcel.order), "899");
    assert_eq!(centre.used(&person(1), 2026), Fen(2_480_000));
    assert_eq!(centre.stock(&FORMULA), 1196);
    assert_eq!(frozen - centre.frozen(E1), Fen(3968));
    centre.at("2026-11-30T00:00");
    assert_eq!(bills(&centre, &parcel), [(3, Fen(3968))], "nothing is due");
}

#[test]
fn goods_that_are_not_the_original_ones_are_held_or_refused() {
    let (mut centre, parcel, number) = released();
    centre.at("2026-10-10T10:00");
    let paper = back(&parcel, &number, "TH-1", 1);
    centre.takes(&paper);
    let before = centre.accounts();
    centre
        .decides(&paper.key(), Act::Inspect, "return.not-original")
        .unwrap();
    assert_eq!(return_states(&centre, &parcel), ["held"]);
    assert_eq!(last(&centre, &paper), 300);
    centre
        .decides(&paper.key(), Act::Refuse, "return.not-original")
        .unwrap();
    assert_eq!(return_states(&centre, &parcel), ["refused"]);
    assert_eq!(last(&centre, &paper), 100);
    assert_eq!(return_codes(&centre, &paper)[0], "return.not-original");
    assert_eq!(centre.accounts(), before);
    // A refused one does not stand in the way of the right one.
    let right = back(&parcel, &number, "TH-2", 1);
    centre.takes(&right);
    assert_eq!(last(&centre, &right), 120);
    centre
        .decides(&right.key(), Act::Release, "return.goods-back")
        .unwrap();
    assert_eq!(centre.used(&person(1), 2026), Fen(2_501_800));
}

#[test]
fn a_held_return_that_is_refused_late_collects_the_tax_at_once() {
    let (mut centre, parcel, number) = released();
    centre.at("2026-11-04T12:00");
    let paper = back(&parcel, &number, "TH-1", 1);
    centre.takes(&paper);
    centre.at("2026-11-10T12:00");
    assert_eq!(centre.state(&parcel.order), "800");
    centre
        .decides(&paper.key(), Act::Refuse, "return.not-original")
        .unwrap();
    assert_eq!(centre.state(&parcel.order), "899");
    assert_eq!(bills(&centre, &parcel), [(2, Fen(3968))]);
}

#[test]
fn a_return_in_january_gives_back_the_year_of_the_purchase() {
    let mut centre = Centre::open_with(&testkit::setup_toml(0), "2026-12-30T10:00");
    let parcel = bought(1, "2026-12-30T09:58").papers();
    centre.takes_parcel(&parcel);
    let number = centre.list_number(&parcel.order);
    let paper = parcel.return_of(&number, "20270120100000", 1, 1);
    centre.at("2027-01-20T10:00");
    centre.takes(&paper);
    centre
        .decides(&paper.key(), Act::Release, "return.goods-back")
        .unwrap();
    assert_eq!(centre.used(&person(1), 2026), Fen(21_800));
    assert_eq!(centre.used(&person(1), 2027), Fen::ZERO);
    assert_eq!(centre.tax(E1, "2026-12-30"), Fen(1984));
}

#[test]
fn the_weight_of_the_year_comes_back_with_the_sugar() {
    let mut centre = Centre::open();
    let parcel = bought(5, "2026-10-05T09:58")
        .lines(vec![Bought::new(HONEY, 1), Bought::new(SUGAR, 4)])
        .papers();
    centre.takes_parcel(&parcel);
    let buyer = person(5);
    assert_eq!(centre.weight(&buyer, 2026, "17019910"), Quantity(120_000));
    let number = centre.list_number(&parcel.order);
    let paper = parcel.return_of(&number, "20261005095900", 2, 3);
    centre.takes(&paper);
    centre
        .decides(&paper.key(), Act::Release, "return.goods-back")
        .unwrap();
    assert_eq!(centre.weight(&buyer, 2026, "17019910"), Quantity(30_000));
    assert_eq!((centre.stock(&SUGAR), centre.stock(&HONEY)), (1195, 1195));
}

#[test]
fn only_lines_of_a_released_list_come_back() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let early = back(&parcel, "88052026I000000001", "TH-0", 1);
    centre.takes(&early);
    assert_eq!(return_codes(&centre, &early), ["withdraw.list-unknown"]);
    centre.takes_parcel(&parcel);
    let number = centre.list_number(&parcel.order);
    let other_goods = back(&parcel, &number, "TH-1", 1)
        .line(1)
        .set("gcode", "0409000000")
        .head();
    let other_line = back(&parcel, &number, "TH-2", 1)
        .line(1)
        .set("gnum", "2")
        .head();
    let nothing = back(&parcel, &number, "TH-3", 1)
        .line(1)
        .set("qty", "0")
        .head();
    for paper in [other_goods, other_line, nothing] {
        centre.takes(&paper);
        let status = last(&centre, &paper);
        assert!(status < 0 || status == 100, "{status}");
    }
    assert_eq!(centre.stock(&FORMULA), 1194);
}

#[test]
fn a_change_never_reopens_an_accepted_return_nor_kills_an_open_one() {
    let (mut centre, parcel, number) = released();
    centre.at("2026-10-06T09:00");
    let paper = back(&parcel, &number, "TH-1", 1);
    centre.takes(&paper);
    let open = centre.shown(&parcel.order.key()).returns[0].clone();
    assert_eq!(open.state, "applied");
    // A change that asks for more than left is refused, and the application stands.
    let more = paper
        .clone()
        .set("appType", "2")
        .set("appTime", "20261005100001")
        .line(1)
        .set("qty", "99")
        .head();
    centre.takes(&more);
    assert_eq!(centre.shown(&parcel.order.key()).returns[0], open);
    centre
        .decides(&paper.key(), Act::Release, "return.goods-back")
        .expect("the goods are back in time");
    for kind in ["2", "3"] {
        let late = paper
            .clone()
            .set("reason", "另有原因")
            .set("appType", kind)
            .set("appTime", "20261005100002");
        let answer = centre.takes(&late);
        assert_eq!(answer.taken, Taken::Refused, "{kind}");
        let (sentence, _) = crate::sentences::of(&answer.findings).remove(0);
        assert!(sentence.starts_with("退货已经同意"), "{sentence}");
        assert_eq!(
            centre.shown(&parcel.order.key()).returns[0].state,
            "accepted"
        );
    }
}

#[test]
fn a_return_of_an_unknown_list_or_by_another_agent_has_the_numbers_of_returns() {
    let (mut centre, parcel, number) = released();
    centre.at("2026-10-06T09:00");
    let unknown = back(&parcel, "88052026I999999999", "TH-8", 1);
    centre.takes(&unknown);
    assert_eq!(last(&centre, &unknown), -625_016);
    let stranger = back(&parcel, &number, "TH-9", 1).set("agentCode", "91540195MA6TE5T15E");
    centre.takes(&stranger);
    assert_eq!(last(&centre, &stranger), -625_021);
}
