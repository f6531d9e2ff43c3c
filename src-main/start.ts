import { DateTime } from 'luxon'
import type { SampleOptions } from './desk/load-sample.ts'
import { openDesk, type OpenDesk } from './desk/open-desk.ts'
import { type ClockRun, runClocks } from './desk/run-clocks.ts'
import { openSeats } from './desk/seats.ts'
import { openIntake, type Intake } from './intake/open-intake.ts'
import { type Clock, FixedClock, systemClock } from './lib/clock.ts'
import { openFileSecrets, secretsPlace } from './lib/file-secrets.ts'
import { type Log, silentLog } from './lib/log.ts'
import type { Secrets } from './lib/secrets.ts'
import { openSqliteStore } from './store/open-sqlite.ts'
import type { BackupContents } from './store/port-shapes.ts'
import { stageForClosed } from './store/restore.ts'
import { callDesk, type DeskClient } from './wire/call-desk.ts'
import type { HttpServer } from './wire/serve-http.ts'
import type { ServedDesk } from './wire/served-desk.ts'

export interface StartOptions {
  /** Made if it is missing. One desk at a time opens it. */
  dataFolder: string
  clock?: Clock
  log?: Log
  /** Loads the sample team into a desk that is new. */
  isDemo?: boolean
  /** Of the sample; English unless told otherwise. */
  language?: SampleOptions['language']
  /** Where passwords are kept; an encrypted file unless told otherwise. */
  secrets?: Secrets
  /** A command that runs and ends does what is due once, and starts no clock. */
  withClocks?: boolean
}

/** A desk at work, with every way to reach it. */
export interface RunningDesk extends ServedDesk {
  readonly desk: OpenDesk
  readonly intake: Intake
  /** Every query and command of the contract, in this process; `actor` is who the events name. */
  client(actor: string): DeskClient
  serve(options: { pageFolder: string; port?: number }): Promise<HttpServer>
  close(): Promise<void>
}

/** Builds a desk from plain options: the one place where the rooms are put together. */
export async function startDesk(options: StartOptions): Promise<RunningDesk> {
  const { dataFolder, clock = systemClock, log = silentLog, isDemo = false, language = 'en', withClocks = true } = options
  const secrets = options.secrets ?? openFileSecrets(secretsPlace(dataFolder))
  const store = await openSqliteStore({ folder: dataFolder, log, clock })
  try {
    const desk = await openDesk({ store, clock, log, dataFolder, withClocks })
    const intake = await openIntake(desk, secrets)
    await desk.catchUp()
    const served = { desk, intake, seats: openSeats(desk), dataFolder, isDemo }
    if (isDemo && (await store.snapshot(clock.now())).isNew) {
      const { loadSample } = await import('./desk/load-sample.ts')
      await loadSample(desk, { actor: 'desk', language })
    }
    if (withClocks) {
      // What many desks never need is read when it is wanted.
      await intake.forms.listen(async (where) => (await import('./wire/serve-intake.ts')).serveIntake(served, where))
      await intake.inboxes.start()
    }
    return {
      ...served,
      client: (actor) => callDesk(served, { actor, runsIn: 'window', isTrusted: true }),
      serve: async (where) => (await import('./wire/serve-http.ts')).serveHttp(served, where),
      async close() {
        await intake.close()
        await desk.close()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/**
 * Puts a backup in the place of a desk that is closed, and opens it once to see it work. The desk may be damaged: that is when it is wanted.
 * Answers where the desk of before is kept; null when `isWanted` said no to what the backup holds.
 */
export async function restoreBackup(
  { dataFolder, log = silentLog }: Pick<StartOptions, 'dataFolder' | 'log'>,
  file: string,
  isWanted: (contents: BackupContents) => Promise<boolean>,
): Promise<string | null> {
  const stamp = DateTime.now().toFormat('yyyy-MM-dd HHmmss')
  const kept = await stageForClosed(dataFolder, file, stamp, isWanted)
  if (kept !== null) await (await openSqliteStore({ folder: dataFolder, log })).close()
  return kept
}

/** A desk on virtual time, which begins now and stands until it is run. */
export interface VirtualDesk extends RunningDesk {
  /** Lets the clocks run until then (epoch ms) with nobody at the desk. What happens is saved like anything else. */
  runClocks(until: number): Promise<ClockRun>
}

export async function startVirtualDesk(options: Pick<StartOptions, 'dataFolder' | 'log'>): Promise<VirtualDesk> {
  const clock = new FixedClock(systemClock.now())
  const running = await startDesk({ ...options, clock, withClocks: false })
  return { ...running, runClocks: (until) => runClocks(running.desk, clock, until) }
}
