import { useState } from 'react'
import { useDeskClient } from '../../state/hooks.ts'
import { chooseNotices, useNoticeChoices } from '../../state/notice-choices.ts'
import { useAsk } from '../../state/use-ask.ts'
import { settingsText } from '../../text/settings.ts'

const { trial } = settingsText.notices

export interface NoticeRoad {
  isOn: boolean
  /** Why this browser tells nothing. */
  refusal: 'denied' | 'none' | null
  switchTo: (isOn: boolean) => Promise<void>
  showOne: () => void
}

/** How notices reach the person here; null until the desk has said where the page runs: by the program in its window; in a browser by its own, which asks when they are switched on. */
export function useNoticeRoad(): NoticeRoad | null {
  const client = useDeskClient()
  const choices = useNoticeChoices()
  const info = useAsk('info', (asked, signal) => asked.desk.info(undefined, { signal }))
  const hasNotices = typeof Notification !== 'undefined'
  const [permission, setPermission] = useState(hasNotices ? Notification.permission : 'denied')

  if (info.value === null) return null
  if (info.value.runsIn === 'window') {
    return {
      isOn: choices.isOn !== false,
      refusal: null,
      switchTo: async (isOn) => chooseNotices({ isOn }),
      showOne: () => {
        client.window.tell({ ...trial, leadId: null, isUrgent: false, isSilent: choices.isSilent }).catch(() => undefined)
      },
    }
  }
  const refusal = hasNotices ? (permission === 'denied' ? 'denied' : null) : 'none'
  return {
    isOn: choices.isOn === true && permission === 'granted',
    refusal,
    switchTo: async (isOn) => {
      const given = isOn && permission === 'default' ? await Notification.requestPermission() : permission
      setPermission(given)
      chooseNotices({ isOn: isOn && given === 'granted' })
    },
    showOne: () => {
      new Notification(trial.title, { body: trial.body, silent: choices.isSilent, tag: 'lead-desk-trial' }).addEventListener(
        'click',
        () => window.focus(),
      )
    },
  }
}
