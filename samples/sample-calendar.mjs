// Days are ISO strings; arithmetic is in UTC, so that no clock change can move a day.
const MILLISECONDS_A_DAY = 86_400_000;
const toTime = day => Date.parse(`${day}T00:00:00Z`);

/** Bank holidays of England and Wales, 2023 to 2026 (GOV.UK). */
const BANK_HOLIDAYS = new Set([
  "2023-12-25", "2023-12-26", "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26", "2024-12-25", "2024-12-26",
  "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26",
  "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31",
]);

export const isoDate = time => new Date(time).toISOString().slice(0, 10);
export const addDays = (day, days) => isoDate(toTime(day) + days * MILLISECONDS_A_DAY);
export const daysBetween = (from, to) => Math.round((toTime(to) - toTime(from)) / MILLISECONDS_A_DAY);
export const isBankHoliday = day => BANK_HOLIDAYS.has(day);

/** 0 is Monday. */
export const dayOfWeek = day => (new Date(toTime(day)).getUTCDay() + 6) % 7;

/** 0 on 1 January, nearly 1 on 31 December. */
export const fractionOfYear = day => daysBetween(`${day.slice(0, 4)}-01-01`, day) / 365.25;

export function addWorkingDays(day, count) {
  let at = day;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    if (dayOfWeek(at) < 5 && !isBankHoliday(at)) left--;
  }
  return at;
}
