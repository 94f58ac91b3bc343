"""GIFT, the text format for questions that Moodle made and many systems read.

Source of the rules: the format's page in Moodle's documentation. Answers stand in braces at the end of the text or
where the missing word is; what the marks in them mean is in `reader`.
"""

from eduverse.quizzes.formats.gift.reader import read_gift
from eduverse.quizzes.formats.gift.writer import write_gift

__all__ = ["read_gift", "write_gift"]
