import { Button, Menu } from '@mantine/core'
import { IconDownload, IconFileTypeCsv, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import type { Report } from '../../../src-main/contract/index.ts'
import type { DateRange } from '../../lib/date-range.ts'
import { saveFile } from '../../lib/save-file.ts'
import { useCommand } from '../../state/hooks.ts'
import { useAsk } from '../../state/use-ask.ts'
import { tableName } from '../../text/report-terms.ts'
import { reportsText } from '../../text/reports.ts'
import { showNotice } from '../../ui/undo-notice.tsx'
import { figuresCsv, reportCsv, tableCsv, timelineCsv } from './report-csv.ts'

const text = reportsText.export

/** What can be taken out of a report: its numbers as CSV, its page as PDF or on paper. */
export function ExportMenu({ report, range }: { report: Report | null; range: DateRange }) {
  const run = useCommand()
  const desk = useAsk('desk', (client, signal) => client.desk.info(undefined, { signal }))
  const fileName = (part: string | null): string => text.fileName(report?.name ?? '', part, range.from, range.to)
  const save = (part: string | null, csv: (report: Report) => string): void => {
    if (report !== null) saveFile(`${fileName(part)}.csv`, csv(report))
  }
  const savePdf = async (): Promise<void> => {
    const answer = await run((client) => client.window.savePdf({ name: fileName(null) }))
    if (answer.ok && answer.value.file !== null) showNotice(text.saved(answer.value.file))
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          disabled={report === null}
          leftSection={<IconDownload size={14} aria-hidden="true" />}
        >
          {text.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <CsvItem name={text.all} onSave={() => save(null, reportCsv)} />
        <Menu.Divider />
        <CsvItem name={text.figures} onSave={() => save('figures', figuresCsv)} />
        {report?.tables.map((table) => (
          <CsvItem
            key={table.id}
            name={text.table(tableName(table.id))}
            onSave={() => save(table.id, (all) => tableCsv(all, table))}
          />
        ))}
        {report === null || report.timeline.length === 0 ? null : (
          <CsvItem name={text.timeline} onSave={() => save('timeline', timelineCsv)} />
        )}
        <Menu.Divider />
        {desk.value?.runsIn === 'window' ? (
          <Menu.Item leftSection={<IconFileTypePdf size={16} aria-hidden="true" />} onClick={() => void savePdf()}>
            {text.pdf}
          </Menu.Item>
        ) : null}
        <Menu.Item
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => {
            // The menu would be in the picture.
            setTimeout(() => {
              window.print()
            }, 300)
          }}
        >
          {desk.value?.runsIn === 'window' ? text.print : text.printOrPdf}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function CsvItem({ name, onSave }: { name: string; onSave: () => void }) {
  return (
    <Menu.Item leftSection={<IconFileTypeCsv size={16} aria-hidden="true" />} onClick={onSave}>
      {name}
    </Menu.Item>
  )
}
