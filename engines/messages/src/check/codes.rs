//! Codes against their tables: one code of problem a kind of table.

use values::{Day, Finding};

use super::CodeAnswer;
use crate::problems::{
    CODE_APP_STATUS, CODE_APP_TYPE, CODE_COUNTRY, CODE_CUSTOMS, CODE_DIVISION, CODE_HS, CODE_MARK,
    CODE_PACKAGE, CODE_RETURN_STATUS, CODE_TRADE_MODE, CODE_TRANSPORT, CODE_UNIT, CURRENCY,
    LIST_INCOMPLETE, NO_EDITION, NO_TABLE, OLDER_EDITION,
};

/// Who answers for a table, a code and a day.
type Ask<'r> = &'r dyn Fn(&str, &str, Day) -> CodeAnswer;

/// The tables as one document asks them.
pub(super) struct Codes<'r> {
    ask: Ask<'r>,
    day: Day,
    /// What was said of a table as a whole, once each.
    notes: Vec<(String, Finding)>,
}

impl<'r> Codes<'r> {
    pub(super) fn new(ask: Ask<'r>, day: Day) -> Self {
        Self {
            ask,
            day,
            notes: Vec::new(),
        }
    }

    /// What the tables say of that code: one that has it is enough. `accepted`: whether it is one
    /// of the few that the field takes, `want`.
    pub(super) fn ask(
        &mut self,
        tables: &[Box<str>],
        code: &str,
        accepted: bool,
        want: Option<String>,
    ) -> Option<Finding> {
        let (mut unknown, mut open) = (None, None);
        for table in tables {
            match (self.ask)(table, code, self.day) {
                CodeAnswer::Known => {}
                CodeAnswer::Older(from) => {
                    let note = Finding::note(OLDER_EDITION).saw(from);
                    self.note(table, note.with("from", from));
                }
                CodeAnswer::Unknown => {
                    unknown.get_or_insert(table);
                    continue;
                }
                CodeAnswer::Incomplete => {
                    open.get_or_insert(table);
                    continue;
                }
                CodeAnswer::NoEdition(earliest) => {
                    let finding = Finding::refused(NO_EDITION).saw(self.day).wants(earliest);
                    self.note(table, finding.with("earliest", earliest));
                }
                CodeAnswer::NoTable => {
                    self.note(table, Finding::refused(NO_TABLE).saw(table));
                }
            }
            (unknown, open) = (None, None);
            break;
        }
        let table = match (open, unknown) {
            (Some(table), _) if accepted => {
                return Some(Finding::note(LIST_INCOMPLETE).with("table", table));
            }
            (None, Some(table)) => table,
            _ if accepted => return None,
            _ => tables.first()?,
        };
        let code = problem(table, want.is_some());
        // Customs' own answers are not for their reader to correct.
        let finding = if code == CODE_RETURN_STATUS {
            Finding::note(code)
        } else {
            Finding::refused(code)
        };
        let mut finding = finding.with("table", table);
        finding.want = want;
        Some(finding)
    }

    /// What there is to say of whole tables.
    pub(super) fn notes(self) -> impl Iterator<Item = Finding> {
        self.notes.into_iter().map(|(_, note)| note)
    }

    fn note(&mut self, table: &str, note: Finding) {
        if !self.notes.iter().any(|(noted, _)| noted == table) {
            self.notes
                .push((table.to_owned(), note.with("table", table)));
        }
    }
}

/// The code of a problem with a code of that table. `fixed`: only few of its codes are accepted.
fn problem(table: &str, fixed: bool) -> &'static str {
    match table {
        "countries" => CODE_COUNTRY,
        "currencies" if fixed => CURRENCY,
        "units" => CODE_UNIT,
        "customs" => CODE_CUSTOMS,
        "transport" => CODE_TRANSPORT,
        "packages" => CODE_PACKAGE,
        "trade_modes" => CODE_TRADE_MODE,
        "app_type" => CODE_APP_TYPE,
        "app_status" => CODE_APP_STATUS,
        "tariff" => CODE_HS,
        "divisions" => CODE_DIVISION,
        table if table.starts_with("return_status") => CODE_RETURN_STATUS,
        _ => CODE_MARK,
    }
}
