//! Withdrawal 撤销 of a declaration, before or after release.

use store::StoreError;
use values::Finding;

use super::{Desk, answer::Reply};
use crate::{
    model::{List, State, Withdrawal},
    problems,
    store::{self as tables, Declaration},
};

/// Withdraws the list, or says why not.
pub(super) fn withdraw(
    desk: &mut Desk<'_>,
    asked: &Withdrawal,
    reply: &Reply<'_>,
) -> Result<(), StoreError> {
    let found = match allowed(desk, asked, reply)? {
        Ok(mut one) => {
            desk.reply(reply, State::Declaring, &[])?;
            end(desk, &mut one)?;
            return desk.reply(reply, State::Decided, &[]);
        }
        Err(found) => found,
    };
    let state = match found.code.as_ref() {
        problems::LIST_UNKNOWN => State::Failed(-623_003),
        _ => State::Failed(-623_005),
    };
    desk.reply(reply, state, &[found])
}

fn allowed(
    desk: &Desk<'_>,
    asked: &Withdrawal,
    reply: &Reply<'_>,
) -> Result<Result<Declaration, Finding>, StoreError> {
    let one = match asked_for(desk, asked, reply)? {
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

/// The list that a withdrawal or a return asks for: by its order, and its number must be the list's.
pub(super) fn asked_for(
    desk: &Desk<'_>,
    asked: &Withdrawal,
    reply: &Reply<'_>,
) -> Result<Result<Declaration, Finding>, StoreError> {
    let found = desk
        .declaration(reply.home)?
        .filter(|one| one.invt_no.as_deref() == Some(&asked.invt_no));
    Ok(found.ok_or_else(|| {
        Finding::refused(problems::LIST_UNKNOWN)
            .of(reply.message.to_owned())
            .at("invtNo")
            .saw(&asked.invt_no)
    }))
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
    one.moved = desk.now.plus_ms(desk.ticks).0;
    desk.keep_declaration(one)?;
    desk.moved(one, &[State::Withdrawn], &[], "declarant")?;
    desk.free_short(&one.guarantor).map(drop)
}
