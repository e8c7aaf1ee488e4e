//! Verdicts: pure functions of facts, rulebook and balances.
//!
//! [`appraise`] judges an order by tax and limits, [`relieve`] a return. Both take the law of a
//! day, so a decision of last month can be made again today with the same result. Each rule is
//! one function of its own, registered in [`forms`] under the name that the rule's dated form
//! gives in `definitions/rules`.

#![allow(
    clippy::result_large_err,
    reason = "the error is a Finding, which is collected whole; a box would only move the cost"
)]

mod appraisal;
mod assess;
mod basket;
mod book;
pub mod codes;
pub mod forms;
mod found;
mod given;
mod goods;
pub mod legal;
mod limits;
pub mod matching;
pub mod pairs;
pub mod paper;
mod ratio;
mod relief;
mod returns;
mod specification;
mod tax;
mod treatment;
mod valuation;

pub use appraisal::{Appraisal, LineAppraisal, LineTaxes, Used, appraise, other_roundings};
pub use assess::{Outcome, Standing, Takings, Tax, Verdict, assess};
pub use basket::{Basket, Content, ContentUnit, Given, Goods, Mode, NoSuchMode};
pub use codes::{CODES, LIST_INCOMPLETE};
pub use forms::functions;
pub(crate) use legal::line_weight;
pub use limits::{ANNUAL_LIMIT, SINGLE_LIMIT};
pub(crate) use relief::part;
pub use relief::{LineRelief, Relief, relieve};
pub use returns::{Released, ReleasedLine, ReturnCall};
pub use tax::OtherRoundings;
pub(crate) use treatment::TARIFF;
