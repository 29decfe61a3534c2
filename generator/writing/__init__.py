"""From angle to prose: first the moves, then the words.

`plan` orders the moves that the facts support and gathers what each may say; `write`
hands a plan to a writer and gives the Draft: `note.md` with every figure, name, date
and direction word bound to its Fact. `without` takes out the sentences that failed
their proof and lists them as withheld. A goal without evidence is left out.
"""

from generator.writing.by_template import write
from generator.writing.planning import plan
from generator.writing.withheld import without

__all__ = ["plan", "without", "write"]
