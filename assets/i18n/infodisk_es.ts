<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>Softer</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más alto</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Start over</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Ask us</source>
        <translation>Pregúntenos</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>Hablar con el personal</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Text size, now %1 percent</source>
        <translation>Tamaño del texto, ahora %1 por ciento</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Move all buttons down</source>
        <translation>Bajar todos los botones</translation>
    </message>
    <message>
        <source>Change language, now %1</source>
        <translation>Cambiar de idioma, ahora %1</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>Which day?</source>
        <translation>¿Qué día?</translation>
    </message>
    <message>
        <source>Which time?</source>
        <translation>¿A qué hora?</translation>
    </message>
    <message>
        <source>No times are left here. Go back to see others.</source>
        <translation>Aquí ya no quedan citas. Vuelva atrás para ver otras.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Ninguno de estos</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Pedir una cita</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Very bad</source>
        <translation>Muy mala</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Mala</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>Regular</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Buena</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Muy buena</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>¡Gracias!</translation>
    </message>
    <message>
        <source>How good was the help you got?</source>
        <translation>¿Cómo fue la ayuda que recibió?</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>Nadie puede ver quién respondió.</translation>
    </message>
</context>
<context>
    <name>FirstTime</name>
    <message>
        <source>Book this time</source>
        <translation>Pida esta cita</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>Starting over</source>
        <translation>Empezamos de nuevo</translation>
    </message>
    <message numerus="yes">
        <source>Your choices will be cleared in %n second(s).</source>
        <translation>
            <numerusform>Lo que eligió se borrará en %n segundo.</numerusform>
            <numerusform>Lo que eligió se borrará en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation>Sí, seguir</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>No, I’m done</source>
        <translation>No, eso es todo</translation>
    </message>
    <message>
        <source>Start over now</source>
        <translation>Empezar de nuevo ahora</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Listen: %1</source>
        <translation>Escuchar: %1</translation>
    </message>
</context>
<context>
    <name>LaterTimes</name>
    <message>
        <source>More times</source>
        <translation>Más citas</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Pedir una cita</translation>
    </message>
</context>
<context>
    <name>NextTimesParts</name>
    <message>
        <source>Next available time</source>
        <translation>Próxima cita disponible</translation>
    </message>
    <message>
        <source>Other offices</source>
        <translation>Otras oficinas</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Show what is above</source>
        <translation>Mostrar lo de arriba</translation>
    </message>
    <message>
        <source>Show what is below</source>
        <translation>Mostrar lo de abajo</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Continue the slides</source>
        <translation>Continuar la presentación</translation>
    </message>
    <message>
        <source>Stop the slides</source>
        <translation>Detener la presentación</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Talk to a person</source>
        <translation>Hablar con el personal</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message>
        <source>Open now until %1</source>
        <translation>Abierto ahora hasta las %1</translation>
    </message>
    <message>
        <source>Closed. Opens %1 at %2</source>
        <translation>Cerrado. Abre %1 a las %2</translation>
    </message>
    <message>
        <source>Closed today. Opens %1 at %2</source>
        <translation>Cerrado hoy. Abre %1 a las %2</translation>
    </message>
    <message>
        <source>Closed today, public holiday. Opens %1 at %2</source>
        <translation>Cerrado hoy, festivo. Abre %1 a las %2</translation>
    </message>
    <message>
        <source>Open today only until %1</source>
        <translation>Hoy abierto solo hasta las %1</translation>
    </message>
    <message>
        <source>Staff here until %1</source>
        <translation>Hay personal aquí hasta las %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>The one word on the sign of an open office.</extracomment>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>Toque la pantalla: ayuda y citas</translation>
    </message>
    <message>
        <source>Press the help key, and this screen is read to you.</source>
        <extracomment>Said aloud, never shown; the help key is F1 or a key with a question mark.</extracomment>
        <translation>Pulse la tecla de ayuda y se le leerá la pantalla.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now (last known: %1). Ask the staff or call.</source>
        <translation>Ahora no podemos mostrar las citas disponibles (última actualización: %1). Pregunte al personal o llame.</translation>
    </message>
    <message>
        <source>Available times cannot be shown now. Ask the staff or call.</source>
        <translation>Ahora no podemos mostrar las citas disponibles. Pregunte al personal o llame.</translation>
    </message>
    <message>
        <source>Not available (last known: %1)</source>
        <translation>Sin datos (últimos: %1)</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>Sin datos ahora</translation>
    </message>
    <message>
        <source>No available times in the coming weeks. Ask the staff or call.</source>
        <translation>No hay citas disponibles en las próximas semanas. Pregunte al personal o llame.</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Actualizado: %1</translation>
    </message>
    <message>
        <source>Last updated: %1</source>
        <extracomment>%1 is a day and a time, not only a time.</extracomment>
        <translation>Última actualización: %1</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>Venga sin cita</translation>
    </message>
    <message>
        <source>Next available time</source>
        <translation>Próxima cita disponible</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>Elija idioma</translation>
    </message>
    <message>
        <source>Show this to the staff</source>
        <translation>Muestre esto al personal</translation>
    </message>
    <message>
        <source>I would like to book %1, %2.</source>
        <translation>Quiero reservar: %1, %2.</translation>
    </message>
    <message>
        <source>I would like to book a time for %1.</source>
        <translation>Quiero pedir cita para: %1.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>How to book</source>
        <translation>Cómo pedir cita</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to book.</source>
        <translation>Escanee el código QR con su móvil para pedir cita.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to call and book.</source>
        <translation>Escanee el código QR con su móvil para llamar y pedir cita.</translation>
    </message>
    <message>
        <source>Scan the QR code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>Escanee el código QR. El correo ya está escrito, en sueco.</translation>
    </message>
    <message>
        <source>Book with the staff. You don’t need a phone.</source>
        <translation>Pida cita al personal. No necesita teléfono.</translation>
    </message>
    <message>
        <source>Confirm on your phone.</source>
        <translation>Confirme en el móvil.</translation>
    </message>
    <message>
        <source>Send the e-mail.</source>
        <translation>Envíe el correo.</translation>
    </message>
    <message>
        <source>Say which time you want.</source>
        <translation>Diga qué hora quiere.</translation>
    </message>
    <message>
        <source>Done when your time is confirmed.</source>
        <translation>Listo cuando se confirme la cita.</translation>
    </message>
    <message>
        <source>To change or cancel: %1</source>
        <translation>Cambiar o anular: %1</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Traiga</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Código: %1</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Página web</translation>
    </message>
    <message>
        <source>Or call %1.</source>
        <translation>O llame al %1.</translation>
    </message>
    <message>
        <source>Or write to %1.</source>
        <translation>O escriba a %1.</translation>
    </message>
    <message>
        <source>Nothing is booked yet.</source>
        <translation>Todavía no hay nada reservado.</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Todo el día</translation>
    </message>
    <message numerus="yes">
        <source>day(s) left</source>
        <translation>
            <numerusform>día restante</numerusform>
            <numerusform>días restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting time: %1</source>
        <extracomment>In a queue; %1 is such as: 12 min.</extracomment>
        <translation>Tiempo de espera: %1</translation>
    </message>
    <message>
        <source>People waiting: %1</source>
        <translation>Personas en espera: %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>In how many minutes a bus leaves, as short as on a sign at a stop.</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>A bus that is just leaving.</extracomment>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Exercise – no danger</source>
        <extracomment>Above a warning that is only practised; nobody is in danger.</extracomment>
        <translation>Simulacro: no hay peligro</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>Above a warning to the public.</extracomment>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A day and the hours on it (13:00–16:00).</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>Weekday, day of the month in digits, month by name.</extracomment>
        <translation>%1 %2 de %3</translation>
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
            <numerusform>Cerca de %n minuto</numerusform>
            <numerusform>Cerca de %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>Come now, until %1. No booking needed.</source>
        <translation>Venga ahora, hasta las %1. Sin cita.</translation>
    </message>
    <message>
        <source>Come today %1. No booking needed.</source>
        <extracomment>%1 is hours (13:00–16:00).</extracomment>
        <translation>Venga hoy, %1. Sin cita.</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Aquí: %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>A day and a time on it, as inside a sentence.</extracomment>
        <translation>%1 a las %2</translation>
    </message>
