<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_AF" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>Softer</source>
        <translation>صدای کمتر</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>صدای بیشتر</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Start over</source>
        <translation>شروع دوباره</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Ask us</source>
        <translation>از ما بپرسید</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>با کارمند صحبت کنید</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>بشنوید</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>متن کلان‌تر</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>اندازهٔ متن، حالا %1 فیصد</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>رنگ واضح‌تر</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>پایین‌تر</translation>
    </message>
    <message>
        <source>Move all buttons down</source>
        <translation>همهٔ دکمه‌ها را پایین ببرید</translation>
    </message>
    <message>
        <source>Change language, now %1</source>
        <translation>تغییر زبان، حالا %1</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Which day?</source>
        <translation>کدام روز؟</translation>
    </message>
    <message>
        <source>Which time?</source>
        <translation>کدام ساعت؟</translation>
    </message>
    <message>
        <source>No times are left here. Go back to see others.</source>
        <translation>اینجا دیگر وقت خالی نیست. «بازگشت» را فشار دهید تا وقت‌های دیگر را ببینید.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>هیچ‌کدام</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>درخواست وقت</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Very bad</source>
        <translation>خیلی بد</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>بد</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>خوب</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>خیلی خوب</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>تشکر!</translation>
    </message>
    <message>
        <source>How good was the help you got?</source>
        <translation>کمکی که گرفتید چطور بود؟</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>هیچ کس نمی‌بیند که کی جواب داده است.</translation>
    </message>
</context>
<context>
    <name>FirstTime</name>
    <message>
        <source>Book this time</source>
        <translation>این وقت را بگیرید</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>هنوز اینجا هستید؟</translation>
    </message>
    <message>
        <source>Starting over</source>
        <translation>از نو شروع می‌شود</translation>
    </message>
    <message numerus="yes">
        <source>Your choices will be cleared in %n second(s).</source>
        <translation>
            <numerusform>انتخاب شما تا %n ثانیهٔ دیگر پاک می‌شود.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation>بلی، ادامه بدهید</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واپس آوردن</translation>
    </message>
    <message>
        <source>No, I’m done</source>
        <translation>نخیر، کارم تمام شد</translation>
    </message>
    <message>
        <source>Start over now</source>
        <translation>همین حالا از نو</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Listen: %1</source>
        <translation>بشنوید: %1</translation>
    </message>
</context>
<context>
    <name>LaterTimes</name>
    <message>
        <source>More times</source>
        <translation>وقت‌های بیشتر</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>درخواست وقت</translation>
    </message>
