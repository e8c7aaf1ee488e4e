//! Order, payment and waybill of a purchase.

use values::Quantity;

use super::{Bought, Mode, Purchase};
use crate::goods::kilos;
use crate::paper::{Block, ORDER, PAYMENT, Paper, WAYBILL, opening};
use crate::parcel::Parcel;

/// The only currency of retail imports, in customs' old code.
pub(super) const YUAN: &str = "142";
/// Division of all addresses of this kit.
const CHENGGUAN: &str = "540102";

impl Purchase {
    /// Day that the numbers carry, `yyyyMMdd`.
    pub(super) fn day(&self) -> String {
        self.ordered.day().wire()
    }

    /// Order number.
    #[must_use]
    pub fn order_no(&self) -> String {
        format!("DD{}{:05}", self.day(), self.number)
    }

    /// Waybill number; the first is that of the stories.
    #[must_use]
    pub fn waybill_no(&self) -> String {
        format!("LS{}{:05}", self.day(), self.number)
    }

    /// Number of the payment at the payment firm.
    #[must_use]
    pub fn transaction_no(&self) -> String {
        format!("ZF{}{:05}", self.day(), self.number)
    }

    /// Number of the list in the declaring firm's own books.
    #[must_use]
    pub fn list_no(&self) -> String {
        format!("QD{}{:05}", self.day(), self.number)
    }

    /// Bill of the load that a direct parcel came with: one a carrier and day.
    pub(super) fn bill_no(&self) -> String {
        format!("TD{}{}", self.day(), &self.carrier.code[15..17])
    }

    pub(super) fn grams(&self, weigh: impl Fn(&Bought) -> i64) -> Quantity {
        kilos(
            self.lines
                .iter()
                .map(|line| weigh(line) * line.pieces)
                .sum(),
        )
    }

    pub(super) fn gross(&self) -> Quantity {
        self.grams(|line| line.good.grams.1)
    }

    /// Its four papers.
    #[must_use]
    pub fn papers(&self) -> Parcel {
        Parcel {
            order: self.order(),
            payment: self.payment(),
            waybill: self.waybill(),
            declaration: self.declaration(),
        }
    }

    fn order(&self) -> Paper {
        let mut head = opening(&self.ordered.wire());
        head.extend([
            ("orderType", "I".into()),
            ("orderNo", self.order_no()),
            ("ebpCode", self.platform.code.into()),
            ("ebpName", self.platform.name.into()),
            ("ebcCode", self.seller.code.into()),
            ("ebcName", self.seller.name.into()),
            ("goodsValue", self.goods_value().to_string()),
            ("freight", self.freight.to_string()),
            ("discount", self.discount.to_string()),
            ("taxTotal", self.tax().to_string()),
            ("acturalPaid", self.to_pay().to_string()),
            ("currency", YUAN.into()),
            ("buyerRegNo", format!("U{}", &self.buyer.phone[3..])),
            ("buyerName", self.buyer.name.clone()),
            ("buyerTelephone", self.buyer.phone.clone()),
            ("buyerIdType", "1".into()),
            ("buyerIdNumber", self.buyer.id.clone()),
            ("payCode", self.cashier.code.into()),
            ("payName", self.cashier.name.into()),
            ("payTransactionId", self.transaction_no()),
            ("consignee", self.consignee.name.clone()),
            ("consigneeTelephone", self.consignee.phone.clone()),
            ("consigneeAddress", self.consignee.address.clone()),
            ("consigneeDistrict", CHENGGUAN.into()),
        ]);
        let line = |(at, line): (usize, &Bought)| {
            let mut fields = vec![
                ("gnum", (at + 1).to_string()),
                ("itemNo", line.good.sku()),
                ("itemName", line.good.name.into()),
                ("gmodel", line.good.model.into()),
                ("barCode", line.good.barcode.into()),
                ("unit", line.good.unit.into()),
                ("qty", line.pieces.to_string()),
                ("price", line.price.to_string()),
                ("totalPrice", line.value().to_string()),
                ("currency", YUAN.into()),
                ("country", line.good.origin.into()),
            ];
            fields.extend(gift_note(line));
            Block::of(fields)
        };
        let lines = self.lines.iter().enumerate().map(line).collect();
        Paper::new(&ORDER, self.platform, Block::of(head), lines)
    }

    fn payment(&self) -> Paper {
        let mut head = opening(&self.paid.wire());
        head.extend([
            ("payCode", self.cashier.code.into()),
            ("payName", self.cashier.name.into()),
            ("payTransactionId", self.transaction_no()),
            ("orderNo", self.order_no()),
            ("ebpCode", self.platform.code.into()),
            ("ebpName", self.platform.name.into()),
            ("payerIdType", "1".into()),
            ("payerIdNumber", self.buyer.id.clone()),
            ("payerName", self.buyer.name.clone()),
            ("telephone", self.buyer.phone.clone()),
            ("amountPaid", self.to_pay().to_string()),
            ("currency", YUAN.into()),
            ("payTime", self.paid.wire()),
        ]);
        Paper::new(&PAYMENT, self.cashier, Block::of(head), Vec::new())
    }

    fn waybill(&self) -> Paper {
        let mut head = opening(&self.shipped.wire());
        head.extend([
            ("logisticsCode", self.carrier.code.into()),
            ("logisticsName", self.carrier.name.into()),
            ("logisticsNo", self.waybill_no()),
        ]);
        if self.mode == Mode::Direct {
            head.push(("billNo", self.bill_no()));
        }
        let names: Vec<_> = self.lines.iter().map(|line| line.good.name).collect();
        head.extend([
            ("orderNo", self.order_no()),
            ("freight", self.freight.to_string()),
            ("insuredFee", self.insurance.to_string()),
            ("currency", YUAN.into()),
            ("weight", self.gross().to_string()),
            ("packNo", "1".into()),
            ("goodsInfo", names.join("，")),
            ("consignee", self.consignee.name.clone()),
            ("consigneeAddress", self.consignee.address.clone()),
            ("consigneeTelephone", self.consignee.phone.clone()),
        ]);
        Paper::new(&WAYBILL, self.carrier, Block::of(head), Vec::new())
    }
}

/// How a line says that it is given on top: the wire has no field for it.
pub(super) fn gift_note(line: &Bought) -> Option<(&'static str, String)> {
    line.gift.then(|| ("note", "赠品".into()))
}
