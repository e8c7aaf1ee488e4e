//! One person's two cans, from the border to the collected tax.

use testkit::{
    Bought, Parcel,
    cast::{E1, person},
    goods::{FORMULA, HANDBAG},
};
use values::Fen;

use crate::centre::{Centre, bought};

/// The first person has used 24,800 of the year: two single pieces of 8,500 and one of 7,800.
fn used_before(centre: &mut Centre) {
    for (n, price) in [(101, 850_000), (102, 850_000), (103, 780_000)] {
        let bag = Bought {
            price: Fen(price),
            ..Bought::new(HANDBAG, 1)
        };
        let purchase = bought(n, "2026-10-05T09:00")
            .buyer(person(1))
            .lines(vec![bag]);
        centre.takes_parcel(&purchase.papers());
    }
    assert_eq!(centre.used(&person(1), 2026), Fen(2_480_000));
}

#[test]
fn two_cans_clear_for_39_68_and_the_year_stands_at_25_236() {
    let mut centre = Centre::open();
    used_before(&mut centre);
    let frozen_before = centre.frozen(E1);
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);

    let list = parcel.declaration.key();
    let receipts = centre.receipts("622", &list);
    let statuses: Vec<i64> = receipts.iter().map(|one| one.said.status).collect();
    assert_eq!(statuses, [2, 3, 120, 399, 800]);
    let times: Vec<String> = receipts
        .iter()
        .map(|one| centre.field(one, "returnTime"))
        .collect();
    assert!(times.is_sorted_by(|one, next| one < next), "{times:?}");

    let bill = &centre.receipts("816", &list)[0];
    assert_eq!(centre.field(bill, "valueAddedTax"), "39.68");
    assert_eq!(centre.field(bill, "customsTax").parse(), Ok(Fen::ZERO));
    assert_eq!(
        centre.field(bill, "orderNo"),
        parcel.order.get("orderNo").unwrap()
    );
    assert_eq!(
        centre.field(bill, "taxNo"),
        format!("{}_0", centre.list_number(&parcel.order))
    );

    assert_eq!(centre.used(&person(1), 2026), Fen(2_523_600));
    assert_eq!(centre.frozen(E1) - frozen_before, Fen(3968));
    assert_eq!(centre.stock(&FORMULA), 1194);
}

#[test]
fn tax_is_collected_on_the_thirty_first_day_and_not_on_the_thirtieth() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let (order, list) = (&parcel.order, parcel.declaration.key());

    centre.at("2026-11-04T23:59:59");
    assert_eq!(centre.state(order), "800");
    assert_eq!(centre.frozen(E1), Fen(3968));
    assert_eq!(centre.statuses("818", &list), [0; 0]);

    centre.at("2026-11-05T00:00");
    let shown = centre.shown(&order.key());
    assert_eq!(shown.state, "899");
    assert_eq!(shown.bills.len(), 1);
    assert_eq!((shown.bills[0].1, shown.bills[0].2), (2, Fen(3968)));
    assert_eq!(centre.statuses("818", &list), [2]);
    assert_eq!(centre.statuses("622", &list), [2, 3, 120, 399, 800, 899]);
    assert_eq!(centre.frozen(E1), Fen::ZERO);
    assert_eq!(centre.tax(E1, "2026-10-05"), Fen(3968));
    assert_eq!(centre.used(&person(1), 2026), Fen(43_600), "spent for good");
    assert_eq!(centre.stock(&FORMULA), 1194, "gone for good");
}

#[test]
fn a_late_start_of_the_clock_collects_on_the_day_it_was_due() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    centre.at("2026-12-20T08:00");
    assert_eq!(centre.state(&parcel.order), "899");
    let closed = &centre.receipts("818", &parcel.declaration.key())[0];
    assert_eq!(centre.field(closed, "returnTime"), "20261105000000000");
}

#[test]
fn a_released_list_gives_no_reason_for_waiting_or_refusal() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    assert_eq!(centre.told(&parcel.order), [""; 0]);
    let shown = centre.shown(&parcel.order.key());
    assert_eq!(shown.missing, [""; 0]);
    assert_eq!(shown.released_after_ms, Some(0), "told and measured");
}

#[test]
fn a_parcel_is_found_by_each_of_its_numbers() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let shown = centre.shown(&parcel.order.key());
    let keys = [
        parcel.payment.key(),
        parcel.waybill.key(),
        parcel.declaration.key(),
        shown.pre_no.clone(),
        shown.invt_no.clone().unwrap(),
        shown.bills[0].0.clone(),
    ];
    for key in keys {
        assert_eq!(centre.shown(&key).key, shown.key, "{key}");
    }
    assert!(shown.pre_no.starts_with("B20261005") && shown.pre_no.len() == 18);
    assert!(shown.invt_no.unwrap().starts_with("88052026I"));
    assert!(centre.maybe_shown("88052026I999999999").is_none());
}

#[test]
fn the_times_of_a_lists_receipts_tell_their_order_though_the_clock_stands_still() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    // The list is the last of many papers taken together; what it waits for comes by itself.
    let others: Vec<String> = (2..=20).map(|n| Parcel::lawful(n).order.xml()).collect();
    let list = parcel.declaration.xml();
    centre.takes_together(others.iter().chain([&list]).map(String::as_str));
    centre.takes_all([&parcel.order, &parcel.payment, &parcel.waybill]);
    let number = centre.list_number(&parcel.order);
    centre.takes(&parcel.withdrawal(&number, "20261005095900"));

    let key = parcel.declaration.key();
    let mut told: Vec<(String, String, i64)> = ["622", "816", "818"]
        .into_iter()
        .flat_map(|message| centre.receipts(message, &key))
        .map(|one| {
            (
                centre.field(&one, "returnTime"),
                one.message.clone(),
                one.said.status,
            )
        })
        .collect();
    told.sort();
    let in_time: Vec<(&str, i64)> = told
        .iter()
        .map(|(_, message, status)| (message.as_str(), *status))
        .collect();
    let wanted = [2, 3, 120, 399, 800].map(|status| ("622", status));
    assert_eq!(in_time, [&wanted[..], &[("816", 1), ("818", 3)]].concat());
    assert!(told.is_sorted_by(|one, next| one.0 < next.0), "{told:?}");
}
