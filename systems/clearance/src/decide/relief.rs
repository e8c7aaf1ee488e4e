//! Relief: what a return gives back, once no check refuses it.

use std::collections::BTreeMap;

use rulebook::{Law, NO_VALUE};
use values::{Fen, Finding, Quantity, div_half_up};

use super::{
    codes::LINE_UNKNOWN,
    forms::{FORMS, Form as Function},
    returns::{Case, Released, ReturnCall},
};

/// How the amounts of a part return are told.
const PART_POLICY: &str = "return.part";
/// The sum given back so far is each line amount × k ÷ n, rounded half up; one return is the
/// difference to what was given back before, so that parts always add up.
const CUMULATIVE: &str = "cumulative-half-up";

/// What one line is given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineRelief {
    /// Line of the declaration.
    pub gnum: u32,
    /// How many came back this time.
    pub quantity: Quantity,
    /// P.
    pub taxable: Fen,
    /// Duty.
    pub duty: Fen,
    /// Consumption tax.
    pub consumption: Fen,
    /// VAT.
    pub vat: Fen,
}

/// The verdict on a return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relief {
    /// What refuses, in rank.
    pub findings: Vec<Finding>,
    /// What is given back; empty where refused.
    pub lines: Vec<LineRelief>,
    /// P of all.
    pub taxable: Fen,
    /// Duty of all.
    pub duty: Fen,
    /// Consumption tax of all.
    pub consumption: Fen,
    /// VAT of all.
    pub vat: Fen,
    /// All taxes.
    pub total: Fen,
    /// The year whose quota gets `taxable` back: that of the release.
    pub year: i16,
}

impl Relief {
    /// Whether it is granted.
    #[must_use]
    pub fn allowed(&self) -> bool {
        Finding::refusal(&self.findings).is_none()
    }

    /// The code of the refusal.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        Finding::refusal(&self.findings).map(|finding| finding.code.as_ref())
    }
}

/// Judges a return under the law of the day the goods arrived (or of today while they have not).
#[must_use]
pub fn relieve(released: &Released, call: &ReturnCall, law: Law<'_>) -> Relief {
    let mut asked: BTreeMap<u32, Quantity> = BTreeMap::new();
    for (gnum, quantity) in &call.lines {
        let sum = asked.entry(*gnum).or_default();
        *sum = Quantity(sum.0.saturating_add(quantity.0));
    }
    let case = Case {
        released,
        call,
        asked,
    };
    let mut findings = Vec::new();
    for (_, form) in law.forms() {
        let function = FORMS.iter().find(|(name, _)| *name == form.function);
        if let Some((_, Function::Return(check))) = function {
            match check(&case, law) {
                Ok(found) => findings.extend(found),
                Err(missing) => findings.push(missing),
            }
        }
    }
    findings.extend(unknown_lines(&case));
    findings.extend(policy(law).err());
    law.book().rank(&mut findings);
    let lines = match Finding::refusal(&findings) {
        Some(_) => Vec::new(),
        None => relief(&case),
    };
    let sum = |part: fn(&LineRelief) -> Fen| lines.iter().map(part).sum::<Fen>();
    let (duty, consumption, vat) = (
        sum(|it| it.duty),
        sum(|it| it.consumption),
        sum(|it| it.vat),
    );
    Relief {
        findings,
        taxable: sum(|it| it.taxable),
        duty,
        consumption,
        vat,
        total: duty + consumption + vat,
        year: released.day.year(),
        lines,
    }
}

fn unknown_lines(case: &Case<'_>) -> Vec<Finding> {
    let known = |gnum: u32| case.released.lines.iter().any(|line| line.gnum == gnum);
    let unknown = case
        .asked
        .iter()
        .filter(|(gnum, asked)| !known(**gnum) || asked.0 <= 0);
    unknown
        .map(|(gnum, asked)| {
            Finding::refused(LINE_UNKNOWN)
                .item(*gnum)
                .at("gnum")
                .saw(asked)
        })
        .collect()
}

fn policy(law: Law<'_>) -> Result<(), Finding> {
    match law.text(PART_POLICY)? {
        CUMULATIVE => Ok(()),
        other => Err(Finding::refused(NO_VALUE)
            .with("parameter", PART_POLICY)
            .with("day", law.day())
            .saw(other)),
    }
}

fn relief(case: &Case<'_>) -> Vec<LineRelief> {
    let lines = case
        .released
        .lines
        .iter()
        .filter_map(|line| Some((line, *case.asked.get(&line.gnum)?)));
    lines
        .map(|(line, quantity)| {
            let part = |amount: Fen| Fen(part(amount.0, line.returned, quantity, line.quantity));
            LineRelief {
                gnum: line.gnum,
                quantity,
                taxable: part(line.taxable),
                duty: part(line.duty),
                consumption: part(line.consumption),
                vat: part(line.vat),
            }
        })
        .collect()
}

/// What `more` of `n` give back of an amount once `before` of them are back.
pub(crate) fn part(amount: i64, before: Quantity, more: Quantity, n: Quantity) -> i64 {
    so_far(amount, before + more, n) - so_far(amount, before, n)
}

/// What has been given back once `k` of `n` are back.
fn so_far(amount: i64, k: Quantity, n: Quantity) -> i64 {
    let exact = i128::from(amount) * i128::from(k.0);
    let rounded = div_half_up(exact, i128::from(n.0.max(1)));
    i64::try_from(rounded).unwrap_or(amount) // k ≤ n, so a part is never above the whole
}
