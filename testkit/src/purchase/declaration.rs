//! The import list of a purchase, with what differs between the three modes.

use super::papers::{YUAN, gift_note};
use super::{Bought, Mode, Purchase};
use crate::goods::BOOK_NUMBER;
use crate::paper::{Block, DECLARATION, Paper, opening};

/// Office the site belongs to; 八廓海关, the counter at Lhasa, in customs' table.
pub(crate) const CUSTOMS: &str = "8805";
/// China: goods from a bonded warehouse depart there.
const CHINA: &str = "142";
/// Nepal: the direct mail of this kit departs there.
const NEPAL: &str = "125";
/// From a comprehensive bonded zone into the country (old code).
const OUT_OF_ZONE: &str = "Y";
/// By air (old code).
const BY_AIR: &str = "5";
/// Carton (old code).
const CARTON: &str = "2";

impl Purchase {
    pub(super) fn declaration(&self) -> Paper {
        let bonded = self.mode != Mode::Direct;
        let mut head = opening(&self.declared.wire());
        head.extend([
            ("orderNo", self.order_no()),
            ("ebpCode", self.platform.code.into()),
            ("ebpName", self.platform.name.into()),
            ("ebcCode", self.seller.code.into()),
            ("ebcName", self.seller.name.into()),
            ("logisticsNo", self.waybill_no()),
            ("logisticsCode", self.carrier.code.into()),
            ("logisticsName", self.carrier.name.into()),
            ("copNo", self.list_no()),
            ("assureCode", self.seller.code.into()),
        ]);
        if bonded {
            head.push(("emsNo", BOOK_NUMBER.into()));
        }
        let day = self.declared.day().wire();
        head.extend([
            ("ieFlag", "I".into()),
            ("declTime", day.clone()),
            ("customsCode", CUSTOMS.into()),
            ("portCode", CUSTOMS.into()),
            ("ieDate", day),
            ("buyerIdType", "1".into()),
            ("buyerIdNumber", self.buyer.id.clone()),
            ("buyerName", self.buyer.name.clone()),
            ("buyerTelephone", self.buyer.phone.clone()),
            ("consigneeAddress", self.consignee.address.clone()),
            ("agentCode", self.agent.code.into()),
            ("agentName", self.agent.name.into()),
        ]);
        head.extend(self.way());
        head.extend([
            ("freight", self.freight.to_string()),
            ("insuredFee", self.insurance.to_string()),
            ("currency", YUAN.into()),
            ("wrapType", CARTON.into()),
            ("packNo", "1".into()),
            ("grossWeight", self.gross().to_string()),
            (
                "netWeight",
                self.grams(|line| line.good.grams.0).to_string(),
            ),
        ]);
        let line = |(at, line): (usize, &Bought)| list_line(at + 1, line, bonded);
        let lines = self.lines.iter().enumerate().map(line).collect();
        Paper::new(&DECLARATION, self.agent, Block::of(head), lines)
    }

    /// From the holder of the book, or by a voyage; licence; country of departure.
    fn way(&self) -> Vec<(&'static str, String)> {
        let mode = ("tradeMode", self.mode.code().into());
        if self.mode == Mode::Direct {
            return vec![
                mode,
                ("trafMode", BY_AIR.into()),
                ("trafNo", "TS-AIR-01".into()),
                ("voyageNo", format!("TS{}", self.day())),
                ("billNo", self.bill_no()),
                ("country", NEPAL.into()),
            ];
        }
        let mut way = vec![
            ("areaCode", self.operator.code.into()),
            ("areaName", self.operator.name.into()),
            mode,
            ("trafMode", OUT_OF_ZONE.into()),
        ];
        if self.mode == Mode::BondedA {
            way.push(("licenseNo", format!("XK{}{:05}", self.day(), self.number)));
        }
        way.push(("country", CHINA.into()));
        way
    }
}

fn list_line(gnum: usize, line: &Bought, bonded: bool) -> Block {
    let good = &line.good;
    let legal = |each: values::Quantity| values::Quantity(each.0 * line.pieces).to_string();
    let mut fields = vec![("gnum", gnum.to_string())];
    if let (true, Some(record)) = (bonded, good.record) {
        fields.push(("itemRecordNo", record.to_string()));
    }
    fields.extend([
        ("itemNo", good.sku()),
        ("itemName", good.name.into()),
        ("gcode", good.hs.into()),
        ("gname", good.name.into()),
        ("gmodel", good.model.into()),
        ("barCode", good.barcode.into()),
        ("country", good.origin.into()),
        ("currency", YUAN.into()),
        ("qty", line.pieces.to_string()),
        ("unit", good.unit.into()),
        ("qty1", legal(good.first.1)),
        ("unit1", good.first.0.into()),
    ]);
    if let Some((unit, each)) = good.second {
        fields.extend([("qty2", legal(each)), ("unit2", unit.into())]);
    }
    fields.extend([
        ("price", line.price.to_string()),
        ("totalPrice", line.value().to_string()),
    ]);
    fields.extend(gift_note(line));
    Block::of(fields)
}
