"""Kinds of calculation, one file each: `Spec`, its YAML, and `calculate(name, spec, table, period)`.

A kind whose Spec has no source is handed the book in place of the table.
"""
