"""Ready-made texts for urgent notices, in 13 languages: drafts until a speaker has reviewed them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

REVIEWED = ("sv",)
"""The source language, which needs no review; the other texts are translations of it."""

TEXTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "closed_today": {
            "sv": "Stängt i dag",
            "en": "Closed today",
            "ar": "مغلق اليوم",
            "so": "Maanta waan xiran nahay",
            "ckb": "ئەمڕۆ داخراوە",
            "fa": "امروز بسته است",
            "fa_AF": "امروز بسته است",
            "ti": "ሎሚ ዕጹው",
            "uk": "Сьогодні зачинено",
            "pl": "Dziś zamknięte",
            "tr": "Bugün kapalı",
            "fi": "Suljettu tänään",
            "es": "Cerrado hoy",
        },
        "closes_early": {
            "sv": "Vi stänger tidigare i dag.",
            "en": "We are closing early today.",
            "ar": "نغلق اليوم في وقت أبكر.",
            "so": "Maanta goor hore ayaan xiranaynaa.",
            "ckb": "ئەمڕۆ زووتر دادەخەین.",
            "fa": "امروز زودتر می‌بندیم.",
            "fa_AF": "امروز وقت‌تر می‌بندیم.",
            "ti": "ሎሚ ቀልጢፍና ንዓጹ።",
            "uk": "Сьогодні ми зачиняємося раніше.",
            "pl": "Dziś zamykamy wcześniej.",
            "tr": "Bugün daha erken kapanıyoruz.",
            "fi": "Suljemme tänään aikaisemmin.",
            "es": "Hoy cerramos antes.",
        },
        "lift_broken": {
            "sv": "Hissen fungerar inte. Säg till, så hjälper vi dig.",
            "en": "The lift is out of order. Tell us, and we’ll help you.",
            "ar": "المصعد معطل. أخبرنا وسنساعدك.",
            "so": "Wiishka ma shaqaynayo. Noo sheeg, waan ku caawinaynaa.",
            "ckb": "ئاسانسۆرەکە کار ناکات. پێمان بڵێ، یارمەتیت دەدەین.",
            "fa": "آسانسور خراب است. به ما بگویید تا کمکتان کنیم.",
            "fa_AF": "لفت خراب است. به ما بگویید تا کمک‌تان کنیم.",
            "ti": "ሊፍት ኣይሰርሕን እዩ። ንገሩና፣ ክንሕግዘኩም ኢና።",
            "uk": "Ліфт не працює. Скажіть нам, і ми допоможемо.",
            "pl": "Winda nie działa. Powiedz nam, a pomożemy.",
            "tr": "Asansör çalışmıyor. Bize söyleyin, yardım edelim.",
            "fi": "Hissi on epäkunnossa. Kerro meille, niin autamme.",
            "es": "El ascensor no funciona. Avísenos y le ayudamos.",
        },
        "other_place": {
            "sv": "I dag finns vi på en annan plats. Fråga i disken.",
            "en": "Today we are in another place. Ask the staff.",
            "ar": "نستقبلك اليوم في مكان آخر. اسأل الموظفين.",
            "so": "Maanta meel kale ayaan kugu qaabilaynaa. Weydii shaqaalaha.",
            "ckb": "ئەمڕۆ لە شوێنێکی تر پێشوازیت لێ دەکەین. لە کارمەندەکان بپرسە.",
            "fa": "امروز در جای دیگری در خدمت شما هستیم. از کارمندان بپرسید.",
            "fa_AF": "امروز در جای دیگر در خدمت شما هستیم. از کارمندان بپرسید.",
            "ti": "ሎሚ ኣብ ካልእ ቦታ ኢና ንቕበለኩም። ንሰራሕተኛታት ሕተቱ።",
            "uk": "Сьогодні ми приймаємо в іншому місці. Запитайте працівників.",
            "pl": "Dziś przyjmujemy w innym miejscu. Zapytaj pracowników.",
            "tr": "Bugün sizi başka bir yerde karşılıyoruz. Görevlilere sorun.",
            "fi": "Tänään palvelemme toisessa paikassa. Kysy henkilökunnalta.",
            "es": "Hoy le atendemos en otro lugar. Pregunte al personal.",
        },
        "queue_stopped": {
            "sv": "Kön är full i dag. Boka gärna en tid.",
            "en": "The queue is full today. Please book a time.",
            "ar": "اكتمل الدور اليوم. يُرجى حجز موعد.",
            "so": "Safku maanta wuu buuxaa. Fadlan ballan qabso.",
            "ckb": "ئەمڕۆ سەرە پڕ بووە. تکایە کات وەربگرە.",
            "fa": "صف امروز پر است. لطفاً وقت بگیرید.",
            "fa_AF": "صف امروز پر است. لطفاً وقت بگیرید.",
            "ti": "ሎሚ መስርዕ መሊኡ እዩ። በጃኹም ቆጸራ ሓዙ።",
            "uk": "Сьогодні черга заповнена. Запишіться на інший час.",
            "pl": "Kolejka jest dziś pełna. Prosimy umówić się na wizytę.",
            "tr": "Sıra bugün dolu. Lütfen randevu alın.",
            "fi": "Jono on tänään täynnä. Varaa aika.",
            "es": "Hoy la cola está completa. Pida cita, por favor.",
        },
    }
)


def texts_for(kind: str, languages: Collection[str]) -> dict[str, str]:
    """Return a text in those of the given languages that it exists in."""
    return {code: words for code, words in TEXTS[kind].items() if code in languages}


def drafts_of(texts: Collection[str]) -> list[str]:
    """Return the languages that a speaker should review."""
    return [code for code in texts if code not in REVIEWED]
