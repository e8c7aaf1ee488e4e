//! The accounts of the ledger, against what declarations say they hold of them and what was put in by
//! hand: what a list spent has to be spent, and nothing else.

use std::collections::BTreeMap;

use ledger::{Account, AccountKey, Kind};
use store::{Session, StoreError};
use values::{Fen, Finding, Quantity};

use crate::{
    acts::{
        desk::{self, GUARANTEE, QUOTA, STOCK, WEIGHT},
        hold::Holding,
    },
    problems::{VERIFY_HELD, VERIFY_UNREADABLE},
    store::{self as tables, Declaration},
};

/// The accounts that declarations hold of.
const KINDS: [&Kind; 4] = [&QUOTA, &WEIGHT, &STOCK, &GUARANTEE];

/// What all declarations hold of an account.
#[derive(Default)]
struct Sum {
    /// For good.
    posted: i64,
    /// Reserved, until a release or an end.
    open: i64,
}

/// What declarations say they hold.
#[derive(Default)]
pub(super) struct Held {
    sums: BTreeMap<AccountKey, Sum>,
}

impl Held {
    /// Takes note of a declaration; found is that its column cannot be read.
    pub(super) fn declaration(&mut self, one: &Declaration) -> Option<Finding> {
        let Ok(holdings) = Holding::of(one) else {
            let place = format!("clearance_declaration {}", one.home.text());
            return Some(Finding::refused(VERIFY_UNREADABLE).at(place));
        };
        for holding in holdings {
            let sum = self.sums.entry(holding.account).or_default();
            match holding.of {
                Some(_) => sum.open += holding.amount,
                None => sum.posted += holding.amount,
            }
        }
        None
    }

    /// Every account that is not what declarations hold of it.
    pub(super) fn differences(mut self, session: Session<'_>) -> Result<Vec<Finding>, StoreError> {
        let mut levels = levels(session)?;
        let mut found = Vec::new();
        for kind in KINDS {
            ledger::each_account(session, kind, |key, account| {
                let sum = self.sums.remove(&key).unwrap_or_default();
                let level = levels.remove(&key).unwrap_or_default();
                compare(&key, account, level, &sum, &mut found);
            })?;
        }
        // What was put in by hand and has no account is compared with an empty one.
        for (key, level) in levels {
            let sum = self.sums.remove(&key).unwrap_or_default();
            compare(&key, Account::default(), level, &sum, &mut found);
        }
        for (key, sum) in &self.sums {
            compare(key, Account::default(), 0, sum, &mut found);
        }
        Ok(found)
    }
}

/// What was put in by hand, by account: the levels that setups brought stock and guarantees to.
fn levels(session: Session<'_>) -> Result<BTreeMap<AccountKey, i64>, StoreError> {
    let mut levels = BTreeMap::new();
    for (place, total) in tables::filings_of(session, "level")? {
        let total = total.parse();
        let total = total.map_err(|_| StoreError::damaged(format!("level {place}")))?;
        let account = match place.split_once(' ') {
            Some(("guarantee", firm)) => desk::guarantee(firm),
            Some((_, item)) => {
                let (book, record) = item.split_once('/').unwrap_or((item, ""));
                desk::stock(book, record)
            }
            None => continue,
        };
        levels.insert(account, total);
    }
    Ok(levels)
}

/// A quota and a weight fill up, from nothing; stock and guarantee leave what was put in.
fn compare(key: &AccountKey, account: Account, level: i64, sum: &Sum, found: &mut Vec<Finding>) {
    let fills = [QUOTA.name, WEIGHT.name].contains(&key.kind.as_ref());
    let (spent, reserved) = match fills {
        true => (account.on_hand() - level, account.in_pending),
        false => (level - account.on_hand(), account.out_pending),
    };
    let shown = |amount: i64| match [QUOTA.name, GUARANTEE.name].contains(&key.kind.as_ref()) {
        true => Fen(amount).to_string(),
        false => Quantity(amount).to_string(),
    };
    for (part, stands, held) in [
        ("spent", spent, sum.posted),
        ("reserved", reserved, sum.open),
    ] {
        if stands != held {
            let place = [key.kind.as_ref(), &key.owner, &key.item].join(" ");
            let finding = journal::row(VERIFY_HELD, "ledger_account", place.trim_end());
            let finding = finding.with("kind", &key.kind).with("part", part);
            found.push(finding.saw(shown(stands)).wants(shown(held)));
        }
    }
}
