//! Data changed behind the program's back: `verify` names what no longer is as it was told.

use clearance::acts::Taken;
use testkit::{Bought, Mode, Parcel, Purchase, goods::TOWEL};

use crate::{centre::Centre, spoilable::Spoilable};

/// A table spoiled, and what the fault must name.
const SPOILED: [(&str, &str); 47] = [
    (
        "UPDATE clearance_declaration SET state = 100",
        "declaration",
    ),
    (
        "UPDATE clearance_declaration SET invt_no = 'X'",
        "declaration",
    ),
    ("DELETE FROM clearance_declaration", "declaration"),
    (
        "UPDATE clearance_paper SET digest = x'00' WHERE message = '411'",
        "paper 91540195MA6TE5T024/DD2026100500001/411",
    ),
    (
        "UPDATE clearance_paper SET edition = 2 WHERE message = '311'",
        "paper 91540195MA6TE5T024/DD2026100500001/311",
    ),
    (
        "DELETE FROM clearance_paper WHERE message = '621'",
        "paper 91540195MA6TE5T024/DD2026100500001/621",
    ),
    ("UPDATE clearance_bill SET status = 3", "bill"),
    ("UPDATE clearance_bill SET guarantor = 'X'", "bill"),
    ("DELETE FROM clearance_bill", "bill"),
    (
        "UPDATE ledger_account SET in_posted = in_posted + 1 WHERE kind = 'quota'",
        "verify.sums ledger_account quota",
    ),
    (
        "UPDATE ledger_transfer SET amount = amount + 1 WHERE kind = 'quota'",
        "transfer",
    ),
    (
        "UPDATE clearance_receipt SET key = 'X' WHERE message = '312'",
        "receipt",
    ),
    (
        "UPDATE clearance_receipt SET body = x'00' WHERE message = '816'",
        "receipt",
    ),
    (
        "DELETE FROM clearance_receipt WHERE message = '412'",
        "receipt",
    ),
    (
        "UPDATE clearance_receipt SET position = position + 100 WHERE position = 1",
        "receipt 101",
    ),
    (
        "UPDATE clearance_receipt SET position = -5 WHERE position = 1",
        "receipt -5",
    ),
    (
        "DELETE FROM clearance_claim WHERE kind = 'waybill'",
        "claim waybill",
    ),
    (
        "DELETE FROM clearance_claim WHERE kind = 'payment'",
        "claim payment",
    ),
    (
        "UPDATE clearance_claim SET to_number = 'X' WHERE kind = 'list'",
        "claim list",
    ),
    (
        "UPDATE clearance_claim SET number = lower(number) WHERE kind = 'waybill'",
        "claim waybill",
    ),
    ("UPDATE clearance_counted SET number = 'X'", "counted"),
    ("DELETE FROM clearance_counted", "counted"),
    (
        "UPDATE clearance_due SET at = at + 1 WHERE what = 'collect'",
        "due collect",
    ),
    (
        "INSERT INTO clearance_due (at, bucket, issuer, number, what, serial) SELECT at - 86400000, bucket, issuer, number, what, serial FROM clearance_due WHERE what = 'collect'",
        "due collect",
    ),
    (
        "UPDATE clearance_declaration SET held = '[]'",
        "declaration",
    ),
    (
        "UPDATE clearance_receipt SET said = '[]' WHERE message = '312'",
        "receipt",
    ),
    (
        "DELETE FROM clearance_verdict WHERE act = (SELECT MAX(act) FROM clearance_verdict)",
        "verdict",
    ),
    (
        "UPDATE clearance_counter SET value = 1 WHERE name = 'act'",
        "counter act",
    ),
    ("DELETE FROM clearance_open WHERE state = 2", "open 2"),
    ("DELETE FROM clearance_short", "short"),
    ("UPDATE clearance_return SET state = 'refused'", "return"),
    ("DELETE FROM clearance_refusal", "refusal"),
    ("UPDATE clearance_raw SET at = at + 1", "raw 1"),
    ("UPDATE clearance_edition SET content = ''", "edition units"),
    ("UPDATE identity_party SET name = 'X'", "party"),
    ("UPDATE identity_site SET modes = '9610'", "site"),
    ("DELETE FROM identity_key", "verify.key identity_key"),
    (
        "UPDATE ledger_transfer SET closed_by = NULL WHERE closed_by > 0",
        "transfer",
    ),
    ("UPDATE ledger_account SET bucket = bucket + 1", "account"),
    (
        "UPDATE journal_latest SET position = 1 WHERE subject = 'rows'",
        "verify.latest journal_latest rows",
    ),
    (
        "DELETE FROM schema_step WHERE room = 'clearance' AND step = 3",
        "verify.step schema_step clearance 3",
    ),
    (
        "UPDATE clearance_due SET serial = serial + 1 WHERE what = 'wait-over'",
        "due wait-over",
    ),
    (
        "DELETE FROM clearance_due WHERE what = 'wait-over'",
        "due wait-over",
    ),
    (
        "UPDATE clearance_due SET number = 'X' WHERE what = 'collect'",
        "due collect",
    ),
    (
        "UPDATE clearance_filing SET content = '{}' WHERE what = 'firm'",
        "filing firm",
    ),
    (
        "DELETE FROM clearance_filing WHERE what = 'setting'",
        "filing setting",
    ),
    (
        "UPDATE clearance_filing SET key = 'X' WHERE what = 'site'",
        "filing site",
    ),
];

