//! What the program tells of refusals: which paper, which line of it, what an officer may do.

use testkit::Parcel;

use crate::{
    person::says,
    zone::{Zone, codes},
};

const AT: &str = "2026-10-05T10:00";

#[test]
fn a_problem_of_another_paper_is_told_with_its_message_and_key() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    let [order, payment, waybill, list] = parcel.papers();
    let payment = payment.clone().set("payerName", "测试丙");
    let folder = zone.writes([order, &payment, waybill, list]);
    let data = zone.folder.join("data");
    let data = ["--data", data.to_str().unwrap(), "--at", AT];
    let told = says("en", &[&["declare", &folder], &data[..]].concat());
    let place = format!(
        "error[match.payer-differs] 411 {} payerName\n",
        payment.key()
    );
    assert!(told.out.contains(&place), "{told:#?}");
    let shown = zone.shown(&order.key());
    let problem = &shown["problems"][0];
    assert_eq!(
        (&problem["message"], &problem["key"]),
        (&"411".into(), &payment.key().into())
    );
}

#[test]
fn a_line_of_a_refused_paper_is_told_with_its_message() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    let order = parcel.order.clone().set("currency", "840");
    zone.declares([&order], AT);
    let data = zone.folder.join("data");
    let told = says(
        "en",
        &["show", &order.key(), "--data", data.to_str().unwrap()],
    );
    let place = format!("error[code.currency] 311 {} line ", order.key());
    assert!(told.out.contains(&place), "{told:#?}");
}

#[test]
fn a_withdrawn_list_sent_again_says_where_it_stands_now() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    zone.releases(&parcel, AT);
    let number = zone.shown(&parcel.order.key())["invt_no"].clone();
    let paper = parcel.withdrawal(number.as_str().unwrap(), "20261005095930");
    assert_eq!(zone.declares([&paper], AT).exit, 0);
    let again = zone.declares([&parcel.declaration], AT);
    let line = again.about("621");
    assert_eq!(
        (&line["state"], &line["now"]),
        (&"800".into(), &"withdrawn".into())
    );
    let folder = zone.writes([&parcel.declaration]);
    let data = zone.folder.join("data");
    let words = [
        "declare",
        &folder,
        "--data",
        data.to_str().unwrap(),
        "--at",
        AT,
    ];
    let told = says("en", &words);
    assert!(
        told.out.ends_with(" 800 (sent again; now withdrawn)\n"),
        "{told:#?}"
    );
}

#[test]
fn a_value_that_failed_its_own_check_accuses_no_other_paper() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    let [order, payment, waybill, list] = parcel.papers();
    let order = order
        .clone()
        .set("buyerName", "")
        .line(1)
        .set("unit", "999")
        .head();
    let folder = zone.writes([&order, payment, waybill, list]);
    let told = zone.run(&["check", &folder, "--at", AT]);
    for line in &told.lines {
        if line["message"] != "311" {
            assert_eq!(codes(line), [""; 0], "{line}");
        }
    }
}

#[test]
fn whoever_decides_is_told_what_the_state_means_and_which_reasons_there_are() {
    let zone = Zone::open();
    let parcel = Parcel::for_an_officer(1);
    zone.declares(parcel.papers(), AT);
    let (order, data) = (parcel.order.key(), zone.folder.join("data"));
    let rest = [
        "--as",
        "测试关员",
        "--data",
        data.to_str().unwrap(),
        "--at",
        AT,
    ];
    let decides = |words: &[&str]| says("en", &[&["decide"], words, &rest[..]].concat());
    let none = decides(&[&order, "release"]);
    assert_eq!(none.exit, 1);
    assert!(none.out.contains("officer.checked  "), "{none:#?}");
    let swapped = decides(&["release", &order]);
    assert_eq!(swapped.exit, 2);
    assert!(swapped.aside.contains("KEY comes first"), "{swapped:#?}");
    let done = decides(&[&order, "release", "--reason", "officer.checked"]);
    assert_eq!(done.out, format!("{order} 800 released\n"));
}
