/// Name tables of Balinese, Bugis, Chinese-Indonesian and eastern Indonesian families, made up from common name parts.
enum NamesOfTheEast {
  static let balinese = PeopleText(
    grammar: .balinese,
    male: WellText(
      common: """
        SUDARMA SUKARTA RENTEG RAWIT SUARDANA SUASTIKA WIRAWAN SUTAMA MERTA WIDIANA ARNAWA DHARMA
        ADNYANA ADI PRADNYA
        """,
      heads: "SU WI MER AR DAR KAR AD RA SU PAR", middles: "DAR AR WIR KAR TI DI NA WA NYA GUN",
      tails: "A TA NA MA YASA WAN TIKA DANA JA",
      composed: 0.4),
    female: WellText(
      common: """
        RINTEN SUKERTI SUARNI RAI WATI ARIANI SUDIANI SULASTRINI WIDIANTARI MURNIASIH AYUNI DEWI
        LISTYA PUSPA
        """,
      heads: "SU WI MUR AR KAR AD SE LIS", middles: "KER AR DI TI NA AS RI NI", tails: "TI NI ANI ARI ASIH AYANI WATI",
      composed: 0.4),
    maleSeconds: "PUTRA WIJAYA SAPUTRA MAHENDRA PRATAMA ARTHA KUSUMA",
    femaleSeconds: "DEWI LESTARI SARI PRATIWI MAHARANI PUTRI",
    own: (0.95, 0.85, 0.6), islamic: (0, 0, 0))

  static let bugis = PeopleText(
    grammar: .ranked,
    male: WellText(
      common: """
        LAUPE AMBO BASO TAHANG MAPPA NURDIN SYAMSUDDIN BEDDU SAKKA JUMADI RUSTAM HASANUDDIN ASRIADI
        IRFAN FADLI
        """,
      heads: "MAP SYAM RUS AM LA BA SU TA NUR HA SAK", middles: "PA SU TA HA BO UD WE KA RI",
      tails: "NG DDIN M SE LLANG RE NGKA DI DING",
      composed: 0.4),
    female: WellText(
      common: """
        INDO TENRI HALIJA SITTI BECCE ROSMINI HASNAH MURNIATI NURHAEDA JUMRIAH HAMSINAH KARTINI ASTUTI
        NURFADILLAH
        """,
      heads: "HAS NUR ROS JUM MUR SU TEN HA BA", middles: "NI HA RI MI SI AE FA", tails: "AH ATI DA WATI NA RIANI JA",
      composed: 0.4),
    maleSeconds: "SALEH RAHMAN RIDWAN AKBAR HASAN ILYAS", femaleSeconds: "AMIR HASAN RAHMAN SALAM ALWI",
    families: "ANDI DAENG",
    own: (0.6, 0.42, 0.2), islamic: (0.4, 0.5, 0.5))

  static let chinese = PeopleText(
    grammar: .chinese,
    male: WellText(
      common: """
        KIM SIONG BUN HOK TJAI SENG HIAN LIONG HERMANTO SUSANTO BUDIMAN ANTON HENDRA STEVEN KELVIN
        """,
      heads: "KIM BUN TJ KIAN SIN HOK TEK", middles: "A I O U IA IO", tails: "NG N T K AN ONG", composed: 0.15),
    female: WellText(
      common: """
        MEI LAN HWA NIO KIAN LINAWATI SUSANTI MEILINDA JULIANA SHERLY VIVIAN JESSICA FELICIA
        """,
      heads: "MEI LI HUI SIU NI", middles: "A I U IA", tails: "N NG NA LI", composed: 0.15),
    maleSeconds: "WIJAYA HARTONO SALIM KUSUMA HALIM GUNAWAN SETIAWAN",
    femaleSeconds: "WIJAYA HALIM SALIM KUSUMAWATI TANUJAYA LESTARI",
    families: "TAN LIM OEI TJOA KWEE THE ONG LIEM GO TJHIN",
    own: (0.8, 0.5, 0.35), islamic: (0, 0, 0), christian: (0.1, 0.3, 0.35))

  static let eastern = PeopleText(
    grammar: .clan,
    male: WellText(
      common: """
        LUKAS PETRUS MARTHEN YOSEP DOMINGGUS THOMAS GABRIEL FERDINAND BENYAMIN OKTOVIANUS MELKIANUS
        JULIANUS RIVALDO
        """,
      heads: "OK MEL JU DO FER AN YO MAR", middles: "TO KI LI MI DI TA NI", tails: "VIANUS ANUS NUS US RIUS AS",
      composed: 0.2),
    female: WellText(
      common: """
        MARIA YULIANA MARTHA ANASTASIA YOSEFINA DORTEA MARGARETA AGUSTINA ORANCE KORNELIA YUSTINA
        NOVITA GRACE
        """,
      heads: "YU MAR AN OK KOR DO FE", middles: "LI GA TA NE SI RI", tails: "ANA TINA FINA LIA RETA SIA", composed: 0.2),
    maleSeconds: "MARIANUS RONALDO JUNIOR SAPUTRA PAULUS", femaleSeconds: "MARIA NATALIA KRISTINA ANGELINA YOLANDA",
    families: """
      WENDA TABUNI PATTIASINA LATUHERU MANUPUTTY NAIBOBE BANI TAEK RUMBIAK WANGGAI TUAN FALLO
      """,
    own: (0.5, 0.45, 0.35), islamic: (0.1, 0.1, 0.1), christian: (0.35, 0.35, 0.4))
}
