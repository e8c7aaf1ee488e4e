//! What a document's values have to say by themselves: lengths, numbers, times, codes, fields
//! that its mode wants or bars, the count of its lines. That every element stands where it
//! should is the business of [`decode`](crate::Catalogue::decode).

mod codes;
mod hidden;
mod number;
mod time;

use values::{Day, Finding, Moment};

use self::codes::Codes;
use crate::{
    Clock, Condition, Field, FieldId, Kind, MessageType, Numbering, Place, Record, Test,
    problems::{
        FIELD_BLANK, FIELD_DIGITS, FIELD_HIDDEN, FIELD_LENGTH, FIELD_MISSING, FIELD_NEEDED,
        FIELD_NOT_ALLOWED, FIELD_VALUE, LINE_NUMBER, TIME_FUTURE, TIME_ORDER,
    },
    record::Entry,
};

/// Signs of a value that a finding shows; a text may be long.
const SHOWN: usize = 80;

/// What the code tables say of a code on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeAnswer {
    /// The edition of that day has it.
    Known,
    /// The last edition held, of that day, has it; a newer one is known to exist.
    Older(Day),
    /// The edition of that day, or the last one held, does not have it.
    Unknown,
    /// The table does not have it, and is not whole: that proves nothing.
    Incomplete,
    /// The table begins later, on that day.
    NoEdition(Day),
    /// There is no such table.
    NoTable,
}

/// Checks a document by itself. `codes` answers for a table, a code and a day; `now` is the
/// business time, and a document filed or declared later than that is refused. The day that counts for the
/// tables is the declared one, else that of filing, else today.
///
/// Findings carry message, field, line number of the goods (`gnum`, else their count) and line
/// of the file; what they show of a person is masked.
#[must_use]
pub fn check(
    record: &Record,
    codes: &dyn Fn(&str, &str, Day) -> CodeAnswer,
    now: Moment,
) -> Vec<Finding> {
    let message = record.message();
    let day = day(record).unwrap_or(now.day());
    let mut check = Check {
        record,
        message,
        now,
        codes: Codes::new(codes, day),
        findings: Vec::new(),
    };
    for item in 0..=record.item_count() {
        check.part(item);
    }
    check.numbering();
    check.nameless();
    let mut findings = check.findings;
    findings.extend(check.codes.notes());
    for finding in &mut findings {
        finding.paper.message = message.number.to_string().into();
    }
    findings
}

/// The day whose tables count.
fn day(record: &Record) -> Option<Day> {
    let of = |clock| {
        let mut fields = record.message().part(Place::Head);
        let (id, _) = fields.find(|(_, field)| field.clock == Some(clock))?;
        Day::from_wire(record.head(id)?.get(..8)?).ok()
    };
    of(Clock::Declared).or_else(|| of(Clock::Filed))
}

struct Check<'r> {
    record: &'r Record,
    message: &'r MessageType,
    now: Moment,
    codes: Codes<'r>,
    findings: Vec<Finding>,
}

impl<'r> Check<'r> {
    /// The head (0) or one line.
    fn part(&mut self, item: u32) {
        let record = self.record;
        for entry in record.part(item) {
            let text = record.text_of(entry);
            if !text.is_empty() {
                self.value(entry, text);
            }
        }
        let message = self.message;
        let conditional =
            |(_, field): &(FieldId, &Field)| field.when.is_some() || field.barred.is_some();
        for (id, field) in message.part(Record::place_of(item)).filter(conditional) {
            self.condition(item, id, field);
        }
    }

