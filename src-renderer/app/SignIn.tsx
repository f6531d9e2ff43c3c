import { Text, Title } from '@mantine/core'
import { peopleText as text } from '../text/people.ts'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { PersonChooser } from './PersonChooser.tsx'
import classes from './SignIn.module.css'

/** In place of the frame while nobody has said who they are: nothing of the desk is behind it. */
export function SignIn() {
  return (
    <div className={classes.page}>
      <ConnectionBanner />
      <main className={classes.middle}>
        <section className={classes.card} aria-labelledby="sign-in">
          <Title order={1} size="h3" id="sign-in">
            {text.lockedTitle}
          </Title>
          <Text size="sm" c="dimmed" mb="md">
            {text.lockedHint}
          </Text>
          <PersonChooser />
        </section>
        <p className={classes.hint}>
          {text.forgot} {text.forgotByManager}
          <code>desk reps pin mia@example.com --clear</code>
        </p>
      </main>
    </div>
  )
}
