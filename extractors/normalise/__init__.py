"""From raw tables, lists and sections to typed records, each with its original text and place."""
