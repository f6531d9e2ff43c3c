import { Text } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Supposition, Why } from '../../../src-main/contract/index.ts'
import { panelText } from '../../text/lead-panel.ts'
import { Candidates } from './Candidates.tsx'
import classes from './LeadPanel.module.css'
import { WhatIf, withSupposed } from './WhatIf.tsx'

const text = panelText.why

/** The whole story of a decision: the rules it fell through, everyone who was looked at, and, for who may ask, what else could have been. */
export function LeadWhy({ why, mayAsk }: { why: Why; mayAsk: boolean }) {
  const [suppose, setSuppose] = useState<readonly Supposition[]>([])
  return (
    <>
      <p className={classes.sentence}>{why.sentence}</p>
      <Text size="xs" c="dimmed">
        {why.isStored ? text.decidedBy(why.ruleset, why.at) : text.now}
        {why.method === null ? null : ` · ${text.methods[why.method]}`}
      </Text>
      {why.byHand ? (
        <Text size="sm" mt="xs">
          {text.byHand}
        </Text>
      ) : null}
      <h3 className={classes.heading}>{text.rules}</h3>
      {why.rules.length === 0 ? <Text c="dimmed">{text.noRules}</Text> : null}
      <ol className={classes.rules}>
        {why.rules.map((rule, at) => {
          const isLast = rule.matched && rule.failed === null
          return (
            <li key={`${at}-${rule.name}`} className={classes.ruleLine} data-matched={isLast || undefined}>
              {isLast ? <IconCheck size={15} aria-hidden="true" /> : <IconX size={15} aria-hidden="true" />}
              <span>
                <span className={classes.ruleName}>{rule.name}</span>{' '}
                <span className={classes.dim}>
                  {isLast
                    ? text.matched
                    : rule.matched
                      ? `${text.matched}, ${rule.failed ?? ''}`
                      : rule.failed === null
                        ? text.didNotFit
                        : text.failed(rule.failed)}
                </span>
              </span>
            </li>
          )
        })}
      </ol>
      {why.candidates.length === 0 ? null : (
        <Candidates
          why={why}
          onSuppose={
            mayAsk
              ? (next) => {
                  setSuppose(withSupposed(suppose, next))
                }
              : null
          }
        />
      )}
      {why.tie === null ? null : (
        <Text size="sm" mt="xs">
          {text.tie}: {why.tie}
        </Text>
      )}
      {why.lead === null || !mayAsk ? null : <WhatIf leadId={why.lead} suppose={suppose} onChange={setSuppose} />}
      {why.score === null ? null : <Score score={why.score} />}
    </>
  )
}

/** The attributes a score is made of (R32). */
function Score({ score: { score, parts } }: { score: NonNullable<Why['score']> }) {
  return (
    <>
      <h3 className={classes.heading}>{text.scoreTitle}</h3>
      <Text size="sm">{text.score(score)}</Text>
      <dl className={classes.lines}>
        {parts.map((part) => (
          <div key={part.name} className={classes.fieldLine}>
            <dt>{part.name}</dt>
            <dd>
              {text.points(part.points, part.most)}
              {part.because.length === 0 ? null : <div className={classes.dim}>{part.because.join(', ')}</div>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
