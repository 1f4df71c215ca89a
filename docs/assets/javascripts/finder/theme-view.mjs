/** The found cases as cards under their themes. */

import { count, has, meeting } from "./columns.mjs";
import { viewStyle } from "./view-style.mjs";
import { drawCards, element } from "./views.mjs";

/** @typedef {import("./views.mjs").Found} Found */

/** @param {HTMLElement} place @param {Found} found */
export async function draw(place, found) {
  const { columns } = found.data;
  await Promise.all([columns.load(["tema"]), viewStyle(place)]);
  const shown = found.rows.slice(0, found.limit);
  const left = meeting(found.wishes, columns.size);
  const groups = [...(columns.loaded.get("tema") ?? [])]
    .map(([theme, bits]) => ({ theme, all: count(left, bits), rows: shown.filter((row) => has(bits, row)) }))
    .filter(({ rows }) => rows.length);
  const drawn = groups.map(({ theme, all, rows }) => {
    const section = element("section", "finder-themes__group");
    section.dataset.tema = theme;
    const heading = element("h2", "", found.name("tema", theme));
    heading.append(" ", element("span", "finder-themes__count", String(all)));
    heading.id = `fundet-${theme}`;
    section.setAttribute("aria-labelledby", heading.id);
    const list = element("ol", "");
    section.append(heading, list);
    return { section, done: drawCards(list, { ...found, rows }) };
  });
  place.replaceChildren(...drawn.map(({ section }) => section));
  await Promise.all(drawn.map(({ done }) => done));
}
