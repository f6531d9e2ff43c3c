import { Button, Progress } from '@mantine/core'
import { useStore } from 'zustand'
import { type LongWork, longWorks, stopWork } from '../state/in-pieces.ts'
import { leadListsText } from '../text/lead-lists.ts'
import { leadsText } from '../text/leads.ts'
import classes from './LongWorks.module.css'

const text = leadsText.longWork

/** Commands on very many leads, each with its progress and its end. They go on whatever screen is shown. */
export function LongWorks() {
  const works = useStore(longWorks, (state) => state.works)
  if (works.length === 0) return null
  return (
    <section className={classes.works} aria-label={text.label}>
      {works.map((work) => (
        <Work key={work.id} work={work} />
      ))}
    </section>
  )
}

function Work({ work: { id, kind, leads, done, isStopping } }: { work: LongWork }) {
  const all = leads.size
  const what = text[kind](all)
  return (
    <div className={classes.work}>
      <span className={classes.what} role="status">
        {isStopping ? text.stopping : what}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        disabled={isStopping}
        aria-label={text.stopOf(what)}
        title={kind === 'route' ? text.routeStopHint : text.stopHint}
        onClick={() => {
          stopWork(id)
        }}
      >
        {text.stop}
      </Button>
      <Progress value={(100 * done) / all} aria-label={what} />
      <span className={classes.done}>{leadListsText.working(done, all)}</span>
    </div>
  )
}
