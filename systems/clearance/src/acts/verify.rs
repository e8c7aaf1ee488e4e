//! Every chain, sum and count recomputed.

use std::collections::HashMap;

use identity::Keys;
use serde::Serialize;
use store::{Fault, Insert, Reader, Session, StoreError};

use super::{Zone, follows};
use crate::store::{TOLD, day_totals};

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

impl Verified {
    /// Takes note of what a part found; one that came upon what it cannot read found that.
    fn note(&mut self, found: Result<Vec<String>, StoreError>) -> Result<(), StoreError> {
        match found {
            Ok(faults) => self.faults.extend(faults),
            Err(error) if error.fault == Fault::Damaged => self.faults.push(error.words),
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

/// Walks the journal and holds against it every row it tells of, every transfer and the latest fact of
/// each subject; recomputes every account from the transfers, and what follows from papers and
/// declarations; compares the tax ledger with the bills, the key with its print and the tables with their
/// steps; all as of one moment, so that a writer beside it is no fault. Without `key` its print is not
/// compared: a copy may be looked at where the key is not.
pub fn verify(reader: &Reader, zone: &Zone, key: Option<&Keys>) -> Result<Verified, StoreError> {
    let damage = reader.damage()?;
    reader.moment(|session| {
        let mut verified = recomputed(session, zone, damage)?;
        if let Some(key) = key {
            verified.note(key.differences(session))?;
        }
        Ok(verified)
    })
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
    let mut rows = journal::Told::default();
    let mut transfers = ledger::Told::default();
    let walk = journal::walk(session, 1, |entry| {
        let head = entry.head()?;
        transfers.note(&head, entry)?;
        rows.note(head, entry)
    });
    let broken = walk.map(|walk| {
        verified.entries = walk.entries;
        verified.head = journal::hex(&walk.head);
        let faults = walk.faults.into_iter();
        faults.map(|fault| format!("journal: {fault}")).collect()
    });
    verified.note(broken)?;

    let told: Vec<&'static Insert> = TOLD.into_iter().chain(identity::TOLD).collect();
    verified.note(rows.differences(session, &told))?;
    verified.note(transfers.differences(session))?;
    let accounts = accounts(session, &mut verified);
    verified.note(accounts)?;
    verified.note(follows::differences(
        session,
        &zone.catalogue,
        &zone.rulebook,
    ))?;
    verified.note(tax(session))?;
    Ok(verified)
}

/// Every account against its transfers.
fn accounts(session: Session<'_>, verified: &mut Verified) -> Result<Vec<String>, StoreError> {
    let (accounts, transfers, differences) = ledger::verify(session)?;
    verified.accounts = accounts;
    verified.transfers = transfers;
    let differences = differences.into_iter().map(|one| {
        let key = &one.account;
        format!(
            "account {} {} {}: stands {:?}, transfers give {:?}",
            key.kind, key.owner, key.item, one.stands, one.computed
        )
    });
    Ok(differences.collect())
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
