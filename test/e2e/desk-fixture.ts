import { writeFileSync } from 'node:fs'
import {
  type Browser,
  type BrowserContext,
  type ConsoleMessage,
  test as base,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test'
import { BoardPage } from './pages/board-page.ts'
import { DuplicatesPage } from './pages/duplicates-page.ts'
import { FirstRunPage } from './pages/first-run-page.ts'
import { Frame } from './pages/frame.ts'
import { ImportWizard } from './pages/import-wizard.ts'
import { IntakePage } from './pages/intake-page.ts'
import { LeadPanel } from './pages/lead-panel.ts'
import { Palette } from './pages/palette.ts'
import { QueuePage } from './pages/queue-page.ts'
import { RepsPage } from './pages/reps-page.ts'
import { ReviewPage } from './pages/review-page.ts'
import { RulesPage } from './pages/rules-page.ts'
import { closeWindow, errorsInLog, openWindow, removeFolder, runDesk, type ServedDesk, serveDesk } from './running-desk.ts'
import { type Given, seededFolder } from './seeds.ts'

export { expect }

type Launch = () => Promise<Browser>

/** A desk at work and its page, with a model for each screen. */
export class Desk {
  readonly dataFolder: string
  readonly page: Page
  /** The served desk, in Chromium. */
  readonly served: ServedDesk | null
  /** The program, in Electron. */
  readonly app: ElectronApplication | null
  /** What the page complained about. */
  readonly complaints: string[]
  /** Complaints a test provokes. */
  readonly expected: RegExp[] = []
  readonly frame: Frame
  readonly firstRun: FirstRunPage
  readonly queue: QueuePage
  readonly board: BoardPage
  readonly lead: LeadPanel
  readonly reps: RepsPage
  readonly rules: RulesPage
  readonly intake: IntakePage
  readonly wizard: ImportWizard
  readonly palette: Palette
  readonly review: ReviewPage
  readonly duplicates: DuplicatesPage
  readonly #end: () => Promise<void>

  constructor(given: Pick<Desk, 'dataFolder' | 'page' | 'served' | 'app' | 'complaints'> & { end: () => Promise<void> }) {
    const { page } = given
    this.dataFolder = given.dataFolder
    this.page = page
    this.served = given.served
    this.app = given.app
    this.complaints = given.complaints
    this.#end = given.end
    this.frame = new Frame(page)
    this.firstRun = new FirstRunPage(page)
    this.queue = new QueuePage(page)
    this.board = new BoardPage(page)
    this.lead = new LeadPanel(page)
    this.reps = new RepsPage(page)
    this.rules = new RulesPage(page)
    this.intake = new IntakePage(page)
    this.wizard = new ImportWizard(page)
    this.palette = new Palette(page)
    this.review = new ReviewPage(page)
    this.duplicates = new DuplicatesPage(page)
  }

  /** Closes window or server, as a person would. The folder stays. */
  async close(): Promise<void> {
    await this.#readEarlyComplaints()
    await this.#end()
  }

  /** A window says its first words before anyone can listen. */
  async #readEarlyComplaints(): Promise<void> {
    if (this.page.isClosed()) return
    const messages = await this.page.consoleMessages({ filter: 'all' }).catch(() => [])
    const errors = await this.page.pageErrors({ filter: 'all' }).catch(() => [])
    for (const complaint of [...messages.flatMap(consoleComplaint), ...errors.map(pageComplaint)]) {
      if (!this.complaints.includes(complaint)) this.complaints.push(complaint)
    }
  }

  /** Closes the desk and asks the command line what is in it. */
  async askWhenClosed<Answer>(...command: string[]): Promise<Answer[]> {
    await this.close()
    const { code, stdout, stderr } = await runDesk(...command, '--data', this.dataFolder, '--json')
    expect(code, stderr).toBe(0)
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Answer)
  }
}

/** Errors of the page, in scripts, on the console, or against its content policy. */
export function listenForComplaints(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('console', (message) => complaints.push(...consoleComplaint(message)))
  context.on('weberror', (error) => complaints.push(pageComplaint(error.error())))
  return complaints
}

