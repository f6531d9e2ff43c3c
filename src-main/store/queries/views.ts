import { DeskError, type RepId, type SavedView, type ViewId } from '../../contract/index.ts'
import type { Ground } from '../ground.ts'
import type { Step } from '../port-shapes.ts'
import { prepared } from './prepared.ts'

export function views(ground: Ground): SavedView[] {
  const rows = prepared<Row & { id: ViewId }>(ground.db, 'select id, rep_id, name, filter, sort from views order by id')
  return rows.all().map(({ id, rep_id, name, filter, sort }) => ({
    id,
    name,
    filter: JSON.parse(filter) as SavedView['filter'],
    order: sort as SavedView['order'],
    repId: rep_id,
  }))
}

/** A known one keeps its place in the list. */
export async function saveView(ground: Ground, view: Omit<SavedView, 'id'>, viewId: ViewId | null, step: Step): Promise<ViewId> {
  const row = { rep_id: view.repId, name: view.name, filter: JSON.stringify(view.filter), sort: view.order }
  const id = viewId === null ? await insert(ground, row) : await update(ground, viewId, row)
  ground.events.append({ type: 'view-saved', ...step, repId: view.repId, data: { viewId: id, name: view.name } })
  return id
}

interface Row {
  rep_id: RepId | null
  name: string
  filter: string
  sort: string
}

async function insert(ground: Ground, row: Row): Promise<ViewId> {
  const { insertId } = await ground.kysely.insertInto('views').values(row).executeTakeFirstOrThrow()
  return Number(insertId) as ViewId
}

async function update(ground: Ground, viewId: ViewId, row: Row): Promise<ViewId> {
  const { numUpdatedRows } = await ground.kysely.updateTable('views').set(row).where('id', '=', viewId).executeTakeFirst()
  if (numUpdatedRows === 0n) throw new DeskError('view-not-found', { id: viewId })
  return viewId
}

export async function removeView(ground: Ground, viewId: ViewId, step: Step): Promise<void> {
  const row = await ground.kysely.deleteFrom('views').where('id', '=', viewId).returning(['name', 'rep_id']).executeTakeFirst()
  if (row === undefined) throw new DeskError('view-not-found', { id: viewId })
  ground.events.append({ type: 'view-removed', ...step, repId: row.rep_id, data: { viewId, name: row.name } })
}
