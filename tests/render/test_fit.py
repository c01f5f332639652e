"""What fits stays as the template has it; what does not gets smaller, then goes on to the next slide."""

from __future__ import annotations

from deckbuilder.page import Page, TableBlock, TextBlock
from deckbuilder.render.fit import FittedPage, fitted
from deckbuilder.render.metrics import font
from tests.render.make import bullets, layout, table

CALIBRI = font("Calibri")


def fit(page: Page) -> list[FittedPage]:
    return fitted(page, layout(), CALIBRI)


def table_in(part: FittedPage) -> TableBlock:
    block = part.blocks[0][0]
    assert isinstance(block, TableBlock)
    return block


def text_in(part: FittedPage) -> TextBlock:
    block = part.blocks[0][0]
    assert isinstance(block, TextBlock)
    return block


def test_a_short_text_keeps_the_placeholders_own_size() -> None:
    (part,) = fit(Page("a", "text", "Rubrik", (bullets("Kort", ">Kortare"),)))
    assert part.blocks[0][2] == (0, 0)
    assert part.title_size == 0


def test_a_longer_text_gets_a_smaller_step() -> None:
    (part,) = fit(Page("a", "text", "Rubrik", (bullets(*["Ett ganska långt stycke text " * 6] * 6),)))
    sizes = part.blocks[0][2]
    assert isinstance(sizes, tuple)
    assert 16 <= sizes[0] < 24


def test_a_text_too_long_for_one_slide_goes_on_without_losing_a_line() -> None:
    texts = [f"Stycke {number} " + "med mer text i sig " * 9 for number in range(14)]
    parts = fit(Page("a", "text", "Rubrik", (bullets(*texts),)))
    assert [part.page.title for part in parts] == ["Rubrik", "Rubrik (forts.)", "Rubrik (forts. 2)"][: len(parts)]
    assert len(parts) > 1
    assert [p.text for part in parts for p in text_in(part).paragraphs] == texts


def test_a_point_is_not_parted_from_its_sub_points() -> None:
    texts = [text for n in range(10) for text in (f"Punkt {n} " + "ord " * 40, f">Underpunkt {n} " + "ord " * 20)]
    parts = fit(Page("a", "text", "Rubrik", (bullets(*texts),)))
    assert len(parts) > 1
    assert all(text_in(part).paragraphs[0].level == 0 for part in parts)


def test_a_long_table_goes_on_over_slides_with_every_row_once() -> None:
    parts = fit(Page("a", "table", "Rubrik", (table(60),)))
    assert [len(table_in(part).rows) for part in parts] == [16, 16, 16, 13]
    rows = [row for part in parts for row in table_in(part).rows]
    assert rows == list(table(60).rows)
    assert all(table_in(part).columns == table(60).columns for part in parts)
    assert [part.part for part in parts] == [1, 2, 3, 4]
    assert {part.blocks[0][2].size for part in parts} == {12}  # type: ignore[union-attr]


def test_a_small_table_gets_the_largest_size_and_a_bigger_one_a_smaller() -> None:
    sizes = [fit(Page("a", "table", "Rubrik", (table(rows),)))[0].blocks[0][2].size for rows in (4, 14, 19)]  # type: ignore[union-attr]
    assert sizes[0] == 18
    assert sizes[0] > sizes[1] > sizes[2] >= 11


def test_a_table_never_leaves_its_placeholder() -> None:
    for rows in range(1, 40):
        for part in fit(Page("a", "table", "Rubrik", (table(rows, "En enhet med ett långt namn nummer"),))):
            _, box, found = part.blocks[0]
            assert found.height <= box.height  # type: ignore[union-attr]
            assert sum(found.widths) <= box.width  # type: ignore[union-attr]


def test_a_title_takes_a_step_less_to_stay_on_one_line() -> None:
    (part,) = fit(
        Page("a", "text", "En rubrik som precis inte ryms på en enda rad i den storlek som mallen helst har", ())
    )
    assert part.title_size == 26


def test_a_title_that_cannot_fit_is_a_warning() -> None:
    (part,) = fit(Page("a", "text", "Ordrik " * 60, ()))
    assert part.warnings == (("Rubriken är för lång och får inte plats. Korta den.", "DB610"),)


def test_a_subtitle_that_does_not_fit_on_its_line_is_a_warning() -> None:
    (part,) = fit(Page("a", "text", "Rubrik", (), subtitle="Mkr och mycket mer " * 12))
    assert part.warnings == (("Raden 'Mkr och mycket mer Mkr och myc…' är för lång. Korta underrubriken.", "DB611"),)


def test_the_last_slide_of_a_long_text_takes_all_that_is_left() -> None:
    parts = fit(Page("a", "text", "Rubrik", (bullets(*[f"Punkt {n} " + "ord " * 30 for n in range(16)]),)))
    counts = [len(text_in(part).paragraphs) for part in parts]
    assert sum(counts) == 16
    assert len(counts) == 2
