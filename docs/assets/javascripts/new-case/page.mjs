/** The case's page as it will look: the same parts and classes as the real one, filled with what is written so far. */

import { make } from "../agreement/dom.mjs";
import { proseNodes } from "../cases/prose.mjs";

/** @typedef {import("./value.mjs").FormData} FormData */
/** @typedef {import("./value.mjs").Group} Group */

const UNKNOWN = "Ikke oplyst i kilden";
/** What stands in the box of facts: heading and fields. @type {[string, string][]} */
const FACTS = [
  ["Sted", "kommuner"],
  ["Område", "omraade"],
  ["Region", "regioner"],
  ["Periode", "periode"],
  ["Branche", "brancher"],
  ["Målgruppe", "maalgrupper"],
  ["Virkemiddel", "virkemidler"],
  ["Organisering", "organiseringsform"],
];

/**
 * @param {FormData} data
 * @param {any} made a finished case
 * @param {Group | null} source a source that is not on the list yet
 * @returns {HTMLElement[]}
 */
export function casePage(data, made, source) {
  const name = namesOf(data);
  const unknown = () => make("p", { className: "unknown" }, UNKNOWN);
  const prose = (/** @type {string | undefined} */ text) => (text ? proseNodes(text) : [unknown()]);
  const chips = (/** @type {string} */ key, /** @type {string[]} */ ids) =>
    ids.map((id) => make("span", { className: "chip" }, name(key, id)));
  const heading = (/** @type {string} */ text) => make("h3", {}, text);

  const nodes = [
    make("p", { className: "new-case__title", role: "heading", "aria-level": "2" }, made.titel ?? "Casens titel"),
    make("p", { className: "case-lead__summary" }, made.kort ?? "Én sætning om casen."),
  ];
  if (made.tema) nodes.push(make("p", { className: "theme-badge", "data-tema": made.tema }, name("tema", made.tema)));
  const facts = make("dl", { className: "new-case__facts" });
  for (const [label, key] of FACTS) {
    const value = made[key];
    if (!value && key !== "periode") continue;
    facts.append(make("dt", {}, label), make("dd", {}, ...(Array.isArray(value) ? chips(key, value) : [value ?? UNKNOWN])));
  }
  if (made.finansieringsform || made.finansiering)
    facts.append(make("dt", {}, "Finansiering"), make("dd", {}, ...chips("finansieringsform", made.finansieringsform ?? []), ...prose(made.finansiering)));
  nodes.push(facts);
  if (made.noegletal) nodes.push(heading("Nøgletal"), make("ul", { className: "figures" }, ...made.noegletal.map(figure)));
  nodes.push(heading("Formål"), ...prose(made.formaal), heading("Organisering"), ...prose(made.organisering));
  if (made.aktoerer) nodes.push(make("ul", { className: "new-case__actors" }, ...made.aktoerer.map((/** @type {any} */ actor) => actorItem(actor, name))));
  nodes.push(heading("Resultater"), ...prose(made.resultater));
  if (made.resultattyper) nodes.push(make("p", {}, ...chips("resultattyper", made.resultattyper)));
  nodes.push(heading("Læring"));
  if (made.laering) nodes.push(make("ol", { className: "new-case__lessons" }, ...made.laering.map((/** @type {any} */ lesson) => lessonItem(lesson, name))));
  else nodes.push(make("p", { className: "empty" }, "Kilden giver ingen læringspunkter for denne case."));
  nodes.push(heading("Kilde"), make("p", {}, sourceText(made, source, name)));
  return nodes;
}

/** @param {FormData} data @returns {(key: string, id: string) => string} what people see for an id in a field of the case */
function namesOf(data) {
  /** @type {Map<string, string>} */
  const known = new Map();
  const note = (/** @type {import("./value.mjs").Field[]} */ fields) => {
    for (const { key, choices, item, fields: inner } of fields) {
      for (const choice of [...(choices ?? []), ...(item?.choices ?? [])]) known.set(`${key} ${choice.id}`, choice.name);
      note(inner ?? []);
    }
  };
  note(data.felter);
  return (key, id) => known.get(`${key} ${id}`) ?? id;
}

/** @param {any} row */
const figure = ({ tal, enhed, hvad, aar, forbehold }) =>
  make(
    "li",
    { className: "figure" },
    make(
      "p",
      { className: "figure__number" },
      make("span", { className: "figure__caveat" }, forbehold ?? ""),
      make("strong", {}, tal ?? ""),
      " ",
      make("span", { className: "figure__unit" }, enhed ?? ""),
    ),
    make("p", { className: "figure__what" }, [hvad, aar && `(${aar.replace("-", "–")})`].filter(Boolean).join(" ")),
  );

/** @param {any} actor @param {(key: string, id: string) => string} name */
const actorItem = (actor, name) =>
  make("li", {}, make("strong", {}, actor.navn ?? ""), [actor.type && ` (${name("type", actor.type)})`, actor.rolle && `: ${actor.rolle}`].filter(Boolean).join(""));

/** @param {any} lesson @param {(key: string, id: string) => string} name */
function lessonItem(lesson, name) {
  const marks = [lesson.omraade && name("omraade", lesson.omraade), ...(lesson.emner ?? []).map((/** @type {string} */ id) => name("emner", id))];
  return make("li", {}, ...proseNodes(lesson.tekst ?? ""), make("p", { className: "tally" }, marks.filter(Boolean).join(" · ")));
}

/** @param {any} made @param {Group | null} source @param {(key: string, id: string) => string} name */
function sourceText(made, source, name) {
  const cited = source
    ? `${source.udgiver ?? ""} (${source.aar ?? ""}): ${source.titel ?? ""}`
    : made.kilde?.udgivelse
      ? name("udgivelse", made.kilde.udgivelse)
      : UNKNOWN;
  return `${cited}${made.kilde?.side ? `, side ${made.kilde.side}` : ""}.`;
}
