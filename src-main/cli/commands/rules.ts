import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import { DeskError, Ruleset } from '../../contract/index.ts'
import { counted, print, printJson, printLine, table, tell } from '../print.ts'
import { nameOf, readJsonFile } from '../read-file.ts'
import { namingRules, readRules, saidFinding } from '../rule-documents.ts'
import { readRuleset } from '../usage.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

const FINDINGS_WITHOUT_EXIT = 1

export function addRuleCommands(program: Command): void {
  const rules = program.command('rules').description('who gets what: the routing rules')
  rules
    .command('import')
    .description("publish the rules of a rules.json; refused when they can't work")
    .argument('<file>', 'the file, or - for standard input')
    .option('--note <text>', 'what changed, for the list of versions')
    .addHelpText('after', '\nExample:\n  desk rules import rules.json --note "Enterprise goes to Mia"')
    .action((file: string, options: PublishArguments, command: Command) => publish(command, file, options))
  rules
    .command('publish')
    .description("publish the rules of a rules.json, or an older version again; refused when they can't work")
    .argument('[file]', 'the file, or - for standard input')
    .option('--version <n>', 'this version again', readRuleset)
    .option('--note <text>', 'what changed, for the list of versions')
    .addHelpText(
      'after',
      '\nExamples:\n  desk rules publish rules.json --note "Enterprise goes to Mia"\n  desk rules publish --version 3',
    )
    .action((file: string | undefined, options: PublishArguments, command: Command) => {
      if ((file === undefined) === (options.version === undefined))
        command.error('error: what is published is a file or a --version, one of them')
      return publish(command, file, options)
    })
  rules
    .command('export')
    .description('the published rules as a rules.json')
    .argument('[file]', 'where to; standard output without it')
    .addHelpText('after', '\nExample:\n  desk rules export > rules.json')
    .action((file: string | undefined, _: object, command: Command) =>
      withDesk(command, async (running) => {
        const { document, ruleset } = await running.client(ACTOR).rule.read()
        const text = `${JSON.stringify(document, null, 2)}\n`
        if (file === undefined) return print(text)
        await writeFile(file, text).catch((cause: unknown) => {
          throw new DeskError('file-unreadable', { file, reason: `it can't be written: ${String(cause)}` }, { cause })
        })
        if (commonOptions(command).isJson) return printJson({ file, ruleset })
        tell(`Version ${ruleset} of the rules is in ${file}.`)
      }),
    )
  rules
    .command('schema')
    .description('the JSON Schema of a rules.json, for editors and programs')
    .addHelpText('after', '\nExample:\n  desk rules schema > rules.schema.json')
    .action(() => print(`${JSON.stringify(z.toJSONSchema(Ruleset, { io: 'input', target: 'draft-2020-12' }), null, 2)}\n`))
  rules
    .command('check')
    .description('name every error and doubt in a rules.json; changes nothing. Exit code 1 with an error')
    .argument('<file>', 'the file, or - for standard input')
    .addHelpText('after', '\nExample:\n  desk rules check rules.json')
    .action((file: string, _: object, command: Command) =>
      withDesk(command, async (running) => {
        const { findings } = await running.client(ACTOR).rule.check({ document: await readJsonFile(file) })
        if (commonOptions(command).isJson) await printJson({ findings })
        else if (findings.length === 0) await printLine(`${nameOf(file)} has nothing wrong with it.`)
        else for (const finding of findings) await printLine(saidFinding(finding))
        if (findings.some(({ level }) => level === 'error')) process.exitCode = FINDINGS_WITHOUT_EXIT
      }),
    )
  rules
    .command('versions')
    .description('what was published when, and by whom; with --json one JSON object a line')
    .addHelpText('after', '\nExample:\n  desk rules versions')
    .action((_: object, command: Command) =>
      withDesk(command, async (running) => {
        const versions = await running.client(ACTOR).rule.versions()
        if (commonOptions(command).isJson) {
          for (const version of versions) await printJson(version)
          return
        }
        const rows = versions.map((one) => [
          one.ruleset,
          new Date(one.publishedAt).toISOString(),
          one.publishedBy,
          one.rules,
          one.note,
        ])
        await printLine(table(['version', 'published', 'by', 'rules', 'note'], rows))
        tell(counted(versions.length, 'version'))
      }),
    )
  rules
    .command('diff')
    .description('what changed from one ruleset to another, in words')
    .argument('<a>', 'number of a version, published, draft, or a file')
    .argument('<b>', 'the same')
    .addHelpText('after', '\nExamples:\n  desk rules diff 3 4\n  desk rules diff published rules.json')
    .action((a: string, b: string, _: object, command: Command) =>
      withDesk(command, async (running) => {
        const client = running.client(ACTOR)
        const changes = await client.rule.compare({ from: await readRules(client, a), to: await readRules(client, b) })
        if (commonOptions(command).isJson) return printJson({ from: a, to: b, changes })
        for (const { kind, what, name, where, said } of changes)
          await printLine(`${kind} ${what}${name === '' || name === what ? '' : ` “${name}”`} (${where}): ${said}`)
        if (changes.length === 0) await printLine('Nothing differs.')
      }),
    )
}

interface PublishArguments {
  note?: string
  version?: number
}

async function publish(command: Command, file: string | undefined, { note, version }: PublishArguments): Promise<void> {
  await withDesk(command, async (running) => {
    const client = running.client(ACTOR)
    const [name, document, said] =
      version === undefined
        ? [nameOf(file ?? '-'), await readJsonFile(file ?? '-'), note]
        : [
            `Version ${version}`,
            (await client.rule.readVersion({ ruleset: version })).document,
            note ?? `version ${version} again`,
          ]
    const answer = await namingRules(name, () => client.rule.publish({ document, ...(said === undefined ? {} : { note: said }) }))
    if (commonOptions(command).isJson) return printJson(answer)
    await printLine(`The rules are published as version ${answer.ruleset}.`)
    for (const finding of answer.findings) tell(saidFinding(finding))
  })
}
