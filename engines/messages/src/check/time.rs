//! Times of the wire: `yyyyMMdd`, `yyyyMMddHHmmss`, `yyyyMMddHHmmssSSS`, in Beijing time.

use values::{Day, Finding, Moment};

use crate::problems::TIME_FORM;

/// The moment `text` names, the first of a day; `None` where there is no such time.
pub(super) fn moment(text: &str) -> Option<Moment> {
    match text.len() {
        8 => Day::from_wire(text).ok().map(Day::start),
        14 => Moment::from_wire(text).ok(),
        17 => {
            let (second, milliseconds) = text.split_at_checked(14)?;
            if !milliseconds.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            Some(
                Moment::from_wire(second)
                    .ok()?
                    .plus_ms(milliseconds.parse().ok()?),
            )
        }
        _ => None,
    }
}

/// The finding for a text that names no time.
pub(super) fn fault(text: &str) -> Finding {
    let finding = Finding::refused(TIME_FORM).saw(text);
    match text.chars().count() {
        8 => finding.wants("yyyyMMdd"),
        14 => finding.wants("yyyyMMddHHmmss"),
        _ => finding.wants("yyyyMMddHHmmssSSS"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_the_calendar_or_the_clock_lacks_is_none() {
        for good in ["20240229", "20261005235959", "20261005000000000"] {
            assert!(moment(good).is_some(), "{good}");
        }
        for bad in [
            "20230229",
            "20180230250000",
            "20261005240000",
            "20261005095960",
            "2026100509583000a",
            "2026-10-",
            "二〇二六1005",
        ] {
            assert!(moment(bad).is_none(), "{bad}");
        }
    }
}
