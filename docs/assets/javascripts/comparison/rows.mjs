/** Cases as rows of a comparison: field by field, what all share and what only one has. Pure functions. */

/** @typedef {import("../cases/load.mjs").Case} Case */
/** @typedef {import("../cases/load.mjs").Names} Names */
/** @typedef {{id: string, text: string, list: string, detail: string[], share: "alle" | "kun" | ""}} Value */
/** @typedef {"values" | "line" | "prose" | "parties" | "figures" | "lessons" | "source"} Kind */
/**
 * What one case says in a row. A case that says nothing there has neither values nor text nor items.
 * @typedef {object} Cell
 * @property {Value[]} values
 * @property {string} text
 * @property {any[]} items
 * @property {boolean} unknown
 */
/** @typedef {{key: string, label: string, kind: Kind, same: boolean, cells: Cell[]}} Row */
/** @typedef {{label: string, rows: Row[]}} Group */

/**
 * Where a row's content stands in a case: values of lists by name, a text, or records.
 * @typedef {object} Field
 * @property {string} key
 * @property {string} label
 * @property {Kind} kind
 * @property {(one: Case) => [list: string, ids: string[]][]} [values]
 * @property {(one: Case) => string | undefined} [text]
 * @property {(one: Case) => any[]} [items]
 */

/** @type {{label: string, fields: Field[]}[]} */
const GROUPS = [
  {
    label: "Kort fortalt",
    fields: [
      { key: "kort", label: "I én sætning", kind: "line", text: (one) => one.kort },
      { key: "tema", label: "Tema", kind: "values", values: (one) => [["temaer", [one.tema]]] },
      { key: "sted", label: "Sted", kind: "values", values: (one) => [["kommuner", one.kommuner]], text: (one) => one.omraade },
      { key: "periode", label: "Periode", kind: "line", text: (one) => one.periode },
    ],
  },
  {
    label: "Hvem",
    fields: [
      { key: "maalgrupper", label: "Målgruppe", kind: "values", values: (one) => [["maalgrupper", one.maalgrupper]] },
      { key: "brancher", label: "Branche", kind: "values", values: (one) => [["brancher", one.brancher]] },
      { key: "aktoerer", label: "Parter", kind: "parties", values: (one) => [["aktoertyper", [...new Set(one.aktoerer.map((actor) => actor.type))]]] },
    ],
  },
  {
    label: "Hvordan",
    fields: [
      { key: "formaal", label: "Formål", kind: "prose", text: (one) => one.formaal },
      { key: "virkemidler", label: "Virkemiddel", kind: "values", values: (one) => [["virkemidler", one.virkemidler]] },
      { key: "organisering", label: "Organisering", kind: "prose", values: (one) => [["organiseringsformer", one.organiseringsform]], text: (one) => one.organisering },
      { key: "finansiering", label: "Finansiering", kind: "prose", values: (one) => [["finansieringsformer", one.finansieringsform]], text: (one) => one.finansiering },
    ],
  },
  {
    label: "Hvad der kom ud af det",
    fields: [
      { key: "resultattyper", label: "Slags resultat", kind: "values", values: (one) => [["resultattyper", one.resultattyper]] },
      { key: "noegletal", label: "Nøgletal", kind: "figures", items: (one) => one.noegletal },
      { key: "resultater", label: "Resultater", kind: "prose", text: (one) => one.resultater },
    ],
  },
  {
    label: "Læring",
    fields: [
      { key: "emner", label: "Læring om", kind: "values", values: (one) => [["emner", [...new Set(one.laering.flatMap((lesson) => lesson.emner))]]] },
      { key: "laering", label: "Læringspunkter", kind: "lessons", items: (one) => one.laering },
      { key: "klausuler", label: "Taler for klausulerne", kind: "values", values: (one) => [["klausuler", [...new Set(one.laering.flatMap((lesson) => lesson.klausuler))]]] },
    ],
  },
  { label: "Kilde", fields: [{ key: "kilde", label: "Kilde og side", kind: "source", items: (one) => [one.kilde] }] },
];

/**
 * The whole comparison, group by group.
 * @param {Case[]} cases @param {Names} names
 * @returns {Group[]}
 */
export function comparisonGroups(cases, names) {
  return GROUPS.map(({ label, fields }) => ({ label, rows: fields.map((field) => row(field, cases, names)) }));
}

/** @param {Field} field @param {Case[]} cases @param {Names} names @returns {Row} */
function row(field, cases, names) {
  const cells = cases.map((one) => cell(field, one, names));
  markShares(cells);
  return { key: field.key, label: field.label, kind: field.kind, same: cases.length > 1 && new Set(cells.map(content)).size === 1, cells };
}

/** @param {Field} field @param {Case} one @param {Names} names @returns {Cell} */
function cell(field, one, names) {
  const values = (field.values?.(one) ?? []).flatMap(([list, ids]) =>
    ids.map((id) => ({ id, text: names[list]?.[id] ?? id, list, detail: list === "aktoertyper" ? parties(one, id) : [], share: /** @type {const} */ ("") })),
  );
  const text = field.text?.(one) ?? "";
  const items = field.items?.(one) ?? [];
  return { values, text, items, unknown: !values.length && !text && !items.length };
}

/** @param {Case} one @param {string} kind @returns {string[]} the parties of a kind, each with its role */
function parties(one, kind) {
  return one.aktoerer.filter((actor) => actor.type === kind).map(({ navn, rolle }) => (rolle ? `${navn}: ${rolle}` : navn));
}

/** Says of each value whether every case has it, or only the one; among two or more cases. @param {Cell[]} cells */
function markShares(cells) {
  if (cells.length < 2) return;
  for (const { values } of cells) {
    for (const value of values) {
      const having = cells.filter((other) => other.values.some(({ id }) => id === value.id)).length;
      value.share = having === cells.length ? "alle" : having === 1 ? "kun" : "";
    }
    values.sort((one, other) => Number(other.share === "alle") - Number(one.share === "alle"));
  }
}

/** What makes two cells equal. @param {Cell} cell */
function content({ values, text, items }) {
  return JSON.stringify([values.map(({ id, detail }) => [id, detail]).sort(), text.trim(), items]);
}

/**
 * What "kun forskelle" leaves out: rows that are the same everywhere.
 * @param {Group[]} groups
 * @returns {string[]} their labels
 */
export const sameLabels = (groups) => groups.flatMap(({ rows }) => rows.filter((item) => item.same).map(({ label }) => label));
