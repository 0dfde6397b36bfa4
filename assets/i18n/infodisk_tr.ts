<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>Softer</source>
        <translation>Daha kısık</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Daha yüksek</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Start over</source>
        <translation>Baştan</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Ask us</source>
        <translation>Bize sorun</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>Bir görevliyle konuşun</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Dinle</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Büyük yazı</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>Yazı boyutu, şimdi yüzde %1</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Aşağı al</translation>
    </message>
    <message>
        <source>Move all buttons down</source>
        <translation>Tüm düğmeleri aşağı taşı</translation>
    </message>
    <message>
        <source>Change language, now %1</source>
        <translation>Dili değiştir, şimdi %1</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Which day?</source>
        <translation>Hangi gün?</translation>
    </message>
    <message>
        <source>Which time?</source>
        <translation>Hangi saat?</translation>
    </message>
    <message>
        <source>No times are left here. Go back to see others.</source>
        <translation>Burada boş saat kalmadı. Diğerlerini görmek için geri dönün.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Hiçbiri</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Randevu iste</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Very bad</source>
        <translation>Çok kötü</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Kötü</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>Orta</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>İyi</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Çok iyi</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Teşekkürler!</translation>
    </message>
    <message>
        <source>How good was the help you got?</source>
        <translation>Aldığınız yardım nasıldı?</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>Kimin yanıtladığını kimse göremez.</translation>
    </message>
</context>
<context>
    <name>FirstTime</name>
    <message>
        <source>Book this time</source>
        <translation>Bu saati ayırtın</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>Hâlâ orada mısınız?</translation>
    </message>
    <message>
        <source>Starting over</source>
        <translation>Baştan başlıyor</translation>
    </message>
    <message numerus="yes">
        <source>Your choices will be cleared in %n second(s).</source>
        <translation>
            <numerusform>Seçtikleriniz %n saniye içinde silinecek.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation>Evet, devam et</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message>
        <source>No, I’m done</source>
        <translation>Hayır, bitirdim</translation>
    </message>
    <message>
        <source>Start over now</source>
        <translation>Şimdi baştan başla</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Listen: %1</source>
        <translation>Dinle: %1</translation>
    </message>
</context>
<context>
    <name>LaterTimes</name>
    <message>
        <source>More times</source>
        <translation>Daha çok saat</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Randevu iste</translation>
    </message>
