"""One file per kind of check: `NAME`, `ORDER`, `NEEDS_PROJECT` and `look(where) -> Iterator[Finding]`."""
