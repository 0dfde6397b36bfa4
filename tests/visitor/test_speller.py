from kiosk.visitor.speller import MOST_LETTERS, matches, next_letters

TEXTS = {
    "housing": ("Söka bostad", "Vi visar hur du ställer dig i kö"),
    "study": ("Studievägledning", "Välja utbildning"),
    "work": ("Jobb", "Söka jobb"),
}


def test_only_letters_that_lead_somewhere():
    assert next_letters(TEXTS, "st") == {"u", "ä"}
    assert next_letters(TEXTS, "x") == frozenset()


def test_each_offered_letter_finds_something_until_the_word_ends():
    query = ""
    while letters := next_letters(TEXTS, query):
        query += min(letters)
        assert matches(TEXTS, query)
    assert len(query) > 1


def test_a_title_comes_before_a_sentence():
    assert matches(TEXTS, "sö") == ("housing", "work")
    assert matches(TEXTS, "STÄ") == ("housing",)


def test_vowel_marks_do_not_hide_an_arabic_word():
    assert matches({"home": ("السَّكَن",)}, "السك") == ("home",)


def test_ethiopic():
    assert next_letters({"home": ("ቤት ምርካብ",)}, "ቤ") == {"ት"}


def test_a_search_ends():
    assert next_letters({"long": ("a" * 40,)}, "a" * MOST_LETTERS) == frozenset()
