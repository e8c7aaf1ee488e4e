//! Lists that wait at 120 for their guarantee: they go on as soon as it reaches.

use store::StoreError;
use values::{Finding, Weight};

use super::{Desk, desk, officer::verdict_of};
use crate::{
    model::State,
    store::{self as tables, Declaration},
};

/// How many are looked at together.
const AT_ONCE: usize = 100;

impl Desk<'_> {
    /// Some guarantee of that firm is free, or new: what waited for it goes on, oldest first, as
    /// far as it reaches; how many did.
    pub(super) fn free_short(&mut self, firm: &str) -> Result<usize, StoreError> {
        let mut freed = 0;
        loop {
            let waiting = tables::short_of(self.session, firm, AT_ONCE as i64)?;
            let mut gone = 0;
            for home in &waiting {
                let found = self.declaration(home)?;
                let Some(mut one) = found.filter(|one| one.state == State::Stored) else {
                    continue;
                };
                if !self.go_on_if_covered(&mut one)? {
                    return Ok(freed + gone);
                }
                gone += 1;
            }
            freed += gone;
            if gone < AT_ONCE {
                return Ok(freed);
            }
        }
    }

    /// Freezes what one of them owes and lets it go on; false when there is too little for it.
    fn go_on_if_covered(&mut self, one: &mut Declaration) -> Result<bool, StoreError> {
        let Some(verdict) = verdict_of(self, one)? else {
            return Ok(false);
        };
        let due = verdict.takings.guarantee;
        let free = self.ledger.account(&desk::guarantee(&one.guarantor))?;
        if free.available() < due.0 {
            return Ok(false);
        }
        let act = self.next_act();
        self.freeze(one, act, due)?;
        tables::leave_short(self.session, one)?;
        let looks = verdict.findings.iter();
        let looks: Vec<Finding> = looks
            .filter(|finding| finding.weight == Weight::Review)
            .cloned()
            .collect();
        if looks.is_empty() {
            let act = self.next_act();
            self.settle(one, act, &verdict.tax.lines)?;
            self.pass(one, &[State::Decided, State::Released], &[], "rules")?;
            self.bill(one, &verdict.tax.lines, 0)?;
            return Ok(true);
        }
        let drawn = looks.iter().any(|why| why.code.starts_with("inspect."));
        let through: &[State] = if drawn {
            &[State::Decided, State::Inspect]
        } else {
            &[State::Review]
        };
        self.pass(one, through, &looks, "rules")?;
        Ok(true)
    }
}
