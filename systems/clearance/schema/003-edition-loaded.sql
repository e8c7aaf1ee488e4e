-- When an edition was loaded, and by which act: a verdict is made again with what it could know.
-- Editions from before this step count as known from the beginning.
ALTER TABLE clearance_edition ADD COLUMN loaded BIGINT NOT NULL DEFAULT 0;
ALTER TABLE clearance_edition ADD COLUMN act BIGINT NOT NULL DEFAULT 0;
