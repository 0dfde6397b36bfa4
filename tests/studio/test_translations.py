"""Texts go to translators and come back: nothing is lost, and nothing else of a file is touched."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.feed.problems import ContentError
from kiosk.feed.translation_record import RECORD, fingerprint
from kiosk.publish.folder_source import read_source
from kiosk.studio.core.translations.importing import ImportOptions, Review, plan_import, track
from kiosk.studio.core.translations.translator_file import form_of, read
from kiosk.studio.core.translations.units import TranslationState, read_texts

SAMPLE = Path(__file__).resolve().parents[2] / "playlists"
FORMS = (".xlf", ".po")
FEED = """\
name: {sv: Prov, so: Tijaabo}
languages: {sv: {name: Svenska}, so: {name: Soomaali, fallback: [sv]}} # two
"""
TOPIC = """\
# A topic.
icon: home
title:
  sv: Bostad        # what it is about
  so: "Guri"
summary: {sv: 'Vi hjälper', so: Waan caawinnaa} # short
help:
  - sv: Söka bostad
    so: Raadi guri
  # between
  - sv: Betala hyra till {month}
takes: 30 min
drafts: [so] # not read yet
"""
TEXT = """\
kind: text
text:
  sv: |
    # Rubrik

    - ett
    - **två**
  so: |
    # Cinwaan

    - kow
    - **laba**
