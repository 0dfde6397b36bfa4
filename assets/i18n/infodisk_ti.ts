<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ti_ET" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>Softer</source>
        <translation>ድምጺ ኣትሕት</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>ድምጺ ወስኽ</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Home</source>
        <translation>መጀመርታ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ተመለስ</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>ሰራሕተኛ</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>ምስ ሰብ ተዘራረብ</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>ስማዕ</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>ዓቐን ጽሑፍ፣ ሕጂ %1 ሚእታዊት</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>ሕብሪ</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>ታሕቲ</translation>
    </message>
    <message>
        <source>Move all buttons down</source>
        <translation>ንኹሎም መልጎማት ናብ ታሕቲ ኣውርዶም</translation>
    </message>
    <message>
        <source>Change language, now %1</source>
        <translation>ቋንቋ ቀይር፣ ሕጂ %1</translation>
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
        <source>No free time is left here. Go back to see others.</source>
        <translation>ኣብዚ ነጻ ግዜ ኣይተረፈን። ካልእ ንምርኣይ ተመለስ።</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>ሓደ እኳ ኣይኮነን</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>ቆጸራ ሓዙ</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>ዝቐደመ</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>ዝደሓረ</translation>
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
        <source>Did you get the help you needed?</source>
        <translation>ዘድልየኩም ሓገዝ ረኺብኩም ዶ?</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>መን ከም ዝመለሰ ዋላ ሓደ ኣይርእን።</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>We help you to</source>
        <translation>ኣብዚ ንሕግዘኩም</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>ምሳኹም ኣምጽኡ</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>ዋጋ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>ግዜ</translation>
    </message>
    <message>
        <source>See when you can come</source>
        <translation>መዓስ ክትመጹ ከም እትኽእሉ ርኣዩ</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>ክሳብ ሕጂ ኣለኹም ዶ?</translation>
    </message>
    <message numerus="yes">
        <source>What you chose is cleared in %n second(s).</source>
        <translation>
            <numerusform>ዝመረጽኩምዎ ድሕሪ %n ካልኢት ክድምሰስ እዩ።</numerusform>
            <numerusform>ዝመረጽኩምዎ ድሕሪ %n ካልኢታት ክድምሰስ እዩ።</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>እወ፣ ቀጽል</translation>
    </message>
    <message>
        <source>No, I am done</source>
        <translation>ኣይፋል፣ ወዲአ</translation>
    </message>
