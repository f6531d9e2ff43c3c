import {
  Combobox,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Notification,
  NumberInput,
} from '@mantine/core'
import { decimalMark } from '../text/formats.ts'
import { words } from '../text/words.ts'

/** A cool, quiet dark; Mantine's own is warmer and lighter. 7 is the page, 6 a panel, 4 a border. */
const dark: MantineColorsTuple = [
  '#e8eaed',
  '#c9cdd3',
  '#a4abb5',
  '#6c7480',
  '#3a4048',
  '#2b3037',
  '#20242a',
  '#181b20',
  '#121418',
  '#0c0e11',
]

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 8 },
  colors: { dark },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '24px' }, h2: { fontSize: '20px' }, h3: { fontSize: '18px' }, h4: { fontSize: '16px' } },
  },
  defaultRadius: 'sm',
  radius: { sm: '5px', md: '8px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    // Options are made when they are asked for: a page has several hundred of them behind its pickers.
    Combobox: Combobox.extend({ defaultProps: { keepMounted: false } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': words.close } } }),
    NumberInput: NumberInput.extend({ defaultProps: { decimalSeparator: decimalMark } }),
  },
})

/**
 * The desk's own tokens, as `--desk-…`. Colour carries meaning only for grade, availability and trouble; every pair of text
 * and ground is at least 4.5 : 1.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a626c',
    '--mantine-color-placeholder': '#6b7480',
    // Mantine's own is 4.4 : 1 on the ground of a light button.
    '--mantine-color-indigo-light-color': '#364fc7',
    '--desk-chrome': '#f6f7f9',
    '--desk-panel': '#ffffff',
    '--desk-sunk': '#f1f3f5',
    '--desk-line': '#e2e5e9',
    '--desk-hover': 'rgb(20 30 50 / 5%)',
    '--desk-selected': '#e8edff',
    '--desk-track': '#e4e7eb',
    '--desk-neutral': '#7d8794',
    '--desk-accent': '#3b5bdb',
    '--desk-hot': '#a8230f',
    '--desk-hot-soft': '#fde9e5',
    '--desk-warm': '#80490a',
    '--desk-warm-soft': '#fdf0d5',
    '--desk-cold': '#1d5a80',
    '--desk-cold-soft': '#e4f0f7',
    '--desk-available': '#187a46',
    '--desk-busy': '#a85a00',
    '--desk-away': '#6b7280',
    '--desk-trouble': '#b3261e',
    '--desk-trouble-soft': '#fdeceb',
  },
  dark: {
    '--mantine-color-dimmed': '#a4abb5',
    '--mantine-color-placeholder': '#8f97a3',
    '--desk-chrome': '#121418',
    '--desk-panel': '#1c2025',
    '--desk-sunk': '#14171b',
    '--desk-line': '#2b3037',
    '--desk-hover': 'rgb(255 255 255 / 6%)',
    '--desk-selected': '#25305a',
    '--desk-track': '#30363e',
    '--desk-neutral': '#8a94a1',
    '--desk-accent': '#91a7ff',
    '--desk-hot': '#ff9e8c',
    '--desk-hot-soft': '#46201a',
    '--desk-warm': '#f7c368',
    '--desk-warm-soft': '#3d2f12',
    '--desk-cold': '#93cbef',
    '--desk-cold-soft': '#17344a',
    '--desk-available': '#4fc98d',
    '--desk-busy': '#f0a848',
    '--desk-away': '#98a1ad',
    '--desk-trouble': '#ff9187',
    '--desk-trouble-soft': '#421d1b',
  },
})
