//! Duty, consumption tax and VAT of one line, exact until the one rounding.

use codes::{Measure, Specific};
use rulebook::{Law, NO_VALUE};
use values::{Fen, Finding, Price, Quantity, Rate};

use super::{
    Content, Goods,
    codes::{CONTENT_MISSING, FX_MISSING},
    ratio::Ratio,
    valuation::{Line, Valuation, too_large},
};

/// The share of the duty that is levied within the limits.
const DUTY_FACTOR: &str = "import.duty-factor";
/// The share of VAT and consumption tax that is levied within the limits.
const TAX_FACTOR: &str = "import.tax-factor";
/// When amounts are rounded.
pub(crate) const ROUNDING: &str = "tax.rounding";

/// When an amount is rounded to 分, half up.
///
/// No text prescribes it for retail imports; customs' own bill counts where it differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rounding {
    /// Each line and tax once, after the factor.
    FactorFirst,
    /// Each line and tax as the statute has it, and again after the factor.
    StatutoryFirst,
}

impl Rounding {
    fn of_the_day(law: Law<'_>) -> Result<Self, Finding> {
        match law.text(ROUNDING)? {
            "line-factor-first" => Ok(Self::FactorFirst),
            "line-statutory-first" => Ok(Self::StatutoryFirst),
            other => Err(Finding::refused(NO_VALUE)
                .with("parameter", ROUNDING)
                .with("day", law.day())
                .saw(other)),
        }
    }
}

/// One tax, before and after the factor, unrounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Levy {
    statutory: Ratio,
    factor: Ratio,
}

impl Levy {
    fn exact(self) -> Option<Ratio> {
        self.statutory.times(self.factor)
    }

    fn rounded(self, policy: Rounding) -> Option<Fen> {
        let amount = match policy {
            Rounding::FactorFirst => self.exact()?.half_up()?,
            Rounding::StatutoryFirst => Ratio::whole(self.statutory.half_up()?)
                .times(self.factor)?
                .half_up()?,
        };
        Some(Fen(amount))
    }
}

/// The taxes of one line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LineTax {
    levies: [Levy; 3],
    specific: Ratio,
    /// Duty, consumption tax and VAT, rounded by the policy of the day.
    pub(crate) amounts: [Fen; 3],
    /// The rates that were applied; that of the consumption tax is 0 below a threshold.
    pub(crate) rates: [Rate; 3],
}

/// What an order would bear under other policies, for comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherRoundings {
    /// Each line and tax rounded as the statute has it, and again after the factor.
    pub statutory_first: Fen,
    /// The unrounded sum of all lines and taxes, rounded once.
    pub once: Fen,
    /// The specific part of the consumption tax before the factor, in 1/100000 yuan, half up.
    pub specific: Price,
}

impl OtherRoundings {
    pub(crate) fn of(lines: &[LineTax]) -> Option<Self> {
        let (mut statutory_first, mut once, mut specific) = (Fen::ZERO, Ratio::ZERO, Ratio::ZERO);
        for line in lines {
            for levy in line.levies {
                statutory_first =
                    statutory_first.checked_add(levy.rounded(Rounding::StatutoryFirst)?)?;
                once = once.plus(levy.exact()?)?;
            }
            specific = specific.plus(line.specific)?;
        }
        let specific = Price(specific.times(Ratio::whole(1000))?.half_up()?);
        Some(Self {
            statutory_first,
            once: Fen(once.half_up()?),
            specific,
        })
    }
}

/// Within the limits: duty at its factor (none), VAT and consumption tax at theirs (70 %).
///
/// consumption = (P + s) ÷ (1 − c) × c + s, VAT = (P + consumption) × v, each times the factor.
pub(crate) fn within_limits(
    line: &Line<'_>,
    order: &Valuation<'_>,
    law: Law<'_>,
) -> Result<LineTax, Finding> {
    let (duty_factor, tax_factor) = (law.rate(DUTY_FACTOR)?, law.rate(TAX_FACTOR)?);
    let duty = if duty_factor == Rate::ZERO {
        Rate::ZERO
    } else {
        duty_rate(line, law)?
    };
    levy(
        line,
        order,
        law,
        duty,
        [duty_factor, tax_factor, tax_factor],
    )
}

