//! Prefixes: elements without a namespace are put into customs'.

use super::{
    PREFIX, Work,
    tree::{Node, Space, space},
};
use crate::{Closing, MessageType, decode::CEB};

/// How a message says its namespace.
#[derive(Clone, Copy)]
struct Style {
    prefix: &'static str,
    declaration: &'static str,
}

impl Work<'_> {
    /// Gives every known element customs' namespace where one of them lacks it: under `ceb:` in
    /// what firms send, as default namespace in what customs send.
    pub(super) fn prefix(&mut self, root: &mut Node<'_>, message: &MessageType) {
        let style = match message.closing {
            Closing::Bare => Style {
                prefix: "",
                declaration: "xmlns",
            },
            Closing::SignatureLast | Closing::ExtensionLast => Style {
                prefix: "ceb:",
                declaration: "xmlns:ceb",
            },
        };
        if !lacks(root) {
            return;
        }
        if taken(root, style) {
            return self.unknown(root);
        }
        if style.tag(root, true) {
            self.change(PREFIX, root.local, root.line);
        }
        for child in &mut root.children {
            if style.tree(child) {
                self.change(PREFIX, child.local, child.line);
            }
        }
    }
}

/// Whether a known element is in no namespace.
fn lacks(node: &Node<'_>) -> bool {
    let here = node.known && !node.is_signature() && node.space == Space::Missing;
    here || node.children.iter().any(lacks)
}

/// Whether the declaration stands already for something else, on the root or below.
fn taken(node: &Node<'_>, style: Style) -> bool {
    let attributes = node.attributes();
    let here = attributes
        .iter()
        .any(|found| found.key == style.declaration && space(Some(found.value)) == Space::Other);
    node.known && (here || node.children.iter().any(|child| taken(child, style)))
}

impl Style {
    /// Retags an element and all that is known within it; whether anything changed.
    fn tree(self, node: &mut Node<'_>) -> bool {
        if !node.known || node.is_signature() {
            return false;
        }
        let mut changed = self.tag(node, false);
        for child in &mut node.children {
            changed |= self.tree(child);
        }
        changed
    }

    fn tag(self, node: &mut Node<'_>, is_root: bool) -> bool {
        let name = format!("{}{}", self.prefix, node.local);
        let mut attributes = String::new();
        let mut declared = false;
        for found in node.attributes() {
            let own = found.key == self.declaration;
            let empty = found.key == "xmlns" || own;
            if own && is_root && found.value == CEB {
                declared = true;
            } else if empty && space(Some(found.value)) == Space::Missing {
                // Says nothing, or the address misspelt.
                continue;
            }
            attributes.push_str(found.whole);
        }
        if is_root && !declared {
            attributes.push_str(&format!(" {}=\"{CEB}\"", self.declaration));
        }
        let before = (node.open.clone(), node.close.clone());
        node.reopen(&name, &attributes);
        before != (node.open.clone(), node.close.clone())
    }
}
