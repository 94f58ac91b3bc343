"""What a quiz's marks say about its questions and about the quiz as a whole. Pure.

The formulas are those of classical test theory as the quiz literature uses them ("Quiz statistics calculations" in
the Moodle documentation; k-statistics after Fisher). All shares and indices are fractions, 1 for 100 %. What
cannot be computed (too few people, nobody differs) is None, never a number that only looks like one.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import fsum, sqrt

from eduverse.kernel.structs import Struct

__all__ = ["ItemStatistics", "OptionStatistics", "QuizStatistics", "analyse", "analyse_options", "better_than_key"]

Marks = Sequence[Sequence[float | None]]
"""One row per student, one column per question, in points; None where the student was not shown the question."""

_SAME = 1e-9
"""Marks that differ by less than this share of what can be reached are the same: sums of binary fractions are not
exact, and what is only their rounding has no spread to speak of."""

ENOUGH_ANSWERS = 20
"""From how many students on the distractors of a question are compared with its key."""
ENOUGH_CHOSE = 5
"""How many must have chosen an option before it is held against the key."""


class ItemStatistics(Struct, frozen=True, kw_only=True):
    """One question."""

    answered: int
    """How many students were shown it."""
    facility: float | None
    """The mean mark over the maximum: 1 when everybody had everything."""
    deviation: float | None
    """The standard deviation of the marks over the maximum."""
    intended_weight: float | None
    """The question's share of all points."""
    effective_weight: float | None
    """Its share in how far the totals lie apart; None where good students do worse at it than poor ones."""
    discrimination: float | None
    """Correlation of the mark with the rest of the total, -1..1."""
    efficiency: float | None
    """The covariance of mark and rest over the largest that these very marks and rests could have."""


class QuizStatistics(Struct, frozen=True, kw_only=True):
    """The totals, in points, and each question."""

    students: int
    maximum: float
    mean: float | None
    median: float | None
    deviation: float | None
    skewness: float | None
    """k3 / k2^1.5: negative when few are far below the others."""
    kurtosis: float | None
    """k4 / k2^2: 0 for a normal distribution."""
    consistency: float | None
    """Cronbach's alpha; None unless everybody was shown every question."""
    error_ratio: float | None
    """sqrt(1 - alpha): how much of the spread is chance."""
    standard_error: float | None
    """In points: the chance part of a total."""
    items: tuple[ItemStatistics, ...]


class OptionStatistics(Struct, frozen=True, kw_only=True):
    """One option of a choice."""

    option_id: str
    chosen: int
    share: float | None
    """Of those who were shown the question."""
    discrimination: float | None
    """Point-biserial correlation of choosing it with the rest of the total, -1..1."""


def analyse(marks: Marks, maxima: Sequence[float]) -> QuizStatistics:
    """The statistics of a quiz whose question `p` gives at most `maxima[p]` points (all positive)."""
    totals = [fsum(mark for mark in row if mark is not None) for row in marks]
    maximum = fsum(maxima)
    sample = _Sample(totals, maximum)
    alpha = _alpha(marks, maxima, sample)
    error_ratio = None if alpha is None else sqrt(max(0.0, 1 - alpha))
    deviation = None if sample.variance is None else sqrt(sample.variance)
    return QuizStatistics(
        students=len(totals),
        maximum=maximum,
        mean=sample.mean,
        median=_median(totals),
        deviation=deviation,
        skewness=sample.skewness,
        kurtosis=sample.kurtosis,
        consistency=alpha,
        error_ratio=error_ratio,
        standard_error=None if error_ratio is None or deviation is None else error_ratio * deviation,
        items=_items(marks, maxima, totals),
    )


def analyse_options(
    option_ids: Iterable[str], chosen: Sequence[frozenset[str] | None], rests: Sequence[float]
) -> tuple[OptionStatistics, ...]:
    """Each option of one question; `chosen[s]` is what student `s` ticked (None: not shown), `rests[s]` the rest."""
    shown = [(ticked, rest) for ticked, rest in zip(chosen, rests, strict=True) if ticked is not None]
    scale = max((abs(rest) for _, rest in shown), default=0.0)
    return tuple(_option(option_id, shown, scale) for option_id in option_ids)


def better_than_key(options: Sequence[OptionStatistics], weights: Mapping[str, float]) -> OptionStatistics | None:
    """The wrong option that better students choose more than the right one does: then the key deserves a look.

    None while too few answered, and where the question has not exactly one best option. `weights` gives each
    option's share of the points.
    """
    best = max(weights.values(), default=0.0)
    keys = [one for one in options if weights[one.option_id] >= best]
    if len(keys) != 1 or best <= 0 or sum(one.chosen for one in options) < ENOUGH_ANSWERS:
        return None
    threshold = keys[0].discrimination if keys[0].discrimination is not None else 0.0
    rivals = [
        (one.discrimination, one)
        for one in options
        if one is not keys[0] and one.chosen >= ENOUGH_CHOSE and one.discrimination is not None
    ]
    strongest = max(rivals, key=lambda rival: rival[0], default=None)
    return strongest[1] if strongest and strongest[0] > max(threshold, 0.0) + _SAME else None


