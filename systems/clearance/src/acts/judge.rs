//! Judging a complete dossier: what stands in ledger and filings, the verdict, what follows from it.

use std::collections::BTreeMap;

use store::{Fault, StoreError};
use values::{Finding, Price, Quantity, Weight};

use super::{Desk, answer::refusal, desk, gathered::Papers};
use crate::{
    decide::{Outcome, Standing, Verdict, assess},
    model::{Dossier, Home, State},
    store::{self as tables, Declaration, Stored},
};

/// The settings of the dollar: the month follows, as in `fx.usd.2026-10`.
pub(super) const DOLLAR: &str = "fx.usd.";

/// What a verdict was made of, kept so that it can be made again.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(super) struct Inputs {
    /// The papers: home, message, own, edition.
    pub papers: Vec<(String, String, String, String, i64)>,
    /// Ledger and filings.
    pub standing: Standing,
    /// When the order was first reported, in milliseconds.
    pub ordered: i64,
    /// Item records looked at.
    pub items: BTreeMap<String, crate::model::BookItem>,
}

impl Desk<'_> {
    pub(super) fn judge(&mut self, mut one: Declaration, papers: Papers) -> Result<(), StoreError> {
        let (dossier, ordered) = papers.dossier(self)?;
        let standing = self.standing(&one, &dossier)?;
        let verdict = assess(&dossier, &standing, self.law(), &self.zone.codes);
        let act = self.next_act();
        let inputs = Inputs {
            papers: papers.names(),
            standing,
            ordered,
            items: dossier.items.clone(),
        };
        self.keep_verdict(act, &one.home, &inputs, &verdict)?;
        one.verdict = Some(act);
        let telling = papers.named(telling(&verdict.findings));
        match verdict.outcome {
            Outcome::Refuse => {
                let state = telling
                    .first()
                    .map_or(State::Returned, |first| refusal(self, "621", first));
                let through: &[State] = if state == State::Returned {
                    &[State::Sent, State::Stored, State::Returned]
                } else {
                    &[state]
                };
                self.free_claims(&one, &dossier.list)?;
                self.pass(&mut one, through, &telling, "rules")
            }
            Outcome::Wait => {
                self.hold(&mut one, act, &dossier, &verdict, false, false)?;
                tables::enter_short(self.session, &one)?;
                self.pass(&mut one, &[State::Sent, State::Stored], &telling, "rules")
            }
            Outcome::Review => {
                self.hold(&mut one, act, &dossier, &verdict, true, false)?;
                self.pass(
                    &mut one,
                    &[State::Sent, State::Stored, State::Review],
                    &telling,
                    "rules",
                )
            }
            Outcome::Inspect => {
                self.hold(&mut one, act, &dossier, &verdict, true, false)?;
                self.pass(
                    &mut one,
                    &[State::Sent, State::Stored, State::Decided, State::Inspect],
                    &telling,
                    "rules",
                )
            }
            Outcome::Release => {
                self.hold(&mut one, act, &dossier, &verdict, true, true)?;
                self.pass(
                    &mut one,
                    &[State::Sent, State::Stored, State::Decided, State::Released],
                    &[],
                    "rules",
                )?;
                self.bill(&one, &verdict.tax.lines, 0)
            }
        }
    }

    fn keep_verdict(
        &self,
        act: i64,
        home: &Home,
        inputs: &Inputs,
        verdict: &Verdict,
    ) -> Result<(), StoreError> {
        tables::put_verdict(
            self.session,
            &Stored {
                act,
                home: home.clone(),
                day: self.now.day().to_string(),
                program: self.zone.program.clone(),
                inputs: json(inputs)?,
                verdict: json(verdict)?,
            },
        )
    }

    fn standing(&mut self, one: &Declaration, dossier: &Dossier) -> Result<Standing, StoreError> {
        let year = self.now.day().year();
        let mut standing = Standing {
            used: values::Fen(self.ledger.account(&desk::quota(&one.person, year))?.used()),
            draw: self.zone.keys.draw(
                "inspection",
                &format!("{}/{}", one.home.text(), one.attempt),
            ),
            inspect: self.inspect_share(),
            fx_usd: self.dollar(),
            ..Standing::default()
        };
        for line in &dossier.list.lines {
            let code = line.hs.get(..8).unwrap_or(&line.hs);
            if super::hold::weight_limit(self, &line.hs).is_some()
                && !standing.weights.contains_key(code)
            {
                let used = self
                    .ledger
                    .account(&desk::weight(&one.person, year, code))?
                    .used();
                standing.weights.insert(code.to_owned(), Quantity(used));
            }
        }
        if let Some(book) = &dossier.list.book {
            standing.book_holder = self.filings.books.get(book).cloned();
            for record in dossier.items.keys() {
                let account = self.ledger.account(&desk::stock(book, record))?;
                standing
                    .stock
                    .insert(record.clone(), Quantity(account.available()));
            }
        }
        let filed = tables::filing(self.session, "guarantee", &dossier.list.guarantor)?.is_some();
        if filed {
            let free = self
                .ledger
                .account(&desk::guarantee(&dossier.list.guarantor))?
                .available();
            standing.guarantee = Some(values::Fen(free));
        }
        standing.watches = self.watches(dossier, one);
        Ok(standing)
    }

    /// Yuan for a US dollar in the month of the business day, as filed. A month without its own has
    /// none: the rate of another is not the law of this one.
    fn dollar(&self) -> Option<Price> {
        let day = self.now.day().to_string();
        let month = day.get(..7)?;
        let rate = self.filings.settings.get(&format!("{DOLLAR}{month}"))?;
        rate.parse().ok()
    }

    fn watches(&self, dossier: &Dossier, one: &Declaration) -> Vec<String> {
        let list = &dossier.list;
        let names = |watch: &tables::Watch| {
            let goods = watch.hs.as_ref().is_none_or(|hs| {
                list.lines
                    .iter()
                    .any(|line| line.hs.starts_with(hs.as_str()))
            });
            let firm = watch
                .firm
                .as_ref()
                .is_none_or(|firm| *firm == list.seller || *firm == list.agent);
            goods && firm
        };
        let drawn = |key: &str, watch: &tables::Watch| {
            self.zone
                .keys
                .draw(&format!("watch/{key}"), &one.home.text())
                < watch.rate.0
        };
        self.filings
            .watches
            .iter()
            .filter(|(key, watch)| names(watch) && drawn(key, watch))
            .map(|(key, _)| key.clone())
            .collect()
    }
}

/// As JSON, in a text that need not grow while it is written.
fn json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    let fault = |words: String| StoreError::new(Fault::Other, words);
    let mut text = Vec::with_capacity(2048);
    serde_json::to_writer(&mut text, value).map_err(|error| fault(error.to_string()))?;
    String::from_utf8(text).map_err(|error| fault(error.to_string()))
}

/// What weighs more than a note.
fn telling(findings: &[Finding]) -> Vec<Finding> {
    let refuses = findings.iter().any(Finding::refuses);
    let least = if refuses {
        Weight::Refuse
    } else {
        Weight::Wait
    };
    findings
        .iter()
        .filter(|finding| finding.weight >= least)
        .cloned()
        .collect()
}
