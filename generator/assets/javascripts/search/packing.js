// Numbers and files as bytes: reads what generator/search/packing.py writes.

/**
 * @typedef {object} Packed
 * @property {any} header
 * @property {Uint8Array[]} parts
 */

/**
 * @param {ArrayBuffer} buffer
 * @returns {Packed}
 */
export function unpack(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  let place = 4 + length;
  const parts = header.sizes.map((/** @type {number} */ size) => {
    place += size;
    return new Uint8Array(buffer, place - size, size);
  });
  return { header, parts };
}

/**
 * @param {Uint8Array} bytes seven bits of a number in each, the lowest first
 * @param {(value: number) => void} take called for each number
 */
export function eachNumber(bytes, take) {
  let value = 0;
  let shift = 0;
  for (const byte of bytes) {
    value |= (byte & 0x7f) << shift;
    if (byte & 0x80) {
      shift += 7;
    } else {
      take(value >>> 0);
      value = 0;
      shift = 0;
    }
  }
}

/**
 * @param {boolean} inBits whether each bit stands for a thing; else each number is a step to the next one
 * @param {Uint8Array} bytes
 * @param {(place: number) => void} take called for each thing that is meant, rising
 */
export function eachPlace(inBits, bytes, take) {
  if (!inBits) {
    let place = 0;
    eachNumber(bytes, (step) => take((place += step)));
    return;
  }
  bytes.forEach((byte, start) => {
    for (let bit = 0; bit < 8; bit++) {
      if ((byte >> bit) & 1) {
        take(start * 8 + bit);
      }
    }
  });
}
