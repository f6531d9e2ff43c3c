import type { Ground } from '../ground.ts'

/** Read in one turn: some milliseconds. */
const STRETCH = 5_000

interface Row {
  name: string | null
  first_name: string | null
  last_name: string | null
  company: string | null
}

export async function* eachLeadName(ground: Ground): AsyncGenerator<string[]> {
  const last = await ground.read(() => ground.leads.nextId() - 1)
  const rows = ground.db.prepare<[number, number], Row>(
    'select name, first_name, last_name, company from leads where id > ? and id <= ?',
  )
  for (let after = 0; after < last; after += STRETCH) {
    const page = await ground.read(() => rows.all(after, after + STRETCH))
    yield page.flatMap((row) => [row.name, row.first_name, row.last_name, row.company].filter((name) => name !== null))
  }
}
