//! Papers from the command line: files, folders, `.zip`, `.gz` and standard input, one at a time.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use flate2::read::MultiGzDecoder;
use values::Finding;

use crate::Failure;

/// The largest paper that is read, unpacked: a hundred documents of the longest kind fit many times.
const LARGEST: u64 = 64 << 20;
/// How many papers an archive may hold.
const MOST: usize = 200_000;

/// A paper, or why it could not be read.
pub(crate) struct PaperFile {
    /// Its name; inside an archive `archive.zip!inner.xml`.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Result<Vec<u8>, Finding>,
}

/// Hands every paper under `paths` to `see`, in the order of names.
pub(crate) fn each(
    paths: &[PathBuf],
    see: &mut dyn FnMut(PaperFile) -> Result<(), Failure>,
) -> Result<(), Failure> {
    for path in paths {
        if path.as_os_str() == "-" {
            let bytes = limited(&mut io::stdin().lock());
            see(PaperFile {
                name: "-".into(),
                bytes,
            })?;
        } else if path.is_dir() {
            folder(path, see)?;
        } else if path.exists() {
            one(path, see)?;
        } else {
            return Err(Failure::Usage(format!(
                "{}: no such file or folder",
                path.display()
            )));
        }
    }
    Ok(())
}

fn folder(
    path: &Path,
    see: &mut dyn FnMut(PaperFile) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut inside: Vec<PathBuf> = fs::read_dir(path)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    inside.sort();
    for path in inside {
        if path.is_dir() {
            folder(&path, see)?;
        } else if ["xml", "zip", "gz"].iter().any(|ending| {
            path.extension()
                .is_some_and(|found| found.eq_ignore_ascii_case(ending))
        }) {
            one(&path, see)?;
        }
    }
    Ok(())
}

fn one(path: &Path, see: &mut dyn FnMut(PaperFile) -> Result<(), Failure>) -> Result<(), Failure> {
    let name = path.to_string_lossy().into_owned();
    let mut file = File::open(path)?;
    let mut head = [0; 4];
    let read = file.read(&mut head)?;
    let file = File::open(path)?;
    match &head[..read] {
        [b'P', b'K', 3 | 5, 4 | 6] => archive(&name, file, see),
        [0x1f, 0x8b, ..] => see(PaperFile {
            name,
            bytes: limited(&mut MultiGzDecoder::new(file)),
        }),
        _ => {
            let bytes = limited(&mut io::BufReader::new(file));
            see(PaperFile { name, bytes })
        }
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
        Ok(_) if bytes.len() as u64 > LARGEST => {
            Err(Finding::refused("file.too-large").at("file").wants(LARGEST))
        }
        Ok(_) => Ok(bytes),
        Err(error) => Err(Finding::refused("archive.broken").at("file").saw(error)),
    }
}

fn archive(
    name: &str,
    file: File,
    see: &mut dyn FnMut(PaperFile) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let broken = |words: String| Finding::refused("archive.broken").at("file").saw(words);
    let mut archive = match zip::ZipArchive::new(io::BufReader::new(file)) {
        Ok(archive) => archive,
        Err(error) => {
            return see(PaperFile {
                name: name.to_owned(),
                bytes: Err(broken(error.to_string())),
            });
        }
    };
    if archive.len() > MOST {
        let finding = Finding::refused("archive.too-large")
            .at("file")
            .saw(archive.len())
            .wants(MOST);
        return see(PaperFile {
            name: name.to_owned(),
            bytes: Err(finding),
        });
    }
    for at in 0..archive.len() {
        let (inner, bytes) = match archive.by_index(at) {
            Err(error) => (format!("#{at}"), Err(broken(error.to_string()))),
            Ok(entry) if entry.is_dir() => continue,
            // Nothing is written under a name of the archive, but one that climbs is a trick all the same.
            Ok(entry) if entry.enclosed_name().is_none() => {
                let inner = entry.name().to_owned();
                (
                    inner.clone(),
                    Err(Finding::refused("archive.path").at("file").saw(inner)),
                )
            }
            Ok(mut entry) => (entry.name().to_owned(), limited(&mut entry)),
        };
        if bytes.is_err() || inner.to_lowercase().ends_with(".xml") {
            see(PaperFile {
                name: format!("{name}!{inner}"),
                bytes,
            })?;
        }
    }
    Ok(())
}
