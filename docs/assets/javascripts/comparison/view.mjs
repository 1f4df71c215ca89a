/** Builds the table of a comparison from its rows. What the data say is written as text, never as markup. */

import { make } from "../agreement/dom.mjs";
import { danishDay, danishNumber, danishRange } from "../cases/danish.mjs";
import { proseNodes } from "../cases/prose.mjs";

/** @typedef {import("../cases/load.mjs").Case} Case */
/** @typedef {import("../cases/load.mjs").Names} Names */
/** @typedef {import("./rows.mjs").Group} Group */
/** @typedef {import("./rows.mjs").Cell} Cell */
/** @typedef {import("./rows.mjs").Value} Value */
/** @typedef {{root: string, names: Names}} Setting */
/** @typedef {(id: string, act: "foer" | "efter" | "fjern") => void} Act */

const UNKNOWN = "ikke-oplyst";
const TOLD = "oplevet";
const KINDS_OF_FIGURE = { optalt: "", maal: "maal-eller-skoen", skoen: "maal-eller-skoen" };

/**
 * @param {Case[]} cases @param {Group[]} groups @param {Setting} setting @param {Act} act
 * @returns {HTMLTableElement}
 */
export function comparisonTable(cases, groups, setting, act) {
  // The roles are named, because on narrow screens the style sheet makes blocks of the table's parts.
  const table = make("table", { className: "comparison-table", role: "table", "data-antal": cases.length });
  const corner = make("th", { scope: "col", role: "columnheader", className: "comparison-table__corner" }, "Felt");
  const heads = cases.map((one, index) => head(one, index, cases.length, setting, act));
  table.append(
    make("caption", { className: "visually-hidden" }, `Sammenligning af ${cases.map((one) => one.titel).join(", ")}`),
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, corner, ...heads)),
    ...groups.map((group) => body(group, cases, setting)),
  );
  return table;
}

/** @param {Case} one @param {number} index @param {number} total @param {Setting} setting @param {Act} act */
function head(one, index, total, { root, names }, act) {
  const tools = make("span", { className: "comparison-table__tools" });
  const tool = (/** @type {"foer" | "efter" | "fjern"} */ name, /** @type {string} */ spoken, /** @type {boolean} */ off) => {
    const button = make("button", { type: "button", className: "comparison-table__tool", "data-act": name, "aria-label": spoken, disabled: off });
    button.addEventListener("click", () => act(one.id, name));
    tools.append(button);
  };
  if (total > 1) {
    tool("foer", `Flyt ${one.titel} én plads frem`, index === 0);
    tool("efter", `Flyt ${one.titel} én plads tilbage`, index === total - 1);
  }
  tool("fjern", `Fjern ${one.titel}`, false);
  const number = make("span", { className: "comparison-table__number" }, one.nummer ? `Case ${one.nummer}` : "Case");
  const title = make("a", { href: root + one.adresse }, one.titel);
  const cell = make("th", { scope: "col", role: "columnheader", "data-case": one.id, "data-tema": one.tema }, number, title, tools);
  cell.title = names.temaer?.[one.tema] ?? "";
  return cell;
}

/** @param {Group} group @param {Case[]} cases @param {Setting} setting */
function body(group, cases, setting) {
  const element = make("tbody", { role: "rowgroup", className: group.rows.every((row) => row.same) ? "comparison-table__same" : "" });
  const label = make("th", { scope: "rowgroup", role: "rowheader", colSpan: cases.length + 1 }, group.label);
  element.append(make("tr", { role: "row", className: "comparison-table__group" }, label));
  for (const row of group.rows) {
    const name = make("th", { scope: "row", role: "rowheader" }, row.label);
    if (row.same) name.append(make("span", { className: "comparison-table__equal" }, "ens"));
    const line = make("tr", { role: "row", "data-field": row.key, className: row.same ? "comparison-table__same" : "" }, name);
    row.cells.forEach((cell, index) => {
      const box = make("td", { role: "cell", "data-label": cases[index].titel, "data-tema": cases[index].tema });
      box.append(...cellNodes(row.kind, cell, cases[index], setting));
      line.append(box);
    });
    element.append(line);
  }
  return element;
}

