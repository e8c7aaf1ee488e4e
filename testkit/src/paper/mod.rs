//! One paper, any field of it settable by name.

mod shapes;
mod xml;

use std::borrow::Cow;

pub use shapes::Shape;
pub(crate) use shapes::{
    ARRIVAL, DECLARATION, ORDER, PAYMENT, RETURN, STATUS, WAYBILL, WITHDRAWAL,
};
pub use xml::batch;
pub(crate) use xml::{GUID_OF_CONTENT, document, guid, message};

use crate::cast::{Firm, Person};

type Name = Cow<'static, str>;

/// Fields of a head or of a line, in the order they are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Block(Vec<(Name, String)>);

impl Block {
    /// A block with these fields; the caller keeps the order of the wire.
    pub(crate) fn of(fields: Vec<(&'static str, String)>) -> Self {
        Self(
            fields
                .into_iter()
                .map(|(name, value)| (name.into(), value))
                .collect(),
        )
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// Names and values as they will be written.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_ref(), value.as_str()))
    }

    fn set(&mut self, order: &[&'static str], name: &'static str, value: String) {
        if let Some((_, old)) = self.0.iter_mut().find(|(known, _)| known == name) {
            *old = value;
            return;
        }
        let rank = |name: &str| order.iter().position(|known| *known == name);
        let place = self
            .0
            .iter()
            .position(|(known, _)| rank(known) > rank(name));
        self.0
            .insert(place.unwrap_or(self.0.len()), (name.into(), value));
    }

    fn position(&self, name: &str) -> usize {
        self.0
            .iter()
            .position(|(known, _)| known == name)
            .unwrap_or_else(|| panic!("this paper holds no {name}"))
    }
}

/// A document of one message type with the firm that sends it.
///
/// [`set`](Self::set) and its kin act on the head, after [`line`](Self::line) on that goods
/// line, after [`head`](Self::head) on the head again:
///
/// ```
/// let xml = testkit::order()
///     .set("consigneeTelephone", "13800000009")
///     .line(1).set("qty", "3")
///     .head().drop("batchNumbers")
///     .xml();
/// ```
///
/// A name that the message type does not know is a mistake of the caller and panics;
/// [`push`](Self::push) is the way to write what the schema forbids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    shape: &'static Shape,
    sender: Firm,
    head: Block,
    lines: Vec<Block>,
    at_line: Option<usize>,
}

impl Paper {
    pub(crate) fn new(shape: &'static Shape, sender: Firm, head: Block, lines: Vec<Block>) -> Self {
        Self {
            shape,
            sender,
            head,
            lines,
            at_line: None,
        }
    }

    /// Its message type.
    #[must_use]
    pub fn shape(&self) -> &'static Shape {
        self.shape
    }

    /// Who sends it.
    #[must_use]
    pub fn sender(&self) -> Firm {
        self.sender
    }

    /// Sent by another firm; the fields stay.
    #[must_use]
    pub fn sent_by(mut self, sender: Firm) -> Self {
        self.sender = sender;
        self
    }

    /// The business key, its parts joined by `/`.
    #[must_use]
    pub fn key(&self) -> String {
        let parts: Vec<_> = self
            .shape
            .key
            .iter()
            .map(|name| self.head.get(name).unwrap_or_default())
            .collect();
        parts.join("/")
    }

