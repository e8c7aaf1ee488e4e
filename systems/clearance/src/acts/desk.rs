//! Everything an act works with: the zone's rules and words, and the open ends of one transaction.

use std::{cell::RefCell, sync::Arc};

use codes::{Answer, Codes, Standing};
use identity::Keys;
use journal::Journal;
use ledger::{AccountKey, Kind, Ledger, Limit};
use messages::{Catalogue, CodeAnswer};
use rulebook::{Law, Rulebook};
use site::Words;
use store::{Session, StoreError};
use values::{Day, Moment};

use super::seen::Seen;
use crate::{
    decide::TARIFF,
    model::Home,
    store::{Counters, Filings},
};

/// Spent of a person's yearly quota, in 分. Owner: the person's key; item: the year.
pub static QUOTA: Kind = Kind {
    name: "quota",
    limit: Limit::Ceiling,
};
/// Bought of goods with a yearly weight, in 1/100000 kg. Owner: the person's key; item: year and code.
pub static WEIGHT: Kind = Kind {
    name: "weight",
    limit: Limit::Ceiling,
};
/// Stock of an item, in 1/100000 of its unit. Owner: the book; item: the item record.
pub static STOCK: Kind = Kind {
    name: "stock",
    limit: Limit::Covered,
};
/// Guarantee of a firm, in 分. Owner: the firm.
pub static GUARANTEE: Kind = Kind {
    name: "guarantee",
    limit: Limit::Covered,
};
/// Tax billed, in 分. Owner: the guarantor; item: the day of release.
pub static TAX: Kind = Kind {
    name: "tax",
    limit: Limit::Covered,
};

/// The kinds of account clearance moves.
pub static KINDS: [&Kind; 5] = [&QUOTA, &WEIGHT, &STOCK, &GUARANTEE, &TAX];

/// What the program knows, the same for every transaction.
pub struct Zone {
    /// Rules and parameters.
    pub rulebook: Rulebook,
    /// Code tables.
    pub codes: Codes,
    /// Message types.
    pub catalogue: Arc<Catalogue>,
    /// Words.
    pub words: Words,
    /// The zone's own key.
    pub keys: Keys,
    /// Version of the program, kept with every verdict.
    pub program: String,
}

impl Zone {
    /// Whether a code table has a code on a day, as the message engine asks it.
    #[must_use]
    pub fn answer(&self, table: &str, code: &str, day: Day) -> CodeAnswer {
        let standing = |standing| match standing {
            Standing::Current => CodeAnswer::Known,
            Standing::Older { from } => CodeAnswer::Older(from),
        };
        match self.codes.answer(table, code, day) {
            Answer::Known {
                standing: found, ..
            } => standing(found),
            // What the loaded tariff lacks cannot be taxed, whatever the reason (decision 017).
            Answer::Unknown { .. } if table == TARIFF => CodeAnswer::Unknown,
            Answer::Unknown {
                standing: Standing::Current,
                complete: true,
            } => CodeAnswer::Unknown,
            Answer::Unknown { .. } => CodeAnswer::Incomplete,
            Answer::NoEdition { earliest } => CodeAnswer::NoEdition(earliest),
            Answer::NoTable => CodeAnswer::NoTable,
        }
    }
}

/// One transaction at work.
pub struct Desk<'a> {
    /// Its statements.
    pub session: Session<'a>,
    /// The zone.
    pub zone: &'a Zone,
    /// What is filed.
    pub filings: &'a Filings,
    /// Business time.
    pub now: Moment,
    /// The journal's open end.
    pub journal: Journal<'a>,
    /// The accounts touched.
    pub ledger: Ledger<'a>,
    /// Numbers that grow.
    pub counters: Counters,
    /// What was looked at in this transaction: one act asks for the same again and again.
    pub(super) seen: RefCell<Seen>,
}

impl<'a> Desk<'a> {
    /// Opens the desk at a business time.
    pub fn open(
        session: Session<'a>,
        zone: &'a Zone,
        filings: &'a Filings,
        now: Moment,
    ) -> Result<Self, StoreError> {
        let mut counters = Counters::read(session)?;
        counters.clock = counters.clock.max(now.0);
        Ok(Self {
            session,
            zone,
            filings,
            now,
            journal: Journal::open(session, 1)?,
            ledger: Ledger::open(session, &KINDS),
            counters,
            seen: RefCell::default(),
        })
    }

    /// Writes what was held back: declarations, counters, what the journal tells of all rows, sums of
    /// accounts.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.write_declarations()?;
        self.counters.keep(self.session)?;
        self.journal.tell_rows(self.now)?;
        self.journal.close()?;
        self.ledger.close()
    }

    /// The law of the business day.
    #[must_use]
    pub fn law(&self) -> Law<'a> {
        self.zone.rulebook.at(self.now.day())
    }

    /// The next number of an act.
    pub(crate) fn next_act(&mut self) -> i64 {
        self.counters.act += 1;
        self.counters.act
    }

    /// The share of lists drawn for inspection: as set, else as the rules say.
    pub(crate) fn inspect_share(&self) -> values::Rate {
        let set = self
            .filings
            .settings
            .get("inspection.random")
            .and_then(|text| text.parse().ok());
        set.unwrap_or_else(|| self.law().rate("inspection.random").unwrap_or_default())
    }

    /// When a signature must be there: `off`, `declared` or `schema`.
    pub(crate) fn signature_rule(&self) -> &'a str {
        let set = self
            .filings
            .settings
            .get("signature.require")
            .map(String::as_str);
        set.or_else(|| self.law().text("signature.require").ok())
            .unwrap_or("off")
    }
}

/// Subject of a declaration's facts.
pub(super) fn subject(home: &Home) -> String {
    format!("declaration/{}", home.text())
}

/// The quota account of a person and year.
pub(crate) fn quota(person: &str, year: i16) -> AccountKey {
    AccountKey::new(&QUOTA, person, year.to_string())
}

/// The weight account of a person, year and eight-digit code.
pub(crate) fn weight(person: &str, year: i16, code: &str) -> AccountKey {
    AccountKey::new(&WEIGHT, person, format!("{year}/{code}"))
}

/// The stock account of an item.
pub(crate) fn stock(book: &str, record: &str) -> AccountKey {
    AccountKey::new(&STOCK, book, record)
}

/// The guarantee account of a firm.
pub(crate) fn guarantee(firm: &str) -> AccountKey {
    AccountKey::new(&GUARANTEE, firm, "")
}

/// The tax account of a guarantor and day.
pub(crate) fn tax(firm: &str, day: &str) -> AccountKey {
    AccountKey::new(&TAX, firm, day)
}
