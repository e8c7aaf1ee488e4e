//! `chama backup` and `chama restore`: a copy of the data, and back.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::{Data, Desk};
use crate::{End, Failure, zone::reader};

/// Keys are not in a backup: keep the folder `keys` apart.
///
/// Examples:
///   chama backup monday.chama
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Backup {
    /// File to write; it must not exist
    file: PathBuf,
    #[command(flatten)]
    data: Data,
}

impl Backup {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        if self.file.exists() {
            return Err(Failure::Usage(format!(
                "{} exists already",
                self.file.display()
            )));
        }
        reader(&self.data.data)?.backup(&self.file)?;
        done(desk, &self.file.display().to_string())
    }
}

/// The folder's keys must be put beside it by hand: without them the restored data cannot be written to.
///
/// Examples:
///   chama restore monday.chama --data /srv/chama
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Restore {
    /// A backup
    file: PathBuf,
    #[command(flatten)]
    data: Data,
}

impl Restore {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        if !self.file.is_file() {
            return Err(Failure::Usage(format!(
                "{}: no such file",
                self.file.display()
            )));
        }
        if self.data.data.join("chama.db").exists() {
            return Err(Failure::Usage(format!(
                "{} holds data already; restore into an empty folder",
                self.data.data.display()
            )));
        }
        store::restore(&self.file, &self.data.data)?;
        done(desk, &self.data.data.display().to_string())
    }
}

fn done(desk: &Desk, what: &str) -> Result<End, Failure> {
    if desk.telling.json {
        desk.telling.line(&json!({"ok": true, "written": what}))?;
    } else {
        desk.telling.say(&format!("written {what}"))?;
    }
    Ok(End::Done)
}
