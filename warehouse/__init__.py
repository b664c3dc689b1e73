"""The warehouse: every fact of every report ever received, and the numbers that a province publishes from them."""
