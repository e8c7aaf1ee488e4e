//! Records to bytes, in the order of their table.
//!
//! Customs' messages stand in the default namespace without prefix: a sorter at a port looks
//! for the literal text `<CEB604Message`. What firms declare has `ceb:` before every element,
//! and `xmlns:ceb` and `xmlns:xsi` on the root in this order, for the signature is taken over
//! both. A signature goes in without any white space of its own: the text with it and the text
//! it was made over differ by the signature alone.

mod elements;
mod text;

use self::elements::{Elements, Keep};
use crate::{
    Closing, Decoded, Envelope, Record,
    decode::CEB,
    problems::{LINE_TOO_MANY, XML_EMPTY, XML_GUID, XML_ORDER, XML_VERSION},
};

/// The namespace of schema instances.
pub(crate) const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// Writes one receipt of customs: one document, `root_guid` on the root.
///
/// What the record holds is written, the fields that only practice knows too (816 `orderNo` and
/// `logisticsNo`, behind `customsCode`): whoever wants none sets none.
#[must_use]
pub fn receipt(record: &Record, root_guid: &str) -> Vec<u8> {
    let envelope = Envelope {
        guid: root_guid.to_owned(),
        ..Envelope::default()
    };
    message(std::slice::from_ref(record), &envelope)
}

/// Writes a message of documents that are all of one type, the way its sender writes it.
///
/// Of the envelope it takes guid, version (`1.0` when empty), transfer, subscriptions, extension
/// and signature; what customs send has none of the last four. An empty element that the schema
/// would refuse is left out; one that the schema wants and allows to be empty is written even
/// where the record has none (604 `invtNo` before there is a number). Without documents there is
/// nothing to write, and the answer is empty.
#[must_use]
pub fn message(records: &[Record], envelope: &Envelope) -> Vec<u8> {
    let Some(message) = records.first().map(Record::message) else {
        return Vec::new();
    };
    let version = match &*envelope.version {
        "" => "1.0",
        version => version,
    };
    let guid = ("guid", &*envelope.guid);
    let bare = message.closing == Closing::Bare;
    let declaration = if bare { " standalone=\"yes\"" } else { "" };
    let attributes = if bare {
        vec![("xmlns", CEB), guid, ("version", version)]
    } else {
        let spaces = [("xmlns:ceb", CEB), ("xmlns:xsi", XSI)];
        [&[guid, ("version", version)], &spaces[..]].concat()
    };
    let prefix = if bare { "" } else { "ceb" };
    let mut out = Elements::new(declaration, prefix, Keep::Lawful);
    out.open_root(&message.root, &attributes);
    for record in records {
        out.document(record);
    }
    if bare {
        return out.close(message, &Envelope::default());
    }
    out.close(message, envelope)
}

/// Writes again what was read: same prefix, same namespaces, same elements, empty ones too, each
/// document in schema order; extension and signature byte by byte as they came. Comments, hints
/// for a schema (`xsi:`) and the wrapper are not written.
///
/// `None` where reading could not keep everything (an unknown element, a second transfer block,
/// a foreign namespace, a file cut short): writing would lose what nobody has looked at.
#[must_use]
pub fn rewrite(decoded: &Decoded) -> Option<Vec<u8>> {
    let envelope = decoded.envelope.as_ref()?;
    let message = decoded.documents.first()?.record.message();
    let documents = &decoded.documents;
    let mut findings = documents
        .iter()
        .flat_map(|document| &document.findings)
        .chain(&decoded.findings);
    if findings.any(|finding| finding.refuses() && loses(&finding.code)) {
        return None;
    }
    let space = |prefix: &str| match prefix {
        "" => "xmlns".to_owned(),
        prefix => format!("xmlns:{prefix}"),
    };
    let own = space(&envelope.prefix);
    let others: Vec<(String, &str)> = envelope
        .namespaces
        .iter()
        .filter(|(prefix, _)| *prefix != envelope.prefix)
        .map(|(prefix, address)| (space(prefix), &**address))
        .collect();
    let mut attributes = vec![("guid", &*envelope.guid), ("version", &*envelope.version)];
    attributes.retain(|(_, value)| !value.is_empty());
    attributes.push((&own, CEB));
    attributes.extend(others.iter().map(|(name, address)| (&**name, *address)));
    let mut out = Elements::new("", &envelope.prefix, Keep::AsHeld);
    out.open_root(&message.root, &attributes);
    for document in documents {
        out.document(&document.record);
    }
    Some(out.close(message, envelope))
}

