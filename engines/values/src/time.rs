//! Days and instants. The zone keeps Shanghai time, eight hours ahead of UTC without
//! summer time since 1992, so no table of zones is needed.

use std::{fmt, str::FromStr};

use jiff::{ToSpan, civil};
use serde::{Deserialize, Serialize};

const SHANGHAI_MS: i64 = 8 * 3_600_000;
const DAY_MS: i64 = 86_400_000;

/// A text that names no day or instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeError;

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no such day or time")
    }
}

impl std::error::Error for TimeError {}

/// A calendar day of Shanghai. Written `2026-10-05`; read so, or as the wire's `20261005`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(civil::Date);

impl Day {
    /// The day of these numbers, when there is one.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, TimeError> {
        civil::Date::new(year, month, day)
            .map(Self)
            .map_err(|_| TimeError)
    }

    /// The wire's `yyyyMMdd`, digits only.
    pub fn from_wire(text: &str) -> Result<Self, TimeError> {
        if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(TimeError);
        }
        let number =
            |range: std::ops::Range<usize>| text[range].parse::<i16>().map_err(|_| TimeError);
        Self::new(number(0..4)?, number(4..6)? as i8, number(6..8)? as i8)
    }

    /// The wire's `yyyyMMdd`.
    #[must_use]
    pub fn wire(self) -> String {
        format!(
            "{:04}{:02}{:02}",
            self.0.year(),
            self.0.month(),
            self.0.day()
        )
    }

    /// Its year: the year a personal quota belongs to.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// So many days later (or earlier).
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days.days()))
    }

    /// How many days `later` comes after this day.
    #[must_use]
    pub fn until(self, later: Self) -> i32 {
        (later.0 - self.0).get_days()
    }

    /// Its first millisecond in Shanghai.
    #[must_use]
    pub fn start(self) -> Moment {
        let days = i64::from((self.0 - civil::date(1970, 1, 1)).get_days());
        Moment(days * DAY_MS - SHANGHAI_MS)
    }

    /// Its last millisecond in Shanghai.
    #[must_use]
    pub fn end(self) -> Moment {
        Moment(self.plus(1).start().0 - 1)
    }
}

impl FromStr for Day {
    type Err = TimeError;
    fn from_str(text: &str) -> Result<Self, TimeError> {
        if text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-' {
            return Self::from_wire(&text.replace('-', ""));
        }
        Self::from_wire(text)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.0.year(),
            self.0.month(),
            self.0.day()
        )
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        crate::quantity::text(from)
    }
}

/// An instant: milliseconds since 1970 in UTC, always shown as Shanghai time.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Moment(pub i64);

impl Moment {
    /// The Shanghai day this instant counts on.
    #[must_use]
    pub fn day(self) -> Day {
        let days = (self.0 + SHANGHAI_MS).div_euclid(DAY_MS);
        Day(civil::date(1970, 1, 1).saturating_add(days.days()))
    }

    /// So many milliseconds later.
    #[must_use]
    pub fn plus_ms(self, milliseconds: i64) -> Self {
        Self(self.0.saturating_add(milliseconds))
    }

    /// So many hours later.
    #[must_use]
    pub fn plus_hours(self, hours: i64) -> Self {
        self.plus_ms(hours * 3_600_000)
    }

    /// The wire's `yyyyMMddHHmmss` in Shanghai time, digits only.
    pub fn from_wire(text: &str) -> Result<Self, TimeError> {
        if text.len() != 14 || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(TimeError);
        }
        let day = Day::from_wire(&text[..8])?;
        let number =
            |range: std::ops::Range<usize>| text[range].parse::<i64>().map_err(|_| TimeError);
        Self::at(day, number(8..10)?, number(10..12)?, number(12..14)?)
    }

    /// That time of that Shanghai day.
    pub fn at(day: Day, hour: i64, minute: i64, second: i64) -> Result<Self, TimeError> {
        if !(0..24).contains(&hour) || !(0..60).contains(&minute) || !(0..60).contains(&second) {
            return Err(TimeError);
        }
        Ok(day
            .start()
            .plus_ms(((hour * 60 + minute) * 60 + second) * 1000))
    }

    /// The wire's `yyyyMMddHHmmss` in Shanghai time.
    #[must_use]
    pub fn wire(self) -> String {
        let (day, ms) = self.parts();
        format!(
            "{}{:02}{:02}{:02}",
            day.wire(),
            ms / 3_600_000,
            ms / 60_000 % 60,
            ms / 1000 % 60
        )
    }

    /// The wire's `yyyyMMddHHmmssSSS` in Shanghai time.
    #[must_use]
    pub fn wire_ms(self) -> String {
        format!("{}{:03}", self.wire(), self.parts().1 % 1000)
    }

    fn parts(self) -> (Day, i64) {
        (self.day(), (self.0 + SHANGHAI_MS).rem_euclid(DAY_MS))
    }
}

