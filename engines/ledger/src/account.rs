//! Accounts and what they must hold.

use serde::{Deserialize, Serialize};

/// What an account of a kind must hold after every transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Nothing.
    Open,
    /// What leaves or is reserved must have come in: `out_posted + out_pending ≤ in_posted`.
    Covered,
    /// What came in, given back deducted, stays at or below the ceiling the transfer carries:
    /// `in_posted + in_pending − out_posted ≤ ceiling`.
    Ceiling,
}

/// A kind of account. The system that owns it declares it as a constant.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its word on disk.
    pub name: &'static str,
    /// What its accounts must hold.
    pub limit: Limit,
}

/// Which account: its kind, whose it is, and what of theirs (year, item, …).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AccountKey {
    /// Name of the kind.
    pub kind: std::borrow::Cow<'static, str>,
    /// Whose: a firm, a book, the keyed hash of a person.
    pub owner: String,
    /// What of theirs: a year, an item record, a day.
    pub item: String,
}

impl AccountKey {
    /// The account of `owner` for `item`.
    pub fn new(kind: &'static Kind, owner: impl Into<String>, item: impl Into<String>) -> Self {
        Self {
            kind: kind.name.into(),
            owner: owner.into(),
            item: item.into(),
        }
    }

    /// All accounts of one owner and kind lie together, so that one act touches one place.
    #[must_use]
    pub fn bucket(&self) -> i64 {
        store::bucket(&[&self.kind, &self.owner])
    }
}

/// The four sums.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Came in.
    pub in_posted: i64,
    /// Will come in.
    pub in_pending: i64,
    /// Went out.
    pub out_posted: i64,
    /// Is promised to go out.
    pub out_pending: i64,
}

impl Account {
    /// What may still be reserved of a covered account.
    #[must_use]
    pub fn available(&self) -> i64 {
        self.in_posted - self.out_posted - self.out_pending
    }

    /// What stands there.
    #[must_use]
    pub fn on_hand(&self) -> i64 {
        self.in_posted - self.out_posted
    }

    /// What counts towards a ceiling.
    #[must_use]
    pub fn used(&self) -> i64 {
        self.in_posted + self.in_pending - self.out_posted
    }

    /// Whether the limit holds.
    #[must_use]
    pub fn holds(&self, limit: Limit, ceiling: Option<i64>) -> bool {
        let sound = self.in_pending >= 0 && self.out_pending >= 0;
        sound
            && match limit {
                Limit::Open => true,
                Limit::Covered => self.available() >= 0,
                Limit::Ceiling => ceiling.is_none_or(|ceiling| self.used() <= ceiling),
            }
    }
}
