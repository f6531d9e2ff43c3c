import { DeskError } from '../../contract/index.ts'
import { os } from '../os.ts'

/**
 * A browser shows its own notices and speaks for itself, so that what is told to a window without a shell is heard and does nothing. A file is
 * another matter: whoever asks for one must not take silence for it.
 */
export const windowTopic = os.window.router({
  tell: os.window.tell.handler(({ input, context }) => {
    context.shell?.tell(input)
  }),
  badge: os.window.badge.handler(({ input, context }) => {
    context.shell?.badge(input)
  }),
  savePdf: os.window.savePdf.handler(({ input, context }) => {
    if (context.shell === undefined)
      throw new DeskError('bad-input', { field: 'window', reason: 'this page runs in a browser, which prints to PDF itself' })
    return context.shell.savePdf(input)
  }),
  speak: os.window.speak.handler(({ input, context }) => {
    context.shell?.speak(input.language)
  }),
})
