//! The verdict of tax and limits on an order, with every reason.

use std::collections::BTreeMap;

use codes::{Codes, Standing};
use rulebook::{Form, Law};
use serde::{Deserialize, Serialize};
use values::{Day, Fen, Finding, Quantity, Rate, Weight};

use super::{
    Basket,
    codes::DISCOUNT_EXCEEDS,
    forms::{FORMS, Form as Function, Levy},
    goods, limits,
    tax::{LineTax, OtherRoundings},
    treatment::Treatment,
    valuation::{APPORTION, Valuation, too_large},
};

/// The rule of the tax within the limits.
const TAX_WITHIN_LIMITS: &str = "tax.within-limits";
/// The rule of the tax in full.
const TAX_IN_FULL: &str = "tax.in-full";

/// A rule or parameter that was applied. Its basis is that of the law's day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Used {
    /// Its id in the rulebook.
    pub id: String,
    /// Since when the form or value holds that was applied.
    pub since: Option<Day>,
}

/// One line as judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineAppraisal {
    /// Its number.
    pub gnum: u32,
    /// Price times quantity.
    pub value: Fen,
    /// With its shares of freight and insurance.
    pub taxable: Fen,
    /// Its taxes; none where they could not be told, and then a finding says why.
    pub tax: Option<LineTaxes>,
}

/// The taxes of one line, rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineTaxes {
    /// Duty.
    pub duty: Fen,
    /// Consumption tax.
    pub consumption: Fen,
    /// VAT.
    pub vat: Fen,
    /// The rates that were applied, in the same order; that of the consumption tax is 0 below a
    /// threshold.
    pub rates: [Rate; 3],
}

impl From<&LineTax> for LineTaxes {
    fn from(tax: &LineTax) -> Self {
        let [duty, consumption, vat] = tax.amounts;
        Self {
            duty,
            consumption,
            vat,
            rates: tax.rates,
        }
    }
}

/// The verdict.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Appraisal {
    /// What refuses or asks for an officer, in the rank of the checks: the first gives the code.
    pub findings: Vec<Finding>,
    /// What is worth knowing.
    pub notes: Vec<Finding>,
    /// The goods alone.
    pub goods: Fen,
    /// Goods, freight and insurance: P.
    pub taxable: Fen,
    /// Duty of all lines; so the next two.
    pub duty: Fen,
    /// Consumption tax.
    pub consumption: Fen,
    /// VAT.
    pub vat: Fen,
    /// All taxes.
    pub total: Fen,
    /// What the buyer pays: goods, freight and tax less the discount; insurance is no part.
    pub paid: Fen,
    /// What the buyer has used of the year afterwards: unchanged where refused.
    pub used_after: Fen,
    /// Kilograms of the year by code afterwards: unchanged where refused.
    pub weights_after: BTreeMap<String, Quantity>,
    /// Line by line.
    pub lines: Vec<LineAppraisal>,
    /// What was applied.
    pub rules: Vec<Used>,
    /// Whether the order is above the single limit and bears all taxes in full.
    pub full_tax: bool,
}

impl Appraisal {
    /// Whether nothing refuses.
    #[must_use]
    pub fn allowed(&self) -> bool {
        Finding::refusal(&self.findings).is_none()
    }

    /// The code of the refusal: the first by rank.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        Finding::refusal(&self.findings).map(|finding| finding.code.as_ref())
    }
}

/// Judges an order: every check, every line, exact taxes.
///
/// All findings are collected; one bad line refuses the whole order.
#[must_use]
pub fn appraise(basket: &Basket, law: Law<'_>, codes: &Codes) -> Appraisal {
    let unchanged = Appraisal {
        used_after: basket.used,
        weights_after: basket.weights.clone(),
        ..Appraisal::default()
    };
    let treatments: Vec<_> = basket
        .lines
        .iter()
        .map(|goods| Treatment::of(goods, law, codes))
        .collect();
    let older = older_editions(&treatments);
    let order = match Valuation::of(basket, treatments, law) {
        Ok(order) => order,
        Err(finding) => {
            return Appraisal {
                findings: vec![finding],
                ..unchanged
            };
        }
    };
    let mut judging = Judging {
        order: &order,
        law,
        findings: Vec::new(),
        used: BTreeMap::new(),
    };
    judging.check();
    let verdict = judging.tax(unchanged);
    finish(verdict, judging, older)
}

