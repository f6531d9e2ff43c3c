import { Button, Collapse, NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { capital } from '../../text/rule-fields.ts'
import { termsSaid, termsText as text } from '../../text/rule-terms.ts'
import { MinutesInput } from './MinutesInput.tsx'
import classes from './editor.module.css'
import { type Given, withTerms } from './terms.ts'

/** What a lead is given under. Shut, it is one sentence. */
export function TermsFields({ to, onChange }: { to: Given; onChange: (to: Given) => void }) {
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const said = termsSaid(to)
  const set = (parts: Partial<Record<keyof Given | 'dailyCapPerRep', unknown>>): void => {
    onChange(withTerms(to, parts))
  }
  return (
    <section className={classes.terms} aria-label={text.title}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-md"
        className={classes.disclosure}
        leftSection={
          isOpen ? <IconChevronDown size={16} aria-hidden="true" /> : <IconChevronRight size={16} aria-hidden="true" />
        }
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setIsOpen(!isOpen)
        }}
      >
        {text.title}
      </Button>
      <Text size="sm" c="dimmed" className={classes.termsSaid}>
        {said === '' ? text.none : `${capital(said)}.`}
      </Text>
      <Collapse expanded={isOpen} id={id}>
        <Stack gap="md" pt="sm">
          <SimpleGrid cols={2} spacing="md" className={classes.pairs}>
            <MinutesInput
              label={text.accept}
              description={text.acceptHint}
              minutes={to.acceptWithinMinutes}
              onChange={(acceptWithinMinutes) => {
                set({ acceptWithinMinutes })
              }}
            />
            {to.acceptWithinMinutes !== undefined && (
              <NumberInput
                label={text.maxOffers}
                description={text.maxOffersHint}
                placeholder={text.noLimit}
                min={1}
                max={1_000}
                allowDecimal={false}
                value={to.maxOffers ?? ''}
                onChange={(value) => {
                  set({ maxOffers: typeof value === 'number' ? value : undefined })
                }}
              />
            )}
          </SimpleGrid>
          <ContactFields to={to} onChange={set} />
          <MinutesInput
            label={text.release}
            description={text.releaseHint}
            placeholder={text.never}
            allowsZero
            minutes={to.releaseAfterMinutes}
            onChange={(releaseAfterMinutes) => {
              set({ releaseAfterMinutes })
            }}
          />
          {to.to === 'pool' && (
            <NumberInput
              label={text.dailyCap}
              placeholder={text.noLimit}
              min={0}
              allowDecimal={false}
              w={320}
              value={to.dailyCapPerRep ?? ''}
              onChange={(value) => {
                set({ dailyCapPerRep: typeof value === 'number' ? value : undefined })
              }}
            />
          )}
        </Stack>
      </Collapse>
    </section>
  )
}

function ContactFields({ to, onChange }: { to: Given; onChange: (parts: Partial<Record<keyof Given, unknown>>) => void }) {
  const isAlways = to.contactClock === 'always'
  return (
    <SimpleGrid cols={2} spacing="md" verticalSpacing="sm" className={classes.pairs}>
      <MinutesInput
        label={text.contact}
        minutes={to.contactWithinMinutes}
        placeholder={text.never}
        hasDays={isAlways}
        onChange={(contactWithinMinutes) => {
          onChange({ contactWithinMinutes })
        }}
      />
      {to.contactWithinMinutes !== undefined && (
        <>
          <Select
            label={text.clock}
            data={Object.entries(text.clocks).map(([value, label]) => ({ value, label }))}
            value={to.contactClock ?? 'working-time'}
            allowDeselect={false}
            onChange={(contactClock) => {
              onChange({ contactClock: contactClock === 'always' ? 'always' : undefined })
            }}
          />
          <MinutesInput
            label={text.remind}
            minutes={to.remindMinutesBefore}
            placeholder={text.never}
            hasDays={isAlways}
            onChange={(remindMinutesBefore) => {
              onChange({ remindMinutesBefore })
            }}
          />
          <Select
            label={text.late}
            data={Object.entries(text.lates).map(([value, label]) => ({ value, label }))}
            value={to.ifNotContacted ?? 'mark'}
            allowDeselect={false}
            onChange={(late) => {
              onChange({ ifNotContacted: late === 'take-back' ? 'take-back' : undefined })
            }}
          />
        </>
      )}
    </SimpleGrid>
  )
}
