/** How series are told apart without colour: four fills, four dashes. */
export const DASHES = ['0', '7 4', '2 4', '10 4 2 4'] as const
export const COLORS = ['var(--desk-accent)', 'var(--desk-neutral)', 'var(--desk-busy)', 'var(--desk-cold)'] as const

export const colorOf = (at: number): string => COLORS[at % COLORS.length] ?? COLORS[0]
export const dashOf = (at: number): string => DASHES[at % DASHES.length] ?? DASHES[0]
export const fillOf = (chartId: string, at: number): string => (at === 0 ? colorOf(0) : `url(#${chartId}-${at % COLORS.length})`)

/** Hatches for a chart's `<svg>`: strokes one way, the other way, dots. */
export function Hatches({ chartId }: { chartId: string }) {
  return (
    <defs>
      {COLORS.map((color, at) =>
        at === 0 ? null : (
          <pattern
            key={color}
            id={`${chartId}-${at}`}
            width={6}
            height={6}
            patternUnits="userSpaceOnUse"
            patternTransform={at === 1 ? 'rotate(45)' : at === 2 ? 'rotate(-45)' : undefined}
          >
            <rect width={6} height={6} style={{ fill: color }} opacity={0.22} />
            {at === 3 ? (
              <circle cx={3} cy={3} r={1.4} style={{ fill: color }} />
            ) : (
              <rect width={3} height={6} style={{ fill: color }} />
            )}
          </pattern>
        ),
      )}
    </defs>
  )
}

/** What a series looks like in the chart, beside its name. */
export function Swatch({ chartId, at, isLine }: { chartId: string; at: number; isLine: boolean }) {
  return (
    <svg width={isLine ? 30 : 14} height={12} aria-hidden="true" focusable="false">
      {isLine ? (
        <line x1={0} x2={30} y1={6} y2={6} strokeWidth={2.5} style={{ stroke: colorOf(at) }} strokeDasharray={dashOf(at)} />
      ) : (
        <rect width={14} height={12} rx={2} style={{ fill: fillOf(chartId, at), stroke: colorOf(at) }} />
      )}
    </svg>
  )
}
