"""Gates: which bars may be used as of a moment, and a Gap for each that may not.

`gate(panel, name, as_of)` gives a Gated: the View of one instrument, None where nothing
can be used, with its Gaps and which rows were kept. `views_at(panel, as_of)` gives all
views and the gaps that a note must tell; it raises PriceError where none is left.
`Gap.weight` says what a gap touches; those of `history` and `source` are in `gate`
alone. What no moment changes is made once for each file.
"""

from generator.market.gates.gate import (
    Gated,
    first_known,
    gate,
    nothing_at,
    views_at,
)

__all__ = ["Gated", "first_known", "gate", "nothing_at", "views_at"]
