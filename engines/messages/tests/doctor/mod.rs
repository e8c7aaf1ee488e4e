//! Good messages, a few codes a table, and all that refuses a file.
#![allow(dead_code, reason = "each test uses a part")]

use messages::{CodeAnswer, Limits, check};
use values::{Day, Finding, Moment};

pub use crate::broken::good;
use crate::papers::catalogue;

/// The only documents of [`good`] with their tags.
pub fn document(message: &str) -> &'static str {
    let text = good(message);
    let start = text.find("<ceb:Order>").unwrap();
    &text[start..text.find("<ceb:BaseTransfer>").unwrap()]
}

/// Tables of a few codes each.
pub fn answer(table: &str, code: &str, day: Day) -> CodeAnswer {
    let codes: &[&str] = match table {
        "app_type" => &["1", "2", "3"],
        "app_status" => &["1", "2"],
        "order_type_import" | "ie_flag" => &["I"],
        "id_type" => &["1", "2"],
        "currencies" => &["142", "502"],
        "countries" => &["142", "601"],
        "units" => &["035", "122"],
        "customs" => &["8801"],
        "transport" => &["4", "5"],
        "packages" => &["2"],
        "trade_modes" => &["1210", "1239", "9610"],
        "return_status_622" => &["2", "120", "800"],
        "biz_error" => &["-621005"],
        "divisions" => &["540102"],
        "tariff" => {
            return match code {
                "1901101000" => CodeAnswer::Older("2020-01-01".parse().unwrap()),
                _ => CodeAnswer::Unknown,
            };
        }
        _ => return CodeAnswer::NoTable,
    };
    if day.year() < 2016 {
        CodeAnswer::NoEdition("2016-01-01".parse().unwrap())
    } else if codes.contains(&code) {
        CodeAnswer::Known
    } else if matches!(table, "customs" | "divisions") {
        // As in the product: offices and divisions that came since are not in the tables.
        CodeAnswer::Incomplete
    } else {
        CodeAnswer::Unknown
    }
}

pub fn now() -> Moment {
    "2026-10-05T10:00:00".parse().unwrap()
}

/// Everything that refuses, of the file, the documents' form and their values.
pub fn faults(bytes: &[u8]) -> Vec<Finding> {
    let mut all = findings(bytes);
    all.retain(Finding::refuses);
    all
}

/// Everything found, notes too.
pub fn findings(bytes: &[u8]) -> Vec<Finding> {
    let decoded = catalogue().decode(bytes, &Limits::default());
    let mut all = decoded.findings;
    for document in decoded.documents {
        all.extend(document.findings);
        all.extend(check(&document.record, &answer, now()));
    }
    all
}
