//! Data that were changed, cut off or written over: what is told, in both languages, and what to do.

use std::fs;

use store::Store;
use testkit::Parcel;

use crate::{
    language::is_chinese,
    person::says,
    zone::{Zone, codes},
};

/// A zone with one released parcel, and the path of its data.
fn zone() -> (Zone, String) {
    let zone = Zone::open();
    zone.releases(&Parcel::lawful(1), "2026-10-05T10:00");
    let data = zone.folder.join("data").to_str().unwrap().to_owned();
    (zone, data)
}

/// Changes the data behind the program's back.
fn spoils(data: &str, sql: &'static str) {
    let store = Store::open(data, &[]).unwrap();
    let mut writer = store.writer().unwrap();
    writer.commit(|session| session.run(sql, &[])).unwrap();
}

#[test]
fn what_verify_finds_has_code_place_values_and_remedy_in_the_readers_language() {
    for (sql, code, place) in [
        (
            "UPDATE clearance_bill SET guarantor = 'X'",
            "verify.row-changed",
            "clearance_bill",
        ),
        (
            "UPDATE ledger_account SET in_posted = in_posted + 1 WHERE kind = 'quota'",
            "verify.sums",
            "ledger_account quota",
        ),
        (
            "DROP INDEX clearance_bill_day",
            "verify.schema",
            "clearance_bill_day",
        ),
        (
            "DELETE FROM journal_entry WHERE position = 2",
            "verify.chain",
            "journal_entry 2",
        ),
    ] {
        let (zone, data) = zone();
        spoils(&data, sql);
        let told = says("zh-CN", &["verify", "--data", &data]);
        assert_eq!(told.exit, 1, "{sql}: {told:#?}");
        is_chinese(&told, sql);
        assert!(
            told.out.contains(&format!("error[{code}] {place}")),
            "{told:#?}"
        );
        assert!(told.out.contains("  办法 "), "{told:#?}");
        let told = says("en", &["verify", "--data", &data]);
        assert!(told.out.contains("  fix  "), "{told:#?}");
        let told = zone.run(&["verify"]);
        let faults = told.lines[0]["faults"].as_array().unwrap();
        let fault = faults.iter().find(|fault| fault["code"] == code).unwrap();
        assert!(
            fault["field"].as_str().unwrap().starts_with(place),
            "{fault}"
        );
        assert!(
            fault["remedy"].as_str().unwrap().contains("chama restore"),
            "{fault}"
        );
        if code == "verify.sums" {
            let sum = |name: &str| fault[name].as_str().unwrap().parse::<i64>().unwrap();
            assert_eq!(sum("seen"), sum("want") + 1, "{fault}");
        }
    }
}

#[test]
fn what_replay_finds_is_told_in_words_and_its_json_has_the_problems_too() {
    let (zone, data) = zone();
    let draft = zone.folder.join("draft");
    let draft = draft.to_str().unwrap();
    assert_eq!(says("en", &["definitions", "write", draft]).exit, 0);
    let rules = format!("{draft}/rules/import-retail.toml");
    let text = fs::read_to_string(&rules).unwrap();
    fs::write(&rules, text.replace("\"5000.00\"", "\"400.00\"")).unwrap();
    let words = ["replay", "--rules", draft, "--data", &data];
    let told = says("zh-CN", &words);
    is_chinese(&told, "replay");
    assert!(told.out.contains("note[replay.differs]"), "{told:#?}");
    assert!(
        told.out.contains("结果当时为 放行，现在为 退单"),
        "{told:#?}"
    );
    let told = says("en", &words);
    assert!(
        told.out.contains("outcome was released, is now returned"),
        "{told:#?}"
    );
    assert!(!told.out.contains('{'), "{told:#?}");
    let told = zone.run(&["replay", "--rules", draft]);
    assert!(
        codes(&told.lines[0])
            .iter()
            .all(|code| code == "replay.differs")
    );
    assert_eq!(told.lines[0]["differences"][0]["now"], "refuse");
}

#[test]
fn a_database_that_was_cut_off_or_written_over_is_restored_from_a_backup() {
    let (_zone, data) = zone();
    let file = format!("{data}/chama.db");
    // Nothing of it lies in the log.
    drop(fs::remove_file(format!("{data}/chama.db-wal")));
    let whole = fs::read(&file).unwrap();
    let mut scribbled = whole.clone();
    scribbled[100..9000].fill(b'x');
    let mut pages = whole.clone();
    pages[8192..].fill(b'x');
    for (how, bytes) in [
        ("a hundred bytes", &whole[..100]),
        ("a page", &whole[..8192]),
        ("a page and a half", &whole[..12_000]),
        ("half", &whole[..whole.len() / 2]),
        ("a letter", b"Dear customs"),
        ("scribbled", &scribbled),
        ("all pages but the first", &pages),
    ] {
        fs::write(&file, bytes).unwrap();
        for verb in [&["verify"][..], &["show"], &["receipts"]] {
            for locale in ["en", "zh-CN"] {
                let told = says(locale, &[verb, &["--data", &data]].concat());
                let all = told.all();
                assert!(
                    told.exit == 3 || told.exit == 1 && verb == ["verify"],
                    "{how}: {told:#?}"
                );
                assert!(all.contains("chama restore"), "{how} {verb:?}: {told:#?}");
                assert!(!all.contains("chama.db-shm"), "{how} {verb:?}: {told:#?}");
                if verb == ["verify"] {
                    assert!(!all.contains("chama verify"), "{how}: {told:#?}");
                }
            }
        }
    }
}

#[test]
fn a_counter_set_back_sends_to_verify_and_a_backup() {
    let (zone, data) = zone();
    spoils(
        &data,
        "UPDATE clearance_counter SET value = 1 WHERE name = 'act'",
    );
    let papers = zone.writes(Parcel::lawful(2).papers());
    let words = [
        "declare",
        &papers,
        "--at",
        "2026-10-05T11:00",
        "--data",
        &data,
    ];
    let told = says("en", &words);
    assert_eq!(told.exit, 3, "{told:#?}");
    assert!(told.aside.contains("error[store.damaged]"), "{told:#?}");
    assert!(told.aside.contains("chama verify"), "{told:#?}");
    assert!(told.aside.contains("chama restore"), "{told:#?}");
}
