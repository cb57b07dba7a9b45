/// The part of the page's script that shows one finding: both rows side by side, the lines of bits, the decision.
enum PageDialogScript {
  static let js = """
    var PERSON = [['Nama', 2], ['NIK', 0], ['NKK', 1], ['Tempat lahir', 3], ['Tanggal lahir', 4], ['L/P', 5],
      ['Alamat', 6], ['RT/RW', 7], ['Desa, kecamatan', 8], ['TPS', 9], ['Berkas, baris', 10]];
    function value(p, i) {
      if (!p) return '';
      if (i === 8) return [D.wilayah[p[8]][1], D.wilayah[p[8]][0]].filter(Boolean).join(', ');
      if (i === 10) return D.berkas[p[10]] + ', baris ' + p[11];
      return p[i];
    }
    // Numbers are shown masked, so whether they agree is told apart: 0 not known, 1 the same, 2 different.
    function agreement(f, i, a, b) {
      if (!f[8] || !a || !b || i === 10) return '';
      var known = i === 0 ? f[13] % 3 : i === 1 ? Math.floor(f[13] / 3) : a.toLowerCase() === b.toLowerCase() ? 1 : 2;
      return ['', 'sama', 'beda'][known];
    }
    function pair(f) {
      var t = el('table', 'pasangan'), head = t.createTHead().insertRow(), body = t.createTBody();
      head.appendChild(el('th', '', ''));
      head.appendChild(el('th', '', D.peran[f[6][12]]));
      if (f[8]) head.appendChild(el('th', '', 'Pembanding: ' + D.peran[f[8][12]]));
      PERSON.forEach(function (field) {
        var a = value(f[6], field[1]), b = value(f[8], field[1]);
        if (!a && !b) return;
        var row = body.insertRow();
        row.className = agreement(f, field[1], a, b);
        var th = el('th', '', field[0]);
        th.scope = 'row';
        row.appendChild(th);
        row.appendChild(el('td', '', a));
        if (f[8]) row.appendChild(el('td', '', b));
      });
      return t;
    }
    function bar(bit, most) {
      var ns = 'http://www.w3.org/2000/svg', s = document.createElementNS(ns, 'svg'), w = Math.abs(bit) / most * 490;
      s.setAttribute('viewBox', '0 0 1000 10');
      s.setAttribute('preserveAspectRatio', 'none');
      s.setAttribute('aria-hidden', 'true');
      [[bit < 0 ? 'minus' : 'plus', bit < 0 ? 500 - w : 500, w], ['nol', 498, 4]].forEach(function (r) {
        var e = document.createElementNS(ns, 'rect');
        e.setAttribute('class', r[0]);
        e.setAttribute('x', r[1].toFixed(1));
        e.setAttribute('width', r[2].toFixed(1));
        e.setAttribute('height', '10');
        s.appendChild(e);
      });
      return s;
    }
    function number(x, digits) {
      return x.toLocaleString('id-ID', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    }
    function signed(x) { return (x < 0 ? '\\u2212' : '+') + number(Math.abs(x), 2); }
    function share(x) { return x === null ? '' : x < 0.0001 && x > 0 ? x.toExponential(1) : number(x, 4); }
    function bits(f) {
      var t = el('table', 'bit'), head = t.createTHead().insertRow(), body = t.createTBody();
      ['Bidang', 'Yang terlihat', '', 'Bit', 'Bila satu orang', 'Bila kebetulan'].forEach(function (h, i) {
        head.appendChild(el('th', i > 2 ? 'n' : '', h));
      });
      var most = f[12].reduce(function (m, l) { return Math.max(m, Math.abs(l[4])); }, 1), sum = 0;
      f[12].forEach(function (l) {
        var row = body.insertRow(), td;
        sum += l[4];
        row.appendChild(el('td', '', D.kata[l[0]]));
        row.appendChild(el('td', '', D.kata[l[1]]));
        td = row.insertCell();
        td.appendChild(bar(l[4], most));
        row.appendChild(el('td', 'n', signed(l[4])));
        row.appendChild(el('td', 'n', share(l[2])));
        row.appendChild(el('td', 'n', share(l[3])));
      });
      var foot = t.createTFoot().insertRow(), th = el('th', '', 'Jumlah bit');
      th.colSpan = 3;
      foot.appendChild(th);
      foot.appendChild(el('td', 'n', signed(sum)));
      foot.insertCell().colSpan = 2;
      return t;
    }
    function line(parent, label, content) {
      if (!content) return;
      var p = el('p');
      p.appendChild(el('strong', '', label + ': '));
      p.appendChild(document.createTextNode(content));
      parent.appendChild(p);
    }
    function decide(f) {
      var box = el('div'), set = el('fieldset', 'pilih'), note = el('textarea'), current = decisions.get(f[0]);
      set.appendChild(el('legend', '', 'Keputusan'));
      function keep() {
        var chosen = set.querySelector('input:checked');
        if (!chosen || !chosen.value) decisions.delete(f[0]);
        else decisions.set(f[0], { id: f[0], putusan: chosen.value, catatan: note.value });
        saved = decisions.size === 0;
        countDecisions();
      }
      [['', 'belum'], ['sah', 'sah'], ['tolak', 'tolak'], ['perlu cek', 'perlu cek']].forEach(function (c) {
        var l = el('label'), i = el('input');
        i.type = 'radio';
        i.name = 'putusan';
        i.value = c[0];
        i.checked = current ? current.putusan === c[0] : c[0] === '';
        i.addEventListener('change', keep);
        l.appendChild(i);
        l.appendChild(document.createTextNode(c[1]));
        set.appendChild(l);
      });
      note.value = current ? current.catatan : '';
      note.placeholder = 'Catatan (opsional, tanpa data pribadi)';
      note.setAttribute('aria-label', 'Catatan');
      note.addEventListener('input', keep);
      box.appendChild(set);
      box.appendChild(note);
      return box;
    }
    function openFinding(index) {
      var f = shown[index], r = rule(f), d = $('rinci');
      d.textContent = '';
      d.scrollTop = 0;
      var head = el('div', 'judul'), title = el('h2', '', r.id + ': ' + nameOf(f)), buttons = el('div');
      title.id = 'rinci-judul';
      function button(label, able, action) {
        var b = el('button', '', label);
        b.type = 'button';
        b.disabled = !able;
        b.addEventListener('click', action);
        buttons.appendChild(b);
        return b;
      }
      button('Sebelumnya', index > 0, function () { openFinding(index - 1); });
      button('Berikutnya', index < shown.length - 1, function () { openFinding(index + 1); });
      var close = button('Tutup', true, function () { d.close(); });
      head.appendChild(title);
      head.appendChild(buttons);
      d.appendChild(head);
      var sub = el('p');
      sub.appendChild(chip(f[2]));
      sub.appendChild(document.createTextNode(' ' + [f[0], f[5] ? 'derajat ' + f[5] : '',
        f[3] === null ? '' : 'bobot ' + number(f[3], 2) + ' bit', f[4] === null ? '' : 'peluang ' + number(f[4], 4)
      ].filter(Boolean).join(' \\u00b7 ')));
      d.appendChild(sub);
      d.appendChild(el('p', '', f[10]));
      if (f[11]) d.appendChild(el('p', 'catatan', 'Usulan ditahan: ' + f[11]));
      if (f[6]) d.appendChild(pair(f));
      d.appendChild(decide(f));
      if (f[12]) {
        d.appendChild(el('h3', '', 'Dari mana bobotnya'));
        d.appendChild(el('p', 'redup', 'Bila satu orang: seberapa sering ini terlihat pada dua baris milik satu orang. ' +
          'Bila kebetulan: pada dua orang yang berbeda. Satu bit melipatduakan peluang; jumlahnya adalah bobot.'));
        d.appendChild(bits(f));
      }
      d.appendChild(el('h3', '', 'Arti dan tindak lanjut'));
      line(d, 'Bukti', f[9]);
      line(d, 'Aturan', r.ringkasan);
      line(d, 'Tindakan', r.tindakan);
      line(d, 'Verifikasi', r.verifikasi);
      line(d, 'Dasar', r.dasar.join('; '));
      d.onclose = function () {
        page = Math.floor(index / PAGE);
        draw();
        var again = $('tabel').tBodies[0].rows[index - page * PAGE];
        if (again) again.querySelector('.buka').focus();
      };
      if (!d.open) d.showModal();
      close.focus();
    }
    """
}
