//! Numbers that serve once, against the papers that name them: a claim without its paper, and a paper
//! without its claim.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use messages::Record;
use store::{Session, StoreError};
use values::Finding;

use super::{missing, unexplained};
use crate::{
    acts::fits::{DELETED, SAVED, own_kind, own_number},
    model::{Home, Tally},
    store::{self as tables, Declaration, Paper},
};

/// What can be claimed.
const KINDS: [&str; 5] = ["list", "waybill", "payment", "withdrawal", "return"];

/// Kind and number.
type Number = (&'static str, Home);
/// Where a paper lies, with its own key.
type Place = (Home, String);

/// What the papers name, and what therefore has to be claimed.
#[derive(Default)]
pub(super) struct Claims {
    /// Which homes have a paper that names a number.
    named: HashMap<Number, BTreeSet<Home>>,
    /// The last edition of payments: whether it stands, and the numbers it names.
    last: HashMap<Place, (i64, bool, Vec<Number>)>,
    /// The waybill that each edition of a list goes by.
    waybills: HashMap<(Place, i64), Home>,
    /// Numbers of which it is sure who has them.
    sure: Vec<(Number, Home)>,
    /// The last edition of arrivals, with the waybills it counts.
    tallies: HashMap<Home, (i64, Vec<Home>)>,
}

impl Claims {
    /// Takes note of a paper.
    pub(super) fn paper(&mut self, home: &Home, paper: &Paper, record: &Record) {
        let number = |issuer, number| {
            let part = |field| record.get(field).unwrap_or_default();
            Home::new(part(issuer), part(number))
        };
        let place = (home.clone(), paper.own.clone());
        let numbers: Vec<Number> = match paper.message.as_str() {
            message @ ("621" | "623" | "625") => {
                let own = (own_kind(message), own_number(&paper.own));
                if stands(paper) {
                    self.sure.push((own.clone(), home.clone()));
                }
                if message != "621" {
                    return self.name(own, home);
                }
                let waybill = number("logisticsCode", "logisticsNo");
                self.waybills
                    .insert((place, paper.edition), waybill.clone());
                vec![own, ("waybill", waybill)]
            }
            "411" => {
                let numbers = vec![("payment", number("payCode", "payTransactionId"))];
                self.stands(place, paper, &numbers);
                numbers
            }
            "711" => {
                let last = self.tallies.entry(home.clone()).or_default();
                if paper.edition > last.0 {
                    let stands = stands(paper).then(|| Tally::read(record).counted().collect());
                    *last = (paper.edition, stands.unwrap_or_default());
                }
                Vec::new()
            }
            _ => Vec::new(),
        };
        for number in numbers {
            self.name(number, home);
        }
    }

    fn name(&mut self, number: Number, home: &Home) {
        self.named.entry(number).or_default().insert(home.clone());
    }

    fn stands(&mut self, place: Place, paper: &Paper, numbers: &[Number]) {
        let last = self.last.entry(place).or_default();
        if paper.edition > last.0 {
            *last = (paper.edition, stands(paper), numbers.to_vec());
        }
    }

    /// Takes note of a declaration: as long as it lives it has its waybill.
    pub(super) fn declaration(&mut self, one: &Declaration) {
        let place = (one.home.clone(), one.own.clone());
        let waybill = self.waybills.get(&(place, one.edition));
        if let Some(waybill) = waybill.filter(|_| !one.state.may_be_declared_anew()) {
            self.sure
                .push((("waybill", waybill.clone()), one.home.clone()));
        }
    }

    /// Every claim that no paper explains, and every claim that is not there.
    pub(super) fn differences(mut self, session: Session<'_>) -> Result<Vec<Finding>, StoreError> {
        for ((home, _), (_, stands, numbers)) in std::mem::take(&mut self.last) {
            for number in numbers.into_iter().filter(|_| stands) {
                // Of several that name it the first has it, and that one may be gone.
                if self
                    .named
                    .get(&number)
                    .is_some_and(|homes| homes.len() == 1)
                {
                    self.sure.push((number, home.clone()));
                }
            }
        }
        const TABLE: &str = "clearance_claim";
        let mut faults = BTreeMap::new();
        let mut there: HashMap<(String, Home), Home> = HashMap::new();
        tables::each_claim(session, |kind, number, by, placed| {
            let known = KINDS.iter().find(|known| **known == kind);
            let named = known.and_then(|known| self.named.get(&(*known, number.clone())));
            let there_by = |homes: &BTreeSet<Home>| homes.contains(&by);
            if !placed || !named.is_some_and(there_by) {
                let key = format!("{kind} {}", number.text());
                faults.insert((key.clone(), by.text()), unexplained(TABLE, &key));
            }
            there.insert((kind, number), by);
        })?;
        for ((kind, number), home) in self.sure {
            let key = format!("{kind} {}", number.text());
            if there.get(&(kind.to_owned(), number)) != Some(&home) {
                let missing = missing(TABLE, &key);
                faults.entry((key, home.text())).or_insert(missing);
            }
        }
        let by = |((_, by), finding): (_, Finding)| finding.with("by", by);
        let mut faults: Vec<Finding> = faults.into_iter().map(by).collect();
        faults.extend(miscounted(self.tallies, session)?);
        Ok(faults)
    }
}

fn stands(paper: &Paper) -> bool {
    ![DELETED, SAVED].contains(&paper.state)
}

/// Every waybill that leads to an arrival that does not count it, and every one that leads to none.
fn miscounted(
    tallies: HashMap<Home, (i64, Vec<Home>)>,
    session: Session<'_>,
) -> Result<Vec<Finding>, StoreError> {
    const TABLE: &str = "clearance_counted";
    let of_tally = |(home, (_, waybills)): (Home, (i64, Vec<Home>))| {
        let waybills = waybills.into_iter();
        waybills.map(move |waybill| (waybill, home.clone()))
    };
    let mut wanted: BTreeSet<(Home, Home)> = tallies.into_iter().flat_map(of_tally).collect();
    let mut faults = Vec::new();
    tables::each_counted(session, |waybill, by, placed| {
        let place = (waybill, by);
        if !wanted.remove(&place) || !placed {
            faults.push(unexplained(TABLE, &place.0.text()).with("by", place.1.text()));
        }
    })?;
    let lost = |(waybill, by): &(Home, Home)| missing(TABLE, &waybill.text()).with("by", by.text());
    faults.extend(wanted.iter().map(lost));
    Ok(faults)
}
