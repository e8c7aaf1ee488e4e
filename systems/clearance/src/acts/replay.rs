//! Past verdicts made again, under their own rules or others.

use rulebook::Rulebook;
use serde::Serialize;
use store::{Session, StoreError};
use values::{Day, Moment};

use super::{Stood, Zone, judge::Inputs};
use crate::{
    decide::{Verdict, assess},
    model::{Dossier, Home, List, Order, Payment, Tally, Waybill},
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
    /// What differs: name, then, now.
    pub differences: Vec<(String, String, String)>,
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
    let mut differences = Vec::new();
    let mut differ = |name: &str, then: String, now: String| {
        if then != now {
            differences.push((name.to_owned(), then, now));
        }
    };
    differ("outcome", word(&then), word(&now));
    differ("findings", codes_of(&then), codes_of(&now));
    for (name, before, after) in [
        ("taxable", then.tax.taxable, now.tax.taxable),
        ("duty", then.tax.duty, now.tax.duty),
        ("consumption", then.tax.consumption, now.tax.consumption),
        ("vat", then.tax.vat, now.tax.vat),
    ] {
        differ(name, before.to_string(), after.to_string());
    }
    differ("takings", json(&then.takings), json(&now.takings));
    if differences.is_empty() && then != now {
        differences.push(("details".into(), json(&then), json(&now)));
    }
    Ok(Replayed {
        act: one.act,
        key: one.home.text(),
        day: one.day.clone(),
        program: one.program.clone(),
        same: differences.is_empty(),
        differences,
    })
}

fn word(verdict: &Verdict) -> String {
    json(&verdict.outcome).trim_matches('"').to_owned()
}

fn codes_of(verdict: &Verdict) -> String {
    verdict
        .findings
        .iter()
        .map(|finding| finding.code.as_ref())
        .collect::<Vec<_>>()
        .join(" ")
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
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
            "711" => dossier.arrival = Some(Tally::read(&record)),
            _ => dossier.list = List::read(&record).0,
        }
    }
    dossier.order.at = Moment(inputs.ordered);
    Ok(dossier)
}
