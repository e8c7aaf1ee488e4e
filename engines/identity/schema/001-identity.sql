-- Firms as filed. `content` is the filing itself, so that a second setup changes only what differs.
CREATE TABLE identity_party (
    code    TEXT NOT NULL PRIMARY KEY,
    name    TEXT NOT NULL,
    roles   TEXT NOT NULL
);
-- Supervised sites: at which customs office which trade modes may clear, and who runs it.
CREATE TABLE identity_site (
    customs  TEXT NOT NULL PRIMARY KEY,
    name     TEXT NOT NULL,
    operator TEXT NOT NULL,
    modes    TEXT NOT NULL
);
