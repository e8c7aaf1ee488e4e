//! One row: a field as the file writes it, before names are looked up.

use values::{
    DefinitionError,
    definition::{Page, Table},
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

pub(super) const NEEDS: &str = "M, O, C or X";

pub(super) fn need(letter: &str) -> Option<Need> {
    match letter {
        "M" => Some(Need::Mandatory),
        "O" => Some(Need::Optional),
        "C" => Some(Need::Conditional),
        "X" => Some(Need::Practice),
        _ => None,
    }
}

/// Reads a row of that part.
pub(super) fn read<'a>(table: &mut Table<'a>, place: Place) -> Option<Row<'a>> {
    let line = table.line;
    let name = table.text("name");
    let need = table.parsed("need", NEEDS, need);
    let kind = table.parsed("kind", "a kind such as C36, C..60 or N19,5", |text| {
        kind(text, need == Some(Need::Mandatory))
    });
    let codes = table.text_or_texts("codes");
    let only = texts(table, "only");
    let digits = table.switch("digits");
    let numbering = table.parsed_if("numbering", "steps or distinct", |word| match word {
        "steps" => Some(Numbering::Steps),
        "distinct" => Some(Numbering::Distinct),
        _ => None,
    });
    let personal = table.parsed_if(
        "personal",
        "name, identity, phone or address",
        |word| match word {
            "name" => Some(Personal::Name),
            "identity" => Some(Personal::Identity),
            "phone" => Some(Personal::Phone),
            "address" => Some(Personal::Address),
            _ => None,
        },
    );
    let clock = table.parsed_if("clock", "filed or declared", |word| match word {
        "filed" => Some(Clock::Filed),
        "declared" => Some(Clock::Declared),
        _ => None,
    });
    let when = condition(table, "when");
    let barred = condition(table, "barred");
    let not_before = table.text_if("not_before");
    let label = both(table);
    let note = table.table_if("note").and_then(bilingual);
    if let Some((at, ..)) = when.as_ref().or(barred.as_ref())
        && need.is_some_and(|need| need != Need::Conditional)
    {
        table.fault(*at, "a field with a condition has need = \"C\"");
    }
    if numbering.is_some() && place == Place::Head {
        table.fault(line, "only a field of the lines numbers them");
    }
    if clock.is_some() && (place == Place::Line || !kind.is_some_and(Kind::is_time)) {
        table.fault(line, "a clock is a time of the head");
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
        table.fault(
            line,
            format!("{key} asks either for values, in = [\"…\"], or for any, given = true"),
        );
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
            page.fault(line, format!("{name} is no field of this message"));
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
            let what = if mine == theirs {
                format!("{mine} stands already on line {}", other.line)
            } else {
                format!("{mine} and {theirs} cannot be told apart in storage; rename one")
            };
            page.fault(row.line, what);
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
