// Small pieces that several pages use: parts of a page, sentences with places, and downloads.

/**
 * @param {ParentNode} parent
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function find(parent, selector) {
  const found = parent.querySelector(selector);
  if (!(found instanceof HTMLElement)) {
    throw new Error(`no ${selector} on this page`);
  }
  return found;
}

/**
 * @param {ParentNode} parent
 * @param {string} selector of a template
 * @returns {HTMLElement} its first element, anew
 */
export function copy(parent, selector) {
  const template = parent.querySelector(selector);
  const first = template instanceof HTMLTemplateElement ? template.content.firstElementChild : null;
  if (!(first instanceof HTMLElement)) {
    throw new Error(`no ${selector} on this page`);
  }
  return /** @type {HTMLElement} */ (document.importNode(first, true));
}

/**
 * @param {string | undefined} words with places such as {name}
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function filled(words, values) {
  return (words ?? "").replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}

/**
 * @param {string} name of the file
 * @param {string} type of what is in it
 * @param {string} text
 */
export function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
