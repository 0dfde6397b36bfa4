<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>Softer</source>
        <translation>اخفض الصوت</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>ارفع الصوت</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Start over</source>
        <translation>ابدأ من جديد</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Ask us</source>
        <translation>اسألنا</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>تحدث مع موظف</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>استمع</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>حجم النص، الآن %1 بالمئة</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>ألوان أوضح</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>إلى الأسفل</translation>
    </message>
    <message>
        <source>Move all buttons down</source>
        <translation>انقل كل الأزرار إلى الأسفل</translation>
    </message>
    <message>
        <source>Change language, now %1</source>
        <translation>تغيير اللغة، الآن %1</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Which day?</source>
        <translation>أي يوم؟</translation>
    </message>
    <message>
        <source>Which time?</source>
        <translation>أي وقت؟</translation>
    </message>
    <message>
        <source>No times are left here. Go back to see others.</source>
        <translation>لم يبقَ هنا أي موعد متاح. اضغط «رجوع» لترى مواعيد أخرى.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>لا يناسبني أي منها</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>اطلب موعدًا</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Very bad</source>
        <translation>سيئة جدًا</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>سيئة</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>متوسطة</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>جيدة</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>جيدة جدًا</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>شكرًا لك!</translation>
    </message>
    <message>
        <source>How good was the help you got?</source>
        <translation>كيف كانت المساعدة التي حصلت عليها؟</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>لا أحد يمكنه أن يعرف من أجاب.</translation>
    </message>
</context>
<context>
    <name>FirstTime</name>
    <message>
        <source>Book this time</source>
        <translation>احجز هذا الموعد</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>Starting over</source>
        <translation>نبدأ من جديد</translation>
    </message>
    <message numerus="yes">
        <source>Your choices will be cleared in %n second(s).</source>
        <translation>
            <numerusform>سيُمسح ما اخترته الآن.</numerusform>
            <numerusform>سيُمسح ما اخترته بعد ثانية واحدة.</numerusform>
            <numerusform>سيُمسح ما اخترته بعد ثانيتين.</numerusform>
            <numerusform>سيُمسح ما اخترته بعد %n ثوانٍ.</numerusform>
            <numerusform>سيُمسح ما اخترته بعد %n ثانية.</numerusform>
            <numerusform>سيُمسح ما اخترته بعد %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation>نعم، أكمل</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>No, I’m done</source>
        <translation>لا، انتهيت</translation>
    </message>
    <message>
        <source>Start over now</source>
        <translation>ابدأ من جديد الآن</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Listen: %1</source>
        <translation>استمع: %1</translation>
    </message>
</context>
<context>
    <name>LaterTimes</name>
    <message>
        <source>More times</source>
        <translation>مواعيد أخرى</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>اطلب موعدًا</translation>
    </message>
