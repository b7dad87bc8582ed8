import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { makePdf, missingCharacters } from '#renderer/documents/engine.ts';
import { certificatesDocument } from '#renderer/documents/certificate/certificates-document.ts';
import { recoverySheetDocument } from '#renderer/documents/recovery-sheet/recovery-sheet-document.ts';
const base = { name: 'Ayşe Öztürk-Ğ', birth: {kind:'date', date:'1990-03-12'}, offerTitle: 'Deutsch für den Alltag', area:'language', level:'A1', periodFrom:'2024-10-31', periodTo:'2024-12-13', ueAttended: 42, ueOffered: 50, contents: ['Sich vorstellen und nach dem Weg fragen','Einkaufen, Preise, Mengen','Arztbesuch und Notruf','Termine und Uhrzeiten','Mülltrennung und Hausordnung'], facility:{name:'ZUE Münster', place:'Münster', programme:'Modellprojekt Integration Münster'}, partners:[{name:'Polizei Münster',shortName:null,logo:null},{name:'IHK Nord Westfalen',shortName:'IHK',logo:null},{name:'SC Preußen Münster',shortName:'SC Preußen',logo:null}], issuedOn:'2024-12-13', number:'0123456789A' } as const;
test('look', async () => {
  const t0 = performance.now();
  writeFileSync('/tmp/look/one.pdf', await makePdf(certificatesDocument([base])));
  console.log('first', performance.now()-t0);
  const long = {...base, number: null, birth:{kind:'year',year:1990}, name: 'Abdulrahman Muhammad '.repeat(9).slice(0,200).trim(), offerTitle: 'Berufsbezogene Qualifizierung für Metall, Holz und Elektro mit Praktikum in einem Betrieb der Region und Abschlussgespräch mit der Agentur für Arbeit Ahlen-Müns', contents: Array.from({length:20},(_, i)=>`Inhalt ${i+1}: Sicherheit am Arbeitsplatz, Werkzeugkunde, Messen und Prüfen, Lesen von Zeichnungen, Umgang mit Maschinen, Pflege und Wartung, Gespräche im Betrieb, Bewerbung und Arbeitsvertrag verstehen`.slice(0,200)), partners: Array.from({length:10},(_, i)=>({name:`Institution mit einem langen Namen für Bildung und Arbeit in Westfalen Nummer ${i}`,shortName:null,logo:null}))} as never;
  writeFileSync('/tmp/look/long.pdf', await makePdf(certificatesDocument([long, base, {...base, number:null, name:'Юлія Шевченко', contents: Array.from({length:20},(_, i)=>`Inhalt ${i+1} kurz und gut`)} as never])));
  const t = performance.now();
  writeFileSync('/tmp/look/many.pdf', await makePdf(certificatesDocument(Array.from({length:50},()=>base))));
  console.log('each of 50', (performance.now()-t)/50);
  console.log(await missingCharacters(['Юлія Ğ محمد 😀 ሰላም']));
  writeFileSync('/tmp/look/sheet.pdf', await makePdf(recoverySheetDocument({facilityName:'ZUE Münster', code:'0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ', createdOn:'2024-10-31'})));
}, 60000);
