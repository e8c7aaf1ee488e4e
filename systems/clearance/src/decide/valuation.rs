//! The order with its values: what each line is worth, and its share of freight and insurance.

use rulebook::{Law, NO_VALUE};
use values::{Fen, Finding, Quantity};

use super::{Basket, Goods, codes::AMOUNT_TOO_LARGE, treatment::Treatment};

/// How freight and insurance are spread over the lines.
pub(crate) const APPORTION: &str = "tax.apportion";
/// By value, each share cut to 分, the last line with a value takes the rest: law and customs
/// say nothing, so this is ours.
const BY_VALUE_CUT: &str = "by-value-cut";

/// One line with its value.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    pub(crate) goods: &'a Goods,
    /// Price times quantity.
    pub(crate) value: Fen,
    /// With its shares of freight and insurance: P.
    pub(crate) taxable: Fen,
    pub(crate) treatment: Treatment<'a>,
}

/// The order with its values.
#[derive(Debug)]
pub(crate) struct Valuation<'a> {
    pub(crate) basket: &'a Basket,
    pub(crate) lines: Vec<Line<'a>>,
    /// The goods alone.
    pub(crate) goods: Fen,
    /// P of the order: goods, freight and insurance.
    pub(crate) taxable: Fen,
    /// Every unit of every line, gifts too.
    pub(crate) items: Quantity,
}

impl<'a> Valuation<'a> {
    /// Values every line. An amount that does not fit is a finding.
    pub(crate) fn of(
        basket: &'a Basket,
        treatments: Vec<Treatment<'a>>,
        law: Law<'_>,
    ) -> Result<Self, Finding> {
        let values = basket
            .lines
            .iter()
            .map(|goods| {
                goods
                    .price
                    .times(goods.quantity)
                    .ok_or_else(|| too_large().at("price").item(goods.gnum))
            })
            .collect::<Result<Vec<_>, _>>()?;
        let goods = total(&values)?;
        let policy = law.text(APPORTION)?;
        if policy != BY_VALUE_CUT {
            return Err(Finding::refused(NO_VALUE)
                .with("parameter", APPORTION)
                .with("day", law.day())
                .saw(policy));
        }
        let freight = apportion(basket.freight, &values, goods);
        let insurance = apportion(basket.insurance, &values, goods);
        let mut lines = Vec::with_capacity(values.len());
        for (at, (goods, treatment)) in basket.lines.iter().zip(treatments).enumerate() {
            let taxable = total(&[values[at], freight[at], insurance[at]])?;
            lines.push(Line {
                goods,
                value: values[at],
                taxable,
                treatment,
            });
        }
        let taxable = total(&[goods, basket.freight, basket.insurance])?;
        let units = basket
            .lines
            .iter()
            .try_fold(0_i64, |sum, goods| sum.checked_add(goods.quantity.0));
        let items = Quantity(units.ok_or_else(|| too_large().at("qty"))?);
        Ok(Self {
            basket,
            lines,
            goods,
            taxable,
            items,
        })
    }
}

/// An amount or quantity that does not fit.
pub(crate) fn too_large() -> Finding {
    Finding::refused(AMOUNT_TOO_LARGE)
}

fn total(parts: &[Fen]) -> Result<Fen, Finding> {
    parts
        .iter()
        .try_fold(Fen::ZERO, |sum, part| sum.checked_add(*part))
        .ok_or_else(too_large)
}

/// Spreads `amount` by value: each share is cut to 分, the last line with a value takes the
/// rest, a line worth nothing gets nothing.
fn apportion(amount: Fen, values: &[Fen], sum: Fen) -> Vec<Fen> {
    let mut shares = vec![Fen::ZERO; values.len()];
    let Some(last) = values.iter().rposition(|value| value.0 > 0) else {
        return shares;
    };
    let mut left = amount;
    for (share, value) in shares[..last].iter_mut().zip(values) {
        let cut = i128::from(amount.0) * i128::from(value.0) / i128::from(sum.0);
        *share = Fen(i64::try_from(cut).unwrap_or(0)); // a part is never above the whole
        left -= *share;
    }
    shares[last] = left;
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(amount: i64, values: &[i64]) -> Vec<i64> {
        let values: Vec<_> = values.iter().copied().map(Fen).collect();
        apportion(Fen(amount), &values, values.iter().copied().sum())
            .into_iter()
            .map(|share| share.0)
            .collect()
    }

    #[test]
    fn shares_are_cut_and_the_last_line_with_a_value_takes_the_rest() {
        assert_eq!(spread(1000, &[10_000, 10_000, 10_000]), [333, 333, 334]);
        assert_eq!(spread(600, &[8800, 0]), [600, 0]);
        assert_eq!(spread(2, &[1, 1, 1]), [0, 0, 2]);
        assert_eq!(spread(1000, &[0, 0]), [0, 0]);
        assert_eq!(spread(0, &[5, 5]), [0, 0]);
    }

    #[test]
    fn nothing_is_lost_whatever_the_values() {
        for values in [vec![1, 2, 3], vec![999, 1, 0, 7], vec![33_333, 66_667, 1]] {
            for amount in [1, 2, 99, 1234, 99_999] {
                assert_eq!(
                    spread(amount, &values).iter().sum::<i64>(),
                    amount,
                    "{amount} over {values:?}"
                );
            }
        }
    }
}
