//! Four papers that agree with each other.

use crate::cast::{Firm, W1};
use crate::goods::TOWEL;
use crate::paper::{ARRIVAL, Block, Paper, RETURN, STATUS, Shape, WITHDRAWAL, copied, opening};
use crate::purchase::{Bought, Mode, Purchase};

/// Order, payment, waybill and list of one purchase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// 311, from the platform.
    pub order: Paper,
    /// 411, from the payment firm.
    pub payment: Paper,
    /// 511, from the carrier.
    pub waybill: Paper,
    /// 621, from the declaring firm.
    pub declaration: Paper,
}

impl Parcel {
    /// The papers of [`Purchase::lawful`].
    #[must_use]
    pub fn lawful(n: u64) -> Self {
        Purchase::lawful(n).papers()
    }

    /// The papers of a towel by direct mail: the part of the positive list at hand does not have it,
    /// so an officer looks.
    #[must_use]
    pub fn for_an_officer(n: u64) -> Self {
        let purchase = Purchase::lawful(n).mode(Mode::Direct);
        purchase.lines(vec![Bought::new(TOWEL, 1)]).papers()
    }

    /// The four, in the order a buyer causes them.
    #[must_use]
    pub fn papers(&self) -> [&Paper; 4] {
        [&self.order, &self.payment, &self.waybill, &self.declaration]
    }

    /// Four messages of one document each.
    #[must_use]
    pub fn xml(&self) -> [String; 4] {
        self.papers().map(Paper::xml)
    }

    /// 513: signed for at that time, `yyyyMMddHHmmss`.
    #[must_use]
    pub fn delivered(&self, at: &str) -> Paper {
        let mut fields = opening(at);
        fields.extend(copied(
            &self.waybill,
            &["logisticsCode", "logisticsName", "logisticsNo"],
        ));
        fields.extend([
            ("logisticsStatus", "S".into()),
            ("logisticsTime", at.into()),
        ]);
        Paper::new(
            &STATUS,
            self.waybill.sender(),
            Block::of(fields),
            Vec::new(),
        )
    }

    /// 623: withdraws the list that customs numbered `invt_no`.
    #[must_use]
    pub fn withdrawal(&self, invt_no: &str, at: &str) -> Paper {
        self.request(&WITHDRAWAL, invt_no, at, "CX", "订购人取消订单")
    }

    /// 625: `pieces` of that line of the list come back.
    #[must_use]
    pub fn return_of(&self, invt_no: &str, at: &str, gnum: usize, pieces: i64) -> Paper {
        let line = &self.declaration.lines()[gnum - 1];
        let copy = |name: &'static str| (name, line.get(name).unwrap_or_default().into());
        let line = Block::of(vec![
            ("gnum", gnum.to_string()),
            copy("gcode"),
            copy("gname"),
            ("qty", pieces.to_string()),
            copy("unit"),
        ]);
        let mut paper = self.request(&RETURN, invt_no, at, "TH", "订购人退货");
        paper.add_line(line);
        paper
    }

    /// 711: the site counts this parcel of direct mail in, alone in its load.
    #[must_use]
    pub fn arrival(&self, at: &str) -> Paper {
        arrival_of(&[&self.declaration], "RK2026100500001", W1, at)
    }

    /// Withdrawals and returns are numbered like their list, under other letters.
    fn request(
        &self,
        shape: &'static Shape,
        invt_no: &str,
        at: &str,
        letters: &str,
        reason: &str,
    ) -> Paper {
        let list = &self.declaration;
        let own_no = list
            .get("copNo")
            .unwrap_or_default()
            .replacen("QD", letters, 1);
        let mut fields = opening(at);
        fields.extend(copied(
            list,
            &[
                "customsCode",
                "orderNo",
                "ebpCode",
                "ebpName",
                "ebcCode",
                "ebcName",
                "logisticsNo",
                "logisticsCode",
                "logisticsName",
            ],
        ));
        fields.extend([("copNo", own_no), ("invtNo", invt_no.into())]);
        fields.extend(copied(
            list,
            &[
                "buyerIdType",
                "buyerIdNumber",
                "buyerName",
                "buyerTelephone",
                "agentCode",
                "agentName",
            ],
        ));
        fields.push(("reason", reason.into()));
        Paper::new(shape, list.sender(), Block::of(fields), Vec::new())
    }
}

/// 711: a load of direct mail is counted in. The parcels share carrier, voyage and bill.
///
/// # Panics
/// Without a parcel.
#[must_use]
pub(crate) fn arrival_of(lists: &[&Paper], number: &str, operator: Firm, at: &str) -> Paper {
    let first = lists.first().expect("a load holds at least one parcel");
    let mut fields = opening(at);
    fields.extend(copied(first, &["customsCode"]));
    fields.extend([
        ("copNo", number.into()),
        ("operatorCode", operator.code.into()),
        ("operatorName", operator.name.into()),
    ]);
    fields.extend(copied(
        first,
        &[
            "ieFlag",
            "trafMode",
            "trafNo",
            "voyageNo",
            "billNo",
            "logisticsCode",
            "logisticsName",
        ],
    ));
    let line = |(at, list): (usize, &&Paper)| {
        let mut fields = vec![("gnum", (at + 1).to_string())];
        fields.extend(copied(list, &["logisticsNo"]));
        Block::of(fields)
    };
    let lines = lists.iter().enumerate().map(line).collect();
    Paper::new(&ARRIVAL, operator, Block::of(fields), lines)
}
