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
        <source>Start over</source>
        <translation>Dib u bilow</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Dib u noqo</translation>
    </message>
    <message>
        <source>Ask us</source>
        <translation>Na weydii</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>La hadal shaqaale</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Dhegayso</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Qoraal weyn</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>Cabbirka qoraalka, hadda boqolkiiba %1</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Midabbo cad</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Hoos u dhig</translation>
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
        <translation>Saacaddee?</translation>
    </message>
    <message>
        <source>No times are left here. Go back to see others.</source>
        <translation>Ballan bannaan halkan kuma harin. Dib u noqo si aad kuwo kale u aragto.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Midkoodna ma aha</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Codso ballan</translation>
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
        <source>How good was the help you got?</source>
        <translation>Caawimaadda aad heshay sidee bay ahayd?</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>Cidna ma arki karto qofka jawaabay.</translation>
    </message>
</context>
<context>
    <name>FirstTime</name>
    <message>
        <source>Book this time</source>
        <translation>Qabso ballantan</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>Weli ma joogtaa?</translation>
    </message>
    <message>
        <source>Starting over</source>
        <translation>Dib baa loo bilaabayaa</translation>
    </message>
    <message numerus="yes">
        <source>Your choices will be cleared in %n second(s).</source>
        <translation>
            <numerusform>Waxaad dooratay waxaa la tirtirayaa %n ilbiriqsi kadib.</numerusform>
            <numerusform>Waxaad dooratay waxaa la tirtirayaa %n ilbiriqsi kadib.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation>Haa, sii wad</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ka noqo</translation>
    </message>
    <message>
        <source>No, I’m done</source>
        <translation>Maya, waan dhammeeyay</translation>
    </message>
    <message>
        <source>Start over now</source>
        <translation>Hadda dib u bilow</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Listen: %1</source>
        <translation>Dhegayso: %1</translation>
    </message>
</context>
<context>
    <name>LaterTimes</name>
    <message>
        <source>More times</source>
        <translation>Ballamo kale</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Codso ballan</translation>
    </message>
</context>
<context>
    <name>NextTimesParts</name>
    <message>
        <source>Next available time</source>
        <translation>Ballanta bannaan ee xigta</translation>
    </message>
    <message>
        <source>Other offices</source>
        <translation>Xafiisyo kale</translation>
    </message>
