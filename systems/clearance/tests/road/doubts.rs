//! Codes that a table lacks: refused where the table is whole, noted where it is not.

use clearance::acts::{Answer, Taken};
use testkit::{Paper, Parcel};
use values::{Finding, Weight};

use crate::centre::{Centre, codes};

/// An office that has come since the table was made.
const YOUNGER: &str = "8899";

fn noted(findings: &[Finding]) -> Vec<(&str, Option<&str>)> {
    findings
        .iter()
        .filter(|finding| finding.code == "code.list-incomplete")
        .inspect(|finding| assert_eq!(finding.weight, Weight::Note))
        .map(|finding| (finding.field.as_ref(), finding.seen.as_deref()))
        .collect()
}

fn takes(centre: &mut Centre, paper: &Paper) -> Answer {
    let answer = centre.takes(paper);
    assert_eq!(answer.taken, Taken::Accepted, "{:?}", answer.findings);
    answer
}

#[test]
fn an_office_that_a_partial_table_lacks_is_noted_and_the_list_clears() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let list = parcel.declaration.clone().set("portCode", YOUNGER);
    centre.takes_all([&parcel.order, &parcel.payment, &parcel.waybill]);
    let answer = takes(&mut centre, &list);
    assert_eq!(noted(&answer.findings), [("portCode", Some(YOUNGER))]);
    assert_eq!(centre.state(&parcel.order), "800");
    // The note stands on the receipt of the paper itself.
    let first = centre.receipts("622", &list.key()).remove(0);
    let told: Vec<Finding> = first.said.findings;
    assert_eq!(noted(&told), [("portCode", Some(YOUNGER))]);
}

#[test]
fn an_office_without_a_filed_site_is_still_refused() {
    let mut centre = Centre::open();
    let list = Parcel::lawful(1).declaration.set("customsCode", YOUNGER);
    let answer = centre.takes(&list);
    assert_eq!(codes(&answer.findings), ["site.unknown"]);
}

#[test]
fn a_division_that_a_partial_table_lacks_is_noted() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let order = parcel.order.clone().set("consigneeDistrict", "540199");
    let answer = takes(&mut centre, &order);
    assert_eq!(
        noted(&answer.findings),
        [("consigneeDistrict", Some("540199"))]
    );
}

#[test]
fn a_code_that_a_whole_table_or_the_tariff_lacks_is_refused() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    let country = parcel.declaration.clone().set("tradeMode", "9999");
    assert!(codes(&centre.takes(&country).findings).contains(&"code.trade-mode".to_owned()));
    let younger = parcel
        .declaration
        .clone()
        .line(1)
        .set("gcode", "8543400000");
    let answer = centre.takes(&younger.head());
    assert_eq!(codes(&answer.findings), ["code.hs"]);
}
