SELECT * FROM ledger.approvals
