/** Danish personal identity numbers, which nothing here may hold. */

const CPR = /(?<!\d)\d{6}[-–\u2011 \u00a0]?\d{4}(?!\d)/;

/** @param {string} text @returns {boolean} whether something in it looks like one */
export const hasCpr = (text) => CPR.test(text);
