//! M13: order, payment and list follow one another, to within the difference of clocks.

use testkit::{Parcel, Purchase};
use values::Moment;

use crate::centre::{Centre, bought, time};

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
