-- Documents that were refused, each by the hash of all it said: the same one again gets the answer it
-- had, which is that receipt. They stand by their parcel, so the key appends.
CREATE TABLE clearance_refusal (
    bucket   BIGINT NOT NULL,
    issuer   TEXT   NOT NULL,
    number   TEXT   NOT NULL,
    message  TEXT   NOT NULL,
    document BYTEA  NOT NULL,
    receipt  BIGINT NOT NULL,
    PRIMARY KEY (bucket, issuer, number, message, document)
) /* clustered */;
