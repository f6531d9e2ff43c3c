import { Button } from '@mantine/core'
import { Suspense, useEffect, useState } from 'react'
import type { LeadId } from '../../src-main/contract/index.ts'
import { usePlace } from '../lib/route.ts'
import { useDesk } from '../state/hooks.ts'
import { useMe } from '../state/seat.ts'
import { appText } from '../text/app.ts'
import { paletteText } from '../text/palette.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import classes from './Frame.module.css'
import { LeadAside } from './LeadAside.tsx'
import { Navigation } from './Navigation.tsx'
import { Palette } from './palette/Palette.tsx'
import { loadWhenIdle } from './screen-script.ts'
import { firstRun, leadPanel, screens } from './screens.tsx'
import { ShortcutList } from './ShortcutList.tsx'
import { SwitchPerson } from './SwitchPerson.tsx'
import { TopBar } from './TopBar.tsx'
import { homeOf, useScreens } from './use-screens.ts'
import { useShortcuts } from './use-shortcuts.ts'

/** After this the first screen has drawn itself, and nothing is in its way. */
const SETTLED_MS = 1_500

/** Navigation on the left, a bar on top, one screen, and the open lead beside it. */
export function Frame() {
  const place = usePlace()
  const isReady = useDesk((state) => state.isReady)
  const [isSwitching, setIsSwitching] = useState(false)
  const openSwitch = (): void => {
    setIsSwitching(true)
  }
  const [showsShortcuts, setShowsShortcuts] = useState(false)
  useShortcuts(() => {
    setShowsShortcuts(true)
  })
  const { leadId } = place
  const screens = useScreens()
  const { script } = screens.find(({ id }) => id === place.screen) ?? {}
  useEffect(() => {
    // While the first snapshot is still on its way, so that it finds its screen there. What fails here is said where the screen is drawn.
    script?.load().catch(() => undefined)
  }, [script])
  useEffect(() => {
    if (!isReady) return
    const timer = setTimeout(() => loadWhenIdle([leadPanel, ...screens.map((one) => one.script)]), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [isReady, screens])
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content" onClick={skip}>
        {appText.skipToContent}
      </a>
      <Navigation />
      <div className={classes.column}>
        <TopBar onSwitch={openSwitch} />
        <ConnectionBanner />
        <div className={classes.row}>
          <main className={classes.screen} id="content" tabIndex={-1} data-screen={place.screen}>
            <ErrorBoundary place={place.screen}>
              <Suspense fallback={<Loading height="100%" />}>
                {isReady ? <ScreenView screen={place.screen} part={place.part} /> : <Loading height="100%" afterMs={400} />}
              </Suspense>
            </ErrorBoundary>
          </main>
          {isReady && leadId !== null ? (
            <LeadAside>
              <ErrorBoundary place={String(leadId)}>
                <Suspense fallback={<Loading height="100%" />}>
                  <leadPanel.Part key={leadId} leadId={leadId as LeadId} onClose={place.closeLead} />
                </Suspense>
              </ErrorBoundary>
            </LeadAside>
          ) : null}
        </div>
      </div>
      <SwitchPerson
        isOpen={isSwitching}
        onClose={() => {
          setIsSwitching(false)
        }}
      />
      <Palette
        onSwitch={openSwitch}
        onShortcuts={() => {
          setShowsShortcuts(true)
        }}
      />
      <ShortcutList
        isOpen={showsShortcuts}
        onClose={() => {
          setShowsShortcuts(false)
        }}
      />
    </div>
  )
}

/** The first run stands in for the queue, which would have nothing to show. */
function ScreenView({ screen: id, part }: { screen: string; part: string | null }) {
  const isNew = useDesk((state) => state.isNew)
  const mine = useScreens()
  const screen = mine.find((candidate) => candidate.id === id)
  const isOthers = screen === undefined && screens.some((candidate) => candidate.id === id)
  const { isManager } = useMe()
  const { goTo } = usePlace()
  useEffect(() => {
    if (isOthers) goTo(homeOf(isManager ? 'manager' : 'rep'))
  }, [isOthers, isManager, goTo])
  // Its steps go on after the first rep has made the desk an old one.
  if (id === 'queue' && !isOthers && (isNew || part === 'first-run')) {
    return <firstRun.Part />
  }
  if (isOthers) return null
  if (screen === undefined) return <NoSuchScreen id={id} home={homeOf(isManager ? 'manager' : 'rep')} />
  const { Part } = screen.script
  return <Part />
}

/** An address that somebody mistyped, or that came from another version. */
function NoSuchScreen({ id, home }: { id: string; home: string }) {
  const label = screens.find((screen) => screen.id === home)?.label ?? ''
  return (
    <EmptyState title={appText.noSuchScreen} hint={id}>
      <Button variant="default" component="a" href={`#/${home}`}>
        {paletteText.goTo(label)}
      </Button>
    </EmptyState>
  )
}

function skip(event: React.MouseEvent): void {
  // The hash is the address of the screen, so the jump is made by hand.
  event.preventDefault()
  document.querySelector<HTMLElement>('#content')?.focus()
}
