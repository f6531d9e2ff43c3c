import { safeStorage } from 'electron'
import type { Keychain } from '../lib/file-secrets.ts'

/**
 * The system's keychain: Keychain Access, DPAPI, or the desktop's secret service. Null where there is none; on Linux without one, Electron
 * would lock with a password that everybody knows (`basic_text`). Only once Electron is ready.
 */
export function systemKeychain(): Keychain | null {
  if (!safeStorage.isEncryptionAvailable()) return null
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null
  return {
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (bytes) => safeStorage.decryptString(bytes),
  }
}
