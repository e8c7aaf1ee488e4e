//! The verdict on one dossier: everything found, the tax, and what is to be reserved.

use std::collections::BTreeMap;

use codes::Codes;
use rulebook::Law;
use serde::{Deserialize, Serialize};
use values::{Day, Fen, Finding, Price, Quantity, Rate, Weight};

use super::{Appraisal, Goods, LineAppraisal, LineTaxes, appraise, book, given, legal, matching};
use crate::{
    model::{BillLine, Dossier},
    problems::*,
};

/// What the ledger and the filings say while the verdict is made. Kept with the verdict, so that it
/// can be made again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Standing {
    /// Spent this year by the buyer.
    pub used: Fen,
    /// Kilograms bought this year, by eight-digit code.
    pub weights: BTreeMap<String, Quantity>,
    /// In stock and not promised, by item record; an item that is not there has no account.
    pub stock: BTreeMap<String, Quantity>,
    /// Free guarantee of the guarantor; none where no guarantee was ever filed.
    pub guarantee: Option<Fen>,
    /// Who holds the book.
    pub book_holder: Option<String>,
    /// The draw for inspection, 0 to 999,999.
    pub draw: i64,
    /// Share of lists drawn for inspection.
    pub inspect: Rate,
    /// Yuan for a US dollar in the month of the verdict: the tax of beer goes by it.
    #[serde(default)]
    pub fx_usd: Option<Price>,
    /// Watches that name these goods or this firm.
    pub watches: Vec<String>,
}

/// What becomes of the dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Refused.
    Refuse,
    /// Stored, waiting for the guarantee.
    Wait,
    /// An officer looks.
    Review,
    /// Decided, to be inspected.
    Inspect,
    /// Released.
    Release,
}

/// What a verdict takes from whom. The accounts are named by the act, which knows the persons'
/// keys.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Takings {
    /// From the buyer's year.
    pub quota: Fen,
    /// From the buyer's yearly weights, by eight-digit code.
    pub weights: BTreeMap<String, Quantity>,
    /// From the book, by item record.
    pub stock: BTreeMap<String, Quantity>,
    /// From the guarantee.
    pub guarantee: Fen,
}

/// The tax of a list, line by line, and the rules it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tax {
    /// Taxable price.
    pub taxable: Fen,
    /// Duty.
    pub duty: Fen,
    /// Consumption tax.
    pub consumption: Fen,
    /// Value-added tax.
    pub vat: Fen,
    /// All three.
    pub total: Fen,
    /// Above the single limit, so in full.
    pub full: bool,
    /// By line.
    pub lines: Vec<BillLine>,
    /// Rules and parameters used, each with the first day of its form.
    pub rules: Vec<(String, Option<Day>)>,
}

impl Tax {
    fn of(appraisal: &Appraisal, dossier: &Dossier) -> Self {
        let hs = |gnum| {
            dossier
                .list
                .lines
                .iter()
                .find(|line| line.gnum == gnum)
                .map_or("", |line| &line.hs)
        };
        let line = |line: &LineAppraisal| {
            let tax = |part: fn(&LineTaxes) -> Fen| line.tax.as_ref().map(part).unwrap_or_default();
            BillLine {
                gnum: line.gnum,
                hs: hs(line.gnum).to_owned(),
                taxable: line.taxable,
                duty: tax(|tax| tax.duty),
                vat: tax(|tax| tax.vat),
                consumption: tax(|tax| tax.consumption),
            }
        };
        Self {
            taxable: appraisal.taxable,
            duty: appraisal.duty,
            consumption: appraisal.consumption,
            vat: appraisal.vat,
            total: appraisal.total,
            full: appraisal.full_tax,
            lines: appraisal.lines.iter().map(line).collect(),
            rules: appraisal
                .rules
                .iter()
                .map(|used| (used.id.clone(), used.since))
                .collect(),
        }
    }
}

/// A verdict with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// What becomes of it.
    pub outcome: Outcome,
    /// Everything found, the heaviest first.
    pub findings: Vec<Finding>,
    /// The tax, line by line.
    pub tax: Tax,
    /// What is taken when it stands.
    pub takings: Takings,
}