"""


def folder(**changes):
    texts = {"feed.yaml": FEED, "topics/home.yaml": TOPIC, "slides/rules.yaml": TEXT} | changes
    return {name: text.encode() for name, text in texts.items()}


def exported(texts, path, language="so"):
    feed = read_texts(texts)
    path.write_bytes(form_of(path).write(feed.source, {language: list(feed.units(language))}))
    return path


def imported(texts, path, language="so", **options):
    returned = read(path)
    (units,) = returned.languages.values()
    return plan_import(texts, units, ImportOptions(language, path.name, **options))


def replaced(path, *pairs):
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return path


def reported(plan):
    return [str(problem) for problem in plan.problems]


@pytest.mark.parametrize("ending", FORMS)
@pytest.mark.parametrize("language", ["so", "ar", "fa_AF"])
def test_the_sample_comes_back_as_it_went(tmp_path, ending, language):
    texts = read_source(SAMPLE).texts
    plan = imported(texts, exported(texts, tmp_path / f"out{ending}", language), language)
    assert (plan.files, plan.problems, plan.changed) == ({}, [], [])
    assert plan.unchanged == sum(len(data.split(b"sv: ")) - 1 for data in texts.values()) - 1  # its own name


letters = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff\ufffe\uffff"), min_size=1
)
words = letters.map(lambda text: text.strip()).filter(lambda text: text.strip("\u200e\u200f\u061c"))
"""Texts, of which marks of direction alone are none: tools add those around right-to-left text."""


def quoted(text):
    """Return a text as YAML writes any letters."""
    return '"' + "".join(f"\\U{ord(letter):08x}" for letter in text) + '"'


@pytest.mark.parametrize("ending", FORMS)
@given(pairs=st.lists(st.tuples(words, words), min_size=1, max_size=5))
@settings(max_examples=40)
def test_any_words_come_back_as_they_went(tmp_path_factory, ending, pairs):
    lines = "".join(f"  - {{sv: {quoted(source)}, so: {quoted(target)}}}\n" for source, target in pairs)
    texts = folder(**{"topics/home.yaml": f"icon: home\nhelp:\n{lines}"})
    plan = imported(texts, exported(texts, tmp_path_factory.mktemp("x") / f"out{ending}"))
    assert (plan.files, reported(plan)) == ({}, [])
    assert plan.unchanged == len(pairs) + 2


@pytest.mark.parametrize("ending", FORMS)
def test_new_words_stand_in_the_file_and_nothing_else_has_changed(tmp_path, ending):
    texts = folder()
    path = exported(texts, tmp_path / f"out{ending}")
    replaced(path, (">Guri<", ">Guriga: #1<")) if ending == ".xlf" else replaced(
        path, ('"Guri"', '"Guriga: #1"')
    )
    plan = imported(texts, path)
    assert reported(plan) == []
    changed = plan.files["topics/home.yaml"].decode()
    assert changed == TOPIC.replace('"Guri"', '"Guriga: #1"')
    assert plan.files.keys() == {RECORD, "topics/home.yaml"}
    assert f'title: "{fingerprint("Bostad")} {fingerprint("Guriga: #1")}"' in plan.files[RECORD].decode()
    again = imported(texts | plan.files, exported(texts | plan.files, tmp_path / f"again{ending}"))
    assert again.files == {}


def test_a_missing_translation_is_added_and_becomes_a_draft(tmp_path):
    texts = folder(**{"topics/home.yaml": TOPIC.replace("drafts: [so] # not read yet\n", "")})
    path = exported(texts, tmp_path / "out.xlf")
    replaced(path, ('<target state="new" />', "<target>Bixi kirada ilaa {month}</target>"))
    plan = imported(texts, path)
    assert reported(plan) == []
    changed = plan.files["topics/home.yaml"].decode()
    assert "  - sv: Betala hyra till {month}\n    so: Bixi kirada ilaa {month}\n" in changed
    assert changed.endswith("takes: 30 min\ndrafts: [so]\n")


@pytest.mark.parametrize(
    ("pairs", "shown"),
    [
        ([(">Guri<", "><")], "topics/home.yaml:5:3: error: empty, but the feed has a translation"),
        ([(">Bostad<", ">Bostaden<"), (">Guri<", ">Guriga<")], "topics/home.yaml:5:3: error: the source"),
        ([('id="title"', 'id="cost"'), (">Bostad<", ">Pris<")], "the feed has no text topics/home.yaml:cost"),
        ([('<target state="new" />', "<target>Bixi kirada</target>")], "the placeholders must be those"),
        ([(">Guri<", ">Gu<g id='1'>ryo</g><")], "<g> within a text is not kept"),
        ([(">Guri<", ">&lt;b&gt;Guri&lt;/b&gt;<")], "HTML is shown as it is typed: '<b>'"),
        ([("# Cinwaan\n\n- kow", "Cinwaan\n\n- kow")], "the headings, paragraphs and lists must be"),
        ([("- **laba**", "- [laba](https://a.example)")], "no link inside a text"),
        ([(">Guri<", f">{'a' * 2001}<")], "topics/home.yaml:5:3: error"),
        ([(fingerprint("Guri"), "0123456789ab"), (">Guri<", ">Guriga<")], "--overwrite"),
    ],
)  # fmt: skip
def test_what_is_unknown_or_would_lose_words_is_refused(tmp_path, pairs, shown):
    texts = folder()
    before = dict(texts)
    plan = imported(texts, replaced(exported(texts, tmp_path / "out.xlf"), *pairs))
    assert len(plan.problems) == 1
    assert shown in reported(plan)[0]
    assert plan.files == {}
    assert texts == before


def test_the_rest_of_a_file_is_taken(tmp_path):
    texts = folder()
    path = replaced(exported(texts, tmp_path / "out.xlf"), (">Guri<", "><"), (">Raadi guri<", ">Guri raadi<"))
    plan = imported(texts, path)
    assert len(plan.problems) == 1
    assert plan.files["topics/home.yaml"].decode() == TOPIC.replace("Raadi guri", "Guri raadi")


def test_a_text_that_has_moved_in_its_list_is_found(tmp_path):
    texts = folder()
    path = replaced(exported(texts, tmp_path / "out.po"), ("Raadi guri", "Guri raadi"))
    moved = folder(**{"topics/home.yaml": TOPIC.replace("help:\n", "help:\n  - sv: Nytt\n")})
    plan = imported(moved, path)
    assert reported(plan) == []
    assert (
        "  - sv: Nytt\n  - sv: Söka bostad\n    so: Guri raadi\n" in plan.files["topics/home.yaml"].decode()
    )


def test_a_translation_is_stale_once_its_source_has_changed(tmp_path):
    texts = folder()
    texts |= imported(texts, replaced(exported(texts, tmp_path / "1.po"), ('"Guri"', '"Guriga"'))).files

    def state():
        return {unit.place: unit.state for unit in read_texts(texts).units("so")}["title"]

    assert state() is TranslationState.DRAFT
    texts["topics/home.yaml"] = texts["topics/home.yaml"].replace(b"sv: Bostad ", "sv: Hyresrätt ".encode())
    assert state() is TranslationState.STALE
    path = exported(texts, tmp_path / "2.po")
    assert imported(texts, path).files == {}  # still fuzzy: nobody has looked
    text = path.read_text(encoding="utf-8")
    start = text.rindex("#, fuzzy\n", 0, text.index("topics/home.yaml:title"))
    path.write_text(text[:start] + text[start + 9 :], encoding="utf-8")
    texts |= imported(texts, path).files
    assert state() is TranslationState.DRAFT


def test_a_review_of_all_texts_ends_the_draft(tmp_path):
    texts = folder(**{"topics/home.yaml": TOPIC.replace("drafts: [so]", "drafts: [en, so]")})
    path = exported(texts, tmp_path / "out.po")
    text = path.read_text(encoding="utf-8").replace("#, fuzzy\n", "")
    path.write_text(
        text.replace(
            'msgid "Betala hyra till {month}"\nmsgstr ""',
            'msgid "Betala hyra till {month}"\nmsgstr "{month}"',
        ),
        encoding="utf-8",
    )
    review = Review("2026-11-28", "A. Reader")
    half = path.with_name("half.po")
    half.write_text(
        path.read_text(encoding="utf-8").replace(
            'msgctxt "topics/home.yaml:title"', '#, fuzzy\nmsgctxt "topics/home.yaml:title"'
        ),
        encoding="utf-8",
    )
    assert "drafts: [en, so]" in imported(texts, half, review=review).files["topics/home.yaml"].decode()
    plan = imported(texts, path, review=review)
    assert reported(plan) == []
    assert "drafts: [en] # not read yet\n" in plan.files["topics/home.yaml"].decode()
    assert "topics/home.yaml" in plan.reviewed
    assert plan.files[RECORD].decode().count("2026-11-28 A. Reader") == 6


@pytest.mark.parametrize(
    ("name", "data", "shown"),
    [
        ("a.xlf", b"<xliff", "a.xlf:1:1: error: not an XLIFF file"),
        ("a.xlf", b"<a/>", "not XLIFF 1.2"),
        ("a.xlf", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "declares a document type"),
        ("a.po", b'msgid "a"\nmsgstr b\n', "a.po:2:1: error: not a PO file"),
        ("a.po", b'msgid "\xff"\nmsgstr ""\n', "not UTF-8"),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_at_its_line(tmp_path, name, data, shown):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ContentError, match="error") as bad:
        read(path)
    assert shown in str(bad.value)


def test_tracking_begins_with_what_stands_there():
    texts = folder()
    texts[RECORD] = track(read_texts(texts))
    assert track(read_texts(texts)) == texts[RECORD]
    texts["slides/rules.yaml"] = texts["slides/rules.yaml"].replace(b"Rubrik", b"Titel")
    stale = [unit.id for unit in read_texts(texts).units("so") if unit.state is TranslationState.STALE]
    assert stale == ["slides/rules.yaml:text"]


TITLE = ('msgid "Bostad"\nmsgstr "Guri"', 'msgid "Bostad"\nmsgstr "Guriga"')


def changed(plan):
    return [unit.id for unit in plan.changed]


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(
            b'msgid ""\nmsgstr ""\n',
            b'msgid ""\nmsgstr ""\n"Project-Id-Version: \\n"\n"X-Generator: Poedit 3.4\\n"\n'
            b'"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"X-Poedit-Bookmarks: -1,2\\n"\n',
            1,
        ),
        lambda data: (
            data.replace(
                b'msgctxt "topics/home.yaml:title"', b'#| msgid "Hus"\nmsgctxt "topics/home.yaml:title"'
            )
            + b'\n#~ msgctxt "x"\n#~ msgid "Hus"\n#~ msgstr "Aqal"\n'
        ),
        lambda data: data.replace(b'msgid "Bostad"\n', b'msgid ""\n"Bos"\n"tad"\n'),
    ],
    ids=["byte order mark", "line ends of Windows", "headers of Poedit", "previous and obsolete", "wrapped"],
)
def test_a_po_file_that_a_tool_has_rewritten_is_read(tmp_path, rewrite):
    texts = folder()
    path = replaced(exported(texts, tmp_path / "so.po"), TITLE)
    path.write_bytes(rewrite(path.read_bytes()))
    plan = imported(texts, path)
    assert (changed(plan), plan.unchanged, reported(plan)) == (["topics/home.yaml:title"], 4, [])


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(">Guriga<", ">\n        Guriga\n      <"),
        lambda text: text.replace(">Guriga<", "><![CDATA[Guriga]]><"),
        lambda text: text.replace(">Guriga<", '><mrk mtype="seg" mid="0">Guriga</mrk><'),
        lambda text: text.replace(
            "<note>", "<alt-trans><source>X</source><target>Y</target></alt-trans><note>"
        ),
        lambda text: (
            text.replace("<", "<x:")
            .replace("<x:/", "</x:")
            .replace("<x:?", "<?")
            .replace("xmlns=", "xmlns:x=")
        ),
    ],
    ids=[
        "byte order mark",
        "line ends of Windows",
        "indented",
        "CDATA",
        "segments",
        "suggestions",
        "prefixes",
    ],
)
def test_an_xliff_file_that_a_tool_has_rewritten_is_read(tmp_path, rewrite):
    texts = folder()
    path = replaced(exported(texts, tmp_path / "so.xlf"), (">Guri<", ">Guriga<"))
    path.write_bytes(rewrite(path.read_text(encoding="utf-8")).encode())
    plan = imported(texts, path)
    assert (changed(plan), plan.unchanged, reported(plan)) == (["topics/home.yaml:title"], 4, [])
    assert b'so: "Guriga"' in plan.files["topics/home.yaml"]


@pytest.mark.parametrize(
    "written", ["  Guriga ", "\u200fGuriga", "Guriga\u200e", "\ufeffGuriga", "\u061cGuriga\u200f "]
)
def test_what_editors_add_at_the_ends_of_a_text_is_not_taken(tmp_path, written):
    texts = folder()
    path = replaced(exported(texts, tmp_path / "so.po"), ('msgstr "Guri"', f'msgstr "{written}"'))
    assert b'so: "Guriga"\n' in imported(texts, path).files["topics/home.yaml"]


def test_the_last_line_of_a_text_ends_as_in_its_source(tmp_path):
    texts = folder()
    path = replaced(exported(texts, tmp_path / "so.po"), ('"- **laba**\\n"', '"- **labo**"'))
    after = imported(texts, path).files["slides/rules.yaml"].decode()
    assert after == TEXT.replace("laba", "labo") + "drafts: [so]\n"


def test_a_text_without_its_context_is_found_by_its_source(tmp_path):
    texts = folder()
    path = replaced(exported(texts, tmp_path / "so.po"), TITLE)
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join(line for line in lines if not line.startswith("msgctxt")), encoding="utf-8")
    plan = imported(texts, path)
    assert (changed(plan), plan.unchanged, reported(plan)) == (["topics/home.yaml:title"], 4, [])


def test_a_text_without_its_context_is_refused_where_it_could_be_several(tmp_path):
    texts = folder(**{"topics/flat.yaml": TOPIC})
    path = replaced(exported(folder(), tmp_path / "so.po"), ('msgctxt "topics/home.yaml:title"\n', ""), TITLE)
    (problem,) = reported(imported(texts, path))
    assert problem == (
        "so.po:16:1: error: no longer says which text it is; export again, and keep the contexts"
    )


def test_a_source_that_a_tool_has_filled_in_is_no_translation(tmp_path):
    texts = folder()
    path = exported(texts, tmp_path / "so.xlf")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('state="new" />', 'state="new">Betala hyra till {month}</target>'), "utf-8")
    assert "till {month}</target>" in path.read_text(encoding="utf-8")
    plan = imported(texts, path)
    assert (plan.files, plan.untranslated, reported(plan)) == ({}, 1, [])


@pytest.mark.parametrize(("source", "taken"), [("Betala hyra till {month}", False), ("BankID", True)])
def test_a_sentence_that_is_its_own_source_is_refused_but_a_name_is_not(tmp_path, source, taken):
    texts = folder(**{"topics/home.yaml": TOPIC.replace("Betala hyra till {month}", source)})
    path = replaced(
        exported(texts, tmp_path / "so.po"),
        (f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{source}"'),
    )
    plan = imported(texts, path)
    assert bool(plan.changed) is taken
    assert taken or "the same as the source text" in reported(plan)[0]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("so.po", b""),
        ("so.po", b'msgid ""\nmsgstr ""\n"Language: so\\n"\n'),
        ("so.xlf", b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>'),
    ],
)
def test_a_file_without_texts_is_refused(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ContentError, match="holds no texts"):
        read(tmp_path / name)


def test_texts_that_are_not_in_the_file_are_counted(tmp_path):
    texts = folder()
    path = exported(texts, tmp_path / "so.po")
    entries = path.read_text(encoding="utf-8").split("\n\n")
    path.write_text("\n\n".join(entries[:3]) + "\n", encoding="utf-8")
    plan = imported(texts, path)
    assert (plan.absent, plan.unchanged, plan.files) == (4, 2, {})
