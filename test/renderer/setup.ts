// Before every component test: matchers such as toBeVisible, and an empty page after each test.
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)

// On a busy machine a second is soon over; what comes is not waited for any longer.
configure({ asyncUtilTimeout: 8_000 })

// Text areas that grow measure again when a font has come; happy-dom has no fonts.
if (typeof document !== 'undefined' && !('fonts' in document)) Object.assign(document, { fonts: new EventTarget() })
