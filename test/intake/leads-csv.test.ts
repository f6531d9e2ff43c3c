import { expect, it } from 'vitest'
import { leadsCsv } from '../../src-main/intake/export/leads-csv.ts'
import { addReps, aProfile, openTestDesk, publish } from '../helpers/open-test-desk.ts'
import { importText } from './import-desk.ts'

it('leads go out as a file that runs no formula and can come in again', async () => {
  const test = await openTestDesk()
  await addReps(test, aProfile('Mia'))
  await publish(test)
  await importText(
    test,
    'Name,E-Mail,Phone,Tags,Shoe size,Notes\n=cmd(),a@x.de,030 901820,a;b,43,"two\nlines, ""quoted"""\nB,b@x.de,,,,\n',
  )
  let text = ''
  for await (const piece of leadsCsv(test.desk, {})) text += piece
  const [header, first] = text.slice(1).split('\r\n')
  expect(text[0]).toBe('\ufeff')
  expect(header).toBe(
    'id,name,firstName,lastName,email,email2,phone,phone2,company,title,website,industry,address,city,region,postalCode,country,language,product,message,externalId,currency,employees,revenue,value,tags,source,score,grade,stage,status,rep,rule,receivedAt,touchedAt,Shoe size',
  )
  expect(first).toBe(
    `1,'=cmd(),,,a@x.de,,'+4930901820,,,,,,,,,,,,,"two\nlines, ""quoted""",,,,,,a; b,leads.csv,,,new,assigned,mia@team.example,Everyone,2026-11-23T12:00:00.000Z,,43`,
  )
  const other = await openTestDesk()
  expect(await importText(other, text)).toMatchObject({ rows: 2, added: 2, leftOut: 0, problems: [] })
})
