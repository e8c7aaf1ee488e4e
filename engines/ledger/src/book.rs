//! Posting transfers inside one transaction.

use std::collections::HashMap;

use journal::Journal;
use store::{Fault, Insert, Session, StoreError, Value};
use values::Moment;

use crate::{
    Account, AccountKey, ChainPosted, Kind, Posted, Short, Step, Transfer, TransferId,
    sums::account,
};

static KEEP: Insert = Insert {
    sql: "INSERT INTO ledger_account (bucket, kind, owner, item, in_posted, in_pending, out_posted, out_pending) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (bucket, kind, owner, item) DO UPDATE SET \
     in_posted = excluded.in_posted, in_pending = excluded.in_pending, out_posted = excluded.out_posted, out_pending = excluded.out_pending",
    key: 0..0,
    told: 0,
};
const INSERT: &str = "INSERT INTO ledger_transfer (bucket, source, slot, kind, owner, item, step, amount, of_source, of_slot, until, at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (bucket, source, slot) DO NOTHING";
const TRANSFER: &str = "SELECT kind, owner, item, step, amount, of_source, of_slot, until FROM ledger_transfer WHERE bucket = $1 AND source = $2 AND slot = $3";
const CLOSED: &str = "SELECT COALESCE(closed_by, 0) FROM ledger_transfer WHERE bucket = $1 AND source = $2 AND slot = $3";
const CLOSE: &str = "UPDATE ledger_transfer SET closed_by = $1 WHERE bucket = $2 AND source = $3 AND slot = $4 AND closed_by IS NULL";

/// The accounts touched in one transaction. [`Ledger::close`] writes their sums once, however
/// many transfers moved them.
pub struct Ledger<'c> {
    session: Session<'c>,
    kinds: &'static [&'static Kind],
    touched: HashMap<AccountKey, (Account, bool)>,
}

impl<'c> Ledger<'c> {
    /// Opens the ledger for the kinds the program knows.
    #[must_use]
    pub fn open(session: Session<'c>, kinds: &'static [&'static Kind]) -> Self {
        Self {
            session,
            kinds,
            touched: HashMap::new(),
        }
    }

    /// The sums of an account, all zero while nothing has touched it.
    pub fn account(&mut self, key: &AccountKey) -> Result<Account, StoreError> {
        if let Some((account, _)) = self.touched.get(key) {
            return Ok(*account);
        }
        let found = account(self.session, key)?.unwrap_or_default();
        self.touched.insert(key.clone(), (found, false));
        Ok(found)
    }

    /// Posts a chain about `subject`: all of it with its fact, or nothing and the reason.
    pub fn post(
        &mut self,
        journal: &mut Journal<'_>,
        at: Moment,
        subject: &str,
        chain: &[Transfer],
    ) -> Result<Posted, Short> {
        if chain.is_empty() {
            return Ok(Posted::Repeated);
        }
        let planned = match self.planned(chain) {
            Ok(planned) => planned,
            // What stands already may not be possible a second time, and need not be.
            Err(short) => {
                return if self.stands(chain)? {
                    Ok(Posted::Repeated)
                } else {
                    Err(short)
                };
            }
        };
        for (place, after) in planned {
            let transfer = &chain[place];
            if !self.insert(at, transfer)? {
                // A chain is stored whole or not at all: whether it is there, its first transfer says.
                return if place == 0 && self.stands(chain)? {
                    Ok(Posted::Repeated)
                } else {
                    Err(other_content(transfer).into())
                };
            }
            self.touched.insert(transfer.account.clone(), (after, true));
        }
        let transfers = chain
            .iter()
            .map(|transfer| Transfer {
                ceiling: None,
                ..transfer.clone()
            })
            .collect();
        journal.append(at, subject, &ChainPosted { transfers })?;
        Ok(Posted::Now)
    }

    /// Whether this very chain was posted before; one with other content is an error.
    fn stands(&self, chain: &[Transfer]) -> Result<bool, StoreError> {
        let Some(first) = chain.first() else {
            return Ok(false);
        };
        match self.transfer(&first.account, first.id)? {
            Some(stored) if same(&stored, first) => Ok(true),
            Some(_) => Err(other_content(first)),
            None => Ok(false),
        }
    }

    /// What each account becomes, transfer by transfer, while all limits hold.
    fn planned(&mut self, chain: &[Transfer]) -> Result<Vec<(usize, Account)>, Short> {
        let mut planned: Vec<(usize, Account)> = Vec::with_capacity(chain.len());
        for (place, transfer) in chain.iter().enumerate() {
            let earlier = planned
                .iter()
                .rev()
                .find(|(other, _)| chain[*other].account == transfer.account);
            let before = match earlier {
                Some((_, account)) => *account,
                None => self.account(&transfer.account)?,
            };
            let after = self.moved(before, transfer)?;
            let limit = self.kind(&transfer.account)?.limit;
            if !after.holds(limit, transfer.ceiling) {
                return Err(Short::Limit {
                    at: place,
                    account: before,
                });
            }
            planned.push((place, after));
        }
        Ok(planned)
    }

    /// Writes the sums of every account that moved.
    pub fn close(self) -> Result<(), StoreError> {
        let mut moved: Vec<(&AccountKey, &Account)> = self
            .touched
            .iter()
            .filter(|(_, (_, moved))| *moved)
            .map(|(key, (account, _))| (key, account))
            .collect();
        moved.sort_unstable_by(|a, b| a.0.cmp(b.0));
        for (key, account) in moved {
            let row = [
                Value::Int(key.bucket()),
                Value::Text(&key.kind),
                Value::Text(&key.owner),
                Value::Text(&key.item),
                Value::Int(account.in_posted),
                Value::Int(account.in_pending),
                Value::Int(account.out_posted),
                Value::Int(account.out_pending),
            ];
            self.session.later(&KEEP, &row)?;
        }
        Ok(())
    }

    fn kind(&self, key: &AccountKey) -> Result<&'static Kind, StoreError> {
        let kind = self.kinds.iter().find(|kind| kind.name == key.kind);
        kind.copied()
            .ok_or_else(|| StoreError::new(Fault::Other, format!("no account kind {}", key.kind)))
    }

