<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ti_ET" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>Softer</source>
        <translation>ድምጺ ምትሓት</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>ድምጺ ምውሳኽ</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Start over</source>
        <translation>ከም ብሓድሽ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ምምላስ</translation>
    </message>
    <message>
        <source>Ask us</source>
        <translation>ሕተቱና</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>ምስ ሰራሕተኛ ምዝርራብ</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>ምስማዕ</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>ዓቢ ጽሑፍ</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>ዓቐን ጽሑፍ፣ ሕጂ %1 ሚእታዊት</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>ንጹር ሕብሪ</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>ናብ ታሕቲ</translation>
    </message>
    <message>
        <source>Move all buttons down</source>
        <translation>ንኹሎም መልጎማት ናብ ታሕቲ ኣውርዶም</translation>
    </message>
    <message>
        <source>Change language, now %1</source>
        <translation>ቋንቋ ምቕያር፣ ሕጂ %1</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Which day?</source>
        <translation>ኣየናይ መዓልቲ?</translation>
    </message>
    <message>
        <source>Which time?</source>
        <translation>ኣየናይ ሰዓት?</translation>
    </message>
    <message>
        <source>No times are left here. Go back to see others.</source>
        <translation>ኣብዚ ክፉት ቆጸራ ኣይተረፈን። ካልእ ንምርኣይ ተመለሱ።</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>ሓደ እኳ ኣይኮነን</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>ቆጸራ ሕተቱ</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Very bad</source>
        <translation>ኣዝዩ ሕማቕ</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>ሕማቕ</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>ማእከላይ</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>ጽቡቕ</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>ኣዝዩ ጽቡቕ</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>የቐንየልና!</translation>
    </message>
    <message>
        <source>How good was the help you got?</source>
        <translation>እቲ ዝረኸብኩምዎ ሓገዝ ከመይ ነይሩ?</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>መን ከም ዝመለሰ ዋላ ሓደ ኣይርእን።</translation>
    </message>
</context>
<context>
    <name>FirstTime</name>
    <message>
        <source>Book this time</source>
        <translation>ነዚ ቆጸራ ሓዙ</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>ክሳብ ሕጂ ኣለኹም ዶ?</translation>
    </message>
    <message>
        <source>Starting over</source>
        <translation>ከም ብሓድሽ ይጅመር ኣሎ</translation>
    </message>
    <message numerus="yes">
        <source>Your choices will be cleared in %n second(s).</source>
        <translation>
            <numerusform>ዝመረጽኩምዎ ድሕሪ %n ካልኢት ክድምሰስ እዩ።</numerusform>
            <numerusform>ዝመረጽኩምዎ ድሕሪ %n ካልኢታት ክድምሰስ እዩ።</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation>እወ፣ ቀጽሉ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ምስራዝ</translation>
    </message>
    <message>
        <source>No, I’m done</source>
        <translation>ኣይፋል፣ ወዲአ</translation>
    </message>
    <message>
        <source>Start over now</source>
        <translation>ሕጂ ከም ብሓድሽ ጀምሩ</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Listen: %1</source>
        <translation>ምስማዕ: %1</translation>
    </message>
</context>
<context>
    <name>LaterTimes</name>
    <message>
        <source>More times</source>
        <translation>ተወሳኺ ቆጸራታት</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>ቆጸራ ሕተቱ</translation>
    </message>
