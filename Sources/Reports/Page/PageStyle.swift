/// The style sheet of `laporan.html`: light and dark, from 400 pixels up, and on paper.
enum PageStyle {
  static let css = """
    :root{--latar:#f4f5f7;--bidang:#fff;--tinta:#1a2330;--redup:#5a6675;--garis:#dfe3e8;--aksen:#12466b;\
    --aksen-teks:#12466b;--kepala:#12304a;--kepala-teks:#fff;--pasti:#0f3d63;--kuat:#3f7fb0;--verifikasi:#a5c8df;\
    --kembar:#bcb6a6;--calon:#d9dce1;--alas:#edf0f3;--ambang:#b3401f;--peringatan:#fff6e3;--peringatan-garis:#e4b95a;\
    --sama:#e4f2e7;--beda:#fdeadf}
    @media (prefers-color-scheme:dark){:root{--latar:#12171d;--bidang:#1a212a;--tinta:#e5e9ee;--redup:#9aa6b4;\
    --garis:#2d3742;--aksen:#7db7e0;--aksen-teks:#9cc9ea;--kepala:#0d1a26;--pasti:#8fc6f0;--kuat:#4e8dbd;\
    --verifikasi:#2f5877;--kembar:#6d685b;--calon:#3a434e;--alas:#252e38;--ambang:#f08a62;--peringatan:#2e2716;\
    --peringatan-garis:#87692a;--sama:#1d3324;--beda:#3c2a1f}}
    *{box-sizing:border-box}
    html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--latar);color:var(--tinta);font:15px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",\
    "Liberation Sans",Arial,sans-serif}
    .lebar{max-width:1180px;margin:0 auto;padding:0 20px}
    .lompat{position:absolute;left:-999em}.lompat:focus{left:12px;top:12px;background:var(--bidang);padding:8px 12px;\
    z-index:9}
    .kepala{background:var(--kepala);color:var(--kepala-teks,#fff);padding:30px 0 24px}
    .kepala h1{font-size:28px;line-height:1.2;margin:2px 0 6px;letter-spacing:-.01em}
    .kantor{margin:0;font-weight:600;opacity:.85}.sub{margin:0 0 14px;opacity:.9}
    .batas{margin:0;font-size:13px;max-width:78ch;opacity:.88;border-left:3px solid #e4b95a;padding-left:12px}
    .menu{background:var(--bidang);border-bottom:1px solid var(--garis);position:sticky;top:0;z-index:5}
    .menu .lebar{display:flex;gap:4px;overflow-x:auto;padding-top:4px;padding-bottom:4px}
    .menu a{color:var(--tinta);text-decoration:none;padding:6px 10px;border-radius:6px;white-space:nowrap;\
    font-size:14px}
    .menu a:hover,.menu a:focus-visible{background:var(--alas);color:var(--aksen-teks)}
    section{background:var(--bidang);border:1px solid var(--garis);border-radius:10px;padding:20px 22px;\
    margin:18px 0;scroll-margin-top:52px}
    h2{font-size:19px;margin:0 0 12px}h3{font-size:15px;margin:18px 0 6px}
    p{margin:0 0 10px}.redup,.muat{color:var(--redup);font-size:13.5px}
    .ubin{display:grid;grid-template-columns:repeat(auto-fit,minmax(142px,1fr));gap:12px;margin:0 0 18px;padding:0;\
    list-style:none}
    .ubin li{border:1px solid var(--garis);border-radius:8px;padding:12px 14px}
    .ubin b{display:block;font-size:25px;line-height:1.2;font-variant-numeric:tabular-nums}
    .ubin span{color:var(--redup);font-size:13px;display:block}
    .umur{margin:0 0 1rem;font-size:.9rem}
    .umur ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:.25rem 0 0;padding:0}
    .ambang-lain{display:flex;flex-wrap:wrap;gap:.1rem 1rem;list-style:none;margin:0;padding:0}
    .umur .tua{text-decoration:underline;text-decoration-style:dotted}
    .catatan{background:var(--peringatan);border:1px solid var(--peringatan-garis);border-radius:8px;\
    padding:9px 13px;margin:0 0 10px}
    .dua{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(420px,100%),1fr));gap:22px}
    .gulir{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:13.5px}
    th,td{padding:6px 9px;border-bottom:1px solid var(--garis);text-align:left;vertical-align:top}
    thead th{font-size:12.5px;color:var(--redup);font-weight:600;border-bottom:2px solid var(--garis)}
    .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    thead .n{white-space:normal}.gulir tbody th{min-width:120px}
    tfoot td,tfoot th{font-weight:700;border-bottom:0}
    .grafik{margin:0 0 8px}figcaption{font-weight:600;margin-bottom:6px}
    .legenda{display:flex;flex-wrap:wrap;gap:4px 14px;list-style:none;margin:0 0 6px;padding:0;font-size:13px;\
    color:var(--redup)}
    .kunci{width:11px;height:11px;margin-right:5px;vertical-align:-1px}
    .batang th{font-weight:400;width:34%;border:0;padding:4px 8px 4px 0}.batang td{border:0;padding:4px 0}
    .batang .isi{width:100%}.batang .angka{text-align:right;padding-left:10px;white-space:nowrap;\
    font-variant-numeric:tabular-nums}
    .baris{display:block;width:100%;height:14px;border-radius:3px;margin-top:3px}.baris.ganda{height:24px}
    .garis-ambang{stroke:var(--ambang);stroke-width:2px;vector-effect:non-scaling-stroke}
    .jepit{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
    .alas{fill:var(--alas)}.ambang{fill:var(--ambang)}.f-pasti{fill:var(--pasti)}.f-kuat{fill:var(--kuat)}
    .f-perlu-verifikasi{fill:var(--verifikasi)}.f-kembar{fill:var(--kembar)}.f-calon{fill:var(--calon)}
    .cip{display:inline-block;border-radius:99px;padding:1px 9px;font-size:12px;white-space:nowrap;\
    border:1px solid var(--garis);background:var(--alas)}
    .c-pasti{background:var(--pasti);color:var(--bidang);border-color:transparent}
    .c-kuat{background:var(--kuat);color:#fff;border-color:transparent}
    .c-perlu-verifikasi{background:var(--verifikasi);border-color:transparent}.c-kembar{background:var(--kembar)}
    .saring{display:flex;flex-wrap:wrap;gap:10px;margin:6px 0 10px}
    .saring label{font-size:12.5px;color:var(--redup);display:flex;flex-direction:column;gap:3px;flex:1 1 130px}
    .saring .cari{flex:3 1 240px}
    input,select,button,textarea{font:inherit;color:inherit;background:var(--bidang);border:1px solid var(--garis);\
    border-radius:6px;padding:6px 9px;min-width:0;width:auto}
    .saring input,.saring select{width:100%}
    button{cursor:pointer}button:hover:not(:disabled){border-color:var(--aksen)}button:disabled{opacity:.5;\
    cursor:default}
    :focus-visible{outline:2px solid var(--aksen);outline-offset:2px}
    .alat{display:flex;flex-wrap:wrap;justify-content:space-between;gap:8px 14px;align-items:center}
    .alat p{margin:0}.unduh{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
    .unduh span{font-size:13px;color:var(--redup)}
    .temuan{margin-top:8px;table-layout:fixed}.temuan th:nth-child(1){width:15%}.temuan th:nth-child(2){width:12%}
    .temuan th:nth-child(3){width:18%}.temuan th:nth-child(4){width:9%}.temuan th:nth-child(5){width:14%}
    .temuan th:nth-child(6){width:14%}
    .temuan td{overflow-wrap:anywhere}.temuan tbody tr{cursor:pointer}.temuan tbody tr:hover{background:var(--alas)}
    .buka{border:0;background:none;padding:0;color:var(--aksen-teks);text-align:left;text-decoration:underline;\
    text-underline-offset:2px}
    .kecil{font-size:12.5px;color:var(--redup)}.mono{font-family:ui-monospace,"Liberation Mono",monospace;\
    font-size:12.5px}
    .halaman{display:flex;gap:12px;align-items:center;justify-content:center;margin-top:12px}
    dialog{border:1px solid var(--garis);border-radius:12px;background:var(--bidang);color:var(--tinta);\
    width:min(900px,calc(100vw - 20px));max-height:92vh;padding:18px 22px;overflow:auto}
    dialog::backdrop{background:rgba(8,14,22,.55)}
    .judul{display:flex;justify-content:space-between;gap:12px;align-items:start}.judul h2{margin:0 0 4px;\
    min-width:0;overflow-wrap:anywhere}.judul div{display:flex;gap:6px;flex:none}
    .pasangan td,.pasangan th{width:38%;overflow-wrap:anywhere}.pasangan th:first-child{width:24%;font-weight:400;\
    color:var(--redup)}
    .sama td{background:var(--sama)}.beda td{background:var(--beda)}
    .bit td:nth-child(1){min-width:110px}.bit td:nth-child(2){min-width:210px}.bit td:nth-child(3){width:22%}.bit svg{display:block;width:100%;height:12px;margin-top:4px}
    .plus{fill:var(--kuat)}.minus{fill:var(--ambang)}.nol{fill:var(--redup)}
    .pilih{display:flex;flex-wrap:wrap;gap:8px;border:0;padding:0;margin:12px 0 8px}
    .pilih label{border:1px solid var(--garis);border-radius:6px;padding:5px 11px;cursor:pointer}
    .pilih input{margin:0 6px 0 0}.pilih legend{font-weight:600;margin-bottom:4px;padding:0}
    textarea{width:100%;min-height:56px}
    .kaki{color:var(--redup);font-size:13px;padding:8px 0 30px}
    @media (max-width:760px){.lebar{padding:0 12px}section{padding:15px 13px;border-radius:8px}
    .kepala h1{font-size:22px}.batang th{width:40%}
    .temuan thead{display:none}.temuan,.temuan tbody,.temuan tr,.temuan td{display:block;width:100%}
    .temuan tr{border:1px solid var(--garis);border-radius:8px;margin:0 0 10px;padding:6px 10px}
    .temuan td{border:0;padding:2px 0}.temuan td[data-l]::before{content:attr(data-l) ": ";color:var(--redup);\
    font-size:12px}
    .temuan td:empty{display:none}dialog{padding:14px}.judul{flex-direction:column-reverse}\
    .bit :is(td,th):is(:nth-child(3),:nth-child(5),:nth-child(6)){display:none}.bit td:nth-child(2){min-width:0}\
    .bit tfoot td:nth-child(3){display:none}}
    @media print{:root{--latar:#fff;--bidang:#fff;--tinta:#000;--redup:#444;--garis:#bbb;--kepala:#fff;\
    --kepala-teks:#000;--pasti:#0f3d63;--kuat:#3f7fb0;--verifikasi:#a5c8df;--kembar:#bcb6a6;--calon:#d9dce1;\
    --alas:#eee;--ambang:#b3401f;--aksen-teks:#000}
    body{font-size:10.5pt}td,th{padding:3px 6px}.gulir{overflow:visible}.menu,.saring,.halaman,.unduh,.lompat,dialog{display:none}
    section{border:0;padding:0;margin:0 0 16pt}.kepala{padding:0 0 10pt;border-bottom:2pt solid #000}
    .lebar{max-width:none;padding:0}h2{break-after:avoid}tr,.grafik,.ubin li{break-inside:avoid}
    thead{display:table-header-group}svg rect{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    .buka{text-decoration:none}@page{size:A4;margin:15mm}}
    """
}
