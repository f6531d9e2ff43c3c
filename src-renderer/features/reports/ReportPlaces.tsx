import { Paper, Skeleton, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { REPORT_PARTS, type ReportName } from '../../../src-main/contract/index.ts'
import { tableName, termOf } from '../../text/report-terms.ts'
import { words } from '../../text/words.ts'
import { ChangePlace } from './FigureCard.tsx'
import classes from './reports.module.css'

/** After this something moves: it takes its time. */
const SLOW_MS = 400

/** Where the figures and tables of a report will stand, drawn before they have come. */
export function ReportPlaces({ name, isCompared }: { name: ReportName; isCompared: boolean }) {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsSlow(true)
    }, SLOW_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return (
    <div role="status" aria-label={words.loading}>
      <div className={classes.body} aria-hidden="true">
        <section className={classes.cards}>
          {Object.keys(REPORT_PARTS[name].figures).map((id) => (
            <div key={id} className={classes.card}>
              <div className={classes.cardName}>{termOf(id, name).name}</div>
              <div className={classes.cardValue}>{isSlow ? <Skeleton width={72} height={20} my={3.75} /> : '\u00a0'}</div>
              {isCompared ? <ChangePlace /> : null}
            </div>
          ))}
        </section>
        <TablePlaces name={name} />
      </div>
    </div>
  )
}

/** Where its tables will stand. */
export function TablePlaces({ name }: { name: ReportName }) {
  return (
    <>
      {Object.keys(REPORT_PARTS[name].tables).map((id) => (
        <Paper key={id} withBorder p="md" className={classes.tablePlace}>
          <Title order={2} size="h5">
            {tableName(id)}
          </Title>
        </Paper>
      ))}
    </>
  )
}