</context>
<context>
    <name>NextTimesParts</name>
    <message>
        <source>Next available time</source>
        <translation>ቀጻሊ ክፉት ቆጸራ</translation>
    </message>
    <message>
        <source>Other offices</source>
        <translation>ካልኦት ቤት ጽሕፈታት</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Show what is above</source>
        <translation>ነቲ ኣብ ላዕሊ ዘሎ ምርኣይ</translation>
    </message>
    <message>
        <source>Show what is below</source>
        <translation>ነቲ ኣብ ታሕቲ ዘሎ ምርኣይ</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Continue the slides</source>
        <translation>ስእልታት ምቕጻል</translation>
    </message>
    <message>
        <source>Stop the slides</source>
        <translation>ስእልታት ምቛም</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Talk to a person</source>
        <translation>ምስ ሰራሕተኛ ምዝርራብ</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>today</source>
        <translation>ሎሚ</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>ጽባሕ</translation>
    </message>
    <message>
        <source>Open now until %1</source>
        <translation>ሕጂ ክፉት እዩ ክሳብ %1</translation>
    </message>
    <message>
        <source>Closed. Opens %1 at %2</source>
        <translation>ዕጹው እዩ። %1 ሰዓት %2 ይኽፈት</translation>
    </message>
    <message>
        <source>Closed today. Opens %1 at %2</source>
        <translation>ሎሚ ዕጹው እዩ። %1 ሰዓት %2 ይኽፈት</translation>
    </message>
    <message>
        <source>Closed today, public holiday. Opens %1 at %2</source>
        <translation>ሎሚ በዓል እዩ፣ ዕጹው። %1 ሰዓት %2 ይኽፈት</translation>
    </message>
    <message>
        <source>Open today only until %1</source>
        <translation>ሎሚ ክሳብ %1 ጥራይ ክፉት</translation>
    </message>
    <message>
        <source>Staff here until %1</source>
        <translation>ሰራሕተኛታት ክሳብ %1 ኣብዚ ኣለዉ</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>ዕጹው</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>The one word on the sign of an open office.</extracomment>
        <translation>ክፉት</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>ናይ ስራሕ ሰዓታት</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>ንሓገዝን ቆጸራን ነቲ ስክሪን ተንክፍዎ</translation>
    </message>
    <message>
        <source>Press the help key, and this screen is read to you.</source>
        <extracomment>Said aloud, never shown; the help key is F1 or a key with a question mark.</extracomment>
        <translation>ናይ ሓገዝ መጠወቒ ጠውቑ፡ እዚ ስክሪን ከንብበልኩም እዩ።</translation>
    </message>
    <message>
        <source>Available times cannot be shown now (last known: %1). Ask the staff or call.</source>
        <translation>ክፉት ቆጸራታት ሕጂ ከነርኢ ኣይንኽእልን (ናይ መወዳእታ ሓበሬታ፦ %1)። ንሰራሕተኛታት ሕተቱ ወይ ደውሉ።</translation>
    </message>
    <message>
        <source>Available times cannot be shown now. Ask the staff or call.</source>
        <translation>ክፉት ቆጸራታት ሕጂ ከነርኢ ኣይንኽእልን። ንሰራሕተኛታት ሕተቱ ወይ ደውሉ።</translation>
    </message>
    <message>
        <source>Not available (last known: %1)</source>
        <translation>ኣይፍለጥን (ናይ መወዳእታ፦ %1)</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>ሕጂ ኣይፍለጥን</translation>
    </message>
    <message>
        <source>No available times in the coming weeks. Ask the staff or call.</source>
        <translation>ኣብ ዝመጽእ ሰሙናት ክፉት ቆጸራ የለን። ንሰራሕተኛታት ሕተቱ ወይ ደውሉ።</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>ዝተሓደሰ፦ ሰዓት %1</translation>
    </message>
    <message>
        <source>Last updated: %1</source>
        <extracomment>%1 is a day and a time, not only a time.</extracomment>
        <translation>ናይ መወዳእታ ምሕዳስ፦ %1</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>ብዘይ ቆጸራ ምጹ</translation>
    </message>
    <message>
        <source>Next available time</source>
        <translation>ቀጻሊ ክፉት ቆጸራ</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>ቋንቋ ምረጹ</translation>
    </message>
    <message>
        <source>Show this to the staff</source>
        <translation>ነዚ ንሰራሕተኛታት ኣርእዩ</translation>
    </message>
    <message>
        <source>I would like to book %1, %2.</source>
        <translation>ክቕጸር እደሊ፦ %1፣ %2።</translation>
    </message>
    <message>
        <source>I would like to book a time for %1.</source>
        <translation>ን%1 ቆጸራ ክሕዝ እደሊ።</translation>
    </message>
    <message>
        <source>What</source>
        <translation>እንታይ</translation>
    </message>
    <message>
        <source>When</source>
        <translation>መዓስ</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>ኣበይ</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>ተሌፎን</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ኢመይል</translation>
    </message>
    <message>
        <source>How to book</source>
        <translation>ቆጸራ ከመይ ከም ዝተሓዝ</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to book.</source>
        <translation>ቆጸራ ንምሓዝ ነቲ ናይ QR ኮድ ብተሌፎንኩም ስካን ግበርዎ።</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to call and book.</source>
        <translation>ንምድዋልን ቆጸራ ንምሓዝን ነቲ ናይ QR ኮድ ብተሌፎንኩም ስካን ግበርዎ።</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>ኢመይል ንምጽሓፍ ነቲ ናይ QR ኮድ ብተሌፎንኩም ስካን ግበርዎ። እቲ ጽሑፍ ብሽወደንኛ ድሉው ኣሎ።</translation>
    </message>
    <message>
        <source>Book with the staff. You don’t need a phone.</source>
        <translation>ምስ ሰራሕተኛታት ቆጸራ ሓዙ። ተሌፎን ኣየድልየኩምን።</translation>
    </message>
    <message>
        <source>Confirm on your phone.</source>
        <translation>ኣብ ተሌፎንኩም ኣረጋግጹ።</translation>
    </message>
    <message>
        <source>Send the e-mail.</source>
        <translation>እቲ ኢመይል ስደዱ።</translation>
    </message>
    <message>
        <source>Say which time you want.</source>
        <translation>ኣየናይ ቆጸራ ከም እትደልዩ ንገሩ።</translation>
    </message>
    <message>
        <source>Done when your time is confirmed.</source>
        <translation>ቆጸራኹም ምስ ተረጋገጸ ተወዲኡ።</translation>
    </message>
    <message>
        <source>To change or cancel: %1</source>
        <translation>ንምቕያር ወይ ንምስራዝ፦ %1</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>ምሳኹም ኣምጽኡ</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>ኮድ፦ %1</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>መርበብ ሓበሬታ</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>ወይ ናብ %1 ደውሉ።</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>ወይ ናብ %1 ጽሓፉ።</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>ክሳብ ሕጂ ቆጸራ ኣይተታሕዘን።</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>ምሉእ መዓልቲ</translation>
    </message>
    <message numerus="yes">
        <source>day(s) left</source>
        <translation>
            <numerusform>መዓልቲ ተሪፉ</numerusform>
            <numerusform>መዓልታት ተሪፉ</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting time: %1</source>
        <extracomment>In a queue; %1 is such as: 12 min.</extracomment>
        <translation>ግዜ ምጽባይ፦ %1</translation>
    </message>
    <message>
        <source>People waiting: %1</source>
        <translation>ዝጽበዩ ዘለዉ ሰባት፦ %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>In how many minutes a bus leaves, as short as on a sign at a stop.</extracomment>
        <translation>%1 ደቒቕ</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>A bus that is just leaving.</extracomment>
        <translation>ሕጂ</translation>
    </message>
    <message>
        <source>Exercise – no danger</source>
        <extracomment>Above a warning that is only practised; nobody is in danger.</extracomment>
        <translation>ልምምድ – ሓደጋ የለን</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>Above a warning to the public.</extracomment>
        <translation>መጠንቀቕታ</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A day and the hours on it (13:00–16:00).</extracomment>
        <translation>%1፣ %2</translation>
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
            <numerusform>%n ደቒቕ ኣቢሉ</numerusform>
            <numerusform>%n ደቓይቕ ኣቢሉ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 ኪ.ሜ.</translation>
    </message>
    <message>
        <source>Come now, until %1. No booking needed.</source>
        <translation>ሕጂ ንዑ፣ ክሳብ ሰዓት %1። ቆጸራ ኣየድልን።</translation>
    </message>
    <message>
        <source>Come today %1. No booking needed.</source>
        <extracomment>%1 is hours (13:00–16:00).</extracomment>
        <translation>ሎሚ %1 ንዑ። ቆጸራ ኣየድልን።</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>ኣብዚ፦ %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 ሜትሮ</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>A day and a time on it, as inside a sentence.</extracomment>
        <translation>%1 ሰዓት %2</translation>
    </message>
