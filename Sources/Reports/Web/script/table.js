// The table of findings, page by page.

import { button, byId, element } from './dom.js';
import { grouped } from './numbers.js';
import { decisionChip, tierChip } from './chips.js';
import { findings, rules } from './findings.js';
import { asksForNumber } from './search.js';

const perPage = 50;
const table = byId('tabel');
let shown = [];
let page = 0;
let open = () => {};

/** A cell; on narrow screens, where there is no header row, `label` stands before it. */
function cell(content, label = '', className = '') {
  const node = element('td', className, content);
  if (label) node.dataset.l = label;
  return node;
}

function row(finding, index) {
  const { person } = finding;
  const opener = button('buka', finding.rule.id, () => open(shown, index));
  opener.setAttribute('aria-label', `Buka ${finding.rule.id}, ${finding.name}`);
  const first = element('td', '', opener, element('div', 'kecil', finding.id), decisionChip(finding));
  const tier = element(
    'td', '', tierChip(finding), finding.grade && element('span', 'kecil', ` ${finding.grade}`),
    finding.heldBack && element('div', 'kecil', 'ditahan'));
  const node = element(
    'tr', '', first, tier, cell(element('div', 'jepit', finding.name)), cell(person?.birthDate, 'Lahir'),
    cell(person?.nik, 'NIK', 'mono'), cell(person && finding.place), cell(finding.explanation));
  node.addEventListener('click', (event) => { if (event.target !== opener) open(shown, index); });
  return node;
}

/** How many findings the filter leaves, and what that says nothing of. */
function countWords() {
  const all = rules.reduce((sum, { jumlah }) => sum + jumlah, 0);
  const rest = findings.length < all
    ? ` di antara ${grouped(findings.length)} yang dimuat dari ${grouped(all)}; selebihnya di temuan.csv` : '';
  const number = asksForNumber()
    ? '. NIK di halaman ini tersamar: beberapa orang dapat tampil bersama; NIK lengkap dicari dengan padan cari' : '';
  return `${grouped(shown.length)} temuan sesuai saringan${rest}${number}`;
}

function draw() {
  const pages = Math.max(1, Math.ceil(shown.length / perPage));
  const start = page * perPage;
  table.tBodies[0].replaceChildren(...shown.slice(start, start + perPage).map((finding, i) => row(finding, start + i)));
  byId('jumlah').textContent = countWords();
  byId('posisi').textContent = `Halaman ${page + 1} dari ${pages}`;
  byId('mundur').disabled = page === 0;
  byId('maju').disabled = page >= pages - 1;
}

function turn(step) {
  page += step;
  draw();
  table.scrollIntoView();
}

/** Shows these findings from the first page on. */
export function showFindings(list) {
  shown = list;
  page = 0;
  draw();
}

/** Draws the page on which a finding stands, and puts the focus on it. */
export function returnTo(index) {
  page = Math.floor(index / perPage);
  draw();
  table.tBodies[0].rows[index - page * perPage]?.querySelector('.buka').focus();
}

/** `action` is called with the findings shown and the place of the one to open. */
export function onOpen(action) {
  open = action;
  byId('mundur').addEventListener('click', () => turn(-1));
  byId('maju').addEventListener('click', () => turn(1));
}
