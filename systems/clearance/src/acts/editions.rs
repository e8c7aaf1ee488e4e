//! Editions of code tables that were loaded: keeping one, and which of them stood at an act.

use codes::Codes;
use facts::setup::EditionLoaded;
use sha2::{Digest, Sha256};
use store::StoreError;
use values::Day;

use super::Desk;
use crate::store::{self as tables, Edition};

/// Keeps a loaded edition of a code table with its fact. The edition was read and compared before.
pub fn load_edition(
    desk: &mut Desk<'_>,
    table: &str,
    from: Day,
    whole: bool,
    content: &str,
    changes: (usize, usize, usize),
) -> Result<(), StoreError> {
    let edition = Edition {
        table: table.to_owned(),
        starts: from.to_string(),
        whole,
        content: content.to_owned(),
        loaded: desk.now,
        act: desk.next_act(),
    };
    if !tables::put_edition(desk.session, &edition)? {
        return Ok(());
    }
    let digest = journal::hex(&Sha256::digest(content.as_bytes()));
    let fact = EditionLoaded {
        table: table.to_owned(),
        from,
        digest,
        changes,
    };
    desk.journal
        .append(desk.now, &format!("codes/{table}"), &fact)
        .map(drop)
}

/// Code tables as they stood, act by act: each edition counts from the act that loaded it, from
/// whatever day it is in force.
#[derive(Debug, Clone)]
pub struct Stood {
    /// Oldest first; the first stood before any act.
    tables: Vec<(i64, Codes)>,
}

impl From<Codes> for Stood {
    /// These, at every act.
    fn from(codes: Codes) -> Self {
        Self {
            tables: vec![(0, codes)],
        }
    }
}

impl Stood {
    /// The tables with the editions that were loaded, as [`tables::editions`] tells them.
    ///
    /// # Errors
    /// An edition does not fit the tables any more.
    pub fn with(codes: Codes, editions: &[Edition]) -> Result<Self, StoreError> {
        let mut stood = Self::from(codes);
        for edition in editions {
            let Edition { table, starts, .. } = edition;
            let misfit = |why: String| {
                StoreError::damaged(format!("edition {starts} of {table} no longer fits: {why}"))
            };
            let day: Day = starts.parse().map_err(|_| misfit("no day".into()))?;
            let (next, _) = stood
                .now()
                .with_edition(table, day, &edition.content, edition.whole)
                .map_err(|found| misfit(format!("{} findings", found.len())))?;
            stood.tables.push((edition.act, next));
        }
        Ok(stood)
    }

    /// With every edition.
    #[must_use]
    pub fn now(&self) -> &Codes {
        &self.tables[self.tables.len() - 1].1
    }

    /// With the editions that were loaded before that act.
    #[must_use]
    pub fn at(&self, act: i64) -> &Codes {
        let after = self.tables.partition_point(|(loaded, _)| *loaded <= act);
        &self.tables[after.max(1) - 1].1
    }
}
