//! `chama codes`: code tables and their editions.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand};
use clearance::{acts::load_edition, store::editions};
use serde_json::json;
use values::Day;

use super::{Data, Desk};
use crate::{End, Failure, zone};

/// Examples:
///   chama codes list
///   chama codes list --data chama-data
///   chama codes load tariff-2027.csv --table tariff --from 2027-01-01
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct CodeTables {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Every table with its editions, source and trust
    List {
        /// Data folder whose loaded editions are told too
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    /// Load an edition from CSV and tell what changed
    Load {
        /// The CSV file, with a header
        file: PathBuf,
        /// First day it counts
        #[arg(long, value_parser = day, value_name = "DAY")]
        from: Day,
        /// Table; told by the header where only one fits
        #[arg(long)]
        table: Option<String>,
        /// It is only a part: codes absent from it stay
        #[arg(long)]
        partial: bool,
        /// Tell what would change and keep nothing
        #[arg(long)]
        dry_run: bool,
        #[command(flatten)]
        data: Data,
    },
}

fn day(text: &str) -> Result<Day, String> {
    text.parse().map_err(|_| "a day like 2027-01-01".to_owned())
}

impl CodeTables {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        match &self.verb {
            Verb::List { data } => list(desk, data.as_deref()),
            Verb::Load {
                file,
                from,
                table,
                partial,
                dry_run,
                data,
            } => {
                let text = fs::read_to_string(file)
                    .map_err(|error| Failure::Usage(format!("{}: {error}", file.display())))?;
                let table = match table.as_deref().or_else(|| told_by_header(&text)) {
                    Some(table) => table.to_owned(),
                    None => {
                        return Err(Failure::Usage(
                            "the header fits no table; name it with --table".into(),
                        ));
                    }
                };
                load(
                    desk,
                    data,
                    &table,
                    *from,
                    &text,
                    !partial,
                    *dry_run,
                    &file.to_string_lossy(),
                )
            }
        }
    }
}

/// The tariff and the positive list are told by their key columns.
fn told_by_header(text: &str) -> Option<&'static str> {
    let header = text.lines().next()?.trim_start_matches('\u{feff}');
    let names: Vec<&str> = header.split(',').map(str::trim).collect();
    match names.first() {
        Some(&"hs10") => Some("tariff"),
        Some(&"hs8") => Some("positive_list"),
        _ => None,
    }
}

fn list(desk: &Desk, data: Option<&Path>) -> Result<End, Failure> {
    let mut codes = desk.known()?.codes;
    let mut loaded = Vec::new();
    if let Some(data) = data {
        let reader = zone::reader(data)?;
        codes = zone::stood(reader.session(), codes)?.now().clone();
        loaded = editions(reader.session())?;
    }
    for table in codes.tables() {
        for edition in &table.editions {
            let from = edition.from.to_string();
            let loaded = loaded
                .iter()
                .find(|one| one.table == table.name && one.starts == from)
                .map(|one| one.loaded.to_string());
            let line = json!({"table": table.name, "title": table.title_zh, "from": from, "to": edition.to, "rows": edition.rows,
                "complete": edition.complete, "source": edition.source, "trust": edition.trust, "loaded": loaded});
            if desk.telling.json {
                desk.telling.line(&line)?;
            } else {
                let source = loaded.map_or(edition.source.clone(), |at| format!("loaded {at}"));
                desk.telling.say(&format!(
                    "{:18} from {from} {:>6} rows  {source}",
                    table.name, edition.rows
                ))?;
            }
        }
    }
    Ok(End::Done)
}

#[expect(
    clippy::too_many_arguments,
    reason = "one command line, passed on once"
)]
fn load(
    desk: &Desk,
    data: &Data,
    table: &str,
    from: Day,
    text: &str,
    whole: bool,
    dry_run: bool,
    file: &str,
) -> Result<End, Failure> {
    let mut house = desk.house(data)?;
    let changes = match house.zone.codes.with_edition(table, from, text, whole) {
        Ok((_, changes)) => changes,
        Err(found) => {
            let zone = &house.zone;
            let problems = desk.telling.told(&found, &zone.rulebook, from, &zone.words);
            for problem in &problems {
                if desk.telling.json {
                    desk.telling.line(problem)?;
                } else {
                    desk.telling.problem(problem, file, &zone.words)?;
                }
            }
            return Ok(End::Refused);
        }
    };
    let counted = (
        changes.added.len(),
        changes.removed.len(),
        changes.changed.len(),
    );
    if !dry_run {
        house.at_desk(|desk| load_edition(desk, table, from, whole, text, counted))?;
    }
    if desk.telling.json {
        desk.telling.line(&json!({"table": table, "from": from, "kept": !dry_run, "added": changes.added, "removed": changes.removed,
            "changed": changes.changed, "ignored": changes.ignored}))?;
    } else {
        for one in &changes.changed {
            let cells: Vec<String> = one
                .cells
                .iter()
                .map(|(column, old, new)| format!("{column} {old} → {new}"))
                .collect();
            desk.telling
                .say(&format!("changed {}: {}", one.code, cells.join(", ")))?;
        }
        desk.telling.say(&format!(
            "{table} from {from}: {} added, {} removed, {} changed{}",
            counted.0,
            counted.1,
            counted.2,
            if dry_run { ", nothing kept" } else { "" }
        ))?;
    }
    Ok(End::Done)
}
