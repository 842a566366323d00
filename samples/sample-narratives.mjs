// What people wrote. A complete narrative is used once; the other letters are put together from written parts.
import { addDays } from "./sample-calendar.mjs";

const OBLIQUE_SHARE = 0.3;
const SECOND_THEME_SHARE = 0.12;
const PERSONAL_DATA_SHARE = 0.38;
const LOWER_CASE_SHARE = 0.06;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const AMOUNTS = ["£82", "£94.50", "£116", "£240", "£380", "£491", "£573", "£624", "£1,035", "£1,258", "£1,538", "£2,064"];
const ALSO = ["There is a second matter.", "And another thing.", "There is more.", "That is not all.", "I must add one thing."];

/** Words that tie a sentence to one kind of case; a second sentence may not bring in a kind that the first lacks. */
const KINDS = [/asylum|refugee|trafficking|torture/i, /spouse|husband|wife|fianc/i, /student|university|course/i, /sponsor|employ|worker|job/i, /settlement|indefinite/i,
  /citizenship/i, /daughter|son\b|child|baby/i, /refus/i, /report|tag\b|bail/i, /raid|visit\b|door|flat|house/i, /parcel|seiz|customs|duty/i, /car\b|vehicle|ferry/i, /e-gate|flight/i];
const kindsOf = text => KINDS.filter(kind => kind.test(text));
const fits = (text, first) => kindsOf(text).every(kind => kind.test(first));
const SILENT_OFFICE = "Dover";
const CAMPAIGN_CHANGE_SHARE = 0.2; // how often a sender changed a phrase of the letter
const TOO_ALIKE = 0.6; // of shared word triples: only the campaign's letters should be near-duplicates
const ATTEMPTS = 12;

function triplesOf(text) {
  const words = text.toLowerCase().match(/\w+/g) ?? [];
  return new Set(words.map((word, at) => `${word} ${words[at + 1]} ${words[at + 2]}`));
}

function likeness(left, right) {
  const shared = [...left].filter(triple => right.has(triple)).length;
  return shared / (left.size + right.size - shared);
}

/** Deals the items in shuffled order and shuffles again when all were dealt, so that use is even. */
class Deck {
  #items; #rest = []; #random;
  constructor(items, random) { this.#items = items; this.#random = random; }
  deal() {
    if (this.#rest.length === 0) this.#rest = this.#random.shuffled(this.#items);
    return this.#rest.pop();
  }
}

export class NarrativeWriter {
  #areas; #stories; #people; #random; #decks = new Map(); #written = new Map();

  constructor(areas, stories, people, random) {
    this.#areas = new Map(areas.map(area => [area.area, area]));
    this.#stories = stories;
    this.#people = people;
    this.#random = random;
  }

  /** Sets `narrative` on every event. */
  writeAll(events) {
    this.#placeStories(events);
    this.#placeComplete(events);
    for (const event of events) event.narrative ??= this.#compose(event);
  }

  #placeStories(events) {
    for (const story of ["surge", "conduct", "settlement", "evisa"]) {
      const texts = this.#random.shuffled(this.#stories[story]);
      this.#random.shuffled(events.filter(event => event.story === story)).forEach((event, index) => { event.narrative = texts[index]; });
    }
    for (const event of events) if (event.story === "campaign") event.narrative = this.#campaignLetter();
  }

  /** Each complete narrative goes to one ordinary complaint of its theme; if it names a place, to a complaint about that place. */
  #placeComplete(events) {
    for (const [area, material] of this.#areas) {
      for (const [cell, texts] of Object.entries(material.complete)) {
        const free = this.#random.shuffled(events.filter(event => event.area === area && event.cell === cell.split(";")[0] && !event.story && !event.narrative));
        const exact = free.length > 0 ? free : this.#random.shuffled(events.filter(event => event.area === area && event.cell === cell && !event.narrative));
        for (const text of texts) this.#placeOne(text, cell, exact, new Set(events.map(event => event.office)));
      }
    }
  }

