//! Many lawful parcels, cheap to make: what a bench sends.

use crate::cast::{E1, Firm, L1, L2, P1, P2, P3, S2, S3, Y1, Y2, person};
use crate::dice::Dice;
use crate::goods::EVERYDAY;
use crate::paper::{Paper, document, guid, message};
use crate::purchase::{Bought, Purchase};
use crate::setup::setup_toml;

/// Parcels in one batch: as many documents as a message may hold.
const BATCH: u64 = 100;

/// Who files the batches in turn: platform, seller, carrier, payment firm.
const SENDERS: [[Firm; 4]; 3] = [[P1, E1, L1, Y1], [P2, S2, L2, Y2], [P3, S3, L1, Y1]];

/// A stream of batches of lawful parcels, every one bought by another person, so that no quota
/// is ever used up. Papers are filled into texts written once. All of them are of the day of
/// the stories, 2026-10-05 09:58.
#[derive(Debug, Clone)]
pub struct Load {
    /// For each row of [`SENDERS`] the papers of one parcel of each everyday ware.
    texts: Vec<Vec<[Text; 4]>>,
    parcels: u64,
    next: u64,
    end: u64,
}

/// Up to 100 parcels in four messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadBatch {
    /// How many parcels.
    pub parcels: u64,
    /// 311, 411, 511 and 621 with a document for each parcel.
    pub messages: [Vec<u8>; 4],
}

impl Load {
    /// So many parcels, numbered from 1.
    #[must_use]
    pub fn new(parcels: u64) -> Self {
        let ware = |senders, good| {
            texts(
                &Purchase::lawful(1).lines(vec![Bought::new(good, 1)]),
                senders,
            )
        };
        let of = |senders| EVERYDAY.iter().map(|good| ware(senders, *good)).collect();
        Self {
            texts: SENDERS.map(of).into(),
            parcels,
            next: 1,
            end: parcels + 1,
        }
    }

    /// The same number of parcels, numbered from `first`: loads whose numbers do not overlap
    /// share no parcel and no person.
    #[must_use]
    pub fn numbered_from(mut self, first: u64) -> Self {
        (self.next, self.end) = (first, first + self.parcels);
        self
    }

    /// The setup file under which all of them are released, and all with lower numbers too.
    #[must_use]
    pub fn setup_toml(&self) -> String {
        setup_toml(self.end)
    }
}

impl Iterator for Load {
    type Item = LoadBatch;

    fn next(&mut self) -> Option<LoadBatch> {
        let parcels = BATCH.min(self.end - self.next);
        if parcels == 0 {
            return None;
        }
        let wares = &self.texts[(self.next / BATCH) as usize % SENDERS.len()];
        let mut documents = [const { String::new() }; 4];
        for number in self.next..self.next + parcels {
            let mut values = values(number);
            for (paper, text) in wares[number as usize % wares.len()].iter().enumerate() {
                values[GUID] = guid_for(number, paper);
                text.fill(&mut documents[paper], &values);
            }
        }
        let messages = std::array::from_fn(|paper| {
            let text = &wares[0][paper];
            // The documents count from 0 to 3, the envelopes from 4 to 7.
            let root = guid_for(self.next, 4 + paper);
            message(text.message, &root, &documents[paper], &text.sender).into_bytes()
        });
        self.next += parcels;
        Some(LoadBatch { parcels, messages })
    }
}

/// A document with gaps: each piece is followed by the value of that number.
#[derive(Debug, Clone)]
struct Text {
    message: &'static str,
    sender: Firm,
    pieces: Vec<(String, usize)>,
    end: String,
}

/// Place of the guid among the values.
const GUID: usize = 0;

/// Fields that differ from parcel to parcel, and which value each of them takes.
const GAPS: [(&str, usize); 15] = [
    ("guid", GUID),
    ("orderNo", 1),
    ("logisticsNo", 2),
    ("payTransactionId", 3),
    ("copNo", 4),
    ("buyerName", 5),
    ("payerName", 5),
    ("consignee", 5),
    ("buyerIdNumber", 6),
    ("payerIdNumber", 6),
    ("buyerTelephone", 7),
    ("telephone", 7),
    ("consigneeTelephone", 7),
    ("consigneeAddress", 8),
    ("buyerRegNo", 9),
];

/// The values of a parcel, in the numbers of [`GAPS`]; the guid differs from paper to paper.
fn values(number: u64) -> [String; 10] {
    let buyer = person(number);
    [
        String::new(),
        format!("DD20261005{number:08}"),
        format!("LS20261005{number:08}"),
        format!("ZF20261005{number:08}"),
        format!("QD20261005{number:08}"),
        buyer.name,
        buyer.id,
        buyer.phone,
        buyer.address,
        format!("U{number:08}"),
    ]
}

fn texts(purchase: &Purchase, [platform, seller, carrier, cashier]: [Firm; 4]) -> [Text; 4] {
    let purchase = Purchase {
        platform,
        carrier,
        cashier,
        ..purchase.clone()
    }
    .seller(seller);
    purchase.papers().papers().map(Text::of)
}

impl Text {
    /// Marks the gaps with a sign that no paper holds, and cuts the text there.
    fn of(paper: &Paper) -> Self {
        const MARK: char = '\u{1}';
        let mut marked = paper.clone();
        for (field, value) in GAPS {
            if paper.get(field).is_some() {
                marked = marked.set(field, format!("{MARK}{value}{MARK}"));
            }
        }
        let text = document(&marked);
        let parts: Vec<_> = text.split(MARK).collect();
        let pieces = parts.chunks_exact(2).map(|pair| {
            let value = pair[1]
                .parse()
                .expect("between two marks stands the number of a value");
            (pair[0].to_owned(), value)
        });
        Self {
            message: paper.shape().number,
            sender: paper.sender(),
            pieces: pieces.collect(),
            end: parts.last().copied().unwrap_or_default().to_owned(),
        }
    }

    fn fill(&self, out: &mut String, values: &[String; 10]) {
        for (piece, value) in &self.pieces {
            out.push_str(piece);
            out.push_str(&values[*value]);
        }
        out.push_str(&self.end);
    }
}

/// A guid for one of the eight texts that go by a number.
fn guid_for(number: u64, text: usize) -> String {
    let mut dice = Dice::new(number * 8 + text as u64);
    guid(u128::from(dice.next()) << 64 | u128::from(dice.next()))
}
