//! Where a signature is asked for, an unsigned paper is refused in the code of its message.

use clearance::acts::Taken;
use testkit::Parcel;

use crate::centre::Centre;

fn asking(rule: &str) -> Centre {
    let setup = testkit::setup_toml(0).replace(
        "\"signature.require\" = \"off\"",
        &format!("\"signature.require\" = \"{rule}\""),
    );
    Centre::open_with(&setup, "2026-10-05T10:00")
}

#[test]
fn a_declared_paper_without_signature_is_refused_where_one_is_asked_for() {
    for rule in ["declared", "schema"] {
        let mut centre = asking(rule);
        let parcel = Parcel::lawful(1);
        for paper in parcel.papers() {
            let answer = centre.takes(paper);
            let receipt = clearance::acts::number_of(&answer.message).unwrap();
            let status = *centre.statuses(receipt, &paper.key()).last().unwrap();
            centre.refused(&answer, "signature.missing", status);
            assert!(status < 0, "the port refuses it: {status}");
        }
        assert!(
            centre
                .accounts()
                .iter()
                .all(|line| !line.starts_with("quota"))
        );
    }
}

#[test]
fn a_saved_list_needs_a_signature_by_the_schema_alone() {
    for (rule, taken) in [("declared", Taken::Accepted), ("schema", Taken::Refused)] {
        let mut centre = asking(rule);
        let saved = Parcel::lawful(1).declaration.set("appStatus", "1");
        assert_eq!(centre.takes(&saved).taken, taken, "{rule}");
    }
}
