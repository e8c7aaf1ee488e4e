//! What comes back piece by piece: gifts, which bear no tax, and applications that were changed.

use clearance::acts::{Act, Taken};
use testkit::{Bought, Paper, Parcel, goods::HONEY};

use crate::centre::{Centre, bought};

fn accepted(centre: &mut Centre, paper: &Paper) {
    assert_eq!(centre.takes(paper).taken, Taken::Accepted);
    centre
        .decides(&paper.key(), Act::Release, "return.goods-back")
        .unwrap();
}

#[test]
fn a_list_is_not_closed_while_its_gift_is_out() {
    let mut centre = Centre::open();
    let purchase = bought(1, "2026-10-05T09:58");
    let mut lines = purchase.lines.clone();
    lines.push(Bought::gift(HONEY));
    let paid = lines[0].pieces;
    let parcel = purchase.lines(lines).papers();
    let before = centre.stock(&HONEY);
    centre.takes_parcel(&parcel);
    let number = centre.list_number(&parcel.order);
    let back = |own: &str, gnum, pieces| {
        let paper = parcel.return_of(&number, "20261005095900", gnum, pieces);
        paper.set("copNo", own.to_owned())
    };
    accepted(&mut centre, &back("TH-1", 1, paid));
    assert_eq!(centre.state(&parcel.order), "800");
    assert_eq!(centre.stock(&HONEY), before - 1);
    accepted(&mut centre, &back("TH-2", 2, 1));
    assert_eq!(centre.state(&parcel.order), "899");
    assert_eq!(centre.stock(&HONEY), before);
}

#[test]
fn an_application_changed_to_fewer_pieces_does_not_stand_in_its_own_way() {
    let mut centre = Centre::open();
    let parcel = Parcel::lawful(1);
    centre.takes_parcel(&parcel);
    let number = centre.list_number(&parcel.order);
    let all = parcel.return_of(&number, "20261005095900", 1, 2);
    centre.takes(&all);
    let one = parcel.return_of(&number, "20261005095930", 1, 1).change();
    assert_eq!(centre.takes(&one).taken, Taken::Accepted);
    assert_eq!(centre.statuses("626", &one.key()).last(), Some(&120));
    centre
        .decides(&one.key(), Act::Release, "return.goods-back")
        .unwrap();
    assert_eq!(centre.state(&parcel.order), "800");
}
