-- A withdrawal is asked for by its own key: few beside all receipts.
CREATE INDEX clearance_receipt_withdrawal ON clearance_receipt (own) WHERE message = '624';
