"""Merges a new deck into the one that people have edited: base, theirs and ours, as git does."""
