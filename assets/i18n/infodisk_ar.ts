<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>Softer</source>
        <translation>أخفض</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>أعلى</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Home</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>موظف</translation>
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
        <source>Text size, now %1 percent</source>
        <translation>حجم النص، الآن %1 بالمئة</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>تباين</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>أسفل</translation>
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
        <source>No free time is left here. Go back to see others.</source>
        <translation>لم تعد هنا مواعيد متاحة. ارجع لرؤية غيرها.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>لا شيء منها</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>احجز موعداً</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>أبكر</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Very bad</source>
        <translation>سيئ جدًا</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>سيئ</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>جيد</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>جيد جدًا</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>شكرًا لك!</translation>
    </message>
    <message>
        <source>Did you get the help you needed?</source>
        <translation>هل حصلت على المساعدة التي تحتاجها؟</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>لا أحد يمكنه أن يعرف من أجاب.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>We help you to</source>
        <translation>نساعدك في</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>أحضر معك</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>التكلفة</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>See when you can come</source>
        <translation>متى يمكنك أن تأتي</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message numerus="yes">
        <source>What you chose is cleared in %n second(s).</source>
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
        <source>Yes, go on</source>
        <translation>نعم، أكمل</translation>
    </message>
    <message>
        <source>No, I am done</source>
        <translation>لا، انتهيت</translation>
    </message>
</context>
<context>
    <name>OfficeCard</name>
    <message>
        <source>Here: %1</source>
        <translation>هنا: %1</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>وقت آخر</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>احجز موعداً</translation>
    </message>
    <message>
        <source>Another time at %1</source>
        <translation>وقت آخر في %1</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Let the slides go on</source>
        <translation>متابعة عرض الشرائح</translation>
    </message>
    <message>
        <source>Stop the slides</source>
        <translation>إيقاف الشرائح</translation>
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
        <translation>غداً</translation>
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
        <source>Staff at the desk here until %1</source>
        <translation>الموظفون في المكتب هنا حتى %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>ساعات العمل</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>المس الشاشة للمساعدة والمواعيد</translation>
    </message>
    <message>
        <source>Free times are unknown since %1. Ask the desk or call.</source>
        <translation>المواعيد المتاحة غير معروفة منذ %1. اسأل في المكتب أو اتصل.</translation>
    </message>
    <message>
        <source>Free times are not known now. Ask the desk or call.</source>
        <translation>المواعيد المتاحة غير معروفة الآن. اسأل في المكتب أو اتصل.</translation>
    </message>
    <message>
        <source>Not known since %1</source>
        <translation>غير معروف منذ %1</translation>
    </message>
    <message>
        <source>Not known now</source>
        <translation>غير معروف الآن</translation>
    </message>
    <message>
        <source>No free times in the coming weeks. Ask the desk or call.</source>
        <translation>لا توجد مواعيد متاحة في الأسابيع القادمة. اسأل في المكتب أو اتصل.</translation>
    </message>
    <message>
        <source>Free times as they were at %1</source>
        <translation>المواعيد المتاحة كما كانت الساعة %1</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>تعال بدون حجز</translation>
    </message>
    <message>
        <source>Now, until %1</source>
        <translation>الآن، حتى %1</translation>
    </message>
    <message>
        <source>Next free time</source>
        <translation>أقرب موعد متاح</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>اختر اللغة</translation>
    </message>
    <message>
        <source>Show this at the desk</source>
        <translation>أظهر هذا في المكتب</translation>
    </message>
    <message>
        <source>I would like to book %1, %2.</source>
        <translation>أريد أن أحجز: %1، %2.</translation>
    </message>
    <message>
        <source>I would like to book a time for %1.</source>
        <translation>أريد أن أحجز موعداً بخصوص: %1.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>أين</translation>
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
        <source>To book a time</source>
        <translation>لحجز موعد</translation>
    </message>
    <message>
        <source>Scan the code with your phone to book.</source>
        <translation>امسح الرمز بهاتفك للحجز.</translation>
    </message>
    <message>
        <source>Scan the code with your phone to call and book.</source>
        <translation>امسح الرمز بهاتفك للاتصال والحجز.</translation>
    </message>
    <message>
        <source>Scan the code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>امسح الرمز بهاتفك لكتابة بريد إلكتروني. النص جاهز باللغة السويدية.</translation>
    </message>
    <message>
        <source>Book at the desk. You need no phone.</source>
        <translation>احجز عند المكتب. لا تحتاج إلى هاتف.</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>صفحة الويب</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>أو اتصل بالرقم %1.</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>أو اكتب إلى %1.</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>لم يُحجز شيء بعد.</translation>
    </message>
    <message>
        <source>About %1 minutes</source>
        <translation>حوالي %1 دقيقة</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 كم</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 م</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 الساعة %2</translation>
    </message>
</context>
<context>
    <name>PrintLine</name>
    <message>
        <source>Printing …</source>
        <translation>جارٍ الطباعة …</translation>
    </message>
    <message>
        <source>Take your ticket.</source>
        <translation>خذ تذكرتك.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the code, or ask at the desk.</source>
        <translation>نفد الورق من الطابعة. امسح الرمز أو اسأل في المكتب.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the code, or ask at the desk.</source>
        <translation>غطاء الطابعة مفتوح. امسح الرمز أو اسأل في المكتب.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the code, or ask at the desk.</source>
        <translation>الطابعة متوقفة. امسح الرمز أو اسأل في المكتب.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the code, or ask at the desk.</source>
        <translation>الطابعة لا تعمل الآن. امسح الرمز أو اسأل في المكتب.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>اطبع تذكرة</translation>
    </message>
</context>
<context>
    <name>Scroller</name>
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
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>بحث: اختر الحروف الأولى</translation>
    </message>
    <message>
        <source>Take the last letter away</source>
        <translation>احذف الحرف الأخير</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this at the desk:</source>
        <translation>أو أظهر هذا في المكتب:</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>احجز هذا الموعد</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>احجز موعداً</translation>
    </message>
    <message>
        <source>Scan the code to save the time in your own calendar. That does not book it.</source>
        <translation>امسح الرمز لحفظ الموعد في تقويمك. هذا لا يحجز الموعد.</translation>
    </message>
    <message>
        <source>Show the way to book</source>
        <translation>عرض طريقة الحجز</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>احفظ الموعد في تقويمك</translation>
    </message>
</context>
<context>
    <name>TimesPage</name>
    <message>
        <source>When do you want to come?</source>
        <translation>متى تريد أن تأتي؟</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>What do you want help with?</source>
        <translation>بماذا تريد المساعدة؟</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
</context>
</TS>
