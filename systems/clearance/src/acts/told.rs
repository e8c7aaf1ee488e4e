//! What the journal told of papers, declarations and bills, against what stands in their tables: a
//! row changed, added or taken away behind the program's back is found.

use std::collections::{HashMap, HashSet};

use facts::clearance::{BillMoved, DeclarationMoved, PaperFiled};
use journal::{Entry, Fact};
use messages::Catalogue;
use store::{Session, StoreError};

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
        }
        Ok(())
    }

    /// Every row that is not as it was told, and every row told that is not there.
    pub(super) fn differences(
        mut self,
        session: Session<'_>,
        catalogue: &Catalogue,
    ) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        tables::each_paper(session, |home, paper| {
            faults.extend(self.paper(&home, &paper, catalogue));
        })?;
        tables::each_declaration(session, |one| faults.extend(self.declaration(&one)))?;
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

    fn paper(&mut self, home: &Home, paper: &Paper, catalogue: &Catalogue) -> Option<String> {
        let name = format!(
            "paper {} of {} ({})",
            paper.message,
            home.text(),
            paper.edition
        );
        let Ok(record) = catalogue.record(&paper.body) else {
            return Some(format!("{name}: cannot be read"));
        };
        let content = digest(&record);
        if content != *paper.digest {
            return Some(format!("{name}: its content does not give its digest"));
        }
        let key = key_of(&record).unwrap_or_default();
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
}
