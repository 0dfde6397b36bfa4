<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="so" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>Softer</source>
        <translation>Hoos u dhig codka</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Kor u qaad codka</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Home</source>
        <translation>Bilow</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Dib u noqo</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Shaqaale</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>La hadal qof</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Dhegayso</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>Cabbirka qoraalka, hadda %1 boqolkiiba</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Iftiin</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Hoos</translation>
    </message>
    <message>
        <source>Move all buttons down</source>
        <translation>Dhammaan badhamada hoos u dhaadhici</translation>
    </message>
    <message>
        <source>Change language, now %1</source>
        <translation>Beddel luqadda, hadda %1</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Which day?</source>
        <translation>Maalintee?</translation>
    </message>
    <message>
        <source>Which time?</source>
        <translation>Saacadee?</translation>
    </message>
    <message>
        <source>No free time is left here. Go back to see others.</source>
        <translation>Waqti bannaan halkan kuma harin. Dib u noqo si aad kuwo kale u aragto.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Midna</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>Qabso waqti</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Hore</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Ka dib</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Very bad</source>
        <translation>Aad u xun</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Xun</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>Dhexdhexaad</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Wanaagsan</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Aad u wanaagsan</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Mahadsanid!</translation>
    </message>
    <message>
        <source>Did you get the help you needed?</source>
        <translation>Ma heshay caawimaaddii aad u baahnayd?</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>Cidna ma arki karto qofka jawaabay.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>We help you to</source>
        <translation>Waxaan kaa caawinaynaa</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Soo qaado</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kharashka</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waqtiga</translation>
    </message>
    <message>
        <source>See when you can come</source>
        <translation>Eeg goorta aad iman karto</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>Weli ma joogtaa?</translation>
    </message>
    <message numerus="yes">
        <source>What you chose is cleared in %n second(s).</source>
        <translation>
            <numerusform>Waxaad dooratay waxaa la tirtirayaa %n ilbiriqsi kadib.</numerusform>
            <numerusform>Waxaad dooratay waxaa la tirtirayaa %n ilbiriqsi kadib.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>Haa, sii wad</translation>
    </message>
    <message>
        <source>No, I am done</source>
        <translation>Maya, waan dhammeeyay</translation>
    </message>
