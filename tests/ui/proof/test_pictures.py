import pytest

from kiosk.ui.proof import darkroom
from kiosk.ui.proof.finding import Use
from kiosk.ui.proof.pictures import decode, problems, unfit


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        ((1250, 100), []),
        ((1260, 100), ["too small: it has 1000 x 1000 dots and is drawn as large as 1260 x 100"]),
        ((400, 400), []),
        ((390, 390), ["needlessly large: it has 1000 x 1000 dots; 390 x 390 is the most that is seen"]),
    ],
)
def test_size_of_a_picture(picture, tmp_path, drawn, told):
    path = picture(width=1000, height=1000)
    facts = decode(tmp_path, ["media/a.png"])
    assert not unfit(facts)
    found = problems(tmp_path, facts, [Use(str(path), *drawn), Use(str(path), 10, 10)])
    assert [problem.message for problem in found] == told
    assert all(str(problem.position) == "media/a.png" for problem in found)


def test_file_that_ends_its_process_is_told_and_the_next_is_read(picture, tmp_path, monkeypatch):
    monkeypatch.setattr(darkroom, "PATIENCE_S", 5.0)
    picture(name="b.png")
    done = []
    facts = decode(tmp_path, ["media/a.png", "media/b.png"], done.append)  # the first one is not there
    assert (unfit(facts), done) == ({"media/a.png"}, [1, 2])
    found = problems(tmp_path, facts, [])
    assert [str(problem.position) for problem in found] == ["media/a.png"]
    assert "cannot be decoded" in found[0].message
