import type { Command } from 'commander'
import { DeskError, type LeadId, type RepId, type Supposition, type WhatIf, type Why } from '../../contract/index.ts'
import type { RunningDesk } from '../../start.ts'
import { printJson, printLine, table } from '../print.ts'
import { emailsOf, findRep, repsOf } from '../team.ts'
import { readLead, readSupposition, type SupposedRep } from '../usage.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

type EmailOf = (repId: RepId | null) => string | null

export function addWhyCommand(program: Command): void {
  program
    .command('why')
    .description('why a lead is where it is, and where it would be if things had been otherwise')
    .argument('<lead>', 'number of the lead: 12 or #12', readLead)
    .option(
      '--if <supposition>',
      'rep=EMAIL:STATE, again and again; states are available, free (and with room), busy, away, paused, inactive, off-shift, full',
      readSupposition,
    )
    .addHelpText('after', '\nExamples:\n  desk why 12\n  desk why 12 --if rep=tom@example.com:available')
    .action((leadId: LeadId, options: { if?: SupposedRep[] }, command: Command) =>
      withDesk(command, async (running) => {
        const { isJson } = commonOptions(command)
        const emailOf = await emailsOf(running)
        if (options.if !== undefined) return tellWhatIf(running, leadId, options.if, emailOf, isJson)
        const why = await running.client(ACTOR).lead.why({ leadId })
        await (isJson ? printJson(whyJson(why, emailOf)) : tellWhy(why))
      }),
    )
}

async function tellWhatIf(
  running: RunningDesk,
  leadId: LeadId,
  supposed: readonly SupposedRep[],
  emailOf: EmailOf,
  isJson: boolean,
): Promise<void> {
  const suppose = await suppositionsOf(running, supposed)
  const answer = await running.client(ACTOR).lead.whatIf({ leadId, suppose })
  if (isJson) {
    return printJson({
      lead: leadId,
      suppose: suppose.map(({ repId, is }) => ({ rep: emailOf(repId), is })),
      sentence: answer.sentence,
      isSame: answer.isSame,
      before: whyJson(answer.before, emailOf),
      after: whyJson(answer.after, emailOf),
    })
  }
  await printLine(answer.sentence)
  await printLine(`\n${besides(answer, emailOf)}`)
}

async function suppositionsOf(running: RunningDesk, supposed: readonly SupposedRep[]): Promise<Supposition[]> {
  const team = await repsOf(running)
  return supposed.map(({ rep, is }) => {
    const found = findRep(team, rep)
    if (found !== undefined) return { repId: found.id, is }
    const reps = team.length === 0 ? 'the team is empty' : `reps are ${team.map(({ email }) => email).join(', ')}`
    throw new DeskError('bad-input', { field: '--if', reason: `there is no rep ${rep}; ${reps}` })
  })
}

/** Exactly these first, which others build upon; more may come at the end. */
function whyJson(why: Why, emailOf: EmailOf): Record<string, unknown> {
  const { sentence, ruleset, outcome, rules, method, rule, byHand, score, tie, isStored } = why
  const candidates = why.candidates.map(({ rep, eligible, reasons, ...more }) => ({
    rep,
    eligible,
    reasons,
    ...more,
  }))
  const picked = emailOf(why.picked)
  return { sentence, ruleset, outcome, rules, method, candidates, picked, rule, byHand, score, tie, isStored }
}

async function tellWhy(why: Why): Promise<void> {
  await printLine(why.sentence)
  if (why.tie !== null) await printLine(why.tie)
  if (why.rules.length > 0) {
    await printLine(`\nRules (version ${why.ruleset}):`)
    const rows = why.rules.map((rule) => [rule.matched ? '✓' : '', rule.name, rule.failed])
    await printLine(table(['', 'rule', 'what did not hold'], rows))
  }
  if (why.candidates.length > 0) {
    await printLine('\nReps looked at:')
    await printLine(
      table(
        ['rule', 'rep', ''],
        why.candidates.map((one) => [one.rule, one.rep, saidOf(one)]),
      ),
    )
  }
  if (why.score !== null) {
    await printLine(`\nScore ${why.score.score} (${why.score.grade}):`)
    const rows = why.score.parts.map(({ name, points, most, because }) => [name, `${points} of ${most}`, because.join(', ')])
    await printLine(table(['attribute', 'points', 'because'], rows))
  }
}

/** As it was beside as it would have been. */
function besides({ before, after }: WhatIf, emailOf: EmailOf): string {
  const reps = [...new Set([...before.candidates, ...after.candidates].map(({ rep }) => rep))]
  const cell = (why: Why, rep: string): string | null => {
    const one = why.candidates.find((candidate) => candidate.rep === rep)
    return one === undefined ? null : saidOf(one)
  }
  const of = (why: Why): string => emailOf(why.picked) ?? why.outcome
  return table(
    ['', 'as it was', 'then'],
    [
      ['goes to', of(before), of(after)],
      ['by rule', before.rule, after.rule],
      ...reps.map((rep) => [rep, cell(before, rep), cell(after, rep)]),
    ],
  )
}

function saidOf({ eligible, said, reasons }: Why['candidates'][number]): string {
  return eligible ? 'could take it' : (said ?? reasons.join(', '))
}