    /// The value of a field of the head; `None` when it is not written.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.head.get(name)
    }

    /// The goods lines.
    #[must_use]
    pub fn lines(&self) -> &[Block] {
        &self.lines
    }

    /// What follows acts on that line, from 1.
    #[must_use]
    pub fn line(mut self, number: usize) -> Self {
        assert!(
            (1..=self.lines.len()).contains(&number),
            "this paper has no line {number}"
        );
        self.at_line = Some(number - 1);
        self
    }

    /// What follows acts on the head.
    #[must_use]
    pub fn head(mut self) -> Self {
        self.at_line = None;
        self
    }

    /// Writes that field with that value, at its place in the schema.
    #[must_use]
    pub fn set(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let order = self.known(name);
        self.block().set(order, name, value.into());
        self
    }

    /// Leaves that field out.
    #[must_use]
    pub fn drop(mut self, name: &'static str) -> Self {
        self.known(name);
        self.block().0.retain(|(known, _)| known != name);
        self
    }

    /// Adds an element at the end, known or not: what a sender of a wrong message does.
    #[must_use]
    pub fn push(mut self, name: impl Into<Name>, value: impl Into<String>) -> Self {
        self.block().0.push((name.into(), value.into()));
        self
    }

    /// Writes two fields in each other's place.
    #[must_use]
    pub fn swap(mut self, one: &str, other: &str) -> Self {
        let block = self.block();
        let places = (block.position(one), block.position(other));
        block.0.swap(places.0, places.1);
        self
    }

    /// Adds a copy of the last line under the next number.
    #[must_use]
    pub fn another_line(mut self) -> Self {
        let last = self
            .lines
            .last()
            .cloned()
            .expect("a paper with lines has at least one");
        self.lines.push(last);
        let number = self.lines.len();
        self.line(number).set("gnum", number.to_string())
    }

    /// Order number.
    #[must_use]
    pub fn no(self, number: impl Into<String>) -> Self {
        self.head().set("orderNo", number)
    }

    /// The sum paid: `acturalPaid` of an order, `amountPaid` of a payment.
    #[must_use]
    pub fn paid(self, amount: impl Into<String>) -> Self {
        let field = if self.shape == &PAYMENT {
            "amountPaid"
        } else {
            "acturalPaid"
        };
        self.head().set(field, amount)
    }

    /// Bought by that person; of a payment: paid by.
    #[must_use]
    pub fn buyer(self, person: &Person) -> Self {
        let (name, id, phone) = if self.shape == &PAYMENT {
            ("payerName", "payerIdNumber", "telephone")
        } else {
            ("buyerName", "buyerIdNumber", "buyerTelephone")
        };
        self.head()
            .set(name, &person.name)
            .set(id, &person.id)
            .set(phone, &person.phone)
    }

    /// Goes to that person; a list knows the address only.
    #[must_use]
    pub fn consignee(self, person: &Person) -> Self {
        let paper = self.head().set("consigneeAddress", &person.address);
        if paper.shape == &DECLARATION {
            return paper;
        }
        paper
            .set("consignee", &person.name)
            .set("consigneeTelephone", &person.phone)
    }

    /// Sent at that time, `yyyyMMddHHmmss`.
    #[must_use]
    pub fn at(self, time: impl Into<String>) -> Self {
        self.head().set("appTime", time)
    }

    /// A correction of what was sent before.
    #[must_use]
    pub fn change(self) -> Self {
        self.head().set("appType", "2")
    }

    /// A message with this document alone.
    #[must_use]
    pub fn xml(&self) -> String {
        batch(std::slice::from_ref(self))
    }

    pub(crate) fn add_line(&mut self, line: Block) {
        self.lines.push(line);
    }

    fn known(&self, name: &str) -> &'static [&'static str] {
        let order = match self.at_line {
            Some(_) => self.shape.line_fields,
            None => self.shape.head_fields,
        };
        assert!(
            order.contains(&name),
            "message {} knows no {name} there",
            self.shape.number
        );
        order
    }

    fn block(&mut self) -> &mut Block {
        match self.at_line {
            Some(line) => &mut self.lines[line],
            None => &mut self.head,
        }
    }
}

/// What every head begins with: a new paper, declared at that time.
pub(crate) fn opening(at: &str) -> Vec<(&'static str, String)> {
    vec![
        ("guid", GUID_OF_CONTENT.into()),
        ("appType", "1".into()),
        ("appTime", at.into()),
        ("appStatus", "2".into()),
    ]
}

/// Those fields of a paper's head, for another paper that repeats them.
pub(crate) fn copied(paper: &Paper, names: &[&'static str]) -> Vec<(&'static str, String)> {
    let value = |name| paper.get(name).unwrap_or_default().to_owned();
    names.iter().map(|name| (*name, value(name))).collect()
}
