import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useUiWords } from './words.tsx'

interface DialogProps {
  isOpen: boolean
  title: string
  size?: 'md' | 'lg'
  onClose: () => void
  children: ReactNode
}

/** A question or a short form over the screen. Its head is no banner, and the way out has a name. */
export function Dialog({ isOpen, title, size = 'md', onClose, children }: DialogProps) {
  const words = useUiWords()
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={size} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header role="presentation">
          <Modal.Title fw={600} lh={1.35}>
            {title}
          </Modal.Title>
          <Modal.CloseButton aria-label={words.close} />
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
