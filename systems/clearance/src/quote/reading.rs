//! An object read key by key, with every fault at its place.

use values::{Day, Fen, Finding, Quantity};

use super::json::Node;
use crate::decide::codes::REQUEST_INVALID;

/// An object of the request; `path` is its JSON pointer.
pub(super) struct Reading<'a, 'f> {
    path: String,
    /// The goods line it belongs to, from 1.
    item: Option<u32>,
    known: &'static [&'static str],
    rows: Vec<(&'a str, &'a Node)>,
    faults: &'f mut Vec<Finding>,
}

/// What a key takes, as told to the caller. The same in every language.
pub(super) const AMOUNT: &str = "\"0.00\"";

impl<'a, 'f> Reading<'a, 'f> {
    /// Takes `node` as an object with no other keys than `known`.
    pub(super) fn object(
        path: String,
        item: Option<u32>,
        node: &'a Node,
        known: &'static [&'static str],
        faults: &'f mut Vec<Finding>,
    ) -> Option<Self> {
        let Node::Object(rows) = node else {
            faults.push(fault("type", &path, item).saw(node.kind()).wants("{…}"));
            return None;
        };
        let mut reading = Self {
            path,
            item,
            known,
            rows: Vec::with_capacity(rows.len()),
            faults,
        };
        for (key, node) in rows {
            if !reading.known.contains(&key.as_str()) {
                let finding = reading
                    .fault("unknown", key)
                    .wants(reading.known.join(", "));
                reading.faults.push(finding);
            } else if reading.rows.iter().any(|(other, _)| other == key) {
                let finding = reading.fault("repeated", key);
                reading.faults.push(finding);
            } else {
                reading.rows.push((key, node));
            }
        }
        Some(reading)
    }

    pub(super) fn path(&self, key: &str) -> String {
        format!(
            "{}/{}",
            self.path,
            key.replace('~', "~0").replace('/', "~1")
        )
    }

    pub(super) fn faults(&mut self) -> &mut Vec<Finding> {
        self.faults
    }

    pub(super) fn node(&self, key: &str) -> Option<&'a Node> {
        self.rows
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, node)| *node)
    }

    fn fault(&self, problem: &'static str, key: &str) -> Finding {
        fault(problem, &self.path(key), self.item)
    }

    /// Notes that the value is not one of those wanted.
    pub(super) fn bad(&mut self, key: &str, seen: impl ToString, wanted: &str) {
        let finding = self.fault("value", key).saw(seen).wants(wanted);
        self.faults.push(finding);
    }

    /// Notes that the key is not there.
    pub(super) fn missing(&mut self, key: &str, wanted: &str) {
        let finding = self.fault("missing", key).wants(wanted);
        self.faults.push(finding);
    }

    fn mistyped(&mut self, key: &str, node: &Node, wanted: &str) {
        let finding = self.fault("type", key).saw(node.kind()).wants(wanted);
        self.faults.push(finding);
    }

    /// A text that may be absent.
    pub(super) fn text_if(&mut self, key: &str, wanted: &str) -> Option<&'a str> {
        match self.node(key)? {
            Node::Text(text) => Some(text),
            node => {
                self.mistyped(key, node, wanted);
                None
            }
        }
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, key: &str, wanted: &str) -> Option<&'a str> {
        if self.node(key).is_none() {
            self.missing(key, wanted);
        }
        self.text_if(key, wanted)
    }

    pub(super) fn flag_if(&mut self, key: &str) -> Option<bool> {
        match self.node(key)? {
            Node::Flag(flag) => Some(*flag),
            node => {
                self.mistyped(key, node, "true, false");
                None
            }
        }
    }

    /// A whole number above zero that may be absent.
    pub(super) fn count_if(&mut self, key: &str) -> Option<u32> {
        let node = self.node(key)?;
        let Node::Count(count) = node else {
            self.mistyped(key, node, "1, 2, 3 …");
            return None;
        };
        let count = u32::try_from(*count).ok().filter(|count| *count > 0);
        if count.is_none() {
            self.bad(key, "0", "1, 2, 3 …");
        }
        count
    }

    /// A number as text that may be absent; `fits` says whether its size is right.
    pub(super) fn number_if<T: std::str::FromStr + Copy>(
        &mut self,
        key: &str,
        wanted: &str,
        fits: impl Fn(T) -> bool,
    ) -> Option<T> {
        let text = self.text_if(key, wanted)?;
        let number = text.parse().ok().filter(|number| fits(*number));
        if number.is_none() {
            self.bad(key, text, wanted);
        }
        number
    }

    /// A number as text that must be there.
    pub(super) fn number<T: std::str::FromStr + Copy>(
        &mut self,
        key: &str,
        wanted: &str,
        fits: impl Fn(T) -> bool,
    ) -> Option<T> {
        if self.node(key).is_none() {
            self.missing(key, wanted);
        }
        self.number_if(key, wanted, fits)
    }

    /// Yuan, not below zero; none where absent.
    pub(super) fn amount_if(&mut self, key: &str) -> Option<Fen> {
        self.number_if(key, AMOUNT, |amount: Fen| amount.0 >= 0)
    }

    /// A quantity above zero; none where absent.
    pub(super) fn quantity_if(&mut self, key: &str) -> Option<Quantity> {
        self.number_if(key, "> \"0\"", |quantity: Quantity| quantity.0 > 0)
    }

    /// A day written `2026-10-05`.
    pub(super) fn day(&mut self, key: &str) -> Option<Day> {
        let wanted = "YYYY-MM-DD";
        let text = self.text(key, wanted)?;
        let day = text.parse().ok().filter(|_| text.len() == wanted.len());
        if day.is_none() {
            self.bad(key, text, wanted);
        }
        day
    }
}

/// A fault of the request: `problem` is one of json, missing, unknown, repeated, type, value.
pub(super) fn fault(problem: &'static str, path: &str, item: Option<u32>) -> Finding {
    let path = if path.is_empty() { "/" } else { path }; // the request as a whole
    let finding = Finding::refused(REQUEST_INVALID)
        .at(path.to_owned())
        .with("problem", problem);
    match item {
        Some(item) => finding.item(item),
        None => finding,
    }
}
