/** A CVR number as a person types it. */

const WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1];

/** @param {string} text @returns {string} eight digits without spaces, or the text as it stands */
export function tidyCvr(text) {
  const digits = text.replace(/^(cvr(-?n(umme)?r)?\.?:?)/i, "").replace(/[\s.-]/g, "");
  return /^(dk)?\d{8}$/i.test(digits) ? digits.replace(/^dk/i, "") : text.trim();
}

/** @param {string} text @returns {string} what is wrong, as a sentence; nothing said is right or empty */
export const cvrProblem = (text) =>
  !text.trim() || /^\d{8}$/.test(tidyCvr(text)) ? "" : "Et CVR-nummer har otte cifre, fx 12345674.";

/** @param {string} text @returns {string} a kind word when the digits do not fit together (modulus 11) */
export function cvrAdvice(text) {
  const digits = tidyCvr(text);
  if (!/^\d{8}$/.test(digits)) return "";
  const sum = WEIGHTS.reduce((so, weight, at) => so + weight * Number(digits[at]), 0);
  return sum % 11 === 0 && Number(digits) > 0
    ? ""
    : "Cifrene passer ikke sammen, som de plejer i et CVR-nummer. Se efter i CVR-registret. Står det sådan dér, så lad det stå.";
}