/// One item above the single limit: all taxes in full.
///
/// duty = P × t, consumption = (P + duty + s) ÷ (1 − c) × c + s, VAT = (P + duty + consumption) × v.
pub(crate) fn in_full(
    line: &Line<'_>,
    order: &Valuation<'_>,
    law: Law<'_>,
) -> Result<LineTax, Finding> {
    levy(line, order, law, duty_rate(line, law)?, [Rate::ONE; 3])
}

fn duty_rate(line: &Line<'_>, law: Law<'_>) -> Result<Rate, Finding> {
    line.treatment
        .need(line.treatment.duty, line.goods, law.day())
}

fn levy(
    line: &Line<'_>,
    order: &Valuation<'_>,
    law: Law<'_>,
    duty_rate: Rate,
    factors: [Rate; 3],
) -> Result<LineTax, Finding> {
    let vat_rate = line
        .treatment
        .need(line.treatment.vat, line.goods, law.day())?;
    let Excise {
        rate: consumption_rate,
        specific,
    } = excise(line, order, law)?;
    let rounding = Rounding::of_the_day(law)?;
    let exact = || {
        let price = Ratio::whole(line.taxable.0);
        let duty = Levy {
            statutory: price.times(Ratio::share(duty_rate))?,
            factor: Ratio::share(factors[0]),
        };
        let dutied = price.plus(duty.exact()?)?;
        let inside = Ratio::new(
            consumption_rate.0.into(),
            (Rate::SCALE - consumption_rate.0).into(),
        )?;
        let consumption = dutied.plus(specific)?.times(inside)?.plus(specific)?;
        let vat = dutied.plus(consumption)?.times(Ratio::share(vat_rate))?;
        let levies = [
            duty,
            Levy {
                statutory: consumption,
                factor: Ratio::share(factors[1]),
            },
            Levy {
                statutory: vat,
                factor: Ratio::share(factors[2]),
            },
        ];
        let [duty, consumption, vat] = levies.map(|levy| levy.rounded(rounding));
        let rates = [duty_rate, consumption_rate, vat_rate];
        Some(LineTax {
            levies,
            specific,
            amounts: [duty?, consumption?, vat?],
            rates,
        })
    };
    exact().ok_or_else(|| too_large().item(line.goods.gnum))
}

/// The consumption tax as it falls on this line: its rate, and its specific part in 分.
struct Excise {
    rate: Rate,
    specific: Ratio,
}

impl Excise {
    const NONE: Self = Self {
        rate: Rate::ZERO,
        specific: Ratio::ZERO,
    };
}

