from __future__ import annotations

import pytest

from deckbuilder.period import Period
from deckbuilder.records.quantities import Quantity, quantity
from tests.records.make import JULY

JUNE_2023 = Period(2023, 6, 6)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("v.2023-06.antal", ("v.*.antal", JUNE_2023)),
        ("v.2023_06.antal", ("v.*.antal", JUNE_2023)),
        ("v.del.2023-06.antal", ("v.del.*.antal", JUNE_2023)),
        ("v.juni_2023.antal", ("v.*.antal", JUNE_2023)),
        ("v.mar.utfall", ("v.*.utfall", Period(2024, 3, 3))),
        ("v.juli.index", ("v.*.index", JULY)),
        ("v.2024_ack_juli.okning", ("v.*_ack_*.okning", JULY)),
        ("v.ack_juli.okning", ("v.ack_*.okning", JULY)),
        ("v.2023.okning", ("v.*.okning", Period(2023, 1, 12))),
        ("v.ack_mars.okning", ("v.ack_mars.okning", None)),
        ("v.sen_start_1_12_2023.index", ("v.sen_start_1_12_2023.index", None)),
        ("v.julkonsert.antal", ("v.julkonsert.antal", None)),
        ("juli.totalt.juli", ("juli.totalt.juli", None)),
        ("ensam", ("ensam", None)),
    ],
)
def test_a_row_may_be_named_by_the_period_that_it_is_about(figure: str, expected: tuple[str, Period | None]) -> None:
    assert quantity(figure, JULY) == Quantity(*expected)
