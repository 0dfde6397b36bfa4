"""Frozen classes behave as `dataclasses.dataclass(frozen=True)` makes them, without methods of their own."""

import copy
import dataclasses
import pickle
from dataclasses import dataclass, field
from typing import Any, ClassVar

import pytest

from kiosk.frozen import frozen


def shapes(decorate):
    """The same class and a class derived from it, made by either decorator."""

    @decorate
    class Place:
        """A place."""

        name: str
        seats: tuple[int, ...] = ()
        note: str = field(default="", compare=False)
        secret: bytes = field(default=b"", repr=False)
        signs: list[str] = field(default_factory=list, compare=False)

    @decorate
    class Room(Place):
        """A place within one."""

        floor: int = 0

    return Place, Room


PAIRS = list(zip(shapes(frozen), shapes(dataclass(frozen=True)), strict=True))


@frozen
class Point:
    """Pickled by its name."""

    x: float
    y: float = 0.0


@frozen
class Nothing:
    """Without fields."""


@frozen(kw_only=True)
class Named:
    """With names only."""

    name: str


@frozen
class Even:
    """Refuses other numbers."""

    KINDS: ClassVar[tuple[str, ...]] = ("even", "odd")
    number: int

    def __post_init__(self) -> None:
        if self.number % 2:
            raise ValueError(f"{self.number} is {self.KINDS[1]}")


@frozen
class Own:
    """Compared in its own way."""

    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own) and self.name.casefold() == other.name.casefold()

    def __hash__(self) -> int:
        return hash(self.name.casefold())


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "a"}, {"name": "a"}),
        ({"name": "a"}, {"name": "b"}),
        ({"name": "a", "note": "x"}, {"name": "a", "note": "y"}),
        ({"name": "a", "secret": b"x"}, {"name": "a", "secret": b"y"}),
        ({"name": "a", "seats": (1, 2)}, {"name": "a", "seats": (1, 2)}),
        ({"name": float("nan")}, {"name": float("nan")}),
    ],
)
def test_comparison_hash_and_repr_are_those_of_a_dataclass(ours, theirs, one, other):
    assert (ours(**one) == ours(**other)) == (theirs(**one) == theirs(**other))
    assert (hash(ours(**one)) == hash(ours(**other))) == (hash(theirs(**one)) == hash(theirs(**other)))
    assert repr(ours(**one)) == repr(theirs(**one))


def test_values_of_different_classes_are_never_equal():
    (place, _), (room, _) = PAIRS
    assert place("a") != room("a")
    assert room("a") != place("a")
    assert place("a").__eq__(("a", ())) is NotImplemented


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_no_field_is_set_or_deleted(ours, theirs):
    for value in (ours("a"), theirs("a")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            value.name = "b"
        with pytest.raises(dataclasses.FrozenInstanceError):
            del value.name


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_the_functions_of_dataclasses_know_them(ours, theirs):
    def facts(shape: Any) -> tuple[object, ...]:
        changed = dataclasses.replace(shape("a"), name="b")
        return [each.name for each in dataclasses.fields(shape)], dataclasses.asdict(changed)

    assert facts(ours) == facts(theirs)


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_values_by_place_and_by_name(ours, theirs):
    for values, named in ((("a",), {}), (("a", (1,)), {"note": "x"}), ((), {"secret": b"x", "name": "a"})):
        assert dataclasses.astuple(ours(*values, **named)) == dataclasses.astuple(theirs(*values, **named))
    assert ours("a").signs is not ours("a").signs


@pytest.mark.parametrize("shape", [shape for pair in PAIRS for shape in pair])
@pytest.mark.parametrize(
    ("values", "named", "message"),
    [
        ((), {}, "name"),
        ((), {"note": "x"}, "name"),
        (("a",), {"name": "a"}, "name"),
        (("a",), {"colour": "red"}, "colour"),
        (range(9), {}, "takes"),
    ],
)
def test_a_wrong_set_of_values_is_an_error(shape, values, named, message):
    with pytest.raises(TypeError, match=message):
        shape(*values, **named)


def test_values_are_checked_by_post_init():
    assert Even(2) == Even(number=2)
    with pytest.raises(ValueError, match="odd"):
        Even(3)
    with pytest.raises(ValueError, match="odd"):
        dataclasses.replace(Even(2), number=5)


def test_an_unhashable_field_makes_a_value_unhashable():
    (place, _), _ = PAIRS
    with pytest.raises(TypeError):
        hash(place("a", seats=[1]))


def test_one_field_and_no_field_are_compared():
    assert (Named(name="a"), Nothing()) == (Named(name="a"), Nothing())
    assert Named(name="a") != Named(name="b")
    assert len({Named(name="a"), Named(name="a"), Nothing(), Nothing()}) == 2
    with pytest.raises(TypeError):
        Named("a")


def test_a_comparison_of_its_own_is_kept():
    assert Own("A") == Own("a")
    assert len({Own("A"), Own("a")}) == 1


def test_they_are_copied_and_pickled():
    point = Point(1.0, 2.0)
    assert point == copy.deepcopy(point) == pickle.loads(pickle.dumps(point))  # noqa: S301  # our own bytes
    assert repr(point) == "Point(x=1.0, y=2.0)"


def test_methods_are_shared():
    for name in ("__init__", "__setattr__", "__delattr__", "__eq__", "__hash__", "__repr__"):
        assert getattr(Point, name) is getattr(Named, name)
