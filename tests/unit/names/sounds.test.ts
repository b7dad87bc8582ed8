import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName } from '#shared/domain/names/fold.ts';
import { createLexicon, soundDistance } from '#shared/domain/names/lexicon.ts';

const lexicon = createLexicon();
const apart = (one: string, other: string): number | undefined =>
  soundDistance(lexicon.word(one), lexicon.word(other));

describe('spellings of one name sound alike', () => {
  test.each([
    'Mohammad Muhammed Mohamed محمد Maxamed Mihemed Мохаммад',
    'Alkhatib Elkhatib Khatib الخطيب Khateeb',
    'Schewtschenko Shevchenko Шевченко Ševčenko Chevtchenko',
    'Öztürk Ozturk Oeztuerk',
    'Abdulrahman Abdelrahman Abdurrahman Abderrahmane عبدالرحمن Cabdiraxmaan',
    'Ayşe Aisha Aischa Caasha عائشة Aicha Ayesha',
    'Hussein Hossein Husain Hüseyin حسين Xuseen',
    'Yousef Yusuf Jusuf Youssef يوسف Yûsif',
    'Ali علی Aly Cali',
    'Mustafa مصطفى مصطفی Moustafa',
    'Юлія Yuliia Julija Iuliia Juliia Yuliya Юлия',
    'Сергій Serhii Sergii Сергей Sergej',
    'Oleksandr Olexandr Олександр',
    'Ahmet Ahmed Ahmad Achmed أحمد Axmed Ehmed',
    'Tekle ተክለ Tekele',
    'Gebremariam ገብረማርያም Ghebremariam',
    'Spozhmai سپوږمۍ Spojmai',
    'Magomedov Магомедов Magomedow Magomedova Magomedoff',
    'Dmitrii Dmitri Дмитрий Dmitriy Dmitrij',
    'Jamal Gamal Djamal Cemal جمال Dschamal',
    'Qasim Kasim Qasem Kassem قاسم Ghasem',
    'Rezaei Rezaie Rezai رضایی',
    'Salahuddin Selahattin Salaheddine',
    'Karaoğlu Karaogly Karaoglu Karaoghlu',
    'Giorgi გიორგი',
  ])('%s', (spellings) => {
    const words = spellings.split(' ');
    const strange = words.flatMap((one) =>
      words.filter((other) => apart(one, other) === undefined).map((other) => `${one}/${other}`),
    );
    expect(strange).toEqual([]);
  });
});

test.each(
  (
    'Mohammad/Mahmoud محمد/محمود Hasan/Hussein حسن/حسين Amin/Amina Karim/Karimi Ahmad/Ahmadi Omar/Amer Jamal/Jamil ' +
    'Salim/Salam Rashid/Rashad Ali/Ala Hamid/Hamad Samir/Samar Nour/Noura Ivan/Ivanov Aziz/Azad Mohammad/محمود'
  )
    .split(' ')
    .map((pair) => pair.split('/') as [string, string]),
)('%s and %s are two names', (one, other) => {
  expect(apart(one, other)).toBeUndefined();
});

const word = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
  fc.string({
    unit: fc.constantFrom(...'abdehijklmnorstuwyz', 'sch', 'kh', 'ş', 'ü'),
    minLength: 1,
    maxLength: 7,
  }),
  fc.string({ unit: fc.constantFrom(...'ابتجحخدرسشعقكلمنهويىة'), minLength: 1, maxLength: 7 }),
  fc.string({ unit: fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщьюяіїє'), minLength: 1, maxLength: 7 }),
);

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldName(foldName(text))).toBe(foldName(text));
    }),
  );
});

test('the distance is the same either way round, and none from a word to itself', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(apart(one, other)).toBe(apart(other, one));
      expect(apart(one, one)).toBe(0);
    }),
    { numRuns: 500 },
  );
});
