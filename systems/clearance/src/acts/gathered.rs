//! The papers of one parcel, gathered as far as they have come.

use std::{rc::Rc, sync::Arc};

use messages::Record;
use store::StoreError;
use values::{Finding, Moment};

use super::{
    Desk, arrivals,
    seen::{Kept, latest},
};
use crate::{
    decide::matching,
    model::{Dossier, Home, List, Order, Payment, Tally, Waybill, plain},
    store::Declaration,
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
        let record = self.list_record(one)?;
        let waybill_home = Home::new(
            record.get("logisticsCode").unwrap_or_default(),
            record.get("logisticsNo").unwrap_or_default(),
        );
        let waybills = self.papers_of(&waybill_home)?;
        let arrivals = arrivals::counted(self, &record)?;
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
            arrivals,
            list,
            record,
            ordered: ordered
                .and_then(|time| Moment::from_wire(&time).ok())
                .unwrap_or_default(),
        }))
    }
}

/// The papers of one declaration, as far as they have come.
pub(super) struct Papers {
    home: Home,
    order: Option<Rc<Kept>>,
    payments: Vec<Rc<Kept>>,
    waybill: Option<Rc<Kept>>,
    waybill_home: Home,
    arrivals: Vec<(Home, Rc<Kept>)>,
    list: Rc<Kept>,
    record: Arc<Record>,
    ordered: Moment,
}

impl Papers {
    /// The messages still awaited. What somebody else paid for something else is no payment of this
    /// parcel, whatever order it names (decision 021).
    pub(super) fn missing(&self, desk: &Desk<'_>) -> Result<Vec<&'static str>, StoreError> {
        let there = [
            ("311", self.order.is_some()),
            (
                "411",
                !self.payments.is_empty() && self.anothers(desk)?.is_none(),
            ),
            ("511", self.waybill.is_some()),
        ];
        let missing = there.into_iter().filter(|(_, there)| !there);
        Ok(missing.map(|(message, _)| message).collect())
    }

    /// The order and the first of its payments, where all of these are another's.
    fn anothers(&self, desk: &Desk<'_>) -> Result<Option<(Order, Payment)>, StoreError> {
        let Some(kept) = self.order.as_ref().filter(|_| !self.payments.is_empty()) else {
            return Ok(None);
        };
        let record = desk.record_of(kept)?;
        // The own key of a payment is its firm and number: mostly that is all to look at.
        let named = |number| {
            let number = plain(number);
            let mut payments = self.payments.iter();
            payments.any(|paper| {
                let firm = paper.own.strip_suffix(&*number);
                firm.is_some_and(|firm| firm.ends_with('/'))
            })
        };
        if record.get("payTransactionId").is_some_and(named) {
            return Ok(None);
        }
        let (order, _) = Order::read(record);
        let mut first = None;
        for paper in &self.payments {
            let (payment, _) = Payment::read(desk.record_of(paper)?);
            if !matching::is_anothers(&order, &payment) {
                return Ok(None);
            }
            first = first.or(Some(payment));
        }
        Ok(first.map(|payment| (order, payment)))
    }

    /// The finding that the payment is awaited, with the one that came in its stead.
    pub(super) fn beside(&self, desk: &Desk<'_>, awaited: Finding) -> Result<Finding, StoreError> {
        Ok(match self.anothers(desk)? {
            Some((order, payment)) => {
                let named = order.pay_number.or(order.pay_code).unwrap_or_default();
                let finding = awaited.saw(payment.number).wants(named);
                finding.with("another", "yes")
            }
            None => awaited,
        })
    }

    pub(super) fn names(&self) -> Vec<(String, String, String, String, i64)> {
        let name = |home: &Home, paper: &Kept| {
            (
                home.issuer().to_owned(),
                home.number().to_owned(),
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
        .chain(self.arrivals.iter().map(|(home, paper)| name(home, paper)))
        .collect()
    }

    /// Findings with the key of the paper they stand in, where it is another than the list and one alone.
    pub(super) fn named(&self, mut findings: Vec<Finding>) -> Vec<Finding> {
        let names = self.names();
        for finding in &mut findings {
            let of =
                |name: &&(String, String, String, String, i64)| name.2 == finding.paper.message;
            let mut papers = names.iter().filter(of);
            let (Some((issuer, number, message, own, _)), None) = (papers.next(), papers.next())
            else {
                continue;
            };
            finding.paper.key = match (message.as_str(), own.as_str()) {
                ("621", _) => None,
                (_, "") => Some(format!("{issuer}/{number}")),
                (_, own) => Some(own.to_owned()),
            };
        }
        findings
    }

    pub(super) fn dossier<'p>(&'p self, desk: &Desk<'_>) -> Result<(Dossier, i64), StoreError> {
        let there = |paper: &'p Option<Rc<Kept>>| {
            let paper = paper.as_deref();
            paper.ok_or_else(|| StoreError::damaged("a paper that was there is gone"))
        };
        let mut order = Order::read(desk.record_of(there(&self.order)?)?).0;
        // A corrected order keeps the time of the first: M13 asks when it was ordered.
        order.at = self.ordered;
        let payments = self
            .payments
            .iter()
            .map(|paper| Ok(Payment::read(desk.record_of(paper)?).0))
            .collect::<Result<_, StoreError>>()?;
        let list = List::read(&self.record).0;
        let arrivals = self
            .arrivals
            .iter()
            .map(|(_, kept)| Ok(Tally::read(desk.record_of(kept)?)))
            .collect::<Result<_, StoreError>>()?;
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
                waybill: Waybill::read(desk.record_of(there(&self.waybill)?)?).0,
                list,
                arrivals,
                items,
            },
            self.ordered.0,
        ))
    }
}
