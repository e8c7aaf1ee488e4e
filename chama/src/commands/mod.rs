//! The commands: one file each.

mod backup;
mod bench;
mod check;
mod codes;
mod completions;
mod decide;
mod declare;
mod definitions;
mod demo;
mod export;
mod quote;
mod receipts;
mod replay;
mod rules;
pub(crate) mod setup;
mod show;
mod verify;

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use clap::{Args, Parser, Subcommand};
use site::Locale;
use values::{Day, Moment};

use crate::{
    End, Failure,
    definitions::Definitions,
    telling::{Telling, width},
    zone::{House, KeyState, Known, Leap, has_database, key_state},
};

/// The command line. What help says of it stands in the words of the house, under `cmd`.
#[derive(Parser)]
#[command(
    name = "chama",
    version,
    max_term_width = 100,
    arg_required_else_help = true,
    before_help = "  chama demo --once\n  chama check orders/"
)]
pub(crate) struct Line {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    verb: Verb,
}

/// What every command takes.
#[derive(Args)]
pub(crate) struct Common {
    #[arg(long, global = true)]
    json: bool,
    #[arg(long, global = true, value_parser = locale)]
    locale: Option<Locale>,
    #[arg(long, global = true)]
    no_color: bool,
    #[arg(long, global = true, value_parser = moment, value_name = "TIME")]
    at: Option<Moment>,
    #[arg(long, global = true, value_name = "DIR")]
    definitions: Option<PathBuf>,
}

/// Where the data lies.
#[derive(Args)]
pub(crate) struct Data {
    #[arg(long, value_name = "DIR", default_value = "chama-data")]
    data: PathBuf,
}

#[derive(Subcommand)]
pub(crate) enum Verb {
    Demo(demo::Demo),
    Declare(declare::Declare),
    Check(check::Check),
    Quote(quote::Quote),
    Rules(rules::Rules),
    Setup(setup::SetUp),
    Show(show::Show),
    Receipts(receipts::Receipts),
    Decide(decide::Decide),
    Verify(verify::Verify),
    Replay(replay::Replay),
    Backup(backup::Backup),
    Restore(backup::Restore),
    Export(export::Export),
    Bench(bench::Bench),
    Codes(codes::CodeTables),
    Definitions(definitions::Define),
    Completions(completions::Completions),
}

// What a reader of a value says is the id of the sentence: see `usage::complaint`.

fn locale(text: &str) -> Result<Locale, &'static str> {
    Locale::named(text).ok_or("usage-wants-locale")
}

fn moment(text: &str) -> Result<Moment, &'static str> {
    text.parse().map_err(|_| "usage-wants-moment")
}

/// A whole number between two; what is said of another names both.
fn number<N: TryFrom<i64>, const LEAST: i64, const MOST: i64>(text: &str) -> Result<N, String> {
    let read: Option<i64> = text.parse().ok();
    read.filter(|number| (LEAST..=MOST).contains(number))
        .and_then(|number| N::try_from(number).ok())
        .ok_or_else(|| format!("usage-wants-range {LEAST} {MOST}"))
}

/// Days that are turned round would pass for "nothing there".
fn in_order(from: Option<Day>, to: Option<Day>) -> Result<(), Failure> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => Err(Failure::usage(
            "days-turned",
            &[("from", &from), ("to", &to)],
        )),
        _ => Ok(()),
    }
}

/// A text from a file or, where it is `-`, from standard input.
fn text_of(file: &Path) -> Result<String, Failure> {
    if file.as_os_str() != "-" {
        return fs::read_to_string(file).map_err(|error| Failure::unread(file, &error));
    }
    let mut text = String::new();
    io::stdin().lock().read_to_string(&mut text)?;
    Ok(text)
}

fn day(text: &str) -> Result<Day, &'static str> {
    text.parse().map_err(|_| "usage-wants-day")
}

