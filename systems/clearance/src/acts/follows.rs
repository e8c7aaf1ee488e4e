//! What follows from papers and declarations, against what stands: the digest of a paper from its content,
//! claims from the papers that name a number, due dates, open work and lines for more guarantee from
//! declarations; the accounts of the ledger from what declarations hold and filings put in. All else the
//! journal tells itself ([`journal::Told`]).

mod claims;
mod dues;
mod held;
mod lines;

use journal::hex;
use messages::Catalogue;
use rulebook::Rulebook;
use store::{Session, StoreError};
use values::Finding;

use self::{claims::Claims, dues::Dues, held::Held, lines::Lines};
use super::submission::digest;
use crate::{
    model::Home,
    problems::{VERIFY_DIGEST, VERIFY_MISSING, VERIFY_UNEXPLAINED},
    store::{self as tables, Paper},
};

/// Every row that does not follow, and everything that follows and is not there.
pub(super) fn differences(
    session: Session<'_>,
    catalogue: &Catalogue,
    rulebook: &Rulebook,
) -> Result<Vec<Finding>, StoreError> {
    let mut faults = Vec::new();
    let (mut claims, mut dues, mut lines) = (Claims::default(), Dues::default(), Lines::default());
    let mut held = Held::default();
    tables::each_paper(session, |home, paper| {
        let Ok(record) = catalogue.record(&paper.body) else {
            faults.push(of_paper(&home, &paper, "unread"));
            return;
        };
        if digest(&record) != *paper.digest {
            let (stands, told) = (hex(&digest(&record)), hex(&paper.digest));
            faults.push(of_paper(&home, &paper, "other").saw(stands).wants(told));
        }
        claims.paper(&home, &paper, &record);
    })?;
    tables::each_declaration(session, |one| {
        claims.declaration(&one);
        dues.declaration(&one, rulebook);
        lines.declaration(&one);
        faults.extend(held.declaration(&one));
    })?;
    faults.extend(claims.differences(session)?);
    faults.extend(dues.differences(session)?);
    faults.extend(lines.differences(session)?);
    faults.extend(held.differences(session)?);
    Ok(faults)
}

fn of_paper(home: &Home, paper: &Paper, how: &str) -> Finding {
    let Paper {
        message, edition, ..
    } = paper;
    let key = format!("{}/{message}/{edition}", home.text());
    journal::row(VERIFY_DIGEST, "clearance_paper", &key).with("how", how)
}

/// A row that follows from nothing that stands.
fn unexplained(table: &str, key: &str) -> Finding {
    journal::row(VERIFY_UNEXPLAINED, table, key)
}

/// A row that follows from what stands, and is not there.
fn missing(table: &str, key: &str) -> Finding {
    journal::row(VERIFY_MISSING, table, key)
}
