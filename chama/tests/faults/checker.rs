//! A look at the data that does not use the program's own roads: tables against what was printed.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use serde_json::Value as Json;
use store::{Reader, Store, Value};

const PAPERS: &str = "SELECT message, issuer, number, own, edition, digest FROM clearance_paper ORDER BY message, issuer, number, own, edition";
const RECEIPTS: &str =
    "SELECT position, message, key, said FROM clearance_receipt ORDER BY position";
const DECLARATIONS: &str =
    "SELECT issuer, number, state, serial FROM clearance_declaration ORDER BY serial";
const BILLS: &str = "SELECT issuer, number, n FROM clearance_bill ORDER BY issuer, number, n";
const COUNTER: &str = "SELECT value FROM clearance_counter WHERE name = $1";
const ACCOUNTS: &str = "SELECT kind, owner, item, in_posted, in_pending, out_posted, out_pending FROM ledger_account ORDER BY kind, owner, item";

/// Papers by message and key, each with the numbers and contents of its editions.
type Papers = BTreeMap<(String, String), Vec<(i64, Vec<u8>)>>;

/// What stands in a data folder.
#[derive(Debug, PartialEq, Eq)]
pub struct Books {
    /// Its papers.
    pub papers: Papers,
    /// Receipts by position: message, key, status.
    pub receipts: BTreeMap<i64, (String, String, i64)>,
    /// Declarations by order: state.
    pub declarations: BTreeMap<String, i64>,
    /// Accounts with their four sums.
    pub accounts: BTreeMap<String, [i64; 4]>,
}

impl Books {
    /// Reads them, and holds them against each other.
    pub fn of(data: &Path) -> Self {
        let reader = Store::existing(data, &[]).unwrap().reader().unwrap();
        let books = Self {
            papers: papers(&reader),
            receipts: receipts(&reader),
            declarations: declarations(&reader),
            accounts: accounts(&reader),
        };
        books.agree(&reader);
        books
    }

    /// Each paper of a key stands once, each is answered once, each release has one bill.
    fn agree(&self, reader: &Reader) {
        for (key, editions) in &self.papers {
            assert_eq!(editions.len(), 1, "{key:?} stands more than once");
        }
        let counted: Vec<i64> = self.receipts.keys().copied().collect();
        let all: Vec<i64> = (1..=counted.len() as i64).collect();
        assert_eq!(counted, all, "receipts are numbered without gaps");
        let counter = |name| {
            reader
                .session()
                .count(COUNTER, &[Value::Text(name)])
                .unwrap()
        };
        assert_eq!(counter("receipt"), counted.len() as i64);
        assert_eq!(counter("serial"), self.declarations.len() as i64);

        let mut told = BTreeSet::new();
        for (message, key, status) in self.receipts.values() {
            let once = told.insert((message, key, status));
            assert!(once, "{message} {key} was answered {status} twice");
        }
        for (message, key) in self.papers.keys() {
            let answer = (message.parse::<i64>().unwrap() + 1).to_string();
            let answered = self
                .receipts
                .values()
                .any(|(number, of, _)| *number == answer && of == key);
            assert!(answered, "{message} {key} has no receipt");
        }
        let released: Vec<&String> = self
            .declarations
            .iter()
            .filter(|(_, state)| **state == 800)
            .map(|(order, _)| order)
            .collect();
        let bills = reader
            .session()
            .all(BILLS, &[], |row| {
                Ok(format!("{}/{} {}", row.text(0)?, row.text(1)?, row.int(2)?))
            })
            .unwrap();
        let due: Vec<String> = released.iter().map(|order| format!("{order} 0")).collect();
        let (mut bills, mut due) = (bills, due);
        bills.sort();
        due.sort();
        assert_eq!(bills, due, "one bill a release");
    }

    /// Whether everything that a line acknowledged stands here: its paper once, its receipts as told.
    pub fn hold(&self, line: &Json) {
        assert_eq!(line["ok"], true, "{line}");
        let text = |value: &Json| value.as_str().unwrap_or_default().to_owned();
        let key = (text(&line["message"]), text(&line["key"]));
        assert!(
            self.papers.contains_key(&key),
            "{key:?} was acknowledged and is gone"
        );
        for receipt in line["receipts"].as_array().unwrap() {
            let position: i64 = text(&receipt["cursor"]).parse().unwrap();
            let told = (
                text(&receipt["message"]),
                text(&receipt["key"]),
                receipt["status"].as_i64().unwrap(),
            );
            assert_eq!(
                self.receipts.get(&position),
                Some(&told),
                "a receipt that was told is another now"
            );
        }
    }
}

fn papers(reader: &Reader) -> Papers {
    let mut found = Papers::new();
    reader
        .session()
        .each(PAPERS, &[], |row| {
            let (message, own) = (row.text(0)?, row.text(3)?);
            let key = if own.is_empty() {
                format!("{}/{}", row.text(1)?, row.text(2)?)
            } else {
                own
            };
            let edition = (row.int(4)?, row.bytes(5)?);
            found.entry((message, key)).or_default().push(edition);
            Ok(true)
        })
        .unwrap();
    found
}

fn receipts(reader: &Reader) -> BTreeMap<i64, (String, String, i64)> {
    reader
        .session()
        .all(RECEIPTS, &[], |row| {
            let said: Vec<Json> = serde_json::from_str(&row.text(3)?).unwrap();
            let first = row.int(0)? + 1 - said.len() as i64;
            let (message, key) = (row.text(1)?, row.text(2)?);
            let status = |one: &Json| one["status"].as_i64().unwrap();
            let told = said
                .iter()
                .map(|one| (message.clone(), key.clone(), status(one)));
            Ok((first..).zip(told.collect::<Vec<_>>()).collect::<Vec<_>>())
        })
        .unwrap()
        .into_iter()
        .flatten()
        .collect()
}

fn declarations(reader: &Reader) -> BTreeMap<String, i64> {
    reader
        .session()
        .all(DECLARATIONS, &[], |row| {
            Ok((format!("{}/{}", row.text(0)?, row.text(1)?), row.int(2)?))
        })
        .unwrap()
        .into_iter()
        .collect()
}

fn accounts(reader: &Reader) -> BTreeMap<String, [i64; 4]> {
    reader
        .session()
        .all(ACCOUNTS, &[], |row| {
            let name = format!("{} {} {}", row.text(0)?, row.text(1)?, row.text(2)?);
            Ok((name, [row.int(3)?, row.int(4)?, row.int(5)?, row.int(6)?]))
        })
        .unwrap()
        .into_iter()
        .collect()
}
