//! Papers in a zip archive.

use std::io::{Read, Seek, SeekFrom};

use values::Finding;
use zip::{ZipArchive, read::ZipFile, result::ZipError};

use super::{LARGEST, PaperFile, See, broken, limited, plain, printable, too_large, unpacked};
use crate::Failure;

/// How many papers an archive may hold.
const MOST: usize = 200_000;
/// How many bytes its papers may have together: many more than so many papers of the usual size.
const TOGETHER: u64 = 4 << 30;

/// Hands every paper of the archive to `see`, in the order they lie in.
pub(super) fn each(
    name: &str,
    mut from: impl Read + Seek,
    see: &mut See<'_>,
) -> Result<(), Failure> {
    let mut tell = |finding: Finding| {
        see(PaperFile {
            name: name.to_owned(),
            bytes: Err(finding),
        })
    };
    let listed = listed(&mut from);
    let mut archive = match ZipArchive::new(from) {
        Ok(archive) => archive,
        Err(error) => return tell(broken(why(&error))),
    };
    let count = archive.len();
    if count > MOST {
        let finding = Finding::refused("archive.too-large").at("file");
        return tell(finding.saw(count).wants(MOST));
    }
    // Of two entries of one name only the last is found: which one is meant nobody can tell.
    if listed.is_some_and(|listed| usize::from(listed) != count) {
        return tell(Finding::refused("archive.repeated").at("file"));
    }
    let (mut papers, mut bytes) = (0, 0);
    for at in 0..count {
        let (inner, paper) = match archive.by_index(at) {
            Err(error) => (format!("#{at}"), Err(broken(why(&error)))),
            Ok(entry) if entry.is_dir() => continue,
            Ok(mut entry) => (printable(entry.name()), read(&mut entry)),
        };
        bytes += match &paper {
            Ok(paper) => paper.len() as u64,
            Err(finding) if finding.code == "file.too-large" => LARGEST,
            Err(_) => 0,
        };
        if bytes > TOGETHER {
            return see(PaperFile {
                name: name.to_owned(),
                bytes: Err(too_large(TOGETHER)),
            });
        }
        if paper.is_err() || ends(&inner, ".xml") {
            papers += 1;
            see(PaperFile {
                name: format!("{name}!{inner}"),
                bytes: paper,
            })?;
        }
    }
    if papers == 0 {
        return see(PaperFile {
            name: name.to_owned(),
            bytes: Err(Finding::refused("archive.empty").at("file")),
        });
    }
    Ok(())
}

/// The bytes of an entry, when it is a paper; nothing of what is none.
#[allow(
    clippy::result_large_err,
    reason = "the error is a Finding, which is told whole"
)]
fn read(entry: &mut ZipFile<'_, impl Read>) -> Result<Vec<u8>, Finding> {
    let name = entry.name();
    // Nothing is written under a name of the archive, but one that climbs is a trick all the same.
    if entry.enclosed_name().is_none() || entry.is_symlink() || climbs(name) {
        return Err(Finding::refused("archive.path").at("file").saw(name));
    }
    if ends(name, ".zip") || ends(name, ".gz") {
        return Err(Finding::refused("archive.nested").at("file"));
    }
    if !ends(name, ".xml") {
        return Ok(Vec::new());
    }
    limited(entry).and_then(plain)
}

/// Whether a name leaves the archive on any system, not on this one alone.
fn climbs(name: &str) -> bool {
    let mut parts = name.split(['/', '\\']);
    let drive = name.as_bytes().get(1) == Some(&b':');
    drive || name.starts_with(['/', '\\']) || name.contains('\0') || parts.any(|part| part == "..")
}

fn ends(name: &str, ending: &str) -> bool {
    name.to_ascii_lowercase().ends_with(ending)
}

/// What is wrong with an archive, in the unpacker's sorts.
fn why(error: &ZipError) -> &'static str {
    match error {
        ZipError::Io(error) => unpacked(error),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            "password"
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => "method",
        _ => "no-zip",
    }
}

/// How many entries the archive says it lists; `None` where it does not say so here.
fn listed(from: &mut (impl Read + Seek)) -> Option<u16> {
    /// The end of the list with the longest comment.
    const TAIL: u64 = 22 + 65_535;
    let length = from.seek(SeekFrom::End(0)).ok()?;
    from.seek(SeekFrom::Start(length.saturating_sub(TAIL)))
        .ok()?;
    let mut tail = Vec::new();
    from.take(TAIL).read_to_end(&mut tail).ok()?;
    from.rewind().ok()?;
    let end = tail.windows(4).rposition(|four| four == b"PK\x05\x06")?;
    let count = tail.get(end + 10..end + 12)?;
    let count = u16::from_le_bytes(count.try_into().ok()?);
    // More than fit here stand elsewhere.
    (count != u16::MAX).then_some(count)
}
