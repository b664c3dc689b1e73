SELECT * FROM ledger.documents