    fn value(&mut self, entry: &Entry, text: &str) {
        let field = self.message.row(FieldId(entry.field));
        if text.trim().is_empty() {
            self.push(entry, field, Finding::refused(FIELD_BLANK));
            return;
        }
        if text.trim().len() != text.len() {
            self.push(entry, field, Finding::note(FIELD_BLANK));
        }
        if hidden::holds(text) {
            self.push(entry, field, Finding::note(FIELD_HIDDEN));
        }
        match field.kind {
            Kind::Decimal { digits, fraction } => {
                if let Some(code) = number::fault(text, digits, fraction) {
                    let finding = Finding::refused(code).saw(shown(field, text));
                    self.push(entry, field, finding.wants(field.kind));
                    return;
                }
            }
            Kind::Text { least, most } => {
                if let Some(finding) = length(text, least, most) {
                    // No table has it then: that would be the same fault once more.
                    return self.push(entry, field, finding);
                }
                if field.kind.is_time() {
                    self.time(entry, field, text);
                }
            }
        }
        if field.digits && !text.bytes().all(|byte| byte.is_ascii_digit()) {
            self.push(
                entry,
                field,
                Finding::refused(FIELD_DIGITS).saw(shown(field, text)),
            );
            return;
        }
        let accepted = field.only.is_empty() || field.only.iter().any(|only| **only == *text);
        let want = field.only.join("/");
        let want = (!want.is_empty()).then_some(want);
        let finding = match &field.tables[..] {
            [] if accepted => None,
            [] => {
                let mut finding = Finding::refused(FIELD_VALUE);
                finding.want = want;
                Some(finding)
            }
            tables => self.codes.ask(tables, text, accepted, want),
        };
        if let Some(mut finding) = finding {
            if finding.seen.is_none() {
                finding.seen = Some(shown(field, text));
            }
            self.push(entry, field, finding);
        }
    }

    fn time(&mut self, entry: &Entry, field: &Field, text: &str) {
        let Some(moment) = time::moment(text) else {
            self.push(entry, field, time::fault(text));
            return;
        };
        if field.clock.is_some() && moment > self.now {
            let finding = Finding::refused(TIME_FUTURE).saw(moment).wants(self.now);
            self.push(entry, field, finding);
        }
        let Some(id) = field.not_before else { return };
        let other = self
            .record
            .value(entry.item, id)
            .or_else(|| self.record.head(id));
        if let Some(begin) = other.and_then(time::moment).filter(|begin| moment < *begin) {
            let name = self.message.row(id).name.to_string();
            let finding = Finding::refused(TIME_ORDER).saw(moment).wants(begin);
            self.push(entry, field, finding.with("other", name));
        }
    }

    /// A field that another one's value wants, or bars.
    fn condition(&mut self, item: u32, id: FieldId, field: &Field) {
        let value = self.record.value(item, id);
        let (condition, code) = match (&field.when, &field.barred, value) {
            (Some(when), _, None) => (when, FIELD_NEEDED),
            (_, Some(barred), Some(_)) => (barred, FIELD_NOT_ALLOWED),
            _ => return,
        };
        let (at, decides) = self.deciding(item, condition);
        let Some(decides) = decides else { return };
        let holds = match &condition.test {
            Test::Given => true,
            Test::OneOf(values) => values.iter().any(|value| **value == *decides),
        };
        if !holds {
            return;
        }
        let other = self.message.row(condition.field);
        let mut finding = Finding::refused(code).at(field.name.to_string());
        finding.seen = value.map(|value| shown(field, value));
        finding.paper.line = match value {
            Some(_) => self.record.line_of(id, item),
            None => self.record.line_of(condition.field, at),
        };
        finding.paper.item = self.number(item);
        let finding = finding
            .with("other", &other.name)
            .with("value", shown(other, decides));
        self.findings.push(finding);
    }

    /// The value that decides a condition, and the part it stands in.
    fn deciding(&self, item: u32, condition: &Condition) -> (u32, Option<&'r str>) {
        let part = match self.message.row(condition.field).place {
            Place::Head => 0,
            Place::Line => item,
        };
        (part, self.record.value(part, condition.field))
    }

