//! The rules of tax, limits and returns: every registered function by the name that forms give.

use rulebook::Law;
use values::Finding;

use super::{
    found::{Found, Verdict},
    goods, limits,
    returns::{self, Case},
    tax::{self, LineTax},
    valuation::{Line, Valuation},
};

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
