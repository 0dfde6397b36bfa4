<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>Softer</source>
        <translation>Softer</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Louder</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Start over</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ask us</source>
        <translation>Ask us</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>Talk to a person</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>Text size, now %1 percent</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Move all buttons down</source>
        <translation>Move all buttons down</translation>
    </message>
    <message>
        <source>Change language, now %1</source>
        <translation>Change language, now %1</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Which day?</source>
        <translation>Which day?</translation>
    </message>
    <message>
        <source>Which time?</source>
        <translation>Which time?</translation>
    </message>
    <message>
        <source>No times are left here. Go back to see others.</source>
        <translation>No times are left here. Go back to see others.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>None of these</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Ask for a time</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Very bad</source>
        <translation>Very bad</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Bad</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>So-so</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Very good</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Thank you!</translation>
    </message>
    <message>
        <source>How good was the help you got?</source>
        <translation>How good was the help you got?</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>Nobody can see who answered.</translation>
    </message>
</context>
<context>
    <name>FirstTime</name>
    <message>
        <source>Book this time</source>
        <translation>Book this time</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>Starting over</source>
        <translation>Starting over</translation>
    </message>
    <message numerus="yes">
        <source>Your choices will be cleared in %n second(s).</source>
        <translation>
            <numerusform>Your choices will be cleared in %n second.</numerusform>
            <numerusform>Your choices will be cleared in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation>Yes, continue</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>No, I’m done</source>
        <translation>No, I’m done</translation>
    </message>
    <message>
        <source>Start over now</source>
        <translation>Start over now</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Listen: %1</source>
        <translation>Listen: %1</translation>
    </message>
</context>
<context>
    <name>LaterTimes</name>
    <message>
        <source>More times</source>
        <translation>More times</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Ask for a time</translation>
    </message>
</context>
<context>
    <name>NextTimesParts</name>
    <message>
        <source>Next available time</source>
        <translation>Next available time</translation>
    </message>
    <message>
        <source>Other offices</source>
        <translation>Other offices</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Show what is above</source>
        <translation>Show what is above</translation>
    </message>
    <message>
        <source>Show what is below</source>
        <translation>Show what is below</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Continue the slides</source>
        <translation>Continue the slides</translation>
    </message>
    <message>
        <source>Stop the slides</source>
        <translation>Stop the slides</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Talk to a person</source>
        <translation>Talk to a person</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>today</source>
        <translation>today</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>Open now until %1</source>
        <translation>Open now until %1</translation>
    </message>
    <message>
        <source>Closed. Opens %1 at %2</source>
        <translation>Closed. Opens %1 at %2</translation>
    </message>
    <message>
        <source>Closed today. Opens %1 at %2</source>
        <translation>Closed today. Opens %1 at %2</translation>
    </message>
    <message>
        <source>Closed today, public holiday. Opens %1 at %2</source>
        <translation>Closed today, public holiday. Opens %1 at %2</translation>
    </message>
    <message>
        <source>Open today only until %1</source>
        <translation>Open today only until %1</translation>
    </message>
    <message>
        <source>Staff here until %1</source>
        <translation>Staff here until %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>The one word on the sign of an open office.</extracomment>
        <translation>Open</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>Touch the screen for help and times</translation>
    </message>
    <message>
        <source>Press the help key, and this screen is read to you.</source>
        <extracomment>Said aloud, never shown; the help key is F1 or a key with a question mark.</extracomment>
        <translation>Press the help key, and this screen is read to you.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now (last known: %1). Ask the staff or call.</source>
        <translation>Available times cannot be shown now (last known: %1). Ask the staff or call.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now. Ask the staff or call.</source>
        <translation>Available times cannot be shown now. Ask the staff or call.</translation>
    </message>
    <message>
        <source>Not available (last known: %1)</source>
        <translation>Not available (last known: %1)</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>Not available now</translation>
    </message>
    <message>
        <source>No available times in the coming weeks. Ask the staff or call.</source>
        <translation>No available times in the coming weeks. Ask the staff or call.</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Updated %1</translation>
    </message>
    <message>
        <source>Last updated: %1</source>
        <extracomment>%1 is a day and a time, not only a time.</extracomment>
        <translation>Last updated: %1</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>Come without booking</translation>
    </message>
    <message>
        <source>Next available time</source>
        <translation>Next available time</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>Choose language</translation>
    </message>
    <message>
        <source>Show this to the staff</source>
        <translation>Show this to the staff</translation>
    </message>
    <message>
        <source>I would like to book %1, %2.</source>
        <translation>I would like to book %1, %2.</translation>
    </message>
    <message>
        <source>I would like to book a time for %1.</source>
        <translation>I would like to book a time for %1.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>How to book</source>
        <translation>How to book</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to book.</source>
        <translation>Scan the QR code with your phone to book.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to call and book.</source>
        <translation>Scan the QR code with your phone to call and book.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>Scan the QR code with your phone to write an e-mail. The text is already there, in Swedish.</translation>
    </message>
    <message>
        <source>Book with the staff. You don’t need a phone.</source>
        <translation>Book with the staff. You don’t need a phone.</translation>
    </message>
    <message>
        <source>Confirm on your phone.</source>
        <translation>Confirm on your phone.</translation>
    </message>
    <message>
        <source>Send the e-mail.</source>
        <translation>Send the e-mail.</translation>
    </message>
    <message>
        <source>Say which time you want.</source>
        <translation>Say which time you want.</translation>
    </message>
    <message>
        <source>Done when your time is confirmed.</source>
        <translation>Done when your time is confirmed.</translation>
    </message>
    <message>
        <source>To change or cancel: %1</source>
        <translation>To change or cancel: %1</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Bring with you</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Web page</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>Or call %1.</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>Or write to %1.</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>Nothing is booked yet.</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>All day</translation>
    </message>
    <message numerus="yes">
        <source>day(s) left</source>
        <translation>
            <numerusform>day left</numerusform>
            <numerusform>days left</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting time: %1</source>
        <extracomment>In a queue; %1 is such as: 12 min.</extracomment>
        <translation>Waiting time: %1</translation>
    </message>
    <message>
        <source>People waiting: %1</source>
        <translation>People waiting: %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>In how many minutes a bus leaves, as short as on a sign at a stop.</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>A bus that is just leaving.</extracomment>
        <translation>Now</translation>
    </message>
    <message>
        <source>Exercise – no danger</source>
        <extracomment>Above a warning that is only practised; nobody is in danger.</extracomment>
        <translation>Exercise – no danger</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>Above a warning to the public.</extracomment>
        <translation>Warning</translation>
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
        <translation>d/M</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation>
            <numerusform>About %n minute</numerusform>
            <numerusform>About %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>Come now, until %1. No booking needed.</source>
        <translation>Come now, until %1. No booking needed.</translation>
    </message>
    <message>
        <source>Come today %1. No booking needed.</source>
        <extracomment>%1 is hours (13:00–16:00).</extracomment>
        <translation>Come today %1. No booking needed.</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Here: %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>A day and a time on it, as inside a sentence.</extracomment>
        <translation>%1 at %2</translation>
    </message>