</context>
<context>
    <name>OfficeCard</name>
    <message>
        <source>Here: %1</source>
        <translation>Halkan: %1</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Waqti kale</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>Qabso waqti</translation>
    </message>
    <message>
        <source>Another time at %1</source>
        <translation>Waqti kale: %1</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Let the slides go on</source>
        <translation>Sii wad bogagga</translation>
    </message>
    <message>
        <source>Stop the slides</source>
        <translation>Jooji bogagga</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Talk to a person</source>
        <translation>La hadal qof</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>today</source>
        <translation>maanta</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>berri</translation>
    </message>
    <message>
        <source>Open now until %1</source>
        <translation>Hadda waa furan yahay ilaa %1</translation>
    </message>
    <message>
        <source>Closed. Opens %1 at %2</source>
        <translation>Waa xiran yahay. Furmaya %1, %2</translation>
    </message>
    <message>
        <source>Closed today. Opens %1 at %2</source>
        <translation>Maanta waa xiran yahay. Furmaya %1, %2</translation>
    </message>
    <message>
        <source>Closed today, public holiday. Opens %1 at %2</source>
        <translation>Maanta waa fasax, waa xiran yahay. Furmaya %1, %2</translation>
    </message>
    <message>
        <source>Open today only until %1</source>
        <translation>Maanta wuxuu furan yahay ilaa %1 oo keliya</translation>
    </message>
    <message>
        <source>Staff at the desk here until %1</source>
        <translation>Shaqaale ayaa miiska jooga ilaa %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Waa xiran yahay</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Saacadaha furitaanka</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>Taabo shaashadda: caawimaad iyo waqtiyo</translation>
    </message>
    <message>
        <source>Free times are unknown since %1. Ask the desk or call.</source>
        <translation>Waqtiyada bannaan lama oga ilaa %1. Weydii miiska ama wac.</translation>
    </message>
    <message>
        <source>Free times are not known now. Ask the desk or call.</source>
        <translation>Waqtiyada bannaan hadda lama oga. Weydii miiska ama wac.</translation>
    </message>
    <message>
        <source>Not known since %1</source>
        <translation>Lama oga tan iyo %1</translation>
    </message>
    <message>
        <source>Not known now</source>
        <translation>Hadda lama oga</translation>
    </message>
    <message>
        <source>No free times in the coming weeks. Ask the desk or call.</source>
        <translation>Toddobaadyada soo socda waqti bannaan ma jiro. Weydii miiska ama wac.</translation>
    </message>
    <message>
        <source>Free times as they were at %1</source>
        <translation>Waqtiyada bannaan sidii ay ahaayeen saacadda %1</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>Kaalay ballan la&apos;aan</translation>
    </message>
    <message>
        <source>Now, until %1</source>
        <translation>Hadda, ilaa %1</translation>
    </message>
    <message>
        <source>Next free time</source>
        <translation>Waqtiga bannaan ee xiga</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>Dooro luqadda</translation>
    </message>
    <message>
        <source>Show this at the desk</source>
        <translation>Tan ku tus miiska</translation>
    </message>
    <message>
        <source>I would like to book %1, %2.</source>
        <translation>Waxaan rabaa inaan qabsado: %1, %2.</translation>
    </message>
    <message>
        <source>I would like to book a time for %1.</source>
        <translation>Waxaan rabaa inaan ballan u qabsado: %1.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Maxay</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Goorma</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Xaggee</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Iimayl</translation>
    </message>
    <message>
        <source>To book a time</source>
        <translation>Si aad ballan u qabsato</translation>
    </message>
    <message>
        <source>Scan the code with your phone to book.</source>
        <translation>Koodka ku sawir taleefankaaga si aad u ballansato.</translation>
    </message>
    <message>
        <source>Scan the code with your phone to call and book.</source>
        <translation>Telefoonkaaga ku sawir koodhka si aad u wacdo oo ballan u qabsato.</translation>
    </message>
    <message>
        <source>Scan the code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>Telefoonkaaga ku sawir koodhka si aad iimayl u qorto. Qoraalku waa diyaar, Af-Iswiidhish.</translation>
    </message>
    <message>
        <source>Book at the desk. You need no phone.</source>
        <translation>Ka qabso miiska. Telefoon uma baahnid.</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Bogga intarnetka</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>Ama wac %1.</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>Ama u qor %1.</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>Weli waxba lama ballansan.</translation>
    </message>
    <message>
        <source>About %1 minutes</source>
        <translation>Qiyaastii %1 daqiiqo</translation>
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
        <translation>%1 saacadda %2</translation>
    </message>
</context>
<context>
    <name>PrintLine</name>
    <message>
        <source>Printing …</source>
        <translation>Waa la daabacayaa …</translation>
    </message>
    <message>
        <source>Take your ticket.</source>
        <translation>Qaado warqaddaada.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the code, or ask at the desk.</source>
        <translation>Warqaddii daabacaha way dhammaatay. Koodka sawir ama miiska weydii.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the code, or ask at the desk.</source>
        <translation>Daboolka daabacaha waa furan yahay. Koodka sawir ama miiska weydii.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the code, or ask at the desk.</source>
        <translation>Daabacuhu waa dansan yahay. Koodka sawir ama miiska weydii.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the code, or ask at the desk.</source>
        <translation>Daabacuhu hadda ma shaqaynayo. Koodka sawir ama miiska weydii.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>Daabac warqad</translation>
    </message>
</context>
<context>
    <name>Scroller</name>
    <message>
        <source>Show what is above</source>
        <translation>Tus waxa kore</translation>
    </message>
    <message>
        <source>Show what is below</source>
        <translation>Tus waxa hoose</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>Raadi: dooro xarfaha hore</translation>
    </message>
    <message>
        <source>Take the last letter away</source>
        <translation>Ka saar xarafka ugu dambeeya</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this at the desk:</source>
        <translation>Ama tan ku tus miiska:</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>Qabso waqtigan</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>Qabso waqti</translation>
    </message>
    <message>
        <source>Scan the code to save the time in your own calendar. That does not book it.</source>
        <translation>Sawir koodhka si aad waqtiga ugu kaydsato kalandarkaaga. Taasi ballan ma qabanayso.</translation>
    </message>
    <message>
        <source>Show the way to book</source>
        <translation>Muuji sida loo qabsado</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Waqtiga ku kaydi kalandarkaaga</translation>
    </message>
</context>
<context>
    <name>TimesPage</name>
    <message>
        <source>When do you want to come?</source>
        <translation>Goorma ayaad rabtaa inaad timaaddo?</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>What do you want help with?</source>
        <translation>Maxaad rabtaa in lagaa caawiyo?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Raadi</translation>
    </message>
</context>
</TS>
