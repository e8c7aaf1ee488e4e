//! Laying a newer edition: what its text must be, and what it changes.

use std::collections::HashMap;

use values::{Day, Finding};

use crate::{
    Change, Changes, Row, Trust,
    edition::{Edition, Frame, Subject},
    fault::{Fault, Want},
    grid::Grid,
    table::Table,
};

/// An edition read from a text, with the columns of the text that went unused.
pub(crate) struct Read {
    pub edition: Edition,
    pub ignored: Vec<String>,
}

/// Reads `csv` as an edition of `table`; every fault is a finding with its line. `strangers`
/// tells what other tables have against the rows.
pub(crate) fn read(
    table: &Table,
    from: Day,
    csv: &str,
    full: bool,
    strangers: impl Fn(&Grid) -> Vec<Fault>,
) -> Result<Read, Vec<Finding>> {
    let told = |faults: Vec<Fault>| {
        faults
            .into_iter()
            .map(|fault| fault.finding(&table.name))
            .collect::<Vec<_>>()
    };
    let (grid, mut faults) = Grid::read(csv);
    let (required, optional) = columns(table);
    let used = |name: &str| required.contains(&name) || optional.contains(&name);
    let ignored = grid
        .header()
        .filter(|name| !used(name))
        .map(str::to_owned)
        .collect();
    let grid = grid
        .shaped(&table.shape.key, &required, &optional)
        .map_err(told)?;
    faults.extend(strangers(&grid));
    if grid.len() == 0 && faults.is_empty() {
        faults.push(Fault::new(2, &table.shape.key, "", Want::Rows));
    }
    let frame = Frame {
        from,
        to: if table.shape.subject == Subject::Calendar {
            last_of_year(&grid)
        } else {
            None
        },
        superseded_from: None,
        source: String::new(),
        trust: Trust::Loaded,
        complete: full,
        full,
        file: String::new(),
    };
    match Edition::build(frame, grid, &table.shape) {
        Ok(edition) if faults.is_empty() => Ok(Read { edition, ignored }),
        built => {
            faults.extend(built.err().into_iter().flatten());
            faults.sort_by_key(|fault| fault.line);
            Err(told(faults))
        }
    }
}

/// The columns a text must have and those it may have.
fn columns(table: &Table) -> (Vec<&str>, Vec<&str>) {
    if let Some((required, optional)) = table.shape.subject.columns() {
        return (required.to_vec(), optional.to_vec());
    }
    let newest = table
        .editions
        .last()
        .expect("a table is loaded with an edition");
    newest
        .grid
        .header()
        .partition(|name| !matches!(*name, "from" | "to"))
}

/// A calendar says nothing of the years after its last row.
fn last_of_year(grid: &Grid) -> Option<Day> {
    let last = (0..grid.len())
        .filter_map(|row| grid.key(row).parse::<Day>().ok())
        .max()?;
    Day::new(last.year(), 12, 31).ok()
}

/// What `edition` changes against what `table` says on its first day, by the columns of the
/// edition. Where it is not full, codes that it does not name are not gone.
pub(crate) fn between(table: &Table, edition: &Edition) -> Changes {
    let before = table
        .rows(edition.frame.from)
        .map(|(rows, _)| rows)
        .unwrap_or_default();
    let mut old: HashMap<(&str, u32), Row<'_>> = numbered(before.iter().copied()).collect();
    let rows = (0..edition.grid.len()).map(|row| Row::new(&edition.grid, row));
    let mut changes = Changes::default();
    let told = |row: Row<'_>| (row.code().to_owned(), row.name().to_owned());
    for (place, row) in numbered(rows) {
        match old.remove(&place) {
            None => changes.added.push(told(row)),
            Some(was) => changes.changed.extend(change(was, row)),
        }
    }
    if edition.frame.full {
        let gone = |row: &Row<'_>, place: (&str, u32)| old.contains_key(&place).then(|| told(*row));
        changes.removed = numbered(before.iter().copied())
            .filter_map(|(place, row)| gone(&row, place))
            .collect();
    }
    changes
}

/// Each row under its code and its number among the rows of that code.
fn numbered<'a>(
    rows: impl Iterator<Item = Row<'a>>,
) -> impl Iterator<Item = ((&'a str, u32), Row<'a>)> {
    let mut seen: HashMap<&str, u32> = HashMap::new();
    rows.map(move |row| {
        let count = seen.entry(row.code()).or_default();
        *count += 1;
        ((row.code(), *count), row)
    })
}

fn change(was: Row<'_>, row: Row<'_>) -> Option<Change> {
    let cells: Vec<_> = row
        .cells()
        .map(|(column, new)| (column, was.get(column).unwrap_or_default(), new))
        .filter(|(_, old, new)| old != new)
        .map(|(column, old, new)| (column.to_owned(), old.to_owned(), new.to_owned()))
        .collect();
    (!cells.is_empty()).then(|| Change {
        code: row.code().to_owned(),
        cells,
    })
}
