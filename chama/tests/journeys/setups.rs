//! Setup files as people write them: every fault at once, in words, and nothing left of a refusal.

use std::{fs, io::Write, process::Stdio};

use testkit::Parcel;

use crate::{person::says, program::speaking, zone::Zone};

const FAULTY: &str = "[[firm]]
code = \"91540195MA6TE5T024\"
name = \"高原\\u0007优选\"
roles = [\"platform\"]
colour = \"red\"

[[firm]]
name = 5

[firms]
a = 1

[[site]]
customs = \"8805\"
operator = \"91540195MA6TE5T05D\"
modes = [\"1211\"]

[[guarantee]]
firm = \"91540195MA6TE5T011\"
amount = \"a lot\"

[settings]
\"signature.require\" = \"maybe\"
\"inspection.randm\" = \"0\"

[[watch]]
rate = \"0.5\"
";

#[test]
fn every_fault_of_a_setup_file_is_told_at_once_with_its_line() {
    let zone = Zone::open();
    let file = zone.folder.join("faulty.toml");
    fs::write(&file, FAULTY).unwrap();
    let data = zone.folder.join("new");
    let words = [
        "setup",
        file.to_str().unwrap(),
        "--data",
        data.to_str().unwrap(),
    ];
    for locale in ["en", "zh-CN"] {
        let told = says(locale, &words);
        assert_eq!(told.exit, 1, "{told:#?}");
        for (code, line, field) in [
            ("setup.value", 3, "firm.name"),
            ("setup.unknown", 5, "firm.colour"),
            ("setup.missing", 7, "firm.code"),
            ("setup.missing", 7, "firm.roles"),
            ("setup.kind", 8, "firm.name"),
            ("setup.unknown", 10, "firms"),
            ("setup.value", 16, "site.modes"),
            ("setup.value", 20, "guarantee.amount"),
            ("setup.value", 23, "settings.signature.require"),
            ("setup.unknown", 24, "settings.inspection.randm"),
            ("setup.empty", 26, "watch.hs"),
        ] {
            let want = format!("error[{code}] {}:{line} {field}\n", file.display());
            assert!(told.out.contains(&want), "{want}{}", told.out);
        }
        assert_eq!(told.out.matches("error[").count(), 11, "{}", told.out);
        for allowed in ["1210, 1239, 9610", "off, declared, schema", "fx.usd."] {
            assert!(told.out.contains(allowed), "{allowed}: {}", told.out);
        }
        assert!(!data.exists(), "a refused first setup leaves no folder");
    }
}

#[test]
fn a_setup_that_is_no_toml_is_told_in_the_language_of_the_reader() {
    let zone = Zone::open();
    let file = zone.folder.join("faulty.toml");
    fs::write(&file, "[[firm]\ncode = \"x\"\n[[site]]\noperater = \"y\"\n").unwrap();
    let told = says("zh-CN", &["setup", file.to_str().unwrap()]);
    assert_eq!(told.exit, 1, "{told:#?}");
    let broken = format!("error[setup.file] {}:1 file", file.display());
    assert!(told.out.contains(&broken), "{}", told.out);
    assert!(told.out.contains("error[setup.unknown]"), "{}", told.out);
    for word in ["expected", "unclosed", "invalid"] {
        assert!(!told.out.contains(word), "{}", told.out);
    }
}

#[test]
fn a_setup_that_what_stands_refuses_leaves_no_folder_either() {
    let zone = Zone::open();
    let whole = fs::read_to_string(zone.folder.join("setup.toml")).unwrap();
    let file = zone.folder.join("watched.toml");
    fs::write(&file, whole + "[[watch]]\nhs = \"99\"\nrate = \"0.5\"\n").unwrap();
    let data = zone.folder.join("new");
    let words = [
        "setup",
        file.to_str().unwrap(),
        "--data",
        data.to_str().unwrap(),
    ];
    let told = says("en", &words);
    assert_eq!(told.exit, 1, "{told:#?}");
    assert!(told.out.contains("error[setup.hs-unknown]"), "{}", told.out);
    assert!(!data.exists());
}

#[test]
fn a_setup_comes_from_standard_input_too() {
    let zone = Zone::open();
    let whole = fs::read(zone.folder.join("setup.toml")).unwrap();
    let data = zone.folder.join("data");
    let words = [
        "setup",
        "-",
        "--data",
        data.to_str().unwrap(),
        "--at",
        "2026-10-05T10:00",
    ];
    let mut child = speaking("en", &words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(&whole).unwrap();
    let done = child.wait_with_output().unwrap();
    let told = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(told.contains("0 filed"), "{told}");
}

#[test]
fn what_was_filed_and_what_is_promised_is_told_in_words_and_yuan() {
    let zone = Zone::open();
    zone.releases(&Parcel::lawful(1), "2026-10-05T10:00");
    let (file, data) = (zone.folder.join("less.toml"), zone.folder.join("data"));
    let (file, data) = (file.to_str().unwrap(), data.to_str().unwrap());
    let setup = ["setup", file, "--data", data, "--at", "2026-10-05T10:00"];
    let firm = "[[guarantee]]\nfirm = \"91540195MA6TE5T011\"\n";
    fs::write(file, format!("{firm}amount = \"1.00\"\n")).unwrap();
    for (locale, falls) in [
        (
            "en",
            "guarantee 91540195MA6TE5T011 cannot fall to 1.00 yuan: lists hold of it, ",
        ),
        (
            "zh-CN",
            "担保 91540195MA6TE5T011 不能减到 1.00 元：有清单占用，最少 ",
        ),
    ] {
        let told = says(locale, &setup);
        assert_eq!(told.exit, 1, "{told:#?}");
        let rest = told.out.split(falls).nth(1);
        let least = rest.and_then(|rest| rest.split(' ').next()).unwrap();
        let cents = least.split_once('.').map(|(_, cents)| cents.len());
        assert_eq!(cents, Some(2), "{told:#?}");
    }
    for (amount, locale, filed) in [
        ("900000.00", "en", "filed guarantee 91540195MA6TE5T011\n"),
        ("900001.00", "zh-CN", "已备案担保 91540195MA6TE5T011\n"),
    ] {
        fs::write(file, format!("{firm}amount = \"{amount}\"\n")).unwrap();
        let told = says(locale, &setup);
        assert!(told.out.starts_with(filed), "{told:#?}");
    }
}
