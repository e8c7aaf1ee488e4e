//! `chama quote`: tax and limits of an order that is not yet filed.
//!
//! [`answer`] reads one request, judges it exactly as a declaration is judged
//! ([`crate::decide::appraise`]) and gives an [`Answer`], which becomes JSON in the words of
//! the caller's language. A request that cannot be read is answered too, with every fault.

mod answer;
mod json;
mod reading;
mod request;

use codes::Codes;
use rulebook::{Law, Rulebook, Title};
use serde_json::Value;
use values::{Day, Fen, Finding};

use crate::decide::{appraise, codes::QUOTA_NOT_CHECKED};

pub use answer::Answer;
pub use request::Request;

/// How findings and titles are put into words: the room that knows languages does it.
pub struct Telling<'a> {
    /// The business day, for a request that names none.
    pub today: Day,
    /// A finding as a problem: `code`, `field`, `line`, `seen`, `want`, `rule`, `remedy`, …,
    /// with the basis of the day.
    pub problem: &'a dyn Fn(&Finding, Law<'_>) -> Value,
    /// A title in the caller's language.
    pub title: &'a dyn Fn(&Title) -> String,
}

/// Answers one request: one JSON object as text.
#[must_use]
pub fn answer(text: &str, book: &Rulebook, codes: &Codes) -> Answer {
    match Request::read(text) {
        Ok(request) => judge(request, book, codes),
        Err(findings) => Answer::unreadable(findings),
    }
}

/// Answers a request that was read.
#[must_use]
pub fn judge(request: Request, book: &Rulebook, codes: &Codes) -> Answer {
    let mut appraisal = appraise(&request.basket, book.at(request.basket.date), codes);
    for finding in appraisal.findings.iter_mut().chain(&mut appraisal.notes) {
        finding.field = point(finding).into();
    }
    if !request.tells_used {
        appraisal.notes.insert(
            0,
            Finding::note(QUOTA_NOT_CHECKED)
                .at("/buyer/used")
                .saw(Fen::ZERO),
        );
    }
    Answer::judged(request, appraisal)
}

/// The wire's field names become the request's own.
fn point(finding: &Finding) -> String {
    let key = match finding.field.as_ref() {
        "gcode" => "hs",
        "gname" => "name",
        "qty" => "quantity",
        "tradeMode" => return "/mode".to_owned(),
        "fx_usd" => return "/fx_usd".to_owned(),
        "" | "goodsValue" => return finding.field.to_string(), // the order as a whole
        other => other,
    };
    match finding.paper.item {
        Some(item) => format!("/lines/{}/{key}", item.saturating_sub(1)),
        None => format!("/{key}"),
    }
}
