//! A day with planted faults: each is found under its own code, and no honest parcel is refused.

use std::collections::BTreeMap;

use clearance::acts::{Answer, Taken};
use testkit::{Day, Expected};
use values::Day as Date;

use crate::centre::{Centre, codes};

/// Everything refused on arrival, by platform and order number.
fn refused(answers: &[Answer]) -> BTreeMap<String, Vec<String>> {
    let mut refused: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for answer in answers.iter().filter(|one| one.taken == Taken::Refused) {
        let (home, _) = answer.home.as_ref().expect("every paper could be read");
        let found = refused.entry(home.text()).or_default();
        found.extend(codes(&answer.findings));
    }
    refused
}

fn ends_as_planted(parcels: usize, seed: u64) {
    let date = Date::new(2026, 11, 11).unwrap();
    let day = Day::new(parcels, seed, date);
    let mut centre = Centre::open_with(&day.setup_toml, "2026-11-11T00:05");
    let texts: Vec<&str> = day
        .messages
        .iter()
        .map(|(_, bytes)| std::str::from_utf8(bytes).unwrap())
        .collect();
    let answers: Vec<Answer> = texts
        .chunks(16)
        .flat_map(|texts| centre.takes_together(texts.iter().copied()))
        .collect();
    let refused = refused(&answers);
    for planted in &day.planted {
        let shown = centre.maybe_shown(&planted.order);
        let state = shown.as_ref().map_or("", |shown| &shown.state);
        let mut told = shown
            .as_ref()
            .map_or(Vec::new(), |shown| codes(&shown.findings));
        told.extend(refused.get(&planted.order).into_iter().flatten().cloned());
        told.sort();
        told.dedup();
        match planted.expected {
            Expected::Released => {
                assert_eq!((state, &told[..]), ("800", &[][..]), "{planted:?}");
            }
            Expected::Review(code) => assert_eq!(
                (state, &told[..]),
                ("300", &[code.to_owned()][..]),
                "{planted:?}"
            ),
            Expected::Waiting(code) => {
                assert_eq!(state, "2", "{planted:?}");
                let wanted = if code.contains("payment") {
                    "411"
                } else {
                    "511"
                };
                assert_eq!(shown.unwrap().missing, [wanted], "{planted:?}");
            }
            Expected::Refused(code) => {
                assert_ne!(state, "800", "{planted:?}");
                let mut own = told.clone();
                own.retain(|told| !(told.starts_with("match.") && told.ends_with("-missing")));
                assert_eq!(own, [code], "{planted:?}");
            }
        }
    }
}

#[test]
fn every_planted_fault_is_found_under_its_own_code_and_no_honest_parcel_is_refused() {
    ends_as_planted(300, 1);
}

#[test]
fn another_day_with_other_chances_ends_as_planted_too() {
    ends_as_planted(150, 2);
}
