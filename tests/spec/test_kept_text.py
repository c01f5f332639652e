from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.spec.kept import KeptSpec
from deckbuilder.spec.kept_text import OddFileError, with_kept, without_kept

HEADING = "# Siffror som visas med ett annat värde än underlaget ger. Skrivs av 'deckbuilder keep', eller för hand.\n"
THREE = """\
# Bestämt på mötet den 12 augusti.
- figure: a.x.u
  value: 1 Mkr  # avrundat
  reason: Första.
  by: controller

# Den här är osäker.
- figure: b.x.u
  value: 2 Mkr
  reason: Andra.
  by: controller
- figure: c.x.u
  value: 3 Mkr
  reason: Tredje.
  by: controller
# Slut.
"""


def spec(figure: str = "d.x.u", value: str = "−95 Mkr", was: str = "−99 816 tkr") -> KeptSpec:
    return KeptSpec(figure=figure, value=value, was=was, reason='Nytt "bokslut": juli', by="ekonomichef")


ITEM = """\
- figure: {}
  value: "−95 Mkr"
  was: "−99 816 tkr"
  reason: "Nytt \\"bokslut\\": juli"
  by: ekonomichef
"""


def test_the_first_figure_comes_under_a_heading() -> None:
    assert with_kept("", spec()) == HEADING + ITEM.format("d.x.u")


def test_a_new_figure_comes_last_and_the_rest_is_as_it_was() -> None:
    assert with_kept(THREE, spec()) == THREE + ITEM.format("d.x.u")


def test_a_last_line_without_an_end_gets_one() -> None:
    assert with_kept(THREE.removesuffix("\n# Slut.\n"), spec()).endswith("  by: controller\n" + ITEM.format("d.x.u"))


def test_a_figure_that_is_kept_again_stays_where_it_was() -> None:
    first, rest = THREE.split("- figure: b.x.u")
    assert with_kept(THREE, spec("b.x.u")) == first + ITEM.format("b.x.u") + rest[rest.index("- figure: c") :]


def test_a_figure_is_taken_away_and_comments_stay() -> None:
    before, after = THREE.index("- figure: b"), THREE.index("- figure: c")
    assert without_kept(THREE, "b.x.u") == THREE[:before] + THREE[after:]


def test_the_last_figure_is_taken_away_and_what_stands_below_stays() -> None:
    assert without_kept(THREE, "c.x.u") == THREE[: THREE.index("- figure: c")] + "# Slut.\n"


def test_lists_that_are_set_in_stay_so() -> None:
    text = "  - figure: a.x.u\n    value: 1 Mkr\n    reason: x\n    by: y\n"
    assert with_kept(text, spec()).splitlines()[4] == "  - figure: d.x.u"


def test_windows_line_ends_stay() -> None:
    changed = with_kept(THREE.replace("\n", "\r\n"), spec())
    assert changed == (THREE + ITEM.format("d.x.u")).replace("\n", "\r\n")


@pytest.mark.parametrize("text", ["[{figure: a.x.u, value: 1, reason: x, by: y}]\n", "[]\n"])
def test_a_file_in_another_form_is_left_to_people(text: str) -> None:
    with pytest.raises(OddFileError) as caught:
        with_kept(text, spec())
    assert str(caught.value) == "Filen är skriven på ett sätt som kommandot inte kan ändra i. Ändra den för hand."


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.text(st.characters(exclude_categories=("C", "Z")), min_size=1))))
def test_whatever_is_written_is_read_back_and_taken_away_again(kept: list[tuple[str, str]]) -> None:
    text, expected = "", {}
    for name, value in kept:
        text = with_kept(text, KeptSpec(figure=name, value=value, reason=value, by="roll"))
        expected[name] = value
    assert {one["figure"]: one["value"] for one in yaml.safe_load(text) or []} == expected
    for name in expected:
        text = without_kept(text, name)
    assert text == (HEADING if kept else "")
