import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { isHere } from '../../state/selectors.ts'
import { boardText } from '../../text/board.ts'
import classes from './board.module.css'
import type { TeamBand } from './board-slots.ts'

/** Names a team above its columns, and folds them. */
export function TeamHead({ band, onToggle }: { band: TeamBand; onToggle: (team: string) => void }) {
  const name = band.team === '' ? boardText.noTeam : band.team
  const here = band.reps.filter(isHere).length
  return (
    <UnstyledButton
      className={classes.team}
      aria-expanded={!band.isFolded}
      aria-label={boardText.team(name, band.reps.length, here)}
      title={band.isFolded ? boardText.unfold(name) : boardText.fold(name)}
      onClick={() => {
        onToggle(band.team)
      }}
    >
      {band.isFolded ? <IconChevronRight size={14} aria-hidden="true" /> : <IconChevronDown size={14} aria-hidden="true" />}
      {band.isFolded ? null : (
        <>
          <span className={classes.teamName}>{name}</span>
          <span className={classes.teamCount}>{boardText.teamHere(band.reps.length, here)}</span>
        </>
      )}
    </UnstyledButton>
  )
}

/** What is left of a team that is folded: its name, who is here, and what they have. */
export function TeamStrip({ band }: { band: Pick<TeamBand, 'team' | 'reps'> }) {
  const open = band.reps.reduce((sum, rep) => sum + rep.openLeads, 0)
  return (
    <div className={classes.strip}>
      <span className={classes.stripName}>{band.team === '' ? boardText.noTeam : band.team}</span>
      <span className={classes.dim}>{boardText.teamHere(band.reps.length, band.reps.filter(isHere).length)}</span>
      <span className={classes.dim}>{boardText.teamOpen(open)}</span>
    </div>
  )
}
