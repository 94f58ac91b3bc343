"""What counts as no answer."""

from eduverse.quizzes.questions.kinds import Value

__all__ = ["is_blank"]


def is_blank(value: Value) -> bool:
    """Nothing was chosen, typed or put anywhere. `False` is an answer."""
    match value:
        case bool():
            return False
        case str():
            return not value.strip()
        case dict():
            return all(is_blank(one) for one in value.values())
        case _:
            return not value
