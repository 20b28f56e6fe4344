import type { ErrorCode } from '../errors.ts'
import type { Entry } from './catalogue.ts'

/** What is wrong with a file that is imported. */
export const fileErrors = {
  tooLarge: {
    nb: 'Fila er for stor. Del den opp; grensen er {limit} MB.',
    nn: 'Fila er for stor. Del ho opp; grensa er {limit} MB.',
    en: 'The file is too large. Split it; the limit is {limit} MB.',
  },
  fileUnreadable: {
    nb: 'Fila kunne ikke leses. Lagre den som .xlsx eller .csv (UTF-8) og prøv igjen.',
    nn: 'Fila kunne ikkje lesast. Lagre ho som .xlsx eller .csv (UTF-8) og prøv igjen.',
    en: 'The file could not be read. Save it as .xlsx or .csv (UTF-8) and try again.',
  },
  fileEmpty: {
    nb: 'Fila har ingen rader å hente. Kontroller at du valgte riktig fil.',
    nn: 'Fila har ingen rader å hente. Kontroller at du valde rett fil.',
    en: 'The file has no rows to import. Check that you chose the right file.',
  },
  sheetsUnknown: {
    nb: 'Vi kjenner ikke igjen arkene i fila. Velg hvilke kolonner som betyr hva.',
    nn: 'Vi kjenner ikkje att arka i fila. Vel kva kolonnar som betyr kva.',
    en: 'We do not recognise the sheets in the file. Choose which columns mean what.',
  },
  workbookBlank: {
    nb: 'Gevinstverktøyet er ikke fylt ut ennå. Skriv prosjektnavnet på arket Forside og minst én gevinst i Endringsanalyse, og hent fila på nytt.',
    nn: 'Gevinstverktøyet er ikkje fylt ut enno. Skriv prosjektnamnet på arket Forside og minst éin gevinst i Endringsanalyse, og hent fila på nytt.',
    en: 'Nothing is filled in yet in the gevinstverktøy workbook. Write the project name on the sheet Forside and at least one benefit in Endringsanalyse, and import the file again.',
  },
  mappingInvalid: {
    nb: 'Koblingen av kolonner har en feil i «{field}». Rett den og prøv igjen.',
    nn: 'Koplinga av kolonnar har ein feil i «{field}». Rett ho og prøv igjen.',
    en: 'The column mapping has a fault in “{field}”. Correct it and try again.',
  },
  columnMissing: {
    nb: 'Kolonnen «{column}» finnes ikke i fila. Velg en av kolonnene som finnes.',
    nn: 'Kolonnen «{column}» finst ikkje i fila. Vel ein av kolonnane som finst.',
    en: 'The column “{column}” is not in the file. Choose one of the columns that are.',
  },
  keyRepeated: {
    nb: '«{value}» står på flere rader. Gi hver rad sin egen verdi i kolonnen «{column}».',
    nn: '«{value}» står på fleire rader. Gje kvar rad sin eigen verdi i kolonnen «{column}».',
    en: '“{value}” stands on several rows. Give each row its own value in the column “{column}”.',
  },
} satisfies Partial<Record<ErrorCode, Entry>>
