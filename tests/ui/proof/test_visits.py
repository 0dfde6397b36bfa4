from kiosk.ui.proof.visits import places
from kiosk.visitor.session import Page
from tests.ui.conftest import TUESDAY


def test_every_page_is_reached_by_the_shortest_way(world_of):
    found = {place.name: place for place in places(world_of(), "ar", TUESDAY)}
    reached = {name.partition("-")[0] for name in found}
    assert reached >= {page.value for page in Page} - {"attract", "farewell"}
    assert {f"help-{topic}" for topic in world_of().feed.topics} <= found.keys()
    assert "ticket-housing-time" in found
    assert len(found["topic"].events) == 2


def test_names_are_files(world_of):
    assert all("/" not in place.name for place in places(world_of(), "sv", TUESDAY))
