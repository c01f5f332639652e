"""The schema of `layouts/NAME.yaml`: the roles that builders use, and the places that each must have."""

from __future__ import annotations

from deckbuilder.schemas.models import Schema, of_model, root
from deckbuilder.spec.layout import COLOUR, ROLES, LayoutSpec

_ROLES = {
    "title": "Omslaget.",
    "agenda": "Dagordningen.",
    "section": "Början på ett avsnitt.",
    "text": "Löpande text eller punkter.",
    "two_columns": "Två texter bredvid varandra, med var sin rubrik.",
    "table": "En tabell.",
    "chart": "Ett diagram över hela bilden.",
    "chart_text": "Ett diagram med text bredvid.",
    "table_chart": "En tabell med ett diagram och text.",
    "free": "En figur som ritas över hela bilden, utan platshållare.",
    "free_text": "En figur som ritas bredvid en text.",
    "picture": "En bild.",
    "picture_text": "En bild med text bredvid.",
    "closing": "Sista bilden.",
}
_PLACES = {
    "title": "Platshållaren för rubriken.",
    "subtitle": "Platshållaren för raden under rubriken.",
    "meeting": "Platshållaren för mötet och dagen.",
    "body": "Platshållaren för texten.",
    "source": "Platshållaren för källraden.",
    "left_title": "Platshållaren för vänster rubrik.",
    "left": "Platshållaren för vänster text.",
    "right_title": "Platshållaren för höger rubrik.",
    "right": "Platshållaren för höger text.",
    "table": "Platshållaren för tabellen.",
    "chart": "Platshållaren för diagrammet.",
    "picture": "Platshållaren för bilden.",
}
_ON_ANY = {
    "date": "Platshållaren för datum. Kan utelämnas.",
    "footer": "Platshållaren för sidfoten. Kan utelämnas.",
    "number": "Platshållaren för bildnumret. Kan utelämnas.",
}
_COLOUR = "Skriv en temafärg som accent1, eller en ljusare som tx1 65 35."


def layout_schema() -> Schema:
    """Return the schema of `layouts/NAME.yaml`."""
    schema = of_model(LayoutSpec, templates=False)
    roles = schema["properties"]["roles"]
    role = roles["additionalProperties"]
    roles["properties"] = {name: {"description": _ROLES[name], **_role(role, places)} for name, places in ROLES.items()}
    roles["required"] = list(ROLES)
    for colour in schema["properties"]["colours"]["properties"].values():
        colour |= {"pattern": f"^({COLOUR.pattern})$", "patternErrorMessage": _COLOUR}
    return root(schema)


def _role(role: Schema, places: tuple[str, ...]) -> Schema:
    """Return the schema of a role with its own places; more of them may stand there."""
    names = {place: {"description": _PLACES[place], "type": "string"} for place in places}
    more = {place: {"description": said, "type": "string"} for place, said in _ON_ANY.items()}
    found = role["properties"]["places"] | {"properties": names | more, "required": list(places)}
    return role | {"properties": role["properties"] | {"places": found}}
