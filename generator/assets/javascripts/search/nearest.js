// A word that is nowhere → the word the reader may have meant, from the list of words of the catalogue.

/** Words shorter than this are too easily another word. */
const SHORTEST = 4;
const LONG = 6;
const SHORTEST_PART = 4;
const LINKS = ["", "s", "e", "en", "n"];

export class Words {
  /** @param {{words: string, common: string}} listed */
  constructor(listed) {
    this.all = listed.words ? listed.words.split(" ") : [];
    this.common = listed.common;
    this.places = new Map(this.all.map((word, place) => [word, place]));
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
    let best = null;
    let bestCost = Infinity;
    this.all.forEach((other, place) => {
      if (Math.abs(other.length - word.length) <= furthest && other !== word) {
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
