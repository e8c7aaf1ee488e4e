//! The synthetic day and the load: deterministic, lawful but for what is planted.

#![allow(clippy::unwrap_used)] // a test that cannot go on says so by failing

mod reader;
mod referee;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use reader::read;
use referee::Referee;
use testkit::day::FAULTS;
use testkit::{Day, Expected, Fault, Load, setup_toml};
use values::{Day as Date, Moment};

fn date() -> Date {
    Date::new(2026, 11, 11).unwrap()
}

fn xml(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Every parcel must have ended as planted, for that one reason.
fn ends_as_planted<'a>(day: &Day, messages: impl Iterator<Item = &'a (String, Vec<u8>)>) {
    let mut referee = Referee::default();
    messages.for_each(|(_, bytes)| referee.hear(xml(bytes)));
    let ends = referee.ends();
    assert_eq!(ends.len(), day.planted.len());
    for planted in &day.planted {
        let wanted: BTreeSet<_> = planted.expected.code().into_iter().collect();
        assert_eq!(ends[&planted.order], wanted, "{planted:?}");
    }
}

#[test]
fn a_day_ends_parcel_by_parcel_as_planted_and_each_for_one_reason_only() {
    for seed in [1, 2, 3] {
        let day = Day::new(1000, seed, date());
        assert_eq!(day.planted.len(), 1000);
        ends_as_planted(&day, day.messages.iter());
    }
}

#[test]
fn messages_that_can_come_in_any_order_change_nothing_when_they_do() {
    let day = Day::new(300, 4, date());
    let (first, late) = day.messages.split_at(day.any_order);
    assert!(!first.is_empty() && !late.is_empty());
    ends_as_planted(&day, first.iter().rev().chain(late));
    let (even, odd): (Vec<_>, Vec<_>) = first.iter().enumerate().partition(|(at, _)| at % 2 == 0);
    let turned = odd.into_iter().chain(even).map(|(_, message)| message);
    ends_as_planted(&day, turned.chain(late.iter().rev()));
}

#[test]
fn about_one_parcel_in_twelve_is_planted_and_every_fault_occurs() {
    let day = Day::new(1000, 7, date());
    let mut counts: BTreeMap<Fault, usize> = BTreeMap::new();
    for planted in &day.planted {
        if let Some(fault) = planted.fault {
            *counts.entry(fault).or_default() += 1;
        }
        assert_eq!(
            planted.expected,
            planted.fault.map_or(Expected::Released, Fault::expected)
        );
    }
    assert_eq!(counts.values().sum::<usize>(), 80);
    assert_eq!(counts.len(), FAULTS.len());
    let small = Day::new(100, 7, date());
    let kinds: HashSet<_> = small
        .planted
        .iter()
        .filter_map(|planted| planted.fault)
        .collect();
    assert_eq!(kinds.len(), FAULTS.len(), "from 100 parcels on all of them");
    for parcels in 0..30 {
        assert_eq!(Day::new(parcels, 7, date()).planted.len(), parcels);
    }
}

