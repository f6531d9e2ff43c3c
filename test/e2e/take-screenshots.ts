// node_modules/.bin/node test/e2e/take-screenshots.ts OUT_DIR [words of a picture's name …]
// Pictures of the real program, to be looked at: served to Chromium, and in Electron where LEAD_DESK_ELECTRON is set.
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { Frame, SCREENS } from './pages/frame.ts'
import { ImportWizard } from './pages/import-wizard.ts'
import { IntakePage } from './pages/intake-page.ts'
import { LeadPanel } from './pages/lead-panel.ts'
import { QueuePage } from './pages/queue-page.ts'
import { RepsPage } from './pages/reps-page.ts'
import { RulesPage } from './pages/rules-page.ts'
import { closeWindow, freshFolder, openWindow, removeFolder, runDesk, serveDesk } from './running-desk.ts'
import { aRep, fixture, seededFolder } from './seeds.ts'

const [outGiven, ...wanted] = process.argv.slice(2)
if (outGiven === undefined) throw new Error('usage: take-screenshots.ts OUT_DIR [words of a name …]')
const out = resolve(outGiven)
mkdirSync(out, { recursive: true })

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const
const SCHEMES = ['light', 'dark'] as const
type Name = (what: string) => string

function chromiumOnPath(): string {
  const files = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'chromium'))
  const found = files.find((file) => existsSync(file))
  if (found === undefined) throw new Error('no chromium on PATH: name one in LEAD_DESK_CHROMIUM')
  return found
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function shoot(page: Page, name: string): Promise<void> {
  if (wanted.length > 0 && !wanted.every((word) => name.includes(word))) return
  // A resting pointer shows tooltips; fading things are half there.
  await page.mouse.move(1, 1)
  await page.waitForTimeout(350)
  await page.screenshot({ path: join(out, `${name}.png`) })
  say(`  ${name}`)
}

async function screens(page: Page, name: Name): Promise<void> {
  const frame = new Frame(page)
  for (const screen of SCREENS) {
    await frame.goTo(screen)
    await page.waitForTimeout(400)
    await shoot(page, name(screen.toLowerCase()))
  }
}

async function leadWithWhy(page: Page, name: Name): Promise<void> {
  await new Frame(page).goTo('Queue')
  const queue = new QueuePage(page)
  await queue.show('Everything')
  await queue.rows().nth(3).click()
  const lead = new LeadPanel(page)
  await lead.heading.waitFor()
  for (const tab of ['Lead', 'Why', 'History'] as const) {
    await lead.tab(tab)
    await shoot(page, name(`lead-${tab.toLowerCase()}`))
  }
  await lead.button('Assign').click()
  await page.getByRole('dialog', { name: /^Assign/ }).waitFor()
  await shoot(page, name('lead-assign'))
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: /^Assign/ }).waitFor({ state: 'hidden' })
  await lead.closeButton.click()
}

async function editors(page: Page, name: Name): Promise<void> {
  const frame = new Frame(page)
  await frame.goTo('Reps')
  await new RepsPage(page).openEdit('Mia Berg')
  await shoot(page, name('reps-edit'))
  await page.keyboard.press('Escape')
  await frame.goTo('Rules')
  const rules = new RulesPage(page)
  await rules.bench().getByLabel('Country').fill('AT')
  await rules.bench().getByLabel('Employees').fill('800')
  await rules.bench().getByRole('button', { name: 'Try it' }).click()
  await page.waitForTimeout(300)
  await shoot(page, name('rules-bench'))
  await rules.openEdit('German-speaking enterprise')
  await shoot(page, name('rules-edit'))
  await page.keyboard.press('Escape')
  await rules.editor.waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Find or do anything' }).fill('mia')
  await page.waitForTimeout(400)
  await shoot(page, name('palette'))
  await page.keyboard.press('Escape')
}

async function importSteps(page: Page, name: Name): Promise<void> {
  const wizard = new ImportWizard(page)
  await wizard.open()
  await shoot(page, name('import-1-file'))
  await wizard.chooseAndRead(fixture('problem-rows.csv'))
  await page.waitForTimeout(400)
  await shoot(page, name('import-2-reading'))
  await wizard.goOn('Columns')
  await shoot(page, name('import-3-columns'))
  await wizard.goOn('Check')
  await wizard.figure('Rows').waitFor()
  await shoot(page, name('import-4-check'))
  await wizard.goOn('Leads')
  await page.getByRole('button', { name: 'Try it without saving' }).click()
  await page.getByText('This is what would happen').waitFor()
  await shoot(page, name('import-5-leads'))
  await wizard.importButton().click()
  await wizard.finished()
  await shoot(page, name('import-6-result'))
  await page.getByRole('button', { name: 'Import another file' }).click()
  const rows = Array.from({ length: 60_000 }, (_, at) => `Person ${at},p${at}@firm${at}.example`)
  await wizard.chooseAndRead({ name: 'many.csv', mimeType: 'text/csv', buffer: Buffer.from(['Name,Email', ...rows].join('\n')) })
  await page.getByRole('button', { name: 'Import now' }).click({ timeout: 60_000 })
  await wizard.progress.waitFor()
  await page.waitForTimeout(700)
  await shoot(page, name('import-7-running'))
  await wizard.stop.click()
  await wizard.finished()
  await shoot(page, name('import-8-stopped'))
}