</context>
<context>
    <name>Pager</name>
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
    <name>PauseButton</name>
    <message>
        <source>Continue the slides</source>
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
        <translation>La hadal shaqaale</translation>
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
        <source>Staff here until %1</source>
        <translation>Shaqaale ayaa halkan jooga ilaa %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Waa xiran yahay</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>The one word on the sign of an open office.</extracomment>
        <translation>Furan</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Saacadaha furitaanka</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>Taabo shaashadda: caawimaad iyo ballamo</translation>
    </message>
    <message>
        <source>Press the help key, and this screen is read to you.</source>
        <extracomment>Said aloud, never shown; the help key is F1 or a key with a question mark.</extracomment>
        <translation>Riix furaha caawinta, shaashadda waa laguu akhrinayaa.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now (last known: %1). Ask the staff or call.</source>
        <translation>Ballamaha bannaan hadda ma tusi karno (xogtii ugu dambaysay: %1). Weydii shaqaalaha ama wac.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now. Ask the staff or call.</source>
        <translation>Ballamaha bannaan hadda ma tusi karno. Weydii shaqaalaha ama wac.</translation>
    </message>
    <message>
        <source>Not available (last known: %1)</source>
        <translation>Lama oga (u dambaysay: %1)</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>Hadda lama oga</translation>
    </message>
    <message>
        <source>No available times in the coming weeks. Ask the staff or call.</source>
        <translation>Toddobaadyada soo socda ballan bannaan ma jirto. Weydii shaqaalaha ama wac.</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>La cusboonaysiiyay: %1</translation>
    </message>
    <message>
        <source>Last updated: %1</source>
        <extracomment>%1 is a day and a time, not only a time.</extracomment>
        <translation>Cusboonaysiintii ugu dambaysay: %1</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>Kaalay ballan la&apos;aan</translation>
    </message>
    <message>
        <source>Next available time</source>
        <translation>Ballanta bannaan ee xigta</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>Dooro luqadda</translation>
    </message>
    <message>
        <source>Show this to the staff</source>
        <translation>Tan tus shaqaalaha</translation>
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
        <source>How to book</source>
        <translation>Sida ballan loo qabsado</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to book.</source>
        <translation>Koodhka QR ku sawir telefoonkaaga si aad ballan u qabsato.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to call and book.</source>
        <translation>Koodhka QR ku sawir telefoonkaaga si aad u wacdo oo ballan u qabsato.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>Koodhka QR ku sawir telefoonkaaga si aad iimayl u qorto. Qoraalku waa diyaar, wuxuu ku qoran yahay Af-Iswiidhish.</translation>
    </message>
    <message>
        <source>Book with the staff. You don’t need a phone.</source>
        <translation>Ballan ka qabso shaqaalaha. Telefoon uma baahnid.</translation>
    </message>
    <message>
        <source>Confirm on your phone.</source>
        <translation>Ku xaqiiji telefoonkaaga.</translation>
    </message>
    <message>
        <source>Send the e-mail.</source>
        <translation>Dir iimaylka.</translation>
    </message>
    <message>
        <source>Say which time you want.</source>
        <translation>Sheeg ballanta aad rabto.</translation>
    </message>
    <message>
        <source>Done when your time is confirmed.</source>
        <translation>Way dhammaatay marka ballanta la xaqiijiyo.</translation>
    </message>
    <message>
        <source>To change or cancel: %1</source>
        <translation>Beddel ama jooji: %1</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Soo qaado</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Koodhka: %1</translation>
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
        <source>All day</source>
        <translation>Maalinta oo dhan</translation>
    </message>
    <message numerus="yes">
        <source>day(s) left</source>
        <translation>
            <numerusform>maalin ayaa hartay</numerusform>
            <numerusform>maalmood ayaa haray</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting time: %1</source>
        <extracomment>In a queue; %1 is such as: 12 min.</extracomment>
        <translation>Waqtiga sugitaanka: %1</translation>
    </message>
    <message>
        <source>People waiting: %1</source>
        <translation>Dadka sugaya: %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>In how many minutes a bus leaves, as short as on a sign at a stop.</extracomment>
        <translation>%1 daqiiqo</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>A bus that is just leaving.</extracomment>
        <translation>Hadda</translation>
    </message>
    <message>
        <source>Exercise – no danger</source>
        <extracomment>Above a warning that is only practised; nobody is in danger.</extracomment>
        <translation>Tababar – khatar ma jirto</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>Above a warning to the public.</extracomment>
        <translation>Digniin</translation>
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
        <translation>d/M</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation>
            <numerusform>Qiyaastii %n daqiiqo</numerusform>
            <numerusform>Qiyaastii %n daqiiqo</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>Come now, until %1. No booking needed.</source>
        <translation>Kaalay hadda, ilaa %1. Ballan uma baahnid.</translation>
    </message>
    <message>
        <source>Come today %1. No booking needed.</source>
        <extracomment>%1 is hours (13:00–16:00).</extracomment>
        <translation>Kaalay maanta %1. Ballan uma baahnid.</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Halkan: %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>A day and a time on it, as inside a sentence.</extracomment>
        <translation>%1, %2</translation>
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
        <source>The printer is out of paper. Scan the QR code, or ask the staff.</source>
        <translation>Warqaddii daabacaha way dhammaatay. Sawir koodhka QR ama weydii shaqaalaha.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the QR code, or ask the staff.</source>
        <translation>Daboolka daabacaha waa furan yahay. Sawir koodhka QR ama weydii shaqaalaha.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the QR code, or ask the staff.</source>
        <translation>Daabacuhu waa dansan yahay. Sawir koodhka QR ama weydii shaqaalaha.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the QR code, or ask the staff.</source>
        <translation>Daabacuhu hadda ma shaqaynayo. Sawir koodhka QR ama weydii shaqaalaha.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>Daabac warqad</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>Raadi: dooro xarfaha hore</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Ka saar xarafka ugu dambeeya</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this to the staff:</source>
        <translation>Ama tan tus shaqaalaha:</translation>
    </message>
    <message>
        <source>Or show this to the staff when we are open:</source>
        <translation>Ama tan tus shaqaalaha marka aan furanahay:</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Koodhka: %1</translation>
    </message>
</context>
<context>
    <name>TicketButtons</name>
    <message>
        <source>Other ways to book</source>
        <translation>Siyaabo kale oo loo qabsado</translation>
    </message>
    <message>
        <source>Show how to book</source>
        <translation>Muuji sida loo qabsado</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Ballanta ku kaydi kalandarkaaga</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>Qabso ballantan</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Codso ballan</translation>
    </message>
    <message>
        <source>Other ways to book</source>
        <translation>Siyaabo kale oo loo qabsado</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Ballanta ku kaydi kalandarkaaga</translation>
    </message>
</context>
<context>
    <name>TicketParts</name>
    <message>
        <source>This does not book it.</source>
        <translation>Taasi ballan ma qabanayso.</translation>
    </message>
    <message>
        <source>Scan the QR code to save the time in your calendar.</source>
        <translation>Sawir koodhka QR si aad ballanta ugu kaydsato kalandarkaaga.</translation>
    </message>
</context>
<context>
    <name>TopicFactLine</name>
    <message>
        <source>Cost</source>
        <translation>Kharashka</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waqtiga</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Soo qaado</translation>
    </message>
    <message>
        <source>We help you to</source>
        <translation>Waxaan kaa caawinaynaa</translation>
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