fn excise(line: &Line<'_>, order: &Valuation<'_>, law: Law<'_>) -> Result<Excise, Finding> {
    let rate = line
        .treatment
        .need(line.treatment.consumption, line.goods, law.day())?;
    let Some(rule) = line.treatment.excise else {
        return Ok(Excise {
            rate,
            specific: Ratio::ZERO,
        });
    };
    if !rule.thresholds.is_empty() && rate != Rate::ZERO {
        let (measure, counted) = measured(line.goods, |measure| rule.threshold(measure).is_some())?;
        let at_least = rule.threshold(measure).unwrap_or_default();
        if !reaches(line.taxable, at_least, counted)
            .ok_or_else(|| too_large().item(line.goods.gnum))?
        {
            return Ok(Excise::NONE);
        }
    }
    let specific = match &rule.specific {
        Specific::None => Ratio::ZERO,
        Specific::PerLitre { amount } => {
            let litres = litres(line.goods)?;
            litres
                .times(in_fen(*amount))
                .ok_or_else(|| too_large().item(line.goods.gnum))?
        }
        Specific::PerTonne {
            amount,
            litres: tonne,
        } => {
            let tonnes = tonnes(line.goods, *tonne)?;
            tonnes
                .times(in_fen(*amount))
                .ok_or_else(|| too_large().item(line.goods.gnum))?
        }
        Specific::ByPrice {
            litres: tonne,
            usd,
            at_or_above,
            below,
        } => {
            let tonnes = tonnes(line.goods, *tonne)?;
            let missing = || {
                Finding::refused(FX_MISSING)
                    .item(line.goods.gnum)
                    .at("fx_usd")
                    .with("name", &line.goods.name)
            };
            let dollar = order.basket.fx_usd.ok_or_else(missing)?;
            // P ÷ fx ÷ tonnes ≥ usd, without a division: P ≥ usd × fx × tonnes.
            let least =
                in_fen(*usd).times(Ratio::new(dollar.0.into(), 100_000).unwrap_or(Ratio::ZERO));
            let least = least.and_then(|least| least.times(tonnes));
            let dear = least.and_then(|least| least.at_most(line.taxable.0));
            let amount = if dear.ok_or_else(|| too_large().item(line.goods.gnum))? {
                at_or_above
            } else {
                below
            };
            tonnes
                .times(in_fen(*amount))
                .ok_or_else(|| too_large().item(line.goods.gnum))?
        }
    };
    Ok(Excise { rate, specific })
}

/// What the line's price is divided by: the first way of counting that `fits`, and how much of it
/// the whole line holds, in 1/100000² of it.
fn measured(goods: &Goods, fits: impl Fn(Measure) -> bool) -> Result<(Measure, i128), Finding> {
    let content = goods.content.and_then(Content::measured);
    let sheets = goods
        .pieces
        .map(|pieces| (Measure::Sheet, i128::from(Quantity::whole(pieces.into()).0)));
    let piece = Some((Measure::Piece, i128::from(Quantity::ONE.0)));
    let ways = [content, sheets, piece];
    let (measure, one) = ways
        .into_iter()
        .flatten()
        .find(|(measure, _)| fits(*measure))
        .ok_or_else(|| content_missing(goods))?;
    let counted = one
        .checked_mul(goods.quantity.0.into())
        .ok_or_else(|| too_large().item(goods.gnum))?;
    Ok((measure, counted))
}

/// Whether `price` comes to at least `at_least` for each of the `counted` (1/100000²).
fn reaches(price: Fen, at_least: Price, counted: i128) -> Option<bool> {
    // 10^-2 yuan against 10^-5 yuan × 10^-10.
    let left = i128::from(price.0).checked_mul(10_i128.pow(13))?;
    Some(left >= i128::from(at_least.0).checked_mul(counted)?)
}

/// Litres of the whole line.
fn litres(goods: &Goods) -> Result<Ratio, Finding> {
    let (_, counted) = measured(goods, |measure| measure == Measure::Millilitre)?;
    Ratio::new(counted, 10_i128.pow(13)).ok_or_else(|| content_missing(goods))
}

/// Tonnes of the whole line, where a tonne is so many litres.
fn tonnes(goods: &Goods, tonne: Quantity) -> Result<Ratio, Finding> {
    let litre =
        Ratio::new(Quantity::SCALE.into(), tonne.0.into()).ok_or_else(|| content_missing(goods))?;
    litres(goods)?
        .times(litre)
        .ok_or_else(|| too_large().item(goods.gnum))
}

fn in_fen(amount: Price) -> Ratio {
    Ratio::new(amount.0.into(), 1000).unwrap_or(Ratio::ZERO)
}

fn content_missing(goods: &Goods) -> Finding {
    Finding::refused(CONTENT_MISSING)
        .item(goods.gnum)
        .at("content")
        .with("name", &goods.name)
}
