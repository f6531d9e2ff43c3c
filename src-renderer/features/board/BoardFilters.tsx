import { Button, CloseButton, Group, Select, TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch, IconUsers } from '@tabler/icons-react'
import { GRADES } from '../../../src-main/contract/index.ts'
import { useDeskShallow } from '../../state/hooks.ts'
import { sourceNames } from '../../state/selectors.ts'
import { boardText } from '../../text/board.ts'
import { leadsText } from '../../text/leads.ts'
import { GradeBadge } from '../../ui/GradeBadge.tsx'
import classes from './board.module.css'
import { type BoardFilters as Filters, narrowsCards, NO_FILTERS } from './board-filters.ts'

/** Which columns are shown, and which cards in them. */
export function BoardFilters({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const sources = useDeskShallow(sourceNames)
  const change = (parts: Partial<Filters>): void => {
    onChange({ ...filters, ...parts })
  }
  return (
    <>
      <TextBox
        label={boardText.search}
        icon={<IconSearch size={14} aria-hidden="true" />}
        text={filters.text}
        onChange={(text) => {
          change({ text })
        }}
      />
      <Group gap={0} wrap="nowrap" role="group" aria-label={leadsText.grades}>
        {GRADES.map((grade) => (
          <UnstyledButton
            key={grade}
            className={classes.gradeButton}
            aria-pressed={filters.grades.includes(grade)}
            onClick={() => {
              const others = filters.grades.filter((other) => other !== grade)
              change({ grades: others.length < filters.grades.length ? others : [...others, grade] })
            }}
          >
            <GradeBadge grade={grade} isSmall />
          </UnstyledButton>
        ))}
      </Group>
      <Select
        size="xs"
        w={130}
        aria-label={leadsText.source}
        placeholder={leadsText.anySource}
        data={sources}
        value={filters.source}
        searchable
        clearable
        limit={100}
        onChange={(source) => {
          change({ source })
        }}
      />
      <TextBox
        label={boardText.filter}
        icon={<IconUsers size={14} aria-hidden="true" />}
        text={filters.reps}
        onChange={(reps) => {
          change({ reps })
        }}
      />
      {narrowsCards(filters) ? (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            onChange({ ...NO_FILTERS, reps: filters.reps })
          }}
        >
          {boardText.allCards}
        </Button>
      ) : null}
    </>
  )
}

interface TextBoxProps {
  label: string
  icon: React.ReactNode
  text: string
  onChange: (text: string) => void
}

function TextBox({ label, icon, text, onChange }: TextBoxProps) {
  return (
    <TextInput
      size="xs"
      w={150}
      aria-label={label}
      placeholder={label}
      leftSection={icon}
      maxLength={200}
      rightSection={
        text === '' ? null : (
          <CloseButton
            size="xs"
            aria-label={boardText.clear(label)}
            onClick={() => {
              onChange('')
            }}
          />
        )
      }
      value={text}
      onChange={(event) => {
        onChange(event.currentTarget.value)
      }}
    />
  )
}