/// Judges a complete dossier under the law of one day.
#[must_use]
pub fn assess(dossier: &Dossier, standing: &Standing, law: Law<'_>, codes: &Codes) -> Verdict {
    let mut findings = matching::compare(dossier, law);
    let stock = book::check(dossier, standing, &mut findings);
    let basket = given::basket(dossier, standing, law);
    let appraisal = appraise(&basket, law, codes);
    findings.extend(appraisal.findings.iter().cloned());
    findings.extend(appraisal.notes.iter().cloned());
    let weights = taken_weights(&appraisal, standing);
    let limited = |goods: &Goods| weights.contains_key(goods.hs8());
    findings.extend(legal::doubts(&dossier.list, &basket.lines, limited, law));
    for finding in &mut findings {
        // A list that is not whole makes an officer look; in a quote it is only a note.
        if finding.code == super::LIST_INCOMPLETE {
            finding.weight = Weight::Review;
        }
        if finding.paper.message.is_empty() {
            finding.paper.message = "621".into();
        }
    }
    if dossier.order.tax != appraisal.total {
        findings.push(
            Finding::note(TAX_DIFFERS)
                .of("311")
                .at("taxTotal")
                .saw(dossier.order.tax)
                .wants(appraisal.total),
        );
    }
    let mut outcome = weigh(&findings);
    if outcome == Outcome::Release {
        outcome = inspection(standing, &mut findings);
    }
    if outcome != Outcome::Refuse {
        outcome = guarantee(dossier, standing, appraisal.total, outcome, &mut findings);
    }
    law.book().rank(&mut findings);
    let takings = Takings {
        quota: appraisal.taxable,
        weights,
        stock,
        guarantee: appraisal.total,
    };
    Verdict {
        outcome,
        findings,
        tax: Tax::of(&appraisal, dossier),
        takings,
    }
}

fn weigh(findings: &[Finding]) -> Outcome {
    match findings.iter().map(|finding| finding.weight).max() {
        Some(Weight::Refuse) => Outcome::Refuse,
        Some(Weight::Review) => Outcome::Review,
        Some(Weight::Wait | Weight::Note) | None => Outcome::Release,
    }
}

fn inspection(standing: &Standing, findings: &mut Vec<Finding>) -> Outcome {
    // Which watch it was is kept with the inputs of the verdict: whom customs target is not for the
    // declarant to know.
    if !standing.watches.is_empty() {
        findings.push(Finding::new(INSPECT_WATCH, Weight::Review).of("621"));
    }
    if standing.draw < standing.inspect.0 {
        findings.push(
            Finding::new(INSPECT_DRAWN, Weight::Review)
                .of("621")
                .saw(standing.draw)
                .with("share", standing.inspect),
        );
    }
    let drawn = findings
        .iter()
        .any(|finding| finding.weight == Weight::Review);
    if drawn {
        Outcome::Inspect
    } else {
        Outcome::Release
    }
}

/// M15. A short guarantee makes the list wait, it does not refuse it.
fn guarantee(
    dossier: &Dossier,
    standing: &Standing,
    tax: Fen,
    outcome: Outcome,
    findings: &mut Vec<Finding>,
) -> Outcome {
    let firm = &dossier.list.guarantor;
    match standing.guarantee {
        None => {
            findings.push(
                Finding::refused(GUARANTEE_UNKNOWN)
                    .of("621")
                    .at("assureCode")
                    .saw(firm),
            );
            Outcome::Refuse
        }
        Some(free) if free < tax => {
            let finding = Finding::new(GUARANTEE_SHORT, Weight::Wait)
                .of("621")
                .at("assureCode")
                .saw(free)
                .wants(tax);
            findings.push(finding.with("firm", firm));
            Outcome::Wait
        }
        Some(_) => outcome,
    }
}

fn taken_weights(appraisal: &Appraisal, standing: &Standing) -> BTreeMap<String, Quantity> {
    let before = |code: &str| standing.weights.get(code).copied().unwrap_or_default();
    appraisal
        .weights_after
        .iter()
        .map(|(code, after)| (code.clone(), *after - before(code)))
        .filter(|(_, taken)| taken.0 > 0)
        .collect()
}
