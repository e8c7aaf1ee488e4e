//! What lies by the waybill of a parcel and not by its order: the waybill, its deliveries, and the
//! tally of the site that counted it in; and documents that were refused and left nothing else.

use messages::Catalogue;
use store::{Session, StoreError};

use super::{Shown, home_of, told};
use crate::{
    model::{Home, State},
    store::{self as tables, Receipt},
};

/// Everything about the parcel of a key, with what went by its waybill.
pub fn whole(
    session: Session<'_>,
    catalogue: &Catalogue,
    key: &str,
) -> Result<Option<Shown>, StoreError> {
    let Some(mut shown) = super::show(session, key)? else {
        return Ok(None);
    };
    let Some(waybill) = waybill_of(session, catalogue, &shown)? else {
        return Ok(Some(shown));
    };
    let mut homes = vec![waybill.clone()];
    homes.extend(tables::arrivals_of(session, &waybill)?);
    let mut receipts = Vec::new();
    for home in &homes {
        for paper in tables::papers_of(session, home)? {
            let name = match paper.own.as_str() {
                "" => home.text(),
                own => format!("{}/{own}", home.text()),
            };
            let entry = (paper.message, name);
            if !shown.papers.contains(&entry) {
                shown.papers.push(entry);
            }
        }
        receipts.extend(tables::receipts_of(session, home)?);
    }
    shown.papers.sort();
    if shown.state == State::Declaring.to_string() {
        // Why a waybill that is awaited was refused.
        let more = told(receipts.iter(), &shown.missing.join(" "));
        shown.findings.extend(more);
        shown
            .findings
            .sort_by_key(|finding| std::cmp::Reverse(finding.weight));
    }
    if let Some(home) = home_of(session, key)? {
        receipts.extend(tables::receipts_of(session, &home)?);
    }
    receipts.sort_by_key(|receipt| receipt.position);
    shown.timeline = receipts.iter().map(super::moment_of).collect();
    Ok(Some(shown))
}

/// Where the waybill lies that the list names.
fn waybill_of(
    session: Session<'_>,
    catalogue: &Catalogue,
    shown: &Shown,
) -> Result<Option<Home>, StoreError> {
    let Some((issuer, number)) = shown.key.split_once('/') else {
        return Ok(None);
    };
    let kept = tables::papers_of(session, &Home::new(issuer, number))?;
    let list = kept
        .iter()
        .rfind(|paper| paper.message == "621" && paper.own == shown.list);
    let Some(list) = list else {
        return Ok(None);
    };
    let record = catalogue
        .record(&list.body)
        .map_err(|error| StoreError::damaged(error.to_string()))?;
    let carrier = record.get("logisticsCode").zip(record.get("logisticsNo"));
    Ok(carrier.map(|(carrier, number)| Home::new(carrier, number)))
}

/// Documents that were refused by themselves where no list stands and no paper of their kind was
/// taken since: nothing waits for them, and their sender alone can go on. The last receipt of each, of
/// `most` at most, and how many there are in all.
pub fn refused_alone(
    session: Session<'_>,
    most: usize,
) -> Result<(Vec<Receipt>, usize), StoreError> {
    let (mut alone, mut all) = (Vec::new(), 0);
    for (home, position) in tables::last_refusals(session)? {
        let listed = tables::declaration(session, &home)?.is_some()
            || tables::claimed(session, "waybill", &home)?.is_some();
        if listed {
            continue;
        }
        let Some(receipt) = tables::receipt(session, &home, position)? else {
            continue;
        };
        let stands = tables::papers_of(session, &home)?.iter().any(|paper| {
            crate::acts::number_of(&paper.message) == Some(receipt.message.as_str())
                && paper.own == receipt.own
        });
        if stands {
            continue;
        }
        all += 1;
        if alone.len() < most {
            alone.push(receipt);
        }
    }
    Ok((alone, all))
}
