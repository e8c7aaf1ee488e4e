//! Sums and movements as they stand.

use store::{Session, StoreError, Value};

use crate::{Account, AccountKey, Kind};

const ACCOUNT: &str = "SELECT in_posted, in_pending, out_posted, out_pending FROM ledger_account WHERE bucket = $1 AND kind = $2 AND owner = $3 AND item = $4";
const ACCOUNTS: &str = "SELECT item, in_posted, in_pending, out_posted, out_pending FROM ledger_account WHERE bucket = $1 AND kind = $2 AND owner = $3 ORDER BY item";

/// The sums of an account as they stand.
pub fn account(session: Session<'_>, key: &AccountKey) -> Result<Option<Account>, StoreError> {
    let values = [
        Value::Int(key.bucket()),
        Value::Text(&key.kind),
        Value::Text(&key.owner),
        Value::Text(&key.item),
    ];
    session.first(ACCOUNT, &values, |row| {
        Ok(Account {
            in_posted: row.int(0)?,
            in_pending: row.int(1)?,
            out_posted: row.int(2)?,
            out_pending: row.int(3)?,
        })
    })
}

/// All accounts of one owner, by item.
pub fn accounts(
    session: Session<'_>,
    kind: &'static Kind,
    owner: &str,
) -> Result<Vec<(String, Account)>, StoreError> {
    let key = AccountKey::new(kind, owner, "");
    session.all(
        ACCOUNTS,
        &[
            Value::Int(key.bucket()),
            Value::Text(kind.name),
            Value::Text(owner),
        ],
        |row| {
            let account = Account {
                in_posted: row.int(1)?,
                in_pending: row.int(2)?,
                out_posted: row.int(3)?,
                out_pending: row.int(4)?,
            };
            Ok((row.text(0)?, account))
        },
    )
}

// Served by the primary key, which begins with it.
const LAST: &str = "SELECT MAX(source) FROM ledger_transfer";

/// The number of the last act that moved anything; 0 before the first.
pub fn last_source(session: Session<'_>) -> Result<i64, StoreError> {
    session.count(LAST, &[])
}

const OF_KIND: &str = "SELECT owner, item, in_posted, in_pending, out_posted, out_pending FROM ledger_account WHERE kind = $1";

/// Every account of a kind.
pub fn each_account(
    session: Session<'_>,
    kind: &'static Kind,
    mut see: impl FnMut(AccountKey, Account),
) -> Result<(), StoreError> {
    session.each(OF_KIND, &[Value::Text(kind.name)], |row| {
        let account = Account {
            in_posted: row.int(2)?,
            in_pending: row.int(3)?,
            out_posted: row.int(4)?,
            out_pending: row.int(5)?,
        };
        see(AccountKey::new(kind, row.text(0)?, row.text(1)?), account);
        Ok(true)
    })
}