    /// A receipt whose schema leaves every part of its key free has to bring one all the same:
    /// else it answers nobody knows what.
    fn nameless(&mut self) {
        let free = |id: &FieldId| !self.message.row(*id).is_mandatory();
        let key = &self.message.key;
        if !self.message.is_from_customs() || !key.iter().all(free) || self.record.key().is_some() {
            return;
        }
        let Some(id) = key.last() else { return };
        let mut finding =
            Finding::refused(FIELD_MISSING).at(self.message.row(*id).name.to_string());
        let first = self.record.part(0).first();
        finding.paper.line = first.map(|entry| entry.line).filter(|line| *line > 0);
        self.findings.push(finding);
    }

    /// How the lines count themselves.
    fn numbering(&mut self) {
        let numbering = self
            .message
            .part(Place::Line)
            .find_map(|(id, field)| Some((id, field, field.numbering?)));
        let Some((id, field, numbering)) = numbering else {
            return;
        };
        let mut seen: Vec<u32> = Vec::new();
        let mut want = 1_u32;
        for item in 1..=self.record.item_count() {
            let Some(entry) = self.record.find(item, id) else {
                continue;
            };
            let Some(number) = number::whole(self.record.text_of(entry)) else {
                continue;
            };
            let finding = || Finding::refused(LINE_NUMBER).saw(number);
            // Few lines are numbered in steps; where there may be many, they are only told apart.
            match numbering {
                Numbering::Steps => {
                    if seen.contains(&number) {
                        self.push(entry, field, finding().wants(want).with("kind", "twice"));
                    } else if number != want {
                        self.push(entry, field, finding().wants(want).with("kind", "step"));
                    }
                    want = number.saturating_add(1);
                }
                Numbering::Distinct => {}
            }
            seen.push(number);
        }
        if numbering == Numbering::Distinct {
            self.repeats(id, field);
        }
    }

    fn repeats(&mut self, id: FieldId, field: &Field) {
        let mut seen = std::collections::HashSet::new();
        for item in 1..=self.record.item_count() {
            let Some(entry) = self.record.find(item, id) else {
                continue;
            };
            let Some(number) = number::whole(self.record.text_of(entry)) else {
                continue;
            };
            if !seen.insert(number) {
                let finding = Finding::refused(LINE_NUMBER).saw(number);
                self.push(entry, field, finding.with("kind", "twice"));
            }
        }
    }

    fn push(&mut self, entry: &Entry, field: &Field, finding: Finding) {
        let mut finding = finding.at(field.name.to_string());
        finding.paper.line = (entry.line > 0).then_some(entry.line);
        finding.paper.item = self.number(entry.item);
        self.findings.push(finding);
    }

    /// What a line calls itself, else its count; nothing for the head.
    fn number(&self, item: u32) -> Option<u32> {
        if item == 0 {
            return None;
        }
        let mut fields = self.message.part(Place::Line);
        let number = fields.find(|(_, field)| field.numbering.is_some());
        let text = number.and_then(|(id, _)| self.record.value(item, id));
        text.and_then(number::whole).or(Some(item))
    }
}

/// The value as a finding shows it: masked, and not the whole of a long text.
fn shown(field: &Field, text: &str) -> String {
    let text = field.shown(text);
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// The finding for a text of another length, in characters.
fn length(text: &str, least: u32, most: Option<u32>) -> Option<Finding> {
    // As many characters as bytes at most: most texts are told right by their bytes.
    if least <= 1 && most.is_none_or(|most| text.len() <= most as usize) {
        return None;
    }
    let length = text.chars().count();
    let fits = length >= least as usize && most.is_none_or(|most| length <= most as usize);
    if fits {
        return None;
    }
    let finding = Finding::refused(FIELD_LENGTH).saw(length);
    Some(match most {
        Some(most) if most == least => finding.wants(most).with("kind", "exact"),
        Some(most) if length > most as usize => finding.wants(most).with("kind", "most"),
        _ => finding.wants(least).with("kind", "least"),
    })
}
