//! The mended copies of `chama check --fix`: apart from the papers, and over nothing.

use std::{
    collections::BTreeSet,
    fmt::Display,
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use clearance::acts::Zone;
use messages::{Limits, Mended};
use values::Finding;

use crate::{Failure, commands::Desk, intake};

/// Copies made and not yet written: none is where one of them may not be.
pub(super) struct Copies {
    folder: PathBuf,
    taken: BTreeSet<PathBuf>,
    made: Vec<Copy>,
}

struct Copy {
    name: String,
    target: PathBuf,
    mended: Mended,
    /// Where each change stands in the copy; what was taken out stands nowhere.
    lines: Vec<Option<u32>>,
}

impl Copies {
    /// Copies that go into that folder, which is made where it is not there.
    pub(super) fn into(folder: &Path, papers: &[PathBuf]) -> Result<Self, Failure> {
        fs::create_dir_all(folder).map_err(|error| Failure::unwritten(folder, &error))?;
        apart(folder, papers)?;
        Ok(Self {
            folder: folder.to_owned(),
            taken: BTreeSet::new(),
            made: Vec::new(),
        })
    }

    /// Makes the copy of a paper; one that needs nothing is copied as it is. What somebody mended by
    /// hand since an earlier run would be gone: another file in its place is refused.
    pub(super) fn mend(&mut self, zone: &Zone, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let target = self.place(name);
        let mended = zone.catalogue.mend(bytes, &Limits::default());
        match fs::read(&target) {
            Ok(there) if there == mended.bytes => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Ok(_) | Err(_) => {
                let path = target.display();
                return Err(Failure::usage("copy-differs", &[("path", &path)]));
            }
        }
        let changes = mended.changes.iter();
        let lines = changes.map(|one| line_in(&mended.bytes, bytes, &one.field, one.line));
        let lines = lines.collect();
        let name = name.to_owned();
        self.made.push(Copy {
            name,
            target,
            mended,
            lines,
        });
        Ok(())
    }

    /// Writes them all, and says what was changed.
    pub(super) fn write(self, desk: &Desk, zone: &Zone) -> Result<(), Failure> {
        for copy in &self.made {
            let target = &copy.target;
            fs::write(target, &copy.mended.bytes)
                .map_err(|error| Failure::unwritten(target, &error))?;
            tell(desk, zone, copy);
        }
        Ok(())
    }

    /// A place of its own in the folder for the copy of that paper: papers of one name from two
    /// folders do not overwrite each other.
    fn place(&mut self, name: &str) -> PathBuf {
        let plain = name.rsplit(['/', '\\', '!']).next().unwrap_or_default();
        let plain = plain.strip_suffix(".gz").unwrap_or(plain);
        let plain = match plain {
            "" | "-" | "." | ".." => "paper.xml",
            plain => plain,
        };
        let (stem, ending) = plain.rsplit_once('.').unwrap_or((plain, "xml"));
        let mut target = self.folder.join(plain);
        let mut count = 1;
        while !self.taken.insert(target.clone()) {
            count += 1;
            target = self.folder.join(format!("{stem}-{count}.{ending}"));
        }
        target
    }
}

/// Copies lie apart from the papers, so that none is written over one or read as one.
fn apart(copies: &Path, papers: &[PathBuf]) -> Result<(), Failure> {
    let copies = fs::canonicalize(copies)?;
    for path in papers {
        let Ok(path) = fs::canonicalize(path) else {
            continue;
        };
        let among = if path.is_dir() {
            copies.starts_with(&path)
        } else {
            path.parent() == Some(&copies)
        };
        if among {
            return Err(Failure::usage(
                "copies-among",
                &[("path", &copies.display())],
            ));
        }
    }
    Ok(())
}

/// The line of the copy on which the element stands that stood on that line of the paper. Elements of
/// one name keep their order.
fn line_in(copy: &[u8], paper: &[u8], field: &str, line: u32) -> Option<u32> {
    let at = |text: &[u8]| -> Vec<u32> {
        let begins = |line: &[u8]| {
            let tags = line.split(|sign| *sign == b'<').skip(1);
            let named = |tag: &&[u8]| {
                let end = tag.iter().position(|sign| b" \t\r/>".contains(sign));
                let name = &tag[..end.unwrap_or(tag.len())];
                name.rsplit(|sign| *sign == b':').next() == Some(field.as_bytes())
            };
            tags.filter(named).count()
        };
        let lines = text.split(|sign| *sign == b'\n').zip(1..);
        lines
            .flat_map(|(text, line)| std::iter::repeat_n(line, begins(text)))
            .collect()
    };
    let (there, before) = (at(copy), at(paper));
    let nth = before.iter().position(|one| *one == line)?;
    // Where one was taken out, which of them is left cannot be told.
    (there.len() == before.len()).then(|| there.get(nth).copied())?
}

/// Faults that are left in a copy by itself; papers are compared in those given.
fn left(desk: &Desk, zone: &Zone, copy: &Copy) -> usize {
    let read = intake::read(zone, desk.now(), &copy.mended.bytes);
    let documents = read.documents.iter().flat_map(|one| &one.findings);
    let all = read.findings.iter().chain(documents);
    all.filter(|finding| finding.refuses()).count()
}

/// Says what was changed in a copy, what could not be, and how much is left to mend by hand.
fn tell(desk: &Desk, zone: &Zone, copy: &Copy) {
    let said = |finding: &Finding| zone.words.sentence(finding, desk.telling.locale).text;
    for finding in &copy.mended.left {
        desk.telling
            .aside(&format!("{}: {}", copy.name, said(finding)));
    }
    let target = copy.target.display();
    for (change, line) in copy.mended.changes.iter().zip(&copy.lines) {
        let there = line.map_or(String::new(), |line| format!(" → {target}:{line}"));
        desk.telling.aside(&format!(
            "{}:{} {}{there}: {}",
            copy.name,
            change.line,
            change.field,
            said(&change.finding())
        ));
    }
    if !copy.mended.changes.is_empty() {
        let count = left(desk, zone, copy);
        let slots: [(_, &dyn Display); 2] = [("path", &target), ("count", &count)];
        desk.telling
            .aside(&desk.telling.word("copy-mended", &slots));
    }
}
