"""Matching questions as files have them: pairs, and matches without a prompt."""

from collections.abc import Iterator

from eduverse.quizzes.questions.kinds import Matching

__all__ = ["pairs_of"]


def pairs_of(question: Matching) -> Iterator[tuple[str, str]]:
    """Prompt and match of each pair; then, with an empty prompt, the choices that belong nowhere."""
    texts = {choice.id: choice.text for choice in question.choices}
    yield from ((pair.prompt, texts[pair.choice_id]) for pair in question.pairs)
    used = {pair.choice_id for pair in question.pairs}
    yield from (("", choice.text) for choice in question.choices if choice.id not in used)
