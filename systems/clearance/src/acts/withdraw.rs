//! Withdrawal 撤销 of a declaration, before or after release.

use messages::Record;
use store::StoreError;
use values::{Finding, mask_identity};

use super::{Desk, answer::Reply};
use crate::{
    decide::{matching::same, pairs::masked},
    model::{Home, List, State, Withdrawal},
    problems,
    store::{self as tables, Declaration},
};

/// Withdraws the list; nothing stands against it ([`objection`]).
pub(super) fn withdraw(desk: &mut Desk<'_>, reply: &Reply<'_>) -> Result<(), StoreError> {
    let Some(mut one) = desk.declaration(reply.home)? else {
        return Err(StoreError::damaged(
            "a list that was to be withdrawn is gone",
        ));
    };
    desk.reply(reply, State::Declaring, &[])?;
    end(desk, &mut one)?;
    desk.reply(reply, State::Decided, &[])
}

/// What stands against withdrawing the list that is asked for.
pub(super) fn objection(
    desk: &Desk<'_>,
    asked: &Withdrawal,
    record: &Record,
    home: &Home,
) -> Result<Option<Finding>, StoreError> {
    let one = match asked_for(desk, asked, record, home)? {
        Ok(one) => one,
        Err(unknown) => return Ok(Some(unknown)),
    };
    if !one.state.may_become(State::Withdrawn) {
        let finding = Finding::refused(problems::LIST_STATE)
            .of("623")
            .at("invtNo")
            .saw(one.state)
            .wants("120, 300, 399, 800");
        return Ok(Some(finding.with("list", &asked.invt_no)));
    }
    let returns = tables::returns_of(desk.session, home)?;
    let counts = returns.iter().any(tables::Return::counts);
    Ok(counts.then(|| {
        Finding::refused(problems::HAS_RETURN)
            .of("623")
            .at("invtNo")
            .saw(&asked.invt_no)
    }))
}

/// The list that a withdrawal or a return asks for: by its order, its number must be the list's, and
/// whoever asks must be who declared it, for the same buyer and goods on the same way.
pub(super) fn asked_for(
    desk: &Desk<'_>,
    asked: &Withdrawal,
    record: &Record,
    home: &Home,
) -> Result<Result<Declaration, Finding>, StoreError> {
    const SAME: [&str; 6] = [
        "agentCode",
        "customsCode",
        "ebcCode",
        "logisticsCode",
        "logisticsNo",
        "buyerIdNumber",
    ];
    let message = &record.message().number.as_str().to_owned();
    let found = desk
        .declaration(home)?
        .filter(|one| one.invt_no.as_deref() == Some(&asked.invt_no));
    let Some(one) = found else {
        return Ok(Err(Finding::refused(problems::LIST_UNKNOWN)
            .of(message.clone())
            .at("invtNo")
            .saw(&asked.invt_no)));
    };
    let list = desk.list_record(&one)?;
    let differs = SAME.iter().find_map(|field| {
        let (mine, theirs) = (record.get(field)?, list.get(field)?);
        let mask = match *field {
            "buyerIdNumber" => mask_identity,
            _ => str::to_owned,
        };
        (!same(mine, theirs)).then(|| {
            let finding = Finding::refused(problems::LIST_DIFFERS)
                .of(message.clone())
                .at(*field)
                .with("list", &asked.invt_no);
            masked(finding, mask, mine, theirs)
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