struct Judging<'a> {
    order: &'a Valuation<'a>,
    law: Law<'a>,
    findings: Vec<Finding>,
    used: BTreeMap<String, Option<Day>>,
}

impl<'a> Judging<'a> {
    /// Every check that has a form in force on the day.
    fn check(&mut self) {
        for (rule, form) in self.law.forms() {
            match function(form) {
                Some(Function::Order(check)) => {
                    if !form.needs.is_empty() {
                        self.apply(&rule.id, form); // a figure of the law was compared, whatever came of it
                    }
                    match check(self.order, self.law) {
                        Ok(found) => self.findings.extend(found),
                        Err(missing) => self.findings.push(missing),
                    }
                }
                Some(Function::Goods(check)) => {
                    for line in &self.order.lines {
                        match check(line, self.order, self.law) {
                            Ok(found) => self.findings.extend(found),
                            Err(missing) => self.findings.push(missing),
                        }
                    }
                }
                Some(Function::Tax(_) | Function::Return(_)) | None => {}
            }
        }
        for line in &self.order.lines {
            self.findings.extend(goods::conditions(line));
        }
    }

    fn apply(&mut self, id: &str, form: &Form) {
        self.used.insert(id.to_owned(), Some(form.from));
        for need in &form.needs {
            self.read(need);
        }
    }

    fn read(&mut self, parameter: &str) {
        let since = self
            .law
            .book()
            .parameter(parameter)
            .and_then(|it| it.on(self.law.day()))
            .map(|it| it.from);
        self.used.insert(parameter.to_owned(), since);
    }

    /// The taxes of every line, within the limits or in full.
    fn tax(&mut self, verdict: Appraisal) -> Appraisal {
        let order = self.order;
        let levying = match Levying::of(order, self.law) {
            Ok(levying) => levying,
            Err(missing) => {
                self.findings.push(missing);
                return Appraisal {
                    goods: order.goods,
                    taxable: order.taxable,
                    ..verdict
                };
            }
        };
        self.apply(levying.rule, levying.form);
        self.read(APPORTION);
        let mut verdict = Appraisal {
            goods: order.goods,
            taxable: order.taxable,
            full_tax: levying.full,
            ..verdict
        };
        for line in &order.lines {
            let tax = match (levying.levy)(line, order, self.law) {
                Ok(tax) => Some(LineTaxes::from(&tax)),
                Err(finding) => {
                    self.findings.push(finding);
                    None
                }
            };
            verdict.lines.push(LineAppraisal {
                gnum: line.goods.gnum,
                value: line.value,
                taxable: line.taxable,
                tax,
            });
        }
        self.sum(&mut verdict);
        verdict
    }

    fn sum(&mut self, verdict: &mut Appraisal) {
        let taxes = || verdict.lines.iter().filter_map(|line| line.tax.as_ref());
        let sums = [
            checked_sum(taxes().map(|tax| tax.duty)),
            checked_sum(taxes().map(|tax| tax.consumption)),
            checked_sum(taxes().map(|tax| tax.vat)),
        ];
        let [Some(duty), Some(consumption), Some(vat)] = sums else {
            self.findings.push(too_large());
            return;
        };
        let basket = self.order.basket;
        let total = checked_sum([duty, consumption, vat]);
        let paid = total.and_then(|total| checked_sum([self.order.goods, basket.freight, total]));
        let (Some(total), Some(before_discount)) = (total, paid) else {
            self.findings.push(too_large());
            return;
        };
        (
            verdict.duty,
            verdict.consumption,
            verdict.vat,
            verdict.total,
        ) = (duty, consumption, vat, total);
        verdict.paid = before_discount - basket.discount;
        if verdict.paid < Fen::ZERO {
            let finding = Finding::refused(DISCOUNT_EXCEEDS).at("discount");
            self.findings
                .push(finding.saw(basket.discount).wants(before_discount));
        }
    }
}

