// Which findings are shown, and in which order.

import { byId } from './dom.js';
import { grouped } from './numbers.js';
import { findings, rules, tiers } from './findings.js';
import { decisionOn } from './decisions.js';
import { searched } from './search.js';

const choices = {
  rule: byId('f-aturan'), tier: byId('f-keyakinan'), kabupaten: byId('f-kabupaten'), kecamatan: byId('f-kecamatan'),
  order: byId('f-urutan'),
};

const heaviestFirst = (a, b) => (b.bits ?? -Infinity) - (a.bits ?? -Infinity) || 0;

function byArea(a, b) {
  const [x, y] = [a, b].map(({ where }) => `${where.kecamatan} ${where.desa}`);
  return x < y ? -1 : x > y ? 1 : 0;
}

const isDecided = (finding) => Boolean(decisionOn(finding) || finding.knownDecision);

/** The findings that the form asks for. */
export function chosen() {
  const [rule, tier, kabupaten, kecamatan, order] = Object.values(choices).map((choice) => choice.value);
  const holds = searched();
  const list = findings.filter((finding) => (
    (!rule || finding.ruleNumber === Number(rule)) && (!tier || finding.tierNumber === Number(tier))
      && (!kabupaten || finding.where.kabupaten === kabupaten)
      && (!kecamatan || finding.where.kecamatan === kecamatan) && (order !== 'putusan' || isDecided(finding))
      && holds(finding)
  ));
  if (order === 'bobot') list.sort(heaviestFirst);
  if (order === 'wilayah') list.sort(byArea);
  return list;
}

const namesOf = (level, of = findings) => [...new Set(of.map(({ where }) => where[level]))].filter(Boolean).sort();

/** Offers the kecamatan that have findings, in the case of a province those of the kabupaten that is chosen. */
function offerKecamatan() {
  const { kabupaten, kecamatan } = choices;
  const before = kecamatan.value;
  const isIn = ({ where }) => !kabupaten.value || where.kabupaten === kabupaten.value;
  const names = namesOf('kecamatan', findings.filter(isIn));
  kecamatan.length = 1;
  for (const name of names) kecamatan.add(new Option(name, name));
  kecamatan.value = names.includes(before) ? before : '';
}

/** Offers the rules, tiers and areas that have findings; kabupaten only where there are several. */
export function fillChoices() {
  const numbers = (of) => [...new Set(findings.map(of))].sort((a, b) => a - b);
  for (const i of numbers(({ ruleNumber }) => ruleNumber)) {
    choices.rule.add(new Option(`${rules[i].id} (${grouped(rules[i].jumlah)})`, i));
  }
  for (const i of numbers(({ tierNumber }) => tierNumber)) choices.tier.add(new Option(tiers[i], i));
  const kabupaten = namesOf('kabupaten');
  for (const name of kabupaten) choices.kabupaten.add(new Option(name, name));
  choices.kabupaten.parentElement.hidden = kabupaten.length === 0;
  choices.kabupaten.addEventListener('change', offerKecamatan);
  offerKecamatan();
}

export function onChoice(action) {
  byId('saring').addEventListener('submit', (event) => event.preventDefault());
  for (const choice of Object.values(choices)) choice.addEventListener('change', action);
}
