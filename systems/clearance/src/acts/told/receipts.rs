//! Receipts and their seal: what a transaction answered goes into the journal as one digest, so that no
//! receipt is changed, added or taken away unseen.

use facts::clearance::ReceiptsMade;
use sha2::{Digest, Sha256};
use store::{Session, StoreError};

use crate::{
    acts::Desk,
    store::{ReceiptRow, receipt_rows_after},
};

/// The receipts of the transaction at work.
pub(in crate::acts) struct Seal {
    first: i64,
    hash: Sha256,
}

impl Seal {
    /// Of what comes after that position.
    pub(in crate::acts) fn after(position: i64) -> Self {
        Self {
            first: position + 1,
            hash: Sha256::new(),
        }
    }

    /// Takes the next ones in.
    pub(in crate::acts) fn add(&mut self, row: &ReceiptRow) {
        hash(&mut self.hash, row);
    }
}

impl Desk<'_> {
    /// Tells the journal what was answered in this transaction.
    pub(in crate::acts) fn seal(&mut self) -> Result<(), StoreError> {
        let (first, last) = (self.seal.first, self.counters.receipt);
        if last < first {
            return Ok(());
        }
        let digest = journal::hex(&self.seal.hash.clone().finalize());
        let fact = ReceiptsMade {
            first,
            last,
            digest,
        };
        self.journal.append(self.now, "receipts", &fact).map(drop)
    }
}

/// Receipts that are not those whose digests were told.
pub(super) fn differences(
    session: Session<'_>,
    told: &[ReceiptsMade],
) -> Result<Vec<String>, StoreError> {
    let mut faults = Vec::new();
    for ReceiptsMade {
        first,
        last,
        digest,
    } in told
    {
        let mut there = receipt_rows_after(session, first - 1, last - first + 1)?;
        there.retain(|one| one.last <= *last);
        let mut sum = Sha256::new();
        there.iter().for_each(|one| hash(&mut sum, one));
        if journal::hex(&sum.finalize()) != *digest {
            faults.push(format!(
                "receipts {first} to {last}: not as the journal tells them"
            ));
        }
    }
    let (first, last) = (
        told.first().map_or(1, |one| one.first),
        told.last().map_or(0, |one| one.last),
    );
    let before = receipt_rows_after(session, i64::MIN, 1)?;
    let unknown = before.into_iter().filter(|one| one.last < first);
    let unknown = unknown.chain(receipt_rows_after(session, last, 1)?);
    faults.extend(unknown.map(|one| {
        format!(
            "receipt {}: the journal does not know it, nor any beyond",
            one.last
        )
    }));
    Ok(faults)
}

/// Everything they say, each part behind its length.
fn hash(sum: &mut Sha256, one: &ReceiptRow) {
    let mut part = |bytes: &[u8]| {
        sum.update((bytes.len() as u64).to_be_bytes());
        sum.update(bytes);
    };
    part(&one.last.to_be_bytes());
    for text in [
        &one.home.issuer,
        &one.home.number,
        &one.message,
        &one.own,
        &one.key,
        &one.said,
    ] {
        part(text.as_bytes());
    }
    part(&one.body);
}
