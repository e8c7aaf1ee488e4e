//! Sums, check digits and agreement between the papers of a parcel.

#![allow(clippy::unwrap_used)] // a test that cannot go on says so by failing

use std::collections::HashSet;

use testkit::cast::{FIRMS, PERSONS, person};
use testkit::goods::{
    BOOK, CREAM, EVERYDAY, FINE_CREAM, FORMULA, HANDBAG, HONEY, INK, TOWEL, WINE,
};
use testkit::tax::{Due, Rates, in_full, spread, within_limit};
use testkit::{Block, Bought, Mode, Paper, Parcel, Purchase, digits};
use values::{Fen, Quantity, Rate};

fn fen(text: &str) -> Fen {
    text.parse().unwrap()
}

fn rates(duty: i64, consumption: i64, vat: i64) -> Rates {
    Rates {
        duty: Rate(duty),
        consumption: Rate(consumption),
        vat: Rate(vat),
    }
}

fn due(duty: &str, consumption: &str, vat: &str) -> Due {
    Due {
        duty: fen(duty),
        consumption: fen(consumption),
        vat: fen(vat),
    }
}

#[test]
fn taxes_within_the_limits_are_exact_to_the_fen() {
    let cases = [
        ("436.00", rates(0, 0, 130_000), due("0", "0", "39.68")),
        ("315.00", rates(0, 0, 130_000), due("0", "0", "28.67")),
        ("55.00", rates(0, 0, 130_000), due("0", "0", "5.01")),
        ("0.05", rates(0, 0, 130_000), due("0", "0", "0.00")),
        ("91.00", rates(0, 0, 90_000), due("0", "0", "5.73")),
        (
            "425.00",
            rates(10_000, 150_000, 130_000),
            due("0", "52.50", "45.50"),
        ),
        (
            "300.00",
            rates(10_000, 150_000, 130_000),
            due("0", "37.06", "32.12"),
        ),
        (
            "260.04",
            rates(140_000, 100_000, 130_000),
            due("0", "20.23", "26.29"),
        ),
        (
            "506.91",
            rates(30_000, 150_000, 130_000),
            due("0", "62.62", "54.27"),
        ),
    ];
    for (value, rates, wanted) in cases {
        assert_eq!(within_limit(fen(value), rates), wanted, "{value}");
    }
}

#[test]
fn one_piece_above_the_single_limit_pays_in_full() {
    let cases = [
        (
            "6800.00",
            rates(80_000, 0, 130_000),
            due("544.00", "0", "954.72"),
        ),
        (
            "5000.01",
            rates(60_000, 0, 130_000),
            due("300.00", "0", "689.00"),
        ),
        (
            "5200.00",
            rates(30_000, 150_000, 130_000),
            due("156.00", "945.18", "819.15"),
        ),
        (
            "8888.00",
            rates(140_000, 100_000, 130_000),
            due("1244.32", "1125.81", "1463.56"),
        ),
    ];
    for (value, rates, wanted) in cases {
        assert_eq!(in_full(fen(value), rates), wanted, "{value}");
    }
}

#[test]
fn freight_is_cut_to_the_fen_and_the_last_line_with_a_value_takes_the_rest() {
    let values = [fen("256.00"), fen("66.60"), fen("499.00"), Fen::ZERO];
    assert_eq!(
        spread(fen("12.34"), &values),
        [fen("3.84"), fen("1.00"), fen("7.50"), Fen::ZERO]
    );
    assert_eq!(
        spread(fen("0.66"), &values),
        [fen("0.20"), fen("0.05"), fen("0.41"), Fen::ZERO]
    );
    assert_eq!(spread(fen("5.00"), &[Fen::ZERO]), [Fen::ZERO]);
}

