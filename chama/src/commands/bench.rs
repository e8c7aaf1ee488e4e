//! `chama bench`: figures beside raw floors, measured in the same run.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::{Desk, number};
use crate::{
    End, Failure,
    bench::{Figure, Run, Work, clear},
};

/// Examples:
///   chama bench clear
///   chama bench clear --parcels 100000 --runs 5 --json
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Bench {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Clear(Clear),
}

#[derive(Args)]
struct Clear {
    #[arg(long, default_value_t = 20_000, value_parser = number::<u64, 100, 5_000_000>)]
    parcels: u64,
    #[arg(long, default_value_t = 3, value_parser = number::<u64, 1, 100>)]
    runs: u64,
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

impl Bench {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        match &self.what {
            What::Clear(clear) => clear.run(desk),
        }
    }
}

/// A figure of every run: its name, its unit, and where it stands in a run.
type Row = (&'static str, &'static str, fn(&Run) -> f64);

const FIGURES: [Row; 8] = [
    ("parcels_per_second", "parcels/s", |run| run.rate),
    ("ratio_to_floor", "", |run| run.rate / run.floors.clear),
    ("p50_ms", "ms", |run| run.half.p50_ms),
    ("p99_ms", "ms", |run| run.half.p99_ms),
    ("cpu_us_per_parcel", "µs", |run| run.cpu_us),
    ("bytes_per_parcel", "bytes", |run| run.disk_bytes),
    ("peak_mib", "MiB", |run| run.peak_mib),
    ("full_p99_ms", "ms", |run| run.full.p99_ms),
];

const FLOORS: [Row; 3] = [
    ("tokenise", "parcels/s", |run| run.floors.tokenise),
    ("insert", "parcels/s", |run| run.floors.insert),
    ("clear", "parcels/s", |run| run.floors.clear),
];

impl Clear {
    fn run(&self, desk: &Desk) -> Result<End, Failure> {
        let work = Work {
            parcels: self.parcels,
            within: self.data.clone().unwrap_or_else(std::env::temp_dir),
        };
        if let Some(data) = self.data.as_ref().filter(|data| !data.is_dir()) {
            return Err(Failure::usage("folder-none", &[("path", &data.display())]));
        }
        let mut runs = Vec::new();
        for at in 1..=self.runs {
            if !desk.telling.json {
                let (at, runs) = (at.to_string(), self.runs.to_string());
                let said = desk
                    .telling
                    .word("bench-run", &[("at", &at), ("runs", &runs)]);
                desk.telling.aside(&said);
            }
            runs.push(clear(&work, &mut || desk.known())?);
        }
        let of = |rows: &[Row]| -> Vec<(Row, Figure)> {
            rows.iter()
                .map(|row| (*row, Figure::of(runs.iter().map(row.2))))
                .collect()
        };
        let (figures, floors) = (of(&FIGURES), of(&FLOORS));
        let load_mib = runs.first().map_or(0.0, |run| run.load_mib);
        if desk.telling.json {
            desk.telling
                .line(&self.told(&figures, &floors, &runs, load_mib))?;
        } else {
            self.print(desk, &figures, &floors, load_mib)?;
        }
        Ok(End::Done)
    }

    fn told(
        &self,
        figures: &[(Row, Figure)],
        floors: &[(Row, Figure)],
        runs: &[Run],
        load_mib: f64,
    ) -> Value {
        let spread = |rows: &[(Row, Figure)]| -> Value {
            let named = rows.iter().map(|((name, ..), figure)| {
                ((*name).to_owned(), json!([figure.least, figure.most]))
            });
            Value::Object(named.collect())
        };
        let mut value = json!({
            "bench": "clear",
            "parcels": self.parcels,
            "runs": runs.len(),
            "cores": std::thread::available_parallelism().map_or(0, usize::from),
            "load_mib": load_mib,
            "cpu_seconds": Figure::of(runs.iter().map(|run| run.cpu_us * self.parcels as f64 / 1e6)).median,
            "floors": {},
            "spread": spread(figures),
            "floors_spread": spread(floors),
        });
        for ((name, ..), figure) in figures {
            value[name] = json!(figure.median);
        }
        for ((name, ..), figure) in floors {
            value["floors"][name] = json!(figure.median);
        }
        value
    }

    fn print(
        &self,
        desk: &Desk,
        figures: &[(Row, Figure)],
        floors: &[(Row, Figure)],
        load_mib: f64,
    ) -> Result<(), Failure> {
        let telling = &desk.telling;
        telling.say(&telling.word(
            "bench-head",
            &[("parcels", &self.parcels), ("runs", &self.runs)],
        ))?;
        let line = |name: &str, unit: &str, figure: &Figure| {
            let digits = if figure.most < 100.0 { 2 } else { 0 };
            telling.say(&format!(
                "{name:24} {:>10.digits$} {unit} ({:.digits$} … {:.digits$})",
                figure.median, figure.least, figure.most
            ))
        };
        for ((name, unit, _), figure) in figures {
            line(name, unit, figure)?;
        }
        for ((name, unit, _), figure) in floors {
            line(&format!("floors.{name}"), unit, figure)?;
        }
        telling.say(&telling.word("bench-load", &[("mib", &format!("{load_mib:.0}"))]))
    }
}
