<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ku_IQ" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>Softer</source>
        <translation>نزمتر</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>بەرزتر</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Start over</source>
        <translation>دەستپێکردنەوە</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>گەڕانەوە</translation>
    </message>
    <message>
        <source>Ask us</source>
        <translation>لێمان بپرسە</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>لەگەڵ کارمەندێک قسە بکە</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>گوێ بگرە</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>دەقی گەورە</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>قەبارەی نووسین، ئێستا %1 لە سەد</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>ڕەنگی ڕوونتر</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>خوارتر</translation>
    </message>
    <message>
        <source>Move all buttons down</source>
        <translation>هەموو دوگمەکان ببە خوارەوە</translation>
    </message>
    <message>
        <source>Change language, now %1</source>
        <translation>زمان بگۆڕە، ئێستا %1</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Which day?</source>
        <translation>کام ڕۆژ؟</translation>
    </message>
    <message>
        <source>Which time?</source>
        <translation>کام کات؟</translation>
    </message>
    <message>
        <source>No times are left here. Go back to see others.</source>
        <translation>لێرە هیچ کاتێکی بەردەست نەماوە. «گەڕانەوە» دابگرە بۆ بینینی کاتی تر.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>هیچ کامیان</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>داوای کات بکە</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Very bad</source>
        <translation>زۆر خراپ</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>خراپ</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>مامناوەند</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>باش</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>زۆر باش</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>سوپاس!</translation>
    </message>
    <message>
        <source>How good was the help you got?</source>
        <translation>ئەو یارمەتییەی وەرتگرت چۆن بوو؟</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>کەس ناتوانێت بزانێت کێ وەڵامی داوەتەوە.</translation>
    </message>
</context>
<context>
    <name>FirstTime</name>
    <message>
        <source>Book this time</source>
        <translation>ئەم کاتە وەربگرە</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>هێشتا لێرەیت؟</translation>
    </message>
    <message>
        <source>Starting over</source>
        <translation>لە سەرەتاوە دەست پێ دەکاتەوە</translation>
    </message>
    <message numerus="yes">
        <source>Your choices will be cleared in %n second(s).</source>
        <translation>
            <numerusform>ئەوەی هەڵتبژاردووە دوای %n چرکە دەسڕێتەوە.</numerusform>
            <numerusform>ئەوەی هەڵتبژاردووە دوای %n چرکە دەسڕێتەوە.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation>بەڵێ، بەردەوام بە</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>گەڕاندنەوە</translation>
    </message>
    <message>
        <source>No, I’m done</source>
        <translation>نەخێر، تەواو بووم</translation>
    </message>
    <message>
        <source>Start over now</source>
        <translation>ئێستا دەست پێ بکەوە</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Listen: %1</source>
        <translation>گوێ بگرە: %1</translation>
    </message>
</context>
<context>
    <name>LaterTimes</name>
    <message>
        <source>More times</source>
        <translation>کاتی زیاتر</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>داوای کات بکە</translation>
    </message>
