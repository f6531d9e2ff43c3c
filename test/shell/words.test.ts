import { afterEach, expect, it } from 'vitest'
import { DeskError } from '../../src-main/contract/index.ts'
import { faultSentence, languageOf, speakWords } from '../../src-main/shell/words.ts'

afterEach(() => speakWords('en'))
const said = (fault: DeskError): string => faultSentence(fault, '/srv/desk/logs/desk.log')

it('The shell says why in the language it speaks, also what the system said', () => {
  const faults = [
    new DeskError('folder-not-writable', { folder: '/srv/desk', reason: "EACCES: permission denied, mkdir '/srv/desk'" }),
    new DeskError('database-damaged', { file: 'desk.db', reason: 'database disk image is malformed' }),
    new DeskError('backup-unreadable', { file: 'a.db', reason: 'it is cut off: 4096 of 8192 bytes are there' }),
    new DeskError('backup-failed', { file: 'a.db', reason: 'there is a file of that name already' }),
  ]
  expect(faults.map(said)).toEqual([
    "Nothing can be saved in /srv/desk: EACCES: permission denied, mkdir '/srv/desk'.",
    'desk.db is damaged (database disk image is malformed). Put back a backup: they lie in the folder “backups” beside it.',
    'a.db can’t be put back: it is cut off: 4096 of 8192 bytes are there.',
    'a.db could not be written: there is a file of that name already.',
  ])
  speakWords(languageOf('de-AT'))
  expect(faults.map(said)).toEqual([
    'In /srv/desk kann nichts gespeichert werden: keine Berechtigung.',
    'desk.db ist beschädigt (der Inhalt ist zerstört). Spielen Sie eine Sicherung zurück: Sie liegen daneben im Ordner „backups“.',
    'a.db lässt sich nicht zurückspielen: sie ist abgeschnitten.',
    'a.db konnte nicht geschrieben werden: eine Datei dieses Namens gibt es schon.',
  ])
})

it('What nobody foresaw leads to the log', () => {
  expect(faultSentence(new Error('x'), '/srv/desk/logs/desk.log')).toContain('/srv/desk/logs/desk.log')
})