/// Whether nothing lies in a folder, `but` aside; so it is where there is none.
fn vacant(folder: &Path, but: &str) -> io::Result<bool> {
    if !folder.exists() {
        return Ok(true);
    }
    for entry in fs::read_dir(folder)? {
        if entry?.file_name() != *but {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A new folder in the machine's temporary place.
fn fresh(name: &str) -> Result<PathBuf, Failure> {
    let stem = format!("{name}-{}", std::process::id());
    for n in 0..1000 {
        let folder = std::env::temp_dir().join(if n == 0 {
            stem.clone()
        } else {
            format!("{stem}-{n}")
        });
        if fs::create_dir(&folder).is_ok() {
            return Ok(folder);
        }
    }
    Err(Failure::failed("no-temporary", &[]))
}

/// How a paper fared, before everything else on its line.
fn mark(desk: &Desk, ok: bool) -> String {
    let both = ["mark-ok", "mark-refused"].map(|id| desk.telling.word(id, &[]));
    let wide = both.iter().map(|one| width(one)).max().unwrap_or_default();
    let one = &both[usize::from(!ok)];
    format!("{one}{}", " ".repeat(wide - width(one)))
}

/// What a command works with.
pub(crate) struct Desk {
    pub(crate) telling: Telling,
    pub(crate) at: Option<Moment>,
    definitions: Option<PathBuf>,
}

impl Desk {
    pub(crate) fn definitions(&self) -> Result<Definitions, Failure> {
        Definitions::load(self.definitions.as_deref(), "--definitions")
    }

    pub(crate) fn known(&self) -> Result<Known, Failure> {
        Known::load(&self.definitions()?)
    }

    /// Puts the house to work on `data`. A new folder is made where there is none, and told: it may
    /// be a mistyped one.
    pub(crate) fn house(&self, data: &Data) -> Result<House, Failure> {
        let data = &data.data;
        let fresh = !has_database(data);
        let house = House::open(data, self.known()?, self.at)?;
        if let Some(leap) = &house.leap {
            self.leapt(leap);
        }
        if fresh {
            let whole = std::path::absolute(data).unwrap_or_else(|_| data.clone());
            let said = self
                .telling
                .word("data-made", &[("path", &whole.display())]);
            self.telling.aside(&said);
        }
        Ok(house)
    }

    /// Tells of time that leapt though nobody named one.
    fn leapt(&self, leap: &Leap) {
        let Leap { from, to, due } = leap;
        let slots: [(_, &dyn std::fmt::Display); 5] = [
            ("from", from),
            ("to", to),
            ("due", &due.all()),
            ("waits", &due.waits),
            ("taxes", &due.taxes),
        ];
        self.telling.aside(&self.telling.word("time-leapt", &slots));
    }

    /// Reads `data` beside whoever writes them. A key of other data is refused; one that is not there
    /// is told, since nothing can be done with the data but look at them.
    pub(crate) fn reader(&self, data: &Path) -> Result<store::Reader, Failure> {
        let reader = crate::zone::reader(data)?;
        if key_state(reader.session(), data)? == KeyState::Missing {
            self.key_missing(data);
        }
        Ok(reader)
    }

    /// Tells that the key of `data` is not there, and what cannot be done without it.
    fn key_missing(&self, data: &Path) {
        let folder = crate::zone::keys_folder(data);
        let slots: [(_, &dyn std::fmt::Display); 1] = [("path", &folder.display())];
        self.telling
            .aside(&self.telling.word("key-not-there", &slots));
    }

    /// Puts the house to work on `data`, which must be there: a mistyped folder is told, not made.
    pub(crate) fn standing_house(&self, data: &Data) -> Result<House, Failure> {
        crate::zone::must_exist(&data.data)?;
        self.house(data)
    }

    /// The business time where no data folder tells one.
    pub(crate) fn now(&self) -> Moment {
        self.at.unwrap_or_else(crate::zone::machine_time)
    }
}

impl Line {
    /// The command, and what it works with.
    pub(crate) fn opened(self) -> (Verb, Desk) {
        let common = self.common;
        let over = common.definitions.clone();
        let desk = Desk {
            telling: Telling::new(common.json, common.locale, common.no_color, over),
            at: common.at,
            definitions: common.definitions,
        };
        (self.verb, desk)
    }
}

impl Verb {
    /// Does it.
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        match self {
            Self::Demo(verb) => verb.run(desk),
            Self::Declare(verb) => verb.run(desk),
            Self::Check(verb) => verb.run(desk),
            Self::Quote(verb) => verb.run(desk),
            Self::Rules(verb) => verb.run(desk),
            Self::Setup(verb) => verb.run(desk),
            Self::Show(verb) => verb.run(desk),
            Self::Receipts(verb) => verb.run(desk),
            Self::Decide(verb) => verb.run(desk),
            Self::Verify(verb) => verb.run(desk),
            Self::Replay(verb) => verb.run(desk),
            Self::Backup(verb) => verb.run(desk),
            Self::Restore(verb) => verb.run(desk),
            Self::Export(verb) => verb.run(desk),
            Self::Bench(verb) => verb.run(desk),
            Self::Codes(verb) => verb.run(desk),
            Self::Definitions(verb) => verb.run(desk),
            Self::Completions(verb) => verb.run(desk),
        }
    }
}
