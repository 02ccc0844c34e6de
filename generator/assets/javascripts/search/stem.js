// A Dutch word → its stem: "verhuizing" and "verhuizen" → "verhuis"; the same as generator/search/stem.py.

/** @type {[string, string, number][]} ending, what is left in its place, fewest letters before it; first that fits */
const NOUN_ENDINGS = [
  ["heden", "heid", 3],
  ["elijke", "", 6],
  ["elijk", "", 6],
  ["ingen", "", 4],
  ["ing", "", 4],
];
const PLURAL_S = /(?:e[rlnm]|[ao]r|ie|eau|[tdkgmln]e)s$/;
const LONG_VOWEL_AT_END = /(aa|ee|oo|uu)([^aeiouy])$/;
const OPEN_SYLLABLE = /^([^aeiouy]*)([aeou])([^aeiouywjx])$/;
const DOUBLED = /([bcdfgklmnprst])\1$/;
const SHORTEST = 4;

/**
 * @param {string} word folded
 * @returns {string}
 */
export function stem(word) {
  if (word.length < SHORTEST || !/^\p{L}+$/u.test(word)) {
    return word;
  }
  for (const [ending, left, fewest] of NOUN_ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= fewest) {
      return tidy(withoutHeid(word.slice(0, word.length - ending.length) + left), false);
    }
  }
  let root = withoutHeid(word);
  if (root !== word) {
    return tidy(root, false);
  }
  if (PLURAL_S.test(word) && word.length > SHORTEST) {
    root = word.slice(0, -1);
  }
  for (const ending of ["en", "e"]) {
    const short = root.endsWith(ending) ? root.slice(0, root.length - ending.length) : "";
    if (short.length >= SHORTEST - 1 && (!/[aeiouy]$/.test(short) || short.endsWith("ie"))) {
      return tidy(short, true);
    }
  }
  return tidy(root, false);
}

/**
 * @param {string} word
 * @returns {string}
 */
function withoutHeid(word) {
  return word.endsWith("heid") && word.length > SHORTEST + SHORTEST ? word.slice(0, -SHORTEST) : word;
}

/**
 * Writes a root as Dutch writes it at the end of a word: zak(en) → zaak, wett(en) → wet, huiz(en) → huis.
 *
 * @param {string} root what is left of a word
 * @param {boolean} opened whether an ending was taken off that began with a vowel
 * @returns {string}
 */
function tidy(root, opened) {
  let word = root;
  if ((word.match(/[aeiouy]+/g) ?? []).length > 1) {
    word = word.replace(LONG_VOWEL_AT_END, (_, vowels, last) => vowels[0] + last);
  } else if (opened) {
    word = word.replace(OPEN_SYLLABLE, "$1$2$2$3");
  }
  word = word.replace(DOUBLED, "$1");
  return word.replace(/v$/, "f").replace(/z$/, "s");
}