</context>
<context>
    <name>NextTimesParts</name>
    <message>
        <source>Next available time</source>
        <translation>کاتی بەردەستی داهاتوو</translation>
    </message>
    <message>
        <source>Other offices</source>
        <translation>نووسینگەکانی تر</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Show what is above</source>
        <translation>ئەوەی سەرەوە پیشان بدە</translation>
    </message>
    <message>
        <source>Show what is below</source>
        <translation>ئەوەی خوارەوە پیشان بدە</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Continue the slides</source>
        <translation>با پیشاندانەکە بەردەوام بێت</translation>
    </message>
    <message>
        <source>Stop the slides</source>
        <translation>پیشاندانەکە بوەستێنە</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Talk to a person</source>
        <translation>لەگەڵ کارمەندێک قسە بکە</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>today</source>
        <translation>ئەمڕۆ</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>سبەی</translation>
    </message>
    <message>
        <source>Open now until %1</source>
        <translation>ئێستا کراوەیە تا %1</translation>
    </message>
    <message>
        <source>Closed. Opens %1 at %2</source>
        <translation>داخراوە. %1 کاتژمێر %2 دەکرێتەوە</translation>
    </message>
    <message>
        <source>Closed today. Opens %1 at %2</source>
        <translation>ئەمڕۆ داخراوە. %1 کاتژمێر %2 دەکرێتەوە</translation>
    </message>
    <message>
        <source>Closed today, public holiday. Opens %1 at %2</source>
        <translation>ئەمڕۆ پشووی فەرمییە، داخراوە. %1 کاتژمێر %2 دەکرێتەوە</translation>
    </message>
    <message>
        <source>Open today only until %1</source>
        <translation>ئەمڕۆ تەنها تا %1 کراوەیە</translation>
    </message>
    <message>
        <source>Staff here until %1</source>
        <translation>کارمەندان لێرەن تا %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>داخراوە</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>The one word on the sign of an open office.</extracomment>
        <translation>کراوە</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>کاتی کردنەوە</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>بۆ یارمەتی و کات، دەست لە شاشەکە بدە</translation>
    </message>
    <message>
        <source>Press the help key, and this screen is read to you.</source>
        <extracomment>Said aloud, never shown; the help key is F1 or a key with a question mark.</extracomment>
        <translation>دوگمەی یارمەتی دابگرە، شاشەکەت بۆ دەخوێنرێتەوە.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now (last known: %1). Ask the staff or call.</source>
        <translation>ئێستا ناتوانین کاتە بەردەستەکان پیشان بدەین (دوایین زانیاری: %1). لە کارمەندەکان بپرسە یان تەلەفۆن بکە.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now. Ask the staff or call.</source>
        <translation>ئێستا ناتوانین کاتە بەردەستەکان پیشان بدەین. لە کارمەندەکان بپرسە یان تەلەفۆن بکە.</translation>
    </message>
    <message>
        <source>Not available (last known: %1)</source>
        <translation>نازانرێت (دوایین: %1)</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>ئێستا نازانرێت</translation>
    </message>
    <message>
        <source>No available times in the coming weeks. Ask the staff or call.</source>
        <translation>لە هەفتەکانی داهاتوودا کاتی بەردەست نییە. لە کارمەندەکان بپرسە یان تەلەفۆن بکە.</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>نوێکراوەتەوە: کاتژمێر %1</translation>
    </message>
    <message>
        <source>Last updated: %1</source>
        <extracomment>%1 is a day and a time, not only a time.</extracomment>
        <translation>دوایین نوێکردنەوە: %1</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>بێ کات وەرگرتن وەرە</translation>
    </message>
    <message>
        <source>Next available time</source>
        <translation>کاتی بەردەستی داهاتوو</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>زمان هەڵبژێرە</translation>
    </message>
    <message>
        <source>Show this to the staff</source>
        <translation>ئەمە پیشانی کارمەندەکە بدە</translation>
    </message>
    <message>
        <source>I would like to book %1, %2.</source>
        <translation>دەمەوێت کات وەربگرم: %1، %2.</translation>
    </message>
    <message>
        <source>I would like to book a time for %1.</source>
        <translation>دەمەوێت کاتێک وەربگرم بۆ: %1.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>بابەت</translation>
    </message>
    <message>
        <source>When</source>
        <translation>کات</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>شوێن</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>تەلەفۆن</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ئیمەیل</translation>
    </message>
    <message>
        <source>How to book</source>
        <translation>چۆن کات وەربگریت</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to book.</source>
        <translation>بۆ کات وەرگرتن کۆدی QR بە مۆبایلەکەت سکان بکە.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to call and book.</source>
        <translation>کۆدی QR بە مۆبایلەکەت سکان بکە بۆ تەلەفۆنکردن و کات وەرگرتن.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>کۆدی QR بە مۆبایلەکەت سکان بکە بۆ نووسینی ئیمەیل. دەقەکە ئامادەیە، بە سویدی.</translation>
    </message>
    <message>
        <source>Book with the staff. You don’t need a phone.</source>
        <translation>لای کارمەندەکان کات وەربگرە. پێویستت بە تەلەفۆن نییە.</translation>
    </message>
    <message>
        <source>Confirm on your phone.</source>
        <translation>لە مۆبایلەکەت پشتڕاستی بکەوە.</translation>
    </message>
    <message>
        <source>Send the e-mail.</source>
        <translation>ئیمەیلەکە بنێرە.</translation>
    </message>
    <message>
        <source>Say which time you want.</source>
        <translation>بڵێ کام کاتت دەوێت.</translation>
    </message>
    <message>
        <source>Done when your time is confirmed.</source>
        <translation>تەواو، کاتێک کاتەکەت پشتڕاست کرایەوە.</translation>
    </message>
    <message>
        <source>To change or cancel: %1</source>
        <translation>بۆ گۆڕین یان هەڵوەشاندنەوە: %1</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>لەگەڵ خۆت بهێنە</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>کۆد: %1</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>ماڵپەڕ</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>یان تەلەفۆن بکە بۆ: %1</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>یان بنووسە بۆ: %1</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>هێشتا هیچ کاتێک وەرنەگیراوە.</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>هەموو ڕۆژەکە</translation>
    </message>
    <message numerus="yes">
        <source>day(s) left</source>
        <translation>
            <numerusform>ڕۆژ ماوە</numerusform>
            <numerusform>ڕۆژ ماوە</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting time: %1</source>
        <extracomment>In a queue; %1 is such as: 12 min.</extracomment>
        <translation>کاتی چاوەڕوانی: %1</translation>
    </message>
    <message>
        <source>People waiting: %1</source>
        <translation>چاوەڕوانن: %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>In how many minutes a bus leaves, as short as on a sign at a stop.</extracomment>
        <translation>%1 خولەک</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>A bus that is just leaving.</extracomment>
        <translation>ئێستا</translation>
    </message>
    <message>
        <source>Exercise – no danger</source>
        <extracomment>Above a warning that is only practised; nobody is in danger.</extracomment>
        <translation>مەشق – هیچ مەترسییەک نییە</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>Above a warning to the public.</extracomment>
        <translation>ئاگاداری</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A day and the hours on it (13:00–16:00).</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>Weekday, day of the month in digits, month by name.</extracomment>
        <translation>%1 %2ی %3</translation>
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
            <numerusform>نزیکەی %n خولەک</numerusform>
            <numerusform>نزیکەی %n خولەک</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 کیلۆمەتر</translation>
    </message>
    <message>
        <source>Come now, until %1. No booking needed.</source>
        <translation>ئێستا وەرە، تا کاتژمێر %1. پێویست بە کات وەرگرتن ناکات.</translation>
    </message>
    <message>
        <source>Come today %1. No booking needed.</source>
        <extracomment>%1 is hours (13:00–16:00).</extracomment>
        <translation>ئەمڕۆ %1 وەرە. پێویست بە کات وەرگرتن ناکات.</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>لێرە: %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 مەتر</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>A day and a time on it, as inside a sentence.</extracomment>
        <translation>%1 کاتژمێر %2</translation>
    </message>