def _items(marks: Marks, maxima: Sequence[float], totals: Sequence[float]) -> tuple[ItemStatistics, ...]:
    columns = [_Column(marks, place, maxima, totals) for place in range(len(maxima))]
    roots = [column.root_covariance for column in columns]
    whole = fsum(root for root in roots if root is not None)
    maximum = fsum(maxima)
    return tuple(
        ItemStatistics(
            answered=len(column.marks),
            facility=None if not column.marks else fsum(column.marks) / len(column.marks) / most,
            deviation=None if column.variance is None else sqrt(column.variance) / most,
            intended_weight=most / maximum,
            effective_weight=None if root is None or whole <= 0 else root / whole,
            discrimination=_correlation(column.marks, column.rests, most, maximum),
            efficiency=_efficiency(column.marks, column.rests, most, maximum),
        )
        for column, root, most in zip(columns, roots, maxima, strict=True)
    )


class _Column:
    """The marks of one question, with totals and rests of the same students."""

    def __init__(self, marks: Marks, place: int, maxima: Sequence[float], totals: Sequence[float]) -> None:
        seen = [(mark, total) for row, total in zip(marks, totals, strict=True) if (mark := row[place]) is not None]
        self.marks = [mark for mark, _ in seen]
        self.rests = [total - mark for mark, total in seen]
        self.variance = _Sample(self.marks, maxima[place]).variance
        covariance = _covariance(self.marks, [total for _, total in seen], maxima[place], fsum(maxima))
        self.root_covariance = None if covariance is None or covariance < 0 else sqrt(covariance)


class _Sample:
    """Mean and Fisher's k-statistics of some values, by deviations from the mean."""

    def __init__(self, values: Sequence[float], scale: float) -> None:
        self._count = len(values)
        self._flat = not _spread(values, scale)
        self.mean = fsum(values) / len(values) if values else None
        self._deviations = [] if self.mean is None or self._flat else [value - self.mean for value in values]

    @property
    def variance(self) -> float | None:
        """k2, which divides by one less than there are values."""
        if self._count < 2:
            return None
        return self._moment(2) * self._count / (self._count - 1)

    @property
    def skewness(self) -> float | None:
        n, variance = self._count, self.variance
        if n < 3 or not variance:
            return None
        k3 = n**2 * self._moment(3) / ((n - 1) * (n - 2))
        return float(k3 / variance**1.5)

    @property
    def kurtosis(self) -> float | None:
        n, variance = self._count, self.variance
        if n < 4 or not variance:
            return None
        inner = (n + 1) * self._moment(4) - 3 * (n - 1) * self._moment(2) ** 2
        return n**2 * inner / ((n - 1) * (n - 2) * (n - 3)) / variance**2

    def _moment(self, power: int) -> float:
        return fsum(deviation**power for deviation in self._deviations) / self._count


def _alpha(marks: Marks, maxima: Sequence[float], totals: _Sample) -> float | None:
    count = len(maxima)
    if count < 2 or not totals.variance or any(mark is None for row in marks for mark in row):
        return None
    parts = [_Sample([row[place] or 0.0 for row in marks], maxima[place]).variance or 0.0 for place in range(count)]
    return count / (count - 1) * (1 - fsum(parts) / totals.variance)


def _correlation(left: Sequence[float], right: Sequence[float], left_scale: float, right_scale: float) -> float | None:
    """Pearson's r, or None where one side has no spread."""
    if not (_spread(left, left_scale) and _spread(right, right_scale)):
        return None
    first, second = _centred(left), _centred(right)
    return max(-1.0, min(1.0, _dot(first, second) / sqrt(_dot(first, first)) / sqrt(_dot(second, second))))


def _efficiency(marks: Sequence[float], rests: Sequence[float], scale: float, rest_scale: float) -> float | None:
    """What the marks' order achieves of what the best order of the same marks would."""
    if not (_spread(marks, scale) and _spread(rests, rest_scale)):
        return None
    best = _dot(_centred(sorted(marks)), _centred(sorted(rests)))
    return max(-1.0, min(1.0, _dot(_centred(marks), _centred(rests)) / best)) if best > 0 else None


def _covariance(left: Sequence[float], right: Sequence[float], left_scale: float, right_scale: float) -> float | None:
    """Exactly nothing where only rounding is left: a root would make something of it."""
    if len(left) < 2:
        return None
    correlation = _correlation(left, right, left_scale, right_scale)
    if correlation is None or abs(correlation) <= _SAME:
        return 0.0
    return _dot(_centred(left), _centred(right)) / (len(left) - 1)


def _option(option_id: str, shown: Sequence[tuple[frozenset[str], float]], scale: float) -> OptionStatistics:
    ticks = [float(option_id in ticked) for ticked, _ in shown]
    return OptionStatistics(
        option_id=option_id,
        chosen=round(fsum(ticks)),
        share=fsum(ticks) / len(ticks) if ticks else None,
        discrimination=_correlation(ticks, [rest for _, rest in shown], 1.0, scale),
    )


def _spread(values: Sequence[float], scale: float) -> bool:
    """Whether the values differ by more than rounding, beside a scale of what they could be."""
    return len(values) > 1 and max(values) - min(values) > _SAME * scale


def _centred(values: Sequence[float]) -> list[float]:
    mean = fsum(values) / len(values) if values else 0.0
    return [value - mean for value in values]


def _dot(left: Sequence[float], right: Sequence[float]) -> float:
    return fsum(one * other for one, other in zip(left, right, strict=True))


def _median(values: Sequence[float]) -> float | None:
    if not values:
        return None
    ordered, middle = sorted(values), len(values) // 2
    return ordered[middle] if len(values) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
