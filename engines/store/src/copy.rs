//! Copies: a backup taken beside the running writer, and a restore into an empty folder.

use std::{fs, path::Path};

use rusqlite::{Connection, OpenFlags};

use crate::{DATABASE, Fault, Reader, StoreError};

impl Reader {
    /// Writes a whole copy as of one moment to `file`, which must not exist yet. It appears under
    /// its name only when it is complete and on disk.
    pub fn backup(&self, file: &Path) -> Result<(), StoreError> {
        if file.exists() {
            return Err(StoreError::new(
                Fault::Foreign,
                format!("{} exists already", file.display()),
            ));
        }
        // Behind the whole name: `monday.part` may be somebody's file, where `monday.chama` is ours.
        let mut part = file.as_os_str().to_owned();
        part.push(".part");
        let part = Path::new(&part);
        if part.exists() {
            fs::remove_file(part)?;
        }
        if let Err(error) = self.copy_to(part) {
            // What stays of it is no backup.
            drop(fs::remove_file(part));
            return Err(error);
        }
        fs::rename(part, file)?;
        Ok(())
    }

    fn copy_to(&self, part: &Path) -> Result<(), StoreError> {
        let mut copy = Connection::open(part)?;
        {
            let backup = rusqlite::backup::Backup::new(&self.connection, &mut copy)?;
            backup.run_to_completion(1024, std::time::Duration::ZERO, None)?;
        }
        copy.execute_batch("PRAGMA journal_mode = DELETE")?;
        drop(copy);
        fs::File::open(part)?.sync_all()?;
        Ok(())
    }
}

/// Puts a backup into `folder`, which must hold no database. The copy is checked page by page
/// before it takes its name.
pub fn restore(file: &Path, folder: &Path) -> Result<(), StoreError> {
    let target = folder.join(DATABASE);
    if target.exists() {
        return Err(StoreError::new(
            Fault::Held,
            format!("{} holds a database already", folder.display()),
        ));
    }
    fs::create_dir_all(folder)?;
    let part = folder.join("restore.part");
    fs::copy(file, &part)?;
    let checked = check(&part);
    if let Err(error) = checked {
        fs::remove_file(&part)?;
        return Err(error);
    }
    fs::File::open(&part)?.sync_all()?;
    fs::rename(&part, &target)?;
    Ok(())
}

fn check(file: &Path) -> Result<(), StoreError> {
    let copy = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let verdict: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(StoreError::new(Fault::Damaged, verdict));
    }
    copy.query_row("SELECT COUNT(*) FROM schema_step", [], |_| Ok(()))
        .map_err(|_| {
            StoreError::new(
                Fault::Foreign,
                "the file is a database, but not a backup of this program",
            )
        })
}
