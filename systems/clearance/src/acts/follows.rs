//! What follows from papers and declarations, against what stands: the digest of a paper from its content,
//! claims from the papers that name a number, due dates, open work and lines for more guarantee from
//! declarations. All else the journal tells itself ([`journal::Told`]).

mod claims;
mod dues;
mod lines;

use messages::Catalogue;
use rulebook::Rulebook;
use store::{Session, StoreError};

use self::{claims::Claims, dues::Dues, lines::Lines};
use super::submission::digest;
use crate::{
    model::Home,
    store::{self as tables, Paper},
};

/// Every row that does not follow, and everything that follows and is not there.
pub(super) fn differences(
    session: Session<'_>,
    catalogue: &Catalogue,
    rulebook: &Rulebook,
) -> Result<Vec<String>, StoreError> {
    let mut faults = Vec::new();
    let (mut claims, mut dues, mut lines) = (Claims::default(), Dues::default(), Lines::default());
    tables::each_paper(session, |home, paper| {
        let Ok(record) = catalogue.record(&paper.body) else {
            faults.push(format!("{}: cannot be read", name(&home, &paper)));
            return;
        };
        if digest(&record) != *paper.digest {
            let name = name(&home, &paper);
            faults.push(format!("{name}: its content does not give its digest"));
        }
        claims.paper(&home, &paper, &record);
    })?;
    tables::each_declaration(session, |one| {
        claims.declaration(&one);
        dues.declaration(&one, rulebook);
        lines.declaration(&one);
    })?;
    faults.extend(claims.differences(session)?);
    faults.extend(dues.differences(session)?);
    faults.extend(lines.differences(session)?);
    Ok(faults)
}

fn name(home: &Home, paper: &Paper) -> String {
    let Paper {
        message, edition, ..
    } = paper;
    format!("paper {message} of {} ({edition})", home.text())
}
