// The findings of the run, from the JSON that PageData.swift writes: rows without names, repeated words by number; a
// long one as gzip in base64.

import { byId } from './dom.js';

async function unpacked(letters) {
  const bytes = Uint8Array.from(atob(letters.trim()), (letter) => letter.charCodeAt(0));
  const json = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(json).json();
}

async function read({ type, textContent }) {
  if (type === 'application/json') return JSON.parse(textContent);
  if ('DecompressionStream' in window) return unpacked(textContent);
  const sentence = 'Peramban ini terlalu lama untuk tabel temuan; perbarui, atau buka temuan.csv.';
  byId('jumlah').textContent = sentence;
  throw new Error(sentence);
}

const data = await read(byId('data'));

/** Keys of the tiers, surest first. */
export const tiers = data.keyakinan;

/** What each rule means: id, jumlah, ringkasan, tindakan, verifikasi, dasar. */
export const rules = data.aturan;

/** A text, from the numbers of its phrases. */
const said = (numbers) => numbers.map((number) => data.kata[number]).join('; ');

const listed = (...parts) => parts.filter(Boolean).join(', ');

class Person {
  constructor(row) {
    let area, file, role;
    [
      this.nik, this.nkk, this.name, this.birthPlace, this.birthDate, this.sex, this.address, this.rtRw, area, this.tps,
      file, this.line, role,
    ] = row;
    [this.kecamatan, this.desa, this.kabupaten = ''] = data.wilayah[area];
    this.file = data.berkas[file] ?? '';
    this.role = data.peran[role];
  }

  get words() {
    return [this.nik, this.nkk, this.name, this.birthDate, this.file, this.line];
  }
}

class Area {
  constructor([area, tps, rtRw]) {
    [this.kecamatan, this.desa, this.kabupaten = ''] = data.wilayah[area];
    this.tps = tps;
    this.rtRw = rtRw;
  }
}

class Finding {
  #lines;
  #text;

  constructor(row) {
    let rule, person, area, other, evidence, explanation;
    [
      this.id, rule, this.tierNumber, this.bits, this.probability, this.grade, person, area, other, evidence,
      explanation, this.heldBack, this.#lines, this.sameNumbers, this.knownDecision = '', this.letter = '',
    ] = row;
    this.evidence = said(evidence);
    this.explanation = said(explanation);
    this.ruleNumber = rule;
    this.rule = rules[rule];
    this.tier = tiers[this.tierNumber];
    this.person = person && new Person(person);
    this.other = other && new Person(other);
    this.where = this.person ?? new Area(area);
  }

  /** Where it stands, in words. */
  get place() {
    const { desa, kecamatan, tps, rtRw } = this.where;
    return listed(desa, kecamatan, tps && `TPS ${tps}`, !this.person && rtRw && `RT/RW ${rtRw}`);
  }

  /** Of whom or of what it is. */
  get name() {
    return this.person ? this.person.name || '(tanpa nama)' : this.place || 'Kabupaten/kota';
  }

  /** Lines of evidence of a match, by their numbers; none where it rests on no match. */
  get lines() {
    return (this.#lines ?? []).map((number) => {
      const [field, seen, ofOne, byChance, bits] = data.baris[number];
      return { field: data.kata[field], seen: data.kata[seen], ofOne, byChance, bits };
    });
  }

  /** Everything that a search looks through, in small letters; made when it is first asked for. */
  get text() {
    this.#text ??= [
      this.id, this.rule.id, ...(this.person?.words ?? []), this.other?.nik, this.other?.name, this.place,
      this.evidence, this.explanation, this.knownDecision, this.letter,
    ].filter(Boolean).join(' ').toLowerCase();
    return this.#text;
  }
}

export const findings = data.temuan.map((row) => new Finding(row));
