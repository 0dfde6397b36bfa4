<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk_UA" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>Softer</source>
        <translation>Тихіше</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Гучніше</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Start over</source>
        <translation>Спочатку</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Ask us</source>
        <translation>Запитати</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>Поговорити з працівником</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Слухати</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Збільшити</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>Розмір тексту, зараз %1 відсотків</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Контраст</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Опустити</translation>
    </message>
    <message>
        <source>Move all buttons down</source>
        <translation>Опустити всі кнопки нижче</translation>
    </message>
    <message>
        <source>Change language, now %1</source>
        <translation>Змінити мову, зараз %1</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Which day?</source>
        <translation>Який день?</translation>
    </message>
    <message>
        <source>Which time?</source>
        <translation>На котру годину?</translation>
    </message>
    <message>
        <source>No times are left here. Go back to see others.</source>
        <translation>Тут більше немає вільних годин. Поверніться, щоб побачити інші.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Жоден з них</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Попросити записати</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Very bad</source>
        <translation>Дуже погано</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Погано</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>Так собі</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Добре</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Дуже добре</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Дякуємо!</translation>
    </message>
    <message>
        <source>How good was the help you got?</source>
        <translation>Наскільки добре ми вам допомогли?</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>Ніхто не побачить, хто відповів.</translation>
    </message>
</context>
<context>
    <name>FirstTime</name>
    <message>
        <source>Book this time</source>
        <translation>Записатися на цей час</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>Ви ще тут?</translation>
    </message>
    <message>
        <source>Starting over</source>
        <translation>Починаємо спочатку</translation>
    </message>
    <message numerus="yes">
        <source>Your choices will be cleared in %n second(s).</source>
        <translation>
            <numerusform>Ваш вибір буде стерто через %n секунду.</numerusform>
            <numerusform>Ваш вибір буде стерто через %n секунди.</numerusform>
            <numerusform>Ваш вибір буде стерто через %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation>Так, продовжити</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>No, I’m done</source>
        <translation>Ні, завершити</translation>
    </message>
    <message>
        <source>Start over now</source>
        <translation>Почати спочатку зараз</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Listen: %1</source>
        <translation>Слухати: %1</translation>
    </message>
</context>
<context>
    <name>LaterTimes</name>
    <message>
        <source>More times</source>
        <translation>Більше годин</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Попросити записати</translation>
    </message>
