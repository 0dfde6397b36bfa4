<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl_PL" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>Softer</source>
        <translation>Ciszej</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Głośniej</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Start over</source>
        <translation>Od nowa</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Ask us</source>
        <translation>Zapytaj nas</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>Porozmawiaj z pracownikiem</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Słuchaj</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Powiększ</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>Rozmiar tekstu, teraz %1 procent</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Niżej</translation>
    </message>
    <message>
        <source>Move all buttons down</source>
        <translation>Przesuń wszystkie przyciski w dół</translation>
    </message>
    <message>
        <source>Change language, now %1</source>
        <translation>Zmień język, teraz %1</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Which day?</source>
        <translation>Który dzień?</translation>
    </message>
    <message>
        <source>Which time?</source>
        <translation>Wybierz godzinę</translation>
    </message>
    <message>
        <source>No times are left here. Go back to see others.</source>
        <translation>Nie ma tu już wolnych terminów. Wróć, aby zobaczyć inne.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Żaden z tych dni</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Poproś o termin</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Very bad</source>
        <translation>Bardzo źle</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Źle</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>Średnio</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Dobrze</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Bardzo dobrze</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Dziękujemy!</translation>
    </message>
    <message>
        <source>How good was the help you got?</source>
        <translation>Jak oceniasz naszą pomoc?</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>Nikt nie zobaczy, kto odpowiedział.</translation>
    </message>
</context>
<context>
    <name>FirstTime</name>
    <message>
        <source>Book this time</source>
        <translation>Zarezerwuj ten termin</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>Czy nadal tu jesteś?</translation>
    </message>
    <message>
        <source>Starting over</source>
        <translation>Zaczynamy od nowa</translation>
    </message>
    <message numerus="yes">
        <source>Your choices will be cleared in %n second(s).</source>
        <translation>
            <numerusform>Twój wybór zostanie usunięty za %n sekundę.</numerusform>
            <numerusform>Twój wybór zostanie usunięty za %n sekundy.</numerusform>
            <numerusform>Twój wybór zostanie usunięty za %n sekund.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation>Tak, dalej</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>No, I’m done</source>
        <translation>Nie, to wszystko</translation>
    </message>
    <message>
        <source>Start over now</source>
        <translation>Zacznij od nowa teraz</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Listen: %1</source>
        <translation>Słuchaj: %1</translation>
    </message>
</context>
<context>
    <name>LaterTimes</name>
    <message>
        <source>More times</source>
        <translation>Więcej terminów</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Poproś o termin</translation>
    </message>
