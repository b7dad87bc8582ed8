/** Common given and family names by origin, with the original script where it is not Latin. Made-up people only. */
export interface Origin {
  readonly weight: number;
  readonly languages: readonly string[];
  readonly given: readonly (readonly [latin: string, original?: string])[];
  /** Empty where people have no family name but their father's and grandfather's given names. */
  readonly family: readonly (readonly [latin: string, original?: string])[];
}

export const origins: readonly Origin[] = [
  {
    weight: 33,
    languages: ['ar'],
    given: [
      ['Ahmad', 'أحمد'],
      ['Fatima', 'فاطمة'],
      ['Khaled', 'خالد'],
      ['Maryam', 'مريم'],
      ['Omar', 'عمر'],
      ['Rania', 'رانيا'],
      ['Yusuf', 'يوسف'],
      ['Hanan', 'حنان'],
      ['Samir', 'سمير'],
      ['Layla', 'ليلى'],
      ['Tariq', 'طارق'],
      ['Nour', 'نور'],
    ],
    family: [
      ['al-Ahmad', 'الأحمد'],
      ['Haddad', 'حداد'],
      ['al-Khatib', 'الخطيب'],
      ['Darwish', 'درويش'],
      ['Nassar', 'نصار'],
      ['Khalil', 'خليل'],
      ['Saleh', 'صالح'],
      ['al-Masri', 'المصري'],
      ['Shahin', 'شاهين'],
      ['Qasim', 'قاسم'],
    ],
  },
  {
    weight: 16,
    languages: ['prs'],
    given: [
      ['Navid', 'نوید'],
      ['Zahra', 'زهرا'],
      ['Hamid', 'حمید'],
      ['Shirin', 'شیرین'],
      ['Farid', 'فرید'],
      ['Laila', 'لیلا'],
      ['Jawad', 'جواد'],
      ['Mina', 'مینا'],
      ['Ramin', 'رامین'],
      ['Nasrin', 'نسرین'],
    ],
    family: [
      ['Hosseini', 'حسینی'],
      ['Rezaei', 'رضایی'],
      ['Noori', 'نوری'],
      ['Ahmadi', 'احمدی'],
      ['Karimi', 'کریمی'],
      ['Rahimi', 'رحیمی'],
      ['Sadat', 'سادات'],
      ['Mohammadi', 'محمدی'],
    ],
  },
  {
    weight: 14,
    languages: ['tr'],
    given: [
      ['Ayşe'],
      ['Mehmet'],
      ['Elif'],
      ['Mustafa'],
      ['Zeynep'],
      ['Emre'],
      ['Gülay'],
      ['Çağla'],
      ['İbrahim'],
      ['Şükran'],
    ],
    family: [['Öztürk'], ['Yıldız'], ['Kılıç'], ['Demir'], ['Şahin'], ['Çelik'], ['Aydın'], ['Doğan']],
  },
  {
    weight: 9,
    languages: ['kmr', 'ckb'],
    given: [['Berîvan'], ['Serhat'], ['Rojda'], ['Azad'], ['Şîlan'], ['Dilovan'], ['Hêvîn'], ['Baran']],
    family: [['Yıldız'], ['Aziz'], ['Hesen'], ['Botan'], ['Demirtaş'], ['Ehmed']],
  },
  {
    weight: 12,
    languages: ['uk', 'ru'],
    given: [
      ['Yuliia', 'Юлія'],
      ['Oleksandr', 'Олександр'],
      ['Nataliia', 'Наталія'],
      ['Serhii', 'Сергій'],
      ['Oksana', 'Оксана'],
      ['Andrii', 'Андрій'],
      ['Iryna', 'Ірина'],
      ['Mykola', 'Микола'],
    ],
    family: [
      ['Shevchenko', 'Шевченко'],
      ['Kovalenko', 'Коваленко'],
      ['Bondarenko', 'Бондаренко'],
      ['Tkachenko', 'Ткаченко'],
      ['Melnyk', 'Мельник'],
      ['Kravchuk', 'Кравчук'],
    ],
  },
  {
    weight: 6,
    languages: ['so'],
    given: [['Maxamed'], ['Caasha'], ['Cabdi'], ['Faadumo'], ['Xasan'], ['Hodan'], ['Axmed']],
    family: [['Xasan Cali'], ['Cabdi Warsame'], ['Axmed Nuur'], ['Jaamac Faarax']],
  },
  {
    weight: 5,
    languages: ['ti'],
    given: [
      ['Selam Tesfay', 'ሰላም ተስፋይ'],
      ['Yonas Haile', 'ዮናስ ሃይለ'],
      ['Meron Gebre', 'ሜሮን ገብረ'],
      ['Filmon Tekle', 'ፊልሞን ተክለ'],
      ['Rahel Berhane', 'ራሄል ብርሃነ'],
    ],
    family: [],
  },
  {
    weight: 5,
    languages: ['fr'],
    given: [['Aïssatou'], ['Ousmane'], ['Mariama'], ['Ibrahima'], ['Fatoumata'], ['Mamadou']],
    family: [['Diallo'], ['Bah'], ['Barry'], ['Camara'], ['Sow']],
  },
];
