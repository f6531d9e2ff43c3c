import { Button, FileButton, Group, Text, TextInput } from '@mantine/core'
import { IconPlus, IconSearch, IconUpload, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { RepId } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useDeskShallow } from '../../state/hooks.ts'
import { isHere, repsInOrder } from '../../state/selectors.ts'
import { useTeamFile } from '../../state/use-team-file.ts'
import { repsText } from '../../text/reps.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { LineProblems } from '../../ui/LineProblems.tsx'
import { ScreenHead } from '../../ui/ScreenHead.tsx'
import { showNotice, showTrouble } from '../../ui/undo-notice.tsx'
import { findReps } from './find-reps.ts'
import { RepDrawer } from './RepDrawer.tsx'
import classes from './reps.module.css'
import { RepTable } from './RepTable.tsx'

const ADD = 'add'

/** Everyone who takes leads; at `#/reps/add` and `#/reps/12` the drawer that adds or edits one. */
export function RepsScreen() {
  const { part, goTo } = usePlace()
  const reps = useDeskShallow(repsInOrder)
  const [search, setSearch] = useState('')
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
  const shown = findReps(reps, search)
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
          <Group px="md" pb="xs" justify="space-between">
            <TextInput
              aria-label={repsText.search}
              placeholder={repsText.search}
              leftSection={<IconSearch size={16} aria-hidden="true" />}
              value={search}
              onChange={(event) => {
                setSearch(event.currentTarget.value)
              }}
              w={280}
              size="sm"
            />
            <Text size="sm" c="dimmed">
              {repsText.count(reps.length, reps.filter(isHere).length)}
            </Text>
          </Group>
          {shown.length === 0 ? (
            <EmptyState title={repsText.noneFound(search)}>
              <Button
                variant="default"
                onClick={() => {
                  setSearch('')
                }}
              >
                {repsText.clearSearch}
              </Button>
            </EmptyState>
          ) : (
            <RepTable
              reps={shown}
              onEdit={(id: RepId) => {
                goTo('reps', String(id))
              }}
            />
          )}
        </>
      )}
      <RepDrawer rep={edited} isOpen={part === ADD || edited !== null} onClose={close} />
      <LineProblems
        problems={file.refused?.problems ?? null}
        words={{ ...repsText.importBad, title: repsText.importBad.title(file.refused?.file ?? '') }}
        onClose={file.forget}
      />
    </FileDrop>
  )
}
