/// Name tables of the peoples of Sumatra, made up from common name parts.
enum NamesOfSumatra {
  static let malay = PeopleText(
    male: WellText(
      common: """
        CIK MATJIK KAILANI SAIBI MARHAN NANGCIK DULAMID SENEN BAHARI ROZALI HAMDAN ZAINURI SUHAIMI ROMLI TARMIZI
        HERMAN RUSLAN ASNAWI EDISON ISKANDAR FIRMAN YANTO INDRA ANDI HENDRA FERI ROBI DEDI RIKO ANGGA
        """,
      heads: "KA MA SA ZAI HA RO TAR ZUL SU BU IS AS RUS JU FER HEN ED AN DAR",
      middles: "I LA RI MA NU HA MI KI SA DI WA LI RO NA TA", tails: "NI LI RI DI N MI WI L DIN MAN R ANSYAH SON WAN",
      composed: 0.36),
    female: WellText(
      common: """
        CIKNA MASNAH ROHIMA SAUNA NURSIA MASTURA ZALEHA HALIMA ROGAYA MASITA SURYATI ROSMALA HERAWATI YUSNANI ERNAWATI
        NURBAITI ASMAWATI DARLENA MELI YULIA SUSI DESI LENI RENI LIA MERI VERA ICHA TIARA
        """,
      heads: "MAS NUR RO SU ZA HA YUS AS ER DAR HE RAH MAR LE SAR LIS", middles: "MA NA I LA SI RI WA BA TI NI YA DI",
      tails: "NAH WATI NI TI LA YA H NA RIA ANI AH TA", composed: 0.36),
    maleSeconds: """
      IRAWAN SAPUTRA APRIANSYAH PRATAMA KURNIAWAN HIDAYAT FIRMANSYAH WIJAYA EFENDI GUNAWAN HERMANSYAH
      ALAMSYAH
      """,
    femaleSeconds: """
      SARI ANGGRAINI LESTARI OKTARINA MARLINA PUSPITA SAFITRI WAHYUNI PERMATASARI APRIANI DAMAYANTI
      ASTUTI
      """,
    own: (0.55, 0.42, 0.14), islamic: (0.43, 0.4, 0.38))

  static let minang = PeopleText(
    male: WellText(
      common: """
        BUYUNG SYAFRI ZULKIFLI NASRUL ASRIL JASMAN BAHRUM SYAMSUAR YULIZAR AFRIZAL HENDRI YONDRI RAFLI
        RESKI
        """,
      heads: "SYAF NAS AS JAS ZUL YUL AF HEN SYAM BAH RAF IR EF", middles: "RI RU MA I KI LI DRI NI DA",
      tails: "L ZAL MAN LI WAN NAL DI ZON R", composed: 0.45),
    female: WellText(
      common: """
        UPIK NURANI YUSNIAR ASNIMAR ROSMANIDAR ZURAIDA WARNIDA YULIARNI ELFIDA GUSNIATI FITRIA RAHMI
        SUCI
        """,
      heads: "NUR YUS AS ROS ZUR WAR YUL EL GUS DES MUR", middles: "NI MA I A LI HI SI FI DA",
      tails: "AR MAR DAR DA ATI TI WATI NI AH", composed: 0.45),
    maleSeconds: """
      CHANIAGO TANJUNG PUTRA ILHAM SIKUMBANG SAPUTRA ISLAMI EKAPUTRA
      """, femaleSeconds: "YANTI PUTRI AMELIA RAHMADANI ELVIRA SARI",
    families: "KOTO PILIANG CHANIAGO SIKUMBANG TANJUNG GUCI JAMBAK MELAYU",
    own: (0.6, 0.5, 0.2), islamic: (0.4, 0.4, 0.45))

  static let batak = PeopleText(
    grammar: .clan,
    male: WellText(
      common: """
        TOGAR MANGASA TIGOR SAHAT POLTAK PARLIN BONAR JONGGI TUMPAK HASIHOLAN PARULIAN BINSAR LAMHOT
        MARULI RONALD
        """,
      heads: "PAR MA TI SA BO LAM HA TUM MAN JON", middles: "LIN GA NA HO RU SI U TO DA",
      tails: "N R SA LI AN T DO TUA HOT",
      composed: 0.3),
    female: WellText(
      common: """
        TIUR TIOMA ROTUA DUMARIA LINCE NURMALA LAMRIA HOTMAIDA TIAMSA RUSLI ROMAULI SARTIKA ELISABET
        MELVA
        """,
      heads: "TI RO DU LAM HOT NUR SAR RUS MEL", middles: "OM TU MA RI A U LI NA", tails: "A IA DA LI SA INA UR TA",
      composed: 0.3),
    maleSeconds: "PARLINDUNGAN HASUDUNGAN JUNIOR MARTUA GABE SAPUTRA",
    femaleSeconds: "MARIA ULINA MARGARETHA KRISTINA JULIANA",
    families: """
      SIREGAR HARAHAP NASUTION SITUMORANG SIMANJUNTAK SINAGA SIHOMBING PANJAITAN LUBIS HUTAGALUNG SILALAHI PURBA
      GINTING SEMBIRING TARIGAN SIAGIAN MANURUNG PASARIBU
      """,
    own: (0.55, 0.3, 0.1), islamic: (0.15, 0.15, 0.15), christian: (0.28, 0.45, 0.5))

  static let acehnese = PeopleText(
    grammar: .ranked,
    male: WellText(
      common: """
        IBRAHIM USMAN HASBALLAH ZAINAL MUKHTAR SULAIMAN RUSLI ZULFIKAR MAIMUN FAJRI RAHMAT IKHSAN REZA
        """,
      heads: "ZUL MUKH NAS JA SAI BUKH MUR MU", middles: "FI HA RU FA LI NI RA", tails: "KAR DI LLAH RI R MAN ZAL",
      composed: 0.3),
    female: WellText(
      common: """
        HALIMAH NURAINI ROHANI SAFIAH NURMALA FATIMAH MURNI ZUBAIDAH MARDIANA CUTNI RAHMI MUNIRA NADIA
        """,
      heads: "NUR SA RO ZU MAR MU FA", middles: "I HA LI NI BA DI ZA", tails: "NI AH ANA RA DAH WATI", composed: 0.3),
    maleSeconds: "SYAH ALI AMIN RIZKI MAULANA FUADI", femaleSeconds: "HUSNA RAHMAH MAULIDA ZAHARA FONNA",
    families: "TEUKU CUT",
    own: (0.45, 0.4, 0.2), islamic: (0.55, 0.55, 0.6))
}
