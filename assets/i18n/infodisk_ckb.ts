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
        <source>Home</source>
        <translation>سەرەتا</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>گەڕانەوە</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>کارمەند</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>لەگەڵ کەسێک قسە بکە</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>گوێ بگرە</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>قەبارەی نووسین، ئێستا %1 لە سەد</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>جیاوازی ڕەنگ</translation>
    </message>
    <message>
        <source>Lower</source>
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
        <source>No free time is left here. Go back to see others.</source>
        <translation>لێرە هیچ کاتێکی بەتاڵ نەماوە. بگەڕێوە بۆ بینینی کاتی تر.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>هیچ یەکێکیان</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>کاتێک حجز بکە</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>زووتر</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>دواتر</translation>
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
        <source>Did you get the help you needed?</source>
        <translation>ئەو یارمەتییەی پێویستت بوو وەرتگرت؟</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>کەس ناتوانێت بزانێت کێ وەڵامی داوەتەوە.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>We help you to</source>
        <translation>یارمەتیت دەدەین لە</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>لەگەڵ خۆت بهێنە</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>نرخ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>کات</translation>
    </message>
    <message>
        <source>See when you can come</source>
        <translation>ببینە کەی دەتوانیت بێیت</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>هێشتا لێرەیت؟</translation>
    </message>
    <message numerus="yes">
        <source>What you chose is cleared in %n second(s).</source>
        <translation>
            <numerusform>ئەوەی هەڵتبژاردووە دوای %n چرکە دەسڕێتەوە.</numerusform>
            <numerusform>ئەوەی هەڵتبژاردووە دوای %n چرکە دەسڕێتەوە.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>بەڵێ، بەردەوام بە</translation>
    </message>
    <message>
        <source>No, I am done</source>
        <translation>نەخێر، تەواو بووم</translation>
    </message>
