import { notBuilt, os } from '../os.ts'

export const personTopic = os.person.router({
  list: os.person.list.handler(() => notBuilt()),
  here: os.person.here.handler(() => notBuilt()),
  signIn: os.person.signIn.handler(() => notBuilt()),
  resume: os.person.resume.handler(() => notBuilt()),
  signOut: os.person.signOut.handler(() => notBuilt()),
  setPin: os.person.setPin.handler(() => notBuilt()),
})
