//! Papers in archives and folders, as nobody should send them.

use std::{
    fs,
    io::{Cursor, Write},
    os::unix::fs::symlink,
    path::Path,
};

use flate2::{Compression, write::GzEncoder};
use serde_json::Value;
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{
    broken::good,
    folder::Folder,
    program::{Told, speaking},
};

/// An archive of those names and contents.
fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        let options = SimpleFileOptions::default();
        match name.strip_suffix('@') {
            Some(link) => writer.add_symlink(link, "/etc/passwd", options).unwrap(),
            None => {
                writer.start_file(*name, options).unwrap();
                writer.write_all(bytes).unwrap();
            }
        }
    }
    writer.finish().unwrap().into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// What was told of one file: its name without folders, and the codes that refuse.
fn told(checked: &Told) -> Vec<(String, String)> {
    let told = checked.lines.iter().map(|line| {
        let name = line["file"].as_str().unwrap();
        let (archive, inner) = name.split_once('!').unwrap_or((name, ""));
        let archive = Path::new(archive).file_name().unwrap().to_str().unwrap();
        let code = |problem: &Value| problem["code"].as_str().unwrap().to_owned();
        let codes = line["problems"].as_array().unwrap().iter().map(code);
        let name = match inner {
            "" => archive.to_owned(),
            inner => format!("{archive}!{inner}"),
        };
        (name, codes.collect::<Vec<_>>().join(" "))
    });
    told.collect()
}

/// Checks one file and compares what is told: `(name, codes)` each.
#[track_caller]
fn tells(name: &str, bytes: &[u8], want: &[(&str, &str)]) {
    let folder = Folder::new();
    folder.write(name, bytes);
    let told = told(&folder.check(&[]));
    let told: Vec<(&str, &str)> = told.iter().map(|(a, b)| (&**a, &**b)).collect();
    assert_eq!(told, want);
}

#[test]
fn papers_are_read_out_of_archives() {
    let order = good("311").as_bytes();
    let archive = zipped(&[
        ("a/1.xml", order),
        ("readme.txt", b"hello"),
        ("2.XML", order),
    ]);
    tells(
        "all.zip",
        &archive,
        &[("all.zip!a/1.xml", ""), ("all.zip!2.XML", "")],
    );
    tells("one.xml.gz", &gzipped(order), &[("one.xml.gz", "")]);
    // Whatever its name says.
    tells("one.xml", &gzipped(order), &[("one.xml", "")]);
}

#[test]
fn a_path_that_leaves_the_archive_is_refused() {
    let order = good("311").as_bytes();
    let names = [
        "../1.xml",
        "/1.xml",
        "a/../../1.xml",
        "..\\1.xml",
        "C:\\1.xml",
        "link.xml@",
    ];
    for name in names {
        let shown = name.trim_end_matches('@');
        let want = format!("all.zip!{shown}");
        let archive = zipped(&[(name, order), ("good.xml", order)]);
        tells(
            "all.zip",
            &archive,
            &[(&want, "archive.path"), ("all.zip!good.xml", "")],
        );
    }
}

#[test]
fn a_name_in_an_archive_forges_no_line_and_moves_no_cursor() {
    let folder = Folder::new();
    let forged = "a\nok  real.xml:3 311\u{1b}[31m.xml";
    folder.write("names.zip", &zipped(&[(forged, b"<x")]));
    let mut command = speaking("en", &["check", "--at", "2026-10-05T10:00"]);
    let said = command.arg(folder.papers()).output().unwrap();
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(said.contains("names.zip!a\\nok"), "{said}");
    let moves = |sign: char| sign.is_control() && sign != '\n';
    assert!(!said.contains(moves), "{said}");
    assert!(!said.lines().any(|line| line.starts_with("ok")), "{said}");
}

#[test]
fn layers_names_given_twice_and_empty_archives_are_refused() {
    let order = good("311").as_bytes();
    let inner = zipped(&[("1.xml", order)]);
    let nested = "archive.nested";
    tells(
        "all.zip",
        &zipped(&[("in.zip", &inner)]),
        &[("all.zip!in.zip", nested)],
    );
    tells(
        "all.zip",
        &zipped(&[("in.xml", &inner)]),
        &[("all.zip!in.xml", nested)],
    );
    tells(
        "all.zip",
        &zipped(&[("in.xml", &gzipped(order))]),
        &[("all.zip!in.xml", nested)],
    );
    tells(
        "a.xml.gz",
        &gzipped(&gzipped(order)),
        &[("a.xml.gz", nested)],
    );
    tells("a.zip.gz", &gzipped(&inner), &[("a.zip.gz", nested)]);
    tells("all.zip", &zipped(&[]), &[("all.zip", "archive.empty")]);
    tells(
        "all.zip",
        &zipped(&[("a.txt", b"")]),
        &[("all.zip", "archive.empty")],
    );

    let mut twice = zipped(&[("a.xml", order), ("b.xml", order)]);
    for at in 0..twice.len() - 5 {
        if &twice[at..at + 5] == b"b.xml" {
            twice[at] = b'a';
        }
    }
    tells("all.zip", &twice, &[("all.zip", "archive.repeated")]);
}

