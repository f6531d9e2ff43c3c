import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useDeskClient } from '../../state/hooks.ts'
import { chosenLanguage, LANGUAGE_KEY } from '../../text/language.ts'
import { settingsText } from '../../text/settings.ts'

const text = settingsText.language

/** Texts are loaded once, so that another language is another load of the page. */
export function LanguageChoice() {
  const client = useDeskClient()
  const [chosen, setChosen] = useState(() => localStorage.getItem(LANGUAGE_KEY) ?? 'system')
  const choose = async (next: string): Promise<void> => {
    setChosen(next)
    if (next === 'system') localStorage.removeItem(LANGUAGE_KEY)
    else localStorage.setItem(LANGUAGE_KEY, next)
    const language = chosenLanguage(localStorage.getItem(LANGUAGE_KEY), navigator.languages)
    // The menu is not worth waiting for; the page tells it again when it is loaded.
    await client.window.speak({ language }).catch(() => undefined)
    window.location.reload()
  }
  return (
    <Stack gap={6} align="start">
      <SegmentedControl
        aria-label={text.label}
        value={chosen}
        onChange={(next) => void choose(next)}
        data={(['system', 'en', 'de'] as const).map((value) => ({ value, label: text.names[value] }))}
      />
      <Text size="xs" c="dimmed">
        {text.hint}
      </Text>
    </Stack>
  )
}
