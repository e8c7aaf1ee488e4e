//! The positive list of retail imports: which goods may come in, and under which notes.

use values::Quantity;

use crate::{
    Standing, Trust,
    fault::{Fault, Want},
    grid::Grid,
};

/// The columns of a list: the eight-digit code, the name, the notes as the list words them.
/// `from`, `to`, `trust` (A, B, C) and `source` may follow.
pub(crate) const COLUMNS: &[&str] = &["hs8", "name_zh", "note_zh"];

/// A note of the list that narrows what may come in under a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListNote {
    /// 仅限网购保税: not as direct mail.
    BondedOnly,
    /// Protected species are left out.
    SpeciesExcluded,
    /// Only goods whose name holds this text.
    NameOnly(String),
    /// So many kilograms a person and calendar year.
    YearlyWeight(Quantity),
    /// Food that needs registration or filing is left out.
    Registration,
    /// A note in words this room does not take apart; somebody has to read it.
    Other(String),
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// How sure it is that the line stands there.
    pub trust: Trust,
    /// The goods, as the list calls them.
    pub name: String,
    /// Its notes.
    pub notes: Vec<ListNote>,
    /// Where the line was read; empty where the edition says it.
    pub source: String,
}

impl Entry {
    /// What a person may bring in of it in a calendar year, where that is limited.
    #[must_use]
    pub fn yearly_weight(&self) -> Option<Quantity> {
        self.notes.iter().find_map(|note| match note {
            ListNote::YearlyWeight(weight) => Some(*weight),
            _ => None,
        })
    }
}

/// What the list says of one code on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listing<'a> {
    /// Whether the loaded list is whole. Where it is not, a missing code proves nothing.
    pub complete: bool,
    /// The line, where the code has one.
    pub entry: Option<&'a Entry>,
    /// How the edition stands.
    pub standing: Standing,
}

pub(crate) fn entries(grid: &Grid, of_edition: Trust, faults: &mut Vec<Fault>) -> Vec<Entry> {
    let (trust, source) = (grid.column("trust"), grid.column("source"));
    let text =
        |row: usize, column: Option<usize>| column.map_or("", |column| grid.cell(row, column));
    (0..grid.len())
        .map(|row| Entry {
            trust: match text(row, trust) {
                "" => of_edition,
                "A" => Trust::Public,
                "B" => Trust::Inferred,
                "C" => Trust::Memory,
                other => {
                    faults.push(Fault::new(grid.line(row), "trust", other, Want::Mark));
                    of_edition
                }
            },
            name: grid.cell(row, 1).to_owned(),
            notes: notes(grid.cell(row, 2)),
            source: text(row, source).to_owned(),
        })
        .collect()
}

/// The notes of a cell, parted by `；` or `;`, by `。` or by a number in front as `1.` or `1、`.
fn notes(cell: &str) -> Vec<ListNote> {
    cell.split(['；', ';', '。'])
        .map(unnumbered)
        .filter(|note| !note.is_empty())
        .map(note)
        .collect()
}

fn unnumbered(note: &str) -> &str {
    let note = note.trim();
    let rest = note.trim_start_matches(|sign: char| sign.is_ascii_digit());
    if rest.len() == note.len() {
        return note;
    }
    rest.strip_prefix(['.', '．', '、']).map_or(note, str::trim)
}

fn note(text: &str) -> ListNote {
    if text.contains("网购保税") {
        return ListNote::BondedOnly;
    }
    if text.contains("野生动植物种") && text.ends_with("除外") {
        return ListNote::SpeciesExcluded;
    }
    if text.contains("注册备案") || text.contains("特殊食品") {
        return ListNote::Registration;
    }
    if let Some(weight) = yearly_weight(text) {
        return ListNote::YearlyWeight(weight);
    }
    match name_only(text) {
        Some(name) => ListNote::NameOnly(name.to_owned()),
        None => ListNote::Other(text.to_owned()),
    }
}

/// `每人每年不超过 2 千克`.
fn yearly_weight(text: &str) -> Option<Quantity> {
    if !text.contains('年') {
        return None;
    }
    let before = ["千克", "公斤", "kg"]
        .iter()
        .find_map(|unit| text.split_once(unit))?
        .0
        .trim_end();
    let digits = before
        .trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == '.')
        .len();
    before[digits..]
        .parse()
        .ok()
        .filter(|weight| *weight > Quantity::ZERO)
}

/// `仅限打印机用墨` → `打印机`: what the goods are for decides, where the note says it.
fn name_only(text: &str) -> Option<&str> {
    let rest = text
        .strip_prefix("仅限")
        .or_else(|| text.strip_prefix('限'))?;
    let name = rest
        .split_once('用')
        .map_or(rest, |(purpose, _)| purpose)
        .trim();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wording_of_a_note_gets_its_kind() {
        let cases = [
            ("仅限网购保税商品", vec![ListNote::BondedOnly]),
            (
                "列入《进出口野生动植物种商品目录》的商品除外",
                vec![ListNote::SpeciesExcluded],
            ),
            (
                "依法不属于普通食品或依法需要注册备案管理的特殊食品除外",
                vec![ListNote::Registration],
            ),
            (
                "每人每年不超过 20 千克",
                vec![ListNote::YearlyWeight(Quantity::whole(20))],
            ),
            (
                "个人每年限购2.5公斤",
                vec![ListNote::YearlyWeight("2.5".parse().expect("a number"))],
            ),
            ("仅限打印机用墨", vec![ListNote::NameOnly("打印机".into())]),
            ("限速食面", vec![ListNote::NameOnly("速食面".into())]),
            (
                "1.仅限网购保税商品；2.列入《进出口野生动植物种商品目录》商品除外",
                vec![ListNote::BondedOnly, ListNote::SpeciesExcluded],
            ),
            ("", vec![]),
        ];
        for (text, wanted) in cases {
            assert_eq!(notes(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_note_nobody_foresaw_is_kept_and_never_dropped() {
        assert_eq!(
            notes("3 岁以下除外"),
            vec![ListNote::Other("3 岁以下除外".into())]
        );
    }
}
