// Seeded randomness: mulberry32 on an FNV-1a hash of the seed's text. Not for anything that must be secret.
export class Random {
  #state;

  constructor(seed) {
    let hash = 0x811c9dc5; // FNV-1a offset basis; the multiplier below is its 32-bit prime
    for (const character of seed) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
    this.#state = hash >>> 0;
  }

  /** Uniform in [0, 1). */
  uniform() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  chance(probability) { return this.uniform() < probability; }

  /** Whole number from low to high, both included. */
  integer(low, high) { return low + Math.floor(this.uniform() * (high - low + 1)); }

  pick(items) { return items[this.integer(0, items.length - 1)]; }

  /** A key of the object, drawn in proportion to its value. */
  weighted(weights) {
    let rest = this.uniform() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
    for (const [key, weight] of Object.entries(weights)) if ((rest -= weight) < 0) return key;
    return Object.keys(weights).at(-1);
  }

  shuffled(items) {
    const copy = [...items];
    for (let last = copy.length - 1; last > 0; last--) {
      const other = this.integer(0, last);
      [copy[last], copy[other]] = [copy[other], copy[last]];
    }
    return copy;
  }

  /** Standard normal (Box and Muller 1958). */
  normal() { return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform()); }

  /** Gamma with this shape (whole number) and scale 1: a sum of exponentials. */
  gamma(shape) {
    let sum = 0;
    for (let part = 0; part < shape; part++) sum -= Math.log(1 - this.uniform());
    return sum;
  }

  /** Poisson by multiplication (Knuth 1969); for small means. */
  poisson(mean) {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.uniform(); product > limit; product *= this.uniform()) count++;
    return count;
  }
}
