"""deckbuilder: a monthly report deck from YAML, Excel and CSV."""
