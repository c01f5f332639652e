"""Kinds of rules: a file is a kind, its `Rule` what staff write under `checks`, its `claims` what must hold."""
