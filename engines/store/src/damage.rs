//! What is wrong with the database itself, whatever stands in it: its pages, its steps, its tables.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use values::Finding;

use crate::{Schema, StoreError, schema};

/// Pages of the file do not hold together.
const PAGES: &str = "verify.pages";
/// A step of the tables is noted and not known, or known and not noted.
const STEP: &str = "verify.step";
/// A table, index, trigger or view is missing, another, or one too many.
const SCHEMA: &str = "verify.schema";

/// The codes of what [`crate::Reader::damage`] finds.
pub const CODES: &[&str] = &[PAGES, STEP, SCHEMA];

const CHECK: &str = "PRAGMA integrity_check(20)";
const NOTED: &str = "SELECT room, step FROM schema_step";
// What the database makes by itself (indexes of keys, sums of ANALYZE) is no part of a step.
const OBJECTS: &str = "SELECT type, name, COALESCE(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

/// What the database says of its pages. Its sentences are its own and English; told is how many
/// there are, and the index where one is named.
pub(crate) fn pages(connection: &Connection) -> Result<Vec<Finding>, StoreError> {
    let mut statement = connection.prepare(CHECK)?;
    let lines: Vec<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines.iter().filter(|line| *line != "ok") {
        let index = line.rsplit_once("index ").map(|(_, name)| name);
        *places.entry(index.unwrap_or_default()).or_default() += 1;
    }
    let finding = |(index, count)| {
        let finding = Finding::refused(PAGES).with("count", count);
        match index {
            "" => finding.at(crate::DATABASE).with("what", "file"),
            index => finding.at(index.to_owned()).with("what", "index"),
        }
    };
    Ok(places.into_iter().map(finding).collect())
}

/// Steps that are noted and unknown, and known ones that are not noted.
pub(crate) fn steps(
    connection: &Connection,
    schemas: &[&'static Schema],
) -> Result<Vec<Finding>, StoreError> {
    let mut statement = connection.prepare(NOTED)?;
    let noted: BTreeSet<(String, i64)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let steps = |schema: &Schema| {
        let room = schema.room.to_owned();
        (1..=schema.steps.len() as i64).map(move |step| (room.clone(), step))
    };
    let known: BTreeSet<(String, i64)> = schemas.iter().flat_map(|schema| steps(schema)).collect();
    let differing = noted.symmetric_difference(&known);
    let finding = |one: &(String, i64)| {
        let how = match noted.contains(one) {
            true => "unknown",
            false => "missing",
        };
        Finding::refused(STEP)
            .at(format!("schema_step {} {}", one.0, one.1))
            .with("room", &one.0)
            .with("step", one.1)
            .with("how", how)
    };
    Ok(differing.map(finding).collect())
}

/// Tables, indexes, triggers and views that are not those which the steps make, held against a
/// database in memory on which they were just applied.
pub(crate) fn objects(
    connection: &Connection,
    schemas: &[&'static Schema],
) -> Result<Vec<Finding>, StoreError> {
    let mut fresh = Connection::open_in_memory()?;
    schema::apply(&mut fresh, schemas)?;
    let (made, mut stands) = (made_of(&fresh)?, made_of(connection)?);
    let mut found = Vec::new();
    let tell = |(kind, name): &(String, String), how: &str| {
        let finding = Finding::refused(SCHEMA).at(name.clone()).with("name", name);
        finding.with("kind", kind).with("how", how)
    };
    for (object, sql) in &made {
        match stands.remove(object) {
            None => found.push(tell(object, "missing")),
            Some(other) if other != *sql => {
                found.push(tell(object, "changed").saw(other).wants(sql));
            }
            Some(_) => {}
        }
    }
    found.extend(stands.keys().map(|object| tell(object, "added")));
    Ok(found)
}

/// Kind and name of everything that was made, with its statement, blanks evened out.
fn made_of(connection: &Connection) -> Result<BTreeMap<(String, String), String>, StoreError> {
    let mut statement = connection.prepare(OBJECTS)?;
    let objects = statement.query_map([], |row| {
        let sql: String = row.get(2)?;
        let even = sql.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(((row.get(0)?, row.get(1)?), even))
    })?;
    Ok(objects.collect::<Result<_, _>>()?)
}
