//! Checks of each line of goods: its price and the positive list with its notes.

use codes::ListNote;
use rulebook::Law;
use values::{Fen, Finding, Weight};

use super::{
    Mode,
    codes::{LIST_INCOMPLETE, LIST_NOTE, LIST_UNSURE},
    found::Verdict,
    treatment::{Listed, POSITIVE_LIST},
    valuation::{Line, Valuation},
};

/// A gift has price 0.
pub(crate) fn gift_price(line: &Line<'_>, _: &Valuation<'_>, _: Law<'_>) -> Verdict {
    let fine = !line.goods.gift || line.goods.price.0 == 0;
    Ok((!fine).then(|| {
        finding("order.gift-price", line)
            .at("price")
            .saw(line.goods.price)
            .wants(Fen::ZERO)
    }))
}

/// Goods are on the positive list. Where the loaded list is not whole, an officer looks.
pub(crate) fn on_the_list(line: &Line<'_>, _: &Valuation<'_>, law: Law<'_>) -> Verdict {
    let told = |code: &'static str, weight| {
        let finding = Finding::new(code, weight)
            .item(line.goods.gnum)
            .at("gcode")
            .saw(&line.goods.hs);
        Ok(Some(finding.with("name", &line.goods.name)))
    };
    match line.treatment.listed {
        Listed::Yes => Ok(None),
        Listed::No => told("goods.not-listed", Weight::Refuse),
        Listed::NotKnown => told(LIST_INCOMPLETE, Weight::Review),
        Listed::Believed => told(LIST_UNSURE, Weight::Note),
        Listed::NoList(missing) => match missing.finding(POSITIVE_LIST, law.day()) {
            Some(finding) => Ok(Some(finding.item(line.goods.gnum).at("gcode"))),
            None => told("goods.not-listed", Weight::Refuse),
        },
    }
}

/// 仅限网购保税: not as direct mail.
pub(crate) fn bonded_only(line: &Line<'_>, order: &Valuation<'_>, _: Law<'_>) -> Verdict {
    let noted = line
        .treatment
        .notes
        .iter()
        .any(|it| *it.note == ListNote::BondedOnly);
    let refused = noted && order.basket.mode == Mode::Direct;
    Ok(refused.then(|| {
        finding("goods.bonded-only", line)
            .at("tradeMode")
            .saw(order.basket.mode)
            .wants("1210 1239")
    }))
}

/// Only goods whose name holds the words of the note.
pub(crate) fn name_limited(line: &Line<'_>, _: &Valuation<'_>, _: Law<'_>) -> Verdict {
    let other = line.treatment.notes.iter().find_map(|it| match it.note {
        ListNote::NameOnly(words) if !line.goods.name.contains(words.as_str()) => Some(words),
        _ => None,
    });
    Ok(other.map(|words| {
        finding("goods.name-limited", line)
            .at("gname")
            .saw(&line.goods.name)
            .wants(words)
    }))
}

/// Protected species are left out. A line of the list that leaves some out refuses the goods
/// when the caller says so of this line, or when the tariff's own name for the code does.
pub(crate) fn species_excluded(line: &Line<'_>, _: &Valuation<'_>, _: Law<'_>) -> Verdict {
    let protected = line
        .treatment
        .tariff_name
        .is_some_and(|name| name.contains("濒危"));
    let refused = line
        .treatment
        .notes
        .iter()
        .any(|it| *it.note == ListNote::SpeciesExcluded && (it.stated || protected));
    Ok(refused.then(|| {
        finding("goods.species-excluded", line)
            .at("gcode")
            .saw(&line.goods.hs)
    }))
}

/// 1239 asks for the registration or filing number where the goods need one.
pub(crate) fn registration(line: &Line<'_>, order: &Valuation<'_>, _: Law<'_>) -> Verdict {
    let missing = line
        .goods
        .registration
        .as_deref()
        .is_some_and(|number| number.trim().is_empty());
    let refused = missing && order.basket.mode == Mode::BondedA;
    Ok(refused.then(|| {
        finding("goods.registration-missing", line)
            .at("registration")
            .wants("1210")
    }))
}

/// Conditions of the list that need a person's eye: told, never decided.
pub(crate) fn conditions<'a>(line: &'a Line<'_>) -> impl Iterator<Item = Finding> + 'a {
    line.treatment
        .notes
        .iter()
        .filter(|it| !it.stated)
        .filter_map(|it| {
            let words = match it.note {
                ListNote::SpeciesExcluded => "列入《进出口野生动植物种商品目录》的商品除外",
                ListNote::Registration => "依法需要注册或备案的特殊食品除外",
                ListNote::Other(words) => words.as_str(),
                ListNote::BondedOnly | ListNote::NameOnly(_) | ListNote::YearlyWeight(_) => {
                    return None;
                }
            };
            Some(
                Finding::note(LIST_NOTE)
                    .item(line.goods.gnum)
                    .at("gcode")
                    .saw(&line.goods.hs)
                    .with("note", words),
            )
        })
}

fn finding(code: &'static str, line: &Line<'_>) -> Finding {
    Finding::refused(code)
        .item(line.goods.gnum)
        .with("name", &line.goods.name)
}
