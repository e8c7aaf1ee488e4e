//! A setup against what stands in the zone: firms it names, code tables, payments taken.

use identity::Role;
use ledger::AccountKey;
use messages::CodeAnswer;
use store::StoreError;
use values::{Fen, Finding, Quantity};

use super::{
    file::{Entry, Guarantee, Setup, split_key, watch_key},
    put_in,
};
use crate::{
    acts::{Desk, desk, fits::DELETED},
    decide::TARIFF,
    model::{Home, Payment},
    store::{self as tables, Split},
};

/// No firm of that code is filed, here or before.
const FIRM_UNKNOWN: &str = "setup.firm-unknown";
/// The firm is filed, but not for this.
const FIRM_ROLE: &str = "setup.firm-role";
/// What stands in the zone needs the role that the firm would lose.
const ROLE_USED: &str = "setup.role-used";
/// The customs office is in no table.
const OFFICE_UNKNOWN: &str = "setup.office-unknown";
/// The code is in no tariff.
const HS_UNKNOWN: &str = "setup.hs-unknown";
/// The unit is in no table of units.
const UNIT_UNKNOWN: &str = "setup.unit-unknown";
/// Less than lists hold of it would be left.
const PROMISED: &str = "setup.promised";
/// The split payment is in use.
const SPLIT_TAKEN: &str = "setup.split-taken";

impl Setup {
    /// What stands against it. Looked at before anything is filed.
    pub(super) fn objections(&self, desk: &mut Desk<'_>) -> Result<Vec<Finding>, StoreError> {
        let mut found = self.strangers(desk);
        found.extend(self.roles_lost(desk)?);
        found.extend(self.offices(desk));
        found.extend(self.goods(desk));
        found.extend(self.promised(desk)?);
        for one in &self.split {
            let split = one.get_ref();
            if let Some(order) = taken(desk, split)? {
                let key = split_key(split);
                let entry = Entry::new("split", &key, one);
                found.push(self.refuse(SPLIT_TAKEN, entry, "order").saw(order));
            }
        }
        found.sort_by_key(|one| one.paper.line);
        Ok(found)
    }

    /// Stock and guarantees that would fall below what lists hold of them.
    fn promised(&self, desk: &mut Desk<'_>) -> Result<Vec<Finding>, StoreError> {
        let mut found = Vec::new();
        for book in self.book.iter().map(|one| one.get_ref()) {
            for one in &book.item {
                let item = one.get_ref();
                let key = format!("{}/{}", book.number, item.record);
                let account = desk::stock(&book.number, &item.record);
                let total = item.stock.0;
                if let Some(least) = least(desk, &format!("item {key}"), &account, total)? {
                    let entry = Entry::new("book.item", &key, one);
                    let finding = self.refuse(PROMISED, entry, "stock").saw(item.stock);
                    found.push(finding.with("what", "item").wants(Quantity(least)));
                }
            }
        }
        for one in &self.guarantee {
            let Guarantee { firm, amount } = one.get_ref();
            let account = desk::guarantee(firm);
            if let Some(least) = least(desk, &format!("guarantee {firm}"), &account, amount.0)? {
                let entry = Entry::new("guarantee", firm, one);
                let finding = self.refuse(PROMISED, entry, "amount").saw(amount);
                found.push(finding.with("what", "guarantee").wants(Fen(least)));
            }
        }
        Ok(found)
    }

