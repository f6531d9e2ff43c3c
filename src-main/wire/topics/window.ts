import { notBuilt, os } from '../os.ts'

export const windowTopic = os.window.router({
  tell: os.window.tell.handler(() => notBuilt()),
  badge: os.window.badge.handler(() => notBuilt()),
  savePdf: os.window.savePdf.handler(() => notBuilt()),
  speak: os.window.speak.handler(() => notBuilt()),
})
