//! The elements around the fields, in their order.

use std::fmt::Write;

use super::{count, words::Words};
use crate::{Closing, MessageType, Need, decode::CEB, write::XSI};

/// The message as XML without its fields; how often an element stands is a comment behind it.
pub(super) fn shape(message: &MessageType, words: &Words) -> String {
    let mut out = String::new();
    let bare = message.closing == Closing::Bare;
    let prefix = if bare { "" } else { "ceb:" };
    let spaces = if bare {
        format!("xmlns=\"{CEB}\"")
    } else {
        format!("xmlns:ceb=\"{CEB}\" xmlns:xsi=\"{XSI}\"")
    };
    let (root, node) = (&message.root, &message.node);
    let documents = count(1, message.documents);
    let _ = writeln!(out, "<{prefix}{root} guid=\"…\" version=\"1.0\" {spaces}>");
    let _ = writeln!(out, "  <{prefix}{node}> <!-- {documents} -->");
    let _ = match &message.head {
        Some(head) => writeln!(out, "    <{prefix}{head}>…</{prefix}{head}>"),
        None => writeln!(out, "    <!-- {} -->", words.fields),
    };
    if let Some(lines) = &message.lines {
        let (name, count) = (&lines.name, count(lines.least, lines.most));
        let _ = writeln!(
            out,
            "    <{prefix}{name}>…</{prefix}{name}> <!-- {count} -->"
        );
    }
    let _ = writeln!(out, "  </{prefix}{node}>");
    for (name, count) in blocks(message) {
        let _ = writeln!(out, "  <{name}>…</{name}> <!-- {count} -->");
    }
    let _ = writeln!(out, "</{prefix}{root}>");
    out
}

/// What follows the documents, and how often.
fn blocks(message: &MessageType) -> Vec<(&'static str, &'static str)> {
    let wanted = message.signature == Some(Need::Mandatory);
    let transfer = ("ceb:BaseTransfer", "1");
    let subscribe = ("ceb:BaseSubscribe", "0..5");
    let extension = ("ceb:ExtendMessage", "0..1");
    let signature = ("ds:Signature", if wanted { "1" } else { "0..1" });
    match message.closing {
        Closing::SignatureLast => vec![transfer, subscribe, extension, signature],
        Closing::ExtensionLast => vec![transfer, subscribe, signature, extension],
        Closing::Bare => Vec::new(),
    }
}
