//! From `definitions/messages/<number>.<edition>.toml` to a [`MessageType`], with every fault
//! named by its line.

mod row;

use values::definition::{ENTRY, Page, REFERENCE, Table, fault};

use self::row::{NEEDS, Outcome, Row, bilingual};
use crate::{Closing, Direction, FieldId, Lines, MessageType, Number, Place, Role, names::Names};

/// What the number of a message is.
const DIRECTIONS: &[(&str, Direction)] =
    &[("import", Direction::Import), ("export", Direction::Export)];

const DIGITS: &str = "message-number";

/// Reads one table of fields.
pub(crate) fn read(path: &str, text: &str) -> Outcome<MessageType> {
    let page = Page::new(path, text);
    let (parsed, _) = page.parse();
    let message = message(&page, Table::whole(&page, &parsed));
    let faults = page.faults();
    match message {
        Some(message) if faults.is_empty() => {
            let named = format!("messages/{}.{}.toml", message.number, message.edition);
            if path == named {
                return Ok(message);
            }
            Err(vec![values::DefinitionError {
                file: path.to_owned(),
                line: 1,
                what: Box::new(fault(ENTRY, "file-name").with("value", named)),
            }])
        }
        _ => Err(faults),
    }
}

fn message(page: &Page<'_>, mut table: Table<'_>) -> Option<MessageType> {
    let number = table.parsed("number", DIGITS, Number::parse);
    let edition = table.text("edition");
    let from = table.day("from");
    let title = table.table("title").and_then(bilingual);
    let direction = table.word("direction", DIRECTIONS);
    let line = table.line_of("senders");
    let words = table.texts("senders");
    let senders: Option<Vec<Role>> = words.iter().map(|(_, word)| role(word)).collect();
    let senders = senders.filter(|senders| !senders.is_empty());
    if senders.is_none() {
        let roles = "platform, seller, payment, carrier, agent, operator, customs";
        page.fault(line, fault(ENTRY, "senders").with("known", roles));
    }
    let root = table.text("root");
    let node = table.text("node");
    let head = table.text_if("head_node").map(|(_, name)| name);
    let lines = table.table_if("lines").and_then(lines);
    let documents = table.count_if("documents");
    let signature_line = table.line_of("signature");
    let signature = table.word_if("signature", NEEDS);
    let key_line = table.line_of("key");
    let key_names = table.texts("key");
    let receipt = table.parsed_if("receipt", DIGITS, Number::parse);
    let mut rows = part(&mut table, "head", Place::Head);
    let heads = rows.len();
    rows.extend(part(&mut table, "line", Place::Line));
    if lines.is_none() != (rows.len() == heads) {
        page.fault(table.line, fault(ENTRY, "lines"));
    }
    let all = u16::try_from(rows.len());
    if all.is_err() || heads == 0 {
        page.fault(table.line, fault(ENTRY, "rows"));
    }
    table.end();
    let fields = row::resolve(page, rows);

    let mut key = Vec::with_capacity(key_names.len());
    for (_, name) in &key_names {
        match fields[..heads]
            .iter()
            .position(|field| *field.name == **name)
        {
            Some(at) => key.extend(u16::try_from(at).ok().map(FieldId)),
            None => page.fault(key_line, fault(REFERENCE, "head-field").with("value", name)),
        }
    }
    if key_names.is_empty() {
        page.fault(key_line, fault(ENTRY, "key"));
    }
    let closing = match (senders.as_deref()?, direction?) {
        ([Role::Customs], _) => Closing::Bare,
        (_, Direction::Import) => Closing::SignatureLast,
        (_, Direction::Export) => Closing::ExtensionLast,
    };
    if (closing == Closing::Bare) != signature.is_none() {
        page.fault(signature_line, fault(ENTRY, "signature"));
    }
    let heads = u16::try_from(heads).ok()?;
    let by_name = [0..heads, heads..all.ok()?].map(|range| Names::of(&fields, range));
    Some(MessageType {
        number: number?,
        edition: edition?.into(),
        from: from?,
        title: title?,
        direction: direction?,
        senders: senders?,
        root: root?.into(),
        node: node?.into(),
        head: head.map(Into::into),
        lines,
        documents,
        closing,
        signature,
        key,
        receipt,
        fields,
        heads,
        by_name,
    })
}