</context>
<context>
    <name>PrintLine</name>
    <message>
        <source>Printing …</source>
        <translation>ይሕተም ኣሎ …</translation>
    </message>
    <message>
        <source>Take your ticket.</source>
        <translation>ትኬትኩም ውሰዱ።</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the QR code, or ask the staff.</source>
        <translation>ወረቐት መሕተሚ ተወዲኡ። ነቲ ናይ QR ኮድ ስካን ግበርዎ ወይ ንሰራሕተኛታት ሕተቱ።</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the QR code, or ask the staff.</source>
        <translation>መኽደኒ መሕተሚ ክፉት እዩ። ነቲ ናይ QR ኮድ ስካን ግበርዎ ወይ ንሰራሕተኛታት ሕተቱ።</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the QR code, or ask the staff.</source>
        <translation>መሕተሚ ጠፊኡ ኣሎ። ነቲ ናይ QR ኮድ ስካን ግበርዎ ወይ ንሰራሕተኛታት ሕተቱ።</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the QR code, or ask the staff.</source>
        <translation>መሕተሚ ሕጂ ኣይሰርሕን እዩ። ነቲ ናይ QR ኮድ ስካን ግበርዎ ወይ ንሰራሕተኛታት ሕተቱ።</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>ትኬት ምሕታም</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>ምድላይ፦ ናይ መጀመርታ ፊደላት ምረጹ</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>ናይ መወዳእታ ፊደል ምድምሳስ</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this to the staff:</source>
        <translation>ወይ ነዚ ንሰራሕተኛታት ኣርእዩ፦</translation>
    </message>
    <message>
        <source>Or show this to the staff when we are open:</source>
        <translation>ወይ ክፉታት ምስ ኮንና ነዚ ንሰራሕተኛታት ኣርእዩ፦</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>ኮድ፦ %1</translation>
    </message>
