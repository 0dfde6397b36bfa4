import json
import math
import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kiosk.feed.problems import ContentError, Position
from kiosk.feed.yaml_reader import MAX_BYTES, MAX_DEPTH, read

LETTERS = st.characters(
    codec="utf-8", exclude_categories=["Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"
)
"""What libyaml takes as it stands: it reads some of Unicode's line ends as such, and no surrogates."""

COMPOSED = st.text(LETTERS, max_size=20).map(lambda text: unicodedata.normalize("NFC", text))
TEXT_KINDS = st.one_of(st.none(), st.booleans(), st.integers(-(10**15), 10**15), COMPOSED)
NESTED = st.recursive(
    TEXT_KINDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("ab-", min_size=1), inner)
)


def reported(data):
    with pytest.raises(ContentError) as bad:
        read(data, "f.yaml")
    return [str(problem) for problem in bad.value.problems]


def problems_of(data):
    try:
        read(data, "f.yaml")
    except ContentError as bad:
        return bad.problems
    return ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("10:30", "10:30"), ("2026-12-24", "2026-12-24"),
        ("012", 12), ("0o17", 15), ("0x1F", 31), ("1_000", "1_000"), ("-7", -7), ("1.5", 1.5), (".5e1", 5.0),
        ("~", None), ("", None), ("Null", None), ("True", True), ("tRue", "tRue"), (".inf", math.inf),
        ("'12'", "12"), ('"true"', "true"), ("08-465 004 00", "08-465 004 00"), ("=", "="),
        ("1" * 5000, math.inf), ("0x" + "f" * 5000, "0x" + "f" * 5000),
    ],
)  # fmt: skip
def test_scalars_of_the_core_schema(written, meant):
    assert read(f"a: {written}\n".encode(), "f.yaml").value == {"a": meant}


def test_not_a_number():
    assert math.isnan(read(b"a: .nan", "f.yaml").value["a"])


@given(NESTED)
def test_reads_back_what_json_writes(value):
    assert read(json.dumps(value, ensure_ascii=False).encode(), "f.yaml").value == value


@given(st.dictionaries(st.text("abc", min_size=1), st.text(LETTERS)))
def test_reads_back_what_yaml_writes(value):
    written = yaml.safe_dump(value, allow_unicode=True, default_style=chr(34))
    composed = {key: unicodedata.normalize("NFC", text) for key, text in value.items()}
    assert read(written.encode(), "f.yaml").value == composed


@given(
    st.one_of(st.binary(max_size=200), st.text("-?:[]{}&*!|>'\"%@`#,\n\t ab1~<", max_size=80).map(str.encode))
)
def test_anything_is_read_or_refused_at_a_place(data):
    for problem in problems_of(data):
        assert problem.position.file == "f.yaml"
        assert problem.message


def test_positions_of_keys_and_values():
    document = read("a:\n  - b: å\n    c: d\n".encode(), "f.yaml")
    assert document.position(("a", 0, "c")) == Position("f.yaml", 3, 8)
    assert document.position(("a", 0, "c"), key=True) == Position("f.yaml", 3, 5)
    assert document.position(("a", 0, "missing")) == Position("f.yaml", 2, 5)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"a: 1\nb: 2\na: 3\n", "f.yaml:3:1: error: the key 'a' is repeated; the first is on line 1"),
        (b"a:\n\tb: 1", "f.yaml:2:1: error: not valid YAML: a tab; indent with spaces"),
        (b"a: !!python/object:os.system x", "f.yaml:1:4: error: tags such as !!python/object:os"),
        (b"a: 1\n---\nb: 1", "f.yaml:2:1: error: a second document in one file; only one is read"),
        ("name: Bibliotek på gång".encode("latin-1"), "f.yaml:1:18: error: not UTF-8 text; save the file as"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "f.yaml:1:1: error: not UTF-8 text"),
        (b"a: \x04", "f.yaml:1:4: error: a character that text cannot hold"),
        (b"PK\x03\x04\x00", "f.yaml:1:1: error: a Word, Excel or zip file, not text"),
        (b"a: *b", "f.yaml:1:4: error: *b is used inside, or before, what it refers to"),
        (b"a: &b [*b]", "f.yaml:1:8: error: *b is used inside, or before, what it refers to"),
        (b"a: !Obs", "f.yaml:1:4: error: tags such as !Obs are not used here; a text that begins with '!'"),
        (b"a: {<<: {b: c}}", "f.yaml:1:5: error: '<<' is not supported here: write out what it stands for"),
        (b"[a]: b", "f.yaml:1:1: error: a key must be a single word"),
        (b"[" * 100_000, "f.yaml:1:26: error: nested deeper than 24 levels"),
        (b"- " * 100_000, "f.yaml:1:51: error: nested deeper than 24 levels"),
        (b"a: b\n" + b"[" * 100_000, "f.yaml:2:25: error: nested deeper than 24 levels"),
        ("å: [å, [å, ".encode() + b"{a: [" * 100_000, "f.yaml:1:67: error: nested deeper than 24 levels"),
        (b"[" * 100_000 + b"x\n}", "f.yaml:1:26: error: nested deeper than 24 levels"),
        (b"- {b: " * 100_000, "f.yaml:1:7: error: not valid YAML"),
        (b"a: [" + b"1," * 60_000 + b"]", "more than 50000 values in one file"),
        (b"a" * (MAX_BYTES + 1), "f.yaml: error: larger than 1 MiB; split it into smaller files"),
        (b"a: 'b", "f.yaml:1:4: error: not valid YAML: this quote is never closed"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_reported_at_its_place(data, problem):
    assert problem in reported(data)[0]


@pytest.mark.parametrize("limit", [MAX_DEPTH + 2, 100, 900])
def test_the_limit_on_depth_comes_before_that_of_the_parser(monkeypatch, limit):
    """libyaml 0.2.6 looks ahead and gives up at 1,000 levels; others may give up elsewhere."""

    def impatient(reader):
        def read_or_give_up(text, **options):
            if len(text) > limit:
                raise yaml.MarkedYAMLError(None, None, "no further", yaml.Mark("", limit, 0, limit, None, 0))
            return reader(text, **options)

        return read_or_give_up

    monkeypatch.setattr(yaml, "parse", impatient(yaml.parse))
    monkeypatch.setattr(yaml, "scan", impatient(yaml.scan))
    assert reported(b"[" * 100_000) == ["f.yaml:1:26: error: nested deeper than 24 levels"]


def test_bomb_of_aliases_counts_for_what_it_would_become():
    levels = [b"a0: &a0 [" + b"x," * 9 + b"]"]
    levels += [b"a%d: &a%d [%s]" % (i, i, b",".join([b"*a%d" % (i - 1)] * 9)) for i in range(1, 30)]
    assert (
        "more than 50000 values in one file, counting what aliases expand to"
        in reported(b"\n".join(levels))[0]
    )


def test_anchors_of_ordinary_use():
    assert read(b"a: &h [x]\nb: *h\n", "f.yaml").value == {"a": ["x"], "b": ["x"]}


def test_mark_of_utf8_at_the_start_is_no_part_of_the_first_key():
    assert read(b"\xef\xbb\xbfa: 1", "f.yaml").value == {"a": 1}


def test_every_repeated_key_is_reported():
    assert len(reported(b"a: 1\na: 2\nb: {c: 1, c: 2}\na: 3\n")) == 3


@pytest.mark.parametrize("data", [b"", b"# nothing\n", b"\n\n"])
def test_empty_document(data):
    assert read(data, "f.yaml").value is None
