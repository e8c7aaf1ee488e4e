//! Papers from the command line: files, folders, `.zip`, `.gz` and standard input, one at a time.
//! Nothing is ever written under a name that came in, and nothing is read without a limit.

mod archive;

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Cursor, Read, Seek},
    path::{Path, PathBuf},
};

use flate2::read::MultiGzDecoder;
use messages::{Sniffed, sniff};
use values::Finding;

use crate::{Failure, failure::why};

/// The largest paper that is read, unpacked: a hundred documents of the longest kind fit many times.
const LARGEST: u64 = 64 << 20;

/// A paper, or why it could not be read.
pub(crate) struct PaperFile {
    /// Its name; inside an archive `archive.zip!inner.xml`.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Result<Vec<u8>, Finding>,
}

/// What is done with each paper.
type See<'s> = dyn FnMut(PaperFile) -> Result<(), Failure> + 's;

/// Hands every paper under `paths` to `see`, in the order of names.
pub(crate) fn each(paths: &[PathBuf], see: &mut See<'_>) -> Result<(), Failure> {
    are_there(paths)?;
    for path in paths {
        if path.as_os_str() == "-" {
            packed("-".into(), limited(&mut io::stdin().lock()), see)?;
        } else if path.is_dir() {
            for path in listed(path)? {
                plain_file(&path, see)?;
            }
        } else if path.starts_with("/dev") {
            // What a shell writes for `<(…)` is a pipe that somebody fills.
            one(path, see)?;
        } else {
            plain_file(path, see)?;
        }
    }
    Ok(())
}

/// All that is named is there, and every folder holds something: told before anything begins.
pub(crate) fn are_there(paths: &[PathBuf]) -> Result<(), Failure> {
    let named = paths.iter().filter(|path| path.as_os_str() != "-");
    for path in named {
        let found = fs::metadata(path).map_err(|error| Failure::unread(path, &error))?;
        // Whoever names a folder means papers; silence would pass for "all is well".
        if found.is_dir() && listed(path)?.is_empty() {
            return Err(Failure::usage("papers-none", &[("path", &path.display())]));
        }
    }
    Ok(())
}

/// The papers and archives under a folder, in the order of names.
fn listed(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut papers = Vec::new();
    list(folder, &mut BTreeSet::new(), &mut papers)?;
    Ok(papers)
}

/// `entered` holds the folders entered so far: a link that leads back into one is not followed.
fn list(
    path: &Path,
    entered: &mut BTreeSet<PathBuf>,
    papers: &mut Vec<PathBuf>,
) -> Result<(), Failure> {
    let unread = |error: io::Error| Failure::unread(path, &error);
    if !entered.insert(fs::canonicalize(path).map_err(unread)?) {
        return Ok(());
    }
    let mut inside: Vec<PathBuf> = fs::read_dir(path)
        .map_err(unread)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    inside.sort();
    for path in inside {
        if path.is_dir() {
            list(&path, entered, papers)?;
        } else if ["xml", "zip", "gz"].iter().any(|ending| {
            path.extension()
                .is_some_and(|found| found.eq_ignore_ascii_case(ending))
        }) {
            papers.push(path);
        }
    }
    Ok(())
}

/// A file, and nothing that is none: a named pipe would be waited on for ever.
fn plain_file(path: &Path, see: &mut See<'_>) -> Result<(), Failure> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() => one(path, see),
        Ok(_) => see(unreadable(path, "special")),
        Err(error) => see(unreadable(path, &told(&error))),
    }
}

fn one(path: &Path, see: &mut See<'_>) -> Result<(), Failure> {
    let mut head = Vec::new();
    let opened = File::open(path).and_then(|mut file| {
        Read::by_ref(&mut file).take(4).read_to_end(&mut head)?;
        Ok(file)
    });
    let mut file = match opened {
        Ok(file) => file,
        Err(error) => return see(unreadable(path, &told(&error))),
    };
    let name = printable(&path.to_string_lossy());
    // An archive may be larger than a paper, and is read where it lies.
    if sniff(&head) == Sniffed::Zip && file.rewind().is_ok() {
        return archive::each(&name, io::BufReader::new(file), see);
    }
    let from = head.chain(io::BufReader::new(file));
    if sniff(&head) == Sniffed::Gzip {
        return see(gunzipped(name, from));
    }
    packed(name, limited(&mut { from }), see)
}

/// A paper as it came, or what it is packed in.
fn packed(name: String, bytes: Result<Vec<u8>, Finding>, see: &mut See<'_>) -> Result<(), Failure> {
    match &bytes {
        Ok(all) if sniff(all) == Sniffed::Zip => archive::each(&name, Cursor::new(all), see),
        Ok(all) if sniff(all) == Sniffed::Gzip => see(gunzipped(name, all.as_slice())),
        _ => see(PaperFile { name, bytes }),
    }
}

fn gunzipped(name: String, from: impl Read) -> PaperFile {
    let bytes = limited(&mut MultiGzDecoder::new(from)).and_then(plain);
    PaperFile { name, bytes }
}

/// A name as it may be shown: one that holds control characters could move the cursor, or forge a line.
fn printable(name: &str) -> String {
    let shown = |sign: char| match sign.is_control() {
        true => sign.escape_default().to_string(),
        false => sign.to_string(),
    };
    name.chars().map(shown).collect()
}

fn unreadable(path: &Path, why: &str) -> PaperFile {
    let finding = Finding::refused("file.unreadable").at("file");
    PaperFile {
        name: printable(&path.to_string_lossy()),
        bytes: Err(finding.saw(why)),
    }
}

/// The word for what the system says, as far as there is one.
fn told(error: &io::Error) -> String {
    match why(error) {
        "other" => error.to_string(),
        word => word.to_owned(),
    }
}

/// What was unpacked once is not unpacked again: layers are how bombs are built.
#[allow(
    clippy::result_large_err,
    reason = "the error is a Finding, which is told whole"
)]
fn plain(bytes: Vec<u8>) -> Result<Vec<u8>, Finding> {
    match sniff(&bytes) {
        Sniffed::Zip | Sniffed::Gzip => Err(Finding::refused("archive.nested").at("file")),
        _ => Ok(bytes),
    }
}

/// Reads at most [`LARGEST`] bytes; one more is a bomb or a mistake.
#[allow(
    clippy::result_large_err,
    reason = "the error is a Finding, which is told whole"
)]
fn limited(from: &mut dyn Read) -> Result<Vec<u8>, Finding> {
    let mut bytes = Vec::new();
    match from.take(LARGEST + 1).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() as u64 > LARGEST => Err(too_large(LARGEST)),
        Ok(_) => Ok(bytes),
        Err(error) => Err(broken(unpacked(&error))),
    }
}

/// An archive that cannot be read; `kind` says what is wrong with it, since the unpacker's own words
/// are in one language.
fn broken(kind: &str) -> Finding {
    let finding = Finding::refused("archive.broken").at("file");
    finding.with("kind", kind)
}

/// What is wrong with bytes that do not unpack.
fn unpacked(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => "cut",
        _ => "content",
    }
}

fn too_large(most: u64) -> Finding {
    Finding::refused("file.too-large").at("file").wants(most)
}
