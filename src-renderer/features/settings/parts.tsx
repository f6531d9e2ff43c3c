import type { ComponentType } from 'react'
import { rolesText } from '../../text/people.ts'
import { settingsText } from '../../text/settings.ts'
import { AboutDesk } from './AboutDesk.tsx'
import { Appearance } from './Appearance.tsx'
import { DeskForm } from './DeskForm.tsx'
import { DeskData } from './DeskData.tsx'
import { KeyList } from './KeyList.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { NoticeSettings } from './NoticeSettings.tsx'
import { People } from './People.tsx'

export interface SettingsPart {
  /** Stands in the address: `#/settings/notices`. */
  id: string
  title: string
  view: ComponentType
  /** A rep has no use for it. */
  isManagers?: true
}

/** In the order they stand on the page. The palette knows them too. */
export const parts: readonly SettingsPart[] = [
  { id: 'desk', title: settingsText.desk.title, view: DeskForm, isManagers: true },
  { id: 'people', title: rolesText.title, view: People },
  { id: 'look', title: settingsText.look.title, view: Appearance },
  { id: 'language', title: settingsText.language.title, view: LanguageChoice },
  { id: 'notices', title: settingsText.notices.title, view: NoticeSettings },
  { id: 'data', title: settingsText.data.title, view: DeskData, isManagers: true },
  { id: 'keys', title: settingsText.keys.title, view: KeyList },
  { id: 'about', title: settingsText.about.title, view: AboutDesk },
]
