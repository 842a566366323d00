// Makes samples/complaints.csv and samples/small-quarantine.csv from the written text in samples/material.
// Usage: node samples/make-sample.mjs [--check] [--truth FILE]
//   --check  writes nothing; exit code 1 if the files in place are not what this program makes
//   --truth  also writes reference, area, themes and story of every complaint (not part of the export)
// Node 20, no packages, no clock: the same material and seed give the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { drawEvents } from "./sample-events.mjs";
import { NarrativeWriter } from "./sample-narratives.mjs";
import { Random } from "./sample-random.mjs";
import { addDays, addWorkingDays, daysBetween } from "./sample-calendar.mjs";

const SEED = "insights-sample-1";
const EXTRACT_DAY = "2026-10-31"; // the day of the export: nothing later is in it
const SHEFFIELD_RENAMED_ON = "2026-03-01";
const EXACT_DUPLICATES = 15;
const COLUMNS = ["CaseReference", "DateReceived", "DateOfEvent", "DateResponded", "DateClosed", "CaseCategory", "Office", "Channel",
  "Route", "Outcome", "Remedy", "RemedyAmount", "Narrative"];

const here = dirname(fileURLToPath(import.meta.url));
const readMaterial = name => JSON.parse(readFileSync(join(here, "material", `${name}.json`), "utf8"));

const CATEGORY_OF_THEME = {
  delay_or_missed_deadline: "Service - Delay", administrative_error: "Service - Administrative error",
  lost_or_damaged_documents: "Service - Lost documents", poor_communication: "Service - Poor communication",
  poor_advice_or_information: "Service - Wrong information", failure_to_follow_procedure: "Service - Process not followed",
  staff_conduct: "Minor misconduct - Rudeness", lack_of_supervision: "Service - Poor communication",
  payment_fees_or_refunds: "Service - Fees and refunds", complaint_handling: "Service - Complaint handling",
  digital_service_problem: "Service - Digital", detention_conditions_or_property: "Service - Property and conditions",
  discrimination_or_vulnerability: "Service - Customer needs", none: "Not a complaint",
};
const CATEGORIES = [...new Set(Object.values(CATEGORY_OF_THEME))];
const CHANNELS = { "Online form": 0.4, Email: 0.33, Post: 0.12, Telephone: 0.09, "MP or representative": 0.06 };
const OUTCOMES = { "": 0.4, Upheld: 0.16, "Partially upheld": 0.1, "Part upheld": 0.03, "Not upheld": 0.19, Resolved: 0.06,
  Withdrawn: 0.03, "Out of remit": 0.03 };
const REMEDIES = { "": 0.35, Apology: 0.36, "Ex gratia payment": 0.13, Refund: 0.08, "Record corrected": 0.08 };
const PAYMENTS = ["25.00", "50.00", "75.00", "100.00", "150.00", "200.00", "250.00", "400.00", "87.50", "1,200.00"];

/** dd/MM/yyyy, except for cases moved from the older system, which wrote ISO dates. */
const written = (day, isOldSystem) => day === "" ? "" : isOldSystem ? day : `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

function recordedOffice(event, random) {
  if (event.office === "" || random.chance(event.story ? 0.02 : 0.06)) return "";
  return event.office === "Sheffield" && event.day >= SHEFFIELD_RENAMED_ON ? "Sheffield Vulcan House" : event.office;
}

function handling(event, random) {
  const notAfterExtract = day => day <= EXTRACT_DAY ? day : "";
  const medianDays = event.themes[0] === "delay_or_missed_deadline" ? 75 : 30;
  const eventOn = random.chance(0.35) ? "" : addDays(event.day, -Math.round(Math.min(540, medianDays * Math.exp(random.normal()))));
  const responded = random.chance(0.2) ? "" : notAfterExtract(addWorkingDays(event.day, Math.max(1, Math.round(random.gamma(4) * 4.6))));
  const closed = responded === "" || random.chance(0.15) ? "" : notAfterExtract(addDays(responded, random.integer(0, 12)));
  const outcome = responded === "" ? (random.chance(0.04) && daysBetween(event.day, EXTRACT_DAY) > 40 ? "Withdrawn" : "") : random.weighted(OUTCOMES);
  const remedy = /upheld$/i.test(outcome) && outcome !== "Not upheld" ? random.weighted(REMEDIES) : "";
  const amount = remedy === "Ex gratia payment" || remedy === "Refund" ? random.pick(PAYMENTS) : "";
  return { eventOn, responded, closed, outcome, remedy, amount, route: routeOf(outcome, remedy, random) };
}

function routeOf(outcome, remedy, random) {
  if (random.chance(0.25)) return "";
  if (outcome === "Resolved") return "Resolved informally";
  if (outcome === "Withdrawn" || outcome === "Out of remit") return "Closed without reply";
  if (remedy === "Ex gratia payment") return "Settled";
  return outcome === "" ? "" : "Investigated";
}

function sourceCategory(event, random) {
  if (random.chance(0.08)) return "";
  if (event.story === "campaign" || random.chance(0.12)) return event.story === "campaign" ? "Service - Customer needs" : random.pick(CATEGORIES);
  return CATEGORY_OF_THEME[event.themes[0]];
}

function toRow(event, sequence, random) {
  const isOldSystem = random.chance(0.06);
  const how = handling(event, random);
  const date = day => written(day, isOldSystem);
  return {
    CaseReference: `CMS-${event.day.slice(2, 4)}${event.day.slice(5, 7)}-${String(sequence).padStart(5, "0")}`,
    DateReceived: !event.story && random.chance(0.0015) ? "" : date(event.day),
    DateOfEvent: date(how.eventOn), DateResponded: date(how.responded), DateClosed: date(how.closed),
    CaseCategory: sourceCategory(event, random), Office: recordedOffice(event, random),
    Channel: random.chance(0.03) ? "" : random.weighted(CHANNELS),
    Route: how.route, Outcome: how.outcome, Remedy: how.remedy, RemedyAmount: how.amount,
    Narrative: random.chance(0.004) && !event.story ? "" : event.narrative,
  };
}

const quoted = cell => /[",\r\n]/.test(cell) ? `"${cell.replaceAll("\"", "\"\"")}"` : cell;
const toLine = row => COLUMNS.map(column => quoted(row[column])).join(",");

