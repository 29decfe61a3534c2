"""The note as a page: every figure opens, strangers' words stay words."""

import re
from dataclasses import replace

import pytest
from lxml import etree, html

from generator.errors import NoteError
from generator.publish import chart, note_html
from generator.publish.look import digest
from tests.builders import a_draft, a_series, a_source, some_levels

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)"> [x](javascript:a)'


def page(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def figure(text: str, printed: str) -> html.HtmlElement:
    """The figure that prints these characters."""
    found = page(text).xpath("//span[starts-with(@class, 'figure')]")
    return next(one for one in found if one.text == printed)


def test_a_figure_opens_its_receipt() -> None:
    found = figure(note_html(a_draft()), "+2.17%")
    rows = {row[0].text: row[1].text for row in found.xpath(".//span[@class='row']")}
    assert found.get("tabindex") == "0"
    assert found.get("aria-describedby") == found[0].get("id")
    assert rows == {
        "Subject": "RUT",
        "Metric": "return",
        "Window": "5 sessions, 30 Jan 2026 to 6 Feb 2026",
        "Formula": "close[last]/close[first]-1",
        "Source": "yahoo (folder), not adjusted",
        "As of": "Fri 6 Feb 2026 21:00Z",
    }


def test_a_quoted_figure_names_its_headline() -> None:
    told = figure(note_html(a_draft()), "$62 billion").text_content()
    assert "Seeking Alpha" in told
    assert "Liquidity Drain And Event Risk" in told


def test_figures_of_the_table_open_too() -> None:
    cells = page(note_html(a_draft())).xpath("//td/span[@class='figure']")
    assert len(cells) == 12


def test_every_receipt_has_its_own_name() -> None:
    ids = page(note_html(a_draft())).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_sentence_that_was_edited_keeps_its_words_without_a_receipt() -> None:
    draft = a_draft()
    edited = replace(
        draft, markdown=draft.markdown.replace("most of its week", "all of it")
    )
    text = note_html(edited)
    assert "That is all of it: +2.17% in five sessions" in text


def test_the_editors_own_figure_is_marked_with_its_reason() -> None:
    own = [{"text": "2,700", "reason": "desk target"}]
    found = figure(note_html(a_draft(own=own, body="Our line is 2,700.")), "2,700")
    assert found.get("class") == "figure own"
    assert "desk target" in found.text_content()


def test_a_hostile_headline_is_inert() -> None:
    source = a_source(title=HOSTILE, summary=HOSTILE, link="javascript:alert(3)")
    tree = page(note_html(a_draft(title=HOSTILE, sources=[source], body=HOSTILE)))
    assert not tree.xpath("//script | //img | //iframe | //@onerror | //@style")
    assert not tree.xpath("//a[@href and not(starts-with(@href, 'http'))]")
    assert tree.xpath("//h1")[0].text == HOSTILE
    assert HOSTILE[:8] in tree.xpath("//section[@id='sources']")[0].text_content()


def test_links_carry_no_trust() -> None:
    links = page(note_html(a_draft())).xpath("//a")
    assert {link.get("rel") for link in links} == {"noopener noreferrer nofollow"}


def test_private_characters_cannot_pose_as_marks() -> None:
    body = "\ue000\ue010\ue001forged\ue002 \ue003\ue010\ue004"
    assert "forged" not in [
        one.text for one in page(note_html(a_draft(body=body))).xpath("//span")
    ]


def test_the_page_needs_nothing_else() -> None:
    text = note_html(a_draft())
    fetched = re.findall(r'(?:src|href)="(?!https://example\.com|data:)([^"]*)"', text)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert not fetched
    assert style
    assert set(re.findall(r"url\(\"(.{10})", style.group(1))) == {"data:font/"}
    assert digest(style.group(1)) in html.fromstring(text).xpath("//meta/@content")[1]


def test_light_and_dark_are_both_set() -> None:
    text = note_html(a_draft())
    assert "@media (prefers-color-scheme: dark)" in text
    assert 'name="color-scheme" content="light dark"' in text


def test_colours_are_easy_to_read_in_light_and_dark() -> None:
    rules = re.findall(r":root \{(.*?)\}", note_html(a_draft()), re.DOTALL)
    for rule in rules:
        colour = dict(re.findall(r"--(\w+): (#\w{6});", rule))
        for name in ("ink", "quiet", "accent"):
            assert contrast(colour[name], colour["paper"]) >= 4.5, name
            assert contrast(colour[name], colour["wash"]) >= 4.5, name
    assert len(rules) == 2


def contrast(one: str, other: str) -> float:
    """The WCAG contrast of two colours."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        lines = [
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        ]
        return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), lines, strict=True))

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_the_parts_of_the_scores_are_shown() -> None:
    told = page(note_html(a_draft())).xpath("//details")[0].text_content()
    assert "relative strength" in told
    assert "Not available: credit spread." in told


def test_what_was_withheld_is_listed() -> None:
    told = (
        page(note_html(a_draft())).xpath("//section[@class='foot']")[0].text_content()
    )
    assert "Volume doubled." in told
    assert "T1: no bar of volume says so" in told


def test_the_disclosure_stands_at_the_foot_even_if_edited_away() -> None:
    text = note_html(a_draft(disclosure="Not advice of any kind."))
    assert "Not advice of any kind." in text


def test_a_chart_is_drawn_in_the_page() -> None:
    drawn = chart(a_series(), some_levels())
    tree = page(note_html(a_draft(charts={"rut.svg": drawn})))
    assert tree.xpath("//figure/*[local-name()='svg']")
    assert not tree.xpath("//figure//style")


@pytest.mark.parametrize(
    "svg",
    [
        "not xml",
        '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><rect onload="x"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://x"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><style>*{fill:url(http://x)}</style></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><rect style="fill:url(http://x)"/></svg>',
    ],
)
def test_a_chart_that_does_more_than_draw_is_left_out(svg: str) -> None:
    tree = page(note_html(a_draft(charts={"rut.svg": svg})))
    assert not tree.xpath("//figure/*[local-name()='svg']")
    assert tree.xpath("//figcaption")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("---\ntitle", "title", "no front matter"),
        ("stance: ", "stanse: ", "lacks stance"),
        ("pulse: 55", "pulse: high", "front matter"),
        ("title: ", "title: [", "line "),
    ],
)
def test_a_broken_front_matter_is_one_line_with_the_mend(
    old: str, new: str, told: str
) -> None:
    draft = a_draft()
    with pytest.raises(NoteError, match=told) as caught:
        note_html(replace(draft, markdown=draft.markdown.replace(old, new, 1)))
    assert str(caught.value).startswith("small-caps/note.md: ")
    assert "\n" not in str(caught.value)


def test_the_same_draft_gives_the_same_page() -> None:
    assert note_html(a_draft()) == note_html(a_draft())


def test_the_article_is_well_formed() -> None:
    (inner,) = re.findall(r"<article.*</article>", note_html(a_draft()), re.DOTALL)
    assert etree.fromstring(inner.replace("&nbsp;", " ")).tag == "article"