impl FromStr for Moment {
    type Err = TimeError;

    /// `2026-10-05`, `2026-10-05T09:58`, `2026-10-05T09:58:30`, `…30.123`, each in Shanghai time
    /// unless it ends in `Z` or `+08:00`; or the wire's fourteen digits.
    fn from_str(text: &str) -> Result<Self, TimeError> {
        if text.len() == 14 {
            return Self::from_wire(text);
        }
        let (text, shift) = match (text.strip_suffix('Z'), text.strip_suffix("+08:00")) {
            (Some(utc), _) => (utc, SHANGHAI_MS),
            (None, Some(local)) => (local, 0),
            (None, None) => (text, 0),
        };
        let Some((day, clock)) = text.split_once(['T', ' ']) else {
            return text.parse::<Day>().map(Day::start);
        };
        let day: Day = day.parse()?;
        let (clock, ms) = clock.split_once('.').unwrap_or((clock, "0"));
        if ms.is_empty() || ms.len() > 9 || !ms.bytes().all(|b| b.is_ascii_digit()) {
            return Err(TimeError);
        }
        let ms: i64 = format!("{ms:0<3}")[..3].parse().map_err(|_| TimeError)?;
        let mut parts = clock.split(':');
        let mut next = || -> Result<Option<i64>, TimeError> {
            let Some(part) = parts.next() else {
                return Ok(None);
            };
            if part.len() != 2 || !part.bytes().all(|b| b.is_ascii_digit()) {
                return Err(TimeError);
            }
            part.parse().map(Some).map_err(|_| TimeError)
        };
        let (hour, minute) = (next()?.ok_or(TimeError)?, next()?.ok_or(TimeError)?);
        let second = next()?.unwrap_or(0);
        if next()?.is_some() {
            return Err(TimeError);
        }
        Ok(Self::at(day, hour, minute, second)?.plus_ms(ms + shift))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (day, ms) = self.parts();
        write!(
            f,
            "{day} {:02}:{:02}:{:02}",
            ms / 3_600_000,
            ms / 60_000 % 60,
            ms / 1000 % 60
        )?;
        if ms % 1000 == 0 {
            Ok(())
        } else {
            write!(f, ".{:03}", ms % 1000)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_counts_on_its_shanghai_day() {
        let late: Moment = "2026-12-31T23:59:59".parse().unwrap();
        assert_eq!(late.day().to_string(), "2026-12-31");
        assert_eq!(late.plus_ms(1000).day().year(), 2027);
        assert_eq!(
            "2026-12-31T16:00:00Z"
                .parse::<Moment>()
                .unwrap()
                .day()
                .year(),
            2027
        );
    }

    #[test]
    fn days_and_times_that_do_not_exist_are_refused() {
        for bad in ["20180230", "2026-13-01", "2026-1-1", "20260101000", ""] {
            assert!(bad.parse::<Day>().is_err(), "{bad}");
        }
        for bad in [
            "20260101246000",
            "2026-10-05T9:58",
            "2026-10-05T09",
            "2026-10-05T09:58:61",
        ] {
            assert!(bad.parse::<Moment>().is_err(), "{bad}");
        }
    }

    #[test]
    fn the_wire_form_comes_back_as_it_went() {
        let moment = Moment::from_wire("20261005095830").unwrap();
        assert_eq!(moment.wire(), "20261005095830");
        assert_eq!(moment.plus_ms(7).wire_ms(), "20261005095830007");
        assert_eq!(moment.plus_ms(7).to_string(), "2026-10-05 09:58:30.007");
    }

    #[test]
    fn release_day_is_day_zero() {
        let released: Day = "2026-10-05".parse().unwrap();
        assert_eq!(released.until("2026-11-04".parse().unwrap()), 30);
        assert_eq!(released.plus(45).to_string(), "2026-11-19");
    }
}
