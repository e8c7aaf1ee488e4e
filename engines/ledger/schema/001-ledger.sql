-- Four sums an account, in the smallest unit (分, 1/100000 of a unit of goods).
CREATE TABLE ledger_account (
    bucket      BIGINT NOT NULL,
    kind        TEXT   NOT NULL,
    owner       TEXT   NOT NULL,
    item        TEXT   NOT NULL,
    in_posted   BIGINT NOT NULL,
    in_pending  BIGINT NOT NULL,
    out_posted  BIGINT NOT NULL,
    out_pending BIGINT NOT NULL,
    PRIMARY KEY (bucket, kind, owner, item)
) /* clustered */;
-- Every movement. `source` is the number of the act and only grows, so rows append.
-- `of_source`, `of_slot` name the reservation that is settled or voided; that one then notes in
-- `closed_by` who did it, the only column ever set later.
CREATE TABLE ledger_transfer (
    bucket    BIGINT NOT NULL,
    source    BIGINT NOT NULL,
    slot      BIGINT NOT NULL,
    kind      TEXT   NOT NULL,
    owner     TEXT   NOT NULL,
    item      TEXT   NOT NULL,
    step      TEXT   NOT NULL,
    amount    BIGINT NOT NULL,
    of_source BIGINT,
    of_slot   BIGINT,
    until     BIGINT,
    at        BIGINT NOT NULL,
    closed_by BIGINT,
    PRIMARY KEY (bucket, source, slot)
) /* clustered */;
