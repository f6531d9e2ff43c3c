import { Group, Radio, Stack } from '@mantine/core'
import type { Otherwise } from '../../../src-main/contract/index.ts'
import { rulesText } from '../../text/rules.ts'
import { DestinationEditor } from './DestinationEditor.tsx'
import { startDestination } from './destinations.ts'
import classes from './editor.module.css'

interface OtherwiseProps {
  otherwise: Otherwise
  territories: readonly string[]
  onChange: (otherwise: Otherwise) => void
}

/** What happens to a lead that fits but that nobody can take. */
export function OtherwiseEditor({ otherwise, territories, onChange }: OtherwiseProps) {
  const kind = typeof otherwise === 'string' ? otherwise : 'other'
  return (
    <Stack gap="sm">
      <Radio.Group
        label={rulesText.editor.otherwise}
        value={kind}
        onChange={(chosen) => {
          onChange(chosen === 'next' || chosen === 'hold' ? chosen : startDestination('pool'))
        }}
      >
        <Group mt={6}>
          <Radio value="next" label={rulesText.otherwise.next} />
          <Radio value="hold" label={rulesText.otherwise.hold} />
          <Radio value="other" label={rulesText.otherwise.other} />
        </Group>
      </Radio.Group>
      {typeof otherwise !== 'string' && (
        <div className={classes.group}>
          <DestinationEditor
            label={rulesText.otherwise.other}
            destination={otherwise}
            territories={territories}
            onChange={onChange}
          />
        </div>
      )}
    </Stack>
  )
}
