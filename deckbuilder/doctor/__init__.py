"""Looks through the computer and the report project for what `build` and the other commands need."""
