//! The disk is full, or may only be read.

use std::{fs, path::Path, process::Command};

use super::{
    checker::Books,
    ground::{Ground, lines, said},
};

/// The program under a shell that limits the size of any file, in KiB, so that writing beyond it fails.
fn limited(ground: &Ground, kib: u64, words: &[&str]) -> Command {
    let mut command = Command::new("bash");
    // The signal that comes with the limit is ignored: the write itself has to fail, as on a full disk.
    let script = format!("trap '' XFSZ; ulimit -f {kib}; exec \"$0\" \"$@\"");
    command
        .args(["-c", &script])
        .arg(env!("CARGO_BIN_EXE_chama"));
    ground.aim(&mut command, words);
    command
}

fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |meta| meta.len())
}

#[test]
fn a_full_disk_refuses_with_words_keeps_nothing_half_done_and_the_same_papers_pass_later() {
    let ground = Ground::set_up(120);
    let papers = ground.papers("papers", 1, 120, 10);
    let words = ["declare", &*papers.to_string_lossy(), "--json"];
    let stands = size(&ground.at("data/chama.db")).max(size(&ground.at("data/chama.db-wal")));
    let mut refused = 0;
    // From hardly anything to nearly enough.
    for more in [8, 120, 700, 1800] {
        let kib = stands / 1024 + more;
        let done = limited(&ground, kib, &words).output().unwrap();
        if done.status.success() {
            continue;
        }
        refused += 1;
        assert_eq!(done.status.code(), Some(3), "{kib} KiB: {}", said(&done));
        let told = String::from_utf8_lossy(&done.stderr);
        assert!(told.contains("store.full"), "{kib} KiB: {told}");
        assert!(told.contains("free space"), "{kib} KiB: {told}");
        ground.is_sound(&format!("{kib} KiB"));
        let books = Books::of(&ground.data());
        lines(&done).iter().for_each(|line| books.hold(line));
        // Whatever is there is there in whole messages.
        let orders = books.papers.keys().filter(|(message, _)| message == "311");
        assert_eq!(orders.count() % 10, 0);
    }
    assert!(refused >= 2, "the limit was never reached");
    let all = ground.declare(&papers);
    assert_eq!(all.len(), 4 * 120);
    let books = Books::of(&ground.data());
    all.iter().for_each(|line| books.hold(line));
    assert!(books.declarations.values().all(|state| *state == 800));
    assert_eq!(books.declarations.len(), 120);
    ground.is_sound("after the disk was freed");
}

#[test]
fn a_backup_that_does_not_fit_is_no_backup() {
    let ground = Ground::set_up(20);
    ground.declare(&ground.papers("papers", 1, 20, 10));
    let file = ground.text("backup.chama");
    let done = limited(&ground, 100, &["backup", &file]).output().unwrap();
    assert_eq!(done.status.code(), Some(3), "{}", said(&done));
    assert!(!ground.at("backup.chama").exists());
    let done = ground.chama(&["backup", &file]);
    assert!(done.status.success(), "{}", said(&done));
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_only_be_read_is_refused_and_stays_as_it_was() {
    use std::os::unix::{fs::PermissionsExt, process::CommandExt};
    /// Whoever owns nothing.
    const NOBODY: u32 = 65_534;

    let ground = Ground::set_up(20);
    let papers = ground.papers("papers", 1, 10, 10);
    // Rights do not bind the administrator: the program runs as somebody who owns nothing, from a
    // place where everybody may run it.
    let open = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    let program = ground.at("chama");
    fs::copy(env!("CARGO_BIN_EXE_chama"), &program).unwrap();
    open(&program, 0o755);
    let administrator = fs::metadata(&program).is_ok_and(|meta| {
        use std::os::unix::fs::MetadataExt;
        meta.uid() == 0
    });
    let inside = |mode_folder, mode_file| {
        for name in ["data/chama.db", "data/lock", "data/keys/person.key"] {
            open(&ground.at(name), mode_file);
        }
        open(&ground.at("data/keys"), mode_folder);
        open(&ground.data(), mode_folder);
    };
    inside(0o555, 0o444);
    let before = fs::read(ground.at("data/chama.db")).unwrap();
    let mut command = Command::new(&program);
    ground.aim(
        &mut command,
        &["declare", &papers.to_string_lossy(), "--json"],
    );
    if administrator {
        command.uid(NOBODY).gid(NOBODY);
    }
    let done = command.output().unwrap();
    inside(0o755, 0o644);
    assert_eq!(done.status.code(), Some(3), "{}", said(&done));
    let told = String::from_utf8_lossy(&done.stderr);
    assert!(told.contains("store.full"), "{told}");
    assert!(told.contains("writable"), "{told}");
    assert_eq!(fs::read(ground.at("data/chama.db")).unwrap(), before);
    assert_eq!(ground.declare(&papers).len(), 40);
}
