import { useLocalStorage } from '@mantine/hooks'
import { type CSSProperties, type ReactNode, useRef } from 'react'
import { appText } from '../text/app.ts'
import { leadEditText } from '../text/lead-edit.ts'
import classes from './LeadAside.module.css'

const [NARROWEST, WIDEST] = [340, 900]
const KEY_STEP = 24
const WIDTH_KEY = 'lead-desk.lead-width'

/** As wide as the style sheet has it, while nobody has said otherwise. */
const usualWidth = (): number => Math.round(Math.min(560, Math.max(380, window.innerWidth * 0.34)))

/** The place of the open lead beside a screen. As wide as this machine likes it: by dragging its edge, or by arrow keys on it. */
export function LeadAside({ children }: { children: ReactNode }) {
  const [width, setWidth] = useLocalStorage<number | null>({ key: WIDTH_KEY, defaultValue: null, getInitialValueInEffect: false })
  const aside = useRef<HTMLElement>(null)
  const resize = (wanted: number): void => {
    setWidth(Math.round(Math.min(WIDEST, Math.max(NARROWEST, wanted))))
  }
  const widthNow = (): number => aside.current?.getBoundingClientRect().width ?? NARROWEST
  return (
    <aside
      ref={aside}
      className={classes.panel}
      aria-label={appText.leadPanel}
      style={width === null ? undefined : ({ '--lead-width': `${width}px` } as CSSProperties)}
    >
      <div
        className={classes.edge}
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={leadEditText.resize}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        aria-valuenow={width ?? usualWidth()}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId) || aside.current === null) return
          resize(aside.current.getBoundingClientRect().right - event.clientX)
        }}
        onDoubleClick={() => {
          setWidth(null)
        }}
        onKeyDown={(event) => {
          const step = { ArrowLeft: KEY_STEP, ArrowRight: -KEY_STEP }[event.key]
          if (step === undefined) return
          event.preventDefault()
          resize(widthNow() + step)
        }}
      />
      {children}
    </aside>
  )
}
