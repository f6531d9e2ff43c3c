import { Autocomplete, Button, CloseButton, Menu, Popover } from '@mantine/core'
import { useState } from 'react'
import type { RepId } from '../../../src-main/contract/index.ts'
import { useDeskShallow } from '../../state/hooks.ts'
import { known } from '../../state/known-labels.ts'
import { repListText } from '../../text/rep-list.ts'
import { availabilityWords } from '../../text/words.ts'
import { AvailabilityDot } from '../../ui/AvailabilityDot.tsx'
import classes from './reps.module.css'
import { type BulkChange, useBulk } from './use-bulk.ts'

const HOUR = 3_600_000

/** What can be done to the selected reps. */
export function BulkBar({ repIds, onClear }: { repIds: readonly RepId[]; onClear: () => void }) {
  const { progress, run, stop } = useBulk()
  if (repIds.length === 0) return null
  const change = (to: BulkChange): void => void run(repIds, to)
  return (
    <div className={classes.bar} role="toolbar" aria-label={repListText.bulk.label}>
      <span role="status">
        {progress === null ? repListText.selected(repIds.length) : repListText.progress(progress.done, progress.all)}
      </span>
      {progress !== null ? (
        <Button size="xs" variant="default" onClick={stop}>
          {repListText.bulk.stop}
        </Button>
      ) : (
        <>
          <AvailabilityMenu onChange={change} />
          <Button size="xs" variant="default" onClick={() => change({ profile: { isPaused: true } })}>
            {repListText.bulk.pause}
          </Button>
          <Button size="xs" variant="default" onClick={() => change({ profile: { isDraining: true } })}>
            {repListText.bulk.drain}
          </Button>
          <Button size="xs" variant="default" onClick={() => change({ profile: { isPaused: false, isDraining: false } })}>
            {repListText.bulk.resume}
          </Button>
          <TeamPicker onChange={(team) => change({ profile: { team } })} />
        </>
      )}
      <CloseButton size="sm" aria-label={repListText.clearSelection} onClick={onClear} />
    </div>
  )
}

function AvailabilityMenu({ onChange }: { onChange: (change: BulkChange) => void }) {
  const item = (availability: 'available' | 'busy' | 'away', label: string, until: () => number | null = () => null) => (
    <Menu.Item
      leftSection={<AvailabilityDot availability={availability} />}
      onClick={() => onChange({ availability, until: until() })}
    >
      {label}
    </Menu.Item>
  )
  return (
    <Menu position="top-start" withinPortal>
      <Menu.Target>
        <Button size="xs">{repListText.bulk.availability}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {item('available', availabilityWords.available)}
        {item('busy', availabilityWords.busy)}
        {item('busy', repListText.bulk.busyForAnHour, () => Date.now() + HOUR)}
        {item('away', availabilityWords.away)}
      </Menu.Dropdown>
    </Menu>
  )
}

/** An empty name is no team. */
function TeamPicker({ onChange }: { onChange: (team: string | null) => void }) {
  const teams = useDeskShallow((state) => known(state.reps.values(), (rep) => [rep.team]))
  const [isOpen, setIsOpen] = useState(false)
  const [team, setTeam] = useState('')
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="top" trapFocus withinPortal>
      <Popover.Target>
        <Button size="xs" variant="default" onClick={() => setIsOpen(!isOpen)}>
          {repListText.bulk.team}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={classes.team}
          onSubmit={(event) => {
            event.preventDefault()
            setIsOpen(false)
            onChange(team.trim() === '' ? null : team.trim())
          }}
        >
          <Autocomplete
            label={repListText.bulk.teamName}
            description={repListText.bulk.teamHint}
            data={teams}
            value={team}
            maxLength={200}
            data-autofocus
            comboboxProps={{ withinPortal: false }}
            onChange={setTeam}
          />
          <Button type="submit" size="xs">
            {repListText.bulk.setTeam}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