/// A centre with a row in every table, and rows of different pasts in most.
fn centre() -> Spoilable {
    let setup = testkit::setup_toml(0);
    let mut centre = Centre::open_with(&setup, "2026-10-05T10:00");
    let released = Parcel::lawful(1);
    centre.takes_parcel(&released);
    // Counted in, and waiting for its payment.
    let waiting = Purchase::lawful(2).mode(Mode::Direct).papers();
    centre.takes_all([&waiting.order, &waiting.waybill, &waiting.declaration]);
    centre.takes(&waiting.arrival("20261005095800"));
    // With an officer.
    let towel = Purchase::lawful(3).mode(Mode::Direct);
    centre.takes_parcel(&towel.lines(vec![Bought::new(TOWEL, 1)]).papers());
    let withdrawn = Parcel::lawful(4);
    centre.takes_parcel(&withdrawn);
    let number = centre.list_number(&withdrawn.order);
    centre.takes(&withdrawn.withdrawal(&number, "20261005095900"));
    let number = centre.list_number(&released.order);
    let back = released.return_of(&number, "20261005095900", 1, 1);
    assert_eq!(centre.takes(&back).taken, Taken::Accepted);
    let refused = centre.takes(&released.order.clone().set("buyerRegNo", "U999"));
    assert_eq!(refused.taken, Taken::Refused);
    // Waiting for more guarantee than there is.
    let less = setup.replace("500000.00", "50.00");
    centre.sets_up(&less).expect("so much is free");
    let short = Parcel::lawful(10);
    centre.takes_parcel(&short);
    assert_eq!(centre.state(&short.order), "120");
    centre.keeps_message_and_edition();
    assert_eq!(centre.faults(), Vec::<String>::new());
    centre.closed()
}

#[test]
fn what_was_spoiled_is_named() {
    let centre = centre();
    for (sql, named) in SPOILED {
        let faults = centre.spoiled(sql);
        assert!(
            faults.iter().any(|fault| fault.contains(named)),
            "{sql}: {faults:?}"
        );
    }
}

/// A column as the schema has it.
struct Column {
    table: String,
    name: String,
    kind: String,
    /// Place in the primary key, from 1; 0 outside.
    key: i64,
    may_be_null: bool,
}

const COLUMNS: &str = "SELECT t.name, c.name, c.type, c.pk, c.\"notnull\" FROM sqlite_schema t, pragma_table_info(t.name) c \
     WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid";

