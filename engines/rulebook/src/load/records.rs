//! What every record has: id, title, basis, and days in order.

use values::{
    Day,
    definition::{DAYS, Page, Table, VALUE, fault},
};

use crate::{Basis, Certainty, Title};

pub(super) fn read_id(table: &mut Table<'_>) -> Option<String> {
    let line = table.line_of("id");
    let id = table.text("id")?;
    let parts_fit = id.split('.').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
    });
    if !parts_fit {
        let refused = fault(VALUE, "id").at("id").with("value", id);
        table.fault(line, refused);
        return None;
    }
    Some(id.to_owned())
}

pub(super) fn read_title(table: &mut Table<'_>) -> Option<Title> {
    let mut title = table.table("title")?;
    let (zh, en) = (title.text("zh"), title.text("en"));
    title.end();
    Some(Title {
        zh: zh?.to_owned(),
        en: en?.to_owned(),
    })
}

pub(super) fn read_basis(table: &mut Table<'_>) -> Option<Basis> {
    let mut basis = table.table("basis")?;
    let document = basis.text("document");
    let clause = basis
        .text_if("clause")
        .map_or(String::new(), |(_, clause)| clause.to_owned());
    let certainty = basis.word("certainty", Certainty::WORDS);
    let quote = basis.text_if("quote").map(|(_, quote)| quote.to_owned());
    basis.end();
    Some(Basis {
        document: document?.to_owned(),
        clause,
        certainty: certainty?,
        quote,
    })
}

/// Days go forward and stretches do not overlap.
pub(super) fn check_days(
    page: &Page<'_>,
    stretches: impl Iterator<Item = (u32, Day, Option<Day>)>,
) {
    let mut before: Option<(Day, Option<Day>)> = None;
    for (line, from, to) in stretches {
        if let Some(to) = to.filter(|to| *to < from) {
            let turned = fault(DAYS, "turned").with("from", from);
            page.fault(line, turned.with("other", to));
        }
        match before {
            Some((earlier, _)) if from <= earlier => {
                let back = fault(DAYS, "back").with("from", from);
                page.fault(line, back.with("other", earlier));
            }
            Some((_, Some(end))) if from <= end => {
                let over = fault(DAYS, "over").with("from", from);
                page.fault(line, over.with("other", end));
            }
            Some(_) | None => {}
        }
        before = Some((from, to));
    }
}
