// Both rows of a finding side by side, and which of their values agree.

import { element, heading } from './dom.js';

/** What is shown of a person, and how it is compared; nothing to compare where a row stands in its file. */
const fields = [
  { label: 'Nama', of: (person) => person.name },
  { label: 'NIK', of: (person) => person.nik, agreement: (finding) => finding.sameNumbers % 3 },
  { label: 'NKK', of: (person) => person.nkk, agreement: (finding) => Math.floor(finding.sameNumbers / 3) },
  { label: 'Tempat lahir', of: (person) => person.birthPlace },
  { label: 'Tanggal lahir', of: (person) => person.birthDate },
  { label: 'L/P', of: (person) => person.sex },
  { label: 'Alamat', of: (person) => person.address },
  { label: 'RT/RW', of: (person) => person.rtRw },
  { label: 'Desa, kecamatan', of: (person) => [person.desa, person.kecamatan].filter(Boolean).join(', ') },
  { label: 'TPS', of: (person) => person.tps },
  { label: 'Berkas, baris', of: (person) => `${person.file}, baris ${person.line}`, agreement: () => 0 },
];

/** Numbers are shown masked, so the run says whether they agree: not known, the same, different. */
const agreements = ['', 'sama', 'beda'];

function agreement(field, finding, one, other) {
  if (!one || !other) return '';
  if (field.agreement) return agreements[field.agreement(finding)];
  return one.toLowerCase() === other.toLowerCase() ? 'sama' : 'beda';
}

export function pairTable(finding) {
  const { person, other } = finding;
  const rows = fields.map((field) => {
    const one = field.of(person);
    const two = other ? field.of(other) : '';
    if (!one && !two) return '';
    const state = agreement(field, finding, one, two);
    return element(
      'tr', state, heading('row', field.label), element('td', '', one), other && element('td', '', two),
      other && element('td', 'tanda', state));
  });
  const head = element(
    'tr', '', element('td'), heading('col', person.role), other && heading('col', `Pembanding: ${other.role}`),
    other && heading('col', 'Sama?', 'tanda'));
  return element('table', 'pasangan', element('thead', '', head), element('tbody', '', ...rows));
}
