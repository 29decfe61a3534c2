"""`python -m generator` and the command `strykr`."""

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec

import generator

INTERRUPTED = 130  # exit code, as shells have it for Ctrl-C
WINGS = "angles desk news proof publish scores stories writing".split()


def main() -> None:
    """Run the command; Ctrl-C ends it in one line at any moment, even while loading."""
    try:
        postponed()
        from generator.cli import main as command  # noqa: PLC0415 - it takes a second

        command()
    except (KeyboardInterrupt, SystemExit) as end:
        if isinstance(end, SystemExit) and end.code != INTERRUPTED:
            raise
        sys.stderr.write("strykr: interrupted\n")
        sys.exit(INTERRUPTED)


def postponed() -> None:
    """Put each wing that few verbs need in its place, to be loaded at first use.

    `strykr lenses` and `strykr prices` need `market` alone. First use must be in one
    thread: a command that serves from several has to touch its wings before.
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


if __name__ == "__main__":
    main()
