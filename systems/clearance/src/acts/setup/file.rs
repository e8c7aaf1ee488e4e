//! A setup file: what it holds, and what is wrong with it whatever stands in the zone.

use std::collections::{BTreeMap, BTreeSet};

use identity::Role;
use serde::{Deserialize, Serialize};
use toml::{Spanned, de::DeTable};
use values::{Day, Fen, Finding, Price, Rate};

use super::shape::{self, VALUE, allowed, line_at};
use crate::{
    acts::judge::DOLLAR,
    decide::Mode,
    model::{self, BookItem},
    store::{Split, Watch},
};

/// Nothing stands where something has to.
const EMPTY: &str = "setup.empty";
/// The entry stands in the file already.
const TWICE: &str = "setup.twice";
/// The text is no TOML.
const UNREAD: &str = "setup.file";
/// The parts of a split payment are not the payment.
const SPLIT_SUM: &str = "setup.split-sum";

/// A setup file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Setup {
    pub(super) firm: Vec<Spanned<Firm>>,
    pub(super) site: Vec<Spanned<SiteFiled>>,
    pub(super) book: Vec<Spanned<Book>>,
    pub(super) guarantee: Vec<Spanned<Guarantee>>,
    pub(super) settings: BTreeMap<String, Spanned<String>>,
    pub(super) watch: Vec<Spanned<Watch>>,
    pub(super) split: Vec<Spanned<Split>>,
    /// The file itself: findings name its lines.
    #[serde(skip)]
    text: String,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Firm {
    #[serde(deserialize_with = "model::code")]
    pub code: String,
    pub name: String,
    pub roles: Vec<String>,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SiteFiled {
    #[serde(deserialize_with = "model::code")]
    pub customs: String,
    #[serde(default)]
    pub name: String,
    #[serde(deserialize_with = "model::code")]
    pub operator: String,
    pub modes: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Book {
    #[serde(deserialize_with = "model::code")]
    pub number: String,
    #[serde(deserialize_with = "model::code")]
    pub holder: String,
    #[serde(default)]
    pub item: Vec<Spanned<BookItem>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Guarantee {
    #[serde(deserialize_with = "model::code")]
    pub firm: String,
    pub amount: Fen,
}

/// An entry of the file: its table, its key, and the byte it begins at.
#[derive(Clone, Copy)]
pub(super) struct Entry<'e> {
    table: &'static str,
    pub key: &'e str,
    start: usize,
}

impl<'e> Entry<'e> {
    pub fn new<T>(table: &'static str, key: &'e str, of: &Spanned<T>) -> Self {
        let start = of.span().start;
        Self { table, key, start }
    }
}

/// What a split payment is filed under.
pub(super) fn split_key(split: &Split) -> String {
    format!("{}/{}", split.firm, split.payment)
}

/// What a watch is filed under.
pub(super) fn watch_key(watch: &Watch) -> String {
    let any = |text: &Option<String>| text.clone().unwrap_or_else(|| "*".to_owned());
    format!("{}:{}", any(&watch.hs), any(&watch.firm))
}

impl Setup {
    /// Reads a file; every fault with its line.
    pub fn read(text: &str) -> Result<Self, Vec<Finding>> {
        let (mut file, errors) = DeTable::parse_recoverable(text);
        let mut faults = unread(text, &errors);
        let broken: BTreeSet<_> = faults.iter().map(|one| one.paper.line).collect();
        let shape = shape::faults(text, file.get_mut());
        // What is not understood may be what seems to be missing.
        let whole = |one: &Finding| broken.is_empty() || one.code != "setup.missing";
        faults.extend(
            shape
                .into_iter()
                .filter(|one| whole(one) && !broken.contains(&one.paper.line)),
        );
        match Self::deserialize(toml::Deserializer::from(file)) {
            Ok(setup) => {
                let setup = Self {
                    text: text.to_owned(),
                    ..setup
                };
                faults.extend(setup.faults());
                faults.extend(setup.repeats());
                if faults.is_empty() {
                    return Ok(setup);
                }
            }
            Err(error) if faults.is_empty() => faults = unread(text, &[error]),
            Err(_) => {}
        }
        faults.sort_by_key(|one| one.paper.line);
        Err(faults)
    }

    /// A finding about a field of an entry, on the line it is written on, else that of the entry.
    pub(super) fn refuse(&self, code: &'static str, entry: Entry<'_>, field: &str) -> Finding {
        let first = line_at(&self.text, entry.start);
        let body = self.text.lines().skip(first as usize);
        let written = body
            .take_while(|line| !line.trim_start().starts_with('['))
            .position(|line| {
                let rest = line.trim_start().strip_prefix(field);
                rest.is_some_and(|rest| rest.trim_start().starts_with('='))
            })
            .and_then(|after| u32::try_from(after).ok());
        Finding::refused(code)
            .at(format!("{}.{field}", entry.table))
            .line(written.map_or(first, |after| first + 1 + after))
            .with("table", entry.table)
            .with("key", entry.key)
    }

    fn faults(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut check = |sound: bool, code, entry: Entry<'_>, field: &str, seen: &str| {
            if sound {
                return;
            }
            let mut finding = self.refuse(code, entry, field).saw(seen);
            if code == VALUE {
                let (kind, want) = allowed(field);
                finding = finding.with("kind", kind);
                if let Some(want) = want {
                    finding = finding.wants(want);
                }
            }
            found.push(finding);
        };
        let told = |text: &str| !text.trim().is_empty();
        for one in &self.firm {
            let firm = one.get_ref();
            let entry = Entry::new("firm", &firm.code, one);
            check(is_firm(&firm.code), VALUE, entry, "code", &firm.code);
            check(told(&firm.name), EMPTY, entry, "name", &firm.name);
            check(!firm.roles.is_empty(), EMPTY, entry, "roles", "[]");
            for role in &firm.roles {
                check(Role::named(role).is_some(), VALUE, entry, "roles", role);
            }
        }
        for one in &self.site {
            let site = one.get_ref();
            let entry = Entry::new("site", &site.customs, one);
            check(told(&site.customs), EMPTY, entry, "customs", &site.customs);
            check(!site.modes.is_empty(), EMPTY, entry, "modes", "[]");
            for mode in &site.modes {
                check(mode.parse::<Mode>().is_ok(), VALUE, entry, "modes", mode);
            }
        }
        for one in &self.book {
            let book = one.get_ref();
            let entry = Entry::new("book", &book.number, one);
            check(told(&book.number), EMPTY, entry, "number", &book.number);
            // Items are filed under book/record.
            let number = !book.number.contains('/');
            check(number, VALUE, entry, "number", &book.number);
            for one in &book.item {
                let item = one.get_ref();
                let key = format!("{}/{}", book.number, item.record);
                let entry = Entry::new("book.item", &key, one);
                let hs = item.hs.len() == 10 && item.hs.bytes().all(|sign| sign.is_ascii_digit());
                check(told(&item.record), EMPTY, entry, "record", &item.record);
                check(hs, VALUE, entry, "hs", &item.hs);
                let stock = item.stock.to_string();
                check(item.stock.0 >= 0, VALUE, entry, "stock", &stock);
            }
        }
        for one in &self.guarantee {
            let guarantee = one.get_ref();
            let entry = Entry::new("guarantee", &guarantee.firm, one);
            let amount = guarantee.amount.to_string();
            check(guarantee.amount.0 >= 0, VALUE, entry, "amount", &amount);
        }
        for one in &self.watch {
            let Watch { hs, firm, rate } = one.get_ref().clone();
            let key = watch_key(one.get_ref());
            let entry = Entry::new("watch", &key, one);
            // Of all goods of all firms there is a setting for.
            let some = hs.is_some() || firm.is_some();
            check(some, EMPTY, entry, "hs", "");
            let hs = hs.unwrap_or_else(|| "00".to_owned());
            let begins =
                (2..=10).contains(&hs.len()) && hs.bytes().all(|sign| sign.is_ascii_digit());
            check(begins, VALUE, entry, "hs", &hs);
            check(is_share(rate), VALUE, entry, "rate", &rate.to_string());
        }
        for one in &self.split {
            let split = one.get_ref();
            let key = split_key(split);
            let entry = Entry::new("split", &key, one);
            check(
                told(&split.payment),
                EMPTY,
                entry,
                "payment",
                &split.payment,
            );
            check(!split.orders.is_empty(), EMPTY, entry, "order", "[]");
            for part in &split.orders {
                let amount = part.amount.to_string();
                check(part.amount.0 > 0, VALUE, entry, "order.amount", &amount);
            }
        }
        for (name, one) in &self.settings {
            let value = one.get_ref();
            let sound = is_setting(name, value);
            check(sound, VALUE, Entry::new("settings", name, one), name, value);
        }
        for one in &self.split {
            let split = one.get_ref();
            // Wider than an amount: the sum of many may be none.
            let sum: i128 = split
                .orders
                .iter()
                .map(|part| i128::from(part.amount.0))
                .sum();
            if sum != i128::from(split.total.0) && !split.orders.is_empty() {
                let seen =
                    i64::try_from(sum).map_or_else(|_| sum.to_string(), |sum| Fen(sum).to_string());
                let key = split_key(split);
                let entry = Entry::new("split", &key, one);
                let finding = self.refuse(SPLIT_SUM, entry, "total").saw(seen);
                found.push(finding.wants(split.total));
            }
        }
        found
    }

    /// Entries and parts of entries that are in the file twice: which of them counts, nobody knows.
    fn repeats(&self) -> Vec<Finding> {
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        let mut once = |entry: Entry<'_>, field: &str, key: &str| {
            if !seen.insert((entry.table, field.to_owned(), key.to_owned())) {
                found.push(self.refuse(TWICE, entry, field).saw(key));
            }
        };
        for one in &self.firm {
            let code = &one.get_ref().code;
            once(Entry::new("firm", code, one), "code", code);
        }
        for one in &self.site {
            let customs = &one.get_ref().customs;
            once(Entry::new("site", customs, one), "customs", customs);
        }
        for one in &self.book {
            let book = one.get_ref();
            once(
                Entry::new("book", &book.number, one),
                "number",
                &book.number,
            );
            for one in &book.item {
                let key = format!("{}/{}", book.number, one.get_ref().record);
                once(Entry::new("book.item", &key, one), "record", &key);
            }
        }
        for one in &self.guarantee {
            let firm = &one.get_ref().firm;
            once(Entry::new("guarantee", firm, one), "firm", firm);
        }
        for one in &self.watch {
            let key = watch_key(one.get_ref());
            once(Entry::new("watch", &key, one), "hs", &key);
        }
        for one in &self.split {
            let split = one.get_ref();
            let key = split_key(split);
            let entry = Entry::new("split", &key, one);
            once(entry, "payment", &key);
            for part in &split.orders {
                let order = format!("{key} {}/{}", part.platform, part.number);
                once(entry, "order", &order);
            }
        }
        found
    }
}