/// Rows in which a change is not found: table, which of its rows, and why.
const NOT_HELD: [(&str, &str, &str); 1] = [(
    "clearance_due",
    "serial NOT IN (SELECT serial FROM clearance_declaration WHERE state IN (2, 800))",
    "what an ended list leaves on the calendar does nothing, and is taken off when its day comes",
)];

#[test]
fn every_column_of_every_table_is_held() {
    let centre = centre();
    let columns = centre.asks(COLUMNS, |row| {
        Ok(Column {
            table: row.text(0)?,
            name: row.text(1)?,
            kind: row.text(2)?,
            key: row.int(3)?,
            may_be_null: row.int(4)? == 0,
        })
    });
    let mut silent = Vec::new();
    let mut tables = 0;
    for table in columns.chunk_by(|a, b| a.table == b.table) {
        tables += 1;
        for place in places(&centre, table) {
            let name = &table[0].table;
            let mut statements = vec![format!("DELETE FROM {name} WHERE {place}")];
            for column in table {
                statements.extend(changes(column).iter().map(|change| {
                    let column = &column.name;
                    format!("UPDATE {name} SET {column} = {change} WHERE {place} AND {column} IS NOT {change}")
                }));
            }
            for sql in statements {
                if centre.changed(sql.clone().leak()) == Some(Vec::new()) {
                    silent.push(sql);
                }
            }
        }
    }
    assert!(tables > 20, "only {tables} tables");
    assert!(
        silent.is_empty(),
        "verify is silent on\n{}",
        silent.join("\n")
    );
}

/// Conditions that name the first, the middle and the last row of a table.
fn places(centre: &Spoilable, table: &[Column]) -> Vec<String> {
    let name = &table[0].table;
    let keys = table.iter().filter(|column| column.key > 0);
    let mut keys: Vec<&Column> = keys.collect();
    keys.sort_by_key(|column| column.key);
    let keys: Vec<&str> = keys.iter().map(|column| column.name.as_str()).collect();
    let keys = keys.join(", ");
    let unheld = NOT_HELD.iter().find(|(table, ..)| table == name);
    let unheld = unheld.map_or("FALSE", |(_, rows, _)| rows);
    let count = format!("SELECT COUNT(*) FROM {name} WHERE NOT ({unheld})").leak();
    let count = centre.asks(count, |row| row.int(0))[0];
    assert!(count > 0, "{name} is empty: the story leaves it out");
    let mut rows = vec![0, count / 2, count - 1];
    rows.dedup();
    rows.into_iter()
        .map(|row| {
            format!("({keys}) = (SELECT {keys} FROM {name} WHERE NOT ({unheld}) ORDER BY {keys} LIMIT 1 OFFSET {row})")
        })
        .collect()
}

/// What a column is changed to.
fn changes(column: &Column) -> Vec<String> {
    let name = &column.name;
    let mut changes = match column.kind.as_str() {
        "TEXT" => vec![format!("COALESCE({name}, '') || 'X'"), "''".into()],
        "BYTEA" => vec!["x'00'".into()],
        _ => vec![format!("COALESCE({name}, 0) + 1000003"), "0".into()],
    };
    if column.may_be_null {
        changes.push("NULL".into());
    }
    changes
}

#[test]
fn a_setup_again_mends_firms_and_sites_that_no_longer_are_as_filed() {
    let mut centre = Centre::open();
    for sql in [
        "UPDATE identity_party SET roles = 'seller'",
        "DELETE FROM identity_site",
    ] {
        centre.spoils(sql);
        assert_ne!(centre.faults(), Vec::<String>::new(), "{sql}");
        let changed = centre.sets_up(&testkit::setup_toml(0));
        assert_ne!(changed.expect("it is lawful").filed, Vec::<String>::new());
        assert_eq!(centre.faults(), Vec::<String>::new(), "{sql}");
    }
    let changed = centre.sets_up(&testkit::setup_toml(0));
    assert_eq!(changed.expect("it is lawful").filed, Vec::<String>::new());
}
