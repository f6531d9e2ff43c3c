import { describe, expect, it } from 'vitest'
import { outsideAddress } from '../../src-main/shell/outside-address.ts'

describe('what the page may have the system open', () => {
  it.each(['tel:+4930123456', 'tel:112233', 'mailto:ada@x.example', 'mailto:o%27neil%2Bdesk@x.example', 'MAILTO:ada@x.example'])(
    'is a number to call or one person to write to: %s',
    (address) => {
      expect(outsideAddress(address)).toBe(address)
    },
  )

  it.each([
    'https://example.com/',
    'http://localhost:4816/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'ms-msdt:/id PCWDiagnostic',
    'mailto:ada@x.example?attach=/etc/passwd',
    'mailto:ada@x.example,bob@x.example',
    'mailto:ada@x.example%3Fcc=bob@y.example',
    'mailto:ada@x.example%0ABcc:bob@y.example',
    'mailto:"--attach"@x.example',
    'mailto:',
    'tel:+49 30;ext=5',
    'tel:*#06#',
    `tel:${'1'.repeat(500)}`,
    `mailto:${'a'.repeat(500)}@x.example`,
    '',
    'not an address',
  ])('is nothing else: %s', (address) => {
    expect(outsideAddress(address)).toBeNull()
  })
})
