"""Kinds of source, one file each. A kind has `SUFFIXES` and `read(path, shown_as, sheet) -> Grid`."""