const consoleComplaint = (message: ConsoleMessage): string[] =>
  message.type() === 'error' ? [`console: ${message.text()} (${message.location().url})`] : []
const pageComplaint = (error: Error): string => `page: ${error.stack ?? error.message}`

/** Opens the desk of a folder: a window in the electron project, a served page in the chromium one. */
export async function openDesk(dataFolder: string, project: string, launch: Launch, locale = 'en-GB'): Promise<Desk> {
  if (project === 'electron') {
    const app = await openWindow(dataFolder)
    const complaints = listenForComplaints(app.context())
    const child = app.process()
    const page = await app.firstWindow()
    return new Desk({ dataFolder, page, served: null, app, complaints, end: () => closeWindow(app, child) })
  }
  const served = await serveDesk(dataFolder)
  const browser = await launch()
  const context = await browser.newContext({
    locale,
    viewport: { width: 1280, height: 800 },
    // Nothing to wait for; the window moves things as a person sees them move.
    reducedMotion: 'reduce',
  })
  const complaints = listenForComplaints(context)
  const page = await context.newPage()
  await page.goto(served.url)
  const end = async (): Promise<void> => {
    await context.close()
    await served.close()
  }
  return new Desk({ dataFolder, page, served, app: null, complaints, end })
}

/**
 * Of Chromium's own. Each window would hold a hidden page for each list under its address bar, at a third of what a start costs.
 * The last such switch wins, so what Playwright leaves out and matters here is said again.
 */
const UNWANTED = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'].concat(
  ['AvoidUnnecessaryBeforeUnloadCheckSync', 'HttpsUpgrades', 'MediaRouter', 'PaintHolding'],
  ['NetworkTimeServiceQuerying', 'OptimizationHints', 'PreconnectToSearch'],
)

interface DeskFixtures {
  given: Given
  /** What the browser says a person reads, in Chromium. */
  speaks: string
  /** Opens the same or another desk once more in this test; all are closed after it. */
  open: (dataFolder: string) => Promise<Desk>
  desk: Desk
}

export const test = base.extend<DeskFixtures, { launch: Launch }>({
  given: [{}, { option: true }],
  speaks: ['en-GB', { option: true }],

  // The built-in `browser` would start Chromium for Electron's tests as well.
  launch: [
    async ({ playwright }, use) => {
      const started: Promise<Browser>[] = []
      await use(() => {
        started[0] ??= playwright.chromium.launch({
          executablePath: process.env['LEAD_DESK_CHROMIUM'],
          args: ['--disable-gpu', `--disable-features=${UNWANTED.join(',')}`],
        })
        return started[0]
      })
      for (const browser of started) await (await browser).close()
    },
    { scope: 'worker' },
  ],

  open: async ({ launch, speaks }, use, info) => {
    const opened: Desk[] = []
    await use(async (dataFolder) => {
      const desk = await openDesk(dataFolder, info.project.name, launch, speaks)
      opened.push(desk)
      return desk
    })
    for (const desk of opened) {
      if (info.status !== info.expectedStatus) await keepPicture(desk, info)
      await desk.close()
    }
    const folders = new Set(opened.map(({ dataFolder }) => dataFolder))
    const logged = [...folders].flatMap(errorsInLog)
    for (const folder of folders) removeFolder(folder)
    const unexpected = opened.flatMap(({ complaints, expected }) =>
      complaints.filter((one) => !expected.some((pattern) => pattern.test(one))),
    )
    expect.soft(unexpected, 'what the page complained about').toEqual([])
    expect.soft(logged, 'errors in the desk’s log').toEqual([])
  },

  desk: async ({ given, open }, use) => {
    await use(await open(await seededFolder(given)))
  },
})

async function keepPicture({ page, app }: Desk, info: { outputPath: (name: string) => string }): Promise<void> {
  if (page.isClosed()) return
  await page
    .screenshot({ path: info.outputPath(`${app === null ? 'browser' : 'window'}.png`), timeout: 3_000 })
    .catch(() => undefined)
  const tree = await page
    .locator('body')
    .ariaSnapshot({ timeout: 3_000 })
    .catch(() => '')
  writeFileSync(info.outputPath('page.yml'), tree)
}
