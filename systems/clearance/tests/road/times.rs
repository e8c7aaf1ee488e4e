//! M13: order, payment and list follow one another, to within the difference of clocks.

use testkit::{Parcel, Purchase};
use values::Moment;

use crate::centre::{Centre, bought, codes, time};

/// Ordered and declared at these times, paid at that one.
fn paid_at(ordered: Moment, paid: Moment, declared: Moment) -> Parcel {
    let purchase = bought(1, "2026-10-05T09:00");
    Purchase {
        ordered,
        paid,
        declared,
        ..purchase
    }
    .papers()
}

/// What the centre says to a parcel of these times on 2026-10-05, given as hour, minute, second.
fn told(ordered: &str, paid: &str, declared: &str) -> Vec<String> {
    let of_day = |text: &str| time(&format!("2026-10-05T{text}"));
    let parcel = paid_at(of_day(ordered), of_day(paid), of_day(declared));
    let mut centre = Centre::open();
    centre.takes_parcel(&parcel);
    centre.told(&parcel.order)
}

#[test]
fn a_payment_made_an_hour_before_its_order_is_out_of_the_order_of_time() {
    assert_eq!(
        told("09:58:00", "08:58:00", "09:58:00"),
        ["match.time-order"]
    );
}

#[test]
fn clocks_may_differ_by_sixty_seconds_and_not_by_sixty_one() {
    let fine: [&str; 0] = [];
    for (ordered, paid, declared) in [
        ("09:30:00", "09:29:00", "09:30:00"),
        ("09:30:00", "09:31:00", "09:30:00"),
        ("09:30:00", "09:30:00", "09:29:00"),
    ] {
        assert_eq!(told(ordered, paid, declared), fine);
    }
    for (ordered, paid, declared) in [
        ("09:30:00", "09:28:59", "09:30:00"),
        ("09:30:00", "09:31:01", "09:30:00"),
        ("09:30:30", "09:30:00", "09:29:29"),
    ] {
        assert_eq!(told(ordered, paid, declared), ["match.time-order"]);
    }
}

#[test]
fn a_corrected_order_is_as_old_as_its_first_edition() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_all([&parcel.order, &parcel.payment, &parcel.waybill]);
    let change = parcel.order.clone().set("buyerRegNo", "U999").change();
    centre.takes(&change.at("20261005095930"));
    centre.takes(&parcel.declaration);
    assert_eq!(centre.state(&parcel.order), "800");
}

#[test]
fn nobody_declares_before_there_was_an_order_nor_tomorrow() {
    let parcel = Parcel::lawful(1);
    for (day, state, code) in [
        ("20261005", "800", None),
        ("20261004", "100", Some("match.time-order")),
        ("20200101", "100", Some("match.time-order")),
    ] {
        let mut centre = Centre::open();
        let list = parcel.declaration.clone().set("declTime", day);
        centre.takes_all([&parcel.order, &parcel.payment, &parcel.waybill, &list]);
        assert_eq!(centre.state(&parcel.order), state, "{day}");
        assert_eq!(centre.told(&parcel.order), Vec::from_iter(code), "{day}");
    }
    let mut centre = Centre::open();
    let tomorrow = parcel.declaration.clone().set("declTime", "20261006");
    let answer = centre.takes(&tomorrow);
    assert_eq!(codes(&answer.findings), ["time.future"]);
    assert_eq!(answer.findings[0].field, "declTime");
}

#[test]
fn a_list_declared_a_minute_before_midnight_may_be_of_an_order_after_it() {
    let midnight = time("2026-10-05T00:00");
    let (before, after) = (midnight.plus_ms(-10_000), midnight.plus_ms(10_000));
    let mut centre = Centre::open();
    let parcel = paid_at(after, after, before);
    centre.takes_parcel(&parcel);
    assert_eq!(parcel.declaration.get("declTime"), Some("20261004"));
    assert_eq!(centre.state(&parcel.order), "800");
}
