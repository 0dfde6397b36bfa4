// When calendars are busy, by ical.js: a line of JSON in, {calendar, zone, start, end}; a line out, [[start, end], ...].
// Times are seconds since 1970. `zone` is a VTIMEZONE for floating times and whole days.
import vm from "node:vm";
import readline from "node:readline";
import ICAL from "ical.js";

const MOST = 20000;
const LONGEST_MS = 30000; // some rules without any time never end

function zoneOf(text) {
  const component = new ICAL.Component(ICAL.parse(`BEGIN:VCALENDAR\r\n${text}\r\nEND:VCALENDAR`));
  return new ICAL.Timezone(component.getFirstSubcomponent("vtimezone"));
}

function seconds(time, office) {
  const copy = time.clone();
  copy.isDate = false;
  if (time.isDate || time.zone === ICAL.Timezone.localTimezone) copy.zone = office;
  return copy.toUnixTime();
}

function counts(event) {
  const component = event.component;
  return component.getFirstPropertyValue("status") !== "CANCELLED" && component.getFirstPropertyValue("transp") !== "TRANSPARENT";
}

function* spans(event, asked, office) {
  if (!event.isRecurring()) {
    if (counts(event)) yield [seconds(event.startDate, office), seconds(event.endDate, office)];
    return;
  }
  const times = event.iterator();
  for (let number = 0; number < MOST; number++) {
    const next = times.next();
    if (!next || seconds(next, office) > asked.end + 40 * 86400) return;
    const found = event.getOccurrenceDetails(next);
    if (counts(found.item)) yield [seconds(found.startDate, office), seconds(found.endDate, office)];
  }
}

function busy(asked) {
  const calendar = new ICAL.Component(ICAL.parse(asked.calendar));
  const office = zoneOf(asked.zone);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent");
  const found = [];
  for (const component of events.filter((each) => !each.hasProperty("recurrence-id"))) {
    const uid = component.getFirstPropertyValue("uid");
    const related = events.filter((each) => each.hasProperty("recurrence-id") && each.getFirstPropertyValue("uid") === uid);
    const event = new ICAL.Event(component, { strictExceptions: true, exceptions: related });
    found.push(...spans(event, asked, office));
  }
  return found.filter(([start, end]) => start < asked.end && end > asked.start && start < end);
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  let answer;
  try {
    globalThis.read = () => busy(JSON.parse(line));
    answer = { busy: vm.runInThisContext("read()", { timeout: LONGEST_MS }) };
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
