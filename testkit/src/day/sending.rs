//! The papers of a day as messages: out of order, in batches, some of them twice.

use std::collections::BTreeMap;

use values::Moment;

use super::faults::Fault;
use super::planting::Filing;
use crate::cast::W1;
use crate::dice::Dice;
use crate::paper::{ARRIVAL, Paper, batch};
use crate::parcel::arrival_of;

/// Most documents a sender of the day puts into one message.
const FULL: u64 = 40;

/// File names and contents; the names sort in sending order.
pub(super) type Sent = Vec<(String, Vec<u8>)>;

/// All messages in the order they are sent, and how many of them can come in any order: the
/// rest has to come after those.
pub(super) fn messages(filings: &[Filing], counted: Moment, dice: &mut Dice) -> (Sent, usize) {
    let (late, early): (Vec<_>, Vec<_>) = filings.iter().partition(|filing| filing.late);
    let mut first = papers(&early);
    first.extend(arrivals(&early, counted));
    let mut sent = batches(first, dice);
    repeat_some(&mut sent, dice);
    let any_order = sent.len();
    sent.extend(batches(papers(&late), dice));
    let named = |(at, (name, xml)): (usize, (String, String))| {
        (format!("{:05}-{name}.xml", at + 1), xml.into_bytes())
    };
    (sent.into_iter().enumerate().map(named).collect(), any_order)
}

fn papers(filings: &[&Filing]) -> Vec<Paper> {
    let times = |filing: &Filing| {
        if filing.fault == Some(Fault::SentTwice) {
            2
        } else {
            1
        }
    };
    filings
        .iter()
        .flat_map(|filing| std::iter::repeat_n(*filing, times(filing)))
        .flat_map(Filing::papers)
        .cloned()
        .collect()
}

/// One tally for each load of direct mail. A late list with the waybill of another parcel is
/// no second piece of its load, so late filings are not asked.
fn arrivals(filings: &[&Filing], counted: Moment) -> Vec<Paper> {
    let mut loads: BTreeMap<&str, Vec<&Paper>> = BTreeMap::new();
    for filing in filings {
        let list = &filing.parcel.declaration;
        if let Some(bill) = list.get("billNo") {
            loads.entry(bill).or_default().push(list);
        }
    }
    let tally = |(bill, lists): (&str, Vec<&Paper>)| {
        arrival_of(&lists, &bill.replacen("TD", "RK", 1), W1, &counted.wire())
    };
    loads.into_iter().map(tally).collect()
}

/// Mixes the papers and lets each sender fill messages of its own, one type each.
fn batches(mut papers: Vec<Paper>, dice: &mut Dice) -> Vec<(String, String)> {
    dice.shuffle(&mut papers);
    let mut open: BTreeMap<(&str, &str), (usize, Vec<Paper>)> = BTreeMap::new();
    let mut sent = Vec::new();
    for paper in papers {
        let key = (paper.shape().number, paper.sender().code);
        let most = if paper.shape() == &ARRIVAL {
            1
        } else {
            1 + dice.below(FULL) as usize
        };
        let (most, filled) = open.entry(key).or_insert((most, Vec::new()));
        filled.push(paper);
        if filled.len() >= *most {
            sent.push(written(filled));
            open.remove(&key);
        }
    }
    sent.extend(open.values().map(|(_, filled)| written(filled)));
    sent
}

fn written(papers: &[Paper]) -> (String, String) {
    let first = &papers[0];
    (
        format!("CEB{}-{}", first.shape().number, first.sender().code),
        batch(papers),
    )
}

/// One message in fifty, and at least one, comes again later, the same to the byte.
fn repeat_some(sent: &mut Vec<(String, String)>, dice: &mut Dice) {
    if sent.is_empty() {
        return;
    }
    for _ in 0..1 + sent.len() / 50 {
        let which = dice.below(sent.len() as u64) as usize;
        let after = which + 1 + dice.below((sent.len() - which) as u64) as usize;
        sent.insert(after, sent[which].clone());
    }
}
