// When, where and about what: the ordinary flow of complaints and the stories hidden in it.
import { addDays, dayOfWeek, daysBetween, fractionOfYear, isBankHoliday } from "./sample-calendar.mjs";

const FIRST_DAY = "2023-11-01";
const LAST_DAY = "2026-10-31";
const GROWTH_A_YEAR = 0.03;
const AREA_WEEK_SHAPE = 60; // overdispersion: gamma multipliers with mean 1 and variance 1/shape
const THEME_WEEK_SHAPE = 40;

// Complaints a week at the start (together about 38), the season's height and peak (fraction of the year), and the places.
const AREAS = {
  UKVI: { weekly: 15.5, season: 0.1, peak: 0.72, offices: { Sheffield: 22, Croydon: 20, Liverpool: 18, Durham: 10, Manchester: 10, Glasgow: 8, Belfast: 6, Cardiff: 6 } },
  HMPassportOffice: { weekly: 8, season: 0.42, peak: 0.47, offices: { Durham: 30, Liverpool: 28, Cardiff: 16, Glasgow: 14, Belfast: 12 } },
  BorderForce: { weekly: 5.4, season: 0.25, peak: 0.58, offices: { Dover: 41, Heathrow: 35, Gatwick: 14, Manchester: 6, Glasgow: 4 } },
  ImmigrationEnforcement: { weekly: 3.2, season: 0, peak: 0, offices: { Croydon: 30, Manchester: 20, Solihull: 18, Sheffield: 10, Liverpool: 10, Glasgow: 6, Dover: 6 } },
  DetentionAndEscorting: { weekly: 2.9, season: 0.05, peak: 0.6, offices: { Heathrow: 42, Gatwick: 25, Dover: 25, Manchester: 8 } },
  LegalServiceProvider: { weekly: 1.7, season: 0, peak: 0, offices: { "": 1 } },
  Other: { weekly: 1.3, season: 0, peak: 0, offices: { "": 3, Croydon: 1, Durham: 1 } },
};

const THEMES = {
  UKVI: { delay_or_missed_deadline: 34, poor_communication: 14, administrative_error: 9, poor_advice_or_information: 7, failure_to_follow_procedure: 6, complaint_handling: 6, digital_service_problem: 6, lost_or_damaged_documents: 4, payment_fees_or_refunds: 5, discrimination_or_vulnerability: 4, staff_conduct: 2, none: 3, lack_of_supervision: 1 },
  HMPassportOffice: { delay_or_missed_deadline: 31, administrative_error: 14, poor_communication: 12, poor_advice_or_information: 10, lost_or_damaged_documents: 7, payment_fees_or_refunds: 7, digital_service_problem: 6, failure_to_follow_procedure: 4, complaint_handling: 2, staff_conduct: 2, discrimination_or_vulnerability: 2, none: 1 },
  BorderForce: { staff_conduct: 33, delay_or_missed_deadline: 21, failure_to_follow_procedure: 13, discrimination_or_vulnerability: 11, digital_service_problem: 7, administrative_error: 3, poor_communication: 3, poor_advice_or_information: 3, payment_fees_or_refunds: 2, complaint_handling: 2, lost_or_damaged_documents: 1, none: 1 },
  ImmigrationEnforcement: { staff_conduct: 26, failure_to_follow_procedure: 19, discrimination_or_vulnerability: 14, administrative_error: 13, poor_communication: 11, delay_or_missed_deadline: 6, digital_service_problem: 4, lost_or_damaged_documents: 3, complaint_handling: 2, none: 2 },
  DetentionAndEscorting: { detention_conditions_or_property: 47, staff_conduct: 17, discrimination_or_vulnerability: 12, failure_to_follow_procedure: 9, poor_communication: 4, delay_or_missed_deadline: 4, "payment_fees_or_refunds;detention_conditions_or_property": 3, complaint_handling: 2, none: 2 },
  LegalServiceProvider: { poor_communication: 20, delay_or_missed_deadline: 20, payment_fees_or_refunds: 20, lack_of_supervision: 14, poor_advice_or_information: 14, lost_or_damaged_documents: 4, staff_conduct: 3, complaint_handling: 3, administrative_error: 2 },
  Other: { none: 60, poor_communication: 14, delay_or_missed_deadline: 10, staff_conduct: 6, digital_service_problem: 5, complaint_handling: 5 },
};

