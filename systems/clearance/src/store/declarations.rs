//! Declarations, and the short lists of those that are still open.

use store::{Insert, Session, StoreError, Value};

use super::key;
use crate::model::{Home, State};

const COLUMNS: &str = "issuer, number, serial, attempt, state, own, edition, pre_no, invt_no, missing, guarantor, person, held, verdict, since, released, told";
const READ: &str = "SELECT issuer, number, serial, attempt, state, own, edition, pre_no, invt_no, missing, guarantor, person, held, verdict, since, released, told \
     FROM clearance_declaration WHERE bucket = $1 AND issuer = $2 AND number = $3";
const BY_SERIAL: &str = "SELECT issuer, number, serial, attempt, state, own, edition, pre_no, invt_no, missing, guarantor, person, held, verdict, since, released, told \
     FROM clearance_declaration WHERE serial = $1";
const EVERY: &str = "SELECT issuer, number, serial, attempt, state, own, edition, pre_no, invt_no, missing, guarantor, person, held, verdict, since, released, told FROM clearance_declaration";
// Served by clearance_open's primary key: only what waits is walked.
const IN_STATE: &str = "SELECT issuer, number FROM clearance_open WHERE state = $1 AND serial > $2 ORDER BY serial LIMIT $3";
const COUNT: &str = "SELECT COUNT(*) FROM clearance_open WHERE state = $1";
pub(super) static KEEP: Insert = Insert {
    sql: "INSERT INTO clearance_declaration (bucket, issuer, number, serial, attempt, state, own, edition, pre_no, invt_no, missing, guarantor, person, held, verdict, since, released, told) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) ON CONFLICT (bucket, issuer, number) DO UPDATE SET \
     serial = excluded.serial, attempt = excluded.attempt, state = excluded.state, own = excluded.own, edition = excluded.edition, pre_no = excluded.pre_no, \
     invt_no = excluded.invt_no, missing = excluded.missing, guarantor = excluded.guarantor, person = excluded.person, held = excluded.held, \
     verdict = excluded.verdict, since = excluded.since, released = excluded.released, told = excluded.told",
    key: 1..3,
    told: 18,
};
const OPEN: &str = "INSERT INTO clearance_open (state, serial, issuer, number) VALUES ($1, $2, $3, $4) ON CONFLICT (state, serial) DO NOTHING";
const CLOSE: &str = "DELETE FROM clearance_open WHERE state = $1 AND serial = $2";
const ENTER_SHORT: &str = "INSERT INTO clearance_short (guarantor, serial, issuer, number) VALUES ($1, $2, $3, $4) ON CONFLICT (guarantor, serial) DO NOTHING";
const LEAVE_SHORT: &str = "DELETE FROM clearance_short WHERE guarantor = $1 AND serial = $2";
const EVERY_OPEN: &str = "SELECT state, serial, issuer, number FROM clearance_open";
const EVERY_SHORT: &str = "SELECT guarantor, serial, issuer, number FROM clearance_short";
const SHORT: &str =
    "SELECT issuer, number FROM clearance_short WHERE guarantor = $1 ORDER BY serial LIMIT $2";

/// A declaration as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    /// Platform and order number.
    pub home: Home,
    /// Number of the list in the zone; only grows.
    pub serial: i64,
    /// How often it was declared: a corrected one is the next.
    pub attempt: i64,
    /// Where it stands.
    pub state: State,
    /// Agent and its own number, joined by `/`.
    pub own: String,
    /// Edition of the list paper that counts.
    pub edition: i64,
    /// Pre-entry number.
    pub pre_no: String,
    /// List number, once stored at customs.
    pub invt_no: Option<String>,
    /// Messages still awaited, blank between.
    pub missing: String,
    /// Who guarantees.
    pub guarantor: String,
    /// What stands for the buyer.
    pub person: String,
    /// What it holds in the ledger, as JSON.
    pub held: String,
    /// Act of the verdict that counts.
    pub verdict: Option<i64>,
    /// When it was filed, in milliseconds.
    pub since: i64,
    /// When it was released, in milliseconds.
    pub released: Option<i64>,
    /// Time of the last receipt that tells of its parcel, in milliseconds.
    pub told: i64,
}

fn read(row: &store::Row<'_>) -> Result<Declaration, StoreError> {
    let state = State::of(row.int(4)?)
        .ok_or_else(|| StoreError::new(store::Fault::Damaged, "a declaration in no known state"))?;
    Ok(Declaration {
        home: Home::kept(row.text(0)?, row.text(1)?),
        serial: row.int(2)?,
        attempt: row.int(3)?,
        state,
        own: row.text(5)?,
        edition: row.int(6)?,
        pre_no: row.text(7)?,
        invt_no: row.maybe_text(8)?,
        missing: row.text(9)?,
        guarantor: row.text(10)?,
        person: row.text(11)?,
        held: row.text(12)?,
        verdict: row.maybe_int(13)?,
        since: row.int(14)?,
        released: row.maybe_int(15)?,
        told: row.int(16)?,
    })
}

/// The declaration of that order.
pub fn declaration(session: Session<'_>, home: &Home) -> Result<Option<Declaration>, StoreError> {
    debug_assert!(
        [READ, BY_SERIAL, EVERY]
            .iter()
            .all(|sql| sql.contains(COLUMNS))
    );
    session.first(READ, &key(home), read)
}

