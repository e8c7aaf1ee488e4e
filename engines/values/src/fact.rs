//! The shape of what happened.

use serde::{Serialize, de::DeserializeOwned};

/// Something that happened, for the record and for other systems.
///
/// The journal writes facts and reads them back; the types stand in the room `facts`, one module a
/// writing system. A fact holds no personal value: a person is a keyed hash.
pub trait Fact: Serialize + DeserializeOwned {
    /// Its dotted name, beginning with the room that writes it.
    const KIND: &'static str;
    /// Raised when the shape changes; readers know every version that was ever written.
    const VERSION: u16;
}