</context>
<context>
    <name>NextTimesParts</name>
    <message>
        <source>Next available time</source>
        <translation>Sıradaki boş saat</translation>
    </message>
    <message>
        <source>Other offices</source>
        <translation>Diğer ofisler</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Show what is above</source>
        <translation>Yukarıdakini göster</translation>
    </message>
    <message>
        <source>Show what is below</source>
        <translation>Aşağıdakini göster</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Continue the slides</source>
        <translation>Gösteri devam etsin</translation>
    </message>
    <message>
        <source>Stop the slides</source>
        <translation>Gösteriyi durdur</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Talk to a person</source>
        <translation>Bir görevliyle konuşun</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>today</source>
        <translation>bugün</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>yarın</translation>
    </message>
    <message>
        <source>Open now until %1</source>
        <translation>Şimdi açık, kapanış %1</translation>
    </message>
    <message>
        <source>Closed. Opens %1 at %2</source>
        <translation>Kapalı. Açılış: %1 saat %2</translation>
    </message>
    <message>
        <source>Closed today. Opens %1 at %2</source>
        <translation>Bugün kapalı. Açılış: %1 saat %2</translation>
    </message>
    <message>
        <source>Closed today, public holiday. Opens %1 at %2</source>
        <translation>Bugün resmî tatil, kapalı. Açılış: %1 saat %2</translation>
    </message>
    <message>
        <source>Open today only until %1</source>
        <translation>Bugünkü kapanış: %1</translation>
    </message>
    <message>
        <source>Staff here until %1</source>
        <translation>Görevliler %1 saatine kadar burada</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Kapalı</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>The one word on the sign of an open office.</extracomment>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Açılış saatleri</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>Yardım ve saatler için ekrana dokunun</translation>
    </message>
    <message>
        <source>Press the help key, and this screen is read to you.</source>
        <extracomment>Said aloud, never shown; the help key is F1 or a key with a question mark.</extracomment>
        <translation>Yardım tuşuna basın, bu ekran size okunur.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now (last known: %1). Ask the staff or call.</source>
        <translation>Boş saatleri şu anda gösteremiyoruz (son bilgi: %1). Görevlilere sorun ya da arayın.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now. Ask the staff or call.</source>
        <translation>Boş saatleri şu anda gösteremiyoruz. Görevlilere sorun ya da arayın.</translation>
    </message>
    <message>
        <source>Not available (last known: %1)</source>
        <translation>Bilgi yok (son: %1)</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>Şu anda bilgi yok</translation>
    </message>
    <message>
        <source>No available times in the coming weeks. Ask the staff or call.</source>
        <translation>Önümüzdeki haftalarda boş saat yok. Görevlilere sorun ya da arayın.</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Güncelleme: %1</translation>
    </message>
    <message>
        <source>Last updated: %1</source>
        <extracomment>%1 is a day and a time, not only a time.</extracomment>
        <translation>Son güncelleme: %1</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>Randevusuz gelin</translation>
    </message>
    <message>
        <source>Next available time</source>
        <translation>Sıradaki boş saat</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>Dil seçin</translation>
    </message>
    <message>
        <source>Show this to the staff</source>
        <translation>Bunu görevliye gösterin</translation>
    </message>
    <message>
        <source>I would like to book %1, %2.</source>
        <translation>Randevu almak istiyorum: %1, %2.</translation>
    </message>
    <message>
        <source>I would like to book a time for %1.</source>
        <translation>Şu konu için randevu almak istiyorum: %1.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Ne zaman</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Nerede</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-posta</translation>
    </message>
    <message>
        <source>How to book</source>
        <translation>Nasıl randevu alınır</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to book.</source>
        <translation>Randevu almak için QR kodunu telefonunuzla okutun.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to call and book.</source>
        <translation>Arayıp randevu almak için QR kodunu telefonunuzla okutun.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>E-posta yazmak için QR kodunu telefonunuzla okutun. Metin İsveççe olarak hazır.</translation>
    </message>
    <message>
        <source>Book with the staff. You don’t need a phone.</source>
        <translation>Görevliden randevu alın. Telefona gerek yok.</translation>
    </message>
    <message>
        <source>Confirm on your phone.</source>
        <translation>Telefonunuzda onaylayın.</translation>
    </message>
    <message>
        <source>Send the e-mail.</source>
        <translation>E-postayı gönderin.</translation>
    </message>
    <message>
        <source>Say which time you want.</source>
        <translation>İstediğiniz saati söyleyin.</translation>
    </message>
    <message>
        <source>Done when your time is confirmed.</source>
        <translation>Randevunuz onaylanınca tamam.</translation>
    </message>
    <message>
        <source>To change or cancel: %1</source>
        <translation>Değiştirmek ya da iptal için: %1</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Yanınızda getirin</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Kod: %1</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Web sayfası</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>Ya da %1 numarasını arayın.</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>Ya da %1 adresine yazın.</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>Henüz randevu alınmadı.</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Tüm gün</translation>
    </message>
    <message numerus="yes">
        <source>day(s) left</source>
        <translation>
            <numerusform>gün kaldı</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting time: %1</source>
        <extracomment>In a queue; %1 is such as: 12 min.</extracomment>
        <translation>Bekleme süresi: %1</translation>
    </message>
    <message>
        <source>People waiting: %1</source>
        <translation>Bekleyen kişi: %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>In how many minutes a bus leaves, as short as on a sign at a stop.</extracomment>
        <translation>%1 dk</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>A bus that is just leaving.</extracomment>
        <translation>Şimdi</translation>
    </message>
    <message>
        <source>Exercise – no danger</source>
        <extracomment>Above a warning that is only practised; nobody is in danger.</extracomment>
        <translation>Tatbikat – tehlike yok</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>Above a warning to the public.</extracomment>
        <translation>Uyarı</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A day and the hours on it (13:00–16:00).</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>Weekday, day of the month in digits, month by name.</extracomment>
        <translation>%2 %3 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Weekday in short, and the date in digits.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d/M</source>
        <extracomment>A date without its year as a pattern of digits: d or dd is the day, M or MM the month.</extracomment>
        <translation>d.MM</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation>
            <numerusform>Yaklaşık %n dakika</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>Come now, until %1. No booking needed.</source>
        <translation>Şimdi gelin, bitiş saati: %1. Randevu gerekmez.</translation>
    </message>
    <message>
        <source>Come today %1. No booking needed.</source>
        <extracomment>%1 is hours (13:00–16:00).</extracomment>
        <translation>Bugün gelin: %1. Randevu gerekmez.</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Burada: %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>A day and a time on it, as inside a sentence.</extracomment>
        <translation>%1 saat %2</translation>
    </message>