</context>
<context>
    <name>PrintLine</name>
    <message>
        <source>Printing …</source>
        <translation>Printing …</translation>
    </message>
    <message>
        <source>Take your ticket.</source>
        <translation>Take your ticket.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the QR code, or ask the staff.</source>
        <translation>The printer is out of paper. Scan the QR code, or ask the staff.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the QR code, or ask the staff.</source>
        <translation>The printer’s cover is open. Scan the QR code, or ask the staff.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the QR code, or ask the staff.</source>
        <translation>The printer is switched off. Scan the QR code, or ask the staff.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the QR code, or ask the staff.</source>
        <translation>The printer does not work just now. Scan the QR code, or ask the staff.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>Print a ticket</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>Search: choose the first letters</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Delete the last letter</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this to the staff:</source>
        <translation>Or show this to the staff:</translation>
    </message>
    <message>
        <source>Or show this to the staff when we are open:</source>
        <translation>Or show this to the staff when we are open:</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
</context>
<context>
    <name>TicketButtons</name>
    <message>
        <source>Other ways to book</source>
        <translation>Other ways to book</translation>
    </message>
    <message>
        <source>Show how to book</source>
        <translation>Show how to book</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Save the time in your calendar</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>Book this time</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Ask for a time</translation>
    </message>
    <message>
        <source>Other ways to book</source>
        <translation>Other ways to book</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Save the time in your calendar</translation>
    </message>
</context>
<context>
    <name>TicketParts</name>
    <message>
        <source>This does not book it.</source>
        <translation>This does not book it.</translation>
    </message>
    <message>
        <source>Scan the QR code to save the time in your calendar.</source>
        <translation>Scan the QR code to save the time in your calendar.</translation>
    </message>
</context>
<context>
    <name>TopicFactLine</name>
    <message>
        <source>Cost</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Bring with you</translation>
    </message>
    <message>
        <source>We help you to</source>
        <translation>We help you to</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>What do you want help with?</source>
        <translation>What do you want help with?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
</context>
</TS>
