//! The rules of tax, limits and returns: every registered function by the name that forms give,
//! and every code that is raised outside of them.

use rulebook::Law;
use values::Finding;

use super::{
    goods, limits,
    returns::{self, Case},
    tax::{self, LineTax},
    valuation::{Line, Valuation},
};

/// What a check of one line finds; `Err` where the law has no value for the day.
pub(crate) type Verdict = Result<Option<Finding>, Finding>;
/// What a check of an order or a return finds.
pub(crate) type Found = Result<Vec<Finding>, Finding>;

/// What computes the taxes of one line.
pub(crate) type Levy = fn(&Line<'_>, &Valuation<'_>, Law<'_>) -> Result<LineTax, Finding>;

/// What a registered function judges.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// The order as a whole.
    Order(fn(&Valuation<'_>, Law<'_>) -> Found),
    /// Each line by itself.
    Goods(fn(&Line<'_>, &Valuation<'_>, Law<'_>) -> Verdict),
    /// The taxes of one line.
    Tax(Levy),
    /// A return.
    Return(fn(&Case<'_>, Law<'_>) -> Found),
}

/// Every registered function of this room, by the name that forms give.
pub(crate) const FORMS: &[(&str, Form)] = &[
    ("gift_price", Form::Goods(goods::gift_price)),
    ("price_zero", Form::Order(limits::price_zero)),
    ("on_the_list", Form::Goods(goods::on_the_list)),
    ("bonded_only", Form::Goods(goods::bonded_only)),
    ("name_limited", Form::Goods(goods::name_limited)),
    ("species_excluded", Form::Goods(goods::species_excluded)),
    ("registration", Form::Goods(goods::registration)),
    (
        "single_limit_without_exception",
        Form::Order(limits::single_limit_without_exception),
    ),
    ("single_limit", Form::Order(limits::single_limit)),
    ("annual_limit", Form::Order(limits::annual_limit)),
    ("yearly_weight", Form::Goods(limits::yearly_weight)),
    ("tax_within_limits", Form::Tax(tax::within_limits)),
    ("tax_in_full", Form::Tax(tax::in_full)),
    ("applied_in_time", Form::Return(returns::applied_in_time)),
    ("arrived_in_time", Form::Return(returns::arrived_in_time)),
    ("original_goods", Form::Return(returns::original_goods)),
    ("returned_once", Form::Return(returns::returned_once)),
];

/// The names of [`FORMS`], for the rulebook's check at the start.
#[must_use]
pub fn functions() -> Vec<&'static str> {
    FORMS.iter().map(|(name, _)| *name).collect()
}

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
