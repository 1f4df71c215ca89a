/** The draft: parties, chosen clauses and answers. Every function is pure and gives a new draft. */

/** @typedef {{etiket: string, hjaelp: string, eksempel: string, art: string}} ClauseField */
/** @typedef {{id: string, titel: string, passer_naar: string, tekst: string}} Variant */
/**
 * One clause type as it stands in klausuler.json.
 * @typedef {{id: string, nummer: number, titel: string, kort: string, uundvaerlig: boolean, adresse: string,
 *   felter: Record<string, ClauseField>, varianter: Variant[], laering: unknown[], aftaler: Record<string, boolean>}} Clause
 */
/** @typedef {{navn: string, underskriver: string}} Party */
/** @typedef {{parter: Party[], valg: Record<string, string>, svar: Record<string, string>}} Draft */
/** @typedef {{id: string, navn: string, hjaelp: string, valg: Record<string, string>}} Starter */

export const LIMITS = { parties: 40, name: 200, answer: 5000 };
export const FEWEST_PARTIES = 2;

/** @type {Starter[]} */
export const STARTERS = [
  {
    id: "lille",
    navn: "Lille: skole og kommune",
    hjaelp: "To eller få parter, én tovholder og en fast periode.",
    valg: {
      "titel-og-indledning": "kort-indledning",
      formaal: "et-faelles-formaal",
      parter: "parterne-ved-navn",
      "roller-og-ansvar": "ansvar-for-hver-part",
      maal: "maal-med-frist",
      organisering: "tovholder-og-kontaktpersoner",
      moeder: "aarsmoede",
      sekretariat: "en-tovholder",
      oekonomi: "egne-udgifter",
      persondata: "personen-henvender-sig-selv",
      evaluering: "aarlig-evaluering",
      loebetid: "fast-periode-med-forlaengelse",
      opsigelse: "gensidigt-varsel",
      aendringer: "skriftligt-tillaeg",
      underskrift: "paa-papir",
    },
  },
  {
    id: "bred",
    navn: "Bred alliance",
    hjaelp: "Mange parter, også organisationer med medlemmer, og plads til flere.",
    valg: {
      "titel-og-indledning": "indledning-med-baggrund",
      formaal: "formaal-med-delformaal",
      parter: "med-medlemsorganisationer",
      "roller-og-ansvar": "faelles-og-saerligt-ansvar",
      indsatsomraader: "omraader-i-aftalen",
      maal: "maal-med-frist",
      organisering: "partskreds",
      moeder: "faste-moeder",
      sekretariat: "en-tovholder",
      oekonomi: "egne-udgifter",
      kommunikation: "hver-part-fortaeller",
      persondata: "ingen-personoplysninger",
      "nye-parter": "optagelse-i-enighed",
      "politisk-godkendelse": "godkendelse-hos-flere-parter",
      evaluering: "loebende-og-afsluttende",
      loebetid: "fast-periode-med-forlaengelse",
      opsigelse: "gensidigt-varsel",
      aendringer: "skriftlig-accept",
      underskrift: "hver-sit-eksemplar",
    },
  },
  {
    id: "ramme",
    navn: "Ramme med styregruppe",
    hjaelp: "Aftalen ligger fast; mål og planer fornys i bilag.",
    valg: {
      "titel-og-indledning": "rammeaftale",
      formaal: "formaal-med-delformaal",
      parter: "med-ansvarlig-enhed",
      "roller-og-ansvar": "faelles-og-saerligt-ansvar",
      indsatsomraader: "aarlig-handlingsplan",
      maal: "maal-i-bilag",
      organisering: "styregruppe-og-arbejdsgrupper",
      moeder: "styregruppe-og-arbejdsgrupper",
      sekretariat: "en-tovholder",
      oekonomi: "egne-udgifter",
      kommunikation: "faelles-plan",
      persondata: "ingen-personoplysninger",
      "nye-parter": "optagelse-i-enighed",
      "politisk-godkendelse": "godkendelse-af-maal",
      evaluering: "status-til-ledelserne",
      loebetid: "indtil-opsigelse",
      opsigelse: "gensidigt-varsel",
      aendringer: "aftale-og-bilag",
      bilag: "bilag-der-fornyes",
      underskrift: "paa-papir",
    },
  },
];

// What XML 1.0 cannot hold (Word would not open it), lone surrogates, and marks that reverse the reading direction.
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text that every output can hold.
 * @param {unknown} value anything; what is not text becomes empty
 * @param {number} limit
 * @returns {string}
 */
export function cleanText(value, limit) {
  if (typeof value !== "string") return "";
  const text = value
    .slice(0, limit)
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(UNWRITABLE, "");
  return text.normalize("NFC");
}

/** A party's name or role: one line. @param {unknown} value */
const cleanName = (value) => cleanText(value, LIMITS.name).replace(/[\n\t]+/g, " ");

const emptyParty = () => ({ navn: "", underskriver: "" });

