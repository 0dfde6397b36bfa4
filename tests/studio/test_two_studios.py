"""Two people who edit, publish, merge and undo in any order lose nothing: see `tests.studio.two_studios`."""

from tests.studio.two_studios import TwoStudios, in_every_order


def test_no_order_of_work_loses_any():
    in_every_order(12, steps=15)


def test_a_slide_that_both_have_deleted_is_no_loss_where_one_undoes_it():
    studios = TwoStudios()
    studios.begin()
    studios.add_slide_to_list(who=0, number=0)
    studios.publish_and_settle(who=1, choices=0)
    studios.delete_slide(who=1, number=3, is_undone=False)
    studios.delete_slide(who=0, number=3, is_undone=True)
    studios.publish_and_settle(who=1, choices=0)
    studios.no_word_is_lost()
    assert "slides/word1x.yaml" not in studios.source().texts
    studios.teardown()