</context>
<context>
    <name>NextTimesParts</name>
    <message>
        <source>Next available time</source>
        <translation>اولین وقت خالی</translation>
    </message>
    <message>
        <source>Other offices</source>
        <translation>دفترهای دیگر</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Show what is above</source>
        <translation>بالا را نشان بدهید</translation>
    </message>
    <message>
        <source>Show what is below</source>
        <translation>پایین را نشان بدهید</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Continue the slides</source>
        <translation>ادامهٔ نمایش</translation>
    </message>
    <message>
        <source>Stop the slides</source>
        <translation>توقف نمایش</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Talk to a person</source>
        <translation>با کارمند صحبت کنید</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>فردا</translation>
    </message>
    <message>
        <source>Open now until %1</source>
        <translation>حالا باز است تا %1</translation>
    </message>
    <message>
        <source>Closed. Opens %1 at %2</source>
        <translation>بسته است. %1 ساعت %2 باز می‌شود</translation>
    </message>
    <message>
        <source>Closed today. Opens %1 at %2</source>
        <translation>امروز بسته است. %1 ساعت %2 باز می‌شود</translation>
    </message>
    <message>
        <source>Closed today, public holiday. Opens %1 at %2</source>
        <translation>امروز رخصتی عمومی است. %1 ساعت %2 باز می‌شود</translation>
    </message>
    <message>
        <source>Open today only until %1</source>
        <translation>امروز فقط تا %1 باز است</translation>
    </message>
    <message>
        <source>Staff here until %1</source>
        <translation>کارمندان تا %1 اینجا هستند</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>بسته است</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>The one word on the sign of an open office.</extracomment>
        <translation>باز</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>ساعات کاری</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>برای کمک و گرفتن وقت، صفحه را لمس کنید</translation>
    </message>
    <message>
        <source>Press the help key, and this screen is read to you.</source>
        <extracomment>Said aloud, never shown; the help key is F1 or a key with a question mark.</extracomment>
        <translation>دکمهٔ کمک را فشار دهید تا صفحه برای‌تان خوانده شود.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now (last known: %1). Ask the staff or call.</source>
        <translation>حالا وقت‌های خالی را نشان داده نمی‌توانیم (آخرین معلومات: %1). از کارمندان بپرسید یا زنگ بزنید.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now. Ask the staff or call.</source>
        <translation>حالا وقت‌های خالی را نشان داده نمی‌توانیم. از کارمندان بپرسید یا زنگ بزنید.</translation>
    </message>
    <message>
        <source>Not available (last known: %1)</source>
        <translation>معلوم نیست (آخرین: %1)</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>حالا معلوم نیست</translation>
    </message>
    <message>
        <source>No available times in the coming weeks. Ask the staff or call.</source>
        <translation>در هفته‌های آینده وقت خالی نیست. از کارمندان بپرسید یا زنگ بزنید.</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>تازه شده: ساعت %1</translation>
    </message>
    <message>
        <source>Last updated: %1</source>
        <extracomment>%1 is a day and a time, not only a time.</extracomment>
        <translation>آخرین تازه‌سازی: %1</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>بدون وقت قبلی بیایید</translation>
    </message>
    <message>
        <source>Next available time</source>
        <translation>اولین وقت خالی</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>زبان را انتخاب کنید</translation>
    </message>
    <message>
        <source>Show this to the staff</source>
        <translation>این را به کارمند نشان دهید</translation>
    </message>
    <message>
        <source>I would like to book %1, %2.</source>
        <translation>می‌خواهم وقت بگیرم: %1، %2.</translation>
    </message>
    <message>
        <source>I would like to book a time for %1.</source>
        <translation>می‌خواهم برای این موضوع وقت بگیرم: %1.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>When</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>جای</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>تلیفون</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ایمیل</translation>
    </message>
    <message>
        <source>How to book</source>
        <translation>چطور وقت بگیرید</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to book.</source>
        <translation>برای گرفتن وقت، کود QR را با موبایل خود اسکن کنید.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to call and book.</source>
        <translation>برای زنگ زدن و گرفتن وقت، کود QR را با موبایل خود اسکن کنید.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>برای نوشتن ایمیل، کود QR را با موبایل خود اسکن کنید. متن به سویدنی آماده است.</translation>
    </message>
    <message>
        <source>Book with the staff. You don’t need a phone.</source>
        <translation>نزد کارمندان وقت بگیرید. به تلیفون ضرورت ندارید.</translation>
    </message>
    <message>
        <source>Confirm on your phone.</source>
        <translation>در موبایل خود تأیید کنید.</translation>
    </message>
    <message>
        <source>Send the e-mail.</source>
        <translation>ایمیل را بفرستید.</translation>
    </message>
    <message>
        <source>Say which time you want.</source>
        <translation>بگویید کدام وقت را می‌خواهید.</translation>
    </message>
    <message>
        <source>Done when your time is confirmed.</source>
        <translation>وقتی وقت شما تأیید شد، تمام است.</translation>
    </message>
    <message>
        <source>To change or cancel: %1</source>
        <translation>برای تغییر یا لغو: %1</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>با خود بیاورید</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>کود: %1</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>صفحهٔ انترنت</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>یا به %1 زنگ بزنید.</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>یا نوشته کنید به: %1</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>هنوز وقتی گرفته نشده است.</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>تمام روز</translation>
    </message>
    <message numerus="yes">
        <source>day(s) left</source>
        <translation>
            <numerusform>روز باقی مانده</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting time: %1</source>
        <extracomment>In a queue; %1 is such as: 12 min.</extracomment>
        <translation>وقت انتظار: %1</translation>
    </message>
    <message>
        <source>People waiting: %1</source>
        <translation>در انتظار: %1 نفر</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>In how many minutes a bus leaves, as short as on a sign at a stop.</extracomment>
        <translation>%1 دقیقه</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>A bus that is just leaving.</extracomment>
        <translation>حالا</translation>
    </message>
    <message>
        <source>Exercise – no danger</source>
        <extracomment>Above a warning that is only practised; nobody is in danger.</extracomment>
        <translation>تمرین – خطری وجود ندارد</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>Above a warning to the public.</extracomment>
        <translation>هشدار</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A day and the hours on it (13:00–16:00).</extracomment>
        <translation>%1، %2</translation>
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
            <numerusform>حدود %n دقیقه</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 کیلومتر</translation>
    </message>
    <message>
        <source>Come now, until %1. No booking needed.</source>
        <translation>همین حالا بیایید، تا ساعت %1. وقت گرفتن لازم نیست.</translation>
    </message>
    <message>
        <source>Come today %1. No booking needed.</source>
        <extracomment>%1 is hours (13:00–16:00).</extracomment>
        <translation>امروز %1 بیایید. وقت گرفتن لازم نیست.</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>اینجا: %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 متر</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>A day and a time on it, as inside a sentence.</extracomment>
        <translation>%1 ساعت %2</translation>
    </message>
