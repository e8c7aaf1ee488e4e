//! Past verdicts made again, under their own rules or others.

use std::collections::{BTreeMap, BTreeSet};

use rulebook::Rulebook;
use serde::Serialize;
use store::{Session, StoreError};
use values::{Day, Finding, Moment, Weight};

use super::{Stood, Zone, judge::Inputs};
use crate::{
    decide::{Verdict, assess},
    model::{BillLine, Dossier, Home, List, Order, Payment, Tally, Waybill},
    problems::REPLAY_DIFFERS,
    store::{self as tables, Stored},
};

/// A verdict made again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Replayed {
    /// Number of the act.
    pub act: i64,
    /// Platform and order number.
    pub key: String,
    /// Day whose rules counted.
    pub day: String,
    /// Version of the program that made it.
    pub program: String,
    /// Whether it came out the same.
    pub same: bool,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// One thing that came out otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What: `outcome`, `findings`, `vat`, …
    pub name: &'static str,
    /// Of which line, code or item, where there are several; else empty.
    pub of: String,
    /// As it was decided; `-` where there was nothing.
    pub then: String,
    /// As it comes out now.
    pub now: String,
}

impl Replayed {
    /// The differences as findings; where they were asked for, they are worth knowing and no more.
    #[must_use]
    pub fn findings(&self, asked: bool) -> Vec<Finding> {
        let weight = match asked {
            true => Weight::Note,
            false => Weight::Refuse,
        };
        let finding = |one: &Difference| {
            Finding::new(REPLAY_DIFFERS, weight)
                .at(one.name)
                .with("key", &self.key)
                .with("day", &self.day)
                .with("program", &self.program)
                .with("asked", if asked { "yes" } else { "no" })
                .with("name", one.name)
                .with("of", &one.of)
                .with("then", &one.then)
                .with("now", &one.now)
        };
        self.differences.iter().map(finding).collect()
    }
}

/// Makes every verdict of those days again, each with the code tables that stood when it was made,
/// and tells each to `see`; how many there were.
pub fn replay(
    session: Session<'_>,
    zone: &Zone,
    rulebook: &Rulebook,
    codes: &Stood,
    (from, to): (Option<Day>, Option<Day>),
    mut see: impl FnMut(Replayed),
) -> Result<usize, StoreError> {
    let (mut after, mut count) = (0, 0);
    loop {
        let stored = tables::verdicts_after(session, after, 500)?;
        let Some(last) = stored.last() else {
            return Ok(count);
        };
        after = last.act;
        for one in &stored {
            let day: Day = one
                .day
                .parse()
                .map_err(|_| StoreError::damaged("a verdict without a day"))?;
            if from.is_some_and(|from| day < from) || to.is_some_and(|to| day > to) {
                continue;
            }
            count += 1;
            see(again(session, zone, rulebook, codes, one, day)?);
        }
    }
}

fn again(
    session: Session<'_>,
    zone: &Zone,
    rulebook: &Rulebook,
    codes: &Stood,
    one: &Stored,
    day: Day,
) -> Result<Replayed, StoreError> {
    let inputs: Inputs = serde_json::from_str(&one.inputs)
        .map_err(|error| StoreError::damaged(error.to_string()))?;
    let then: Verdict = serde_json::from_str(&one.verdict)
        .map_err(|error| StoreError::damaged(error.to_string()))?;
    let dossier = dossier(session, zone, &inputs)?;
    let now = assess(
        &dossier,
        &inputs.standing,
        rulebook.at(day),
        codes.at(one.act),
    );
    let differences = differences(&then, &now);
    Ok(Replayed {
        act: one.act,
        key: one.home.text(),
        day: one.day.clone(),
        program: one.program.clone(),
        same: differences.is_empty(),
        differences,
    })
}

