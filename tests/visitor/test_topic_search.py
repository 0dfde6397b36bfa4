import pytest

from kiosk.visitor.topic_search import MOST_LETTERS, matching_topics, next_letters

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
        assert matching_topics(TEXTS, query)
    assert len(query) > 1


def test_a_title_comes_before_a_sentence():
    assert matching_topics(TEXTS, "sö") == ("housing", "work")
    assert matching_topics(TEXTS, "STÄ") == ("housing",)


def test_vowel_marks_do_not_hide_an_arabic_word():
    assert matching_topics({"home": ("السَّكَن",)}, "السك") == ("home",)


def test_ethiopic():
    assert next_letters({"home": ("ቤት ምርካብ",)}, "ቤ") == {"ት"}


def test_a_search_ends():
    assert next_letters({"long": ("a" * 40,)}, "a" * MOST_LETTERS) == frozenset()


ARABIC = {
    "it-help": ("المساعدة في الهاتف والحاسوب", "أحضر هاتفك معك"),
    "appeal": ("الاعتراض على قرار", "معرفة آخر يوم للاعتراض"),
    "consumer": ("نصائح عن الشراء والعقود", "الإيصال أو العقد"),
    "bank": ("تسجيل الدخول إلى مواقع البنك", "وثيقة هوية"),
}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("حاسوب", "it-help"),
        ("والحاسوب", "it-help"),
        ("هاتف", "it-help"),
        ("احضر", "it-help"),
        ("أحضر", "it-help"),
        ("بنك", "bank"),
        ("البنك", "bank"),
        ("وثيقه", "bank"),
        ("عقود", "consumer"),
        ("ايصال", "consumer"),
        ("اعتراض", "appeal"),
        ("إعتراض", "appeal"),
        ("اخر", "appeal"),
    ],
)
def test_an_arabic_word_is_found_with_and_without_its_article_and_in_any_hamza_form(query, found):
    assert matching_topics(ARABIC, query, "ar") == (found,)


def test_each_offered_arabic_letter_leads_to_a_topic():
    reached, queries = set(), [""]
    while queries:
        query = queries.pop()
        assert matching_topics(ARABIC, query, "ar")
        found = next_letters(ARABIC, query, "ar")
        reached |= found
        queries += [query + letter for letter in found]
    assert not reached & set("أإآٱؤئىةء")


def test_the_stem_of_a_word_is_its_first_letter_on_the_keyboard():
    assert {"ح", "ب", "ع", "ق"} <= next_letters(ARABIC, "", "ar")


def test_short_words_are_not_cut():
    assert next_letters({"a": ("وف", "ال")}, "", "ar") == {"و", "ا"}


@pytest.mark.parametrize(("language", "query"), [("fa", "كمك"), ("fa_AF", "كمك"), ("ckb", "كۆد")])
def test_arabic_letter_forms_find_persian_and_kurdish_words(language, query):
    texts = {"help": ("کمک برای موبایل", "کۆدەکە")}
    assert matching_topics(texts, query, language) == ("help",)


def test_kurdish_keeps_its_own_hamza():
    assert next_letters({"id": ("ئاب",)}, "", "ckb") == {"ئ"}