</context>
<context>
    <name>OfficeCard</name>
    <message>
        <source>Here: %1</source>
        <translation>لێرە: %1</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>کاتێکی تر</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>کاتێک حجز بکە</translation>
    </message>
    <message>
        <source>Another time at %1</source>
        <translation>کاتێکی تر لە %1</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Let the slides go on</source>
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
        <translation>لەگەڵ کەسێک قسە بکە</translation>
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
        <source>Staff at the desk here until %1</source>
        <translation>کارمەندان لێرەن تا %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>داخراوە</translation>
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
        <source>Free times are unknown since %1. Ask the desk or call.</source>
        <translation>کاتە بەردەستەکان لە %1 ەوە نادیارن. لە مێزی یارمەتی بپرسە یان تەلەفۆن بکە.</translation>
    </message>
    <message>
        <source>Free times are not known now. Ask the desk or call.</source>
        <translation>کاتە بەردەستەکان ئێستا نادیارن. لە مێزی یارمەتی بپرسە یان تەلەفۆن بکە.</translation>
    </message>
    <message>
        <source>Not known since %1</source>
        <translation>لە %1ەوە نەزانراوە</translation>
    </message>
    <message>
        <source>Not known now</source>
        <translation>ئێستا نەزانراوە</translation>
    </message>
    <message>
        <source>No free times in the coming weeks. Ask the desk or call.</source>
        <translation>لە هەفتەکانی داهاتوودا کاتی بەردەست نییە. لە مێزی یارمەتی بپرسە یان تەلەفۆن بکە.</translation>
    </message>
    <message>
        <source>Free times as they were at %1</source>
        <translation>کاتە بەردەستەکان وەک ئەوەی کاتژمێر %1 هەبوون</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>بەبێ حجزکردن وەرە</translation>
    </message>
    <message>
        <source>Now, until %1</source>
        <translation>ئێستا، تا %1</translation>
    </message>
    <message>
        <source>Next free time</source>
        <translation>کاتی بەردەستی داهاتوو</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>زمان هەڵبژێرە</translation>
    </message>
    <message>
        <source>Show this at the desk</source>
        <translation>ئەمە لە مێزی یارمەتی پیشان بدە</translation>
    </message>
    <message>
        <source>I would like to book %1, %2.</source>
        <translation>دەمەوێت حجز بکەم: %1، %2.</translation>
    </message>
    <message>
        <source>I would like to book a time for %1.</source>
        <translation>دەمەوێت کاتێک حجز بکەم بۆ: %1.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>چی</translation>
    </message>
    <message>
        <source>When</source>
        <translation>کەی</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>کوێ</translation>
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
        <source>To book a time</source>
        <translation>بۆ حجزکردنی کات</translation>
    </message>
    <message>
        <source>Scan the code with your phone to book.</source>
        <translation>بۆ حجزکردن کۆدەکە بە مۆبایلەکەت سکان بکە.</translation>
    </message>
    <message>
        <source>Scan the code with your phone to call and book.</source>
        <translation>کۆدەکە بە مۆبایلەکەت سکان بکە بۆ تەلەفۆنکردن و حجزکردن.</translation>
    </message>
    <message>
        <source>Scan the code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>کۆدەکە بە مۆبایلەکەت سکان بکە بۆ نووسینی ئیمەیڵ. دەقەکە ئامادەیە، بە سویدی.</translation>
    </message>
    <message>
        <source>Book at the desk. You need no phone.</source>
        <translation>لە مێزی یارمەتی حجز بکە. پێویستت بە تەلەفۆن نییە.</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>ماڵپەڕ</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>یان تەلەفۆن بکە بۆ %1.</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>یان بنووسە بۆ %1.</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>هێشتا هیچ حجز نەکراوە.</translation>
    </message>
    <message>
        <source>About %1 minutes</source>
        <translation>نزیکەی %1 خولەک</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 کم</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 م</translation>
    </message>
    <message>
        <source>%1 at %2</source>
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
        <translation>بلیتەکەت وەربگرە.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the code, or ask at the desk.</source>
        <translation>کاغەزی چاپکەرەکە تەواو بووە. کۆدەکە سکان بکە یان لە مێزی یارمەتی بپرسە.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the code, or ask at the desk.</source>
        <translation>سەرپۆشی چاپکەرەکە کراوەیە. کۆدەکە سکان بکە یان لە مێزی یارمەتی بپرسە.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the code, or ask at the desk.</source>
        <translation>چاپکەرەکە کوژاوەتەوە. کۆدەکە سکان بکە یان لە مێزی یارمەتی بپرسە.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the code, or ask at the desk.</source>
        <translation>چاپکەرەکە ئێستا کار ناکات. کۆدەکە سکان بکە یان لە مێزی یارمەتی بپرسە.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>بلیتێک چاپ بکە</translation>
    </message>
</context>
<context>
    <name>Scroller</name>
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
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>گەڕان: پیتە سەرەتاییەکان هەڵبژێرە</translation>
    </message>
    <message>
        <source>Take the last letter away</source>
        <translation>دوا پیت بسڕەوە</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this at the desk:</source>
        <translation>یان ئەمە لە مێزی یارمەتی پیشان بدە:</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>ئەم کاتە حجز بکە</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>کاتێک حجز بکە</translation>
    </message>
    <message>
        <source>Scan the code to save the time in your own calendar. That does not book it.</source>
        <translation>کۆدەکە سکان بکە بۆ هەڵگرتنی کاتەکە لە ڕۆژژمێری خۆتدا. ئەمە حجزی ناکات.</translation>
    </message>
    <message>
        <source>Show the way to book</source>
        <translation>چۆنیەتی حجزکردن پیشان بدە</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>کاتەکە لە ڕۆژژمێرەکەتدا هەڵبگرە</translation>
    </message>
</context>
<context>
    <name>TimesPage</name>
    <message>
        <source>When do you want to come?</source>
        <translation>کەی دەتەوێت بێیت؟</translation>
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