const DAY_OF_WEEK = [1.31, 1.25, 1.2, 1.15, 1.04, 0.57, 0.48]; // Monday first; sums to 7
const BANK_HOLIDAY_FACTOR = 0.25;
const CHRISTMAS_FACTOR = 0.4; // 24 December to 1 January

const SILENCE = { office: "Dover", from: "2026-08-17" };

/** Planted complaints: `shape` is the relative weight from the first day (0) to the last (1). */
const STORIES = [
  { story: "surge", count: 20, from: "2026-08-31", to: "2026-10-04", area: "HMPassportOffice", themes: ["lost_or_damaged_documents"], offices: { Liverpool: 1 }, shape: () => 1 },
  { story: "settlement", count: 84, from: "2026-03-02", to: LAST_DAY, area: "UKVI", themes: ["delay_or_missed_deadline"], offices: { Sheffield: 4, Durham: 4, Liverpool: 3, Croydon: 2, Belfast: 1 }, shape: position => position },
  { story: "conduct", count: 21, from: "2025-10-06", to: "2026-01-04", area: "ImmigrationEnforcement", themes: ["staff_conduct"], offices: { Manchester: 1 }, shape: () => 1 },
  { story: "campaign", count: 45, from: "2026-06-08", to: "2026-06-20", area: "UKVI", themes: ["failure_to_follow_procedure", "poor_communication"], offices: { "": 3, Croydon: 2 }, shape: position => 1.3 - position },
  { story: "evisa", count: 18, from: "2026-10-05", to: LAST_DAY, area: "UKVI", themes: ["digital_service_problem"], offices: { "": 2, Sheffield: 1, Liverpool: 1, Croydon: 1, Durham: 1, Glasgow: 1 }, shape: () => 1 },
];

function calendarFactor(day) {
  const monthAndDay = day.slice(5);
  const christmas = monthAndDay >= "12-24" || monthAndDay === "01-01" ? CHRISTMAS_FACTOR : 1;
  return DAY_OF_WEEK[dayOfWeek(day)] * (isBankHoliday(day) ? BANK_HOLIDAY_FACTOR : christmas);
}

function expectedOn(day, plan) {
  const growth = 1 + GROWTH_A_YEAR * daysBetween(FIRST_DAY, day) / 365.25;
  const season = 1 + plan.season * Math.cos(2 * Math.PI * (fractionOfYear(day) - plan.peak));
  return plan.weekly / 7 * growth * season * calendarFactor(day);
}

const jittered = (weights, random) =>
  Object.fromEntries(Object.entries(weights).map(([key, weight]) => [key, weight * random.gamma(THEME_WEEK_SHAPE) / THEME_WEEK_SHAPE]));

function drawArea(area, random) {
  const plan = AREAS[area];
  const events = [];
  let weekFactor = 1;
  let themes = THEMES[area];
  for (let day = FIRST_DAY; day <= LAST_DAY; day = addDays(day, 1)) {
    if (dayOfWeek(day) === 0) {
      weekFactor = random.gamma(AREA_WEEK_SHAPE) / AREA_WEEK_SHAPE;
      themes = jittered(THEMES[area], random);
    }
    const count = random.poisson(expectedOn(day, plan) * weekFactor);
    for (let drawn = 0; drawn < count; drawn++) {
      events.push({ day, area, cell: random.weighted(themes), office: random.weighted(plan.offices) });
    }
  }
  return events.filter(event => event.office !== SILENCE.office || event.day < SILENCE.from);
}

function drawStory(plan, random) {
  const length = daysBetween(plan.from, plan.to);
  const days = Array.from({ length: length + 1 }, (_, offset) => addDays(plan.from, offset));
  const weights = Object.fromEntries(days.map((day, offset) => [day, plan.shape(offset / length) * calendarFactor(day)]));
  return Array.from({ length: plan.count }, () => ({
    day: random.weighted(weights), area: plan.area, cell: plan.themes[0], themes: plan.themes, office: random.weighted(plan.offices), story: plan.story,
  }));
}

/** All complaints in the order received; within a day the order is shuffled. */
export function drawEvents(areas, random) {
  const events = areas.flatMap(({ area }) => drawArea(area, random));
  for (const plan of STORIES) events.push(...drawStory(plan, random));
  for (const event of events) event.themes ??= event.cell.split(";");
  return random.shuffled(events).sort((left, right) => left.day < right.day ? -1 : left.day > right.day ? 1 : 0);
}