</context>
<context>
    <name>NextTimesParts</name>
    <message>
        <source>Next available time</source>
        <translation>أقرب موعد متاح</translation>
    </message>
    <message>
        <source>Other offices</source>
        <translation>مكاتب أخرى</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Show what is above</source>
        <translation>أظهر ما في الأعلى</translation>
    </message>
    <message>
        <source>Show what is below</source>
        <translation>أظهر ما في الأسفل</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Continue the slides</source>
        <translation>تابع عرض الصور</translation>
    </message>
    <message>
        <source>Stop the slides</source>
        <translation>أوقف الصور</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Talk to a person</source>
        <translation>تحدث مع موظف</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>غدًا</translation>
    </message>
    <message>
        <source>Open now until %1</source>
        <translation>مفتوح الآن حتى %1</translation>
    </message>
    <message>
        <source>Closed. Opens %1 at %2</source>
        <translation>مغلق. يفتح %1 الساعة %2</translation>
    </message>
    <message>
        <source>Closed today. Opens %1 at %2</source>
        <translation>مغلق اليوم. يفتح %1 الساعة %2</translation>
    </message>
    <message>
        <source>Closed today, public holiday. Opens %1 at %2</source>
        <translation>مغلق اليوم، عطلة رسمية. يفتح %1 الساعة %2</translation>
    </message>
    <message>
        <source>Open today only until %1</source>
        <translation>مفتوح اليوم حتى %1 فقط</translation>
    </message>
    <message>
        <source>Staff here until %1</source>
        <translation>الموظفون هنا حتى %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>The one word on the sign of an open office.</extracomment>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>أوقات الدوام</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>المس الشاشة للمساعدة والمواعيد</translation>
    </message>
    <message>
        <source>Press the help key, and this screen is read to you.</source>
        <extracomment>Said aloud, never shown; the help key is F1 or a key with a question mark.</extracomment>
        <translation>اضغط مفتاح المساعدة لتُقرأ لك الشاشة.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now (last known: %1). Ask the staff or call.</source>
        <translation>لا يمكننا عرض المواعيد المتاحة الآن (آخر معلومة: %1). اسأل الموظفين أو اتصل.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now. Ask the staff or call.</source>
        <translation>لا يمكننا عرض المواعيد المتاحة الآن. اسأل الموظفين أو اتصل.</translation>
    </message>
    <message>
        <source>Not available (last known: %1)</source>
        <translation>غير معروف (آخر معلومة: %1)</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>غير معروف الآن</translation>
    </message>
    <message>
        <source>No available times in the coming weeks. Ask the staff or call.</source>
        <translation>لا توجد مواعيد متاحة في الأسابيع القادمة. اسأل الموظفين أو اتصل.</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>آخر تحديث: الساعة %1</translation>
    </message>
    <message>
        <source>Last updated: %1</source>
        <extracomment>%1 is a day and a time, not only a time.</extracomment>
        <translation>آخر تحديث: %1</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>تعال بدون حجز</translation>
    </message>
    <message>
        <source>Next available time</source>
        <translation>أقرب موعد متاح</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>اختر اللغة</translation>
    </message>
    <message>
        <source>Show this to the staff</source>
        <translation>اعرض هذا على الموظف</translation>
    </message>
    <message>
        <source>I would like to book %1, %2.</source>
        <translation>أريد أن أحجز موعدًا: %1، %2.</translation>
    </message>
    <message>
        <source>I would like to book a time for %1.</source>
        <translation>أريد أن أحجز موعدًا بخصوص: %1.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>How to book</source>
        <translation>كيف تحجز موعدًا</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to book.</source>
        <translation>صوّر رمز QR بكاميرا هاتفك للحجز.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to call and book.</source>
        <translation>صوّر رمز QR بكاميرا هاتفك للاتصال والحجز.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>صوّر رمز QR بكاميرا هاتفك لكتابة رسالة (إيميل). النص جاهز باللغة السويدية.</translation>
    </message>
    <message>
        <source>Book with the staff. You don’t need a phone.</source>
        <translation>احجز عند الموظفين. لا تحتاج إلى هاتف.</translation>
    </message>
    <message>
        <source>Confirm on your phone.</source>
        <translation>أكّد على هاتفك.</translation>
    </message>
    <message>
        <source>Send the e-mail.</source>
        <translation>أرسل الرسالة (إيميل).</translation>
    </message>
    <message>
        <source>Say which time you want.</source>
        <translation>قل أي موعد تريد.</translation>
    </message>
    <message>
        <source>Done when your time is confirmed.</source>
        <translation>ينتهي الأمر عند تأكيد موعدك.</translation>
    </message>
    <message>
        <source>To change or cancel: %1</source>
        <translation>للتغيير أو الإلغاء: %1</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>أحضر معك</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>الرمز: %1</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>صفحة الإنترنت</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>أو اتصل بالرقم %1</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>أو اكتب إلى: %1</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>لم يُحجز أي موعد بعد.</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>طوال اليوم</translation>
    </message>
    <message numerus="yes">
        <source>day(s) left</source>
        <translation>
            <numerusform>يوم متبقٍ</numerusform>
            <numerusform>يوم متبقٍ</numerusform>
            <numerusform>يومان متبقيان</numerusform>
            <numerusform>أيام متبقية</numerusform>
            <numerusform>يومًا متبقيًا</numerusform>
            <numerusform>يوم متبقٍ</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting time: %1</source>
        <extracomment>In a queue; %1 is such as: 12 min.</extracomment>
        <translation>وقت الانتظار: %1</translation>
    </message>
    <message>
        <source>People waiting: %1</source>
        <translation>عدد المنتظرين: %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>In how many minutes a bus leaves, as short as on a sign at a stop.</extracomment>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>A bus that is just leaving.</extracomment>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Exercise – no danger</source>
        <extracomment>Above a warning that is only practised; nobody is in danger.</extracomment>
        <translation>تمرين – لا يوجد خطر</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>Above a warning to the public.</extracomment>
        <translation>تحذير</translation>
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
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>حوالي دقيقة واحدة</numerusform>
            <numerusform>حوالي دقيقتين</numerusform>
            <numerusform>حوالي %n دقائق</numerusform>
            <numerusform>حوالي %n دقيقة</numerusform>
            <numerusform>حوالي %n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 كيلومتر</translation>
    </message>
    <message>
        <source>Come now, until %1. No booking needed.</source>
        <translation>تعال الآن، حتى الساعة %1. لا حاجة إلى حجز.</translation>
    </message>
    <message>
        <source>Come today %1. No booking needed.</source>
        <extracomment>%1 is hours (13:00–16:00).</extracomment>
        <translation>تعال اليوم %1. لا حاجة إلى حجز.</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>هنا: %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 متر</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>A day and a time on it, as inside a sentence.</extracomment>
        <translation>%1 الساعة %2</translation>
    </message>