/// Lines that are no TOML, each once.
fn unread(text: &str, errors: &[toml::de::Error]) -> Vec<Finding> {
    let lines: BTreeSet<u32> = errors
        .iter()
        .map(|error| error.span().map_or(1, |span| line_at(text, span.start)))
        .collect();
    let quoted = |line: u32| text.lines().nth(line as usize - 1).unwrap_or_default();
    let lines = lines.into_iter();
    lines
        .map(|line| {
            Finding::refused(UNREAD)
                .at("file")
                .line(line)
                .saw(quoted(line).trim())
        })
        .collect()
}

/// The credit code, or customs' ten characters.
fn is_firm(code: &str) -> bool {
    match code.len() {
        18 => values::identifiers::check("uscc", code).is_ok(),
        10 => code.bytes().all(|sign| sign.is_ascii_alphanumeric()),
        _ => false,
    }
}

fn is_share(rate: Rate) -> bool {
    (0..=Rate::SCALE).contains(&rate.0)
}

fn is_setting(name: &str, value: &str) -> bool {
    match name {
        "signature.require" => matches!(value, "off" | "declared" | "schema"),
        "inspection.random" => value.parse().is_ok_and(is_share),
        _ => name.strip_prefix(DOLLAR).is_some_and(|month| {
            format!("{month}-01").parse::<Day>().is_ok()
                && value.parse::<Price>().is_ok_and(|rate| rate.0 > 0)
        }),
    }
}
