-- Every entry as it was hashed. `writer` comes first: one chain a writer, positions without gaps.
CREATE TABLE journal_entry (
    writer   BIGINT NOT NULL,
    position BIGINT NOT NULL,
    body     BYTEA  NOT NULL,
    hash     BYTEA  NOT NULL,
    PRIMARY KEY (writer, position)
);
-- Where the latest fact of a subject stands: a page asks for it by name.
CREATE TABLE journal_latest (
    bucket   BIGINT NOT NULL,
    subject  TEXT   NOT NULL,
    kind     TEXT   NOT NULL,
    writer   BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (bucket, subject, kind)
) /* clustered */;