</context>
<context>
    <name>NextTimesParts</name>
    <message>
        <source>Next available time</source>
        <translation>Najbliższy wolny termin</translation>
    </message>
    <message>
        <source>Other offices</source>
        <translation>Inne biura</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Show what is above</source>
        <translation>Pokaż to, co wyżej</translation>
    </message>
    <message>
        <source>Show what is below</source>
        <translation>Pokaż to, co niżej</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Continue the slides</source>
        <translation>Wznów pokaz</translation>
    </message>
    <message>
        <source>Stop the slides</source>
        <translation>Zatrzymaj pokaz</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Talk to a person</source>
        <translation>Porozmawiaj z pracownikiem</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>today</source>
        <translation>dzisiaj</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>jutro</translation>
    </message>
    <message>
        <source>Open now until %1</source>
        <translation>Teraz otwarte do %1</translation>
    </message>
    <message>
        <source>Closed. Opens %1 at %2</source>
        <translation>Zamknięte. Otwarcie: %1 o %2</translation>
    </message>
    <message>
        <source>Closed today. Opens %1 at %2</source>
        <translation>Dziś zamknięte. Otwarcie: %1 o %2</translation>
    </message>
    <message>
        <source>Closed today, public holiday. Opens %1 at %2</source>
        <translation>Dziś zamknięte, święto. Otwarcie: %1 o %2</translation>
    </message>
    <message>
        <source>Open today only until %1</source>
        <translation>Dziś otwarte tylko do %1</translation>
    </message>
    <message>
        <source>Staff here until %1</source>
        <translation>Pracownicy są tu do %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Zamknięte</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>The one word on the sign of an open office.</extracomment>
        <translation>Otwarte</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Godziny otwarcia</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>Dotknij ekranu: pomoc i terminy</translation>
    </message>
    <message>
        <source>Press the help key, and this screen is read to you.</source>
        <extracomment>Said aloud, never shown; the help key is F1 or a key with a question mark.</extracomment>
        <translation>Naciśnij klawisz pomocy, a ekran zostanie odczytany na głos.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now (last known: %1). Ask the staff or call.</source>
        <translation>Nie możemy teraz pokazać wolnych terminów (ostatnie dane: %1). Zapytaj pracowników lub zadzwoń.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now. Ask the staff or call.</source>
        <translation>Nie możemy teraz pokazać wolnych terminów. Zapytaj pracowników lub zadzwoń.</translation>
    </message>
    <message>
        <source>Not available (last known: %1)</source>
        <translation>Brak danych (ostatnie: %1)</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>Teraz brak danych</translation>
    </message>
    <message>
        <source>No available times in the coming weeks. Ask the staff or call.</source>
        <translation>Brak wolnych terminów w najbliższych tygodniach. Zapytaj pracowników lub zadzwoń.</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Zaktualizowano o %1</translation>
    </message>
    <message>
        <source>Last updated: %1</source>
        <extracomment>%1 is a day and a time, not only a time.</extracomment>
        <translation>Ostatnia aktualizacja: %1</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>Przyjdź bez umawiania się</translation>
    </message>
    <message>
        <source>Next available time</source>
        <translation>Najbliższy wolny termin</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>Wybierz język</translation>
    </message>
    <message>
        <source>Show this to the staff</source>
        <translation>Pokaż to pracownikowi</translation>
    </message>
    <message>
        <source>I would like to book %1, %2.</source>
        <translation>Chcę zarezerwować: %1, %2.</translation>
    </message>
    <message>
        <source>I would like to book a time for %1.</source>
        <translation>Chcę umówić się na: %1.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kiedy</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Gdzie</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>How to book</source>
        <translation>Jak się umówić</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to book.</source>
        <translation>Zeskanuj kod QR telefonem, aby się umówić.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to call and book.</source>
        <translation>Zeskanuj kod QR telefonem, aby zadzwonić i się umówić.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>Zeskanuj kod QR telefonem, aby napisać e-mail. Tekst jest już gotowy, po szwedzku.</translation>
    </message>
    <message>
        <source>Book with the staff. You don’t need a phone.</source>
        <translation>Umów się u pracownika. Telefon nie jest potrzebny.</translation>
    </message>
    <message>
        <source>Confirm on your phone.</source>
        <translation>Potwierdź w telefonie.</translation>
    </message>
    <message>
        <source>Send the e-mail.</source>
        <translation>Wyślij e-mail.</translation>
    </message>
    <message>
        <source>Say which time you want.</source>
        <translation>Powiedz, jaki termin chcesz.</translation>
    </message>
    <message>
        <source>Done when your time is confirmed.</source>
        <translation>Gotowe, gdy termin jest potwierdzony.</translation>
    </message>
    <message>
        <source>To change or cancel: %1</source>
        <translation>Zmiana lub odwołanie: %1</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Weź ze sobą</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Kod: %1</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Strona internetowa</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>Lub zadzwoń: %1.</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>Lub napisz: %1.</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>Nic jeszcze nie zarezerwowano.</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Cały dzień</translation>
    </message>
    <message numerus="yes">
        <source>day(s) left</source>
        <translation>
            <numerusform>pozostał dzień</numerusform>
            <numerusform>pozostały dni</numerusform>
            <numerusform>pozostało dni</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting time: %1</source>
        <extracomment>In a queue; %1 is such as: 12 min.</extracomment>
        <translation>Czas oczekiwania: %1</translation>
    </message>
    <message>
        <source>People waiting: %1</source>
        <translation>Oczekujących: %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>In how many minutes a bus leaves, as short as on a sign at a stop.</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>A bus that is just leaving.</extracomment>
        <translation>Teraz</translation>
    </message>
    <message>
        <source>Exercise – no danger</source>
        <extracomment>Above a warning that is only practised; nobody is in danger.</extracomment>
        <translation>Ćwiczenia – brak zagrożenia</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>Above a warning to the public.</extracomment>
        <translation>Ostrzeżenie</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A day and the hours on it (13:00–16:00).</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>Weekday, day of the month in digits, month by name.</extracomment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Weekday in short, and the date in digits.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d/M</source>
        <extracomment>A date without its year as a pattern of digits: d or dd is the day, M or MM the month.</extracomment>
        <translation>d.MM</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation>
            <numerusform>Około %n minuty</numerusform>
            <numerusform>Około %n minut</numerusform>
            <numerusform>Około %n minut</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>Come now, until %1. No booking needed.</source>
        <translation>Przyjdź teraz, do godz. %1. Bez rezerwacji.</translation>
    </message>
    <message>
        <source>Come today %1. No booking needed.</source>
        <extracomment>%1 is hours (13:00–16:00).</extracomment>
        <translation>Przyjdź dziś, %1. Bez rezerwacji.</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Tutaj: %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>A day and a time on it, as inside a sentence.</extracomment>
        <translation>%1 o %2</translation>
    </message>
