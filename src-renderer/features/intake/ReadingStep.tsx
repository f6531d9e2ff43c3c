import { Button, Group, Loader, NumberInput, Select, Stack, Switch, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { intakeText } from '../../text/intake.ts'
import { PreviewTable } from './PreviewTable.tsx'
import { choicesWith, DELIMITERS, ENCODINGS } from './reading-choices.ts'
import type { Wizard } from './use-wizard.ts'
import { canReach, fieldOf } from './wizard-state.ts'

const text = intakeText.reading

/** How the file is read: what was found, changeable, with the rows as they come out. */
export function ReadingStep({ wizard }: { wizard: Wizard }) {
  const { look, options } = wizard.state
  if (look === null) return null
  const isReading = wizard.busy === 'look'
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {text.hint}
      </Text>
      <Group align="end" gap="md">
        {look.sheets.length > 0 ? <SheetChoice wizard={wizard} /> : <TextChoices wizard={wizard} />}
        {look.hasHeader && (
          <NumberInput
            label={text.headerLine}
            value={options.headerLine ?? look.headerLine ?? 1}
            min={1}
            allowDecimal={false}
            onBlur={(event) => {
              const headerLine = Number(event.currentTarget.value)
              if (headerLine >= 1 && headerLine !== (look.headerLine ?? 1)) wizard.changeReading({ headerLine })
            }}
            w={200}
          />
        )}
        <Switch
          label={text.header}
          checked={look.hasHeader}
          onChange={(event) => {
            wizard.changeReading({ hasHeader: event.currentTarget.checked, headerLine: undefined })
          }}
          mb={8}
        />
        {isReading && <Loader size="sm" mb={8} aria-label={text.reading} />}
      </Group>
      <QuickImport wizard={wizard} />
      <PreviewTable look={look} label={text.preview} isStale={isReading} />
    </Stack>
  )
}

/** An Excel file has neither encoding nor delimiter, but sheets. */
function SheetChoice({ wizard }: { wizard: Wizard }) {
  const { look } = wizard.state
  if (look === null) return null
  return (
    <Select
      label={text.sheet}
      data={[...new Set(look.sheets)]}
      value={look.sheet}
      onChange={(sheet) => {
        // What was said of the header was said of the other sheet.
        if (sheet !== null) wizard.changeReading({ sheet, hasHeader: undefined, headerLine: undefined })
      }}
      searchable={look.sheets.length > 8}
      allowDeselect={false}
      w={240}
    />
  )
}

function TextChoices({ wizard }: { wizard: Wizard }) {
  const { look, options } = wizard.state
  if (look === null) return null
  return (
    <>
      <Select
        label={text.encoding}
        data={choicesWith(ENCODINGS, look.encoding)}
        value={(options.encoding ?? look.encoding).toLowerCase()}
        onChange={(encoding) => {
          if (encoding !== null) wizard.changeReading({ encoding })
        }}
        searchable
        allowDeselect={false}
        w={200}
      />
      <Select
        label={text.delimiter}
        data={choicesWith(DELIMITERS, look.delimiter)}
        value={options.delimiter ?? look.delimiter}
        onChange={(delimiter) => {
          if (delimiter !== null) wizard.changeReading({ delimiter })
        }}
        allowDeselect={false}
        w={180}
      />
    </>
  )
}

/** When nothing is wrong, the rest of the way is one button. */
function QuickImport({ wizard }: { wizard: Wizard }) {
  const { look, check } = wizard.state
  if (look === null || !canReach(wizard.state)) return null
  if (wizard.busy === 'check') {
    return (
      <Group gap="xs" role="status">
        <Loader size="xs" />
        <Text size="sm">{intakeText.check.checking}</Text>
      </Group>
    )
  }
  if (check === null || check.rows === 0) return null
  const matched = look.columns.filter((column) => ![null, 'custom'].includes(fieldOf(wizard.state, column.header))).length
  return (
    <Group gap="sm" role="status">
      <IconCircleCheck size={18} aria-hidden="true" />
      <Text size="sm">
        {check.leftOut === 0 ? text.fine(check.rows, matched) : text.mostlyFine(check.good + check.flagged, check.leftOut)}
      </Text>
      {check.leftOut === 0 && (
        <>
          <Button size="xs" variant="light" onClick={wizard.start} loading={wizard.busy === 'import'}>
            {text.importNow}
          </Button>
          <Text size="sm" c="dimmed">
            {text.importNowHint}
          </Text>
        </>
      )}
    </Group>
  )
}
