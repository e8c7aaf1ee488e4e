//! What falls due, against the declarations: a list that waits has its end of waiting, a released one its
//! day of collection.

use std::collections::{HashMap, HashSet};

use rulebook::Rulebook;
use store::{Session, StoreError};
use values::{Finding, Moment};

use super::{missing, unexplained};
use crate::{
    model::{Home, State},
    store::{self as tables, Declaration},
};

/// Order, what, when, serial.
type Row = (Home, String, i64, i64);

/// What can fall due: the end of waiting, and the two days of collection.
const WAIT_OVER: &str = "wait-over";
const COLLECT: [&str; 2] = ["collect", "collect-latest"];

const TABLE: &str = "clearance_due";

/// What has to be on the calendar.
#[derive(Default)]
pub(super) struct Dues {
    /// For each declaration, any one of these; none where nothing will fall due.
    orders: HashMap<Home, Vec<Row>>,
}

impl Dues {
    /// Takes note of a declaration.
    pub(super) fn declaration(&mut self, one: &Declaration, rulebook: &Rulebook) {
        let row = |what: &str, at: i64| (one.home.clone(), what.to_owned(), at, one.serial);
        let wanted = match one.state {
            State::Declaring if !one.missing.is_empty() => {
                let since = Moment(one.since);
                let hours = rulebook.at(since.day()).count("match.wait_hours");
                let at = since.plus_hours(hours.unwrap_or(72));
                vec![row(WAIT_OVER, at.0)]
            }
            State::Released => {
                let day = Moment(one.released.unwrap_or_default()).day();
                let law = rulebook.at(day);
                let after = |name, else_: i64| {
                    let days = law.count(name).unwrap_or(else_);
                    day.plus(i32::try_from(days).unwrap_or_default())
                };
                let from = after("tax.pay_from_day", 31).start().0;
                let latest = after("tax.pay_to_day", 45).plus(1).start().0;
                vec![row(COLLECT[0], from), row(COLLECT[1], latest)]
            }
            _ => Vec::new(),
        };
        self.orders.insert(one.home.clone(), wanted);
    }

    /// Whatever is not on the calendar, and whatever is there of no declaration or would collect tax on
    /// another day. What an ended list leaves there does nothing.
    pub(super) fn differences(self, session: Session<'_>) -> Result<Vec<Finding>, StoreError> {
        let mut faults = Vec::new();
        let mut there: HashSet<Row> = HashSet::new();
        tables::each_due(session, |one, placed| {
            let row = (one.home, one.what, one.at, one.serial);
            let wanted = self.orders.get(&row.0);
            if !placed || !wanted.is_some_and(|wanted| may_stand(&row, wanted)) {
                faults.push(unexplained(TABLE, &key(&row)).saw(Moment(row.2)));
            }
            there.insert(row);
        })?;
        let lost = self.orders.into_values().filter(|any| {
            let mut rows = any.iter();
            !any.is_empty() && !rows.any(|row| there.contains(row))
        });
        let lost = lost.filter_map(|any| any.into_iter().next());
        faults.extend(lost.map(|row| missing(TABLE, &key(&row)).wants(Moment(row.2))));
        Ok(faults)
    }
}

fn key((home, what, ..): &Row) -> String {
    format!("{what} {}", home.text())
}

/// Whether a row may stand there, of a declaration that wants these. An earlier end of waiting looks at
/// the time anew, and so does nothing.
fn may_stand(row: &Row, wanted: &[Row]) -> bool {
    let (_, what, _, serial) = row;
    let collects = COLLECT.contains(&what.as_str());
    let of_this = wanted.iter().any(|want| want.3 == *serial);
    wanted.contains(row) || what == WAIT_OVER || collects && !of_this
}
