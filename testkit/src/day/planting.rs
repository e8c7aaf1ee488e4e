//! One planted fault: what is changed on an otherwise lawful parcel.

use values::Fen;

use super::faults::Fault;
use super::shopper::Shopper;
use crate::cast::{P1, P2, person};
use crate::goods::{DRYER, FORMULA, Good, HANDBAG, INK, PUZZLE, SHAVER, SUGAR, TOWEL};
use crate::paper::Paper;
use crate::parcel::Parcel;
use crate::purchase::{Bought, Mode, Purchase};

/// A parcel as it will be sent.
pub(super) struct Filing {
    /// The papers that come; the order and the list always do.
    pub(super) parcel: Parcel,
    /// What is planted in it.
    pub(super) fault: Option<Fault>,
    /// Sent after everything else has been dealt with.
    pub(super) late: bool,
}

impl Filing {
    pub(super) fn honest(parcel: Parcel) -> Self {
        Self {
            parcel,
            fault: None,
            late: false,
        }
    }

    fn with(fault: Fault, parcel: Parcel) -> Self {
        Self {
            parcel,
            fault: Some(fault),
            late: false,
        }
    }

    fn late(mut self) -> Self {
        self.late = true;
        self
    }

    /// The papers in the order a buyer causes them, without what never comes.
    pub(super) fn papers(&self) -> impl Iterator<Item = &Paper> {
        let never = match self.fault {
            Some(Fault::PaymentMissing) => Some("411"),
            // The carrier reported that waybill with the parcel it belongs to.
            Some(Fault::WaybillMissing | Fault::WaybillUsed) => Some("511"),
            _ => None,
        };
        self.parcel
            .papers()
            .into_iter()
            .filter(move |paper| Some(paper.shape().number) != never)
    }
}

/// The parcels of one fault: the honest ones it needs first, the faulty one last.
pub(super) fn plant(fault: Fault, shopper: &mut Shopper) -> Vec<Filing> {
    match fault {
        Fault::OverYearLimit => return too_much(fault, shopper, &[(HANDBAG, 1); 3], (SHAVER, 2)),
        Fault::OverWeight => return too_much(fault, shopper, &[(SUGAR, 4)], (SUGAR, 3)),
        Fault::WaybillUsed => return same_waybill(fault, shopper),
        _ => {}
    }
    let mut purchase = shopper.honest();
    match fault {
        Fault::GiftWithPrice => {
            purchase.lines.push(Bought {
                price: Fen(990),
                ..Bought::gift(PUZZLE)
            });
        }
        Fault::StockShort => only(&mut purchase, Mode::Bonded, Bought::new(DRYER, 2)),
        Fault::OffTheList => only(&mut purchase, Mode::Direct, Bought::new(TOWEL, 1)),
        Fault::NameLimited => only(&mut purchase, Mode::Direct, Bought::new(INK, 1)),
        Fault::RegistrationMissing => only(&mut purchase, Mode::BondedA, Bought::new(FORMULA, 1)),
        Fault::OverSingleLimit => {
            let pair = Bought {
                price: Fen(340_000),
                ..Bought::new(HANDBAG, 2)
            };
            only(&mut purchase, Mode::Bonded, pair);
        }
        _ => {}
    }
    let mut parcel = purchase.papers();
    spoil(fault, &purchase, &mut parcel);
    vec![Filing::with(fault, parcel)]
}

/// A person set apart buys each of `before`, and late on what is too much for the year.
fn too_much(
    fault: Fault,
    shopper: &mut Shopper,
    before: &[(Good, i64)],
    last: (Good, i64),
) -> Vec<Filing> {
    let buyer = shopper.set_apart();
    let mut buy = |(good, pieces): (Good, i64)| {
        let mut purchase = shopper.honest().buyer(buyer.clone());
        only(&mut purchase, Mode::Bonded, Bought::new(good, pieces));
        purchase.papers()
    };
    let mut filings: Vec<_> = before
        .iter()
        .map(|ware| Filing::honest(buy(*ware)))
        .collect();
    filings.push(Filing::with(fault, buy(last)).late());
    filings
}

/// The same person buys the same again on another platform, which happens to number its order
/// alike, and late on the list comes with the waybill of the first parcel. So nothing but the
/// waybill itself is wrong: it says the right order number, consignee and weight.
fn same_waybill(fault: Fault, shopper: &mut Shopper) -> Vec<Filing> {
    let first = shopper.honest();
    let mut again = Purchase {
        number: shopper.next_number(),
        ..first.clone()
    };
    again.platform = if first.platform == P1 { P2 } else { P1 };
    let Parcel {
        order,
        payment,
        waybill,
        declaration,
    } = again.papers();
    let number = first.order_no();
    let parcel = Parcel {
        order: order.no(&number),
        payment: payment.no(&number),
        waybill,
        declaration: declaration
            .no(&number)
            .set("logisticsNo", first.waybill_no()),
    };
    vec![
        Filing::honest(first.papers()),
        Filing::with(fault, parcel).late(),
    ]
}

/// That line alone, by that mode, without freight or discount.
fn only(purchase: &mut Purchase, mode: Mode, line: Bought) {
    purchase.mode = mode;
    purchase.lines = vec![line];
    (purchase.freight, purchase.insurance, purchase.discount) = (Fen::ZERO, Fen::ZERO, Fen::ZERO);
}

/// Faults that stand on the papers and not in the purchase.
fn spoil(fault: Fault, purchase: &Purchase, parcel: &mut Parcel) {
    let stranger = person(purchase.number + 400_000);
    match fault {
        Fault::LongOrderNumber => {
            let long = format!("{:0<61}", purchase.order_no());
            each(parcel, |paper| paper.no(&long));
        }
        Fault::PaidSum => {
            let off = (purchase.to_pay() + Fen(1)).to_string();
            change(&mut parcel.order, |order| order.paid(&off));
            change(&mut parcel.payment, |payment| payment.paid(&off));
        }
        Fault::PayerDiffers => change(&mut parcel.payment, |payment| payment.buyer(&stranger)),
        Fault::ConsigneeDiffers => change(&mut parcel.waybill, |waybill| {
            waybill.set("consigneeTelephone", &stranger.phone)
        }),
        Fault::ForeignCurrency => change(&mut parcel.order, |order| order.set("currency", "502")),
        Fault::LineTotal => {
            let dearer = (purchase.lines[0].price + Fen(100)).to_string();
            change(&mut parcel.order, |order| {
                order.line(1).set("price", &dearer).head()
            });
            change(&mut parcel.declaration, |list| {
                list.line(1).set("price", &dearer).head()
            });
        }
        Fault::RegistrationMissing => {
            change(&mut parcel.declaration, |list| list.drop("licenseNo"));
        }
        _ => {}
    }
}

fn change(paper: &mut Paper, how: impl FnOnce(Paper) -> Paper) {
    *paper = how(paper.clone());
}

fn each(parcel: &mut Parcel, how: impl Fn(Paper) -> Paper) {
    let Parcel {
        order,
        payment,
        waybill,
        declaration,
    } = parcel;
    for paper in [order, payment, waybill, declaration] {
        change(paper, &how);
    }
}
