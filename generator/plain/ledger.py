"""`ledger.json`: the model's records through pydantic, in one place."""

import json
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.errors import NoteError
from generator.model.note import Ledger

LEDGER: TypeAdapter[Ledger] = TypeAdapter(Ledger)


def dumped(ledger: Ledger) -> str:
    """The ledger as JSON text, the same bytes for the same ledger."""
    tree = LEDGER.dump_python(ledger, mode="json")
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def loaded(text: str, where: str) -> Ledger:
    """The ledger of a JSON text; NoteError names the file and the first fault."""
    try:
        return LEDGER.validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = [".".join(str(part) for part in first["loc"])] if first["loc"] else []
        told = ": ".join([where, *place, first["msg"]])
        mend = "draft the note anew, or take the ledger of its release"
        raise NoteError(f"{told}; {mend}") from error


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `ledger.json`, as `strykr schema` prints it."""
    return LEDGER.json_schema()