/// How the order is taxed.
struct Levying<'a> {
    /// Above the single limit.
    full: bool,
    rule: &'static str,
    form: &'a Form,
    levy: Levy,
}

impl<'a> Levying<'a> {
    fn of(order: &Valuation<'_>, law: Law<'a>) -> Result<Self, Finding> {
        let full =
            order.taxable > law.money(limits::SINGLE_LIMIT)? && law.form(TAX_IN_FULL).is_some();
        let rule = if full { TAX_IN_FULL } else { TAX_WITHIN_LIMITS };
        let missing = || {
            Finding::refused(rulebook::NO_VALUE)
                .with("parameter", rule)
                .with("day", law.day())
        };
        let form = law.form(rule).ok_or_else(missing)?;
        match function(form) {
            Some(Function::Tax(levy)) => Ok(Self {
                full,
                rule,
                form,
                levy,
            }),
            Some(Function::Order(_) | Function::Goods(_) | Function::Return(_)) | None => {
                Err(missing())
            }
        }
    }
}

/// What the order would bear under other policies of rounding; `None` where its tax cannot be told.
#[must_use]
pub fn other_roundings(basket: &Basket, law: Law<'_>, codes: &Codes) -> Option<OtherRoundings> {
    let treatments = basket
        .lines
        .iter()
        .map(|goods| Treatment::of(goods, law, codes))
        .collect();
    let order = Valuation::of(basket, treatments, law).ok()?;
    let levying = Levying::of(&order, law).ok()?;
    let taxes: Result<Vec<_>, _> = order
        .lines
        .iter()
        .map(|line| (levying.levy)(line, &order, law))
        .collect();
    OtherRoundings::of(&taxes.ok()?)
}

fn finish(mut verdict: Appraisal, judging: Judging<'_>, older: Vec<Finding>) -> Appraisal {
    let Judging {
        order,
        law,
        mut findings,
        mut used,
    } = judging;
    law.book().rank(&mut findings);
    findings.dedup();
    for finding in &findings {
        let since = law.form(&finding.code).map(|form| form.from);
        used.entry(finding.code.to_string()).or_insert(since);
    }
    let (notes, findings): (Vec<_>, Vec<_>) = findings
        .into_iter()
        .partition(|it| it.weight == Weight::Note);
    verdict.findings = findings;
    verdict.notes = notes;
    verdict.notes.extend(older);
    verdict.rules = used
        .into_iter()
        .map(|(id, since)| Used { id, since })
        .collect();
    if verdict.allowed() {
        verdict.used_after = limits::used_after(order).unwrap_or(verdict.used_after); // refused above when it fails
        verdict.weights_after = limits::weights_after(order);
    }
    verdict
}

/// One note for each table that answered with an older edition.
fn older_editions(treatments: &[Treatment<'_>]) -> Vec<Finding> {
    let mut told: Vec<(&str, Standing)> = Vec::new();
    for (table, standing) in treatments.iter().flat_map(|it| &it.older) {
        if !told.iter().any(|(other, _)| other == table) {
            told.push((table, *standing));
        }
    }
    told.into_iter()
        .filter_map(|(table, standing)| standing.note(table))
        .collect()
}

fn function(form: &Form) -> Option<Function> {
    FORMS
        .iter()
        .find(|(name, _)| *name == form.function)
        .map(|(_, function)| *function)
}

fn checked_sum(parts: impl IntoIterator<Item = Fen>) -> Option<Fen> {
    parts.into_iter().try_fold(Fen::ZERO, Fen::checked_add)
}
