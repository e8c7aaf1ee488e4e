//! All rows of a database, lifted out to be written into another: what a bench holds the road
//! against. Nothing here knows what a row means.

use crate::{Reader, StoreError, Writer, sheet::Sheet};

const TABLES: &str = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' \
     AND name <> 'schema_step' ORDER BY name";
const COLUMNS: &str = "SELECT name FROM pragma_table_info($1) ORDER BY cid";

/// The rows of every table, in about the order in which they came.
pub struct Rows {
    tables: Vec<Table>,
}

struct Table {
    insert: String,
    sheet: Sheet,
}

impl Reader {
    /// Lifts every row. `arrival` names for a table the column by which its rows came: a number,
    /// or a text that ends in eight digits; any other table is read by its key.
    pub fn rows(&self, arrival: &[(&str, &str)]) -> Result<Rows, StoreError> {
        let names: Vec<String> = self
            .connection
            .prepare(TABLES)?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let order = |name: &str| arrival.iter().find(|(table, _)| *table == name);
        let tables = names
            .iter()
            .map(|name| self.table(name, order(name).map(|(_, column)| *column)))
            .collect::<Result<_, _>>()?;
        Ok(Rows { tables })
    }

    fn table(&self, name: &str, arrival: Option<&str>) -> Result<Table, StoreError> {
        let columns: Vec<String> = self
            .connection
            .prepare(COLUMNS)?
            .query_map([name], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let order = arrival.map_or(String::new(), |column| {
            format!(" ORDER BY CASE typeof({column}) WHEN 'text' THEN substr({column}, -8) ELSE {column} END")
        });
        let places: Vec<String> = (1..=columns.len()).map(|at| format!("${at}")).collect();
        let mut table = Table {
            insert: format!(
                "INSERT INTO {name} ({}) VALUES ({})",
                columns.join(", "),
                places.join(", ")
            ),
            sheet: Sheet::new(columns.len()),
        };
        let mut statement = self
            .connection
            .prepare(&format!("SELECT {} FROM {name}{order}", columns.join(", ")))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for at in 0..columns.len() {
                table.sheet.push(row.get_ref(at)?);
            }
        }
        Ok(table)
    }
}

impl Rows {
    /// How many.
    #[must_use]
    pub fn count(&self) -> usize {
        self.tables.iter().map(|table| table.sheet.count()).sum()
    }
}

impl Writer {
    /// Writes the `part`th (from 0) of `parts` of every table in one transaction, and syncs it.
    /// The tables must be there and must not hold these rows yet.
    pub fn put_rows(&mut self, rows: &Rows, part: usize, parts: usize) -> Result<(), StoreError> {
        let transaction = self
            .connection
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        for table in &rows.tables {
            let count = table.sheet.count();
            let mut statement = transaction.prepare_cached(&table.insert)?;
            for row in count * part / parts..count * (part + 1) / parts {
                statement.execute(rusqlite::params_from_iter(table.sheet.row(row)))?;
            }
        }
        transaction.commit()?;
        Ok(())
    }
}