</context>
<context>
    <name>PrintLine</name>
    <message>
        <source>Printing …</source>
        <translation>Imprimiendo …</translation>
    </message>
    <message>
        <source>Take your ticket.</source>
        <translation>Recoja su comprobante.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the QR code, or ask the staff.</source>
        <translation>La impresora no tiene papel. Escanee el código QR o pregunte al personal.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the QR code, or ask the staff.</source>
        <translation>La tapa de la impresora está abierta. Escanee el código QR o pregunte al personal.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the QR code, or ask the staff.</source>
        <translation>La impresora está apagada. Escanee el código QR o pregunte al personal.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the QR code, or ask the staff.</source>
        <translation>La impresora no funciona ahora. Escanee el código QR o pregunte al personal.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>Imprimir un comprobante</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>Buscar: elija las primeras letras</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Borrar la última letra</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this to the staff:</source>
        <translation>O muestre esto al personal:</translation>
    </message>
    <message>
        <source>Or show this to the staff when we are open:</source>
        <translation>O muestre esto al personal cuando esté abierto:</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Código: %1</translation>
    </message>
</context>
<context>
    <name>TicketButtons</name>
    <message>
        <source>Other ways to book</source>
        <translation>Otras formas de pedir cita</translation>
    </message>
    <message>
        <source>Show how to book</source>
        <translation>Mostrar cómo pedir cita</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Guardar la cita en su calendario</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>Pida esta cita</translation>
    </message>
    <message>
        <source>Ask for a time</source>
        <translation>Pedir una cita</translation>
    </message>
    <message>
        <source>Other ways to book</source>
        <translation>Otras formas de pedir cita</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Guardar la cita en su calendario</translation>
    </message>
</context>
<context>
    <name>TicketParts</name>
    <message>
        <source>This does not book it.</source>
        <translation>Con eso no queda reservada.</translation>
    </message>
    <message>
        <source>Scan the QR code to save the time in your calendar.</source>
        <translation>Escanee el código QR para guardar la cita en su calendario.</translation>
    </message>
</context>
<context>
    <name>TopicFactLine</name>
    <message>
        <source>Cost</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Traiga</translation>
    </message>
    <message>
        <source>We help you to</source>
        <translation>Le ayudamos a</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>What do you want help with?</source>
        <translation>¿En qué necesita ayuda?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
</TS>
