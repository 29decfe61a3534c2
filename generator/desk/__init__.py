"""The desk: where drafts lie, are edited by people, and become immutable releases.

The door is `Shelf(root)`, over the notes of one workspace:

- `save(draft)` lays a draft at `notes/<edition>/<slug>/`, whole or not at all; a draft
  that a person edited, and a note that was released, is kept and that is said.
- `load(NOTE)` reads a draft as it was edited, by folder, slug or `note.md`; `newest`
  prefers its release.
- `notes(day)` and `past(before, subject)` tell what lies there; both may be empty.
- `release(draft, ...)` and `correct(draft, ...)` write `release/v<N>/`, never changed
  after; `released_as(draft)` is the release that holds this very text.
- `recover()` mends what a killed run left; a trip begins with it.

`released(root)` lists the newest release of each note, `diff(folder)` what an editor
changed; `writable(root)` asks up front whether the disk takes a file.

Raises NoteError (not there, not readable, ambiguous), ReleaseError (may not be
released) and DiskError (full, read-only), each one line with the mend.
"""

from generator.desk.releases import Release, released
from generator.desk.shelf import Saved, Shelf, diff
from generator.plain.files import writable

__all__ = ["Release", "Saved", "Shelf", "diff", "released", "writable"]
