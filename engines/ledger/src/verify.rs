//! Recomputing every sum from the transfers, and every transfer from the journal.

use std::collections::HashMap;

use journal::{Entry, Fact, Head, ROW_CHANGED, ROW_LOST, ROW_UNKNOWN, row};
use store::{Session, StoreError};
use values::Finding;

use crate::{Account, AccountKey, ChainPosted, Transfer, TransferId};

/// An account whose sums are not what its transfers give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which account.
    pub account: AccountKey,
    /// As it stands; none when it is not there, or not in its place.
    pub stands: Option<Account>,
    /// As the transfers give it; none when there are no transfers.
    pub computed: Option<Account>,
}

/// A sum of an account is not what its transfers give.
const SUMS: &str = "verify.sums";

/// The codes that this room alone finds.
pub const CODES: &[&str] = &[SUMS];

impl Difference {
    /// It, as findings: one for each sum that differs, in the smallest unit of the account.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let AccountKey { kind, owner, item } = &self.account;
        let key = [kind.as_ref(), owner, item].join(" ");
        let key = key.trim_end();
        let about = |code| row(code, "ledger_account", key);
        let (stands, computed) = match (self.stands, self.computed) {
            (Some(stands), Some(computed)) => (stands, computed),
            (Some(_), None) => return vec![about(ROW_UNKNOWN)],
            (None, _) => return vec![about(ROW_LOST)],
        };
        let sums = [
            ("in_posted", stands.in_posted, computed.in_posted),
            ("in_pending", stands.in_pending, computed.in_pending),
            ("out_posted", stands.out_posted, computed.out_posted),
            ("out_pending", stands.out_pending, computed.out_pending),
        ];
        let differing = sums.into_iter().filter(|(_, seen, want)| seen != want);
        let finding = |(sum, seen, want)| about(SUMS).with("sum", sum).saw(seen).wants(want);
        differing.map(finding).collect()
    }
}

const TRANSFERS: &str = "SELECT kind, owner, item, step, amount, source, slot, of_source, of_slot FROM ledger_transfer ORDER BY source, slot";
const ACCOUNTS: &str = "SELECT kind, owner, item, in_posted, in_pending, out_posted, out_pending, bucket FROM ledger_account";
const WHOLE: &str = "SELECT source, slot, bucket, kind, owner, item, step, amount, of_source, of_slot, until, at, closed_by FROM ledger_transfer";

/// What a chain tells of transfers.
#[derive(Default)]
pub struct Told {
    /// Each with the time of its fact; by the bucket of its account and its name.
    posted: HashMap<(i64, TransferId), (Transfer, i64)>,
    /// Which act settled or voided a reservation.
    closed: HashMap<(i64, TransferId), i64>,
}

impl Told {
    /// Takes note of an entry.
    pub fn note(&mut self, head: &Head, entry: &Entry) -> Result<(), StoreError> {
        if head.kind != ChainPosted::KIND {
            return Ok(());
        }
        for transfer in entry.fact::<ChainPosted>()?.transfers {
            let bucket = transfer.account.bucket();
            if let Some(of) = transfer.of {
                self.closed.insert((bucket, of), transfer.id.source);
            }
            let place = (bucket, transfer.id);
            self.posted.insert(place, (transfer, head.at));
        }
        Ok(())
    }

    /// Every transfer that does not stand as it was told, and every one that was told and is not there.
    pub fn differences(mut self, session: Session<'_>) -> Result<Vec<Finding>, StoreError> {
        let about = |code, id: TransferId| {
            let key = format!("{}/{}", id.source, id.slot);
            row(code, "ledger_transfer", &key)
        };
        let mut faults = Vec::new();
        session.each(WHOLE, &[], |row| {
            let (source, slot) = (row.int(0)?, row.int(1)?);
            let place = (row.int(2)?, TransferId { source, slot });
            let code = match self.posted.remove(&place) {
                Some((told, at)) if self.stands(row, place, &told, at)? => return Ok(true),
                Some(_) => ROW_CHANGED,
                None => ROW_UNKNOWN,
            };
            faults.push(about(code, place.1));
            Ok(true)
        })?;
        let lost = self.posted.into_keys();
        faults.extend(lost.map(|(_, id)| about(ROW_LOST, id)));
        Ok(faults)
    }

    /// Whether a row is that transfer in every column.
    fn stands(
        &self,
        row: &store::Row<'_>,
        place: (i64, TransferId),
        told: &Transfer,
        at: i64,
    ) -> Result<bool, StoreError> {
        let account = &told.account;
        Ok(row.text(3)? == account.kind
            && row.text(4)? == account.owner
            && row.text(5)? == account.item
            && row.text(6)? == told.step.name()
            && row.int(7)? == told.amount
            && row.maybe_int(8)? == told.of.map(|of| of.source)
            && row.maybe_int(9)? == told.of.map(|of| of.slot)
            && row.maybe_int(10)? == told.until
            && row.int(11)? == at
            && row.maybe_int(12)? == self.closed.get(&place).copied())
    }
}

/// Compares every account with its transfers; how many accounts and transfers were seen, and
/// every difference.
pub fn verify(session: Session<'_>) -> Result<(usize, usize, Vec<Difference>), StoreError> {
    let mut computed: HashMap<AccountKey, Account> = HashMap::new();
    let mut reserved: HashMap<(i64, i64, AccountKey), (bool, i64)> = HashMap::new();
    let mut transfers = 0;
    session.each(TRANSFERS, &[], |row| {
        transfers += 1;
        let key = AccountKey {
            kind: row.text(0)?.into(),
            owner: row.text(1)?,
            item: row.text(2)?,
        };
        let (step, amount) = (row.text(3)?, row.int(4)?);
        let account = computed.entry(key.clone()).or_default();
        match step.as_str() {
            "in" => account.in_posted += amount,
            "out" => account.out_posted += amount,
            "expect-in" | "reserve-out" => {
                let inward = step == "expect-in";
                *(if inward {
                    &mut account.in_pending
                } else {
                    &mut account.out_pending
                }) += amount;
                reserved.insert((row.int(5)?, row.int(6)?, key), (inward, amount));
            }
            _ => {
                let of = (
                    row.maybe_int(7)?.unwrap_or(0),
                    row.maybe_int(8)?.unwrap_or(0),
                    key,
                );
                // A reservation is closed once; a second close shows as a difference.
                let (inward, held) = reserved.remove(&of).unwrap_or((false, 0));
                let posted = if step == "settle" {
                    amount.min(held)
                } else {
                    0
                };
                if inward {
                    account.in_pending -= held;
                    account.in_posted += posted;
                } else {
                    account.out_pending -= held;
                    account.out_posted += posted;
                }
            }
        }
        Ok(true)
    })?;
    let mut differences = Vec::new();
    let mut accounts = 0;
    session.each(ACCOUNTS, &[], |row| {
        accounts += 1;
        let account = AccountKey {
            kind: row.text(0)?.into(),
            owner: row.text(1)?,
            item: row.text(2)?,
        };
        let stands = Account {
            in_posted: row.int(3)?,
            in_pending: row.int(4)?,
            out_posted: row.int(5)?,
            out_pending: row.int(6)?,
        };
        let placed = row.int(7)? == account.bucket();
        let computed = computed.remove(&account);
        if !placed || computed != Some(stands) {
            differences.push(Difference {
                account,
                stands: placed.then_some(stands),
                computed,
            });
        }
        Ok(true)
    })?;
    differences.extend(computed.into_iter().map(|(account, computed)| Difference {
        account,
        stands: None,
        computed: Some(computed),
    }));
    Ok((accounts, transfers, differences))
}
