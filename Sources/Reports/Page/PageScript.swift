/// The script of `laporan.html`: the table of findings with its filters, and the files of decisions.
///
/// It puts values into the page as text only, keeps decisions in memory, and asks nothing of the network.
enum PageScript {
  static let js = list + PageDialogScript.js + end

  private static let end = """

    fillFilters();
    refresh();
    }());
    """

  private static let list = """
    (function () {
    'use strict';
    var D = JSON.parse(document.getElementById('data').textContent);
    // A line of bits is spelled out once and named by its number: [comparison, level, m, u, bits].
    D.temuan.forEach(function (f) { if (f[12]) f[12] = f[12].map(function (n) { return D.baris[n]; }); });
    var PAGE = 50, shown = [], page = 0, decisions = new Map(), saved = true;
    function $(id) { return document.getElementById(id); }
    function el(tag, cls, text) {
      var e = document.createElement(tag);
      if (cls) e.className = cls;
      if (text !== undefined && text !== null) e.textContent = text;
      return e;
    }
    // A finding: [id, rule, tier, bits, probability, grade, person, area, other, evidence, explanation, held, lines, equal]
    // A person: [nik, nkk, name, place, birth, sex, address, rt/rw, area, tps, file, line, role]
    function rule(f) { return D.aturan[f[1]]; }
    function areaOf(f) { return D.wilayah[f[6] ? f[6][8] : f[7][0]]; }
    function place(f) {
      var a = areaOf(f), tps = f[6] ? f[6][9] : f[7][1], rt = f[6] ? f[6][7] : f[7][2];
      return [a[1], a[0], tps ? 'TPS ' + tps : '', f[6] ? '' : (rt ? 'RT/RW ' + rt : '')].filter(Boolean).join(', ');
    }
    function nameOf(f) {
      if (f[6]) return f[6][2] || '(tanpa nama)';
      return place(f) || 'Kabupaten/kota';
    }
    function text(f) {
      if (!f.text) {
        var p = f[6] || [], o = f[8] || [];
        f.text = [f[0], rule(f).id, p[0], p[1], p[2], p[4], o[0], o[2], place(f), f[9], f[10],
          D.berkas[p[10]] || '', p[11]].join(' ').toLowerCase();
      }
      return f.text;
    }
    function option(select, value, label) {
      var o = el('option', '', label);
      o.value = value;
      select.appendChild(o);
    }
    function fillFilters() {
      var rules = new Set(), tiers = new Set(), kec = new Set();
      D.temuan.forEach(function (f) { rules.add(f[1]); tiers.add(f[2]); kec.add(areaOf(f)[0]); });
      Array.from(rules).sort(function (a, b) { return a - b; }).forEach(function (i) {
        option($('f-aturan'), i, D.aturan[i].id + ' (' + D.aturan[i].jumlah.toLocaleString('id-ID') + ')');
      });
      Array.from(tiers).sort(function (a, b) { return a - b; }).forEach(function (i) {
        option($('f-keyakinan'), i, D.keyakinan[i]);
      });
      Array.from(kec).filter(Boolean).sort().forEach(function (k) { option($('f-kecamatan'), k, k); });
    }
    function refresh() {
      var words = $('cari').value.toLowerCase().split(/\\s+/).filter(Boolean);
      var r = $('f-aturan').value, t = $('f-keyakinan').value, k = $('f-kecamatan').value, o = $('f-urutan').value;
      shown = D.temuan.filter(function (f) {
        return (r === '' || f[1] === +r) && (t === '' || f[2] === +t) && (k === '' || areaOf(f)[0] === k)
          && words.every(function (w) { return text(f).indexOf(w) >= 0; })
          && (o !== 'putusan' || decisions.has(f[0]));
      });
      function weight(f) { return f[3] === null ? -1e9 : f[3]; }
      if (o === 'bobot') shown.sort(function (a, b) { return weight(b) - weight(a); });
      if (o === 'wilayah') shown.sort(function (a, b) {
        var x = areaOf(a).join(' '), y = areaOf(b).join(' ');
        return x < y ? -1 : x > y ? 1 : 0;
      });
      page = 0;
      draw();
    }
    function chip(tier) { return el('span', 'cip c-' + D.keyakinan[tier], D.keyakinan[tier]); }
    function cell(label, content, cls) {
      var td = el('td', cls || '');
      if (label) td.setAttribute('data-l', label);
      if (typeof content === 'string') td.textContent = content; else if (content) td.appendChild(content);
      return td;
    }
    function drawRow(f, index) {
      var tr = el('tr'), first = el('td'), open = el('button', 'buka', rule(f).id);
      open.type = 'button';
      open.setAttribute('aria-label', 'Buka ' + rule(f).id + ', ' + nameOf(f));
      first.appendChild(open);
      first.appendChild(el('div', 'kecil', f[0]));
      var d = decisions.get(f[0]);
      if (d) first.appendChild(el('span', 'cip', d.putusan));
      tr.appendChild(first);
      var tier = el('span');
      tier.appendChild(chip(f[2]));
      if (f[5]) tier.appendChild(el('span', 'kecil', ' ' + f[5]));
      if (f[11]) tier.appendChild(el('div', 'kecil', 'ditahan'));
      tr.appendChild(cell('', tier));
      tr.appendChild(cell('', el('div', 'jepit', nameOf(f))));
      tr.appendChild(cell('Lahir', f[6] ? f[6][4] : ''));
      tr.appendChild(cell('NIK', f[6] ? f[6][0] : '', 'mono'));
      tr.appendChild(cell('', f[6] ? place(f) : ''));
      tr.appendChild(cell('', f[10]));
      tr.addEventListener('click', function () { openFinding(index); });
      return tr;
    }
    function draw() {
      var body = $('tabel').tBodies[0], pages = Math.max(1, Math.ceil(shown.length / PAGE));
      body.textContent = '';
      var rows = document.createDocumentFragment();
      shown.slice(page * PAGE, page * PAGE + PAGE).forEach(function (f, i) {
        rows.appendChild(drawRow(f, page * PAGE + i));
      });
      body.appendChild(rows);
      $('jumlah').textContent = shown.length.toLocaleString('id-ID') + ' temuan sesuai saringan';
      $('posisi').textContent = 'Halaman ' + (page + 1) + ' dari ' + pages;
      $('mundur').disabled = page === 0;
      $('maju').disabled = page >= pages - 1;
    }
    function countDecisions() {
      var n = decisions.size;
      $('putusan').textContent = n ? n + ' keputusan' + (saved ? '' : ' belum diunduh') : '';
      $('unduh-json').disabled = $('unduh-csv').disabled = n === 0;
    }
    function save(name, type, content) {
      var url = URL.createObjectURL(new Blob([content], { type: type })), a = el('a');
      a.href = url;
      a.download = name;
      document.body.appendChild(a);
      a.click();
      a.remove();
      setTimeout(function () { URL.revokeObjectURL(url); }, 1000);
      saved = true;
      countDecisions();
    }
    function sorted() {
      return Array.from(decisions.values()).sort(function (a, b) { return a.id < b.id ? -1 : a.id > b.id ? 1 : 0; });
    }
    function csv(v) {
      if (/^[=+\\-@\\t\\r]/.test(v)) v = "'" + v;
      return /[",\\r\\n]/.test(v) || v[0] === "'" ? '"' + v.replace(/"/g, '""') + '"' : v;
    }
    $('unduh-json').addEventListener('click', function () {
      save('keputusan.json', 'application/json', JSON.stringify({ versi: 1, keputusan: sorted() }, null, 2) + '\\n');
    });
    $('unduh-csv').addEventListener('click', function () {
      save('keputusan.csv', 'text/csv', 'id,putusan,catatan\\n' + sorted().map(function (d) {
        return [d.id, d.putusan, d.catatan].map(csv).join(',') + '\\n';
      }).join(''));
    });
    window.addEventListener('beforeunload', function (e) { if (!saved) e.preventDefault(); });
    $('saring').addEventListener('submit', function (e) { e.preventDefault(); });
    ['f-aturan', 'f-keyakinan', 'f-kecamatan', 'f-urutan'].forEach(function (id) {
      $(id).addEventListener('change', refresh);
    });
    var wait;
    $('cari').addEventListener('input', function () { clearTimeout(wait); wait = setTimeout(refresh, 120); });
    $('mundur').addEventListener('click', function () { page -= 1; draw(); $('tabel').scrollIntoView(); });
    $('maju').addEventListener('click', function () { page += 1; draw(); $('tabel').scrollIntoView(); });

    """
}