fn lines(mut table: Table<'_>) -> Option<Lines> {
    let name = table.text("node");
    let least = table.count("least");
    let most = table.count_if("most");
    table.end();
    Some(Lines {
        name: name?.into(),
        least: least?,
        most,
    })
}

fn part<'a>(table: &mut Table<'a>, key: &str, place: Place) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for mut table in table.tables(key) {
        rows.extend(row::read(&mut table, place));
        table.end();
    }
    rows
}

fn role(word: &str) -> Option<Role> {
    Some(match word {
        "platform" => Role::Platform,
        "seller" => Role::Seller,
        "payment" => Role::Payment,
        "carrier" => Role::Carrier,
        "agent" => Role::Agent,
        "operator" => Role::Operator,
        "customs" => Role::Customs,
        _ => return None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use super::*;

    const GOOD: &str = include_str!("../../../definitions/messages/701.202205.toml");
    const PATH: &str = "messages/701.202205.toml";

    /// The faults after one change, as `line: what`.
    fn faults(from: &str, to: &str) -> Vec<String> {
        assert!(GOOD.contains(from), "{from} is not in the table");
        let errors = read(PATH, &GOOD.replacen(from, to, 1)).unwrap_err();
        errors
            .iter()
            .map(|error| format!("{}: {}", error.line, error.brief()))
            .collect()
    }

    fn line_of(text: &str) -> usize {
        1 + GOOD.lines().position(|line| line.contains(text)).unwrap()
    }

    #[test]
    fn a_fault_in_a_row_names_its_line() {
        let cases = [
            (
                "kind = \"C36\"",
                "kind = \"36\"",
                "definition.value kind field-kind ",
            ),
            (
                "kind = \"C36\"",
                "kind = \"C9..3\"",
                "definition.value kind field-kind ",
            ),
            (
                "need = \"M\"",
                "need = \"yes\"",
                "definition.value need word yes",
            ),
            (
                "en = \"Time of filing\"",
                "en = \"\"",
                "definition.value en empty",
            ),
            (
                "need = \"M\", codes = \"app_type\"",
                "need = \"M\", code = \"app_type\"",
                "definition.unknown code",
            ),
            (
                "when = { field = \"endTime\"",
                "when = { field = \"end\"",
                "definition.reference field end",
            ),
            (
                "endTime\", given = true",
                "endTime\"",
                "definition.entry when asks",
            ),
            (
                "not_before = \"startTime\"",
                "not_before = \"start\"",
                "definition.reference field start",
            ),
            (
                "need = \"C\", when",
                "need = \"O\", when",
                "definition.entry condition",
            ),
            (
                "name = \"appType\"",
                "name = \"guid\"",
                "definition.twice stands",
            ),
        ];
        for (from, to, what) in cases {
            let faults = faults(from, to);
            let want = format!("{}: {what}", line_of(from));
            assert_eq!(faults.len(), 1, "{to}: {faults:?}");
            assert!(
                faults[0].starts_with(&want),
                "{to}: {} is not {want}",
                faults[0]
            );
        }
    }

    #[test]
    fn all_faults_of_a_file_are_told_at_once() {
        let text = GOOD
            .replacen("direction = \"export\"", "direction = \"out\"", 1)
            .replacen("kind = \"C36\"", "kind = \"?\"", 1)
            .replacen("key = [\"agentCode\"", "key = [\"agent\"", 1);
        let errors = read(PATH, &text).unwrap_err();
        assert!(errors.len() >= 3, "{errors:#?}");
        assert!(
            errors
                .iter()
                .all(|error| error.line > 0 && error.file == PATH)
        );
    }

    #[test]
    fn a_file_is_called_by_its_number_and_edition() {
        let errors = read("messages/701.toml", GOOD).unwrap_err();
        assert!(errors[0].brief().contains("messages/701.202205.toml"));
    }

    #[test]
    fn text_that_is_no_toml_is_a_fault_with_its_line() {
        assert!(
            faults("from = 2022-05-01", "from = 2022-05-")
                .iter()
                .any(|fault| fault.starts_with("3: "))
        );
    }
}
