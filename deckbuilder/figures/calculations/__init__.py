"""Kinds of calculation, one file each: `Spec`, its YAML, and `calculate(name, spec, table, period)`."""
