"""The sentences of a report, each with a stable code: the member's name in camelCase."""

import enum

__all__ = ["Reason"]


class Reason(enum.Enum):
    """`{what}` stands for what of the file, or of the question, is meant."""

    # --- why something becomes no question
    NO_ANSWERS = "This is a text without answers, not a question."
    BRACES_OPEN = "The answers are not closed: a } is missing before the next empty line."
    BRACES_STRAY = "There is a } without a { before it; write \\} for a brace in the text."
    BRACES_TWICE = "There is more than one place for answers; one question has one."
    BRACE_INSIDE = "There is a { inside the answers; write \\{ for a brace in the text."
    NO_TEXT = "The question has no text."
    NO_RIGHT_ANSWER = "No answer is marked as right."
    TOO_FEW_OPTIONS = "There are fewer than two answers to choose from."
    NOT_A_NUMBER = "“{what}” is not a number, a number with a tolerance, or a range."
    NOT_A_WEIGHT = "“{what}” is not a share of the points between -100 and 100 percent."
    NOT_POINTS = "“{what}” is not a number of points above 0 and up to 100."
    PAIR_INCOMPLETE = "“{what}” has no pair: a prompt, an arrow and its match are needed."
    EMPTY_ANSWER = "An answer is empty."
    TYPE_UNKNOWN = "Questions of the kind “{what}” are not supported."
    GAP_UNKNOWN = "The gap “{what}” is not one of a kind that is supported."
    NO_GAPS = "The text has no gaps."
    TOO_LONG = "A text in it is too long: {what} characters are the most."
    TOO_MANY_PARTS = "It has too many answers, pairs, items or gaps: {what} are the most."
    NOT_GRADABLE = "It could not be graded: {what}."
    KEY_MISSING = "The line that names the right answer (ANSWER: A) is missing."
    KEY_UNKNOWN = "The right answer “{what}” is not one of the letters above it."
    KEY_STRAY = "The answers are not lettered one after another: “{what}”."
    SETTING_UNKNOWN = "The setting “{what}” is not known."
    NOT_TRUE_OR_FALSE = "“{what}” is neither true nor false."
    # --- what was lost
    FORMAT_UNKNOWN = "The text format “{what}” is not known; the text was taken as it is."
    TAG_DROPPED = "The HTML element <{what}> has no counterpart; its text was kept."
    CONTENT_DROPPED = "The content of <{what}> was left out."
    IMAGE_LEFT = "The picture “{what}” has to be uploaded and put in again."
    FILE_LEFT = "The file “{what}” was left out."
    FEEDBACK_LEFT = "A feedback has no place here and was left out: “{what}”."
    HINTS_LEFT = "Hints for further tries were left out."
    ANY_OTHER_LEFT = "The feedback for any other answer (*) has no place here and was left out."
    WEIGHTS_SCALED = "The shares of the points did not add up to 100 percent; they were scaled so that they do."
    POINTS_CUT = "The points were left out: this format has no place for them."
    SELECTION_LEFT = "Showing only some of the items is not supported; all are shown."
    GRADING_CHANGED = "The way to grade “{what}” is not supported; items in their place count."
    UNITS_LEFT = "The units were left out, since the question does not ask for them."
    ATTACHMENTS_LEFT = "Files cannot be handed in with an answer; only the text can."
    CHARACTERS_LEFT = "Characters that the format cannot hold were left out."
    STRAY_LEFT = "“{what}” belongs to no answer and was left out."
    STAR_PLAIN = "In a gap, * stands for itself and not for any text."
    COLUMN_UNKNOWN = "The column “{what}” is not known and was left out."
    # --- what a format cannot say
    NOT_EXPRESSIBLE = "This format has no way to write such a question."
    CASE_LEFT = "That capitals matter was left out."
    SLIPS_LEFT = "How many slips of the pen are overlooked was left out."
    TOLERANCE_CHANGED = "The tolerance was written as a distance from the number."
    RANGE_CHANGED = "A range was written as its middle with a tolerance."
    ESSAY_LEFT = "Limits of length, template, rubric or notes for graders were left out."
    ESSAY_TEXTS_LEFT = "Template, rubric or notes for graders were left out."
    EXPLANATION_LEFT = "The explanation was left out."
    TAGS_LEFT = "Name, category and tags were left out."
    RUBRIC_LEFT = "The rubric was left out."
    MARKUP_PLAIN = "Formatting was written as it is typed, such as **bold**."
    LINES_JOINED = "The lines of a text were joined to one."

    @property
    def code(self) -> str:
        first, *rest = self.name.lower().split("_")
        return first + "".join(part.capitalize() for part in rest)

    def sentence(self, what: str = "") -> str:
        return self.value.replace("{what}", what)
