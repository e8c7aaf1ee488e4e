//! What anyone asks of a parcel: where it stands, why, what is missing, what it owes.

mod alone;
mod carried;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use store::{Session, StoreError};
use values::{Finding, Moment, Weight};

use crate::{
    decide::{Tax, Verdict},
    model::{Home, State, plain},
    store::{self as tables, Declaration, Receipt, Stored},
};

pub use carried::{refused_alone, whole};

/// A parcel as it stands.
#[derive(Debug, Clone, Serialize)]
pub struct Shown {
    /// Platform and order number.
    pub key: String,
    /// Customs' code of its state, `withdrawn`, `papers` while no list was filed, or `none` where nothing
    /// that came stands.
    pub state: String,
    /// Agent and its number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub list: String,
    /// Pre-entry number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub pre_no: String,
    /// List number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invt_no: Option<String>,
    /// Its papers, message and key.
    pub papers: Vec<(String, String)>,
    /// Messages awaited.
    pub missing: Vec<String>,
    /// Why it stands there.
    #[serde(skip)]
    pub findings: Vec<Finding>,
    /// Its tax.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax: Option<Tax>,
    /// Its bills: number, status, total.
    pub bills: Vec<(String, i64, values::Fen)>,
    /// Its returns.
    pub returns: Vec<tables::Return>,
    /// Its receipts: message, status, time.
    pub timeline: Vec<(String, i64, String)>,
    /// What officers decided: key of the list or return, status it led to, who.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decided: Vec<(String, i64, String)>,
    /// Milliseconds from the last paper to release.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub released_after_ms: Option<i64>,
}

/// The declaration of a key: platform/order, agent/number (of the list, a withdrawal or a return), payment
/// firm/number, carrier/waybill, the list number or the pre-entry number.
pub fn find(session: Session<'_>, key: &str) -> Result<Option<Declaration>, StoreError> {
    if let Some(home) = home_of(session, key)? {
        return tables::declaration(session, &home);
    }
    Ok(None)
}

/// Where the papers of that key lie.
pub fn home_of(session: Session<'_>, key: &str) -> Result<Option<Home>, StoreError> {
    let Some((issuer, number)) = key.split_once('/') else {
        return by_number(session, key);
    };
    // What had no number to be found by lies together, whoever sent it.
    if number.trim().is_empty() {
        return Ok(None);
    }
    let asked = Home::new(issuer, number);
    for kind in ["list", "waybill", "payment"] {
        if let Some(home) = tables::claimed(session, kind, &asked)? {
            return Ok(Some(home));
        }
    }
    if let Some(home) = tables::home_of_asked(session, key)? {
        return Ok(Some(home));
    }
    // What was refused as a whole left nothing but its receipts.
    let there = tables::declaration(session, &asked)?.is_some()
        || !tables::papers_of(session, &asked)?.is_empty()
        || !tables::receipts_of(session, &asked)?.is_empty();
    Ok(there.then_some(asked))
}

/// The list number, the pre-entry number or the number of a bill: all end in the serial.
fn by_number(session: Session<'_>, key: &str) -> Result<Option<Home>, StoreError> {
    let number = key.split('_').next().unwrap_or(key);
    let Some(serial) = number
        .get(number.len().saturating_sub(9)..)
        .and_then(|digits| digits.parse().ok())
    else {
        return Ok(None);
    };
    let one = tables::by_serial(session, serial)?;
    let fits = |one: &Declaration| one.invt_no.as_deref() == Some(number) || one.pre_no == number;
    Ok(one.filter(fits).map(|one| one.home))
}

/// The return of that key (agent/number) with the declaration it belongs to.
pub fn find_return(
    session: Session<'_>,
    key: &str,
) -> Result<Option<(Declaration, String)>, StoreError> {
    let Some(home) = tables::home_of_return(session, key)? else {
        return Ok(None);
    };
    Ok(tables::declaration(session, &home)?.map(|one| (one, plain(key).into_owned())))
}

