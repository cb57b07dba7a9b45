// Decisions as a file that `padan putuskan` reads.

import { byId, element } from './dom.js';
import { allDecisions, areSaved, decisionCount, markSaved, onDecision } from './decisions.js';

const asJSON = () => JSON.stringify({ versi: 1, keputusan: allDecisions() }, null, 2) + '\n';

const asCSV = () =>
  [['id', 'putusan', 'catatan'], ...allDecisions().map(({ id, putusan, catatan }) => [id, putusan, catatan])]
    .map((row) => row.map(csvCell).join(',') + '\n').join('');

/** A cell that no spreadsheet takes for a formula. */
function csvCell(value) {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text.startsWith("'") ? `"${text.replaceAll('"', '""')}"` : text;
}

function save(name, type, content) {
  const link = element('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  markSaved();
}

function showState() {
  const count = decisionCount();
  byId('putusan').textContent = count ? `${count} keputusan${areSaved() ? '' : ' belum diunduh'}` : '';
  byId('unduh-json').disabled = byId('unduh-csv').disabled = count === 0;
}

export function startDownloads() {
  byId('unduh-json').addEventListener('click', () => save('keputusan.json', 'application/json', asJSON()));
  byId('unduh-csv').addEventListener('click', () => save('keputusan.csv', 'text/csv', asCSV()));
  onDecision(showState);
  window.addEventListener('beforeunload', (event) => { if (!areSaved()) event.preventDefault(); });
}
