"""The errors of the warehouse that a user can cause or mend."""


class WarehouseError(Exception):
    """Says in Indonesian, in one line, what is wrong and what to do."""


class DamagedError(WarehouseError):
    """The warehouse file itself is damaged."""
