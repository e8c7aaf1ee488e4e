//! What a tag says behind its name.

use quick_xml::{
    escape::{EscapeError, unescape},
    events::BytesStart,
};
use values::Finding;

use super::{Binding, Reading};
use crate::{
    decode::{
        Stop,
        text::{character, is_allowed},
    },
    problems::{XML_CHARACTER, XML_DTD},
};

impl Reading<'_> {
    /// The attributes of a tag; what they say of namespaces holds from here on.
    pub(super) fn attributes(
        &mut self,
        tag: &BytesStart<'_>,
        line: u32,
    ) -> Result<Vec<(String, String)>, Stop> {
        let mut others = Vec::new();
        if !apart(tag.attributes_raw()) {
            return Err(self.broken("attribute"));
        }
        for (count, attribute) in tag.attributes().enumerate() {
            let Ok(attribute) = attribute else {
                return Err(self.broken("attribute"));
            };
            if count >= self.limits.attributes {
                let name = tag.name().local_name();
                return Err(self.too_long(name.into_inner(), line));
            }
            let key = attribute.key.into_inner();
            let value = match unescape(&attribute.value) {
                Ok(value) => value.into_owned(),
                Err(EscapeError::UnrecognizedEntity(_, name)) => {
                    let finding = Finding::refused(XML_DTD).at(key.to_owned()).line(line);
                    return Err(finding.saw(format!("&{name};")).into());
                }
                Err(EscapeError::InvalidCharRef(_)) => {
                    let finding = Finding::refused(XML_CHARACTER).at(key.to_owned());
                    return Err(finding.line(line).saw(&attribute.value).into());
                }
                Err(_) => return Err(self.broken("attribute")),
            };
            // What stands in the text itself was told when the file was opened.
            let referred = attribute.value.contains('&');
            let sign = value.chars().find(|sign| referred && !is_allowed(*sign));
            if let Some(sign) = sign {
                return Err(character(sign).at(key.to_owned()).line(line).into());
            }
            // `xmlns:` without a name would pass for the default namespace.
            if key.contains('<') || attribute.value.contains('<') || key == "xmlns:" {
                return Err(self.broken("attribute"));
            }
            let prefix = if key == "xmlns" {
                Some("")
            } else {
                key.strip_prefix("xmlns:")
            };
            match prefix {
                Some(prefix) => {
                    let (depth, prefix) = (self.depth, prefix.to_owned());
                    self.bindings.push(Binding {
                        depth,
                        prefix,
                        address: value,
                    });
                }
                None => others.push((key.to_owned(), value)),
            }
        }
        Ok(others)
    }
}

/// Whether a blank stands between one attribute and the next.
fn apart(mut attributes: &str) -> bool {
    while let Some(open) = attributes.find(['"', '\'']) {
        let (quote, value) = attributes[open..].split_at(1);
        let Some((_, rest)) = value.split_once(quote) else {
            return true;
        };
        if !(rest.is_empty() || rest == "/" || rest.starts_with([' ', '\t', '\n', '\r'])) {
            return false;
        }
        attributes = rest;
    }
    true
}