/// Everything in which two verdicts differ, in the order in which it matters.
fn differences(then: &Verdict, now: &Verdict) -> Vec<Difference> {
    let mut found = Differences::default();
    found.compare("outcome", "", word(then), word(now));
    found.compare("findings", "", codes_of(then), codes_of(now));
    for (name, before, after) in [
        ("taxable", then.tax.taxable, now.tax.taxable),
        ("duty", then.tax.duty, now.tax.duty),
        ("consumption", then.tax.consumption, now.tax.consumption),
        ("vat", then.tax.vat, now.tax.vat),
        ("quota", then.takings.quota, now.takings.quota),
        ("guarantee", then.takings.guarantee, now.takings.guarantee),
    ] {
        found.compare(name, "", before.to_string(), after.to_string());
    }
    found.each("weight", &then.takings.weights, &now.takings.weights);
    found.each("stock", &then.takings.stock, &now.takings.stock);
    if found.0.is_empty() {
        found.each("line", &lines(then), &lines(now));
        found.each("rule", &rules(then), &rules(now));
        found.each("found", &values(then), &values(now));
    }
    if found.0.is_empty() && then != now {
        found.0.push(Difference {
            name: "rest",
            of: String::new(),
            then: String::new(),
            now: String::new(),
        });
    }
    found.0
}

/// Differences while they are gathered.
#[derive(Default)]
struct Differences(Vec<Difference>);

impl Differences {
    fn compare(&mut self, name: &'static str, of: &str, then: String, now: String) {
        if then != now {
            let of = of.to_owned();
            self.0.push(Difference {
                name,
                of,
                then,
                now,
            });
        }
    }

    /// Item by item, also those that stand on one side alone.
    fn each<T: ToString>(
        &mut self,
        name: &'static str,
        then: &BTreeMap<String, T>,
        now: &BTreeMap<String, T>,
    ) {
        let all: BTreeSet<&String> = then.keys().chain(now.keys()).collect();
        let text = |one: Option<&T>| one.map_or_else(|| "-".to_owned(), T::to_string);
        for of in all {
            self.compare(name, of, text(then.get(of)), text(now.get(of)));
        }
    }
}

fn word(verdict: &Verdict) -> String {
    let word = serde_json::to_string(&verdict.outcome).unwrap_or_default();
    word.trim_matches('"').to_owned()
}

fn codes_of(verdict: &Verdict) -> String {
    verdict
        .findings
        .iter()
        .map(|finding| finding.code.as_ref())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The tax of each goods line: duty, consumption tax, VAT.
fn lines(verdict: &Verdict) -> BTreeMap<String, String> {
    let line = |line: &BillLine| {
        let tax = format!("{} + {} + {}", line.duty, line.consumption, line.vat);
        (line.gnum.to_string(), tax)
    };
    verdict.tax.lines.iter().map(line).collect()
}

/// The first day of the form of each rule used.
fn rules(verdict: &Verdict) -> BTreeMap<String, String> {
    let rule = |(id, from): &(String, Option<Day>)| {
        let from = from.map_or_else(|| "-".to_owned(), |from| from.to_string());
        (id.clone(), from)
    };
    verdict.tax.rules.iter().map(rule).collect()
}

/// Values seen and wanted of each finding, by its code and place.
fn values(verdict: &Verdict) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    for (at, one) in verdict.findings.iter().enumerate() {
        let part = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".into());
        let key = format!("{}#{}", one.code, at + 1);
        values.insert(key, format!("{} / {}", part(&one.seen), part(&one.want)));
    }
    values
}

/// The dossier of a verdict: its papers in the editions it saw.
fn dossier(session: Session<'_>, zone: &Zone, inputs: &Inputs) -> Result<Dossier, StoreError> {
    let mut dossier = Dossier {
        items: inputs.items.clone(),
        ..Dossier::default()
    };
    for (issuer, number, message, own, edition) in &inputs.papers {
        let kept = tables::papers_of(session, &Home::new(issuer, number))?;
        let paper = kept.iter().find(|paper| {
            paper.message == *message && paper.own == *own && paper.edition == *edition
        });
        let paper = paper.ok_or_else(|| StoreError::damaged("a paper of a verdict is gone"))?;
        let record = zone
            .catalogue
            .record(&paper.body)
            .map_err(|error| StoreError::damaged(error.to_string()))?;
        match message.as_str() {
            "311" => dossier.order = Order::read(&record).0,
            "411" => dossier.payments.push(Payment::read(&record).0),
            "511" => dossier.waybill = Waybill::read(&record).0,
            "711" => dossier.arrivals.push(Tally::read(&record)),
            _ => dossier.list = List::read(&record).0,
        }
    }
    dossier.order.at = Moment(inputs.ordered);
    Ok(dossier)
}
