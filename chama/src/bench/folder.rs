//! Where a run has its data.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::Failure;

/// A folder that is removed when the run is over, however it ends.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// A new one below `within`.
    pub(crate) fn new(within: &Path) -> Result<Self, Failure> {
        for n in 0..10_000 {
            let path = within.join(format!("chama-bench-{}-{n}", std::process::id()));
            match fs::create_dir(&path) {
                Ok(()) => return Ok(Self(path)),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => {
                    return Err(Failure::unwritten(&path, &error));
                }
            }
        }
        Err(Failure::failed("no-temporary", &[]))
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}
