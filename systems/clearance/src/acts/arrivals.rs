//! Arrival 入库明细 (711) of direct purchase: the site counted parcels in, each with the voyage and the
//! bill it came by, and a list of 9610 must have declared the same (M14).

use messages::Record;
use store::StoreError;
use values::{Finding, Weight};

use super::Desk;
use crate::{
    decide::matching,
    model::{Home, List, State, Tally},
    problems,
    store::{self as tables, Declaration},
};

/// A waybill number is counted in once.
const ARRIVAL: &str = "arrival";

/// What a tally has against lists that are decided already, and against tallies before it: told to
/// its sender, who alone can still be wrong on paper.
pub(super) fn objections(
    desk: &Desk<'_>,
    tally: &Tally,
    home: &Home,
) -> Result<Vec<Finding>, StoreError> {
    let mut found = Vec::new();
    for (gnum, number) in (1..).zip(&tally.waybills) {
        let waybill = Home::new(&tally.carrier, number);
        let before = tables::claimed(desk.session, ARRIVAL, &waybill)?;
        if let Some(before) = before.filter(|before| before != home) {
            let finding = Finding::note(problems::ARRIVAL_BEFORE)
                .of("711")
                .at("logisticsNo")
                .item(gnum);
            found.push(finding.saw(number).with("before", before.text()));
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

/// A tally was taken: its waybills lead to it, and lists that are judged and not decided are judged
/// anew where they say otherwise.
pub(super) fn count_in(
    desk: &mut Desk<'_>,
    tally: &Tally,
    home: &Home,
    edition: i64,
) -> Result<(), StoreError> {
    count_out(desk, home, edition)?;
    for number in &tally.waybills {
        tables::claim(
            desk.session,
            ARRIVAL,
            &Home::new(&tally.carrier, number),
            home,
        )?;
    }
    for (_, one, list) in lists_of(desk, tally)? {
        if one.state.is_judged() && !matching::arrival(tally, &list).is_empty() {
            desk.reconsider(&one.home)?;
        }
    }
    Ok(())
}

/// The waybills of the edition before this one lead to it no more.
pub(super) fn count_out(desk: &Desk<'_>, home: &Home, edition: i64) -> Result<(), StoreError> {
    let kept = desk.papers_of(home)?;
    let earlier = kept
        .iter()
        .rfind(|paper| paper.message == "711" && paper.edition < edition);
    let Some(earlier) = earlier else {
        return Ok(());
    };
    let tally = Tally::read(desk.record_of(earlier)?);
    tally.waybills.iter().try_for_each(|number| {
        let waybill = Home::new(&tally.carrier, number);
        tables::release_claim(desk.session, ARRIVAL, &waybill, home)
    })
}

/// Lists of direct purchase that go by the waybills of a tally, by its lines.
fn lists_of(desk: &Desk<'_>, tally: &Tally) -> Result<Vec<(u32, Declaration, List)>, StoreError> {
    let mut lists = Vec::new();
    for (gnum, number) in (1..).zip(&tally.waybills) {
        let waybill = Home::new(&tally.carrier, number);
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

/// Where the tally lies that counted the parcel of a list of direct purchase, as far as one came.
pub(super) fn counted(desk: &Desk<'_>, list: &Record) -> Result<Option<Home>, StoreError> {
    if list.get("voyageNo").is_none() {
        return Ok(None);
    }
    let waybill = Home::new(
        list.get("logisticsCode").unwrap_or_default(),
        list.get("logisticsNo").unwrap_or_default(),
    );
    tables::claimed(desk.session, ARRIVAL, &waybill)
}
