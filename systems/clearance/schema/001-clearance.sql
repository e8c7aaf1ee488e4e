-- Every paper that was taken, edition by edition, beside the other papers of its parcel: `issuer`
-- and `number` are the platform's order (or the carrier's waybill), so one short range holds a dossier.
CREATE TABLE clearance_paper (
    bucket   BIGINT NOT NULL,
    issuer   TEXT   NOT NULL,
    number   TEXT   NOT NULL,
    message  TEXT   NOT NULL,
    own      TEXT   NOT NULL,
    edition  BIGINT NOT NULL,
    state    BIGINT NOT NULL,
    app_type TEXT   NOT NULL,
    app_time TEXT   NOT NULL,
    guid     TEXT   NOT NULL,
    digest   BYTEA  NOT NULL,
    body     BYTEA  NOT NULL,
    received BIGINT NOT NULL,
    PRIMARY KEY (bucket, issuer, number, message, own, edition)
) /* clustered */;
-- A number that can serve one dossier only, and which one it serves: waybills, payments, the agents' own numbers.
CREATE TABLE clearance_claim (
    bucket   BIGINT NOT NULL,
    kind     TEXT   NOT NULL,
    issuer   TEXT   NOT NULL,
    number   TEXT   NOT NULL,
    to_issuer TEXT  NOT NULL,
    to_number TEXT  NOT NULL,
    PRIMARY KEY (bucket, kind, issuer, number)
) /* clustered */;
-- One live declaration an order. `serial` is the number its list carries.
CREATE TABLE clearance_declaration (
    bucket    BIGINT NOT NULL,
    issuer    TEXT   NOT NULL,
    number    TEXT   NOT NULL,
    serial    BIGINT NOT NULL,
    attempt   BIGINT NOT NULL,
    state     BIGINT NOT NULL,
    own       TEXT   NOT NULL,
    edition   BIGINT NOT NULL,
    pre_no    TEXT   NOT NULL,
    invt_no   TEXT,
    missing   TEXT   NOT NULL,
    guarantor TEXT   NOT NULL,
    person    TEXT   NOT NULL,
    held      TEXT   NOT NULL,
    verdict   BIGINT,
    since     BIGINT NOT NULL,
    released  BIGINT,
    told      BIGINT NOT NULL,
    PRIMARY KEY (bucket, issuer, number)
) /* clustered */;
-- Found by list number and in the order of filing; serials only grow.
CREATE UNIQUE INDEX clearance_declaration_serial ON clearance_declaration (serial);
-- What waits or is with an officer: a short list beside millions that are done.
CREATE TABLE clearance_open (
    state  BIGINT NOT NULL,
    serial BIGINT NOT NULL,
    issuer TEXT   NOT NULL,
    number TEXT   NOT NULL,
    PRIMARY KEY (state, serial)
) /* clustered */;
-- A verdict as it was made, with all that went into it: it can be made again.
CREATE TABLE clearance_verdict (
    act     BIGINT NOT NULL,
    bucket  BIGINT NOT NULL,
    issuer  TEXT   NOT NULL,
    number  TEXT   NOT NULL,
    day     TEXT   NOT NULL,
    program TEXT   NOT NULL,
    inputs  TEXT   NOT NULL,
    verdict TEXT   NOT NULL,
    PRIMARY KEY (act, bucket)
) /* appended */;
-- Receipts in the order they were made, what one act answers to one paper in one row: `body` is the
-- record these share, `said` what each says alone, `position` that of the last.
CREATE TABLE clearance_receipt (
    position BIGINT NOT NULL,
    bucket   BIGINT NOT NULL,
    issuer   TEXT   NOT NULL,
    number   TEXT   NOT NULL,
    message  TEXT   NOT NULL,
    own      TEXT   NOT NULL,
    key      TEXT   NOT NULL,
    body     BYTEA  NOT NULL,
    said     TEXT   NOT NULL,
    PRIMARY KEY (position, bucket)
) /* appended */;
-- The receipts of one parcel.
CREATE INDEX clearance_receipt_parcel ON clearance_receipt (bucket, issuer, number, position);
-- Tax bills, `_0` at release and the next after each part return.
CREATE TABLE clearance_bill (
    bucket      BIGINT NOT NULL,
    issuer      TEXT   NOT NULL,
    number      TEXT   NOT NULL,
    n           BIGINT NOT NULL,
    tax_no      TEXT   NOT NULL,
    status      BIGINT NOT NULL,
    day         TEXT   NOT NULL,
    guarantor   TEXT   NOT NULL,
    duty        BIGINT NOT NULL,
    vat         BIGINT NOT NULL,
    consumption BIGINT NOT NULL,
    lines       TEXT   NOT NULL,
    closed      TEXT,
    PRIMARY KEY (bucket, issuer, number, n)
) /* clustered */;
-- The daily total of tax is a walk along the day.
CREATE INDEX clearance_bill_day ON clearance_bill (day);
-- Returns, from application to the end.
CREATE TABLE clearance_return (
    bucket  BIGINT NOT NULL,
    issuer  TEXT   NOT NULL,
    number  TEXT   NOT NULL,
    own     TEXT   NOT NULL,
    state   TEXT   NOT NULL,
    applied BIGINT NOT NULL,
    lines   TEXT   NOT NULL,
    PRIMARY KEY (bucket, issuer, number, own)
) /* clustered */;
-- A return is asked for by its own key.
CREATE INDEX clearance_return_own ON clearance_return (own);
-- Those that wait for an officer: few beside all that were decided.
CREATE INDEX clearance_return_open ON clearance_return (applied, own) WHERE state IN ('applied', 'held');
-- What falls due when, whatever it is; done before anything that happens later.
CREATE TABLE clearance_due (
    at     BIGINT NOT NULL,
    bucket BIGINT NOT NULL,
    issuer TEXT   NOT NULL,
    number TEXT   NOT NULL,
    what   TEXT   NOT NULL,
    serial BIGINT NOT NULL,
    PRIMARY KEY (at, bucket, issuer, number, what)
) /* clustered */;
-- Lists that wait for more guarantee, oldest first.
CREATE TABLE clearance_short (
    guarantor TEXT   NOT NULL,
    serial    BIGINT NOT NULL,
    issuer    TEXT   NOT NULL,
    number    TEXT   NOT NULL,
    PRIMARY KEY (guarantor, serial)
) /* clustered */;
-- The messages as they came, compressed.
CREATE TABLE clearance_raw (
    position BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    digest   BYTEA  NOT NULL,
    size     BIGINT NOT NULL,
    body     BYTEA  NOT NULL,
    PRIMARY KEY (position)
) /* appended */;
-- Filings that clearance looks at: books, items, settings, watches, split payments.
CREATE TABLE clearance_filing (
    what    TEXT NOT NULL,
    key     TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (what, key)
) /* clustered */;
-- Editions of code tables that were loaded.
CREATE TABLE clearance_edition (
    name    TEXT NOT NULL,
    starts  TEXT NOT NULL,
    whole   BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (name, starts)
) /* clustered */;
-- Numbers that only grow, and the last business time.
CREATE TABLE clearance_counter (
    name  TEXT   NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (name)
) /* clustered */;
