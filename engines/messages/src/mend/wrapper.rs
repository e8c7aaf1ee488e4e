//! The exchange's wrapper around a message: what it holds is mended, itself it stays.

use base64::{Engine, prelude::BASE64_STANDARD};
use values::Finding;

use super::{UNREADABLE, Work, tree::Node};
use crate::decode::wrapper::BASE64;

impl Work<'_> {
    /// Mends what stands in the `Data` of a `DxpMsg`, itself perhaps in a `DxpMsgSv`.
    pub(super) fn wrapper(&mut self, node: &mut Node<'_>) {
        let before = self.changes.len();
        for child in &mut node.children {
            match (node.local, child.local) {
                ("DxpMsgSv", "DxpMsg") => self.wrapper(child),
                ("DxpMsg", "Data") => self.data(child),
                _ => {}
            }
        }
        if self.changes.len() > before {
            self.void(node);
        }
    }

    fn data(&mut self, node: &mut Node<'_>) {
        let packed: Vec<u8> = node
            .after
            .bytes()
            .filter(|byte| !byte.is_ascii_whitespace())
            .collect();
        let Ok(bytes) = BASE64.decode(packed) else {
            let finding = Finding::refused(UNREADABLE).at(node.local.to_owned());
            return self.left.push(finding.line(node.line));
        };
        if let Some(mended) = self.file(&bytes, false) {
            node.after = BASE64_STANDARD.encode(mended).into();
        }
    }
}
