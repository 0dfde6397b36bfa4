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
        <source>Home</source>
        <translation>Alkuun</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Henkilö</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>Puhu ihmiselle</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Kuuntele</translation>
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
        <source>Lower</source>
        <translation>Alemmas</translation>
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
        <source>No free time is left here. Go back to see others.</source>
        <translation>Täällä ei ole enää vapaita aikoja. Palaa takaisin nähdäksesi muita.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Ei mikään näistä</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>Varaa aika</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Aiemmat</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Myöhemmät</translation>
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
        <source>Did you get the help you needed?</source>
        <translation>Saitko tarvitsemaasi apua?</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>Kukaan ei näe, kuka vastasi.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>We help you to</source>
        <translation>Autamme näissä</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Ota mukaan</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Hinta</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Kesto</translation>
    </message>
    <message>
        <source>See when you can come</source>
        <translation>Katso, milloin voit tulla</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>Oletko vielä siinä?</translation>
    </message>
    <message numerus="yes">
        <source>What you chose is cleared in %n second(s).</source>
        <translation>
            <numerusform>Valintasi poistetaan %n sekunnin kuluttua.</numerusform>
            <numerusform>Valintasi poistetaan %n sekunnin kuluttua.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>Kyllä, jatka</translation>
    </message>
    <message>
        <source>No, I am done</source>
        <translation>En, olen valmis</translation>
    </message>
</context>
<context>
    <name>OfficeCard</name>
    <message>
        <source>Here: %1</source>
        <translation>Täällä: %1</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Muu aika</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>Varaa aika</translation>
    </message>
    <message>
        <source>Another time at %1</source>
        <translation>Muu aika: %1</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Let the slides go on</source>
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
        <translation>Puhu ihmiselle</translation>
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
        <translation>Avoinna nyt %1 asti</translation>
    </message>
    <message>
        <source>Closed. Opens %1 at %2</source>
        <translation>Suljettu. Aukeaa %1 klo %2</translation>
    </message>
    <message>
        <source>Closed today. Opens %1 at %2</source>
        <translation>Tänään suljettu. Avataan %1 klo %2</translation>
    </message>
    <message>
        <source>Closed today, public holiday. Opens %1 at %2</source>
        <translation>Tänään suljettu, pyhäpäivä. Avataan %1 klo %2</translation>
    </message>
    <message>
        <source>Open today only until %1</source>
        <translation>Tänään avoinna vain klo %1 asti</translation>
    </message>
    <message>
        <source>Staff at the desk here until %1</source>
        <translation>Henkilökuntaa paikalla %1 asti</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Suljettu</translation>
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
        <source>Free times are unknown since %1. Ask the desk or call.</source>
        <translation>Vapaat ajat eivät ole tiedossa %1 jälkeen. Kysy tiskiltä tai soita.</translation>
    </message>
    <message>
        <source>Free times are not known now. Ask the desk or call.</source>
        <translation>Vapaat ajat eivät ole nyt tiedossa. Kysy tiskiltä tai soita.</translation>
    </message>
    <message>
        <source>Not known since %1</source>
        <translation>Ei tiedossa %1 jälkeen</translation>
    </message>
    <message>
        <source>Not known now</source>
        <translation>Ei tiedossa nyt</translation>
    </message>
    <message>
        <source>No free times in the coming weeks. Ask the desk or call.</source>
        <translation>Lähiviikkoina ei ole vapaita aikoja. Kysy tiskiltä tai soita.</translation>
    </message>
    <message>
        <source>Free times as they were at %1</source>
        <translation>Vapaat ajat klo %1 tilanteen mukaan</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>Tule ilman ajanvarausta</translation>
    </message>
    <message>
        <source>Now, until %1</source>
        <translation>Nyt, %1 asti</translation>
    </message>
    <message>
        <source>Next free time</source>
        <translation>Seuraava vapaa aika</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>Valitse kieli</translation>
    </message>
    <message>
        <source>Show this at the desk</source>
        <translation>Näytä tämä tiskillä</translation>
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
        <source>To book a time</source>
        <translation>Ajan varaaminen</translation>
    </message>
    <message>
        <source>Scan the code with your phone to book.</source>
        <translation>Varaa skannaamalla koodi puhelimella.</translation>
    </message>
    <message>
        <source>Scan the code with your phone to call and book.</source>
        <translation>Skannaa koodi puhelimella, niin voit soittaa ja varata ajan.</translation>
    </message>
    <message>
        <source>Scan the code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>Skannaa koodi puhelimella ja kirjoita sähköposti. Teksti on jo valmiina ruotsiksi.</translation>
    </message>
    <message>
        <source>Book at the desk. You need no phone.</source>
        <translation>Varaa aika tiskiltä. Et tarvitse puhelinta.</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Verkkosivu</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>Tai soita %1.</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>Tai kirjoita %1.</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>Mitään ei ole vielä varattu.</translation>
    </message>
    <message>
        <source>About %1 minutes</source>
        <translation>Noin %1 minuuttia</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 at %2</source>
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
        <source>The printer is out of paper. Scan the code, or ask at the desk.</source>
        <translation>Tulostimesta on paperi loppu. Skannaa koodi tai kysy tiskiltä.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the code, or ask at the desk.</source>
        <translation>Tulostimen kansi on auki. Skannaa koodi tai kysy tiskiltä.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the code, or ask at the desk.</source>
        <translation>Tulostin on pois päältä. Skannaa koodi tai kysy tiskiltä.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the code, or ask at the desk.</source>
        <translation>Tulostin ei nyt toimi. Skannaa koodi tai kysy tiskiltä.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>Tulosta lappu</translation>
    </message>
</context>
<context>
    <name>Scroller</name>
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
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>Haku: valitse ensimmäiset kirjaimet</translation>
    </message>
    <message>
        <source>Take the last letter away</source>
        <translation>Poista viimeinen kirjain</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this at the desk:</source>
        <translation>Tai näytä tämä tiskillä:</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>Varaa tämä aika</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>Varaa aika</translation>
    </message>
    <message>
        <source>Scan the code to save the time in your own calendar. That does not book it.</source>
        <translation>Skannaa koodi, niin aika tallentuu omaan kalenteriisi. Se ei varaa aikaa.</translation>
    </message>
    <message>
        <source>Show the way to book</source>
        <translation>Näytä, miten varaat</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Tallenna aika kalenteriisi</translation>
    </message>
</context>
<context>
    <name>TimesPage</name>
    <message>
        <source>When do you want to come?</source>
        <translation>Milloin haluat tulla?</translation>
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