</context>
<context>
    <name>PrintLine</name>
    <message>
        <source>Printing …</source>
        <translation>در حال چاپ …</translation>
    </message>
    <message>
        <source>Take your ticket.</source>
        <translation>ورق خود را بگیرید.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the QR code, or ask the staff.</source>
        <translation>کاغذ پرنتر تمام شده است. کود QR را اسکن کنید یا از کارمندان بپرسید.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the QR code, or ask the staff.</source>
        <translation>سرپوش پرنتر باز است. کود QR را اسکن کنید یا از کارمندان بپرسید.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the QR code, or ask the staff.</source>
        <translation>پرنتر خاموش است. کود QR را اسکن کنید یا از کارمندان بپرسید.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the QR code, or ask the staff.</source>
        <translation>پرنتر حالا کار نمی‌کند. کود QR را اسکن کنید یا از کارمندان بپرسید.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>چاپ ورق</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>جستجو: حرف‌های اول را انتخاب کنید</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>آخرین حرف را پاک کنید</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this to the staff:</source>
        <translation>یا این را به کارمند نشان دهید:</translation>
    </message>
    <message>
        <source>Or show this to the staff when we are open:</source>
        <translation>یا وقتی باز هستیم این را به کارمند نشان دهید:</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>کود: %1</translation>
    </message>
</context>
<context>
    <name>TicketButtons</name>
    <message>
        <source>Other ways to book</source>
        <translation>راه‌های دیگر برای وقت گرفتن</translation>
    </message>
    <message>
        <source>Show how to book</source>
        <translation>چطور وقت بگیرم؟</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>وقت را در تقویم خود نگه دارید</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>این وقت را بگیرید</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>درخواست وقت</translation>
    </message>
    <message>
        <source>Other ways to book</source>
        <translation>راه‌های دیگر برای وقت گرفتن</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>وقت را در تقویم خود نگه دارید</translation>
    </message>
</context>
<context>
    <name>TicketParts</name>
    <message>
        <source>This does not book it.</source>
        <translation>با این کار هنوز وقت نگرفته‌اید.</translation>
    </message>
    <message>
        <source>Scan the QR code to save the time in your calendar.</source>
        <translation>برای نگه داشتن وقت در تقویم خود، کود QR را اسکن کنید.</translation>
    </message>
</context>
<context>
    <name>TopicFactLine</name>
    <message>
        <source>Cost</source>
        <translation>قیمت</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>مدت</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>با خود بیاورید</translation>
    </message>
    <message>
        <source>We help you to</source>
        <translation>در این کارها کمک می‌کنیم</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>What do you want help with?</source>
        <translation>در چه موردی کمک می‌خواهید؟</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>جستجو</translation>
    </message>
</context>
</TS>
