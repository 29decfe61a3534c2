"""Claims that failed their proof are taken out and listed; the note goes on."""

from collections.abc import Sequence
from dataclasses import replace

from generator.model.note import Claim, Draft, Finding, Withheld


def without(draft: Draft, findings: Sequence[Finding]) -> Draft:
    """The draft without the sentences in which a finding stands."""
    failed = {claim.id: finding for claim, finding in _failed(draft, findings)}
    if not failed:
        return draft
    markdown = draft.markdown
    for claim in draft.ledger.claims:
        if claim.id in failed and claim.section == "title":
            markdown = markdown.replace(claim.text, _subject(draft), 1)
        elif claim.id in failed:
            markdown = _cut(markdown, claim.text)
    kept = tuple(one for one in draft.ledger.claims if one.id not in failed)
    listed = tuple(
        Withheld(claim.text, failed[claim.id].rule, failed[claim.id].why)
        for claim in draft.ledger.claims
        if claim.id in failed
    )
    ledger = replace(draft.ledger, claims=kept, withheld=listed)
    return replace(draft, markdown=markdown, ledger=ledger)


def _subject(draft: Draft) -> str:
    """What the note calls its subject: title enough where the title has failed."""
    subject = draft.ledger.note.subject
    named = (
        claim.text[slice(*bound.at)]
        for claim in draft.ledger.claims
        for bound in claim.bound
        if bound.type == "name" and bound.fact == subject
    )
    return max(named, key=len, default=subject)


def _failed(draft: Draft, findings: Sequence[Finding]) -> list[tuple[Claim, Finding]]:
    lines = draft.markdown.split("\n")
    found = []
    for finding in findings:
        if finding.verdict == "SAME" or not 0 < finding.line <= len(lines):
            continue
        line = lines[finding.line - 1]
        for claim in draft.ledger.claims:
            start = line.find(claim.text)
            if 0 <= start <= finding.start < start + len(claim.text):
                found.append((claim, finding))
    return found


def _cut(markdown: str, text: str) -> str:
    """The Markdown without a sentence, and without a paragraph it leaves empty."""
    for around in (f"\n\n{text}\n", f"{text} ", f" {text}", text):
        if around in markdown:
            return markdown.replace(around, "\n" if around[0] == "\n" else "", 1)
    raise AssertionError(text)
