//! Waybills that were counted in, with the arrivals (711) that count them.

use store::{Session, StoreError, Value};

use super::key;
use crate::model::Home;

const COUNT: &str = "INSERT INTO clearance_counted (bucket, issuer, number, to_issuer, to_number) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (bucket, issuer, number, to_issuer, to_number) DO NOTHING";
const UNCOUNT: &str = "DELETE FROM clearance_counted WHERE bucket = $1 AND issuer = $2 AND number = $3 AND to_issuer = $4 AND to_number = $5";
// Served by the primary key: the arrivals of one waybill stand together.
const ARRIVALS: &str = "SELECT to_issuer, to_number FROM clearance_counted WHERE bucket = $1 AND issuer = $2 AND number = $3 \
     ORDER BY to_issuer, to_number";
const EVERY: &str = "SELECT issuer, number, to_issuer, to_number, bucket FROM clearance_counted";

/// Notes that the arrival which lies there counts a waybill.
pub fn count(session: Session<'_>, waybill: &Home, arrival: &Home) -> Result<(), StoreError> {
    session.run(COUNT, &row(waybill, arrival)).map(drop)
}

/// The arrival which lies there counts that waybill no more.
pub fn uncount(session: Session<'_>, waybill: &Home, arrival: &Home) -> Result<(), StoreError> {
    session.run(UNCOUNT, &row(waybill, arrival)).map(drop)
}

/// Where the arrivals lie that count a waybill.
pub fn arrivals_of(session: Session<'_>, waybill: &Home) -> Result<Vec<Home>, StoreError> {
    session.all(ARRIVALS, &key(waybill), |row| {
        Ok(Home::kept(row.text(0)?, row.text(1)?))
    })
}

/// Every waybill with an arrival that counts it, and whether it stands in its bucket: for verification.
pub fn each_counted(
    session: Session<'_>,
    mut see: impl FnMut(Home, Home, bool),
) -> Result<(), StoreError> {
    session.flush()?;
    session.each(EVERY, &[], |row| {
        let waybill = Home::kept(row.text(0)?, row.text(1)?);
        let placed = row.int(4)? == waybill.bucket();
        see(waybill, Home::kept(row.text(2)?, row.text(3)?), placed);
        Ok(true)
    })
}

fn row<'h>(waybill: &'h Home, arrival: &'h Home) -> [Value<'h>; 5] {
    let [bucket, issuer, number] = key(waybill);
    let (to_issuer, to_number) = (arrival.issuer(), arrival.number());
    [
        bucket,
        issuer,
        number,
        Value::Text(to_issuer),
        Value::Text(to_number),
    ]
}