</context>
<context>
    <name>TicketButtons</name>
    <message>
        <source>Other ways to book</source>
        <translation>ካልእ መንገዲ ቆጸራ ንምሓዝ</translation>
    </message>
    <message>
        <source>Show how to book</source>
        <translation>ቆጸራ ከመይ ከም ዝተሓዝ ምርኣይ</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>ነቲ ቆጸራ ኣብ ዓውደ-ኣዋርሕኩም ምዕቃብ</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>ነዚ ቆጸራ ሓዙ</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>ቆጸራ ሕተቱ</translation>
    </message>
    <message>
        <source>Other ways to book</source>
        <translation>ካልእ መንገዲ ቆጸራ ንምሓዝ</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>ነቲ ቆጸራ ኣብ ዓውደ-ኣዋርሕኩም ምዕቃብ</translation>
    </message>
</context>
<context>
    <name>TicketParts</name>
    <message>
        <source>This does not book it.</source>
        <translation>እዚ ቆጸራ ኣይሕዝን እዩ።</translation>
    </message>
    <message>
        <source>Scan the QR code to save the time in your calendar.</source>
        <translation>ነቲ ቆጸራ ኣብ ዓውደ-ኣዋርሕኩም ንምዕቃብ ነቲ ናይ QR ኮድ ስካን ግበርዎ።</translation>
    </message>
</context>
<context>
    <name>TopicFactLine</name>
    <message>
        <source>Cost</source>
        <translation>ዋጋ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>ግዜ</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>ምሳኹም ኣምጽኡ</translation>
    </message>
    <message>
        <source>We help you to</source>
        <translation>ኣብዚ ንሕግዘኩም</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>What do you want help with?</source>
        <translation>ኣብ ምንታይ ሓገዝ ትደልዩ?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>ምድላይ</translation>
    </message>
</context>
</TS>
