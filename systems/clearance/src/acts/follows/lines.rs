//! Open work and the lines for more guarantee, against the declarations: one that is not done is listed
//! under its state, one that waits for its guarantee stands in the line of its guarantor.

use std::collections::HashSet;

use store::{Session, StoreError};

use crate::{
    model::{Home, State},
    store::{self as tables, Declaration},
};

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
    pub(super) fn differences(mut self, session: Session<'_>) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        tables::each_open(session, |place, home| {
            let fault = format!("open {} of {}", place[0], home.text());
            if !self.open.remove(&(place, home)) {
                faults.push(format!("{fault}: no such work"));
            }
        })?;
        tables::each_short(session, |guarantor, serial, home| {
            let fault = format!("short {} of {guarantor}", home.text());
            if !self.short.remove(&(guarantor, serial, home)) {
                faults.push(format!("{fault}: waits for no guarantee"));
            }
        })?;
        let open = self.open.iter();
        faults.extend(
            open.map(|([state, _], home)| format!("open {state} of {}: not there", home.text())),
        );
        let short = self.short.iter();
        faults.extend(short.map(|(guarantor, _, home)| {
            format!("short {} of {guarantor}: not there", home.text())
        }));
        Ok(faults)
    }
}
