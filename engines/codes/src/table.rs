//! A table: its editions, and which of them answers on a day.

use std::sync::Arc;

use values::Day;

use crate::{
    Answer, Missing, Row, Standing, TableInfo,
    edition::{Edition, Shape},
};

#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub name: String,
    pub title_zh: String,
    pub title_en: String,
    pub shape: Shape,
    /// By first day. A full edition ends what stood before it, another lies over it.
    pub editions: Vec<Arc<Edition>>,
}

impl Table {
    /// Where `code` stands on `day`.
    pub fn find(&self, code: &str, day: Day) -> Result<(&Edition, usize, Standing), Missing> {
        let mut last = None;
        for edition in self.upto(day) {
            if let Some(row) = edition.find(code, day) {
                return Ok((edition, row, self.standing(edition, day)));
            }
            last = Some(edition);
            if edition.frame.full {
                break;
            }
        }
        Err(match last {
            Some(edition) => Missing::Unknown {
                standing: self.standing(edition, day),
                complete: edition.frame.complete,
            },
            None => self.too_early(),
        })
    }

    pub fn answer(&self, code: &str, day: Day) -> Answer<'_> {
        match self.find(code, day) {
            Ok((edition, row, standing)) => Answer::Known {
                row: Row::new(&edition.grid, row),
                standing,
            },
            Err(Missing::Unknown { standing, complete }) => Answer::Unknown { standing, complete },
            Err(Missing::NoEdition { earliest }) => Answer::NoEdition { earliest },
            Err(Missing::NoTable) => Answer::NoTable,
        }
    }

    /// The edition that everything not named by a later one rests on.
    pub fn base(&self, day: Day) -> Result<(&Edition, Standing), Missing> {
        let mut upto = self.upto(day);
        let newest = upto.next().ok_or_else(|| self.too_early())?;
        let base = if newest.frame.full {
            newest
        } else {
            upto.find(|edition| edition.frame.full).unwrap_or(newest)
        };
        Ok((base, self.standing(base, day)))
    }

    /// Every row of `day`: those of later editions in place of those they name again.
    pub fn rows(&self, day: Day) -> Result<(Vec<Row<'_>>, Standing), Missing> {
        let (base, standing) = self.base(day)?;
        let mut layers: Vec<&Edition> = self
            .upto(day)
            .take_while(|edition| edition.frame.from > base.frame.from)
            .collect();
        layers.push(base);
        let mut rows = Vec::with_capacity(base.grid.len());
        for (depth, edition) in layers.iter().enumerate().rev() {
            let above = &layers[..depth];
            rows.extend(
                (0..edition.grid.len())
                    .filter(|row| edition.in_force(*row, day))
                    .filter(|row| {
                        above
                            .iter()
                            .all(|later| later.find(edition.grid.key(*row), day).is_none())
                    })
                    .map(|row| Row::new(&edition.grid, row)),
            );
        }
        Ok((rows, standing))
    }

    pub fn info(&self) -> TableInfo {
        let newest = self
            .editions
            .last()
            .expect("a table is loaded with an edition");
        TableInfo {
            name: self.name.clone(),
            title_zh: self.title_zh.clone(),
            title_en: self.title_en.clone(),
            key: self.shape.key.clone(),
            columns: newest.grid.header().map(str::to_owned).collect(),
            editions: self.editions.iter().map(|edition| edition.info()).collect(),
        }
    }

    /// This table with one edition more.
    pub fn with(&self, edition: Edition) -> Self {
        let mut table = self.clone();
        let at = table
            .editions
            .partition_point(|other| other.frame.from < edition.frame.from);
        table.editions.insert(at, Arc::new(edition));
        table
    }

    /// The editions that have begun on `day`, newest first.
    fn upto(&self, day: Day) -> impl Iterator<Item = &Edition> {
        self.editions
            .iter()
            .rev()
            .map(Arc::as_ref)
            .filter(move |edition| edition.frame.from <= day)
    }

    /// An edition is older once it has ended, or once a newer one is known to have begun.
    fn standing(&self, edition: &Edition, day: Day) -> Standing {
        let from = edition.frame.from;
        let ended = edition.frame.to.is_some_and(|to| to < day);
        let begun = |newer: Day| from < newer && newer <= day;
        if ended
            || self
                .editions
                .iter()
                .filter_map(|other| other.frame.superseded_from)
                .any(begun)
        {
            Standing::Older { from }
        } else {
            Standing::Current
        }
    }

    fn too_early(&self) -> Missing {
        let first = self
            .editions
            .first()
            .expect("a table is loaded with an edition");
        Missing::NoEdition {
            earliest: first.frame.from,
        }
    }
}
