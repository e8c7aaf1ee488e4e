//! `chama codes`: code tables and their editions.

use std::{
    fmt::Display,
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand};
use clearance::{
    acts::load_edition,
    store::{Counters, editions},
};
use codes::{Changes, Codes, Row, TableInfo};
use rulebook::Rulebook;
use serde_json::json;
use site::{Locale, Words};
use values::{Day, Finding, Moment};

use super::{Data, Desk, day, text_of};
use crate::{
    End, Failure,
    zone::{self, Known},
};

/// A code that a table does not hold on the day asked.
const CODE_UNKNOWN: &str = "code.unknown";

/// Examples:
///   chama codes list
///   chama codes show currencies
///   chama codes show tariff 3304990029 --on 2026-10-05
///   chama codes load tariff-2027.csv --table tariff --from 2027-01-01
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct CodeTables {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    List {
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    Show {
        table: String,
        code: Option<String>,
        #[arg(long, value_parser = day, value_name = "DAY")]
        on: Option<Day>,
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    Load(Load),
}

#[derive(Args)]
struct Load {
    file: PathBuf,
    #[arg(long, value_parser = day, value_name = "DAY")]
    from: Day,
    #[arg(long)]
    table: Option<String>,
    #[arg(long)]
    partial: bool,
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    data: Data,
}

impl CodeTables {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        match &self.verb {
            Verb::List { data } => list(desk, data.as_deref()),
            Verb::Show {
                table,
                code,
                on,
                data,
            } => {
                let data = data.as_deref();
                let day = on.map_or_else(|| business_day(desk, data), Ok)?;
                show(desk, data, table, code.as_deref(), day)
            }
            Verb::Load(load) => load.run(desk),
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

/// Why the table has to be named: of many the header is alike, or none has it.
fn untold(file: &Path, text: &str, codes: &Codes) -> Failure {
    let header = text.lines().next().unwrap_or_default();
    let names: Vec<&str> = header
        .trim_start_matches('\u{feff}')
        .split(',')
        .map(|name| name.trim().trim_matches('"'))
        .collect();
    let tables = codes.tables();
    let has = |table: &TableInfo| {
        table
            .columns
            .iter()
            .all(|one| names.contains(&one.as_str()))
    };
    let mut fitting: Vec<&TableInfo> = tables.iter().filter(|table| has(table)).collect();
    // Those with these columns and no other come first.
    fitting.sort_by_key(|table| names.len().abs_diff(table.columns.len()));
    let mut alike: Vec<&str> = fitting.iter().map(|table| table.name.as_str()).collect();
    const MOST: usize = 8;
    if alike.len() > MOST {
        alike.truncate(MOST);
        alike.push("…");
    }
    let alike = alike.join(", ");
    let id = match fitting.is_empty() {
        true => "codes-table-untold",
        false => "codes-table-alike",
    };
    let slots: [(_, &dyn Display); 2] = [("path", &file.display()), ("tables", &alike)];
    Failure::usage(id, &slots)
}

/// The business day: that of `--at`, else the last that the data know, else the machine's.
fn business_day(desk: &Desk, data: Option<&Path>) -> Result<Day, Failure> {
    let last = match data {
        Some(data) => Counters::read(desk.reader(data)?.session())?.clock,
        None => 0,
    };
    let known = (desk.at.is_none() && last > 0).then_some(Moment(last));
    Ok(known.unwrap_or_else(|| desk.now()).day())
}

/// What the program knows, with the editions that were loaded into a folder.
fn known(desk: &Desk, data: Option<&Path>) -> Result<Known, Failure> {
    let mut known = desk.known()?;
    if let Some(data) = data {
        let reader = desk.reader(data)?;
        known.codes = zone::stood(reader.session(), known.codes)?.now().clone();
    }
    Ok(known)
}

fn list(desk: &Desk, data: Option<&Path>) -> Result<End, Failure> {
    let codes = known(desk, data)?.codes;
    let loaded = match data {
        Some(data) => editions(zone::reader(data)?.session())?,
        None => Vec::new(),
    };
    let day = business_day(desk, data)?;
    for table in codes.tables() {
        let holding = codes.rows(&table.name, day).map(|(rows, _)| rows.len());
        let stands = table.editions.iter().rfind(|one| one.from <= day);
        let stands = stands.map(|one| one.from);
        let title = match desk.telling.locale {
            Locale::En => &table.title_en,
            Locale::ZhCn | Locale::Bo => &table.title_zh,
        };
        for edition in &table.editions {
            // Rows have days of their own in some tables: those that hold are fewer than there are.
            let holding = holding
                .as_ref()
                .ok()
                .filter(|_| stands == Some(edition.from));
            let from = edition.from.to_string();
            let loaded = loaded
                .iter()
                .find(|one| one.table == table.name && one.starts == from)
                .map(|one| one.loaded.to_string());
            let line = json!({"table": table.name, "title": title, "from": from, "to": edition.to, "rows": edition.rows, "holding": holding,
                "complete": edition.complete, "source": edition.source, "trust": edition.trust, "loaded": loaded});
            if desk.telling.json {
                desk.telling.line(&line)?;
            } else {
                let source = match loaded {
                    Some(at) => desk.telling.word("codes-loaded", &[("at", &at)]),
                    None => {
                        let source: [(_, &dyn Display); 1] = [("source", &edition.source)];
                        desk.telling.word("codes-source", &source)
                    }
                };
                let rows = desk.telling.word("codes-rows", &[("rows", &edition.rows)]);
                let fewer = holding.filter(|held| edition.full && **held < edition.rows);
                let source = fewer.map_or(source.clone(), |held| {
                    let slots: [(_, &dyn Display); 2] = [("rows", held), ("day", &day)];
                    format!("{}{source}", desk.telling.word("codes-holding", &slots))
                });
                desk.telling
                    .say(&format!("{:18} {from} {rows:>10}  {source}", table.name))?;
            }
        }
    }
    Ok(End::Done)
}

/// The rows of a table that stand on a day, or those of one code.
fn show(
    desk: &Desk,
    data: Option<&Path>,
    table: &str,
    code: Option<&str>,
    day: Day,
) -> Result<End, Failure> {
    let known = known(desk, data)?;
    let (rows, standing) = match known.codes.rows(table, day) {
        Ok(found) => found,
        Err(missing) => {
            let found: Vec<Finding> = missing.finding(table, day).into_iter().collect();
            return refused(desk, &known.rulebook, &known.words, day, &found, table);
        }
    };
    let wanted = |row: &Row<'_>| code.is_none_or(|code| row.code() == code);
    let rows: Vec<Row<'_>> = rows.into_iter().filter(wanted).collect();
    if let (Some(code), true) = (code, rows.is_empty()) {
        let seen = format!("{table} {code}");
        let found = [Finding::refused(CODE_UNKNOWN)
            .saw(code)
            .with("table", table)
            .with("day", day)];
        return refused(desk, &known.rulebook, &known.words, day, &found, &seen);
    }
    if !desk.telling.json {
        let said = desk.telling.word("codes-day", &[("day", &day)]);
        desk.telling.aside(&said);
        if table == "positive_list" {
            desk.telling.aside(&desk.telling.word("codes-trust", &[]));
        }
    }
    for (at, row) in rows.iter().enumerate() {
        if desk.telling.json {
            let cells: serde_json::Map<String, serde_json::Value> = row
                .cells()
                .map(|(name, text)| (name.to_owned(), json!(text)))
                .collect();
            desk.telling
                .line(&json!({"table": table, "day": day, "code": row.code(), "row": cells}))?;
            continue;
        }
        if at == 0 {
            let names: Vec<&str> = row.cells().map(|(name, _)| name).collect();
            desk.telling.say(&names.join("\t"))?;
        }
        let texts: Vec<&str> = row.cells().map(|(_, text)| text).collect();
        desk.telling.say(&texts.join("\t"))?;
    }
    if let Some(note) = standing.note(table) {
        let said = known.words.sentence(&note, desk.telling.locale).text;
        desk.telling.aside(&said);
    }
    Ok(End::Done)
}

fn refused(
    desk: &Desk,
    rulebook: &Rulebook,
    words: &Words,
    day: Day,
    found: &[Finding],
    of: &str,
) -> Result<End, Failure> {
    for problem in &desk.telling.told(found, rulebook, day, words) {
        if desk.telling.json {
            desk.telling.line(problem)?;
        } else {
            desk.telling.problem(problem, of, words)?;
        }
    }
    Ok(End::Refused)
}

impl Load {
    fn run(&self, desk: &Desk) -> Result<End, Failure> {
        let text = text_of(&self.file)?;
        let told = self.table.as_deref().or_else(|| told_by_header(&text));
        let Some(table) = told else {
            return Err(untold(&self.file, &text, &desk.known()?.codes));
        };
        // Opening the house would do what is due by now: a dry run and a text that is refused move
        // nothing, nor make a folder.
        let data = &self.data.data;
        let there = zone::must_exist(data).is_ok().then_some(data.as_path());
        let known = known(desk, there)?;
        let changes = match known
            .codes
            .with_edition(table, self.from, &text, !self.partial)
        {
            Ok((_, changes)) => changes,
            Err(found) => {
                let file = self.file.to_string_lossy();
                return refused(
                    desk,
                    &known.rulebook,
                    &known.words,
                    self.from,
                    &found,
                    &file,
                );
            }
        };
        if !self.dry_run {
            let counted = (
                changes.added.len(),
                changes.removed.len(),
                changes.changed.len(),
            );
            desk.house(&self.data)?.at_desk(|desk| {
                load_edition(desk, table, self.from, !self.partial, &text, counted)
            })?;
        }
        self.tell(desk, table, &changes)
    }

    fn tell(&self, desk: &Desk, table: &str, changes: &Changes) -> Result<End, Failure> {
        if desk.telling.json {
            desk.telling.line(&json!({"table": table, "from": self.from, "kept": !self.dry_run, "added": changes.added, "removed": changes.removed,
                "changed": changes.changed, "ignored": changes.ignored}))?;
            return Ok(End::Done);
        }
        for one in &changes.changed {
            let cells: Vec<String> = one
                .cells
                .iter()
                .map(|(column, old, new)| format!("{column} {old} → {new}"))
                .collect();
            desk.telling.say(&desk.telling.word(
                "codes-changed",
                &[("code", &one.code), ("cells", &cells.join(", "))],
            ))?;
        }
        let kept = if self.dry_run { "no" } else { "yes" };
        desk.telling.say(&desk.telling.word(
            "codes-count",
            &[
                ("table", &table),
                ("from", &self.from),
                ("added", &changes.added.len()),
                ("removed", &changes.removed.len()),
                ("changed", &changes.changed.len()),
                ("kept", &kept),
            ],
        ))?;
        Ok(End::Done)
    }
}
