import type { LeadField } from '../../contract/index.ts'
import { isFreeMail } from '../../lib/emails.ts'
import { parsePhone } from '../../lib/phones.ts'
import { countryCode, hasRegions, loadCountries, timeZoneOf } from '../../lib/places.ts'
import { breathe } from '../../lib/breathe.ts'
import type { PlannedColumn } from './column.ts'

/** Loads what the first rows of these columns would load together, a quarter of a second of it, with breaths in between. */
export async function readyTables(columns: readonly PlannedColumn[], country: string): Promise<void> {
  const has = (...fields: LeadField[]): boolean => columns.some(({ target }) => fields.some((field) => field === target))
  if (has('country')) for (const _ of loadCountries()) await breathe()
  const tables = [
    () => has('region') && hasRegions(country),
    () => has('country') && countryCode(country),
    () => has('email', 'email2', 'website') && isFreeMail(''),
    () => has('phone', 'phone2') && parsePhone('+1 212 555 0100 ext. 1', null),
    () => timeZoneOf(country, null),
  ]
  for (const load of tables) {
    load()
    await breathe()
  }
}
