//! What a verdict takes from the ledger, what a release makes final, what an end gives back.

use codes::ListNote;
use ledger::{AccountKey, Short, Step, Transfer, TransferId};
use serde::{Deserialize, Serialize};
use store::{Fault, StoreError};
use values::{Fen, Quantity};

use super::{
    Desk,
    bill::tax_step,
    desk::{self, subject},
};
use crate::{
    decide::Verdict,
    model::{BillLine, Dossier},
    store::Declaration,
};

/// Something a declaration holds in the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Holding {
    /// The account.
    pub account: AccountKey,
    /// How much, in its smallest unit.
    pub amount: i64,
    /// The open reservation; none once it is posted.
    pub of: Option<TransferId>,
}

/// The yearly weight of that code on the business day, where the list sets one.
pub(super) fn weight_limit(desk: &Desk<'_>, hs: &str) -> Option<Quantity> {
    let listing = desk.zone.codes.listed(hs, desk.now.day()).ok()?;
    listing.entry?.notes.iter().find_map(|note| match note {
        ListNote::YearlyWeight(limit) => Some(*limit),
        _ => None,
    })
}

impl Desk<'_> {
    /// Takes what the verdict asks: for good when it releases, as a reservation when it does not
    /// yet. The guarantee stays frozen either way; while it is short it is not taken.
    pub(super) fn hold(
        &mut self,
        one: &mut Declaration,
        act: i64,
        dossier: &Dossier,
        verdict: &Verdict,
        guarantee: bool,
        for_good: bool,
    ) -> Result<(), StoreError> {
        let year = self.now.day().year();
        let takings = &verdict.takings;
        let mut takes: Vec<(AccountKey, i64, Option<i64>, bool)> = Vec::new();
        let annual = self
            .law()
            .money("import.annual-limit")
            .map(|limit| limit.0)
            .ok();
        takes.push((
            desk::quota(&one.person, year),
            takings.quota.0,
            annual,
            true,
        ));
        for (code, weight) in &takings.weights {
            let hs = dossier
                .list
                .lines
                .iter()
                .find(|line| line.hs.starts_with(code.as_str()))
                .map_or(code.as_str(), |line| &line.hs);
            let limit = weight_limit(self, hs).map(|limit| limit.0);
            takes.push((desk::weight(&one.person, year, code), weight.0, limit, true));
        }
        if let Some(book) = &dossier.list.book {
            takes.extend(
                takings
                    .stock
                    .iter()
                    .map(|(record, quantity)| (desk::stock(book, record), quantity.0, None, false)),
            );
        }
        takes.retain(|(_, amount, _, _)| *amount > 0);
        let mut chain = Vec::new();
        let mut holdings = Vec::new();
        for (account, amount, ceiling, inward) in takes {
            let step = match (inward, for_good) {
                (true, true) => Step::In,
                (true, false) => Step::ExpectIn,
                (false, true) => Step::Out,
                (false, false) => Step::ReserveOut,
            };
            let id = TransferId {
                source: act,
                slot: chain.len() as i64,
            };
            chain.push(Transfer {
                id,
                account: account.clone(),
                step,
                amount,
                of: None,
                until: None,
                ceiling,
            });
            holdings.push(Holding {
                account,
                amount,
                of: (!for_good).then_some(id),
            });
        }
        if guarantee && takings.guarantee.0 > 0 {
            let id = TransferId {
                source: act,
                slot: chain.len() as i64,
            };
            let account = desk::guarantee(&one.guarantor);
            let amount = takings.guarantee.0;
            chain.push(Transfer {
                id,
                account: account.clone(),
                step: Step::ReserveOut,
                amount,
                of: None,
                until: None,
                ceiling: None,
            });
            holdings.push(Holding {
                account,
                amount,
                of: Some(id),
            });
        }
        if for_good {
            self.book(one, act, &verdict.tax.lines, &mut chain);
        }
        self.post(&one.home, &chain)?;
        keep(one, &holdings)
    }

    /// Adds the tax of the bill that a release writes to its chain: a release is one step of the books.
    fn book(&self, one: &Declaration, act: i64, lines: &[BillLine], chain: &mut Vec<Transfer>) {
        let id = TransferId {
            source: act,
            slot: chain.len() as i64,
        };
        let day = self.now.day().to_string();
        chain.extend(tax_step(id, Step::In, &one.guarantor, &day, lines));
    }

    /// Freezes the guarantee of a list that waited for it.
    pub(super) fn freeze(
        &mut self,
        one: &mut Declaration,
        act: i64,
        tax: Fen,
    ) -> Result<(), StoreError> {
        let mut holdings = Holding::of(one)?;
        let id = TransferId {
            source: act,
            slot: 0,
        };
        let account = desk::guarantee(&one.guarantor);
        self.post(
            &one.home,
            &[Transfer {
                id,
                account: account.clone(),
                step: Step::ReserveOut,
                amount: tax.0,
                of: None,
                until: None,
                ceiling: None,
            }],
        )?;
        holdings.push(Holding {
            account,
            amount: tax.0,
            of: Some(id),
        });
        keep(one, &holdings)
    }

    /// Makes reservations final at release and books the tax of its bill; the guarantee stays frozen
    /// until the tax is paid.
    pub(super) fn settle(
        &mut self,
        one: &mut Declaration,
        act: i64,
        lines: &[BillLine],
    ) -> Result<(), StoreError> {
        let mut holdings = Holding::of(one)?;
        let mut chain = Vec::new();
        for holding in holdings
            .iter_mut()
            .filter(|holding| holding.account.kind != desk::GUARANTEE.name)
        {
            let Some(of) = holding.of.take() else {
                continue;
            };
            let id = TransferId {
                source: act,
                slot: chain.len() as i64,
            };
            chain.push(Transfer {
                id,
                account: holding.account.clone(),
                step: Step::Settle,
                amount: holding.amount,
                of: Some(of),
                until: None,
                ceiling: None,
            });
        }
        self.book(one, act, lines, &mut chain);
        self.post(&one.home, &chain)?;
        keep(one, &holdings)
    }

    /// Gives everything back: reservations are void, what was posted goes the other way.
    pub(super) fn give_back(&mut self, one: &mut Declaration, act: i64) -> Result<(), StoreError> {
        let mut chain = Vec::new();
        for holding in Holding::of(one)? {
            let step = match (&holding.of, holding.account.kind.as_ref()) {
                (Some(_), _) => Step::Void,
                (None, kind) if kind == desk::STOCK.name => Step::In,
                (None, _) => Step::Out,
            };
            let id = TransferId {
                source: act,
                slot: chain.len() as i64,
            };
            let amount = holding.amount;
            chain.push(Transfer {
                id,
                account: holding.account,
                step,
                amount,
                of: holding.of,
                until: None,
                ceiling: None,
            });
        }
        self.post(&one.home, &chain)?;
        keep(one, &[])
    }

    /// Frees the guarantee alone: the tax was paid.
    pub(super) fn free_guarantee(
        &mut self,
        one: &mut Declaration,
        act: i64,
    ) -> Result<(), StoreError> {
        let mut holdings = Holding::of(one)?;
        let Some(at) = holdings
            .iter()
            .position(|holding| holding.account.kind == desk::GUARANTEE.name)
        else {
            return Ok(());
        };
        let holding = holdings.remove(at);
        let id = TransferId {
            source: act,
            slot: 0,
        };
        let void = Transfer {
            id,
            account: holding.account,
            step: Step::Void,
            amount: holding.amount,
            of: holding.of,
            until: None,
            ceiling: None,
        };
        self.post(&one.home, &[void])?;
        keep(one, &holdings)
    }

    pub(super) fn post(
        &mut self,
        home: &crate::model::Home,
        chain: &[Transfer],
    ) -> Result<(), StoreError> {
        match self
            .ledger
            .post(&mut self.journal, self.now, &subject(home), chain)
        {
            Ok(_) => Ok(()),
            Err(Short::Store(error)) => Err(error),
            Err(Short::Limit { at, .. }) => {
                let account = &chain[at].account;
                // The verdict looked at the same accounts: their sums are not what was written.
                Err(StoreError::damaged(format!(
                    "account {} {} holds less than the verdict saw",
                    account.kind, account.item
                )))
            }
        }
    }
}

pub(super) fn keep(one: &mut Declaration, holdings: &[Holding]) -> Result<(), StoreError> {
    one.held = serde_json::to_string(holdings)
        .map_err(|error| StoreError::new(Fault::Other, error.to_string()))?;
    Ok(())
}
