/** What the reader has chosen among the lessons, one value a field, and its form in the address. Pure functions. */

/** @typedef {Map<string, string>} Choices  field -> value; a field that is not chosen is not there */
/** @typedef {Record<string, string[]>} Row  field -> the values that a lesson has */

/**
 * The choices in an address; values that no field has are told in unknown.
 * @param {string} search  the part of an address from "?"
 * @param {Map<string, Set<string>>} fields  field -> its values
 * @returns {{q: string, choices: Choices, unknown: [string, string][]}}
 */
export function readChoices(search, fields) {
  const parameters = new URLSearchParams(search);
  /** @type {Choices} */
  const choices = new Map();
  /** @type {[string, string][]} */
  const unknown = [];
  for (const [field, values] of fields) {
    const value = parameters.get(field);
    if (!value) continue;
    if (values.has(value)) choices.set(field, value);
    else unknown.push([field, value]);
  }
  return { q: (parameters.get("q") ?? "").trim().slice(0, 200), choices, unknown };
}

/**
 * The address of what is asked for, "" for nothing.
 * @param {string} q @param {Choices} choices
 * @returns {string}
 */
export function writeChoices(q, choices) {
  const text = new URLSearchParams([...(q ? [["q", q]] : []), ...choices]).toString();
  return text && `?${text}`;
}

/**
 * The fields whose chosen value a lesson does not have.
 * @param {Row} row @param {Choices} choices
 * @returns {string[]}
 */
export function unmet(row, choices) {
  return [...choices].filter(([field, value]) => !row[field]?.includes(value)).map(([field]) => field);
}

/**
 * How many lessons a value of a field would leave together with the choices in the other fields.
 * @param {Iterable<Row>} rows @param {Choices} choices @param {string} field @param {string} value
 * @returns {number}
 */
export function countOf(rows, choices, field, value) {
  return [...rows].filter((row) => row[field]?.includes(value) && unmet(row, choices).every((other) => other === field)).length;
}