#[test]
fn what_is_packed_together_is_no_message_and_what_is_cut_is_broken() {
    let order = good("311").as_bytes();
    let two = [gzipped(order), gzipped(order)].concat();
    tells("two.xml.gz", &two, &[("two.xml.gz", "xml.broken")]);
    let packed = gzipped(order);
    tells(
        "cut.xml.gz",
        &packed[..packed.len() / 2],
        &[("cut.xml.gz", "archive.broken")],
    );
    let trailing = [&packed[..], b"rest"].concat();
    tells(
        "more.xml.gz",
        &trailing,
        &[("more.xml.gz", "archive.broken")],
    );
    let archive = zipped(&[("1.xml", order)]);
    tells(
        "cut.zip",
        &archive[..archive.len() / 2],
        &[("cut.zip", "archive.broken")],
    );
    let mut changed = archive.clone();
    changed[60] ^= 0x55;
    tells("bad.zip", &changed, &[("bad.zip!1.xml", "archive.broken")]);
}

#[test]
fn what_is_no_message_at_all_is_said_for_what_it_is() {
    for (name, bytes, says) in [
        ("a.zip", &b"hello"[..], "neither XML nor a .zip"),
        ("a.xml.gz", b"hello", "neither XML nor a .zip"),
        ("a.xml", b"", "is empty"),
        ("b.xml", b" \r\n", "is empty"),
        ("c.xml", b"{\"order\":1}", "That is JSON"),
    ] {
        let folder = Folder::new();
        folder.write(name, bytes);
        let line = &folder.check(&[]).lines[0];
        assert_eq!(line["problems"][0]["code"], "xml.broken", "{line}");
        let text = line["problems"][0]["text"].as_str().unwrap();
        assert!(text.contains(says), "{name}: {text}");
    }
}

#[test]
fn bombs_are_not_unpacked_to_their_end() {
    let bomb = gzipped(&vec![b' '; (64 << 20) + 1]);
    tells("bomb.xml.gz", &bomb, &[("bomb.xml.gz", "file.too-large")]);
    let spaces = vec![b' '; (64 << 20) + 1];
    let archive = zipped(&[("bomb.xml", &spaces)]);
    tells(
        "bomb.zip",
        &archive,
        &[("bomb.zip!bomb.xml", "file.too-large")],
    );
    tells("bomb.xml", &spaces, &[("bomb.xml", "file.too-large")]);
}

#[test]
fn links_in_a_circle_end_and_what_cannot_be_opened_is_told() {
    let folder = Folder::new();
    folder.write("a/1.xml", good("311").as_bytes());
    symlink(folder.papers(), folder.papers().join("a/again")).unwrap();
    symlink("nowhere", folder.papers().join("gone.xml")).unwrap();
    let checked = folder.check(&[]);
    let want = [("1.xml", ""), ("gone.xml", "file.unreadable")];
    let want = want.map(|(name, code)| (name.to_owned(), code.to_owned()));
    assert_eq!(told(&checked), want);
    assert_eq!(checked.exit, 1);
}

#[test]
fn a_named_pipe_is_told_and_not_waited_for() {
    let folder = Folder::new();
    let pipe = folder.papers().join("pipe.xml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    for path in [&pipe, &folder.papers()] {
        let checked = folder.check_of(path, &[]);
        let want = [("pipe.xml".to_owned(), "file.unreadable".to_owned())];
        assert_eq!(told(&checked), want);
        assert_eq!(checked.exit, 1);
    }
}

#[test]
fn check_and_declare_tell_the_faults_of_a_broken_file_in_one_order() {
    let folder = Folder::new();
    let deep = folder.write("deep.xml", "<a>".repeat(40).as_bytes());
    let checked = folder.check_of(&deep, &[]);
    let data = folder.mended();
    let at = ["--json", "--at", "2026-10-05T10:00", "--data"];
    let mut declare = speaking("en", &["declare"]);
    let declared = declare.arg(&deep).args(at).arg(&data).output().unwrap();
    let codes = told(&checked).remove(0).1;
    assert!(codes.starts_with("xml.too-deep xml.root"), "{codes}");
    assert_eq!(told(&crate::program::told(&declared)), told(&checked));
}

#[test]
fn copies_are_mended_each_in_its_own_place_and_say_what_changed() {
    let folder = Folder::new();
    let marked = format!("\u{feff}{}", good("311"));
    folder.write("a/1.xml", marked.as_bytes());
    folder.write("b/1.xml", good("622").as_bytes());
    let mended = folder.mended();
    let checked = folder.check(&["--fix", mended.to_str().unwrap()]);
    let copy = |name: &str| fs::read_to_string(mended.join(name)).unwrap();
    assert_eq!(copy("1.xml"), good("311"));
    assert_eq!(copy("1-2.xml"), good("622"));
    let said = "The byte order mark before the text is gone.";
    assert!(checked.aside.contains(said), "{}", checked.aside);
    let notes = checked.lines[0]["notes"].as_array().unwrap();
    assert!(notes.iter().any(|note| note["code"] == "xml.bom"));
}

#[test]
fn copies_never_lie_among_the_papers() {
    let folder = Folder::new();
    let marked = format!("\u{feff}{}", good("311"));
    let paper = folder.write("1.xml", marked.as_bytes());
    let papers = folder.papers();
    let fix = ["--fix", papers.to_str().unwrap()];
    for path in [&paper, &papers] {
        assert_eq!(folder.check_of(path, &fix).exit, 2);
        assert_eq!(fs::read_to_string(&paper).unwrap(), marked);
    }
}
