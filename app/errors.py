"""The errors that a user can do something about, and how each leaves the program.

    CounterclauseError
    ├── InputError            exit 2, HTTP 4xx: what was given can't be used
    │   ├── DocumentError     422  a file that can't be read (empty, truncated, encrypted, hostile, a scan)
    │   │   └── TooLarge      413  a file past a size, page or nesting limit
    │   ├── PlaybookError     422  a playbook that is unknown or malformed
    │   ├── FactError         422  a deal fact that is unknown or malformed
    │   ├── EditError         422  an edit that can't be applied exactly
    │   ├── NotFound          404  a review, finding or file that isn't there
    │   ├── Conflict          409  what is there isn't in the state that this needs
    │   └── UsageError        400  options that contradict each other, or an unknown value
    ├── ModelRefused          exit 2, HTTP 502: the endpoint refuses the key or doesn't know the model
    ├── Busy                  exit 2, HTTP 503: there is no place for more work now
    └── SelfCheckFailed       exit 3, HTTP 500: a file that we made failed our own check; nothing was written

Every message is one line of three parts: the subject, what is wrong with it, the way out. It never holds contract text.
"""

from __future__ import annotations


class CounterclauseError(Exception):
    """Base of all errors that are told to the user.

    `subject` names what it is about (a file name, a position), `problem` what is wrong, `remedy` what to do.
    """

    exit_code = 2
    http_status = 400

    def __init__(self, subject: str, problem: str, remedy: str) -> None:
        self.subject, self.problem, self.remedy = (" ".join(part.split()) for part in (subject, problem, remedy))
        super().__init__(f"{self.subject}: {self.problem}; {self.remedy}")


class InputError(CounterclauseError):
    """What the caller gave can't be used."""


class DocumentError(InputError):
    """A file that can't be read as a contract."""

    http_status = 422


class TooLarge(DocumentError):
    """A file past one of the limits of `app.documents.limits`."""

    http_status = 413


class PlaybookError(InputError):
    """A playbook that is unknown, malformed, or names a term that doesn't exist."""

    http_status = 422


class FactError(InputError):
    """A deal fact that is unknown or has a value of the wrong kind."""

    http_status = 422


class EditError(InputError):
    """An edit that can't be applied exactly as asked."""

    http_status = 422


class NotFound(InputError):
    """Nothing of that name is there."""

    http_status = 404


class Conflict(InputError):
    """What is asked for needs another state: a report that isn't ready, a key that was used for something else."""

    http_status = 409


class UsageError(InputError):
    """Options that contradict each other, or a value that isn't among the known ones."""


class ModelRefused(CounterclauseError):
    """The model's endpoint refuses the key, or doesn't know the model."""

    http_status = 502


class Busy(CounterclauseError):
    """The service has as much work as it takes on; the same may be asked again later."""

    http_status = 503


class SelfCheckFailed(CounterclauseError):
    """A file that we made failed our own check; it was not written."""

    exit_code = 3
    http_status = 500


def place_of(error: BaseException) -> str:
    """What kind of error it is and where it was raised: nothing of its message, which may hold contract text."""
    step, places = error.__traceback__, [""]
    while step is not None:
        module = str(step.tb_frame.f_globals.get("__name__", ""))
        if module.partition(".")[0] == "app":
            places.append(f"{module}:{step.tb_lineno}")
        step = step.tb_next
    return f"{type(error).__name__} in {places[-1] or 'no module of ours'}"
