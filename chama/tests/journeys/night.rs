//! A busy night: late payments, faults among honest parcels, several senders at once.

use std::{fs, process::Child, thread};

use testkit::{
    Bought, Day, Expected, Parcel, Purchase,
    cast::{P1, P2, person},
    goods::{HANDBAG, SHAVER},
};
use values::Fen;

use crate::zone::{Told, Zone, bought, codes, told};

#[test]
fn a_payment_hours_late_frees_the_list_and_one_that_never_comes_ends_it() {
    let zone = Zone::open_with(&testkit::setup_toml(0), "2026-11-11T00:20");
    let (late, never) = (
        bought(1, "2026-11-11T00:10").papers(),
        bought(2, "2026-11-11T00:10").papers(),
    );
    let unpaid = [&late, &never]
        .into_iter()
        .flat_map(|parcel| [&parcel.order, &parcel.waybill, &parcel.declaration]);
    let told = zone.declares(unpaid, "2026-11-11T00:20");
    assert_eq!(told.exit, 0, "waiting is no refusal");
    let lists = told.lines.iter().filter(|line| line["message"] == "621");
    for list in lists {
        assert_eq!((&list["ok"], &list["state"]), (&true.into(), &"2".into()));
        assert_eq!(codes(list), ["match.payment-missing"]);
        assert_eq!(list["problems"][0]["owner"], "payment");
        assert_eq!(list["problems"][0]["retry"], true);
    }
    let waiting = zone.run(&["show"]);
    assert_eq!(waiting.lines.len(), 2);
    for line in &waiting.lines {
        assert_eq!(
            (&line["state"], &line["missing"]),
            (&"2".into(), &"411".into())
        );
    }

    zone.declares([&late.payment], "2026-11-11T02:20");
    assert_eq!(zone.shown(&late.order.key())["state"], "800");
    zone.declares([&late.payment], "2026-11-14T00:20");
    let ended = zone.shown(&never.order.key());
    assert_eq!(ended["state"], "100");
    assert_eq!(codes(&ended), ["match.payment-missing"]);
    zone.is_sound();
}

#[test]
fn every_fault_of_a_night_is_told_and_no_honest_parcel_is_refused() {
    let day = Day::new(120, 11, "2026-11-11".parse().unwrap());
    let zone = Zone::open_with(&day.setup_toml, "2026-11-11T00:05");
    let papers = zone.folder.join("night");
    fs::create_dir(&papers).unwrap();
    for (name, bytes) in &day.messages {
        fs::write(papers.join(name), bytes).unwrap();
    }
    let told = zone.run(&[
        "declare",
        papers.to_str().unwrap(),
        "--at",
        "2026-11-11T00:05",
    ]);
    assert_eq!(told.exit, 1, "some were refused");
    let released = |list: &str| {
        let mut mine = told
            .lines
            .iter()
            .filter(|line| line["message"] == "621" && line["key"] == list);
        mine.any(|line| line["state"] == "800")
    };
    for planted in &day.planted {
        let honest = planted.expected == Expected::Released;
        assert_eq!(released(&planted.declaration), honest, "{planted:?}");
        if let Expected::Refused(code) | Expected::Waiting(code) | Expected::Review(code) =
            planted.expected
        {
            let (_, number) = planted.order.split_once('/').unwrap();
            let told_of = told.lines.iter().any(|line| {
                codes(line).iter().any(|told| told == code)
                    && (line["key"] == planted.order
                        || line["key"] == planted.declaration
                        || line.to_string().contains(number))
            });
            assert!(told_of, "{planted:?}");
        }
    }
    zone.is_sound();
}

/// Runs commands at once, each again while another has the folder; how each ended.
fn at_once(zone: &Zone, commands: Vec<Vec<String>>) -> Vec<Told> {
    let run = |words: Vec<String>| {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        for _ in 0..200 {
            let child: Child = zone
                .command(&words)
                .stdout(std::process::Stdio::piped())
                .stderr(std::process::Stdio::piped())
                .spawn()
                .unwrap();
            let told = told(&child.wait_with_output().unwrap());
            if told.exit != 3 {
                return told;
            }
            assert!(told.aside.contains("in use"), "{}", told.aside);
        }
        panic!("the folder was never free");
    };
    thread::scope(|scope| {
        let senders: Vec<_> = commands
            .into_iter()
            .map(|words| scope.spawn(move || run(words)))
            .collect();
        senders
            .into_iter()
            .map(|sender| sender.join().unwrap())
            .collect()
    })
}

fn declaring(folder: &str) -> Vec<String> {
    ["declare", folder, "--at", "2026-10-05T10:00"]
        .map(str::to_owned)
        .into()
}

#[test]
fn ten_programs_that_send_the_same_message_at_once_leave_one_record() {
    let zone = Zone::open();
    let parcel = Parcel::lawful(1);
    let folder = zone.writes([&parcel.order]);
    let answers = at_once(&zone, vec![declaring(&folder); 10]);
    let mut statuses: Vec<u64> = answers
        .iter()
        .map(|told| told.lines[0]["status"].as_u64().unwrap())
        .collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [[200; 9].as_slice(), &[202]].concat());
    assert_eq!(zone.statuses("312", &parcel.order.key()), [2]);
    zone.is_sound();
}

#[test]
fn two_platforms_at_once_never_pass_the_year_together() {
    let zone = Zone::open();
    let buyer = person(2);
    let single = |n, good, price| {
        let line = Bought {
            price: Fen(price),
            ..Bought::new(good, 1)
        };
        Purchase::lawful(n).buyer(buyer.clone()).lines(vec![line])
    };
    for (n, price) in [(101, 850_000), (102, 850_000), (103, 800_000)] {
        zone.releases(&single(n, HANDBAG, price).papers(), "2026-10-05T10:00");
    }
    let order = |n, platform| {
        Purchase {
            platform,
            ..single(n, SHAVER, 70_000)
        }
        .papers()
    };
    let parcels = [order(201, P1), order(202, P2)];
    let commands = parcels
        .iter()
        .map(|parcel| declaring(&zone.writes(parcel.papers())))
        .collect();
    let mut ends: Vec<(i32, String)> = at_once(&zone, commands)
        .iter()
        .map(|told| {
            let state = told.about("621")["state"].as_str().unwrap();
            (told.exit, state.to_owned())
        })
        .collect();
    ends.sort();
    assert_eq!(ends, [(0, "800".to_owned()), (1, "-621018".to_owned())]);
    zone.is_sound();
}
