//! Setting up: firms, sites, books with stock, guarantees, from one file. Again: only what differs.

use std::collections::BTreeMap;

use facts::setup::{EditionLoaded, Filed};
use identity::{Party, Role, Site};
use ledger::{AccountKey, Step, Transfer, TransferId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{Fault, StoreError};
use values::{Day, Fen, Finding};

use super::{Desk, desk, judge::DOLLAR};
use crate::{
    model::BookItem,
    store::{self as tables, Split, Watch},
};

/// A setup file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Setup {
    firm: Vec<Firm>,
    site: Vec<SiteFiled>,
    book: Vec<Book>,
    guarantee: Vec<Guarantee>,
    settings: BTreeMap<String, String>,
    watch: Vec<Watch>,
    split: Vec<Split>,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Firm {
    code: String,
    name: String,
    roles: Vec<String>,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct SiteFiled {
    customs: String,
    #[serde(default)]
    name: String,
    operator: String,
    modes: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Book {
    number: String,
    holder: String,
    #[serde(default)]
    item: Vec<BookItem>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Guarantee {
    firm: String,
    amount: Fen,
}

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

impl Setup {
    /// Reads a file; every fault with its line.
    pub fn read(text: &str) -> Result<Self, Vec<Finding>> {
        let fault = |line: usize, what: String| {
            let line = u32::try_from(line).unwrap_or(0);
            vec![
                Finding::refused("setup.file")
                    .at("file")
                    .line(line)
                    .saw(what),
            ]
        };
        let setup: Self = toml::from_str(text).map_err(|error: toml::de::Error| {
            let line = error.span().map_or(0, |span| {
                text[..span.start.min(text.len())].lines().count().max(1)
            });
            fault(line, error.message().to_owned())
        })?;
        let faults = setup.faults();
        if faults.is_empty() {
            Ok(setup)
        } else {
            Err(faults)
        }
    }

    fn faults(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut refuse = |field: String, seen: &str| {
            found.push(Finding::refused("setup.value").at(field).saw(seen))
        };
        for firm in &self.firm {
            let sound = match firm.code.len() {
                18 => values::identifiers::check("uscc", &firm.code).is_ok(),
                10 => firm.code.bytes().all(|sign| sign.is_ascii_alphanumeric()),
                _ => false,
            };
            if !sound {
                refuse("firm.code".into(), &firm.code);
            }
            for role in firm.roles.iter().filter(|role| Role::named(role).is_none()) {
                refuse("firm.roles".into(), role);
            }
        }
        for site in &self.site {
            for mode in site
                .modes
                .iter()
                .filter(|mode| mode.parse::<crate::decide::Mode>().is_err())
            {
                refuse("site.modes".into(), mode);
            }
        }
        for item in self.book.iter().flat_map(|book| &book.item) {
            if item.hs.len() != 10 || !item.hs.bytes().all(|sign| sign.is_ascii_digit()) {
                refuse("book.item.hs".into(), &item.hs);
            }
            if item.stock.0 < 0 {
                refuse("book.item.stock".into(), &item.stock.to_string());
            }
        }
        for guarantee in self
            .guarantee
            .iter()
            .filter(|guarantee| guarantee.amount.0 < 0)
        {
            refuse("guarantee.amount".into(), &guarantee.amount.to_string());
        }
        for split in &self.split {
            let parts: Fen = split.orders.iter().map(|part| part.amount).sum();
            let sound = parts <= split.total && split.orders.iter().all(|part| part.amount.0 > 0);
            if !sound {
                refuse("split.order.amount".into(), &parts.to_string());
            }
        }
        for (name, value) in &self.settings {
            let sound = match name.as_str() {
                "signature.require" => matches!(value.as_str(), "off" | "declared" | "schema"),
                dated if dated.starts_with(DOLLAR) => {
                    let first = format!("{}-01", &dated[DOLLAR.len()..]);
                    first.parse::<Day>().is_ok()
                        && value.parse::<values::Price>().is_ok_and(|rate| rate.0 > 0)
                }
                "inspection.random" => value
                    .parse::<values::Rate>()
                    .is_ok_and(|rate| (0..=values::Rate::SCALE).contains(&rate.0)),
                _ => false,
            };
            if !sound {
                refuse(format!("settings.{name}"), value);
            }
        }
        found
    }
}

/// Puts a setup in place. Stock and guarantee are totals: again with the same figure changes
/// nothing, with a higher one adds the difference, with a lower one takes it out if it is free.
pub fn set_up(
    desk: &mut Desk<'_>,
    setup: &Setup,
) -> Result<Result<Changed, Vec<Finding>>, StoreError> {
    let mut changed = Changed::default();
    let mut short = Vec::new();
    for firm in &setup.firm {
        if file(desk, &mut changed, "firm", &firm.code, &json(firm)?)? {
            let roles = firm
                .roles
                .iter()
                .filter_map(|role| Role::named(role))
                .collect();
            identity::put_party(
                desk.session,
                &Party {
                    code: firm.code.clone(),
                    name: firm.name.clone(),
                    roles,
                },
            )?;
        }
    }
    for site in &setup.site {
        if file(desk, &mut changed, "site", &site.customs, &json(site)?)? {
            let filed = Site {
                customs: site.customs.clone(),
                name: site.name.clone(),
                operator: site.operator.clone(),
                modes: site.modes.clone(),
            };
            identity::put_site(desk.session, &filed)?;
        }
    }
    for book in &setup.book {
        file(desk, &mut changed, "book", &book.number, &book.holder)?;
        for item in &book.item {
            let key = format!("{}/{}", book.number, item.record);
            if file(desk, &mut changed, "item", &key, &json(item)?)? {
                let account = desk::stock(&book.number, &item.record);
                short.extend(level(desk, "item", &key, account, item.stock.0)?);
            }
        }
    }
    for guarantee in &setup.guarantee {
        if file(
            desk,
            &mut changed,
            "guarantee",
            &guarantee.firm,
            &guarantee.amount.to_string(),
        )? {
            short.extend(level(
                desk,
                "guarantee",
                &guarantee.firm,
                desk::guarantee(&guarantee.firm),
                guarantee.amount.0,
            )?);
        }
    }
    for (name, value) in &setup.settings {
        file(desk, &mut changed, "setting", name, value)?;
    }
    for watch in &setup.watch {
        let key = format!(
            "{}:{}",
            watch.hs.as_deref().unwrap_or("*"),
            watch.firm.as_deref().unwrap_or("*")
        );
        file(desk, &mut changed, "watch", &key, &json(watch)?)?;
    }
    for split in &setup.split {
        file(
            desk,
            &mut changed,
            "split",
            &format!("{}/{}", split.firm, split.payment),
            &json(split)?,
        )?;
    }
    if !short.is_empty() {
        return Ok(Err(short));
    }
    for guarantee in &setup.guarantee {
        changed.freed += desk.free_short(&guarantee.firm)?;
    }
    Ok(Ok(changed))
}

/// Keeps a filing when it differs from what stands; whether it did.
fn file(
    desk: &mut Desk<'_>,
    changed: &mut Changed,
    what: &str,
    key: &str,
    content: &str,
) -> Result<bool, StoreError> {
    if tables::filing(desk.session, what, key)?.as_deref() == Some(content) {
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
) -> Result<Option<Finding>, StoreError> {
    let place = format!("{what} {key}");
    let before: i64 = tables::filing(desk.session, "level", &place)?
        .and_then(|text| text.parse().ok())
        .unwrap_or(0);
    let difference = total - before;
    if difference == 0 {
        return Ok(None);
    }
    let free = desk.ledger.account(&account)?.available();
    if free + difference < 0 {
        let finding = Finding::refused("setup.promised")
            .at(place)
            .saw(total)
            .with("free", free);
        return Ok(Some(finding));
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
    desk.post(&crate::model::Home::new("setup", &place), &[transfer])?;
    tables::put_filing(desk.session, "level", &place, &total.to_string())?;
    Ok(None)
}

/// Keeps a loaded edition of a code table with its fact. The edition was read and compared before.
pub fn load_edition(
    desk: &mut Desk<'_>,
    table: &str,
    from: Day,
    whole: bool,
    content: &str,
    changes: (usize, usize, usize),
) -> Result<(), StoreError> {
    if !tables::put_edition(desk.session, table, &from.to_string(), whole, content)? {
        return Ok(());
    }
    let digest = journal::hex(&Sha256::digest(content.as_bytes()));
    let fact = EditionLoaded {
        table: table.to_owned(),
        from,
        digest,
        changes,
    };
    desk.journal
        .append(desk.now, &format!("codes/{table}"), &fact)
        .map(drop)
}

fn json(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::new(Fault::Other, error.to_string()))
}
