"""The preview's server answers its own page and no one else, and follows what is saved."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.preview.make import REPORT, Preview, edit, previewed, started, write_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview for the tests that change nothing."""
    with previewed(write_project(tmp_path_factory.mktemp("projekt"))) as preview:
        preview.ready()
        yield preview


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of one's own, ready."""
    with previewed(write_project(tmp_path)) as preview:
        preview.ready()
        yield preview


def test_the_state_has_the_report_and_its_slides_in_order(shared: Preview) -> None:
    state = shared.ready()
    named = {key: state[key] for key in ("report", "title", "period", "period_name", "merge", "problems")}
    assert named == {
        "report": "bilar",
        "title": "Bilar",
        "period": "2024-07",
        "period_name": "juli 2024",
        "merge": {"conflicts": 0, "kept": 0},
        "problems": [],
    }
    assert [(slide["id"], slide["number"], slide["movable"]) for slide in state["slides"]] == [
        ("omslag", 1, True),
        ("bilar", 2, True),
        ("diagram", 3, True),
        ("atgarder", 4, True),
    ]


def test_without_libreoffice_it_says_how_to_get_pictures_and_has_tables_and_texts(shared: Preview) -> None:
    state = shared.ready()
    assert state["pictures"] == {
        "available": False,
        "message": (
            "Det finns inga bilder, för LibreOffice är inte installerat. "
            "Hämta det från libreoffice.org, installera det och starta förhandsvisningen igen."
        ),
    }
    slides = {slide["id"]: slide for slide in state["slides"]}
    table = next(block for block in slides["bilar"]["outline"] if block["kind"] == "table")
    assert table["header"] == ["Enhet", "Utfall", "Budget"]
    assert table["rows"][-1] == ["Totalt", "2\u00a0000", "1\u00a0900"]
    chart = next(block for block in slides["diagram"]["outline"] if block["kind"] == "chart")
    assert (chart["header"], chart["rows"][0]) == (["", "Utfall", "Budget"], ["Nord", "1\u00a0200", "1\u00a0000"])
    text = next(block for block in slides["atgarder"]["outline"] if block["kind"] == "text")
    assert [line["text"] for line in text["lines"]] == ["Samåk", "Cykla"]
    assert not any(slide["picture"] for slide in state["slides"])


def test_each_slide_has_its_figures_with_their_cells(shared: Preview) -> None:
    figures = shared.ready()["slides"][1]["figures"]
    assert figures[0] == {
        "id": "bilar.totalt.utfall",
        "label": "Totalt, utfall",
        "value": "2\u00a0000\u00a0tkr",
        "file": "input/2024-07/bilar.csv, B2–B3",
    }


def test_figures_are_found_by_words_and_told_as_the_command_line_tells_them(shared: Preview) -> None:
    found = shared.json("figures?q=nord%20budget")
    assert [(one["id"], one["slides"], one["period"]) for one in found["figures"]] == [
        ("bilar.nord.budget", ["bilar", "diagram"], "juli 2024")
    ]
    assert found["more"] == 0
    page = shared.json("figure/bilar.nord.budget")
    assert page["label"] == "Nord, budget"
    assert "Cell        bilar.csv, rad 2, kolumn 3 (C2)" in page["lines"]
    assert shared.ask("figure/bilar.borta.budget")[0] == 404


def test_without_an_earlier_month_there_is_nothing_to_compare_with(shared: Preview) -> None:
    message = "Det finns ingen tidigare period i input att jämföra med."
    assert shared.json("changes") == {"before": "", "lines": [], "message": message}


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1", "localhost:1", "127.0.0.1.example.org:80", ""])
def test_another_host_is_refused(shared: Preview, host: str) -> None:
    """A page elsewhere whose name has been pointed at this computer sends its own name."""
    assert shared.ask("state", headers={"Host": host})[0] == 421


@pytest.mark.parametrize("origin", ["http://example.org", "null", "https://127.0.0.1", "http://localhost:1"])
def test_another_origin_is_refused(shared: Preview, origin: str) -> None:
    assert shared.ask("state", headers={"Origin": origin})[0] == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_request_from_another_site_is_refused(shared: Preview, site: str) -> None:
    assert shared.ask("", headers={"Sec-Fetch-Site": site})[0] == 403