    /// Firms that the entries name and nobody filed, or not for what they are to do.
    fn strangers(&self, desk: &Desk<'_>) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut check = |entry: Entry<'_>, field: &str, code: &str, role: Option<Role>| {
            let filing = |problem| self.refuse(problem, entry, field).saw(code);
            match (self.roles(desk, code), role) {
                (None, _) => found.push(filing(FIRM_UNKNOWN)),
                (Some(roles), Some(role)) if !roles.contains(&role) => {
                    found.push(filing(FIRM_ROLE).with("role", role.word()));
                }
                _ => {}
            }
        };
        for one in &self.site {
            let site = one.get_ref();
            let entry = Entry::new("site", &site.customs, one);
            check(entry, "operator", &site.operator, Some(Role::Operator));
        }
        for one in &self.book {
            let book = one.get_ref();
            let entry = Entry::new("book", &book.number, one);
            check(entry, "holder", &book.holder, None);
        }
        for one in &self.guarantee {
            let guarantee = one.get_ref();
            let firm = &guarantee.firm;
            let entry = Entry::new("guarantee", firm, one);
            // Whoever takes all of it back need not be a guarantor any more.
            let role = (guarantee.amount.0 > 0).then_some(Role::Guarantor);
            check(entry, "firm", firm, role);
        }
        for one in &self.split {
            let split = one.get_ref();
            let key = split_key(split);
            let entry = Entry::new("split", &key, one);
            check(entry, "firm", &split.firm, Some(Role::Payment));
        }
        for one in &self.watch {
            let watch = one.get_ref();
            let key = watch_key(watch);
            // A watch that is ended may be of a firm that is no more.
            if let Some(firm) = watch.firm.as_ref().filter(|_| watch.rate.0 > 0) {
                check(Entry::new("watch", &key, one), "firm", firm, None);
            }
        }
        found
    }

    /// Roles that a firm would lose though its guarantee stands, or a site that it operates.
    fn roles_lost(&self, desk: &Desk<'_>) -> Result<Vec<Finding>, StoreError> {
        let mut found = Vec::new();
        for one in &self.firm {
            let firm = one.get_ref();
            let filed = desk.filings.parties.get(&firm.code);
            let had = |role: Role| filed.is_some_and(|filed| filed.roles.contains(&role));
            // A role that it never had cannot be lost.
            let has = |role: Role| !had(role) || firm.roles.iter().any(|word| word == role.word());
            let mut lost = |role: Role, by: &str, value: String| {
                let entry = Entry::new("firm", &firm.code, one);
                let finding = self
                    .refuse(ROLE_USED, entry, "roles")
                    .saw(firm.roles.join(", "));
                let finding = finding.with("role", role.word());
                found.push(finding.with("by", by).with("value", value));
            };
            let here = |code: &str| {
                let mut all = self.guarantee.iter().map(|one| one.get_ref());
                all.find(|one| one.firm == code).map(|one| one.amount)
            };
            let stands = match here(&firm.code) {
                Some(amount) => Some(amount),
                None => tables::filing(desk.session, "guarantee", &firm.code)?
                    .and_then(|text| text.parse().ok()),
            };
            if let Some(amount) = stands.filter(|amount| amount.0 > 0 && !has(Role::Guarantor)) {
                lost(Role::Guarantor, "guarantee", amount.to_string());
            }
            let here = |customs: &str| self.site.iter().any(|one| one.get_ref().customs == customs);
            let mut sites = desk.filings.sites.values();
            let site = sites.find(|site| site.operator == firm.code && !here(&site.customs));
            if let Some(site) = site.filter(|_| !has(Role::Operator)) {
                lost(Role::Operator, "site", site.customs.clone());
            }
        }
        Ok(found)
    }

    /// Customs offices that the table does not have today, of sites that were not filed before.
    fn offices(&self, desk: &Desk<'_>) -> Vec<Finding> {
        let mut found = Vec::new();
        for one in &self.site {
            let customs = &one.get_ref().customs;
            let filed = desk.filings.sites.contains_key(customs);
            let answer = desk.zone.answer("customs", customs, desk.now.day());
            if !filed && matches!(answer, CodeAnswer::Unknown | CodeAnswer::Incomplete) {
                let entry = Entry::new("site", customs, one);
                found.push(self.refuse(OFFICE_UNKNOWN, entry, "customs").saw(customs));
            }
        }
        found
    }

    /// What a firm is filed for: in this file, else before.
    fn roles(&self, desk: &Desk<'_>, code: &str) -> Option<Vec<Role>> {
        let here = self.firm.iter().map(|one| one.get_ref());
        match here.into_iter().find(|firm| firm.code == code) {
            Some(firm) => Some(
                firm.roles
                    .iter()
                    .filter_map(|role| Role::named(role))
                    .collect(),
            ),
            None => desk
                .filings
                .parties
                .get(code)
                .map(|party| party.roles.clone()),
        }
    }

