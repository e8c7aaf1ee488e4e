//! Order and empty elements.

use super::{EMPTY, ORDER, Work, tree::Node};
use crate::{Closing, Kind, MessageType, Place};

const TRANSFER: [&str; 5] = ["copCode", "copName", "dxpMode", "dxpId", "note"];
const SUBSCRIBE: [&str; 4] = ["status", "dxpMode", "dxpAddress", "note"];
const EXTENSION: [&str; 3] = ["name", "version", "Message"];

impl Work<'_> {
    /// Puts the whole message into order, and marks what the table knows.
    pub(super) fn order(&mut self, root: &mut Node<'_>, message: &MessageType) {
        root.known = true;
        for child in root.children.iter_mut().filter(|child| child.is_ours()) {
            match child.local {
                name if *name == *message.node => self.document(child, message),
                "BaseTransfer" => self.block(child, &TRANSFER),
                "BaseSubscribe" => self.block(child, &SUBSCRIBE),
                "ExtendMessage" => self.block(child, &EXTENSION),
                _ => {}
            }
        }
        let names: [&str; 4] = match message.closing {
            Closing::ExtensionLast => [
                "BaseTransfer",
                "BaseSubscribe",
                "Signature",
                "ExtendMessage",
            ],
            Closing::SignatureLast => [
                "BaseTransfer",
                "BaseSubscribe",
                "ExtendMessage",
                "Signature",
            ],
            Closing::Bare => [""; 4],
        };
        self.sort(root, |child| {
            // A signature stands in a namespace of its own.
            let ours = child.is_ours() || child.is_signature();
            if ours && *child.local == *message.node {
                return Some(0);
            }
            let at = names.iter().position(|name| *name == child.local)?;
            ours.then_some(at + 1)
        });
    }

    fn document(&mut self, node: &mut Node<'_>, message: &MessageType) {
        let Some(head) = &message.head else {
            return self.part(node, message, Place::Head);
        };
        let line = message.lines.as_ref().map(|lines| &*lines.name);
        for child in node.children.iter_mut().filter(|child| child.is_ours()) {
            if *child.local == **head {
                self.part(child, message, Place::Head);
            } else if Some(child.local) == line {
                self.part(child, message, Place::Line);
            }
        }
        self.sort(node, |child| {
            let parts = [Some(&**head), line];
            let at = parts.iter().position(|name| *name == Some(child.local));
            at.filter(|_| child.is_ours())
        });
    }

    /// The fields of a head or of a line.
    fn part(&mut self, node: &mut Node<'_>, message: &MessageType, place: Place) {
        let mut kept: Vec<Node<'_>> = Vec::with_capacity(node.children.len());
        // What stood before an element that went, when it is more than white space.
        let mut carried = String::new();
        for mut child in std::mem::take(&mut node.children) {
            let field = message
                .named(place, child.local)
                .filter(|_| child.is_ours());
            let field = field.map(|id| message.row(id));
            let goes = field.is_some_and(|field| {
                !field.is_mandatory() && !field.kind.may_be_empty() && is_empty(&child, field.kind)
            });
            if goes {
                self.change(EMPTY, child.local, child.line);
                if !child.before.trim_ascii().is_empty() {
                    carried.push_str(&child.before);
                }
                continue;
            }
            if !carried.is_empty() {
                child.before = (std::mem::take(&mut carried) + &child.before).into();
            }
            kept.push(child);
        }
        if !carried.is_empty() {
            node.after = (carried + &node.after).into();
        }
        node.children = kept;
        self.sort(node, |child| {
            let id = message.named(place, child.local)?;
            child.is_ours().then_some(usize::from(id.0))
        });
    }

    fn block(&mut self, node: &mut Node<'_>, names: &[&str]) {
        self.sort(node, |child| {
            let at = names.iter().position(|name| *name == child.local)?;
            child.is_ours().then_some(at)
        });
    }

    /// Puts the children into the order of their ranks, each with what stands before it. A child
    /// without rank is unknown and stays behind the one it follows.
    fn sort(&mut self, node: &mut Node<'_>, rank: impl Fn(&Node<'_>) -> Option<usize>) {
        // Unknown children at the beginning stay there.
        let mut last = 0;
        let mut highest = 0;
        let mut first_out = None;
        let mut ranks = Vec::with_capacity(node.children.len());
        for child in &mut node.children {
            match rank(child) {
                Some(at) => {
                    child.known = true;
                    last = at + 1;
                    if last < highest && first_out.is_none() {
                        first_out = Some((child.local, child.line));
                    }
                    highest = highest.max(last);
                }
                None => self.unknown(child),
            }
            ranks.push(last);
        }
        let Some((field, line)) = first_out else {
            return;
        };
        self.change(ORDER, field, line);
        let children = std::mem::take(&mut node.children);
        let mut ranked: Vec<_> = ranks.into_iter().zip(children).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        node.children = ranked.into_iter().map(|(_, child)| child).collect();
    }
}

/// Whether an element holds nothing. Blanks are nothing in a number, by the schema's own rule.
fn is_empty(node: &Node<'_>, kind: Kind) -> bool {
    let text = match kind {
        Kind::Decimal { .. } => node.after.trim_ascii(),
        Kind::Text { .. } => &node.after,
    };
    let silent = |key: &str| key.starts_with("xmlns") || key.starts_with("xsi:");
    text.is_empty()
        && node.children.is_empty()
        && node.attributes().iter().all(|found| silent(found.key))
}
