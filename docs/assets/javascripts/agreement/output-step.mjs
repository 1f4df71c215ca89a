/** The finished agreement: what is missing, and the text as a file, on the clipboard or on paper. */

import { download } from "../codec/file.mjs";
import { make } from "./dom.mjs";
import { toJson } from "./draft-file.mjs";
import { toMarkdown, toPlainText } from "./markdown.mjs";
import { controlId, documentElements } from "./preview.mjs";
import { fileName, toWord } from "./word.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */

const WORD_FAILED = "Word-filen kunne ikke laves. Hent teksten som Markdown, eller gem kladden, og prøv igen senere.";

/**
 * @param {Builder} builder
 * @returns {{sync: () => void}}
 */
export function outputStep(builder) {
  const missing = builder.find(".builder__missing");
  const button = (/** @type {string} */ name) => /** @type {HTMLButtonElement} */ (builder.find(`[data-do="${name}"]`));
  const text = (
    /** @type {string} */ name,
    /** @type {() => {text: string, kind: string, file: string, done: string}} */ write,
  ) =>
    button(name).addEventListener("click", ({ detail }) => {
      // The second click of two is the same wish.
      if (detail > 1) return;
      const { text, kind, file, done } = write();
      download(new Blob([text], { type: `${kind};charset=utf-8` }), fileName(builder.agreement, file));
      builder.say(`${done}${reminder(builder)}`);
    });
  button("word").addEventListener("click", ({ detail }) => detail < 2 && downloadWord(builder, button("word")));
  button("copy").addEventListener("click", () => copyAgreement(builder));
  button("print").addEventListener("click", () => window.print());
  text("markdown", () => ({
    text: toMarkdown(builder.agreement),
    kind: "text/markdown",
    file: "md",
    done: "Markdown-filen er hentet.",
  }));
  text("plain", () => ({
    text: toPlainText(builder.agreement),
    kind: "text/plain",
    file: "txt",
    done: "Tekstfilen er hentet.",
  }));
  text("json", () => ({
    text: toJson(builder.draft),
    kind: "application/json",
    file: "json",
    done: "Kladden er hentet som JSON.",
  }));
  return { sync: () => missing.replaceChildren(...missingList(builder)) };
}

/** @param {Builder} builder @returns {HTMLElement[]} */
function missingList({ agreement }) {
  const fields = agreement.missing;
  if (!fields.length) return [make("p", {}, "Alle felter er udfyldt.")];
  const links = fields.map(({ key, label, where }) =>
    make("li", {}, make("a", { href: `#${controlId(key)}`, "data-key": key }, label), ` (${where})`),
  );
  const heading = make("h3", { id: "builder-missing" }, "Disse felter mangler");
  return [
    heading,
    make("p", { className: "builder__hint" }, "Du kan godt hente aftalen alligevel. De tomme felter er markeret."),
    make("ul", { "aria-labelledby": heading.id }, ...links),
  ];
}

/** @param {Builder} builder @param {HTMLButtonElement} button */
async function downloadWord(builder, button) {
  if (button.getAttribute("aria-disabled") === "true") return;
  const label = button.textContent;
  button.setAttribute("aria-disabled", "true");
  button.textContent = "Laver Word-fil …";
  try {
    const { agreement, draft } = builder;
    download(await toWord(agreement, draft), fileName(agreement, "docx"));
    builder.say(`Word-filen er hentet.${reminder(builder)}`);
  } catch {
    builder.say(WORD_FAILED);
  } finally {
    button.textContent = label;
    button.removeAttribute("aria-disabled");
  }
}

/** @param {Builder} builder */
function reminder({ agreement }) {
  const count = agreement.missing.length;
  return count === 0
    ? ""
    : count === 1
      ? " 1 felt mangler og er markeret."
      : ` ${count} felter mangler og er markeret.`;
}

/** @param {Builder} builder */
async function copyAgreement(builder) {
  const plain = toPlainText(builder.agreement);
  const rich = new XMLSerializer().serializeToString(
    make("div", { lang: "da" }, documentElements(builder.agreement, { level: 1, link: false })),
  );
  const part = (/** @type {string} */ text, /** @type {string} */ type) => new Blob([text], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ "text/plain": part(plain, "text/plain"), "text/html": part(rich, "text/html") }),
    ]);
    builder.say(`Teksten er kopieret.${reminder(builder)}`);
  } catch {
    await builder.copyText(plain, "Teksten er kopieret uden overskrifter og fed skrift.");
  }
}
