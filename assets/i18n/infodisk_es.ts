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
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>Hablar con una persona</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escuchar</translation>
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
        <source>Lower</source>
        <translation>Más abajo</translation>
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
        <source>No free time is left here. Go back to see others.</source>
        <translation>Aquí ya no quedan horas libres. Vuelva atrás para ver otras.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Ninguno de estos</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>Reserve una hora</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>Very bad</source>
        <translation>Muy mal</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>Regular</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Muy bien</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>¡Gracias!</translation>
    </message>
    <message>
        <source>Did you get the help you needed?</source>
        <translation>¿Recibió la ayuda que necesitaba?</translation>
    </message>
    <message>
        <source>Nobody can see who answered.</source>
        <translation>Nadie puede ver quién respondió.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>We help you to</source>
        <translation>Le ayudamos a</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Traiga</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>See when you can come</source>
        <translation>Vea cuándo puede venir</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message numerus="yes">
        <source>What you chose is cleared in %n second(s).</source>
        <translation>
            <numerusform>Lo que eligió se borra en %n segundo.</numerusform>
            <numerusform>Lo que eligió se borra en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>Sí, seguir</translation>
    </message>
    <message>
        <source>No, I am done</source>
        <translation>No, he terminado</translation>
    </message>
</context>
<context>
    <name>OfficeCard</name>
    <message>
        <source>Here: %1</source>
        <translation>Aquí: %1</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Otra hora</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>Reserve una hora</translation>
    </message>
    <message>
        <source>Another time at %1</source>
        <translation>Otra hora en %1</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Let the slides go on</source>
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
        <translation>Hablar con una persona</translation>
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
        <source>Staff at the desk here until %1</source>
        <translation>Hay personal aquí hasta las %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Touch the screen for help and times</source>
        <translation>Toque la pantalla: ayuda y horas</translation>
    </message>
    <message>
        <source>Free times are unknown since %1. Ask the desk or call.</source>
        <translation>No se conocen las horas libres desde las %1. Pregunte en el mostrador o llame.</translation>
    </message>
    <message>
        <source>Free times are not known now. Ask the desk or call.</source>
        <translation>No se conocen ahora las horas libres. Pregunte en el mostrador o llame.</translation>
    </message>
    <message>
        <source>Not known since %1</source>
        <translation>No se sabe desde las %1</translation>
    </message>
    <message>
        <source>Not known now</source>
        <translation>Ahora no se sabe</translation>
    </message>
    <message>
        <source>No free times in the coming weeks. Ask the desk or call.</source>
        <translation>No hay horas libres en las próximas semanas. Pregunte en el mostrador o llame.</translation>
    </message>
    <message>
        <source>Free times as they were at %1</source>
        <translation>Horas libres según estaban a las %1</translation>
    </message>
    <message>
        <source>Come without booking</source>
        <translation>Venga sin cita</translation>
    </message>
    <message>
        <source>Now, until %1</source>
        <translation>Ahora, hasta las %1</translation>
    </message>
    <message>
        <source>Next free time</source>
        <translation>Próxima hora libre</translation>
    </message>
    <message>
        <source>Choose language</source>
        <translation>Elija idioma</translation>
    </message>
    <message>
        <source>Show this at the desk</source>
        <translation>Muestre esto en el mostrador</translation>
    </message>
    <message>
        <source>I would like to book %1, %2.</source>
        <translation>Quiero reservar: %1, %2.</translation>
    </message>
    <message>
        <source>I would like to book a time for %1.</source>
        <translation>Quiero reservar una hora para: %1.</translation>
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
        <source>To book a time</source>
        <translation>Para reservar una hora</translation>
    </message>
    <message>
        <source>Scan the code with your phone to book.</source>
        <translation>Escanee el código con su teléfono para reservar.</translation>
    </message>
    <message>
        <source>Scan the code with your phone to call and book.</source>
        <translation>Escanee el código con su móvil para llamar y reservar.</translation>
    </message>
    <message>
        <source>Scan the code with your phone to write an e-mail. The text is already there, in Swedish.</source>
        <translation>Escanee el código con su móvil para escribir un correo. El texto ya está escrito, en sueco.</translation>
    </message>
    <message>
        <source>Book at the desk. You need no phone.</source>
        <translation>Reserve en el mostrador. No necesita teléfono.</translation>
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
        <source>About %1 minutes</source>
        <translation>Unos %1 minutos</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 at %2</source>
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
        <translation>Tome su papel.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Scan the code, or ask at the desk.</source>
        <translation>La impresora no tiene papel. Escanee el código o pregunte en el mostrador.</translation>
    </message>
    <message>
        <source>The printer’s cover is open. Scan the code, or ask at the desk.</source>
        <translation>La tapa de la impresora está abierta. Escanee el código o pregunte en el mostrador.</translation>
    </message>
    <message>
        <source>The printer is switched off. Scan the code, or ask at the desk.</source>
        <translation>La impresora está apagada. Escanee el código o pregunte en el mostrador.</translation>
    </message>
    <message>
        <source>The printer does not work just now. Scan the code, or ask at the desk.</source>
        <translation>La impresora no funciona ahora. Escanee el código o pregunte en el mostrador.</translation>
    </message>
    <message>
        <source>Print a ticket</source>
        <translation>Imprimir un papel</translation>
    </message>
</context>
<context>
    <name>Scroller</name>
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
    <name>SearchPage</name>
    <message>
        <source>Search: choose the first letters</source>
        <translation>Buscar: elija las primeras letras</translation>
    </message>
    <message>
        <source>Take the last letter away</source>
        <translation>Borrar la última letra</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Or show this at the desk:</source>
        <translation>O muestre esto en el mostrador:</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Book this time</source>
        <translation>Reserve esta hora</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>Reserve una hora</translation>
    </message>
    <message>
        <source>Scan the code to save the time in your own calendar. That does not book it.</source>
        <translation>Escanee el código para guardar la hora en su calendario. Eso no la reserva.</translation>
    </message>
    <message>
        <source>Show the way to book</source>
        <translation>Mostrar cómo reservar</translation>
    </message>
    <message>
        <source>Save the time in your calendar</source>
        <translation>Guardar la hora en su calendario</translation>
    </message>
</context>
<context>
    <name>TimesPage</name>
    <message>
        <source>When do you want to come?</source>
        <translation>¿Cuándo quiere venir?</translation>
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
