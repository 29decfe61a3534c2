"""Links as they are kept and compared: http or https, without what tracks a reader."""

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

TRACKING = re.compile(
    r"(?:(?:utm|mc|pk|hsa|at|guce)_\w+|(?:fb|g|dc|ms|tt|tw|y)cl(?:k?id)|gbraid|wbraid|"
    r"igshid|_ga|_gl|_hsenc|_hsmi|mkt_tok|li_fat_id|guccounter|ref_src|smid|sref|cmp|"
    r"cmpid|ncid|icid|ftag|taid|__source|\.?tsrc)=.*|"
    r"(?:mod|src|siteid|source|ref|partner|ito|feed|rss)=(?:rss|mw_|djem|feed)?[\w-]*rss"
    r"[\w-]*",
    re.IGNORECASE,
)
SCHEMES = {"http": 80, "https": 443}
LONGEST = 2000  # characters; a longer link is a payload, not an address
BAD = re.compile(r"[\x00-\x20\x7f\\<>\"{}|^`]")


def canonical(link: str, base: str = "") -> str:
    """The link without tracking and fragment; "" if it is not http or https."""
    try:
        parts = urlsplit(urljoin(base, link.strip()) if base else link.strip())
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in SCHEMES or not parts.hostname or parts.username:
        return ""
    host = parts.hostname if ":" not in parts.hostname else f"[{parts.hostname}]"
    shown = "" if port in {None, SCHEMES[parts.scheme]} else f":{port}"
    kept = urlunsplit(
        (parts.scheme, host + shown, parts.path or "/", _query(parts.query), "")
    )
    return "" if BAD.search(kept) or len(kept) > LONGEST else kept


def _query(query: str) -> str:
    """The query in its own order and spelling, less the tracking parameters."""
    pairs = [pair for pair in query.split("&") if pair]
    return "&".join(p for p in pairs if not TRACKING.fullmatch(p))


def is_page(link: str) -> bool:
    """Whether a link leads to a page of its own, not to a site's front door."""
    parts = urlsplit(link)
    return bool(link) and (parts.path not in {"", "/"} or bool(parts.query))
