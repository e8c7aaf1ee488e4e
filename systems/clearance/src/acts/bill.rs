//! Tax bills: written at release, closed when collected or void.

use facts::clearance::BillMoved;
use ledger::{Step, Transfer, TransferId};
use store::{Fault, StoreError};
use values::{Fen, Moment};

use super::{Desk, answer::Reply, desk, submission::key_of};
use crate::{
    model::BillLine,
    store::{self as tables, Bill, Declaration, Due},
};

impl Desk<'_> {
    /// The bills of the list that stands, in the order of their numbers. An order whose list was
    /// withdrawn and declared anew has those of the earlier list beside them.
    pub(super) fn bills_of_list(&self, one: &Declaration) -> Result<Vec<Bill>, StoreError> {
        let mut bills = tables::bills_of(self.session, &one.home)?;
        let number = one.invt_no.as_deref().unwrap_or_default();
        bills.retain(|bill| bill.tax_no.split('_').next() == Some(number));
        Ok(bills)
    }

    /// Writes the bill `_n` with its 816, books its tax where the release did not, and notes when it
    /// will be collected.
    pub(super) fn bill(
        &mut self,
        one: &Declaration,
        lines: &[BillLine],
        n: i64,
    ) -> Result<(), StoreError> {
        let released = Moment(one.released.unwrap_or(self.now.0)).day();
        let number = one.invt_no.clone().unwrap_or_default();
        // Another list of this order may have left bills of its own.
        let place = if one.attempt == 1 {
            n
        } else {
            tables::bills_of(self.session, &one.home)?.len() as i64
        };
        let bill = Bill {
            home: one.home.clone(),
            n: place,
            tax_no: format!("{number}_{n}"),
            status: 1,
            day: released.to_string(),
            guarantor: one.guarantor.clone(),
            lines: lines.to_vec(),
            closed: None,
        };
        tables::put_bill(self.session, &bill)?;
        self.tell_bill(one, &bill)?;
        // That of the first was booked by the chain of the release itself.
        if n > 0 {
            self.book_tax(one, &bill, Step::In)?;
        }
        self.bill_fact(&bill, "generated")?;
        if n == 0 {
            let from = self.law().count("tax.pay_from_day").unwrap_or(31);
            let at = released.plus(i32::try_from(from).unwrap_or(31)).start().0;
            tables::due(
                self.session,
                &Due {
                    at,
                    home: one.home.clone(),
                    what: "collect".into(),
                    serial: one.serial,
                },
            )?;
        }
        Ok(())
    }

    /// Closes a bill as summarised (2) or void (3), with its 818.
    pub(super) fn close_bill(
        &mut self,
        one: &Declaration,
        bill: &mut Bill,
        status: i64,
    ) -> Result<(), StoreError> {
        bill.status = status;
        bill.closed = Some(self.now.day().to_string());
        tables::put_bill(self.session, bill)?;
        if status == 3 {
            self.book_tax(one, bill, Step::Out)?;
        }
        self.bill_fact(bill, if status == 2 { "summarised" } else { "void" })?;
        let time = self.tick(Some(&one.home))?;
        let (wire, text, guid) = (
            time.wire_ms(),
            status.to_string(),
            self.guid("818", &bill.tax_no, time),
        );
        let head = [
            ("guid", guid.as_str()),
            ("returnTime", &wire),
            ("invtNo", one.invt_no.as_deref().unwrap_or_default()),
            ("taxNo", &bill.tax_no),
            ("status", &text),
            ("assureCode", &bill.guarantor),
        ];
        let key = key_of(&*self.list_record(one)?).unwrap_or_default();
        let record = self.record("818", head.into_iter(), Vec::new())?;
        let reply = Reply {
            home: &one.home,
            message: "621",
            own: &one.own,
            key: &key,
            echo: &[],
            clock: Some(&one.home),
            by: None,
        };
        self.keep_receipt("818", &reply, status, time, &record, &[])
    }

    fn tell_bill(&mut self, one: &Declaration, bill: &Bill) -> Result<(), StoreError> {
        let list = self.list_record(one)?;
        let get = |field| list.get(field).unwrap_or_default();
        let time = self.tick(Some(&one.home))?;
        let (wire, guid) = (time.wire_ms(), self.guid("816", &bill.tax_no, time));
        let (duty, vat, consumption) = (
            bill.duty().to_string(),
            bill.vat().to_string(),
            bill.consumption().to_string(),
        );
        let head = [
            ("guid", guid.as_str()),
            ("returnTime", &wire),
            ("invtNo", one.invt_no.as_deref().unwrap_or_default()),
            ("taxNo", &bill.tax_no),
            ("customsTax", &duty),
            ("valueAddedTax", &vat),
            ("consumptionTax", &consumption),
            ("status", "1"),
            ("note", "签名未核验"),
            ("assureCode", &bill.guarantor),
            ("ebcCode", get("ebcCode")),
            ("logisticsCode", get("logisticsCode")),
            ("agentCode", get("agentCode")),
            ("customsCode", get("customsCode")),
            ("orderNo", get("orderNo")),
            ("logisticsNo", get("logisticsNo")),
        ];
        let texts: Vec<[String; 5]> = bill
            .lines
            .iter()
            .map(|line| {
                [
                    line.gnum.to_string(),
                    line.taxable.to_string(),
                    line.duty.to_string(),
                    line.vat.to_string(),
                    line.consumption.to_string(),
                ]
            })
            .collect();
        let lines =
            bill.lines
                .iter()
                .zip(&texts)
                .map(|(line, [gnum, taxable, duty, vat, consumption])| {
                    vec![
                        ("gnum", gnum.as_str()),
                        ("gcode", &line.hs),
                        ("taxPrice", taxable),
                        ("customsTax", duty),
                        ("valueAddedTax", vat),
                        ("consumptionTax", consumption),
                    ]
                });
        let key = key_of(&list).unwrap_or_default();
        let record = self.record("816", head.into_iter(), lines.collect())?;
        let reply = Reply {
            home: &one.home,
            message: "621",
            own: &one.own,
            key: &key,
            echo: &[],
            clock: Some(&one.home),
            by: None,
        };
        self.keep_receipt("816", &reply, 1, time, &record, &[])
    }

    fn book_tax(&mut self, one: &Declaration, bill: &Bill, step: Step) -> Result<(), StoreError> {
        let id = TransferId {
            source: self.next_act(),
            slot: 0,
        };
        let booked = tax_step(id, step, &bill.guarantor, &bill.day, &bill.lines);
        self.post(&one.home, booked.as_slice())
    }

    fn bill_fact(&mut self, bill: &Bill, status: &str) -> Result<(), StoreError> {
        let fact = BillMoved {
            tax_no: bill.tax_no.clone(),
            guarantor: bill.guarantor.clone(),
            day: bill
                .day
                .parse()
                .map_err(|_| StoreError::new(Fault::Damaged, "a bill without a day"))?,
            status: status.to_owned(),
            taxes: (bill.duty(), bill.vat(), bill.consumption()),
        };
        self.journal
            .append(self.now, &format!("bill/{}", bill.tax_no), &fact)
            .map(drop)
    }
}

/// The step that books the tax of a bill to its guarantor and day of release; none where there is none.
pub(super) fn tax_step(
    id: TransferId,
    step: Step,
    guarantor: &str,
    day: &str,
    lines: &[BillLine],
) -> Option<Transfer> {
    let tax: Fen = lines.iter().map(BillLine::total).sum();
    (tax.0 != 0).then(|| Transfer {
        id,
        account: desk::tax(guarantor, day),
        step,
        amount: tax.0,
        of: None,
        until: None,
        ceiling: None,
    })
}
