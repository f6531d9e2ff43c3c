/** The German texts, each under the name its English one is asked for by (`inLanguage`). */
export { settingsText } from './settings.ts'
