//! Every code that clearance raises outside the dated forms of its rules.

/// Money finer than 分.
pub const MONEY_FINE: &str = "number.finer-than-fen";
/// A number that does not fit.
pub const NUMBER: &str = "number.too-large";

/// The firm is not filed.
pub const PARTY_UNKNOWN: &str = "party.unknown";
/// The firm is filed, but not in this role.
pub const PARTY_ROLE: &str = "party.role";
/// No site at that customs office.
pub const SITE_UNKNOWN: &str = "site.unknown";
/// The mode may not clear there.
pub const SITE_MODE: &str = "site.mode";
/// The mode is no retail import.
pub const MODE: &str = "list.mode";

/// A bonded list names another country of departure than China.
pub const LIST_COUNTRY: &str = "list.country";

/// Quantity times price is not the total of the line.
pub const LINE_TOTAL: &str = "line.total";
/// The lines do not add up to the goods value.
pub const GOODS_SUM: &str = "order.goods-sum";
/// A line that calls itself a gift has a price.
pub const GIFT_PRICE: &str = "order.gift-price";
/// The order is worth nothing.
pub const PRICE_ZERO: &str = "order.price-zero";
/// Another currency than 142.
pub const CURRENCY: &str = "code.currency";
/// More than one package.
pub const PACKAGES: &str = "paper.packages";
/// Net above gross weight.
pub const NET_ABOVE_GROSS: &str = "weight.net-above-gross";
/// A legal quantity in another unit than the tariff's.
pub const LEGAL_UNIT: &str = "line.legal-unit";
/// A legal quantity of nothing.
pub const LEGAL_ZERO: &str = "line.legal-zero";
/// The legal quantities weigh more than the parcel.
pub const LEGAL_ABOVE_GROSS: &str = "weight.legal-above-gross";
/// Goods of a yearly limit weigh less by legal quantity than by content or net weight.
pub const LEGAL_WEIGHT_LOW: &str = "weight.legal-low";

/// The same number stands with other content.
pub const CONFLICT: &str = "doc.conflict";
/// A change or deletion of what never came.
pub const UNKNOWN: &str = "doc.unknown";
/// Older than what stands.
pub const OLD: &str = "doc.old";
/// What it would change is decided, or something depends on it.
pub const FIXED: &str = "doc.fixed";
/// The order has a live list of another number.
pub const SECOND_LIST: &str = "list.second";
/// Another list has the waybill.
pub const WAYBILL_USED: &str = "waybill.used";
/// The payment serves another order.
pub const PAYMENT_USED: &str = "payment.used";

/// A message that clearance does not take: customs' own, or of exports.
pub const NOT_TAKEN: &str = "message.not-taken";

/// Waiting for the order, the payment, the waybill.
pub const ORDER_MISSING: &str = "match.order-missing";
/// See [`ORDER_MISSING`].
pub const PAYMENT_MISSING: &str = "match.payment-missing";
/// See [`ORDER_MISSING`].
pub const WAYBILL_MISSING: &str = "match.waybill-missing";

/// Sellers differ (M3).
pub const SELLER: &str = "match.seller-differs";
/// Paid is not goods, freight and tax less the discount (M4).
pub const PAID_SUM: &str = "match.paid-sum";
/// The payment is not what the order says was paid (M4).
pub const PAYMENT_AMOUNT: &str = "match.payment-amount";
/// Payment firm or number differ (M5).
pub const PAYMENT: &str = "match.payment-differs";
/// The waybill carries another order (M7).
pub const WAYBILL_ORDER: &str = "match.waybill-order";
/// The payer is not the buyer (M8).
pub const PAYER: &str = "match.payer-differs";
/// The buyer of the list is not that of the order (M8).
pub const BUYER: &str = "match.buyer-differs";
/// Consignee, phone or address differ (M9).
pub const CONSIGNEE: &str = "match.consignee-differs";
/// Another number of lines (M10).
pub const LINES_COUNT: &str = "match.lines-count";
/// A line differs (M10).
pub const LINE: &str = "match.line-differs";
/// Freight differs (M11).
pub const FREIGHT: &str = "match.freight-differs";
/// Insurance differs (M11).
pub const INSURANCE: &str = "match.insurance-differs";
/// Weights differ by more than is tolerated (M12).
pub const WEIGHT: &str = "match.weight-differs";
/// The papers are not in the order of time (M13).
pub const TIME_ORDER: &str = "match.time-order";

/// The site counted the parcel in with another voyage or bill (M14).
pub const ARRIVAL: &str = "match.arrival-differs";

/// One arrival counts a waybill twice.
pub const ARRIVAL_TWICE: &str = "arrival.twice";
/// Another arrival counted the waybill in before.
pub const ARRIVAL_BEFORE: &str = "arrival.before";

/// The book is not filed (M14).
pub const BOOK_UNKNOWN: &str = "book.unknown";
/// The item record is not in the book (M14).
pub const BOOK_ITEM: &str = "book.item-unknown";
/// Code or unit are not those of the item record (M14).
pub const BOOK_ITEM_DIFFERS: &str = "book.item-differs";
/// The book is another firm's (M14).
pub const BOOK_AREA: &str = "book.area-differs";
/// Less in stock than is declared (M14).
pub const STOCK_SHORT: &str = "book.stock-short";
/// No guarantee is filed for that firm (M15).
pub const GUARANTEE_UNKNOWN: &str = "guarantee.unknown";
/// The guarantee does not reach (M15).
pub const GUARANTEE_SHORT: &str = "guarantee.short";

