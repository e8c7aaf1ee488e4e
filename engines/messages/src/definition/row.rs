//! One row: a field as the file writes it, before names are looked up.

use values::{
    DefinitionError,
    definition::{ENTRY, Page, REFERENCE, TWICE, Table, fault},
};

use crate::{
    Bilingual, Clock, Condition, Field, FieldId, Kind, Need, Numbering, Personal, Place, Test,
    storage::stamp,
};

/// A field and the names in it that stand for other fields.
pub(super) struct Row<'a> {
    pub(super) field: Field,
    line: u32,
    when: Option<(u32, &'a str, Test)>,
    barred: Option<(u32, &'a str, Test)>,
    not_before: Option<(u32, &'a str)>,
}

pub(super) const NEEDS: &[(&str, Need)] = &[
    ("M", Need::Mandatory),
    ("O", Need::Optional),
    ("C", Need::Conditional),
    ("X", Need::Practice),
];

/// Reads a row of that part.
pub(super) fn read<'a>(table: &mut Table<'a>, place: Place) -> Option<Row<'a>> {
    let line = table.line;
    let name = table.text("name");
    let need = table.word("need", NEEDS);
    let kind = table.parsed("kind", "field-kind", |text| {
        kind(text, need == Some(Need::Mandatory))
    });
    let codes = table.text_or_texts("codes");
    let only = texts(table, "only");
    let digits = table.switch("digits");
    let numbering = table.word_if(
        "numbering",
        &[
            ("steps", Numbering::Steps),
            ("distinct", Numbering::Distinct),
        ],
    );
    let personal = table.word_if(
        "personal",
        &[
            ("name", Personal::Name),
            ("identity", Personal::Identity),
            ("phone", Personal::Phone),
            ("address", Personal::Address),
        ],
    );
    let clock = table.word_if(
        "clock",
        &[("filed", Clock::Filed), ("declared", Clock::Declared)],
    );
    let when = condition(table, "when");
    let barred = condition(table, "barred");
    let not_before = table.text_if("not_before");
    let label = both(table);
    let note = table.table_if("note").and_then(bilingual);
    if let Some((at, ..)) = when.as_ref().or(barred.as_ref())
        && need.is_some_and(|need| need != Need::Conditional)
    {
        table.fault(*at, fault(ENTRY, "condition"));
    }
    if numbering.is_some() && place == Place::Head {
        table.fault(line, fault(ENTRY, "numbering"));
    }
    if clock.is_some() && (place == Place::Line || !kind.is_some_and(Kind::is_time)) {
        table.fault(line, fault(ENTRY, "clock"));
    }
    let name = name?;
    let field = Field {
        name: name.into(),
        place,
        kind: kind?,
        need: need?,
        when: None,
        barred: None,
        tables: codes.into_iter().map(Into::into).collect(),
        only: only.into_iter().map(Into::into).collect(),
        digits,
        numbering,
        clock,
        not_before: None,
        personal,
        label: label?,
        note,
        stamp: stamp(name),
    };
    Some(Row {
        field,
        line,
        when,
        barred,
        not_before,
    })
}

fn condition<'a>(table: &mut Table<'a>, key: &str) -> Option<(u32, &'a str, Test)> {
    let mut table = table.table_if(key)?;
    let line = table.line;
    let field = table.text("field");
    let values = texts(&mut table, "in");
    let given = table.switch("given");
    if given != values.is_empty() {
        table.fault(line, fault(ENTRY, "asks").at(key.to_owned()));
    }
    table.end();
    let test = if given {
        Test::Given
    } else {
        Test::OneOf(values.into_iter().map(Into::into).collect())
    };
    Some((line, field?, test))
}

/// `C36`, `C..60`, `C1..18`, `C..`, `N19,5`, `N4`. A mandatory text without a least length has
/// at least one character.
fn kind(text: &str, mandatory: bool) -> Option<Kind> {
    if let Some(digits) = text.strip_prefix('N') {
        let (digits, fraction) = digits.split_once(',').unwrap_or((digits, "0"));
        let (digits, fraction) = (digits.parse().ok()?, fraction.parse().ok()?);
        return (digits > 0 && fraction <= digits).then_some(Kind::Decimal { digits, fraction });
    }
    let text = text.strip_prefix('C')?;
    let Some((least, most)) = text.split_once("..") else {
        let length = text.parse().ok().filter(|length| *length > 0)?;
        return Some(Kind::Text {
            least: length,
            most: Some(length),
        });
    };
    let least = match least {
        "" => u32::from(mandatory),
        least => least.parse().ok()?,
    };
    let most = match most {
        "" => None,
        most => Some(most.parse().ok().filter(|most| *most >= least.max(1))?),
    };
    Some(Kind::Text { least, most })
}

/// Puts ids in the place of names, and refuses what stands twice.
pub(super) fn resolve(page: &Page<'_>, rows: Vec<Row<'_>>) -> Vec<Field> {
    let find = |place: Place, name: &str| {
        let at = rows
            .iter()
            .position(|row| row.field.place == place && *row.field.name == *name)?;
        u16::try_from(at).ok().map(FieldId)
    };
    let look = |row: &Row<'_>, line: u32, name: &str| {
        let found = find(row.field.place, name).or_else(|| find(Place::Head, name));
        if found.is_none() {
            page.fault(line, fault(REFERENCE, "field").with("value", name));
        }
        found
    };
    let mut fields = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        let alike = |other: &&Row<'_>| {
            other.field.place == row.field.place && other.field.stamp == row.field.stamp
        };
        if let Some(other) = rows[..at].iter().find(alike) {
            let (mine, theirs) = (&row.field.name, &other.field.name);
            let twice = match mine == theirs {
                true => fault(TWICE, "stands").with("other", other.line),
                false => fault(TWICE, "alike").with("other", theirs),
            };
            page.fault(row.line, twice.with("value", mine));
        }
        let condition = |condition: &Option<(u32, &str, Test)>| {
            let (line, name, test) = condition.as_ref()?;
            Some(Condition {
                field: look(row, *line, name)?,
                test: test.clone(),
            })
        };
        let mut field = row.field.clone();
        field.when = condition(&row.when);
        field.barred = condition(&row.barred);
        field.not_before = row
            .not_before
            .and_then(|(line, name)| look(row, line, name));
        fields.push(field);
    }
    fields
}

/// What [`super::read`] gives: a table, or its faults.
pub(super) type Outcome<T> = Result<T, Vec<DefinitionError>>;

/// A list of texts without their lines.
fn texts<'a>(table: &mut Table<'a>, key: &str) -> Vec<&'a str> {
    let texts = table.texts(key).into_iter();
    texts.map(|(_, text)| text).collect()
}

/// `zh` and `en` of a table.
fn both(table: &mut Table<'_>) -> Option<Bilingual> {
    let (zh, en) = (table.text("zh"), table.text("en"));
    Some(Bilingual {
        zh: zh?.into(),
        en: en?.into(),
    })
}

/// A table of `zh` and `en` and nothing else.
pub(super) fn bilingual(mut table: Table<'_>) -> Option<Bilingual> {
    let both = both(&mut table);
    table.end();
    both
}
