/** What there is to say about a draft that was opened from a file: what was left out, and what Word had changed. */

/** @typedef {import("./draft-file.mjs").OpenedDraft} OpenedDraft */
/** @typedef {import("./draft-file.mjs").WordChange} WordChange */

/** @param {OpenedDraft} opened @returns {string[]} */
export const openedNotes = ({ faults, notes }) => [...faults, ...notes];

/** @type {[WordChange["what"], (titles: string) => string][]} */
const TEXTS = [
  ["svar", (titles) => `Udfyldt eller rettet i Word og læst ind som svar: ${titles}.`],
  ["tekst", (titles) => `Skrevet om i Word og beholdt som din egen tekst: ${titles}.`],
  ["ny", (titles) => `Skrevet i Word som nye klausuler: ${titles}.`],
  ["uden-maerke", (titles) => `Fundet på overskriften, for bogmærket var væk i Word: ${titles}.`],
  [
    "uden-tekst",
    (titles) =>
      `Ikke fundet i Word-filen. Kladdens egen tekst er beholdt: ${titles}. Skal de ud, så fravælg dem i byggeren.`,
  ],
];

/** @param {WordChange[]} changes @returns {string[]} a sentence for each kind of change */
export const changeTexts = (changes) =>
  TEXTS.flatMap(([what, tell]) => {
    const titles = changes.filter((change) => change.what === what).map(({ title }) => title || "uden overskrift");
    return titles.length ? [tell(titles.join(", "))] : [];
  });
