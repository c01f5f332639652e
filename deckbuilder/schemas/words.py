"""What the words mean that a key chooses between, as editors show them beside each."""

from __future__ import annotations

from deckbuilder.period import MONTHS
from deckbuilder.swedish import capital

_OF_KEY = {
    ("compare", "previous"): "Mot månaden före.",
    ("compare", "last_year"): "Mot samma månad förra året.",
    ("costs", "negative"): "Kostnader är negativa tal i källan.",
    ("costs", "positive"): "Kostnader är positiva tal i källan.",
    ("decimal", "komma"): "12,5 är tolv och en halv.",
    ("decimal", "punkt"): "12.5 är tolv och en halv.",
    ("by", "column"): "En grupp per kolumn.",
    ("by", "month"): "En grupp per månad, när raderna är dagar.",
    ("by", "weekday"): "En grupp per veckodag, när raderna är dagar.",
    ("direction", "auto"): "Stående när raderna är månader eller år, annars liggande.",
    ("focus", "necessary"): "Det som är nödvändigt men inte skapar värde.",
    ("focus", "value"): "Det som skapar värde.",
    ("focus", "waste"): "Det som är slöseri.",
    ("labels", "all"): "Alla värden skrivs ut.",
    ("labels", "last"): "Bara det sista värdet skrivs ut.",
    ("labels", "none"): "Inga värden skrivs ut.",
    ("numbers", "all"): "Numren går från första området till det sista.",
    ("numbers", "area"): "Numren börjar om i varje område.",
    ("numbers", "none"): "Inga nummer.",
    ("order", "highest"): "Högst överst.",
    ("order", "lowest"): "Lägst överst.",
    ("show", "arrows"): "Form och pil.",
    ("show", "dots"): "Bara formen.",
    ("show", "words"): "Form, ord och pil.",
    ("sort", "none"): "I samma ordning som raderna.",
}
_OF_ANY = {
    "actual": "Utfall.",
    "adds_up": "Justerar avrundade tal så lite som möjligt, så att rader summerar.",
    "andel": "Andel mellan 0 och 1 i källan, visas som procent.",
    "antal": "Antal, utan enhet.",
    "ascending": "Lägst först.",
    "bar": "Liggande staplar.",
    "bars": "Liggande staplar.",
    "budget": "Budget eller plan.",
    "calendar_heat": "En ruta per dag i en kalender, färgad efter värdet.",
    "column": "Stående staplar.",
    "columns": "Stående staplar.",
    "current": "Pågår.",
    "descending": "Högst först.",
    "distribution": "Hur värden är fördelade, grupp för grupp.",
    "done": "Klart.",
    "enheter": "Procentenheter.",
    "forecast": "Prognos.",
    "fourth": "Fjärde serien.",
    "higher": "Högre är bättre.",
    "kr": "Kronor.",
    "line": "Linjer.",
    "lower": "Lägre är bättre.",
    "mkr": "Miljoner kronor.",
    "months": "De senaste månaderna.",
    "plain": "Avrundar varje tal för sig.",
    "previous": "Föregående år.",
    "procent": "Procent.",
    "second": "Andra serien.",
    "stacked": "Staplade staplar.",
    "subtotal": "Delsumma.",
    "text": "Text.",
    "third": "Tredje serien.",
    "tkr": "Tusental kronor.",
    "total": "Slutsumma.",
    "year": "Kalenderårets alla månader.",
}


def meaning(key: str, word: str) -> str:
    """Return what a word means at a key; "" for one that is not described, which a test refuses."""
    if word in MONTHS:
        return f"{capital(word)}."
    return _OF_KEY.get((key, word)) or _OF_ANY.get(word, "")