</context>
<context>
    <name>PrintLine</name>
    <message>
        <source>Printing …</source>
        <translation>Yazdırılıyor …</translation>
    </message>
    <message>
        <source>Take your ticket.</source>
        <translation>Fişinizi alın.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the QR code, or ask the staff.</source>
        <translation>Yazıcıda kâğıt bitti. QR kodunu okutun ya da görevlilere sorun.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the QR code, or ask the staff.</source>
        <translation>Yazıcının kapağı açık. QR kodunu okutun ya da görevlilere sorun.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the QR code, or ask the staff.</source>
        <translation>Yazıcı kapalı. QR kodunu okutun ya da görevlilere sorun.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the QR code, or ask the staff.</source>
        <translation>Yazıcı şu anda çalışmıyor. QR kodunu okutun ya da görevlilere sorun.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>Fiş yazdır</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>Ara: ilk harfleri seçin</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Son harfi sil</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this to the staff:</source>
        <translation>Ya da bunu görevliye gösterin:</translation>
    </message>
    <message>
        <source>Or show this to the staff when we are open:</source>
        <translation>Ya da açık olduğumuzda bunu görevliye gösterin:</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Kod: %1</translation>
    </message>
</context>
<context>
    <name>TicketButtons</name>
    <message>
        <source>Other ways to book</source>
        <translation>Randevu almanın diğer yolları</translation>
    </message>
    <message>
        <source>Show how to book</source>
        <translation>Nasıl randevu alınacağını göster</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Randevuyu takviminize kaydedin</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>Bu saati ayırtın</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Randevu iste</translation>
    </message>
    <message>
        <source>Other ways to book</source>
        <translation>Randevu almanın diğer yolları</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Randevuyu takviminize kaydedin</translation>
    </message>
</context>
<context>
    <name>TicketParts</name>
    <message>
        <source>This does not book it.</source>
        <translation>Bu işlem randevu yerine geçmez.</translation>
    </message>
    <message>
        <source>Scan the QR code to save the time in your calendar.</source>
        <translation>Randevuyu takviminize kaydetmek için QR kodunu okutun.</translation>
    </message>
</context>
<context>
    <name>TopicFactLine</name>
    <message>
        <source>Cost</source>
        <translation>Ücret</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Süre</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Yanınızda getirin</translation>
    </message>
    <message>
        <source>We help you to</source>
        <translation>Şu konularda yardım ederiz</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>What do you want help with?</source>
        <translation>Hangi konuda yardım istiyorsunuz?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Ara</translation>
    </message>
</context>
</TS>