</context>
<context>
    <name>NextTimesParts</name>
    <message>
        <source>Next available time</source>
        <translation>Найближча вільна година</translation>
    </message>
    <message>
        <source>Other offices</source>
        <translation>Інші офіси</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Show what is above</source>
        <translation>Показати вище</translation>
    </message>
    <message>
        <source>Show what is below</source>
        <translation>Показати нижче</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Continue the slides</source>
        <translation>Продовжити показ</translation>
    </message>
    <message>
        <source>Stop the slides</source>
        <translation>Зупинити показ</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Talk to a person</source>
        <translation>Поговорити з працівником</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>today</source>
        <translation>сьогодні</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>завтра</translation>
    </message>
    <message>
        <source>Open now until %1</source>
        <translation>Зараз відчинено до %1</translation>
    </message>
    <message>
        <source>Closed. Opens %1 at %2</source>
        <translation>Зачинено. Відчиниться: %1, %2</translation>
    </message>
    <message>
        <source>Closed today. Opens %1 at %2</source>
        <translation>Сьогодні зачинено. Відчиниться: %1, %2</translation>
    </message>
    <message>
        <source>Closed today, public holiday. Opens %1 at %2</source>
        <translation>Сьогодні вихідний, свято. Відчиниться: %1, %2</translation>
    </message>
    <message>
        <source>Open today only until %1</source>
        <translation>Сьогодні відчинено лише до %1</translation>
    </message>
    <message>
        <source>Staff here until %1</source>
        <translation>Працівники тут до %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Зачинено</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>The one word on the sign of an open office.</extracomment>
        <translation>Відчинено</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Години роботи</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>Торкніться екрана: допомога і запис</translation>
    </message>
    <message>
        <source>Press the help key, and this screen is read to you.</source>
        <extracomment>Said aloud, never shown; the help key is F1 or a key with a question mark.</extracomment>
        <translation>Натисніть клавішу допомоги, і вам прочитають цей екран.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now (last known: %1). Ask the staff or call.</source>
        <translation>Зараз не можемо показати вільні години (останні дані: %1). Запитайте працівників або зателефонуйте.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now. Ask the staff or call.</source>
        <translation>Зараз не можемо показати вільні години. Запитайте працівників або зателефонуйте.</translation>
    </message>
    <message>
        <source>Not available (last known: %1)</source>
        <translation>Немає даних (останні: %1)</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>Зараз немає даних</translation>
    </message>
    <message>
        <source>No available times in the coming weeks. Ask the staff or call.</source>
        <translation>Найближчими тижнями вільних годин немає. Запитайте працівників або зателефонуйте.</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Оновлено: %1</translation>
    </message>
    <message>
        <source>Last updated: %1</source>
        <extracomment>%1 is a day and a time, not only a time.</extracomment>
        <translation>Останнє оновлення: %1</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>Приходьте без запису</translation>
    </message>
    <message>
        <source>Next available time</source>
        <translation>Найближча вільна година</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>Виберіть мову</translation>
    </message>
    <message>
        <source>Show this to the staff</source>
        <translation>Покажіть це працівникові</translation>
    </message>
    <message>
        <source>I would like to book %1, %2.</source>
        <translation>Я хочу записатися: %1, %2.</translation>
    </message>
    <message>
        <source>I would like to book a time for %1.</source>
        <translation>Я хочу записатися на тему: %1.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Що</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Де</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Ел. пошта</translation>
    </message>
    <message>
        <source>How to book</source>
        <translation>Як записатися</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to book.</source>
        <translation>Щоб записатися, відскануйте QR-код телефоном.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to call and book.</source>
        <translation>Відскануйте QR-код телефоном, щоб зателефонувати й записатися.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>Відскануйте QR-код телефоном, щоб написати електронного листа. Текст уже готовий, шведською.</translation>
    </message>
    <message>
        <source>Book with the staff. You don’t need a phone.</source>
        <translation>Запишіться в працівників. Телефон не потрібен.</translation>
    </message>
    <message>
        <source>Confirm on your phone.</source>
        <translation>Підтвердьте в телефоні.</translation>
    </message>
    <message>
        <source>Send the e-mail.</source>
        <translation>Надішліть лист.</translation>
    </message>
    <message>
        <source>Say which time you want.</source>
        <translation>Скажіть, яка година вам підходить.</translation>
    </message>
    <message>
        <source>Done when your time is confirmed.</source>
        <translation>Готово, коли запис підтверджено.</translation>
    </message>
    <message>
        <source>To change or cancel: %1</source>
        <translation>Змінити або скасувати: %1</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Візьміть із собою</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Код: %1</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Вебсторінка</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>Або зателефонуйте: %1.</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>Або напишіть: %1.</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>Ще нічого не заброньовано.</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Увесь день</translation>
    </message>
    <message numerus="yes">
        <source>day(s) left</source>
        <translation>
            <numerusform>день залишився</numerusform>
            <numerusform>дні залишилося</numerusform>
            <numerusform>днів залишилося</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting time: %1</source>
        <extracomment>In a queue; %1 is such as: 12 min.</extracomment>
        <translation>Час очікування: %1</translation>
    </message>
    <message>
        <source>People waiting: %1</source>
        <translation>Очікують: %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>In how many minutes a bus leaves, as short as on a sign at a stop.</extracomment>
        <translation>%1 хв</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>A bus that is just leaving.</extracomment>
        <translation>Зараз</translation>
    </message>
    <message>
        <source>Exercise – no danger</source>
        <extracomment>Above a warning that is only practised; nobody is in danger.</extracomment>
        <translation>Навчання – небезпеки немає</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>Above a warning to the public.</extracomment>
        <translation>Попередження</translation>
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
        <translation>dd.MM</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation>
            <numerusform>Приблизно %n хвилина</numerusform>
            <numerusform>Приблизно %n хвилини</numerusform>
            <numerusform>Приблизно %n хвилин</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 км</translation>
    </message>
    <message>
        <source>Come now, until %1. No booking needed.</source>
        <translation>Приходьте зараз, до %1. Без запису.</translation>
    </message>
    <message>
        <source>Come today %1. No booking needed.</source>
        <extracomment>%1 is hours (13:00–16:00).</extracomment>
        <translation>Приходьте сьогодні, %1. Без запису.</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Тут: %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 м</translation>
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
        <translation>Друкуємо …</translation>
    </message>
    <message>
        <source>Take your ticket.</source>
        <translation>Візьміть свій талон.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the QR code, or ask the staff.</source>
        <translation>У принтері закінчився папір. Відскануйте QR-код або запитайте працівників.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the QR code, or ask the staff.</source>
        <translation>Кришку принтера відкрито. Відскануйте QR-код або запитайте працівників.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the QR code, or ask the staff.</source>
        <translation>Принтер вимкнено. Відскануйте QR-код або запитайте працівників.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the QR code, or ask the staff.</source>
        <translation>Принтер зараз не працює. Відскануйте QR-код або запитайте працівників.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>Надрукувати талон</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>Пошук: виберіть перші літери</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Стерти останню літеру</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this to the staff:</source>
        <translation>Або покажіть це працівникові:</translation>
    </message>
    <message>
        <source>Or show this to the staff when we are open:</source>
        <translation>Або покажіть це працівникові, коли офіс відчинено:</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Код: %1</translation>
    </message>
</context>
<context>
    <name>TicketButtons</name>
    <message>
        <source>Other ways to book</source>
        <translation>Інші способи записатися</translation>
    </message>
    <message>
        <source>Show how to book</source>
        <translation>Показати, як записатися</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Зберегти запис у календарі</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>Записатися на цей час</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Попросити записати</translation>
    </message>
    <message>
        <source>Other ways to book</source>
        <translation>Інші способи записатися</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Зберегти запис у календарі</translation>
    </message>
</context>
<context>
    <name>TicketParts</name>
    <message>
        <source>This does not book it.</source>
        <translation>Це ще не запис.</translation>
    </message>
    <message>
        <source>Scan the QR code to save the time in your calendar.</source>
        <translation>Відскануйте QR-код, щоб зберегти час у своєму календарі.</translation>
    </message>
</context>
<context>
    <name>TopicFactLine</name>
    <message>
        <source>Cost</source>
        <translation>Вартість</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Час</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Візьміть із собою</translation>
    </message>
    <message>
        <source>We help you to</source>
        <translation>Ми допоможемо вам</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>What do you want help with?</source>
        <translation>З чим вам допомогти?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Пошук</translation>
    </message>
</context>
</TS>
