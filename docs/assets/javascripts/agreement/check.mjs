/**
 * The agreement check: every rule asked of an agreement's facts. A condition is true, false or unknown (null).
 * The rules are data (agreements/_tjek.yml); macros/agreement/agreement_check.py asks the same of the real agreements.
 */

/** @typedef {string | number | null} Value */
/** @typedef {Record<string, Value>} Row */
/** @typedef {Record<string, any> & {aftale: Row}} Facts lists by name; null for one that cannot be seen */
/** @typedef {Record<string, any>} Condition */
/** @typedef {"fund" | "ukendt" | "godt" | "uden-for"} State */
/**
 * @typedef {{id: string, navn: string, spoergsmaal: string, gruppe: string, alvor: string, hver?: string, naar?: Condition,
 *   krav: Condition, fund: string, hvorfor: string, raad: string, trin: string, klausul: string, tilfoej?: string,
 *   felt?: string, kilder: {slags: string, tekst: string, adresse: string}[]}} Rule
 */
/** @typedef {{rule: Rule, state: State, found: number[], unseen: number[]}} Outcome rows by their place in the list */
/** @typedef {{facts: Facts, row: Row, before: Row[]}} Scope */

const WHOLE = "aftale.";
// Named one by one, because JavaScript and Python do not agree on what all spaces are.
const SPACES = /[ \t\n\r\u00a0]+/g;

/**
 * Every rule's outcome, in the rules' order.
 * @param {Rule[]} rules
 * @param {Facts} facts
 * @returns {Outcome[]}
 */
export const checkAgreement = (rules, facts) => rules.map((rule) => outcome(rule, facts));

/**
 * What was found, as a sentence for each row, or one for the agreement.
 * @param {Outcome} outcome
 * @param {Facts} facts
 * @returns {{text: string, row: number}[]} row is -1 for the agreement
 */
export function findings({ rule, state, found }, facts) {
  if (state !== "fund") return [];
  const list = rule.hver;
  if (!list) return [{ text: rule.fund, row: -1 }];
  return found.map((row) => ({ text: filled(rule.fund, facts[list][row]), row }));
}

/** @param {string} sentence @param {Row} row */
const filled = (sentence, row) => sentence.replace(/\{([a-z_]+)\}/g, (_, field) => String(row[field] ?? ""));

/** @param {Rule} rule @param {Facts} facts @returns {Outcome} */
function outcome(rule, facts) {
  const rows = rule.hver ? facts[rule.hver] : [facts.aftale];
  if (rows === null) return { rule, state: "ukendt", found: [], unseen: [] };
  /** @type {{matters: boolean, truth: boolean | null}[]} */
  const asked = rows.map((/** @type {Row} */ row, /** @type {number} */ index) =>
    rowTruth(rule, { facts, row, before: rows.slice(0, index) }),
  );
  const places = (/** @type {boolean | null} */ wanted) =>
    asked.flatMap(({ matters, truth }, index) => (matters && truth === wanted ? [index] : []));
  const [found, unseen] = [places(false), places(null)];
  const relevant = asked.some(({ matters }) => matters);
  return { rule, state: found.length ? "fund" : unseen.length ? "ukendt" : relevant ? "godt" : "uden-for", found, unseen };
}

/** Whether the rule matters here, and whether what it asks for holds. @param {Rule} rule @param {Scope} scope */
function rowTruth(rule, scope) {
  const matters = rule.naar ? holds(rule.naar, scope) : true;
  if (matters === false) return { matters: false, truth: true };
  const truth = holds(rule.krav, scope);
  return { matters: true, truth: truth ? true : matters === null ? null : truth };
}

/**
 * Whether all that a condition names holds.
 * @param {Condition} condition
 * @param {Scope} scope
 * @returns {boolean | null}
 */
export const holds = (condition, scope) =>
  all(Object.entries(condition).map(([name, wanted]) => ASK[name](wanted, scope)));

/** @param {(boolean | null)[]} truths */
const all = (truths) => (truths.includes(false) ? false : truths.includes(null) ? null : true);

/** @param {(boolean | null)[]} truths */
const any = (truths) => (truths.includes(true) ? true : truths.includes(null) ? null : false);

