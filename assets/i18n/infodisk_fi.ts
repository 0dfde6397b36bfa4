<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>Softer</source>
        <translation>Hiljempaa</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Kovempaa</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Start over</source>
        <translation>Alkuun</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>Ask us</source>
        <translation>Kysy meiltä</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>Juttele henkilökunnan kanssa</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Kuuntele</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Suurenna</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>Tekstin koko, nyt %1 prosenttia</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrasti</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Siirrä alas</translation>
    </message>
    <message>
        <source>Move all buttons down</source>
        <translation>Siirrä kaikki painikkeet alas</translation>
    </message>
    <message>
        <source>Change language, now %1</source>
        <translation>Vaihda kieli, nyt %1</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Which day?</source>
        <translation>Mikä päivä?</translation>
    </message>
    <message>
        <source>Which time?</source>
        <translation>Mikä aika?</translation>
    </message>
    <message>
        <source>No times are left here. Go back to see others.</source>
        <translation>Täällä ei ole enää vapaita aikoja. Palaa takaisin nähdäksesi muita.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Ei mikään näistä</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Pyydä aikaa</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Very bad</source>
        <translation>Erittäin huonosti</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Huonosti</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>Siltä väliltä</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Hyvin</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Erittäin hyvin</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Kiitos!</translation>
    </message>
    <message>
        <source>How good was the help you got?</source>
        <translation>Miten hyvin autoimme sinua?</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>Kukaan ei näe, kuka vastasi.</translation>
    </message>
</context>
<context>
    <name>FirstTime</name>
    <message>
        <source>Book this time</source>
        <translation>Varaa tämä aika</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>Oletko vielä siinä?</translation>
    </message>
    <message>
        <source>Starting over</source>
        <translation>Aloitetaan alusta</translation>
    </message>
    <message numerus="yes">
        <source>Your choices will be cleared in %n second(s).</source>
        <translation>
            <numerusform>Valintasi poistetaan %n sekunnin kuluttua.</numerusform>
            <numerusform>Valintasi poistetaan %n sekunnin kuluttua.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation>Kyllä, jatka</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Kumoa</translation>
    </message>
    <message>
        <source>No, I’m done</source>
        <translation>En, olen valmis</translation>
    </message>
    <message>
        <source>Start over now</source>
        <translation>Aloita alusta nyt</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Listen: %1</source>
        <translation>Kuuntele: %1</translation>
    </message>
</context>
<context>
    <name>LaterTimes</name>
    <message>
        <source>More times</source>
        <translation>Lisää aikoja</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Pyydä aikaa</translation>
    </message>
