//! What falls due by itself: waiting is over, tax is collected, lists are closed.

use store::StoreError;
use values::{Moment, Weight};

use super::{CLOCK, Desk};
use crate::{
    model::{List, State},
    store::{self as tables, Declaration, Due},
};

/// What fell due, by kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fallen {
    /// Waiting that was over.
    pub waits: i64,
    /// Tax that was to be collected; its list then closes.
    pub taxes: i64,
}

impl Fallen {
    /// All of it.
    #[must_use]
    pub fn all(self) -> i64 {
        self.waits + self.taxes
    }
}

/// Does the earliest things that have fallen due by the desk's business time, at most `most`; how
/// many were done. Each happens at its own moment, so that a late start changes nothing.
pub fn fall_due(desk: &mut Desk<'_>, most: i64) -> Result<Fallen, StoreError> {
    let now = desk.now;
    let mut fallen = Fallen::default();
    loop {
        let dues = tables::first_due(desk.session, now.0, most - fallen.all())?;
        if dues.is_empty() {
            break;
        }
        for one in &dues {
            desk.now = Moment(one.at.max(0));
            tables::done(desk.session, one)?;
            match one.what.as_str() {
                "wait-over" => fallen.waits += 1,
                _ => fallen.taxes += 1,
            }
            // What now falls due later may still come before the next of these.
            if happen(desk, one)? {
                break;
            }
        }
    }
    desk.now = now;
    Ok(fallen)
}

/// Whether something new was put on the calendar.
fn happen(desk: &mut Desk<'_>, due: &Due) -> Result<bool, StoreError> {
    let Some(mut one) = desk
        .declaration(&due.home)?
        .filter(|one| one.serial == due.serial)
    else {
        return Ok(false);
    };
    match due.what.as_str() {
        "wait-over" if one.state == State::Declaring && !one.missing.is_empty() => {
            give_up(desk, &mut one, due.at)?;
            Ok(false)
        }
        "collect" if one.state == State::Released => collect(desk, &mut one, false),
        "collect-latest" if one.state == State::Released => collect(desk, &mut one, true),
        _ => Ok(false),
    }
}

fn give_up(desk: &mut Desk<'_>, one: &mut Declaration, at: i64) -> Result<(), StoreError> {
    let hours = desk.wait_hours();
    // A corrected list waits anew; its own date comes.
    if Moment(one.since).plus_hours(hours).0 > at {
        return Ok(());
    }
    let missing = one.missing.clone();
    let missing: Vec<&str> = missing.split(' ').collect();
    let papers = desk.papers_there(one)?;
    let why = desk.awaited(&papers, &missing, &one.home, Weight::Refuse)?;
    let (list, _) = List::read(&*desk.list_record(one)?);
    desk.free_claims(one, &list)?;
    // Nothing is awaited any more: the reasons say what did not come, whatever comes after.
    one.missing.clear();
    desk.pass(one, &[State::Returned], &why, CLOCK)
}

/// Collects the tax of a released list; while a return is undecided it waits for that, at latest
/// until the day after the last on which goods may be back. Whether something new is due by it.
fn collect(desk: &mut Desk<'_>, one: &mut Declaration, latest: bool) -> Result<bool, StoreError> {
    let open = tables::returns_of(desk.session, &one.home)?
        .iter()
        .any(tables::Return::is_open);
    if open && !latest {
        let to = desk.law().count("tax.pay_to_day").unwrap_or(45);
        let released = Moment(one.released.unwrap_or(desk.now.0)).day();
        let at = released.plus(i32::try_from(to).unwrap_or(45) + 1).start().0;
        let latest = Due {
            at,
            home: one.home.clone(),
            what: "collect-latest".into(),
            serial: one.serial,
        };
        tables::due(desk.session, &latest)?;
        return Ok(true);
    }
    for mut bill in tables::bills_of(desk.session, &one.home)?
        .into_iter()
        .filter(|bill| bill.status == 1)
    {
        desk.close_bill(one, &mut bill, 2)?;
    }
    let act = desk.next_act();
    desk.free_guarantee(one, act)?;
    desk.pass(one, &[State::Closed], &[], CLOCK)?;
    Ok(desk.free_short(&one.guarantor)? > 0)
}

impl Desk<'_> {
    /// A return was decided after the day of collection: the rest is collected now.
    pub(super) fn collect_if_late(&mut self, one: &mut Declaration) -> Result<(), StoreError> {
        let from = self.law().count("tax.pay_from_day").unwrap_or(31);
        let released = Moment(one.released.unwrap_or(self.now.0)).day();
        let late = i64::from(released.until(self.now.day())) >= from;
        if late && one.state == State::Released {
            collect(self, one, false).map(drop)
        } else {
            Ok(())
        }
    }
}
