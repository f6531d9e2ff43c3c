import { useEffect } from 'react'
import { type LeadFilter, type Stage, STAGES, type StageTotal } from '../../../src-main/contract/index.ts'
import { useStable } from '../../lib/use-stable.ts'
import { useDeskParts, useDeskShallow } from '../../state/hooks.ts'
import { useFresh } from '../../state/use-fresh.ts'
import { useLeadList } from '../../state/use-lead-list.ts'
import { boardText } from '../../text/board.ts'
import { formatMoney, formatNumber } from '../../text/formats.ts'
import { stageWords } from '../../text/words.ts'
import classes from './board.module.css'
import { stageColumn } from './board-columns.ts'
import { Column } from './Column.tsx'
import { dropOnStage } from './drop-words.ts'

/** So many currencies are named in the head of a column; the rest on hover. */
const CURRENCIES_SHOWN = 2

/** A column for each stage of the leads that reps have, with how many there are and what they are worth. */
export function StageColumns({ filter }: { filter: LeadFilter }) {
  const totals = useTotals(filter)
  return (
    <div className={classes.stages}>
      {STAGES.map((stage) => (
        <StageColumn key={stage} stage={stage} filter={filter} total={totals?.find((one) => one.stage === stage) ?? null} />
      ))}
    </div>
  )
}

function useTotals(filter: LeadFilter): readonly StageTotal[] | null {
  const { value, again } = useFresh(
    (client, signal) => client.lead.stageTotals({ filter }, { signal }),
    (type) => /^(?:lead|offer|step|import)-/.test(type),
  )
  const askAgain = useStable(again)
  const key = JSON.stringify(filter)
  useEffect(() => {
    askAgain()
  }, [askAgain, key])
  return value
}

function StageColumn({ stage, filter, total }: { stage: Stage; filter: LeadFilter; total: StageTotal | null }) {
  const { store } = useDeskParts()
  const list = useLeadList({ filter: { ...filter, status: ['assigned'], stage: [stage] }, order: 'newest' })
  const ids = useDeskShallow((state) => stageColumn(state, stage, list.ids))
  const name = stageWords[stage]
  const isCounted = total !== null && !total.isMore
  return (
    <div className={classes.stage} data-stage={stage}>
      <Column
        id={`stage-${stage}`}
        to={{ stage }}
        name={name}
        label={boardText.stageColumn(name)}
        head={<StageHead name={name} total={total} />}
        leadIds={ids}
        more={!list.hasMore ? 0 : isCounted ? Math.max(1, total.count - ids.length) : null}
        onMore={list.readMore}
        empty={boardText.emptyStage}
        dropWords={(dragged) => dropOnStage(stage, dragged, store.getState().leads)}
      />
    </div>
  )
}

function StageHead({ name, total }: { name: string; total: StageTotal | null }) {
  const sums = (total?.sums ?? []).map(({ currency, value }) => formatMoney(value, currency))
  const shown = sums.slice(0, CURRENCIES_SHOWN).join(' + ')
  const isMore = total?.isMore === true
  return (
    <>
      <div className={classes.headLine}>
        <h2 className={classes.headName}>{name}</h2>
        <span className={classes.bigCount}>{total === null ? '' : `${formatNumber(total.count)}${isMore ? '+' : ''}`}</span>
      </div>
      <p className={classes.sums} title={sums.join(' + ')}>
        {total === null || total.count === 0
          ? '–'
          : sums.length === 0
            ? boardText.noValue
            : boardText.worth(shown, sums.length - CURRENCIES_SHOWN, isMore)}
      </p>
    </>
  )
}