</context>
<context>
    <name>NextTimesParts</name>
    <message>
        <source>Next available time</source>
        <translation>Seuraava vapaa aika</translation>
    </message>
    <message>
        <source>Other offices</source>
        <translation>Muut toimipisteet</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Show what is above</source>
        <translation>Näytä ylempi osa</translation>
    </message>
    <message>
        <source>Show what is below</source>
        <translation>Näytä alempi osa</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Continue the slides</source>
        <translation>Jatka esitystä</translation>
    </message>
    <message>
        <source>Stop the slides</source>
        <translation>Pysäytä esitys</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Talk to a person</source>
        <translation>Juttele henkilökunnan kanssa</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>today</source>
        <translation>tänään</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>huomenna</translation>
    </message>
    <message>
        <source>Open now until %1</source>
        <translation>Avoinna nyt klo %1 asti</translation>
    </message>
    <message>
        <source>Closed. Opens %1 at %2</source>
        <translation>Suljettu. Aukeaa %1 klo %2</translation>
    </message>
    <message>
        <source>Closed today. Opens %1 at %2</source>
        <translation>Tänään suljettu. Aukeaa %1 klo %2</translation>
    </message>
    <message>
        <source>Closed today, public holiday. Opens %1 at %2</source>
        <translation>Tänään suljettu, pyhäpäivä. Aukeaa %1 klo %2</translation>
    </message>
    <message>
        <source>Open today only until %1</source>
        <translation>Tänään avoinna vain klo %1 asti</translation>
    </message>
    <message>
        <source>Staff here until %1</source>
        <translation>Henkilökuntaa paikalla klo %1 asti</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Suljettu</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>The one word on the sign of an open office.</extracomment>
        <translation>Avoinna</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Aukioloajat</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>Kosketa näyttöä: apua ja aikoja</translation>
    </message>
    <message>
        <source>Press the help key, and this screen is read to you.</source>
        <extracomment>Said aloud, never shown; the help key is F1 or a key with a question mark.</extracomment>
        <translation>Paina ohjenäppäintä, niin näyttö luetaan sinulle ääneen.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now (last known: %1). Ask the staff or call.</source>
        <translation>Vapaita aikoja ei voi näyttää juuri nyt (viimeisin tieto: %1). Kysy henkilökunnalta tai soita.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now. Ask the staff or call.</source>
        <translation>Vapaita aikoja ei voi näyttää juuri nyt. Kysy henkilökunnalta tai soita.</translation>
    </message>
    <message>
        <source>Not available (last known: %1)</source>
        <translation>Ei tiedossa (viimeksi: %1)</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>Ei tiedossa nyt</translation>
    </message>
    <message>
        <source>No available times in the coming weeks. Ask the staff or call.</source>
        <translation>Lähiviikkoina ei ole vapaita aikoja. Kysy henkilökunnalta tai soita.</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Päivitetty klo %1</translation>
    </message>
    <message>
        <source>Last updated: %1</source>
        <extracomment>%1 is a day and a time, not only a time.</extracomment>
        <translation>Päivitetty viimeksi: %1</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>Tule ilman ajanvarausta</translation>
    </message>
    <message>
        <source>Next available time</source>
        <translation>Seuraava vapaa aika</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>Valitse kieli</translation>
    </message>
    <message>
        <source>Show this to the staff</source>
        <translation>Näytä tämä henkilökunnalle</translation>
    </message>
    <message>
        <source>I would like to book %1, %2.</source>
        <translation>Haluan varata: %1, %2.</translation>
    </message>
    <message>
        <source>I would like to book a time for %1.</source>
        <translation>Haluan varata ajan aiheesta: %1.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Mitä</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Milloin</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Missä</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Puhelin</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Sähköposti</translation>
    </message>
    <message>
        <source>How to book</source>
        <translation>Näin varaat ajan</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to book.</source>
        <translation>Varaa aika skannaamalla QR-koodi puhelimella.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to call and book.</source>
        <translation>Skannaa QR-koodi puhelimella, niin voit soittaa ja varata ajan.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>Skannaa QR-koodi puhelimella ja kirjoita sähköposti. Teksti on jo valmiina ruotsiksi.</translation>
    </message>
    <message>
        <source>Book with the staff. You don’t need a phone.</source>
        <translation>Varaa aika henkilökunnalta. Et tarvitse puhelinta.</translation>
    </message>
    <message>
        <source>Confirm on your phone.</source>
        <translation>Vahvista puhelimessa.</translation>
    </message>
    <message>
        <source>Send the e-mail.</source>
        <translation>Lähetä sähköposti.</translation>
    </message>
    <message>
        <source>Say which time you want.</source>
        <translation>Kerro, minkä ajan haluat.</translation>
    </message>
    <message>
        <source>Done when your time is confirmed.</source>
        <translation>Valmis, kun aika on vahvistettu.</translation>
    </message>
    <message>
        <source>To change or cancel: %1</source>
        <translation>Muuta tai peru: %1</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Ota mukaan</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Koodi: %1</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Verkkosivu</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>Tai soita numeroon %1.</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>Tai kirjoita osoitteeseen %1.</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>Mitään ei ole vielä varattu.</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Koko päivän</translation>
    </message>
    <message numerus="yes">
        <source>day(s) left</source>
        <translation>
            <numerusform>päivä jäljellä</numerusform>
            <numerusform>päivää jäljellä</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting time: %1</source>
        <extracomment>In a queue; %1 is such as: 12 min.</extracomment>
        <translation>Odotusaika: %1</translation>
    </message>
    <message>
        <source>People waiting: %1</source>
        <translation>Jonossa: %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>In how many minutes a bus leaves, as short as on a sign at a stop.</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>A bus that is just leaving.</extracomment>
        <translation>Nyt</translation>
    </message>
    <message>
        <source>Exercise – no danger</source>
        <extracomment>Above a warning that is only practised; nobody is in danger.</extracomment>
        <translation>Harjoitus – ei vaaraa</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>Above a warning to the public.</extracomment>
        <translation>Varoitus</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A day and the hours on it (13:00–16:00).</extracomment>
        <translation>%1 klo %2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>Weekday, day of the month in digits, month by name.</extracomment>
        <translation>%1 %2. %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Weekday in short, and the date in digits.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d/M</source>
        <extracomment>A date without its year as a pattern of digits: d or dd is the day, M or MM the month.</extracomment>
        <translation>d.M.</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation>
            <numerusform>Noin %n minuutti</numerusform>
            <numerusform>Noin %n minuuttia</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>Come now, until %1. No booking needed.</source>
        <translation>Tule nyt, viimeistään klo %1. Ajanvarausta ei tarvita.</translation>
    </message>
    <message>
        <source>Come today %1. No booking needed.</source>
        <extracomment>%1 is hours (13:00–16:00).</extracomment>
        <translation>Tule tänään klo %1. Ajanvarausta ei tarvita.</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Täällä: %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>A day and a time on it, as inside a sentence.</extracomment>
        <translation>%1 klo %2</translation>
    </message>
