//! What the journal told of papers, declarations and bills, against what stands in their tables: a
//! row changed, added or taken away behind the program's back is found. So are receipts and filings; and
//! claims and due dates, against the papers and declarations they follow from.

mod claims;
mod dues;
mod receipts;

use std::collections::{HashMap, HashSet};

use facts::{
    clearance::{BillMoved, DeclarationMoved, PaperFiled, ReceiptsMade},
    setup::Filed,
};
use journal::{Entry, Fact};
use messages::{Catalogue, Record};
use rulebook::Rulebook;
use store::{Session, StoreError};

pub(super) use self::receipts::Seal;
use self::{claims::Claims, dues::Dues};
use super::submission::{digest, key_of};
use crate::{
    model::Home,
    store::{self as tables, Bill, Declaration, Paper},
};

/// The papers taken and the last that was told of each declaration and bill.
#[derive(Default)]
pub(super) struct Told {
    /// Message, business key, edition, digest in hex.
    papers: HashSet<(String, String, i64, String)>,
    declarations: HashMap<(String, String), DeclarationMoved>,
    bills: HashMap<String, BillMoved>,
    receipts: Vec<ReceiptsMade>,
    /// Content by what was filed and its key.
    filings: HashMap<(String, String), String>,
}

impl Told {
    /// Takes note of an entry of that kind.
    pub(super) fn note(&mut self, entry: &Entry, kind: &str) -> Result<(), StoreError> {
        if kind == PaperFiled::KIND {
            let paper: PaperFiled = entry.fact()?;
            if paper.refused.is_empty() {
                let PaperFiled {
                    message,
                    key,
                    edition,
                    digest,
                    ..
                } = paper;
                self.papers.insert((message, key, edition, digest));
            }
        } else if kind == DeclarationMoved::KIND {
            let moved: DeclarationMoved = entry.fact()?;
            self.declarations.insert(moved.order.clone(), moved);
        } else if kind == BillMoved::KIND {
            let moved: BillMoved = entry.fact()?;
            self.bills.insert(moved.tax_no.clone(), moved);
        } else if kind == ReceiptsMade::KIND {
            self.receipts.push(entry.fact()?);
        } else if kind == Filed::KIND {
            let Filed { what, key, content } = entry.fact()?;
            self.filings.insert((what, key), content);
        }
        Ok(())
    }

    /// Every row that is not as it was told, and every row told that is not there.
    pub(super) fn differences(
        mut self,
        session: Session<'_>,
        catalogue: &Catalogue,
        rulebook: &Rulebook,
    ) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        let (mut claims, mut dues) = (Claims::default(), Dues::default());
        tables::each_paper(session, |home, paper| {
            let Ok(record) = catalogue.record(&paper.body) else {
                faults.push(format!("{}: cannot be read", name(&home, &paper)));
                return;
            };
            faults.extend(self.paper(&home, &paper, &record));
            claims.paper(&home, &paper, &record);
        })?;
        tables::each_declaration(session, |one| {
            faults.extend(self.declaration(&one));
            claims.declaration(&one);
            dues.declaration(&one, rulebook);
        })?;
        faults.extend(claims.differences(session)?);
        faults.extend(dues.differences(session)?);
        faults.extend(receipts::differences(session, &self.receipts)?);
        faults.extend(self.filings(session)?);
        tables::each_bill(session, |bill| faults.extend(self.bill(&bill)))?;
        let lost = self
            .papers
            .iter()
            .map(|(message, key, edition, _)| format!("paper {message} {key} ({edition})"));
        let lost = lost
            .chain(self.declarations.values().map(|moved| {
                let (platform, order) = &moved.order;
                format!("declaration {platform}/{order}")
            }))
            .chain(self.bills.keys().map(|number| format!("bill {number}")));
        faults.extend(lost.map(|what| format!("{what}: told by the journal, not there")));
        Ok(faults)
    }

    fn paper(&mut self, home: &Home, paper: &Paper, record: &Record) -> Option<String> {
        let name = name(home, paper);
        let content = digest(record);
        if content != *paper.digest {
            return Some(format!("{name}: its content does not give its digest"));
        }
        let key = key_of(record).unwrap_or_default();
        let told = (
            paper.message.clone(),
            key,
            paper.edition,
            journal::hex(&content),
        );
        (!self.papers.remove(&told)).then(|| format!("{name}: not as the journal tells it"))
    }

    fn declaration(&mut self, one: &Declaration) -> Option<String> {
        let place = (one.home.issuer.clone(), one.home.number.clone());
        let told = self.declarations.remove(&place);
        let same = told.is_some_and(|told| {
            told.through.last() == Some(&one.state.to_string()) && told.list == one.invt_no
        });
        (!same).then(|| {
            format!(
                "declaration {}: stands at {}, the journal tells otherwise",
                one.home.text(),
                one.state
            )
        })
    }

    fn bill(&mut self, bill: &Bill) -> Option<String> {
        let told = self.bills.remove(&bill.tax_no);
        let status = match bill.status {
            1 => "generated",
            2 => "summarised",
            _ => "void",
        };
        let same = told.is_some_and(|told| {
            told.status == status
                && told.guarantor == bill.guarantor
                && told.day.to_string() == bill.day
                && told.taxes == (bill.duty(), bill.vat(), bill.consumption())
        });
        (!same).then(|| format!("bill {}: not as the journal tells it", bill.tax_no))
    }

    /// Filings that are not as they were told last.
    fn filings(&mut self, session: Session<'_>) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        tables::each_filing(session, |what, key, content| {
            // What was put in by hand stands in the ledger.
            let told = self.filings.remove(&(what.clone(), key.clone()));
            if what != "level" && told.is_none_or(|told| told != content) {
                faults.push(format!("filing {what} {key}: not as the journal tells it"));
            }
        })?;
        let lost = self.filings.keys();
        faults.extend(
            lost.map(|(what, key)| format!("filing {what} {key}: told by the journal, not there")),
        );
        Ok(faults)
    }
}

fn name(home: &Home, paper: &Paper) -> String {
    let Paper {
        message, edition, ..
    } = paper;
    format!("paper {message} of {} ({edition})", home.text())
}
