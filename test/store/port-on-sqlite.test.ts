import { describe } from 'vitest'
import { aFolder, openTestStore } from '../helpers/open-test-store.ts'
import { availabilitySuite } from './suites/availability.ts'
import { dueOrderSuite } from './suites/due-order.ts'
import { formSuite } from './suites/forms.ts'
import { handSuite } from './suites/hand.ts'
import { importSuite } from './suites/imports.ts'
import { listingSuite } from './suites/listing.ts'
import { mailSuite } from './suites/mails.ts'
import { readingSuite } from './suites/reading.ts'
import { takingInSuite } from './suites/taking-in.ts'
import { teamSuite } from './suites/team.ts'
import { undoSuite } from './suites/undo.ts'
import { waitingSuite } from './suites/waiting.ts'

/** The whole port, on SQLite. Another engine runs the same suites with an opener of its own. */
describe('the store on SQLite', () => {
  for (const suite of [
    takingInSuite,
    waitingSuite,
    handSuite,
    undoSuite,
    teamSuite,
    availabilitySuite,
    importSuite,
    readingSuite,
    dueOrderSuite,
    listingSuite,
    mailSuite,
    formSuite,
  ]) {
    suite(() => openTestStore())
  }
})

/** Lists that take longer than they may on the thread of the desk. */
describe('the store on SQLite, reading lists on a thread of their own', () => {
  for (const suite of [dueOrderSuite, listingSuite]) suite(() => openTestStore(aFolder(), 0))
})