#[test]
fn the_first_parcel_is_that_of_the_stories() {
    let order = testkit::order();
    assert_eq!(order.get("buyerIdNumber"), Some("540102190001010010"));
    assert_eq!(order.get("buyerName"), Some("测试甲"));
    assert_eq!(order.get("goodsValue"), Some("436.00"));
    assert_eq!(order.get("taxTotal"), Some("39.68"));
    assert_eq!(order.get("acturalPaid"), Some("475.68"));
    assert_eq!(testkit::payment().get("amountPaid"), Some("475.68"));
    assert_eq!(
        testkit::waybill().get("logisticsNo"),
        Some("LS2026100500001")
    );
    assert_eq!(testkit::waybill().get("weight"), Some("2.3"));
}

#[test]
fn consumption_tax_on_cream_starts_at_ten_yuan_a_gram() {
    assert_eq!(CREAM.rates(CREAM.price, 1).consumption, Rate::ZERO);
    assert_eq!(
        FINE_CREAM.rates(FINE_CREAM.price, 1).consumption,
        Rate(150_000)
    );
    assert_eq!(FINE_CREAM.rates(fen("199.99"), 1).consumption, Rate::ZERO);
    assert_eq!(
        FINE_CREAM.rates(fen("200.00"), 1).consumption,
        Rate(150_000)
    );
    assert_eq!(FINE_CREAM.rates(fen("399.99"), 2).consumption, Rate::ZERO);
}

fn sum(blocks: &[Block], field: &str) -> Fen {
    blocks
        .iter()
        .map(|line| fen(line.get(field).unwrap()))
        .sum()
}

fn same(one: &Paper, other: &Paper, pairs: &[(&str, &str)]) {
    for (field, counterpart) in pairs {
        assert_eq!(
            one.get(field),
            other.get(counterpart),
            "{field} and {counterpart}"
        );
        assert!(one.get(field).is_some(), "{field}");
    }
}

/// Everything that customs compares between the papers.
fn agrees(parcel: &Parcel) {
    let Parcel {
        order,
        payment,
        waybill,
        declaration,
    } = parcel;
    let head = |field| fen(order.get(field).unwrap());
    assert_eq!(head("goodsValue"), sum(order.lines(), "totalPrice"));
    assert_eq!(
        head("acturalPaid"),
        head("goodsValue") + head("freight") + head("taxTotal") - head("discount")
    );
    same(
        order,
        payment,
        &[("acturalPaid", "amountPaid"), ("orderNo", "orderNo")],
    );
    same(
        order,
        payment,
        &[
            ("buyerIdNumber", "payerIdNumber"),
            ("buyerName", "payerName"),
        ],
    );
    same(
        order,
        payment,
        &[
            ("payTransactionId", "payTransactionId"),
            ("payCode", "payCode"),
        ],
    );
    same(
        order,
        payment,
        &[("ebpCode", "ebpCode"), ("currency", "currency")],
    );
    same(
        order,
        waybill,
        &[("consignee", "consignee"), ("orderNo", "orderNo")],
    );
    same(
        order,
        waybill,
        &[("consigneeTelephone", "consigneeTelephone")],
    );
    same(order, waybill, &[("consigneeAddress", "consigneeAddress")]);
    same(
        order,
        declaration,
        &[("orderNo", "orderNo"), ("ebpCode", "ebpCode")],
    );
    same(
        order,
        declaration,
        &[("ebcCode", "ebcCode"), ("freight", "freight")],
    );
    same(
        order,
        declaration,
        &[
            ("buyerIdNumber", "buyerIdNumber"),
            ("buyerName", "buyerName"),
        ],
    );
    same(order, declaration, &[("buyerTelephone", "buyerTelephone")]);
    same(
        order,
        declaration,
        &[("consigneeAddress", "consigneeAddress")],
    );
    same(
        waybill,
        declaration,
        &[("logisticsNo", "logisticsNo"), ("weight", "grossWeight")],
    );
    same(waybill, declaration, &[("logisticsCode", "logisticsCode")]);
    same(waybill, declaration, &[("insuredFee", "insuredFee")]);
    let weight = |field| declaration.get(field).unwrap().parse::<Quantity>().unwrap();
    assert!(weight("grossWeight") >= weight("netWeight"));
    assert_eq!(order.lines().len(), declaration.lines().len());
    for (ours, theirs) in order.lines().iter().zip(declaration.lines()) {
        for field in [
            "gnum",
            "itemNo",
            "qty",
            "unit",
            "price",
            "totalPrice",
            "country",
            "barCode",
        ] {
            assert_eq!(ours.get(field), theirs.get(field), "{field}");
        }
        let pieces: Quantity = ours.get("qty").unwrap().parse().unwrap();
        assert_eq!(
            fen(ours.get("price").unwrap()).times(pieces),
            Some(fen(ours.get("totalPrice").unwrap()))
        );
    }
    assert!(order.get("appTime") <= payment.get("payTime"));
    assert!(payment.get("payTime") <= declaration.get("appTime"));
}

