"""Why a file cannot be read."""

from __future__ import annotations


class PdfError(Exception):
    """A file that cannot be read: `reason` is a refusal code of the contract, the message is Indonesian."""

    def __init__(self, reason: str, message: str) -> None:
        """For `reason`, to be told as `message`."""
        super().__init__(message)
        self.reason = reason
        self.message = message
