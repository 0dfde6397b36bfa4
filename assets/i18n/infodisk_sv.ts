<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>Softer</source>
        <translation>Sänk ljudet</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Höj ljudet</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Start over</source>
        <translation>Börja om</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>Ask us</source>
        <translation>Fråga oss</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>Prata med oss</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Lyssna</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Större text</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>Textstorlek, nu %1 procent</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Flytta ner</translation>
    </message>
    <message>
        <source>Move all buttons down</source>
        <translation>Flytta ner alla knappar</translation>
    </message>
    <message>
        <source>Change language, now %1</source>
        <translation>Byt språk, nu %1</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Which day?</source>
        <translation>Vilken dag?</translation>
    </message>
    <message>
        <source>Which time?</source>
        <translation>Vilken tid?</translation>
    </message>
    <message>
        <source>No times are left here. Go back to see others.</source>
        <translation>Det finns inga lediga tider kvar här. Gå tillbaka för att se andra.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Ingen av dem</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Be om en tid</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Very bad</source>
        <translation>Mycket dålig</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Dålig</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>Varken bra eller dålig</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bra</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Mycket bra</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Tack!</translation>
    </message>
    <message>
        <source>How good was the help you got?</source>
        <translation>Hur bra hjälp fick du?</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>Ingen kan se vem som svarade.</translation>
    </message>
</context>
<context>
    <name>FirstTime</name>
    <message>
        <source>Book this time</source>
        <translation>Boka den här tiden</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>Är du kvar?</translation>
    </message>
    <message>
        <source>Starting over</source>
        <translation>Börjar om</translation>
    </message>
    <message numerus="yes">
        <source>Your choices will be cleared in %n second(s).</source>
        <translation>
            <numerusform>Det du har valt tas bort om %n sekund.</numerusform>
            <numerusform>Det du har valt tas bort om %n sekunder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation>Ja, fortsätt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>No, I’m done</source>
        <translation>Nej, jag är klar</translation>
    </message>
    <message>
        <source>Start over now</source>
        <translation>Börja om nu</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Listen: %1</source>
        <translation>Lyssna: %1</translation>
    </message>
</context>
<context>
    <name>LaterTimes</name>
    <message>
        <source>More times</source>
        <translation>Fler tider</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Be om en tid</translation>
    </message>
