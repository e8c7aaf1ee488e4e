//! Tables, indexes and triggers that are not those of the steps are told.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by failing"
)]

mod ground;

use ground::{Ground, NOTES, note};
use store::{Schema, Store};

static INDEXED: Schema = Schema {
    room: "indexed",
    steps: &[
        "CREATE TABLE cup (\n    number BIGINT NOT NULL,\n    tea TEXT NOT NULL,\n    PRIMARY KEY (number)\n) /* appended */;",
        "CREATE INDEX cup_tea ON cup (tea);",
    ],
};

#[test]
fn what_is_missing_added_or_changed_is_told_by_its_name() {
    for (sql, place, how) in [
        ("DROP INDEX cup_tea", "cup_tea", "missing"),
        ("DROP TABLE note", "note", "missing"),
        ("CREATE TABLE mug (number BIGINT)", "mug", "added"),
        (
            "CREATE INDEX cup_both ON cup (tea, number)",
            "cup_both",
            "added",
        ),
        ("CREATE VIEW tea AS SELECT tea FROM cup", "tea", "added"),
        (
            "CREATE TRIGGER pours AFTER INSERT ON cup BEGIN DELETE FROM note; END",
            "pours",
            "added",
        ),
        ("ALTER TABLE cup ADD COLUMN sugar BIGINT", "cup", "changed"),
        ("ALTER TABLE cup DROP COLUMN tea", "cup", "refused"),
    ] {
        let ground = Ground::new();
        let store = Store::open(ground.at("data"), &[&NOTES, &INDEXED]).unwrap();
        let mut writer = store.writer().unwrap();
        writer.commit(|session| note(session, 1, "tea")).unwrap();
        assert_eq!(store.reader().unwrap().damage().unwrap(), []);
        let changed = writer.commit(|session| session.run(sql, &[]));
        if how == "refused" {
            assert!(changed.is_err(), "the database itself forbids {sql}");
            continue;
        }
        changed.unwrap();
        let found = store.reader().unwrap().damage().unwrap();
        assert_eq!(found.len(), 1, "{sql}: {found:?}");
        let (code, field) = (&found[0].code, &found[0].field);
        assert_eq!((&**code, &**field), ("verify.schema", place), "{sql}");
        let told = found[0].values.iter().find(|(name, _)| name == "how");
        assert_eq!(told.map(|(_, how)| how.as_str()), Some(how), "{sql}");
    }
}
