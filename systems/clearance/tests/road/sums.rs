//! What the accounts of the centre say.

use clearance::acts::{GUARANTEE, KINDS, QUOTA, STOCK, TAX, WEIGHT};
use ledger::{Account, AccountKey, Kind, account};
use testkit::{
    cast::{Firm, Person},
    goods::{BOOK_NUMBER, Good},
};
use values::{Fen, Quantity};

use crate::{centre::Centre, known::ZONE};

impl Centre {
    fn account(&self, kind: &'static Kind, owner: &str, item: &str) -> Account {
        let reader = self.store.reader().expect("a reader opens");
        let key = AccountKey::new(kind, owner, item);
        account(reader.session(), &key)
            .expect("the ledger can be read")
            .unwrap_or_default()
    }

    /// What a person has used of a year.
    pub fn used(&self, person: &Person, year: i16) -> Fen {
        let owner = ZONE.keys.person(&person.id);
        Fen(self
            .account(&QUOTA, owner.as_str(), &year.to_string())
            .used())
    }

    /// What a person has bought of a code with a yearly weight.
    pub fn weight(&self, person: &Person, year: i16, code: &str) -> Quantity {
        let owner = ZONE.keys.person(&person.id);
        let item = format!("{year}/{code}");
        Quantity(self.account(&WEIGHT, owner.as_str(), &item).used())
    }

    /// Pieces of a good in the book that nobody was promised.
    pub fn stock(&self, good: &Good) -> i64 {
        self.stock_account(good).available() / Quantity::SCALE
    }

    /// Pieces of a good that lie in the book, promised ones too.
    pub fn in_book(&self, good: &Good) -> i64 {
        self.stock_account(good).on_hand() / Quantity::SCALE
    }

    fn stock_account(&self, good: &Good) -> Account {
        let record = good.record.expect("it lies in the book").to_string();
        self.account(&STOCK, BOOK_NUMBER, &record)
    }

    /// What is frozen of a firm's guarantee.
    pub fn frozen(&self, firm: Firm) -> Fen {
        Fen(self.account(&GUARANTEE, firm.code, "").out_pending)
    }

    /// Tax billed to a guarantor for the releases of a day.
    pub fn tax(&self, firm: Firm, day: &str) -> Fen {
        Fen(self.account(&TAX, firm.code, day).on_hand())
    }

    /// Every account with anything on it, as text.
    pub fn accounts(&self) -> Vec<String> {
        let reader = self.store.reader().expect("a reader opens");
        let mut all = Vec::new();
        for kind in KINDS {
            ledger::each_account(reader.session(), kind, |key, account| {
                all.push(format!(
                    "{} {} {}: {account:?}",
                    key.kind, key.owner, key.item
                ));
            })
            .expect("the ledger can be read");
        }
        all.sort();
        all
    }
}