@pytest.mark.parametrize("path", ["/", "/state", "/fel/state", "/fel/", "//state"])
def test_without_the_token_there_is_nothing(shared: Preview, path: str) -> None:
    assert shared.ask(path)[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "static/../server.py",
        "static/..%2fserver.py",
        "static/%2e%2e%2f%2e%2e%2fpipeline.py",
        "static/..",
        "static/",
        "picture/../../config/bilar.yaml",
        "picture/..%2f..%2fconfig%2fbilar.yaml",
        "config/bilar.yaml",
        "../config/bilar.yaml",
    ],
)
def test_no_file_is_reached_by_a_path(shared: Preview, path: str) -> None:
    assert shared.ask(path)[0] == 404


def test_every_answer_keeps_the_page_to_itself(shared: Preview) -> None:
    for path in ("", "state", "static/saknas.js", "/fel"):
        headers = shared.ask(path)[1]
        assert headers["Content-Security-Policy"] == (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "Access-Control-Allow-Origin" not in headers
        assert "Server" not in headers


def test_only_the_page_itself_can_post_and_only_json(shared: Preview) -> None:
    body = json.dumps({"slides": [], "version": 1})
    as_json = {"Content-Type": "application/json"}
    own = {"Origin": shared.origin}
    assert shared.ask("order", "POST", body, as_json)[0] == 403
    assert shared.ask("order", "POST", body, {**as_json, "Origin": "http://example.org"})[0] == 403
    assert shared.ask("order", "POST", body, {**own, "Content-Type": "text/plain"})[0] == 415
    assert shared.ask("order", "POST", body, own)[0] == 415
    assert shared.ask("order", "POST", "{", {**own, **as_json})[0] == 400
    assert shared.ask("order", "POST", '{"slides": "omslag", "version": 1}', {**own, **as_json})[0] == 400
    assert shared.ask("order", headers=own)[0] == 405


@pytest.mark.parametrize(
    "body",
    ["[" * 100_000, '{"slides": ["\\ud800"], "version": 1}', '"' + "x" * 3_000_000 + '"'],
    ids=["deep", "half", "huge"],
)
def test_what_is_no_order_is_refused_whatever_it_is(shared: Preview, body: str) -> None:
    headers = {"Origin": shared.origin, "Content-Type": "application/json"}
    status, _, content = shared.ask("order", "POST", body, headers)
    assert (status, json.loads(content)) == (400, {"message": "Skicka bildernas id i ordning, och sidans version."})


def test_odd_requests_leave_the_terminal_quiet(tmp_path: Path) -> None:
    process = started(write_project(tmp_path))
    assert process.stdout is not None
    preview = Preview(process.stdout.readline().split()[-1], process, tmp_path)
    where = urlsplit(preview.address)
    host = f"Host: {where.netloc}"
    posted = f"POST {where.path}order HTTP/1.1\r\n{host}\r\nOrigin: {preview.origin}\r\nContent-Type: application/json"
    for request in (f"GET state HTTP/1.1\r\n{host}\r\n\r\n", "\0\r\n\r\n", f"{posted}\r\nContent-Length: 9\r\n\r\n{{"):
        with socket.create_connection(("127.0.0.1", where.port or 0), timeout=30) as connection:
            connection.sendall(request.encode())
            if not request.startswith("POST"):
                assert connection.recv(12) in {b"HTTP/1.1 404", b"HTTP/1.1 400"}
    assert preview.ask("nothing")[2].decode() == "Sidan finns inte."
    process.terminate()
    assert process.communicate(timeout=60)[1] == ""


def test_a_saved_title_is_shown(preview: Preview) -> None:
    edit(preview.root / "config/bilar.yaml", "Nord kör mest", "Nord kör längst")
    state = preview.state(lambda now: now["slides"][2]["title"] == "Nord kör längst")
    assert state["status"] == "ready"


def test_saved_input_and_comments_are_shown(preview: Preview) -> None:
    edit(preview.root / "input/2024-07/bilar.csv", "Nord;1200", "Nord;1300")
    preview.state(lambda now: now["slides"][1]["title"] == "Bilarna kostar 2\u00a0100\u00a0tkr")
    edit(preview.root / "input/2024-07/kommentarer.md", "Cykla", "Gå")
    preview.state(lambda now: "Gå" in json.dumps(now["slides"][3]["outline"], ensure_ascii=False))


def test_an_error_is_told_at_its_slide_while_the_last_slides_stay(preview: Preview) -> None:
    edit(preview.root / "config/bilar.yaml", "    kind: column", "    kind: kolumn")
    state = preview.state(lambda now: now["status"] == "broken")
    (problem,) = state["problems"]
    assert (problem["where"], problem["kind"], problem["slide"]) == ("config/bilar.yaml:17:11", "error", "diagram")
    assert [slide["problems"] for slide in state["slides"]] == [[], [], [0], []]
    assert state["slides"][2]["title"] == "Nord kör mest"
    edit(preview.root / "config/bilar.yaml", "    kind: kolumn", "    kind: column")
    assert preview.ready()["problems"] == []


def test_errors_in_texts_input_and_broken_yaml_are_told_at_their_slides(preview: Preview) -> None:
    month = preview.root / "input/2024-07"
    edit(month / "kommentarer.md", "Cykla", "{{ bilar.nrod.utfall }}")
    assert preview.state(lambda now: now["status"] == "broken")["problems"][0]["slide"] == "atgarder"
    edit(month / "kommentarer.md", "{{ bilar.nrod.utfall }}", "Cykla")
    preview.ready()
    edit(month / "bilar.csv", "Syd;800", "Syd;åtta")
    state = preview.state(lambda now: now["status"] == "broken")
    assert [slide["id"] for slide in state["slides"] if slide["problems"]] == ["bilar", "diagram"]
    edit(month / "bilar.csv", "Syd;åtta", "Syd;800")
    preview.ready()
    edit(preview.root / "config/bilar.yaml", "title: Nord kör mest", "title: Nord: kör mest")
    assert preview.state(lambda now: now["status"] == "broken")["problems"][0]["slide"] == "diagram"


def test_slides_that_change_places_change_them_in_the_file(preview: Preview) -> None:
    version = preview.ready()["version"]
    assert preview.post_order(["bilar", "omslag", "diagram", "atgarder"], version) == (204, "")
    text = (preview.root / "config/bilar.yaml").read_text(encoding="utf-8")
    assert text.index("# Det som alla frågar om") < text.index("id: bilar") < text.index("id: omslag")
    state = preview.state(lambda now: now["slides"][0]["id"] == "bilar" and now["status"] == "ready")
    assert [slide["id"] for slide in state["slides"]] == ["bilar", "omslag", "diagram", "atgarder"]


def test_a_file_that_has_changed_since_is_not_reordered(preview: Preview) -> None:
    version = preview.ready()["version"]
    changed = REPORT.replace("Nord kör mest", "Nord kör längst")
    (preview.root / "config/bilar.yaml").write_text(changed, encoding="utf-8")
    assert preview.post_order(["bilar", "omslag", "diagram", "atgarder"], version) == (
        409,
        "config/bilar.yaml har ändrats sedan sidan visades. Flytta bilden igen om det fortfarande behövs.",
    )
    assert (preview.root / "config/bilar.yaml").read_text(encoding="utf-8") == changed


def test_an_order_that_is_the_files_own_leaves_the_file_alone(preview: Preview) -> None:
    before = (preview.root / "config/bilar.yaml").stat()
    assert preview.post_order(["omslag", "bilar"], preview.ready()["version"]) == (204, "")
    assert (preview.root / "config/bilar.yaml").stat().st_ino == before.st_ino


def test_a_file_in_another_encoding_is_not_reordered(preview: Preview) -> None:
    path = preview.root / "config/bilar.yaml"
    path.write_bytes(REPORT.encode("cp1252"))
    version = preview.state(lambda now: now["status"] == "broken")["version"]
    assert preview.post_order(["bilar", "omslag", "diagram", "atgarder"], version) == (
        409,
        "config/bilar.yaml är inte sparad i UTF-8. Rätta felet som sidan visar, och flytta sedan.",
    )
    assert path.read_bytes() == REPORT.encode("cp1252")


def test_a_report_that_cannot_be_built_at_all_is_shown_as_it_is_written(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    edit(root / "config/bilar.yaml", "figures: bilar\n    label", "figures: bliar\n    label")
    with previewed(root) as preview:
        state = preview.state(lambda now: now["status"] == "broken")
        assert [slide["title"] for slide in state["slides"]] == [
            "Bilar",
            "Bilarna kostar {{ bilar.totalt.utfall | tkr }}",
            "Nord kör mest",
            "Åtgärder",
        ]
        assert state["problems"][0]["slide"] == "bilar"
        assert preview.ask("figures?q=nord")[0] == 404
        edit(root / "config/bilar.yaml", "bliar", "bilar")
        assert len(preview.ready()["slides"]) == 4


def test_nothing_is_written_in_output(preview: Preview) -> None:
    edit(preview.root / "config/bilar.yaml", "Nord kör mest", "Nord kör längst")
    preview.state(lambda now: now["slides"][2]["title"] == "Nord kör längst")
    assert not (preview.root / "output").exists()
