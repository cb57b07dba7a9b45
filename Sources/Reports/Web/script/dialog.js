// One finding: both rows, the decision, where its weight comes from, what it means.

import { button, byId, element } from './dom.js';
import { decimal } from './numbers.js';
import { tierChip } from './chips.js';
import { pairTable } from './pair.js';
import { bitsTable } from './bits.js';
import { decisionForm } from './decision-form.js';

const dialog = byId('rinci');
let place = 0;

const line = (label, content) => (content ? element('p', '', element('strong', '', `${label}: `), content) : '');

/** The heading and the buttons; the one named `focused` has the focus, or the one that closes. */
function header(list, index, focused) {
  const title = element('h2', '', `${list[index].rule.id}: ${list[index].name}`);
  title.id = 'rinci-judul';
  const step = (label, next) => {
    const node = button('', label, () => show(list, next, label));
    node.disabled = !list[next];
    return node;
  };
  const buttons = [
    step('Sebelumnya', index - 1), step('Berikutnya', index + 1), button('', 'Tutup', () => dialog.close()),
  ];
  const focus = buttons.find((node) => node.textContent === focused && !node.disabled) ?? buttons.at(-1);
  return { head: element('div', 'judul', title, element('div', '', ...buttons)), focus };
}

function summary(finding) {
  const { id, grade, bits, probability } = finding;
  const parts = [
    id, grade && `derajat ${grade}`, bits !== null && `bobot ${decimal(bits, 2)} bit`,
    probability !== null && `peluang ${decimal(probability, 4)}`,
  ];
  return element('p', '', tierChip(finding), ` ${parts.filter(Boolean).join(' \u00b7 ')}`);
}

const known = ({ knownDecision, letter }) =>
  [line('Keputusan di register', knownDecision), line('Disampaikan dengan surat', letter)];

const weight = (lines) => (lines.length === 0 ? [] : [
  element('h3', '', 'Dari mana bobotnya'),
  element('p', 'redup', 'Bila satu orang: seberapa sering ini terlihat pada dua baris milik satu orang. '
    + 'Bila kebetulan: pada dua orang yang berbeda. Satu bit melipatduakan peluang; jumlahnya adalah bobot.'),
  bitsTable(lines),
]);

const meaning = ({ evidence, rule }) => [
  element('h3', '', 'Arti dan tindak lanjut'), line('Bukti', evidence), line('Aturan', rule.ringkasan),
  line('Tindakan', rule.tindakan), line('Verifikasi', rule.verifikasi), line('Dasar', rule.dasar.join('; ')),
];

function show(list, index, focused) {
  place = index;
  const finding = list[index];
  const { head, focus } = header(list, index, focused);
  const parts = [
    head, summary(finding), element('p', '', finding.explanation),
    finding.heldBack && element('p', 'catatan', `Usulan ditahan: ${finding.heldBack}`), ...known(finding),
    finding.person && pairTable(finding), decisionForm(finding), ...weight(finding.lines), ...meaning(finding),
  ];
  dialog.replaceChildren(...parts.filter(Boolean));
  dialog.scrollTop = 0;
  if (!dialog.open) dialog.showModal();
  focus.focus();
}

/** Opens the finding at `index` of a list. */
export const openFinding = (list, index) => show(list, index, 'Tutup');

/** `action` is called with the place of the finding that was shown last. */
export const onClose = (action) => dialog.addEventListener('close', () => action(place));
