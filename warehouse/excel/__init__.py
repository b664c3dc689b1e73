"""The workbook of a quarter, fit to be handed on: sheets with native charts, and every fact with its place."""

from warehouse.excel.workbook import write_workbook

__all__ = ["write_workbook"]
