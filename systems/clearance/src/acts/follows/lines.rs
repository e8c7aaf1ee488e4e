//! Open work and the lines for more guarantee, against the declarations: one that is not done is listed
//! under its state, one that waits for its guarantee stands in the line of its guarantor.

use std::collections::HashSet;

use store::{Session, StoreError};
use values::Finding;

use super::{missing, unexplained};
use crate::{
    model::{Home, State},
    store::{self as tables, Declaration},
};

const OPEN: &str = "clearance_open";
const SHORT: &str = "clearance_short";

/// What has to be listed.
#[derive(Default)]
pub(super) struct Lines {
    /// State and serial, order.
    open: HashSet<([i64; 2], Home)>,
    /// Guarantor, serial, order.
    short: HashSet<(String, i64, Home)>,
}

impl Lines {
    /// Takes note of a declaration.
    pub(super) fn declaration(&mut self, one: &Declaration) {
        if let Some(place) = tables::listed(one) {
            self.open.insert((place, one.home.clone()));
        }
        if one.state == State::Stored {
            let place = (one.guarantor.clone(), one.serial, one.home.clone());
            self.short.insert(place);
        }
    }

    /// Whatever is listed and should not be, and whatever should be and is not.
    pub(super) fn differences(mut self, session: Session<'_>) -> Result<Vec<Finding>, StoreError> {
        let open = |[state, _]: [i64; 2], home: &Home| format!("{state} {}", home.text());
        let short = |guarantor: &str, home: &Home| format!("{guarantor} {}", home.text());
        let mut faults = Vec::new();
        tables::each_open(session, |place, home| {
            let key = open(place, &home);
            if !self.open.remove(&(place, home)) {
                faults.push(unexplained(OPEN, &key));
            }
        })?;
        tables::each_short(session, |guarantor, serial, home| {
            let key = short(&guarantor, &home);
            if !self.short.remove(&(guarantor, serial, home)) {
                faults.push(unexplained(SHORT, &key));
            }
        })?;
        let lost = self.open.iter();
        faults.extend(lost.map(|(place, home)| missing(OPEN, &open(*place, home))));
        let lost = self.short.iter();
        faults.extend(lost.map(|(who, _, home)| missing(SHORT, &short(who, home))));
        Ok(faults)
    }
}
