/**
 * Names of made-up people, each in its own script and in a scholarly romanisation that keeps every sound apart:
 * DIN 31635 for Arabic, its Persian part for Dari and Pashto, ISO 9 is made from the Cyrillic itself, BGN/PCGN for
 * Tigrinya. Languages in Latin script have their own spelling only. From published lists of frequent names.
 */
export type Language = 'ar' | 'prs' | 'ps' | 'ckb' | 'kmr' | 'tr' | 'so' | 'fr' | 'uk' | 'ru' | 'ti';

export interface NameList {
  readonly language: Language;
  /** People of a hundred. */
  readonly weight: number;
  /** Own script, then the scholarly form; the most frequent first. */
  readonly given: readonly (readonly [own: string, scholarly: string])[];
  /** Empty: people are called by their father's and grandfather's given names. */
  readonly family: readonly (readonly [own: string, scholarly: string])[];
}

const pairs = (text: string): (readonly [string, string])[] =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => line.split(','))
    .map((pair) => {
      const [own = '', scholarly = own] = pair.split('=').map((part) => part.trim());
      return [own, scholarly] as const;
    });

export const nameLists: readonly NameList[] = [
  {
    language: 'ar',
    weight: 30,
    given:
      pairs(`محمد=Muḥammad, أحمد=Aḥmad, علي=ʿAlī, حسن=Ḥasan, حسين=Ḥusayn, خالد=Ḫālid, عمر=ʿUmar, يوسف=Yūsuf
      إبراهيم=Ibrāhīm, طارق=Ṭāriq, سمير=Samīr, جمال=Ǧamāl, عبد الرحمن=ʿAbd ar-Raḥmān, عبد الله=ʿAbd Allāh, محمود=Maḥmūd
      فاطمة=Fāṭima, عائشة=ʿĀʾiša, مريم=Maryam, خديجة=Ḫadīǧa, نور=Nūr, رانيا=Rāniyā, ليلى=Laylā, زينب=Zaynab, هدى=Hudā
      أمينة=Amīna, عبد القادر=ʿAbd al-Qādir, صلاح الدين=Ṣalāḥ ad-Dīn, وليد=Walīd, ياسين=Yāsīn, غسان=Ġassān, رشيد=Rašīd`),
    family:
      pairs(`الخطيب=al-Ḫaṭīb, الأحمد=al-Aḥmad, حداد=Ḥaddād, درويش=Darwīš, نصار=Naṣṣār, خليل=Ḫalīl, صالح=Ṣāliḥ
      المصري=al-Maṣrī, شاهين=Šāhīn, قاسم=Qāsim, جابر=Ǧābir, الشامي=aš-Šāmī, النجار=an-Naǧǧār, الرفاعي=ar-Rifāʿī
      العلي=al-ʿAlī, سليمان=Sulaymān, مصطفى=Muṣṭafā, الزين=az-Zayn, عثمان=ʿUṯmān, الحسيني=al-Ḥusaynī, قباني=Qabbānī
      العبود=al-ʿAbbūd, سعيد=Saʿīd, منصور=Manṣūr, الحموي=al-Ḥamawī, شعبان=Šaʿbān`),
  },
  {
    language: 'prs',
    weight: 14,
    given:
      pairs(`نوید=Nawīd, زهرا=Zahrā, حمید=Ḥamīd, شیرین=Šīrīn, فرید=Farīd, لیلا=Laylā, جواد=Ǧawād, مینا=Mīnā, رامین=Rāmīn
      نسرین=Nasrīn, فرهاد=Farhād, پروانه=Parwāna, رضا=Riżā, مهدی=Mahdī, مسعود=Masʿūd, نجیب الله=Naǧīb Allāh, مریم=Maryam
      ذبیح الله=Ẕabīḥ Allāh, سمیه=Sumayya, عباس=ʿAbbās, غلام=Ġulām, خدیجه=Ḫadīǧa, بهزاد=Bihzād, شکیلا=Šakīlā`),
    family:
      pairs(`حسینی=Ḥusaynī, رضایی=Riżāyī, نوری=Nūrī, احمدی=Aḥmadī, کریمی=Karīmī, رحیمی=Raḥīmī, محمدی=Muḥammadī
      موسوی=Mūsawī, قادری=Qādirī, شریفی=Šarīfī, امیری=Amīrī, یوسفی=Yūsufī, جعفری=Ǧaʿfarī, صدیقی=Ṣiddīqī, ابراهیمی=Ibrāhīmī
      سادات=Sādāt, حیدری=Ḥaydarī, اکبری=Akbarī, خاوری=Ḫāwarī, علیزاده=ʿAlīzāda`),
  },
  {
    language: 'ps',
    weight: 6,
    given:
      pairs(`سپوږمۍ=Spožmay, پلوشه=Palwaša, زرغونه=Zarġūna, اجمل=Aǧmal, خوشال=Ḫošāl, ملالۍ=Malālay, غرزی=Ġarzay
      هارون=Hārūn, وږمه=Wažma, ګلاب=Gulāb, تور=Tōr, میرویس=Mīrways, نصیر=Naṣīr, شهباز=Šahbāz`),
    family:
      pairs(`مومند=Mōmand, ستانکزی=Stānikzay, احمدزی=Aḥmadzay, یوسفزی=Yūsufzay, اپریدی=Aprīdī, خان=Ḫān, وردک=Wardak
      نورزی=Nūrzay, شینواری=Šīnwārī, ساپی=Sāpī, کاکړ=Kākar, ځدراڼ=Ẓadrān`),
  },
  {
    language: 'ckb',
    weight: 5,
    given:
      pairs(`شیلان=Šīlan, هێمن=Hêmin, نەسرین=Nasrīn, ئازاد=Āzād, ڕێبوار=Rêbuwār, دلێر=Dilêr, شنۆ=Šino, کاروان=Kārwān
      سۆران=Sorān, هێڤی=Hêvī, بەختیار=Bextiyār, ژیان=Žiyān, چیا=Čiyā, گوڵاڵە=Gulāle`),
    family:
      pairs(`عەزیز=ʿAzīz, ڕەشید=Rašīd, حەسەن=Ḥasan, قادر=Qādir, محەمەد=Muḥammad, ئەحمەد=Aḥmad, کەریم=Karīm, جاف=Ǧāf
      بەرزنجی=Barzinǧī, عومەر=ʿUmar, مەحموود=Maḥmūd, ساڵح=Ṣāliḥ`),
  },
  {
    language: 'kmr',
    weight: 7,
    given: pairs(
      `Berîvan, Serhat, Rojda, Azad, Şîlan, Dilovan, Hêvîn, Baran, Rojîn, Ciwan, Xecê, Mihemed, Zîlan, Rêber, Evîn, Welat`,
    ),
    family: pairs(
      `Hesen, Botan, Ehmed, Şêxo, Xelîl, Îbrahîm, Elî, Qasim, Osman, Mistefa, Hemo, Cindo, Reşo, Silêman`,
    ),
  },
  {
    language: 'tr',
    weight: 9,
    given:
      pairs(`Ayşe, Mehmet, Elif, Mustafa, Zeynep, Emre, Gülay, Çağla, İbrahim, Şükran, Oğuz, Gülşen, Hüseyin, Ümit, Yağmur
      Özlem, Ahmet, Tuğba, Kadir, Şeyma`),
    family:
      pairs(`Öztürk, Yıldız, Kılıç, Demir, Şahin, Çelik, Aydın, Doğan, Koç, Güneş, Karaoğlu, Yılmaz, Çetin, Özdemir
      Işık, Erdoğdu, Tekin, Kaya`),
  },
  {
    language: 'so',
    weight: 6,
    given:
      pairs(`Maxamed, Caasha, Cabdi, Faadumo, Xasan, Hodan, Axmed, Cali, Xaliimo, Cumar, Cabdiraxmaan, Saxra, Yuusuf
      Sucaad, Ismaaciil, Ayaan, Liibaan, Nuur, Warsame, Jaamac, Faarax, Guuleed, Muuse, Xuseen`),
    family: [],
  },
  {
    language: 'fr',
    weight: 5,
    given: pairs(
      `Aïssatou, Ousmane, Mariama, Ibrahima, Fatoumata, Mamadou, Kadiatou, Moussa, Alpha, Sékou, Boubacar, Hélène, Thérèse, Souleymane`,
    ),
    family: pairs(
      `Diallo, Bah, Barry, Camara, Sow, Kouyaté, Touré, Traoré, Condé, Keïta, Sylla, Cissé, Soumah, Baldé`,
    ),
  },
  {
    language: 'uk',
    weight: 8,
    given:
      pairs(`Юлія, Олександр, Наталія, Сергій, Оксана, Андрій, Ірина, Микола, Ганна, Євген, Володимир, Олена, Тетяна, Юрій
      Дмитро, Світлана, Ярослав, Людмила, Богдан, Григорій`),
    family:
      pairs(`Шевченко, Коваленко, Бондаренко, Ткаченко, Мельник, Кравчук, Ткачук, Поліщук, Олійник, Гончаренко, Щербак
      Мороз, Лисенко, Хоменко, Яценко, Цимбалюк, Жук, Чорновіл`),
  },
  {
    language: 'ru',
    weight: 4,
    given:
      pairs(`Дмитрий, Екатерина, Сергей, Юлия, Алексей, Ольга, Михаил, Хава, Зелимхан, Татьяна, Евгений, Аслан, Шамиль
      Людмила, Ислам, Мадина`),
    family: pairs(
      `Магомедов, Алиев, Кузнецов, Хасанов, Чернышёв, Щукин, Исмаилов, Волков, Яхъяев, Гаджиев, Цветков, Жуков, Соловьёв, Кадыров`,
    ),
  },
  {
    language: 'ti',
    weight: 6,
    given:
      pairs(`ሰላም=Selam, ዮናስ=Yonas, ሜሮን=Meron, ፊልሞን=Filmon, ራሄል=Rahel, ተክለ=Tekle, ኣብርሃም=Abrham, መብርሂት=Mebrhit
      ተስፋይ=Tesfay, ሃይለ=Hayle, በርሀ=Berhe, ገብረማርያም=Gebremaryam, ሳሙኤል=Samuel, ኪዳነ=Kidane, ለተብርሃን=Letebrhan, ኣማኑኤል=Amanuel
      ትርሓስ=Trhas, ሓጎስ=Hagos, ዘርኣይ=Zeray, ኤልሳ=Elsa, ምሕረት=Mhret, ሚካኤል=Mikael, ፀጋይ=Tsegay, ወልደስላሰ=Weldeslase`),
    family: [],
  },
];