/// Whether a finding of reading means that something of the file is in no record. The others are
/// about order, absence, emptiness, and what values say.
fn loses(code: &str) -> bool {
    const KEPT: [&str; 4] = [XML_ORDER, XML_EMPTY, XML_GUID, XML_VERSION];
    let families = ["file.", "xml.", "batch."];
    let form = families.iter().any(|family| code.starts_with(family));
    (form && !KEPT.contains(&code)) || code == LINE_TOO_MANY
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Subscription, Transfer, catalogue::tests::catalogue};

    fn record(number: &str, head: &[(&str, &str)], lines: &[&[(&str, &str)]]) -> Record {
        let message = catalogue().message(number).expect("the tables have it");
        let lines = lines.iter().map(|line| line.to_vec());
        Record::of(message, head.iter().copied(), lines).expect("the table has the fields")
    }

    fn text(bytes: Vec<u8>) -> String {
        String::from_utf8(bytes).expect("text was written")
    }

    fn envelope() -> Envelope {
        Envelope {
            guid: "G".into(),
            transfer: Some(Transfer {
                cop_code: "C".into(),
                cop_name: "N".into(),
                dxp_mode: "DXP".into(),
                dxp_id: "D".into(),
                note: None,
            }),
            extension: Some(b"<ceb:ExtendMessage/>".to_vec()),
            ..Envelope::default()
        }
    }

    #[test]
    fn a_receipt_stands_in_the_default_namespace_in_table_order() {
        let head = [
            ("returnInfo", "a<b"),
            ("guid", "g"),
            ("payCode", "P"),
            ("returnStatus", "2"),
        ];
        let written = text(receipt(&record("412", &head, &[]), "G"));
        let want = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
            <CEB412Message xmlns=\"http://www.chinaport.gov.cn/ceb\" guid=\"G\" version=\"1.0\">\n  \
            <PaymentReturn>\n    <guid>g</guid>\n    <payCode>P</payCode>\n    \
            <returnStatus>2</returnStatus>\n    <returnInfo>a&lt;b</returnInfo>\n  \
            </PaymentReturn>\n</CEB412Message>\n";
        assert_eq!(written, want);
    }

    #[test]
    fn a_tax_bill_tells_order_and_waybill_behind_the_customs_office_when_they_are_set() {
        let line: &[(&str, &str)] = &[("gnum", "1"), ("gcode", "2201101000")];
        let head = [
            ("logisticsNo", "L"),
            ("orderNo", "O"),
            ("customsCode", "2924"),
        ];
        let written = text(receipt(&record("816", &head, &[line]), "G"));
        let order = written.find("<customsCode>2924</customsCode>\n      <orderNo>O</orderNo>\n      <logisticsNo>L</logisticsNo>\n    </TaxHeadRd>\n    <TaxListRd>");
        assert!(order.is_some(), "{written}");
        let written = text(receipt(&record("816", &head[2..], &[line]), "G"));
        assert!(!written.contains("orderNo"), "{written}");
    }

    #[test]
    fn an_empty_element_is_written_where_the_schema_wants_it_and_left_out_where_it_refuses_it() {
        let written = text(receipt(&record("604", &[("preNo", "B")], &[]), "G"));
        assert!(written.contains("<invtNo></invtNo>"), "{written}");
        let written = text(receipt(&record("622", &[("invtNo", "")], &[]), "G"));
        assert!(!written.contains("invtNo"), "{written}");
    }

    #[test]
    fn the_original_in_a_format_receipt_stands_in_cdata() {
        let written = text(receipt(
            &record("900", &[("oriBizMessage", "<a/>")], &[]),
            "G",
        ));
        assert!(
            written.contains("<oriBizMessage><![CDATA[<a/>]]></oriBizMessage>"),
            "{written}"
        );
    }

    #[test]
    fn a_declaration_is_prefixed_and_differs_from_its_signed_form_by_the_signature_alone() {
        let signature = "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>";
        let signed = Envelope {
            signature: Some(signature.as_bytes().to_vec()),
            subscriptions: vec![Subscription::default()],
            ..envelope()
        };
        let plain = Envelope {
            signature: None,
            ..signed.clone()
        };
        for (number, order) in [
            ("411", ["ExtendMessage", "Signature"]),
            ("403", ["Signature", "ExtendMessage"]),
        ] {
            let records = [record(number, &[("guid", "g")], &[])];
            let written = text(message(&records, &signed));
            assert_eq!(
                written.replace(signature, ""),
                text(message(&records, &plain))
            );
            let root = format!(
                "<ceb:CEB{number}Message guid=\"G\" version=\"1.0\" xmlns:ceb=\"{CEB}\" xmlns:xsi=\"{XSI}\">"
            );
            assert!(written.contains(&root), "{written}");
            let places = ["BaseTransfer", "BaseSubscribe", order[0], order[1]]
                .map(|name| written.find(name));
            assert!(places.is_sorted() && places[0].is_some(), "{written}");
        }
    }

    #[test]
    fn nothing_is_written_of_no_documents() {
        assert!(message(&[], &envelope()).is_empty());
    }
}
