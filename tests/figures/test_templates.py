from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.errors import ContentError
from deckbuilder.figures.filters import TemplateError
from deckbuilder.figures.templates import Templates
from deckbuilder.period import Period
from tests.conftest import JULY, MakeBook

CONFIG = """
sources:
  data: {file: data.csv, header: Namn}
figures:
  t:
    kind: table
    source: data
    key: Namn
    unit: tkr
    columns:
      utfall: Utfall
      andel: {from: Andel, unit: procent, decimals: 1}
      antal: {from: Antal, unit: antal}
      ord: {from: Ord, unit: text}
"""
DATA = "Namn;Utfall;Andel;Antal;Ord\nA;-1 234 567;5,55;1 200;Pågår\nÅr 2024;;<5;0;2024-08-27\n"
SYNTAX = (
    "Uttrycket inom {{ }} är felskrivet. Kontrollera att varje {{ har sitt }}, att namnen är rätt skrivna och att "
    "citattecknen är raka (' eller \")."
)
USE = (
    "Uttrycket inom {{ }} går inte att använda. Skriv siffra | filter, till exempel "
    "{{ region.totalt.ack_utfall | mkr(1, tecken=true) }}. Räkna i config/sources.yaml, inte här."
)


@pytest.fixture
def templates(make_book: MakeBook) -> Templates:
    return Templates(JULY, make_book(CONFIG, data=DATA))


def _fault(templates: Templates, text: str) -> str:
    with pytest.raises(TemplateError) as caught:
        templates.render(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ t.a.utfall }}", "−1 234 567 tkr"),
        ("{{ t.a.utfall | mkr }}", "−1 235 Mkr"),
        ("{{ t.a.utfall | mkr(2) }}", "−1 234,57 Mkr"),
        ("{{ t.a.utfall | mkr(enhet=false) }}", "−1 235"),
        ("{{ t.a.andel }}", "5,6 %"),
        ("{{ t.a.andel | procent(0, tecken=true) }}", "+6 %"),
        ("{{ t.a.antal }}", "1 200"),
        ("{{ t['År 2024'].antal | antal }}", "0"),
        ("{{ t.ar_2024.andel }}", "<5"),
        ("{{ t.ar_2024.andel | procent }}", "<5"),
        ("{{ t.a.ord }}", "Pågår"),
        ("{{ period }}, {{ period.month }} {{ period.last_year.yymm }}", "juli 2024, juli 2307"),
        ("{{ '2024-08-27' | datum }}", "27 augusti 2024"),
        ("{{ period | datum }}", "juli 2024"),
        ("{{ t['År 2024'].ord | datum }}", "27 augusti 2024"),
        ("{{ 5 | enheter }}", "5,0 %-enheter"),
        ("{% if period.is_month %}månad{% else %}år{% endif %}", "månad"),
        ("100 % } } utan mall", "100 % } } utan mall"),
    ],
)
def test_figures_are_written_into_sentences(templates: Templates, text: str, shown: str) -> None:
    assert templates.render(text).replace("\u00a0", " ") == shown


def test_the_label_of_millions_can_be_another(make_book: MakeBook) -> None:
    templates = Templates(JULY, make_book(CONFIG, data=DATA), "mnkr")
    assert templates.render("{{ t.a.utfall | mkr }}") == "\u22121\u00a0235\u00a0mnkr"


def test_without_figures_there_is_the_period() -> None:
    assert Templates(Period(2021, 1, 12)).render("{{ period.code }}") == "2021"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{{ tt.a.utfall }}", "'tt' finns inte. Menade du 't'? Här finns: period och t."),
        ("{{ t.b.utfall }}", "'b' finns inte i 't'. Här finns: a och ar_2024."),
        ("{{ t.a.utfal }}", "'utfal' finns inte i 't.a'. Menade du 'utfall'? Här finns: utfall, andel, antal och ord."),
        ("{{ period.monad }}", "'monad' finns inte."),
        (
            "{{ t.ar_2024.utfall }}",
            (
                "Siffran t.ar_2024.utfall saknas i underlaget, så meningen kan inte skrivas. "
                "Fyll i det som saknas i input/2024-07/data.csv!B3, eller skriv om meningen."
            ),
        ),
        ("{{ t.a.andel | mkr }}", "Siffran t.a.andel är i procent och kan inte visas som mkr. Byt filter."),
        ("{{ t.a.utfall | procent }}", "Siffran t.a.utfall är i tkr och kan inte visas som procent. Byt filter."),
        ("{{ t.a.antal | mkr }}", "Siffran t.a.antal är i antal och kan inte visas som mkr. Byt filter."),
        ("{{ 'ett' | mkr }}", "'ett' är inget tal, så filtret går inte att använda. Välj en siffra i en tabell."),
        ("{{ 'i dag' | datum }}", "'i dag' är inget datum. Skriv det som 2024-08-27."),
        (
            "{{ t.a.utfall | mk }}",
            (
                "Filtret 'mk' finns inte. Menade du 'mkr'? "
                "Filter som finns: mkr, tkr, procent, enheter, antal, datum och ord."
            ),
        ),
        ("{{ t.a.utfall", SYNTAX),
        ("{{ t.a utfall }}", SYNTAX),
        ("{% if t %}", SYNTAX),
        (
            "{{ period.parse('2024') }}",
            "Mallen använder något som inte får användas här. Använd siffror, period och filter.",
        ),
        (
            "{{ period.__class__.__mro__ }}",
            "Mallen använder något som inte får användas här. Använd siffror, period och filter.",
        ),
    ],
)
def test_what_cannot_be_written_is_told(templates: Templates, text: str, sentence: str) -> None:
    assert _fault(templates, text) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Resultatet är {{ t }}.",
            "'t' är ingen siffra utan flera. Skriv rad och kolumn också. Här finns: a och ar_2024.",
        ),
        (
            "Resultatet är {{ t.a }}.",
            "'t.a' är ingen siffra utan flera. Skriv kolumn också. Här finns: utfall, andel, antal och ord.",
        ),
    ],
)
def test_a_whole_table_or_row_is_never_written_as_its_name(templates: Templates, text: str, sentence: str) -> None:
    assert _fault(templates, text) == sentence


