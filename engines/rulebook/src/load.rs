//! From rule files to a rulebook, with all faults at once.

<<<<<<< HEAD
mod mentions;
mod parameters;
mod records;
mod rules;
=======
use std::cell::RefCell;
>>>>>>> law

use std::cell::RefCell;

use values::DefinitionError;

use self::mentions::Mentions;
use crate::{
<<<<<<< HEAD
    Rulebook,
=======
    Basis, Certainty, DatedValue, Form, Ground, Owner, Parameter, Rank, Rule, Rulebook, Title,
    Unit,
    mentions::{Mentions, mention},
>>>>>>> law
    read::{Source, Table},
};

pub(crate) fn load<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
    functions: &[&str],
    raised: &[(&str, &[&str])],
) -> Result<Rulebook, Vec<DefinitionError>> {
    let faults = RefCell::new(Vec::new());
    let mut files: Vec<_> = files
        .into_iter()
        .filter(|(path, _)| path.starts_with("rules/") && path.ends_with(".toml"))
        .collect();
    files.sort_unstable();
    let (mut book, mut mentions) = (Rulebook::default(), Mentions::default());
    for (path, text) in files {
        read_file(&Source::new(path, text, &faults), &mut book, &mut mentions);
    }
    let mut faults = faults.into_inner();
    mentions.refuse_repeats(&mut faults);
    if !mentions.unreadable {
        mentions.look_up(functions, raised, &mut faults);
    }
    if faults.is_empty() {
        book.index();
        return Ok(book);
    }
    faults.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    Err(faults)
}

fn read_file(source: &Source<'_>, book: &mut Rulebook, mentions: &mut Mentions) {
    let (parsed, readable) = source.parse();
    mentions.unreadable |= !readable;
    let mut whole = Table::whole(source, &parsed);
    for table in whole.tables("parameter") {
        book.parameters
            .extend(parameters::read(source, table, mentions));
    }
    for table in whole.tables("rule") {
        book.rules.extend(rules::read(source, table, mentions));
    }
    whole.end();
}
<<<<<<< HEAD
=======

fn read_parameter(
    source: &Source<'_>,
    mut table: Table<'_>,
    mentions: &mut Mentions,
) -> Option<Parameter> {
    let line = table.line;
    let id = read_id(&mut table);
    mentions
        .parameter_ids
        .extend(id.as_deref().map(|id| mention(source, line, id)));
    let title = read_title(&mut table);
    let unit = table.word("unit", Unit::WORDS);
    let rows = table.tables("value");
    if rows.is_empty() {
        table.fault(line, "a parameter needs at least one [[parameter.value]]");
    }
    let values: Vec<_> = rows
        .into_iter()
        .filter_map(|row| read_value(row, unit))
        .collect();
    table.end();
    check_days(
        source,
        values
            .iter()
            .map(|(line, value)| (*line, value.from, value.to)),
    );
    let values = values.into_iter().map(|(_, value)| value).collect();
    Some(Parameter {
        id: id?,
        title: title?,
        unit: unit?,
        values,
        file: source.file.to_owned(),
        line,
    })
}

fn read_value(mut table: Table<'_>, unit: Option<Unit>) -> Option<(u32, DatedValue)> {
    let line = table.line;
    let (from, to) = (table.day("from"), table.day_if("to"));
    let value = table
        .scalar("value")
        .and_then(|(at, text)| match unit?.read(&text) {
            Ok(value) => Some(value),
            Err(wanted) => {
                table.fault(at, format!("value takes {wanted}, not {text}"));
                None
            }
        });
    let basis = read_basis(&mut table);
    table.end();
    Some((
        line,
        DatedValue {
            from: from?,
            to,
            value: value?,
            basis: basis?,
        },
    ))
}

