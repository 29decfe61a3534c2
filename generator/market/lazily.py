"""A mapping whose values are made when they are first asked for, and then kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

Value = TypeVar("Value")


class Lazily(Mapping[str, Value]):
    """These names, each with the value that `make` gives for it."""

    def __init__(self, names: Iterable[str], make: Callable[[str], Value]) -> None:
        self.names = dict.fromkeys(names)
        self.make = make
        self.made: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        """The value of a name; KeyError if it is none of these."""
        if name not in self.made:
            if name not in self.names:
                raise KeyError(name)
            self.made[name] = self.make(name)
        return self.made[name]

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def __repr__(self) -> str:
        return repr(dict(self))
