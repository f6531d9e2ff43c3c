import type { waysText as english } from '../ways-out.ts'

export const waysText: typeof english = {
  log: 'Protokoll ansehen',
  backups: 'Sicherung und Daten öffnen',
  intake: 'Eingang öffnen',
  reps: 'Mitarbeiter öffnen',
  versions: 'Versionen zeigen',
}
