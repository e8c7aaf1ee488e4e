//! Tables: each room brings numbered steps, the store applies what is missing.

use rusqlite::Connection;

use crate::{Fault, StoreError};

/// The tables of one room. A step once shipped is never edited; the next one follows it.
#[derive(Debug)]
pub struct Schema {
    /// Name of the room that alone reads and writes these tables.
    pub room: &'static str,
    /// SQL of each step, oldest first. `/* clustered */` after the closing bracket of a table
    /// keeps its rows in the order of the primary key where the database can; `/* appended */`
    /// says that its first column is a number that only grows and names a row by itself.
    pub steps: &'static [&'static str],
}

const STEPS: &str = "CREATE TABLE IF NOT EXISTS schema_step (room TEXT NOT NULL, step BIGINT NOT NULL, PRIMARY KEY (room, step))";
const THERE: &str = "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'schema_step'";
const DONE: &str = "SELECT COALESCE(MAX(step), 0) FROM schema_step WHERE room = $1";

/// Applies the missing steps of every room in one transaction.
pub(crate) fn apply(
    connection: &mut Connection,
    schemas: &[&'static Schema],
) -> Result<(), StoreError> {
    let transaction = connection.transaction()?;
    transaction.execute_batch(STEPS)?;
    for schema in schemas {
        let done = done(&transaction, schema)?;
        for (at, step) in schema.steps.iter().enumerate().skip(done) {
            transaction.execute_batch(&embedded(step))?;
            transaction.execute(
                "INSERT INTO schema_step (room, step) VALUES ($1, $2)",
                (schema.room, at as i64 + 1),
            )?;
        }
    }
    transaction.commit()?;
    Ok(())
}

/// A step as the embedded database takes it. It adds to the end of a table without looking for the
/// place, and without copying neighbours, only where the key is its own row number.
fn embedded(step: &str) -> String {
    const APPENDED: &str = ") /* appended */";
    let mut sql = String::with_capacity(step.len());
    let mut rest = step;
    while let Some((table, after)) = rest.split_once(APPENDED) {
        rest = after;
        let start = table.rfind("CREATE TABLE").unwrap_or_default();
        let (before, table) = table.split_at(start);
        let key = table.rfind("PRIMARY KEY").unwrap_or(table.len());
        let columns = table[..key].trim_end().trim_end_matches(',');
        sql.push_str(before);
        sql.push_str(&columns.replacen("BIGINT NOT NULL", "INTEGER PRIMARY KEY", 1));
        sql.push(')');
    }
    sql.push_str(rest);
    bucket_last(&sql).replace(") /* clustered */", ") WITHOUT ROWID")
}

/// A bucket spreads rows over nodes, and keeps one large firm from being the hot end of a table. One
/// writer on one file has neither trouble: there rows stand by their natural number, as they come,
/// and the bucket closes the key (decision 004).
fn bucket_last(step: &str) -> String {
    const BUCKET: &str = "bucket, ";
    let keyed = |line: &str| line.contains("PRIMARY KEY (") || line.starts_with("CREATE INDEX");
    let moved = |line: &str| match line.rfind(')') {
        Some(end) if keyed(line) && line.contains(BUCKET) => {
            let (columns, close) = line.split_at(end);
            format!("{}, bucket{close}", columns.replacen(BUCKET, "", 1))
        }
        _ => line.to_owned(),
    };
    let lines: Vec<String> = step.lines().map(moved).collect();
    lines.join("\n")
}

/// Whether this program knows every step that was applied.
pub(crate) fn known(
    connection: &Connection,
    schemas: &[&'static Schema],
) -> Result<(), StoreError> {
    let there: i64 = connection.query_row(THERE, [], |row| row.get(0))?;
    if there == 0 {
        let words = "the database has no table schema_step";
        return Err(StoreError::new(Fault::Foreign, words));
    }
    schemas
        .iter()
        .try_for_each(|schema| done(connection, schema).map(drop))
}

/// How many steps of a room were applied; more than the program knows is an error.
fn done(connection: &Connection, schema: &Schema) -> Result<usize, StoreError> {
    let done: i64 = connection.query_row(DONE, [schema.room], |row| row.get(0))?;
    let done = usize::try_from(done).unwrap_or(usize::MAX);
    if done > schema.steps.len() {
        let words = format!(
            "{} has step {done}, this program knows {}",
            schema.room,
            schema.steps.len()
        );
        return Err(StoreError::new(Fault::Newer, words));
    }
    Ok(done)
}

#[cfg(test)]
mod tests {
    #[test]
    fn on_one_file_rows_stand_by_their_natural_number() {
        let step = "CREATE TABLE cup (\n    bucket BIGINT NOT NULL,\n    PRIMARY KEY (bucket, number)\n) /* clustered */;\n\
                    CREATE TABLE pot (\n    position BIGINT NOT NULL,\n    bucket BIGINT NOT NULL,\n    PRIMARY KEY (position, bucket)\n) /* appended */;\n\
                    CREATE INDEX pot_tea ON pot (bucket, tea, position);";
        assert_eq!(
            super::embedded(step),
            "CREATE TABLE cup (\n    bucket BIGINT NOT NULL,\n    PRIMARY KEY (number, bucket)\n) WITHOUT ROWID;\n\
             CREATE TABLE pot (\n    position INTEGER PRIMARY KEY,\n    bucket BIGINT NOT NULL);\n\
             CREATE INDEX pot_tea ON pot (tea, position, bucket);"
        );
    }
}
