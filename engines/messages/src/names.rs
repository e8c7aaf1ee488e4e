//! Fields by name: what every look into a document begins with.

use crate::{Field, FieldId};

/// The ids of one part of a table by name, in a table of places of which at most half are taken.
#[derive(Debug, Clone)]
pub(crate) struct Names(Box<[Option<u16>]>);

impl Names {
    /// Of those rows of `fields`, whose names the loader found different.
    pub(crate) fn of(fields: &[Field], range: std::ops::Range<u16>) -> Self {
        let mut places = vec![None; (range.len() * 2).next_power_of_two()].into_boxed_slice();
        for id in range {
            let mut at = first(&places, &fields[usize::from(id)].name);
            while places[at].is_some() {
                at = (at + 1) & (places.len() - 1);
            }
            places[at] = Some(id);
        }
        Self(places)
    }

    /// The row of that name.
    pub(crate) fn find(&self, fields: &[Field], name: &str) -> Option<FieldId> {
        let mut at = first(&self.0, name);
        // An empty place ends the search; one there always is.
        while let Some(id) = self.0.get(at).copied().flatten() {
            if *fields[usize::from(id)].name == *name {
                return Some(FieldId(id));
            }
            at = (at + 1) & (self.0.len() - 1);
        }
        None
    }
}

fn first(places: &[Option<u16>], name: &str) -> usize {
    let hash = hash(name);
    (hash ^ (hash >> 16)) as usize & (places.len() - 1)
}

/// FNV-1a, 32 bits: names are short.
pub(crate) fn hash(name: &str) -> u32 {
    name.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
