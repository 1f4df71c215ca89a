/** What the committee's case says of economy, law, personal data and communication: a sentence for each model text. */

import { gap, genitive, heading, list, paragraph, say } from "./note-blocks.mjs";

/** @typedef {import("./note-blocks.mjs").NoteBlock} NoteBlock */
/** @typedef {import("./note-facts.mjs").NoteFacts} NoteFacts */

/** @param {number} number @param {string} ask @returns {NoteBlock} a clause that was rewritten is for people to read */
const rewritten = (number, ask) => paragraph(`I har selv skrevet teksten i aftalens § ${number}. `, gap(ask));

/** @param {NoteFacts} facts @param {string} whose @returns {NoteBlock[]} */
export function economy(facts, whose) {
  const clause = facts.clause("oekonomi");
  const owner = whose ? genitive(whose) : "kommunens";
  if (!clause)
    return [paragraph("Aftalen siger ikke noget om økonomi. ", gap(`hvad aftalen koster, og hvor pengene findes`))];
  if (clause.own)
    return [rewritten(clause.number, "hvad § betyder for kommunens økonomi".replace("§", `§ ${clause.number}`))];
  const cost = paragraph(gap(`${owner} udgifter og tidsforbrug, og hvor de findes i budgettet`));
  if (clause.variant === "faelles-budget") {
    const shares = facts.lines("bidrag");
    return [
      paragraph(say`Samarbejdet har et fælles budget på ${facts.answer("budget", "beløb")} om året.`),
      ...(shares.length
        ? [paragraph("Parterne bidrager sådan:"), list(shares)]
        : [paragraph(gap("hver parts bidrag"))]),
      paragraph(say`${facts.answer("regnskabsfoerer", "Den part, der fører regnskab,")} fører regnskabet.`),
      cost,
    ];
  }
  const own = "Hver part betaler selv sine udgifter ved samarbejdet, og der er ingen fælles kasse.";
  const grants = "Søger parterne penge sammen, laver de først en særskilt aftale om projektet.";
  return [paragraph(own), ...(clause.variant === "puljer-og-projekter" ? [paragraph(grants)] : []), cost];
}

/** @param {NoteFacts} facts @param {string} whose @returns {NoteBlock[]} only what the agreement has */
export function law(facts, whose) {
  const notice = facts.clause("opsigelse");
  const approval = facts.clause("politisk-godkendelse");
  const lines = [
    ...(notice
      ? [notice.own ? rewritten(notice.number, "hvordan aftalen kan opsiges") : paragraph(noticeText(facts))]
      : []),
    ...(approval
      ? [
          approval.own
            ? rewritten(approval.number, "hvad der skal godkendes politisk")
            : paragraph(approvalText(facts, whose)),
        ]
      : []),
  ];
  if (!lines.length) return [];
  return [heading("Juridiske forhold"), ...lines, paragraph(gap("Bekræft, at kommunens jurist har læst aftalen"))];
}

/** @param {NoteFacts} facts */
function noticeText(facts) {
  const notice = facts.answer("varsel", "varsel");
  const variant = facts.clause("opsigelse")?.variant;
  if (variant === "kun-ved-vaesentlig-grund")
    return say`Aftalen kan kun opsiges ved en væsentlig grund og med et varsel på ${notice}.`;
  if (variant === "ophoer-for-alle")
    return say`Hver part kan opsige aftalen med et varsel på ${notice}. Så ophører den for alle.`;
  return say`Hver part kan opsige aftalen med et varsel på ${notice}. Den fortsætter mellem de øvrige parter.`;
}

/** @param {NoteFacts} facts @param {string} whose */
function approvalText(facts, whose) {
  const committee = facts.answer("udvalg", "det udvalg, der følger samarbejdet,");
  const deadline = facts.date("godkendelsesfrist", "frist");
  const municipality = whose || "kommunen";
  switch (facts.clause("politisk-godkendelse")?.variant) {
    case "godkendelse-hos-flere-parter":
      return say`Aftalen skal godkendes af kommunalbestyrelsen i hver kommune senest den ${deadline}. Andre parter skaffer selv den godkendelse, de skal have.`;
    case "godkendelse-af-maal":
      return say`Målene for hver periode skal godkendes af ${committee}.`;
    case "orientering":
      return say`Aftalen kan indgås af forvaltningen. Kommunen orienterer ${committee}, når den er underskrevet, og derefter hvert år.`;
    default:
      return say`Aftalen gælder først for ${municipality}, når kommunalbestyrelsen har godkendt den. Det skal ske senest den ${deadline}.`;
  }
}

/** @type {Record<string, string>} */
const PERSONAL_DATA = {
  "ingen-personoplysninger": "Parterne deler ikke personoplysninger. De deler kun tal, hvor ingen kan genkendes.",
  "personen-henvender-sig-selv":
    "Parterne deler ikke oplysninger om borgere eller elever. De viser dem videre, og personen henvender sig selv.",
  "kun-med-hjemmel-og-aftale":
    "Parterne deler kun personoplysninger, når begge har hjemmel, og når de har lavet en særskilt aftale om det.",
};

/** @param {NoteFacts} facts @returns {NoteBlock[]} only where the agreement has such a clause */
export function personalData(facts) {
  const clause = facts.clause("persondata");
  if (!clause) return [];
  const known = clause.own ? undefined : PERSONAL_DATA[clause.variant];
  const shared = clause.variant === "kun-med-hjemmel-og-aftale" && !clause.own;
  return [
    heading("Personoplysninger"),
    known ? paragraph(known) : rewritten(clause.number, "hvad der gælder om personoplysninger"),
    ...(shared ? [paragraph(gap("Bekræft, at databeskyttelsesrådgiveren er spurgt"))] : []),
  ];
}

/** @param {NoteFacts} facts @returns {NoteBlock[]} */
export function telling(facts) {
  const clause = facts.clause("kommunikation");
  const after = paragraph(gap("hvem der fortæller om beslutningen, og hvornår"));
  if (!clause) return [after];
  if (clause.own) return [rewritten(clause.number, "hvordan parterne fortæller om samarbejdet"), after];
  if (clause.variant === "faelles-plan")
    return [
      paragraph(say`Parterne laver en fælles plan for, hvordan de når ${facts.answer("maalgruppe", "målgruppen")}.`),
      after,
    ];
  const shared = clause.variant === "faelles-godkendelse";
  return [
    paragraph(
      shared
        ? "Parterne godkender sammen det, der skrives i samarbejdets navn."
        : "Hver part må fortælle om samarbejdet på egne vegne og deler gode eksempler.",
    ),
    after,
  ];
}
