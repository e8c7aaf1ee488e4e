//! Limits of the order and of the person's year, whoever comes first.

use clearance::acts::{Desk, Taken, receive};
use store::Queue;
use testkit::{
    Bought, Parcel, Purchase,
    cast::{P1, P2, Person, person},
    goods::{Good, HANDBAG, SHAVER, SUGAR},
};
use values::{Fen, Quantity, Rate};

use crate::{
    centre::{Centre, bought, read},
    known::ZONE,
};

/// A line of so many pieces at a price of its own.
fn at_price(good: Good, pieces: i64, price: i64) -> Bought {
    Bought {
        price: Fen(price),
        ..Bought::new(good, pieces)
    }
}

/// That person buys one piece for that much.
fn spends(centre: &mut Centre, n: u64, buyer: &Person, price: i64) -> Parcel {
    let purchase = bought(n, "2026-10-05T09:00")
        .buyer(buyer.clone())
        .lines(vec![at_price(HANDBAG, 1, price)]);
    let parcel = purchase.papers();
    centre.takes_parcel(&parcel);
    parcel
}

#[test]
fn of_two_orders_of_700_at_once_exactly_one_fits_into_a_year_at_25_000() {
    let mut centre = Centre::open();
    let buyer = person(2);
    for (n, price) in [(101, 850_000), (102, 850_000), (103, 800_000)] {
        spends(&mut centre, n, &buyer, price);
    }
    assert_eq!(centre.used(&buyer, 2026), Fen(2_500_000));
    let order = |n, platform| Purchase {
        platform,
        ..Purchase::lawful(n)
            .buyer(buyer.clone())
            .lines(vec![at_price(SHAVER, 1, 70_000)])
    };
    let parcels = [order(201, P1).papers(), order(202, P2).papers()];

    let (writer, filings, now) = centre.lends_writer();
    let (queue, thread) = Queue::start(writer, 8, move |session, jobs: &mut Vec<String>| {
        let mut desk = Desk::open(session, &ZONE, &filings, now)?;
        let taken = jobs
            .iter()
            .map(|xml| Ok(receive(&mut desk, &read(xml, now)[0])?.taken))
            .collect();
        desk.close()?;
        taken
    });
    std::thread::scope(|scope| {
        for parcel in &parcels {
            let queue = queue.clone();
            scope.spawn(move || {
                for xml in parcel.xml() {
                    assert_eq!(queue.submit(xml).wait().unwrap(), Taken::Accepted);
                }
            });
        }
    });
    drop(queue);
    centre.takes_back(thread.join().unwrap());

    let mut states = parcels.each_ref().map(|parcel| centre.state(&parcel.order));
    states.sort();
    assert_eq!(states, ["-621018", "800"]);
    assert_eq!(centre.used(&buyer, 2026), Fen(2_570_000));
    let refused = parcels
        .iter()
        .find(|parcel| centre.state(&parcel.order) == "-621018");
    assert_eq!(centre.told(&refused.unwrap().order), ["quota.year"]);
}

#[test]
fn the_year_ends_at_26_000_00_and_a_fen_more_is_refused() {
    for (last, state) in [(100_000, "800"), (100_001, "-621018")] {
        let mut centre = Centre::open();
        for (n, price) in [(101, 850_000), (102, 850_000), (103, 800_000)] {
            spends(&mut centre, n, &person(2), price);
        }
        let parcel = spends(&mut centre, 104, &person(2), last);
        assert_eq!(centre.state(&parcel.order), state);
    }
}

#[test]
fn what_the_year_refused_fits_after_a_withdrawal() {
    let mut centre = Centre::open();
    let buyer = person(2);
    let first = spends(&mut centre, 101, &buyer, 850_000);
    for (n, price) in [(102, 850_000), (103, 800_000)] {
        spends(&mut centre, n, &buyer, price);
    }
    let last = spends(&mut centre, 104, &buyer, 400_000);
    assert_eq!(centre.state(&last.order), "-621018");
    let number = centre.list_number(&first.order);
    centre.takes(&first.withdrawal(&number, "20261005095800"));
    assert_eq!(centre.used(&buyer, 2026), Fen(1_650_000));
    centre.takes(&last.declaration.clone().at("20261005095800"));
    assert_eq!(centre.state(&last.order), "800");
}

