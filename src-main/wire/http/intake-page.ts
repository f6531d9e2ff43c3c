import { createHash } from 'node:crypto'
import { exampleCurl, exampleForm } from '../../contract/index.ts'
import type { IntakeDocument, Operation } from './intake-openapi.ts'

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:54rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8884}
pre{overflow:auto;padding:.75rem;border:1px solid #8884;border-radius:4px}code,pre{font-size:.9em}`

/** Our own style by its hash, and nothing else: no script, no picture, nothing from elsewhere. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** A whole page. `body` is HTML; every text in it must have come through `escaped`. */
export function page(title: string, body: string, language = 'en'): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>${STYLE}</style><main>${body}</main></html>`
}

/** The description of the intake for people, made of the document for programs. `host` is where it was asked for. */
export function describePage(document: IntakeDocument, host: string): string {
  const { title, description } = document.info
  const paths = Object.entries(document.paths)
  const forms =
    paths.length === 0
      ? '<p>No form is switched on.</p>'
      : paths.map(([path, { post }]) => formPart(document, path, post, host)).join('')
  return page(title, `<h1>${escaped(title)}</h1>${paragraphs(description)}<p><a href="openapi.json">openapi.json</a></p>${forms}`)
}

function formPart(document: IntakeDocument, path: string, operation: Operation, host: string): string {
  const address = `http://${host}${path}`
  const { properties } = document.components.schemas.Lead
  const fields = Object.entries(properties).map(([name, { type, description }]) => [
    `<code>${escaped(name)}</code>`,
    escaped([type].flat().join(' or ')),
    escaped(description),
  ])
  const headers = operation.parameters.map(({ name, description }) => [`<code>${escaped(name)}</code>`, escaped(description)])
  headers.push(['<code>Authorization</code>', 'Bearer and the key of the form; or the key alone as <code>X-Intake-Key</code>.'])
  const answers = Object.entries(operation.responses).map(([status, { description }]) => [status, escaped(description)])
  return `<section><h2>${escaped(operation.summary)}</h2><p><code>POST ${escaped(address)}</code></p>
<p>Body: ${Object.keys(operation.requestBody.content).map(escaped).join(', ')}.</p>
<details open><summary>Fields</summary>${table(['name', 'type', 'what it is'], fields)}</details>
<details><summary>Headers</summary>${table(['name', 'what it is'], headers)}</details>
<details><summary>Answers</summary>${table(['status', 'when'], answers)}</details>
<details><summary>From a program</summary><pre>${escaped(exampleCurl(address))}</pre></details>
<details><summary>In a web page</summary><pre>${escaped(exampleForm(address))}</pre></details></section>`
}

const paragraphs = (text: string): string =>
  text
    .split('\n\n')
    .map((part) => `<p>${escaped(part)}</p>`)
    .join('')

/** Cells are HTML. */
function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[], tag: 'td' | 'th'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  return `<table><thead>${line(headers, 'th')}</thead><tbody>${rows.map((row) => line(row, 'td')).join('')}</tbody></table>`
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
