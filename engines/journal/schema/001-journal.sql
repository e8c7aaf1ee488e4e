-- Every entry as it was hashed: one chain a writer, positions without gaps. The embedded database has
-- one writer, so there the position alone names an entry.
CREATE TABLE journal_entry (
    position BIGINT NOT NULL,
    writer   BIGINT NOT NULL,
    body     BYTEA  NOT NULL,
    hash     BYTEA  NOT NULL,
    PRIMARY KEY (position, writer)
) /* appended */;
-- Where the latest fact of a subject stands, whatever its kind: a page asks for it by name.
CREATE TABLE journal_latest (
    bucket   BIGINT NOT NULL,
    subject  TEXT   NOT NULL,
    writer   BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (bucket, subject)
) /* clustered */;