async function waysIn(page: Page, name: Name): Promise<void> {
  await new Frame(page).goTo('Intake')
  await page.getByRole('button', { name: 'Add an inbox' }).click()
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('sales@gmail.com')
  await shoot(page, name('intake-inbox'))
  await page.getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('button', { name: 'Add a form' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Contact form')
  await shoot(page, name('intake-form'))
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Done' }).waitFor()
  await shoot(page, name('intake-form-ready'))
  await page.getByRole('button', { name: 'Done' }).click()
  const person = (at: number): string =>
    `From: Web <web@shop.example>\nSubject: Enquiry ${at}\nMessage-ID: <${at}@shop.example>\n\nName: Person ${at}\nEmail: p${at}@customer.example\n`
  await new IntakePage(page).drop({ name: 'one.eml', text: person(1) }, { name: 'two.eml', text: person(2) })
  await page.getByRole('table', { name: 'What was read' }).waitFor()
  await shoot(page, name('intake-mails'))
  await page.getByRole('button', { name: 'Leave the import' }).click()
}

async function boardDrag(page: Page, name: Name): Promise<void> {
  await new Frame(page).goTo('Board')
  const card = page.locator('[data-card]').first()
  const column = page.locator('[data-column]').nth(3)
  const from = await card.boundingBox()
  const to = await column.boundingBox()
  if (from === null || to === null) return
  await page.mouse.move(from.x + 40, from.y + 20)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, from.y + 40, { steps: 5 })
  await page.mouse.move(to.x + 100, to.y + 200, { steps: 10 })
  await page.waitForTimeout(300)
  await page.screenshot({ path: join(out, `${name('board-drag')}.png`) })
  await page.mouse.up()
  await page.waitForTimeout(300)
  await page.screenshot({ path: join(out, `${name('board-dropped')}.png`) })
  say(`  ${name('board-drag')}`)
}

async function firstRun(page: Page, name: Name): Promise<void> {
  await page.getByRole('heading', { name: 'Welcome to Lead Desk' }).waitFor()
  await shoot(page, name('first-run-1'))
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByLabel('Name of person 1').fill('Anna Amsel')
  await page.getByLabel('E-mail of person 1').fill('anna@team.example')
  await shoot(page, name('first-run-2-people'))
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('radio', { name: 'By weight' }).waitFor()
  await shoot(page, name('first-run-3-rule'))
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'Import a file' }).waitFor()
  await shoot(page, name('first-run-4-leads'))
}

async function manyLeads(): Promise<string> {
  const folder = await seededFolder({ sample: true })
  const countries = ['DE', 'AT', 'CH', 'FR', 'GB', 'US', 'ES', 'NO']
  const rows = Array.from({ length: 20_000 }, (_, at) =>
    [
      `Person ${at}`,
      `p${at}@firm${at % 4000}.example`,
      `Firm ${at % 4000}`,
      countries[at % 8],
      (at * 37) % 900,
      `+49 30 ${5550000 + at}`,
    ].join(','),
  )
  const file = join(folder, 'twenty-thousand.csv')
  writeFileSync(file, ['Name,Email,Company,Country,Employees,Phone', ...rows].join('\n'))
  const { code, stderr } = await runDesk('import', file, '--data', folder, '--source', 'Trade fair')
  if (code !== 0) throw new Error(stderr)
  return folder
}

/** Each desk, and what is photographed of it. */
const desks: { name: string; folder: () => Promise<string>; take: (page: Page, name: Name) => Promise<void> }[] = [
  { name: '0', folder: () => Promise.resolve(freshFolder()), take: firstRun },
  {
    name: '0-own',
    folder: () => seededFolder({ reps: [aRep('Anna Amsel')] }),
    take: screens,
  },
  {
    name: '64',
    folder: () => seededFolder({ sample: true }),
    take: async (page, name) => {
      await screens(page, name)
      await leadWithWhy(page, name)
      await editors(page, name)
      await boardDrag(page, name)
      await waysIn(page, name)
      await importSteps(page, name)
    },
  },
  { name: '20000', folder: manyLeads, take: screens },
]

const templates = new Map<string, string>()
async function folderOf(desk: (typeof desks)[number]): Promise<string> {
  const template = templates.get(desk.name) ?? (await desk.folder())
  templates.set(desk.name, template)
  const folder = freshFolder('shots')
  cpSync(template, folder, { recursive: true })
  return folder
}

async function inChromium(): Promise<void> {
  const browser = await chromium.launch({ executablePath: process.env['LEAD_DESK_CHROMIUM'] ?? chromiumOnPath() })
  for (const desk of desks) {
    for (const viewport of SIZES) {
      for (const colorScheme of SCHEMES) {
        const folder = await folderOf(desk)
        const served = await serveDesk(folder)
        const context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB' })
        const page = await context.newPage()
        await page.goto(served.url)
        await desk.take(page, (what) => `${what}.${desk.name}.${viewport.width}.${colorScheme}.chromium`)
        await context.close()
        await served.close()
        removeFolder(folder)
      }
    }
  }
  await browser.close()
}

async function inElectron(): Promise<void> {
  for (const desk of desks.filter(({ name }) => name === '0' || name === '64')) {
    for (const colorScheme of SCHEMES) {
      const folder = await folderOf(desk)
      const app = await openWindow(folder)
      const child = app.process()
      const page = await app.firstWindow()
      await page.emulateMedia({ colorScheme })
      await desk.take(page, (what) => `${what}.${desk.name}.window.${colorScheme}.electron`)
      await closeWindow(app, child)
      removeFolder(folder)
    }
  }
}

await inChromium()
if (process.env['LEAD_DESK_ELECTRON'] === undefined) say('LEAD_DESK_ELECTRON is not set: no pictures of the window')
else await inElectron()
for (const template of templates.values()) removeFolder(template)
process.exit(0)
