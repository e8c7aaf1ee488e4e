//! What falls due by itself: waiting is over, tax is collected, lists are closed.

use store::StoreError;
use values::{Finding, Moment, Weight};

use super::{Desk, advance::missing};
use crate::{
    model::{List, State},
    store::{self as tables, Declaration, Due},
};

/// Does the earliest things that have fallen due by the desk's business time, at most `most`; how
/// many were done. Each happens at its own moment, so that a late start changes nothing.
pub fn fall_due(desk: &mut Desk<'_>, most: i64) -> Result<usize, StoreError> {
    let now = desk.now;
    let dues = tables::first_due(desk.session, now.0, most)?;
    for one in &dues {
        desk.now = Moment(one.at.max(0));
        desk.ticks = 0;
        tables::done(desk.session, one)?;
        happen(desk, one)?;
    }
    desk.now = now;
    desk.ticks = 0;
    Ok(dues.len())
}

fn happen(desk: &mut Desk<'_>, due: &Due) -> Result<(), StoreError> {
    let Some(mut one) =
        tables::declaration(desk.session, &due.home)?.filter(|one| one.serial == due.serial)
    else {
        return Ok(());
    };
    match due.what.as_str() {
        "wait-over" if one.state == State::Declaring && !one.missing.is_empty() => {
            give_up(desk, &mut one, due.at)
        }
        "collect" if one.state == State::Released => collect(desk, &mut one, false),
        "collect-latest" if one.state == State::Released => collect(desk, &mut one, true),
        _ => Ok(()),
    }
}

fn give_up(desk: &mut Desk<'_>, one: &mut Declaration, at: i64) -> Result<(), StoreError> {
    let hours = desk.wait_hours();
    // A corrected list waits anew; its own date comes.
    if Moment(one.since).plus_hours(hours).0 > at {
        return Ok(());
    }
    let why: Vec<Finding> = one
        .missing
        .split(' ')
        .map(|message| missing(message, &one.home, hours, Weight::Refuse))
        .collect();
    let (list, _) = List::read(&*desk.list_record(one)?);
    desk.free_claims(one, &list)?;
    desk.pass(one, &[State::Returned], &why, "clock")
}

/// Collects the tax of a released list; while a return is undecided it waits for that, at latest
/// until the day after the last on which goods may be back.
fn collect(desk: &mut Desk<'_>, one: &mut Declaration, latest: bool) -> Result<(), StoreError> {
    let open = tables::returns_of(desk.session, &one.home)?
        .iter()
        .any(tables::Return::is_open);
    if open && !latest {
        let to = desk.law().count("tax.pay_to_day").unwrap_or(45);
        let released = Moment(one.released.unwrap_or(desk.now.0)).day();
        let at = released.plus(i32::try_from(to).unwrap_or(45) + 1).start().0;
        return tables::due(
            desk.session,
            &Due {
                at,
                home: one.home.clone(),
                what: "collect-latest".into(),
                serial: one.serial,
            },
        );
    }
    for mut bill in tables::bills_of(desk.session, &one.home)?
        .into_iter()
        .filter(|bill| bill.status == 1)
    {
        desk.close_bill(one, &mut bill, 2)?;
    }
    let act = desk.next_act();
    desk.free_guarantee(one, act)?;
    desk.pass(one, &[State::Closed], &[], "clock")?;
    desk.free_short(&one.guarantor).map(drop)
}

impl Desk<'_> {
    /// A return was decided after the day of collection: the rest is collected now.
    pub(super) fn collect_if_late(&mut self, one: &mut Declaration) -> Result<(), StoreError> {
        let from = self.law().count("tax.pay_from_day").unwrap_or(31);
        let released = Moment(one.released.unwrap_or(self.now.0)).day();
        let late = i64::from(released.until(self.now.day())) >= from;
        if late && one.state == State::Released {
            collect(self, one, false)
        } else {
            Ok(())
        }
    }
}
