-- Which arrivals (711) count a waybill in. Several may: each is a witness of its own, so a claim, which
-- the first alone has, would be lost with it.
CREATE TABLE clearance_counted (
    bucket    BIGINT NOT NULL,
    issuer    TEXT   NOT NULL,
    number    TEXT   NOT NULL,
    to_issuer TEXT   NOT NULL,
    to_number TEXT   NOT NULL,
    PRIMARY KEY (bucket, issuer, number, to_issuer, to_number)
) /* clustered */;
INSERT INTO clearance_counted (bucket, issuer, number, to_issuer, to_number)
    SELECT bucket, issuer, number, to_issuer, to_number FROM clearance_claim WHERE kind = 'arrival';
DELETE FROM clearance_claim WHERE kind = 'arrival';
