"""Doubts about what was read, by evidence that depends on no layout: broken texts, words out of their column."""