</context>
<context>
    <name>PrintLine</name>
    <message>
        <source>Printing …</source>
        <translation>چاپ دەکرێت …</translation>
    </message>
    <message>
        <source>Take your ticket.</source>
        <translation>کاغەزەکەت ببە.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the QR code, or ask the staff.</source>
        <translation>کاغەزی چاپکەرەکە تەواو بووە. کۆدی QR سکان بکە یان لە کارمەندەکان بپرسە.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the QR code, or ask the staff.</source>
        <translation>سەرپۆشی چاپکەرەکە کراوەیە. کۆدی QR سکان بکە یان لە کارمەندەکان بپرسە.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the QR code, or ask the staff.</source>
        <translation>چاپکەرەکە کوژاوەتەوە. کۆدی QR سکان بکە یان لە کارمەندەکان بپرسە.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the QR code, or ask the staff.</source>
        <translation>چاپکەرەکە ئێستا کار ناکات. کۆدی QR سکان بکە یان لە کارمەندەکان بپرسە.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>لەسەر کاغەز چاپی بکە</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>گەڕان: پیتە سەرەتاییەکان هەڵبژێرە</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>دوا پیت بسڕەوە</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this to the staff:</source>
        <translation>یان ئەمە پیشانی کارمەندەکە بدە:</translation>
    </message>
    <message>
        <source>Or show this to the staff when we are open:</source>
        <translation>یان کاتێک کراوەین ئەمە پیشانی کارمەندەکە بدە:</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>کۆد: %1</translation>
    </message>
</context>
<context>
    <name>TicketButtons</name>
    <message>
        <source>Other ways to book</source>
        <translation>ڕێگاکانی تر بۆ کات وەرگرتن</translation>
    </message>
    <message>
        <source>Show how to book</source>
        <translation>چۆنیەتی کات وەرگرتن پیشان بدە</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>کاتەکە لە ڕۆژژمێرەکەتدا هەڵبگرە</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>ئەم کاتە وەربگرە</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>داوای کات بکە</translation>
    </message>
    <message>
        <source>Other ways to book</source>
        <translation>ڕێگاکانی تر بۆ کات وەرگرتن</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>کاتەکە لە ڕۆژژمێرەکەتدا هەڵبگرە</translation>
    </message>
</context>
<context>
    <name>TicketParts</name>
    <message>
        <source>This does not book it.</source>
        <translation>بەمە کات وەرناگیرێت.</translation>
    </message>
    <message>
        <source>Scan the QR code to save the time in your calendar.</source>
        <translation>کۆدی QR سکان بکە بۆ هەڵگرتنی کاتەکە لە ڕۆژژمێری خۆتدا.</translation>
    </message>
</context>
<context>
    <name>TopicFactLine</name>
    <message>
        <source>Cost</source>
        <translation>نرخ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>ماوە</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>لەگەڵ خۆت بهێنە</translation>
    </message>
    <message>
        <source>We help you to</source>
        <translation>یارمەتیت دەدەین لە</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>What do you want help with?</source>
        <translation>لە چیدا یارمەتیت دەوێت؟</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>گەڕان</translation>
    </message>
</context>
</TS>
