/** Fetches the search's files, each once a page and only when asked for, and reads the binary ones. */

const HEADER = 8;
const DECODER = new TextDecoder();

/** Reads varints, texts and rising numbers from bytes; macros/finding/search_shards.py writes them. */
export class Reader {
  /** @param {Uint8Array} bytes @param {number} [at] */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      if (this.at >= this.bytes.length) throw new RangeError("search file: cut");
      const byte = this.bytes[this.at++];
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    let text = "";
    for (let at = this.at - length; at < this.at; at += 1) {
      // There are many thousands of them, and nearly all are short and plain.
      if (this.bytes[at] > 127) return DECODER.decode(this.bytes.subarray(this.at - length, this.at));
      text += String.fromCharCode(this.bytes[at]);
    }
    return text;
  }

  /** Rising numbers that were written as gaps. @param {number} count */
  rising(count) {
    const found = new Uint32Array(count);
    for (let i = 0, value = 0; i < count; i += 1) found[i] = value += this.number();
    return found;
  }
}

/** @type {Map<string, Promise<any>>} */
const fetched = new Map();

/** @param {string} address @param {(answer: Response) => Promise<any>} read */
function once(address, read) {
  const known = fetched.get(address);
  if (known) return known;
  const promise = fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(`search file: ${answer.status}`);
    return read(answer);
  });
  fetched.set(address, promise);
  promise.catch(() => fetched.delete(address));
  return promise;
}

/**
 * A JSON file; rejects where it cannot be had or read, and may then be asked again.
 * @param {string} address @param {(value: any) => any} [read]  what is made of it
 * @returns {Promise<any>}
 */
export function fetchJson(address, read = (value) => value) {
  return once(address, async (answer) => read(await answer.json()));
}

/**
 * A binary file, ready to be read; rejects where it is cut or belongs to another index.
 * @template T
 * @param {string} address @param {number} stamp  the index's own
 * @param {(reader: Reader) => T} read
 * @returns {Promise<T>}
 */
export function fetchBinary(address, stamp, read) {
  return once(address, async (answer) => {
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const view = new DataView(bytes.buffer);
    if (bytes.length < HEADER || view.getUint32(0, true) !== stamp) throw new Error("search file: of another index");
    if (view.getUint32(4, true) !== bytes.length - HEADER) throw new Error("search file: cut");
    return read(new Reader(bytes, HEADER));
  });
}
