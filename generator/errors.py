"""What the user can mend: each error says what, where and the mend in one line."""


class GeneratorError(Exception):
    """Something the user can mend; its text is the line they read."""


class SettingsError(GeneratorError):
    """A settings file that cannot be used: which key, what is allowed."""


class FeedError(GeneratorError):
    """A feed or headline that cannot be read."""


class PriceError(GeneratorError):
    """A price file or instrument that cannot be used."""


class NoteError(GeneratorError):
    """A note, draft or figure that is not there or not usable."""


class ReleaseError(GeneratorError):
    """A note that may not be released yet."""


class LockError(GeneratorError):
    """Another run holds the workspace."""


class DiskError(GeneratorError):
    """A folder that cannot be written, or a disk that is full."""
