//! Recomputing every sum from the transfers.

use std::collections::HashMap;

use store::{Session, StoreError};

use crate::{Account, AccountKey};

/// An account whose sums are not what its transfers give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which account.
    pub account: AccountKey,
    /// As it stands.
    pub stands: Account,
    /// As the transfers give it.
    pub computed: Account,
}

const TRANSFERS: &str = "SELECT kind, owner, item, step, amount, source, slot, of_source, of_slot FROM ledger_transfer ORDER BY source, slot";
const ACCOUNTS: &str =
    "SELECT kind, owner, item, in_posted, in_pending, out_posted, out_pending FROM ledger_account";

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
        let computed = computed.remove(&account).unwrap_or_default();
        if stands != computed {
            differences.push(Difference {
                account,
                stands,
                computed,
            });
        }
        Ok(true)
    })?;
    let missing = computed
        .into_iter()
        .filter(|(_, sums)| *sums != Account::default());
    differences.extend(missing.map(|(account, computed)| Difference {
        account,
        stands: Account::default(),
        computed,
    }));
    Ok((accounts, transfers, differences))
}
