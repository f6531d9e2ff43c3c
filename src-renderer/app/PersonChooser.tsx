import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Person } from '../../src-main/contract/index.ts'
import { usePlace } from '../lib/route.ts'
import { type SignInTrouble, useSignIn } from '../state/seat.ts'
import { useAsk } from '../state/use-ask.ts'
import { peopleText as text } from '../text/people.ts'
import { say } from '../text/say.ts'
import { told } from '../text/ways-out.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { homeOf } from './use-screens.ts'

/** Somebody by name, and by their PIN when they have one. */
export function PersonChooser({ onDone }: { onDone?: () => void }) {
  const { value: people, fault, again } = useAsk('people', (client, signal) => client.person.list(undefined, { signal }))
  const [chosen, setChosen] = useState<Person | null>(null)
  const [refused, setRefused] = useState<SignInTrouble>(null)
  const { goTo } = usePlace()
  const signIn = useSignIn()
  const sitDown = async (person: Person, pin: string | null): Promise<SignInTrouble> => {
    const trouble = await signIn(person.repId, pin)
    setRefused(trouble)
    if (trouble !== null) return trouble
    goTo(homeOf(person.role))
    onDone?.()
    return null
  }
  if (people === null) {
    return fault === null ? <Loading height={120} /> : <ErrorState {...told(fault)} onTryAgain={again} />
  }
  if (chosen !== null) {
    return <PinEntry key={chosen.repId} person={chosen} onPin={(pin) => sitDown(chosen, pin)} onBack={() => setChosen(null)} />
  }
  const isGuarded = people.some(({ role, hasPin }) => role === 'manager' && hasPin)
  return (
    <>
      <PersonList
        people={people.map((person) => {
          const isBlocked = isGuarded && person.role === 'manager' && !person.hasPin
          return {
            id: person.repId,
            name: person.name,
            more: isBlocked ? text.needsPin : text.asWhom(person.role === 'manager' ? text.manager : text.rep, person.team),
            locked: person.hasPin ? text.hasPin : null,
            isBlocked,
          }
        })}
        label={text.search}
        noneFound={people.length === 0 ? text.noPeople : text.noneFound}
        onPick={(repId) => {
          const person = people.find((one) => one.repId === repId)
          if (person === undefined) return
          setRefused(null)
          if (person.hasPin) setChosen(person)
          else void sitDown(person, null)
        }}
      />
      {refused === null ? null : <ErrorState {...told(refused)} onTryAgain={again} />}
    </>
  )
}

interface PinEntryProps {
  person: Person
  onPin: (pin: string) => Promise<SignInTrouble>
  onBack: () => void
}

function PinEntry({ person, onPin, onBack }: PinEntryProps) {
  const [pin, setPin] = useState('')
  const [isTrying, setIsTrying] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [waitSeconds, setWaitSeconds] = useSecondsLeft()
  const mayTry = /^\d{4,12}$/.test(pin) && waitSeconds === 0 && !isTrying
  const tryPin = async (): Promise<void> => {
    setIsTrying(true)
    const fault = await onPin(pin)
    setIsTrying(false)
    if (fault === null) return
    setPin('')
    const seconds = fault.code === 'pin-wrong' ? fault.data.waitSeconds : 0
    setWaitSeconds(seconds)
    setTrouble(fault.code === 'pin-wrong' ? (seconds === 0 ? text.wrongPin : null) : say(fault))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (mayTry) void tryPin()
      }}
    >
      <Stack gap="sm">
        <PasswordInput
          data-autofocus
          autoFocus
          label={text.pinOf(person.name)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={pin}
          error={waitSeconds > 0 ? text.tryAgainIn(waitSeconds) : trouble}
          onChange={(event) => {
            setPin(event.currentTarget.value.replace(/\D/g, ''))
            setTrouble(null)
          }}
        />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {text.back}
          </Button>
          <Button type="submit" disabled={!mayTry}>
            {text.signIn}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Counts down to 0. */
function useSecondsLeft(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left === 0) return undefined
    const timer = setTimeout(() => {
      setLeft(left - 1)
    }, 1_000)
    return () => {
      clearTimeout(timer)
    }
  }, [left])
  return [left, setLeft]
}
