// A word that is nowhere → the word the reader may have meant, from the list of words of the catalogue.

/** Words shorter than this are too easily another word. */
const SHORTEST = 4;
const LONG = 6;
const SHORTEST_PART = 4;
const LINKS = ["", "s", "e", "en", "n"];

export class Words {
  /** @param {{words: string, common: string}} listed */
  constructor(listed) {
    this.all = whole(listed.words);
    this.common = listed.common;
    this.places = new Map(this.all.map((word, place) => [word, place]));
    /** @type {Uint32Array | null} which letters stand in each word, once they are needed */
    this.letters = null;
  }

  /**
   * @param {string} word folded
   * @returns {string | null} the nearest word; of as near, one with the same first letter, and the most common
   */
  nearest(word) {
    if (word.length < SHORTEST || /\d/.test(word)) {
      return null;
    }
    // A word that is known is at most one step from the one that was meant.
    const furthest = word.length < LONG || this.places.has(word) ? 1 : 2;
    const own = lettersOf(word);
    this.letters ??= Uint32Array.from(this.all, lettersOf);
    const { letters } = this;
    let best = null;
    let bestCost = Infinity;
    this.all.forEach((other, place) => {
      // A step brings in one letter at most and takes one away.
      const isNear = Math.abs(other.length - word.length) <= furthest && bits(own ^ letters[place]) <= 2 * furthest;
      if (isNear && other !== word) {
        const steps = distance(word, other, furthest);
        const cost = steps + (other[0] === word[0] ? 0 : 0.6) - Number(this.common[place]) * 0.05;
        if (steps <= furthest && cost < bestCost) {
          [best, bestCost] = [other, cost];
        }
      }
    });
    return best;
  }

  /**
   * @param {string} word folded
   * @returns {number} how common it is: one more for each time that twice as many pages have it
   */
  commonness(word) {
    return Number(this.common[this.places.get(word) ?? -1] ?? 0);
  }

  /**
   * @param {string} word folded
   * @returns {string[]} the two known words it is made of, or none
   */
  parts(word) {
    for (let cut = word.length - SHORTEST_PART; cut >= SHORTEST_PART; cut--) {
      const [first, last] = [word.slice(0, cut), word.slice(cut)];
      const link = LINKS.find((end) => first.endsWith(end) && this.isPart(first.slice(0, first.length - end.length)));
      if (link !== undefined && this.isPart(last)) {
        return [first.slice(0, first.length - link.length), last];
      }
    }
    return [];
  }

  /**
   * @param {string} word
   * @returns {boolean}
   */
  isPart(word) {
    return word.length >= SHORTEST_PART && this.places.has(word);
  }
}

/**
 * @param {string} listed of each word only what differs from the one before, behind a sign for how many letters are the same
 * @returns {string[]}
 */
function whole(listed) {
  let before = "";
  return (listed.match(/[0-9A-Z][^0-9A-Z]+/g) ?? []).map((part) => (before = before.slice(0, parseInt(part[0], 36)) + part.slice(1)));
}

/**
 * @param {string} word folded
 * @returns {number} a bit for every letter that stands in it
 */
function lettersOf(word) {
  let letters = 0;
  for (let place = 0; place < word.length; place++) {
    letters |= 1 << (word.charCodeAt(place) & 31);
  }
  return letters >>> 0;
}

/**
 * @param {number} number
 * @returns {number} of bits in it that are 1
 */
function bits(number) {
  let left = number;
  let count = 0;
  for (; left !== 0; count++) {
    left &= left - 1;
  }
  return count;
}

/**
 * @param {string} one
 * @param {string} other
 * @param {number} furthest beyond which the exact distance does not matter
 * @returns {number} letters to add, leave out, change or swap with the next
 */
export function distance(one, other, furthest) {
  let earlier = /** @type {number[]} */ ([]);
  let before = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let place = 1; place <= other.length; place++) {
      const same = one[row - 1] === other[place - 1] ? 0 : 1;
      let steps = Math.min(before[place] + 1, now[place - 1] + 1, before[place - 1] + same);
      if (row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1]) {
        steps = Math.min(steps, earlier[place - 2] + 1);
      }
      now.push(steps);
    }
    if (Math.min(...now) > furthest) {
      return furthest + 1;
    }
    [earlier, before] = [before, now];
  }
  return before[other.length];
}
