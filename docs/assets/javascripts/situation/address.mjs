/** The answers in the address: one parameter a question, repeated where several answers are chosen. Pure functions. */

/** @typedef {import("./ranking.mjs").Chosen} Chosen */
/** @typedef {{id: string, answers: string[], several: boolean}} Question */

/**
 * @param {string} search  the part of an address from "?"
 * @param {Question[]} questions
 * @returns {{chosen: Chosen, unknown: [question: string, value: string][]}}
 */
export function readAnswers(search, questions) {
  const parameters = new URLSearchParams(search);
  /** @type {Chosen} */
  const chosen = new Map();
  /** @type {[string, string][]} */
  const unknown = [];
  for (const { id, answers, several } of questions) {
    const written = [...new Set(parameters.getAll(id))].filter(Boolean);
    const known = answers.filter((answer) => written.includes(answer));
    if (known.length) chosen.set(id, several ? known : known.slice(0, 1));
    for (const value of written) if (!answers.includes(value)) unknown.push([id, value]);
  }
  return { chosen, unknown };
}

/**
 * The address of the answers, "" for none.
 * @param {Chosen} chosen
 * @returns {string}
 */
export function writeAnswers(chosen) {
  const text = new URLSearchParams([...chosen].flatMap(([question, answers]) => answers.map((answer) => [question, answer]))).toString();
  return text && `?${text}`;
}
