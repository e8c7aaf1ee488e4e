//! The codes this room raises. Each has a record in `definitions/rules/messages.toml` and words
//! in `definitions/locale/*/messages.ftl`.
//!
//! Five more come out of [`check`](crate::check()) and have their record and words elsewhere:
//! the room of the code tables keeps [`NO_EDITION`], [`NO_TABLE`], [`OLDER_EDITION`] and
//! [`LIST_INCOMPLETE`], and retail imports keep [`CURRENCY`].

/// No edition of the table for that day.
pub const NO_EDITION: &str = "code.no-edition";
/// No table of that name.
pub const NO_TABLE: &str = "code.no-table";
/// A note: an older edition of the table answered.
pub const OLDER_EDITION: &str = "codes.older-edition";
/// A note: the table that lacks the code is not whole, so nothing is proved.
pub const LIST_INCOMPLETE: &str = "code.list-incomplete";
/// Another currency than the one that is accepted.
pub const CURRENCY: &str = "code.currency";

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)*) => {
        $($(#[$doc])* pub const $name: &str = $code;)*
        /// All of them.
        pub const CODES: &[&str] = &[$($name),*];
    };
}

codes! {
    /// The file is larger than is read.
    XML_TOO_LARGE = "xml.too-large";
    /// Not UTF-8.
    XML_ENCODING = "xml.encoding";
    /// A note: a byte order mark before the text.
    XML_BOM = "xml.bom";
    /// A control character, or another that no message may hold.
    XML_CHARACTER = "xml.character";
    /// A document type definition, or an entity that one would define.
    XML_DTD = "xml.dtd";
    /// Not well-formed, or cut off.
    XML_BROKEN = "xml.broken";
    /// Elements nested too deep.
    XML_TOO_DEEP = "xml.too-deep";
    /// A text or tag longer than is read.
    XML_TOO_LONG = "xml.too-long";
    /// Not in customs' namespace.
    XML_NAMESPACE = "xml.namespace";
    /// A root that is no message.
    XML_ROOT = "xml.root";
    /// The root's guid is absent or not of 36 characters.
    XML_GUID = "xml.guid";
    /// The root's version is absent or too long.
    XML_VERSION = "xml.version";
    /// An attribute the schema does not know.
    XML_ATTRIBUTE = "xml.attribute";
    /// Text between elements.
    XML_TEXT = "xml.text";
    /// An element the table does not know.
    XML_UNKNOWN = "xml.unknown";
    /// An element out of its place.
    XML_ORDER = "xml.order";
    /// An element that stands twice.
    XML_REPEATED = "xml.repeated";
    /// An optional element that may be absent but not empty.
    XML_EMPTY = "xml.empty";
    /// A message without documents.
    BATCH_EMPTY = "batch.empty";
    /// More documents than a message may hold.
    BATCH_TOO_MANY = "batch.too-many";
    /// So many faults that reading ended.
    BATCH_TOO_FAULTY = "batch.too-faulty";
    /// The wrapper's data are absent or no base64.
    WRAPPER_DATA = "wrapper.data";
    /// The wrapper names another message than it holds.
    WRAPPER_TYPE = "wrapper.type";
    /// A mandatory field is absent or empty.
    FIELD_MISSING = "field.missing";
    /// A field that this document's mode needs is absent.
    FIELD_NEEDED = "field.needed";
    /// A field that this document's mode bars is there.
    FIELD_NOT_ALLOWED = "field.not-allowed";
    /// Too long or too short.
    FIELD_LENGTH = "field.length";
    /// Another value than the few that are accepted.
    FIELD_VALUE = "field.value";
    /// Nothing but blanks, or blanks around the value.
    FIELD_BLANK = "field.blank";
    /// A note: a character that nobody sees within the value.
    FIELD_HIDDEN = "field.hidden";
    /// Something other than digits.
    FIELD_DIGITS = "field.digits";
    /// No decimal number.
    NUMBER_FORM = "number.form";
    /// A number with an exponent.
    NUMBER_EXPONENT = "number.exponent";
    /// Too many digits.
    NUMBER_DIGITS = "number.digits";
    /// Too many digits after the point.
    NUMBER_FRACTION = "number.fraction";
    /// Below zero.
    NUMBER_NEGATIVE = "number.negative";
    /// A day or time that does not exist.
    TIME_FORM = "time.form";
    /// Filed later than now.
    TIME_FUTURE = "time.future";
    /// An end before its begin.
    TIME_ORDER = "time.order";
    /// A line's number that repeats or leaves a gap.
    LINE_NUMBER = "line.number";
    /// More lines than a document may hold.
    LINE_TOO_MANY = "line.too-many";
    /// No such country.
    CODE_COUNTRY = "code.country";
    /// No such unit.
    CODE_UNIT = "code.unit";
    /// No such customs office.
    CODE_CUSTOMS = "code.customs";
    /// No such mode of transport.
    CODE_TRANSPORT = "code.transport";
    /// No such kind of package.
    CODE_PACKAGE = "code.package";
    /// No such mode of trade.
    CODE_TRADE_MODE = "code.trade-mode";
    /// No such kind of filing.
    CODE_APP_TYPE = "code.app-type";
    /// No such status of filing.
    CODE_APP_STATUS = "code.app-status";
    /// No such tariff code.
    CODE_HS = "code.hs";
    /// No such administrative division.
    CODE_DIVISION = "code.division";
    /// A mark its small table does not have.
    CODE_MARK = "code.mark";
    /// A note: a status of a receipt that no table lists.
    CODE_RETURN_STATUS = "code.return-status";
    /// A JSON value of another shape than the record's.
    JSON_FORM = "json.form";
    /// A name in JSON that the message's table does not have.
    JSON_UNKNOWN = "json.unknown";
}
