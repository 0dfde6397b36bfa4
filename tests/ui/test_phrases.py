"""Dates, hours and counts as each language writes them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.ui.date_names import month_name, weekday_name
from kiosk.ui.phrases import phrases

MONDAY = date(2026, 11, 30)
EARLY = date(2027, 1, 5)
TEN = datetime(2026, 11, 30, 10, tzinfo=UTC)
ONE = datetime(2026, 11, 30, 13, tzinfo=UTC)
LANGUAGES = ("sv", "en", "ar", "so", "ckb", "fa", "fa_AF", "ti", "uk", "pl", "tr", "fi", "es")


def bare(text):
    """Return text without its marks of direction."""
    return "".join(letter for letter in text if letter not in "\u2066\u2068\u2069")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "måndag 30 november"),
        ("en", "Monday 30 November"),
        ("fi", "maanantai 30. marraskuuta"),
        ("es", "lunes 30 de noviembre"),
        ("pl", "poniedziałek 30 listopada"),
        ("uk", "понеділок 30 листопада"),
        ("tr", "30 Kasım Pazartesi"),
        ("so", "Isniin 30 Noofeembar"),
        ("ti", "ሰኑይ 30 ሕዳር"),
        ("ar", "الاثنين 30 تشرين الثاني/نوفمبر"),
        ("fa", "دوشنبه 30 نوامبر"),
        ("fa_AF", "دوشنبه 30 نومبر"),
        ("ckb", "دووشەممە 30ی تشرینی دووەم"),
    ],
)
def test_a_date_is_written_out_as_the_language_does(language, words):
    assert bare(phrases(language).long_day(MONDAY)) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "tis 5/1"),
        ("en", "Tue 5/1"),
        ("fi", "ti 5.1."),
        ("es", "mar 5/1"),
        ("pl", "wt. 5.01"),
        ("uk", "вт 05.01"),
        ("tr", "Sal 5.01"),
        ("so", "Talaado 5/1"),
        ("ti", "ሰሉ 5/1"),
        ("ar", "الثلاثاء 5/1"),
        ("fa", "سه\u200cشنبه 5/1"),
        ("fa_AF", "سه\u200cشنبه 5/1"),
        ("ckb", "سێشەممە 5/1"),
    ],
)
def test_a_short_date_is_written_as_the_language_does(language, words):
    assert bare(phrases(language).short_day(EARLY, MONDAY)) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_short_date_keeps_its_order_inside_a_right_to_left_line(language):
    digits = phrases(language).short_day(EARLY, MONDAY).partition("\u2066")[2]
    assert digits.endswith("\u2069")
    assert digits.count("\u2069") == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "Kan inte visas (senaste uppgift: måndag 30 november kl. 10:00)"),
        ("fi", "Ei tiedossa (viimeksi: maanantai 30. marraskuuta klo 10:00)"),
        ("es", "Sin datos (últimos: lunes 30 de noviembre a las 10:00)"),
        ("pl", "Brak danych (ostatnie: poniedziałek 30 listopada o 10:00)"),
        ("uk", "Немає даних (останні: понеділок 30 листопада, 10:00)"),
        ("tr", "Bilgi yok (son: 30 Kasım Pazartesi saat 10:00)"),
    ],
)
def test_a_day_in_the_past_stands_in_a_case_that_fits_any_weekday(language, words):
    say = phrases(language)
    assert bare(say.say("unknown_since_short", say.since(TEN, EARLY))) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_put_in_after_since_stands_behind_a_colon(language):
    for name in ("unknown_since", "unknown_since_short"):
        before = phrases(language).say(name, "|").partition("|")[0].rstrip()
        assert before[-1] in ":፦"


@pytest.mark.parametrize("hour", ["10:00", "12:00", "16:00"])
def test_no_turkish_ending_is_fixed_to_a_clock_time(hour):
    for name in ("open_until", "short_until", "staff_until", "come_now", "as_of", "unknown_since"):
        after = phrases("tr").say(name, hour).partition(hour)[2]
        assert after[:1] in {"", " ", ")", "."}


def test_finnish_cases_stand_on_a_word_of_the_pattern():
    say = phrases("fi")
    assert (
        say.say("or_write", "torget@infodisk.example") == "Tai kirjoita osoitteeseen torget@infodisk.example."
    )
    assert say.say("or_call", "08-465 004 00") == "Tai soita numeroon 08-465 004 00."


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "i dag kl. 10:00–13:00"),
        ("fi", "tänään klo 10:00–13:00"),
        ("en", "today, 10:00–13:00"),
        ("ar", "اليوم، 10:00–13:00"),
        ("ti", "ሎሚ፣ 10:00–13:00"),
    ],
)
def test_hours_on_a_day(language, words):
    say = phrases(language)
    assert bare(say.hours(say.day(MONDAY, MONDAY), TEN, ONE)) == words


@pytest.mark.parametrize(
    ("language", "one", "few", "many"),
    [
        ("sv", "Ungefär 1 minut", "Ungefär 3 minuter", "Ungefär 45 minuter"),
        ("en", "About 1 minute", "About 3 minutes", "About 45 minutes"),
        ("fi", "Noin 1 minuutti", "Noin 3 minuuttia", "Noin 45 minuuttia"),
        ("pl", "Około 1 minuty", "Około 3 minut", "Około 45 minut"),
        ("uk", "Приблизно 1 хвилина", "Приблизно 3 хвилини", "Приблизно 45 хвилин"),
        ("es", "Cerca de 1 minuto", "Cerca de 3 minutos", "Cerca de 45 minutos"),
        ("ar", "حوالي دقيقة واحدة", "حوالي 3 دقائق", "حوالي 45 دقيقة"),
        ("tr", "Yaklaşık 1 dakika", "Yaklaşık 3 dakika", "Yaklaşık 45 dakika"),
        ("ti", "1 ደቒቕ ኣቢሉ", "3 ደቓይቕ ኣቢሉ", "45 ደቓይቕ ኣቢሉ"),
    ],
)
def test_minutes_are_counted_in_the_plural_forms_of_the_language(language, one, few, many):
    assert [bare(phrases(language).minutes(count)) for count in (1, 3, 45)] == [one, few, many]


def test_a_language_without_a_translation_counts_in_english():
    assert bare(phrases("de").minutes(1)) == "About 1 minute"


def test_persian_months_stand_alone():
    assert [month_name("fa", month) for month in (1, 2, 5, 7)] == ["ژانویه", "فوریه", "مه", "ژوئیه"]


def test_sorani_names_are_spelt_one_way():
    names = [month_name("ckb", month) for month in range(1, 13)]
    names += [weekday_name("ckb", day) for day in range(7)]
    assert {names[0], names[11], names[16]} == {"کانوونی دووەم", "کانوونی یەکەم", "هەینی"}
    assert not any("\u06be" in name or "کانونی" in name for name in names)


def test_no_phrase_sends_a_visitor_to_furniture_or_to_the_square():
    wrong = {
        "fa": ("میز", "مربع"),
        "fa_AF": ("میز", "مربع"),
        "tr": ("masa", "kare"),
        "so": ("miis", "sanduuq"),
        "ti": ("ጣውላ",),
        "pl": ("biurk",),
        "uk": ("на стійці",),
        "ckb": ("مێز",),
        "ar": ("في المكتب", "المربع"),
        "en": ("ask the desk", "square"),
    }
    names = ("unknown_since", "unknown", "none_free", "show_at_desk", "book_at_desk", "scan_to_book")
    phrase = {language: [phrases(language).say(name).lower() for name in names] for language in wrong}
    assert not [
        (text, word)
        for language, words in wrong.items()
        for text in phrase[language]
        for word in words
        if word in text
    ]


@pytest.mark.parametrize(
    ("language", "same_day", "day_before"),
    [
        ("sv", "Uppdaterat kl. 10:00", "Senast uppdaterat: måndag 30 november kl. 10:00"),
        ("en", "Updated 10:00", "Last updated: Monday 30 November at 10:00"),
        ("fi", "Päivitetty klo 10:00", "Päivitetty viimeksi: maanantai 30. marraskuuta klo 10:00"),
        ("es", "Actualizado: 10:00", "Última actualización: lunes 30 de noviembre a las 10:00"),
        ("pl", "Zaktualizowano o 10:00", "Ostatnia aktualizacja: poniedziałek 30 listopada o 10:00"),
        ("uk", "Оновлено: 10:00", "Останнє оновлення: понеділок 30 листопада, 10:00"),
        ("tr", "Güncelleme: 10:00", "Son güncelleme: 30 Kasım Pazartesi saat 10:00"),
        ("so", "La cusboonaysiiyay: 10:00", "Cusboonaysiintii ugu dambaysay: Isniin 30 Noofeembar, 10:00"),
        ("ti", "ዝተሓደሰ፦ ሰዓት 10:00", "ናይ መወዳእታ ምሕዳስ፦ ሰኑይ 30 ሕዳር ሰዓት 10:00"),
        ("ar", "آخر تحديث: الساعة 10:00", "آخر تحديث: الاثنين 30 تشرين الثاني/نوفمبر الساعة 10:00"),
        ("fa", "به‌روز شده: ساعت 10:00", "آخرین به‌روزرسانی: دوشنبه 30 نوامبر ساعت 10:00"),
        ("fa_AF", "تازه شده: ساعت 10:00", "آخرین تازه‌سازی: دوشنبه 30 نومبر ساعت 10:00"),
        ("ckb", "نوێکراوەتەوە: کاتژمێر 10:00", "دوایین نوێکردنەوە: دووشەممە 30ی تشرینی دووەم کاتژمێر 10:00"),
    ],
)  # fmt: skip
def test_the_age_of_live_data_names_the_day_after_a_colon(language, same_day, day_before):
    say = phrases(language)
    assert [bare(say.updated(TEN, today)) for today in (MONDAY, EARLY)] == [same_day, day_before]


COUNTS = (0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 101)
DAYS_LEFT = {  # of COUNTS in order
    "sv": "dagar dag dagar dagar dagar dagar dagar dagar dagar dagar dagar",
    "en": "days day days days days days days days days days days",
    "fi": "päivää päivä päivää päivää päivää päivää päivää päivää päivää päivää päivää",
    "es": "días día días días días días días días días días días",
    "pl": "dni dzień dni dni dni dni dni dni dni dni dni",
    "uk": "днів день дні дні днів днів день дні днів днів день",
    "tr": "gün gün gün gün gün gün gün gün gün gün gün",
    "so": "maalmood maalin" + 9 * " maalmood",
    "ti": "መዓልቲ መዓልቲ" + 9 * " መዓልታት",
    "ar": "يوم يوم يومان أيام أيام يومًا يومًا يومًا يومًا يوم يوم",
    "fa": "روز" + 10 * " روز",
    "fa_AF": "روز" + 10 * " روز",
    "ckb": "ڕۆژ" + 10 * " ڕۆژ",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_are_counted_in_the_plural_forms_of_the_language(language):
    said = [phrases(language).days_left(count).split() for count in COUNTS]
    expected = DAYS_LEFT[language].split()
    assert [next(word for word in words if word in expected) for words in said] == expected


def test_polish_verbs_follow_the_number_of_days():
    said = [phrases("pl").days_left(count) for count in (1, 2, 5, 22, 25)]
    assert said == ["pozostał dzień", "pozostały dni", "pozostało dni", "pozostały dni", "pozostało dni"]


MONTHS = {  # as they follow the number of a day
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "January February March April May June July August September October November December",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta "
    "lokakuuta marraskuuta joulukuuta",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
    "grudnia",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
}
WEEKDAYS = {
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "fi": "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "tr": "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",
    "so": "Isniin Talaado Arbaco Khamiis Jimco Sabti Axad",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "ckb": "دووشەممە سێشەممە چوارشەممە پێنجشەممە هەینی شەممە یەکشەممە",
}
PATTERNS = {
    "fi": "{weekday} {day}. {month}",
    "es": "{weekday} {day} de {month}",
    "tr": "{day} {month} {weekday}",
    "ckb": "{weekday} {day}ی {month}",
}


@pytest.mark.parametrize("language", MONTHS)
def test_each_month_has_the_form_that_follows_a_day(language):
    assert [month_name(language, month) for month in range(1, 13)] == MONTHS[language].split()


@pytest.mark.parametrize("language", WEEKDAYS)
def test_each_weekday_has_its_name(language):
    assert [phrases(language).weekday(day) for day in range(7)] == WEEKDAYS[language].split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_date_of_a_year_follows_the_pattern_of_its_language(language):
    say = phrases(language)
    for day in (date(2026, 1, 1) + timedelta(days=count) for count in range(0, 365, 4)):
        weekday, month = say.weekday(day.weekday()), say.month(day.month)
        pattern = PATTERNS.get(language, "{weekday} {day} {month}")
        assert bare(say.long_day(day)) == pattern.format(weekday=weekday, day=day.day, month=month)
