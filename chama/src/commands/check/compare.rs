//! The papers of one dossier among those given, against each other.

use std::collections::BTreeMap;

use clearance::{
    acts::{Paper, Zone, is_unusable},
    decide::{matching, pairs},
    model::{Dossier, Tally},
    problems,
};
use values::{Finding, Moment};

use super::Seen;

/// Compares the papers of one dossier among those given; a missing one is only worth knowing.
pub(super) fn compare(zone: &Zone, now: Moment, seen: &mut [Seen]) {
    let mut dossiers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, one) in seen.iter().enumerate() {
        if let Some(order) = one.order.clone() {
            dossiers.entry(order).or_default().push(at);
        }
    }
    for given in dossiers.values() {
        let places = standing(seen, given);
        let Some(list_at) = places
            .iter()
            .copied()
            .find(|at| seen[*at].message.as_deref() == Some("621"))
        else {
            continue;
        };
        let (mut dossier, missing) = gather(seen, &places);
        dossier.arrivals = arrivals_of(seen, &dossier);
        if missing.is_empty() {
            let found = matching::compare(&dossier, zone.rulebook.at(now.day()));
            for finding in comparable(seen, &places, found) {
                let of = places
                    .iter()
                    .copied()
                    .find(|at| seen[*at].message.as_deref() == Some(&*finding.paper.message))
                    .unwrap_or(list_at);
                let mut finding = finding;
                let line = finding.paper.line;
                finding.paper.line = line.or_else(|| Some(seen[of].line_of(&finding.field)));
                seen[of].findings.push(finding);
            }
        } else {
            for code in missing {
                seen[list_at].findings.push(
                    Finding::note(code)
                        .of("621")
                        .at("orderNo")
                        .with("order", &dossier.list.order_no),
                );
            }
        }
    }
}

/// What was compared, without what rests on a value that failed its own check.
fn comparable(seen: &[Seen], places: &[usize], mut found: Vec<Finding>) -> Vec<Finding> {
    let of_papers = places.iter().flat_map(|at| &seen[*at].findings);
    let faults: Vec<&Finding> = of_papers.filter(|one| is_unusable(one)).collect();
    found.retain(|one| !pairs::rests_on(one, &faults));
    found
}

/// Which of the papers of an order would stand when all had come, in the order they were given in:
/// of one number the first, or what changed it since. Who declares them is told the same.
fn standing(seen: &mut [Seen], given: &[usize]) -> Vec<usize> {
    let mut stands: Vec<usize> = Vec::new();
    for at in given.iter().copied() {
        let one = &seen[at];
        let number = |other: &usize| {
            let other = &seen[*other];
            (&other.message, &other.key) == (&one.message, &one.key)
        };
        let app_type = one.get("appType");
        let Some(slot) = stands.iter().position(number) else {
            if app_type != Some("3") {
                stands.push(at);
            }
            continue;
        };
        let first = &seen[stands[slot]];
        // Nothing stands on what was only saved, or was refused.
        let nothing =
            first.get("appStatus") == Some("1") || Finding::refusal(&first.findings).is_some();
        match app_type {
            Some("3") => {
                stands.remove(slot);
            }
            Some("2") => stands[slot] = at,
            _ if nothing => stands[slot] = at,
            _ if first.digest == one.digest => {}
            _ => {
                let finding = Finding::refused(problems::CONFLICT)
                    .of(one.message.clone().unwrap_or_default())
                    .at("appType")
                    .saw(app_type.unwrap_or_default())
                    .with("time", first.get("appTime").unwrap_or_default())
                    .line(one.line_of("appType"));
                seen[at].findings.push(finding);
            }
        }
    }
    stands
}

/// How the parcel of a direct purchase was counted in, if that is among the papers given.
fn arrivals_of(seen: &[Seen], dossier: &Dossier) -> Vec<Tally> {
    let waybill = dossier.list.waybill();
    let counts = |one: &Seen| match &one.paper {
        Some(Paper::Tally(tally)) if tally.counted().any(|one| one == waybill) => {
            Some(tally.clone())
        }
        _ => None,
    };
    seen.iter().filter_map(counts).collect()
}

fn gather(seen: &[Seen], places: &[usize]) -> (Dossier, Vec<&'static str>) {
    let mut dossier = Dossier::default();
    let (mut order, mut waybill) = (false, false);
    for at in places {
        match &seen[*at].paper {
            Some(Paper::Order(one)) => {
                dossier.order = one.clone();
                order = true;
            }
            Some(Paper::Payment(one)) => dossier.payments.push(one.clone()),
            Some(Paper::Waybill(one)) => {
                dossier.waybill = one.clone();
                waybill = true;
            }
            Some(Paper::List(one)) => dossier.list = (**one).clone(),
            _ => {}
        }
    }
    // Without an order that names its payment, each of them is its own.
    let its = |payment| !matching::is_anothers(&dossier.order, payment);
    let paid = dossier.payments.iter().any(its);
    let there = [
        (order, problems::ORDER_MISSING),
        (paid, problems::PAYMENT_MISSING),
        (waybill, problems::WAYBILL_MISSING),
    ];
    (
        dossier,
        there
            .into_iter()
            .filter(|(there, _)| !there)
            .map(|(_, code)| code)
            .collect(),
    )
}
