import { Alert } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useDesk } from '../state/hooks.ts'
import { appText } from '../text/app.ts'
import classes from './Frame.module.css'

/** That the desk can't be heard, for as long as it can't. */
export function ConnectionBanner() {
  const trouble = useDesk(({ connection }) =>
    connection === 'lost' ? appText.connectionLost : connection === 'refused' ? appText.refused : null,
  )
  if (trouble === null) return null
  return (
    <Alert className={classes.banner} color="red" radius={0} py={4} icon={<IconPlugConnectedX size={16} />} role="status">
      {trouble}
    </Alert>
  )
}
