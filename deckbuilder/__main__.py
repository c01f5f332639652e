"""Lets `python -m deckbuilder` do what `deckbuilder` does."""

from deckbuilder.cli import main

main()
