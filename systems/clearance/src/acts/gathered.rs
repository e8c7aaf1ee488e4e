//! The papers of one parcel, gathered as far as they have come.

use std::collections::BTreeMap;

use store::StoreError;
use values::Moment;

use super::{Desk, advance::damaged, arrivals};
use crate::{
    model::{Dossier, Home, List, Order, Payment, State, Tally, Waybill},
    store::{Declaration, Paper as Kept},
};

impl Desk<'_> {
    /// The papers of a declaration as they stand; `None` when its list is gone.
    pub(super) fn papers(&self, one: &Declaration) -> Result<Option<Papers>, StoreError> {
        let kept = self.papers_of(&one.home)?;
        let Some(list) = kept
            .iter()
            .find(|paper| {
                paper.message == "621" && paper.own == one.own && paper.edition == one.edition
            })
            .cloned()
        else {
            return Ok(None);
        };
        let record = self.record_of(&list)?;
        let waybill_home = Home::new(
            record.get("logisticsCode").unwrap_or_default(),
            record.get("logisticsNo").unwrap_or_default(),
        );
        let waybills = self.papers_of(&waybill_home)?;
        let arrival = match arrivals::counted(self, &record)? {
            Some(home) => {
                let kept = latest(&self.papers_of(&home)?, "711").into_iter().next();
                kept.map(|kept| (home, kept))
            }
            None => None,
        };
        let ordered = kept
            .iter()
            .find(|paper| paper.message == "311")
            .map(|paper| paper.app_time.clone());
        Ok(Some(Papers {
            home: one.home.clone(),
            order: latest(&kept, "311").into_iter().next(),
            payments: latest(&kept, "411"),
            waybill: latest(&waybills, "511").into_iter().next(),
            waybill_home,
            arrival,
            list,
            ordered: ordered
                .and_then(|time| Moment::from_wire(&time).ok())
                .unwrap_or_default(),
        }))
    }
}

/// The papers of one declaration, as far as they have come.
pub(super) struct Papers {
    home: Home,
    order: Option<Kept>,
    payments: Vec<Kept>,
    waybill: Option<Kept>,
    waybill_home: Home,
    arrival: Option<(Home, Kept)>,
    list: Kept,
    ordered: Moment,
}

impl Papers {
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let there = [
            ("311", self.order.is_some()),
            ("411", !self.payments.is_empty()),
            ("511", self.waybill.is_some()),
        ];
        there
            .into_iter()
            .filter(|(_, there)| !there)
            .map(|(message, _)| message)
            .collect()
    }

    pub(super) fn names(&self) -> Vec<(String, String, String, String, i64)> {
        let name = |home: &Home, paper: &Kept| {
            (
                home.issuer.clone(),
                home.number.clone(),
                paper.message.clone(),
                paper.own.clone(),
                paper.edition,
            )
        };
        let own = self
            .order
            .iter()
            .chain(&self.payments)
            .chain([&self.list])
            .map(|paper| name(&self.home, paper));
        own.chain(
            self.waybill
                .iter()
                .map(|paper| name(&self.waybill_home, paper)),
        )
        .chain(self.arrival.iter().map(|(home, paper)| name(home, paper)))
        .collect()
    }

    pub(super) fn dossier(&self, desk: &Desk<'_>) -> Result<(Dossier, i64), StoreError> {
        let record = |paper: &Option<Kept>| {
            desk.record_of(
                paper
                    .as_ref()
                    .ok_or_else(|| damaged("a paper that was there is gone"))?,
            )
        };
        let mut order = Order::read(&record(&self.order)?).0;
        // A corrected order keeps the time of the first: M13 asks when it was ordered.
        order.at = self.ordered;
        let payments = self
            .payments
            .iter()
            .map(|paper| Ok(Payment::read(&desk.record_of(paper)?).0))
            .collect::<Result<_, StoreError>>()?;
        let list = List::read(&desk.record_of(&self.list)?).0;
        let arrival = match &self.arrival {
            Some((_, kept)) => Some(Tally::read(&desk.record_of(kept)?)),
            None => None,
        };
        let items = list.lines.iter().filter_map(|line| {
            let record = line.item_record.as_ref()?;
            let item = desk
                .filings
                .items
                .get(&(list.book.clone()?, record.clone()))?;
            Some((record.clone(), item.clone()))
        });
        let items = items.collect();
        Ok((
            Dossier {
                order,
                payments,
                waybill: Waybill::read(&record(&self.waybill)?).0,
                list,
                arrival,
                items,
            },
            self.ordered.0,
        ))
    }
}

/// The latest edition of each paper of that message that is declared and not deleted.
fn latest(kept: &[Kept], message: &str) -> Vec<Kept> {
    let mut found: BTreeMap<&str, &Kept> = BTreeMap::new();
    for paper in kept.iter().filter(|paper| paper.message == message) {
        found.insert(&paper.own, paper);
    }
    found
        .into_values()
        .filter(|paper| paper.state == i64::from(State::Declaring.code()))
        .cloned()
        .collect()
}