/// A vacuum cleaner: duty of 8 %, in the book as record 13.
const CLEANER: Good = Good {
    record: Some(13),
    hs: "8508110000",
    name: "电动真空吸尘器",
    model: "测试牌|TS-13|1200瓦",
    barcode: "6901234500158",
    grams: (4000, 5200),
    duty: Rate(80_000),
    first: ("001", Quantity::ONE),
    second: Some(("035", Quantity(400_000))),
    ..SHAVER
};

fn with_cleaner() -> Centre {
    let item = "[[book.item]]\nrecord = \"13\"\nhs = \"8508110000\"\nunit = \"007\"\nstock = \"50\"\n\n[[guarantee]]";
    let setup = testkit::setup_toml(0).replacen("[[guarantee]]", item, 1);
    Centre::open_with(&setup, "2026-10-05T10:00")
}

#[test]
fn one_piece_of_6_800_is_released_with_1_498_72_in_full() {
    let mut centre = with_cleaner();
    let purchase = Purchase::lawful(3).lines(vec![at_price(CLEANER, 1, 680_000)]);
    assert_eq!(purchase.tax(), Fen(149_872), "the kit's own reckoning");
    let parcel = purchase.papers();
    centre.takes_parcel(&parcel);
    let shown = centre.shown(&parcel.order.key());
    assert_eq!(shown.state, "800");
    let tax = shown.tax.unwrap();
    assert!(tax.full);
    assert_eq!(
        (tax.duty, tax.vat, tax.total),
        (Fen(54_400), Fen(95_472), Fen(149_872))
    );
    assert_eq!(centre.used(&person(3), 2026), Fen(680_000), "it counts");
}

#[test]
fn two_pieces_of_3_400_are_refused_at_the_single_limit() {
    let mut centre = with_cleaner();
    let parcel = Purchase::lawful(3)
        .lines(vec![at_price(CLEANER, 2, 340_000)])
        .papers();
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "-621005");
    assert_eq!(centre.told(&parcel.order), ["quota.single"]);
    assert_eq!(centre.used(&person(3), 2026), Fen::ZERO);
    assert_eq!(centre.stock(&CLEANER), 50);
    assert_eq!(
        centre.statuses("622", &parcel.declaration.key()),
        [2, -621_005]
    );
}

#[test]
fn sugar_ends_at_two_kilograms_a_year_and_what_is_withdrawn_counts_no_more() {
    let mut centre = Centre::open();
    let buyer = person(4);
    let sugar = |n, bags| {
        bought(n, "2026-10-05T09:00")
            .buyer(buyer.clone())
            .lines(vec![Bought::new(SUGAR, bags)])
            .papers()
    };
    let (first, second) = (sugar(301, 4), sugar(302, 3));
    centre.takes_parcel(&first);
    assert_eq!(centre.weight(&buyer, 2026, "17019910"), Quantity(120_000));
    centre.takes_parcel(&second);
    assert_eq!(centre.state(&second.order), "100");
    assert_eq!(centre.told(&second.order), ["quota.weight"]);
    let number = centre.list_number(&first.order);
    centre.takes(&first.withdrawal(&number, "20261005095800"));
    assert_eq!(centre.weight(&buyer, 2026, "17019910"), Quantity::ZERO);
    centre.takes(&second.declaration.clone().at("20261005095800"));
    assert_eq!(centre.state(&second.order), "800");
    assert_eq!(centre.weight(&buyer, 2026, "17019910"), Quantity(90_000));
}

#[test]
fn a_new_year_begins_with_a_whole_quota() {
    let mut centre = Centre::open_with(&testkit::setup_toml(0), "2026-12-31T23:00");
    let buyer = person(2);
    for n in [101, 102, 103] {
        let purchase = bought(n, "2026-12-31T22:00")
            .buyer(buyer.clone())
            .lines(vec![at_price(HANDBAG, 1, 850_000)]);
        centre.takes_parcel(&purchase.papers());
    }
    let next = |n, at: &str| {
        bought(n, at)
            .buyer(buyer.clone())
            .lines(vec![at_price(SHAVER, 1, 70_000)])
            .papers()
    };
    let old = next(104, "2026-12-31T22:30");
    centre.takes_parcel(&old);
    assert_eq!(centre.state(&old.order), "-621018");
    centre.at("2027-01-01T00:00:01");
    let new = next(105, "2027-01-01T00:00");
    centre.takes_parcel(&new);
    assert_eq!(centre.state(&new.order), "800");
    assert_eq!(centre.used(&buyer, 2026), Fen(2_550_000));
    assert_eq!(centre.used(&buyer, 2027), Fen(70_000));
}