fn read_rule(source: &Source<'_>, mut table: Table<'_>, mentions: &mut Mentions) -> Option<Rule> {
    let line = table.line;
    let id = read_id(&mut table);
    mentions
        .rule_ids
        .extend(id.as_deref().map(|id| mention(source, line, id)));
    let title = read_title(&mut table);
    let customs_code = table.text_if("customs_code").map(str::to_owned);
    let owner = table.word("owner", Owner::WORDS);
    let retry = table.flag("retry");
    let rank = table.word("rank", Rank::WORDS);
    let checked = table.day("checked");
    let ground = if table.has("form") {
        read_forms(source, &mut table, mentions)
    } else if table.has("raised_by") {
        read_raiser(source, &mut table, id.as_deref(), mentions)
    } else {
        table.fault(line, "a rule needs [[rule.form]] or raised_by with a basis");
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
        file: source.file.to_owned(),
        line,
    })
}

fn read_forms(
    source: &Source<'_>,
    table: &mut Table<'_>,
    mentions: &mut Mentions,
) -> Option<Ground> {
    let forms: Vec<_> = table
        .tables("form")
        .into_iter()
        .filter_map(|row| read_form(source, row, mentions))
        .collect();
    check_days(
        source,
        forms.iter().map(|(line, form)| (*line, form.from, form.to)),
    );
    (!forms.is_empty()).then(|| Ground::Forms(forms.into_iter().map(|(_, form)| form).collect()))
}

fn read_form(
    source: &Source<'_>,
    mut table: Table<'_>,
    mentions: &mut Mentions,
) -> Option<(u32, Form)> {
    let line = table.line;
    let (from, to) = (table.day("from"), table.day_if("to"));
    let at = table.line_of("function");
    let function = table.text("function");
    mentions
        .functions
        .extend(function.map(|name| mention(source, at, name)));
    let needs = table.texts("needs");
    mentions.parameters.extend(
        needs
            .iter()
            .map(|(line, name)| mention(source, *line, name)),
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
    source: &Source<'_>,
    table: &mut Table<'_>,
    id: Option<&str>,
    mentions: &mut Mentions,
) -> Option<Ground> {
    let line = table.line_of("raised_by");
    let by = table.text("raised_by");
    if let (Some(by), Some(id)) = (by, id) {
        mentions
            .rooms
            .push((mention(source, line, id), by.to_owned()));
    }
    let basis = read_basis(table);
    Some(Ground::Raised {
        by: by?.to_owned(),
        basis: basis?,
    })
}

fn read_id(table: &mut Table<'_>) -> Option<String> {
    let line = table.line_of("id");
    let id = table.text("id")?;
    let parts_fit = id.split('.').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
    });
    if !parts_fit {
        table.fault(
            line,
            format!("id is small letters, digits, hyphens and dots, not {id}"),
        );
        return None;
    }
    Some(id.to_owned())
}

fn read_title(table: &mut Table<'_>) -> Option<Title> {
    let mut title = table.table("title")?;
    let (zh, en) = (title.text("zh"), title.text("en"));
    title.end();
    Some(Title {
        zh: zh?.to_owned(),
        en: en?.to_owned(),
    })
}

fn read_basis(table: &mut Table<'_>) -> Option<Basis> {
    let mut basis = table.table("basis")?;
    let document = basis.text("document");
    let clause = basis.text_if("clause").unwrap_or_default().to_owned();
    let certainty = basis.word("certainty", Certainty::WORDS);
    let quote = basis.text_if("quote").map(str::to_owned);
    basis.end();
    Some(Basis {
        document: document?.to_owned(),
        clause,
        certainty: certainty?,
        quote,
    })
}

/// Days go forward and stretches do not overlap.
fn check_days(source: &Source<'_>, stretches: impl Iterator<Item = (u32, Day, Option<Day>)>) {
    let mut before: Option<(Day, Option<Day>)> = None;
    for (line, from, to) in stretches {
        if let Some(to) = to.filter(|to| *to < from) {
            source.fault(line, format!("ends on {to} before it begins on {from}"));
        }
        match before {
            Some((earlier, _)) if from <= earlier => {
                source.fault(
                    line,
                    format!("begins on {from}, not after the one before it ({earlier})"),
                );
            }
            Some((_, Some(end))) if from <= end => {
                source.fault(
                    line,
                    format!("begins on {from}, while the one before it holds until {end}"),
                );
            }
            Some(_) | None => {}
        }
        before = Some((from, to));
    }
}
>>>>>>> law
