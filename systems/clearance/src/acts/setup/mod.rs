//! Setting up: firms, sites, books with stock, guarantees, from one file. Again: only what differs.

mod file;
mod shape;
mod standing;

use facts::setup::Filed;
use identity::{Party, Role, Site};
use ledger::{AccountKey, Step, Transfer, TransferId};
use serde::Serialize;
use store::{Fault, StoreError};
use values::Finding;

use super::{Desk, desk};
use crate::store as tables;

pub use file::Setup;
use file::{split_key, watch_key};

/// What a setup changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// Filings new or changed, by kind and key.
    pub filed: Vec<String>,
    /// Filings that stood already.
    pub same: usize,
    /// Lists released because the guarantee reaches now.
    pub freed: usize,
}

/// Puts a setup in place. Stock and guarantee are totals: again with the same figure changes
/// nothing, with a higher one adds the difference, with a lower one takes it out if it is free.
pub fn set_up(
    desk: &mut Desk<'_>,
    setup: &Setup,
) -> Result<Result<Changed, Vec<Finding>>, StoreError> {
    let against = setup.objections(desk)?;
    if !against.is_empty() {
        return Ok(Err(against));
    }
    let mut changed = Changed::default();
    for firm in setup.firm.iter().map(|one| one.get_ref()) {
        let roles = firm.roles.iter();
        let party = Party {
            code: firm.code.clone(),
            name: firm.name.clone(),
            roles: roles.filter_map(|role| Role::named(role)).collect(),
        };
        let stands = identity::party(desk.session, &firm.code)?.as_ref() == Some(&party);
        if file(
            desk,
            &mut changed,
            ("firm", &firm.code),
            &json(firm)?,
            stands,
        )? {
            identity::put_party(desk.session, &party)?;
        }
    }
    for site in setup.site.iter().map(|one| one.get_ref()) {
        let filed = Site {
            customs: site.customs.clone(),
            name: site.name.clone(),
            operator: site.operator.clone(),
            modes: site.modes.clone(),
        };
        let stands = identity::site(desk.session, &site.customs)?.as_ref() == Some(&filed);
        if file(
            desk,
            &mut changed,
            ("site", &site.customs),
            &json(site)?,
            stands,
        )? {
            identity::put_site(desk.session, &filed)?;
        }
    }
    for book in setup.book.iter().map(|one| one.get_ref()) {
        file(
            desk,
            &mut changed,
            ("book", &book.number),
            &book.holder,
            true,
        )?;
        for item in book.item.iter().map(|one| one.get_ref()) {
            let key = format!("{}/{}", book.number, item.record);
            if file(desk, &mut changed, ("item", &key), &json(item)?, true)? {
                let account = desk::stock(&book.number, &item.record);
                level(desk, "item", &key, account, item.stock.0)?;
            }
        }
    }
    for guarantee in setup.guarantee.iter().map(|one| one.get_ref()) {
        if file(
            desk,
            &mut changed,
            ("guarantee", &guarantee.firm),
            &guarantee.amount.to_string(),
            true,
        )? {
            let account = desk::guarantee(&guarantee.firm);
            level(
                desk,
                "guarantee",
                &guarantee.firm,
                account,
                guarantee.amount.0,
            )?;
        }
    }
    for (name, value) in &setup.settings {
        file(desk, &mut changed, ("setting", name), value.get_ref(), true)?;
    }
    for watch in setup.watch.iter().map(|one| one.get_ref()) {
        let key = watch_key(watch);
        file(desk, &mut changed, ("watch", &key), &json(watch)?, true)?;
    }
    for split in setup.split.iter().map(|one| one.get_ref()) {
        let key = split_key(split);
        file(desk, &mut changed, ("split", &key), &json(split)?, true)?;
    }
    for guarantee in setup.guarantee.iter().map(|one| one.get_ref()) {
        changed.freed += desk.free_short(&guarantee.firm)?;
    }
    Ok(Ok(changed))
}

/// Keeps a filing when it differs from what stands, or when what was read out of it does not stand as it
/// says; whether it did.
fn file(
    desk: &mut Desk<'_>,
    changed: &mut Changed,
    (what, key): (&str, &str),
    content: &str,
    stands: bool,
) -> Result<bool, StoreError> {
    let filed = tables::filing(desk.session, what, key)?;
    if stands && filed.as_deref() == Some(content) {
        changed.same += 1;
        return Ok(false);
    }
    tables::put_filing(desk.session, what, key, content)?;
    let fact = Filed {
        what: what.to_owned(),
        key: key.to_owned(),
        content: content.to_owned(),
    };
    desk.journal
        .append(desk.now, &format!("filing/{what}/{key}"), &fact)?;
    changed.filed.push(format!("{what} {key}"));
    Ok(true)
}

/// Brings what was put in by hand to `total`; what it was before stands in a filing of its own.
fn level(
    desk: &mut Desk<'_>,
    what: &str,
    key: &str,
    account: AccountKey,
    total: i64,
) -> Result<(), StoreError> {
    let place = format!("{what} {key}");
    let difference = total - put_in(desk, &place)?;
    if difference == 0 {
        return Ok(());
    }
    let step = if difference > 0 { Step::In } else { Step::Out };
    let id = TransferId {
        source: desk.next_act(),
        slot: 0,
    };
    let transfer = Transfer {
        id,
        account,
        step,
        amount: difference.abs(),
        of: None,
        until: None,
        ceiling: None,
    };
    let home = crate::model::Home::kept("setup".into(), place.clone());
    desk.post(&home, &[transfer])?;
    tables::put_filing(desk.session, "level", &place, &total.to_string())
}

/// What was put in by hand so far.
fn put_in(desk: &Desk<'_>, place: &str) -> Result<i64, StoreError> {
    let filed = tables::filing(desk.session, "level", place)?;
    Ok(filed.and_then(|text| text.parse().ok()).unwrap_or(0))
}

fn json(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::new(Fault::Other, error.to_string()))
}
