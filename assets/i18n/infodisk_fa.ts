<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>Softer</source>
        <translation>آرام‌تر</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>بلندتر</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Home</source>
        <translation>شروع</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>کارمند</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>با یک نفر صحبت کنید</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>گوش کنید</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>اندازهٔ متن، اکنون %1 درصد</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>کنتراست</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>پایین‌تر</translation>
    </message>
    <message>
        <source>Move all buttons down</source>
        <translation>همهٔ دکمه‌ها را پایین ببرید</translation>
    </message>
    <message>
        <source>Change language, now %1</source>
        <translation>تغییر زبان، اکنون %1</translation>
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
        <source>No free time is left here. Go back to see others.</source>
        <translation>اینجا دیگر وقت خالی نیست. برای دیدن وقت‌های دیگر برگردید.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>هیچ‌کدام</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>وقت بگیرید</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>زودتر</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>دیرتر</translation>
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
        <translation>سپاسگزاریم!</translation>
    </message>
    <message>
        <source>Did you get the help you needed?</source>
        <translation>آیا کمکی را که لازم داشتید گرفتید؟</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>هیچ کس نمی‌بیند چه کسی پاسخ داده است.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>We help you to</source>
        <translation>در این کارها کمک می‌کنیم</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>همراه بیاورید</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>هزینه</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>زمان</translation>
    </message>
    <message>
        <source>See when you can come</source>
        <translation>ببینید چه وقت می‌توانید بیایید</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>هنوز اینجا هستید؟</translation>
    </message>
    <message numerus="yes">
        <source>What you chose is cleared in %n second(s).</source>
        <translation>
            <numerusform>انتخاب شما تا %n ثانیهٔ دیگر پاک می‌شود.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>بله، ادامه بده</translation>
    </message>
    <message>
        <source>No, I am done</source>
        <translation>نه، کارم تمام شد</translation>
    </message>
</context>
<context>
    <name>OfficeCard</name>
    <message>
        <source>Here: %1</source>
        <translation>اینجا: %1</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>وقت دیگر</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>وقت بگیرید</translation>
    </message>
    <message>
        <source>Another time at %1</source>
        <translation>وقت دیگر در %1</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Let the slides go on</source>
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
        <translation>با یک نفر صحبت کنید</translation>
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
        <translation>اکنون باز است تا %1</translation>
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
        <translation>امروز تعطیل رسمی است. %1 ساعت %2 باز می‌شود</translation>
    </message>
    <message>
        <source>Open today only until %1</source>
        <translation>امروز فقط تا %1 باز است</translation>
    </message>
    <message>
        <source>Staff at the desk here until %1</source>
        <translation>کارکنان تا %1 اینجا هستند</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>بسته است</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>ساعت کار</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>برای کمک و وقت، صفحه را لمس کنید</translation>
    </message>
    <message>
        <source>Free times are unknown since %1. Ask the desk or call.</source>
        <translation>وقت‌های آزاد از %1 نامعلوم است. از میز بپرسید یا تلفن بزنید.</translation>
    </message>
    <message>
        <source>Free times are not known now. Ask the desk or call.</source>
        <translation>وقت‌های آزاد اکنون معلوم نیست. از میز بپرسید یا تلفن بزنید.</translation>
    </message>
    <message>
        <source>Not known since %1</source>
        <translation>از %1 نامعلوم است</translation>
    </message>
    <message>
        <source>Not known now</source>
        <translation>اکنون نامعلوم است</translation>
    </message>
    <message>
        <source>No free times in the coming weeks. Ask the desk or call.</source>
        <translation>در هفته‌های آینده وقت آزاد نیست. از میز بپرسید یا تلفن بزنید.</translation>
    </message>
    <message>
        <source>Free times as they were at %1</source>
        <translation>وقت‌های آزاد، آن‌طور که ساعت %1 بود</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>بدون وقت قبلی بیایید</translation>
    </message>
    <message>
        <source>Now, until %1</source>
        <translation>اکنون، تا %1</translation>
    </message>
    <message>
        <source>Next free time</source>
        <translation>وقت آزاد بعدی</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>زبان را انتخاب کنید</translation>
    </message>
    <message>
        <source>Show this at the desk</source>
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
        <translation>زمان</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>مکان</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>تلفن</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ایمیل</translation>
    </message>
    <message>
        <source>To book a time</source>
        <translation>برای گرفتن وقت</translation>
    </message>
    <message>
        <source>Scan the code with your phone to book.</source>
        <translation>برای گرفتن وقت، کد را با تلفن خود اسکن کنید.</translation>
    </message>
    <message>
        <source>Scan the code with your phone to call and book.</source>
        <translation>برای تماس و گرفتن وقت، کد را با تلفن خود اسکن کنید.</translation>
    </message>
    <message>
        <source>Scan the code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>برای نوشتن ایمیل، کد را با تلفن خود اسکن کنید. متن به سوئدی آماده است.</translation>
    </message>
    <message>
        <source>Book at the desk. You need no phone.</source>
        <translation>پشت میز پذیرش وقت بگیرید. به تلفن نیاز ندارید.</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>صفحهٔ وب</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>یا با %1 تماس بگیرید.</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>یا به %1 بنویسید.</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>هنوز وقتی گرفته نشده است.</translation>
    </message>
    <message>
        <source>About %1 minutes</source>
        <translation>حدود %1 دقیقه</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 کیلومتر</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 متر</translation>
    </message>
    <message>
        <source>%1 at %2</source>
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
        <translation>برگهٔ خود را بردارید.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the code, or ask at the desk.</source>
        <translation>کاغذ چاپگر تمام شده است. کد را اسکن کنید یا از میز بپرسید.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the code, or ask at the desk.</source>
        <translation>درِ چاپگر باز است. کد را اسکن کنید یا از میز بپرسید.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the code, or ask at the desk.</source>
        <translation>چاپگر خاموش است. کد را اسکن کنید یا از میز بپرسید.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the code, or ask at the desk.</source>
        <translation>چاپگر اکنون کار نمی‌کند. کد را اسکن کنید یا از میز بپرسید.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>چاپ برگه</translation>
    </message>
</context>
<context>
    <name>Scroller</name>
    <message>
        <source>Show what is above</source>
        <translation>نمایش بالا</translation>
    </message>
    <message>
        <source>Show what is below</source>
        <translation>نمایش پایین</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>جستجو: حرف‌های اول را انتخاب کنید</translation>
    </message>
    <message>
        <source>Take the last letter away</source>
        <translation>آخرین حرف را پاک کنید</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this at the desk:</source>
        <translation>یا این را به کارمند نشان دهید:</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>این وقت را بگیرید</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>وقت بگیرید</translation>
    </message>
    <message>
        <source>Scan the code to save the time in your own calendar. That does not book it.</source>
        <translation>برای ذخیرهٔ وقت در تقویم خود، کد را اسکن کنید. این کار وقت را رزرو نمی‌کند.</translation>
    </message>
    <message>
        <source>Show the way to book</source>
        <translation>نمایش راه گرفتن وقت</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>ذخیرهٔ وقت در تقویم شما</translation>
    </message>
</context>
<context>
    <name>TimesPage</name>
    <message>
        <source>When do you want to come?</source>
        <translation>چه وقت می‌خواهید بیایید؟</translation>
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
