//! What a setup file may say: each entry once, of firms that are filed and codes that tables have.

use testkit::{
    cast::{A2, E1, Firm, L1, W1},
    goods::BOOK_NUMBER,
    setup_toml,
};
use values::Finding;

use crate::centre::{Centre, codes};

/// The line of `text` that begins with `start`, the `nth` of them.
fn line_of(text: &str, start: &str, nth: usize) -> u32 {
    let mut lines = text.lines().enumerate();
    let found = lines
        .by_ref()
        .filter(|(_, line)| line.starts_with(start))
        .nth(nth);
    u32::try_from(found.expect("the file has it").0).unwrap() + 1
}

/// The one finding that refuses the file; nothing of it is kept.
fn refused(centre: &mut Centre, text: &str) -> Finding {
    let accounts = centre.accounts();
    let found = centre.sets_up(text).expect_err("it does not hold");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(centre.accounts(), accounts);
    // The lawful entries of the same file are not there either.
    assert_eq!(
        centre.sets_up(&setup_toml(0)).unwrap().filed,
        Vec::<String>::new()
    );
    found.into_iter().next().unwrap()
}

fn value<'f>(finding: &'f Finding, name: &str) -> &'f str {
    let value = finding.values.iter().find(|(known, _)| known == name);
    value.map_or("", |(_, value)| value)
}

#[test]
fn a_code_or_a_unit_that_no_table_has_is_refused_where_it_stands() {
    for (field, seen, code) in [
        ("hs", "9999999999", "setup.hs-unknown"),
        ("unit", "zzz", "setup.unit-unknown"),
    ] {
        let item = [
            ("record", "99"),
            ("hs", "1901101000"),
            ("unit", "122"),
            ("stock", "5"),
        ]
        .map(|(name, value)| {
            format!(
                "{name} = \"{}\"\n",
                if name == field { seen } else { value }
            )
        });
        let more = format!("[[book.item]]\n{}\n[[guarantee]]", item.concat());
        // More stock of a lawful item in the same file: it is not booked.
        let text = setup_toml(5).replacen("[[guarantee]]", &more, 1);
        let finding = refused(&mut Centre::open(), &text);
        assert_eq!(finding.code, code);
        assert_eq!(finding.field, format!("book.item.{field}"));
        assert_eq!(finding.seen.as_deref(), Some(seen));
        assert_eq!(value(&finding, "table"), "book.item");
        assert_eq!(value(&finding, "key"), format!("{BOOK_NUMBER}/99"));
        let line = line_of(&text, &format!("{field} = \"{seen}\""), 0);
        assert_eq!(finding.paper.line, Some(line));
    }
}

#[test]
fn a_firm_that_nobody_filed_holds_runs_guarantees_and_splits_nothing() {
    const NOBODY: &str = "91350100M000100Y43";
    for (entry, field) in [
        (
            format!("[[book]]\nnumber = \"T-X\"\nholder = \"{NOBODY}\"\n"),
            "book.holder",
        ),
        (
            format!("[[site]]\ncustoms = \"8801\"\noperator = \"{NOBODY}\"\nmodes = [\"9610\"]\n"),
            "site.operator",
        ),
        (
            format!("[[guarantee]]\nfirm = \"{NOBODY}\"\namount = \"5.00\"\n"),
            "guarantee.firm",
        ),
        (
            format!(
                "[[split]]\nfirm = \"{NOBODY}\"\npayment = \"Z\"\ntotal = \"5.00\"\n[[split.order]]\nplatform = \"P\"\nnumber = \"1\"\namount = \"5.00\"\n"
            ),
            "split.firm",
        ),
    ] {
        let text = setup_toml(5) + &entry;
        let mut centre = Centre::open();
        let finding = refused(&mut centre, &text);
        assert_eq!(
            (&*finding.code, &*finding.field),
            ("setup.firm-unknown", field)
        );
        let name = field.split('.').next_back().unwrap();
        let nth = text.matches(&format!("\n{name} = ")).count() - 1;
        let line = line_of(&text, &format!("{name} = "), nth);
        assert_eq!(finding.paper.line, Some(line), "{field}");
        // Filed in the same file, with what it needs, it holds.
        let firm = format!(
            "[[firm]]\ncode = \"{NOBODY}\"\nname = \"某\"\nroles = [\"operator\", \"guarantor\", \"payment\"]\n"
        );
        centre.sets_up(&(entry + &firm)).unwrap();
    }
}

#[test]
fn a_firm_that_is_filed_for_something_else_runs_and_guarantees_nothing() {
    for entry in [
        format!("[[guarantee]]\nfirm = \"{}\"\namount = \"5.00\"\n", L1.code),
        format!(
            "[[site]]\ncustoms = \"8801\"\noperator = \"{}\"\nmodes = [\"9610\"]\n",
            L1.code
        ),
    ] {
        let finding = refused(&mut Centre::open(), &entry);
        assert_eq!(finding.code, "setup.firm-role");
    }
}

#[test]
fn an_empty_name_or_no_role_is_refused() {
    let firm = |name: &str, roles: &str| {
        format!("[[firm]]\ncode = \"91350100M000100Y43\"\nname = \"{name}\"\nroles = {roles}\n")
    };
    for (entry, field, line) in [
        (firm("", "[\"agent\"]"), "firm.name", 3),
        (firm(" ", "[\"agent\"]"), "firm.name", 3),
        (firm("某", "[]"), "firm.roles", 4),
    ] {
        let finding = refused(&mut Centre::open(), &entry);
        assert_eq!((&*finding.code, &*finding.field), ("setup.empty", field));
        assert_eq!(finding.paper.line, Some(line));
        assert_eq!(value(&finding, "key"), "91350100M000100Y43");
    }
}

