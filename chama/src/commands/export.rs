//! `chama export`: what was reckoned, as CSV or JSON.

use clap::{Args, ValueEnum};
use clearance::store::day_totals;
use values::Day;

use super::{Data, Desk, day, in_order};
use crate::{End, Failure};

/// Examples:
///   chama export tax --from 2026-10-01 --to 2026-10-31
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Export {
    what: What,
    #[arg(long, default_value = "2016-01-01", value_parser = day, value_name = "DAY")]
    from: Day,
    #[arg(long, default_value = "2199-12-31", value_parser = day, value_name = "DAY")]
    to: Day,
    #[command(flatten)]
    data: Data,
}

#[derive(Clone, Copy, ValueEnum)]
enum What {
    Tax,
}

impl Export {
    pub(crate) fn run(&self, desk: &Desk) -> Result<End, Failure> {
        let What::Tax = self.what;
        in_order(Some(self.from), Some(self.to))?;
        let reader = desk.reader(&self.data.data)?;
        if !desk.telling.json {
            desk.telling
                .say("day,bills,duty,vat,consumption,total,void,collected")?;
        }
        for one in day_totals(
            reader.session(),
            &self.from.to_string(),
            &self.to.to_string(),
        )? {
            if desk.telling.json {
                desk.telling.line(&one)?;
            } else {
                let amounts = [
                    one.duty,
                    one.vat,
                    one.consumption,
                    one.total,
                    one.void,
                    one.collected,
                ]
                .map(|amount| amount.to_string())
                .join(",");
                desk.telling
                    .say(&format!("{},{},{amounts}", one.day, one.bills))?;
            }
        }
        Ok(End::Done)
    }
}
