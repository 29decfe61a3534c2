"""Proof: whether an edited note still says what its ledger says.

The door is `check(text, ledger)`: it reads `note.md` sentence by sentence, lays each
beside the claim that it was, and says of every figure, name, date, window and direction
word whether it is SAME, CHANGED, NEW or LOST; the rules of the whole note (`RULES`) are
asked after that. Words that an editor added beside a move are asked more strictly than
those that a template wrote. A headline's own words (verbs by their bare form, figures,
names) stand where their publisher is named in the sentence, and nowhere else.

`standing` are the findings that are not SAME, `blocking` those that forbid a release. A
note that was not edited gives SAME only; the list is empty for no note: where there is
nothing to check, or nothing to check against, that is a finding.

`rebound(text, ledger)` is the ledger with a claim for each sentence as it now stands,
so that an edited note keeps its receipts.

It raises NoteError where the front matter cannot be read, and nothing else.
"""

from generator.proof.rebinding import rebound
from generator.proof.rules import RULES
from generator.proof.verdict import blocking, check, standing

__all__ = ["RULES", "blocking", "check", "rebound", "standing"]