</context>
<context>
    <name>PrintLine</name>
    <message>
        <source>Printing …</source>
        <translation>Drukowanie …</translation>
    </message>
    <message>
        <source>Take your ticket.</source>
        <translation>Odbierz wydruk.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the QR code, or ask the staff.</source>
        <translation>W drukarce skończył się papier. Zeskanuj kod QR lub zapytaj pracowników.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the QR code, or ask the staff.</source>
        <translation>Pokrywa drukarki jest otwarta. Zeskanuj kod QR lub zapytaj pracowników.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the QR code, or ask the staff.</source>
        <translation>Drukarka jest wyłączona. Zeskanuj kod QR lub zapytaj pracowników.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the QR code, or ask the staff.</source>
        <translation>Drukarka teraz nie działa. Zeskanuj kod QR lub zapytaj pracowników.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>Wydrukuj kartkę</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>Szukaj: wybierz pierwsze litery</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Usuń ostatnią literę</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this to the staff:</source>
        <translation>Lub pokaż to pracownikowi:</translation>
    </message>
    <message>
        <source>Or show this to the staff when we are open:</source>
        <translation>Lub pokaż to pracownikowi, gdy mamy otwarte:</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Kod: %1</translation>
    </message>
</context>
<context>
    <name>TicketButtons</name>
    <message>
        <source>Other ways to book</source>
        <translation>Inne sposoby umówienia się</translation>
    </message>
    <message>
        <source>Show how to book</source>
        <translation>Pokaż, jak się umówić</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Zapisz termin w kalendarzu</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>Zarezerwuj ten termin</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Poproś o termin</translation>
    </message>
    <message>
        <source>Other ways to book</source>
        <translation>Inne sposoby umówienia się</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Zapisz termin w kalendarzu</translation>
    </message>
</context>
<context>
    <name>TicketParts</name>
    <message>
        <source>This does not book it.</source>
        <translation>To nie jest rezerwacja.</translation>
    </message>
    <message>
        <source>Scan the QR code to save the time in your calendar.</source>
        <translation>Zeskanuj kod QR, aby zapisać termin w swoim kalendarzu.</translation>
    </message>
</context>
<context>
    <name>TopicFactLine</name>
    <message>
        <source>Cost</source>
        <translation>Koszt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Czas</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Weź ze sobą</translation>
    </message>
    <message>
        <source>We help you to</source>
        <translation>Pomożemy Ci</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>What do you want help with?</source>
        <translation>W czym możemy pomóc?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Szukaj</translation>
    </message>
</context>
</TS>