#[test]
fn an_entry_that_is_in_the_file_twice_is_refused_at_the_second() {
    let whole = setup_toml(0);
    for (start, field) in [
        ("[[firm]]", "firm.code"),
        ("[[site]]", "site.customs"),
        ("[[book]]", "book.number"),
        ("[[book.item]]", "book.item.record"),
        ("[[guarantee]]", "guarantee.firm"),
    ] {
        let from = whole.rfind(start).unwrap();
        let entry = whole[from..].split("\n\n").next().unwrap();
        let text = whole.replacen(entry, &format!("{entry}\n\n{entry}"), 1);
        let finding = refused(&mut Centre::open(), &text);
        assert_eq!((&*finding.code, &*finding.field), ("setup.twice", field));
        let first = text[..from].lines().count() + 1;
        let second = first + entry.lines().count() + 1;
        assert_eq!(
            finding.paper.line,
            u32::try_from(second + 1).ok(),
            "{field}"
        );
    }
    let watch = "[[watch]]\nhs = \"2204\"\nrate = \"1\"\n";
    let finding = refused(&mut Centre::open(), &watch.repeat(2));
    assert_eq!(
        (&*finding.code, finding.paper.line),
        ("setup.twice", Some(5))
    );
}

#[test]
fn every_fault_of_a_file_is_told_at_once() {
    let text = format!(
        "[[firm]]\ncode = \"{}\"\nname = \"\"\nroles = []\n[[watch]]\nhs = \"22\"\nrate = \"2\"\n",
        W1.code
    );
    let found = Centre::open().sets_up(&text).unwrap_err();
    assert_eq!(codes(&found), ["setup.empty", "setup.empty", "setup.value"]);
}

#[test]
fn a_firm_keeps_the_role_that_its_guarantee_or_its_site_stands_by() {
    let as_agent = |firm: Firm| {
        format!(
            "[[firm]]\ncode = \"{}\"\nname = \"{}\"\nroles = [\"agent\"]\n",
            firm.code, firm.name
        )
    };
    for (firm, role, by) in [
        (E1, "guarantor", ("guarantee", "500000.00")),
        (W1, "operator", ("site", "8805")),
    ] {
        let finding = refused(&mut Centre::open(), &as_agent(firm));
        assert_eq!(
            (&*finding.code, &*finding.field),
            ("setup.role-used", "firm.roles")
        );
        assert_eq!(finding.paper.line, Some(4));
        assert_eq!(
            (
                value(&finding, "role"),
                (value(&finding, "by"), value(&finding, "value"))
            ),
            (role, by)
        );
    }
    // A firm that was never filed so has nothing to lose.
    let fresh = as_agent(A2) + &format!("[[guarantee]]\nfirm = \"{}\"\namount = \"1\"\n", A2.code);
    let finding = refused(&mut Centre::open(), &fresh);
    assert_eq!(finding.code, "setup.firm-role");
    // Taken back, or given to another, it is free.
    let mut centre = Centre::open();
    let nothing = format!("[[guarantee]]\nfirm = \"{}\"\namount = \"0\"\n", E1.code);
    centre.sets_up(&(as_agent(E1) + &nothing)).unwrap();
    let other = format!(
        "[[site]]\ncustoms = \"8805\"\noperator = \"{}\"\nmodes = [\"9610\"]\n",
        A2.code
    );
    let operator = as_agent(A2).replace("agent", "operator");
    centre
        .sets_up(&(as_agent(W1) + &operator + &other))
        .unwrap();
}

#[test]
fn a_site_at_an_office_that_no_table_has_is_not_filed() {
    let text = format!(
        "[[site]]\ncustoms = \"9999\"\noperator = \"{}\"\nmodes = [\"9610\"]\n",
        W1.code
    );
    let finding = refused(&mut Centre::open(), &text);
    assert_eq!(finding.code, "setup.office-unknown");
    assert_eq!(
        (&*finding.field, finding.paper.line),
        ("site.customs", Some(2))
    );
    assert_eq!(finding.seen.as_deref(), Some("9999"));
}

#[test]
fn a_watch_is_for_goods_of_the_tariff_or_for_a_firm_that_is_filed() {
    for (entry, code, field) in [
        ("rate = \"0.5\"", "setup.empty", "watch.hs"),
        (
            "hs = \"99\"\nrate = \"0.5\"",
            "setup.hs-unknown",
            "watch.hs",
        ),
        ("hs = \"22o4\"\nrate = \"0.5\"", "setup.value", "watch.hs"),
        (
            "firm = \"91350100M000100Y43\"\nrate = \"0.5\"",
            "setup.firm-unknown",
            "watch.firm",
        ),
    ] {
        let text = format!("{}[[watch]]\n{entry}\n", setup_toml(5));
        let finding = refused(&mut Centre::open(), &text);
        assert_eq!((&*finding.code, &*finding.field), (code, field), "{entry}");
    }
    // What is ended may be of a firm that is no more.
    let ended = "[[watch]]\nfirm = \"91350100M000100Y43\"\nrate = \"0\"\n";
    Centre::open().sets_up(ended).unwrap();
    let held = format!(
        "[[watch]]\nhs = \"2204\"\nfirm = \"{}\"\nrate = \"0.5\"\n",
        E1.code
    );
    Centre::open().sets_up(&(setup_toml(0) + &held)).unwrap();
}
