//! `chama backup` and `chama restore`: a copy of the data, and back.

use std::{fs, io, path::PathBuf};

use clap::Args;
use serde_json::json;
use store::{Fault, StoreError};

use super::{Data, Desk, vacant};
use crate::{End, Failure};

/// Examples:
///   chama backup monday.chama
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Backup {
    file: PathBuf,
    #[command(flatten)]
    data: Data,
}

impl Backup {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        if self.file.exists() {
            return Err(Failure::usage(
                "file-exists",
                &[("path", &self.file.display())],
            ));
        }
        let parent = self.file.parent().filter(|one| !one.as_os_str().is_empty());
        if let Some(parent) = parent.filter(|one| !one.is_dir()) {
            return Err(Failure::usage(
                "folder-none",
                &[("path", &parent.display())],
            ));
        }
        desk.reader(&self.data.data)?.backup(&self.file)?;
        done(desk, &self.file.display().to_string())
    }
}

/// Examples:
///   chama restore monday.chama --data /srv/chama
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Restore {
    file: PathBuf,
    #[command(flatten)]
    data: Data,
}

impl Restore {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        let found = fs::File::open(&self.file).and_then(|file| file.metadata());
        match found {
            Err(error) => return Err(Failure::unread(&self.file, &error)),
            Ok(found) if found.is_dir() => {
                let error = io::ErrorKind::IsADirectory.into();
                return Err(Failure::unread(&self.file, &error));
            }
            Ok(_) => {}
        }
        let data = &self.data.data;
        // The keys may have been put back first.
        if !vacant(data, "keys").map_err(|error| Failure::unread(data, &error))? {
            return Err(Failure::usage("restore-used", &[("path", &data.display())]));
        }
        let made = !data.exists();
        if let Err(error) = store::restore(&self.file, data) {
            if made {
                drop(fs::remove_dir(data));
            }
            return Err(self.refused(error));
        }
        done(desk, &data.display().to_string())?;
        // Whoever restores without the key hears now what will not work, and not at the first paper.
        desk.reader(data)?;
        Ok(End::Done)
    }
}

impl Restore {
    /// Why the file was not put back, by its own codes: what a data folder would need does not help.
    fn refused(&self, error: StoreError) -> Failure {
        let path = self.file.display();
        let (code, id) = match error.fault {
            Fault::Foreign => ("restore.foreign", "restore-foreign"),
            Fault::Damaged => ("restore.damaged", "restore-damaged"),
            _ => return error.into(),
        };
        Failure::ruled(code, id, &[("path", &path)])
    }
}

fn done(desk: &Desk, what: &str) -> Result<End, Failure> {
    if desk.telling.json {
        desk.telling.line(&json!({"ok": true, "written": what}))?;
    } else {
        let said = desk.telling.word("written", &[("path", &what)]);
        desk.telling.say(&said)?;
    }
    Ok(End::Done)
}
