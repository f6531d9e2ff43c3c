import type { PublishedRuleset } from '../contract/index.ts'
import type { Database } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { toDeskError } from './errors.ts'
import { EventBook } from './events.ts'
import { Accounts } from './queries/accounts.ts'
import { ClockBook } from './queries/clocks.ts'
import { LeadBook } from './queries/leads.ts'
import { DatabaseLookups } from './queries/match.ts'
import { MailBook } from './queries/mail-book.ts'
import { Names } from './queries/names.ts'
import { OfferBook } from './queries/offer-book.ts'
import { ListTime } from './queries/row-watch.ts'
import { Search } from './queries/search.ts'
import { Settings } from './queries/settings.ts'
import { Sources } from './queries/sources.ts'
import { Tallies } from './queries/tallies.ts'
import { Team } from './queries/team.ts'
import { Tried } from './queries/tried.ts'
import type { Tables } from './tables.ts'
import { Turns } from './turns.ts'

/**
 * What every verb stands on: the one connection, its prepared statements, and what is remembered between transactions. A verb
 * is `write` or `read` around its work and nothing else.
 */
export class Ground {
  readonly db: Database
  readonly kysely: Kysely<Tables>
  readonly clock: Clock
  readonly log: Log
  readonly folder: string
  readonly file: string
  readonly settings: Settings
  readonly names: Names
  readonly events: EventBook
  readonly team: Team
  readonly tallies: Tallies
  readonly search: Search
  readonly accounts: Accounts
  readonly sources: Sources
  readonly leads: LeadBook
  readonly clocks: ClockBook
  readonly offers: OfferBook
  readonly mails: MailBook
  readonly lookups: DatabaseLookups
  readonly listTime: ListTime
  readonly tried = new Tried()
  /** The rules at work, once read; null when they must be read again. */
  published: PublishedRuleset | null = null
  /** Called after each commit; `hasEvents` when it wrote some. */
  onCommit: (hasEvents: boolean) => void = () => {}
  readonly #turns = new Turns()
  #isInPieces = false
  #isUnsynced = false
  readonly #begin
  readonly #commit
  readonly #rollback

  constructor(parts: { db: Database; kysely: Kysely<Tables>; clock: Clock; log: Log; folder: string; file: string }) {
    this.db = parts.db
    this.kysely = parts.kysely
    this.clock = parts.clock
    this.log = parts.log
    this.folder = parts.folder
    this.file = parts.file
    this.listTime = new ListTime(this.db)
    this.settings = new Settings(this.db)
    this.names = new Names(this.db)
    this.events = new EventBook(this.db, this.names)
    this.team = new Team(this.db, this.settings, this.clock, this.tried)
    this.tallies = new Tallies(this.db)
    this.search = new Search(this.db)
    this.accounts = new Accounts(this.db)
    this.sources = new Sources(this.db)
    this.leads = new LeadBook(this.db, this.tried)
    this.clocks = new ClockBook(this.db)
    this.offers = new OfferBook(this.db)
    this.mails = new MailBook(this.db)
    this.lookups = new DatabaseLookups(this.db)
    this.#begin = this.db.prepare('begin immediate')
    this.#commit = this.db.prepare('commit')
    this.#rollback = this.db.prepare('rollback')
  }

  /** Work that only reads, in its turn: it never sees half of a step. */
  async read<Answer>(work: () => Answer | Promise<Answer>): Promise<Answer> {
    try {
      return await this.#turns.take(work)
    } catch (cause) {
      throw toDeskError(cause, this.folder, this.file)
    }
  }

  /**
   * Work in one transaction: all of it is saved, or none, with the events it appended. `isPart`: of something told as saved only at its
   * end, by a `write` that is none. Until then nothing waits for the disk: a killed program loses nothing of it, a power cut may lose
   * the last of it, whole transactions from the end.
   */
  async write<Answer>(work: () => Answer | Promise<Answer>, isPart = false): Promise<Answer> {
    const isPiece = isPart || this.#isInPieces
    let seq = 0
    const { answer, hasEvents } = await this.read(async () => {
      if (isPiece !== this.#isUnsynced) {
        this.db.pragma(`synchronous = ${isPiece ? 'normal' : 'full'}`)
        this.#isUnsynced = isPiece
      }
      this.#begin.run()
      try {
        seq = this.events.last()
        const doing = work()
        const answer = doing instanceof Promise ? await doing : doing
        this.team.flush()
        this.tallies.flush()
        this.sources.flush()
        this.#commit.run()
        return { answer, hasEvents: this.events.last() > seq }
      } catch (cause) {
        // A full disk has already rolled it back.
        if (this.db.inTransaction) this.#rollback.run()
        this.#forget()
        throw cause
      }
    })
    this.onCommit(hasEvents)
    return answer
  }

  /** All that is written meanwhile is a piece of one thing, which is told as saved by the next `write`. */
  async inPieces<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    this.#isInPieces = true
    try {
      return await work()
    } finally {
      this.#isInPieces = false
    }
  }

  /** What is remembered may be of the transaction that was undone. */
  #forget(): void {
    this.settings.forget()
    this.names.forget()
    this.events.forget()
    this.team.forget()
    this.tallies.forget()
    this.sources.forget()
    this.leads.forget()
    this.accounts.forget()
    this.mails.forget()
    this.tried.forget()
    this.published = null
  }
}
