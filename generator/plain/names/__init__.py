"""Names in text: instruments, companies, people, institutions, releases and places.

`lexicon` makes the list of spellings from the desk's records and a `Book` of names;
`found` gives the names of one text with their places, `names` the Mentions of it, and
`named` those of many texts at once, by the same code. Nothing raises, whatever the
text; a text without a name gives nothing. A ticker counts first, then the longest
name; one that is also a word counts only where its surroundings license it.
"""

from generator.plain.names.book import BLANK, Book, Person
from generator.plain.names.lexicon import Lexicon, lexicon
from generator.plain.names.reading import Found, found, found_all, named, names

__all__ = [
    "BLANK",
    "Book",
    "Found",
    "Lexicon",
    "Person",
    "found",
    "found_all",
    "lexicon",
    "named",
    "names",
]
