//! Elements, one a line, two spaces a level.

use super::text;
use crate::{Closing, Envelope, FieldId, Kind, MessageType, Record, Subscription, Transfer};

/// Which elements of a record are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// As the schema has them, as far as the record goes.
    Lawful,
    /// As the record holds them.
    AsHeld,
}

/// Text that grows element by element.
pub(super) struct Elements<'a> {
    out: Vec<u8>,
    prefix: &'a str,
    keep: Keep,
}

impl<'a> Elements<'a> {
    /// Begins a file: `declaration` is what the XML declaration says beyond version and encoding.
    pub(super) fn new(declaration: &str, prefix: &'a str, keep: Keep) -> Self {
        let out = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"{declaration}?>").into_bytes();
        Self { out, prefix, keep }
    }

    pub(super) fn open_root(&mut self, root: &str, attributes: &[(&str, &str)]) {
        self.indent(0);
        self.out.push(b'<');
        self.name(root);
        for (name, value) in attributes {
            self.out.push(b' ');
            self.out.extend_from_slice(name.as_bytes());
            self.out.extend_from_slice(b"=\"");
            text::push_attribute(&mut self.out, value);
            self.out.push(b'"');
        }
        self.out.push(b'>');
    }

    pub(super) fn document(&mut self, record: &Record) {
        let message = record.message();
        self.open_tag(1, &message.node);
        match &message.head {
            Some(head) => {
                self.open_tag(2, head);
                self.values(3, record, 0);
                self.end(2, head);
            }
            None => self.values(2, record, 0),
        }
        if let Some(lines) = &message.lines {
            for item in 1..=record.item_count() {
                self.open_tag(2, &lines.name);
                self.values(3, record, item);
                self.end(2, &lines.name);
            }
        }
        self.end(1, &message.node);
    }

    /// Transfer, subscriptions, extension and signature in the order of the message, then the
    /// end of the root. A signature adds no white space to the text it was made over.
    pub(super) fn close(mut self, message: &MessageType, envelope: &Envelope) -> Vec<u8> {
        let signature = envelope.signature.as_deref().unwrap_or_default();
        if let Some(transfer) = &envelope.transfer {
            self.transfer(transfer);
        }
        for subscription in &envelope.subscriptions {
            self.subscription(subscription);
        }
        if message.closing == Closing::ExtensionLast {
            self.out.extend_from_slice(signature);
        }
        if let Some(extension) = &envelope.extension {
            self.indent(1);
            self.out.extend_from_slice(extension);
        }
        self.indent(0);
        if message.closing != Closing::ExtensionLast {
            self.out.extend_from_slice(signature);
        }
        self.close_tag(&message.root);
        self.out.push(b'\n');
        self.out
    }

    fn transfer(&mut self, transfer: &Transfer) {
        self.open_tag(1, "BaseTransfer");
        self.value(2, "copCode", &transfer.cop_code);
        self.value(2, "copName", &transfer.cop_name);
        self.value(2, "dxpMode", &transfer.dxp_mode);
        self.value(2, "dxpId", &transfer.dxp_id);
        if let Some(note) = &transfer.note {
            self.value(2, "note", note);
        }
        self.end(1, "BaseTransfer");
    }

    fn subscription(&mut self, subscription: &Subscription) {
        self.open_tag(1, "BaseSubscribe");
        self.value(2, "status", &subscription.status);
        self.value(2, "dxpMode", &subscription.dxp_mode);
        self.value(2, "dxpAddress", &subscription.dxp_address);
        if let Some(note) = &subscription.note {
            self.value(2, "note", note);
        }
        self.end(1, "BaseSubscribe");
    }

    /// The values of the head (0) or of one line.
    fn values(&mut self, level: usize, record: &Record, item: u32) {
        let message = record.message();
        if self.keep == Keep::AsHeld {
            for entry in record.part(item) {
                let field = message.row(FieldId(entry.field));
                self.field(level, &field.name, field.kind, record.text_of(entry));
            }
            return;
        }
        let place = Record::place_of(item);
        for (id, field) in message.part(place) {
            let held = record.find(item, id).map(|entry| record.text_of(entry));
            let wanted = match held {
                Some("") => field.is_mandatory() || field.kind.may_be_empty(),
                Some(_) => true,
                None => field.is_mandatory() && field.kind.may_be_empty(),
            };
            if wanted {
                self.field(level, &field.name, field.kind, held.unwrap_or_default());
            }
        }
    }

    fn field(&mut self, level: usize, name: &str, kind: Kind, value: &str) {
        // Text without end is another message's text, which the sender puts into CDATA.
        if let Kind::Text { most: None, .. } = kind {
            self.open_tag(level, name);
            text::push_cdata(&mut self.out, value);
            self.close_tag(name);
        } else {
            self.value(level, name, value);
        }
    }

    fn value(&mut self, level: usize, name: &str, value: &str) {
        self.open_tag(level, name);
        text::push(&mut self.out, value);
        self.close_tag(name);
    }

    fn end(&mut self, level: usize, name: &str) {
        self.indent(level);
        self.close_tag(name);
    }

    fn open_tag(&mut self, level: usize, name: &str) {
        self.indent(level);
        self.out.push(b'<');
        self.name(name);
        self.out.push(b'>');
    }

    fn close_tag(&mut self, name: &str) {
        self.out.extend_from_slice(b"</");
        self.name(name);
        self.out.push(b'>');
    }

    fn name(&mut self, name: &str) {
        if !self.prefix.is_empty() {
            self.out.extend_from_slice(self.prefix.as_bytes());
            self.out.push(b':');
        }
        self.out.extend_from_slice(name.as_bytes());
    }

    fn indent(&mut self, level: usize) {
        self.out.push(b'\n');
        self.out.resize(self.out.len() + 2 * level, b' ');
    }
}