</context>
<context>
    <name>PrintLine</name>
    <message>
        <source>Printing …</source>
        <translation>Tulostetaan …</translation>
    </message>
    <message>
        <source>Take your ticket.</source>
        <translation>Ota lappusi.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the QR code, or ask the staff.</source>
        <translation>Tulostimesta on paperi loppu. Skannaa QR-koodi tai kysy henkilökunnalta.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the QR code, or ask the staff.</source>
        <translation>Tulostimen kansi on auki. Skannaa QR-koodi tai kysy henkilökunnalta.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the QR code, or ask the staff.</source>
        <translation>Tulostin on pois päältä. Skannaa QR-koodi tai kysy henkilökunnalta.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the QR code, or ask the staff.</source>
        <translation>Tulostin ei nyt toimi. Skannaa QR-koodi tai kysy henkilökunnalta.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>Tulosta lappu</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>Haku: valitse ensimmäiset kirjaimet</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Poista viimeinen kirjain</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this to the staff:</source>
        <translation>Tai näytä tämä henkilökunnalle:</translation>
    </message>
    <message>
        <source>Or show this to the staff when we are open:</source>
        <translation>Tai näytä tämä henkilökunnalle, kun olemme auki:</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Koodi: %1</translation>
    </message>
</context>
<context>
    <name>TicketButtons</name>
    <message>
        <source>Other ways to book</source>
        <translation>Muut tavat varata</translation>
    </message>
    <message>
        <source>Show how to book</source>
        <translation>Näytä, miten varaat</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Tallenna aika kalenteriisi</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>Varaa tämä aika</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Pyydä aikaa</translation>
    </message>
    <message>
        <source>Other ways to book</source>
        <translation>Muut tavat varata</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Tallenna aika kalenteriisi</translation>
    </message>
</context>
<context>
    <name>TicketParts</name>
    <message>
        <source>This does not book it.</source>
        <translation>Tämä ei varaa aikaa.</translation>
    </message>
    <message>
        <source>Scan the QR code to save the time in your calendar.</source>
        <translation>Skannaa QR-koodi, niin aika tallentuu kalenteriisi.</translation>
    </message>
</context>
<context>
    <name>TopicFactLine</name>
    <message>
        <source>Cost</source>
        <translation>Hinta</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Kesto</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Ota mukaan</translation>
    </message>
    <message>
        <source>We help you to</source>
        <translation>Autamme näissä</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>What do you want help with?</source>
        <translation>Missä haluat apua?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Haku</translation>
    </message>
</context>
</TS>
