import type { dueText as english } from '../due.ts'

export const dueText: typeof english = {
  lateNow: 'gerade überschritten',
  late: (age) => `seit ${age} überschritten`,
  lateNowShort: 'überfällig',
  lateShort: (age) => `${age} überfällig`,
  acceptIn: (countdown) => `noch ${countdown}`,
  acceptBy: (time) => `bis ${time}`,
  contactIn: (countdown) => `Kontakt fällig in ${countdown}`,
  contactBy: (time) => `Kontakt bis ${time}`,
  contactByShort: (time) => `bis ${time}`,
}
