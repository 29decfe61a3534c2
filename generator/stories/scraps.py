"""Summaries that are no summary: the code, the menu or the small print of a page."""

MARKS = (
    "return false", "window.open", "not support the audio", "javascript:", "cookies",
    "text-to-speech", "Listen now", "Save articles", "Sign up to", "Subscribe to",
    "Minor Outlying Islands", "Alabama Alaska Arizona", "privacy policy",
)  # fmt: skip


def lead_of(summary: str, limit: int) -> str:
    """The first letters of a summary that tell something; "" of scraps of a page."""
    lead = summary[:limit]
    return "" if any(mark in lead for mark in MARKS) else lead
