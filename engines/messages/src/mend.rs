//! Puts right what needs no knowledge of the values: order, prefixes, empty elements, the mark
//! before the text. Everything else stays byte by byte.

mod order;
mod prefix;
mod tree;
mod wrapper;

use std::sync::Arc;

use values::Finding;

use self::tree::{Node, Page};
use crate::{Catalogue, Limits};

/// Elements were put into the order of the schema.
const ORDER: &str = "mend.order";
/// An element was put into customs' namespace.
const PREFIX: &str = "mend.prefix";
/// An empty element that the schema refuses was taken out.
const EMPTY: &str = "mend.empty";
/// A byte order mark was taken out.
const BOM: &str = "mend.bom";
/// What was changed had been signed: it has to be signed again.
const SIGNATURE_VOID: &str = "mend.signature-void";
/// An element that no table knows stayed where it was.
const UNKNOWN: &str = "mend.unknown";
/// The text cannot be followed, and nothing was mended.
const UNREADABLE: &str = "mend.unreadable";

/// The codes that mending tells.
pub const MEND_CODES: &[&str] = &[
    ORDER,
    PREFIX,
    EMPTY,
    BOM,
    SIGNATURE_VOID,
    UNKNOWN,
    UNREADABLE,
];

/// Elements that could not be mended are named up to here; a file that holds more is no message.
const MOST_LEFT: usize = 1_000;

/// A file put right as far as can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The file; byte by byte what came where nothing changed.
    pub bytes: Vec<u8>,
    /// What was done, in the order of the file as it came; `mend.signature-void` is the last.
    pub changes: Vec<Change>,
    /// What could not be mended, each refusing: `mend.unknown`, `mend.unreadable`. What else is
    /// wrong, [`Catalogue::decode`] tells of the mended file.
    pub left: Vec<Finding>,
}

/// One thing that was done. Its words stand under its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// `mend.order` and its like.
    pub code: &'static str,
    /// The element, without prefix; empty for the mark before the text.
    pub field: String,
    /// The line of the file as it came, from 1; inside a wrapper, of what the wrapper holds.
    pub line: u32,
}

impl Change {
    /// The change as a note, to be told like any finding.
    #[must_use]
    pub fn finding(&self) -> Finding {
        Finding::note(self.code)
            .at(self.field.clone())
            .line(self.line)
    }
}

impl Catalogue {
    /// Puts a message right, bare or in the exchange's wrapper, without touching a value.
    ///
    /// Elements are put into the order of their table, documents and envelope into that of the
    /// message; elements without a namespace get customs' (`ceb:` in what firms send, the default
    /// namespace in what customs send); optional elements that stand empty where the schema wants
    /// a value or nothing are taken out, and so is a byte order mark. Elements that nobody knows
    /// stay as they are behind the one they follow. A signature is kept, and told void. Mending
    /// what was mended changes nothing.
    #[must_use]
    pub fn mend(&self, bytes: &[u8], limits: &Limits) -> Mended {
        let mut work = Work {
            catalogue: self,
            limits,
            changes: Vec::new(),
            left: Vec::new(),
        };
        let mended = work.file(bytes, true);
        let Work {
            mut changes, left, ..
        } = work;
        changes.sort_by_key(|change| (change.code == SIGNATURE_VOID, change.line));
        Mended {
            bytes: mended.unwrap_or_else(|| bytes.to_vec()),
            changes,
            left,
        }
    }
}

/// Mending one file.
struct Work<'c> {
    catalogue: &'c Catalogue,
    limits: &'c Limits,
    changes: Vec<Change>,
    left: Vec<Finding>,
}

impl Work<'_> {
    /// The mended file; `None` where nothing changed. `wrapped`: whether a wrapper may stand
    /// around the message.
    fn file(&mut self, bytes: &[u8], wrapped: bool) -> Option<Vec<u8>> {
        let mut text = bytes;
        while let Some(rest) = text.strip_prefix(b"\xef\xbb\xbf") {
            text = rest;
        }
        let mut page = match Page::read(text, self.limits) {
            Ok(page) => page,
            Err(line) => {
                let finding = Finding::refused(UNREADABLE).line(line.unwrap_or(1));
                self.left.push(finding);
                return None;
            }
        };
        let bom = text.len() < bytes.len();
        if bom {
            self.change(BOM, "", 1);
        }
        let before = self.changes.len();
        if wrapped && matches!(page.root.local, "DxpMsg" | "DxpMsgSv") {
            self.wrapper(&mut page.root);
        } else {
            self.root(&mut page.root);
        }
        (bom || self.changes.len() > before).then(|| page.into_bytes())
    }

    fn root(&mut self, root: &mut Node<'_>) {
        let message = self.catalogue.by_root(root.local);
        let Some(message) = message.filter(|_| root.is_ours()) else {
            return self.unknown(root);
        };
        let message = Arc::clone(message);
        let before = self.changes.len();
        self.order(root, &message);
        self.prefix(root, &message);
        if self.changes.len() > before {
            self.void(root);
        }
    }

    /// Tells that the signature among these children, if there is one, no longer holds.
    fn void(&mut self, parent: &Node<'_>) {
        let signature = parent.children.iter().find(|child| child.is_signature());
        if let Some(signature) = signature {
            self.change(SIGNATURE_VOID, signature.local, signature.line);
        }
    }

    fn change(&mut self, code: &'static str, field: &str, line: u32) {
        let field = field.to_owned();
        self.changes.push(Change { code, field, line });
    }

    fn unknown(&mut self, node: &Node<'_>) {
        if self.left.len() < MOST_LEFT {
            let finding = Finding::refused(UNKNOWN).at(node.local.to_owned());
            self.left.push(finding.line(node.line));
        }
    }
}
