//! What an accepted return gives back.

use ledger::{Step, Transfer, TransferId};
use store::StoreError;
use values::Quantity;

use super::released;
use crate::{
    acts::{
        Desk, RULES, desk,
        hold::{Holding, keep},
    },
    decide::{LineRelief, Released, Relief, line_weight, part},
    model::{BillLine, List, ListLine, State},
    store::{Declaration, Return},
};

/// Quota of the year of release, weights, stock, guarantee and bill follow what came back.
pub(super) fn give_back(
    desk: &mut Desk<'_>,
    one: &mut Declaration,
    back: &Return,
    relief: &Relief,
) -> Result<(), StoreError> {
    let act = desk.next_act();
    let (list, _) = List::read(&*desk.list_record(one)?);
    let mut bills = desk.bills_of_list(one)?;
    let written = bills.len() as i64;
    let Some(mut bill) = bills.pop() else {
        return Ok(());
    };
    let rest: Vec<BillLine> = bill
        .lines
        .iter()
        .map(|line| without(line, &relief.lines))
        .collect();
    let due: values::Fen = rest.iter().map(BillLine::total).sum();
    // A gift bears no tax, and is out as long as it did not come back.
    let left = released(desk, one, None)?;
    let whole = left.lines.iter().all(|line| line.returned >= line.quantity);

    let mut chain = Vec::new();
    let mut add = |account, step, amount, of| {
        let id = TransferId {
            source: act,
            slot: chain.len() as i64,
        };
        chain.push(Transfer {
            id,
            account,
            step,
            amount,
            of,
            until: None,
            ceiling: None,
        });
        id
    };
    let mut holdings = Holding::of(one)?;
    let mut frozen = None;
    for holding in &mut holdings {
        let part = match holding.account.kind.as_ref() {
            kind if kind == desk::QUOTA.name => relief.taxable.0,
            kind if kind == desk::WEIGHT.name => {
                weight_back(&list, &left, back, &holding.account.item)
            }
            kind if kind == desk::STOCK.name => stock_back(&list, back, &holding.account.item),
            _ => {
                add(
                    holding.account.clone(),
                    Step::Void,
                    holding.amount,
                    holding.of,
                );
                frozen = Some(holding.account.clone());
                holding.amount = 0;
                0
            }
        };
        let part = part.min(holding.amount);
        if part > 0 {
            let step = if holding.account.kind == desk::STOCK.name {
                Step::In
            } else {
                Step::Out
            };
            add(holding.account.clone(), step, part, None);
            holding.amount -= part;
        }
    }
    if let Some(account) = frozen.filter(|_| due.0 > 0) {
        let id = add(account.clone(), Step::ReserveOut, due.0, None);
        holdings.push(Holding {
            account,
            amount: due.0,
            of: Some(id),
        });
    }
    holdings.retain(|holding| holding.amount > 0);
    desk.post(&one.home.clone(), &chain)?;
    keep(one, &holdings)?;
    if bill.status == 1 {
        desk.close_bill(one, &mut bill, 3)?;
    }
    if whole {
        desk.pass(one, &[State::Closed], &[], RULES)?;
    } else {
        desk.keep_declaration(one)?;
        desk.bill(one, &rest, written)?;
    }
    desk.free_short(&one.guarantor).map(drop)
}

fn without(line: &BillLine, reliefs: &[LineRelief]) -> BillLine {
    let mut rest = line.clone();
    for relief in reliefs.iter().filter(|relief| relief.gnum == line.gnum) {
        rest.taxable -= relief.taxable;
        rest.duty -= relief.duty;
        rest.vat -= relief.vat;
        rest.consumption -= relief.consumption;
    }
    rest
}

/// Kilograms of a code that come back with this return, which `left` has counted already; parts add
/// up to what the list took.
fn weight_back(list: &List, left: &Released, back: &Return, item: &str) -> i64 {
    let code = item.split_once('/').map_or(item, |(_, code)| code);
    let of_line = |line: &ListLine| {
        let of = left.lines.iter().find(|of| of.gnum == line.gnum)?;
        let asked = back.lines.iter().filter(|(gnum, _)| *gnum == line.gnum);
        let asked: Quantity = asked.map(|(_, quantity)| *quantity).sum();
        let weight = line_weight(line)?;
        Some(part(weight.0, of.returned - asked, asked, of.quantity))
    };
    let of_code = list.lines.iter().filter(|line| line.hs.starts_with(code));
    of_code.filter_map(of_line).sum()
}

fn stock_back(list: &List, back: &Return, record: &str) -> i64 {
    let of_item = |gnum: u32| {
        list.lines
            .iter()
            .any(|line| line.gnum == gnum && line.item_record.as_deref() == Some(record))
    };
    back.lines
        .iter()
        .filter(|(gnum, _)| of_item(*gnum))
        .map(|(_, quantity)| quantity.0)
        .sum()
}
