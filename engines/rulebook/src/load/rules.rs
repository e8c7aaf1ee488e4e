//! A rule record: a code with its owner and its ground, dated forms or the room that raises it.

use values::definition::{ENTRY, Page, Table, fault};

use super::{
    mentions::{Mention, Mentions},
    records::{check_days, read_basis, read_id, read_title},
};
use crate::{Form, Ground, Owner, Rank, Rule};

pub(super) fn read(page: &Page<'_>, mut table: Table<'_>, mentions: &mut Mentions) -> Option<Rule> {
    let line = table.line;
    let id = read_id(&mut table);
    mentions
        .rule_ids
        .extend(id.as_deref().map(|id| Mention::at(page, line, id)));
    let title = read_title(&mut table);
    let customs_code = table
        .text_if("customs_code")
        .map(|(_, code)| code.to_owned());
    let owner = table.word("owner", Owner::WORDS);
    let retry = table.flag("retry");
    let rank = table.word("rank", Rank::WORDS);
    let checked = table.day("checked");
    let ground = if table.has("form") {
        read_forms(page, &mut table, mentions)
    } else if table.has("raised_by") {
        read_raiser(page, &mut table, id.as_deref(), mentions)
    } else {
        table.fault(line, fault(ENTRY, "form"));
        None
    };
    table.end();
    Some(Rule {
        id: id?,
        title: title?,
        customs_code,
        owner: owner?,
        retry: retry?,
        rank: rank?,
        checked: checked?,
        ground: ground?,
        file: page.file.to_owned(),
        line,
    })
}

fn read_forms(page: &Page<'_>, table: &mut Table<'_>, mentions: &mut Mentions) -> Option<Ground> {
    let forms: Vec<_> = table
        .tables("form")
        .into_iter()
        .filter_map(|row| read_form(page, row, mentions))
        .collect();
    check_days(
        page,
        forms.iter().map(|(line, form)| (*line, form.from, form.to)),
    );
    (!forms.is_empty()).then(|| Ground::Forms(forms.into_iter().map(|(_, form)| form).collect()))
}

fn read_form(
    page: &Page<'_>,
    mut table: Table<'_>,
    mentions: &mut Mentions,
) -> Option<(u32, Form)> {
    let line = table.line;
    let (from, to) = (table.day("from"), table.day_if("to"));
    let at = table.line_of("function");
    let function = table.text("function");
    mentions
        .functions
        .extend(function.map(|name| Mention::at(page, at, name)));
    let needs = table.texts("needs");
    mentions.parameters.extend(
        needs
            .iter()
            .map(|(line, name)| Mention::at(page, *line, name)),
    );
    let basis = read_basis(&mut table);
    table.end();
    let needs = needs.into_iter().map(|(_, name)| name.to_owned()).collect();
    Some((
        line,
        Form {
            from: from?,
            to,
            function: function?.to_owned(),
            needs,
            basis: basis?,
        },
    ))
}

fn read_raiser(
    page: &Page<'_>,
    table: &mut Table<'_>,
    id: Option<&str>,
    mentions: &mut Mentions,
) -> Option<Ground> {
    let line = table.line_of("raised_by");
    let by = table.text("raised_by");
    if let (Some(by), Some(id)) = (by, id) {
        mentions
            .rooms
            .push((Mention::at(page, line, id), by.to_owned()));
    }
    let basis = read_basis(table);
    Some(Ground::Raised {
        by: by?.to_owned(),
        basis: basis?,
    })
}
