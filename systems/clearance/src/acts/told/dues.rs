//! What falls due, against the declarations: a list that waits has its end of waiting, a released one its
//! day of collection.

use std::collections::HashSet;

use rulebook::Rulebook;
use store::{Session, StoreError};
use values::Moment;

use crate::{
    model::{Home, State},
    store::{self as tables, Declaration},
};

/// Order, what, when, serial.
type Row = (Home, String, i64, i64);

/// What has to be on the calendar.
#[derive(Default)]
pub(super) struct Dues {
    /// For each declaration, any one of these.
    wanted: Vec<Vec<Row>>,
    orders: HashSet<Home>,
}

impl Dues {
    /// Takes note of a declaration.
    pub(super) fn declaration(&mut self, one: &Declaration, rulebook: &Rulebook) {
        self.orders.insert(one.home.clone());
        let row = |what: &str, at: i64| (one.home.clone(), what.to_owned(), at, one.serial);
        match one.state {
            State::Declaring if !one.missing.is_empty() => {
                let since = Moment(one.since);
                let hours = rulebook.at(since.day()).count("match.wait_hours");
                let at = since.plus_hours(hours.unwrap_or(72));
                self.wanted.push(vec![row("wait-over", at.0)]);
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
                let rows = vec![row("collect", from), row("collect-latest", latest)];
                self.wanted.push(rows);
            }
            _ => {}
        }
    }

    /// Whatever is not on the calendar, and whatever is there of no declaration.
    pub(super) fn differences(self, session: Session<'_>) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        let mut there: HashSet<Row> = HashSet::new();
        tables::each_due(session, |one| {
            if !self.orders.contains(&one.home) {
                let (what, order) = (&one.what, one.home.text());
                faults.push(format!("due {what} of {order}: no such declaration"));
            }
            there.insert((one.home, one.what, one.at, one.serial));
        })?;
        let lost = self.wanted.into_iter().filter(|any| {
            let mut rows = any.iter();
            !rows.any(|row| there.contains(row))
        });
        faults.extend(
            lost.filter_map(|any| any.into_iter().next())
                .map(|(home, what, at, _)| {
                    format!("due {what} of {}: not there at {}", home.text(), Moment(at))
                }),
        );
        Ok(faults)
    }
}
