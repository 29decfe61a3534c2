"""What the tables of the wiring stand for."""

from generator import publish, wiring
from tests.builders import a_draft


def test_a_release_has_a_file_for_each_exporter() -> None:
    """`note.html` and `note.pdf` are what `publish` makes of the draft."""
    draft = a_draft()
    files = wiring.rendered(draft)
    assert set(files) == set(wiring.EXPORTERS)
    assert files["note.html"] == publish.note_html(draft).encode()
    assert files["note.pdf"].startswith(b"%PDF-")


def test_the_writer_of_the_settings_is_there() -> None:
    """`template` is the one writer; the trips of the recorded day write with it."""
    assert {"template": wiring.by_template} == wiring.WRITERS
