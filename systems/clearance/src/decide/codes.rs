//! Every code that tax, limits, returns and quotes raise outside the dated forms of their rules.

/// The goods are on the list as far as memory goes.
pub const LIST_UNSURE: &str = "goods.list-unsure";
/// The list has a condition that a person has to read.
pub const LIST_NOTE: &str = "goods.list-note";
/// The loaded list is not whole, and has no such line.
pub const LIST_INCOMPLETE: &str = "goods.list-incomplete";
/// The tariff of the day does not know the code, and the rate is not given.
pub const HS_UNKNOWN: &str = "goods.hs-unknown";
/// Goods with a yearly weight limit come without weight.
pub const WEIGHT_MISSING: &str = "goods.weight-missing";
/// The content that the consumption tax goes by is not told.
pub const CONTENT_MISSING: &str = "tax.content-missing";
/// The rate of the US dollar that the tax on beer goes by is not told.
pub const FX_MISSING: &str = "tax.fx-missing";
/// An amount or quantity is larger than can be counted.
pub const AMOUNT_TOO_LARGE: &str = "order.amount-too-large";
/// The discount is larger than what is to be paid.
pub const DISCOUNT_EXCEEDS: &str = "order.discount-exceeds";
/// The line is not in the declaration, or nothing of it comes back.
pub const LINE_UNKNOWN: &str = "return.line-unknown";
/// The request cannot be read.
pub const REQUEST_INVALID: &str = "request.invalid";
/// The yearly limit was not checked: the request does not say what was used.
pub const QUOTA_NOT_CHECKED: &str = "quota.not-checked";

/// The codes that tax, limits, returns and quotes raise outside their dated forms.
pub const CODES: &[&str] = &[
    LIST_UNSURE,
    LIST_NOTE,
    LIST_INCOMPLETE,
    HS_UNKNOWN,
    WEIGHT_MISSING,
    CONTENT_MISSING,
    FX_MISSING,
    AMOUNT_TOO_LARGE,
    DISCOUNT_EXCEEDS,
    LINE_UNKNOWN,
    REQUEST_INVALID,
    QUOTA_NOT_CHECKED,
];
