import type { ProblemCode } from '../../../src-main/contract/index.ts'
import type { rowProblemText as english } from '../row-problems.ts'

const byCode: Readonly<Partial<Record<string, string>>> = {
  'no-contact': 'keine lesbare E-Mail-Adresse, Telefonnummer oder Website',
  'bad-email': 'das ist keine E-Mail-Adresse',
  'bad-phone': 'diese Telefonnummer kann der Desk nicht lesen',
  'bad-number': 'das ist keine passende Zahl; der Wert bleibt, wie er ist',
  'bad-date': 'das ist kein lesbares Datum der Vergangenheit; der Wert bleibt, wie er ist',
  'unknown-country': 'dieses Land kennt der Desk nicht',
  'unknown-region': 'diese Region kennt der Desk in dem Land nicht',
  'unknown-owner': 'der Betreuer ist kein Mitarbeiter dieses Desks',
  'unknown-stage': 'diese Phase kennt der Desk nicht; der Lead beginnt als neu',
  'too-many-cells': 'mehr Zellen als Spaltennamen; die übrigen bleiben erhalten',
  'too-few-cells': 'weniger Zellen als Spaltennamen',
  'torn-quote': 'die Anführungszeichen dieser Zeile stimmen nicht',
  'bad-encoding': 'einige Zeichen lassen sich mit dieser Kodierung nicht lesen',
  'nul-byte': 'NUL-Zeichen wurden entfernt',
  'cell-too-long': 'die Zeile ist länger als eine Million Zeichen',
  'repeated-header': 'ein Spaltenname steht zweimal; eine der Spalten heißt hier anders',
  'formula-error': 'eine Formel ergab einen Fehler; die Zelle gilt als leer',
  'left-out-by-hand': 'von Hand ausgelassen',
} satisfies Record<ProblemCode, string>

export const rowProblemText: typeof english = { said: (code, message) => byCode[code] ?? message }
