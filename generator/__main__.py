"""`python -m generator` and the command `strykr`."""

import sys

INTERRUPTED = 130  # exit code, as shells have it for Ctrl-C


def main() -> None:
    """Run the command; Ctrl-C ends it in one line at any moment, even while loading."""
    try:
        from generator.later import postponed  # noqa: PLC0415 - both take a while

        postponed()
        from generator.cli import main as command  # noqa: PLC0415

        command()
    except (KeyboardInterrupt, SystemExit) as end:
        if isinstance(end, SystemExit) and end.code != INTERRUPTED:
            raise
        sys.stderr.write("strykr: interrupted\n")
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
