import { Button, FileButton, Group } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { IconDownload, IconPlus, IconUpload, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { RepId } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { saveFile } from '../../lib/save-file.ts'
import { useDesk, useDeskShallow } from '../../state/hooks.ts'
import { repsInOrder } from '../../state/selectors.ts'
import { useTeamFile } from '../../state/use-team-file.ts'
import { repListText } from '../../text/rep-list.ts'
import { repsText } from '../../text/reps.ts'
import { toldProblems } from '../../text/told-reasons.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { LineProblems } from '../../ui/LineProblems.tsx'
import { ScreenHead } from '../../ui/ScreenHead.tsx'
import { showNotice, showTrouble } from '../../ui/undo-notice.tsx'
import { BulkBar } from './BulkBar.tsx'
import { findReps, type RepFilter } from './find-reps.ts'
import { RepDrawer } from './RepDrawer.tsx'
import { RepFilters } from './RepFilters.tsx'
import { repsCsv } from './reps-csv.ts'
import classes from './reps.module.css'
import { RepTable } from './RepTable.tsx'
import { sortReps, type Sorting } from './sort-reps.ts'

const ADD = 'add'
const EVERYONE: RepFilter = { search: '', team: null, standing: null }
const BY_TEAM: Sorting = { key: null, isDescending: false }
const NOBODY: ReadonlySet<RepId> = new Set()

/** Everyone who takes leads; at `#/reps/add` and `#/reps/12` the drawer that adds or edits one. */
export function RepsScreen() {
  const { part, goTo } = usePlace()
  const reps = useDeskShallow(repsInOrder)
  const deskZone = useDesk((state) => state.settings.timeZone)
  const [filter, setFilter] = useState(EVERYONE)
  const [sorting, setSorting] = useSessionStorage({ key: 'reps-sorting', defaultValue: BY_TEAM, getInitialValueInEffect: false })
  const [marked, setMarked] = useState(NOBODY)
  const file = useTeamFile()
  const take = async (chosen: File): Promise<void> => {
    const outcome = await file.take(chosen)
    if (outcome === 'unreadable') showTrouble(repsText.unreadable(chosen.name))
    else if (outcome !== 'refused') showNotice(repsText.imported(outcome.added, outcome.updated))
  }
  const close = (): void => {
    goTo('reps')
  }
  const edited = part === null || part === ADD ? null : (reps.find((rep) => rep.id === Number(part)) ?? null)
  const shown = sortReps(findReps(reps, filter), sorting)
  // What the filters hide is not changed unseen.
  const selected = new Set(shown.map(({ id }) => id).filter((id) => marked.has(id)))
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      onClick={() => {
        goTo('reps', ADD)
      }}
    >
      {repsText.add}
    </Button>
  )
  const importFile = (
    <FileButton accept=".csv,text/csv" onChange={(chosen) => void (chosen && take(chosen))}>
      {(props) => (
        <Button {...props} variant="default" loading={file.isReading} leftSection={<IconUpload size={16} aria-hidden="true" />}>
          {repsText.importCsv}
        </Button>
      )}
    </FileButton>
  )
  return (
    <FileDrop
      label={repsText.dropHint}
      className={classes.screen}
      onFile={(dropped) => void take(dropped)}
      onRefused={(why) => showTrouble(repsText.refused[why])}
    >
      <ScreenHead title={repsText.title}>
        {reps.length === 0 ? null : (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            onClick={() => {
              const chosen = selected.size === 0 ? shown : shown.filter(({ id }) => selected.has(id))
              saveFile(repListText.fileName, repsCsv(chosen, deskZone))
            }}
          >
            {repListText.exportCsv}
          </Button>
        )}
        {importFile}
        {add}
      </ScreenHead>
      {reps.length === 0 ? (
        <EmptyState icon={<IconUsers size={40} stroke={1.2} />} title={repsText.empty.title} hint={repsText.empty.body}>
          <Group>
            {add}
            {importFile}
          </Group>
        </EmptyState>
      ) : (
        <>
          <RepFilters reps={reps} filter={filter} onChange={setFilter} />
          {shown.length === 0 ? (
            <EmptyState
              title={filter.team === null && filter.standing === null ? repsText.noneFound(filter.search) : repListText.noneFits}
            >
              <Button
                variant="default"
                onClick={() => {
                  setFilter(EVERYONE)
                }}
              >
                {filter.team === null && filter.standing === null ? repsText.clearSearch : repListText.clearFilters}
              </Button>
            </EmptyState>
          ) : (
            <RepTable
              reps={shown}
              sorting={sorting}
              onSort={setSorting}
              selected={selected}
              onSelect={setMarked}
              onEdit={(id: RepId) => {
                goTo('reps', String(id))
              }}
            />
          )}
          <BulkBar
            repIds={shown.map(({ id }) => id).filter((id) => selected.has(id))}
            onClear={() => {
              setMarked(NOBODY)
            }}
          />
        </>
      )}
      <RepDrawer rep={edited} isOpen={part === ADD || edited !== null} onClose={close} />
      <LineProblems
        problems={file.refused === null ? null : toldProblems(file.refused.problems)}
        words={{ ...repsText.importBad, title: repsText.importBad.title(file.refused?.file ?? '') }}
        onClose={file.forget}
      />
    </FileDrop>
  )
}