/** A field of the row, or "aftale.field" of the agreement as a whole. @param {Scope} scope @param {string} field @returns {Value} */
const valueOf = (scope, field) =>
  field.startsWith(WHOLE) ? scope.facts.aftale[field.slice(WHOLE.length)] : scope.row[field];

/** A value as names are compared: without regard to case and spacing. @param {Value} value */
const folded = (value) =>
  String(value).normalize("NFC").toLowerCase().replace(SPACES, " ").replace(/^ +| +$/g, "");

/** @type {Record<string, (wanted: any, scope: Scope) => boolean | null>} */
const ASK = {
  udfyldt: (fields, scope) => {
    const answers = fields.map((/** @type {string} */ field) => valueOf(scope, field));
    return all(answers.map((/** @type {Value} */ value) => value === null ? null : String(value).replace(SPACES, "") !== ""));
  },
  er: ({ felt, vaerdi }, scope) => {
    const value = valueOf(scope, felt);
    return value === null ? null : vaerdi.includes(value);
  },
  klausul: (kind, { facts }) =>
    facts.klausuler === null ? null : facts.klausuler.some((/** @type {Row} */ row) => row.id === kind),
  variant: (wanted, { facts }) => {
    if (facts.klausuler === null) return null;
    const pairs = wanted.map((/** @type {string} */ place) => place.split("/"));
    return any(
      pairs.flatMap((/** @type {string[]} */ [kind, variant]) =>
        facts.klausuler
          .filter((/** @type {Row} */ row) => row.id === kind)
          .map((/** @type {Row} */ row) => (row.variant === null ? null : row.variant === variant)),
      ),
    );
  },
  antal: ({ liste, hvor, mindst, hoejst }, { facts }) => {
    const rows = facts[liste];
    if (rows === null) return null;
    const truths = rows.map((/** @type {Row} */ row) => (hvor ? holds(hvor, { facts, row, before: [] }) : true));
    const sure = truths.filter((/** @type {boolean | null} */ truth) => truth === true).length;
    const perhaps = truths.filter((/** @type {boolean | null} */ truth) => truth !== false).length;
    const enough = mindst === undefined || sure >= mindst || (perhaps >= mindst ? null : false);
    const few = hoejst === undefined || perhaps <= hoejst || (sure <= hoejst ? null : false);
    return all([enough, few]);
  },
  forskellige: ({ liste, felt, mindst }, { facts }) => {
    if (facts[liste] === null) return null;
    const values = new Set(facts[liste].map((/** @type {Row} */ row) => row[felt]));
    const known = [...values].filter((value) => value !== null && value !== "");
    return known.length >= mindst ? true : known.length < values.size ? null : false;
  },
  foerste_gang: (field, scope) => {
    const value = valueOf(scope, field);
    if (value === null) return null;
    return !scope.before.some((row) => row[field] !== null && folded(row[field]) === folded(value));
  },
  findes_i: ({ felt, liste, som }, scope) => {
    const [value, rows] = [valueOf(scope, felt), scope.facts[liste]];
    if (value === null || rows === null) return null;
    return any(rows.map((/** @type {Row} */ row) => (row[som] === null ? null : folded(row[som]) === folded(value))));
  },
  matcher: ({ felt, moenster }, scope) => {
    const value = valueOf(scope, felt);
    return value === null ? null : new RegExp(moenster, "u").test(String(value));
  },
  ikke_efter: (fields, scope) => {
    const [first, last] = fields.map((/** @type {string} */ field) => valueOf(scope, field));
    return first && last ? String(first) <= String(last) : null;
  },
  hoejst: (terms, scope) => {
    const [small, large] = terms.map((/** @type {string} */ term) => (/^\d+$/.test(term) ? Number(term) : valueOf(scope, term)));
    return typeof small === "number" && typeof large === "number" ? small <= large : null;
  },
  ikke: (inner, scope) => {
    const truth = holds(inner, scope);
    return truth === null ? null : !truth;
  },
  en_af: (options, scope) => any(options.map((/** @type {Condition} */ option) => holds(option, scope))),
};
