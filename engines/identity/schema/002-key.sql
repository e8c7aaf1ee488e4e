-- What tells the zone's own key from any other without giving it away: one row.
CREATE TABLE identity_key (
    purpose TEXT NOT NULL PRIMARY KEY,
    print   TEXT NOT NULL
);
