import pytest

from kiosk.visitor.topic_search import MAX_LETTERS, matching_topics, next_letters

TEXTS = {
    "housing": ("Söka bostad", "Vi visar hur du ställer dig i kö"),
    "study": ("Studievägledning", "Välja utbildning"),
    "work": ("Jobb", "Söka jobb"),
}


def test_only_letters_that_lead_somewhere():
    assert next_letters(TEXTS, "st") == {"u", "ä", "a"}
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
    assert next_letters({"long": ("a" * 40,)}, "a" * MAX_LETTERS) == frozenset()


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


@pytest.mark.parametrize(
    ("language", "word", "query"),
    [
        ("sv", "bostadskö", "bostadsko"),
        ("sv", "åtgärd", "atgard"),
        ("sv", "åtgärd", "åtgärd"),
        ("sv", "åtgärd", "atgärd"),
        ("fi", "päätös", "paatos"),
        ("pl", "świadczenia", "swiadczenia"),
        ("pl", "złożyć", "zlozyc"),
        ("uk", "їжа", "іжа"),
        ("uk", "мій", "міи"),
        ("uk", "комп’ютер", "компютер"),
        ("uk", "комп'ютер", "комп’ютер"),
        ("es", "años", "anos"),
        ("tr", "İtiraz", "itiraz"),
        ("tr", "IŞIK", "ışık"),
        ("tr", "ışık", "isik"),
        ("tr", "Sağlık", "saglik"),
        ("so", "go'aanka", "goaan"),
        ("so", "telefoonka", "telefon"),
        ("so", "telefoonka", "telefoon"),
        ("so", "koodhka", "koodka"),
        ("so", "khatar", "katar"),
        ("ti", "ሠራሕተኛ", "ሰራሕ"),
        ("ti", "ሰራሕተኛ", "ሠራሕ"),
        ("ti", "ጸሓፊ", "ፀሓፊ"),
        ("ti", "ኣብ", "አብ"),
        ("ti", "ሓገዝ", "ሐገዝ"),
        ("ti", "ዓቢ", "ዐቢ"),
        ("ar", "مستشفى", "مستشفي"),
        ("ar", "مستشفي", "مستشفى"),
        ("ar", "مدرسة", "مدرسه"),
        ("ar", "مسؤول", "مسوول"),
        ("ar", "سُؤال", "سوال"),
        ("ar", "كـــتاب", "كتاب"),
        ("ar", "كتاب", "کتاب"),
        ("ar", "ﻻجئ", "لاجي"),
        ("ar", "بالهاتف", "هاتف"),
        ("ar", "للسكن", "سكن"),
        ("ar", "للسكن", "السكن"),
        ("ar", "والعقود", "العقود"),
        ("fa", "آپارتمان", "اپارتمان"),
        ("fa", "آپارتمان", "آپارتمان"),
        ("fa", "مسئول", "مسیول"),
        ("fa", "خانهٔ", "خانه"),
        ("fa", "خانۀ", "خانه"),
        ("fa", "کمک\u200cهزینه", "هزینه"),
        ("fa", "کمک\u200cهزینه", "کمکهزینه"),
        ("fa_AF", "مشکلات", "مشكلات"),
        ("ckb", "ڕێنمایی", "رینمای"),
        ("ckb", "فۆڕم", "فورم"),
        ("ckb", "پەنجەرە", "پهنجهره"),
        ("ckb", "هەواڵ", "ھەوال"),
        ("ckb", "ئیمەیل", "ئيمەيل"),
    ],
)
def test_a_word_is_found_as_readers_write_it(language, word, query):
    assert matching_topics({"it": (f"x {word} y",)}, query, language) == ("it",)


@pytest.mark.parametrize(
    ("language", "word", "query"),
    [("sv", "kor", "kör"), ("tr", "isik", "ışık"), ("pl", "los", "łos"), ("ckb", "ورد", "ۆرد")],
)
def test_a_marked_letter_does_not_find_the_plain_one(language, word, query):
    assert not matching_topics({"it": (word,)}, query, language)


def test_a_marked_letter_is_offered_with_and_without_its_mark():
    assert next_letters({"queue": ("kö",)}, "k", "sv") == {"ö", "o"}
    assert next_letters({"form": ("فۆڕم",)}, "ف", "ckb") == {"ۆ", "و"}
    assert next_letters({"wind": ("پەن",)}, "پ", "ckb") == {"\u06d5"}


@pytest.mark.parametrize("language", ["sv", "fi", "pl", "uk", "tr", "so", "ti", "fa", "ckb"])
def test_every_letter_that_is_offered_leads_to_a_topic(language):
    texts = {"it": ("Åtgärd go'aan ışık złożyć їжа ሠራሕተኛ آپارتمان ڕێنمایی telefoon",)}
    queries = [""]
    while queries:
        query = queries.pop()
        assert matching_topics(texts, query, language) == ("it",)
        queries += [query + letter for letter in next_letters(texts, query, language)][:3]
