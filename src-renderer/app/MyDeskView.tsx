import { Select } from '@mantine/core'
import type { RepId } from '../../src-main/contract/index.ts'
import { MyDeskScreen } from '../features/my-desk/MyDeskScreen.tsx'
import { usePlace } from '../lib/route.ts'
import { useDesk } from '../state/hooks.ts'
import { useMe } from '../state/seat.ts'
import { repsInOrder } from '../state/selectors.ts'
import { myDeskText } from '../text/my-desk.ts'

/** The desk of the person at the window; a manager may look at anyone's. */
export function MyDeskView() {
  const me = useMe()
  return me.isManager ? <AnyDesk ownId={me.repId} /> : <MyDeskScreen repId={me.repId} />
}

function AnyDesk({ ownId }: { ownId: RepId | null }) {
  const { part, goTo } = usePlace()
  const reps = useDesk((state) => state.reps)
  const chosen = Number(part)
  const repId = part !== null && Number.isSafeInteger(chosen) && chosen > 0 ? (chosen as RepId) : ownId
  return (
    <MyDeskScreen
      repId={repId}
      chooser={
        <Select
          size="xs"
          w={220}
          aria-label={myDeskText.whose}
          placeholder={myDeskText.whose}
          searchable
          allowDeselect={false}
          limit={200}
          data={repsInOrder({ reps })
            .filter((rep) => rep.isActive)
            .map((rep) => ({ value: String(rep.id), label: rep.name }))}
          value={repId === null ? null : String(repId)}
          onChange={(value) => {
            if (value !== null) goTo('my-desk', value)
          }}
        />
      }
    />
  )
}
