//! The answer to a quote, with its reasons.

use rulebook::{Law, Rulebook, Title};
use serde_json::{Map, Value, json};
use values::{Day, Fen, Finding};

use super::{Request, Telling};
use crate::decide::{Appraisal, Basket, Goods, LineAppraisal, Used};

/// The answer: the verdict on a request, or why the request cannot be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    outcome: Outcome,
}

#[derive(Debug, Clone, PartialEq)]
enum Outcome {
    Unreadable(Vec<Finding>),
    Judged {
        basket: Box<Basket>,
        appraisal: Box<Appraisal>,
    },
}

impl Answer {
    pub(super) fn unreadable(findings: Vec<Finding>) -> Self {
        Self {
            outcome: Outcome::Unreadable(findings),
        }
    }

    pub(super) fn judged(request: Request, appraisal: Appraisal) -> Self {
        let (basket, appraisal) = (Box::new(request.basket), Box::new(appraisal));
        Self {
            outcome: Outcome::Judged { basket, appraisal },
        }
    }

    /// The day it was judged by, of a request that could be read.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        self.judgement().map(|(basket, _)| basket.date)
    }

    /// Whether the order may clear as retail import.
    #[must_use]
    pub fn allowed(&self) -> bool {
        match &self.outcome {
            Outcome::Unreadable(_) => false,
            Outcome::Judged { appraisal, .. } => appraisal.allowed(),
        }
    }

    /// The code of the refusal.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match &self.outcome {
            Outcome::Unreadable(findings) => findings.first().map(|finding| finding.code.as_ref()),
            Outcome::Judged { appraisal, .. } => appraisal.code(),
        }
    }

    /// Everything that refuses, in the rank of the checks.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let findings = match &self.outcome {
            Outcome::Unreadable(findings) => findings,
            Outcome::Judged { appraisal, .. } => &appraisal.findings,
        };
        findings.iter().filter(|finding| finding.refuses())
    }

    /// The verdict and the order it is on, of a request that could be read.
    #[must_use]
    pub fn judgement(&self) -> Option<(&Basket, &Appraisal)> {
        match &self.outcome {
            Outcome::Unreadable(_) => None,
            Outcome::Judged { basket, appraisal } => Some((basket, appraisal)),
        }
    }

    /// The answer as JSON: amounts are texts with two decimals, and null where refused.
    #[must_use]
    pub fn to_json(&self, book: &Rulebook, telling: &Telling<'_>) -> Value {
        let law = book.at(self.day().unwrap_or(telling.today));
        let problem = |finding: &Finding| (telling.problem)(finding, law);
        let mut answer = Map::new();
        answer.insert("allowed".into(), self.allowed().into());
        answer.insert("code".into(), self.code().into());
        if let Outcome::Judged { basket, appraisal } = &self.outcome {
            let told = |amount: Fen| {
                if self.allowed() {
                    json!(amount)
                } else {
                    Value::Null
                }
            };
            let valued = !appraisal.lines.is_empty();
            answer.insert("taxable".into(), json!(valued.then_some(appraisal.taxable)));
            for (key, amount) in [
                ("duty", appraisal.duty),
                ("consumption", appraisal.consumption),
                ("vat", appraisal.vat),
                ("total", appraisal.total),
                ("paid", appraisal.paid),
            ] {
                answer.insert(key.into(), told(amount));
            }
            answer.insert("used_after".into(), json!(appraisal.used_after));
            answer.insert("weights_after".into(), json!(appraisal.weights_after));
            answer.insert("full_tax".into(), appraisal.full_tax.into());
            let lines = basket.lines.iter().map(|goods| self.line(goods, appraisal));
            answer.insert("lines".into(), lines.collect());
        } else {
            answer.insert("lines".into(), json!([]));
        }
        answer.insert("findings".into(), self.findings().map(problem).collect());
        answer.insert("notes".into(), self.notes().map(problem).collect());
        answer.insert("rules".into(), self.rules(law, telling).into());
        Value::Object(answer)
    }

    /// What does not refuse: notes, and what an officer would look at.
    pub fn notes(&self) -> impl Iterator<Item = &Finding> {
        let (findings, notes) = match &self.outcome {
            Outcome::Unreadable(_) => (&[][..], &[][..]),
            Outcome::Judged { appraisal, .. } => (&appraisal.findings[..], &appraisal.notes[..]),
        };
        findings
            .iter()
            .filter(|finding| !finding.refuses())
            .chain(notes)
    }

    fn line(&self, goods: &Goods, appraisal: &Appraisal) -> Value {
        let line = appraisal.lines.iter().find(|line| line.gnum == goods.gnum);
        let tax = line.and_then(|line| line.tax).filter(|_| self.allowed());
        json!({
            "line": goods.gnum,
            "hs": goods.hs,
            "name": goods.name,
            "taxable": line.map(|line: &LineAppraisal| line.taxable),
            "duty": tax.map(|tax| tax.duty),
            "consumption": tax.map(|tax| tax.consumption),
            "vat": tax.map(|tax| tax.vat),
            "rates": tax.map(|tax| json!({ "duty": tax.rates[0], "consumption": tax.rates[1], "vat": tax.rates[2] })),
            "given": goods.given.marks(),
        })
    }

    fn rules(&self, law: Law<'_>, telling: &Telling<'_>) -> Vec<Value> {
        match &self.outcome {
            Outcome::Unreadable(_) => self
                .code()
                .map(|code| cite(code, None, law, telling))
                .into_iter()
                .collect(),
            Outcome::Judged { appraisal, .. } => appraisal
                .rules
                .iter()
                .map(|Used { id, since }| cite(id, *since, law, telling))
                .collect(),
        }
    }
}

/// A rule or parameter as the answer cites it.
fn cite(id: &str, since: Option<Day>, law: Law<'_>, telling: &Telling<'_>) -> Value {
    let book = law.book();
    let title = book
        .rule(id)
        .map(|rule| &rule.title)
        .or_else(|| book.parameter(id).map(|it| &it.title));
    let basis = law.basis(id);
    let mut cited = json!({
        "id": id,
        "title": title.map(|title: &Title| (telling.title)(title)),
        "basis": basis.map(ToString::to_string),
        "certainty": basis.map(|basis| basis.certainty.word()),
        "since": since,
        "url": format!("/rules/{id}"),
    });
    if let Some(value) = law.value(id) {
        cited["value"] = value.to_string().into();
    }
    cited
}