  #placeOne(text, cell, free, offices) {
    const named = [...offices].filter(office => office !== "" && text.includes(office));
    const at = free.findIndex(event => named.length === 0 || named.includes(event.office));
    if (at < 0 && named.includes(SILENT_OFFICE)) return;
    const [event] = free.splice(Math.max(0, at), 1);
    if (!event) return;
    event.themes = cell.split(";");
    event.narrative = /07700|@|HO ref|GWF|\b[A-Z]\d{7}\b/.test(text) || !this.#random.chance(0.22) ? text : `${text}\n${this.#name()}`;
  }

  /** Composes until the letter differs enough from every earlier one that tells the same thing; the last attempt stands. */
  #compose(event) {
    const themes = event.themes;
    for (let attempt = 1; ; attempt++) {
      event.themes = themes;
      const { text, happened } = this.#attempt(event);
      const triples = triplesOf(text);
      const earlier = this.#written.get(happened) ?? [];
      if (attempt < ATTEMPTS && earlier.some(other => likeness(triples, other) >= TOO_ALIKE)) continue;
      this.#written.set(happened, [...earlier, triples]);
      return text;
    }
  }

  #attempt(event) {
    const material = this.#areas.get(event.area);
    const happened = event.story === "settlement" ? this.#deal("story/settlement", this.#stories.settlementParts) : this.#happened(event.area, event.cell);
    const second = this.#secondTheme(event, material, happened);
    const consequence = this.#deal(`${event.area}/${event.cell}/consequences`, material.cells[event.cell].consequences);
    const parts = [
      this.#opening(event, material, happened), happened, fits(consequence, happened) ? consequence : "", second,
      this.#random.chance(PERSONAL_DATA_SHARE) ? this.#personalData(event.area) : "",
      this.#deal(`${event.area}/wants`, material.wants),
    ].filter(part => part !== "");
    const text = this.#filled(parts.join(this.#random.chance(0.12) ? "\n\n" : " "), event);
    return { happened, text: this.#random.chance(LOWER_CASE_SHARE) ? text.toLowerCase().replaceAll("'", "") : text };
  }

  /** An oblique sentence seldom says what it is about, so its letter always has an opening. */
  #opening(event, material, happened) {
    return material.cells[event.cell].oblique.includes(happened)
      ? this.#deal(`${event.area}/openings/named`, material.openings.filter(opening => opening !== ""))
      : this.#deal(`${event.area}/openings`, material.openings);
  }

  #happened(area, cell) {
    const { happened, oblique } = this.#areas.get(area).cells[cell];
    const isOblique = oblique.length > 0 && this.#random.chance(OBLIQUE_SHARE);
    return isOblique ? this.#deal(`${area}/${cell}/oblique`, oblique) : this.#deal(`${area}/${cell}/happened`, happened);
  }

  #secondTheme(event, material, first) {
    if (event.story || event.cell === "none" || !this.#random.chance(SECOND_THEME_SHARE)) return "";
    const others = Object.keys(material.cells).filter(cell => cell !== "none" && !cell.includes(";") && cell !== event.cell);
    const cell = this.#random.pick(others);
    const fitting = material.cells[cell].happened.filter(text => fits(text, first));
    if (fitting.length === 0) return "";
    event.themes = [...event.themes, cell];
    return `${this.#random.pick(ALSO)} ${this.#random.pick(fitting)}`;
  }

  #deal(name, items) {
    if (!this.#decks.has(name)) this.#decks.set(name, new Deck(items, this.#random));
    return this.#decks.get(name).deal();
  }

  #filled(text, event) {
    const random = this.#random;
    const country = random.pick(this.#people.countries);
    const relative = random.pick(this.#people.relatives);
    const past = addDays(event.day, -random.integer(30, 260));
    const [year, month, day] = past.split("-").map(Number);
    const value = {
      months: () => random.integer(4, 15), weeks: () => random.integer(6, 31), hours: () => random.integer(3, 9), count: () => random.integer(3, 9),
      years: () => random.integer(3, 34), age: () => random.integer(79, 97), amount: () => random.pick(AMOUNTS), country: () => country, relative: () => relative,
      month: () => MONTHS[month - 1], office: () => event.office || "the office",
      date: () => random.pick([`${day} ${MONTHS[month - 1]}`, `${day} ${MONTHS[month - 1]} ${year}`, `${day}/${month}`, `the ${ordinal(day)} of ${MONTHS[month - 1]}`]),
    };
    return text.replace(/\{(\w+)\}/g, (whole, slot) => value[slot] ? String(value[slot]()) : whole);
  }

  #name() { return `${this.#random.pick(this.#people.first)} ${this.#random.pick(this.#people.last)}`; }

  #digits(count) { return Array.from({ length: count }, () => this.#random.integer(0, 9)).join(""); }

  /** Numbers are out of use or out of range: 07700 900xxx (Ofcom, for drama), example.org, postcode area ZZ99, prefix QQ. */
  #personalData(area) {
    const random = this.#random;
    const letter = () => random.pick([..."ABCDEGHJKLMNPRST"]);
    const person = this.#name();
    const [first, last] = [person.split(" ")[0], person.split(" ").at(-1)];
    const reference = {
      UKVI: () => random.pick([`HO ref ${letter()}${this.#digits(7)}.`, `My GWF is GWF${this.#digits(9)}.`, `UAN ${[1, 2, 3, 4].map(() => this.#digits(4)).join("-")}.`, `IHS${this.#digits(9)}.`]),
      HMPassportOffice: () => random.pick([`Application PEX ${this.#digits(10)}.`, `My old passport is number ${random.integer(3, 5)}${this.#digits(8)}.`]),
      BorderForce: () => random.pick([`My passport number is ${random.integer(3, 5)}${this.#digits(8)}.`, `The car is ${letter()}${letter()}${random.integer(15, 74)} ${letter()}${letter()}${letter()}.`]),
      ImmigrationEnforcement: () => `My Home Office number is ${letter()}${this.#digits(7)}.`,
      DetentionAndEscorting: () => random.pick([`My DET number is ${this.#digits(6)}.`, `HO ref ${letter()}${this.#digits(7)}.`]),
      LegalServiceProvider: () => `The appeal number is ${random.pick(["PA", "HU", "EA"])}/${this.#digits(5)}/${random.integer(2022, 2025)}.`,
      Other: () => `My name is ${person}.`,
    }[area];
    return random.pick([
      reference, reference,
      () => `My name is ${person}.`, () => `I am ${person}, born ${random.integer(1, 28)}/${random.integer(1, 12)}/${random.integer(1948, 2004)}.`,
      () => `Please ring me on 07700 900${this.#digits(3)}.`, () => `You can write to ${first.toLowerCase().replace(/\W/g, "")}.${last.toLowerCase()}@example.org.`,
      () => `I spoke to ${random.pick(this.#people.staffTitles)} ${random.pick(this.#people.staffNames)}.`,
      () => `I live at ${random.integer(2, 190)} ${random.pick(this.#people.streets)}, ${random.pick(this.#people.towns)}, ${random.pick(this.#people.postcodes)}.`,
      () => `Signed ${person}, tel. 07700 900 ${this.#digits(3)}.`,
    ])();
  }

  #campaignLetter() {
    const { template, ...choices } = this.#stories.campaign;
    return template.replace(/\{(\w+)\}/g, (_, slot) => {
      if (slot === "name") return this.#name();
      return this.#random.chance(CAMPAIGN_CHANGE_SHARE) ? this.#random.pick(choices[slot]) : choices[slot][0];
    });
  }
}

function ordinal(day) {
  const isTeen = day >= 11 && day <= 13;
  return `${day}${isTeen ? "th" : ["th", "st", "nd", "rd"][day % 10] ?? "th"}`;
}
