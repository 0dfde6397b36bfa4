"""A feed with one arbitrary value: it is refused, or its valid part can be checked."""

import json

from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.checks.all_checks import inspect
from kiosk.feed.feed_reader import read_folder
from kiosk.feed.yaml_reader import read
from tests.checks.conftest import NOW
from tests.feed.test_feed_reader import MEDIA, PARTS, TEXTS

DOCUMENTS = {file: read(data, file) for file, data in TEXTS.items()}
PLACES = [(file, path) for file, document in DOCUMENTS.items() for path in document.values]


def replaced(value, path, new):
    """Return a copy of a value in which another stands at a path."""
    if not path:
        return new
    step, *rest = path
    changed = value.copy()
    changed[step] = replaced(value[step], rest, new)
    return changed


@given(st.sampled_from(PLACES), PARTS)
@example(("slides/hello.yaml", ("title",)), {})
def test_any_value_at_any_place_is_refused_or_checked(place, value):
    file, path = place
    data = json.dumps(replaced(DOCUMENTS[file].value, path, value)).encode()
    checked = read_folder(TEXTS | {file: data}, MEDIA, ["home"])
    if checked.valid_parts:
        inspect(checked.valid_parts, checked.documents, NOW, whole=checked.feed is not None)