/// Drawn for inspection.
pub const INSPECT_DRAWN: &str = "inspect.drawn";
/// A watch on goods or firm.
pub const INSPECT_WATCH: &str = "inspect.watch";
/// The tax collected in advance is not the tax.
pub const TAX_DIFFERS: &str = "tax.collected-differs";
/// Signatures are not verified yet.
pub const NOT_VERIFIED: &str = "signature.not-verified";
/// A signature is required and there is none.
pub const SIGNATURE_MISSING: &str = "signature.missing";

/// No such list.
pub const LIST_UNKNOWN: &str = "withdraw.list-unknown";
/// A withdrawal or return by another agent, or that names other things than the list.
pub const LIST_DIFFERS: &str = "withdraw.list-differs";
/// The list's state does not allow it.
pub const LIST_STATE: &str = "withdraw.list-state";
/// A return stands against it.
pub const HAS_RETURN: &str = "withdraw.has-return";
/// The list of a return is not released.
pub const RETURN_STATE: &str = "return.list-state";
/// The line is not in the list.
pub const RETURN_LINE: &str = "return.line-unknown";
/// The officer's act does not fit the state.
pub const MOVE: &str = "officer.move";
/// No reason of the list was given.
pub const REASON: &str = "officer.reason";
/// No such key.
pub const KEY_UNKNOWN: &str = "key.unknown";
/// The officer refused.
pub const OFFICER: &str = "officer.refused";
/// An officer by a name under which the program itself acts.
pub const OFFICER_NAME: &str = "officer.name";

/// An officer's reason: looked, nothing wrong.
pub const CHECKED: &str = "officer.checked";
/// An officer's reason: wants the goods inspected.
pub const LOOK: &str = "officer.look";
/// An officer's reason: the returned goods are back and checked.
pub const GOODS_BACK: &str = "return.goods-back";
/// An officer's reason, and what the law finds then: the goods that came back are others.
pub const NOT_ORIGINAL: &str = "return.not-original";

/// What is kept cannot be read.
pub const VERIFY_UNREADABLE: &str = "verify.unreadable";
/// The content of a paper does not give its digest.
pub const VERIFY_DIGEST: &str = "verify.digest";
/// A row follows from nothing that stands.
pub const VERIFY_UNEXPLAINED: &str = "verify.unexplained";
/// A row that follows from what stands is not there.
pub const VERIFY_MISSING: &str = "verify.missing";
/// The bills of a day are not what its tax accounts say.
pub const VERIFY_TAX: &str = "verify.tax";
/// Declarations hold other sums than the accounts say.
pub const VERIFY_HELD: &str = "verify.held";
/// A verdict comes out otherwise when it is made again.
pub const REPLAY_DIFFERS: &str = "replay.differs";

/// All of them, for the rulebook's check at the start.
pub const RAISED: &[&str] = &[
    NOT_TAKEN,
    LIST_COUNTRY,
    CURRENCY,
    NUMBER,
    MONEY_FINE,
    PARTY_UNKNOWN,
    PARTY_ROLE,
    SITE_UNKNOWN,
    SITE_MODE,
    MODE,
    LEGAL_UNIT,
    LEGAL_ZERO,
    LEGAL_ABOVE_GROSS,
    LEGAL_WEIGHT_LOW,
    LINE_TOTAL,
    GOODS_SUM,
    PACKAGES,
    NET_ABOVE_GROSS,
    CONFLICT,
    UNKNOWN,
    OLD,
    FIXED,
    SECOND_LIST,
    WAYBILL_USED,
    PAYMENT_USED,
    ORDER_MISSING,
    PAYMENT_MISSING,
    WAYBILL_MISSING,
    SELLER,
    PAID_SUM,
    PAYMENT_AMOUNT,
    PAYMENT,
    WAYBILL_ORDER,
    PAYER,
    BUYER,
    CONSIGNEE,
    LINES_COUNT,
    LINE,
    FREIGHT,
    INSURANCE,
    WEIGHT,
    TIME_ORDER,
    ARRIVAL,
    ARRIVAL_TWICE,
    ARRIVAL_BEFORE,
    BOOK_UNKNOWN,
    BOOK_ITEM,
    BOOK_ITEM_DIFFERS,
    BOOK_AREA,
    STOCK_SHORT,
    GUARANTEE_UNKNOWN,
    GUARANTEE_SHORT,
    INSPECT_DRAWN,
    INSPECT_WATCH,
    TAX_DIFFERS,
    NOT_VERIFIED,
    SIGNATURE_MISSING,
    LIST_UNKNOWN,
    LIST_DIFFERS,
    LIST_STATE,
    HAS_RETURN,
    RETURN_STATE,
    MOVE,
    REASON,
    KEY_UNKNOWN,
    OFFICER,
    OFFICER_NAME,
    CHECKED,
    LOOK,
    GOODS_BACK,
    VERIFY_UNREADABLE,
    VERIFY_DIGEST,
    VERIFY_UNEXPLAINED,
    VERIFY_MISSING,
    VERIFY_TAX,
    VERIFY_HELD,
    REPLAY_DIFFERS,
];
