import { SegmentedControl, VisuallyHidden } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { IconMailCheck } from '@tabler/icons-react'
import type { MailId, MailVerdict } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useDesk } from '../../state/hooks.ts'
import { formatInShort } from '../../text/formats.ts'
import { reviewText as text } from '../../text/review.ts'
import { told } from '../../text/ways-out.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { MailList } from './MailList.tsx'
import { MailPane } from './MailPane.tsx'
import classes from './review.module.css'
import { TemplateList } from './TemplateList.tsx'
import { useDismissal } from './use-dismissal.ts'
import { useMails } from './use-mails.ts'

type Segment = MailVerdict | 'templates'
const SEGMENTS = ['review', 'ignored', 'lead', 'templates'] as const

/** Mails that may be leads, at `#/review` and `#/review/12`: correct one, take it or put it away. */
export function ReviewScreen() {
  const [segment, setSegment] = useSessionStorage<Segment>({
    key: 'review-segment',
    defaultValue: 'review',
    getInitialValueInEffect: false,
  })
  const inTray = useDesk((state) => state.counts.review)
  return (
    <section className={classes.screen}>
      <VisuallyHidden component="h1">{text.title}</VisuallyHidden>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={text.segments.label}
          value={segment}
          onChange={(value) => {
            setSegment(value)
          }}
          data={SEGMENTS.map((value) => ({
            value,
            label: value === 'review' && inTray > 0 ? `${text.segments.review} ${formatInShort(inTray)}` : text.segments[value],
          }))}
        />
      </div>
      {segment === 'templates' ? <TemplateList /> : <Mails key={segment} verdict={segment} />}
    </section>
  )
}

function Mails({ verdict }: { verdict: MailVerdict }) {
  const { part, goTo } = usePlace()
  const { value, fault, again, more } = useMails(verdict)
  const { dismiss } = useDismissal()
  const mails = value?.mails ?? []
  const wanted = part === null ? null : (Number(part) as MailId)
  const chosen = mails.find(({ id }) => id === wanted) ?? mails[0] ?? null
  const choose = (mailId: MailId): void => {
    goTo('review', String(mailId))
  }
  /** The one after it is next; after the last, the one before. */
  const goOn = (): void => {
    const at = mails.findIndex((mail) => mail === chosen)
    const next = mails[at + 1] ?? mails[at - 1]
    if (next !== undefined) choose(next.id)
    again()
  }
  useListKeys({
    isOn: mails.length > 0,
    onMove: (step) => {
      const at = mails.findIndex((mail) => mail === chosen)
      const next = mails[Math.min(mails.length - 1, Math.max(0, at + Math.sign(step)))]
      if (next !== undefined) choose(next.id)
    },
    onOpen: () => undefined,
    onToggle: () => undefined,
    onEscape: () => undefined,
    letters: {
      d: () => {
        if (chosen !== null && verdict === 'review')
          void dismiss(chosen.id).then((isDone) => {
            if (isDone) goOn()
          })
      },
    },
  })
  if (value === null) return fault === null ? <Loading /> : <ErrorState {...told(fault)} onTryAgain={again} />
  if (chosen === null) return <EmptyState icon={<IconMailCheck size={34} stroke={1.4} />} {...text.empty[verdict]} />
  return (
    <div className={classes.columns}>
      <MailList mails={mails} hasMore={value.hasMore} chosen={chosen.id} onChoose={choose} onMore={more} />
      <div className={classes.pane}>
        <MailPane mailId={chosen.id} version={chosen.verdict} onSettled={goOn} />
      </div>
    </div>
  )
}
