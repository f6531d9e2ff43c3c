/** The German texts, each under the name its English one is asked for by (`inLanguage`). */
export { noticesText } from './notices.ts'
export { settingsText } from './settings.ts'