/// Everything about the parcel of a key.
pub fn show(session: Session<'_>, key: &str) -> Result<Option<Shown>, StoreError> {
    let Some(home) = home_of(session, key)? else {
        return Ok(None);
    };
    let one = tables::declaration(session, &home)?;
    let mut papers: BTreeMap<(String, String), i64> = BTreeMap::new();
    for paper in tables::papers_of(session, &home)? {
        papers.insert((paper.message, paper.own), paper.state);
    }
    let receipts = tables::receipts_of(session, &home)?;
    let stored = match one.as_ref().and_then(|one| one.verdict) {
        Some(act) => tables::verdict(session, act)?,
        None => None,
    };
    let verdict: Option<Verdict> = stored
        .as_ref()
        .and_then(|stored| serde_json::from_str(&stored.verdict).ok());
    let standing = alone::standing(&papers);
    let (state, missing) = match &one {
        Some(one) => (one.state.to_string(), one.missing.clone()),
        None => (
            alone::state(&papers).to_owned(),
            alone::missing(&standing, &receipts),
        ),
    };
    let released = one.as_ref().and_then(|one| one.released);
    let last_paper = match &stored {
        Some(stored) => last_of(session, stored)?,
        None => None,
    };
    let findings = match (&verdict, &one) {
        (Some(verdict), Some(one)) if one.state != State::Declaring => {
            stands_for(one, verdict, &receipts)
        }
        _ => told(receipts.iter(), &missing),
    };
    Ok(Some(Shown {
        key: home.text(),
        state,
        list: one.as_ref().map(|one| one.own.clone()).unwrap_or_default(),
        pre_no: one
            .as_ref()
            .map(|one| one.pre_no.clone())
            .unwrap_or_default(),
        invt_no: one.as_ref().and_then(|one| one.invt_no.clone()),
        papers: papers.into_keys().collect(),
        missing: missing
            .split(' ')
            .filter(|message| !message.is_empty())
            .map(str::to_owned)
            .collect(),
        findings,
        tax: verdict.map(|verdict| verdict.tax),
        bills: tables::bills_of(session, &home)?
            .iter()
            .map(|bill| (bill.tax_no.clone(), bill.status, bill.total()))
            .collect(),
        returns: tables::returns_of(session, &home)?,
        timeline: receipts.iter().map(moment_of).collect(),
        decided: receipts.iter().filter_map(decided_of).collect(),
        released_after_ms: released
            .zip(last_paper)
            .map(|(released, last)| released - last),
    }))
}

/// A receipt on the timeline: message, status, time.
fn moment_of(one: &Receipt) -> (String, i64, String) {
    (
        one.message.clone(),
        one.said.status,
        Moment(one.said.at).to_string(),
    )
}

/// What an officer decided by that receipt: key, status, who.
fn decided_of(one: &Receipt) -> Option<(String, i64, String)> {
    let by = one.said.by.clone()?;
    Some((one.key.clone(), one.said.status, by))
}

/// When the last paper of a verdict came; the waybill lies elsewhere than the others.
fn last_of(session: Session<'_>, stored: &Stored) -> Result<Option<i64>, StoreError> {
    let inputs: Value = serde_json::from_str(&stored.inputs).unwrap_or_default();
    let names = inputs["papers"].clone();
    let names: Vec<(String, String, String, String, i64)> =
        serde_json::from_value(names).unwrap_or_default();
    let mut last = None;
    for (issuer, number, message, own, edition) in names {
        let kept = tables::papers_of(session, &Home::new(issuer, number))?;
        let paper = kept
            .iter()
            .find(|paper| paper.message == message && paper.own == own && paper.edition == edition);
        last = last.max(paper.map(|paper| paper.received));
    }
    Ok(last)
}

/// Why a judged list stands where it stands: what the receipt of its state told, and the notes of
/// its verdict. What held it up before is over.
fn stands_for(one: &Declaration, verdict: &Verdict, receipts: &[Receipt]) -> Vec<Finding> {
    let state = i64::from(one.state.code());
    let receipt = receipts.iter().rfind(|receipt| {
        receipt.message == "622" && receipt.own == one.own && receipt.said.status == state
    });
    let mut findings = receipt.map_or_else(Vec::new, said);
    let notes = verdict.findings.iter();
    findings.extend(notes.filter(|note| note.weight == Weight::Note).cloned());
    // What was asked about it since, and why that was refused.
    let asked = |receipt: &&Receipt| matches!(receipt.message.as_str(), "624" | "626");
    findings.extend(told(receipts.iter().filter(asked), ""));
    findings
}

/// What the last receipt of each paper told, what refuses first: a paper refused on arrival and the
/// list that waits for it are told together. What has come since is awaited no more.
fn told<'r>(receipts: impl Iterator<Item = &'r Receipt>, missing: &str) -> Vec<Finding> {
    let mut last: BTreeMap<(&str, &str), &Receipt> = BTreeMap::new();
    for one in receipts {
        last.insert((&one.message, &one.own), one);
    }
    let mut findings: Vec<Finding> = last.into_values().flat_map(said).collect();
    findings.retain(|finding| {
        finding.weight != Weight::Wait
            || missing
                .split(' ')
                .any(|message| finding.paper.message == message)
    });
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.weight));
    findings
}

/// What a receipt told, each with the paper it is about: who looks at a parcel has no file at hand.
fn said(receipt: &Receipt) -> Vec<Finding> {
    let mut findings = receipt.said.findings.clone();
    for finding in &mut findings {
        let own = crate::acts::number_of(&finding.paper.message) == Some(&receipt.message);
        if own && finding.paper.key.is_none() {
            finding.paper.key = Some(receipt.key.clone());
        }
    }
    findings
}