#[test]
fn the_table_of_faults_has_each_once() {
    let faults: HashSet<_> = FAULTS.iter().map(|(fault, _)| fault).collect();
    assert_eq!(faults.len(), FAULTS.len());
    assert!(
        FAULTS
            .iter()
            .all(|(fault, expected)| fault.expected() == *expected)
    );
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_another_day() {
    let one = Day::new(200, 42, date());
    let same = Day::new(200, 42, date());
    let other = Day::new(200, 43, date());
    assert_eq!(one.messages, same.messages);
    assert_eq!(one.planted, same.planted);
    assert_ne!(one.messages, other.messages);
}

#[test]
fn messages_are_batches_of_one_type_and_sender_named_in_sending_order() {
    let day = Day::new(1000, 5, date());
    let names: Vec<_> = day.messages.iter().map(|(name, _)| name.clone()).collect();
    let mut sorted = names.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(names, sorted);
    for (name, bytes) in &day.messages {
        let root = read(xml(bytes));
        let documents = root.children.len() - 1;
        assert!((1..=100).contains(&documents), "{name}: {documents}");
        assert!(name.contains(&root.name[..6]), "{name}");
        assert!(
            name.contains(root.child("BaseTransfer").find("copCode").unwrap()),
            "{name}"
        );
    }
}

#[test]
fn modes_firms_repeats_and_tallies_are_mixed() {
    let day = Day::new(1000, 6, date());
    let mut referee = Referee::default();
    let mut modes: BTreeMap<String, usize> = BTreeMap::new();
    let mut senders = BTreeSet::new();
    let mut contents = HashSet::new();
    let (mut tallied, mut same_files) = (0, 0);
    for (_, bytes) in &day.messages {
        let root = read(xml(bytes));
        referee.hear(xml(bytes));
        senders.insert(
            root.child("BaseTransfer")
                .find("copCode")
                .unwrap()
                .to_owned(),
        );
        if !contents.insert(bytes) {
            same_files += 1;
            continue;
        }
        for list in root.all("Inventory") {
            *modes
                .entry(list.find("tradeMode").unwrap().to_owned())
                .or_default() += 1;
        }
        tallied += root
            .all("Delivery")
            .flat_map(|tally| tally.all("DeliveryList"))
            .count();
    }
    assert!(
        modes["1210"] > modes["9610"] && modes["9610"] > modes["1239"],
        "{modes:?}"
    );
    assert!(tallied > 100, "direct mail is counted in");
    assert_eq!(
        senders.len(),
        10,
        "three platforms, three declaring firms, two carriers …"
    );
    assert!(
        same_files > 0 && referee.repeated > 16,
        "whole files and single papers come again"
    );
}

#[test]
fn no_paper_of_a_day_is_dated_after_it_opens() {
    let day = Day::new(200, 9, date());
    assert_eq!(day.opens, "2026-11-11T00:05:00".parse::<Moment>().unwrap());
    let opens = day.opens.wire();
    for (name, bytes) in &day.messages {
        for line in xml(bytes)
            .lines()
            .filter(|line| line.starts_with("<ceb:appTime>"))
        {
            assert!(
                line["<ceb:appTime>".len()..][..14] <= *opens,
                "{name}: {line}"
            );
        }
    }
}

#[test]
fn the_setup_file_is_toml_with_firms_site_book_and_guarantees() {
    let setup: toml::Table = setup_toml(1000).parse().unwrap();
    let tables = |name: &str| setup[name].as_array().unwrap().clone();
    assert_eq!(tables("firm").len(), 12);
    assert_eq!(tables("site")[0]["modes"].as_array().unwrap().len(), 3);
    let book = &tables("book")[0];
    assert_eq!(book["number"].as_str(), Some("T-LS-0001"));
    let items = book["item"].as_array().unwrap();
    assert_eq!(items.len(), 12);
    assert_eq!(items[0]["stock"].as_str(), Some("5196"));
    assert_eq!(items[11]["stock"].as_str(), Some("1"));
    assert_eq!(tables("guarantee").len(), 3);
    assert_eq!(
        tables("guarantee")[0]["amount"].as_str(),
        Some("2500000.00")
    );
    assert_eq!(setup["settings"]["signature.require"].as_str(), Some("off"));
}

#[test]
fn a_load_is_lawful_and_every_parcel_has_its_own_buyer() {
    let load = Load::new(1050);
    let (mut referee, mut guids, mut buyers) = (Referee::default(), HashSet::new(), HashSet::new());
    let sizes = load.map(|batch| {
        for bytes in &batch.messages {
            let root = read(xml(bytes));
            assert_eq!(root.children.len() as u64, batch.parcels + 1);
            for line in xml(bytes).lines() {
                if let Some(guid) = line.strip_prefix("<ceb:guid>") {
                    assert_eq!(guid.len(), 36 + "</ceb:guid>".len());
                    assert!(guids.insert(guid.to_owned()), "{guid} twice");
                }
                if let Some(id) = line.strip_prefix("<ceb:payerIdNumber>") {
                    buyers.insert(id.to_owned());
                }
            }
            assert!(guids.insert(root.attribute("guid").to_owned()));
            referee.hear(xml(bytes));
        }
        batch.parcels
    });
    let sizes: Vec<u64> = sizes.collect();
    assert_eq!(sizes, [[100; 10].as_slice(), &[50]].concat());
    assert_eq!(buyers.len(), 1050);
    let ends = referee.ends();
    assert_eq!(ends.len(), 1050);
    assert!(ends.values().all(BTreeSet::is_empty));
}

#[test]
fn loads_whose_numbers_do_not_overlap_share_no_order() {
    let orders = |load: Load| -> HashSet<String> {
        let texts: Vec<_> = load
            .map(|batch| xml(&batch.messages[0]).to_owned())
            .collect();
        let lines = texts.iter().flat_map(|text| text.lines());
        lines
            .filter(|line| line.starts_with("<ceb:orderNo>"))
            .map(str::to_owned)
            .collect()
    };
    let (first, second) = (
        orders(Load::new(150)),
        orders(Load::new(150).numbered_from(151)),
    );
    assert_eq!((first.len(), second.len()), (150, 150));
    assert!(first.is_disjoint(&second));
}
