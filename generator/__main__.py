"""`python -m generator` and the command `strykr`."""

from generator.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
