import type { Stage } from '../../contract/index.ts'
import { squash } from '../../lib/fold.ts'

/** What others call a stage. Squashed; a whole value first, then the first word-part that fits. */
const STAGES: Readonly<Record<Stage, string>> = {
  new: `new | new lead | open | open not contacted | not contacted | uncontacted | untouched | unassigned | unread | fresh | created | lead | subscriber | prospect | raw | inbound | pending |
    neu | offen | nicht kontaktiert | nouveau | ouvert | à contacter | nuevo | abierto | sin contactar | did not connect | no answer | not reached`,
  contacted: `contacted | attempted | attempted to contact | contact attempted | contact in future | working | working contacted | in progress | connected | engaged | nurture | nurturing | nurtured | on hold |
    re-engagement | reengagement | follow up | followup | good lead follow up | callback | call back | in contact | responded | replied | meeting scheduled | appointment scheduled | warm |
    kontaktiert | in bearbeitung | nachfassen | wiedervorlage | contacté | en cours | relance | contactado | en progreso | en curso | open deal | recycled`,
  qualified: `qualified | sql | mql | marketing qualified lead | sales qualified lead | marketing qualified | sales qualified | pre-qualified | opportunity | proposal | proposal sent | proposal made | quote sent |
    presentation scheduled | demo | demo scheduled | decision maker bought-in | contract sent | negotiation | negotiations started | negotiation review | needs analysis | value proposition | interested | hot |
    prospecting | qualification | perception analysis | id decision makers | proposal price quote | trial | evaluation |
    qualifiziert | angebot | angebot gesendet | verhandlung | qualifié | proposition | négociation | calificado | cualificado | propuesta | negociación`,
  won: `won | closed won | deal won | converted | customer | client | sold | sale | sale done | sale closed | closed deal | signed | active customer | evangelist | paid |
    gewonnen | kunde | abgeschlossen | gagné | conclu | ganado | cliente | ganada`,
  lost: `lost | closed lost | deal lost | unqualified | not qualified | disqualified | bad lead | bad timing | junk | junk lead | dead | dead lead | not interested | rejected | lost lead | closed not converted | closed | archived | spam | invalid | duplicate | other lost |
    verloren | abgelehnt | kein interesse | unqualifiziert | perdu | non qualifié | pas intéressé | perdido | descalificado | no interesado | perdida | rechazado`,
}

const byName = new Map<string, Stage>()
for (const [stage, names] of Object.entries(STAGES)) for (const name of names.split('|')) byName.set(squash(name), stage as Stage)

/** "Closed Won", "GOOD_LEAD_FOLLOW_UP", "3 - Negotiation", "Angebot" → a stage of the desk; null when it is none we know. */
export function readStage(text: string): Stage | null {
  const key = squash(text)
  return byName.get(key) ?? byName.get(key.replace(/^\d+/, '')) ?? byName.get(key.replace(/(?:stage|lead|deal)$/, '')) ?? null
}