#[test]
fn the_four_papers_of_a_lawful_parcel_agree_in_everything_customs_compares() {
    for n in 0..200 {
        agrees(&Parcel::lawful(n));
    }
}

#[test]
fn freight_discount_gifts_and_several_rates_still_add_up() {
    let mut purchase = Purchase::lawful(7).mode(Mode::Direct).lines(vec![
        Bought::new(WINE, 2),
        Bought::new(HONEY, 1),
        Bought::gift(CREAM),
    ]);
    purchase.freight = fen("12.34");
    purchase.discount = fen("20.00");
    agrees(&purchase.papers());
    let dues = purchase.dues();
    assert_eq!(dues[2].total(), Fen::ZERO, "a gift pays nothing");
    assert_eq!(
        purchase.to_pay(),
        fen("322.60") + fen("12.34") + purchase.tax() - fen("20.00")
    );
}

#[test]
fn one_handbag_pays_in_full_and_two_count_as_two_pieces() {
    let one = Purchase::lawful(1).lines(vec![Bought::new(HANDBAG, 1)]);
    assert_eq!(one.tax(), fen("510.00") + fen("1171.30"));
    assert_eq!(
        Purchase::lawful(1)
            .lines(vec![Bought::new(HANDBAG, 2)])
            .pieces(),
        2
    );
}

#[test]
fn check_digits_of_firms_persons_and_barcodes_are_right() {
    assert_eq!(digits::credit_check("91350100M000100Y4"), '3');
    assert_eq!(digits::citizen_check("11010519491231002"), 'X');
    assert_eq!(digits::barcode_check("690123456789"), '2');
    for firm in FIRMS {
        let (rest, check) = firm.code.split_at(17);
        assert_eq!(
            digits::credit_check(rest).to_string(),
            check,
            "{}",
            firm.name
        );
        assert!(firm.code.starts_with("91540195MA6TE5T"));
    }
    for good in BOOK.iter().chain([&TOWEL, &INK]) {
        let (rest, check) = good.barcode.split_at(12);
        assert_eq!(
            digits::barcode_check(rest).to_string(),
            check,
            "{}",
            good.name
        );
    }
    let ids: Vec<_> = (1..=7).map(|n| person(n).id).collect();
    assert_eq!(ids[4], "540102190001010053");
    assert_eq!(ids[6], "54010219000101007X");
}

#[test]
fn persons_with_different_numbers_are_different_and_born_on_the_first_of_january_1900() {
    let many = (0..250_000).chain([PERSONS - 1, PERSONS / 2]);
    let ids: Vec<_> = many.map(|n| person(n).id).collect();
    assert!(
        ids.iter()
            .all(|id| id.len() == 18 && &id[6..14] == "19000101")
    );
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
    assert_eq!(person(1).name, "测试甲");
    assert_eq!(person(11).name, "测试甲甲");
    assert_eq!(person(1).phone, "13800000001");
    assert!(
        person(3).address.contains("ལྷ་ས"),
        "some addresses are in two scripts"
    );
}

#[test]
fn item_records_number_the_book_and_everyday_goods_lie_in_it() {
    let records: Vec<_> = BOOK.iter().map(|good| good.record).collect();
    assert_eq!(records, (1..=12).map(Some).collect::<Vec<_>>());
    assert!(EVERYDAY.iter().all(|good| BOOK.contains(good)));
    assert_eq!(EVERYDAY[0], FORMULA);
}
