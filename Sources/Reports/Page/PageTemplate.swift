/// The skeleton of `laporan.html`, as Mustache: everything before the data of the findings, and everything after.
enum PageTemplate {
  static let head = """
    <!DOCTYPE html>
    <html lang="id">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{{style_hash}}'; \
    script-src '{{script_hash}}'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>{{title}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <a class="lompat" href="#isi">Langsung ke isi</a>
    <header class="kepala">
    <div class="lebar">
    <p class="kantor">{{office}}</p>
    <h1>{{title}}</h1>
    <p class="sub">{{subtitle}}</p>
    <p class="batas"><strong>Terbatas.</strong> Halaman ini memuat data pribadi dan hanya untuk keperluan pengawasan. \
    NIK dan NKK disamarkan. Setiap temuan adalah dugaan atas data yang masih perlu dicocokkan, bukan putusan \
    tentang seseorang.</p>
    </div>
    </header>
    <nav class="menu" aria-label="Bagian laporan"><div class="lebar">
    {{#sections}}<a href="#{{id}}">{{label}}</a>
    {{/sections}}</div></nav>
    <main id="isi" class="lebar">
    {{#sections}}
    <section id="{{id}}" aria-labelledby="j-{{id}}">
    <h2 id="j-{{id}}">{{label}}</h2>
    {{{content}}}
    </section>
    {{/sections}}
    </main>
    <footer class="kaki"><div class="lebar">padan {{version}} · berkas ini berdiri sendiri dan tidak meminta apa pun \
    dari jaringan · rincian lengkap ada di temuan.csv, temuan.xlsx, dan wilayah.csv</div></footer>
    <dialog id="rinci" aria-labelledby="rinci-judul"></dialog>
    <script type="application/json" id="data">
    """

  static let foot = """
    </script>
    <script>{{{script}}}</script>
    </body>
    </html>

    """

  /// The part of the findings section that does not depend on the run.
  static let findings: StaticString = """
    <p class="muat">{{loaded}}</p>
    <noscript><p class="catatan">Tabel ini memerlukan JavaScript. Seluruh temuan ada di temuan.csv dan \
    temuan.xlsx.</p></noscript>
    <form id="saring" class="saring" role="search" aria-label="Saring temuan">
    <label class="cari">Cari <input id="cari" type="search" autocomplete="off" \
    placeholder="nama, NIK tersamar, desa, berkas"></label>
    <label>Aturan <select id="f-aturan"><option value="">semua</option></select></label>
    <label>Keyakinan <select id="f-keyakinan"><option value="">semua</option></select></label>
    <label>Kecamatan <select id="f-kecamatan"><option value="">semua</option></select></label>
    <label>Urutan <select id="f-urutan"><option value="">aturan</option><option value="bobot">bobot tertinggi\
    </option><option value="wilayah">wilayah</option><option value="putusan">sudah diputuskan</option></select></label>
    </form>
    <div class="alat"><p id="jumlah" role="status" aria-live="polite"></p>
    <div class="unduh"><span id="putusan"></span>
    <button type="button" id="unduh-json" disabled>Unduh keputusan (JSON)</button>
    <button type="button" id="unduh-csv" disabled>Unduh keputusan (CSV)</button></div></div>
    <table id="tabel" class="temuan"><thead><tr><th scope="col">Temuan</th><th scope="col">Keyakinan</th>\
    <th scope="col">Nama atau wilayah</th><th scope="col">Lahir</th><th scope="col">NIK</th>\
    <th scope="col">Tempat</th><th scope="col">Keterangan</th></tr></thead><tbody></tbody></table>
    <div class="halaman"><button type="button" id="mundur">Sebelumnya</button><span id="posisi"></span>\
    <button type="button" id="maju">Berikutnya</button></div>
    """
}
