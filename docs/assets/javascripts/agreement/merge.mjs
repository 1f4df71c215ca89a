/** Several versions of one draft brought together: who proposes what, what has been decided, and what is still open. */

import { KIND_NAMES, ROW_KINDS, draftParts, otherOrder } from "./draft-parts.mjs";

/** @typedef {import("./draft.mjs").Draft} Draft */
/** @typedef {import("./draft-parts.mjs").DraftPart} DraftPart */
/** @typedef {import("./draft-parts.mjs").PartKind} PartKind */
/** @typedef {{name: string, draft: Draft}} Version whose it is: the file's name */
/** What somebody would rather have; null is "leave it out". @typedef {{who: string[], part: DraftPart | null}} Proposal */
/**
 * Something that not all versions agree on. "standing" names the versions that leave the base as it is.
 * @typedef {{key: string, kind: PartKind, label: string, base: DraftPart | null, proposals: Proposal[], standing: string[],
 *   conflict: boolean}} Point
 */
/** A point's key to the number of the proposal that was accepted, or -1 for the base. @typedef {Map<string, number>} Decisions */

/**
 * The points where a version differs from the base, in the order of an agreement.
 * @param {Draft} base
 * @param {Version[]} versions
 * @param {any} data
 * @returns {Point[]}
 */
export function mergePoints(base, versions, data) {
  const before = draftParts(base, base, data);
  const after = versions.map(({ name, draft }) => ({ name, parts: draftParts(draft, base, data) }));
  const keys = new Set([...before.keys(), ...after.flatMap(({ parts }) => [...parts.keys()])]);
  const points = [...keys]
    .map((key) => mergePoint(key, before.get(key) ?? null, after))
    .filter((point) => point !== null);
  const kinds = Object.keys(KIND_NAMES);
  const sorted = points.sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
  return sorted.filter((point) => point.kind !== "raekkefoelge" || reordered(point, base));
}

/** @param {string} key @param {DraftPart | null} base @param {{name: string, parts: Map<string, DraftPart>}[]} versions @returns {Point | null} */
function mergePoint(key, base, versions) {
  /** @type {Proposal[]} */
  const proposals = [];
  const standing = [];
  for (const { name, parts } of versions) {
    const part = parts.get(key) ?? null;
    const same = proposals.find((proposal) => sameValue(proposal.part, part));
    if (sameValue(part, base)) standing.push(name);
    else if (same) same.who.push(name);
    else proposals.push({ who: [name], part });
  }
  const known = base ?? proposals.find((proposal) => proposal.part)?.part;
  // What a person calls the draft is theirs alone.
  if (!known || !proposals.length || known.kind === "navn") return null;
  return { key, kind: known.kind, label: known.label, base, proposals, standing, conflict: proposals.length > 1 };
}

/** @param {DraftPart | null} one @param {DraftPart | null} other */
export const sameValue = (one, other) => stable(one?.value ?? null) === stable(other?.value ?? null);

/** JSON in which neither the order of keys nor where a thing came from matters. @param {any} value @returns {string} */
const stable = (value) =>
  JSON.stringify(value, (_, item) =>
    item && typeof item === "object" && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item)
            .filter(([key]) => key !== "fra" && key !== "model")
            .sort(([one], [other]) => (one < other ? -1 : 1)),
        )
      : item,
  );

/** Clauses that came or went change the list by themselves; only another order of the same ones is a point. @param {Point} point @param {Draft} base */
function reordered(point, base) {
  const old = base.klausuler.map((clause) => clause.id);
  point.proposals = point.proposals.filter(({ part }) => otherOrder(part?.value ?? [], old));
  point.conflict = point.proposals.length > 1;
  return point.proposals.length > 0;
}

/**
 * The draft that the decisions make; where nothing is decided, the base stands.
 * @param {Draft} base
 * @param {Point[]} points
 * @param {Decisions} decisions
 * @param {any} data
 * @returns {Draft}
 */
export function mergedDraft(base, points, decisions, data) {
  const parts = draftParts(base, base, data);
  for (const point of points) {
    const chosen = decisions.get(point.key) ?? -1;
    if (chosen < 0) continue;
    const { part } = point.proposals[chosen];
    if (part) parts.set(point.key, part);
    else parts.delete(point.key);
  }
  const values = (/** @type {PartKind} */ kind) =>
    [...parts.values()].filter((part) => part.kind === kind).map((part) => part.value);
  const rows = Object.fromEntries(ROW_KINDS.map((kind) => [kind, values(kind)]));
  const svar = Object.assign(
    Object.create(null),
    Object.fromEntries(
      [...parts]
        .filter(([, part]) => part.kind === "svar")
        .map(([key, part]) => [key.slice("svar:".length), part.value]),
    ),
  );
  const order = mergedOrder(parts.get("raekkefoelge")?.value ?? [], points, decisions);
  const klausuler = values("klausuler").sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  return { ...base, ...rows, navn: parts.get("navn")?.value ?? "", klausuler, svar };
}

/**
 * The order with each clause that a proposal brings set after the clause it followed there.
 * @param {string[]} order @param {Point[]} points @param {Decisions} decisions @returns {string[]}
 */
function mergedOrder(order, points, decisions) {
  const whole = [...order];
  for (const point of points) {
    const part = point.kind === "klausuler" ? point.proposals[decisions.get(point.key) ?? -1]?.part : null;
    if (!part || whole.includes(part.value.id)) continue;
    const before = (part.follows ?? []).findLast((/** @type {string} */ id) => whole.includes(id));
    whole.splice(before ? whole.indexOf(before) + 1 : 0, 0, part.value.id);
  }
  return whole;
}

/** @param {Point[]} points @param {Decisions} decisions @returns {Point[]} what nobody has decided */
export const openPoints = (points, decisions) => points.filter((point) => !decisions.has(point.key));

/**
 * Accept every proposal that nobody speaks against; where there are two, or where the base is kept by all but one, people decide.
 * @param {Point[]} points @param {Decisions} decisions @returns {Decisions}
 */
export function acceptUndisputed(points, decisions) {
  const open = openPoints(points, decisions).filter((point) => !point.conflict);
  return new Map([...decisions, ...open.map((point) => /** @type {[string, number]} */ ([point.key, 0]))]);
}
