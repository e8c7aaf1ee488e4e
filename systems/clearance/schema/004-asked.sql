-- Withdrawals and returns are asked for by their own key, whatever became of them: their receipts tell
-- where they lie. Few beside the receipts of lists.
CREATE INDEX clearance_receipt_asked ON clearance_receipt (key) WHERE message IN ('624', '626');
