import type { Migration } from '../migrate.ts'
import { firstDesk } from './0001-first-desk.ts'
import { offersAndClocks } from './0002-offers-and-clocks.ts'
import { mailsAndForms } from './0003-mails-and-forms.ts'
import { peopleViewsReports } from './0004-people-views-reports.ts'

/** In order; the place, counted from 1, is the version. A migration that has shipped is never changed. */
export const migrations: readonly Migration[] = [firstDesk, offersAndClocks, mailsAndForms, peopleViewsReports]