/** Each is a copy of a good row with one thing broken: [what, how]. */
const BREAKAGES = [
  row => toLine({ ...row, CaseReference: "" }), row => toLine({ ...row, DateReceived: "31/02/2024" }),
  row => toLine({ ...row, CaseReference: "" }), row => toLine({ ...row, DateReceived: "00/00/0000" }),
  row => toLine({ ...row, DateReceived: "2025-13-04" }), row => toLine({ ...row, CaseReference: " " }),
  row => toLine({ ...row, DateReceived: "29/02/2025" }), row => toLine({ ...row, DateClosed: "31/11/2025" }),
  row => `${toLine(row)},,surplus,`, row => toLine({ ...row, CaseReference: "" }),
  row => toLine(row).split(",").slice(0, 6).join(","), row => toLine({ ...row, DateReceived: "tbc" }),
  row => toLine({ ...row, CaseReference: "" }), row => toLine({ ...row, DateResponded: "12/25/2025" }),
];

/** Broken rows carry references of their own (…X…), so that nothing else in the file is lost with them. */
function withFaults(rows, random) {
  const lines = rows.map(toLine);
  const inserts = [];
  for (let copy = 0; copy < EXACT_DUPLICATES; copy++) {
    const from = random.integer(0, rows.length - 500);
    inserts.push({ at: from + random.integer(2, 400), line: lines[from] });
  }
  BREAKAGES.forEach((breakRow, index) => {
    const at = Math.floor((index + 0.5) * rows.length / BREAKAGES.length);
    const source = rows[at];
    inserts.push({ at, line: breakRow({ ...source, CaseReference: source.CaseReference.replace(/-(\d+)$/, "-X$1") }) });
  });
  inserts.sort((left, right) => right.at - left.at).forEach(({ at, line }) => lines.splice(at, 0, line));
  return lines;
}

function smallFile(rows) {
  const some = rows.slice(-36).map(row => ({ ...row, CaseReference: row.CaseReference.replace("CMS", "TRY") }));
  const lines = some.map((row, index) => index % 6 === 3 ? BREAKAGES[[0, 1, 7, 8, 10, 11][(index - 3) / 6]](row) : toLine(row));
  return [...lines, lines[1]];
}

// The export is UTF-8 with a byte order mark and CRLF line ends, as spreadsheets and case systems write it.
const toFile = lines => `\uFEFF${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;

function make() {
  const areas = ["ukvi", "passport", "border", "enforcement", "detention", "legal", "other"].map(readMaterial);
  const events = drawEvents(areas, new Random(`${SEED}/events`));
  new NarrativeWriter(areas, readMaterial("stories"), readMaterial("people"), new Random(`${SEED}/text`)).writeAll(events);
  const random = new Random(`${SEED}/rows`);
  const rows = events.map((event, index) => toRow(event, index + 1, random));
  const truth = ["reference,day,area,themes,office,story",
    ...events.map((event, index) => [rows[index].CaseReference, event.day, event.area, event.themes.join(";"), event.office, event.story ?? ""].join(","))];
  return {
    files: { "complaints.csv": toFile(withFaults(rows, new Random(`${SEED}/faults`))), "small-quarantine.csv": toFile(smallFile(rows)) },
    truth: `${truth.join("\n")}\n`,
  };
}

const made = make();
const truthAt = process.argv.indexOf("--truth");
if (truthAt > 0) writeFileSync(process.argv[truthAt + 1], made.truth);
for (const [name, content] of Object.entries(made.files)) {
  const path = join(here, name);
  if (!process.argv.includes("--check")) writeFileSync(path, content);
  else if (readFileSync(path, "utf8") !== content) {
    console.error(`${name} differs from what make-sample.mjs makes: run node samples/make-sample.mjs and commit the result.`);
    process.exitCode = 1;
  }
}
