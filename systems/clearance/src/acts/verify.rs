//! Every chain, sum and count recomputed.

use std::collections::HashMap;

use journal::Fact;
use ledger::{ChainPosted, Transfer, TransferId};
use serde::Serialize;
use store::{Reader, Session, StoreError};

use super::{Zone, told::Told};
use crate::store::day_totals;

/// What a verification saw.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Verified {
    /// Entries of the journal.
    pub entries: i64,
    /// Hash of the last entry, in hex.
    pub head: String,
    /// Accounts of the ledger.
    pub accounts: usize,
    /// Transfers of the ledger.
    pub transfers: usize,
    /// Everything that is not as it should be.
    pub faults: Vec<String>,
}

/// Walks the journal, recomputes every account from the transfers and every transfer from the
/// journal, and compares papers, declarations, bills, receipts and filings with the journal, claims and
/// due dates with papers and declarations, and the tax ledger with the bills; all as of one moment, so that a writer beside it is no fault.
pub fn verify(reader: &Reader, zone: &Zone) -> Result<Verified, StoreError> {
    let damage = reader.damage()?;
    reader.moment(|session| recomputed(session, zone, damage))
}

fn recomputed(
    session: Session<'_>,
    zone: &Zone,
    damage: Vec<String>,
) -> Result<Verified, StoreError> {
    let mut verified = Verified {
        faults: damage,
        ..Verified::default()
    };
    let mut posted: HashMap<(i64, TransferId), Transfer> = HashMap::new();
    let mut told = Told::default();
    let walk = journal::walk(session, 1, |entry| {
        let kind = entry.head()?.kind;
        if kind == ChainPosted::KIND {
            for transfer in entry.fact::<ChainPosted>()?.transfers {
                posted.insert((transfer.account.bucket(), transfer.id), transfer);
            }
        }
        told.note(entry, &kind)
    })?;
    verified.entries = walk.entries;
    verified.head = journal::hex(&walk.head);
    verified
        .faults
        .extend(walk.faults.iter().map(|fault| format!("journal: {fault}")));

    let (accounts, transfers, differences) = ledger::verify(session)?;
    verified.accounts = accounts;
    verified.transfers = transfers;
    for one in differences {
        let key = &one.account;
        verified.faults.push(format!(
            "account {} {} {}: stands {:?}, transfers give {:?}",
            key.kind, key.owner, key.item, one.stands, one.computed
        ));
    }
    ledger::transfers(session, |transfer| {
        let place = (transfer.account.bucket(), transfer.id);
        match posted.remove(&place) {
            Some(told) if told == transfer => {}
            Some(_) => verified.faults.push(format!(
                "transfer {}/{}: not as the journal tells it",
                transfer.id.source, transfer.id.slot
            )),
            None => verified.faults.push(format!(
                "transfer {}/{}: the journal does not know it",
                transfer.id.source, transfer.id.slot
            )),
        }
    })?;
    verified.faults.extend(posted.values().map(|lost| {
        format!(
            "transfer {}/{}: told by the journal, not there",
            lost.id.source, lost.id.slot
        )
    }));
    verified
        .faults
        .extend(told.differences(session, &zone.catalogue, &zone.rulebook)?);
    verified.faults.extend(tax(session)?);
    Ok(verified)
}

/// The tax accounts of a day are the bills of that day that stand.
fn tax(session: Session<'_>) -> Result<Vec<String>, StoreError> {
    let mut booked: HashMap<String, i64> = HashMap::new();
    ledger::each_account(session, &super::desk::TAX, |key, account| {
        *booked.entry(key.item).or_default() += account.on_hand()
    })?;
    let mut faults = Vec::new();
    for day in day_totals(session, "0000-00-00", "9999-99-99")? {
        let booked = booked.remove(&day.day).unwrap_or_default();
        if booked != day.total.0 {
            faults.push(format!(
                "tax of {}: bills give {}, the ledger {}",
                day.day,
                day.total,
                values::Fen(booked)
            ));
        }
    }
    faults.extend(
        booked
            .into_iter()
            .filter(|(_, sum)| *sum != 0)
            .map(|(day, sum)| {
                format!(
                    "tax of {day}: {} in the ledger without a bill",
                    values::Fen(sum)
                )
            }),
    );
    Ok(faults)
}
