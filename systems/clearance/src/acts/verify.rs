//! Every chain, sum and count recomputed.

use std::collections::HashMap;

use identity::Keys;
use store::{Fault, Insert, Reader, Session, StoreError};
use values::{Fen, Finding};

use super::{Zone, follows};
use crate::{
    problems,
    store::{TOLD, day_totals},
};

/// What a verification saw.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
    pub faults: Vec<Finding>,
}

impl Verified {
    /// Takes note of what a part found; one that came upon what it cannot read found that.
    fn note(
        &mut self,
        part: &'static str,
        found: Result<Vec<Finding>, StoreError>,
    ) -> Result<(), StoreError> {
        match found {
            Ok(faults) => self.faults.extend(faults),
            Err(error) if error.fault == Fault::Damaged => {
                self.faults
                    .push(Finding::refused(problems::VERIFY_UNREADABLE).at(part));
            }
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
            verified.note("identity_key", key.differences(session))?;
        }
        Ok(verified)
    })
}

fn recomputed(
    session: Session<'_>,
    zone: &Zone,
    damage: Vec<Finding>,
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
        walk.faults
    });
    verified.note("journal_entry", broken)?;

    let told: Vec<&'static Insert> = TOLD.into_iter().chain(identity::TOLD).collect();
    verified.note("journal.rows-written", rows.differences(session, &told))?;
    verified.note("ledger_transfer", transfers.differences(session))?;
    let accounts = accounts(session, &mut verified);
    verified.note("ledger_account", accounts)?;
    let follows = follows::differences(session, &zone.catalogue, &zone.rulebook);
    verified.note("clearance_declaration", follows)?;
    verified.note("clearance_bill", tax(session))?;
    Ok(verified)
}

/// Every account against its transfers.
fn accounts(session: Session<'_>, verified: &mut Verified) -> Result<Vec<Finding>, StoreError> {
    let (accounts, transfers, differences) = ledger::verify(session)?;
    verified.accounts = accounts;
    verified.transfers = transfers;
    let findings = differences.iter().flat_map(ledger::Difference::findings);
    Ok(findings.collect())
}

/// The tax accounts of a day are the bills of that day that stand.
fn tax(session: Session<'_>) -> Result<Vec<Finding>, StoreError> {
    let mut booked: HashMap<String, i64> = HashMap::new();
    ledger::each_account(session, &super::desk::TAX, |key, account| {
        *booked.entry(key.item).or_default() += account.on_hand()
    })?;
    let differs = |day: &str, booked: i64, billed: Fen| {
        Finding::refused(problems::VERIFY_TAX)
            .at(format!("ledger_account tax {day}"))
            .saw(Fen(booked))
            .wants(billed)
            .with("day", day)
    };
    let mut faults = Vec::new();
    for day in day_totals(session, "0000-00-00", "9999-99-99")? {
        let booked = booked.remove(&day.day).unwrap_or_default();
        if booked != day.total.0 {
            faults.push(differs(&day.day, booked, day.total));
        }
    }
    let unbilled = booked.iter().filter(|(_, sum)| **sum != 0);
    faults.extend(unbilled.map(|(day, sum)| differs(day, *sum, Fen(0))));
    Ok(faults)
}
