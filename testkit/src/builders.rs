//! Single papers with lawful defaults: those of the first lawful parcel and what follows it.

use crate::paper::Paper;
use crate::parcel::Parcel;
use crate::purchase::{Mode, Purchase};

/// Number customs gave to the list, where a paper needs one.
const LIST: &str = "88052026I000000001";

/// 311: C1 buys two tins of formula at P1 for 475.68.
#[must_use]
pub fn order() -> Paper {
    Parcel::lawful(1).order
}

/// 411: C1 pays [`order`] through Y1.
#[must_use]
pub fn payment() -> Paper {
    Parcel::lawful(1).payment
}

/// 511: L1 carries [`order`], 2.3 kg.
#[must_use]
pub fn waybill() -> Paper {
    Parcel::lawful(1).waybill
}

/// 621: E1 declares [`order`] under 1210.
#[must_use]
pub fn declaration() -> Paper {
    Parcel::lawful(1).declaration
}

/// 621 under any mode, with what that mode wants and without what it does not: book, item
/// records and holder for 1210 and 1239, voyage for 9610, licence for 1239.
#[must_use]
pub fn declaration_by(mode: Mode) -> Paper {
    Purchase::lawful(1).mode(mode).papers().declaration
}

/// 513: [`waybill`] was signed for on the third day.
#[must_use]
pub fn status() -> Paper {
    Parcel::lawful(1).delivered("20261007152000")
}

/// 623: [`declaration`] is withdrawn within the hour.
#[must_use]
pub fn withdrawal() -> Paper {
    Parcel::lawful(1).withdrawal(LIST, "20261005103000")
}

/// 625: one of the two tins of [`declaration`] comes back after a week.
#[must_use]
pub fn return_() -> Paper {
    Parcel::lawful(1).return_of(LIST, "20261012100000", 1, 1)
}

/// 711: a load of direct mail with one parcel, that of [`order`] under 9610.
#[must_use]
pub fn arrival() -> Paper {
    let parcel = Purchase::lawful(1).mode(Mode::Direct).papers();
    parcel.arrival("20261005095800")
}
