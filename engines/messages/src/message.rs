//! A message type: its table of fields and what stands around it.

use values::Day;

use crate::{Bilingual, Field, FieldId, Need, Number, Place, names::Names};

/// Into the country, or out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Into the country.
    Import,
    /// Out of it.
    Export,
}

/// Who may send a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The trading platform.
    Platform,
    /// The seller.
    Seller,
    /// The payment firm.
    Payment,
    /// The carrier.
    Carrier,
    /// The broker who declares.
    Agent,
    /// The operator of the supervised site.
    Operator,
    /// Customs, or the electronic port for them.
    Customs,
}

/// The repeated part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    /// Its element, `OrderList`.
    pub name: Box<str>,
    /// Fewest lines.
    pub least: u32,
    /// Most lines; `None` without end.
    pub most: Option<u32>,
}

/// In which order a message ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// `ExtendMessage`, then `Signature`: imports.
    SignatureLast,
    /// `Signature`, then `ExtendMessage`: exports.
    ExtensionLast,
    /// Nothing but documents: what customs send.
    Bare,
}

/// A message type in one edition.
#[derive(Debug, Clone)]
pub struct MessageType {
    /// `311`.
    pub number: Number,
    /// `202205`.
    pub edition: Box<str>,
    /// The first day this edition counts.
    pub from: Day,
    /// What it is called.
    pub title: Bilingual,
    /// Import or export.
    pub direction: Direction,
    /// Who sends it.
    pub senders: Vec<Role>,
    /// The root element, `CEB311Message`.
    pub root: Box<str>,
    /// The element of one document, `Order`.
    pub node: Box<str>,
    /// The element of the head, `OrderHead`; `None` where the document itself holds the fields.
    pub head: Option<Box<str>>,
    /// The repeated part, where there is one.
    pub lines: Option<Lines>,
    /// Most documents a message; `None` without end.
    pub documents: Option<u32>,
    /// How a message ends.
    pub closing: Closing,
    /// Whether the schema wants a signature; `None` where none may stand.
    pub signature: Option<Need>,
    /// The fields that name a document among its like.
    pub key: Vec<FieldId>,
    /// The message that answers it.
    pub receipt: Option<Number>,
    /// The table: the head's fields in wire order, then the lines'.
    pub fields: Vec<Field>,
    pub(crate) heads: u16,
    /// Ids by name, head and lines apart.
    pub(crate) by_name: [Names; 2],
}

impl MessageType {
    /// The row of that id. Ids come from this type alone; any other is a fault of the caller.
    #[must_use]
    pub fn row(&self, id: FieldId) -> &Field {
        &self.fields[usize::from(id.0)]
    }

    /// The head field of that name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<FieldId> {
        self.named(Place::Head, name)
    }

    /// The line field of that name.
    #[must_use]
    pub fn line_field(&self, name: &str) -> Option<FieldId> {
        self.named(Place::Line, name)
    }

    /// The rows of one part with their ids, in wire order.
    pub fn part(
        &self,
        place: Place,
    ) -> impl DoubleEndedIterator<Item = (FieldId, &Field)> + ExactSizeIterator {
        let range = self.range(place);
        (range.start..range.end).map(|at| (FieldId(at), &self.fields[usize::from(at)]))
    }

    /// Whether customs send it: then it has no transfer block and no signature.
    #[must_use]
    pub fn is_from_customs(&self) -> bool {
        self.closing == Closing::Bare
    }

    pub(crate) fn range(&self, place: Place) -> std::ops::Range<u16> {
        let all =
            u16::try_from(self.fields.len()).expect("the loader refuses more than 65,535 rows");
        match place {
            Place::Head => 0..self.heads,
            Place::Line => self.heads..all,
        }
    }

    pub(crate) fn named(&self, place: Place, name: &str) -> Option<FieldId> {
        self.by_name[place as usize].find(&self.fields, name)
    }
}