/**
 * @param {Record<string, string>} [from]
 * @returns {Record<string, string>} a record without a prototype, so that no name in it can be mistaken for a built-in
 */
const record = (from = {}) => Object.assign(Object.create(null), from);

/**
 * A new draft with what every agreement should have, and the clauses that were asked for.
 * @param {Clause[]} clauses
 * @param {string[]} [wanted]
 * @returns {Draft}
 */
export function startDraft(clauses, wanted = []) {
  const chosen = clauses.filter((clause) => clause.uundvaerlig || wanted.includes(clause.id));
  const valg = record(Object.fromEntries(chosen.map((clause) => [clause.id, clause.varianter[0].id])));
  return { parter: Array.from({ length: FEWEST_PARTIES }, emptyParty), valg, svar: record() };
}

/** @param {Draft} draft @returns {Draft} */
export const addParty = (draft) =>
  draft.parter.length < LIMITS.parties ? { ...draft, parter: [...draft.parter, emptyParty()] } : draft;

/** @param {Draft} draft @param {number} index @returns {Draft} */
export const removeParty = (draft, index) =>
  draft.parter.length > FEWEST_PARTIES ? { ...draft, parter: draft.parter.filter((_, at) => at !== index) } : draft;

/** @param {Draft} draft @param {number} index @param {Partial<Party>} change @returns {Draft} */
export function changeParty(draft, index, change) {
  const party = { ...draft.parter[index], ...change };
  const clean = { navn: cleanName(party.navn), underskriver: cleanName(party.underskriver) };
  return { ...draft, parter: draft.parter.map((old, at) => (at === index ? clean : old)) };
}

/** @param {Draft} draft @param {string} clause @param {string} variant @returns {Draft} */
export const chooseVariant = (draft, clause, variant) => ({
  ...draft,
  valg: record({ ...draft.valg, [clause]: variant }),
});

/** @param {Draft} draft @param {string} clause @returns {Draft} */
export function dropClause(draft, clause) {
  const valg = record(draft.valg);
  delete valg[clause];
  return { ...draft, valg };
}

/** @param {Draft} draft @param {string} key @param {string} text @returns {Draft} */
export const answer = (draft, key, text) => ({
  ...draft,
  svar: record({ ...draft.svar, [key]: cleanText(text, LIMITS.answer) }),
});

/**
 * The same parties and answers with a starter's clauses.
 * @param {Draft} draft @param {Starter} starter @param {Clause[]} clauses @returns {Draft}
 */
export const applyStarter = (draft, starter, clauses) => ({ ...draft, valg: knownChoices(starter.valg, clauses) });

/** @param {Draft} draft @returns {boolean} whether a person has typed anything */
export const hasText = (draft) =>
  [...draft.parter.flatMap((party) => [party.navn, party.underskriver]), ...Object.values(draft.svar)].some((text) =>
    text.trim(),
  );

/**
 * A draft from a stranger: only known clauses, variants and fields, only text, only so much of it.
 * @param {unknown} raw
 * @param {Clause[]} clauses
 * @returns {{draft: Draft, left: number} | null} with how many choices were left out or changed; null for what is no draft
 */
export function loadDraft(raw, clauses) {
  const source = plainObject(raw);
  const choices = plainObject(own(source, "valg"));
  const parties = own(source, "parter");
  if (!choices || !Array.isArray(parties)) return null;
  const answers = plainObject(own(source, "svar")) ?? {};
  const keys = new Set(clauses.flatMap((clause) => Object.keys(clause.felter)));
  const svar = record();
  for (const key of keys) {
    const text = cleanText(own(answers, key), LIMITS.answer);
    if (text) svar[key] = text;
  }
  const parter = parties.slice(0, LIMITS.parties).map((party) => ({
    navn: cleanName(own(plainObject(party), "navn")),
    underskriver: cleanName(own(plainObject(party), "underskriver")),
  }));
  while (parter.length < FEWEST_PARTIES) parter.push(emptyParty());
  const valg = knownChoices(choices, clauses);
  const left = Object.keys(choices).filter((id) => valg[id] !== choices[id]).length;
  return { draft: { parter, valg, svar }, left };
}

/** @param {Record<string, unknown>} choices @param {Clause[]} clauses */
function knownChoices(choices, clauses) {
  const valg = record();
  for (const clause of clauses) {
    if (!Object.hasOwn(choices, clause.id)) continue;
    const variant = clause.varianter.find((item) => item.id === choices[clause.id]) ?? clause.varianter[0];
    valg[clause.id] = variant.id;
  }
  return valg;
}

/** @param {unknown} value @returns {Record<string, unknown> | null} */
const plainObject = (value) =>
  value && typeof value === "object" && !Array.isArray(value) ? /** @type {Record<string, unknown>} */ (value) : null;

/** @param {Record<string, unknown> | null} source @param {string} key */
const own = (source, key) => (source && Object.hasOwn(source, key) ? source[key] : undefined);
