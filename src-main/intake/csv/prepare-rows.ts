import type { FileOptions, RepId } from '../../contract/index.ts'
import type { Desk } from '../../desk/context.ts'
import { parseEmail } from '../../lib/emails.ts'
import { fold } from '../../lib/fold.ts'
import type { Cleaning } from './cleaning.ts'
import { findHabits } from './find-habits.ts'
import type { GivenFile } from './read-head.ts'
import { readyTables } from './ready-tables.ts'
import { type FileStudy, settle, studyFile } from './study-file.ts'

/** A file and the way to read its rows. */
export interface Prepared {
  study: FileStudy
  cleaning: Cleaning
}

/** Studies a file to the end: encoding and habits are found from all of it, not from its head. */
export async function prepareRows(
  desk: Desk,
  file: GivenFile,
  options: FileOptions,
  needs: { owners: boolean; signal?: AbortSignal | undefined },
): Promise<Prepared> {
  const study = await settle(await studyFile(file, options, (headers) => rememberedOf(desk, headers)))
  const { country, timeZone } = await desk.store.settings()
  await readyTables(study.columns, country)
  const habits = await findHabits(study, country, needs.signal)
  return {
    study,
    cleaning: {
      columns: study.columns,
      country,
      timeZone,
      now: desk.clock.now(),
      ...habits,
      isLeftOutFile: study.isLeftOutFile,
      ownerOf: needs.owners ? await ownerFinder(desk) : null,
      fixes: options.fixes ?? {},
      leftOutByHand: new Set(options.leaveOut),
    },
  }
}

/** What was chosen before for these headers. Kept folded, so that "E-Mail" and "e_mail" are one choice. */
export async function rememberedOf(desk: Desk, headers: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  return desk.store.rememberedColumns(headers.slice(0, MOST_REMEMBERED).map(headerKey))
}

/** Keeps what the person chose by hand, header by header. */
export async function rememberChoices(desk: Desk, options: FileOptions): Promise<void> {
  const columns = Object.entries(options.map ?? {}).map(([header, field]) => ({ header: headerKey(header), field }))
  if (columns.length > 0) await desk.store.rememberColumns(columns)
}

/** Nobody chooses more columns by hand, and a table gone wrong may have a hundred thousand. */
const MOST_REMEMBERED = 1_000

export const headerKey = (header: string): string => fold(header)

/** Finds a rep by e-mail or full name, however an owner cell writes it. Two reps of one name are no answer. */
async function ownerFinder(desk: Desk): Promise<(text: string) => RepId | 'unknown'> {
  const byKey = new Map<string, RepId | 'unknown'>()
  for (const { id, email, name } of await desk.store.reps(desk.clock.now())) {
    byKey.set(fold(email), id)
    const key = fold(name)
    byKey.set(key, byKey.has(key) ? 'unknown' : id)
  }
  return (text) => {
    const whole = byKey.get(fold(text))
    if (whole !== undefined) return whole
    const address = parseEmail(text)?.address
    const [last, first] = text.split(/,\s*/, 2)
    return byKey.get(address ?? '') ?? (first === undefined ? undefined : byKey.get(fold(`${first} ${last}`))) ?? 'unknown'
  }
}
