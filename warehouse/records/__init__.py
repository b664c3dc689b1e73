"""The one definition of every table and column: DDL, COMMENT, Arrow schema and data dictionary come from here."""

from warehouse.records.facts import FACTS, FIVE, published
from warehouse.records.ledger import LEDGER
from warehouse.records.marts import MARTS, PUBLISHED

__all__ = ["FACTS", "FIVE", "LEDGER", "MARTS", "PUBLISHED", "published"]