    /// Codes and units of items that no table has today. What is filed already was looked at on
    /// its own day: a newer tariff does not stand against more stock of it.
    fn goods(&self, desk: &Desk<'_>) -> Vec<Finding> {
        let mut found = Vec::new();
        for book in self.book.iter().map(|one| one.get_ref()) {
            for one in &book.item {
                let item = one.get_ref();
                let filed = desk
                    .filings
                    .items
                    .get(&(book.number.clone(), item.record.clone()));
                let key = format!("{}/{}", book.number, item.record);
                let entry = Entry::new("book.item", &key, one);
                let unknown = |table: &str, code: &str| {
                    let answer = desk.zone.answer(table, code, desk.now.day());
                    matches!(answer, CodeAnswer::Unknown | CodeAnswer::Incomplete)
                };
                if filed.is_none_or(|filed| filed.hs != item.hs) && unknown(TARIFF, &item.hs) {
                    found.push(self.refuse(HS_UNKNOWN, entry, "hs").saw(&item.hs));
                }
                if filed.is_none_or(|filed| filed.unit != item.unit) && unknown("units", &item.unit)
                {
                    found.push(self.refuse(UNIT_UNKNOWN, entry, "unit").saw(&item.unit));
                }
            }
        }
        for one in &self.watch {
            let watch = one.get_ref();
            let key = watch_key(watch);
            let begins = |hs: &&String| {
                let tariff = desk.zone.codes.rows(TARIFF, desk.now.day());
                tariff.is_ok_and(|(rows, _)| !rows.iter().any(|row| row.code().starts_with(*hs)))
            };
            if let Some(hs) = watch
                .hs
                .as_ref()
                .filter(|_| watch.rate.0 > 0)
                .filter(begins)
            {
                let entry = Entry::new("watch", &key, one);
                found.push(self.refuse(HS_UNKNOWN, entry, "hs").saw(hs));
            }
        }
        found
    }
}

/// The least to which the level of an account can fall, where `total` is less: lists hold the rest.
fn least(
    desk: &mut Desk<'_>,
    place: &str,
    account: &AccountKey,
    total: i64,
) -> Result<Option<i64>, StoreError> {
    let before = put_in(desk, place)?;
    let least = before - desk.ledger.account(account)?.available();
    Ok((total < before && total < least).then_some(least))
}

/// The order, if any, that a payment was taken for and that forbids to file `split` as it is now.
///
/// A split stands once a part of it is paid: with other parts or amounts the same money would
/// clear further orders. A payment that was taken whole can become a split of which it is a part.
fn taken(desk: &Desk<'_>, split: &Split) -> Result<Option<String>, StoreError> {
    let Some(before) = tables::filing(desk.session, "split", &split_key(split))? else {
        let Some(home) = tables::claimed(desk.session, "payment", &split.as_number())? else {
            return Ok(None);
        };
        let part = split.orders.iter().find(|part| part.home() == home);
        let covered = part.is_some() && paid(desk, split, &home)? == part.map(|part| part.amount);
        return Ok((!covered).then(|| home.text()));
    };
    let before: Split = serde_json::from_str(&before)
        .map_err(|error| StoreError::damaged(format!("a filing: {error}")))?;
    if before == *split {
        return Ok(None);
    }
    for part in &before.orders {
        let home = part.home();
        if paid(desk, split, &home)?.is_some() {
            return Ok(Some(home.text()));
        }
    }
    Ok(None)
}

/// What the payment paid of an order, by the paper that stands.
fn paid(desk: &Desk<'_>, split: &Split, order: &Home) -> Result<Option<Fen>, StoreError> {
    let own = split_key(split);
    let kept = tables::papers_of(desk.session, order)?;
    let stands = kept
        .iter()
        .rfind(|paper| paper.message == "411" && paper.own == own)
        .filter(|paper| paper.state != DELETED);
    let Some(paper) = stands else { return Ok(None) };
    let record = desk
        .zone
        .catalogue
        .record(&paper.body)
        .map_err(|error| StoreError::damaged(error.to_string()))?;
    Ok(Some(Payment::read(&record).0.amount))
}
