//! Withdrawal 撤销 of a declaration, before or after release.

use messages::Record;
use store::StoreError;
use values::{Finding, mask_identity};

use super::{Desk, answer::Reply};
use crate::{
    decide::matching::same,
    model::{List, State, Withdrawal},
    problems,
    store::{self as tables, Declaration},
};

/// Withdraws the list, or says why not.
pub(super) fn withdraw(
    desk: &mut Desk<'_>,
    asked: &Withdrawal,
    record: &Record,
    reply: &Reply<'_>,
) -> Result<(), StoreError> {
    let found = match allowed(desk, asked, record, reply)? {
        Ok(mut one) => {
            desk.reply(reply, State::Declaring, &[])?;
            end(desk, &mut one)?;
            return desk.reply(reply, State::Decided, &[]);
        }
        Err(found) => found,
    };
    let state = match found.code.as_ref() {
        problems::LIST_UNKNOWN => State::Failed(-623_003),
        problems::LIST_DIFFERS => State::Failed(-623_026),
        _ => State::Failed(-623_005),
    };
    desk.reply(reply, state, &[found])
}

fn allowed(
    desk: &Desk<'_>,
    asked: &Withdrawal,
    record: &Record,
    reply: &Reply<'_>,
) -> Result<Result<Declaration, Finding>, StoreError> {
    let one = match asked_for(desk, asked, record, reply)? {
        Ok(one) => one,
        Err(unknown) => return Ok(Err(unknown)),
    };
    if !one.state.may_become(State::Withdrawn) {
        let finding = Finding::refused(problems::LIST_STATE)
            .of("623")
            .at("invtNo")
            .saw(one.state)
            .wants("120, 300, 399, 800");
        return Ok(Err(finding.with("list", &asked.invt_no)));
    }
    let returns = tables::returns_of(desk.session, reply.home)?;
    if returns.iter().any(tables::Return::counts) {
        return Ok(Err(Finding::refused(problems::HAS_RETURN)
            .of("623")
            .at("invtNo")
            .saw(&asked.invt_no)));
    }
    Ok(Ok(one))
}

/// The list that a withdrawal or a return asks for: by its order, its number must be the list's, and
/// whoever asks must be who declared it, for the same buyer and goods on the same way.
pub(super) fn asked_for(
    desk: &Desk<'_>,
    asked: &Withdrawal,
    record: &Record,
    reply: &Reply<'_>,
) -> Result<Result<Declaration, Finding>, StoreError> {
    const SAME: [&str; 6] = [
        "agentCode",
        "customsCode",
        "ebcCode",
        "logisticsCode",
        "logisticsNo",
        "buyerIdNumber",
    ];
    let found = desk
        .declaration(reply.home)?
        .filter(|one| one.invt_no.as_deref() == Some(&asked.invt_no));
    let Some(one) = found else {
        return Ok(Err(Finding::refused(problems::LIST_UNKNOWN)
            .of(reply.message.to_owned())
            .at("invtNo")
            .saw(&asked.invt_no)));
    };
    let list = desk.list_record(&one)?;
    let differs = SAME.iter().find_map(|field| {
        let (mine, theirs) = (record.get(field)?, list.get(field)?);
        let shown = |value: &str| match *field {
            "buyerIdNumber" => mask_identity(value),
            _ => value.to_owned(),
        };
        (!same(mine, theirs)).then(|| {
            Finding::refused(problems::LIST_DIFFERS)
                .of(reply.message.to_owned())
                .at(*field)
                .saw(shown(mine))
                .wants(shown(theirs))
                .with("list", &asked.invt_no)
        })
    });
    Ok(differs.map_or(Ok(one), Err))
}

/// Gives back all that was taken, makes the bill void, frees the waybill.
fn end(desk: &mut Desk<'_>, one: &mut Declaration) -> Result<(), StoreError> {
    let act = desk.next_act();
    let (list, _) = List::read(&*desk.list_record(one)?);
    for mut bill in tables::bills_of(desk.session, &one.home)?
        .into_iter()
        .filter(|bill| bill.status == 1)
    {
        desk.close_bill(one, &mut bill, 3)?;
    }
    desk.give_back(one, act)?;
    tables::leave_short(desk.session, one)?;
    desk.free_claims(one, &list)?;
    one.state = State::Withdrawn;
    desk.keep_declaration(one)?;
    desk.moved(one, &[State::Withdrawn], &[], "declarant")?;
    desk.free_short(&one.guarantor).map(drop)
}
