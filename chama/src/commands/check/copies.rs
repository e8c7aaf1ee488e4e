//! The mended copies of `chama check --fix`: apart from the papers, and over nothing.

use std::{
    collections::BTreeSet,
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use clearance::acts::Zone;
use messages::{Limits, Mended};
use values::Finding;

use crate::{Failure, commands::Desk};

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
        let name = name.to_owned();
        self.made.push(Copy {
            name,
            target,
            mended,
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

/// Says what was changed in a copy, and what could not be.
fn tell(desk: &Desk, zone: &Zone, copy: &Copy) {
    let said = |finding: &Finding| zone.words.sentence(finding, desk.telling.locale).text;
    for finding in &copy.mended.left {
        desk.telling
            .aside(&format!("{}: {}", copy.name, said(finding)));
    }
    for change in &copy.mended.changes {
        let finding = Finding::note(change.code)
            .at(change.field.clone())
            .line(change.line);
        desk.telling.aside(&format!(
            "{}:{} {}: {}",
            copy.target.display(),
            change.line,
            change.field,
            said(&finding)
        ));
    }
}
