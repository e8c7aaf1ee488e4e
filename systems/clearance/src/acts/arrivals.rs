//! Arrival 入库明细 (711) of direct purchase: the site counted parcels in, each with the voyage and the
//! bill it came by, and a list of 9610 must have declared the same (M14).

use std::rc::Rc;

use messages::Record;
use store::StoreError;
use values::{Finding, Weight};

use super::{
    Desk,
    seen::{Kept, latest},
};
use crate::{
    decide::matching,
    model::{Home, List, State, Tally},
    problems,
    store::{self as tables, Declaration},
};

/// What a tally has against lists that are decided already, and against other tallies: told to
/// its sender, who alone can still be wrong on paper.
pub(super) fn objections(
    desk: &Desk<'_>,
    tally: &Tally,
    home: &Home,
) -> Result<Vec<Finding>, StoreError> {
    let mut found = Vec::new();
    for (gnum, waybill) in (1..).zip(tally.counted()) {
        let others = tables::arrivals_of(desk.session, &waybill)?;
        if let Some(before) = others.into_iter().find(|other| other != home) {
            let finding = Finding::note(problems::ARRIVAL_BEFORE)
                .of("711")
                .at("logisticsNo")
                .item(gnum);
            found.push(finding.saw(waybill.number()).with("before", before.text()));
        }
    }
    for (gnum, one, list) in lists_of(desk, tally)? {
        if one.state.is_undecided() || one.state.may_be_declared_anew() {
            continue;
        }
        found.extend(matching::arrival(tally, &list).into_iter().map(|finding| {
            let mut finding = finding.of("711").item(gnum);
            std::mem::swap(&mut finding.seen, &mut finding.want);
            finding.weight = Weight::Note;
            finding
        }));
    }
    Ok(found)
}

/// A tally was taken: its waybills lead to it, those of the edition before no more, and lists that are
/// judged and not decided are judged anew where what is counted now says otherwise.
pub(super) fn count_in(
    desk: &mut Desk<'_>,
    tally: &Tally,
    home: &Home,
    edition: i64,
) -> Result<(), StoreError> {
    let before = uncounted(desk, home, edition)?;
    for waybill in tally.counted() {
        tables::count(desk.session, &waybill, home)?;
    }
    for tally in before.iter().chain([tally]) {
        judge_anew(desk, tally)?;
    }
    Ok(())
}

/// A tally was deleted: what others counted is all that speaks of its waybills now.
pub(super) fn count_out(desk: &mut Desk<'_>, home: &Home, edition: i64) -> Result<(), StoreError> {
    match uncounted(desk, home, edition)? {
        Some(before) => judge_anew(desk, &before),
        None => Ok(()),
    }
}

/// The waybills of the edition before this one lead to it no more.
fn uncounted(desk: &Desk<'_>, home: &Home, edition: i64) -> Result<Option<Tally>, StoreError> {
    let kept = desk.papers_of(home)?;
    let earlier = kept
        .iter()
        .rfind(|paper| paper.message == "711" && paper.edition < edition);
    let Some(earlier) = earlier else {
        return Ok(None);
    };
    let tally = Tally::read(desk.record_of(earlier)?);
    for waybill in tally.counted() {
        tables::uncount(desk.session, &waybill, home)?;
    }
    Ok(Some(tally))
}

fn judge_anew(desk: &mut Desk<'_>, tally: &Tally) -> Result<(), StoreError> {
    for (_, one, list) in lists_of(desk, tally)? {
        if !one.state.is_judged() {
            continue;
        }
        let counted = counted(desk, &*desk.list_record(&one)?)?;
        let tallies = counted
            .iter()
            .map(|(_, kept)| Ok(Tally::read(desk.record_of(kept)?)))
            .collect::<Result<Vec<_>, StoreError>>()?;
        if !matching::arrivals(&tallies, &list).is_empty() {
            desk.reconsider(&one.home)?;
        }
    }
    Ok(())
}

/// Lists of direct purchase that go by the waybills of a tally, by its lines.
fn lists_of(desk: &Desk<'_>, tally: &Tally) -> Result<Vec<(u32, Declaration, List)>, StoreError> {
    let mut lists = Vec::new();
    for (gnum, waybill) in (1..).zip(tally.counted()) {
        let Some(order) = tables::claimed(desk.session, "waybill", &waybill)? else {
            continue;
        };
        let Some(one) = desk.declaration(&order)? else {
            continue;
        };
        if one.state == State::Withdrawn {
            continue;
        }
        let (list, _) = List::read(&*desk.list_record(&one)?);
        if list.transport.is_some() {
            lists.push((gnum, one, list));
        }
    }
    Ok(lists)
}

/// The tallies that counted the parcel of a list of direct purchase, as far as some came.
pub(super) fn counted(desk: &Desk<'_>, list: &Record) -> Result<Vec<(Home, Rc<Kept>)>, StoreError> {
    if list.get("voyageNo").is_none() {
        return Ok(Vec::new());
    }
    let waybill = Home::new(
        list.get("logisticsCode").unwrap_or_default(),
        list.get("logisticsNo").unwrap_or_default(),
    );
    let mut counted = Vec::new();
    for home in tables::arrivals_of(desk.session, &waybill)? {
        let kept = latest(&desk.papers_of(&home)?, "711").into_iter().next();
        counted.extend(kept.map(|kept| (home, kept)));
    }
    Ok(counted)
}