/** @param {import("./rows.mjs").Kind} kind @param {Cell} cell @param {Case} one @param {Setting} setting @returns {Node[]} */
function cellNodes(kind, cell, one, setting) {
  if (cell.unknown) return [knowledge(UNKNOWN, setting.names)];
  const nodes = cell.values.length ? valueNodes(cell.values, setting) : [];
  if (kind === "figures") return [list(cell.items.map((item) => figureNodes(item, setting.names)), "comparison-table__figures")];
  if (kind === "lessons") return [knowledge(TOLD, setting.names), list(cell.items.map((item) => lessonNodes(item, one, setting)), "comparison-table__lessons")];
  if (kind === "source") return sourceNodes(one, setting.names);
  if (one.resultater && cell.text === one.resultater) nodes.push(knowledge(TOLD, setting.names));
  return [...nodes, ...proseNodes(cell.text)];
}

/** @param {Value[]} values @param {Setting} setting */
function valueNodes(values, { root }) {
  const items = values.map(({ id, text, list: from, detail, share }) => {
    const name = from === "klausuler" ? make("a", { href: `${root}aftaler/klausuler/${id}/` }, text) : make("span", {}, text);
    const item = make("li", { className: { alle: "comparison__shared", kun: "comparison__only", "": "" }[share] }, name);
    if (share) item.append(make("span", { className: "visually-hidden" }, share === "alle" ? " (har alle)" : " (har kun denne)"));
    for (const said of detail) item.append(make("span", { className: "comparison-table__detail" }, said));
    return item;
  });
  // Shown in place of what "kun forskelle" hides, where a case has nothing but what all have.
  const nothingOwn = values.every(({ share }) => share === "alle");
  const note = nothingOwn ? [make("p", { className: "comparison-table__nothing" }, "Kun det, alle har")] : [];
  return [make("ul", { className: "comparison-table__values" }, ...items), ...note];
}

/** @param {import("../cases/load.mjs").Figure} figure @param {Names} names @returns {Node[]} */
function figureNodes({ tal, enhed, hvad, aar, forbehold, art }, names) {
  const kind = KINDS_OF_FIGURE[/** @type {keyof typeof KINDS_OF_FIGURE} */ (art)] || (aar ? "optalt-med-aar" : "optalt-uden-aar");
  return [
    make("strong", {}, `${forbehold ? `${forbehold} ` : ""}${danishNumber(tal)} ${enhed}`),
    make("span", { className: "comparison-table__detail" }, hvad + (aar ? ` (${danishRange(aar)})` : "")),
    knowledge(kind, names),
  ];
}

/** @param {import("../cases/load.mjs").Lesson} lesson @param {Case} one @param {Setting} setting @returns {Node[]} */
function lessonNodes({ id, tekst }, one, { root }) {
  const address = `${root}${one.adresse}#laering-${id}`;
  const link = make("a", { href: address, className: "comparison-table__more", "aria-label": `Læs i casen: ${tekst.trim().slice(0, 50)}` }, "Læs i casen");
  return [...proseNodes(tekst), link];
}

/** @param {Case} one @param {Names} names @returns {Node[]} */
function sourceNodes({ kilde, gennemgaaet }, names) {
  const page = kilde.side ? `, side ${danishRange(kilde.side)}` : "";
  return [
    make("p", {}, `${names.udgivelser?.[kilde.udgivelse] ?? kilde.udgivelse}${page}. Holdt op mod kilden ${danishDay(gennemgaaet)}.`),
    ...(kilde.note ? proseNodes(kilde.note) : []),
  ];
}

/** @param {string} kind @param {Names} names */
const knowledge = (kind, names) => make("span", { className: "knowledge", "data-viden": kind }, names.viden?.[kind] ?? kind);

/** @param {Node[][]} items @param {string} className */
const list = (items, className) => make("ul", { className }, ...items.map((nodes) => make("li", {}, ...nodes)));
