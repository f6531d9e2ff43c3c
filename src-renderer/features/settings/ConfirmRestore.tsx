import { Button, Group, Stack, Text } from '@mantine/core'
import { useDesk } from '../../state/hooks.ts'
import { formatMoment, formatNumber } from '../../text/formats.ts'
import { settingsText } from '../../text/settings.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import classes from './settings.module.css'
import type { Restoring } from './use-restore.ts'

const text = settingsText.restore

/** What the backup holds beside what the desk has: seen before anything is changed. */
export function ConfirmRestore({ restoring: { state, restore, leave } }: { restoring: Restoring }) {
  const settings = useDesk(({ settings: now }) => now)
  const counts = useDesk(({ counts: now }) => now)
  const reps = useDesk((desk) => desk.reps.size)
  if (state.step !== 'asking' && state.step !== 'restoring') return null
  const { contents, file } = state
  const { waiting, held, offered, assigned, partner, nurture, duplicate, discarded } = counts
  const leads = waiting + held + offered + assigned + partner + nurture + duplicate + discarded
  const rows: [string, string, string][] = [
    [text.desk, contents.deskName, settings.deskName],
    [text.leads, formatNumber(contents.leads), formatNumber(leads)],
    [text.reps, formatNumber(contents.reps), formatNumber(reps)],
    [text.lastChange, contents.lastChangeAt === null ? text.never : formatMoment(contents.lastChangeAt), ''],
  ]
  return (
    <Dialog isOpen title={text.askTitle} size="lg" onClose={leave}>
      <Stack gap="sm">
        <Text size="sm" className={classes.path}>
          {file}
        </Text>
        <table className={classes.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">{text.holds}</th>
              <th scope="col">{text.now}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, there, here]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{there}</td>
                <td>{here}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Text size="sm">{text.loses}</Text>
        <Text size="sm">{text.secrets}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={leave} data-autofocus>
            {text.no}
          </Button>
          <Button loading={state.step === 'restoring'} onClick={() => void restore()}>
            {text.yes}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
