import type * as english from '../inbox-troubles.ts'

export const inboxTroubles: typeof english.inboxTroubles = {
  'unknown-host': {
    short: 'Server nicht gefunden',
    said: 'Es gibt keinen Server mit diesem Namen.',
    todo: 'Prüfen Sie die Schreibweise und ob dieser Rechner online ist.',
  },
  refused: {
    short: 'Verbindung abgelehnt',
    said: 'Der Server hat die Verbindung abgelehnt.',
    todo: 'Prüfen Sie den Port: 993 gehört zu TLS, 143 zu STARTTLS. Vielleicht steht eine Firewall dazwischen.',
  },
  timeout: {
    short: 'Keine Antwort',
    said: 'Der Server hat nicht rechtzeitig geantwortet.',
    todo: 'Prüfen Sie Server und Port. Vielleicht steht eine Firewall dazwischen.',
  },
  untrusted: {
    short: 'Zertifikat nicht vertrauenswürdig',
    said: 'Dem Zertifikat des Servers vertraut dieser Rechner nicht.',
    todo: 'Nehmen Sie genau den Namen, für den das Zertifikat ausgestellt ist, oder bitten Sie den Betreiber um ein gültiges.',
  },
  'no-tls': {
    short: 'Keine Verschlüsselung',
    said: 'Der Server bietet auf diesem Port keine Verschlüsselung an, und das Passwort wurde nicht gesendet.',
    todo: 'Wählen Sie TLS mit Port 993.',
  },
  'wrong-password': {
    short: 'Benutzer oder Passwort falsch',
    said: 'Der Server hat Benutzer und Passwort nicht angenommen.',
    todo: 'Geben Sie das Passwort erneut ein. Gmail verlangt ein App-Passwort, Microsoft ein OAuth-Token. Token laufen ab.',
  },
  'no-password': {
    short: 'Passwort fehlt',
    said: 'Auf diesem Rechner ist für dieses Postfach kein Passwort hinterlegt.',
    todo: 'Geben Sie es erneut ein.',
  },
  'auth-unsupported': {
    short: 'Anmeldung nicht angeboten',
    said: 'Der Server bietet diese Art der Anmeldung nicht an.',
    todo: 'Microsoft verlangt ein OAuth-Token; die meisten anderen Server ein Passwort.',
  },
  'no-folder': {
    short: 'Ordner ist weg',
    said: 'Der gelesene Ordner ist nicht mehr da.',
    todo: 'Wählen Sie einen anderen Ordner.',
  },
  'no-target-folder': {
    short: 'Zielordner ist weg',
    said: 'Der Ordner, in den aufgenommene Mails verschoben werden, ist nicht mehr da.',
    todo: 'Wählen Sie einen anderen oder lassen Sie die Mails liegen, wo sie sind.',
  },
  'not-imap': {
    short: 'Kein Mailserver',
    said: 'Was unter dieser Adresse antwortet, ist kein IMAP-Server.',
    todo: 'Prüfen Sie Server und Port: IMAP, nicht POP3 oder SMTP.',
  },
  'connection-lost': {
    short: 'Verbindung verloren',
    said: 'Die Verbindung zum Server ging verloren.',
    todo: 'Sie wird von selbst neu versucht. Hält das an, sehen Sie nach dem Netz.',
  },
  other: {
    short: 'Server lehnt ab',
    said: 'Der Server hat abgelehnt.',
    todo: 'Seine eigenen Worte stehen darunter; der Betreiber wird sie kennen.',
  },
}

export const troubleText: typeof english.troubleText = {
  refusedSaying: (detail) => `Der Server hat abgelehnt: ${detail}`,
}
