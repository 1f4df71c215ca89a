/** How a finished case leaves the page: GitHub's new file, a copy, a file or a mail; each says what it cannot. */

import { make } from "../agreement/dom.mjs";
import { copyText } from "../agreement/file-out.mjs";
import { download } from "../codec/file.mjs";
import { problemText } from "./checks.mjs";
import { proposal } from "./value.mjs";

/** GitHub refuses longer addresses (about 8,000 signs); a text that does not fit is copied instead. */
export const MOST_ADDRESS = 7500;
/** Mail programs cut longer ones. */
const MOST_MAIL = 1800;

/**
 * The address of GitHub's new-file page with the case in it, or without it where it is too long.
 * @param {string} repository
 * @param {string} id
 * @param {string} text
 * @returns {{address: string, whole: boolean}}
 */
export function newFileAddress(repository, id, text) {
  const bare = `${repository}/new/main?filename=${encodeURIComponent(`cases/${id}.yml`)}&quick_pull=1`;
  const full = `${bare}&value=${encodeURIComponent(text)}`;
  return full.length <= MOST_ADDRESS ? { address: full, whole: true } : { address: bare, whole: false };
}

/** @param {string} contact @param {string} title @param {string} text @returns {string} a mail with the case, or one that asks for the file */
export function mailAddress(contact, title, text) {
  const start = `mailto:${contact}?subject=${encodeURIComponent(`Ny case: ${title}`)}&body=`;
  const whole = start + encodeURIComponent(text);
  if (whole.length <= MOST_MAIL) return whole;
  return start + encodeURIComponent("Hej\n\nHer er et forslag til en case. Filen er vedhæftet.\n(Hent filen på siden, og vedhæft den, før du sender.)\n");
}

/**
 * @param {import("../new-case.mjs").NewCase} form
 * @param {{toYaml: typeof import("./yaml.mjs").toYaml, proseKeys: typeof import("./yaml.mjs").proseKeys}} yaml
 * @returns {import("../agreement/steps-nav.mjs").Step & {texts: () => {text: string, source: string, id: string}}}
 */
export function sendStep(form, yaml) {
  const { repository = "", contact = "" } = form.dataset;
  const texts = () => {
    const made = proposal(form.data, form.value);
    return {
      id: String(made.case.id ?? "ny-case"),
      text: yaml.toYaml(made.case, yaml.proseKeys(form.data.felter)),
      source: made.source ? yaml.toYaml([made.source], yaml.proseKeys(form.data.nyKilde.felter)) : "",
    };
  };
  const manual = form.find(".builder__manual");
  const on = (/** @type {string} */ name, /** @type {() => void} */ act) =>
    form.find(`[data-do="${name}"]`).addEventListener("click", act);
  on("copy", async () => form.say(await copyText(texts().text, manual, "Casen er kopieret.")));
  on("copy-source", async () => form.say(await copyText(texts().source, manual, "Kilden er kopieret.")));
  on("download", () => {
    const { id, text } = texts();
    download(new Blob([text], { type: "application/yaml" }), `${id}.yml`);
    form.say(`Filen ${id}.yml er hentet.`);
  });
  on("download-source", () => {
    download(new Blob([texts().source], { type: "application/yaml" }), "ny-kilde.yml");
    form.say("Filen ny-kilde.yml er hentet.");
  });

  const sync = () => {
    const found = form.found;
    const ready = !found.length;
    form.find(".new-case__ready").hidden = !ready;
    form.find(".new-case__faults").replaceChildren(...(ready ? [] : faultList(form, found)));
    if (!ready) return;
    const { id, text, source } = texts();
    const { address, whole } = newFileAddress(repository, id, text);
    /** @type {HTMLAnchorElement} */ (form.find(".new-case__github")).href = address;
    form.find(".new-case__long").hidden = whole;
    form.find(".new-case__address").textContent = `Casen bliver gemt som cases/${id}.yml.`;
    /** @type {HTMLAnchorElement} */ (form.find(".new-case__mail")).href = mailAddress(contact, String(form.value.titel), text);
    form.find('[data-slot="yaml"]').textContent = text;
    form.find(".new-case__source").hidden = !source;
    form.find('[data-slot="source"]').textContent = source;
  };
  return { sync, texts, words: () => (form.found.length ? `${form.found.length} tilbage` : "klar"), state: () => (form.found.length ? "tom" : "faerdig") };
}

/** @param {import("../new-case.mjs").NewCase} form @param {import("./checks.mjs").Problem[]} found */
function faultList(form, found) {
  const items = found.map((one) => {
    const link = make("a", { href: "#" }, form.labelOf(one.path));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      form.goTo(one.path);
    });
    return make("li", {}, link, `: ${problemText(one)}`);
  });
  const one = "Der mangler én ting. Vælg den for at komme derhen.";
  const many = `Der mangler ${found.length} ting. Vælg én af dem for at komme derhen.`;
  return [make("p", {}, found.length === 1 ? one : many), make("ul", { className: "new-case__fault-list" }, ...items)];
}