@pytest.mark.parametrize("name", ["value", "number", "cells"])
def test_the_inside_of_a_figure_is_out_of_reach(templates: Templates, name: str) -> None:
    """`value | mkr` of thousands would be written a thousand times too large."""
    assert _fault(templates, f"{{{{ t.a.utfall.{name} }}}}") == f"'{name}' finns inte."


@pytest.mark.parametrize("text", ["{{ 1 / 0 }}", "{{ t.a.utfall + 1 }}", "{% include 'a' %}"])
def test_what_cannot_be_computed_is_told_without_english(templates: Templates, text: str) -> None:
    assert _fault(templates, text) == USE


def test_figures_that_failed_to_load_are_not_told_again(make_book: MakeBook) -> None:
    book = make_book(CONFIG, data=DATA.replace("1 200", "x"))
    with pytest.raises(ContentError, match="är inget tal"):
        book.table("t")
    with pytest.raises(ContentError) as caught:
        Templates(JULY, book).render("{{ t.a.utfall }}")
    assert caught.value.problems == ()


@given(
    st.text(st.sampled_from("{}%#|.()[]'\"+-*/ \nabperiod0179_~=,:<>"), max_size=24).map(
        lambda text: "{{" + text + "}}"
    )
)
def test_no_template_ends_in_anything_but_a_text_or_a_template_error(text: str) -> None:
    try:
        rendered = Templates(JULY).render(text)
    except TemplateError:
        return
    assert isinstance(rendered, str)


@pytest.mark.parametrize("decimals", ["'x'", "-3", "99", "true", "1.5"])
def test_decimals_are_a_whole_number_up_to_six(templates: Templates, decimals: str) -> None:
    assert _fault(templates, f"{{{{ t.a.utfall | mkr({decimals}) }}}}") == (
        "Antalet decimaler i ett filter ska vara ett heltal från 0 till 6, som i mkr(1)."
    )


@pytest.mark.parametrize("text", ["{{ none }}", "{{ true }}", "{{ [1] }}", "{{ self }}", "{{ 1.5 }}"])
def test_only_figures_texts_and_periods_are_written(templates: Templates, text: str) -> None:
    assert _fault(templates, text) == (
        "Uttrycket inom {{ }} ger varken en siffra eller en text. Räkna i config/sources.yaml, inte här."
    )


def test_a_single_brace_before_a_known_name_is_told(templates: Templates) -> None:
    assert _fault(templates, "Totalt { t.a.utfall | tkr }.") == "'{ t…' har bara en klammer. Skriv två: {{ t… }}."
    assert templates.render("En {klammer} i text") == "En {klammer} i text"


def test_a_figure_is_no_date(templates: Templates) -> None:
    assert _fault(templates, "{{ t.a.utfall | datum }}") == "Siffran t.a.utfall är inget datum. Byt filter."


def test_a_word_follows_the_direction_of_a_figure(templates: Templates) -> None:
    assert templates.render("{{ t.a.utfall | ord('över', 'under') }}") == "under"
    assert _fault(templates, "{{ t.ar_2024.utfall | ord('över', 'under') }}") == (
        "Siffran t.ar_2024.utfall saknas i underlaget, så ordet kan inte väljas. "
        "Fyll i det som saknas i input/2024-07/data.csv!B3, eller skriv om meningen."
    )


def test_a_number_is_written_without_its_sign_beside_a_word(templates: Templates) -> None:
    assert templates.render("{{ -5 | mkr(absolut=true) }}") == "5\u00a0Mkr"


@pytest.mark.parametrize(
    "text",
    [
        "{{ 'ökat' if t.a.utfall else 'minskat' }}",
        "{% if t.a.utfall == 0 %}0{% endif %}",
        "{% for r in t %}{% endfor %}",
    ],
)
def test_figures_are_no_conditions_and_no_lists(templates: Templates, text: str) -> None:
    assert _fault(templates, text) == USE