/// Every declaration there is: for verification.
pub fn each_declaration(
    session: Session<'_>,
    mut see: impl FnMut(Declaration),
) -> Result<(), StoreError> {
    session.each(EVERY, &[], |row| {
        see(read(row)?);
        Ok(true)
    })
}

/// The declaration with that serial.
pub fn by_serial(session: Session<'_>, serial: i64) -> Result<Option<Declaration>, StoreError> {
    session.flush()?;
    session.first(BY_SERIAL, &[Value::Int(serial)], read)
}

/// Open declarations in that state, in the order of filing, after a serial.
pub fn declarations_in(
    session: Session<'_>,
    state: State,
    after: i64,
    most: i64,
) -> Result<Vec<Declaration>, StoreError> {
    let key = [
        Value::Int(state.code().into()),
        Value::Int(after),
        Value::Int(most),
    ];
    let homes = session.all(IN_STATE, &key, |row| {
        Ok(Home::kept(row.text(0)?, row.text(1)?))
    })?;
    homes
        .iter()
        .filter_map(|home| declaration(session, home).transpose())
        .collect()
}

/// How many stand open in that state.
pub fn open_count(session: Session<'_>, state: State) -> Result<i64, StoreError> {
    session.count(COUNT, &[Value::Int(state.code().into())])
}

/// Its place among what is open work, or what somebody has to mend: state and serial. A negative
/// code is listed with the returned ones: both are refused.
pub fn listed(one: &Declaration) -> Option<[i64; 2]> {
    let state = match one.state {
        State::Released | State::Closed | State::Withdrawn | State::ShippedBack => return None,
        state if state.is_refused() => State::Returned,
        state => state,
    };
    Some([state.code().into(), one.serial])
}

/// Keeps a declaration and its place in the short lists; `was` is what stands there before.
pub fn put_declaration(
    session: Session<'_>,
    one: &Declaration,
    was: Option<&Declaration>,
) -> Result<(), StoreError> {
    let row = [
        Value::Int(one.home.bucket()),
        Value::Text(one.home.issuer()),
        Value::Text(one.home.number()),
        Value::Int(one.serial),
        Value::Int(one.attempt),
        Value::Int(one.state.code().into()),
        Value::Text(&one.own),
        Value::Int(one.edition),
        Value::Text(&one.pre_no),
        Value::from(one.invt_no.as_deref()),
        Value::Text(&one.missing),
        Value::Text(&one.guarantor),
        Value::Text(&one.person),
        Value::Text(&one.held),
        Value::from(one.verdict),
        Value::Int(one.since),
        Value::from(one.released),
        Value::Int(one.told),
    ];
    session.later(&KEEP, &row)?;
    let (before, now) = (was.and_then(listed), listed(one));
    if before == now {
        return Ok(());
    }
    if let Some([state, serial]) = before {
        session.run(CLOSE, &[Value::Int(state), Value::Int(serial)])?;
    }
    if let Some([state, serial]) = now {
        let row = [
            Value::Int(state),
            Value::Int(serial),
            Value::Text(one.home.issuer()),
            Value::Text(one.home.number()),
        ];
        session.run(OPEN, &row)?;
    }
    Ok(())
}

/// Every row of the short lists, by state and serial: for verification.
pub fn each_open(
    session: Session<'_>,
    mut see: impl FnMut([i64; 2], Home),
) -> Result<(), StoreError> {
    session.each(EVERY_OPEN, &[], |row| {
        let home = Home::kept(row.text(2)?, row.text(3)?);
        see([row.int(0)?, row.int(1)?], home);
        Ok(true)
    })
}

/// Every row of the lines for more guarantee, by guarantor and serial: for verification.
pub fn each_short(
    session: Session<'_>,
    mut see: impl FnMut(String, i64, Home),
) -> Result<(), StoreError> {
    session.each(EVERY_SHORT, &[], |row| {
        let home = Home::kept(row.text(2)?, row.text(3)?);
        see(row.text(0)?, row.int(1)?, home);
        Ok(true)
    })
}

/// Puts a list in the line for more guarantee.
pub fn enter_short(session: Session<'_>, one: &Declaration) -> Result<(), StoreError> {
    let row = [
        Value::Text(&one.guarantor),
        Value::Int(one.serial),
        Value::Text(one.home.issuer()),
        Value::Text(one.home.number()),
    ];
    session.run(ENTER_SHORT, &row).map(drop)
}

/// Takes a list out of the line for more guarantee.
pub fn leave_short(session: Session<'_>, one: &Declaration) -> Result<(), StoreError> {
    session
        .run(
            LEAVE_SHORT,
            &[Value::Text(&one.guarantor), Value::Int(one.serial)],
        )
        .map(drop)
}

/// Who waits for more guarantee of that firm, oldest first.
pub fn short_of(session: Session<'_>, guarantor: &str, most: i64) -> Result<Vec<Home>, StoreError> {
    session.all(SHORT, &[Value::Text(guarantor), Value::Int(most)], |row| {
        Ok(Home::kept(row.text(0)?, row.text(1)?))
    })
}
