//! The dollar by which beer is taxed is that of the month of the verdict, and of no other.

use testkit::{
    Bought, Mode, Parcel,
    goods::{FORMULA, Good},
};
use values::Quantity;

use crate::centre::{Centre, bought};

const BEER: Good = Good {
    record: None,
    hs: "2203000000",
    name: "啤酒",
    model: "330ml/罐",
    first: ("095", Quantity(33_000)),
    second: Some(("035", Quantity(33_000))),
    ..FORMULA
};

fn beer(n: u64, at: &str) -> Parcel {
    let purchase = bought(n, at).mode(Mode::Direct);
    purchase.lines(vec![Bought::new(BEER, 6)]).papers()
}

fn with(settings: &str) -> String {
    testkit::setup_toml(0) + settings
}

#[test]
fn beer_is_taxed_by_the_dollar_of_its_month() {
    let mut centre =
        Centre::open_with(&with("\"fx.usd.2026-10\" = \"7.10\"\n"), "2026-10-31T10:00");
    let parcel = beer(1, "2026-10-31T09:58");
    centre.takes_parcel(&parcel);
    assert_eq!(centre.state(&parcel.order), "800");
    centre.at("2026-11-01T10:00");
    let next = beer(10, "2026-11-01T09:58");
    centre.takes_parcel(&next);
    assert_eq!(centre.state(&next.order), "100");
    assert_eq!(centre.told(&next.order), ["tax.fx-missing"]);
    centre
        .sets_up(&with("\"fx.usd.2026-11\" = \"7.00\"\n"))
        .unwrap();
    centre.takes(&next.declaration.clone().at("20261101095900"));
    assert_eq!(centre.state(&next.order), "800");
}

#[test]
fn a_dollar_without_its_month_is_no_setting() {
    let mut centre = Centre::open();
    for (setting, code) in [
        ("\"fx.usd\" = \"7.10\"\n", "setup.unknown"),
        ("\"fx.usd.2026-13\" = \"7.10\"\n", "setup.unknown"),
        ("\"fx.usd.2026-10\" = \"0\"\n", "setup.value"),
        ("\"fx.usd.2026-10\" = \"dear\"\n", "setup.value"),
    ] {
        let refused = centre.sets_up(&with(setting)).unwrap_err();
        assert_eq!(refused[0].code, code, "{setting}");
    }
}