</context>
<context>
    <name>NextTimesParts</name>
    <message>
        <source>Next available time</source>
        <translation>Nästa lediga tid</translation>
    </message>
    <message>
        <source>Other offices</source>
        <translation>Andra kontor</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Show what is above</source>
        <translation>Visa det som är ovanför</translation>
    </message>
    <message>
        <source>Show what is below</source>
        <translation>Visa det som är nedanför</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Continue the slides</source>
        <translation>Låt bilderna fortsätta</translation>
    </message>
    <message>
        <source>Stop the slides</source>
        <translation>Stoppa bilderna</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Talk to a person</source>
        <translation>Prata med oss</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>i morgon</translation>
    </message>
    <message>
        <source>Open now until %1</source>
        <translation>Öppet nu till kl. %1</translation>
    </message>
    <message>
        <source>Closed. Opens %1 at %2</source>
        <translation>Stängt. Öppnar %1 kl. %2</translation>
    </message>
    <message>
        <source>Closed today. Opens %1 at %2</source>
        <translation>Stängt i dag. Öppnar %1 kl. %2</translation>
    </message>
    <message>
        <source>Closed today, public holiday. Opens %1 at %2</source>
        <translation>Stängt i dag, helgdag. Öppnar %1 kl. %2</translation>
    </message>
    <message>
        <source>Open today only until %1</source>
        <translation>Öppet i dag bara till kl. %1</translation>
    </message>
    <message>
        <source>Staff here until %1</source>
        <translation>Det finns personal i disken till kl. %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Stängt</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>The one word on the sign of an open office.</extracomment>
        <translation>Öppet</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Öppettider</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>Tryck på skärmen för hjälp och tider</translation>
    </message>
    <message>
        <source>Press the help key, and this screen is read to you.</source>
        <extracomment>Said aloud, never shown; the help key is F1 or a key with a question mark.</extracomment>
        <translation>Tryck på hjälptangenten så läses skärmen upp för dig.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now (last known: %1). Ask the staff or call.</source>
        <translation>Vi kan inte visa lediga tider just nu (senaste uppgift: %1). Fråga i disken eller ring.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now. Ask the staff or call.</source>
        <translation>Vi kan inte visa lediga tider just nu. Fråga i disken eller ring.</translation>
    </message>
    <message>
        <source>Not available (last known: %1)</source>
        <translation>Kan inte visas (senaste uppgift: %1)</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>Kan inte visas just nu</translation>
    </message>
    <message>
        <source>No available times in the coming weeks. Ask the staff or call.</source>
        <translation>Inga lediga tider de närmaste veckorna. Fråga i disken eller ring.</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Uppdaterat kl. %1</translation>
    </message>
    <message>
        <source>Last updated: %1</source>
        <extracomment>%1 is a day and a time, not only a time.</extracomment>
        <translation>Senast uppdaterat: %1</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>Kom utan att boka</translation>
    </message>
    <message>
        <source>Next available time</source>
        <translation>Nästa lediga tid</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>Välj språk</translation>
    </message>
    <message>
        <source>Show this to the staff</source>
        <translation>Visa det här i disken</translation>
    </message>
    <message>
        <source>I would like to book %1, %2.</source>
        <translation>Jag vill boka: %1, %2.</translation>
    </message>
    <message>
        <source>I would like to book a time for %1.</source>
        <translation>Jag vill boka en tid för: %1.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Var</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>How to book</source>
        <translation>Så bokar du en tid</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to book.</source>
        <translation>Skanna QR-koden med mobilen för att boka.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to call and book.</source>
        <translation>Skanna QR-koden med mobilen för att ringa och boka.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>Skanna QR-koden med mobilen för att mejla oss. Texten är redan skriven, på svenska.</translation>
    </message>
    <message>
        <source>Book with the staff. You don’t need a phone.</source>
        <translation>Boka i disken. Du behöver ingen telefon.</translation>
    </message>
    <message>
        <source>Confirm on your phone.</source>
        <translation>Bekräfta i mobilen.</translation>
    </message>
    <message>
        <source>Send the e-mail.</source>
        <translation>Skicka mejlet.</translation>
    </message>
    <message>
        <source>Say which time you want.</source>
        <translation>Säg vilken tid du vill ha.</translation>
    </message>
    <message>
        <source>Done when your time is confirmed.</source>
        <translation>Klart när tiden är bekräftad.</translation>
    </message>
    <message>
        <source>To change or cancel: %1</source>
        <translation>Ändra eller avboka: %1</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Ta med dig</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Kod: %1</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webbsida</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>Eller ring %1.</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>Eller skriv till %1.</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>Inget är bokat än.</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Hela dagen</translation>
    </message>
    <message numerus="yes">
        <source>day(s) left</source>
        <translation>
            <numerusform>dag kvar</numerusform>
            <numerusform>dagar kvar</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting time: %1</source>
        <extracomment>In a queue; %1 is such as: 12 min.</extracomment>
        <translation>Väntetid: %1</translation>
    </message>
    <message>
        <source>People waiting: %1</source>
        <translation>Väntar: %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>In how many minutes a bus leaves, as short as on a sign at a stop.</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>A bus that is just leaving.</extracomment>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Exercise – no danger</source>
        <extracomment>Above a warning that is only practised; nobody is in danger.</extracomment>
        <translation>Övning – ingen fara</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>Above a warning to the public.</extracomment>
        <translation>Varning</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A day and the hours on it (13:00–16:00).</extracomment>
        <translation>%1 kl. %2</translation>
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
        <translation>d/M</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation>
            <numerusform>Ungefär %n minut</numerusform>
            <numerusform>Ungefär %n minuter</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>Come now, until %1. No booking needed.</source>
        <translation>Kom nu, till kl. %1. Du behöver inte boka.</translation>
    </message>
    <message>
        <source>Come today %1. No booking needed.</source>
        <extracomment>%1 is hours (13:00–16:00).</extracomment>
        <translation>Kom i dag kl. %1. Du behöver inte boka.</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Här: %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>A day and a time on it, as inside a sentence.</extracomment>
        <translation>%1 kl. %2</translation>
    </message>
</context>
<context>
    <name>PrintLine</name>
    <message>
        <source>Printing …</source>
        <translation>Skriver ut …</translation>
    </message>
    <message>
        <source>Take your ticket.</source>
        <translation>Ta din lapp.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the QR code, or ask the staff.</source>
        <translation>Papperet är slut i skrivaren. Skanna QR-koden eller fråga i disken.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the QR code, or ask the staff.</source>
        <translation>Skrivarens lucka är öppen. Skanna QR-koden eller fråga i disken.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the QR code, or ask the staff.</source>
        <translation>Skrivaren är avstängd. Skanna QR-koden eller fråga i disken.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the QR code, or ask the staff.</source>
        <translation>Skrivaren fungerar inte just nu. Skanna QR-koden eller fråga i disken.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>Skriv ut en lapp</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>Sök: välj de första bokstäverna</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Ta bort den sista bokstaven</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this to the staff:</source>
        <translation>Eller visa det här i disken:</translation>
    </message>
    <message>
        <source>Or show this to the staff when we are open:</source>
        <translation>Eller visa det här för personalen när vi har öppet:</translation>
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
        <translation>Andra sätt att boka</translation>
    </message>
    <message>
        <source>Show how to book</source>
        <translation>Visa hur du bokar</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Spara tiden i din kalender</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>Boka den här tiden</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Be om en tid</translation>
    </message>
    <message>
        <source>Other ways to book</source>
        <translation>Andra sätt att boka</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Spara tiden i din kalender</translation>
    </message>
</context>
<context>
    <name>TicketParts</name>
    <message>
        <source>This does not book it.</source>
        <translation>Tiden blir inte bokad.</translation>
    </message>
    <message>
        <source>Scan the QR code to save the time in your calendar.</source>
        <translation>Skanna QR-koden för att spara tiden i din kalender.</translation>
    </message>
</context>
<context>
    <name>TopicFactLine</name>
    <message>
        <source>Cost</source>
        <translation>Kostnad</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Ta med dig</translation>
    </message>
    <message>
        <source>We help you to</source>
        <translation>Vi hjälper dig att</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>What do you want help with?</source>
        <translation>Vad vill du ha hjälp med?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Sök</translation>
    </message>
</context>
</TS>
