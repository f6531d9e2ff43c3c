import { IANAZone } from 'luxon'

export const MINUTE_MS = 60_000
export const DAY_MS = 24 * 60 * MINUTE_MS
/** Further from UTC than any zone is. */
const FAR_MS = 15 * 60 * MINUTE_MS
const CHUNK_DAYS = 64
const CHUNK_MS = CHUNK_DAYS * DAY_MS
const KEPT_CHUNKS = 2_000

/**
 * A stretch, half-open in epoch milliseconds, in which a zone's clock is not touched. `offsetMs` is to be added to the moment to
 * get the wall clock.
 */
export interface ZoneStretch {
  readonly from: number
  readonly to: number
  readonly offsetMs: number
}

/**
 * One zone's stretches, found 64 days at a time: asking Intl costs about 5 µs, and a batch asks twice a lead. A stretch ends with
 * its 64 days though the clock may go on.
 */
class Zone {
  readonly #zone: IANAZone
  readonly #chunks = new Map<number, readonly ZoneStretch[]>()
  constructor(name: string) {
    this.#zone = IANAZone.create(name)
  }
  stretch(at: number): ZoneStretch {
    const number = Math.floor(at / CHUNK_MS)
    let chunk = this.#chunks.get(number)
    if (chunk === undefined) {
      if (this.#chunks.size >= KEPT_CHUNKS) this.#chunks.clear()
      this.#chunks.set(number, (chunk = this.#find(number * CHUNK_MS)))
    }
    for (const stretch of chunk) if (at < stretch.to) return stretch
    // Only a moment that is no number comes here.
    return { from: at, to: at, offsetMs: 0 }
  }
  #find(from: number): readonly ZoneStretch[] {
    const stretches: ZoneStretch[] = []
    let [start, offsetMs] = [from, this.#ask(from)]
    const look = (low: number, lowOffset: number, high: number, highOffset: number): void => {
      if (lowOffset === highOffset) return
      if (high - low <= MINUTE_MS) {
        stretches.push({ from: start, to: high, offsetMs })
        ;[start, offsetMs] = [high, highOffset]
        return
      }
      const middle = low + Math.floor((high - low) / (2 * MINUTE_MS)) * MINUTE_MS
      const middleOffset = this.#ask(middle)
      look(low, lowOffset, middle, middleOffset)
      look(middle, middleOffset, high, highOffset)
    }
    for (let day = 0; day < CHUNK_DAYS; day++) {
      const next = from + (day + 1) * DAY_MS
      look(next - DAY_MS, offsetMs, next, this.#ask(next))
    }
    stretches.push({ from: start, to: from + CHUNK_MS, offsetMs })
    return stretches
  }
  /** A zone nobody knows is UTC: a desk must not stop for a misspelt name. */
  #ask(at: number): number {
    const offset = this.#zone.isValid ? this.#zone.offset(at) : 0
    return Number.isFinite(offset) ? offset * MINUTE_MS : 0
  }
}

const zones = new Map<string, Zone>()
function zoneOf(name: string): Zone {
  let zone = zones.get(name)
  if (zone === undefined) zones.set(name, (zone = new Zone(name)))
  return zone
}

/** Whether this is a name of the IANA database, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name)
}

/** The stretch of an even clock that holds this moment; what follows is found at its `to`. */
export function stretchAt(at: number, zone: string): ZoneStretch {
  return zoneOf(zone).stretch(at)
}

/** The wall clock as if it were UTC. */
export function wallMs(at: number, zone: string): number {
  return at + zoneOf(zone).stretch(at).offsetMs
}

/** Monday 1 to Sunday 7 of a wall clock; 1 January 1970 was a Thursday. */
export function weekdayOf(wall: number): number {
  return ((((Math.floor(wall / DAY_MS) + 3) % 7) + 7) % 7) + 1
}

/** Minutes from midnight of a wall clock. */
export function minuteOf(wall: number): number {
  return Math.floor((wall - Math.floor(wall / DAY_MS) * DAY_MS) / MINUTE_MS)
}

/**
 * The first moment at which a clock shows this wall time. In the gap of spring nothing does: there `jump` answers when the clock
 * jumps over it (for the begin of a day), `shift` what the clock would have shown had it not been put forward (RFC 5545 3.3.5).
 */
export function momentOf(wall: number, stretchOf: (at: number) => ZoneStretch, inGap: 'jump' | 'shift'): number {
  let stretch = stretchOf(wall - FAR_MS)
  let before = stretch.offsetMs
  for (;;) {
    const moment = wall - stretch.offsetMs
    if (moment < stretch.from) return inGap === 'jump' ? stretch.from : wall - before
    if (moment < stretch.to) return moment
    before = stretch.offsetMs
    stretch = stretchOf(stretch.to)
  }
}

/** The local midnight that begins the day of this wall time; the jump where the clock jumps over midnight. */
export function midnightOf(wall: number, zone: string): number {
  return momentOf(Math.floor(wall / DAY_MS) * DAY_MS, (at) => stretchAt(at, zone), 'jump')
}
