"""Later: wings that load when they are first used, so that a verb pays for its own."""

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec

import generator

WINGS = "angles desk news proof publish scores stories writing".split()


def postponed() -> None:
    """Put each wing that few verbs need in its place, to be loaded at first use.

    `strykr lenses` and `strykr prices` need `market` alone, and half the time of
    loading the rest is a third of a second.
    """
    for wing in WINGS:
        name = f"generator.{wing}"
        spec = find_spec(name)
        if name in sys.modules or spec is None or spec.loader is None:
            continue
        spec.loader = LazyLoader(spec.loader)
        module = module_from_spec(spec)
        sys.modules[name] = module
        setattr(generator, wing, module)  # so that `from generator import` finds it
        spec.loader.exec_module(module)