</context>
<context>
    <name>OfficeCard</name>
    <message>
        <source>Here: %1</source>
        <translation>ኣብዚ፦ %1</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>ካልእ ግዜ</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>ቆጸራ ሓዙ</translation>
    </message>
    <message>
        <source>Another time at %1</source>
        <translation>ካልእ ግዜ ኣብ %1</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Let the slides go on</source>
        <translation>ይቀጽል</translation>
    </message>
    <message>
        <source>Stop the slides</source>
        <translation>ኣቁም</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Talk to a person</source>
        <translation>ምስ ሰብ ተዘራረብ</translation>
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
        <translation>ሎሚ በዓል እዩ፡ ዕጹው። %1 ሰዓት %2 ይኽፈት</translation>
    </message>
    <message>
        <source>Open today only until %1</source>
        <translation>ሎሚ ክሳብ %1 ጥራይ ክፉት</translation>
    </message>
    <message>
        <source>Staff at the desk here until %1</source>
        <translation>ሰራሕተኛታት ክሳብ %1 ኣብዚ ኣለዉ</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>ዕጹው</translation>
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
        <source>Free times are unknown since %1. Ask the desk or call.</source>
        <translation>ነጻ ግዜታት ካብ %1 ጀሚሩ ኣይፍለጥን። ኣብ ጣውላ ሕተቱ ወይ ደውሉ።</translation>
    </message>
    <message>
        <source>Free times are not known now. Ask the desk or call.</source>
        <translation>ነጻ ግዜታት ሕጂ ኣይፍለጥን። ኣብ ጣውላ ሕተቱ ወይ ደውሉ።</translation>
    </message>
    <message>
        <source>Not known since %1</source>
        <translation>ካብ %1 ኣትሒዙ ኣይፍለጥን</translation>
    </message>
    <message>
        <source>Not known now</source>
        <translation>ሕጂ ኣይፍለጥን</translation>
    </message>
    <message>
        <source>No free times in the coming weeks. Ask the desk or call.</source>
        <translation>ኣብ ዝመጽእ ሰሙናት ነጻ ግዜ የለን። ኣብ ጣውላ ሕተቱ ወይ ደውሉ።</translation>
    </message>
    <message>
        <source>Free times as they were at %1</source>
        <translation>ነጻ ግዜታት ከምቲ ሰዓት %1 ዝነበሮ</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>ብዘይ ቆጸራ ምጹ</translation>
    </message>
    <message>
        <source>Now, until %1</source>
        <translation>ሕጂ፣ ክሳብ %1</translation>
    </message>
    <message>
        <source>Next free time</source>
        <translation>ቀጻሊ ነጻ ግዜ</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>ቋንቋ ምረጹ</translation>
    </message>
    <message>
        <source>Show this at the desk</source>
        <translation>ነዚ ኣብ ጣውላ ኣርእዩ</translation>
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
        <source>To book a time</source>
        <translation>ቆጸራ ንምሓዝ</translation>
    </message>
    <message>
        <source>Scan the code with your phone to book.</source>
        <translation>ቆጸራ ንምሓዝ ነቲ ኮድ ብተሌፎንኩም ስካን ግበርዎ።</translation>
    </message>
    <message>
        <source>Scan the code with your phone to call and book.</source>
        <translation>ንምድዋልን ቆጸራ ንምሓዝን ነቲ ኮድ ብተሌፎንካ ስካን ግበሮ።</translation>
    </message>
    <message>
        <source>Scan the code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>ኢመይል ንምጽሓፍ ነቲ ኮድ ብተሌፎንካ ስካን ግበሮ። እቲ ጽሑፍ ብሽወደንኛ ድሉው ኣሎ።</translation>
    </message>
    <message>
        <source>Book at the desk. You need no phone.</source>
        <translation>ኣብቲ ጣውላ ቆጸራ ሓዝ። ተሌፎን ኣየድልየካን።</translation>
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
        <source>About %1 minutes</source>
        <translation>%1 ደቓይቕ ኣቢሉ</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 ኪ.ሜ.</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 ሜትሮ</translation>
    </message>
    <message>
        <source>%1 at %2</source>
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
        <source>The printer is out of paper. Scan the code, or ask at the desk.</source>
        <translation>ወረቐት መሕተሚ ተወዲኡ። ነቲ ኮድ ስካን ግበሩ ወይ ኣብ ጣውላ ሕተቱ።</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the code, or ask at the desk.</source>
        <translation>መኽደኒ መሕተሚ ክፉት እዩ። ነቲ ኮድ ስካን ግበሩ ወይ ኣብ ጣውላ ሕተቱ።</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the code, or ask at the desk.</source>
        <translation>መሕተሚ ጠፊኡ ኣሎ። ነቲ ኮድ ስካን ግበሩ ወይ ኣብ ጣውላ ሕተቱ።</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the code, or ask at the desk.</source>
        <translation>መሕተሚ ሕጂ ኣይሰርሕን እዩ። ነቲ ኮድ ስካን ግበሩ ወይ ኣብ ጣውላ ሕተቱ።</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>ትኬት ሕተም</translation>
    </message>
</context>
<context>
    <name>Scroller</name>
    <message>
        <source>Show what is above</source>
        <translation>ነቲ ኣብ ላዕሊ ዘሎ ኣርኢ</translation>
    </message>
    <message>
        <source>Show what is below</source>
        <translation>ነቲ ኣብ ታሕቲ ዘሎ ኣርኢ</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>ድለ፦ ናይ መጀመርታ ፊደላት ምረጹ</translation>
    </message>
    <message>
        <source>Take the last letter away</source>
        <translation>ናይ መወዳእታ ፊደል ደምስስ</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this at the desk:</source>
        <translation>ወይ ነዚ ኣብ ጣውላ ኣርእዩ፦</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>ነዚ ግዜ ቆጸራ ሓዙ</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>ቆጸራ ሓዙ</translation>
    </message>
    <message>
        <source>Scan the code to save the time in your own calendar. That does not book it.</source>
        <translation>ነቲ ግዜ ኣብ ናትካ ዓውደ-ኣዋርሕ ንምዕቃብ ነቲ ኮድ ስካን ግበሮ። እዚ ቆጸራ ኣይሕዝን እዩ።</translation>
    </message>
    <message>
        <source>Show the way to book</source>
        <translation>ከመይ ቆጸራ ከም እትሕዝ ኣርኢ</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>ነቲ ግዜ ኣብ ዓውደ-ኣዋርሕካ ዓቅብ</translation>
    </message>
</context>
<context>
    <name>TimesPage</name>
    <message>
        <source>When do you want to come?</source>
        <translation>መዓስ ክትመጹ ትደልዩ?</translation>
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
        <translation>ድለ</translation>
    </message>
</context>
</TS>