    fn moved(&self, before: Account, transfer: &Transfer) -> Result<Account, StoreError> {
        let mut after = before;
        let amount = transfer.amount;
        match (transfer.step, transfer.of) {
            (Step::In, None) => after.in_posted += amount,
            (Step::Out, None) => after.out_posted += amount,
            (Step::ExpectIn, None) => after.in_pending += amount,
            (Step::ReserveOut, None) => after.out_pending += amount,
            (Step::Settle | Step::Void | Step::Expire, Some(of)) => {
                let reserved = self.open_reservation(&transfer.account, of, transfer.id)?;
                let posted = if transfer.step == Step::Settle {
                    amount.min(reserved.amount)
                } else {
                    0
                };
                if reserved.step == Step::ExpectIn {
                    after.in_pending -= reserved.amount;
                    after.in_posted += posted;
                } else {
                    after.out_pending -= reserved.amount;
                    after.out_posted += posted;
                }
            }
            _ => {
                return Err(StoreError::new(
                    Fault::Other,
                    "a transfer settles or voids a reservation, or stands alone",
                ));
            }
        }
        Ok(after)
    }

    fn open_reservation(
        &self,
        account: &AccountKey,
        of: TransferId,
        by: TransferId,
    ) -> Result<Transfer, StoreError> {
        let missing = || {
            StoreError::damaged(format!(
                "transfer {}/{} reserves nothing",
                of.source, of.slot
            ))
        };
        let reserved = self.transfer(account, of)?.ok_or_else(missing)?;
        if !matches!(reserved.step, Step::ExpectIn | Step::ReserveOut)
            || reserved.account != *account
        {
            return Err(missing());
        }
        let key = [
            Value::Int(account.bucket()),
            Value::Int(of.source),
            Value::Int(of.slot),
        ];
        if self.session.count(CLOSED, &key)? > 0 {
            let words = format!(
                "{}/{} was settled or voided before {}/{}",
                of.source, of.slot, by.source, by.slot
            );
            return Err(StoreError::damaged(words));
        }
        Ok(reserved)
    }

    fn transfer(
        &self,
        account: &AccountKey,
        id: TransferId,
    ) -> Result<Option<Transfer>, StoreError> {
        let key = [
            Value::Int(account.bucket()),
            Value::Int(id.source),
            Value::Int(id.slot),
        ];
        self.session.first(TRANSFER, &key, |row| {
            let of = row
                .maybe_int(5)?
                .zip(row.maybe_int(6)?)
                .map(|(source, slot)| TransferId { source, slot });
            Ok(Transfer {
                id,
                account: AccountKey {
                    kind: row.text(0)?.into(),
                    owner: row.text(1)?,
                    item: row.text(2)?,
                },
                step: Step::named(&row.text(3)?)?,
                amount: row.int(4)?,
                of,
                until: row.maybe_int(7)?,
                ceiling: None,
            })
        })
    }

    // Whether it is new: one with its number may stand.
    fn insert(&self, at: Moment, transfer: &Transfer) -> Result<bool, StoreError> {
        let row = [
            Value::Int(transfer.account.bucket()),
            Value::Int(transfer.id.source),
            Value::Int(transfer.id.slot),
            Value::Text(&transfer.account.kind),
            Value::Text(&transfer.account.owner),
            Value::Text(&transfer.account.item),
            Value::Text(transfer.step.name()),
            Value::Int(transfer.amount),
            Value::from(transfer.of.map(|of| of.source)),
            Value::from(transfer.of.map(|of| of.slot)),
            Value::from(transfer.until),
            Value::Int(at.0),
        ];
        if self.session.run(INSERT, &row)? == 0 {
            return Ok(false);
        }
        let Some(of) = transfer.of else {
            return Ok(true);
        };
        let place = [
            Value::Int(transfer.id.source),
            Value::Int(transfer.account.bucket()),
            Value::Int(of.source),
            Value::Int(of.slot),
        ];
        match self.session.run(CLOSE, &place)? {
            1 => Ok(true),
            _ => Err(StoreError::damaged(format!(
                "{}/{} was settled or voided before",
                of.source, of.slot
            ))),
        }
    }
}

/// Numbers of acts only grow, so that one which is taken was counted wrong.
fn other_content(transfer: &Transfer) -> StoreError {
    let TransferId { source, slot } = transfer.id;
    StoreError::damaged(format!(
        "transfer {source}/{slot} stands with other content"
    ))
}

/// A ceiling is the law's of the day and no part of the movement.
fn same(stored: &Transfer, asked: &Transfer) -> bool {
    let asked = Transfer {
        ceiling: None,
        ..asked.clone()
    };
    *stored == asked
}
