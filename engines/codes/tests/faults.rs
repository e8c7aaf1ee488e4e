//! Definitions with faults: each is told with file and line, all at once.

use codes::Codes;

const TABLES: &str = r#"[[table]]
name = "units"
title = { zh = "计量单位", en = "Units" }
key = "code"
length = 3
[[table.edition]]
file = "codes/units.csv"
from = 2016-04-08
source = "试验"
trust = "design"
"#;
const UNITS: &str = "code,name_zh\n035,千克\n";
const CONSUMPTION: &str = "rule = []\n";

fn faults(files: &[(&str, &str)]) -> Vec<String> {
    let mut all = vec![
        ("codes/tables.toml", TABLES),
        ("codes/units.csv", UNITS),
        ("codes/consumption.toml", CONSUMPTION),
    ];
    all.retain(|(path, _)| files.iter().all(|(other, _)| other != path));
    all.extend(files.iter().filter(|(_, text)| *text != "-"));
    match Codes::load(all) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

/// The first fault, which must be the only one.
fn fault(files: &[(&str, &str)]) -> String {
    let faults = faults(files);
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults[0].clone()
}

#[test]
fn right_definitions_have_no_fault_and_other_rooms_files_are_left_alone() {
    assert_eq!(
        faults(&[("rules/import-retail.toml", "this is no TOML [[")]),
        Vec::<String>::new()
    );
}

#[test]
fn a_missing_file_is_named_where_it_is_wanted() {
    assert_eq!(
        fault(&[("codes/units.csv", "-")]),
        "definitions/codes/tables.toml:7: definition.reference file codes/units.csv"
    );
    assert!(faults(&[("codes/tables.toml", "-")])[0].contains("definition.missing file"));
    assert!(
        fault(&[("codes/consumption.toml", "-")])
            .starts_with("definitions/codes/consumption.toml:0")
    );
}

#[test]
fn a_file_that_no_edition_names_is_a_fault() {
    assert!(
        fault(&[("codes/colours.csv", "code\n1\n")])
            .starts_with("definitions/codes/colours.csv:0: definition.reference file-unused")
    );
}

#[test]
fn keys_unknown_to_the_descriptor_stop_the_start_with_their_line() {
    let text = TABLES.replace("length = 3", "lenght = 3");
    assert!(
        faults(&[("codes/tables.toml", &text)])[0]
            .starts_with("definitions/codes/tables.toml:5: definition.unknown lenght")
    );
    let text = TABLES.replace("2016-04-08", "2016-02-30");
    assert!(
        faults(&[("codes/tables.toml", &text)])[0].starts_with("definitions/codes/tables.toml:8:")
    );
    let text = TABLES.replace("2016-04-08", "09:58:00");
    assert!(faults(&[("codes/tables.toml", &text)])[0].contains(":8: definition.kind day"));
}

#[test]
fn a_table_named_twice_or_without_edition_is_a_fault() {
    assert!(
        faults(&[("codes/tables.toml", &TABLES.repeat(2))])[0]
            .contains("11: definition.twice table units")
    );
    let (head, _) = TABLES
        .split_once("[[table.edition]]")
        .expect("the fixture has an edition");
    let faults = faults(&[("codes/tables.toml", head), ("codes/units.csv", "-")]);
    assert!(
        faults[0].contains("definition.entry edition units"),
        "{faults:?}"
    );
}

#[test]
fn every_bad_row_of_every_file_is_told() {
    let faults = faults(&[
        ("codes/units.csv", "code,name_zh\n35,千克\n007,个\n007,件\n"),
        ("codes/consumption.toml", "[[rule]]\nid = 1\n"),
    ]);
    assert_eq!(faults.len(), 3, "{faults:?}");
    assert!(faults[0].starts_with("definitions/codes/units.csv:2: codes.row"));
    assert!(faults[1].starts_with("definitions/codes/units.csv:4: codes.duplicate"));
    assert!(faults[2].starts_with("definitions/codes/consumption.toml:"));
}

#[test]
fn a_consumption_rule_needs_a_scope_and_something_to_say() {
    let rule = |rest: &str| {
        format!(
            "[[rule]]\nid = \"x\"\ntitle = {{ zh = \"试\", en = \"x\" }}\nfrom = 2020-01-01\nbasis = {{ document = \"试\", certainty = \"design\" }}\n{rest}\n"
        )
    };
    let of = |rest: &str| faults(&[("codes/consumption.toml", &rule(rest))]);
    assert!(
        of("scope = [\"22\"]\nspecific = { per_litre = \"1\" }")[0]
            .contains("definition.entry scope x")
    );
    assert!(of("scope = [\"2203\"]")[0].contains("definition.entry neither x"));
    assert!(
        of("scope = [\"2203\"]\nspecific = { per_litre = \"1\", usd = \"1\" }")[0]
            .contains("definition.entry specific x")
    );
    assert!(
        of("scope = [\"2203\"]\nspecific = { per_litre = 1.5 }")[0].contains("consumption.toml:")
    );
    assert_eq!(
        of("scope = [\"2203\"]\nspecific = { per_litre = \"1\" }"),
        Vec::<String>::new()
    );
}

#[test]
fn a_tariff_may_only_use_units_that_the_table_of_units_knows() {
    let tables = format!(
        "{TABLES}[[table]]\nname = \"tariff\"\ntitle = {{ zh = \"税则\", en = \"Tariff\" }}\nkey = \"hs10\"\nlength = 10\n\
         [[table.edition]]\nfile = \"codes/t.csv\"\nfrom = 2020-01-01\nsource = \"试验\"\ntrust = \"design\"\n"
    );
    let tariff = "hs10,name_zh,mfn_rate,consumption_tax_rate,vat_rate,unit1,unit2\n1901101000,奶粉,0.15,0,0.13,035,036\n";
    let fault = fault(&[("codes/tables.toml", &tables), ("codes/t.csv", tariff)]);
    assert!(
        fault.starts_with("definitions/codes/t.csv:2: codes.row unit2 unit codes/t.csv 036"),
        "{fault}"
    );
}

#[test]
fn a_row_of_a_sheet_must_belong_to_a_table_of_it() {
    let tables = format!(
        "{TABLES}[[sheet]]\nfile = \"codes/s.csv\"\nfrom = 2020-01-01\nsource = \"试验\"\ntrust = \"design\"\n\
         [[sheet.table]]\nname = \"flags\"\ntitle = {{ zh = \"标记\", en = \"Flags\" }}\n"
    );
    let sheet = "table,code,name_zh\nflags,1,是\nflag,0,否\n";
    let fault = fault(&[("codes/tables.toml", &tables), ("codes/s.csv", sheet)]);
    assert_eq!(
        fault,
        "definitions/codes/s.csv:3: definition.reference sheet-table flag"
    );
}
