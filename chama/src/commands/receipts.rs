//! `chama receipts`: what was answered, after a cursor.

use std::{fmt::Display, fs, path::PathBuf};

use clap::Args;
use clearance::{
    acts::Zone,
    store::{Counters, Receipt, receipts_after},
};
use serde::Serialize;
use site::Problem;
use values::{Finding, Moment, Weight};

use super::{Data, Desk, number};
use crate::{End, Failure, telling::Telling};

/// Examples:
///   chama receipts --after 0
///   chama receipts --out inbox/
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Receipts {
    #[arg(long, value_name = "CURSOR", default_value = "0", value_parser = cursor, allow_hyphen_values = true)]
    after: i64,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[arg(long, default_value_t = 1000, value_parser = number::<i64, 1, 1_000_000>)]
    most: i64,
    #[command(flatten)]
    data: Data,
}

fn cursor(text: &str) -> Result<i64, &'static str> {
    let cursor = text.parse().ok().filter(|cursor| *cursor >= 0);
    cursor.ok_or("usage-wants-cursor")
}

/// A receipt as answers carry it.
#[derive(Serialize)]
pub(crate) struct Item {
    /// Cursor to go on from.
    pub(crate) cursor: String,
    /// Message number.
    pub(crate) message: String,
    /// Key of the paper it answers.
    pub(crate) key: String,
    /// `returnStatus`.
    pub(crate) status: i64,
    /// When, in Shanghai time.
    pub(crate) at: String,
    /// The receipt in customs' form.
    pub(crate) xml: String,
    /// Its reasons: rule, clause, values compared, remedy.
    pub(crate) problems: Vec<Problem>,
    /// What it says beside the verdict.
    pub(crate) notes: Vec<Problem>,
}

/// A receipt put together.
pub(crate) fn item(zone: &Zone, one: &Receipt, telling: &Telling) -> Result<Item, Failure> {
    let record = one.record(&zone.catalogue).map_err(|error| {
        Failure::failed(
            "receipt-broken",
            &[("cursor", &one.position), ("seen", &error)],
        )
    })?;
    let day = Moment(one.said.at).day();
    let (mut notes, findings): (Vec<Finding>, Vec<Finding>) = one
        .said
        .findings
        .iter()
        .cloned()
        .partition(|finding| finding.weight == Weight::Note);
    notes.push(Finding::note(clearance::problems::NOT_VERIFIED).of(one.message.clone()));
    let xml = messages::write::receipt(&record, record.get("guid").unwrap_or_default());
    Ok(Item {
        cursor: one.position.to_string(),
        message: one.message.clone(),
        key: one.key.clone(),
        status: one.said.status,
        at: Moment(one.said.at).to_string(),
        xml: String::from_utf8_lossy(&xml).into_owned(),
        problems: telling.told(&findings, &zone.rulebook, day, &zone.words),
        notes: telling.told(&notes, &zone.rulebook, day, &zone.words),
    })
}

impl Receipts {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        let mut after = self.after;
        let reader = desk.reader(&self.data.data)?;
        // A cursor of other data, or of a day that a restored backup does not know: receipts would be
        // missed in silence.
        let last = Counters::read(reader.session())?.receipt;
        if after > last {
            let slots: [(_, &dyn Display); 2] = [("seen", &after), ("last", &last)];
            return Err(Failure::usage("cursor-beyond", &slots));
        }
        let zone = desk.known()?.zone(identity::Keys::of([0; 32]));
        if let Some(out) = &self.out {
            fs::create_dir_all(out).map_err(|error| Failure::unwritten(out, &error))?;
        }
        if !desk.telling.json && self.out.is_none() {
            desk.telling.aside(&desk.telling.word("receipts-head", &[]));
        }
        for one in receipts_after(reader.session(), after, self.most)? {
            after = one.position;
            let item = item(&zone, &one, &desk.telling)?;
            if let Some(out) = &self.out {
                write(out, &one, &item.xml)?;
            } else if desk.telling.json {
                desk.telling.line(&item)?;
            } else {
                desk.telling.say(&format!(
                    "{:>8} {} {:>4} {} {}",
                    item.cursor, item.message, item.status, item.at, item.key
                ))?;
            }
        }
        if !desk.telling.json {
            let said = desk.telling.word("receipts-cursor", &[("cursor", &after)]);
            desk.telling.aside(&said);
        }
        Ok(End::Done)
    }
}

/// A file appears under its name only when it is whole: a client may watch the folder.
fn write(out: &std::path::Path, one: &Receipt, xml: &str) -> Result<(), Failure> {
    let name = format!("{:012}-CEB{}Message.xml", one.position, one.message);
    let part = out.join(format!(".{name}.part"));
    fs::write(&part, xml)
        .and_then(|()| fs::rename(&part, out.join(name)))
        .map_err(|error| Failure::unwritten(&part, &error))
}
