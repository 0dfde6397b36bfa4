"""Common mistakes in YAML, and the messages about them."""

import pytest

from kiosk.feed.problems import ContentError
from kiosk.feed.yaml_reader import read


def message(text):
    with pytest.raises(ContentError) as bad:
        read(text.encode(), "f")
    (problem,) = bad.value.problems
    return f"{problem.position.line}:{problem.position.column} {problem.message}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('a: 1\nb: "x\nc: 2\n', "2:4 not valid YAML: this quote is never closed"),
        ('a: {sv: "x, en: y}\nb: 1\n', "1:9 not valid YAML: this quote is never closed"),
        ("a:\n\tsv: x\n", "2:1 not valid YAML: a tab; indent with spaces"),
        ("a: b\n\tc: d\n", "2:1 not valid YAML: a tab; indent with spaces"),
        ("a:\n  sv: Obs: x\n", "2:10 not valid YAML: a colon too many: put quotes around a text"),
        ("a: b\n  c: d\n", "2:4 not valid YAML: a colon too many"),
        ("kind: x\ntitle y\ntext: z\n", "2:1 not valid YAML: expected 'key: value', or '- value' in a list"),
        ("a:\n-b\n-c\n", "2:1 not valid YAML: expected 'key: value', or '- value' in a list"),
        ("a: b\n<<<<<<< HEAD\nc: d\n", "2:1 not valid YAML: Git could not merge this file: keep one"),
        ("<<<<<<< HEAD\na: b\n=======\na: c\n", "2:2 not valid YAML: a colon too many"),
        ("a: - b\n", "1:4 not valid YAML: a list begins on a line of its own"),
        ("a: ? b\n", "1:4 not valid YAML: there is nothing before '?'"),
        ("a: [b,, c]\n", "1:7 not valid YAML: there is nothing before ','"),
        ("a: ]\n", "1:4 not valid YAML: there is nothing before ']'"),
        ("%rabatt: 1\n", "1:1 not valid YAML: a text that begins with '%' needs quotes around it"),
        ("a: !<b c\n", "1:4 not valid YAML: a text that begins with '!' needs quotes around it"),
        ('a: "b\n---\n', "1:4 not valid YAML: this quote is never closed"),
        ('a: "\\ud800"\n', "1:7 not valid YAML: a '\\' within double quotes means more than itself"),
        ("a: {sv: x, en: y\nb: c\n", "2:2 not valid YAML: the '{' on line 1 is not closed, or a comma"),
        ("a: [x, y\n", "2:1 not valid YAML: the '[' on line 1 is not closed"),
        ('a: {sv: "x" en: "y"}\n', "1:13 not valid YAML: the '{' on line 1 is not closed, or a comma"),
        ("a: %x\n", "1:4 not valid YAML: a text that begins with '%' needs quotes around it"),
        ("a: @torget\n", "1:4 not valid YAML: a text that begins with '@' needs quotes around it"),
        ("a: **fet**\n", "1:4 not valid YAML: a text that begins with '*' needs quotes around it"),
        ("a: & b\n", "1:4 not valid YAML: a text that begins with '&' needs quotes around it"),
        ("a: >50% rabatt\n", "1:4 not valid YAML: a text that begins with '>' needs quotes around it"),
        ("  a: b\nc: d\n", "2:1 not valid YAML: the line above is not 'key: value'"),
        ("kind:x\ntitle: y\n", "1:1 not valid YAML: the space after the colon is missing"),
        ("a:\n  sv:Hej\n  en: Hello\n", "2:3 not valid YAML: the space after the colon is missing"),
        ("a:\n  sv:Hej\n\n  en: Hello\n", "2:3 not valid YAML: the space after the colon is missing"),
        ("a: http://x\n  b: c\n", "2:4 not valid YAML: a colon too many"),
        ("a:\n\u00a0\u00a0sv: x\n  en: y\n", "2:1 not valid YAML: a space that is not an ordinary one"),
        ("a: b\n\ufeffc: d\n", "2:2 not valid YAML: the line begins with an invisible character"),
        ("a: [Nytt] rum\n", "1:11 not valid YAML: a text that begins with '[' needs quotes around it"),
        ("a: [x](https://b)\n", "1:7 not valid YAML: a text that begins with '[' needs quotes around it"),
        ("- {namn} x\n", "1:10 not valid YAML: a text that begins with '{' needs quotes around it"),
        ("a: 1\nb: x]\nc: {d}}\n", "3:7 not valid YAML: not in line with what begins on line 1"),
        ('a: "b" c\n', "1:8 not valid YAML: not in line with what begins on line 1"),
        ("a:\n  - b\n  c: d\n", "3:3 not valid YAML: expected '- ' as on line 2"),
        ('a: "C:\\Users"\n', "1:9 not valid YAML: a '\\' within double quotes means more than itself"),
        ('a: "C:\\öga"\n', "1:7 not valid YAML: a '\\' within double quotes means more than itself"),
    ],
)  # fmt: skip
def test_mistake_is_reported_where_it_is(text, words):
    assert message(text).startswith(words)
