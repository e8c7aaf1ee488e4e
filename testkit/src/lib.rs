//! Synthetic firms, persons and parcels with lawful defaults; a day at the zone.
