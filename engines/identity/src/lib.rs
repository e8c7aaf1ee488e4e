//! Identity: the parties of the zone, its sites, and what stands for a person.
//!
//! A [`Party`] is a firm filed under its code with the [`Role`]s it may act in; a [`Site`] is a
//! customs office where some trade modes may clear. A natural person never appears by number:
//! [`PersonKey::of`] turns the number into a keyed hash that only this zone can compute, so
//! accounts and journal hold no personal value. The key lies in a file beside the database
//! ([`Keys`]), never in it and never in its backup.
//!
//! Nobody logs in here yet, and nobody acts for another: both need mandates first.

mod keys;
mod party;

pub use keys::{CODES, Keys, PersonKey};
pub use party::{Party, Role, Site, TOLD, parties, party, put_party, put_site, site, sites};

/// The tables of this room.
pub static SCHEMA: store::Schema = store::Schema {
    room: "identity",
    steps: &[
        include_str!("../schema/001-identity.sql"),
        include_str!("../schema/002-key.sql"),
    ],
};