</context>
<context>
    <name>PrintLine</name>
    <message>
        <source>Printing …</source>
        <translation>تجري الطباعة …</translation>
    </message>
    <message>
        <source>Take your ticket.</source>
        <translation>خذ ورقتك.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the QR code, or ask the staff.</source>
        <translation>نفد الورق من الطابعة. صوّر رمز QR بهاتفك أو اسأل الموظفين.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the QR code, or ask the staff.</source>
        <translation>غطاء الطابعة مفتوح. صوّر رمز QR بهاتفك أو اسأل الموظفين.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the QR code, or ask the staff.</source>
        <translation>الطابعة مطفأة. صوّر رمز QR بهاتفك أو اسأل الموظفين.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the QR code, or ask the staff.</source>
        <translation>الطابعة لا تعمل الآن. صوّر رمز QR بهاتفك أو اسأل الموظفين.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>اطبع ورقة</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>بحث: اختر الحروف الأولى</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>احذف الحرف الأخير</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this to the staff:</source>
        <translation>أو اعرض هذا على الموظف:</translation>
    </message>
    <message>
        <source>Or show this to the staff when we are open:</source>
        <translation>أو اعرض هذا على الموظف عندما يكون المكتب مفتوحًا:</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>الرمز: %1</translation>
    </message>
</context>
<context>
    <name>TicketButtons</name>
    <message>
        <source>Other ways to book</source>
        <translation>طرق أخرى للحجز</translation>
    </message>
    <message>
        <source>Show how to book</source>
        <translation>عرض طريقة الحجز</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>احفظ الموعد في تقويمك</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>احجز هذا الموعد</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>اطلب موعدًا</translation>
    </message>
    <message>
        <source>Other ways to book</source>
        <translation>طرق أخرى للحجز</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>احفظ الموعد في تقويمك</translation>
    </message>
</context>
<context>
    <name>TicketParts</name>
    <message>
        <source>This does not book it.</source>
        <translation>هذا لا يحجز الموعد.</translation>
    </message>
    <message>
        <source>Scan the QR code to save the time in your calendar.</source>
        <translation>صوّر رمز QR بهاتفك لحفظ الموعد في تقويم الهاتف.</translation>
    </message>
</context>
<context>
    <name>TopicFactLine</name>
    <message>
        <source>Cost</source>
        <translation>التكلفة</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>أحضر معك</translation>
    </message>
    <message>
        <source>We help you to</source>
        <translation>نساعدك في</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>What do you want help with?</source>
        <translation>في ماذا تريد المساعدة؟</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
</context>
</TS>
